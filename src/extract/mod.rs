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
    /// The tokens within `span`.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let number = self.sentences.partition_point(|sentence| sentence.start < span.start);
        match (self.sentences.get(number), self.sentence_tokens.get(number)) {
            (Some(sentence), Some(known)) if *sentence == span => &self.tokens[known.clone()],
            _ => &self.tokens[within(&self.tokens, span)],
        }
    }
}

/// The numbers of the tokens within `span`.
fn within(tokens: &[Token], span: Span) -> Range<usize> {
    let first = tokens.partition_point(|token| token.span.start < span.start);
    first..first + tokens[first..].partition_point(|token| token.span.end <= span.end)
}

/// Reads `block` on its own.
pub fn read_block(block: &Block) -> Mentions {
    if block.role == Role::Note { read_note(&block.text) } else { read_prose(block) }
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

fn read_prose(block: &Block) -> Mentions {
    let text = block.text.as_str();
    let tokens = tokenize(text);
    // Many paragraphs quote nobody and hold no number: what cannot be there is not looked for.
    let vocabulary = Vocabulary::of(&tokens);
    let has_numbers = vocabulary.has_kind(TokenKind::Number) || vocabulary.has(Class::NumberWord);
    let quotes = vocabulary.has_kind(TokenKind::QuoteMark).then(|| quote::read_quotes(text, &tokens));
    let quotes = quotes.unwrap_or_default();
    let spans: Vec<Span> = quotes.outer().map(|quote| quote.span).collect();
    let sentences = split_sentences(text, &tokens, &spans);
    let marks = mark::read_marks(text);
    let (mut dates, mut figures) = (Vec::new(), Vec::new());
    if has_numbers || vocabulary.has(Class::Time) {
        dates = date::read_dates(text, &tokens);
    }
    if has_numbers {
        figures = figure::read_figures(text, &tokens, &dates);
    }
    // What a mark gives as its reason is the desk's, not the story's: "[CQ: accounts for 2024, p. 8]".
    dates.retain(|date| !mark::is_within(&marks, date.span));
    figures.retain(|figure| !mark::is_within(&marks, figure.number));
    let is_heading = matches!(block.role, Role::Headline | Role::Dek | Role::Subhead);
    let names = name::read_names(text, &tokens, &sentences, is_heading);
    let context = attribution::Context {
        role: block.role,
        text,
        tokens: &tokens,
        sentences: &sentences,
        quotes: &quotes,
        names: &names,
    };
    let attributions = attribution::read_attributions(&context);
    let sentence_tokens = sentences.iter().map(|&sentence| within(&tokens, sentence)).collect();
    Mentions { tokens, vocabulary, sentences, sentence_tokens, quotes, dates, figures, names, attributions, marks }
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
