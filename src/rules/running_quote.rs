//! A quotation that closes with its paragraph and goes on in the next.

use super::described::FINITE;
use super::unsourced_quote::is_pulled;
use super::{Report, Rule};
use crate::extract::{Attribution, QuoteKind, SourceKind};
use crate::finding::{Edit, Fix, Severity};
use crate::language::{Class, Lexicon};
use crate::story::{POINTING_BACK, Placed, Quotation, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "running-quote",
    summary: "a quotation goes on in the next paragraph, but its mark is closed",
    severity: Severity::Warning,
    explanation: r#"
A speaker goes on in the next paragraph, and the first one closes its quotation.

Closed marks tell the reader that somebody else begins to speak.
By convention a paragraph within a speech ends without a mark, and the next opens with one.

```story
“The wall held for ninety years,” Ida Lund said. “Nobody looked at it.”

“Then the rain came. I have never seen so much of it.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ running-quote: Who goes on here? The quotation before it was closed: if the speaker is the same, leave that open.
```

Better: take the closing mark away, or name the speaker again.

```story
“The wall held for ninety years,” Ida Lund said. “Nobody looked at it.

“Then the rain came. I have never seen so much of it.”
```

The other half of the convention is asked about, too: a paragraph that leaves its quotation open wants a mark at the head
of the next.

Not flagged: a second paragraph that names its speaker; a first one that does not end with the quotation;
one that quotes within the reporter's sentence ("said that he “would stay”"); lists and block quotes;
a second one in which nothing goes on with the first, neither a word nor "it" nor "I": whose words it is, `unsourced-quote` asks.

Reference: AP's rule on running quotations.
"#,
    asks_relations: false,
    check,
};

/// A shorter paragraph may be another's reply.
const FEWEST_WORDS: usize = 5;

fn check(story: &Story, report: &mut Report<'_>) {
    for marks in story.unpaired_marks.windows(2) {
        let &[one, other] = marks else { continue };
        if left_open(story, one, other) {
            let next = story.blocks[story.block_at(other.start)].span.start;
            report
                .at(one, "This quotation goes on in the next paragraph, which opens without a mark.")
                .relate(other, "closed here")
                .help("Put an opening mark at the head of the next paragraph.")
                .fix(Fix {
                    title: "Open the next paragraph with a mark".to_owned(),
                    edits: vec![Edit { span: Span::new(next, next), new_text: story.text_of(one).to_owned() }],
                    safe: false,
                });
        }
    }
    for quotation in &story.quotations {
        if let Some(mark) = anothers_words(story, quotation) {
            report
                .at(mark, "This quotation is left open, but the next paragraph is another's words.")
                .help("Close the quotation where the speaker's words end.");
        }
    }
    for pair in story.quotations.windows(2) {
        let [first, second] = pair else { continue };
        if !goes_on(story, first, second) || !speaks_on(story, first, second) {
            continue;
        }
        let mark = closing_mark(story, first);
        report
            .at(
                second.spans[0],
                "Who goes on here? The quotation before it was closed: if the speaker is the same, leave that open.",
            )
            .relate(mark, "closed here")
            .help("Take that closing mark away, or name the speaker of this paragraph.")
            .fix(Fix {
                title: "Take out the closing mark before it".to_owned(),
                edits: vec![Edit { span: mark, new_text: String::new() }],
                safe: false,
            });
    }
}

/// The opening mark of a quotation that a paragraph leaves open, where the next one gives what it quotes to somebody else
/// by name.
fn anothers_words(story: &Story, quotation: &Quotation) -> Option<Span> {
    let &[first, second, ..] = quotation.spans.as_slice() else { return None };
    let voices = |block: usize| {
        let is_person =
            |said: &&Placed<Attribution>| said.source.is_some_and(|source| source.kind == SourceKind::Person);
        story.attributions_of(block).iter().filter(is_person)
    };
    let surname = |said: &Placed<Attribution>| {
        said.source.map(|source| story.text_of(source.head).rsplit(' ').next().unwrap_or_default().to_owned())
    };
    let one = voices(story.block_at(first.start)).next_back().and_then(surname)?;
    let next = story.block_at(second.start);
    let is_told = |said: &&Placed<Attribution>| {
        second.end <= said.cue.start && said.sentence == story.sentence_at(second.end + 1)
    };
    let other = voices(next).find(is_told).and_then(surname)?;
    let mark = story.text_of(first).chars().next().map_or(0, char::len_utf8) as u32;
    let is_long = FEWEST_WORDS <= story.text_of(first).split_whitespace().count();
    (one != other && is_long).then(|| Span::new(first.start, first.start + mark))
}

