//! Finds the dateline at the head of a paragraph: "MILLBROOK, March 3 (AP) -".
//!
//! Knows the shape only: a place in capitals, or a place with a date or a known agency, before a dash.
//! It has no gazetteer, so a bare "TARNOV -" is a dateline only where the caller expects one.

use std::sync::LazyLock;

use crate::language::lexicon::entries;
use crate::language::{MONTHS, WEEKDAYS, is_one_of};

/// How much speaks for a dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// A region, a date or an agency follows the place.
    Full,
    /// A place in capitals before a dash, which a label ("QUICK HITS -") may be as well.
    BarePlace,
    /// A place in capitals before a colon, which a speaker in a transcript may be as well.
    BareColon,
}

/// No dateline on record is longer; the dash of a sentence mostly comes later.
const LONGEST: usize = 90;

/// Agencies that stand in brackets behind a place in small letters, where a party or a state may stand as well.
static AGENCIES: LazyLock<Vec<&str>> =
    LazyLock::new(|| entries(include_str!("../language/lexicon/news_agencies.txt")).collect());

/// Labels in capitals that newsrooms put before a dash or colon.
static LABELS: LazyLock<Vec<&str>> =
    LazyLock::new(|| entries(include_str!("../language/lexicon/story_labels.txt")).collect());

/// Words in small letters within the name of a place.
const PLACE_WORDS: &[&str] = &["de", "la", "es", "of", "upon", "del"];

/// Words in small letters within the name of a state or country.
const REGION_WORDS: &[&str] = &["of", "and", "the"];

/// Words of an agency's or paper's name that is not in the list.
const AGENCY_WORDS: &[&str] = &["Agency", "News", "Newspapers", "Post", "Press", "Service", "Times", "Wire"];

/// Words that stand in headings in capitals, not in places.
const STOP_WORDS: &[&str] = &[
    "A", "AN", "ARE", "AS", "AT", "BE", "BUT", "BY", "CAN", "COULD", "DO", "DOES", "FOR", "FROM", "HAS", "HAVE", "HE",
    "HER", "HIS", "HOW", "IF", "IN", "IS", "IT", "ITS", "MAY", "MY", "NO", "NOT", "OR", "OUR", "SAYS", "SHE", "THAT",
    "THEIR", "THEY", "THIS", "TO", "WAS", "WE", "WERE", "WHAT", "WHEN", "WHERE", "WHO", "WHY", "WILL", "WITH", "YOU",
    "YOUR",
];

/// The length of the dateline at the head of `text`, its dash included, and what speaks for it;
/// `None` where the text begins without one or nothing follows it.
pub(super) fn find(text: &str) -> Option<(usize, Evidence)> {
    let (head_end, mark_end, is_colon) = first_separator(text)?;
    let head = text[..head_end].trim_end();
    let body = text[mark_end..].trim_start();
    let next = body.chars().next()?;
    let shape = Shape::of(head)?;
    let is_capital = shape.place.is_some_and(is_capital_place);
    if shape.is_bare() && shape.place.is_some_and(is_label) {
        return None;
    }
    let evidence = match (shape.is_bare(), is_colon) {
        (false, false) => Evidence::Full,
        (false, true) if is_capital => Evidence::Full,
        (true, false) if is_capital => Evidence::BarePlace,
        (true, true) if is_capital => Evidence::BareColon,
        _ => return None,
    };
    let is_believable = match shape.place {
        Some(_) if is_capital => shape.has_region || !shape.is_bare() || !next.is_lowercase(),
        Some(place) => is_mixed_place(place) && (shape.has_date || shape.agency.is_some_and(is_known_agency)),
        None => shape.agency.is_some_and(is_known_agency),
    };
    is_believable.then_some((mark_end, evidence))
}

/// Whether `text` is a day and nothing else: "March 3, 2025", "Updated: 14:05 GMT, Tuesday 4 March".
pub(super) fn is_date_line(text: &str) -> bool {
    const COMPANY: &[&str] = &["updated", "published", "posted", "at", "on", "am", "pm"];
    if text.len() > LONGEST {
        return false;
    }
    let (mut has_number, mut has_name) = (false, text.contains(['/', ':']));
    for word in text.split(|mark: char| !mark.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        let is_name = shortens(word, &MONTHS) || shortens(word, &WEEKDAYS);
        let is_zone = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_number && !is_name && !is_zone && !is_one_of(word, COMPANY) {
            return false;
        }
        has_number |= is_number;
        has_name |= is_name;
    }
    has_number && has_name
}

