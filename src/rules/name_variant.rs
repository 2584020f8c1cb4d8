//! One person's name in two spellings.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Report, Rule};
use crate::finding::Severity;
use crate::language::{Class, Lexicon};
use crate::story::{FullName, Story};

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
    one != two && longer - shorter <= 1 && (changed <= 1 || is_swap)
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
