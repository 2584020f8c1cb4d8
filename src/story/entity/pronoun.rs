//! Finds whom "he", "she", "they" and "it" mean where they speak.
//!
//! A reader looks back: first to who spoke in the sentence before, then to whom that sentence was about.
//! Where it was about two people side by side, a reader cannot tell.

use std::ops::Range;

use super::gender::Gender;
use super::likeness::{BODY, classes_of, is_of, is_place, without_possessive};
use super::naming::{Mentioned, Met};
use super::roster::Entry;
use super::{Casting, SourceMention, nominal, rivals};
use crate::draft::Role;
use crate::extract::{Attribution, SourceKind};
use crate::language::{Class, is_given_name};
use crate::story::{Placed, SourceId, Story};
use crate::text::{Pieces, Span};

/// How many paragraphs back a pronoun may reach.
pub(super) const REACH: usize = 3;

/// What a pronoun can stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Person {
    /// He, she, who: one person.
    One(Option<Gender>),
    /// It: a body.
    It,
    /// They, we: several, or a body.
    They,
}

/// Whom a pronoun stands for.
#[derive(Debug, Default)]
pub(super) struct Antecedent {
    /// The best guess; `None` where it leads nowhere.
    pub(super) source: Option<SourceId>,
    /// The names that it may mean, where there is more than one.
    pub(super) candidates: Vec<Span>,
}

/// The source that the pronoun in `attribution` stands for.
pub(super) fn antecedent(
    casting: &mut Casting<'_>,
    mention: SourceMention,
    attribution: &Placed<Attribution>,
) -> Antecedent {
    let word = casting.story.text_of(mention.head).to_lowercase();
    let person = match word.as_str() {
        "he" | "she" | "him" | "her" | "who" | "his" => Person::One(Gender::of_pronoun(&word)),
        "it" | "its" | "which" => Person::It,
        "they" | "them" | "their" => Person::They,
        _ => return Antecedent::default(),
    };
    let sentence = attribution.sentence;
    let reach = attribution.block.saturating_sub(REACH);
    if word == "who"
        && let Some(source) = named_right_before(casting, sentence, mention.span.start)
    {
        return Antecedent { source: Some(source), candidates: Vec::new() };
    }
    // "Lund spent $412 by his own count": who counts may be whom the words are about.
    let is_owner = matches!(word.as_str(), "his" | "her" | "their" | "its");
    let told = if is_owner { Pieces::default() } else { told_of_another(casting.story, attribution, mention) };
    let goes_on = opens_with(casting.story, sentence, mention.span.start, person);
    if !goes_on && let Some(source) = named_in(casting, sentence, mention.span.start, &told, person) {
        let start = casting.story.sentences[sentence].span.start;
        let before = Span::new(start, mention.span.start.max(start));
        return Antecedent { source: Some(source), candidates: rivals::alone_in(casting, before, person) };
    }
    let own = own_paragraph(casting.story, sentence);
    let is_opening = own.start == sentence && mention.span.start == casting.story.sentences[sentence].span.start;
    if !is_opening
        && opens_with(casting.story, own.start, mention.span.start, person)
        && let Some(source) = departed(casting, person)
    {
        return Antecedent { source: Some(source), candidates: Vec::new() };
    }
    for earlier in (0..sentence).rev().take_while(|&earlier| reach <= casting.story.sentences[earlier].block) {
        // Whoever wrote the story is nobody in it.
        if casting.story.blocks[casting.story.sentences[earlier].block].role == Role::Byline {
            continue;
        }
        // "The owner of the dog, a baker, was fined. He": nobody further up is as near as who opens the paragraph.
        if earlier + 1 == own.start
            && let Some(source) = nominal::described(casting, own.clone(), person)
        {
            return Antecedent { source: Some(source), candidates: Vec::new() };
        }
        if let Some(source) = written_by(casting, earlier, sentence).filter(|_| person == Person::It) {
            return Antecedent { source: Some(source), candidates: Vec::new() };
        }
        let speaker =
            speaker_in(casting, earlier, person).filter(|_| !is_opposed(casting.story, earlier..sentence, person));
        if let Some(source) = speaker.or_else(|| subject_of(casting, earlier, person)) {
            let leads_on = rivals::lead_on(casting, earlier..sentence);
            let candidates = if leads_on { rivals::in_sentence(casting, earlier, person) } else { Vec::new() };
            let is_open = speaker.is_none() || speaks_for_all(casting, earlier, &candidates);
            return Antecedent { source: Some(source), candidates: if is_open { candidates } else { Vec::new() } };
        }
    }
    let source = lead(casting, person).or_else(|| nominal::somebody(casting, own, person));
    Antecedent { source, candidates: Vec::new() }
}

