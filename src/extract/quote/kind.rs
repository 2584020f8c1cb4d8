//! Tells what the words between two quotation marks are, by their spelling and the words around them.
//!
//! Speech must be certain, since speech that nobody is named for is reported; what is in doubt is a fragment,
//! or, in one to three words, a term. A comma or full stop in front of the closing mark says little:
//! American style puts it there whatever the words are.

use super::QuoteKind;
use crate::language::{Class, Token, TokenKind};

/// A quotation among the tokens of its block.
pub(super) struct Phrase<'a> {
    pub(super) text: &'a str,
    pub(super) before: &'a [Token],
    pub(super) inner: &'a [Token],
    pub(super) after: &'a [Token],
}

/// Tokens of a quotation that are looked at: the kind shows early, and nested quotations stay cheap.
const HEAD: usize = 40;
/// A title or a term has no more words than this.
const TITLE_WORDS: usize = 12;
const TERM_WORDS: usize = 3;
/// A clause in a fragment's place has at least as many.
const CLAUSE_WORDS: usize = 4;

/// What kind of quotation the closed `phrase` is.
pub(super) fn kind_of(phrase: &Phrase<'_>) -> QuoteKind {
    let shape = Shape::of(phrase);
    if is_nickname(phrase, &shape) {
        return QuoteKind::Nickname;
    }
    if follows_term_cue(phrase) && shape.words <= 2 * TERM_WORDS && !shape.has_pause {
        return QuoteKind::Term;
    }
    if is_announced_title(phrase, &shape) {
        return QuoteKind::Title;
    }
    let is_spoken = is_spoken(phrase, &shape);
    if !is_spoken && is_title(phrase, &shape) {
        return QuoteKind::Title;
    }
    if is_spoken || is_clause(phrase, &shape) {
        return QuoteKind::Speech;
    }
    if TERM_WORDS < shape.words || has_cue_before(phrase) || has_cue_after(phrase) {
        return QuoteKind::Fragment;
    }
    QuoteKind::Term
}

/// What the words look like by themselves.
#[expect(clippy::struct_excessive_bools, reason = "independent observations, each read by name")]
struct Shape {
    words: usize,
    /// Whether the first word begins with a capital letter.
    is_capitalised: bool,
    /// Whether all words but the small ones begin with a capital, and at least two do.
    is_title_case: bool,
    /// Whether a full stop, question or exclamation mark, semicolon or colon stands inside.
    has_pause: bool,
    /// Whether the last mark inside ends a sentence.
    has_end: bool,
    /// Whether the last mark inside is a comma.
    has_comma: bool,
    has_auxiliary: bool,
    has_subject: bool,
    begins_with_subject: bool,
}

impl Shape {
    fn of(phrase: &Phrase<'_>) -> Self {
        let text = phrase.text;
        // The last mark of ‘She said, “No.”’ is the full stop.
        let closing = phrase.inner.iter().rev().take(4).take_while(|token| token.kind == TokenKind::QuoteMark).count();
        let (last, inside) = phrase.inner[..phrase.inner.len() - closing].split_last().unzip();
        let last = last.map_or("", |token| token.of(text));
        let inside = inside.map_or(&phrase.inner[..0], |inside| &inside[..inside.len().min(HEAD)]);
        let head = &phrase.inner[..phrase.inner.len().min(HEAD)];
        let mut words: Vec<&Token> = Vec::with_capacity(head.len());
        words.extend(head.iter().filter(|token| is_word(token, text)));
        let has = |class| words.iter().any(|token| token.is(class));
        let has_end = matches!(last, "." | "?" | "!" | "…" | "...");
        let is_capitalised = words.first().is_some_and(|token| is_capitalised(token));
        Self {
            words: words.len(),
            is_capitalised,
            is_title_case: is_capitalised && is_title_case(&words, has_end),
            has_pause: inside.iter().any(|token| {
                token.kind == TokenKind::Punctuation && matches!(token.of(text), "." | "?" | "!" | ";" | "…" | "...")
            }),
            has_end,
            has_comma: last == ",",
            has_auxiliary: has(Class::Auxiliary),
            has_subject: has(Class::SubjectPronoun),
            begins_with_subject: words.first().is_some_and(|token| token.is(Class::SubjectPronoun)),
        }
    }
}

