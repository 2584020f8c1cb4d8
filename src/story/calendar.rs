//! Looks the story's days up in the calendar. A day without a year takes it from the day of publication,
//! or from the full date before it in the same paragraph.
//!
//! Knows the Gregorian calendar only: days before 1753, when Britain and its colonies had just taken it up, are left alone.

use jiff::civil;

use super::{Placed, Story};
use crate::draft::Role;
use crate::extract::Date;
use crate::language::{Class, TokenKind, is_one_of};
use crate::text::Span;

/// The first year that is looked up.
const FIRST_YEAR: i16 = 1753;

/// A day without a year lies no further than this from the date that gives it one: a story looks back or ahead
/// by months, and half a year is as near to one year as to the next.
const REACH: i32 = 200;

/// A full date that stands in a line no longer than this, at the head of a story, is the day of publication.
const LONGEST_LINE: u32 = 80;

/// So many blocks at most stand before the paragraph that gives the day.
const DATED: usize = 6;

/// The place of a dateline is no longer.
const LONGEST_PLACE: usize = 40;

/// A date that names a day of the month, looked up in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// The number of the date in [`Story::dates`].
    pub date: usize,
    /// The words elsewhere in the story that give its year; `None` where it gives its own or nothing does.
    pub anchor: Option<Span>,
    /// The year that the story gives it.
    pub year: Option<i16>,
    /// The day of the month, as written, that the month does not have.
    pub missing_day: Option<u8>,
    /// The day of the week that the calendar gives, Monday being 1; `None` where year or day are not known.
    pub weekday: Option<u8>,
    /// Whether the day of the week that the story gives, if any, is right.
    pub fits: bool,
}

/// Fills in the story's calendar.
pub(super) fn collect(story: &mut Story) {
    let publication = day_of_publication(story);
    let mut before: Option<(usize, Anchor)> = None;
    let mut calendar = Vec::new();
    for (number, date) in story.dates.iter().enumerate() {
        let near = before.filter(|&(block, _)| block == date.block).map(|(_, anchor)| anchor);
        let anchor = publication.or(near);
        calendar.extend(look_up(story, number, anchor));
        // A birthday says nothing of when the rest of the paragraph happened; a day with its weekday is news.
        if let Some(day) = date.weekday.and_then(|_| full_date(date)) {
            before = Some((date.block, Anchor { day, span: date.span }));
        }
    }
    hold_against_each_other(story, &mut calendar);
    story.calendar = calendar;
}

/// "Opens on Monday, 3 June. It closes on Friday, 17 June.": days whose year nothing gives, but of one year, as a rule,
/// lie as many days apart as their weekdays do.
fn hold_against_each_other(story: &Story, calendar: &mut [CalendarDay]) {
    const NEAR: usize = 2;
    let mut first: Option<usize> = None;
    for number in 0..calendar.len() {
        let date = &story.dates[calendar[number].date];
        let is_lone = calendar[number].year.is_none()
            && date.weekday.is_some()
            && calendar[number].missing_day.is_none()
            && days_of(story.text_of(date.span), date).len() == 1
            && !is_weekday_shared(story, date)
            && years_nearby(story, date).next().is_none();
        if !is_lone {
            continue;
        }
        let before = first.map(|first| &story.dates[calendar[first].date]);
        let before = before.filter(|before| date.block - before.block <= NEAR);
        if let Some((before, right)) = before.and_then(|before| Some((before, weekday_beside(before, date)?))) {
            calendar[number].anchor = Some(before.span);
            calendar[number].weekday = Some(right);
            calendar[number].fits = false;
        } else {
            first = Some(number);
        }
    }
}

/// The weekday that one day has by another's, where no year lets both be right.
fn weekday_beside(before: &Date, date: &Date) -> Option<u8> {
    /// A common year, and a leap year.
    const YEARS: [i16; 2] = [2022, 2024];
    const FAR: i32 = 120;
    let (month, day, known) = (date.month?, date.day?, before.weekday?);
    let (first_month, first_day) = (before.month?, before.day?);
    let rights = YEARS.into_iter().flat_map(|year| {
        let first = civil_date(year, first_month, first_day);
        let apart = move |other: i16| Some((civil_date(other, month, day)? - first?).get_days());
        (year - 1..=year + 1).filter_map(apart).filter(|apart| apart.abs() <= FAR)
    });
    let rights: Vec<u8> =
        rights.filter_map(|apart| u8::try_from((i32::from(known) - 1 + apart).rem_euclid(7) + 1).ok()).collect();
    rights.first().copied().filter(|_| !rights.contains(&date.weekday.unwrap_or_default()))
}

