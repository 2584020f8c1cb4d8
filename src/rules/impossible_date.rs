//! A day that its month does not have.

use super::{Report, Rule};
use crate::finding::Severity;
use crate::language::MONTH_NAMES;
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "impossible-date",
    summary: "the month has no such day",
    severity: Severity::Error,
    explanation: r#"
The date does not exist: a 31st in a month of 30 days, or a Feb. 29 in a year that has none.

Whatever the right date is, a reader cannot guess it.

```story
Bids for the pier at Brae close on 31 June.
                                   ^^^^^^^ impossible-date: June has no 31st.
```

Better: find out the date.

```story
Bids for the pier at Brae close on 30 June.
```

Not flagged: Feb. 29 without a year; a number behind a month that may count something ("In June 31 homes burned").
Dates inside quotations are looked up like all others.

Options: none beside the level.

Reference: NPR's accuracy checklist asks to check dates against a calendar.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for day in &story.calendar {
        let date = &story.dates[day.date];
        let month = date.month.and_then(|month| MONTH_NAMES.get(usize::from(month).checked_sub(1)?));
        let (Some(missing), Some(month)) = (day.missing_day, month) else { continue };
        // Only February's length hangs on the year.
        let year = date.year.filter(|_| missing == 29).map_or(String::new(), |year| format!(" {year}"));
        report.at(date.span, format!("{month}{year} has no {missing}{}.", ending(missing)));
    }
}

/// Of the ordinal: no month lacks a day below the 29th.
fn ending(day: u8) -> &'static str {
    match day {
        31 => "st",
        32 => "nd",
        33 => "rd",
        _ => "th",
    }
}
