//! Floor 4: all blocks as one story. Knows who is who, who says what and which figures must fit;
//! knows no rule and no file.
//!
//! All spans are offsets into the story's text: the texts of its blocks, one after the other.

mod calendar;
mod claim;
mod entity;
mod full_name;
mod glances;
mod note;
mod overview;
mod passage;
mod place;
mod quotation;
mod register;
mod relation;
mod speaking;
mod stretch;
#[cfg(test)]
mod testing;
mod topic;
mod waiver;

use std::ops::{Deref, Range};
use std::sync::{Arc, OnceLock};

use rust_decimal::Decimal;

use crate::draft::{Place, Role};
use crate::extract::{Attribution, Date, Figure, Mark, Mentions, Name, SourceKind};
use crate::language::{Class, Token, WordList, Words};
use crate::text::{Pieces, Span};

pub use calendar::CalendarDay;
pub use entity::KnownSource;
pub use full_name::{FullName, FullNames};
pub use glances::Glances;
#[cfg(test)]
pub(crate) use note::NOTES_READ;
pub use note::{Alone, Note, Notes, StretchNotes};
pub use overview::{Memory, Overview, Share};
pub use place::{Part, assemble};
pub use quotation::{Quotation, SpokenWord, spoken_key, spoken_words};
pub use relation::{Way, way_of};
pub use speaking::POINTING_BACK;
pub use stretch::Stretch;
#[cfg(test)]
pub(crate) use testing::read as read_plain;
pub use topic::topic_of;
pub use waiver::Waiver;

use overview::Overviews;

/// A draft, read.
#[derive(Clone, Debug)]
pub struct Story {
    /// What a reader sees: the blocks' texts, a line feed after each.
    pub text: String,
    /// The blocks in order.
    pub blocks: Vec<StoryBlock>,
    /// The sentences in order.
    pub sentences: Vec<Sentence>,
    /// The figures in order.
    pub figures: Vec<Placed<Figure>>,
    /// Quotations, those that run over paragraphs joined, in order.
    pub quotations: Vec<Quotation>,
    /// Quotation marks that have no partner, where no convention explains it.
    pub unpaired_marks: Vec<Span>,
    /// Dates, times and years in order.
    pub dates: Vec<Placed<Date>>,
    /// Those dates that name a day, looked up in the calendar, in order.
    pub calendar: Vec<CalendarDay>,
    /// Names in order.
    pub names: Vec<Placed<Name>>,
    /// Who says what, in the order of the cues.
    pub attributions: Vec<Placed<Attribution>>,
    /// The desk's marks in order.
    pub marks: Vec<Placed<Mark>>,
    /// What those marks waive.
    pub waivers: Vec<Waiver>,
    /// Everybody and everything that is cited, in the order of the first mention.
    pub sources: Vec<Source>,
    /// Who speaks in each attribution, by its number; `None` where nobody is named or a pronoun leads nowhere.
    pub speakers: Vec<Option<SourceId>>,
    /// The pronouns that leave open who speaks, in order.
    pub dangling: Vec<Dangling>,
    /// The claims in order.
    pub claims: Vec<Claim>,
    /// The arithmetic ties between figures, once somebody has asked for them.
    relations: OnceLock<Vec<Relation>>,
    /// Where the blocks begin: asked for again and again, and close together here.
    starts: Vec<u32>,
    /// What was worked out from all blocks.
    overviews: Overviews,
}

/// A block where it stands in the story.
#[derive(Clone, Debug)]
pub struct StoryBlock {
    /// What it is to the story.
    pub role: Role,
    /// Its list, table or block quote.
    pub place: Place,
    /// Its text in the story's.
    pub span: Span,
    /// The numbers of its sentences in the story.
    sentences: Range<usize>,
    /// The numbers of its figures in the story.
    figures: Range<usize>,
    /// The numbers of its names in the story.
    names: Range<usize>,
    /// The numbers of its attributions in the story.
    attributions: Range<usize>,
    /// The numbers of those of its names that the story does not take for names, in order.
    left_out: Vec<usize>,
    /// What was read in it, spans relative to the block.
    pub mentions: Arc<Mentions>,
    /// What was worked out from it alone.
    notes: Arc<Notes>,
    /// What was worked out from it and its neighbours.
    stretch: Arc<StretchNotes>,
}

/// A sentence where it stands in the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The number of its block.
    pub block: usize,
    /// Its words.
    pub span: Span,
}

