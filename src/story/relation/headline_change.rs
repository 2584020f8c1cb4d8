//! By how much a headline has something go up or down, against the only change that is told with both its ends below: "profit
//! up by a third" over "8.5 billion, up from 6.8 billion … the rise of 25 per cent".

use rust_decimal::Decimal;

use super::line::way_of;
use super::repeat::contradiction;
use super::telling::words_of;
use super::{Entry, Relation, RelationKind, Story, exact};
use crate::draft::Role;
use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::is_one_of;
use crate::story::Placed;

/// In how many blocks below a headline its change is told.
const FIRST: usize = 6;

/// Percentages in a headline are rounded, and words for shares loose.
const LOOSE: i64 = 2;

/// The changes of the headline and the dek that the change below is not; `known` are the relations found without.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    let is_head = |entry: &&Entry<'_>| matches!(story.blocks[entry.figure.block].role, Role::Headline | Role::Dek);
    let heads = entries.iter().filter(is_head).filter(|entry| is_change(story, entry.figure));
    heads.filter_map(|head| against_only(story, entries, known, head)).collect()
}

/// "Up by a third", "jumps 30%", "cut by a quarter".
fn is_change(story: &Story, figure: &Placed<Figure>) -> bool {
    let is_share = matches!(figure.kind, FigureKind::Share | FigureKind::Percentage);
    if !is_share || !matches!(figure.modifier, Modifier::Plain | Modifier::About) || figure.pair.is_some() {
        return false;
    }
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    let mut near = before.iter().rev().map(|token| token.of(text));
    let is_way = |word: &str| way_of(word).is_some() || is_one_of(word, &["up", "down", "cut", "cuts"]);
    match near.next() {
        Some(word) if is_one_of(word, &["by"]) => near.next().is_some_and(is_way),
        Some(word) => is_way(word),
        None => false,
    }
}

fn against_only(story: &Story, entries: &[Entry<'_>], known: &[Relation], head: &Entry<'_>) -> Option<Relation> {
    let figure = head.figure;
    let is_told = |other: &&Entry<'_>| {
        let is_share = matches!(other.figure.kind, FigureKind::Share | FigureKind::Percentage);
        other.claim != head.claim && is_share && meets(figure, percent_of(other.figure))
    };
    if entries.iter().any(|entry| is_told(&entry)) || known.iter().any(|it| it.stated == head.claim && !it.holds) {
        return None;
    }
    let entry_of = |claim| entries.iter().find(|entry| entry.claim == claim);
    let is_near = |entry: &Entry<'_>| figure.block < entry.figure.block && entry.figure.block <= figure.block + FIRST;
    let changes = known.iter().filter(|it| matches!(it.kind, RelationKind::PercentChange | RelationKind::Direction));
    let mut changes = changes.filter(|it| it.holds && entry_of(it.stated).is_some_and(is_near));
    let change = changes.by_ref().find(|it| it.kind == RelationKind::PercentChange).or_else(|| {
        known
            .iter()
            .find(|it| it.kind == RelationKind::Direction && it.holds && entry_of(it.stated).is_some_and(is_near))
    })?;
    let stated = entry_of(change.stated)?;
    let ends: Vec<&Entry<'_>> = change.operands.iter().filter_map(|&claim| entry_of(claim)).collect();
    let of_all = known.iter().filter(|it| it.kind == RelationKind::PercentChange && it.holds);
    let is_only =
        of_all.filter(|it| entry_of(it.stated).is_some_and(|entry| figure.block < entry.figure.block)).count() == 1;
    let is_named = || {
        let (one, other) = (words_of(story, figure.sentence), words_of(story, stated.figure.sentence));
        let first = ends.first().map(|end| words_of(story, end.figure.sentence)).unwrap_or_default();
        one.iter().any(|stem| other.binary_search(stem).is_ok() || first.binary_search(stem).is_ok())
    };
    if change.kind == RelationKind::PercentChange {
        let is_other = !meets(figure, percent_of(stated.figure)) && (is_only || is_named());
        return is_other.then(|| contradiction(stated, head));
    }
    let [from] = ends[..] else { return None };
    let apart = (stated.figure.value - from.figure.value).abs().checked_mul(Decimal::ONE_HUNDRED)?;
    let given = apart.checked_div(from.figure.value)?.round_dp(1);
    let is_other = !meets(figure, given) && is_named() && from.figure.kind == stated.figure.kind;
    is_other.then(|| exact(RelationKind::PercentChange, head.claim, vec![from.claim, stated.claim], given, false))
}

/// A share in percent.
fn percent_of(figure: &Figure) -> Decimal {
    if figure.kind == FigureKind::Share {
        let middle = figure.interval.low.zip(figure.interval.high).map(|(low, high)| (low + high) / Decimal::TWO);
        return middle.unwrap_or(figure.value);
    }
    figure.value
}

fn meets(head: &Figure, percent: Decimal) -> bool {
    let loose = Decimal::from(LOOSE);
    let low = head.interval.low.unwrap_or(head.value);
    let high = head.interval.high.unwrap_or(head.value);
    low - loose <= percent && percent <= high + loose
}

#[cfg(test)]
mod tests {
    use crate::story::testing::read;

    #[test]
    fn a_headline_has_a_thing_change_as_the_story_does() {
        let below = "The mill made 8.5 million sacks in the year, up from 6.8 million a year earlier, Ada Ek said. She put the rise of 25 per cent down to rain.";
        for (head, is_wrong) in [
            ("Mill's output up by a third", true),
            ("Mill's output up by a quarter", false),
            ("Mill's output up 25%", false),
            ("Mill's output jumps 35%", true),
        ] {
            let story = read(&format!("{head}\n\n{below}"));
            assert_eq!(story.relations().iter().any(|it| !it.holds), is_wrong, "{head}");
        }
    }
}
