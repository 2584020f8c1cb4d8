//! A difference of two percentages that is called percent.

use super::outcome::points;
use super::working::contradictions;
use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::{RelationKind, Story};
pub(super) static RULE: Rule = Rule {
    name: "percent-for-points",
    summary: "the difference of two percentages is in points, not in percent",
    severity: Severity::Warning,
    explanation: r#"
A rate goes from one percentage to another, and the sentence calls what lies between them percent instead of percentage points.

From 4 percent to 5 percent is one point, and a rise of 25 percent: the two words tell very different stories.

```story
Unemployment rose 1 percent to 5 percent from 4 percent, the labour office said.
                  ^^^^^^^^^ percent-for-points: From 4 percent to 5 percent is 1 percentage point, not 1 percent.
```

Better: say points.

```story
Unemployment rose 1 percentage point to 5 percent from 4 percent, the labour office said.
```

Not flagged: percentages that are the relative change ("rose 25 percent, from 4 percent to 5"); changes with one end only.
Figures inside quotations are checked like all others.

Options: none beside the level.

Reference: AP keeps percent and percentage point apart, and the Guardian's readers' editor has returned to it year after year.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for working in contradictions(story, &[RelationKind::Points]) {
        let Some(apart) = working.relation.printed else { continue };
        let points = points(apart);
        let (one, other) = (working.operand(0), working.operand(1));
        let message = format!("From {one} to {other} is {points}, not {}.", working.number());
        working.report(report, message, Some(points));
    }
}
