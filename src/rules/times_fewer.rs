//! "Four times fewer", which nothing can be.

use rust_decimal::Decimal;

use super::working::words_behind;
use super::{Report, Rule};
use crate::extract::FigureKind;
use crate::finding::Severity;
use crate::story::Story;
pub(super) static RULE: Rule = Rule {
    name: "times-fewer",
    summary: "“n times fewer”, which has no meaning that all readers share",
    severity: Severity::Warning,
    explanation: r#"
The sentence says that something is so many times fewer, less or smaller.

Once fewer would leave nothing, so readers have to guess: a quarter as many, or a fifth?

```story
The new valve leaks four times less, the maker said.
                    ^^^^^^^^^^ times-fewer: “four times less”: say what part it is, such as “a quarter as much”.
```

Better: say what part of the other it is.

```story
The new valve leaks a quarter as much, the maker said.
```

Not flagged: "two times fewer than" where the number counts occasions ("won three times, fewer than"); words inside a quotation.

Options: none beside the level.

Reference: the Guardian's readers' editor on "times less".
"#,
    asks_relations: false,
    check,
};

const LESS: &[&str] = &[
    "fewer", "less", "smaller", "lower", "cheaper", "slower", "lighter", "shorter", "weaker", "thinner", "rarer",
    "narrower",
];

fn check(story: &Story, report: &mut Report<'_>) {
    let figures =
        story.figures.iter().filter(|figure| figure.kind == FigureKind::Ratio && !story.is_quoted(figure.number));
    for figure in figures {
        let words = words_behind(story, figure);
        let Some(word) = words.first().filter(|word| LESS.contains(&word.as_str())) else { continue };
        let times = story.text_of(figure.span);
        report
            .at(figure.span, format!("“{times} {word}”: say what part it is, such as “{}”.", part(figure.value, word)))
            .help("Say what part of the other it is, or give both figures.");
    }
}

/// The part that so many times fewer most likely means.
fn part(times: Decimal, word: &str) -> String {
    const PARTS: &[(i64, &str)] = &[(2, "half"), (3, "a third"), (4, "a quarter"), (5, "a fifth"), (10, "a tenth")];
    let part = PARTS.iter().find(|(number, _)| times == Decimal::from(*number)).map_or("a part", |(_, part)| part);
    let as_much = if word == "fewer" { "as many" } else { "as much" };
    format!("{part} {as_much}")
}