/// A mention with the block and sentence that hold it; its spans are the story's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The number of its block.
    pub block: usize,
    /// The number of its sentence in the story.
    pub sentence: usize,
    /// The mention itself.
    pub mention: T,
}

impl<T> Deref for Placed<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.mention
    }
}

/// The number of a source in [`Story::sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub usize);

/// The number of a claim in [`Story::claims`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId(pub usize);

/// Somebody or something that the story cites, under all its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The fullest name that the story gives it.
    pub name: String,
    /// What it is.
    pub kind: SourceKind,
    /// Every mention of it as a source, in order.
    pub mentions: Vec<Span>,
}

/// A pronoun that leaves open who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dangling {
    /// The number of its attribution in [`Story::attributions`].
    pub attribution: usize,
    /// Whom it may mean as well as another; empty where nobody is in reach.
    pub candidates: Vec<Span>,
}

/// How a claim is held up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In the content of an attribution.
    Attributed,
    /// A source given earlier still speaks.
    Carried,
    /// Only "reportedly", "allegedly": nobody is named.
    Hearsay,
    /// Nobody says it.
    Unattributed,
}

impl Standing {
    /// Its name in the ledger.
    pub fn name(self) -> &'static str {
        match self {
            Self::Attributed => "attributed",
            Self::Carried => "carried",
            Self::Hearsay => "hearsay",
            Self::Unattributed => "unattributed",
        }
    }
}

/// What a claim is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimKind {
    /// The figure with this number in [`Story::figures`].
    Figure(usize),
    /// Somebody's very words.
    Quote,
    /// Somebody's words in the reporter's.
    Statement,
}

/// Something that the story states, and how it is held up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it is made of.
    pub kind: ClaimKind,
    /// Its words; several pieces where the cue parts them.
    pub spans: Pieces,
    /// Who says it.
    pub attribution: Held,
    /// The number in [`Story::marks`] of the `[CQ]` that stands behind it.
    pub checked: Option<usize>,
}

/// How a claim is held up, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// How.
    pub standing: Standing,
    /// By whom; `None` where nobody is named or the pronoun leads nowhere.
    pub source: Option<SourceId>,
    /// The words that name the source in this attribution: "he".
    pub source_span: Option<Span>,
    /// The words that tie it: "said".
    pub cue: Option<Span>,
    /// The other end of a second-hand chain.
    pub via: Option<SourceId>,
    /// The number of the attribution in [`Story::attributions`].
    pub attribution: Option<usize>,
}

impl Held {
    /// Nobody says it.
    pub const BY_NOBODY: Self = Self {
        standing: Standing::Unattributed,
        source: None,
        source_span: None,
        cue: None,
        via: None,
        attribution: None,
    };
}

/// What ties the figures of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RelationKind {
    /// The stated figure is the total of the operands.
    Sum,
    /// The stated figure and the operand report the same thing.
    Repeat,
    /// The stated figure is the number of things that a list gives.
    Count,
    /// The stated figure is the time from one date to another.
    Duration,
    /// The stated figure is the age of somebody whose birth and a later date the story gives.
    Age,
    /// The stated figure and the operand are the age of one person.
    SameAge,
    /// The stated figure counts the dead, of which the story has told before, with the injured.
    Toll,
    /// The stated percentage is the change from the first operand to the second.
    PercentChange,
    /// The stated percentage is the change by the first operand that leads to the second.
    PercentChangeTo,
    /// The stated percentage is the change by the first operand that starts at the second.
    PercentChangeFrom,
    /// The stated percentage is the difference of two percentages, which are parted by points.
    Points,
    /// The stated figure is how far the operands lie apart.
    Difference,
    /// The stated figure lies where the cue ("rose") has it, seen from the operand.
    Direction,
    /// The stated figure is the operand as often as the cue says ("doubled"), or as the second operand says.
    Multiple,
    /// The stated percentage is the first operand's part of the second, or the first operand itself.
    Share,
    /// The stated figure is so many times so much for each.
    Average,
    /// The stated figure is what comes to each where the first operand is shared out among the second.
    Each,
    /// The stated figure is the mean of the operands.
    ListMean,
    /// The stated rate is the first operand over the second.
    Rate,
    /// The stated figure is the operand in another unit.
    Conversion,
    /// The stated share and the operands are all of one whole.
    Shares,
    /// The stated figure is how far the sides of a vote lie apart, or the same vote.
    Vote,
    /// The operands lie further apart than the stated margin of error.
    Lead,
    /// The stated figure is the mean of as many whole numbers as the operand says.
    Mean,
}

