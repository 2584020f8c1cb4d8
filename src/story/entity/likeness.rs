//! Compares names word by word: "Shaw" and "Katherine Shaw", "Russian MoD" and "Russian Ministry of Defense".

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;
use smallvec::{SmallVec, smallvec};

use crate::language::{Class, Classes, Lexicon, in_small_letters, is_bare, pieces};

/// The longest word that is read as an acronym.
const LONGEST_ACRONYM: usize = 6;

/// The words of a name: mostly one or two, which need no list on the heap.
pub(super) type TellingWords = SmallVec<[String; 2]>;

/// The keys of a name, of which those of a lone word have one.
pub(super) type Keys = SmallVec<[u64; 2]>;

/// The words of a name that tell who is meant, in lower case, without possessives.
pub(super) fn telling_words(name: &str) -> TellingWords {
    pieces(name)
        .map(|word| if is_bare(word) { word } else { word.trim_matches(is_mark) })
        .map(|word| in_small_letters(without_possessive(word)))
        .filter(|word| !word.is_empty() && !is_empty_word(word))
        .map(Cow::into_owned)
        .collect()
}

fn is_mark(letter: char) -> bool {
    matches!(letter, ',' | '"' | '“' | '”' | '(' | ')' | '\'')
}

/// Whether a lower-case word says nothing about who is meant.
pub(super) fn is_empty_word(word: &str) -> bool {
    matches!(
        word,
        "the" | "a" | "an" | "of" | "for" | "and" | "&" | "in" | "at" | "on" | "its" | "his" | "her" | "their"
    )
}

/// The name without "'s" at its end.
pub(super) fn without_possessive(name: &str) -> &str {
    name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name)
}

/// Whether a word is of one of the classes.
pub(super) fn is_of(word: &str, classes: &[Class]) -> bool {
    Lexicon::shared().classes(word).has_any(classes)
}

/// The classes of which only a body's name holds a word.
pub(super) const BODY: &[Class] = &[Class::Organisation, Class::Outlet, Class::Country];

/// The classes of all the words.
pub(super) fn classes_of(words: &[String]) -> Classes {
    words.iter().fold(Classes::default(), |all, word| all | Lexicon::shared().classes(word))
}

/// Whether the last word says that the name is a street's or a building's: "Quay Road".
pub(super) fn is_place(words: &[String]) -> bool {
    1 < words.len() && words.last().is_some_and(|last| is_place_word(last))
}

/// Whether a word in small letters ends the name of a street or a building.
pub(in crate::story) fn is_place_word(word: &str) -> bool {
    const PLACES: &[&str] = &[
        "airport",
        "avenue",
        "boulevard",
        "cathedral",
        "city",
        "county",
        "crescent",
        "crossing",
        "depot",
        "estate",
        "harbor",
        "harbour",
        "highway",
        "island",
        "islands",
        "market",
        "motorway",
        "quay",
        "river",
        "road",
        "square",
        "stadium",
        "station",
        "street",
        "terrace",
        "valley",
    ];
    PLACES.contains(&word)
}

/// Whether the last word says that the name is a firm's, though it looks like somebody's: "Tarn Cements".
pub(super) fn is_firm(words: &[String]) -> bool {
    1 < words.len() && words.last().is_some_and(|last| is_of(last, &[Class::Firm]))
}

/// "shaw" is "katherine shaw"; "k. shaw" is "katherine shaw"; "clara shaw" is not.
pub(super) fn same_person(one: &[String], other: &[String]) -> bool {
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    match shorter {
        [only] => longer.contains(only) || longer.last().is_some_and(|last| behind_article(last) == only),
        // "Al Hosni" is "Mariam Al Hosni".
        [particle, ..] if shorter.len() < longer.len() && is_particle(particle) => longer.ends_with(shorter),
        [first, .., last] => {
            longer.last() == Some(last) && longer.first().is_some_and(|other| same_first_name(first, other))
        }
        [] => false,
    }
}

/// Whether a word in small letters opens surnames of several words.
pub(in crate::story) fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "ap"
            | "ben"
            | "bin"
            | "binti"
            | "da"
            | "dal"
            | "de"
            | "del"
            | "della"
            | "den"
            | "der"
            | "di"
            | "do"
            | "dos"
            | "du"
            | "el"
            | "ibn"
            | "la"
            | "las"
            | "le"
            | "los"
            | "mac"
            | "mc"
            | "nic"
            | "ní"
            | "ó"
            | "san"
            | "st"
            | "st."
            | "sta"
            | "sta."
            | "sto"
            | "sto."
            | "ter"
            | "uí"
            | "van"
            | "von"
            | "ter."
    )
}

/// Whether a surname in small letters stands before the first name: "Lin Wei" is Lin.
pub(super) fn stands_first(word: &str) -> bool {
    const FAMILIES: &[&str] = &[
        "chan", "chang", "chen", "cheung", "chiang", "cho", "choi", "deng", "gao", "goh", "guo", "ho", "hoang", "hu",
        "huang", "jang", "jiang", "jung", "kang", "kim", "kwok", "lam", "lau", "leung", "li", "lim", "lin", "liu",
        "luo", "ma", "moon", "ng", "nguyen", "ong", "park", "pham", "shin", "song", "sun", "tan", "teo", "tran",
        "tsai", "wang", "wong", "wu", "xi", "xu", "yang", "yoon", "zhang", "zhao", "zhou", "zhu",
    ];
    FAMILIES.contains(&word)
}

