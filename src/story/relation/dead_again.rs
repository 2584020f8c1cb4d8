//! Holds the dead or the hurt of whom a story speaks as of all that there are against its only count of them: "nine people
//! died … the eight who died", "23 were hurt … the 21 injured".
//!
//! A toll that rises is told as a toll; an article before the number speaks of those whom the reader has met. Where the
//! story counts them but once and nobody dies in between, one of the two is wrong.

use rust_decimal::Decimal;

use super::counted_again::is_joined_or_left;
use super::repeat::contradiction;
use super::report::Report;
use super::toll::{is_definite, is_part, is_same_event};
use super::{Entry, Relation, Story, solver, thing};
use crate::draft::Role;
use crate::extract::{Figure, Modifier};
use crate::language::WordList;
use crate::story::Placed;
use crate::story::passage::Passage;

/// What befalls people, with the words for those whom it befell.
const FATES: [(&str, &[&str]); 2] = [
    ("death", &["dead", "died", "deaths", "fatalities", "killed"]),
    ("injury", &["injured", "hurt", "wounded", "injuries", "casualties"]),
];

/// The later counts of all the dead, or all the hurt, that are not the first.
pub(super) fn find(story: &Story, reports: &[Report<'_>]) -> Vec<Relation> {
    FATES.iter().filter_map(|&(event, words)| counted_otherwise(story, reports, event, words)).collect()
}

fn counted_otherwise(story: &Story, reports: &[Report<'_>], event: &str, words: &[&str]) -> Option<Relation> {
    // "Were flown to three hospitals": of the same deed, and no people.
    let are_people = |entry: &&Entry<'_>| entry.figure.unit.is_none() || thing::counts_people(&entry.figure.mention);
    let counts = reports.iter().filter(|report| report.event == Some(event)).map(|report| report.entry);
    let counts: Vec<&Entry<'_>> = counts.filter(are_people).collect();
    let first = counts.iter().find(|entry| is_of_body(story, entry)).filter(|first| is_count(first))?;
    let is_other = |entry: &&&Entry<'_>| entry.figure.value != first.figure.value;
    let mut others = counts.iter().filter(is_other);
    // Whoever counts the dead in a third way may count others in the second.
    let (Some(again), None) = (others.next(), others.next()) else { return None };
    let is_again = first.figure.sentence < again.figure.sentence
        && is_of_body(story, again)
        && is_count(again)
        && (is_near(first.figure.value, again.figure.value) || solver::is_transposed(first.figure, again.figure))
        && is_definite(story, again)
        && !is_part(story, again)
        && is_same_event(story, again)
        && are_all(story, again, words)
        && !is_joined_or_left(story, first.figure, again.figure)
        && !has_died_since(story, first.figure, again.figure);
    is_again.then(|| contradiction(first, again))
}

/// "A woman died in hospital on Sunday.": between the two counts.
pub(super) fn has_died_since(story: &Story, first: &Placed<Figure>, again: &Placed<Figure>) -> bool {
    const DIES: WordList = WordList::of(&["died", "dies", "succumbed"]);
    (first.sentence + 1..again.sentence).any(|sentence| {
        let text = story.text_of(story.blocks[story.sentences[sentence].block].span);
        story.tokens_in(story.sentences[sentence].span).iter().any(|token| DIES.has(token, text))
    })
}

fn is_of_body(story: &Story, entry: &Entry<'_>) -> bool {
    story.blocks[entry.figure.block].role == Role::Paragraph && !story.is_quoted(entry.figure.number)
}

fn is_count(entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    figure.modifier == Modifier::Plain && figure.pair.is_none() && Decimal::ONE < figure.value
}

/// Half as many again, or fewer: what is farther off is of others.
fn is_near(one: Decimal, other: Decimal) -> bool {
    one.max(other) * Decimal::TWO <= one.min(other) * Decimal::from(3)
}

/// "The eight who died", "the six dead have", "all eight of the dead", but not "the six dead in Troon".
fn are_all(story: &Story, entry: &Entry<'_>, fate: &[&str]) -> bool {
    const NEAR: usize = 5;
    let Some(passage) = Passage::of_sentence(story, entry.figure.sentence) else { return false };
    let (words, at) = (passage.words, passage.position(entry.figure.number.end));
    let Some(last) = (at..passage.end.min(at + NEAR)).find(|&at| words.is_any(at, fate)) else { return false };
    let is_elsewhere = words.is_any(last + 1, &["in", "at", "on", "when", "during", "by", "from", "near"]);
    !is_elsewhere
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn the_dead_are_as_many_as_were_counted() {
        let fire = "Nine people died in a fire at Brae on Monday, police said.\n\n";
        for (text, is_wrong) in [
            ("The eight who died were asleep, Ek said.", true),
            ("The names of the eight dead have not been given.", true),
            ("All eight of the dead were miners, Ek said.", true),
            ("The nine who died were asleep, Ek said.", false),
            ("The eight who died in Troon were asleep, Ek said.", false),
            ("The two who died were asleep, Ek said.", false),
            ("One of the hurt died in hospital.\n\nThe ten dead were miners.", false),
            ("A woman died in hospital on Sunday.\n\nThe ten dead were miners.", false),
            ("Eighteen were hurt.\n\nThe 16 injured were flown to Orm.", true),
            ("Eighteen were hurt.\n\nThe 18 injured were flown to Orm.", false),
            ("Eighteen were hurt.\n\nThe 16 injured in Troon were flown to Orm.", false),
            ("Eighteen were hurt.\n\nSix of the injured were flown to Orm.", false),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{fire}{text}")), RelationKind::Repeat);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