impl RelationKind {
    /// Its name in the ledger.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Repeat => "repeat",
            Self::Count => "count",
            Self::Duration => "duration",
            Self::Age => "age",
            Self::SameAge => "same-age",
            Self::Toll => "toll",
            Self::PercentChange | Self::PercentChangeTo | Self::PercentChangeFrom => "percent-change",
            Self::Points => "points",
            Self::Difference => "difference",
            Self::Direction => "direction",
            Self::Multiple => "ratio",
            Self::Share => "share",
            Self::Average | Self::Each => "average",
            Self::Rate => "rate",
            Self::Conversion => "conversion",
            Self::Shares => "shares",
            Self::Vote => "vote",
            Self::Lead => "lead",
            Self::Mean | Self::ListMean => "mean",
        }
    }
}

/// An arithmetic tie between figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What ties them.
    pub kind: RelationKind,
    /// The figure that the others let a reader check.
    pub stated: ClaimId,
    /// The others, in order.
    pub operands: Vec<ClaimId>,
    /// What it rests on beside claims: dates, names, the items of a list.
    pub beside: Vec<Span>,
    /// The words that tie them, where a word says what the figures are to each other: "rose", "doubled".
    pub cue: Option<Span>,
    /// The least that the operands give for certain, in the stated figure's unit.
    pub low: Option<Decimal>,
    /// The most that they give; as printed where the wording leaves an operand open above.
    pub high: Option<Decimal>,
    /// What they give when every number is taken as printed.
    pub printed: Option<Decimal>,
    /// Whether the wording promises that the operands are all there is.
    pub complete: bool,
    /// Whether values exist within everybody's bounds that fit.
    pub holds: bool,
}

impl Story {
    /// The words at `span`.
    pub fn text_of(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The figure of a claim that is one.
    pub fn figure_of(&self, claim: ClaimId) -> Option<&Placed<Figure>> {
        match self.claims[claim.0].kind {
            ClaimKind::Figure(index) => self.figures.get(index),
            ClaimKind::Quote | ClaimKind::Statement => None,
        }
    }

    /// The figures with their claims, in order.
    pub fn figure_claims(&self) -> impl Iterator<Item = (ClaimId, &Claim, &Placed<Figure>)> {
        self.claims.iter().enumerate().filter_map(|(index, claim)| match claim.kind {
            ClaimKind::Figure(figure) => Some((ClaimId(index), claim, &self.figures[figure])),
            ClaimKind::Quote | ClaimKind::Statement => None,
        })
    }

    /// The source with this number.
    pub fn source(&self, source: SourceId) -> &Source {
        &self.sources[source.0]
    }

    /// The numbers of the sentences of the block with this number; none behind the last block.
    pub fn sentences_of(&self, block: usize) -> Range<usize> {
        self.blocks.get(block).map_or(0..0, |block| block.sentences.clone())
    }

    /// The figures of the block with this number, in order.
    pub fn figures_of(&self, block: usize) -> &[Placed<Figure>] {
        &self.figures[self.blocks[block].figures.clone()]
    }

    /// The attributions whose cue stands in the sentence with this number, in order.
    pub fn attributions_in(&self, sentence: usize) -> &[Placed<Attribution>] {
        let Some(place) = self.sentences.get(sentence) else { return &[] };
        let near = self.attributions_of(place.block);
        let first = near.partition_point(|attribution| attribution.sentence < sentence);
        let last = near.partition_point(|attribution| attribution.sentence <= sentence);
        &near[first..last]
    }

    /// The numbers of the attributions of the block with this number.
    pub fn numbers_of_attributions(&self, block: usize) -> Range<usize> {
        self.blocks[block].attributions.clone()
    }

    /// The attributions whose cue stands in the block with this number, in order.
    pub fn attributions_of(&self, block: usize) -> &[Placed<Attribution>] {
        &self.attributions[self.blocks[block].attributions.clone()]
    }

    /// Whether somebody says the words at `span`, in an attribution of their own sentence.
    pub fn is_said(&self, span: Span) -> bool {
        let attributions = self.attributions_in(self.sentence_at(span.start));
        attributions.iter().any(|attribution| attribution.content.iter().any(|content| content.covers(span)))
    }

    /// The first headline's block, where the draft has one.
    pub fn headline(&self) -> Option<&StoryBlock> {
        self.blocks.iter().find(|block| block.role == Role::Headline)
    }

    /// The number of the first paragraph.
    pub fn lede(&self) -> Option<usize> {
        self.paragraphs().next()
    }

    /// The numbers of the paragraphs, in order.
    pub fn paragraphs(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.blocks.len()).filter(|&block| self.blocks[block].role == Role::Paragraph)
    }

