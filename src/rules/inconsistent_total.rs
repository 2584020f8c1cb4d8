//! A total that its own parts contradict.

use rust_decimal::Decimal;

use super::{Report, Rule};
use crate::draft::Role;
use crate::extract::{Figure, Modifier};
use crate::finding::{Edit, Fix, Severity};
use crate::language::write_like;
use crate::story::{Relation, RelationKind, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "inconsistent-total",
    summary: "a total is not what its parts add up to",
    severity: Severity::Error,
    explanation: r#"
The story gives a total and its parts, and no values that the figures can stand for make the two agree.
The parts may stand in the same sentence, in the next, in a list or a table, or all over the story:
a headline's total is held against the same thing reported group by group further down.

A reader with a pencil finds out, and then doubts every other number too.

```story
Twelve people died: seven in Ayr, three in Troon and one in Irvine, the coastguard said.
^^^^^^ inconsistent-total: The parts add up to 11; the story says twelve.
```

Better: find out which figure is wrong, and put it right.

```story
Eleven people died: seven in Ayr, three in Troon and one in Irvine, the coastguard said.
```

Not flagged: lists that need not be complete ("including", "among them", "such as");
parts that give less than the total where nothing promises that they are all;
figures that rounding or a hedge ("about", "up to") lets fit; sums of percentages; other units or currencies.
"More than 500" speaks of a number near 500, up to 15 percent above.
Figures inside quotations are added up like all others.

Options: none beside the level.

Reference: the Society for Features Journalism and the Signal's copy-editing checklist ask to add up every list of figures;
Malcolm Gibson's notes for copy editors on numeracy count wrong totals among the slips that readers report first.
"#,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for relation in &story.relations {
        if relation.kind == RelationKind::Sum && !relation.holds {
            report_sum(story, relation, report);
        }
    }
}

fn report_sum(story: &Story, relation: &Relation, report: &mut Report<'_>) -> Option<()> {
    let stated = story.figure_of(relation.stated)?;
    let printed = relation.printed?;
    let operands: Vec<&Figure> = relation
        .operands
        .iter()
        .filter_map(|&operand| story.figure_of(operand))
        .map(|placed| &placed.mention)
        .collect();
    let is_exact = operands.iter().all(|figure| figure.modifier == Modifier::Plain);
    let number = story.text_of(stated.number);
    let amount = |value: Decimal| write_like(value, &digits(number, stated.value), stated.value);
    let result = match relation.low {
        Some(low) if !is_exact => {
            let open = operands.iter().any(|figure| figure.modifier == Modifier::MoreThan);
            let least = if open { "more than" } else { "at least" };
            format!("{least} {} for certain, {} as printed", amount(low), amount(printed))
        }
        _ => amount(printed),
    };
    let teller = teller(story, stated.block, &operands, is_exact);
    let message = format!(
        "The {} add up to {result}; {teller} says {}.",
        parts(story, relation),
        written(story, stated).to_lowercase()
    );
    let finding = report.at(stated.number, message);
    finding.help("Check the parts, then the total: one of them is wrong, or one is missing.");
    for figure in &operands {
        finding.relate(figure.number, written(story, figure));
    }
    if is_exact && relation.complete && stated.modifier == Modifier::Plain {
        let new_text = write_like(printed, number, stated.value);
        let title = format!("Change the total to {new_text}");
        finding.fix(Fix { title, edits: vec![Edit { span: stated.number, new_text }], safe: false });
    }
    Some(())
}

/// A number in words as digits: a sum is checked in digits.
fn digits(number: &str, value: Decimal) -> String {
    if number.contains(|mark: char| mark.is_ascii_digit()) { number.to_owned() } else { value.normalize().to_string() }
}

/// What the parts are called: groups where they are reported all over the story, with their number.
fn parts(story: &Story, relation: &Relation) -> String {
    let mut blocks: Vec<usize> =
        relation.operands.iter().filter_map(|&operand| story.figure_of(operand)).map(|figure| figure.block).collect();
    blocks.dedup();
    if blocks.len() < 2 || relation.stated > relation.operands[0] && blocks.len() == relation.operands.len() {
        return "parts".to_owned();
    }
    let count = Decimal::from(relation.operands.len());
    format!("{} groups", write_like(count, "three", Decimal::from(3)))
}

/// Who gives the total.
fn teller(story: &Story, block: usize, operands: &[&Figure], is_exact: bool) -> &'static str {
    match story.blocks[block].role {
        Role::Headline => "the headline",
        _ if operands.len() > 1 && is_exact => "the story",
        _ => "the total",
    }
}

/// The number as the story words it, with what bends it: "over 500", "500+".
fn written<'a>(story: &'a Story, figure: &Figure) -> &'a str {
    let end = figure.number.end as usize;
    let plus = u32::from(story.text[end..].starts_with('+'));
    story.text_of(Span::new(figure.span.start.min(figure.number.start), figure.number.end + plus))
}