/// What the attribution tells, in which nobody is named who tells it. "Ida Lund hung 60 traps; most were empty, she said",
/// "Karl Moe blamed the rains, which, he said, came late": the clause before is the reporter's.
fn told_of_another(story: &Story, attribution: &Attribution, mention: SourceMention) -> Pieces {
    const RELATIVES: &[&str] = &["which", "where", "who", "when"];
    let own = |piece: &Span| {
        let told = story.text_of(*piece);
        let behind_mark = told.rfind(';').filter(|&mark| told[mark..].starts_with("; ")).map(|mark| mark + 2);
        let last = told.trim_end_matches([',', ' ']).rfind(' ').map(|blank| blank + 1);
        let relative = last.filter(|&last| RELATIVES.contains(&told[last..].trim_end_matches([',', ' '])));
        let start = if piece.end <= mention.span.start { behind_mark.max(relative) } else { None };
        Span::new(piece.start + start.unwrap_or(0) as u32, piece.end)
    };
    attribution.content.iter().map(own).collect()
}

/// "Ada Moss topped the state. … | the 17-year-old | said": whom a reader takes an age for, if they have a name.
pub(super) fn called_by_age(
    casting: &mut Casting<'_>,
    mention: SourceMention,
    attribution: &Placed<Attribution>,
) -> Option<SourceId> {
    let words = casting.story.text_of(mention.span);
    let (age, trade) = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "))?.split_once("-year-old")?;
    // "The 22-year-old shearer"
    if !age.bytes().all(|byte| byte.is_ascii_digit()) || trade.trim_start().contains([' ', ',']) {
        return None;
    }
    // "The 35-year-old Lund" is named.
    if trade.trim_start().starts_with(char::is_uppercase) {
        let name = Span::new(mention.span.end - trade.trim_start().len() as u32, mention.span.end);
        let met = casting.reader.roster.at(name).map(|entry| entry.met(casting.story))?;
        return Some(casting.meet(met));
    }
    let reach = attribution.block.saturating_sub(1);
    let sentences = (0..attribution.sentence).rev();
    let mut near = sentences.take_while(|&earlier| reach <= casting.story.sentences[earlier].block);
    let anybody = Person::One(None);
    let met = near
        .find_map(|earlier| speaker_in(casting, earlier, anybody).or_else(|| subject_of(casting, earlier, anybody)))?;
    (casting.sources[met.0].kind == SourceKind::Person).then_some(met)
}

/// "The premier, Ada Moss, appealed for calm in a statement. “…,” | it | said": what speaks is hers.
fn written_by(casting: &Casting<'_>, earlier: usize, sentence: usize) -> Option<SourceId> {
    const PAPERS: [&str; 9] =
        ["statement", "letter", "memo", "message", "post", "circular", "notice", "release", "email"];
    let sentences = &casting.story.sentences;
    let is_here = earlier + 1 == sentence && sentences[earlier].block == sentences[sentence].block;
    let words = is_here.then(|| casting.story.words_at(sentences[earlier].span))?;
    let is_paper = |at: usize| words.run_is(at, &["in", "a"]) && words.is_any(at + 2, &PAPERS);
    let is_written = (0..words.tokens.len()).any(is_paper);
    is_written.then(|| speaker_in(casting, earlier, Person::One(None))).flatten()
}

/// The sentences of the paragraph before the one with this number.
fn own_paragraph(story: &Story, sentence: usize) -> Range<usize> {
    let block = story.sentences[sentence].block;
    let near = (0..sentence).rev().take_while(|&earlier| story.sentences[earlier].block == block);
    near.last().unwrap_or(sentence)..sentence
}

/// "“I was not jealous,” she told the Beacon": behind paragraphs about others, the one whom the whole story is about.
fn lead(casting: &mut Casting<'_>, person: Person) -> Option<SourceId> {
    let Person::One(Some(said)) = person else { return None };
    let lead = casting.reader.roster.lead_person()?;
    let is_it = casting.reader.roster.gender_of(lead.words) == Some(said);
    let met = is_it.then(|| lead.met(casting.story))?;
    Some(casting.meet(met))
}

/// "She never married. “I was asked three times,” she told the Beacon": whose obituary the story is, whom its paragraphs
/// go on about whoever spoke in the one before.
fn departed(casting: &mut Casting<'_>, person: Person) -> Option<SourceId> {
    let lead = casting.reader.roster.departed_person()?;
    let met = can_be(casting, lead.words, person).then(|| lead.met(casting.story))?;
    Some(casting.meet(met))
}

