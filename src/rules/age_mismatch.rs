//! An age that a birth date and a later date contradict.

use super::given::{Given, fix_number};
use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::{Relation, RelationKind, Story};

pub(super) static RULE: Rule = Rule {
    name: "age-mismatch",
    summary: "somebody's age does not follow from the birth date",
    severity: Severity::Error,
    explanation: r#"
The story gives a person's age, when the person was born, and a day that the age speaks of: a death, a sentence,
the story's own. No birthday within the stated dates gives that age.

Families read obituaries with care, and courts read reports of trials.

```story
Ida Lund was born in 1980. She died in 2020 aged 45.
                                                 ^^ age-mismatch: Somebody born in 1980 was 39 or 40 in 2020, not 45.
```

A span of years gives both dates.

```story
Oda Corrin (1874–1938), who died at the age of 66, painted the canvas in a loft above the quay.
                                               ^^ age-mismatch: Somebody born in 1874 was 63 or 64 in 1938, not 66.
```

Better: check all three against a document.

```story
Ida Lund was born in 1980. She died in 2020 aged 40.
```

Not flagged: people with the same name as a relative; ages whose day the story does not give; ages of children in
months; an age that fits any of the days that it may speak of. Where only years are given, both ages of the year fit.
Ages inside quotations are reckoned like all others.

Options: none beside the level.

Reference: Malcolm Gibson's notes and NPR's accuracy checklist ask to recompute every age from its dates.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for relation in story.relations() {
        if relation.kind == RelationKind::Age && !relation.holds {
            report_age(story, relation, report);
        }
    }
}

fn report_age(story: &Story, relation: &Relation, report: &mut Report<'_>) -> Option<()> {
    let stated = story.figure_of(relation.stated)?;
    let [birth, day] = relation.beside.as_slice() else { return report_then(story, relation, report) };
    let given = Given::of(relation)?.words();
    let [born, then] = dates(story.text_of(*birth), story.text_of(*day)).map(|date| {
        let preposition = if date.contains(',') || date.split(' ').count() > 2 { "on" } else { "in" };
        format!("{preposition} {date}")
    });
    let message = format!("Somebody born {born} was {given} {then}, not {}.", story.text_of(stated.number));
    let finding = report.at(stated.number, message);
    finding.help("One of the dates is wrong, or the age.");
    finding.relate(*birth, "the birth");
    finding.relate(*day, "the day of the age");
    fix_number(story, relation, finding);
    Some(())
}

/// The words of the birth and of the day; one span of years, "1874–1938", gives both.
fn dates<'a>(birth: &'a str, day: &'a str) -> [&'a str; 2] {
    let span = if birth == day { birth.split_once(['–', '—', '-']) } else { None };
    span.map_or([birth, day], |(from, to)| [from.trim(), to.trim()])
}

/// "Ek, 22, who came in 2019 at the age of 11".
fn report_then(story: &Story, relation: &Relation, report: &mut Report<'_>) -> Option<()> {
    let (stated, now) = (story.figure_of(relation.stated)?, story.figure_of(*relation.operands.first()?)?);
    let then = *relation.beside.first()?;
    let given = Given::of(relation)?.words();
    let (said, today) = (story.text_of(stated.number), story.text_of(now.number));
    let message = format!("Somebody who is {today} now was {given} in {}, not {said}.", story.text_of(then));
    let finding = report.at(stated.number, message);
    finding.help("One of the ages is wrong, or the year.");
    finding.relate(now.number, "the age now");
    finding.relate(then, "when");
    fix_number(story, relation, finding);
    Some(())
}
