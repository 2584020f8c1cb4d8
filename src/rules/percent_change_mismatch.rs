//! A percent change that its own figures contradict.

use super::working::contradictions;
use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::{RelationKind, Story};

pub(super) static RULE: Rule = Rule {
    name: "percent-change-mismatch",
    summary: "the stated percent change does not follow from the two figures",
    severity: Severity::Error,
    explanation: r#"
A sentence gives a change in percent and the figures that it is the change of, and the figures give another percentage.
They may be both ends ("from 400 to 500"), or the step and one end ("up 64p at 1,130p").

Both figures stand there, so any reader can redo the sum; the percentage is what the headline takes over.

```story
Applications rose 27% to 27,700 from 23,600, the Admissions Board said.
                  ^^^ percent-change-mismatch: From 23,600 to 27,700 is 17%, not 27%.
```

Better: work it out again, (new - old) / old, from the unrounded figures.

```story
Applications rose 17% to 27,700 from 23,600, the Admissions Board said.
```

Not flagged: percentages that rounding or a hedge lets fit ("$51.2bn" is 51.15 to 51.25 billion);
a change with one end only; yearly rates, like-for-like, real and adjusted changes, whose figures are others than those in the sentence;
changes over another period than the figures'; losses that turn into profits; places in a ranking; figures of two units.
Figures inside quotations are checked like all others.

Options: none beside the level.

Reference: the Signal's copy-editing checklist asks to redo every percentage; the Maynard Institute and News Numeracy notes
show the formula, and Reuters counts wrong numbers among the slips that nearly always need a correction.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    use RelationKind::{PercentChange, PercentChangeFrom, PercentChangeTo};
    for working in contradictions(story, &[PercentChange, PercentChangeTo, PercentChangeFrom]) {
        let Some(given) = working.given() else { continue };
        let (one, other) = (working.operand(0), working.operand(1));
        let sum = match working.relation.kind {
            PercentChangeTo => format!("A change of {one} to {other}"),
            PercentChangeFrom => format!("{one} on top of {other}"),
            _ => format!("From {one} to {other}"),
        };
        let message = format!("{sum} is {given}, not {}.", working.number().to_lowercase());
        working.report(report, message, Some(given));
    }
}
