//! Holds "the first in 22 years" against the year of the last: "its first title in 33 years, the last having come in 1999,
//! … in the 2022 final", "The flood was the first in 22 years. The last was in 2013."

use super::elapsed::{Year, YearAt, near_between, years_of};
use super::lasting::open_years;
use super::{Entry, Relation, Story};
use crate::language::{Class, Words};
use crate::story::calendar::day_of_publication;
use crate::story::passage::Passage;

/// Words between "the last" and its year, at most.
const NEAR: usize = 7;

/// The numbers of years since the last of something, whose year the story gives.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    open_years(entries, known).filter_map(|entry| relation(story, entry)).collect()
}

fn relation(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let sentence = entry.figure.sentence;
    let passage = Passage::of_sentence(story, sentence)?;
    let length = passage.positions(entry.figure.number.to(entry.figure.unit.as_ref()?.span));
    if !is_first(passage.words, passage.first, length.start) {
        return None;
    }
    let years = years_of(story, &passage, sentence);
    let own = years.iter().find(|year| length.end <= year.at.start && is_last(passage.words, length.end, year));
    let beside = |other: usize| {
        let is_same = story.sentences.get(other).is_some_and(|place| place.block == entry.figure.block);
        let passage = Passage::of_sentence(story, other).filter(|_| is_same)?;
        match years_of(story, &passage, other).as_slice() {
            [only] if is_last(passage.words, passage.first, only) => Some((only.year, only.span)),
            _ => None,
        }
    };
    let from: Year = match own {
        Some(year) => Some((year.year, year.span)),
        None => beside(sentence + 1).or_else(|| beside(sentence.checked_sub(1)?)),
    }?;
    // "In the 2022 final": the year of the first.
    let mut others = years.iter().filter(|year| year.span != from.1);
    let to: Year = match (others.next(), others.next()) {
        (Some(only), None) if from.0 < only.year => (only.year, only.span),
        (None, _) => day_of_publication(story).map(|day| (day.day.year(), day.span))?,
        _ => return None,
    };
    near_between(entry, from, to)
}

/// "The first flood in", "its first title for": up to the length.
fn is_first(words: Words<'_>, first: usize, length: usize) -> bool {
    let last = length.checked_sub(1).filter(|&last| first < last);
    let Some(last) = last else { return false };
    let near = length.saturating_sub(NEAR).max(first)..last;
    let Some(at) = near.clone().rev().find(|&at| words.is(at, "first")) else { return false };
    words.is_any(last, &["in", "for"])
        && (at + 1..last).all(|at| words.is_word(at) && !words.has(at, Class::Preposition))
}

/// "The last having come in 1999", "the previous one was in 2003": of the words from `from` to the year.
fn is_last(words: Words<'_>, from: usize, year: &YearAt) -> bool {
    const CAME: &[&str] =
        &["was", "came", "come", "been", "being", "happened", "struck", "won", "occurred", "hit", "held"];
    const OTHERS: &[&str] = &["first", "worst", "when", "who", "and"];
    let near = year.at.start.saturating_sub(NEAR).max(from)..year.at.start;
    let Some(last) = near.clone().find(|&at| words.is_any(at, &["last", "previous"])) else { return false };
    let is_led =
        words.has(last.wrapping_sub(1), Class::Determiner) || words.has(last.wrapping_sub(1), Class::Possessive);
    let is_in =
        words.is_any(year.at.start.wrapping_sub(1), &["in", "was", "of"]) || words.has(year.at.start, Class::Time);
    let comes = (last..year.at.start).any(|at| words.is_any(at, CAME)) || year.at.start - last <= 2;
    is_led && is_in && comes && !(last..year.at.start).any(|at| words.is_any(at, OTHERS))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn spans(text: &str) -> Vec<String> {
        relations(&read(&format!("November 9, 2023\n\n{text}")), RelationKind::Duration)
    }

    #[test]
    fn the_first_in_years_is_counted_from_the_last() {
        for (text, expected) in [
            ("It was the first flood in 35 years. The last was in 1998.", "35 ≠ 25: 1998 | November 9, 2023"),
            ("It was the first flood in 25 years. The last was in 1998.", "25 = 25: 1998 | November 9, 2023"),
            (
                "It was its first cup in 33 years, the last having come in 1999, in the 2022 final.",
                "33 ≠ 23: 1999 | 2022",
            ),
        ] {
            assert_eq!(spans(text), [expected], "{text}");
        }
        for text in [
            "It was the first flood in 35 years. The last storm, in 2013, was worse.",
            "It was the first flood in 35 years. The last mayor was elected in 1998 and the first in 1950.",
            "It was the worst flood in 35 years. The last was in 2003.",
        ] {
            assert!(!spans(text).iter().any(|span| span.contains('≠')), "{text}");
        }
    }
}
