//! A long quotation whose speaker comes last.

use super::named_behind::named_behind;
use super::{Report, Rule};
use crate::extract::{Attribution, QuoteKind};
use crate::finding::Severity;
use crate::story::{Placed, Quotation, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "late-attribution",
    summary: "the speaker is named only after the second sentence of a quotation",
    severity: Severity::Information,
    explanation: r#"
A quotation runs for two sentences or more before the reader learns who speaks.

Readers listen differently to a mayor and to a tenant; until they know, they cannot.

```story
“The pump failed. The wall gave way. It will happen again,” said Lee Marsh, the harbour engineer.
                                                                 ^^^^^^^^^ late-attribution: The reader learns only here who has been speaking for three sentences.
```

Better: name the speaker at the first pause.

```story
“The pump failed,” said Lee Marsh, the harbour engineer. “The wall gave way. It will happen again.”
```

Not flagged: two sentences by somebody who has spoken in the story before; a speaker who was quoted right before, in this paragraph or the last; a speaker named ahead of the quotation;
headlines and block quotes.

Reference: Reuters and the Guardian ask for the speaker at the start of a quotation or after its first sentence.
"#,
    asks_relations: false,
    check,
};

/// A sentence of fewer words is an exclamation, not a wait: "No. Never."
const FEWEST_WORDS: usize = 8;

/// How many attributions back a voice is still in the ear.
const NEAR: usize = 8;

fn check(story: &Story, report: &mut Report<'_>) {
    for quotation in &story.quotations {
        report_quotation(story, quotation, report);
    }
}

fn report_quotation(story: &Story, quotation: &Quotation, report: &mut Report<'_>) -> Option<()> {
    let [whole] = quotation.spans.as_slice() else { return None };
    if quotation.kind != QuoteKind::Speech || !story.blocks[quotation.block].role.is_prose() {
        return None;
    }
    let first = story.numbers_of_attributions(quotation.block).start;
    let says = |attribution: &Placed<Attribution>| attribution.content.iter().any(|content| content.overlaps(*whole));
    let told = story.attributions_of(quotation.block).iter().position(says);
    // “…” That was Ida Moss: a sentence of its own says who it was.
    if let (None, Some(name)) = (told, named_behind(story, quotation)) {
        let count = sentences_before_pause(story.text_of(quotation.inner[0]));
        return (1 < count).then(|| tell(*whole, name, count, report));
    }
    let number = first + told?;
    let attribution = &story.attributions[number];
    let source = attribution.source.filter(|source| whole.end <= source.span.start)?;
    if spoke_just_before(story, number) {
        return None;
    }
    let count = sentences_before_pause(story.text_of(quotation.inner[0]));
    let is_new =
        story.speakers[number].is_some_and(|speaker| story.source(speaker).mentions.first() == Some(&source.span));
    if count < 2 || (count == 2 && !is_new) {
        return None;
    }
    tell(*whole, source.span, count, report);
    Some(())
}

/// Says that the speaker of `whole`, which has `count` sentences, is named only at `name`.
fn tell(whole: Span, name: Span, count: usize, report: &mut Report<'_>) {
    let many = ["two", "three", "four"].get(count.saturating_sub(2)).copied().unwrap_or("many");
    report
        .at(name, format!("The reader learns only here who has been speaking for {many} sentences."))
        .relate(whole, "this quotation")
        .help("Name the speaker after the first sentence of the quotation.");
}

/// The sentences of a quotation; those too short to keep a reader waiting count as none.
fn sentences_before_pause(words: &str) -> usize {
    let has_pause = |words: &str| words.bytes().any(|byte| matches!(byte, b'.' | b'?' | b'!'));
    if words.split_whitespace().take(FEWEST_WORDS).count() < FEWEST_WORDS {
        return 0;
    }
    // Most quotations are of one sentence, which needs no look at each of its words.
    if !has_pause(words.trim_end().trim_end_matches(['.', '?', '!'])) {
        return 1;
    }
    let ends = |word: &&str| word.len() > 3 && word.ends_with(['.', '?', '!']);
    let inner: Vec<&str> = words.split_whitespace().collect();
    let last = inner.len() - 1;
    1 + inner[..last]
        .iter()
        .zip(&inner[1..])
        .filter(|(word, next)| ends(word) && next.starts_with(char::is_uppercase))
        .count()
}

/// Whether the same source spoke last before, so that the reader has the voice in the ear.
fn spoke_just_before(story: &Story, number: usize) -> bool {
    let speaker = story.speakers[number];
    let block = story.attributions[number].block;
    let is_near = |earlier: &usize| story.attributions[*earlier].block + 1 >= block;
    let mut before = (0..number).rev().take(NEAR).take_while(is_near);
    before.any(|earlier| speaker.is_some() && story.speakers[earlier] == speaker)
}
