//! Tells a first paragraph of one sentence from a title that ends with a full stop.
//!
//! Titles are told in the present and leave articles out; a lead says who said it, or on which day, and has its articles.

use crate::language::WEEKDAYS;

const TOLD: &[&str] = &["said", "told", "added", "replied"];
const ON: &[&str] = &["on", "last", "this", "next"];
const ARTICLES: &[&str] = &["the", "a", "an"];
const PAST: &[&str] = &["was", "were", "had", "been"];

/// Whether the line, which ends as a sentence does, is one of the story and not its title.
pub(super) fn is_lead(line: &str) -> bool {
    let words: Vec<String> = line.split_whitespace().map(bare).collect();
    let count = |list: &[&str]| words.iter().filter(|word| list.contains(&word.as_str())).count();
    let follows = |one: &[&str], other: &[&str]| {
        words.windows(2).any(|pair| one.contains(&pair[0].as_str()) && other.contains(&pair[1].as_str()))
    };
    let articles = count(ARTICLES);
    // Titles quote between single marks.
    let is_quoted = line.starts_with(['“', '"', '«', '„']) && 0 < count(&["says", "say"]);
    0 < count(TOLD)
        || is_quoted
        || follows(&["according"], &["to"])
        || follows(ON, &WEEKDAYS)
        || 2 < articles
        || articles == 2 && 0 < count(PAST)
}

/// The word in small letters, without the marks around it.
fn bare(word: &str) -> String {
    word.trim_matches(|mark: char| !mark.is_alphanumeric()).to_lowercase()
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
            "A guard was hit with the ham.",
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