/// The date that other dates are counted from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    /// The day.
    pub(super) day: civil::Date,
    /// Where the story gives it.
    pub(super) span: Span,
}

/// The day on which the story appeared: from its front matter, its byline or dateline, or a line at its head.
pub(super) fn day_of_publication(story: &Story) -> Option<Anchor> {
    let given = |date: &&Placed<Date>| match story.blocks[date.block].role {
        Role::Date | Role::Dateline | Role::Byline => true,
        _ if story.blocks[date.block].span.len() <= LONGEST_LINE => date.block < 3 && begins_block(story, date),
        _ => date.block < DATED && opens_story(story, date),
    };
    let mut dates = story.dates.iter().filter(given);
    dates.find_map(|date| full_date(date).map(|day| Anchor { day, span: date.span })).or_else(|| day_of_dateline(story))
}

/// The day on which the story appeared, or else that of its news: a whole date with its weekday in the first paragraphs, of
/// the latest year that the story names.
pub(super) fn day_of_news(story: &Story) -> Option<Anchor> {
    let of_lede = || {
        let last = story.paragraphs().take(3).last()?;
        let is_whole = |date: &&Placed<Date>| date.block <= last && date.weekday.is_some() && date.year.is_some();
        let date = story.dates.iter().find(is_whole)?;
        let is_latest = story.dates.iter().filter_map(|other| other.year).max() == date.year;
        full_date(date).filter(|_| is_latest).map(|day| Anchor { day, span: date.span })
    };
    day_of_publication(story).or_else(of_lede)
}

/// "CASTLE ROW, June 14 (Newswire) - … the 2025 tour on Saturday": a dateline without its year is of the story's latest
/// year, if that makes it the day of the week of its first paragraph.
fn day_of_dateline(story: &Story) -> Option<Anchor> {
    let line = story.blocks.iter().position(|block| block.role == Role::Dateline)?;
    let date = story.dates.iter().find(|date| date.block == line && date.day.is_some() && date.year.is_none())?;
    let mut weekdays = story.dates.iter().filter(|date| date.block == line + 1 && date.month.is_none());
    let weekday = weekdays.find_map(|date| date.weekday)?;
    let is_told = |date: &&Placed<Date>| !story.sentence_has(date.sentence, Class::Modal);
    let year = story.dates.iter().filter(is_told).filter_map(|date| date.year).max()?;
    let (month, day) = (date.month?, date.day?);
    let is_it = weekday_of(year, month, day) == Some(weekday);
    civil_date(year, month, day).filter(|_| is_it).map(|day| Anchor { day, span: date.span })
}

/// "APRIL 27 2025: Goals from …", "MARLOW, Ohio (Oct. 6, 2024) - …": a date set off at the head of a paragraph.
fn opens_story(story: &Story, date: &Placed<Date>) -> bool {
    let block = story.blocks[date.block].span;
    let behind = story.text[date.span.end as usize..block.end as usize].trim_start();
    let before = story.text_of(Span::new(block.start, date.span.start));
    let closes = |rest: &str| rest.starts_with([':', '–', '—']) || rest.starts_with("- ");
    let mut words = before.split(|letter: char| !letter.is_alphabetic());
    let is_place = before.ends_with('(')
        && before.len() <= LONGEST_PLACE
        && !words.any(|word| word.starts_with(char::is_lowercase));
    if is_place {
        return behind.strip_prefix(')').is_some_and(|rest| closes(rest.trim_start()));
    }
    before.is_empty() && closes(behind)
}

impl Story {
    /// The year in which the story appeared, and the words that say so.
    pub fn year_of_publication(&self) -> Option<(i16, Span)> {
        day_of_publication(self).map(|day| (day.day.year(), day.span))
    }
}

