//! One person's name in two spellings.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Report, Rule};
use crate::extract::{Name, SourceKind};
use crate::finding::Severity;
use crate::language::{Class, Classes, Lexicon};
use crate::story::{FullName, Placed, Story};
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
    check,
};

/// Shorter names differ by a letter and are different names: "Ann" and "Ian".
const SHORTEST: usize = 4;

/// Shorter surnames that stand alone are two people's: "Holm" and "Holt".
const LONG_SURNAME: usize = 4;

/// So many people of one surname are compared with the next: a list of heirs, not of all voters.
const MANY: usize = 32;

fn check(story: &Story, report: &mut Report<'_>) {
    let people = people(story);
    for (part, other) in [(true, false), (false, true)] {
        let mut alike: FxHashMap<&str, Vec<&FullName<'_>>> = FxHashMap::default();
        for person in &people {
            let key = if part { person.last } else { person.first };
            let earlier = alike.entry(key).or_default();
            if let Some(known) = earlier.iter().rev().take(MANY).find(|known| is_variant(known, person, other)) {
                let (one, two) = (person.written, known.written);
                report
                    .at(person.span, format!("{one} or {two}? The story has both."))
                    .relate(known.span, "spelled otherwise here")
                    .help("Look up the name, and spell it alike.");
            }
            earlier.push(person);
        }
    }
    check_surnames(story, &people, report);
}

/// Holds surnames that stand alone against those of the people who are named in full: "Ian Halvorsen", "Halverson said".
fn check_surnames(story: &Story, people: &[FullName<'_>], report: &mut Report<'_>) {
    let written: FxHashSet<&str> = story.full_names().flat_map(|name| name.written.split_whitespace()).collect();
    let mut asked: FxHashSet<&str> = FxHashSet::default();
    // Behind a title, as the source of words or as a subject a word can only be a person's name.
    let sources = || story.attributions.iter().filter_map(|attribution| attribution.source.as_ref());
    let speaking: FxHashSet<Span> = sources().map(|source| source.span).collect();
    let speakers = sources().filter(|source| source.kind == SourceKind::Person).map(|source| (source.span, false));
    let mut names: Vec<(Span, bool)> = story.names.iter().map(|name| untitled(story, name)).chain(speakers).collect();
    names.sort_unstable_by_key(|&(span, _)| span);
    for (span, is_titled) in names {
        let is_person = is_titled || speaking.contains(&span) || opens_sentence(story, span);
        let Some(surname) = lone_surname(story, span, is_titled).filter(|_| is_person) else { continue };
        if written.contains(surname) || !asked.insert(surname) {
            continue;
        }
        let lower = surname.to_lowercase();
        let known = people.iter().find(|known| {
            known.name.sentence < story.sentence_at(span.start)
                && known.last.chars().next() == lower.chars().next()
                && LONG_SURNAME <= known.last.chars().count().min(lower.chars().count())
                && (is_one_letter_off(known.last, &lower) || differ_in_vowels(known.last, &lower))
                && !is_other_form(known.last, &lower)
        });
        if let Some(known) = known {
            report
                .at(span, format!("{surname} or {}? The story has both.", known.written))
                .relate(known.span, "spelled otherwise here")
                .help("Look up the name, and spell it alike.");
        }
    }
}

/// A name without its title, and whether it has one.
fn untitled(story: &Story, name: &Placed<Name>) -> (Span, bool) {
    let start = if name.title.is_empty() { name.span.start } else { name.title.end };
    (Span::new(start, name.span.end).trimmed(&story.text), !name.title.is_empty())
}

fn opens_sentence(story: &Story, name: Span) -> bool {
    story.sentences[story.sentence_at(name.start)].span.start == name.start
}

/// The name, if it is one word that can be a surname.
fn lone_surname(story: &Story, named: Span, is_titled: bool) -> Option<&str> {
    let surname = story.text_of(named);
    let is_word = surname.starts_with(char::is_uppercase)
        && surname.chars().all(char::is_alphabetic)
        && !surname.chars().all(char::is_uppercase);
    let is_known = Lexicon::shared().classes(surname) != Classes::default();
    let is_prose = story.blocks[story.block_at(named.start)].role.is_prose() && !story.is_quoted(named);
    // "Mr Price" is a name, whatever the word means otherwise.
    let is_name = !is_known || is_titled;
    (is_word && is_name && is_prose).then_some(surname)
}

/// "Halvorsen", "Halverson": a long name whose vowels have changed places.
fn differ_in_vowels(one: &str, two: &str) -> bool {
    const LONG: usize = 6;
    let consonants = |name: &str| name.replace(['a', 'e', 'i', 'o', 'u'], "");
    one != two && one.len() == two.len() && LONG <= one.len() && consonants(one) == consonants(two)
}

/// "The Halls" are people called Hall: one name begins with the other, and does not only double its last letter.
fn is_other_form(one: &str, two: &str) -> bool {
    let (shorter, longer) = if one.len() < two.len() { (one, two) } else { (two, one) };
    let doubles = shorter.chars().last() == longer.chars().last() && shorter.len() + 1 == longer.len();
    longer.starts_with(shorter) && !doubles
}

/// Everybody whom the story names in full, once for each spelling, in the order of the story.
fn people(story: &Story) -> Vec<FullName<'_>> {
    let mut met: FxHashSet<(&str, &str)> = FxHashSet::default();
    let mut people = Vec::new();
    for name in story.full_names() {
        let key = (name.first, name.last);
        if !met.contains(&key) && is_person(story, &name) {
            met.insert(key);
            people.push(name);
        }
    }
    people
}

