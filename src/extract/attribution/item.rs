//! The reporter's words: a block's tokens with each quotation as one item, so that no walk over the
//! sentence reads a word inside one.

use std::ops::Range;

use super::Context;
use super::tag::{self, Tag};
use crate::draft::Role;
use crate::extract::QuoteKind;
use crate::language::{Class, Classes, Token, TokenKind, Trace, Traces, WordList, is_one_of, is_same_word};
use crate::text::Span;

/// What an item is made of, before it has a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Make {
    /// A token outside quotations.
    Token(TokenKind),
    /// A whole quotation.
    Quotation(QuoteKind),
}

/// A word, a mark or a quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) span: Span,
    pub(super) make: Make,
    pub(super) glued: bool,
    /// Whether it begins with a capital; of a quotation nobody asks.
    pub(super) capital: bool,
    /// That of its token.
    trace: Trace,
    pub(super) classes: Classes,
    pub(super) tag: Tag,
}

impl Item {
    /// Whether it is a word of `class`.
    pub(super) fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether it may be one of a list, which is sooner told than whether it is.
    pub(super) fn may_be_any(&self, list: &WordList) -> bool {
        list.may_have(self.trace)
    }

    /// Whether it has left `trace`, as hardly any other word has.
    pub(super) fn has_left(&self, trace: Trace) -> bool {
        self.trace == trace
    }

    /// Whether it may be one of the words that left `traces`.
    pub(super) fn may_be(&self, traces: &Traces) -> bool {
        traces.have(self.trace)
    }

    /// Whether it is written `word` in `text`, in whatever case.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "only where it stands is the word known when the program is built")]
    pub(super) fn reads(&self, text: &str, word: &str) -> bool {
        self.span.len() as usize == word.len()
            && self.trace == Trace::of(word)
            && is_same_word(self.span.of(text), word)
    }
}

/// A block as items, sentence by sentence.
pub(super) struct Passage<'a> {
    pub(super) text: &'a str,
    /// Whether the block is a headline or the like.
    pub(super) is_heading: bool,
    pub(super) items: Vec<Item>,
    /// The items of each sentence, in order; together they are all items.
    pub(super) sentences: Vec<Range<usize>>,
}

impl<'a> Passage<'a> {
    /// Reads and tags the items of a block.
    pub(super) fn read(context: &Context<'a>) -> Self {
        let mut items = gather_items(context);
        let sentences = gather_sentences(&items, context.sentences);
        let is_heading = matches!(context.role, Role::Headline | Role::Dek | Role::Subhead);
        for sentence in &sentences {
            tag::tag_sentence(context.text, &mut items[sentence.clone()], is_heading);
        }
        Self { text: context.text, is_heading, items, sentences }
    }

    /// The tag of the item `at`; `Tag::Stop` beyond either end.
    pub(super) fn tag(&self, at: usize) -> Tag {
        self.items.get(at).map_or(Tag::Stop, |item| item.tag)
    }

    /// The tag of the item before `at` within the sentence; `Tag::Stop` at its head.
    pub(super) fn tag_before(&self, at: usize, sentence: &Range<usize>) -> Tag {
        if sentence.start < at { self.tag(at - 1) } else { Tag::Stop }
    }

    /// The written form of the item `at`; empty beyond the end.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.items.get(at).map_or("", |item| item.span.of(self.text))
    }

    /// Whether the item `at` is written `word`, in whatever case.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "only where it stands is the word known when the program is built")]
    pub(super) fn is_word(&self, at: usize, word: &str) -> bool {
        // Written out: a closure would take the word for one that is not known yet.
        match self.items.get(at) {
            Some(item) => item.reads(self.text, word),
            None => false,
        }
    }

    /// Whether the item `at` is written as one of `words`, in whatever case.
    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.items.get(at).is_some_and(|item| is_one_of(item.span.of(self.text), words))
    }

    /// Whether the item `at` is written as one of a list, in whatever case.
    #[inline]
    pub(super) fn is_listed(&self, at: usize, list: &WordList) -> bool {
        self.items.get(at).is_some_and(|item| item.may_be_any(list)) && self.is_any(at, list.words())
    }

    /// Whether the item `at` is a word of `class`.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.items.get(at).is_some_and(|item| item.is(class))
    }

    /// The text from the first item of `range` to its last; `None` for an empty range.
    pub(super) fn span(&self, range: &Range<usize>) -> Option<Span> {
        let items = self.items.get(range.clone())?;
        Some(items.first()?.span.to(items.last()?.span))
    }
}

/// A quotation of speech or a fragment is one item; a title or nickname is one too, and reads as a name.
fn gather_items(context: &Context<'_>) -> Vec<Item> {
    let tokens = context.tokens;
    let mut items: Vec<Item> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    for quote in context.quotes.outer() {
        let before = tokens[at..].iter().take_while(|token| token.span.start < quote.span.start).count();
        items.extend(tokens[at..at + before].iter().map(plain_item));
        at += before;
        let Some(token) = tokens.get(at).filter(|token| token.span.start < quote.span.end) else { continue };
        let label = label_length(context.text, &tokens[at + 1..]);
        items.extend(tokens[at + 1..].iter().take(label).map(plain_item));
        let start = tokens.get(at + 1 + label).filter(|_| label > 0).map_or(quote.span.start, |first| first.span.start);
        let span = Span::new(start.min(quote.span.end), quote.span.end);
        let make = Make::Quotation(quote.kind);
        let Token { glued, capital, trace, .. } = *token;
        items.push(Item { span, make, glued, capital, trace, classes: Classes::default(), tag: Tag::Quote });
        at += tokens[at..].iter().take_while(|token| token.span.start < quote.span.end).count();
    }
    items.extend(tokens[at..].iter().map(plain_item));
    items
}

fn plain_item(token: &Token) -> Item {
    let Token { span, kind, glued, capital, trace, classes } = *token;
    Item { span, make: Make::Token(kind), glued, capital, trace, classes, tag: Tag::Noun }
}

/// How many tokens at the head of a quotation label its speaker, as transcripts do: "“RUIZ: We were not told.”"
fn label_length(text: &str, tokens: &[Token]) -> usize {
    let is_capital = |token: &&Token| {
        token.kind == TokenKind::Word && token.span.len() > 2 && !token.of(text).contains(char::is_lowercase)
    };
    let names = tokens.iter().take(4).take_while(is_capital).count();
    let is_labelled = 0 < names && names < 4 && tokens.get(names).is_some_and(|token| token.of(text) == ":");
    if is_labelled { names + 1 } else { 0 }
}

/// A longer sentence is read in pieces, so that a text without full stops stays linear.
const LONGEST_SENTENCE: usize = 250;

/// An item belongs to the sentence in which it begins; what lies between two sentences, to the first.
fn gather_sentences(items: &[Item], sentences: &[Span]) -> Vec<Range<usize>> {
    let mut ranges = Vec::with_capacity(sentences.len());
    let mut start = 0;
    for next in sentences.iter().skip(1).map(|sentence| sentence.start).chain([u32::MAX]) {
        let length = items[start..].iter().take_while(|item| item.span.start < next).count();
        let end = start + length;
        ranges.extend((start..end).step_by(LONGEST_SENTENCE).map(|piece| piece..end.min(piece + LONGEST_SENTENCE)));
        start = end;
    }
    ranges
}