fn is_title_case(words: &[&Token], has_end: bool) -> bool {
    let is_small = |token: &Token| token.kind == TokenKind::Number || token.is(Class::FunctionWord);
    // Most quotations show by one of their first words that they are none.
    if !words.iter().all(|token| is_capitalised(token) || is_small(token)) {
        return false;
    }
    let (capitalised, others): (Vec<&Token>, Vec<&Token>) = words.iter().partition(|token| is_capitalised(token));
    // "Neither do I." and "We’re Millbrook." have capitals enough, but are sentences.
    let clausal = [Class::Auxiliary, Class::SubjectPronoun];
    let is_sentence = has_end
        && (others.iter().any(|token| token.classes.has_any(&clausal))
            || capitalised.len() == 2 && capitalised[0].is(Class::SubjectPronoun));
    2 <= capitalised.len() && !is_sentence
}

fn is_word(token: &Token, text: &str) -> bool {
    match token.kind {
        // "'s" is a part of one.
        TokenKind::Word => {
            let first = text.as_bytes()[token.span.start as usize];
            first.is_ascii_alphabetic() || !first.is_ascii() && token.of(text).starts_with(char::is_alphabetic)
        }
        TokenKind::Number | TokenKind::Link => true,
        _ => false,
    }
}

fn is_capitalised(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.capital
}

/// The tokens before the quotation back to the last end of a sentence, at most `count`, nearest first.
fn nearest_before<'a>(phrase: &'a Phrase<'_>, count: usize) -> impl Iterator<Item = &'a Token> {
    let text = phrase.text;
    phrase.before.iter().rev().take(count).take_while(move |token| !parts_sentences(token, text))
}

fn nearest_after<'a>(phrase: &'a Phrase<'_>, count: usize) -> impl Iterator<Item = &'a Token> {
    let text = phrase.text;
    phrase.after.iter().take(count).take_while(move |token| !parts_sentences(token, text))
}

/// Whether a sentence or a clause of its own ends with it.
fn parts_sentences(token: &Token, text: &str) -> bool {
    token.kind == TokenKind::Punctuation && matches!(token.of(text), "." | "?" | "!" | ";")
}

/// Luiz "Lula" da Silva; Angela ("Angie") Voss.
fn is_nickname(phrase: &Phrase<'_>, shape: &Shape) -> bool {
    let text = phrase.text;
    if !shape.is_capitalised || 3 < shape.words || shape.has_pause || shape.has_end || shape.has_comma {
        return false;
    }
    let (Some(mut before), Some(after)) = (phrase.before.last(), phrase.after.first()) else { return false };
    if before.of(text) == "(" && after.of(text) == ")" {
        let Some(name) = phrase.before.iter().nth_back(1) else { return false };
        before = name;
        return is_first_name(before, text);
    }
    let is_surname = is_capitalised(after) && !after.is(Class::FunctionWord) && !is_day(after.of(text))
        || matches!(after.of(text), "da" | "de" | "di" | "du" | "van" | "von" | "bin" | "al" | "la");
    is_first_name(before, text) && is_surname && !is_headline_case(phrase)
}

fn is_first_name(token: &Token, text: &str) -> bool {
    let word = token.of(text);
    let is_acronym = 1 < word.len() && word.chars().all(char::is_uppercase);
    let is_other = [Class::FunctionWord, Class::SpeechVerb, Class::NamingVerb, Class::WorkNoun, Class::TermCue];
    is_capitalised(token) && !is_acronym && !token.classes.has_any(&is_other) && !is_day(word)
}

fn is_day(word: &str) -> bool {
    word.ends_with("day") || matches!(word, "On" | "In" | "At" | "Last" | "Next" | "This")
}

/// "so-called “experts”", "the word “soon”", "known as “the Bull”".
fn follows_term_cue(phrase: &Phrase<'_>) -> bool {
    let mut nearest = nearest_before(phrase, 3);
    let Some(first) = nearest.next() else { return false };
    let is_term_cue = |token: &Token| token.is(Class::TermCue);
    let is_so_called = first.of(phrase.text).eq_ignore_ascii_case("called")
        && nearest.next().is_some_and(|token| token.kind == TokenKind::Dash);
    let is_small = matches!(first.of(phrase.text), "as" | "the" | "a" | "an" | "of");
    is_term_cue(first) || is_so_called || is_small && nearest_before(phrase, 2).nth(1).is_some_and(is_term_cue)
}

/// Whether the words around say that somebody speaks.
fn is_spoken(phrase: &Phrase<'_>, shape: &Shape) -> bool {
    if shape.words == 0 {
        return false;
    }
    // British style may put the comma of “We won”, she said, behind the mark.
    let has_comma_behind = phrase.after.first().is_some_and(|token| token.of(phrase.text) == ",");
    let has_stop = shape.has_end || shape.has_comma || has_comma_behind && begins_sentence(phrase);
    let stands_alone =
        phrase.before.is_empty() && phrase.after.iter().all(|token| token.kind == TokenKind::Punctuation);
    has_stop && has_cue_after(phrase)
        || stands_alone && !shape.is_title_case && (shape.has_end || TERM_WORDS < shape.words)
        || is_announced(phrase) && shape.is_capitalised && (has_stop || !shape.is_title_case)
        || begins_sentence(phrase) && has_stop && 2 <= shape.words && !shape.is_title_case
        || continues_speech(phrase) && 2 <= shape.words && has_stop
}

