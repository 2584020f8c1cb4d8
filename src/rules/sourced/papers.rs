//! Figures of a report, a release or a study that the story has named and goes on from.

use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use super::{Sourced, is_report};
use crate::draft::Role;
use crate::extract::{Figure, SourceKind};
use crate::language::{Class, Token};
use crate::rules::family::Family;
use crate::rules::grave::is_toll;
use crate::story::{Placed, SourceId, Standing, Story, topic_of};

/// In how many sentences a document has to give figures before a story is taken to rest on it.
const DOCUMENT_SENTENCES: usize = 2;

/// In how many sentences a body has to.
const BODY_SENTENCES: usize = 3;

/// How many words a sentence shares with those of a report on whose subject it is.
const SHARED_TOPICS: usize = 2;

/// How many paragraphs a lead-in ("The report's other findings:") speaks for.
const LEAD_REACH: usize = 6;

/// How many paragraphs below the headline tell whose figures a story brings.
const LEDE: usize = 3;

/// A document or body from which a story has most of its figures of a family.
pub(super) struct Report {
    family: Family,
    /// The sentences with its figures.
    sentences: Vec<usize>,
    /// What these speak of, once somebody asks.
    topics: OnceCell<FxHashSet<String>>,
}

impl Report {
    fn topics(&self, story: &Story) -> &FxHashSet<String> {
        let topics = || self.sentences.iter().flat_map(|&sentence| common_topics(story, sentence)).collect();
        self.topics.get_or_init(topics)
    }
}

impl Sourced<'_> {
    pub(super) fn is_of_papers(&self, figure: &Placed<Figure>) -> bool {
        self.is_led_in(figure)
            || self.is_released(figure)
            || self.is_of_study(figure)
            || self.is_of_monthly_report(figure)
            || !is_toll(self.story, figure) && self.is_of_report(figure)
    }

    /// "Other findings of the report:", and then paragraphs or items that are its findings.
    fn is_led_in(&self, figure: &Placed<Figure>) -> bool {
        let before = &self.story.blocks[..figure.block];
        let flow = before.iter().rev().take_while(|block| !block.role.is_heading()).take(LEAD_REACH);
        // "The note lists what it would do:", then a list, and then the story goes on.
        let is_item = |at: usize| self.story.blocks.get(at).is_some_and(|block| block.role == Role::ListItem);
        let is_over = |back: usize| !is_item(figure.block) && is_item(figure.block - back);
        flow.enumerate().filter(|(_, block)| block.role == Role::Paragraph).any(|(back, block)| {
            if is_over(back) {
                return false;
            }
            let text = self.story.text_of(block.span);
            // "Have been found other posts" tells of work, and of nothing written.
            let is_paper = |token: &Token| token.is(Class::Document) && !["post", "posts"].contains(&token.of(text));
            text.trim_end().ends_with(':') && self.story.tokens_in(block.span).iter().any(is_paper)
        })
    }

    /// What a statistics office or a company has put out speaks for the rest of its figures: "Exports rose 4 percent."
    fn is_released(&self, figure: &Placed<Figure>) -> bool {
        let is_told =
            |released: Option<Class>| released.is_some_and(|class| self.story.sentence_has(figure.sentence, class));
        is_told(self.released) && (self.released == Some(Class::Statistic) || Family::of(figure.kind) != Family::Counts)
    }

    /// "The authors found that … Districts hit hardest had a 12 percent greater drop": who studied something gives what
    /// came out, in the paragraph and the next.
    fn is_of_study(&self, figure: &Placed<Figure>) -> bool {
        const WHO: &[&str] =
            &["researchers", "authors", "economists", "scientists", "academics", "psychologists", "study", "paper"];
        const DID: &[&str] =
            &["found", "looked", "studied", "analyzed", "analysed", "examined", "compared", "calculated"];
        let first = self.story.sentences_of(figure.block.saturating_sub(1)).start;
        let studies =
            |sentence: usize| self.story.sentence_names(sentence, WHO) && self.story.sentence_names(sentence, DID);
        Family::of(figure.kind) == Family::Parts && (first..figure.sentence).any(studies)
    }

    /// "The May report beat all hopes. The jobless rate fell to 3 percent": what a statistic's own report gives.
    fn is_of_monthly_report(&self, figure: &Placed<Figure>) -> bool {
        const RATES: &[&str] = &["jobless", "unemployment", "inflation", "payroll", "payrolls", "earnings"];
        let Some(before) = figure.sentence.checked_sub(1) else { return false };
        let words = self.words_of(before);
        let is_month = |at: usize| words.has(at, Class::Time) || words.written(at) == "May";
        let is_report = |at: usize| words.is(at, "report") && is_month(at.wrapping_sub(1));
        self.story.sentences[before].block == figure.block
            && self.story.sentence_names(figure.sentence, RATES)
            && (0..words.tokens.len()).any(is_report)
    }

    /// The figure stands behind those of a report on which the story rests, and speaks of the same things.
    fn is_of_report(&self, figure: &Placed<Figure>) -> bool {
        let family = Family::of(figure.kind);
        let near =
            self.reports.iter().filter(|report| report.family == family && report.sentences[0] < figure.sentence);
        let mut near = near.peekable();
        if near.peek().is_none() {
            return false;
        }
        let mut topics: FxHashSet<String> = topics_of(self.story, figure.sentence).collect();
        // "The hole was 4 percent of output. It is expected to grow to 5 percent."
        let opens = self.story.tokens_in(self.story.sentences[figure.sentence].span).first();
        let before =
            figure.sentence.checked_sub(1).filter(|&before| self.story.sentences[before].block == figure.block);
        if let (Some(before), true) = (before, opens.is_some_and(|token| token.is(Class::Pronoun))) {
            topics.extend(topics_of(self.story, before));
        }
        near.any(|report| SHARED_TOPICS <= report.topics(self.story).intersection(&topics).count())
    }
}

