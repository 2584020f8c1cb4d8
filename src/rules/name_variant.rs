//! One person's name in two spellings.

use std::hash::Hasher;
use std::iter::successors;
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet, FxHasher};

use super::misspelling::{
    begin_alike, differ_in_all_vowels, differ_in_gender, differ_in_two_letters, differ_in_vowels, differ_to_the_eye,
    heard, is_one_letter_off, is_other_form, is_shortened,
};
use super::place_name::is_place_by_name;
use super::{Report, Rule};
use crate::draft::Role;
use crate::extract::{Name, SourceKind};
use crate::finding::Severity;
use crate::language::{Class, Classes, Lexicon, Token, TokenKind, Words, is_same_first_name};
use crate::story::{Alone, FullName, FullNames, Note, Overview, Share, Story, spoken_key};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "name-variant",
    summary: "one person's name is spelled in two ways",
    severity: Severity::Warning,
    explanation: r#"
Two full names in the story differ by a letter or two, and look like one person's.

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
        Self { names: Arc::clone(names), shapes, surnames, is_under_picture }
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
                    && (is_one_letter_off(last, lower) || differ_in_vowels(last, lower))
                    && (surname.is_of_one || !is_other_form(last, lower) || !is_shortened(last, lower, true))
            };
            known.sentence < sentence && (is_slip() || surname.is_titled && begin_alike(last, lower))
        });
        let known = known.filter(|_| !is_in_full_name(names, surname));
        found.extend(known.map(|known| (known.at, at)));
    }
    found
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

/// How one person is addressed.
const ONES: &[&str] =
    &["Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Professor", "Sir", "Rev", "Cllr", "Coun", "Insp", "Sgt"];

/// The words of a block that can only be somebody's surname, in order.
struct LoneSurnames(Vec<Lone>);

struct Lone {
    span: Span,
    /// Whether a title stands before it: then it is somebody's, however short.
    is_titled: bool,
    /// Whether that is said of one person: "Mr", "Prof".
    is_of_one: bool,
    /// The number of the name that it is, if it is one and not only what somebody who speaks is called.
    name: Option<usize>,
}

impl Note for LoneSurnames {
    fn read(block: Alone<'_>) -> Self {
        if !block.role().is_prose() {
            return Self(Vec::new());
        }
        // Behind a title, as the source of words or as a subject a word can only be a person's name.
        let mentions = block.mentions();
        let sources = || mentions.attributions.iter().filter_map(|attribution| attribution.source.as_ref());
        let opens_sentence = |span: Span| mentions.sentences.iter().any(|sentence| sentence.start == span.start);
        let names = mentions.names.iter().enumerate().filter_map(|(number, name)| {
            let (span, is_titled) = untitled(block.text(), name);
            // Most names are of two words, and show it at once.
            if span.of(block.text()).contains(' ') {
                return None;
            }
            let is_person = || {
                is_titled
                    || opens_sentence(span)
                    || acts(block, span)
                    || stands_for_somebody(block, span)
                    || sources().any(|source| source.span == span)
            };
            (is_lone_surname(block, span, is_titled) && is_person()).then(|| {
                // What opens a sentence and does something is a name, though nothing else in the story says so.
                let is_sure =
                    opens_sentence(span) && (acts(block, span) || is_described(block, span)) || owns(block, span);
                let is_of_one = ONES.contains(&name.title.of(block.text()).trim().trim_end_matches('.'));
                Lone { span, is_titled, is_of_one, name: (!is_sure).then_some(number) }
            })
        });
        let speakers = sources().filter(|source| source.kind == SourceKind::Person).map(|source| source.span);
        let speakers = speakers.filter(|&span| is_lone_surname(block, span, false));
        let mut lone: Vec<Lone> =
            names.chain(speakers.map(|span| Lone { span, is_titled: false, is_of_one: false, name: None })).collect();
        lone.sort_by_key(|lone| lone.span);
        Self(lone)
    }
}

/// "After she retired Lundqvist took up bees": a long name that does something, and is no place.
fn acts(block: Alone<'_>, name: Span) -> bool {
    const LONG: u32 = 6;
    if name.len() < LONG {
        return false;
    }
    let tokens = &block.mentions().tokens;
    let at = tokens.partition_point(|token| token.span.start < name.start);
    let behind = tokens.partition_point(|token| token.span.start < name.end);
    // "Lundqvist wiped her eyes": a verb that no list has.
    let is_deed = |next: &Token| {
        let object = tokens.get(behind + 1);
        next.of(block.text()).ends_with("ed")
            && object.is_some_and(|object| object.classes.has_any(&[Class::Possessive, Class::Determiner]))
    };
    let verb = tokens.get(behind).is_some_and(|next| {
        next.classes.has_any(&[Class::Past, Class::Third, Class::Have, Class::Be, Class::Modal]) || is_deed(next)
    });
    let is_led = at.checked_sub(1).is_none_or(|before| {
        let before = &tokens[before];
        let is_small = before.kind == TokenKind::Word && before.of(block.text()).starts_with(char::is_lowercase);
        let is_of_noun = before.classes.has_any(&[Class::Preposition, Class::Determiner, Class::Possessive]);
        // "Said that Lundqvist would ride".
        (!is_of_noun || before.reads(block.text(), "that"))
            && (is_small || before.of(block.text()).ends_with(['.', '”', '"', '’']))
    });
    verb && is_led
}

