//! Finds means of whole-number answers with the number of those who gave them.
//!
//! Ten raters who give whole marks can average 3.4 or 3.5, and nothing between: their marks make a whole number.

use rust_decimal::Decimal;

use super::row::{Row, has_any, spaced};
use super::thing;
use super::{Entry, Relation, RelationKind, Story, solver};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Interval, WordList};
use crate::text::Span;

/// Words of a mean.
const MEAN: &[&str] = &[" average ", " averaged ", " averaging ", " mean "];

/// Words of answers in whole numbers.
const MARKS: &[&str] = &[
    " rating ",
    " ratings ",
    " rated ",
    " score ",
    " scored ",
    " scores ",
    " scale ",
    " stars ",
    " marks ",
    " mark ",
    " out of ",
];

/// Words that say that halves are given, or that some count for more.
const HALVES: &[&str] = &[" half ", " halves ", " weighted ", " adjusted ", " decimal ", " seasonally "];

/// Nouns of those who give marks, beside people.
const RATERS: &[&str] = &[
    "rater",
    "judge",
    "respondent",
    "reviewer",
    "critic",
    "participant",
    "volunteer",
    "taster",
    "panelist",
    "panellist",
    "juror",
    "examiner",
    "inspector",
    "expert",
    "diner",
    "guest",
    "tester",
    "assessor",
    "umpire",
];

/// Among what things are counted one by one: "children in 10 homes", "goals in three matches".
const COUNTED_IN: &[&str] = &[
    "home",
    "house",
    "household",
    "family",
    "school",
    "class",
    "match",
    "game",
    "nest",
    "litter",
    "player",
    "patient",
    "visit",
    "woman",
    "mother",
    "couple",
    "round",
    "race",
    "garden",
    "street",
    "pond",
    "tree",
    "hive",
    "boat",
    "shift",
    "clinic",
];

/// The means of a story, sentence by sentence.
pub(super) fn find(story: &Story, rows: &[Row<'_>]) -> Vec<Relation> {
    // Few paragraphs speak of one.
    const MEANS: WordList = WordList::of(&["average", "averaged", "averaging", "mean"]);
    let may_tell = |row: &&Row<'_>| story.blocks[row.block].mentions.vocabulary.may_hold_listed(&MEANS);
    let own = rows.iter().filter(may_tell).filter_map(|row| mean(story, row).or_else(|| mean_of_counts(story, row)));
    let next =
        rows.windows(2).filter(|pair| may_tell(&&pair[1])).filter_map(|pair| mean_behind(story, &pair[0], &pair[1]));
    own.chain(next).collect()
}

/// "Eight judges gave each wine a whole number of points. The winner averaged 93.45": of those of the sentence before.
fn mean_behind(story: &Story, before: &Row<'_>, row: &Row<'_>) -> Option<Relation> {
    let mut raters = before.all.iter().filter(|entry| is_raters(entry));
    let is_whole = || has_any(&spaced(before.words()), &[" whole "]);
    let count = raters.next().filter(|_| raters.next().is_none() && is_whole())?;
    let own = spaced(row.words());
    let (last, next) = (before.all.first()?.figure.block, row.all.first()?.figure.block);
    let is_next = last == next || last + 1 == next && own.starts_with(" their ");
    let is_mean = has_any(&own, MEAN) && !has_any(&own, HALVES) && !row.all.iter().any(is_raters);
    if !is_next || !is_mean {
        return None;
    }
    relation(story, row, count)
}

/// "A mean of 2.33 children in the 10 homes", "three matches brought 1.5 goals each on average": what is counted one by one.
fn mean_of_counts(story: &Story, row: &Row<'_>) -> Option<Relation> {
    const MOST: i64 = 40;
    // "Four keepers let in 3.6 goals each on average": of people only where the words say that it is so many for each.
    let is_each = || has_any(&spaced(row.words()), &[" each on average ", " apiece on average "]);
    let is_group = |entry: &&Entry<'_>| {
        let figure = entry.figure;
        let head = figure.unit.as_ref().map_or("", |unit| unit.head.as_str());
        let head = head.rsplit(' ').next().unwrap_or(head);
        let is_known = || {
            let before = row.words_before(entry);
            before.trim().is_empty()
                || [" the ", " those ", " these ", " its ", "’s ", "'s ", " of ", " at ", " in ", " all "]
                    .iter()
                    .any(|word| before.ends_with(word))
        };
        figure.kind == FigureKind::Count
            && figure.modifier == Modifier::Plain
            && figure.pair.is_none()
            && figure.value.is_integer()
            && Decimal::ONE < figure.value
            && figure.value <= MOST.into()
            && (COUNTED_IN.contains(&head) || thing::is_person(head) && is_each())
            && is_known()
    };
    let mut groups = row.all.iter().filter(is_group);
    let count = groups.next().filter(|_| groups.next().is_none())?;
    let words = spaced(row.words());
    if !has_any(&words, MEAN)
        || has_any(&words, HALVES)
        || has_any(&words, &[" year ", " years ", " season ", " since "])
    {
        return None;
    }
    relation(story, row, count)
}

