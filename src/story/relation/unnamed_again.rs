//! The age of somebody whom the story does not name, told twice: "A girl of seven was bitten on Saturday. The eight-year-old
//! was taken to hospital".

use rust_decimal::Decimal;

use super::Story;
use super::aged_again::{Around, UNNAMED, is_prose, is_slip, unnamed};
use super::life::{Aged, in_sentence};
use super::name_words::is_place;
use crate::language::Class;
use crate::story::passage::Passage;

/// In how many blocks below the first age the other is told.
const NEAR: usize = 2;

/// Children and the old are known by their years: whoever is so much older or younger is somebody else.
const YEARS: i64 = 5;

/// The only age before `again`, which nobody else can have.
pub(super) fn told_again<'a, 'b>(story: &Story, before: &'b [Aged<'a>], again: &Aged<'a>) -> Option<&'b Aged<'a>> {
    let [first] = before else { return None };
    let (one, other) = (first.entry.figure, again.entry.figure);
    if !is_prose(story, first) || !is_prose(story, again) || one.block + NEAR < other.block {
        return None;
    }
    let around = Around::of(story, again)?;
    let (words, start) = (around.words, around.passage.first);
    let behind = around.behind_old().filter(|_| words.is(around.at.wrapping_sub(1), "the"))?;
    // "Moira Dunn said the nine-year-old was unharmed"
    let said = around.at.wrapping_sub(2 + usize::from(words.is(around.at.wrapping_sub(2), "that")));
    if around.at != start + 1 && !words.has(said, Class::Say) {
        return None;
    }
    let acts =
        [Class::Say, Class::Past, Class::Third, Class::Have, Class::Be].iter().any(|&class| words.has(behind, class));
    unnamed(story, first)?;
    let is_near = (one.value - other.value).abs() <= YEARS.into() || is_turned(one.value, other.value);
    let is_alone = || (one.sentence..other.sentence).all(|sentence| tells_of_nobody_else(story, first, sentence));
    (acts && is_near && is_slip(one.value, other.value) && is_alone()).then_some(first)
}

/// "Aged 34", "the 43-year-old".
fn is_turned(one: Decimal, other: Decimal) -> bool {
    let turned = one % Decimal::TEN * Decimal::TEN + (one / Decimal::TEN).floor();
    turned == other
}

/// Whether a sentence names nobody, and speaks of no other man or woman than the one whose age is `first`.
fn tells_of_nobody_else(story: &Story, first: &Aged<'_>, sentence: usize) -> bool {
    const OTHERS: &[&str] = &[
        "driver", "suspect", "rider", "owner", "attacker", "victims", "friend", "friends", "another", "other", "two",
        "three", "both",
    ];
    let Some(passage) = Passage::of_sentence(story, sentence) else { return false };
    let words = passage.words;
    let names_somebody = in_sentence(&story.names, sentence).iter().any(|name| !is_place(story, name));
    let age = passage.position(first.entry.figure.number.start);
    let is_it =
        |at: usize| first.entry.figure.sentence == sentence && at.abs_diff(age) <= 5 && words.is_any(at, UNNAMED);
    let is_other =
        |at: usize| words.is_any(at, OTHERS) || (words.has(at, Class::Kin) || words.is_any(at, UNNAMED)) && !is_it(at);
    !names_somebody && !(passage.first..passage.end).any(is_other)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn an_age_told_twice_without_a_name_is_one() {
        for (text, is_wrong) in [
            (
                "A girl of seven was bitten in Brae Park on Saturday, police said.\n\nThe eight-year-old was taken to hospital.",
                true,
            ),
            (
                "A girl of seven was bitten in Brae Park on Saturday, police said.\n\nThe seven-year-old was taken to hospital.",
                false,
            ),
            ("A girl of eight was left behind.\n\nHead teacher Ada Ek said the nine-year-old was unharmed.", true),
            ("A man aged 34 fell from a crane on Friday. The 43-year-old died at the scene.", true),
            ("A man aged 34 was stabbed by another man on Friday. The 36-year-old was held.", false),
            ("A man aged 34 was stabbed on Friday. Police held a suspect. The 36-year-old was charged.", false),
            ("A man aged 34 was stabbed on Friday. Jon Holm ran away. The 36-year-old was charged.", false),
            ("A girl of seven was bitten on Saturday. The 12-year-old dog was put down.", false),
            ("A girl of seven and her mother were bitten. The nine-year-old bit them again.", false),
        ] {
            let found = relations(&read(text), RelationKind::SameAge);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