fn begins_block(story: &Story, date: &Placed<Date>) -> bool {
    let before = Span::new(story.blocks[date.block].span.start, date.span.start);
    let words = story.text_of(before).trim_matches(|mark: char| !mark.is_alphanumeric());
    let is_label = words.is_empty() || ["Published", "Posted", "Updated", "Date", "First published"].contains(&words);
    is_label || ends_dateline(story, date)
}

/// "By Ann Orrin / HEBDEN, 24 July 2025": the place and the day in a line of their own, under the byline or alone.
fn ends_dateline(story: &Story, date: &Placed<Date>) -> bool {
    let block = story.blocks[date.block].span;
    let before = story.text_of(Span::new(block.start, date.span.start));
    let behind = &story.text[date.span.end as usize..block.end as usize];
    let Some(place) = before.rsplit('\n').next().and_then(|line| line.strip_suffix(", ")) else { return false };
    let is_shouted = place.starts_with(char::is_uppercase) && !place.contains(char::is_lowercase);
    is_shouted && place.len() <= LONGEST_PLACE && behind.split('\n').next().is_some_and(|rest| rest.trim().is_empty())
}

/// The day that a date with a year, a month and a day names; `None` for other dates and days that do not exist.
pub(super) fn full_date(date: &Date) -> Option<civil::Date> {
    civil_date(date.year?, date.month?, date.day?)
}

