//! Who still speaks where no cue stands: the last to speak in a paragraph, and how far that reaches.

use super::{Placed, Quotation, Story};
use crate::extract::{Attribution, AttributionKind, Figure, FigureKind, SourceKind, SourceMention};
use crate::language::{Class, Token, TokenKind, is_one_of};
use crate::text::Span;

/// How many words quoted at the end of a paragraph are more than a phrase of somebody's.
const FEWEST_OF_SPEECH: usize = 10;

/// Verbs by which somebody goes on speaking.
const SAYING: &[Class] = &[Class::Say, Class::Tell];

/// First words by which somebody goes on with what was just said.
pub const POINTING_BACK: &[&str] = &[
    "and",
    "because",
    "but",
    "he",
    "he's",
    "he’s",
    "it",
    "it's",
    "it’s",
    "she",
    "she's",
    "she’s",
    "so",
    "that",
    "that's",
    "that’s",
    "them",
    "then",
    "they",
    "they're",
    "they’re",
    "this",
    "these",
    "those",
];

impl Story {
    /// The attribution that a reader has in mind at `offset`: the last before it in the same block
    /// by somebody one could ask.
    pub(super) fn last_to_speak(&self, block: usize, offset: u32) -> Option<usize> {
        let numbers = self.blocks[block].attributions.clone();
        let is_before = |attribution: &Attribution| attribution.cue.start < offset && speaks_on(attribution);
        numbers
            .rev()
            .find(|&number| is_before(&self.attributions[number]) && !self.is_inscription(&self.attributions[number]))
    }

    /// "A banner that read “Forty years of bread”": what stands on a thing says no more than that. A statement that reads
    /// so goes on.
    fn is_inscription(&self, attribution: &Placed<Attribution>) -> bool {
        let is_paper =
            |source: SourceMention| self.tokens_in(source.span).iter().any(|token| token.is(Class::Document));
        is_one_of(self.text_of(attribution.cue), &["read", "reads"])
            && attribution.source.is_some_and(|source| source.kind != SourceKind::Person && !is_paper(source))
    }

    /// Whether somebody one could ask has spoken in the paragraph before the figure, or speaks in its sentence
    /// and the figure describes them: "Ida Moss, who keeps 350 ewes, said …".
    pub fn has_spoken_before(&self, figure: &Placed<Figure>) -> bool {
        self.last_to_speak(figure.block, figure.number.start).is_some() || self.describes_speaker(figure)
    }

    /// Whether only a paper has spoken before the figure, and its sentence opens with somebody else who does something:
    /// "…, according to the bureau. Moss Machinery has laid off 17 workers."
    pub fn has_moved_on(&self, figure: &Placed<Figure>) -> bool {
        let Some(last) = self.last_to_speak(figure.block, figure.number.start) else { return false };
        let attribution = &self.attributions[last];
        let told = self.sentences[attribution.sentence].span;
        let here = self.sentences[figure.sentence].span;
        attribution.sentence < figure.sentence
            && self.text_of(attribution.cue).to_lowercase().starts_with("according")
            && self.names.binary_search_by_key(&here.start, |name| name.span.start).is_ok()
            && !self.share_topic(told, here)
    }

    fn describes_speaker(&self, figure: &Placed<Figure>) -> bool {
        self.attributions_in(figure.sentence).iter().any(|attribution| {
            let describes = |source: SourceMention| {
                source.span.end <= figure.number.start && figure.number.end <= attribution.cue.start
            };
            speaks_on(attribution) && attribution.source.is_some_and(describes)
        })
    }

