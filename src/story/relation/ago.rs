//! "Made in 1190, more than 900 years ago": a hedged number of years, and centuries, against the year beside them and the
//! story's own, which other years of the story may have to tell.

use rust_decimal::Decimal;

use super::elapsed::years_of;
use super::{Entry, Relation, RelationKind, Story};
use crate::extract::FigureKind;
use crate::language::{Interval, TokenKind};
use crate::story::calendar::day_of_publication;
use crate::story::passage::Passage;
use crate::text::Span;

/// Who tells of a century may be half of it off.
const HALF_CENTURY: i64 = 50;

/// The story's own year, where nothing gives it, lies so close to the latest that it tells of.
const UNTOLD: std::ops::RangeInclusive<i64> = -15..=40;

/// No story is older.
const EARLIEST_STORY: i16 = 1980;

/// What two years leave between them.
struct Today {
    year: i16,
    span: Span,
    slack: std::ops::RangeInclusive<i64>,
}

/// The years and centuries ago that the year beside them lets a reader check.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    let is_length = |entry: &&Entry<'_>| {
        let figure = entry.figure;
        let is_unit = figure.unit.as_ref().is_some_and(|unit| matches!(unit.head.as_str(), "year" | "century"));
        figure.kind == FigureKind::Duration && is_unit && figure.pair.is_none()
    };
    let is_known = |entry: &&Entry<'_>| known.iter().any(|relation| relation.stated == entry.claim);
    entries
        .iter()
        .filter(is_length)
        .filter(|entry| !is_known(entry))
        .filter_map(|entry| relation(story, entry))
        .collect()
}

fn relation(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let figure = entry.figure;
    let unit = figure.unit.as_ref()?;
    let passage = Passage::of_sentence(story, figure.sentence)?;
    let words = passage.words;
    let begin = passage.position(figure.span.start.min(figure.number.start));
    // "Over four centuries"
    let begin =
        begin - usize::from(words.is_any(begin.wrapping_sub(1), &["over", "nearly", "almost", "about", "some"]));
    let ago = passage.positions(unit.span).end;
    let is_joint = |at: usize| words.is_any(at, &[",", "(", "or"]) || words.kind(at) == Some(TokenKind::Dash);
    let years = years_of(story, &passage, figure.sentence);
    let is_beside = |at: &std::ops::Range<usize>| {
        let is_before = at.end + 1 == begin && is_joint(at.end);
        // "More than 900 years ago, in 1190,"
        let is_behind = is_joint(ago + 1) && words.is(ago + 2, "in") && at.start == ago + 3;
        is_before || is_behind
    };
    let from = years.iter().find(|year| is_beside(&year.at)).filter(|_| words.is(ago, "ago"))?;
    let today = today(story)?;
    let passed = Decimal::from(today.year.checked_sub(from.year)?);
    let is_century = unit.head == "century";
    let factor = if is_century { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let slack = if is_century { HALF_CENTURY } else { 1 };
    let given = Interval::between(
        passed + Decimal::from(*today.slack.start() - 1),
        passed + Decimal::from(*today.slack.end() + 1),
    );
    let said = figure.interval.times(factor);
    let slack = if said.low == said.high { Decimal::from(slack) } else { Decimal::ONE };
    let said = Interval { low: said.low.map(|low| low - slack), high: said.high.map(|high| high + slack) };
    let shown = passed.checked_div(factor)?.round_dp(1).normalize();
    (Decimal::ONE < passed).then(|| Relation {
        kind: RelationKind::Duration,
        stated: entry.claim,
        operands: Vec::new(),
        beside: vec![from.span, today.span],
        cue: None,
        low: Some(shown),
        high: Some(shown),
        printed: Some(shown),
        complete: true,
        holds: given.meets(said),
    })
}

/// The year of the story, or the latest that it tells of.
fn today(story: &Story) -> Option<Today> {
    if let Some(day) = day_of_publication(story) {
        return Some(Today { year: day.day.year(), span: day.span, slack: 0..=0 });
    }
    let latest = story.dates.iter().filter_map(|date| Some((date.year?, date.span))).max_by_key(|&(year, _)| year);
    latest.filter(|&(year, _)| EARLIEST_STORY <= year).map(|(year, span)| Today { year, span, slack: UNTOLD })
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn spans(text: &str) -> Vec<String> {
        relations(&read(text), RelationKind::Duration)
    }

    #[test]
    fn hedged_years_ago_end_with_the_story() {
        let dated = |text: &str| spans(&format!("November 9, 2023\n\n{text}"));
        assert_eq!(
            dated("The chest was made in 1240, more than 900 years ago, and holds coins."),
            ["900 ≠ 783: 1240 | November 9, 2023"]
        );
        assert!(!dated("The chest was made in 1240, more than 700 years ago.")[0].contains('≠'));
        assert!(!dated("The bell was cast in 1611, over four centuries ago.")[0].contains('≠'));
        assert!(dated("The bell was cast in 1611, over five centuries ago.")[0].contains('≠'));
    }

    #[test]
    fn the_latest_year_of_a_story_tells_roughly_when_it_is() {
        assert_eq!(
            spans("The chest was made in 1190, more than 900 years ago. It was mended in 2019."),
            ["900 ≠ 829: 1190 | 2019"]
        );
        assert!(!spans("The chest was made in 1110, more than 900 years ago. It was mended in 1992.")[0].contains('≠'));
        assert!(spans("The chest was made in 1190, more than 900 years ago.").is_empty());
    }
}
