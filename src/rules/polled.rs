//! Which figures come from a poll that the story has named, and which only say how it was made.

use super::beside::Beside;
use super::family::Family;
use crate::extract::{Figure, FigureKind};
use crate::language::{Class, WordList, Words};
use crate::story::{Placed, Story};
use crate::text::Span;

/// How many paragraphs a poll goes on speaking for.
const POLL_REACH: usize = 6;

/// How many paragraphs below the headline tell that a story is about a poll.
const LEDE: usize = 6;

/// How many words before a number say how something was found.
const METHOD_REACH: usize = 8;

/// "A survey of 350 patients", "a margin of error of 3 points", "surveyed 1,008 adults": how something was found,
/// not what.
pub(super) fn is_method(story: &Story, figure: &Figure, beside: &Beside<'_>) -> bool {
    const ASKED: &[&str] = &[
        "surveyed",
        "surveying",
        "interviewed",
        "interviewing",
        "polled",
        "questioned",
        "sampled",
        "canvassed",
        "panel",
        "sample",
    ];
    const FILES: &[&str] =
        &["data", "details", "documents", "emails", "files", "letters", "messages", "papers", "records"];
    const STUDIED: &[&str] =
        &["analysed", "analyzed", "analysis", "examined", "review", "reviewed", "study", "studied", "survey"];
    const ASKABLE: &[&str] = &["voter", "adult", "respondent", "elector"];
    let words = beside.words;
    let of = beside.lead.wrapping_sub(1);
    let is_of = words.is_any(of, &["of", "among", "with"]);
    // "An average of 41 weeks": a pollster's average has no number behind it. "Stole the records of 1.2 million patients"
    let source = of.wrapping_sub(1);
    let is_filed = words.is_any(source, FILES) && !beside.has(STUDIED);
    let is_other = words.is(source, "average") || is_filed || beside.has(&["stole", "stolen", "leaked", "hacked"]);
    // "A bill of £1.9m" is no sample.
    let is_money = figure.kind == FigureKind::Money;
    let is_sample = is_of && words.has(source, Class::Document) && !is_other && !is_money;
    // "The advice, which came out on Monday, is based on 212 hauls": what those who give it went by.
    let is_basis = words.is(of, "on")
        && words.is_any(source, &["based", "drawing", "draws", "drew", "relied", "relies", "rests"])
        && figure.kind == FigureKind::Count;
    let block = story.blocks[story.block_at(figure.number.start)].span;
    let is_counted = figure.kind == FigureKind::Count;
    // "The charity asked 900 pupils."
    let is_plainly_asked = words.is(of, "asked") && !words.has(of.wrapping_sub(1), Class::Be);
    let is_asked = is_counted && (is_plainly_asked || beside.has_before(METHOD_REACH, ASKED));
    // "Of 1,200 people who responded, 768, or 64%, said": they and so many of them.
    let has_answered = |verb: &str| beside.has_run(&["who", verb]);
    if is_counted && ["responded", "answered", "replied"].into_iter().any(has_answered) {
        return true;
    }
    // "Of 1,020 adults who told the pollster"
    if is_counted && beside.has_behind(METHOD_REACH, &["told"]) && beside.has_behind(METHOD_REACH, POLLSTERS) {
        return true;
    }
    // "The poll was taken from May 3 to 5 among 996 voters. Of those, 418 were …": the paragraph on how it was made.
    let is_made = is_counted
        && figure.unit.as_ref().is_none_or(|unit| ASKABLE.contains(&unit.head.as_str()))
        && (names_poll(story, block) && story.text_of(block).contains("margin of")
            || story.text_of(block).contains("margin of error"));
    let is_margin = beside.has_before(METHOD_REACH, &["margin"]) || is_give_or_take(beside);
    is_sample || is_basis || is_asked || is_made || is_trial(figure, beside) || is_margin
}

