//! A lead in a poll that its margin of error does not bear out.

use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::{Relation, RelationKind, Story};

pub(super) static RULE: Rule = Rule {
    name: "lead-within-margin",
    summary: "a poll lead is smaller than the poll's margin of error",
    severity: Severity::Warning,
    explanation: r#"
The story says that somebody leads in a poll, by less than the margin of error that it gives.

The poll does not tell who leads: asked again, it might put the other side in front.

```story
Moss leads Brand by 46 percent to 44 percent, the Orrin Institute said.
                    ^^^^^^^^^^ lead-within-margin: The lead is 2 points; the poll's margin of error is 3.

The poll of 1,004 voters has a margin of error of 3 percentage points, the institute said.
```

Better: what the poll tells.

```story
Moss and Brand are tied: 46 percent to 44 percent, the Orrin Institute said.

The poll of 1,004 voters has a margin of error of 3 percentage points, the institute said.
```

Not flagged: leads as large as the margin or larger; stories that say that the race is tied, too close to call
or within the margin; leads among some of those polled; stories with several margins of error.

Options: none beside the level.

Reference: the Associated Press asks not to call a candidate ahead on a lead smaller than the margin of error.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for relation in story.relations() {
        if relation.kind == RelationKind::Lead && !relation.holds {
            report_lead(story, relation, report);
        }
    }
}

fn report_lead(story: &Story, relation: &Relation, report: &mut Report<'_>) -> Option<()> {
    let margin = story.figure_of(relation.stated)?;
    let mut shares = relation.operands.iter().filter_map(|&share| story.figure_of(share));
    let (lead, error) = (relation.printed?.normalize(), margin.value.abs().normalize());
    let message = format!("The lead is {lead} points; the poll's margin of error is {error}.");
    let finding = report.at(shares.next()?.number, message);
    finding.help("Say that the race is close, or that the lead is within the margin of error.");
    for share in shares {
        finding.relate(share.number, story.text_of(share.number));
    }
    finding.relate(margin.number, "the margin of error");
    if let Some(cue) = relation.cue {
        finding.relate(cue, "the word for it");
    }
    Some(())
}