/// "Askew said … He put it to Vaughan … She replied": a sentence that opens with the other pronoun goes on about
/// whoever spoke there or before, and so "she" is another.
fn is_opposed(story: &Story, sentences: Range<usize>, person: Person) -> bool {
    let other = match person {
        Person::One(Some(Gender::Woman)) => "He ",
        Person::One(Some(Gender::Man)) => "She ",
        _ => return false,
    };
    let block = story.sentences[sentences.end].block;
    let mut near = story.sentences[sentences].iter().filter(|sentence| sentence.block == block);
    near.any(|sentence| story.text_of(sentence.span).starts_with(other))
}

/// Who speaks in the sentence, if the pronoun can mean them; the last one where there are several.
pub(super) fn speaker_in(casting: &Casting<'_>, sentence: usize, person: Person) -> Option<SourceId> {
    let attributions = &casting.story.attributions;
    let first = attributions.partition_point(|attribution| attribution.sentence < sentence);
    attributions[first..]
        .iter()
        .zip(&casting.cast.sources[first.min(casting.cast.sources.len())..])
        .take_while(|(attribution, _)| attribution.sentence == sentence)
        .filter(|(attribution, _)| {
            !is_nested(&attributions[first..], attribution) && !speaks_to(casting.story, attribution, person)
        })
        .filter_map(|(attribution, source)| Some((attribution, (*source)?)))
        .filter(|(attribution, source)| {
            fits(casting, source.0, person) || person == Person::It && calls_itself_it(casting, attribution, *source)
        })
        .map(|(_, source)| source)
        .last()
}

/// "Her professor told | her | that it was no place for skirts": who is spoken to is not who speaks.
fn speaks_to(story: &Story, attribution: &Placed<Attribution>, person: Person) -> bool {
    // "Told her client" hides somebody else.
    const TOLD: &[&str] = &["a", "an", "he", "in", "it", "not", "she", "that", "the", "there", "they", "to"];
    let hearer = match person {
        Person::One(Some(Gender::Woman)) => " her ",
        Person::One(Some(Gender::Man)) => " him ",
        _ => return false,
    };
    let block = story.blocks[attribution.block].span;
    let told = story.text_of(Span::new(attribution.cue.end, block.end)).strip_prefix(hearer);
    told.is_some_and(|told| TOLD.contains(&told.split(' ').next().unwrap_or_default()))
        && story.tokens_in(attribution.cue).iter().any(|word| word.is(Class::Tell))
}

/// "The maker of the lamps, Tarn Motors, said | it had …": whoever speaks of themselves so is no person, though the name
/// looks like one.
fn calls_itself_it(casting: &Casting<'_>, attribution: &Placed<Attribution>, source: SourceId) -> bool {
    let wording = &casting.wordings[source.0];
    casting.reader.roster.ask_of_source(source.0);
    let told = attribution.content.first().map(|&told| casting.story.text_of(told));
    let told = told.map(|told| told.strip_prefix("that ").unwrap_or(told));
    wording.is_person()
        && told.is_some_and(|told| told.starts_with("it ") || told.starts_with("its "))
        && casting.reader.roster.gender_of(wording.words()).is_none()
}

/// Whether who speaks in the sentence is one of those who open it side by side: "Lund and Moss briefed the families".
fn speaks_for_all(casting: &Casting<'_>, sentence: usize, group: &[Span]) -> bool {
    let attributions = &casting.story.attributions;
    let first = attributions.partition_point(|attribution| attribution.sentence < sentence);
    let here = attributions[first..].iter().take_while(|attribution| attribution.sentence == sentence);
    let mut speakers = here.filter_map(|attribution| attribution.source);
    speakers.all(|source| group.iter().any(|name| name.overlaps(source.span)))
}

/// Whether the attribution is part of what somebody else says in the sentence: "Bell said that Coppard wrote …".
fn is_nested(attributions: &[Placed<Attribution>], inner: &Placed<Attribution>) -> bool {
    attributions
        .iter()
        .take_while(|outer| outer.sentence == inner.sentence)
        .any(|outer| outer.content.iter().any(|content| content.covers(inner.cue)))
}

