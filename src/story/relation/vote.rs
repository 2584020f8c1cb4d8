//! Finds votes and elections with the margin that is given for them, and one vote that is told twice.

use rust_decimal::Decimal;

use super::row::{Row, has_any, spaced};
use super::telling::{Stem, words_of};
use super::{Entry, Relation, RelationKind, Story, solver};
use crate::draft::Role;
use crate::extract::FigureKind;
use crate::text::Span;

/// Words right before a margin.
const BEFORE: &[&str] = &[
    " by ",
    " margin of ",
    " by just ",
    " by only ",
    " majority of ",
    " lead of ",
    " majority is ",
    " margin was ",
    " majority was ",
];

/// Words right behind a margin.
const BEHIND: &[&str] =
    &[" margin ", " majority ", " vote margin ", " vote majority ", " seat majority ", " seat margin "];

/// Words of a vote; a score in a game may be of a half, a set or a leg.
const VOTE: &[&str] = &[
    " vote ",
    " votes ",
    " voted ",
    " ballot ",
    " ballots ",
    " seat ",
    " seats ",
    " motion ",
    " bill ",
    " amendment ",
    " referendum ",
    " election ",
    " ruling ",
    " jury ",
    " council ",
    " senate ",
    " house ",
    " court ",
    " delegates ",
];

/// Words that say that the margin is not of the plain votes.
const OTHERS: &[&str] =
    &[" percent ", " percentage ", " per cent ", " aggregate ", " penalties ", " overall majority ", " two - thirds "];

/// The votes of a block with their margins.
pub(super) fn margins(story: &Story, rows: &[Row<'_>]) -> Vec<Relation> {
    rows.iter().filter_map(|row| margin_of(story, row)).collect()
}

/// A vote and its margin in one sentence: "voted 28 to 19, a majority of nine".
fn margin_of(story: &Story, row: &Row<'_>) -> Option<Relation> {
    let (sides, operands) = sides_of(story, row)?;
    let words = spaced(row.words());
    let behind = operands.last()?.figure.number.end;
    let margin = row.all.iter().find(|entry| behind <= entry.figure.number.start && is_margin(story, row, entry))?;
    if !has_any(&words, VOTE) && operands.len() > 1 || has_any(&words, OTHERS) {
        return None;
    }
    // "By nine votes, 1,149 to 1,140, and in 2023, by 114": of another vote.
    let between = spaced(story.text_of(Span::new(behind, margin.figure.number.start.max(behind))));
    if row.words_before(margin).ends_with(" by ") && has_any(&between, &[" and ", " but ", " ; "]) {
        return None;
    }
    // "A 3-1 win, watched by 9,412": no margin is more than the winner has.
    if sides.0.max(sides.1) < margin.figure.value {
        return None;
    }
    let difference = (sides.0 - sides.1).abs();
    Some(Relation {
        kind: RelationKind::Vote,
        beside: Vec::new(),
        stated: margin.claim,
        operands: operands.iter().map(|side| side.claim).collect(),
        cue: None,
        low: Some(difference),
        high: Some(difference),
        printed: Some(difference),
        complete: true,
        holds: solver::is_margin(margin.figure, sides.0, sides.1),
    })
}

/// The two sides of the only vote in a sentence: "52-44", or "54 votes to 42".
fn sides_of<'a>(story: &Story, row: &Row<'a>) -> Option<((Decimal, Decimal), Vec<&'a Entry<'a>>)> {
    let mut scores = row.all.iter().filter(|entry| entry.figure.kind == FigureKind::Score);
    if let Some(score) = scores.next() {
        return scores.next().is_none().then_some((score.figure.pair?, vec![score]));
    }
    let pair = row.all.windows(2).find(|pair| {
        if !pair.iter().all(|side| side.figure.kind == FigureKind::Count && side.figure.pair.is_none()) {
            return false;
        }
        let gap = Span::new(pair[0].figure.number.end, pair[1].figure.number.start.max(pair[0].figure.number.end));
        let words = spaced(story.text_of(gap));
        words == " votes to " || words == " seats to " || words == " votes against "
    })?;
    Some(((pair[0].figure.value, pair[1].figure.value), vec![&pair[0], &pair[1]]))
}

/// Whether the words around a count call it a margin.
fn is_margin(story: &Story, row: &Row<'_>, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    let head = figure.unit.as_ref().map_or("vote", |unit| unit.head.as_str());
    let is_count = figure.kind == FigureKind::Count && figure.pair.is_none();
    let end = figure.number.end.max(figure.span.end).min(row.span.end);
    let behind = spaced(story.text_of(Span::new(end, row.span.end)));
    let before = row.words_before(entry);
    // "By 435 votes, 9,412 to 8,977; at the last election her majority was 1,210": of another vote.
    // "Led 58-41 at the half and by 12 with a minute to go": of another moment.
    let is_later = before.ends_with(" and by ");
    let is_of_another = is_later || has_any(&before, &[" last election ", " previous election ", " last time "]);
    is_count
        && !is_of_another
        && ["vote", "seat", "ballot", "delegate", "majority"].contains(&head)
        && (BEFORE.iter().any(|word| before.ends_with(word)) || BEHIND.iter().any(|word| behind.starts_with(word)))
}