fn civil_date(year: i16, month: u8, day: u8) -> Option<civil::Date> {
    civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The date with this number, if it names a day.
fn look_up(story: &Story, number: usize, anchor: Option<Anchor>) -> Option<CalendarDay> {
    let date = &story.dates[number];
    let (month, _) = (date.month?, date.day?);
    let days = days_of(story.text_of(date.span), &date.mention);
    let years = years_of(story, date, anchor);
    let missing_day = missing_day(month, &days, date.year).filter(|_| is_certain(story, date));
    let fits = |weekday: u8| {
        years.is_empty()
            || years.iter().any(|&year| days.iter().any(|&day| weekday_of(year, month, day) == Some(weekday)))
    };
    let known = years.first().copied();
    let weekday = known.and_then(|year| weekday_of(year, month, *days.first()?));
    Some(CalendarDay {
        date: number,
        anchor: anchor.filter(|_| date.year.is_none() && known.is_some()).map(|anchor| anchor.span),
        year: known,
        missing_day,
        weekday,
        fits: weekday.is_none() || is_weekday_shared(story, date) || date.weekday.is_none_or(fits),
    })
}

/// The day of the week, Monday being 1.
fn weekday_of(year: i16, month: u8, day: u8) -> Option<u8> {
    civil_date(year, month, day).and_then(|day| u8::try_from(day.weekday().to_monday_one_offset()).ok())
}

/// The days of the month in a date's words: both of "March 7-9"; of a date in digits only the one that was read.
fn days_of(words: &str, date: &Date) -> Vec<u8> {
    let is_day = |digits: &&str| matches!(digits.len(), 1 | 2);
    let numbers = words.split(|mark: char| !mark.is_ascii_digit()).filter(is_day);
    let days: Vec<u8> = numbers.filter_map(|digits| digits.parse().ok()).filter(|day| (1..=39).contains(day)).collect();
    let is_named = words.contains(char::is_alphabetic);
    if is_named && !days.is_empty() { days } else { date.day.into_iter().collect() }
}

/// The years that a date may be of, the likeliest first; none where nothing tells.
fn years_of(story: &Story, date: &Placed<Date>, anchor: Option<Anchor>) -> Vec<i16> {
    let given = date.year.or_else(|| last_year_in(story.text_of(date.span)));
    if let Some(year) = given {
        return if FIRST_YEAR <= year { vec![year] } else { Vec::new() };
    }
    let (Some(anchor), Some(month), Some(day)) = (anchor, date.month, date.day) else { return Vec::new() };
    let distance = |year: i16| civil_date(year, month, day).map(|day| (day - anchor.day).get_days().abs());
    let around = anchor.day.year();
    // "Will be opened on Thursday 31 October": what is to come has not been.
    if let Some(years) = years_of_picture(story, date, anchor) {
        return years;
    }
    let is_to_come = is_to_come(story, date) && civil_date(around, month, day).is_some_and(|day| anchor.day < day);
    let least = if is_to_come { around } else { around - 1 };
    let mut years: Vec<(i32, i16)> = (least..=around + 1)
        .filter_map(|year| Some((distance(year)?, year)))
        .filter(|&(distance, _)| distance <= REACH)
        .collect();
    years.sort_unstable();
    // "Told the house on Wednesday, November 18": what somebody has said was said of late.
    if let Some(&(_, year)) = years.first()
        && was_said(story, date)
        && distance(year).is_some_and(|distance| distance <= OF_LATE)
    {
        return vec![year];
    }
    // "The last day of school will be Friday, June 5": up to a year ahead, where the sentence looks there.
    let ahead = (around..=around + 1).find(|&year| civil_date(year, month, day).is_some_and(|day| anchor.day < day));
    let ahead = ahead.filter(|_| story.sentence_has(date.sentence, Class::Modal) || is_scheduled(story, date));
    let years = years.into_iter().map(|(_, year)| year).chain(ahead).chain(years_nearby(story, date));
    years.collect()
}

/// "Passengers are led off on the morning of Sunday 12 January": a picture shows what has been, be it a year ago.
fn years_of_picture(story: &Story, date: &Placed<Date>, anchor: Anchor) -> Option<Vec<i16>> {
    let is_shown = story.blocks[date.block].role == Role::Caption
        && !story.sentence_has(date.sentence, Class::Modal)
        && !is_to_come(story, date)
        && !is_scheduled(story, date);
    let (month, day) = (date.month?, date.day?);
    let around = anchor.day.year();
    let is_past = |year: &i16| civil_date(*year, month, day).is_some_and(|day| day <= anchor.day);
    let last = [around, around - 1].into_iter().find(is_past).filter(|_| is_shown)?;
    Some(std::iter::once(last).chain(years_nearby(story, date)).collect())
}

/// So many days back the day of a speech is told without its year.
const OF_LATE: i32 = 45;

/// "Said on", "told parliament on": whether a verb right before the date says when somebody spoke.
fn was_said(story: &Story, date: &Placed<Date>) -> bool {
    const SPOKE: &[&str] = &["announced", "confirmed", "said", "told"];
    const NEAR: usize = 4;
    let text = story.text_of(story.blocks[date.block].span);
    let before = story.tokens_before(date.sentence, date.span.start);
    let mut near = before.iter().rev().take(NEAR).take_while(|token| token.kind == TokenKind::Word);
    near.any(|token| is_one_of(token.of(text), SPOKE))
}

/// Whether a verb right before the date looks ahead: "will be opened on", "is due on", "is scheduled to begin on".
fn is_to_come(story: &Story, date: &Placed<Date>) -> bool {
    const NEAR: usize = 5;
    let text = story.text_of(story.blocks[date.block].span);
    let before = story.tokens_before(date.sentence, date.span.start);
    let mut near = before.iter().rev().take(NEAR).map(|token| token.of(text));
    near.any(|word| matches!(word, "will" | "due" | "scheduled"))
}

/// "Term ends on Friday, June 19": a plan is told in the present tense.
fn is_scheduled(story: &Story, date: &Placed<Date>) -> bool {
    const PLANNED: &[&str] = &[
        "begin", "begins", "close", "closes", "end", "ends", "open", "opens", "resume", "resumes", "return", "returns",
        "start", "starts",
    ];
    const NEAR: usize = 4;
    let before = story.tokens_before(date.sentence, date.span.start);
    let text = story.text_of(story.blocks[date.block].span);
    before.iter().rev().take(NEAR).any(|token| is_one_of(token.of(text), PLANNED))
}

/// A year that stands behind the day without being read with it: the words of a date hold all that there is.
fn last_year_in(words: &str) -> Option<i16> {
    words.rsplit(|mark: char| !mark.is_ascii_digit()).find(|digits| digits.len() == 4)?.parse().ok()
}

/// The years that the paragraph names, or the one before it: "In 1987, … on Friday, Oct. 16".
fn years_nearby<'a>(story: &'a Story, date: &'a Placed<Date>) -> impl Iterator<Item = i16> + 'a {
    let first = story.dates.partition_point(|other| other.block + 1 < date.block);
    let end = story.dates.partition_point(|other| other.block <= date.block);
    // A list of hundreds of dates is a calendar, and each of its years is as likely as the next.
    story.dates[first..end].iter().take(40).filter_map(|other| other.year)
}

/// The day that the month does not have.
fn missing_day(month: u8, days: &[u8], year: Option<i16>) -> Option<u8> {
    // Without a year, February may have 29 days.
    let leap = 2024;
    let longest = civil_date(year.unwrap_or(leap), month, 1)?.days_in_month();
    days.iter().copied().find(|&day| u8::try_from(longest).is_ok_and(|longest| longest < day))
}

/// Whether a month and a number make a date for certain: "in June 31 homes burned" has none.
fn is_certain(story: &Story, date: &Placed<Date>) -> bool {
    let end = date.span.end as usize;
    let behind = story.text[end..].trim_start_matches(' ');
    // Of a day before its month ("31 June to apply") nothing can be counted by the day.
    let is_day_first = story.text_of(date.span).starts_with(|letter: char| letter.is_ascii_digit());
    // "April 31 until May 6", "Nov. 31 to find a buyer": none of these is counted.
    let limits = [
        "until ", "till ", "through ", "at ", "after ", "before ", "but ", "is ", "was ", "will ", "and ", "or ",
        "to ", "for ", "from ", "in ", "on ", "if ", "when ", "as ", "because ", "with ", "by ", "that ", "so ",
        "unless ", "since ", "has ", "had ", "would ", "this ", "next ", "last ",
    ];
    // "April 31st trains ran" counts nothing either.
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|ending| story.text_of(date.span).ends_with(ending));
    let is_counted = !(is_day_first || is_ordinal)
        && behind.starts_with(|letter: char| letter.is_lowercase() || matches!(letter, '%' | '-' | '–'))
        && !limits.iter().any(|word| behind.starts_with(word));
    let before = story.text[..date.span.start as usize].trim_end();
    let is_in_month = before.ends_with(" in") || before.ends_with("In");
    date.weekday.is_some() || date.year.is_some() || !(is_counted || is_in_month)
}

