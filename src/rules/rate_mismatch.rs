//! A rate per so many that its own count and population contradict.

use super::working::contradictions;
use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::{RelationKind, Story};
use crate::text::Span;
pub(super) static RULE: Rule = Rule {
    name: "rate-mismatch",
    summary: "the stated rate does not follow from the count and the population",
    severity: Severity::Error,
    explanation: r#"
The sentence gives a count, the population that it is counted in, and the rate per thousand, per 100,000 or per million;
the first two give another rate.

A slip of the decimal point makes an outbreak of a few cases.

```story
The clinic saw 50 cases in a town of 10,000, or 50 per 100,000, its director said.
                                                ^^ rate-mismatch: 50 in 10,000 is 500 per 100,000, not 50.
```

Better: divide the count by the population, then multiply by the base.

```story
The clinic saw 50 cases in a town of 10,000, or 500 per 100,000, its director said.
```

Not flagged: rates whose population the sentence does not give; rates that rounding lets fit.
Figures inside quotations are checked like all others.

Options: none beside the level.

Reference: the Guardian's readers' editor on rates and risks.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for working in contradictions(story, &[RelationKind::Rate]) {
        let Some(given) = working.given() else { continue };
        let [part, whole] = working.operands[..] else { continue };
        let (part, whole) = (story.text_of(part.number), story.text_of(whole.number));
        let base =
            story.text_of(Span::new(working.stated.number.end, working.stated.span.end.max(working.stated.number.end)));
        let message = format!("{part} in {whole} is {given}{base}, not {}.", working.number());
        working.report(report, message, Some(given));
    }
}
