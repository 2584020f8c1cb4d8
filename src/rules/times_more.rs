//! "Three times more than", which some read as four times.

use super::working::words_behind;
use super::{Report, Rule};
use crate::extract::FigureKind;
use crate::finding::Severity;
use crate::story::Story;
pub(super) static RULE: Rule = Rule {
    name: "times-more",
    summary: "“n times more than” may be n times or n + 1 times as many",
    severity: Severity::Hint,
    explanation: r#"
The sentence says that something is so many times more, larger or higher than something else.

Some readers take three times more for three times as many, some for four times.

```story
The new line carries three times more passengers than the old one, the operator said.
                     ^^^^^ times-more: “three times more”: three times as many, or three times on top?
```

Better: "three times as many as".

```story
The new line carries three times as many passengers as the old one, the operator said.
```

Not flagged: "times more likely", which medicine has made its own; comparisons whose other side is not said; words inside a quotation.

Options: none beside the level.

Reference: notes on statistical language by the Society for Editors; most usage guides advise "times as many as".
"#,
    asks_relations: false,
    check,
};

const MORE: &[&str] = &["more", "larger", "bigger", "higher", "greater", "faster", "heavier", "longer", "taller"];

fn check(story: &Story, report: &mut Report<'_>) {
    let figures =
        story.figures.iter().filter(|figure| figure.kind == FigureKind::Ratio && !story.is_quoted(figure.number));
    for figure in figures {
        let words = words_behind(story, figure);
        let Some(word) = words.first().filter(|word| MORE.contains(&word.as_str())) else { continue };
        let is_likely = words.get(1).is_some_and(|word| word.starts_with("likely"));
        if is_likely || !words.iter().any(|word| word == "than" || word == "as") {
            continue;
        }
        let times = story.text_of(figure.number);
        let number = times.strip_suffix("times").map_or(times, str::trim_end);
        report
            .at(figure.number, format!("“{number} times {word}”: {number} times as many, or {number} times on top?"))
            .help("Say “times as many as”, or give both figures.");
    }
}
