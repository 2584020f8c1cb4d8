//! "Casualties": the dead and the hurt in one word.

use super::{Report, Rule};
use crate::draft::Role;
use crate::extract::{Figure, FigureKind};
use crate::finding::Severity;
use crate::story::{Placed, Story};

pub(super) static RULE: Rule = Rule {
    name: "vague-casualties",
    summary: "a count of casualties that does not part the dead from the hurt",
    severity: Severity::Information,
    explanation: r#"
The story counts casualties and does not say how many were killed and how many injured.

To most readers casualties are dead; in a hospital's or an army's count most of them live.

```story
The blast at Brae left 18 casualties, the police said.
                       ^^ vague-casualties: Casualties are dead and hurt alike: how many of the 18 were killed, how many injured?
```

Better: count the dead and the hurt.

```story
The blast at Brae killed two people and injured 16, the police said.
```

Not flagged: a count that the same paragraph or the next takes apart; words inside a quotation; headlines.

Options: none beside the level.

Reference: the AP Stylebook calls "casualties" vague and asks to tell the killed from the injured.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    let mut casualties = story.figures.iter().filter(|figure| counts_casualties(story, figure));
    // One question: the answer parts them all.
    if let Some(figure) = casualties.next() {
        let number = story.text_of(figure.number);
        report
            .at(
                figure.number,
                format!("Casualties are dead and hurt alike: how many of the {number} were killed, how many injured?"),
            )
            .help("Ask for both counts, or say which of the two is meant.");
    }
}

fn counts_casualties(story: &Story, figure: &Placed<Figure>) -> bool {
    figure.kind == FigureKind::Count
        && figure.unit.as_ref().is_some_and(|unit| unit.head == "casualty")
        && matches!(story.blocks[figure.block].role, Role::Paragraph | Role::ListItem)
        && !story.is_quoted(figure.number)
        && !is_parted(story, figure.block)
}

/// Whether the paragraph or the next tells of the dead or of the hurt.
fn is_parted(story: &Story, block: usize) -> bool {
    const PARTED: &[&str] = &[
        "dead",
        "death",
        "deaths",
        "died",
        "fatal",
        "fatalities",
        "hurt",
        "injured",
        "injuries",
        "injury",
        "killed",
        "killing",
        "wounded",
        "wounding",
    ];
    (block..(block + 2).min(story.blocks.len())).any(|block| {
        let span = story.blocks[block].span;
        let words = story.words_at(span);
        (0..words.tokens.len()).any(|at| words.is_any(at, PARTED))
    })
}
