//! A promised number of things, and a list with another.

use super::given::{Given, bare_number, fix_number};
use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::{Relation, RelationKind, Story};

pub(super) static RULE: Rule = Rule {
    name: "list-count-mismatch",
    summary: "a list does not have as many items as are promised",
    severity: Severity::Warning,
    explanation: r#"
The story says how many there are and then names them, and the list has more items or fewer.
The list may stand behind a colon, between dashes, in brackets, behind "are", beside its noun, in bullets,
or under numbered subheads that the headline promises.

A reader who counts wonders who was left out.

```story
The mayor gave three reasons: cost and time.
               ^^^^^ list-count-mismatch: Three are promised; the list gives 2.
```

Better: find the item that is missing, or count again.

```story
The mayor gave two reasons: cost and time.
```

Not flagged: lists that need not be complete ("including", "such as", "and others"); "three of the four parties",
of which three are named; hedged numbers; lists whose items are counts themselves, which `inconsistent-total` adds up;
lists of names where a comma or "and" may belong to a name; a list that differs by more than three.
Numbers inside quotations are held against their lists like all others.

Options: none beside the level.

Reference: Malcolm Gibson's notes and the Signal's copy-editing checklist ask to count the items of every list.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for relation in story.relations() {
        if relation.kind == RelationKind::Count && !relation.holds {
            report_count(story, relation, report);
        }
    }
}

fn report_count(story: &Story, relation: &Relation, report: &mut Report<'_>) -> Option<()> {
    let stated = story.figure_of(relation.stated)?;
    let given = Given::of(relation)?;
    let number = story.text_of(bare_number(story, stated.number));
    let promised = number[..1].to_uppercase() + &number[1..];
    let finding = report.at(stated.number, format!("{promised} are promised; the list gives {}.", given.words()));
    finding.help("An item is missing, or the number is wrong.");
    for (number, &item) in (1..=20_usize).zip(&relation.beside) {
        finding.relate(item, format!("item {number}"));
    }
    fix_number(story, relation, finding);
    Some(())
}