fn is_cue(token: &Token) -> bool {
    token.is(Class::SpeechVerb) && !token.is(Class::SpeechNoun)
}

/// "said: “…”", "She added, “…”".
fn is_announced(phrase: &Phrase<'_>) -> bool {
    let mut nearest = nearest_before(phrase, 6);
    let Some(mark) = nearest.next() else { return false };
    match mark.of(phrase.text) {
        ":" | "," | "that" => nearest.any(is_cue),
        _ => is_cue(mark),
    }
}

/// Whether nothing of the reporter's sentence stands before it.
fn begins_sentence(phrase: &Phrase<'_>) -> bool {
    phrase.before.last().is_none_or(|token| {
        matches!(token.of(phrase.text), "." | "?" | "!" | ":") || token.kind == TokenKind::QuoteMark
    })
}

/// "“We won,” she said, “and they lost.”": the second half of a split quotation begins small.
fn continues_speech(phrase: &Phrase<'_>) -> bool {
    let behind_pause = phrase.before.last().is_some_and(|token| matches!(token.of(phrase.text), "," | ":" | ";"));
    behind_pause
        && nearest_before(phrase, 8).any(is_cue)
        && phrase.before.iter().rev().take(12).any(|token| token.kind == TokenKind::QuoteMark)
}

/// "“…,” said Ruiz", "“…,” the mayor told reporters".
fn has_cue_after(phrase: &Phrase<'_>) -> bool {
    nearest_after(phrase, 6).take_while(|token| token.kind != TokenKind::QuoteMark).any(is_cue)
}

/// "called it “a raid”", "said the plan was “unsafe”".
fn has_cue_before(phrase: &Phrase<'_>) -> bool {
    nearest_before(phrase, 20).any(|token| is_cue(token) || token.is(Class::NamingVerb))
}

/// A work's title behind the word that says so: "his novel “…”", "her commentary, “…,”".
fn is_announced_title(phrase: &Phrase<'_>, shape: &Shape) -> bool {
    if !shape.is_capitalised || shape.has_pause || TITLE_WORDS < shape.words {
        return false;
    }
    let mut nearest = nearest_before(phrase, 2);
    let is_work = |token: Option<&Token>| token.is_some_and(|token| token.is(Class::WorkNoun));
    let before = nearest.next();
    let is_apposed = before.is_some_and(|token| token.of(phrase.text) == ",") && !shape.has_end;
    is_work(before) || is_apposed && shape.is_title_case && is_work(nearest.next())
}

fn follows(phrase: &Phrase<'_>, word: &str) -> bool {
    phrase.before.last().is_some_and(|token| token.of(phrase.text) == word)
}

/// The name of a work, a brand, a ship, a statue.
fn is_title(phrase: &Phrase<'_>, shape: &Shape) -> bool {
    if shape.has_pause || TITLE_WORDS < shape.words {
        return false;
    }
    shape.is_title_case && !is_headline_case(phrase) && !follows(phrase, "as")
}

/// A clause of somebody's words, whatever stands around it.
fn is_clause(phrase: &Phrase<'_>, shape: &Shape) -> bool {
    let has_stop = shape.has_end || shape.has_comma;
    let has_verb = shape.has_auxiliary || shape.has_subject;
    if shape.is_capitalised {
        return CLAUSE_WORDS <= shape.words && (has_verb || has_stop);
    }
    let has_both = shape.has_auxiliary && shape.has_subject;
    CLAUSE_WORDS < shape.words && shape.begins_with_subject && shape.has_auxiliary
        || 2 * CLAUSE_WORDS <= shape.words && has_both
        || CLAUSE_WORDS <= shape.words && continues_speech(phrase)
}

/// Whether the words around are capitalised like a title themselves, so that capitals say nothing.
fn is_headline_case(phrase: &Phrase<'_>) -> bool {
    let text = phrase.text;
    let around = nearest_before(phrase, 5).chain(nearest_after(phrase, 5));
    let mut words = around.filter(|token| is_word(token, text) && !token.is(Class::FunctionWord)).peekable();
    words.peek().is_some() && {
        let (capitalised, small): (Vec<&Token>, Vec<&Token>) = words.partition(|token| is_capitalised(token));
        3 <= capitalised.len() && small.is_empty()
    }
}
