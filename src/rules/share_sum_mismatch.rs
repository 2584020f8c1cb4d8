//! Shares of one whole that do not make 100 percent.

use rust_decimal::Decimal;

use super::outcome::shares_given;
use super::{Report, Rule};
use crate::finding::{Edit, Fix, Severity};
use crate::language::write_like;
use crate::story::{Relation, RelationKind, Story};

pub(super) static RULE: Rule = Rule {
    name: "share-sum-mismatch",
    summary: "the shares of one whole do not make 100 percent",
    severity: Severity::Warning,
    explanation: r#"
A sentence gives the shares of one whole and says that they are all of it:
it names the rest, the owners, the parts, or the undecided of a poll. They make more or less than 100 percent.

```story
Of the money, 60 percent will go to schools, 25 percent to roads and the remaining 25 percent to parks, the mayor said.
                                                                                   ^^^^^^^^^^ share-sum-mismatch: The shares make 110 percent.
```

Better: shares that make a whole.

```story
Of the money, 60 percent will go to schools, 25 percent to roads and the remaining 15 percent to parks, the mayor said.
```

Not flagged: sums that rounding explains, half a point for each share;
shares that nothing says are all; polls in which people may give more than one answer;
shares of other wholes ("40 percent of men and 35 percent of women"), of other times, or that overlap.

Options: none beside the level.

Reference: the Signal's checklist for copy editors asks whether percentages that should make 100 do.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for relation in story.relations() {
        if relation.kind == RelationKind::Shares && !relation.holds {
            report_shares(story, relation, report);
        }
    }
}

fn report_shares(story: &Story, relation: &Relation, report: &mut Report<'_>) -> Option<()> {
    let last = story.figure_of(relation.stated)?;
    let left = relation.printed?;
    let message = format!("The shares make {} percent.", shares_given(relation, last.value)?);
    let finding = report.at(last.number, message);
    finding.help("Check each share, and that none is counted twice or left out.");
    for share in relation.operands.iter().filter_map(|&operand| story.figure_of(operand)) {
        finding.relate(share.number, story.text_of(share.number));
    }
    if relation.complete && left > Decimal::ZERO {
        let number = story.text_of(last.number);
        let new_text = write_like(left, number, last.value);
        let title = format!("Change the last share to {new_text}");
        finding.fix(Fix { title, edits: vec![Edit { span: last.number, new_text }], safe: false });
    }
    Some(())
}
