//! Tells who is who: which mentions of a source are the same person, body or document.
//!
//! Mentions are resolved in the order of the story, as a reader would: a full name introduces somebody,
//! a surname, a short form, a role or a pronoun afterwards means one of those already met.
//! What cannot be told stays apart: two sources where there is one do less harm than one where there are two.

mod corporate;
mod gender;
mod generic;
mod index;
mod lead;
mod likeness;
mod naming;
mod nominal;
mod post;
mod pronoun;
mod recast;
mod rivals;
mod roster;

pub(super) use likeness::{is_particle, is_place_word};

use gender::Gender;
use index::Index;
use naming::{Mentioned, MentionedIn, Met, Reader, Wording};

use super::{Dangling, Placed, Source, SourceId, Story, StoryBlock};
use crate::draft::{Place, Role};
use crate::extract::{Attribution, SourceKind, SourceMention};
use crate::text::Span;

/// A source that the newsroom's settings name, with the other names it goes by.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct KnownSource {
    /// The name that the ledger shows.
    pub name: String,
    /// Other names and short forms of the same source.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// Who speaks in each attribution, by its number in [`Story::attributions`].
#[derive(Clone, Debug, Default)]
pub(super) struct Cast {
    pub(super) sources: Vec<Option<SourceId>>,
    pub(super) vias: Vec<Option<SourceId>>,
    /// The pronouns that leave open who speaks.
    pub(super) dangling: Vec<Dangling>,
    /// Who a block quote's `Cite` names, by the number of the block quote.
    pub(super) cites: Vec<(u32, SourceId, Span)>,
}

/// The story's sources, and who speaks where.
pub(super) fn resolve(story: &Story, known: &[KnownSource]) -> (Vec<Source>, Cast) {
    let mut casting = Casting {
        story,
        reader: Reader::new(story),
        known,
        cites: story.blocks.iter().rev().filter(|block| block.role == Role::Cite).collect(),
        sources: Vec::new(),
        wordings: Vec::new(),
        introduced: Vec::new(),
        by_key: Index::with_room(4 * story.attributions.len()),
        cast: Cast::default(),
    };
    recast::cast(&mut casting);
    casting.cast_cites(u32::MAX);
    (casting.sources, casting.cast)
}

/// The sources met so far.
struct Casting<'a> {
    story: &'a Story,
    reader: Reader<'a>,
    known: &'a [KnownSource],
    /// Who is named under the block quotes that are still to come, the last first.
    cites: Vec<&'a StoryBlock>,
    sources: Vec<Source>,
    /// The wording of each source's name, for matching.
    wordings: Vec<Wording>,
    /// The sources that the attribution at hand introduces.
    introduced: Vec<(usize, Wording)>,
    /// The sources that share a word or an acronym.
    by_key: Index,
    cast: Cast,
}