/// The documents and bodies that give most of the story's sourced figures of a family.
pub(super) fn reports(story: &Story) -> Vec<Report> {
    let mut given: Vec<(Family, SourceId, usize)> = story
        .figure_claims()
        .filter(|(_, claim, _)| matches!(claim.attribution.standing, Standing::Attributed | Standing::Carried))
        .filter_map(|(_, claim, figure)| Some((Family::of(figure.kind), claim.attribution.source?, figure.sentence)))
        .collect();
    given.dedup();
    let mut reports = Vec::new();
    for family in [Family::Parts, Family::Money, Family::Counts] {
        let all = given.iter().filter(|(of, ..)| *of == family).count();
        let mut sources: Vec<SourceId> = given.iter().filter(|(of, ..)| *of == family).map(|given| given.1).collect();
        sources.sort_unstable();
        sources.dedup();
        for source in sources {
            let least = match story.source(source).kind {
                SourceKind::Document => DOCUMENT_SENTENCES,
                SourceKind::Organization => BODY_SENTENCES,
                _ => continue,
            };
            let sentences: Vec<usize> =
                given.iter().filter(|(of, by, _)| *of == family && *by == source).map(|given| given.2).collect();
            if least <= sentences.len() && all < 2 * sentences.len() {
                reports.push(Report { family, sentences, topics: OnceCell::new() });
            }
        }
    }
    reports
}

/// What the headline names, a statistic or a company's accounts, where the first paragraphs have a figure of it from a
/// body or a paper.
pub(super) fn released(story: &Story) -> Option<Class> {
    let head = story.blocks.iter().position(|block| block.role == Role::Headline)?;
    let is_headed = |class: &Class| story.block_has(head, *class);
    let named = [Class::Statistic, Class::Accounts].into_iter().find(is_headed)?;
    let mut paragraphs = (head..story.blocks.len()).filter(|&block| story.blocks[block].role == Role::Paragraph);
    let last = paragraphs.nth(LEDE - 1).unwrap_or(story.blocks.len());
    let mut first = story.figure_claims().take_while(|(_, _, figure)| figure.block <= last);
    let is_put_out = first.any(|(_, claim, figure)| {
        head < figure.block
            && claim.attribution.attribution.is_some_and(|number| is_report(&story.attributions[number]))
    });
    is_put_out.then_some(named)
}

/// What a sentence speaks of: its longer words that are no function words, by their beginnings.
fn topics_of(story: &Story, sentence: usize) -> impl Iterator<Item = String> {
    story.topic_words(story.sentences[sentence].span).map(topic_of)
}

/// The same without names: a story speaks of its town in every paragraph.
fn common_topics(story: &Story, sentence: usize) -> impl Iterator<Item = String> {
    let words = story.topic_words(story.sentences[sentence].span);
    words.filter(|word| !word.starts_with(char::is_uppercase)).map(topic_of)
}
