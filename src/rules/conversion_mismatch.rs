//! One quantity in two units that are not the same quantity.

use super::working::contradictions;
use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::{RelationKind, Story};
pub(super) static RULE: Rule = Rule {
    name: "conversion-mismatch",
    summary: "a quantity and its conversion are not the same quantity",
    severity: Severity::Error,
    explanation: r#"
The sentence gives a length, area, mass, volume, speed or temperature in two units, and the second is not what the first comes to.

Conversions are done last and in a hurry; a slipped digit makes a hill of a mountain.

```story
The wall is 30 feet (48 metres) high, the engineer said.
                     ^^ conversion-mismatch: 30 feet is 9.1 metres, not 48 metres.
```

Better: convert again, and round to as many digits as the first figure has.

```story
The wall is 30 feet (9 metres) high, the engineer said.
```

Not flagged: conversions that rounding lets fit, either figure being good to its last digit that is not zero;
tons and gallons of any country; a difference of temperatures; currencies, for which no rate is given; units that do not measure the same.
Figures inside quotations are checked like all others.

Options: none beside the level.

Reference: Style Matters and the Heads Up blog collect conversions that went wrong in print.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for working in contradictions(story, &[RelationKind::Conversion]) {
        let Some(given) = working.given() else { continue };
        let stated = working.written(working.stated);
        let unit = stated.strip_prefix(working.number()).unwrap_or_default();
        let message = format!("{} is {given}{unit}, not {stated}.", working.operand(0));
        working.report(report, message, Some(given));
    }
}