impl Casting<'_> {
    /// Whom the source and the "via" of an attribution mean.
    fn identify_both(&mut self, attribution: &Placed<Attribution>) -> (Option<SourceId>, Option<SourceId>) {
        let story = self.story;
        let block = &story.blocks[attribution.block];
        let text = story.text_of(block.span);
        let MentionedIn(known) = block.note(&story.text);
        let [source, via] = &known[self.cast.sources.len() - block.attributions.start];
        let met = |mention: Option<SourceMention>, known| {
            Some(Met { mention: mention?, known: Option::as_ref(known)?, text })
        };
        let source = met(attribution.source, source).and_then(|met| self.identify(met, attribution));
        let via = met(attribution.via, via).and_then(|met| self.identify(met, attribution));
        (source, via)
    }

    /// Whom a mention means; `None` for a pronoun that leads nowhere.
    fn identify(&mut self, met: Met<'_>, attribution: &Placed<Attribution>) -> Option<SourceId> {
        let source = if met.mention.kind == SourceKind::Pronoun {
            let antecedent = pronoun::antecedent(self, met.mention, attribution);
            if antecedent.source.is_none() || !antecedent.candidates.is_empty() {
                self.cast
                    .dangling
                    .push(Dangling { attribution: self.cast.sources.len(), candidates: antecedent.candidates });
            }
            antecedent.source?
        } else {
            pronoun::called_by_age(self, met.mention, attribution)
                .or_else(|| generic::told_of_itself(self, met, attribution))
                .or_else(|| generic::heard_just_before(self, met, attribution))
                .unwrap_or_else(|| self.meet(met))
        };
        self.sources[source.0].mentions.push(met.mention.span);
        Some(source)
    }

    /// The source that a mention names: one already met, or a new one.
    fn meet(&mut self, mention: Met<'_>) -> SourceId {
        let wording = self.reader.word(mention);
        let wording = self.known.iter().find_map(|known| wording.known_as(known)).unwrap_or(wording);
        let wording = self.reader.departed(&wording, mention.mention).unwrap_or(wording);
        // Who is named in full is nobody else's namesake.
        let told = if wording.words().len() == 1 { self.reader.gender_told(mention.mention) } else { None };
        let mut met = self.already_met(&wording, told);
        let is_sure = met.is_some_and(|source| {
            !wording.is_person() || wording.words().len() != 1 || wording.ends(&self.wordings[source])
        });
        let mut wording = wording;
        if !is_sure
            && let Some(complete) = self.reader.complete(&wording, mention.mention)
            && (met.is_none() || wording.ends(&complete))
        {
            wording = complete;
            met = self.already_met(&wording, told);
        }
        let source = met.unwrap_or(self.sources.len());
        if met.is_none() || wording.is_fuller_than(&self.wordings[source]) {
            self.introduced.push((source, wording.clone()));
            self.introduce(source, wording);
        }
        SourceId(source)
    }

    /// The latest source of the same name; people are met again by their surname alone, unless their title tells that it
    /// is somebody else's: "Mrs Lund" is not Karl Lund.
    fn already_met(&self, wording: &Wording, told: Option<Gender>) -> Option<usize> {
        let under = |keys: &[u64]| -> Vec<usize> {
            self.reader.roster.ask_for_sources(keys);
            keys.iter().flat_map(|&key| self.by_key.under(key)).collect()
        };
        let mut alike = under(wording.keys());
        if matches!(wording.words(), [only] if only == "force") {
            alike.extend(naming::POLICE.iter().flat_map(|word| under(&[likeness::key(word)])));
        }
        alike.sort_unstable();
        alike.dedup();
        let is_other = |known: &Wording| {
            told.is_some_and(|told| self.reader.roster.gender_of(known.words()).is_some_and(|known| known != told))
        };
        let is_same = |&source: &usize| {
            let known = &self.wordings[source];
            wording.is_same_as(known) && !is_other(known)
        };
        let ends_so = |&source: &usize| !wording.is_person() || wording.ends(&self.wordings[source]);
        let mut latest = alike.iter().rev().copied().filter(is_same);
        let first = latest.clone().next()?;
        latest.find(ends_so).or(Some(first))
    }

    /// Casts those who are named under a block quote before `offset`.
    fn cast_cites(&mut self, offset: u32) {
        while let Some(cite) = self.cites.pop_if(|cite| cite.span.start < offset) {
            self.cast_cite(cite);
        }
    }

    /// `<cite>` and its like name the speaker of a whole block quote.
    fn cast_cite(&mut self, block: &StoryBlock) {
        let Place::Quote { quote } = block.place else { return };
        let span = naming::name_in_cite(self.story, block.span);
        let mention = SourceMention { span, head: span, kind: SourceKind::Person };
        let text = self.story.text.as_str();
        let source = self.meet(Met { mention, known: &Mentioned::of(mention, text), text });
        self.sources[source.0].mentions.push(span);
        self.cast.cites.push((quote, source, span));
    }
}