/// Whether two days of the week share the date: "Friday to Sunday, March 7-9", "Saturday and Sunday, 8 and 9 March".
fn is_weekday_shared(story: &Story, date: &Placed<Date>) -> bool {
    let at = story.dates.partition_point(|other| other.span.start < date.span.start);
    let Some(before) = at.checked_sub(1).and_then(|last| story.dates.get(last)) else { return false };
    let gap = Span::new(before.span.end.min(date.span.start), date.span.start);
    let joint = story.text_of(gap).trim();
    before.block == date.block
        && before.weekday.is_some()
        && before.day.is_none()
        && matches!(joint, "-" | "–" | "—" | "to" | "and" | "&" | "/" | "or" | "through" | ",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::testing::read;

    /// The story's wrong dates: the words, and what the calendar says of them.
    fn wrong(text: &str) -> Vec<String> {
        let story = read(text);
        let wrong = story.calendar.iter().filter(|day| !day.fits || day.missing_day.is_some());
        let show = |day: &CalendarDay| {
            let words = story.text_of(story.dates[day.date].span);
            match day.missing_day {
                Some(missing) => format!("{words}: no {missing}"),
                None => format!("{words}: {}", day.weekday.map_or(0, u8::from)),
            }
        };
        wrong.map(show).collect()
    }

    #[test]
    fn a_full_date_has_one_day_of_the_week() {
        assert_eq!(wrong("It opened on Wednesday 4 March 2025."), ["Wednesday 4 March 2025: 2"]);
        assert!(wrong("It opened on Tuesday 4 March 2025 and on Tuesday, March 4, 2025, in the evening.").is_empty());
        assert_eq!(wrong("It shut on Thurs. Aug. 11, 2015."), ["Thurs. Aug. 11, 2015: 2"]);
        assert_eq!(wrong("It shut on 11 August 2015, a Thursday."), ["11 August 2015, a Thursday: 2"]);
        assert_eq!(wrong("The judge gave it until Nov. 31 to find a buyer."), ["Nov. 31: no 31"]);
        assert_eq!(wrong("Work begins on June 31 and should last a week."), ["June 31: no 31"]);
    }

    #[test]
    fn a_day_takes_its_year_from_the_publication() {
        let head = "Tuesday, March 4, 2025\n\nThe Brae council met. ";
        assert_eq!(wrong(&format!("{head}It meets again on Thursday 14 March.")), ["Thursday 14 March: 5"]);
        assert!(wrong(&format!("{head}It meets again on Friday 14 March.")).is_empty());
        assert!(wrong(&format!("{head}It met on Monday 30 December.")).is_empty());
        assert!(wrong("It meets again on Thursday 14 March.").is_empty());
    }

    #[test]
    fn a_date_set_off_at_the_head_of_the_text_is_the_day_of_publication() {
        let day = |text: &str| read(text).year_of_publication().map(|(year, _)| year);
        assert_eq!(
            day("Brae votes\n\nAPRIL 27 2025: Goals from Ek and Holm gave Brae the shield in the last minute of all."),
            Some(2025)
        );
        assert_eq!(
            day(
                "Brae votes\n\nBRAE, Ohio (Oct. 6, 2024) - The town votes today on whether to have the mill pulled down."
            ),
            Some(2024)
        );
        assert_eq!(
            day(
                "Brae votes\n\nApril 27 2025 was a warm day in Brae and in the hills, and those who were out in it recall the heat well."
            ),
            None
        );
    }

    #[test]
    fn what_is_to_come_may_lie_up_to_a_year_ahead() {
        let head = "September 17, 2025\n\n";
        assert!(wrong(&format!("{head}The last day of school would be Friday, June 5, she said.")).is_empty());
        assert_eq!(wrong(&format!("{head}The last day of school was Friday, June 5.")), ["Friday, June 5: 4"]);
    }

    #[test]
    fn a_year_in_the_paragraph_may_be_the_one_that_is_meant() {
        let head = "Tuesday, March 4, 2025\n\n";
        assert!(wrong(&format!("{head}In 1987 it came back. On Friday, Oct. 16, it broke.")).is_empty());
    }

    #[test]
    fn a_day_takes_its_year_from_the_date_before_it() {
        let text = "The trial of Ida Lund began on Monday 3 March 2025 and ended on Thursday 13 April.";
        assert_eq!(wrong(text), ["Thursday 13 April: 7"]);
        assert!(wrong("Ida Lund was born on 3 March 1952. The funeral is on Thursday 6 April.").is_empty());
    }

    #[test]
    fn days_of_one_year_lie_as_far_apart_as_their_weekdays() {
        assert_eq!(wrong("It opens on Monday, 3 June. It closes on Friday, 17 June."), ["Friday, 17 June: 1"]);
        assert!(wrong("It opens on Monday, 3 June. It closes on Monday, 17 June.").is_empty());
        assert_eq!(wrong("It ran from Friday, Dec. 30.\n\nIt ended on Monday, Jan. 3."), ["Monday, Jan. 3: 2"]);
        assert!(wrong("It ran from Friday, Dec. 30.\n\nIt ended on Tuesday, Jan. 3.").is_empty());
        assert!(wrong("It was on Monday, Feb. 26, and on Friday, March 1.").is_empty());
        assert!(wrong("It was on Monday, Feb. 26, and on Saturday, March 2.").is_empty());
        assert!(wrong("It was on Monday, 3 June. In 2019 it was on Friday, 17 June.").is_empty());
    }

    #[test]
    fn several_days_share_their_weekdays() {
        assert!(wrong("Open from Friday to Sunday, March 7-9, 2025.").is_empty());
        assert!(wrong("Open Sunday, March 7-9, 2025.").is_empty());
    }

    #[test]
    fn days_that_do_not_exist_are_told() {
        assert_eq!(wrong("The deadline is 31 June."), ["31 June: no 31"]);
        assert_eq!(wrong("Farmers have until 31 June to apply."), ["31 June: no 31"]);
        assert_eq!(wrong("She was born on Feb. 29, 2023."), ["Feb. 29, 2023: no 29"]);
        assert!(wrong("She was born on Feb. 29, 2024, and on 29 February.").is_empty());
        assert!(wrong("In June 31 homes burned.").is_empty());
    }
}