fn is_person(story: &Story, name: &FullName<'_>) -> bool {
    let is_time = |word: &str| Lexicon::shared().classes(word).has(Class::Time);
    let is_plain = |word: &str| word.chars().all(|letter| letter.is_alphabetic() || letter == '-');
    name.can_be_person
        && name.count < 4
        && story.blocks[name.name.block].role.is_prose()
        && is_plain(name.first)
        && is_plain(name.last)
        && !name.written.split_whitespace().any(is_time)
        && !story.is_quoted(name.span)
}

/// Whether two people who share one part of their names have all but the same other part.
fn is_variant(known: &FullName<'_>, person: &FullName<'_>, by_last: bool) -> bool {
    let (one, two) = if by_last { (known.last, person.last) } else { (known.first, person.first) };
    let gender = |name: &str| {
        let classes = Lexicon::shared().classes(name);
        (classes.has(Class::Woman), classes.has(Class::Man))
    };
    let differ_in_gender =
        !by_last && gender(one) != gender(two) && gender(one) != (false, false) && gender(two) != (false, false);
    known.name.sentence != person.name.sentence
        && SHORTEST <= one.chars().count().min(two.chars().count())
        && !one.starts_with(two)
        && !two.starts_with(one)
        && !differ_in_gender
        && is_one_letter_off(one, two)
}

/// Whether one letter is other, missing, or changed with its neighbour.
fn is_one_letter_off(one: &str, two: &str) -> bool {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    let same_head = one.iter().zip(&two).take_while(|(a, b)| a == b).count();
    let same_tail = one.iter().rev().zip(two.iter().rev()).take_while(|(a, b)| a == b).count();
    let (shorter, longer) = (one.len().min(two.len()), one.len().max(two.len()));
    let changed = longer.saturating_sub(same_head + same_tail);
    let is_swap = shorter == longer
        && changed == 2
        && one[same_head] == two[same_head + 1]
        && one[same_head + 1] == two[same_head];
    // "Tallis" and "Tallice" end alike to the ear.
    let sounds =
        |name: &[char]| name.iter().collect::<String>().replace("ce", "s").replace("ph", "f").replace('y', "i");
    let is_heard = 3 < shorter && sounds(&one) == sounds(&two);
    one != two && (longer - shorter <= 1 && (changed <= 1 || is_swap) || is_heard)
}

#[cfg(test)]
mod tests {
    use super::is_one_letter_off;

    #[test]
    fn a_letter_may_be_other_missing_or_changed_with_its_neighbour() {
        assert!(is_one_letter_off("katherine", "catherine"));
        assert!(is_one_letter_off("lisle", "lise"));
        assert!(is_one_letter_off("brian", "brain"));
        assert!(!is_one_letter_off("shaw", "shore"));
        assert!(!is_one_letter_off("holm", "holm"));
    }
}