/// The opening mark of a quotation that runs to the end of its paragraph, where the next paragraph goes on without a
/// mark at its head and closes it.
fn left_open(story: &Story, one: Span, other: Span) -> bool {
    let (from, to) = (story.block_at(one.start), story.block_at(other.start));
    let before = story.text_of(Span::new(one.end, story.blocks[from].span.end.max(one.end))).trim_end();
    let next = story.text_of(story.blocks[to].span);
    from + 1 == to
        && story.blocks[from].role.is_prose()
        && story.blocks[to].role.is_prose()
        && before.starts_with(char::is_uppercase)
        && before.ends_with(['.', '!', '?'])
        && next.starts_with(char::is_uppercase)
        && story.blocks[to].span.end == other.end
        && !story.attributions_of(to).iter().any(|said| story.tokens_in(said.cue).iter().any(|word| word.is(Class::Say)))
        // "Ida Moss, harbour master." under a quotation set apart is its credit.
        && story.tokens_in(story.blocks[to].span).iter().any(|token| token.classes.has_any(FINITE))
}

/// Whether a quotation that fills a paragraph, behind one that was closed, is likelier another voice's: nothing in it goes on
/// with the words before.
pub(super) fn is_anothers(story: &Story, first: &Quotation, second: &Quotation) -> bool {
    goes_on(story, first, second) && !speaks_on(story, first, second)
}

/// Whether the words of the second go on with those of the first: they take up what it spoke of, in a word or a pronoun,
/// or speak of "I" or "we" as it did.
fn speaks_on(story: &Story, first: &Quotation, second: &Quotation) -> bool {
    const LONG: usize = 4;
    const SINGULAR: &[&str] = &["i", "i'm", "i’m", "i've", "i’ve", "i'd", "i’d", "i'll", "i’ll", "me", "my", "mine"];
    const PLURAL: &[&str] =
        &["we", "we're", "we’re", "we've", "we’ve", "we'd", "we’d", "we'll", "we’ll", "us", "our", "ours"];
    let [told, goes] = [first, second].map(|quotation| {
        let words = quotation.inner.iter().flat_map(|&inner| story.text_of(inner).split_whitespace());
        let plain = |word: &str| {
            let word = word.trim_matches(|mark: char| !mark.is_alphanumeric()).to_lowercase();
            word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).map_or(word.clone(), str::to_owned)
        };
        words.map(plain).collect::<Vec<String>>()
    });
    let both_have =
        |person: &[&str]| [&told, &goes].iter().all(|words| words.iter().any(|word| person.contains(&word.as_str())));
    let is_telling =
        |word: &&String| LONG <= word.chars().count() && !Lexicon::shared().classes(word).has(Class::FunctionWord);
    POINTING_BACK.contains(&goes.first().map_or("", String::as_str))
        || both_have(SINGULAR)
        || both_have(PLURAL)
        || goes.iter().filter(is_telling).any(|word| told.contains(word))
}

/// Whether the first ends its paragraph and the second, with no speaker of its own, fills the next.
fn goes_on(story: &Story, first: &Quotation, second: &Quotation) -> bool {
    let end = first.extent().end;
    let (before, block) = (story.block_at(end.saturating_sub(1)), second.block);
    let is_speech = |quotation: &Quotation| quotation.kind == QuoteKind::Speech;
    let is_prose = |block: usize| story.blocks[block].role.is_prose();
    let whole = story.blocks[block].span;
    let is_long = || FEWEST_WORDS <= story.text_of(whole).split_whitespace().take(FEWEST_WORDS).count();
    is_speech(first)
        && is_speech(second)
        && story.text_of(first.inner[0]).starts_with(char::is_uppercase)
        && before + 1 == block
        && is_prose(before)
        && is_prose(block)
        && story.blocks[before].span.end == end
        && second.spans[0].start == whole.start
        // “…,” a voice says: the sentence goes on.
        && story.text[second.extent().end.min(whole.end) as usize..whole.end as usize]
            .trim_start()
            .chars()
            .next()
            .is_none_or(char::is_uppercase)
        && !story.attributions_of(before).is_empty()
        && story.attributions_of(block).is_empty()
        && is_long()
        && !is_pulled(story, second)
}

fn closing_mark(story: &Story, quotation: &Quotation) -> Span {
    let end = quotation.extent().end;
    let inner = quotation.inner.last().map_or(end, |inner| inner.end);
    Span::new(inner.min(end), end).trimmed(&story.text)
}
