//! A fall by more than all there was.

use rust_decimal::Decimal;

use super::{Report, Rule};
use crate::extract::{Figure, FigureKind};
use crate::finding::Severity;
use crate::story::{Placed, Story, Way, way_of};
use crate::text::Span;
pub(super) static RULE: Rule = Rule {
    name: "over-100-fall",
    summary: "a fall of more than 100 percent",
    severity: Severity::Error,
    explanation: r#"
Something is said to have fallen by more than 100 percent.

What has fallen by 100 percent is gone: the writer means another base, or a multiple.

```story
Burglaries fell 150 percent in a year, police said.
                ^^^^^^^^^^^ over-100-fall: Nothing can fall by 150 percent: 100 percent is all of it.
```

Better: work out the change on the old figure.

```story
Burglaries fell 60 percent in a year, police said.
```

Not flagged: profits, earnings, prices and balances, which can turn negative; "fell to 150 percent of"; words inside a quotation.

Options: none beside the level.

Reference: plain arithmetic; News Numeracy lists it among the commonest slips with percentages.
"#,
    asks_relations: false,
    check,
};

/// What can fall below zero.
const SIGNED: &[&str] = &[
    "profit",
    "profits",
    "earnings",
    "income",
    "cash",
    "price",
    "prices",
    "margin",
    "margins",
    "balance",
    "surplus",
    "rating",
    "ratings",
    "results",
    "growth",
    "value",
    "points",
    "equity",
    "return",
    "returns",
    "temperature",
];

fn check(story: &Story, report: &mut Report<'_>) {
    let figures = story.figures.iter().filter(|figure| {
        let is_over = figure.kind == FigureKind::Percentage && Decimal::ONE_HUNDRED < figure.value;
        is_over && !story.is_quoted(figure.number)
    });
    for figure in figures {
        if is_fall(story, figure) {
            let number = story.text_of(figure.number);
            report
                .at(figure.number, format!("Nothing can fall by {number}: 100 percent is all of it."))
                .help("Work out the change on the old figure.");
        }
    }
}

/// Whether the words right before the figure have it be the size of a fall: "fell by more than".
fn is_fall(story: &Story, figure: &Placed<Figure>) -> bool {
    let sentence = story.sentences[figure.sentence].span;
    let end = figure.span.start.min(figure.number.start).max(sentence.start);
    let before = story.text_of(Span::new(sentence.start, end)).to_lowercase();
    let is_down = |word: &str| way_of(word) == Some(Way::Down) || word == "down";
    let mut words = before
        .split_whitespace()
        .rev()
        .filter(|word| !matches!(*word, "of" | "a" | "an" | "nearly" | "than" | "more" | "over" | "about"));
    let is_fall = match words.next() {
        // "Cut emissions by 150 percent"
        Some("by") => words.take(4).take_while(|word| !word.ends_with([',', ';'])).any(is_down),
        word => word.is_some_and(is_down),
    };
    // "A 110% reduction"
    let behind = story.text_of(Span::new(figure.number.end, sentence.end.max(figure.number.end))).to_lowercase();
    let noun = behind.split(|letter: char| !letter.is_alphabetic()).find(|word| !word.is_empty());
    let is_noun = before.trim_end().ends_with(" a")
        && noun.is_some_and(|noun| {
            matches!(noun, "reduction" | "fall" | "drop" | "decline" | "decrease" | "cut" | "slump" | "plunge")
        });
    let is_fall = is_fall || is_noun;
    let all = story.text_of(sentence).to_lowercase();
    is_fall && !all.split(|letter: char| !letter.is_alphabetic()).any(|word| SIGNED.contains(&word))
}
