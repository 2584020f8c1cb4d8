//! Tells two spellings of one name from two names: which letters a hurried hand changes, drops or doubles.

use crate::language::{Class, Lexicon};

/// "Halvorsen", "Halverson": a long name whose vowels have changed places.
pub(super) fn differ_in_vowels(one: &str, two: &str) -> bool {
    const LONG: usize = 6;
    let consonants = |letter: &char| !matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u');
    one != two
        && one.len() == two.len()
        && LONG <= one.len()
        && one.chars().filter(consonants).eq(two.chars().filter(consonants))
}

/// "Devane", "Devanney": behind a title, a long name whose end alone is another.
pub(super) fn begin_alike(one: &str, two: &str) -> bool {
    const HEAD: usize = 5;
    const TAIL: usize = 3;
    let head = one.chars().zip(two.chars()).take_while(|(a, b)| a == b).count();
    let (count, other) = (one.chars().count(), two.chars().count());
    let is_short = |letters: usize| letters <= head + TAIL;
    HEAD <= head && head < count.min(other) && is_short(count) && is_short(other)
}

/// "Marguerite", "Margarete": a long first name of the same consonants, beside one surname.
pub(super) fn differ_in_all_vowels(one: &str, two: &str) -> bool {
    const LONG: usize = 7;
    let consonants = |letter: &char| !matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let is_alike = one.chars().next() == two.chars().next() && one.chars().last() == two.chars().last();
    is_alike
        && LONG <= one.chars().count().min(two.chars().count())
        && one.chars().filter(consonants).eq(two.chars().filter(consonants))
}

/// "Margery" and "Marjorie": a first name whose consonants sound alike, beside one surname.
pub(super) fn differ_to_the_eye(one: &str, two: &str) -> bool {
    const LONG: usize = 6;
    const SOUNDS: usize = 4;
    let sounds = |name: &str| -> Vec<char> {
        let soft = name.replace("ge", "je").replace("gi", "ji");
        heard(&soft).filter(|sound| !matches!(sound, 'a' | 'e' | 'i' | 'o' | 'u' | 'h')).collect()
    };
    LONG <= one.len().min(two.len()) && one.chars().next() == two.chars().next() && {
        let one = sounds(one);
        SOUNDS <= one.len() && one == sounds(two)
    }
}

/// "The Halls" are people called Hall: one name begins with the other, and does not only double its last letter.
pub(super) fn is_other_form(one: &str, two: &str) -> bool {
    let (shorter, longer) = if one.len() < two.len() { (one, two) } else { (two, one) };
    let doubles = shorter.chars().last() == longer.chars().last() && shorter.len() + 1 == longer.len();
    longer.starts_with(shorter) && !doubles
}

/// "Dan" and "Daniel", "Hall" and "Halls", "Korea" and "Korean"; "Strand" and "Strandt" are two spellings of a surname.
pub(super) fn is_shortened(one: &str, two: &str, by_last: bool) -> bool {
    let (shorter, longer) = if one.len() < two.len() { (one, two) } else { (two, one) };
    let rest = longer.strip_prefix(shorter);
    // "Anne", "Hannah": what is not heard at the end of a first name; "Paula" is another than "Paul".
    let is_silent = |rest: &str| 4 <= shorter.chars().count() && matches!(rest, "e" | "h");
    // "Athuman", "Athumani": a long surname that has lost its last vowel.
    let is_lost = |rest: &str| 6 <= shorter.chars().count() && matches!(rest, "a" | "i" | "o" | "u");
    let is_spelling = |rest: &str| {
        if by_last { matches!(rest, "d" | "e" | "h" | "t" | "z") || is_lost(rest) } else { is_silent(rest) }
    };
    rest.is_some_and(|rest| !is_spelling(rest))
}

/// "Paul" and "Paula": a man's and a woman's name.
pub(super) fn differ_in_gender(one: &str, two: &str) -> bool {
    let gender = |name: &str| {
        let classes = Lexicon::shared().classes(name);
        (classes.has(Class::Woman), classes.has(Class::Man))
    };
    let (one, two) = (gender(one), gender(two));
    one != two && one != (false, false) && two != (false, false)
}

/// Whether one letter is other, missing, or changed with its neighbour, or the ear hears no difference.
pub(super) fn is_one_letter_off(one: &str, two: &str) -> bool {
    let (count, other) = (one.chars().count(), two.chars().count());
    let (shorter, longer) = (count.min(other), count.max(other));
    one != two
        && (longer - shorter <= 1 && (is_one_change(one, two, longer) || double_otherwise(one, two))
            || 3 < shorter && sound_alike(one, two))
}

/// "Leghari" and "Lashari", "Connolly" and "Conneely": a long surname, beside one first name, in which no more than two
/// letters side by side are others.
pub(super) fn differ_in_two_letters(one: &str, two: &str) -> bool {
    const LONG: usize = 7;
    let count = one.chars().count();
    let differing = |&(_, (a, b)): &(usize, (char, char))| a != b;
    let mut places = one.chars().zip(two.chars()).enumerate().filter(differing).map(|(at, _)| at);
    LONG <= count
        && count == two.chars().count()
        && matches!((places.next(), places.next(), places.next()), (Some(first), Some(second), None) if 0 < first && second == first + 1)
}

