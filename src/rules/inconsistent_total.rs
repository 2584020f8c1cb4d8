//! A total that its own parts contradict.

use rust_decimal::Decimal;

use super::outcome::sum_given;
use super::working::Working;
use super::{Report, Rule};
use crate::draft::{Place, Role};
use crate::extract::{Figure, FigureKind, Modifier};
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
parts that give less than the total where nothing promises that they are all, unless they miss a long number beside them
by one digit; figures that rounding or a hedge ("about", "up to") lets fit; sums of percentages; other units or currencies.
"More than 500" speaks of a number near 500, up to 15 percent above.
Figures inside quotations are added up like all others.

Options: none beside the level.

Reference: the Signal's copy-editing checklist asks to add up every list of figures;
Malcolm Gibson's notes for copy editors on numeracy count wrong totals among the slips that readers report first.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for relation in story.relations() {
        let is_slip = || {
            let working = Working::of(story, relation);
            working.is_some_and(|working| working.is_on_another_scale() || working.slipped_part().is_some())
        };
        // Thousands for millions are `magnitude-slip`'s.
        if relation.kind == RelationKind::Sum && !relation.holds && !is_of_vote(story, relation) && !is_slip() {
            report_sum(story, relation, report);
        }
    }
}

/// Whether the sum is that of a vote, "6-4", which is `vote-mismatch`'s.
pub(super) fn is_of_vote(story: &Story, relation: &Relation) -> bool {
    let is_score = |figure: &Figure| figure.kind == FigureKind::Score;
    relation.kind == RelationKind::Sum
        && relation.operands.iter().any(|&operand| story.figure_of(operand).is_some_and(|figure| is_score(figure)))
}

/// Says what the parts of the relation add up to.
pub(super) fn report_sum(story: &Story, relation: &Relation, report: &mut Report<'_>) -> Option<()> {
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
    let result = sum_given(story, relation)?;
    let teller = teller(story, stated.block, is_exact);
    let message =
        format!("The {} add up to {result}; {teller} says {}.", parts(story, relation), small(written(story, stated)));
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

/// A number in words in small letters, as within a sentence; "R45 million" stays as it is.
fn small(number: &str) -> String {
    if number.contains(|mark: char| mark.is_ascii_digit()) { number.to_owned() } else { number.to_lowercase() }
}

/// What the parts are called: groups where they are reported all over the story, with their number.
fn parts(story: &Story, relation: &Relation) -> String {
    if is_of_vote(story, relation) {
        return "votes".to_owned();
    }
    let mut blocks: Vec<usize> =
        relation.operands.iter().filter_map(|&operand| story.figure_of(operand)).map(|figure| figure.block).collect();
    blocks.dedup();
    let is_listed = blocks.iter().any(|&block| story.blocks[block].place != Place::Flow);
    if blocks.len() < 2 || is_listed {
        return "parts".to_owned();
    }
    let count = Decimal::from(relation.operands.len());
    format!("{} groups", write_like(count, "three", Decimal::from(3)))
}

/// Who gives the total.
fn teller(story: &Story, block: usize, is_exact: bool) -> &'static str {
    match story.blocks[block].role {
        Role::Headline => "the headline",
        _ if is_exact => "the story",
        _ => "the total",
    }
}

/// The number as the story words it, with what bends it: "over 500", "500+".
fn written<'a>(story: &'a Story, figure: &Figure) -> &'a str {
    let end = figure.number.end as usize;
    let plus = u32::from(story.text[end..].starts_with('+'));
    story.text_of(Span::new(figure.span.start.min(figure.number.start), figure.number.end + plus))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use expect_test::{Expect, expect};

    use crate::analysis::Reader;
    use crate::config::Settings;
    use crate::draft::Format;

    #[expect(clippy::needless_pass_by_value, reason = "an expectation is written in place")]
    fn check(text: &str, expected: Expect) {
        let analysis = Reader::new(Settings::default()).read(text, Format::Plain);
        let mut lines = String::new();
        for finding in analysis.findings().iter().filter(|finding| finding.rule == super::RULE.name) {
            let parts: Vec<&str> = finding.related.iter().map(|related| related.message.as_str()).collect();
            let fixes: Vec<&str> = finding.fixes.iter().map(|fix| fix.title.as_str()).collect();
            let (words, message) = (finding.span.of(text), &finding.message);
            let _ = writeln!(lines, "{words}: {message} [{}] {}", parts.join("; "), fixes.join("; "));
        }
        expected.assert_eq(&lines);
    }

    #[test]
    fn the_message_gives_both_sums_and_the_fix_keeps_the_style() {
        check(
            "Twelve died: seven in Ayr, three in Troon and one in Irvine.",
            expect![[r#"
            Twelve: The parts add up to 11; the story says twelve. [seven; three; one] Change the total to Eleven
        "#]],
        );
        check(
            "The £3.2bn plan is made up of £1.2bn for rail and £1.4bn for roads.",
            expect![[r#"
            £3.2bn: The parts add up to £2.6bn; the story says £3.2bn. [£1.2bn; £1.4bn] Change the total to £2.6bn
        "#]],
        );
    }

    #[test]
    fn open_parts_are_given_for_certain_and_as_printed_and_have_no_fix() {
        check(
            "The raids killed 200 people: over 150 in Ayr, up to 40 in Troon and over 90 in Irvine.",
            expect![[r#"
            200: The parts add up to more than 240 for certain, 280 as printed; the total says 200. [over 150; up to 40; over 90] 
        "#]],
        );
    }

    #[test]
    fn groups_all_over_the_story_are_counted_and_the_headline_is_named() {
        let story = "Fires destroy 150 homes\n\nFires swept the coast on Friday, officials said.\n\n\
                     Dell County lost 84 homes to the fires, a survey shows.\n\n\
                     Ash Creek County lost 63 homes, its sheriff said.\n\n\
                     In Salt County, 37 homes burned.\n";
        check(
            story,
            expect![[r#"
            150: The three groups add up to 184; the headline says 150. [84; 63; 37] 
        "#]],
        );
    }

    #[test]
    fn a_list_that_says_it_is_not_complete_is_left_alone() {
        check("The storm killed 12 people, including seven in Ayr and three in Troon.", expect![[""]]);
    }
}