/// Where the head ends, where its dash or colon ends, and whether it is a colon.
///
/// Most paragraphs have none, and show it by the first word in small letters.
fn first_separator(text: &str) -> Option<(usize, usize, bool)> {
    if opens_in_prose(text) {
        return None;
    }
    let mut before = ' ';
    for (at, mark) in text.char_indices().take_while(|&(at, _)| at < LONGEST) {
        let rest = &text[at + mark.len_utf8()..];
        let is_spaced = |text: &str| text.starts_with(char::is_whitespace);
        let is_separator = match mark {
            '—' | '―' => true,
            '-' if rest.starts_with('-') => true,
            '-' | '–' | '−' => before.is_whitespace() || is_spaced(rest),
            '_' => before.is_whitespace() && is_spaced(rest),
            ':' => is_spaced(rest),
            _ => false,
        };
        if mark.is_lowercase() && before == ' ' && !is_small_word(&text[at..]) {
            return None;
        }
        if is_separator {
            let run = rest.len() - rest.trim_start_matches(mark).len();
            return Some((at, at + mark.len_utf8() + run, mark == ':'));
        }
        before = mark;
    }
    None
}

/// Whether a word in small letters that no dateline has stands before all that could be a dash or colon.
fn opens_in_prose(text: &str) -> bool {
    let mut before = b' ';
    for (at, &byte) in text.as_bytes().iter().take(LONGEST).enumerate() {
        if before == b' ' && byte.is_ascii_lowercase() {
            return !is_small_word(&text[at..]);
        }
        if !byte.is_ascii() || matches!(byte, b'-' | b'_' | b':') {
            return false;
        }
        before = byte;
    }
    false
}

/// Whether `text` begins with a word that a dateline may have in small letters.
fn is_small_word(text: &str) -> bool {
    // "September" is the longest of them, and all are of plain letters.
    const LONGEST: usize = 9;
    let length = text.bytes().take(LONGEST + 1).take_while(u8::is_ascii_alphanumeric).count();
    let is_over = !text[length..].starts_with(char::is_alphanumeric);
    let word = &text[..length];
    if !is_over || !(2..=LONGEST).contains(&length) {
        return false;
    }
    PLACE_WORDS.contains(&word) || REGION_WORDS.contains(&word) || word == "dpa" || shortens(word, &MONTHS)
}

/// The parts of a dateline's head.
struct Shape<'a> {
    place: Option<&'a str>,
    has_region: bool,
    has_date: bool,
    agency: Option<&'a str>,
}

impl<'a> Shape<'a> {
    fn of(head: &'a str) -> Option<Self> {
        let (head, agency) = match head.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
            Some((head, agency)) if is_agency(agency) => (head.trim_end(), Some(agency)),
            Some(_) => return None,
            None => (head, None),
        };
        let mut shape = Self { place: None, has_region: false, has_date: false, agency };
        for (index, part) in head.split(',').map(str::trim).enumerate() {
            if is_date(part) {
                shape.has_date = true;
            } else if index == 0 {
                let (place, has_date) = without_date(part);
                shape.has_date |= has_date;
                shape.place = Some(place).filter(|place| !place.is_empty());
            } else if is_region(part) {
                shape.has_region = true;
            } else {
                return None;
            }
        }
        Some(shape)
    }

    fn is_bare(&self) -> bool {
        !self.has_region && !self.has_date && self.agency.is_none()
    }
}

/// "LONDON March 2" without its date, and whether it has one.
fn without_date(part: &str) -> (&str, bool) {
    let spaces = part.char_indices().filter(|&(_, mark)| mark == ' ').map(|(at, _)| at);
    let tail = spaces.take(6).find(|&at| is_date(&part[at + 1..]));
    tail.filter(|&at| is_capital_place(&part[..at])).map_or((part, false), |at| (&part[..at], true))
}

fn is_date(part: &str) -> bool {
    let mut has_name = false;
    let mut has_number = false;
    let mut count = 0;
    for word in part.split(' ') {
        let word = word.trim_end_matches('.');
        let is_name = shortens(word, &MONTHS);
        let is_number = !word.is_empty() && word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        has_name |= is_name;
        has_number |= is_number;
        count += 1;
        if !is_name && !is_number {
            return false;
        }
    }
    has_number && (has_name || part.len() == 4) && count <= 3
}

/// A state or country ("N.J.", "Kalvia", "Isle of Ness"), or a weekday.
fn is_region(part: &str) -> bool {
    part.len() <= 30
        && part.split(' ').count() <= 4
        && !part.split(' ').any(|word| STOP_WORDS.contains(&word))
        && part.split(' ').all(|word| word.starts_with(char::is_uppercase) || REGION_WORDS.contains(&word))
        && !part.contains(|mark: char| mark.is_ascii_digit() || "?!\"“”;".contains(mark))
}

fn is_agency(inner: &str) -> bool {
    inner.len() <= 40
        && (inner == "dpa" || inner.starts_with(char::is_uppercase))
        && inner.split([' ', '/']).all(|word| !word.starts_with(char::is_lowercase) || matches!(word, "of" | "dpa"))
        && !inner.contains(|mark: char| mark.is_ascii_digit() || "?!\"“”;:".contains(mark))
}

