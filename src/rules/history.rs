//! Which figures a story tells of years long before its own.

use super::worded::answers;
use crate::extract::{Date, Figure};
use crate::story::{Placed, Story};
use crate::text::Span;

/// How many years before the latest year that a story names another is history.
const PAST: i16 = 4;

/// The latest year that the story tells of; what is to be done "by 2035" is no news of that year.
pub(super) fn latest_year(story: &Story) -> Option<i16> {
    const TO_COME: &[&str] = &["before", "by", "due", "until"];
    let is_to_come = |date: &Placed<Date>| {
        let before = story.text[..date.span.start as usize].trim_end();
        TO_COME.iter().any(|word| before.ends_with(word))
    };
    story.dates.iter().filter(|date| !is_to_come(date)).filter_map(|date| date.year).max()
}

/// "In 1956 a fire killed 88 men", "in fiscal 1986": what a story says of a year long before its own is on record.
pub(super) fn is_history(story: &Story, figure: &Placed<Figure>, latest_year: Option<i16>) -> bool {
    let Some(latest) = latest_year else { return false };
    let told = answers(story, figure).history.get_or_init(|| {
        let first = story.dates.partition_point(|date| date.sentence < figure.sentence);
        let dates = story.dates[first..].iter().take_while(|date| date.sentence == figure.sentence);
        let tells = |date: &&Placed<Date>| {
            let before = story.text[..date.span.start as usize].trim_end();
            let is_told = ["in", "In", "fiscal", "of", "until"].iter().any(|word| before.ends_with(word));
            is_told && !is_of_aside(story, figure, date) && !is_base(before)
        };
        dates.filter(tells).filter_map(|date| date.year).min()
    });
    told.is_some_and(|year| year + PAST <= latest)
}

/// "Premiums have gone up by 38% since the floods of | 2020", "costs 37% more than it did in | 2019": what has gone on from
/// that year to this is no history.
fn is_base(before: &str) -> bool {
    const REACH: usize = 6;
    before
        .rsplit([' ', ','])
        .take(REACH)
        .any(|word| word.eq_ignore_ascii_case("since") || word.eq_ignore_ascii_case("than"))
}

/// "Last year 412 babies were born at the centre, | which opened in 1998", "the line, | which opened in 1911, now carries
/// nine trains": the year of something else.
fn is_of_aside(story: &Story, figure: &Placed<Figure>, date: &Placed<Date>) -> bool {
    let is_behind = figure.span.end <= date.span.start;
    let sentence = story.sentences[figure.sentence].span;
    let start = if is_behind { figure.span.end } else { sentence.start };
    let told = story.text_of(Span::new(start, date.span.start.max(start)));
    let aside = told.rsplit(',').next().unwrap_or_default();
    let is_closed = || story.text_of(Span::new(date.span.end, sentence.end)).starts_with(',');
    let is_led =
        || ["which ", "who ", "where ", "whose "].iter().any(|relates| aside.trim_start().starts_with(relates));
    is_led() && (is_behind || told.contains(',') && is_closed())
}
