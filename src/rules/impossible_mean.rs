//! A mean that whole-number answers cannot have.

use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::{Relation, RelationKind, Story};

pub(super) static RULE: Rule = Rule {
    name: "impossible-mean",
    summary: "so many whole-number answers cannot have this mean",
    severity: Severity::Warning,
    explanation: r#"
A sentence gives the mean of marks in whole numbers, and how many people gave them.
All marks together make a whole number, so only some means are possible:
ten people can average 3.4 or 3.5, and nothing between.

Such a mean was rounded from another count, or mistyped.

```story
The 10 judges gave the pie an average score of 3.48, the fair said.
                                               ^^^^ impossible-mean: 10 whole scores cannot average 3.48; the nearest is 3.5.
```

Better: the mean that the scores give.

```story
The 10 judges gave the pie an average score of 3.5, the fair said.
```

Not flagged: means of so many answers that every printed one is possible;
marks in halves, weighted or adjusted means; money, measures and times, which come in fractions.

Options: none beside the level.

Reference: the test is known to statisticians as GRIM, granularity-related inconsistency of means.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for relation in story.relations() {
        if relation.kind == RelationKind::Mean && !relation.holds {
            report_mean(story, relation, report);
        }
    }
}

fn report_mean(story: &Story, relation: &Relation, report: &mut Report<'_>) -> Option<()> {
    let mean = story.figure_of(relation.stated)?;
    let count = story.figure_of(*relation.operands.first()?)?;
    let number = story.text_of(mean.number).split_whitespace().next()?;
    let places = number.split('.').nth(1).map_or(0, str::len) as u32;
    let (people, nearest) = (story.text_of(count.number), relation.printed?.round_dp(places + 1).normalize());
    let message = format!("{people} whole scores cannot average {number}; the nearest is {nearest}.");
    let finding = report.at(mean.number, message);
    finding.help("Ask how many answered, and for the mean as it was worked out.");
    finding.relate(count.number, format!("{people} answers"));
    Some(())
}
