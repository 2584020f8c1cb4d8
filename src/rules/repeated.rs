//! What the rules on repeated figures share: which of them a contradiction belongs to, and how it is told.

use rust_decimal::Decimal;

use super::Report;
use crate::draft::Role;
use crate::extract::{Figure, Modifier};
use crate::finding::{Edit, Fix};
use crate::language::write_like;
use crate::story::{Relation, RelationKind, Story};
use crate::text::Span;

/// Where a figure disagrees with the one that it repeats: each contradiction belongs to one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Anywhere, on another scale: million here, billion there.
    Scale,
    /// In the headline or the dek.
    Head,
    /// Under a picture.
    Caption,
    /// In the story itself.
    Body,
}

/// Reports every figure in `place` that does not repeat what it should.
pub(super) fn report_in(place: Place, story: &Story, report: &mut Report<'_>) {
    for relation in story.relations() {
        if relation.kind == RelationKind::Repeat && !relation.holds {
            report_one(place, story, relation, report);
        }
    }
}

fn report_one(place: Place, story: &Story, relation: &Relation, report: &mut Report<'_>) -> Option<()> {
    let stated = story.figure_of(relation.stated)?;
    let other = story.figure_of(*relation.operands.first()?)?;
    if place_of(story, (stated.block, stated), (other.block, other)) != place {
        return None;
    }
    let here = teller(story, stated.block, other.block);
    let there = if here == "this" { "the story above" } else { "the story" };
    let (this, that) = (written(story, stated), written(story, other));
    let finding = report.at(stated.number, format!("{} says {this}; {there} says {that}.", capitalised(here)));
    finding.help("Find out which of the two is right, and use it everywhere.");
    finding.relate(other.number, format!("{that} here"));
    if stated.modifier == Modifier::Plain && other.modifier == Modifier::Plain {
        finding.fix(same_figure(story, stated, other));
    }
    Some(())
}

/// The fix that writes `other` in the place of `stated`, in the manner of `stated`.
fn same_figure(story: &Story, stated: &Figure, other: &Figure) -> Fix {
    let number = story.text_of(stated.number);
    // A scale that differs is what is wrong, so it comes with the figure.
    let is_other_scale = is_another_scale(stated.value, other.value);
    let new_text = if is_other_scale || stated.kind != other.kind {
        story.text_of(other.number).to_owned()
    } else {
        write_like(other.value, number, stated.value)
    };
    Fix {
        title: format!("Change {number} to {new_text}"),
        edits: vec![Edit { span: stated.number, new_text }],
        safe: false,
    }
}

fn place_of(story: &Story, stated: (usize, &Figure), other: (usize, &Figure)) -> Place {
    if is_another_scale(stated.1.value, other.1.value) { Place::Scale } else { place_in(story, stated.0, other.0) }
}

/// Where the block stands. A first line before the figure that it repeats is the headline, however it is set.
fn place_in(story: &Story, block: usize, other: usize) -> Place {
    match story.blocks[block].role {
        Role::Headline | Role::Dek => Place::Head,
        Role::Caption => Place::Caption,
        _ if block < other => Place::Head,
        _ => Place::Body,
    }
}

/// Whether the two have the same digits, a thousand or a million times apart.
fn is_another_scale(one: Decimal, other: Decimal) -> bool {
    let (low, high) = (one.min(other), one.max(other));
    let times = if low > Decimal::ZERO { high.checked_div(low) } else { None };
    times.is_some_and(|times| times == Decimal::ONE_THOUSAND || times == Decimal::from(1_000_000))
}

fn teller(story: &Story, block: usize, other: usize) -> &'static str {
    match (story.blocks[block].role, place_in(story, block, other)) {
        (Role::Dek, _) => "the dek",
        (_, Place::Head) => "the headline",
        (_, Place::Caption) => "the caption",
        _ => "this",
    }
}

fn capitalised(words: &str) -> String {
    words[..1].to_uppercase() + &words[1..]
}

/// The number as the story words it, with what bends it: "over 500".
fn written<'a>(story: &'a Story, figure: &Figure) -> &'a str {
    story.text_of(Span::new(figure.span.start.min(figure.number.start), figure.number.end))
}