/// "Mansour" of "al-Mansour"; any other word as it is.
pub(super) fn behind_article(word: &str) -> &str {
    ["al-", "el-", "as-", "ash-", "an-", "ar-", "at-"]
        .iter()
        .find_map(|article| word.strip_prefix(article))
        .unwrap_or(word)
}

fn same_first_name(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim_end_matches('.'), other.trim_end_matches('.'));
    one == other || (one.len() == 1 && other.starts_with(one)) || (other.len() == 1 && one.starts_with(other))
}

/// Whether every word of the shorter name stands in the longer, or is an acronym of some of its words.
pub(super) fn same_body(one: &[String], other: &[String]) -> bool {
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    shorter.iter().all(|word| longer.contains(word) || is_acronym_of(word, longer))
}

/// "mod" of "defense ministry": the initials of at least two words side by side, whatever their order
/// ("Ministry of Defense"), with or without those of small words.
pub(super) fn is_acronym_of(word: &str, name: &[String]) -> bool {
    let initials = initials(name);
    acronyms(word).any(|letters| {
        let is_it = |window: &[char]| Letters::sorted(window.iter().copied()) == letters;
        letters.count > 1 && initials.windows(letters.count).any(is_it)
    })
}

/// What two names that may mean the same have at least one of in common.
pub(super) fn keys(words: &[String]) -> Keys {
    let mut keys = keys_of_longer(words);
    keys.extend(words.iter().flat_map(|word| acronyms(word)).map(key_of_acronym));
    keys
}

/// Those of its [`keys`] that a name has in common with shorter ones: its words, and what they can be shortened to.
pub(super) fn keys_of_longer(words: &[String]) -> Keys {
    if let [only] = words {
        return smallvec![key(only)];
    }
    let mut keys = Keys::with_capacity(4 * words.len());
    keys.extend(words.iter().map(|word| key(word)));
    keys.extend(
        words
            .last()
            .map(|last| (last, behind_article(last)))
            .filter(|(last, bare)| last != bare)
            .map(|bare| key(bare.1)),
    );
    let initials = initials(words);
    for length in 2..=initials.len().min(LONGEST_ACRONYM) {
        keys.extend(initials.windows(length).map(|window| key_of_acronym(Letters::sorted(window.iter().copied()))));
    }
    keys
}

/// The key of a single word.
pub(super) fn key(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    word.hash(&mut hasher);
    hasher.finish()
}

fn key_of_acronym(letters: Letters) -> u64 {
    let mut hasher = FxHasher::default();
    letters.as_slice().hash(&mut hasher);
    hasher.finish()
}

/// The letters of an acronym, sorted: so many at most that they need no heap, on which every name of a story would go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Letters {
    letters: [char; LONGEST_ACRONYM],
    count: usize,
}

impl Letters {
    /// Takes no more than fit.
    fn sorted(all: impl Iterator<Item = char>) -> Self {
        let mut sorted = Self { letters: ['\0'; LONGEST_ACRONYM], count: 0 };
        for (place, letter) in sorted.letters.iter_mut().zip(all) {
            *place = letter;
            sorted.count += 1;
        }
        sorted.letters[..sorted.count].sort_unstable();
        sorted
    }

    fn as_slice(&self) -> &[char] {
        &self.letters[..self.count]
    }
}

/// The letters of a short word, sorted, as they are and without the "o" of "of".
fn acronyms(word: &str) -> impl Iterator<Item = Letters> {
    let letters = || word.chars().filter(|letter| *letter != '.');
    let is_short = (2..=LONGEST_ACRONYM).contains(&letters().take(LONGEST_ACRONYM + 1).count());
    let has_o = word.contains('o');
    let whole = is_short.then(|| Letters::sorted(letters()));
    let without_of = (is_short && has_o).then(|| Letters::sorted(letters().filter(|letter| *letter != 'o')));
    whole.into_iter().chain(without_of)
}

fn initials(name: &[String]) -> SmallVec<[char; 8]> {
    name.iter().filter_map(|word| word.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_or_an_initial_means_the_person_of_the_full_name() {
        let same = |one, other| same_person(&telling_words(one), &telling_words(other));
        assert!(same("Shaw", "Katherine Shaw"));
        assert!(same("K. Shaw", "Katherine Shaw"));
        assert!(!same("Clara Shaw", "Katherine Shaw"));
    }

    #[test]
    fn a_body_is_the_same_in_another_order_and_as_an_acronym() {
        let same = |other| same_body(&telling_words("the Kalvian Ministry of Fisheries"), &telling_words(other));
        assert!(same("Kalvian Fisheries Ministry"));
        assert!(same("Kalvian MoF"));
        assert!(!same("Kalvian Ministry of Health"));
    }

    #[test]
    fn names_that_mean_the_same_share_a_key() {
        let share = |one, other| {
            let other = keys(&telling_words(other));
            keys(&telling_words(one)).iter().any(|key| other.contains(key))
        };
        assert!(share("MoF", "Ministry of Fisheries"));
        assert!(share("Shaw", "Katherine Shaw"));
        assert!(!share("Shaw", "Ministry of Fisheries"));
    }
}
