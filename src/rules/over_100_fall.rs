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

/// Whether the words around the figure have it be the size of a fall: "fell by more than", "a 110% drop", "110% fewer".
fn is_fall(story: &Story, figure: &Placed<Figure>) -> bool {
    const BENT: &[&str] =
        &["of", "a", "an", "the", "nearly", "than", "more", "over", "about", "almost", "around", "some"];
    const LESS: &[&str] = &["lower", "fewer", "less", "smaller"];
    let sentence = story.sentences[figure.sentence].span;
    let start = figure.span.start.min(figure.number.start).max(sentence.start);
    let words = |span: Span| -> Vec<String> {
        let text = story.text_of(span).to_lowercase();
        text.split(|mark: char| mark.is_whitespace() || matches!(mark, '(' | ')' | ',' | ';' | '.' | '-'))
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (before, all) = (words(Span::new(sentence.start, start)), words(sentence));
    let behind = words(Span::new(figure.number.end, sentence.end.max(figure.number.end)));
    let is_down = |word: &String| way_of(word) == Some(Way::Down) || word == "down";
    let is_up = |word: &String| way_of(word) == Some(Way::Up) || word == "up";
    let lead = before.iter().rev().find(|word| !BENT.contains(&word.as_str()));
    let is_led = match lead {
        // "Cut its bill over five years, the plan says, by 150 percent": the only word of a change before it.
        Some(word) if word == "by" => before.iter().any(is_down) && !before.iter().any(is_up),
        word => word.is_some_and(is_down),
    };
    // "A 110% reduction", "its 110% fall", "110% fewer than"
    let is_headed = before.last().is_some_and(|word| ["a", "an", "the", "its", "their"].contains(&word.as_str()));
    let is_noun = is_headed && behind.first().is_some_and(|noun| is_down(noun) && !noun.ends_with("ed"));
    let is_less = behind.first().is_some_and(|word| LESS.contains(&word.as_str()));
    (is_led || is_noun || is_less) && !all.iter().any(|word| SIGNED.contains(&word.as_str()))
}
