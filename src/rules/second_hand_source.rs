//! "X reported, citing Y": the story has it from somebody who has it from somebody.

use super::sourced::share_topic;
use super::{Report, Rule};
use crate::extract::SourceMention;
use crate::finding::Severity;
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "second-hand-source",
    summary: "another outlet's source, taken over at second hand",
    severity: Severity::Information,
    explanation: r#"
The story has this from an outlet that has it from somebody else.

What passes through two hands may be wrong in either, and a mistake in the first report becomes yours.
Check it with the source itself where you can; where you cannot, keep both names each time you use it.

```story
The harbour bank will close its branches, the Brae Mail reported, citing an aide to the minister.
                                                                         ^^^^^^^^^^^^^^^^^^^^^^^ second-hand-source: the Brae Mail has this from an aide to the minister: was it checked?
```

Better: ask the ministry, and say what it answered.

Not flagged: a report that names no source of its own; one that is credited to the outlet each time the story goes on about it; words inside a quotation.

Reference: AP credits the outlet that broke the news each time; the BBC prefers first-hand sources.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for attribution in &story.attributions {
        let (Some(outlet), Some(origin)) = (attribution.source, attribution.via) else { continue };
        if is_credited_again(story, outlet, origin) {
            continue;
        }
        let message =
            format!("{} has this from {}: was it checked?", story.text_of(outlet.span), story.text_of(origin.span));
        report
            .at(origin.span, message)
            .relate(outlet.span, "reported here")
            .help("Check it with the source, or keep naming both.");
    }
}

/// Words of doubt by which a story leaves what it took over to the outlet.
const DOUBTS: &[&str] = &["if", "may", "might", "could", "reported", "report", "claim", "claimed"];

/// Whether the story, where it goes on about what it took over, names the outlet again or leaves open whether it holds:
/// "the Mail said", "by the Mail's account", "the closure, if confirmed, would …".
fn is_credited_again(story: &Story, outlet: SourceMention, origin: SourceMention) -> bool {
    let place = story.sentence_at(outlet.span.start.max(origin.span.start));
    let name = story.text_of(outlet.head).rsplit(' ').next().unwrap_or_default().to_lowercase();
    let behind = place + 1..story.sentences.len();
    let mut on = behind.filter(|&sentence| share_topic(story, place, sentence)).peekable();
    on.peek().is_some()
        && on.all(|sentence| {
            let words = story.text_of(story.sentences[sentence].span);
            !name.is_empty() && words.to_lowercase().contains(&name)
                || story.sentence_names(sentence, DOUBTS)
                || declines(story, sentence)
        })
}

/// "The bank declined to comment", "we could not reach Moss".
fn declines(story: &Story, sentence: usize) -> bool {
    story.sentence_names(sentence, &["declined", "reached", "reach", "respond", "comment", "return", "confirm"])
}
