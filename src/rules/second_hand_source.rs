//! "X reported, citing Y": the story has it from somebody who has it from somebody.

use super::sourced::share_topic;
use super::{Report, Rule};
use crate::extract::{Attribution, AttributionKind, SourceKind, SourceMention};
use crate::finding::Severity;
use crate::language::{Words, is_one_of};
use crate::story::{Placed, Story};

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

Not flagged: a report that names no source of its own; one that is credited to the outlet each time the story goes on about it;
one that somebody confirms in that sentence or the next three; words inside a quotation.

Reference: AP credits the outlet that broke the news each time; the BBC prefers first-hand sources.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for attribution in &story.attributions {
        let Some(outlet) = attribution.source else { continue };
        let Some(origin) = attribution.via.or_else(|| cited_next(story, attribution)) else { continue };
        if is_credited_again(story, outlet, origin) || is_confirmed(story, outlet, origin) {
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
    // "CTR Television", "the Atlas news agency": any word of its name will do.
    let names: Vec<&str> = story
        .text_of(outlet.span)
        .split([' ', '\'', '’', ','])
        .filter(|word| LETTERS <= word.len() && word.starts_with(char::is_uppercase) && !is_one_of(word, COMMON))
        .collect();
    let head = story.text_of(outlet.head).rsplit(' ').next().unwrap_or_default().to_lowercase();
    let names_it = |sentence: usize| {
        let text = story.text_of(story.sentences[sentence].span);
        let mut words = text.split(|mark: char| !mark.is_alphanumeric());
        words.any(|word| names.contains(&word)) || !head.is_empty() && text.to_lowercase().contains(&head)
    };
    // What others say of it is theirs: "the federation said it would open an inquiry".
    // But "the driver said" goes on about the driver whom the outlet quotes.
    let origin_head = story.text_of(origin.head).rsplit(' ').next().unwrap_or_default().to_lowercase();
    let origin_head = origin_head.trim_end_matches('s').to_owned();
    let goes_on = |sentence: usize| {
        let words = story.text_of(story.sentences[sentence].span).to_lowercase();
        let mut opening = words.split(|mark: char| !mark.is_alphanumeric()).take(OPENING);
        LETTERS < origin_head.len() && opening.any(|word| word.trim_end_matches('s') == origin_head)
    };
    let is_anothers = |sentence: usize| {
        let mut said = story.attributions_in(sentence).iter();
        !names_it(sentence)
            && !goes_on(sentence)
            && said.any(|said| said.source.is_some() && said.kind == AttributionKind::Speech)
    };
    let behind = place + 1..story.sentences.len();
    let mut on = behind.filter(|&at| (share_topic(story, place, at) || goes_on(at)) && !is_anothers(at)).peekable();
    on.peek().is_some()
        && on.all(|sentence| names_it(sentence) || story.sentence_names(sentence, DOUBTS) || declines(story, sentence))
}

/// How many words open a sentence.
const OPENING: usize = 4;

/// "…, the Mail said on Wednesday. Its report cited a letter": whom the outlet cites in the next sentence.
fn cited_next(story: &Story, attribution: &Placed<Attribution>) -> Option<SourceMention> {
    const CITES: &[&str] = &["attributed", "cited", "cites", "citing", "quoted", "quotes", "quoting"];
    const REPORTS: &[&str] = &[
        "agency",
        "article",
        "broadcaster",
        "channel",
        "it",
        "magazine",
        "network",
        "newspaper",
        "paper",
        "report",
        "station",
        "website",
    ];
    const LONGEST: usize = 5;
    const NAMED: usize = 8;
    let outlet = attribution.source.filter(|source| source.kind == SourceKind::Outlet)?;
    let next = attribution.sentence + 1;
    let place = story.sentences.get(next).filter(|place| place.block == attribution.block)?;
    let words: Words<'_> = story.words_at(place.span);
    let is_its = (0..OPENING).any(|at| words.is_any(at, REPORTS))
        || story.text_of(place.span).starts_with(story.text_of(outlet.span));
    let cites = (1..LONGEST + 2).find(|&at| words.is_any(at, CITES)).filter(|_| is_its)?;
    let ends =
        |at: &usize| !words.is_word(*at) || words.is_any(*at, &["that", "who", "from", "to", "as"]) && cites + 2 < *at;
    let end = (cites + 2..cites + NAMED).find(ends).unwrap_or(cites + 2).min(words.tokens.len());
    (cites + 1 < end).then(|| {
        let base = story.blocks[place.block].span.start;
        let span = words.span(cites + 1, end).shifted(base);
        SourceMention { span, head: words.span(end - 1, end).shifted(base), kind: SourceKind::Document }
    })
}

/// Letters of a word by which an outlet is known again.
const LETTERS: usize = 3;

/// Words in an outlet's name that others have, too.
const COMMON: &[&str] = &["the", "radio", "television", "news"];

/// In how many sentences behind the report somebody may say that it holds.
const ANSWER: usize = 3;

/// "Its spokesman confirmed the report", "the bank later confirmed it": whether the story has it at first hand as well.
fn is_confirmed(story: &Story, outlet: SourceMention, origin: SourceMention) -> bool {
    const CONFIRM: &[&str] = &["confirmed", "confirms", "corroborated", "verified"];
    const NOT: &[&str] = &["not", "if", "unless", "until", "be", "neither", "nor", "never", "hasn't", "hasn’t"];
    const BACK: usize = 5;
    let place = story.sentence_at(outlet.span.start.max(origin.span.start));
    (place..story.sentences.len().min(place + 1 + ANSWER)).any(|sentence| {
        let span = story.sentences[sentence].span;
        let block = story.sentences[sentence].block;
        let words = story.words_at(span);
        (1..words.tokens.len()).any(|at| {
            let is_denied = (at.saturating_sub(BACK)..at).any(|back| words.is_any(back, NOT));
            let is_quoted = || story.is_quoted(words.tokens[at].span.shifted(story.blocks[block].span.start));
            // "Confirmed an inquiry but not its subject": what has been reported is another thing.
            let is_of_other = words.is_any(at + 1, &["a", "an", "only"]);
            words.is_any(at, CONFIRM) && !is_of_other && !is_denied && !is_quoted()
        })
    })
}

/// "The bank declined to comment", "we could not reach Moss".
fn declines(story: &Story, sentence: usize) -> bool {
    story.sentence_names(sentence, &["declined", "reached", "reach", "respond", "comment", "return", "confirm"])
}
