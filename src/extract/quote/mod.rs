//! Finds quotations and tells speech from titles, nicknames, terms and scare quotes.
//!
//! Three steps: `side` tells which way each mark faces and drops apostrophes, `pair` finds which marks
//! belong together, `kind` tells what the words between them are.
//! Who said them is left to `attribution`, and a quotation that runs on to the story.

mod kind;
mod pair;
mod side;
#[cfg(test)]
mod tests;

use self::kind::Phrase;
use self::pair::Pair;
use crate::language::Token;
use crate::text::Span;

/// What the words between the marks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteKind {
    /// Somebody's words, a whole clause or more: "We were never told."
    Speech,
    /// Somebody's words, a fragment within the reporter's sentence: he called it "a raid on the careful".
    Fragment,
    /// The title of a work, or the name of a brand, a ship, a statue.
    Title,
    /// A nickname within a name: Luiz "Lula" da Silva.
    Nickname,
    /// A term, a word as a word, or a scare quote.
    Term,
}

/// A quotation in one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The quotation with its marks; up to the block's end where it is left open.
    pub span: Span,
    /// The words without the marks.
    pub inner: Span,
    /// What the words are.
    pub kind: QuoteKind,
    /// Whether no mark closes it: it may run on in the next paragraph, which then opens with a mark.
    pub open: bool,
    /// The number of the quotation it stands in, if it is nested.
    pub parent: Option<u32>,
}

/// The quotations of a block, by position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotes {
    /// All quotations; an outer one comes before those inside it.
    pub all: Vec<Quote>,
    /// Closing marks that nothing opened.
    pub unopened: Vec<Span>,
}

impl Quotes {
    /// The quotations that stand in no other.
    pub fn outer(&self) -> impl Iterator<Item = &Quote> {
        self.all.iter().filter(|quote| quote.parent.is_none())
    }

    /// The outer quotation that covers `span`, marks included.
    pub fn around(&self, span: Span) -> Option<&Quote> {
        self.outer().find(|quote| quote.span.covers(span))
    }
}

/// Reads the quotations of a block; marks with nothing between them are none.
///
/// A quotation left open ends where the next one of its style begins, or with the block.
pub fn read_quotes(text: &str, tokens: &[Token]) -> Quotes {
    let marks = side::read_marks(text, tokens);
    if marks.is_empty() {
        return Quotes::default();
    }
    let pairing = pair::pair_marks(text, tokens, &marks);
    let mut all: Vec<Quote> = Vec::with_capacity(pairing.pairs.len());
    let mut around: Vec<u32> = Vec::new();
    for pair in &pairing.pairs {
        let span = pair.span();
        while around.last().is_some_and(|&outer| all[outer as usize].span.end <= span.start) {
            around.pop();
        }
        if let Some(quote) = read_quote(text, tokens, pair, around.last().copied()) {
            around.push(all.len() as u32);
            all.push(quote);
        }
    }
    Quotes { all, unopened: pairing.unopened }
}

fn read_quote(text: &str, tokens: &[Token], pair: &Pair, parent: Option<u32>) -> Option<Quote> {
    let inner_end = pair.closing.map_or(pair.end, |closing| closing.span.start);
    let inner = Span::new(pair.opening.span.end, inner_end).trimmed(text);
    let open = pair.closing.is_none();
    if inner.is_empty() || open && !inner.of(text).contains(char::is_alphanumeric) {
        return None;
    }
    let first = pair.opening.token + 1;
    let behind = pair.closing.map(|closing| closing.token);
    let last = behind.unwrap_or_else(|| tokens.partition_point(|token| token.span.end <= pair.end));
    let phrase = Phrase {
        text,
        before: &tokens[..pair.opening.token],
        inner: &tokens[first..last],
        after: &tokens[behind.map_or(last, |closing| closing + 1)..],
    };
    let kind = if open { QuoteKind::Speech } else { kind::kind_of(&phrase) };
    Some(Quote { span: pair.span().trimmed(text), inner, kind, open, parent })
}
