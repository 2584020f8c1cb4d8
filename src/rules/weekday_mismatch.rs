//! A day of the week that the calendar contradicts.

use super::{Report, Rule};
use crate::extract::Date;
use crate::finding::{Edit, Fix, Severity};
use crate::story::{CalendarDay, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "weekday-mismatch",
    summary: "the day of the week is not the one of the date",
    severity: Severity::Error,
    explanation: r#"
The story gives a date with its day of the week, and the calendar has another.
The year is the date's own, or else the one that the dateline, the front matter or the full date before it gives.

Readers plan by the weekday and archives by the date: one of them sends somebody to the wrong day.

```story
The bridge at Brae opened on Wednesday 4 March 2025.
                             ^^^^^^^^^^^^^^^^^^^^^^ weekday-mismatch: 4 March 2025 is a Tuesday, not a Wednesday.
```

Better: look it up, and put right the one that is wrong.

```story
The bridge at Brae opened on Tuesday 4 March 2025.
```

Not flagged: a day whose year the story does not give, but for two that no year has both of ("Monday, 3 June", "Friday, 17 June");
days that fit the year before or after just as well;
dates before 1753, when calendars differed; several days that share their weekdays ("Friday to Sunday, March 7-9").
Dates inside quotations are looked up like all others.

Options: none beside the level.

Reference: Reuters counts the day of the week among the first things to check before filing,
and NPR's accuracy checklist asks for dates and days to be looked up in a calendar.
"#,
    asks_relations: false,
    check,
};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn check(story: &Story, report: &mut Report<'_>) {
    for day in story.calendar.iter().filter(|day| !day.fits && day.missing_day.is_none()) {
        report_day(story, day, report);
    }
}

fn report_day(story: &Story, day: &CalendarDay, report: &mut Report<'_>) -> Option<()> {
    let date = &story.dates[day.date].mention;
    let (stated, right) = (weekday(date.weekday?)?, weekday(day.weekday?)?);
    let written = story.text_of(date.span);
    let place = weekday_in(story, date);
    let plain = without_weekday(written, place.map_or("", |span| story.text_of(span)));
    let year = match day.anchor {
        Some(_) => day.year.map_or(String::new(), |year| format!(" {year}")),
        None => String::new(),
    };
    let finding = report.at(date.span, format!("{plain}{year} is a {right}, not a {stated}."));
    finding.help("Look up which of the two is wrong: the date or the day of the week.");
    if let Some(anchor) = day.anchor {
        finding.relate(anchor, "the year is that of this date");
    }
    if let Some(span) = place {
        let title = format!("Change the day of the week to {right}");
        finding.fix(Fix { title, edits: vec![Edit { span, new_text: right.to_owned() }], safe: false });
    }
    Some(())
}

fn weekday(number: u8) -> Option<&'static str> {
    WEEKDAYS.get(usize::from(number).checked_sub(1)?).copied()
}

/// Where the date's words give the day of the week.
fn weekday_in(story: &Story, date: &Date) -> Option<Span> {
    let words = story.text_of(date.span);
    let short = weekday(date.weekday?)?.get(..3)?;
    let start = words.find(short)?;
    let length = words[start..].find(|mark: char| !mark.is_alphabetic()).unwrap_or(words.len() - start);
    let start = date.span.start + start as u32;
    Some(Span::new(start, start + length as u32))
}

/// "4 March 2025" of "Wednesday 4 March 2025" and of "4 March 2025, a Wednesday".
fn without_weekday<'a>(date: &'a str, weekday: &str) -> &'a str {
    let is_mark = |mark: char| mark.is_whitespace() || matches!(mark, ',' | '(' | ')' | '.');
    let Some((before, behind)) = date.split_once(weekday) else { return date };
    let behind = behind.trim_matches(is_mark);
    if behind.is_empty() {
        return before
            .trim_end_matches(is_mark)
            .trim_end_matches(" a")
            .trim_end_matches("(a")
            .trim_end_matches(is_mark);
    }
    let hours = ["morning", "afternoon", "evening", "night", "lunchtime"];
    let over = hours.iter().find_map(|hour| behind.strip_prefix(hour)).unwrap_or(behind).trim_start_matches(is_mark);
    over.strip_prefix("the ").unwrap_or(over)
}