    /// Whether the words of `attribution` go on at the figure with this number, though its content has ended.
    ///
    /// A paragraph moves on to other things unless it says that it does not: by more figures of the kind that
    /// were just given ("Pubs brought in $4 million, hotels $1 million"), or by a pronoun that takes up what was
    /// said ("It destroyed 214 homes"). A document also has what stands behind it in its own sentence.
    pub(super) fn goes_on(&self, attribution: &Placed<Attribution>, number: usize, last_told: Option<usize>) -> bool {
        let figure = &self.figures[number];
        let end = attribution.content.last().map_or(attribution.cue.end, |piece| piece.end.max(attribution.cue.end));
        let said_in = self.sentence_at(end.saturating_sub(1)).max(attribution.sentence);
        let told = last_told.map(|told| &self.figures[told]);
        // What has been carried so far goes on from where it was.
        let said_in =
            told.filter(|told| told.sentence < figure.sentence).map_or(said_in, |told| said_in.max(told.sentence));
        let is_more = told.is_some_and(|told| told.kind == figure.kind);
        if self.is_of_poll(attribution, figure, said_in) {
            return true;
        }
        if figure.sentence <= said_in {
            let is_document = attribution.source.is_some_and(|source| source.kind == SourceKind::Document);
            return is_more || is_document;
        }
        let is_told_more = is_more && self.is_spoken(attribution);
        figure.sentence == said_in + 1 && (is_told_more || self.takes_up(figure.sentence))
    }

    /// Whether somebody says it by a verb of saying. "According to the count" and "in the poll" hold up their own
    /// sentence, and leave the next to itself.
    fn is_spoken(&self, attribution: &Placed<Attribution>) -> bool {
        let is_paper = attribution.source.is_some_and(|source| source.kind == SourceKind::Document);
        !is_paper && self.tokens_in(attribution.cue).last().is_some_and(|token| token.classes.has_any(SAYING))
    }

    /// "…, according to the survey. Nine percent had not made up their minds": a poll's shares, and its margin of error.
    fn is_of_poll(&self, attribution: &Placed<Attribution>, figure: &Placed<Figure>, said_in: usize) -> bool {
        let is_poll = |source: SourceMention| self.tokens_in(source.span).iter().any(|token| token.is(Class::Poll));
        // Shares go on into the next sentence; further on other polls, other years and votes cast are told of.
        let is_near = figure.sentence <= said_in + 1;
        let is_share = is_near && matches!(figure.kind, FigureKind::Percentage | FigureKind::Share);
        let is_margin = || self.text_of(self.sentences[figure.sentence].span).contains("margin of error");
        attribution.source.is_some_and(is_poll) && attribution.sentence < figure.sentence && (is_share || is_margin())
    }

    /// Whether a quotation that opens the next paragraph goes on with what this attribution told in the last sentence
    /// of its own: it opens with a word for that, or speaks of the same things. Another voice speaks of others.
    pub(super) fn takes_up_words_of(&self, speaker: usize, quotation: &Quotation) -> bool {
        let attribution = &self.attributions[speaker];
        let told_in = self.sentences[attribution.sentence];
        let is_last = self.sentences.get(attribution.sentence + 1).is_none_or(|next| next.block != told_in.block);
        let inner = quotation.inner[0];
        let first = self.text_of(inner).split([' ', ',', '.']).next().unwrap_or_default();
        // "Moss said that she “will miss every one of the years that I have spent here”": a phrase is over with its
        // sentence, and this is speech.
        let ends_in_speech = || {
            let end = self.blocks[told_in.block].span.end;
            let closes = |other: &&Quotation| other.block == told_in.block && end <= other.extent().end + 1;
            self.quotations
                .iter()
                .find(closes)
                .is_some_and(|last| FEWEST_OF_SPEECH <= self.text_of(last.inner[0]).split_whitespace().count())
        };
        // "…, the grid said in its June bulletin.": a paper does not go on aloud, and no body says "I".
        let is_anothers = || {
            let Some(source) = attribution.source else { return false };
            let behind = self.tokens_behind(attribution.sentence, attribution.cue.end);
            match source.kind {
                SourceKind::Document => true,
                SourceKind::Organization => {
                    behind.iter().any(|token| token.is(Class::Document))
                        || self.is_told_by_one(inner)
                        || self.is_only_reported(attribution)
                }
                _ => false,
            }
        };
        // "They measured our street": of people anybody may speak, and of those whom nobody has named.
        let goes_on = || {
            const OF_PEOPLE: &[&str] =
                &["he", "he's", "he’s", "she", "she's", "she’s", "they", "they're", "they’re", "them"];
            is_one_of(first, POINTING_BACK) && !is_one_of(first, OF_PEOPLE)
        };
        is_last && !is_anothers() && (goes_on() || self.share_topic(told_in.span, inner) || ends_in_speech())
    }

