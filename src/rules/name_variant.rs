//! One person's name in two spellings.

use std::hash::Hasher;
use std::iter::successors;
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet, FxHasher};

use super::lone_surname::{Lone, LoneSurnames};
use super::misspelling::{
    begin_alike, differ_in_all_vowels, differ_in_gender, differ_in_two_letters, differ_in_vowels, differ_to_the_eye,
    heard, is_one_letter_off, is_other_form, is_scrambled, is_shortened,
};
use super::place_name::is_place_by_name;
use super::{Report, Rule};
use crate::draft::Role;
use crate::finding::Severity;
use crate::language::is_same_first_name;
use crate::story::{Alone, FullName, FullNames, Note, Overview, Share, Story, spoken_key};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "name-variant",
    summary: "one person's name is spelled in two ways",
    severity: Severity::Warning,
    explanation: r#"
Two full names in the story differ by a letter or two, and look like one person's;
or a surname that stands alone differs so from that of somebody named in full before it.

A misspelt name is the mistake that its bearer never forgives.

```story
Katherine Shaw runs the mill in Brae. The mill has stood empty for a year.

The bank wrote in May to Catherine Shaw about the loan.
                         ^^^^^^^^^^^^^^ name-variant: Catherine Shaw or Katherine Shaw? The story has both.
```

Better: look up the name, and spell it alike.

```story
Katherine Shaw runs the mill in Brae. The mill has stood empty for a year.

The bank wrote in May to Katherine Shaw about the loan.
```

Not flagged: short forms (Dan and Daniel), initials, a man's and a woman's name (Paul and Paula),
two names in one sentence, which are two people; names that differ in both parts; names within quotations.

Reference: Reuters lists misspelt names first among corrections; NPR's checklist asks to spell each name from a source.
"#,
    asks_relations: false,
    check,
};

/// Shorter names differ by a letter and are different names: "Ann" and "Ian".
const SHORTEST: usize = 4;

/// Shorter surnames that stand alone are two people's: "Holm" and "Holt".
const LONG_SURNAME: usize = 4;

/// So many people of one surname are compared with the next: a list of heirs, not of all voters.
const MANY: usize = 32;

fn check(story: &Story, report: &mut Report<'_>) {
    let Variants { surnames, .. } = story.overview();
    for (known, person) in variants_in_full(story).filter(|&(known, _)| !is_place_by_name(story.text_of(known))) {
        report_spelling(story, report, (known, person), "name");
    }
    for &(known, (block, number)) in surnames {
        let known = story.words_of_name(known);
        let LoneSurnames(lone) = story.note(block);
        let surname = lone[number].span.shifted(story.blocks[block].span.start);
        report_spelling(story, report, (known, surname), "name");
    }
}

/// Asks which of two spellings of a name or a place is right, at the one that came second.
pub(super) fn report_spelling(story: &Story, report: &mut Report<'_>, (known, again): (Span, Span), what: &str) {
    let (one, two) = (story.text_of(again), story.text_of(known));
    report
        .at(again, format!("{one} or {two}? The story has both."))
        .relate(known, "spelled otherwise here")
        .help(format!("Look up the {what}, and spell it alike."));
}

/// The full names that the story spells in two ways, the first spelling before the other: people's, and places that look
/// like people's.
pub(super) fn variants_in_full(story: &Story) -> impl Iterator<Item = (Span, Span)> {
    let Variants { people, .. } = story.overview();
    people.iter().map(|&(known, other)| (story.words_of_name(known), story.words_of_name(other)))
}

/// A place of the story: the number of the block, and of the name or the lone surname in it.
type At = (usize, usize);

/// The names that the story spells in two ways.
struct Variants {
    /// People named in full, the first spelling before the other.
    people: Vec<(At, At)>,
    /// The same where only the surname of the other is given.
    surnames: Vec<(At, At)>,
}

/// What a block has to say of how names are spelled.
#[derive(PartialEq)]
struct Spelled {
    names: Arc<[FullName]>,
    /// The shapes of their last words.
    shapes: Vec<Shape>,
    /// Its [`LoneSurnames`].
    surnames: Vec<Surname>,
    is_under_picture: bool,
    /// Whether a surname alone will do, whose bearer is named in full below.
    is_heading: bool,
}

#[derive(PartialEq)]
struct Surname {
    written: Box<str>,
    /// The same in small letters.
    lower: Box<str>,
    /// The key of what is written.
    key: u64,
    shape: Shape,
    is_titled: bool,
    is_of_one: bool,
    sentence: usize,
    /// The number of the name that it has to be for the story.
    name: Option<usize>,
}

