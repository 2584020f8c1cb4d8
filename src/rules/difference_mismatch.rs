//! A margin or step that its own two figures contradict.

use super::working::contradictions;
use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::{RelationKind, Story};
pub(super) static RULE: Rule = Rule {
    name: "difference-mismatch",
    summary: "the stated difference is not how far the two figures lie apart",
    severity: Severity::Error,
    explanation: r#"
A sentence says how far two figures lie apart, a lead, a gap, a step, "62 more than", and gives both;
they lie another distance apart.

Readers subtract more readily than they divide: this is the slip that they catch.

```story
Dunn leads Ortiz by eight points, 46 percent to 40 percent, a poll of 900 voters by Harrow Research found in May.
                    ^^^^^ difference-mismatch: 46 percent and 40 percent lie six apart, not eight.
```

Better: subtract again, and see which of the three figures is wrong.

```story
Dunn leads Ortiz by six points, 46 percent to 40 percent, a poll of 900 voters by Harrow Research found in May.
```

Not flagged: differences that rounding lets fit (46 and 40 percent may lie five to seven points apart);
margins of error; changes since an earlier poll; comparisons with another period ("against 1,248 a year ago"); places in a ranking.
Figures inside quotations are checked like all others.

Options: none beside the level.

Reference: the Globe and Mail's corrections and the Heads Up blog both collect sums of this kind that nobody redid.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for working in contradictions(story, &[RelationKind::Difference]) {
        let Some(given) = working.given().filter(|_| !working.is_on_another_scale()) else { continue };
        let sides = if working.operands.len() == 1 {
            format!("The two sides of {}", working.operand(0))
        } else {
            format!("{} and {}", working.operand(0), working.operand(1))
        };
        let message = format!("{sides} lie {given} apart, not {}.", working.number());
        working.report(report, message, Some(given));
    }
}