/// "Okonkwo" and "Okwonko": a long name with its letters in another order, but for the first and the last.
pub(super) fn is_scrambled(one: &str, two: &str) -> bool {
    const LONG: usize = 6;
    let sorted = |name: &str| {
        let mut letters: Vec<char> = name.chars().collect();
        letters.sort_unstable();
        letters
    };
    let ends = |name: &str| (name.chars().next(), name.chars().last());
    one != two && LONG <= one.chars().count() && ends(one) == ends(two) && sorted(one) == sorted(two)
}

/// "Corinna" and "Corrina": the same letters in the same order, of which other ones are doubled.
fn double_otherwise(one: &str, two: &str) -> bool {
    const LONG: usize = 5;
    LONG <= one.len().min(two.len()) && single_letters(one).eq(single_letters(two))
}

/// The letters of a name, those that are doubled once.
fn single_letters(name: &str) -> impl Iterator<Item = char> {
    let mut last = None;
    name.chars().filter(move |&letter| last.replace(letter) != Some(letter))
}

/// Whether names of at most `longer` letters, and of one less at least, differ in one place.
fn is_one_change(one: &str, two: &str, longer: usize) -> bool {
    let same_head = one.chars().zip(two.chars()).take_while(|(a, b)| a == b).count();
    let same_tail = one.chars().rev().zip(two.chars().rev()).take_while(|(a, b)| a == b).count();
    let changed = longer.saturating_sub(same_head + same_tail);
    let pair = |name: &str| {
        let mut letters = name.chars().skip(same_head);
        (letters.next(), letters.next())
    };
    let is_swap = || {
        let ((first, second), other) = (pair(one), pair(two));
        changed == 2 && one.chars().count() == two.chars().count() && (second, first) == other
    };
    changed <= 1 || is_swap()
}

/// Whether a name has letters that the ear takes for others.
fn bends(name: &str) -> bool {
    let is_bent = |pair: &[u8]| matches!(pair, b"ce" | b"ph" | b"ie" | b"ei" | b"ee" | b"ea" | b"ck" | b"dt" | b"ss");
    name.contains(['y', 'z']) || name.starts_with("mac") || name.as_bytes().windows(2).any(is_bent)
}

/// The letters of a name as the ear takes them: "macaulay" and "mcauley" are "mcauli", doubled ones are one.
pub(super) fn heard(name: &str) -> impl Iterator<Item = char> {
    let (head, rest) = name.strip_prefix("mac").map_or(("", name), |rest| ("mc", rest));
    let mut letters = head.chars().chain(rest.chars()).peekable();
    let mut last = None;
    std::iter::from_fn(move || {
        loop {
            let letter = letters.next()?;
            let sound = match (letter, letters.peek()) {
                ('c', Some('e')) => letters.next().map_or(letter, |_| 's'),
                ('p', Some('h')) => letters.next().map_or(letter, |_| 'f'),
                // "Maddocks" is "Maddox" to the ear.
                ('c', Some('k')) => {
                    letters.next();
                    if letters.next_if_eq(&'s').is_some() { 'x' } else { 'k' }
                }
                ('k', Some('s')) => letters.next().map_or(letter, |_| 'x'),
                ('d', Some('t')) => letters.next().map_or(letter, |_| 't'),
                ('i', Some('e')) | ('e', Some('y' | 'i' | 'e' | 'a')) | ('a', Some('y')) => {
                    letters.next().map_or(letter, |_| 'i')
                }
                ('y', _) => 'i',
                ('z', _) => 's',
                _ => letter,
            };
            if last.replace(sound) != Some(sound) {
                return Some(sound);
            }
        }
    })
}

/// "Tallis" and "Tallice" end alike to the ear.
fn sound_alike(one: &str, two: &str) -> bool {
    (bends(one) || bends(two)) && heard(one).eq(heard(two))
}

#[cfg(test)]
mod tests {
    use super::{differ_in_two_letters, is_one_letter_off};

    #[test]
    fn two_letters_side_by_side_may_be_others() {
        assert!(differ_in_two_letters("leghari", "lashari"));
        assert!(differ_in_two_letters("connolly", "conneely"));
        assert!(!differ_in_two_letters("jackson", "johnson"));
        assert!(!differ_in_two_letters("shaw", "snow"));
    }

    #[test]
    fn a_letter_may_be_other_missing_or_changed_with_its_neighbour() {
        assert!(is_one_letter_off("katherine", "catherine"));
        assert!(is_one_letter_off("lisle", "lise"));
        assert!(is_one_letter_off("brian", "brain"));
        assert!(!is_one_letter_off("shaw", "shore"));
        assert!(is_one_letter_off("tallis", "tallice"));
        assert!(is_one_letter_off("phyllis", "fillis"));
        assert!(is_one_letter_off("annelise", "anellise"));
        assert!(is_one_letter_off("harrisson", "harisson"));
        assert!(is_one_letter_off("lawrence", "lawrenss"));
        assert!(is_one_letter_off("maclellay", "mcleley"));
        assert!(!is_one_letter_off("macready", "mcbride"));
        assert!(!is_one_letter_off("holm", "holm"));
    }
}