impl Note for Spelled {
    fn read(block: Alone<'_>) -> Self {
        let surname = |lone: &Lone| {
            let written = lone.span.of(block.text());
            let lower = written.to_lowercase();
            Surname {
                written: written.into(),
                key: spoken_key(written),
                shape: Shape::of(&lower),
                lower: lower.into(),
                is_titled: lone.is_titled,
                is_of_one: lone.is_of_one,
                sentence: block.sentence_at(lone.span.start),
                name: lone.name,
            }
        };
        let (FullNames(names), LoneSurnames(lone)) = (block.note(), block.note());
        let surnames = lone.iter().map(surname).collect();
        let shapes = names.iter().map(|name| Shape::of(&name.last)).collect();
        let is_under_picture = block.role() == Role::Caption;
        let is_heading = block.role().is_heading();
        Self { names: Arc::clone(names), shapes, surnames, is_under_picture, is_heading }
    }
}

/// Somebody named in full.
#[derive(Clone, Copy)]
struct Named<'a> {
    at: At,
    /// The numbers of the block and of the sentence in it.
    sentence: (usize, usize),
    name: &'a FullName,
    /// That of its last word.
    shape: Shape,
    is_under_picture: bool,
}

impl Named<'_> {
    /// Whether it is written as a person's is; under a picture two words will do.
    fn is_persons(&self) -> bool {
        self.name.is_persons || self.is_under_picture && self.name.can_be_person && self.name.count == 2
    }
}

impl Overview for Variants {
    type Share = Spelled;

