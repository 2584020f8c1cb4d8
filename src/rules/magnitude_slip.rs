//! One figure on two scales: million here, billion there.

use super::working::contradictions;
use super::{Report, Rule, repeated};
use crate::finding::Severity;
use crate::story::{RelationKind, Story};

pub(super) static RULE: Rule = Rule {
    name: "magnitude-slip",
    summary: "a figure stands on two scales: million here, billion there",
    severity: Severity::Error,
    explanation: r#"
The story gives one figure twice with the same digits, a thousand or a million times apart.

One letter makes the difference between £5m and £5bn, and no reader can tell which was meant.

```story
# Depot for night buses to cost £5bn
                                ^^^^ magnitude-slip: The headline says £5bn; the story says £5m.

The council will spend £5m on a depot for the night buses, its leader said on Monday.
```

Better: one scale.

```story
# Depot for night buses to cost £5m

The council will spend £5m on a depot for the night buses, its leader said on Monday.
```

A rate over a stretch of time that gives a total with a nought too many or too few is such a slip, too.

```story
The strike costs the shops £210,000 a day, or about £15m over the seven days, their chairman said.
                                                    ^^^^ magnitude-slip: At £210,000, it comes to £1m, not £15m.
```

So is a part that its total leaves room for only on another scale.

```story
The trust raised £18.5 million, of which £11,000 went on a boat and £7.5 million on a quay, its chairman said.
                                         ^^^^^^^ magnitude-slip: £18.5 million less £7.5 million leaves £11,000,000, not £11,000.
```

So is what so many at so much each come to ("26 grants of £5,000 each, £1.3m in all"), and what comes to each.

Not flagged: sums for different things ("£5m of the £5bn budget"); figures with other digits,
which are left to `headline-mismatch`, `caption-mismatch` and `conflicting-figure`.

Options: none beside the level.

Reference: published corrections of large newspapers name million for billion among the commonest slips;
public radio's accuracy checklist asks to say every large number aloud with its scale.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    repeated::report_in(repeated::Place::Scale, story, report);
    let kinds = [RelationKind::Average, RelationKind::Each, RelationKind::Sum, RelationKind::Difference];
    for working in contradictions(story, &kinds) {
        if let Some(part) = working.slipped_part() {
            let (slipped, whole) = (story.text_of(part.number), working.number());
            let message = format!("The parts make {whole} only with {slipped} on another scale.");
            report.at(part.number, message).help("Check the scale of the part.").relate(working.stated.number, whole);
            continue;
        }
        let Some(given) = working.given().filter(|_| working.is_on_another_scale()) else { continue };
        let message = match working.operands.len() {
            _ if working.relation.kind == RelationKind::Sum => {
                format!("The parts add up to {given}, not {}.", working.number())
            }
            _ if working.relation.kind == RelationKind::Each => {
                let (total, count) = (working.operand(0), working.operand(1));
                format!("{total} among {count} is {given} each, not {}.", working.number())
            }
            _ if working.relation.kind == RelationKind::Difference => {
                format!("{} less {} leaves {given}, not {}.", working.operand(0), working.operand(1), working.number())
            }
            1 => format!("At {}, it comes to {given}, not {}.", working.operand(0), working.number()),
            _ => format!("{} at {} is {given}, not {}.", working.operand(0), working.operand(1), working.number()),
        };
        working.report(report, message, Some(given));
    }
}