/// "Of 1,200 people who responded, 768 drove. Six hundred walked, and 276 took the bus": so many of them.
fn is_of_answers(story: &Story, figure: &Placed<Figure>) -> bool {
    const ANSWERED: &[&str] = &["responded", "answered", "replied"];
    let first = story.sentences_of(figure.block).start;
    figure.kind == FigureKind::Count
        && figure.unit.is_none()
        && (first..figure.sentence).any(|sentence| {
            story.sentence_names(sentence, ANSWERED) && story.sentence_names(sentence, &["who", "which"])
        })
}

/// "9,100 years, plus or minus 200": how sure a measurement is.
fn is_give_or_take(beside: &Beside<'_>) -> bool {
    let before = beside.first.wrapping_sub(3);
    beside.words.run_is(before, &["plus", "or", "minus"]) || beside.words.run_is(before, &["give", "or", "take"])
}

/// "The paper's six authors fed 240 mice": what those who tell of a trial did in it.
fn is_trial(figure: &Figure, beside: &Beside<'_>) -> bool {
    const WHO: WordList = WordList::of(&[
        "authors",
        "researchers",
        "scientists",
        "team",
        "biologists",
        "psychologists",
        "chemists",
        "doctors",
        "trial",
        "study",
    ]);
    const DID: WordList = WordList::of(&[
        "analysed",
        "analyzed",
        "compared",
        "examined",
        "fed",
        "followed",
        "gave",
        "enrolled",
        "recruited",
        "scanned",
        "studied",
        "tagged",
        "tested",
        "tracked",
        "treated",
        "weighed",
    ]);
    const SUBJECT: usize = 12;
    const NEAR: usize = 6;
    let words = beside.words;
    let did = (1..beside.first).find(|&at| words.is_listed(at, &DID));
    figure.kind == FigureKind::Count
        && did.is_some_and(|did| {
            did <= SUBJECT && (0..did).any(|at| words.is_listed(at, &WHO)) && beside.first <= did + NEAR
        })
}

/// Support, leads and ratings behind a poll that the story has named, or in whose sentence it is named.
pub(super) fn is_of_poll(story: &Story, figure: &Placed<Figure>) -> bool {
    // No poll asks how many will vote; it asks voters what they say.
    let is_turnout = || {
        story.sentence_names(figure.sentence, &["turnout"])
            || story.sentence_names(figure.sentence, &["voting"])
                && !story.sentence_names(figure.sentence, &["say", "says", "said", "voters"])
    };
    is_of_answers(story, figure)
        || Family::of(figure.kind) == Family::Parts
            && is_polled(story, figure)
            && !is_turnout()
            && !tells_change(story, figure.sentence)
}

/// Who asks for a living.
const POLLSTERS: &[&str] = &["pollster", "pollsters", "interviewers", "researchers"];

/// Whether a poll has been named that the figure can be from.
fn is_polled(story: &Story, figure: &Placed<Figure>) -> bool {
    let sentence = story.sentences[figure.sentence].span;
    if story.headline().is_some_and(|head| names_poll(story, head.span)) || names_poll(story, sentence) {
        return true;
    }
    // "34 percent of 1,020 adults told the pollster Quill that".
    if story.sentence_names(figure.sentence, &["told"]) && story.sentence_names(figure.sentence, POLLSTERS) {
        return true;
    }
    let block = story.blocks[figure.block].span;
    // "Asked who should lead, 55 percent named Marl. Quill came third with 3 percent."
    let told = story.tokens_of(figure.block, Span::new(block.start, sentence.end));
    let is_asked_about =
        story.block_has(figure.block, Class::PollWord) && told.iter().any(|token| token.is(Class::PollWord));
    let reach = if is_asked_about { POLL_REACH } else { 0 };
    let is_named_before = (figure.block.saturating_sub(reach)..=figure.block).any(|block| {
        let span = story.blocks[block].span;
        names_poll(story, Span::new(span.start, figure.number.start.min(span.end)))
    });
    is_named_before
        || is_named_next(story, figure.sentence)
        || is_about_poll(story) && speaks_of_asked(story, figure.sentence)
}

