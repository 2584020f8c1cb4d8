//! A percentage that its part and its whole contradict.

use rust_decimal::Decimal;

use super::working::{Working, contradictions};
use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::{RelationKind, Story};

pub(super) static RULE: Rule = Rule {
    name: "percent-of-mismatch",
    summary: "the stated percentage or fraction is not the part of the whole that the figures give",
    severity: Severity::Error,
    explanation: r#"
The sentence gives a part, the whole, and what percentage the one is of the other, and the three do not fit;
or it gives the same part twice, in words and in percent.

Readers who know the place know one of the three for certain, and see at once that another is wrong.

```story
The review covers 20 of the 110 jobs (25%), the council said.
                                      ^^^ percent-of-mismatch: 20 of 110 jobs is 18%, not 25%.
```

Better: divide the part by the whole again.

```story
The review covers 20 of the 110 jobs (18%), the council said.
```

Not flagged: percentages that rounding or a hedge lets fit ("less than 8%"); percentages of another whole than the one in the sentence;
shares of a poll.
Figures inside quotations are checked like all others.

Options: none beside the level.

Reference: the Signal's copy-editing checklist and the Heads Up blog: two numbers that give a third must give the third that stands there.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for working in contradictions(story, &[RelationKind::Share]) {
        // "One in four (30%)": two rates of one thing, which `ratio-mismatch` asks about.
        if told_in_odds(&working).is_some() {
            continue;
        }
        let Some(given) = working.given() else { continue };
        let sum = match working.operands.len() {
            1 => working.operand(0).to_owned(),
            // Both sides of a vote, of which the larger is the share.
            2 if working.operands[1].value < working.operands[0].value
                && working.stated.value < Decimal::ONE_HUNDRED =>
            {
                format!("{} to {}", story.text_of(working.operands[0].number), working.operand(1))
            }
            2 => format!("{} of {}", story.text_of(working.operands[0].number), working.operand(1)),
            // A turnout: the votes for and against, of those who might vote.
            _ => {
                let [one, other] = [0, 1].map(|side| story.text_of(working.operands[side].number));
                format!("{one} and {other} of {}", working.operand(2))
            }
        };
        let message = format!("{sum} is {given}, not {}.", working.number().to_lowercase());
        working.report(report, message, Some(given));
    }
}

/// "One in four (30%)": one share told twice, once in odds; the words of the odds.
pub(super) fn told_in_odds<'a>(working: &Working<'a>) -> Option<&'a str> {
    let told = (working.operands.len() == 1).then(|| working.operand(0))?;
    told.split_whitespace().any(|word| word == "in").then_some(told)
}
