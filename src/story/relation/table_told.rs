//! A number of a table that the text beside it tells otherwise: "Assaults rose to 291", where the row of assaults has 219.
//!
//! The sentence must name the row in all its words and no other, or give another of its numbers right: "96 car thefts, up from
//! 25", where a row has 52 and 96. The number must be no other of the table's, but one of that row with a digit wrong, or two
//! that changed places.

use rust_decimal::Decimal;

use super::repeat::contradiction;
use super::telling::{Stem, is_telling, words_of};
use super::{Entry, Relation, Story, of_sentence, solver};
use crate::draft::{Place, Role};
use crate::extract::{FigureKind, Modifier};
use crate::language::in_small_letters;

use super::thing::sense_of;

/// Smaller numbers are a digit apart from many.
const LEAST: i64 = 100;

/// As small may be one that the sentence gives right beside it.
const OTHER: i64 = 20;

/// A row of a table: what it is of, and its numbers.
struct Row<'a> {
    label: Vec<Stem>,
    numbers: Vec<&'a Entry<'a>>,
}

impl Row<'_> {
    /// The only number of the row, of those that `may` be it, that the text has with a digit wrong.
    fn mistyped(&self, told: &Entry<'_>, may: impl Fn(&Entry<'_>) -> bool) -> Option<Relation> {
        let is_slip = |cell: &&&Entry<'_>| solver::is_digit_slip(cell.figure.value, told.figure.value) && may(cell);
        let mut slips = self.numbers.iter().filter(is_slip);
        let cell = slips.next().filter(|_| slips.next().is_none())?;
        let (first, again) = if cell.claim < told.claim { (*cell, told) } else { (told, *cell) };
        Some(contradiction(first, again))
    }
}

/// The figures of the text that the tables have otherwise.
pub(super) fn find<'a>(story: &'a Story, entries: &'a [Entry<'a>]) -> Vec<Relation> {
    let rows = rows(story, entries);
    if rows.is_empty() {
        return Vec::new();
    }
    let is_told = |entry: &&Entry<'_>| {
        let figure = entry.figure;
        story.blocks[figure.block].role == Role::Paragraph
            && is_number(entry)
            && figure.value >= OTHER.into()
            && !story.is_quoted(figure.number)
            && !rows.iter().flat_map(|row| &row.numbers).any(|cell| cell.figure.value == figure.value)
    };
    let told = entries.iter().filter(is_told);
    told.filter_map(|entry| against_row(story, &rows, entry).or_else(|| against_cells(entries, &rows, entry))).collect()
}

/// "96 car thefts, up from 25": a row that has the other number has this one with a digit wrong.
fn against_cells(entries: &[Entry<'_>], rows: &[Row<'_>], entry: &Entry<'_>) -> Option<Relation> {
    let beside = of_sentence(entries, entry.figure.sentence).iter().filter(|other| other.claim != entry.claim);
    let told: Vec<Decimal> = beside.map(|other| other.figure.value).collect();
    let has = |row: &Row<'_>, value: Decimal| row.numbers.iter().any(|cell| cell.figure.value == value);
    // Smaller numbers stand in many rows.
    let gives_other = |row: &&Row<'_>| told.iter().any(|&value| value >= OTHER.into() && has(row, value));
    let mut given = rows.iter().filter(gives_other);
    let row = given.next().filter(|_| given.next().is_none())?;
    row.mistyped(entry, |cell| !told.contains(&cell.figure.value))
}

fn against_row(story: &Story, rows: &[Row<'_>], entry: &Entry<'_>) -> Option<Relation> {
    if entry.figure.value < LEAST.into() {
        return None;
    }
    let told = words_of(story, entry.figure.sentence);
    let is_named = |row: &&Row<'_>| row.label.iter().all(|stem| told.binary_search(stem).is_ok());
    let mut named = rows.iter().filter(is_named);
    let row = named.next().filter(|_| named.next().is_none())?;
    row.mistyped(entry, |_| true)
}

/// The rows of all tables that have a label in words.
fn rows<'a>(story: &Story, entries: &'a [Entry<'a>]) -> Vec<Row<'a>> {
    const ALL: &[&str] = &["total", "all", "sum"];
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut cells = story.blocks.iter().enumerate().peekable();
    while let Some((number, block)) = cells.next() {
        let Place::Cell { table, row, column: 0, .. } = block.place else { continue };
        let text = block.span.of(&story.text);
        let is_own = |&(_, other): &(usize, &crate::story::StoryBlock)| matches!(other.place, Place::Cell { table: other_table, row: other_row, .. } if other_table == table && other_row == row);
        let mut end = number + 1;
        while cells.next_if(is_own).is_some() {
            end += 1;
        }
        let tokens = block.mentions.tokens.iter().filter(|token| is_telling(token));
        let words: Vec<String> = tokens.map(|token| in_small_letters(token.of(text)).into_owned()).collect();
        let is_sum = words.iter().any(|word| ALL.contains(&word.as_str()));
        let label: Vec<Stem> = words.iter().filter_map(|word| Stem::of(sense_of(word))).collect();
        let first = entries.partition_point(|entry| entry.figure.block <= number);
        let last = entries.partition_point(|entry| entry.figure.block < end);
        let numbers: Vec<&Entry<'_>> = entries[first..last].iter().filter(|entry| is_number(entry)).collect();
        if !label.is_empty() && !is_sum && !numbers.is_empty() {
            rows.push(Row { label, numbers });
        }
    }
    rows
}

fn is_number(entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    let is_kind =
        matches!(figure.kind, FigureKind::Count | FigureKind::Money | FigureKind::Measure | FigureKind::Index);
    is_kind && figure.modifier == Modifier::Plain && figure.pair.is_none() && Decimal::ZERO < figure.value
}

#[cfg(test)]
mod tests {
    use crate::draft::Format;
    use crate::story::RelationKind;
    use crate::story::testing::{read_as, relations};

    #[test]
    fn the_text_tells_what_the_table_has() {
        let table = "# Crime in Brae\n\n| Offence | 2024 | 2025 |\n| --- | ---: | ---: |\n| Theft of vehicle | 152 | 196 |\n| Assault | 203 | 219 |\n\n";
        for (text, is_wrong) in [
            ("Assaults rose to 291, Ada Ek said.", true),
            ("Assaults rose to 219, Ada Ek said.", false),
            ("Thefts of vehicles came to 169, Ada Ek said.", true),
            ("Assaults and thefts of vehicles came to 319, Ada Ek said.", false),
            ("Burglaries rose to 291, Ada Ek said.", false),
            ("Officers dealt with 196 car thefts, against 125 the year before, Ada Ek said.", true),
            ("Officers dealt with 196 car thefts, against 152 the year before, Ada Ek said.", false),
            ("Officers dealt with 196 car thefts, against 305 in Ardle, Ada Ek said.", false),
        ] {
            let story = read_as(&format!("{table}{text}"), Format::Markdown);
            let found = relations(&story, RelationKind::Repeat);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