    /// Whether the words at `span`, which lies in one block, are somebody's own: they lie within a quotation.
    ///
    /// Behind a mark that nothing closes they are taken for quoted, as a reader takes them.
    pub fn is_quoted(&self, span: Span) -> bool {
        self.blocks.get(self.block_at(span.start)).is_some_and(|block| {
            let by = block.span.start;
            by <= span.start && block.mentions.quotes.around(span.back(by)).is_some()
        })
    }

    /// Whether the block with this number holds a word of `class`.
    pub fn block_has(&self, block: usize, class: Class) -> bool {
        self.blocks[block].mentions.vocabulary.has(class)
    }

    /// Whether the sentence with this number holds a word of `class`.
    pub fn sentence_has(&self, sentence: usize, class: Class) -> bool {
        let Some(&Sentence { block, span }) = self.sentences.get(sentence) else { return false };
        self.block_has(block, class) && self.tokens_of(block, span).iter().any(|token| token.is(class))
    }

    /// Whether the sentence with this number holds one of `words`, in whatever case.
    pub fn sentence_names(&self, sentence: usize, words: &'static [&'static str]) -> bool {
        let Some(&Sentence { block, span }) = self.sentences.get(sentence) else { return false };
        let text = self.text_of(self.blocks[block].span);
        // Nearly all words of the sentence are none of them, which their traces tell at once.
        let listed = WordList::of(words);
        self.tokens_of(block, span).iter().any(|token| listed.has(token, text))
    }

    /// Whether a word of `class` stands within `reach` words of `span`, in the same sentence.
    pub fn has_near(&self, span: Span, reach: usize, class: Class) -> bool {
        let number = self.sentence_at(span.start);
        if !self.block_has(self.sentences[number].block, class) {
            return false;
        }
        let before = self.tokens_before(number, span.start);
        let behind = self.tokens_behind(number, span.end);
        before.iter().rev().take(reach).chain(behind.iter().take(reach)).any(|token| token.is(class))
    }

    /// The tokens of the sentence with this number before `offset`, a byte of the story; none where it begins later.
    pub fn tokens_before(&self, sentence: usize, offset: u32) -> &[Token] {
        let Sentence { block, span } = self.sentences[sentence];
        self.tokens_of(block, Span::new(span.start, offset.max(span.start)))
    }

    /// The tokens of the sentence with this number from `offset`, a byte of the story, on; none where it ends before.
    pub fn tokens_behind(&self, sentence: usize, offset: u32) -> &[Token] {
        let Sentence { block, span } = self.sentences[sentence];
        self.tokens_of(block, Span::new(offset, span.end.max(offset)))
    }

    /// The tokens within `span`, which lies in one block; their spans are the block's.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        self.tokens_of(self.block_at(span.start), span)
    }

    /// The words within `span`, which lies in one block.
    pub fn words_at(&self, span: Span) -> Words<'_> {
        let block = self.block_at(span.start);
        let text = self.blocks.get(block).map_or("", |block| self.text_of(block.span));
        Words { text, tokens: self.tokens_of(block, span) }
    }

    /// The tokens of the block with this number within `span`; their spans are the block's.
    pub fn tokens_of(&self, block: usize, span: Span) -> &[Token] {
        let Some(block) = self.blocks.get(block) else { return &[] };
        let within = Span::new(span.start.max(block.span.start), span.end.max(block.span.start)).back(block.span.start);
        block.mentions.tokens_in(within)
    }

    /// The number of the block that holds `offset`; the last one's behind the end.
    pub fn block_at(&self, offset: u32) -> usize {
        self.starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// The number of the sentence that holds `offset` or is the last to begin before it.
    pub fn sentence_at(&self, offset: u32) -> usize {
        self.sentences.partition_point(|sentence| sentence.span.start <= offset).saturating_sub(1)
    }
}
