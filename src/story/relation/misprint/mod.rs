//! Numbers that look mistyped, whatever the words around them are: "214 checks" and "241 checks", or a total that its parts
//! miss by one digit.
//!
//! The digits themselves are the evidence. That two numbers of three digits differ in two neighbours that changed places, or
//! that a run of numbers adds up to its neighbour but for one digit, hardly ever happens by chance; so these finders come last,
//! ask for few words and leave alone what any other reading has tied.

mod again;
mod apart;
mod digits;
mod each;
mod fold;
mod points;
mod priced;
mod rate;
mod rest;
mod shares;
mod sum;
mod thousands;
mod untold;
mod years;

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use super::telling::Telling;
use super::thing;
use super::{ClaimId, Entry, Relation, RelationKind, Story};
use crate::draft::Role;
use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::{Token, is_one_of};
use crate::story::Placed;

/// The figures that a wrong digit sets against others, as far as the `known` relations leave them alone.
pub(super) fn find(
    story: &Story,
    entries: &[Entry<'_>],
    tellings: &[Telling<'_>],
    known: &[Relation],
) -> Vec<Relation> {
    let ledger = Ledger::of(known);
    let mut found = sum::find(story, entries, &ledger);
    found.extend(rest::find(story, entries, &ledger));
    found.extend(apart::find(story, entries, &ledger));
    found.extend(fold::find(story, entries, &ledger));
    found.extend(points::find(story, entries, &ledger));
    // Where a list closes with what remains, its own sum says so already.
    let of_lists = Ledger::of(&found);
    let thousands = thousands::find(story, entries, &ledger);
    found.extend(thousands.into_iter().filter(|part| !of_lists.doubts(part.stated)));
    found.extend(priced::find(story, entries, &ledger));
    found.extend(years::find(story, entries, &ledger));
    found.extend(rate::find(story, entries, &ledger));
    found.extend(shares::find(story, entries, &ledger));
    let ledger_of_prices = Ledger::of(&found);
    let each = each::find(story, entries, &ledger);
    found.extend(each.into_iter().filter(|it| !ledger_of_prices.doubts(it.stated)));
    let of_sums = Ledger::of(&found);
    let again = again::find(story, tellings, &ledger);
    found.extend(again.into_iter().filter(|repeat| !of_sums.doubts(repeat.stated)));
    let doubts = Ledger::of(&found);
    let untold = untold::find(story, tellings, &ledger);
    found.extend(untold.into_iter().filter(|repeat| !doubts.doubts(repeat.stated)));
    found
}

/// What the other finders have made of the figures.
pub(super) struct Ledger {
    /// Those that add up, or otherwise agree, with others.
    borne_out: FxHashSet<ClaimId>,
    /// Those that a finding speaks of.
    doubted: FxHashSet<ClaimId>,
}

impl Ledger {
    pub(super) fn of(known: &[Relation]) -> Self {
        let mut ledger = Self { borne_out: FxHashSet::default(), doubted: FxHashSet::default() };
        for relation in known {
            let claims = relation.operands.iter().copied().chain([relation.stated]);
            match (relation.holds, relation.kind) {
                (true, RelationKind::Repeat) => {}
                (true, _) => ledger.borne_out.extend(claims),
                (false, _) => ledger.doubted.extend(claims),
            }
        }
        ledger
    }

    pub(super) fn bears_out(&self, claim: ClaimId) -> bool {
        self.borne_out.contains(&claim)
    }

    pub(super) fn doubts(&self, claim: ClaimId) -> bool {
        self.doubted.contains(&claim)
    }

    /// Whether nobody has tied it.
    pub(super) fn is_free(&self, claim: ClaimId) -> bool {
        !self.bears_out(claim) && !self.doubts(claim)
    }
}

/// Whether a figure is one number of things, money or a measure, which may be added up.
fn is_amount(entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    matches!(figure.kind, FigureKind::Count | FigureKind::Money | FigureKind::Measure | FigureKind::Index)
        && figure.pair.is_none()
        && figure.modifier == Modifier::Plain
        && Decimal::ZERO < figure.value
        && !is_plural(entry.number)
}

/// "Millions", "dozens": no number of their own.
fn is_plural(number: &str) -> bool {
    number.ends_with('s') && !number.contains(|letter: char| letter.is_ascii_digit())
}

/// Whether two figures are in the same currency or measure, or both count.
fn is_like(one: &Figure, other: &Figure) -> bool {
    let counts = |kind: FigureKind| matches!(kind, FigureKind::Count | FigureKind::Index);
    let is_same = || one.kind == FigureKind::Percentage || thing::head_of(one) == thing::head_of(other);
    counts(one.kind) && counts(other.kind) || one.kind == other.kind && is_same()
}

/// Whether a block is running text, an item of a list, or a line that may be one: the last of a list looks like a heading.
fn is_text(story: &Story, block: usize) -> bool {
    matches!(story.blocks[block].role, Role::Paragraph | Role::ListItem | Role::Subhead)
}

/// The figures in sentences no farther than `reach` from that of a figure, in its paragraph and those beside it.
fn near<'e, 'a>(
    entries: &'e [Entry<'a>],
    figure: &Placed<Figure>,
    reach: usize,
) -> impl Iterator<Item = &'e Entry<'a>> + use<'e, 'a> {
    let (first, last, block) = (figure.sentence.saturating_sub(reach), figure.sentence + reach, figure.block);
    let start = entries.partition_point(|entry| entry.figure.sentence < first);
    let near = entries[start..].iter().take_while(move |entry| entry.figure.sentence <= last);
    near.filter(move |entry| entry.figure.block.abs_diff(block) <= 1)
}

/// Whether one of the words stands near a number in its sentence: `before` it or `behind` it, no farther than `reach` words.
fn says_near(story: &Story, figure: &Placed<Figure>, reach: usize, before: &[&str], behind: &[&str]) -> bool {
    let text = story.text_of(story.blocks[figure.block].span);
    let is = |token: &Token, words: &[&str]| is_one_of(token.of(text), words);
    let ahead = story.tokens_before(figure.sentence, figure.number.start).iter().rev().take(reach);
    let after = story.tokens_behind(figure.sentence, figure.number.end).iter().take(reach);
    ahead.into_iter().any(|token| is(token, before)) || after.into_iter().any(|token| is(token, behind))
}