fn is_known_agency(inner: &str) -> bool {
    inner.split([' ', '/']).any(|word| is_one_of(word, &AGENCIES) || AGENCY_WORDS.contains(&word))
}

/// "LOW MESA", "St. LOUIS" is none: every letter is a capital.
fn is_capital_place(place: &str) -> bool {
    place.chars().filter(|letter| letter.is_alphabetic()).count() >= 2
        && place.chars().all(|letter| is_place_mark(letter) && !letter.is_lowercase())
        && place.split(' ').count() <= 4
        && !place.split(' ').any(|word| STOP_WORDS.contains(&word))
}

/// "QUICK UPDATE", but not "NEWPORT NEWS, Va.", which a region vouches for.
fn is_label(place: &str) -> bool {
    place.split(' ').any(|word| is_one_of(word, &LABELS))
}

fn is_mixed_place(place: &str) -> bool {
    let is_word = |word: &str| word.starts_with(char::is_uppercase) || PLACE_WORDS.contains(&word);
    place.split(' ').count() <= 4
        && place.chars().all(is_place_mark)
        && place
            .split(' ')
            .enumerate()
            .all(|(index, word)| if index == 0 { word.starts_with(char::is_uppercase) } else { is_word(word) })
}

fn is_place_mark(mark: char) -> bool {
    mark.is_alphabetic() || matches!(mark, ' ' | '.' | '\'' | '’' | '-' | '/')
}

/// Whether `word` is one of `names` or its first three letters or more: "Sept", "Thurs".
fn shortens(word: &str, names: &[&str]) -> bool {
    // The first letter rules nearly all of them out.
    let is_near = |name: &&&str| name.as_bytes()[0].eq_ignore_ascii_case(&word.as_bytes()[0]);
    let starts = |name: &&str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    word.len() >= 3 && names.iter().filter(is_near).any(starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dateline(text: &str) -> Option<&str> {
        find(text).map(|(end, _)| &text[..end])
    }

    #[test]
    fn place_date_and_agency_in_the_manners_of_the_wires() {
        for head in [
            "MILLBROOK, March 3 (AP) -",
            "OSTERHAVEN, Oct 23 (Meridian News) -",
            "TARNOV, Kalvia (Northern Press Agency) -",
            "FORT ELLERY, N.M., Dec. 11 (UPI) —",
            "WASHINGTON (AP) _",
            "LONDON, March 2 -",
            "WEST BRAE, 2 March 2025 –",
            "OSTERHAVEN/TARNOV, JUNE 1 --",
            "Osterhaven, March 24 -",
            "Osterhaven (AFP) –",
            "New Tarnov (Northern Press) -",
            "Dec 29 (Reuters) -",
            "(CNN) --",
            "ST. ELMO, Ark. ―",
            "GOOD NEWS, Ark. -",
        ] {
            let text = format!("{head} The council met.");
            assert_eq!(dateline(&text), Some(head));
            assert_eq!(find(&text).map(|(_, evidence)| evidence), Some(Evidence::Full), "{head}");
        }
    }

    #[test]
    fn a_bare_place_in_capitals_is_weaker() {
        assert_eq!(find("LOW MESA — The fire grew."), Some((12, Evidence::BarePlace)));
        assert_eq!(find("NEW BRAE --The fire grew."), Some((11, Evidence::BarePlace)));
        assert_eq!(find("LOW MESA—The fire grew."), Some((11, Evidence::BarePlace)));
        assert_eq!(find("NEW TARNOV: The fire grew."), Some((11, Evidence::BareColon)));
    }

    #[test]
    fn a_dash_in_a_sentence_makes_no_dateline() {
        for text in [
            "Blast kills 12 - ministry",
            "Sen. Dana Orr (R-Westmark) — who voted no — left.",
            "Farah Whitcombe (Lab) - the leader - left.",
            "NATO-led troops left.",
            "EXCLUSIVE - The mayor will resign.",
            "HOW SOLID ARE THE BRIDGES? - A look.",
            "MAYOR HAS A LEAD IN BRAE - But it is thin.",
            "UNESCO - whose office is here - left.",
            "The phone - officially the V6 - is here.",
            "May 3 - The council met.",
            "On Monday, Orr — who voted no — left.",
            "On March 3, Orr — who voted no — left.",
            "TARNOV'S BRIDGES ARE OLD, BUT ITS ROADS ARE NEW - A look.",
            "LOW MESA —",
            "",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }

    #[test]
    fn a_line_of_date_and_time_is_a_date() {
        for text in ["March 3, 2025", "Tuesday 4 March 2025", "Updated: 14:05 GMT, 4 March", "02/12/2004 11:44"] {
            assert!(is_date_line(text), "{text}");
        }
        for text in ["March on", "2025", "May", "Seven days in March", "MPS 52-48", "US 2, UK 0", ""] {
            assert!(!is_date_line(text), "{text}");
        }
    }
}