/// The mean of a row over so many.
fn relation(story: &Story, row: &Row<'_>, count: &Entry<'_>) -> Option<Relation> {
    let others = row.all.iter().filter(|entry| entry.claim != count.claim);
    let (mean, bounds) = others.into_iter().find_map(|entry| Some((entry, printed_mean(story, row, entry)?)))?;
    let (nearest, holds) = solver::nearest_mean(bounds, count.figure.value)?;
    Some(Relation {
        kind: RelationKind::Mean,
        beside: Vec::new(),
        stated: mean.claim,
        operands: vec![count.claim],
        cue: None,
        low: Some(nearest),
        high: Some(nearest),
        printed: Some(nearest),
        complete: true,
        holds,
    })
}

fn mean(story: &Story, row: &Row<'_>) -> Option<Relation> {
    let mut raters = row.all.iter().filter(|entry| is_raters(entry));
    let count = raters.next().filter(|_| raters.next().is_none())?;
    let words = spaced(row.words());
    let is_scaled = has_any(&words, MARKS) || has_any(&words, &[" from 1 to ", " from one to ", " whole "]);
    if !has_any(&words, MEAN) || !is_scaled || has_any(&words, HALVES) {
        return None;
    }
    relation(story, row, count)
}

fn is_raters(entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    let head = figure.unit.as_ref().map_or("", |unit| unit.head.as_str());
    let is_exact = figure.modifier == Modifier::Plain && figure.pair.is_none() && figure.value.is_integer();
    let is_person = RATERS.contains(&head) || thing::is_person(head);
    figure.kind == FigureKind::Count && is_exact && is_person && figure.value > Decimal::ONE
}

/// What a mean with decimals stands for: "3.48" is 3.475 to 3.485, also in "4.37 out of five".
fn printed_mean(story: &Story, row: &Row<'_>, entry: &Entry<'_>) -> Option<Interval> {
    const BEFORE: [&str; 5] = [" average ", " averaged ", " mean ", " averaging ", " average of "];
    let number = story.text_of(entry.figure.number);
    let digits: Decimal = number.split_whitespace().next()?.parse().ok()?;
    let is_kind =
        matches!(entry.figure.kind, FigureKind::Count | FigureKind::Index | FigureKind::Share | FigureKind::Points);
    let end = entry.figure.number.end.max(entry.figure.span.end).min(row.span.end);
    let behind = spaced(story.text_of(Span::new(end, row.span.end)));
    let on_average = [" each on average ", " apiece on average ", " on average ", " on the average "]
        .iter()
        .any(|words| behind.starts_with(words));
    let is_named = on_average || has_any(&row.words_before(entry), &BEFORE);
    let half = solver::half_of_last_place(digits);
    (is_kind && is_named && digits.scale() > 0).then(|| Interval::around(digits, half))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use crate::draft::Format;
    use crate::story::RelationKind;
    use crate::story::relation::tests::{lines, read};

    fn found(draft: &str) -> String {
        lines(&read(draft, Format::Plain), RelationKind::Mean)
    }

    #[expect(clippy::needless_pass_by_value, reason = "an expectation is written in place")]
    fn check(draft: &str, expected: Expect) {
        expected.assert_eq(&found(draft));
    }

    use rust_decimal::Decimal;

    use super::solver::nearest_mean;
    use crate::language::Interval;

    #[test]
    fn whole_marks_have_few_means() {
        check("The 10 judges gave the pie an average score of 3.48.\n", expect!["3.48 ≠ 10\n"]);
        check("Twelve raters gave it a mean rating of 4.33 out of five.\n", expect!["4.33 out of five = Twelve\n"]);
    }

    #[test]
    fn many_answers_money_and_halves_are_left_alone() {
        check("The 412 visitors gave the show an average score of 3.48.\n", expect![""]);
        check("The 10 judges earned an average of $3.48.\n", expect![""]);
        check("The 10 judges gave whole and half marks, an average score of 3.48.\n", expect![""]);
    }

    #[test]
    fn the_solver_agrees_with_trying_every_total() {
        for count in 2_i64..40 {
            for hundredths in 100_i64..500 {
                let mean = Interval::around(Decimal::new(hundredths, 2), Decimal::new(5, 3));
                let tried = (0..=5 * count)
                    .any(|total| mean.meets(Interval::exactly(Decimal::from(total) / Decimal::from(count))));
                let holds = nearest_mean(mean, Decimal::from(count)).map(|(_, holds)| holds);
                assert_eq!(holds, Some(tried), "{count} answers, {hundredths} hundredths");
            }
        }
    }
}
