//! A number of years that its own two dates contradict.

use super::anniversary::{Miscount, miscounts};
use super::given::{Given, bare_number, fix_number};
use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::{Relation, RelationKind, Story};

pub(super) static RULE: Rule = Rule {
    name: "duration-mismatch",
    summary: "the time between two dates is not the one that is stated",
    severity: Severity::Error,
    explanation: r#"
The story says from when to when something lasted, and for how long, and the two do not agree.
Years may be counted with or without the first; months and days are looked up in the calendar, hours by the clock.
The age of a building or a club, an anniversary and the number of a term in office are counted up to the day of the story.

The reader who takes away the one number has a different story from the reader who takes away the other.

```story
Ida Lund led the Brae museum for 20 years from 1998 to 2012.
                                 ^^ duration-mismatch: From 1998 to 2012 is 14 or 15 years, not 20.
```

Better: find out which of the three numbers is wrong.

```story
Ida Lund led the Brae museum for 14 years from 1998 to 2012.
```

Not flagged: years of something else ("jailed for ten years for frauds between 2001 and 2005", "two four-year terms
from 2009 to 2017"); figures that a hedge ("nearly", "about") lets fit; seasons ("2016-17"); stretches with one date only.
Figures inside quotations are reckoned like all others.

Options: none beside the level.

Reference: Malcolm Gibson's notes for copy editors ask to subtract the dates whenever a story gives both ends.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for relation in story.relations() {
        if relation.kind == RelationKind::Duration && !relation.holds {
            report_duration(story, relation, report);
        }
    }
    for Miscount { at, message, years: [from, to] } in miscounts(story) {
        let finding = report.at(at, message);
        finding.help("One of the years is wrong, or the count.").relate(from, "from when").relate(to, "to when");
    }
}

fn report_duration(story: &Story, relation: &Relation, report: &mut Report<'_>) -> Option<()> {
    let stated = story.figure_of(relation.stated)?;
    // An hour and a half is no whole number.
    let given = Given::of(relation).map(Given::words).or_else(|| Some(relation.low?.to_string()))?;
    // The age of a thing has no unit of its own: it counts years.
    let unit = stated.unit.as_ref().map_or("year", |unit| unit.head.as_str());
    let number = story.text_of(stated.number);
    let bare = if number.contains(" and ") { number } else { story.text_of(bare_number(story, stated.number)) };
    let said = bare.to_lowercase();
    let dates: Vec<&str> = relation.beside.iter().map(|&span| story.text_of(span)).collect();
    let stretch = match dates.as_slice() {
        [from, to] => format!("From {from} to {to}"),
        _ => dates.concat(),
    };
    let finding = report.at(stated.number, format!("{stretch} is {given} {unit}s, not {said}."));
    finding.help("One of the dates is wrong, or the length.");
    for (&end, role) in relation.beside.iter().zip(["from when", "to when"]) {
        finding.relate(end, role);
    }
    fix_number(story, relation, finding);
    Some(())
}
