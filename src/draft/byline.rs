//! Tells a byline from other short lines: "By Caro Whitlock", "Ros Dyer, court reporter".
//!
//! Knows shapes, not names: whether a byline may stand here is for the caller to know.

use super::dateline;

/// What a line that names its writer begins with.
const OPENERS: &[&str] = &["By ", "BY ", "by ", "Story by ", "Words by ", "Written by ", "Report by ", "Reported by "];

/// Small words within a name.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "la", "le", "ten", "ter", "van", "von",
    "y",
];

/// What journalists are called, behind a comma.
const TITLES: &[&str] = &[
    "agency",
    "analyst",
    "bureau",
    "chief",
    "columnist",
    "correspondent",
    "critic",
    "desk",
    "editor",
    "journalist",
    "news",
    "reporter",
    "staff",
    "writer",
];

/// Words that a name does not begin with, though "By" may stand before them.
const NOT_NAMES: &[&str] = &[
    "April",
    "August",
    "Christmas",
    "December",
    "February",
    "Friday",
    "January",
    "July",
    "June",
    "March",
    "May",
    "Monday",
    "November",
    "October",
    "Saturday",
    "September",
    "Sunday",
    "Thursday",
    "Tuesday",
    "Wednesday",
];

/// Words of titles, which a line of names only does not hold.
const TITLE_WORDS: &[&str] =
    &["About", "After", "And", "For", "From", "In", "Of", "On", "Or", "Over", "The", "To", "With"];

const LONGEST: usize = 120;

/// Whether `text` says by whom it is: "By Ivo Sandeman and Caro Whitlock, City staff".
pub(super) fn is_byline(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let Some(rest) = OPENERS.iter().find_map(|opener| text.strip_prefix(opener)) else {
        return false;
    };
    let (name, tail) = split_names(without_date(rest));
    !(ends_sentence(rest) || name.contains(is_digit) || tail.contains(is_digit))
        && is_signature(name)
        && word_count(tail) <= 10
}

fn is_digit(mark: char) -> bool {
    mark.is_ascii_digit()
}

/// A byline without the date behind its last comma or bar: "Caro Whitlock, 9 May 2025", "Caro Whitlock | May 9, 2025".
fn without_date(line: &str) -> &str {
    let dated = line.match_indices([',', '|']).find(|&(at, _)| dateline::is_date_line(line[at + 1..].trim()));
    dated.map_or(line, |(at, _)| line[..at].trim_end())
}

/// Whether `text` is nothing but names, with or without what they do: "Ros Dyer", "Finlay Usher, court reporter".
///
/// "Smooth Transition" has the same shape: ask only between a headline and the first paragraph.
pub(super) fn is_name_line(text: &str) -> bool {
    let text = without_date(text);
    if text.len() > LONGEST || text.contains(|mark: char| mark.is_ascii_digit() || ":;?!\"“”".contains(mark)) {
        return false;
    }
    let (names, role) = text.split_once([',', '|']).unwrap_or((text, ""));
    let role = role.trim();
    let has_role = role.is_empty()
        || role.split(' ').any(|word| TITLES.iter().any(|title| title.eq_ignore_ascii_case(word)))
        || role.split(" and ").all(is_full_name);
    has_role && !ends_sentence(text) && names.split(" and ").all(|name| is_full_name(name.trim()))
}

/// The names of a byline and what stands behind them.
fn split_names(rest: &str) -> (&str, &str) {
    const BREAKS: &[&str] = &[",", "|", " in ", " and ", " & ", " for ", " at ", "/", " - ", " — ", " – "];
    let at = BREAKS.iter().filter_map(|mark| rest.find(mark)).min().unwrap_or(rest.len());
    (rest[..at].trim(), &rest[at..])
}

/// A person's name, or a single name in capitals ("AFP"), or an institution's ("The Associated Press").
fn is_signature(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    let is_single_allowed =
        !name.contains(' ') && name.chars().any(char::is_uppercase) && !name.contains(char::is_lowercase);
    !NOT_NAMES.contains(&first)
        && (is_single_allowed || word_count(name) >= 2)
        && word_count(name) <= 5
        && name.split(' ').enumerate().all(|(index, word)| is_name_word(word, index))
}

fn is_full_name(name: &str) -> bool {
    is_signature(name)
        && (2..=4).contains(&word_count(name))
        && name.starts_with(char::is_uppercase)
        && name.chars().all(|mark| mark.is_alphabetic() || " .-'’".contains(mark))
        && !name.split(' ').any(|word| TITLE_WORDS.contains(&word))
}

fn is_name_word(word: &str, index: usize) -> bool {
    word.starts_with(char::is_uppercase)
        || PARTICLES.contains(&word)
        || (index > 0 && TITLES.contains(&word))
        || (index == 0 && word == "staff")
}

/// A full stop ends a sentence here, unless it belongs to "Jr." or an initial.
fn ends_sentence(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    text.ends_with(['!', '?', ':', ';']) || (text.ends_with('.') && !matches!(last, "Jr." | "Sr.") && last.len() > 2)
}

fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_begins_with_by_and_a_name_is_a_byline() {
        for text in [
            "By Caro Whitlock",
            "BY CARO WHITLOCK",
            "By Ivo Sandeman, City staff",
            "By Ivo van der Sand and Caro Whitlock in Tarnov",
            "By The Northern Press",
            "By AFP",
            "By J. D. Orr Jr.",
            "Words by Caro Whitlock | Brae Mail",
            "By Caro Whitlock, 9 May 2025",
            "By Caro Whitlock, City staff | May 9, 2025",
        ] {
            assert!(is_byline(text), "{text}");
        }
    }

    #[test]
    fn a_sentence_that_begins_with_by_is_none() {
        for text in [
            "By Monday, rain had stopped",
            "By Tuesday Night",
            "By 2030",
            "By a slim margin, voters said no.",
            "By Caro Whitlock's count, nine left.",
            "By the numbers",
            "By",
            "",
        ] {
            assert!(!is_byline(text), "{text}");
        }
    }

    #[test]
    fn names_alone_are_told_from_headings() {
        for text in [
            "Ros Dyer",
            "Finlay Usher, court reporter",
            "Finlay Usher, court reporter, 9 May 2025",
            "Marisol Tennant and Drew Ashby",
            "Ida de Vries, Kit Rowe",
        ] {
            assert!(is_name_line(text), "{text}");
        }
        for text in
            ["Smooth transition", "The Last Word", "Who counts", "Ros Dyer was there.", "Dyer", "Ros Dyer: no deal", ""]
        {
            assert!(!is_name_line(text), "{text}");
        }
    }
}