/// Whether the pronoun can mean the source with this number.
fn fits(casting: &Casting<'_>, source: usize, person: Person) -> bool {
    casting.reader.roster.ask_of_source(source);
    let wording = &casting.wordings[source];
    let is_body = matches!(wording.kind, SourceKind::Organization | SourceKind::Outlet);
    match person {
        Person::One(_) => {
            matches!(wording.kind, SourceKind::Person | SourceKind::Role | SourceKind::Anonymous)
                && can_be(casting, wording.words(), person)
        }
        Person::It => is_body || wording.kind == SourceKind::Document,
        Person::They => {
            let are_papers = || wording.words().last().is_some_and(|head| head.ends_with('s'));
            is_body
                || matches!(wording.kind, SourceKind::Group | SourceKind::Anonymous)
                || wording.kind == SourceKind::Document && are_papers()
        }
    }
}

/// Whether nothing in the words or in the story says that the pronoun is of the other gender.
pub(super) fn can_be(casting: &Casting<'_>, words: &[String], person: Person) -> bool {
    let Person::One(Some(said)) = person else { return true };
    casting.reader.roster.gender_of(words).is_none_or(|known| known == said)
}

/// "She was the third child of Hugh Brand and Ada Pell and left when, | she | told the Lamp, …": a sentence whose subject is
/// the same pronoun goes on about whoever that means, and about nobody whom it names on the way.
fn opens_with(story: &Story, sentence: usize, before: u32, person: Person) -> bool {
    let openings: &[&str] = match person {
        Person::One(Some(Gender::Woman)) => &["She ", "But she "],
        Person::One(Some(Gender::Man)) => &["He ", "But he "],
        _ => return false,
    };
    let Some(span) = story.sentences.get(sentence).map(|sentence| sentence.span) else { return false };
    let text = story.text_of(span);
    openings.iter().any(|opening| text.starts_with(opening) && span.start + (opening.len() as u32) <= before)
}

/// Whom the sentence is about: the first person it names outside quotations, unless it goes on about somebody.
fn subject_of(casting: &mut Casting<'_>, sentence: usize, person: Person) -> Option<SourceId> {
    let span = casting.story.sentences[sentence].span;
    let is_spoken_to =
        || casting.story.attributions_in(sentence).iter().any(|said| speaks_to(casting.story, said, person));
    if opens_with(casting.story, sentence, span.end, person) || is_spoken_to() {
        return None;
    }
    nominal::opening(casting, span, person).or_else(|| first_name(casting, span, person, &[]))
}

/// Whom the pronoun's own sentence names before it, outside what is said.
fn named_in(
    casting: &mut Casting<'_>,
    sentence: usize,
    before: u32,
    told: &[Span],
    person: Person,
) -> Option<SourceId> {
    let start = casting.story.sentences.get(sentence)?.span.start;
    first_name(casting, Span::new(start, before.max(start)), person, told)
}

/// "Lund, her brother and a clerk, Faye Moss, | who said …": the person whose name ends right before "who".
fn named_right_before(casting: &mut Casting<'_>, sentence: usize, who: u32) -> Option<SourceId> {
    let story = casting.story;
    let start = story.sentences[sentence].span.start;
    let before = Span::new(start, who.max(start));
    let last = people_in(casting, before, Person::One(None)).last()?;
    let between = story.text_of(Span::new(last.name.span.end, before.end));
    let met = matches!(between, ", " | " ").then(|| last.met(story))?;
    Some(casting.meet(met))
}

fn first_name(casting: &mut Casting<'_>, within: Span, person: Person, outside: &[Span]) -> Option<SourceId> {
    if person == Person::It {
        return body_in(casting, within).or_else(|| nominal::opening(casting, within, person));
    }
    if !matches!(person, Person::One(_)) {
        return None;
    }
    let met = {
        let is_free = |entry: &&Entry<'_>| {
            !outside.iter().any(|content| content.overlaps(entry.name.span))
                && !is_spot(casting.story, entry)
                && !is_kins(casting.story, entry)
                && !is_fronted(casting.story, within, entry)
        };
        let mut people = people_in(casting, within, person).filter(is_free);
        let first = people.next()?;
        // "At Kessel Seating the manager, Ines Lund, shook her head": where it happened does nothing.
        let entry = if is_scene(casting.story, within, first) { people.next().unwrap_or(first) } else { first };
        entry.met(casting.story)
    };
    Some(casting.meet(met))
}

/// "Karl Lund's wife, Marg, drives now. She": the name is only whose wife she is.
fn is_kins(story: &Story, entry: &Entry<'_>) -> bool {
    let block = story.blocks[entry.name.block].span;
    let whole = story.text_of(entry.name.span);
    let behind = story.text_of(Span::new(entry.name.span.end, block.end));
    let owned = if without_possessive(whole).len() < whole.len() {
        Some(behind)
    } else {
        ["'s", "’s"].iter().find_map(|mark| behind.strip_prefix(mark))
    };
    let Some((kin, named)) = owned.and_then(|owned| owned.trim_start().split_once(' ')) else { return false };
    is_of(kin.trim_end_matches(','), &[Class::Kin]) && named.starts_with(char::is_uppercase)
}

