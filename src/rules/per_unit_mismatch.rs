//! So many at so much each, and a total that they do not come to.

use super::working::contradictions;
use super::{Report, Rule};
use crate::extract::FigureKind;
use crate::finding::Severity;
use crate::story::{RelationKind, Story};
pub(super) static RULE: Rule = Rule {
    name: "per-unit-mismatch",
    summary: "so many at so much each do not come to the stated total",
    severity: Severity::Warning,
    explanation: r#"
The sentence gives a number of things, what each of them costs or gets, and what all of them come to; the product is another.

One of the three is off, and readers with a ticket in hand know which.

```story
The trust sold 250 tickets at £8 each for £2,400, its treasurer said.
                                          ^^^^^^ per-unit-mismatch: 250 tickets at £8 is £2,000, not £2,400.
```

Better: multiply again.

```story
The trust sold 250 tickets at £8 each for £2,000, its treasurer said.
```

Not flagged: totals with fees, taxes or discounts; averages, least and most prices; sentences with two totals or two counts;
amounts by the hour or the month; totals more than five times off, which are of something else.
Figures inside quotations are checked like all others.

Options: none beside the level.

Reference: News Numeracy's notes on rates and totals.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for working in contradictions(story, &[RelationKind::Average, RelationKind::Each, RelationKind::ListMean]) {
        let Some(given) = working.given().filter(|_| !working.is_on_another_scale()) else { continue };
        let message = match working.operands.len() {
            _ if working.relation.kind == RelationKind::ListMean => {
                format!("The {} figures average {given}, not {}.", working.operands.len(), working.number())
            }
            _ if working.relation.kind == RelationKind::Each => {
                let (total, count) = (working.operand(0), working.operand(1));
                format!("{total} among {count} is {given} each, not {}.", working.number())
            }
            1 => {
                // "£20 a month": what is told of one stretch of time stands with it.
                let told = working.operands[0];
                let is_rate = told.kind == FigureKind::Rate;
                let told = if is_rate { story.text_of(told.span) } else { working.operand(0) };
                format!("At {told}, it comes to {given}, not {}.", working.number())
            }
            _ => format!("{} at {} is {given}, not {}.", working.operand(0), working.operand(1), working.number()),
        };
        working.report(report, message, Some(given));
    }
}
