//! "Doubled", "fivefold", "three times": and the figures that say otherwise.

use rust_decimal::Decimal;

use super::percent_of_mismatch::told_in_odds;
use super::working::contradictions;
use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::{RelationKind, Story};
pub(super) static RULE: Rule = Rule {
    name: "ratio-mismatch",
    summary: "the figures are not the multiple of each other that the sentence says",
    severity: Severity::Error,
    explanation: r#"
The sentence says that one figure is so many times the other, "doubled", "halved", "rose fivefold", and gives both;
they are another multiple of each other.

The word is what readers remember, and the figures beside it give it away.

```story
Membership doubled from 400 to 600 last year, the club said.
                               ^^^ ratio-mismatch: From 400 to 600 is 1.5 times; the sentence says “doubled”.
```

Better: choose the word for what the figures say, "rose by half", or check the figures.

```story
Membership rose by half from 400 to 600 last year, the club said.
```

So are odds and a percentage that say one thing differently: "one in four (30%)".

Not flagged: figures near the multiple, since the words are used loosely ("doubled" is 1.8 to 2.3 times);
"nearly", "more than" and "about", which widen it; "fivefold" of a rise by five times, which may be six times as much.
Figures inside quotations are checked like all others.

Options: none beside the level.

Reference: the Signal's copy-editing checklist; the Heads Up blog on two numbers that give a third.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for working in contradictions(story, &[RelationKind::Multiple]) {
        let Some(&from) = working.operands.first() else { continue };
        let Some(times) = working.stated.value.checked_div(from.value) else { continue };
        let times = if times < Decimal::ONE { times.round_dp(2) } else { times.round_dp(1) };
        let (one, other, cue) = (working.operand(0), working.written(working.stated), working.cue());
        if let Some(cue) = working.cue_before(story) {
            let message =
                format!("From {one} to {other} is {} times; this says “{}”.", times.normalize(), working.cue());
            report.at(cue, message).relate(from.number, one).relate(working.stated.number, other);
            continue;
        }
        let message = format!("From {one} to {other} is {} times; the sentence says “{cue}”.", times.normalize());
        working.report(report, message, None);
    }
    for working in contradictions(story, &[RelationKind::Share]) {
        let (Some(odds), Some(given)) = (told_in_odds(&working), working.given()) else { continue };
        let message = format!("{odds} is {given}, not {}.", working.number().to_lowercase());
        working.report(report, message, Some(given));
    }
}
