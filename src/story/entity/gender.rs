//! Tells whether a name, a post or a title is a man's or a woman's, where its words leave no doubt.
//!
//! What they leave open stays open: "Dana Moss" may be either, and "she" and "he" can both mean her or him.

use rustc_hash::FxHashMap;

use super::likeness::key;
use crate::language::{Class, Lexicon, is_given_name};

/// Whom "he" or "she" can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Woman,
    Man,
}

impl Gender {
    /// What a word says: a title, a post, a relation or a first name; `None` where it may be either's.
    pub(super) fn of_word(word: &str) -> Option<Self> {
        let classes = Lexicon::shared().classes(word);
        match (classes.has(Class::Woman), classes.has(Class::Man)) {
            (true, false) => Some(Self::Woman),
            (false, true) => Some(Self::Man),
            _ => None,
        }
    }

    /// What a name's title or the first of its words says.
    pub(super) fn told(title: &str, words: &[String]) -> Option<Self> {
        let first = words.first().filter(|_| words.len() > 1);
        title.split_whitespace().chain(first.map(String::as_str)).find_map(Self::of_word)
    }

    /// What a pronoun says; `None` for "who".
    pub(super) fn of_pronoun(word: &str) -> Option<Self> {
        match word {
            "she" | "her" => Some(Self::Woman),
            "he" | "him" | "his" => Some(Self::Man),
            _ => None,
        }
    }
}

/// What a story says of the people of each surname: "Mrs Lennox", "Howard Lisle".
///
/// A surname that a man and a woman share says nothing, and what "Joyce Lennox" says of a lone Lennox, it does not say of
/// her brother.
#[derive(Debug, Default)]
pub(super) struct Genders(FxHashMap<u64, Told>);

/// What the names with one surname say.
#[derive(Debug)]
struct Told {
    /// `None` where they disagree.
    gender: Option<Gender>,
    /// The first name of the only one of them who says so; `None` where "Mrs Lennox" or several do.
    only: Option<u64>,
}

impl Genders {
    /// Notes what a name whose words have these keys says; what says nothing is passed over.
    pub(super) fn note(&mut self, name: &[u64], told: Option<Gender>) {
        let (Some((&surname, first)), Some(gender)) = (name.split_last(), told) else { return };
        let only = first.first().copied();
        let known = self.0.entry(surname).or_insert(Told { gender: Some(gender), only });
        known.gender = known.gender.filter(|&known| known == gender);
        known.only = known.only.filter(|&known| Some(known) == only);
    }

    /// The gender of whom these words name: by the first name, or a post, else by the surname.
    pub(super) fn of(&self, words: &[String]) -> Option<Gender> {
        let (last, first) = words.split_last()?;
        let of_surname = self.0.get(&key(last));
        // "Thomas" alone is Anna Thomas where the story has named her, and "Milena Dragan" no Dragan.
        if let (true, Some(told)) = (first.is_empty(), of_surname) {
            return told.gender;
        }
        let own = first.iter().find_map(|word| Gender::of_word(word));
        let is_meant = |told: &&Told| told.only.is_none_or(|only| first.iter().any(|word| key(word) == only));
        let of_namesake = of_surname.filter(is_meant).and_then(|told| told.gender);
        // "Abdi Farah": a surname that is a woman's first name elsewhere says nothing.
        let is_surname = !first.is_empty() && is_given_name(last);
        own.or(of_namesake).or_else(|| Gender::of_word(last).filter(|_| !is_surname))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> Vec<String> {
        name.split_whitespace().map(str::to_lowercase).collect()
    }

    /// What names say of the bearers of a surname, each given with its title.
    fn told(names: &[(&str, &str)], of: &str) -> Option<Gender> {
        let names: Vec<(&str, Vec<String>)> = names.iter().map(|&(title, name)| (title, words(name))).collect();
        let mut genders = Genders::default();
        for (title, words) in &names {
            let keys: Vec<u64> = words.iter().map(|word| key(word)).collect();
            genders.note(&keys, Gender::told(title, words));
        }
        genders.of(&words(of))
    }

    #[test]
    fn a_title_or_a_first_name_tells_and_a_surname_remembers() {
        let names = [("Mrs", "Lennox"), ("", "Howard Lisle"), ("Sheriff", "Dana Moss")];
        assert_eq!(told(&names, "Morag Lennox"), Some(Gender::Woman));
        assert_eq!(told(&names, "Lisle"), Some(Gender::Man));
        assert_eq!(told(&names, "Moss"), None);
    }

    #[test]
    fn what_a_sister_is_called_says_nothing_of_her_brother() {
        let names = [("Mayor", "Orlen Lennox"), ("", "Sheila Lennox")];
        assert_eq!(told(&names, "Orlen Lennox"), None);
        assert_eq!(told(&names, "Sheila Lennox"), Some(Gender::Woman));
        assert_eq!(told(&names, "Lennox"), Some(Gender::Woman));
    }

    #[test]
    fn a_surname_that_a_man_and_a_woman_share_says_nothing() {
        assert_eq!(told(&[("Mr", "Lennox"), ("Mrs", "Lennox")], "Lennox"), None);
    }
}