/// "Crime in the city fell 18 percent last year": what has come and gone, and no answer to a poll.
fn tells_change(story: &Story, sentence: usize) -> bool {
    const CHANGED: &[&str] =
        &["fell", "rose", "dropped", "climbed", "jumped", "risen", "fallen", "grew", "grown", "sank"];
    const SPANS: WordList =
        WordList::of(&["year", "month", "quarter", "decade", "summer", "winter", "spring", "autumn"]);
    let text = story.text_of(story.blocks[story.sentences[sentence].block].span);
    let words = Words { text, tokens: story.tokens_in(story.sentences[sentence].span) };
    let is_span = |at: usize| words.is_any(at, &["last", "a"]) && words.is_listed(at + 1, &SPANS);
    story.sentence_names(sentence, CHANGED)
        && (0..words.tokens.len()).any(is_span)
        && !story.sentence_has(sentence, Class::PollWord)
        && !story.sentence_has(sentence, Class::Poll)
}

/// Whether a poll is spoken of within `span`, which lies in one block.
fn names_poll(story: &Story, span: Span) -> bool {
    let is_poll = || {
        let words = story.words_at(span);
        (0..words.tokens.len()).any(|at| words.has(at, Class::Poll) && !is_polling_place(words, at))
    };
    story.block_has(story.block_at(span.start), Class::Poll) && is_poll()
}

/// "Voters go to the polls in June", "the polls open at seven": where votes are cast, and nobody is asked.
fn is_polling_place(words: Words<'_>, at: usize) -> bool {
    const VOTING: &[&str] = &["close", "closed", "closing", "open", "opened", "opening"];
    let goes =
        |at: usize| words.is_any(at, &["go", "goes", "going", "gone", "head", "headed", "heading", "return", "went"]);
    words.is(at, "polls")
        && (words.is_any(at + 1, VOTING)
            || words.run_is(at.wrapping_sub(2), &["to", "the"]) && goes(at.wrapping_sub(3)))
}

/// "Four in 10 voters say that they want a bridge. The poll, taken on Saturday, also shows": the next sentence, in
/// this paragraph or the next, says where answers come from.
fn is_named_next(story: &Story, sentence: usize) -> bool {
    let block = story.sentences[sentence].block;
    story.sentence_names(sentence, &["say", "voters", "respondents", "adults"])
        && story.sentences.get(sentence + 1).is_some_and(|next| next.block <= block + 1 && names_poll(story, next.span))
}

/// Whether the first paragraphs name a poll and give shares from it, or say what it finds.
fn is_about_poll(story: &Story) -> bool {
    let head = story.blocks.iter().position(|block| block.role.is_heading()).unwrap_or(0);
    let lede = head..(head + LEDE + 1).min(story.blocks.len());
    let has_share =
        |block: usize| story.figures_of(block).iter().any(|figure| Family::of(figure.kind) == Family::Parts);
    let mut near = lede.clone();
    let finds = |block: usize| {
        let mut sentences = story.sentences_of(block);
        sentences.any(|at| story.sentence_has(at, Class::Poll) && story.sentence_has(at, Class::Show))
    };
    near.any(|block| names_poll(story, story.blocks[block].span))
        && (lede.clone().any(has_share) || lede.into_iter().any(finds))
}

/// Whether a sentence speaks of those who were asked, or of what they answered.
fn speaks_of_asked(story: &Story, sentence: usize) -> bool {
    const ASKED: &[&str] = &[
        "say",
        "would",
        "says",
        "said",
        "voters",
        "respondents",
        "republicans",
        "democrats",
        "independents",
        "conservatives",
        "adults",
        "women",
        "men",
        "identify",
        "agree",
        "call",
        "competition",
        "sits",
        "describe",
        "disagree",
        "view",
        "reaction",
        "response",
    ];
    story.sentence_has(sentence, Class::PollWord) || story.sentence_names(sentence, ASKED)
}
