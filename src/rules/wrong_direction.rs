//! A rise to a lower figure, a fall to a higher one.

use super::working::contradictions;
use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::{RelationKind, Story};
pub(super) static RULE: Rule = Rule {
    name: "wrong-direction",
    summary: "the figures go the other way than the verb says",
    severity: Severity::Error,
    explanation: r#"
The sentence says that something rose, and the figure that it rose to is lower than the one that it rose from; or the reverse.

Either the word is wrong or one of the figures is, often by its scale: "1.33bn, up from 246bn".

```story
Complaints rose from 90 to 70, the ombudsman said.
                           ^^ wrong-direction: From 90 to 70 is a fall; the sentence says “rose”.
```

The same goes for two figures of which one is called more than the other.

```story
The ferry carried 7,300 people a week, more than the 8,200 that it was built for, the port said.
                  ^^^^^ wrong-direction: 7,300 people is less than 8,200; the sentence says “more than”.
```

Better: check both figures, then the verb.

```story
Complaints fell from 90 to 70, the ombudsman said.
```

Not flagged: rates of exchange, where the currency rises as its figure falls; bond prices and yields; losses and deficits;
places in a ranking and odds, where less is more; figures that rounding or a hedge makes equal; figures of two units.
Figures inside quotations are checked like all others.

Options: none beside the level.

Reference: the Heads Up blog's collection of sums that go the wrong way; AP asks to read every figure against its verb.
"#,
    asks_relations: true,
    check,
};

/// Words by which figures are compared.
const COMPARES: &[&str] =
    &["than", "above", "below", "beat", "exceed", "top", "surpass", "short", "surplus", "deficit", "profit", "loss"];

fn check(story: &Story, report: &mut Report<'_>) {
    for working in contradictions(story, &[RelationKind::Direction]) {
        let Some(&from) = working.operands.first() else { continue };
        let change = if working.stated.value < from.value { "fall" } else { "rise" };
        if let Some(cue) = working.cue_before(story) {
            let (one, other) = (working.operand(0), working.written(working.stated));
            let finding =
                report.at(cue, format!("From {one} to {other} is a {change}; this says “{}”.", working.cue()));
            finding.relate(from.number, one).relate(working.stated.number, other);
            continue;
        }
        let (one, other, verb) = (working.operand(0), working.written(working.stated), working.cue());
        // "More than": nothing has moved.
        let message = if COMPARES.iter().any(|word| verb.contains(word)) {
            let side = if change == "fall" { "less" } else { "more" };
            format!("{other} is {side} than {one}; the sentence says “{verb}”.")
        } else {
            format!("From {one} to {other} is a {change}; the sentence says “{verb}”.")
        };
        working.report(report, message, None);
    }
}
