//! Two ages for one person.

use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::{Relation, RelationKind, Story};

pub(super) static RULE: Rule = Rule {
    name: "age-conflict",
    summary: "one person has two ages",
    severity: Severity::Error,
    explanation: r#"
The story gives one person's age twice, and the two differ.

Where a name is common, the age is what tells a reader who is meant.

```story
Jon Holm, 41, was held on Friday. A neighbor, Bo Ek, saw it.

Holm, 43, lives in Brae.
      ^^ age-conflict: Holm is 41 above and 43 here.
```

An age in the headline is that of the first person below who has one.

```story
# Man, 58, pulled from weir

A 53-year-old angler was pulled from the weir at Brae, the lock keeper said.
  ^^ age-conflict: The headline gives the age as 58; here it is 53.
```

Better: ask.

```story
Jon Holm, 41, was held on Friday. A neighbor, Bo Ek, saw it.

Holm lives in Brae.
```

Not flagged: relatives who share a name; a surname that several people in the story have; an age in the past
("then 27", "in 2011 Holm, 27,") or to come ("will be 44 in May"); ages inside quotations; ages that stand beside no name, but for
"the 43-year-old" and "the 43-year-old pilot" where nobody else can be meant.

Options: none beside the level.

Reference: NPR's accuracy checklist asks to check every age, and each mention against the others.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for relation in story.relations() {
        if relation.kind == RelationKind::SameAge && !relation.holds {
            report_ages(story, relation, report);
        }
    }
}

fn report_ages(story: &Story, relation: &Relation, report: &mut Report<'_>) -> Option<()> {
    let again = story.figure_of(relation.stated)?;
    let first = story.figure_of(*relation.operands.first()?)?;
    let (one, other) = (story.text_of(first.number), story.text_of(again.number));
    // Nobody is named where the headline has the age, or a sentence that has somebody die "at 88".
    let message = match relation.beside.first() {
        Some(&name) if !name.is_empty() => format!("{} is {one} above and {other} here.", story.text_of(name)),
        Some(_) => format!("The story gives the age as {one} above; here it is {other}."),
        None => format!("The headline gives the age as {one}; here it is {other}."),
    };
    report.at(again.number, message).relate(first.number, "the age above");
    Some(())
}