/// A vote that the story tells twice, with another number on one side: "28 to 19" above, "the 29-19 vote" below.
pub(super) fn retold(story: &Story, rows: &[Row<'_>]) -> Vec<Relation> {
    const MOST: usize = 16;
    let scores: Vec<(&Entry<'_>, &Row<'_>)> = rows
        .iter()
        .filter_map(|row| row.all.iter().find(|entry| entry.figure.kind == FigureKind::Score).map(|entry| (entry, row)))
        .filter(|(_, row)| has_any(&spaced(row.words()), VOTE))
        .take(MOST)
        .collect();
    let stems: Vec<_> = scores.iter().map(|(entry, _)| words_of(story, entry.figure.sentence)).collect();
    let mut relations = Vec::new();
    for (number, (again, row)) in scores.iter().enumerate() {
        let is_known = scores.iter().any(|(other, _)| other.claim != again.claim && is_same_vote(again, other));
        if is_known {
            continue;
        }
        let shares_words = |first: &usize| 2 <= shared(&stems[*first], &stems[number]);
        let first = (0..number).find(|first| {
            is_near_vote(scores[*first].0, again)
                && shares_words(first)
                && (is_head(story, scores[*first].0) || comes_back(row, again))
        });
        relations.extend(first.map(|first| same(scores[first].0, again)));
    }
    relations
}

fn shared(one: &[Stem], other: &[Stem]) -> usize {
    one.iter().filter(|stem| other.binary_search(stem).is_ok()).count()
}

fn is_head(story: &Story, entry: &Entry<'_>) -> bool {
    matches!(story.blocks[entry.figure.block].role, Role::Headline | Role::Dek)
}

fn comes_back(row: &Row<'_>, entry: &Entry<'_>) -> bool {
    let before = row.words_before(entry);
    before.ends_with(" the ") || before.ends_with(" that ")
}

fn is_same_vote(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    one.figure.pair.zip(other.figure.pair).is_some_and(|(one, other)| one == other || (one.1, one.0) == other)
}

/// Whether two votes have one side in common and another that is not, or as many voted in both.
fn is_near_vote(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    const MOVED: i64 = 3;
    // "9-4" and "8-5": as many voted, and some on the other side.
    let has_moved = |a: Decimal, b: Decimal, c: Decimal, d: Decimal| {
        a + b == c + d && a != c && (a - c).abs().min((a - d).abs()) <= Decimal::from(MOVED)
    };
    let is_near = |(a, b): (Decimal, Decimal), (c, d): (Decimal, Decimal)| {
        (a == c) != (b == d) || (a == d) != (b == c) || has_moved(a, b, c, d)
    };
    one.figure.pair.zip(other.figure.pair).is_some_and(|(one, other)| is_near(one, other))
}

fn same(first: &Entry<'_>, again: &Entry<'_>) -> Relation {
    Relation {
        kind: RelationKind::Vote,
        beside: Vec::new(),
        stated: again.claim,
        operands: vec![first.claim],
        cue: None,
        low: first.figure.interval.low,
        high: first.figure.interval.high,
        printed: Some(first.figure.value),
        complete: true,
        holds: false,
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use crate::draft::Format;
    use crate::story::RelationKind;
    use crate::story::relation::tests::{lines, read};

    fn found(draft: &str) -> String {
        lines(&read(draft, Format::Plain), RelationKind::Vote)
    }

    #[expect(clippy::needless_pass_by_value, reason = "an expectation is written in place")]
    fn check(draft: &str, expected: Expect) {
        expected.assert_eq(&found(draft));
    }

    #[test]
    fn a_margin_follows_from_the_vote() {
        check("Members voted by 28 to 19 for the plan, a majority of nine.\n", expect!["nine = 28 to 19\n"]);
        check("Members voted by 28 to 19 for the plan, a majority of 11.\n", expect!["11 ≠ 28 to 19\n"]);
        check("She took 5,204 votes to 4,812 for Brand, a majority of 492.\n", expect!["492 ≠ 5,204 + 4,812\n"]);
        check(
            "The senate passed it 52-44, a 10-vote margin.\n",
            expect![[r#"
            10 ≠ 52-44
        "#]],
        );
    }

    #[test]
    fn a_vote_told_again_has_the_same_sides() {
        check(
            "The council voted 28 to 19 for the budget.\n\nRain fell.\n\nAfter the 29-19 vote on the budget the council rose.\n",
            expect!["29-19 ≠ 28 to 19\n"],
        );
        check("The council voted 28-19 for the budget.\n\nAfter the 19-28 vote the council rose.\n", expect![""]);
    }

    #[test]
    fn points_aggregates_and_tables_are_no_votes() {
        check("Moss won the vote by 52 percent to 44 percent, a margin of 10 points.\n", expect![""]);
        check("Rovers won 3-1 and lead the table by six points.\n", expect![""]);
        check("Rovers won 2-1 on the night and 4-2 on aggregate, by two.\n", expect![""]);
        check("The jury voted 9-3 to acquit, and 14 people cheered.\n", expect![""]);
    }

    proptest! {
        #[test]
        fn a_sound_margin_holds_and_one_that_is_off_never_does(low in 5_u32..60, by in 3_u32..40, off in 1_u32..3) {
            let draft = |margin: u32| {
                format!("Members voted {}-{low} to admit dogs, by a margin of {margin}.\n", low + by)
            };
            prop_assert!(found(&draft(by)).contains('='));
            prop_assert!(found(&draft(by + off)).contains('≠'));
        }
    }
}