/// "Told Halvorsen", "wrote to Halvorsen": words for somebody's ears, or a deed done to somebody.
/// "Lundqvist’s manager", "with Lundqvist in front", "it was Lundqvist who": a longer name where a person stands as
/// often as a place does; that somebody of nearly the same name is in the story tells which.
fn stands_for_somebody(block: Alone<'_>, name: Span) -> bool {
    const LONG: u32 = 8;
    const FAIR: u32 = 6;
    if name.len() < FAIR {
        return false;
    }
    let tokens = &block.mentions().tokens;
    let at = tokens.partition_point(|token| token.span.start < name.start);
    let words = Words { text: block.text(), tokens };
    if is_spoken_to(words, at) {
        return true;
    }
    if name.len() < LONG {
        return false;
    }
    let is_led = words.is_any(at.wrapping_sub(1), &["with", "for", "by", "behind", "against", "beat", "than"])
        || words.run_is(at.wrapping_sub(2), &["it", "was"]) && words.is(at + 1, "who");
    is_led || owns(block, name)
}

/// Whether the verb before `at` is one that only people are the object of.
fn is_spoken_to(words: Words<'_>, at: usize) -> bool {
    const TO_EARS: &[&str] = &["wrote", "spoke", "talked", "listened", "said", "apologised", "apologized", "sang"];
    const TO_SOMEBODY: &[&str] = &[
        "told",
        "asked",
        "thanked",
        "arrested",
        "charged",
        "sued",
        "fined",
        "sacked",
        "suspended",
        "married",
        "acquitted",
        "convicted",
        "jailed",
        "sentenced",
        "interviewed",
        "hired",
        "fired",
        "promoted",
        "cleared",
        "reminded",
        "paid",
    ];
    // "Ordered Kovac to repay": a firm is ordered as well, but seldom with nothing before its name.
    const TO_DO: &[&str] = &["ordered", "urged", "allowed", "forced", "persuaded", "begged"];
    let before = at.wrapping_sub(1);
    let is_led_to = words.is_any(before, TO_DO) && words.is(at + 1, "to");
    words.is_any(before, TO_SOMEBODY)
        || is_led_to
        || words.is(before, "to") && words.is_any(before.wrapping_sub(1), TO_EARS)
}

/// "Lundqvist, 38, works", "Lundqvist, who works": of a person, behind the name.
fn is_described(block: Alone<'_>, name: Span) -> bool {
    let behind = block.text()[name.end as usize..].strip_prefix(", ").unwrap_or_default();
    let age = behind.split(',').next().unwrap_or_default();
    behind.starts_with("who ") || age.len() == 2 && age.bytes().all(|byte| byte.is_ascii_digit())
}

/// "Lundqvist’s manager".
fn owns(block: Alone<'_>, name: Span) -> bool {
    const LONG: u32 = 8;
    if name.len() < LONG {
        return false;
    }
    let behind = &block.text()[name.end as usize..];
    let is_owner = behind.starts_with("'s ") || behind.starts_with("’s ");
    let tokens = &block.mentions().tokens;
    let at = tokens.partition_point(|token| token.span.start < name.start);
    let is_place = tokens.get(at.wrapping_sub(1)).is_some_and(|before| {
        matches!(
            before.of(block.text()),
            "in" | "at" | "near" | "from" | "of" | "the" | "outside" | "around" | "across"
        )
    });
    is_owner && !is_place
}

/// A name without its title, and whether it has one.
fn untitled(text: &str, name: &Name) -> (Span, bool) {
    let start = name.behind_title();
    let named = Span::new(start, name.span.end).trimmed(text);
    let owner = named.of(text).strip_suffix("'s").or_else(|| named.of(text).strip_suffix("’s"));
    let length = owner.map_or(named.len(), |owner| owner.len() as u32);
    (Span::new(named.start, named.start + length), !name.title.is_empty())
}

/// Whether the name is one word that can be a surname, in the reporter's own words.
fn is_lone_surname(block: Alone<'_>, named: Span, is_titled: bool) -> bool {
    let surname = named.of(block.text());
    let is_word = surname.starts_with(char::is_uppercase)
        && surname.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '’' | '-'))
        && !surname.chars().all(char::is_uppercase);
    // "Mr Price" is a name, whatever the word means otherwise, and "Mrs. Orrin-Pike" is one of two parts.
    let is_name = || is_titled || Lexicon::shared().classes(surname) == Classes::default();
    is_word && is_name() && block.mentions().quotes.around(named).is_none()
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