/// "Under questioning from Karl Lund, the 54-year-old wept", "asked by Lund, the mechanic looked up": who asks is in
/// front of the comma, and who does something behind it.
fn is_fronted(story: &Story, within: Span, entry: &Entry<'_>) -> bool {
    const FRONTS: &[&str] =
        &["Asked ", "Challenged ", "Cross-examined ", "Pressed ", "Questioned ", "Quizzed ", "Under questioning "];
    const CLOSED: usize = 3;
    let words = story.text_of(within);
    let behind = story.text_of(Span::new(entry.name.span.end, within.end.max(entry.name.span.end)));
    // "…, the mayor, sighed" closes off what the name before it is.
    let acts = |rest: &str| !rest.split(' ').take(CLOSED).any(|word| word.ends_with(','));
    FRONTS.iter().any(|front| words.starts_with(front))
        && behind.split_once(", the ").is_some_and(|(_, rest)| acts(rest))
}

/// Whether the words of `within` open with "at" or "in" and this name.
fn is_scene(story: &Story, within: Span, entry: &Entry<'_>) -> bool {
    let lead = story.text_of(Span::new(within.start, entry.name.span.start)).trim_end();
    let lead = lead.strip_suffix(" the").unwrap_or(lead);
    ["At", "In", "For", "Outside", "Inside", "Near"].contains(&lead)
}

/// "At Tarn Ridge", "to Long Tarn prison": a name that looks like somebody's, and is a place's.
fn is_spot(story: &Story, entry: &Entry<'_>) -> bool {
    const BEFORE: &[&str] = &[" at", " in", " near", " outside", " around", " off"];
    const BEHIND: &[Class] = &[Class::Organisation, Class::GenericBody];
    const BUILT: &[&str] = &["bridge", "dam", "mill", "mine", "prison", "quarry", "reserve", "tunnel"];
    let name = entry.name;
    let block = &story.blocks[name.block];
    let before = story.text_of(Span::new(block.span.start, name.span.start)).trim_end();
    let next = story.tokens_in(Span::new(name.span.end, block.span.end)).first();
    let is_owner = next.is_none_or(|next| {
        let word = next.of(story.text_of(block.span));
        let is_noun = next.classes.has_any(BEHIND) || BUILT.contains(&word);
        !is_noun || !word.starts_with(char::is_lowercase)
    });
    name.title.is_empty() && (BEFORE.iter().any(|place| before.ends_with(place)) || !is_owner)
}

/// The body with which the words of `within` begin, if the story has met it as a source or its name says that it is one:
/// "Larkfield has offered 4%, which it said …".
pub(super) fn body_in(casting: &mut Casting<'_>, within: Span) -> Option<SourceId> {
    let entry = casting.reader.roster.within(within).next()?.clone();
    let lead = Span::new(within.start, entry.name.span.start);
    let opens = matches!(casting.story.text_of(lead).trim(), "" | "The" | "But" | "But the" | "And");
    if !opens || casting.story.is_quoted(entry.name.span) {
        return None;
    }
    // "Tarn Cement posted a rise, it said": whose name nobody has for a first name.
    let is_nobodys = 1 < entry.words.len()
        && entry.name.title.is_empty()
        && !entry.words.first().is_some_and(|first| is_given_name(first))
        && casting.reader.roster.gender_of(entry.words).is_none();
    let names_body = (is_nobodys || classes_of(entry.words).has_any(BODY)) && !is_place(entry.words);
    let mention = SourceMention { span: entry.name.span, head: entry.name.span, kind: SourceKind::Organization };
    let text = casting.story.text.as_str();
    let read = Mentioned::of(mention, text);
    let met = Met { mention, known: &read, text };
    let wording = casting.reader.word(met);
    let known = casting.already_met(&wording, None).filter(|&source| fits(casting, source, Person::It));
    match known {
        Some(source) => Some(SourceId(source)),
        None if names_body => Some(casting.meet(met)),
        None => None,
    }
}

/// The people named within `span`, outside quotations, whom the pronoun can mean.
pub(super) fn people_in<'c, 'a>(
    casting: &'c Casting<'a>,
    span: Span,
    person: Person,
) -> impl Iterator<Item = &'c Entry<'a>> {
    let roster = &casting.reader.roster;
    roster.within(span).filter(move |entry| {
        roster.is_persons(entry) && !casting.story.is_quoted(entry.name.span) && can_be(casting, entry.words, person)
    })
}
