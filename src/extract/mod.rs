//! Floor 3: one block's text as its mentions. Knows one block at a time; what depends on a neighbour
//! (a quotation that runs on, a pronoun, a second reference) is left to the story.
//!
//! All spans are offsets into the block's text.

pub mod attribution;
pub mod date;
pub mod figure;
pub mod mark;
pub mod name;
pub mod quote;

pub use attribution::{Attribution, AttributionKind, SourceKind, SourceMention};
pub use date::Date;
pub use figure::{Figure, FigureKind, Modifier, Unit};
pub use mark::{Mark, MarkKind};
pub use name::Name;
pub use quote::{Quote, QuoteKind, Quotes};

use std::ops::Range;

use attribution::Context;

use crate::draft::{Block, Role};
use crate::language::{Class, Token, TokenKind, Vocabulary, split_sentences, tokenize};
use crate::text::Span;

/// All that one block says, without its neighbours.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mentions {
    /// Its words and marks.
    pub tokens: Vec<Token>,
    /// All classes that any of its words is of: most questions about words are answered by what is not there.
    pub vocabulary: Vocabulary,
    /// Its sentences.
    pub sentences: Vec<Span>,
    /// The tokens within each of them, by their numbers: what nearly everybody asks for.
    sentence_tokens: Vec<Range<usize>>,
    /// Its quotations, and the marks that have no partner.
    pub quotes: Quotes,
    /// Dates, times and years.
    pub dates: Vec<Date>,
    /// The numbers that it reports.
    pub figures: Vec<Figure>,
    /// Names of people and organisations.
    pub names: Vec<Name>,
    /// Who says what.
    pub attributions: Vec<Attribution>,
    /// The desk's own marks: `[CQ]`, `[stet …]`, TK.
    pub marks: Vec<Mark>,
}

impl Mentions {
    /// The tokens within `span`: nearly everybody asks for a sentence or for some of one.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let behind = self.sentences.partition_point(|sentence| sentence.start <= span.start);
        let sentence = behind.checked_sub(1).and_then(|number| self.sentences.get(number).zip(self.numbers_of(number)));
        match sentence {
            Some((sentence, known)) if *sentence == span => &self.tokens[known],
            Some((sentence, known)) if sentence.covers(span) => {
                let tokens = &self.tokens[known];
                &tokens[within(tokens, span)]
            }
            _ => &self.tokens[within(&self.tokens, span)],
        }
    }

    /// The numbers of the tokens of the sentence with this number; `None` where there is none, as in a note of the desk.
    pub fn numbers_of(&self, sentence: usize) -> Option<Range<usize>> {
        self.sentence_tokens.get(sentence).cloned()
    }

    /// What those who read attributions know of `block`, whose mentions these are so far.
    fn context<'a>(&'a self, block: &'a Block) -> Context<'a> {
        Context {
            role: block.role,
            text: &block.text,
            tokens: &self.tokens,
            sentences: &self.sentences,
            quotes: &self.quotes,
            names: &self.names,
        }
    }
}

/// The numbers of the tokens within `span`.
fn within(tokens: &[Token], span: Span) -> Range<usize> {
    let first = tokens.partition_point(|token| token.span.start < span.start);
    first..first + tokens[first..].partition_point(|token| token.span.end <= span.end)
}

/// Reads `block` on its own.
#[cfg(test)]
pub(crate) fn read_block(block: &Block) -> Mentions {
    read_blocks(&[block]).pop().unwrap_or_default()
}

/// Reads each of `blocks` on its own.
///
/// What there is to find is looked for in all of them, one kind after the other, so that its code and its word lists stay
/// near the processor.
pub fn read_blocks(blocks: &[&Block]) -> Vec<Mentions> {
    let is_note = |block: &Block| block.role == Role::Note;
    let begin = |block: &&Block| if is_note(block) { read_note(&block.text) } else { Mentions::default() };
    let mut all: Vec<Mentions> = blocks.iter().map(begin).collect();
    for step in STEPS {
        let prose = blocks.iter().zip(&mut all).filter(|(block, _)| !is_note(block));
        prose.for_each(|(block, mentions)| step(block, mentions));
    }
    let contexts: Vec<Context<'_>> = blocks.iter().zip(&all).map(|(block, mentions)| mentions.context(block)).collect();
    let attributions = attribution::read_attributions(&contexts);
    for (mentions, attributions) in all.iter_mut().zip(attributions) {
        mentions.attributions = attributions;
    }
    all
}

/// A note is no prose: it holds a mark of the desk or nothing.
fn read_note(text: &str) -> Mentions {
    let whole = Span::new(0, text.len() as u32);
    let words = text.trim_start_matches("<!--").trim_end_matches("-->");
    Mentions {
        sentences: vec![whole],
        marks: mark::read_comment(words, whole).into_iter().collect(),
        ..Mentions::default()
    }
}

/// The steps of a reading, each of which may look at what those before it have found; attributions come last.
const STEPS: [fn(&Block, &mut Mentions); 4] = [read_tokens, read_sentences, read_numbers, read_names];

fn read_tokens(block: &Block, mentions: &mut Mentions) {
    mentions.tokens = tokenize(&block.text);
    mentions.vocabulary = Vocabulary::of(&mentions.tokens);
}

fn read_sentences(block: &Block, mentions: &mut Mentions) {
    let (text, tokens) = (block.text.as_str(), &mentions.tokens);
    // Many paragraphs quote nobody and hold no number: what cannot be there is not looked for.
    if mentions.vocabulary.has_kind(TokenKind::QuoteMark) {
        mentions.quotes = quote::read_quotes(text, tokens);
    }
    let spans: Vec<Span> = mentions.quotes.outer().map(|quote| quote.span).collect();
    mentions.sentences = split_sentences(text, tokens, &spans);
    mentions.sentence_tokens = mentions.sentences.iter().map(|&sentence| within(tokens, sentence)).collect();
    mentions.marks = mark::read_marks(text);
}

fn read_numbers(block: &Block, mentions: &mut Mentions) {
    let (text, tokens, vocabulary) = (block.text.as_str(), &mentions.tokens, &mentions.vocabulary);
    let has_numbers = vocabulary.has_kind(TokenKind::Number) || vocabulary.has(Class::NumberWord);
    if has_numbers || vocabulary.has(Class::Time) {
        mentions.dates = date::read_dates(text, tokens);
    }
    if has_numbers {
        mentions.figures = figure::read_figures(text, tokens, &mentions.dates);
    }
    // What a mark gives as its reason is the desk's, not the story's: "[CQ: accounts for 2024, p. 8]".
    mentions.dates.retain(|date| !mark::is_within(&mentions.marks, date.span));
    mentions.figures.retain(|figure| !mark::is_within(&mentions.marks, figure.number));
}

fn read_names(block: &Block, mentions: &mut Mentions) {
    let is_heading = matches!(block.role, Role::Headline | Role::Dek | Role::Subhead);
    mentions.names = name::read_names(&block.text, &mentions.tokens, &mentions.sentences, is_heading);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_inside_a_mark_of_the_desk_is_a_figure_or_a_date() {
        let text = "It took £1.2m [CQ: accounts for 2024, p. 8] and 12 [CQ] boats (CQ: 3 March).";
        let mentions = read_block(&Block { role: Role::Paragraph, text: text.to_owned() });
        let numbers: Vec<&str> = mentions.figures.iter().map(|figure| figure.number.of(text)).collect();
        assert_eq!(numbers, ["£1.2m", "12"]);
        assert_eq!(mentions.dates, []);
    }
}
