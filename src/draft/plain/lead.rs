//! Tells a first paragraph of one sentence from a title that ends with a full stop.
//!
//! Titles are told in the present and leave articles out; a lead says who said it, or on which day, and has its articles.

use crate::language::{WEEKDAYS, is_one_of};

const TOLD: &[&str] = &["said", "told", "added", "replied"];
const ON: &[&str] = &["on", "last", "this", "next"];
const ARTICLES: &[&str] = &["the", "a", "an"];
const OWNERS: &[&str] = &["its", "his", "her", "their"];
const PAST: &[&str] = &["was", "were", "had", "been"];
const PRESENT: &[&str] = &["is", "are", "says"];
/// At the end of a sentence they close what a paper or a person gives: "…, its report says."
const CUES: &[&str] = &["says", "say", "show", "shows"];

/// Whether the line, which ends as a sentence does, is one of the story and not its title.
pub(super) fn is_lead(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().map(bare).collect();
    let count = |list: &[&str]| words.iter().filter(|word| is_one_of(word, list)).count();
    let follows = |one: &[&str], other: &[&str]| {
        words.windows(2).any(|pair| is_one_of(pair[0], one) && is_one_of(pair[1], other))
    };
    let articles = count(ARTICLES);
    let is_determined = 0 < articles + count(OWNERS);
    // Whom a title quotes may look back.
    let looks_back = 0 < count(PAST) && count(PRESENT) == 0 && !line.contains('‘') && !line.contains(" '");
    let closes = words.last().is_some_and(|last| is_one_of(last, CUES));
    // Titles quote between single marks.
    let is_quoted = line.starts_with(['“', '"', '«', '„']) && 0 < count(CUES);
    let enough = if line.bytes().any(|byte| byte.is_ascii_digit()) { 2 } else { 3 };
    0 < count(TOLD)
        || is_quoted
        || follows(&["according"], &["to"])
        || follows(ON, &WEEKDAYS)
        || enough <= articles
        || is_determined && (closes || looks_back)
}

/// The word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|mark: char| !mark.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_says_who_said_it_or_when_or_has_its_articles() {
        for lead in [
            "“I sold the boat,” Hal Prentice said.",
            "Inflation was 3.4% in the year to October, the bank said.",
            "“You never get over it,” says Morag Peel.",
            "According to Lotte Beck, the pitch was “a swamp”.",
            "Judges threw out two charges on Monday.",
            "The thief left a note in the till of the shop.",
            "The clock was mended in May.",
            "Thefts in the port fell by 14%, its yearly report says.",
        ] {
            assert!(is_lead(lead), "{lead}");
        }
    }

    #[test]
    fn a_title_is_told_in_the_present_and_leaves_articles_out() {
        for title in [
            "Floods cut off Tarnov.",
            "Council says pier is safe.",
            "The Latest: Three towns vote early in primary.",
            "Minister: ‘I was wrong on the pier.’",
        ] {
            assert!(!is_lead(title), "{title}");
        }
    }
}