    /// "Deaths rose to nine last year, the department said.": a body whose words are nowhere quoted in its paragraph does
    /// not begin to speak in the next.
    fn is_only_reported(&self, attribution: &Placed<Attribution>) -> bool {
        let block = attribution.block;
        // "Issued a statement" announces its words.
        let has_issued = || self.sentence_has(attribution.sentence, Class::Document);
        !self.quotations.iter().any(|quotation| quotation.block == block) && !has_issued()
    }

    /// Whether a passage is in the first person singular: "I walked my mother in at noon."
    fn is_told_by_one(&self, passage: Span) -> bool {
        let text = self.text_of(self.blocks[self.block_at(passage.start)].span);
        self.tokens_in(passage)
            .iter()
            .any(|token| token.reads_any(text, &["i", "me", "my", "i'm", "i’m", "i've", "i’ve"]))
    }

    /// Whether the sentence opens with a word for what the one before it spoke of.
    fn takes_up(&self, sentence: usize) -> bool {
        const POINTING: &[&str] = &["it", "that", "these", "they", "this", "those"];
        const OF_THEM: &[&str] = &["Of the ", "Of that", "Of them", "Of those", "Of these", "Among them"];
        let tokens = self.tokens_in(self.sentences[sentence].span);
        let block = &self.blocks[self.sentences[sentence].block];
        let opens_of = |words: &&str| self.text_of(self.sentences[sentence].span).starts_with(words);
        OF_THEM.iter().any(opens_of)
            || tokens.first().is_some_and(|first| {
                let word = first.span.shifted(block.span.start).of(&self.text);
                is_one_of(word, POINTING)
            })
            || self.takes_up_later(sentence)
            || self.counts_of_them(sentence)
    }

    /// "About 60% of them were at three stops", "possession accounted for 605 of them": some of those that were just told.
    fn counts_of_them(&self, sentence: usize) -> bool {
        const NEAR: usize = 8;
        let text = self.text_of(self.blocks[self.sentences[sentence].block].span);
        let tokens = self.tokens_in(self.sentences[sentence].span);
        let near = &tokens[..tokens.len().min(NEAR)];
        near.windows(3).any(|run| {
            let is_share = run[0].kind == TokenKind::Number || run[0].is(Class::NumberWord);
            let is_share = is_share || run[0].reads_any(text, &["%", "percent", "cent"]);
            is_share && run[1].reads(text, "of") && run[2].reads_any(text, &["them", "those", "these"])
        })
    }

    /// "Last fall | it was 8,500", "A year ago | they were 40": behind a time the same thing goes on.
    pub fn takes_up_later(&self, sentence: usize) -> bool {
        const LONGEST_TIME: usize = 5;
        const TIME: &[Class] =
            &[Class::Time, Class::Preposition, Class::Determiner, Class::NumberWord, Class::Adverb, Class::Mute];
        let block = &self.blocks[self.sentences[sentence].block];
        let text = self.text_of(block.span);
        let tokens = self.tokens_in(self.sentences[sentence].span);
        let Some(pronoun) = tokens.iter().take(LONGEST_TIME).position(|token| token.reads_any(text, &["it", "they"]))
        else {
            return false;
        };
        let is_time = |token: &Token| {
            token.classes.has_any(TIME)
                || token.kind != TokenKind::Word
                || token.reads_any(text, &["ago", "before", "year", "earlier"])
        };
        let is_dated = |token: &Token| {
            token.is(Class::Time) || token.kind == TokenKind::Number || token.reads_any(text, &["ago", "year"])
        };
        0 < pronoun && tokens[..pronoun].iter().all(is_time) && tokens[..pronoun].iter().any(is_dated)
    }
}

/// Whether the source of an attribution goes on speaking behind it: a wish or a rumour does not.
fn speaks_on(attribution: &Attribution) -> bool {
    attribution.kind == AttributionKind::Speech
        && attribution.source.is_some_and(|source| !matches!(source.kind, SourceKind::Bare | SourceKind::Group))
}