    fn read(shares: &[Share<'_, Spelled>]) -> Self {
        let mut names: Vec<Named<'_>> = Vec::with_capacity(shares.iter().map(|share| share.note.names.len()).sum());
        names.extend(named(shares));
        let people = people(&names);
        Self { people: variants(&people), surnames: lone_variants(shares, &names, &people) }
    }
}

/// All full names of the story, in order.
fn named<'a>(shares: &'a [Share<'_, Spelled>]) -> impl Iterator<Item = Named<'a>> {
    shares.iter().enumerate().flat_map(|(block, share)| {
        let names = share.note.names.iter().zip(&share.note.shapes).filter(|(name, _)| share.has_name(name.number));
        let is_under_picture = share.note.is_under_picture;
        names.map(move |(name, &shape)| Named {
            at: (block, name.number),
            sentence: (block, name.sentence),
            name,
            shape,
            is_under_picture,
        })
    })
}

/// The people who are named in full in two spellings.
fn variants(people: &[Named<'_>]) -> Vec<(At, At)> {
    let mut found = Vec::new();
    for share_last in [true, false] {
        // The latest of each name, and behind each person the one before of the same name.
        let mut latest: FxHashMap<u64, usize> = FxHashMap::with_capacity_and_hasher(people.len(), FxBuildHasher);
        let mut before: Vec<Option<usize>> = Vec::with_capacity(people.len());
        for (number, person) in people.iter().enumerate() {
            let shared = person.name.keys[usize::from(share_last)];
            before.push(latest.insert(shared, number));
            let namesakes = successors(before[number], |&earlier| before[earlier]).take(MANY);
            // Of a first name there are many, and their surnames show at a glance that they are others.
            let may_be = |known: &&Named<'_>| {
                share_last || known.shape.is_near(person.shape) || known.shape.is_as_long(person.shape)
            };
            let mut near = namesakes.map(|known| &people[known]).filter(may_be);
            let known = near.find(|known| is_variant(known, person, !share_last));
            if let Some(known) = known {
                // Under a picture names are copied, and so they are asked about there.
                let is_copied = known.is_under_picture && !person.is_under_picture;
                found.push(if is_copied { (person.at, known.at) } else { (known.at, person.at) });
            }
        }
    }
    found
}

/// Holds surnames that stand alone against those of the people who are named in full: "Ian Halvorsen", "Halverson said".
fn lone_variants(shares: &[Share<'_, Spelled>], names: &[Named<'_>], people: &[Named<'_>]) -> Vec<(At, At)> {
    let mut by_initial: FxHashMap<Option<char>, Vec<&Named<'_>>> = FxHashMap::default();
    for person in people {
        by_initial.entry(person.name.last.chars().next()).or_default().push(person);
    }
    let mut asked: FxHashSet<u64> = FxHashSet::default();
    let mut found = Vec::new();
    for (at, surname) in lone_surnames(shares) {
        if !asked.insert(surname.key) {
            continue;
        }
        let (lower, shape, sentence) = (&*surname.lower, surname.shape, (at.0, surname.sentence));
        let mut namesakes = by_initial.get(&lower.chars().next()).into_iter().flatten();
        let is_near = |known: Shape| shape.is_near(known) && LONG_SURNAME <= shape.letters.min(known.letters);
        let known = namesakes.find(|known| {
            let last = &known.name.last;
            let is_slip = || {
                is_near(known.shape)
                    && (is_one_letter_off(last, lower) || differ_in_vowels(last, lower) || is_scrambled(last, lower))
                    && (surname.is_of_one || !is_other_form(last, lower) || !is_shortened(last, lower, true))
            };
            // "Fouché", and then "Foucher": what the mark on a letter stands for, written out.
            let is_unmarked = || !last.is_ascii() && lower.is_ascii() && is_one_letter_off(&unmarked(last), lower);
            let is_other = || surname.is_titled && begin_alike(last, lower);
            let is_before = known.sentence < sentence || shares[at.0].note.is_heading;
            is_before && (is_slip() || is_unmarked() || is_other())
        });
        let known = known.filter(|_| !is_in_full_name(names, surname));
        found.extend(known.map(|known| (known.at, at)));
    }
    found
}

/// A name without the marks on its letters.
fn unmarked(name: &str) -> String {
    const MARKED: &[(&str, char)] =
        &[("àáâãåā", 'a'), ("èéêëē", 'e'), ("ìíîï", 'i'), ("òóôõø", 'o'), ("ùúû", 'u'), ("çć", 'c'), ("ñń", 'n')];
    let plain = |letter: char| MARKED.iter().find(|(marked, _)| marked.contains(letter)).map_or(letter, |&(_, to)| to);
    name.chars().map(plain).collect()
}

/// What tells most names apart at a glance.
#[derive(Clone, Copy, PartialEq)]
struct Shape {
    letters: usize,
    /// Which letters it has, a bit for each; all that are not plain share one.
    which: u32,
    /// What names that the ear does not tell apart have in common, and others hardly ever.
    heard: u64,
}

impl Shape {
    fn of(name: &str) -> Self {
        let mut hasher = FxHasher::default();
        heard(name).for_each(|letter| hasher.write_u32(letter.into()));
        let bit = |letter: char| 1 << if letter.is_ascii_lowercase() { u32::from(letter) - u32::from('a') } else { 26 };
        let which = name.chars().fold(0, |which, letter| which | bit(letter));
        Self { letters: name.chars().count(), which, heard: hasher.finish() }
    }

    /// Whether two letters alone can part the names.
    fn is_as_long(self, other: Self) -> bool {
        self.letters == other.letters && (self.which ^ other.which).count_ones() <= 4
    }

    /// Whether the names can be one letter off, have other vowels or sound alike.
    fn is_near(self, other: Self) -> bool {
        const VOWELS: u32 = 1 | 1 << 4 | 1 << 8 | 1 << 14 | 1 << 20;
        let differing = self.which ^ other.which;
        let is_alike = differing.count_ones() <= 2 || differing & !VOWELS == 0;
        self.letters.abs_diff(other.letters) <= 1 && is_alike || self.heard == other.heard
    }
}

/// Whether the word is in one of the names of somebody or something.
fn is_in_full_name(names: &[Named<'_>], surname: &Surname) -> bool {
    let may_be_in = |name: &FullName| 2 < name.count || name.written.starts_with(&*surname.written);
    let is_in = |name: &FullName| name.written.split_whitespace().any(|word| word == &*surname.written);
    names.iter().any(|Named { name, .. }| name.surname_key == surname.key || may_be_in(name) && is_in(name))
}

/// The words of the story that can only be somebody's surname, in order.
fn lone_surnames<'a>(shares: &'a [Share<'_, Spelled>]) -> impl Iterator<Item = (At, &'a Surname)> {
    shares.iter().enumerate().flat_map(|(block, share)| {
        let surnames = share.note.surnames.iter().enumerate();
        let known = surnames.filter(|(_, surname)| surname.name.is_none_or(|name| share.has_name(name)));
        known.map(move |(number, surname)| ((block, number), surname))
    })
}

/// Everybody whom the story names in full, once for each spelling, in the order of the story.
fn people<'a>(names: &[Named<'a>]) -> Vec<Named<'a>> {
    let mut met: FxHashSet<[u64; 2]> = FxHashSet::with_capacity_and_hasher(names.len(), FxBuildHasher);
    let mut is_new = |name: &FullName| met.insert(name.keys);
    names.iter().filter(|named| named.is_persons() && is_new(named.name)).copied().collect()
}

/// Whether two people who share one part of their names have all but the same other part.
fn is_variant(known: &Named<'_>, person: &Named<'_>, by_last: bool) -> bool {
    let (one, two) = (known.name, person.name);
    let (one, two) = if by_last { (&*one.last, &*two.last) } else { (&*one.first, &*two.first) };
    let is_misspelled = || {
        SHORTEST <= one.chars().count().min(two.chars().count())
            && !is_shortened(one, two, by_last)
            && (is_one_letter_off(one, two)
                || by_last && differ_in_two_letters(one, two)
                || !by_last && (differ_in_all_vowels(one, two) || differ_to_the_eye(one, two)))
    };
    known.sentence != person.sentence
        && (!by_last && is_same_first_name(one, two) || is_misspelled())
        && (by_last || !differ_in_gender(one, two))
}
