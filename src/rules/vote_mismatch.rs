//! A vote whose margin does not follow from its sides.

use rust_decimal::Decimal;

use super::inconsistent_total::{is_of_vote, report_sum};
use super::{Report, Rule};
use crate::extract::{Figure, FigureKind};
use crate::finding::{Edit, Fix, Severity};
use crate::language::write_like;
use crate::story::{Relation, RelationKind, Story};

pub(super) static RULE: Rule = Rule {
    name: "vote-mismatch",
    summary: "a vote does not give the margin that the story names, or is told twice with other numbers",
    severity: Severity::Error,
    explanation: r#"
A sentence gives both sides of a vote and how far they lie apart, and the two do not agree;
or the story comes back to a vote with another number on one side ("voted 5-4 …, with seven members backing it").
More votes than members, and a majority or two-thirds passed or missed by another number than the seats give
("won 37 of the 70 seats, three more than a majority"), are asked about, too.

Votes are on the public record: somebody was there, and counted.

```story
Members of the Brae golf club voted 52-44 to admit dogs, by a margin of 10.
                                                                        ^^ vote-mismatch: 52-44 is a margin of 8, not 10.
```

Better: the margin that the votes give.

```story
Members of the Brae golf club voted 52-44 to admit dogs, by a margin of 8.
```

Not flagged: a vote told from the other side ("19 votes to 28" after "28 to 19");
margins in percentage points; an overall majority, which counts every other side;
scores on aggregate or on penalties; several votes in one sentence.

Options: none beside the level.

Reference: newspapers' own reviews of their corrections name sums of votes and seats among the slips that readers write in about.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for relation in story.relations() {
        if relation.kind == RelationKind::Vote && !relation.holds {
            report_vote(story, relation, report);
        }
        if !relation.holds && is_of_vote(story, relation) {
            report_sum(story, relation, report);
        }
    }
}

/// "A majority", "half".
fn with_article(goal: &str) -> String {
    if goal == "majority" { format!("a {goal}") } else { goal.to_owned() }
}

/// By how much a goal was missed, or passed where the number is below zero.
fn past(short: Decimal) -> String {
    if short < Decimal::ZERO {
        format!("{} more than", short.abs().normalize())
    } else {
        format!("{} short of", short.normalize())
    }
}

/// More words than this between two sides tell of something else.
const LONGEST: usize = 5;

fn report_vote(story: &Story, relation: &Relation, report: &mut Report<'_>) -> Option<()> {
    let stated = story.figure_of(relation.stated)?;
    let sides: Vec<&Figure> =
        relation.operands.iter().filter_map(|&side| story.figure_of(side)).map(|placed| &placed.mention).collect();
    let (first, last) = (sides.first()?, sides.last()?);
    let number = story.text_of(stated.number);
    let told = story.text_of(first.number.to(last.number));
    // Where the sides stand apart in the sentence, what lies between says nothing of the vote.
    let vote = if told.split_whitespace().count() <= LONGEST {
        told.to_owned()
    } else {
        format!("{} to {}", story.text_of(first.number), story.text_of(last.number))
    };
    let margin = relation.printed?;
    // "With 48 of the 101 seats it has a majority"
    if relation.cue.is_some() {
        let (held, all) = (story.text_of(first.number), story.text_of(last.number));
        let goal = relation.cue.map_or("", |cue| story.text_of(cue));
        let message = match (stated.kind, sides.len()) {
            (FigureKind::Share, _) => {
                format!("{held} is {} percent, less than {number}.", margin.round_dp(1).normalize())
            }
            (_, 2) => format!("{held} of {all} is {} {}, not {number}.", past(margin), with_article(goal)),
            _ if first.kind == FigureKind::Score => {
                format!("{held} is {} {}, not {number}.", past(margin), with_article(goal))
            }
            _ => format!("{number} of {held} is not more than half."),
        };
        let finding = report.at(stated.number, message);
        finding.help("Check the seats, and whether it is a majority.").relate(first.number, "all of them");
        return Some(());
    }
    if !relation.beside.is_empty() {
        let message = format!("{} are named on one side; the vote is {number}.", margin.normalize());
        let finding = report.at(stated.number, message);
        finding.help("Check the record of the vote.");
        for (number, &name) in (1..=20_usize).zip(&relation.beside) {
            finding.relate(name, format!("name {number}"));
        }
        return Some(());
    }
    if stated.kind == FigureKind::Score {
        let finding = report.at(stated.number, format!("This says {number}; the vote above is {vote}."));
        finding.help("Check the record of the vote.").relate(first.number, format!("{vote} here"));
        return Some(());
    }
    if !relation.complete {
        let finding = report.at(stated.number, format!("{vote} has no side of {number}."));
        finding.help("Check the record of the vote.").relate(first.number, format!("{vote} here"));
        return Some(());
    }
    let message = format!("{vote} is a margin of {}, not {number}.", margin.normalize());
    let finding = report.at(stated.number, message);
    finding.help("Check both sides of the vote, then the margin.");
    for side in &sides {
        finding.relate(side.number, story.text_of(side.number));
    }
    let new_text = write_like(margin, number, stated.value);
    let title = format!("Change the margin to {new_text}");
    finding.fix(Fix { title, edits: vec![Edit { span: stated.number, new_text }], safe: false });
    Some(())
}
