//! Ages by which a story can mean but one person: "the 57-year-old" where it gives one age alone, "who turned 26 in May".

use rust_decimal::Decimal;

use super::life::{Aged, Lives, Telling, in_sentence};
use super::name_words::{self, bare, is_called};
use super::of_today::is_today;
use super::unnamed_beside::{has_other, unnamed_in};
use super::{Story, solver};
use crate::extract::Figure;
use crate::language::Words;
use crate::story::Placed;
use crate::story::passage::Passage;
use crate::text::Span;

/// "The 57-year-old had sold her house", where the story gives but one person an age, a slip away.
pub(super) fn only_aged<'a, 'b>(story: &Story, lives: &'b Lives<'a>, aged: &Aged<'a>) -> Option<&'b Aged<'a>> {
    let figure = aged.entry.figure;
    let only = only_known(story, lives, aged)?;
    let apart = (only.entry.figure.value - figure.value).abs();
    let is_grown = Decimal::from(18) <= figure.value.min(only.entry.figure.value);
    let is_slip = apart <= Decimal::from(4) || is_grown && solver::is_transposed(only.entry.figure, figure);
    // Whom nobody names may be of any age; but "a man has been charged" is he who is named below.
    let unnamed = |block: usize| {
        let text = story.text_of(story.blocks[block].span);
        let words = Words { text, tokens: &story.blocks[block].mentions.tokens };
        unnamed_in(words).filter(|at| !is_of_other_age(words, at + 2, figure.value)).count()
    };
    let above = (0..only.entry.figure.block).map(unnamed).sum::<usize>();
    let below = (only.entry.figure.block..=figure.block).map(unnamed).sum::<usize>();
    let has_unnamed = 1 < above || 0 < below;
    (!is_rivalled(story, only, figure) && is_today(story, only) && is_slip && !has_unnamed && !has_other(story, figure))
        .then_some(only)
}

/// Whether somebody else is named in the paragraph before the figure who does not speak there, and may be meant as well.
pub(super) fn is_rivalled(story: &Story, known: &Aged<'_>, figure: &Placed<Figure>) -> bool {
    let speaks = |span: Span| {
        let sources = story.attributions_of(figure.block).iter().filter_map(|attribution| attribution.source);
        sources.into_iter().any(|source| source.span.overlaps(span))
    };
    let surname = story.text_of(known.name).trim().rsplit(' ').next().unwrap_or_default();
    let is_own = |name: &str| !surname.is_empty() && name.contains(surname);
    let mut named = story.names.iter().filter(|name| name.block == figure.block && name.span.end <= figure.span.start);
    named.any(|name| !speaks(name.span) && !is_own(story.text_of(name.span)))
}

/// The only one whose age the story gives, or the one whom it is about, who alone is nearly as old.
fn only_known<'a, 'b>(story: &Story, lives: &'b Lives<'a>, aged: &Aged<'a>) -> Option<&'b Aged<'a>> {
    const OFTEN: usize = 3;
    let mut known = lives.ages.iter().filter(|other| is_told(story, other));
    let first = known.next().filter(|first| first.entry.claim < aged.entry.claim)?;
    let is_other = |other: &&Aged<'_>| match (other.person, first.person) {
        (Some(one), Some(two)) => one != two,
        _ => surname(story, other) != surname(story, first),
    };
    let mut others = known.filter(is_other).peekable();
    if others.peek().is_none() {
        return Some(first);
    }
    let times = |aged: &Aged<'_>| {
        let surname = surname(story, aged);
        story.names.iter().filter(|name| is_called(story.text_of(name.span), surname)).count()
    };
    let own = times(first);
    let is_apart = |other: &Aged<'_>| {
        let apart = (other.entry.figure.value - aged.entry.figure.value).abs();
        Decimal::TEN < apart && 2 * times(other) <= own
    };
    (OFTEN <= own && others.all(is_apart)).then_some(first)
}

/// "Ada Ek, 54,", "Ada Ek … died on Sunday at 54".
fn is_told(story: &Story, aged: &Aged<'_>) -> bool {
    if aged.telling == Telling::Apposed {
        return !aged.name.is_empty();
    }
    let Some(passage) = Passage::of_sentence(story, aged.entry.figure.sentence).filter(|_| aged.person.is_some())
    else {
        return false;
    };
    let (words, at) = (passage.words, passage.position(aged.entry.figure.number.start));
    words.is_any(at.wrapping_sub(1), &["at", "aged"])
        && (at.saturating_sub(8).max(passage.first)..at).any(|at| words.is(at, "died"))
}

fn surname<'a>(story: &'a Story, aged: &Aged<'_>) -> &'a str {
    name_words::surname(bare(story.text_of(aged.name)))
}

/// "A boy of 16", "a woman, 52,", "a man aged 34": somebody of another age than `age` is told of.
fn is_of_other_age(words: Words<'_>, behind: usize, age: Decimal) -> bool {
    let is_tie = words.is_any(behind, &["of", "aged"]) || words.written(behind) == ",";
    let told = words.written(behind + 1).parse::<u32>().ok().filter(|_| is_tie);
    told.is_some_and(|told| Decimal::from(told) != age)
}

/// "Fale, who turned 26 in May": the birthday is the last one.
pub(super) fn turned_lately(story: &Story, aged: &Aged<'_>) -> bool {
    let Some(passage) = Passage::of_sentence(story, aged.entry.figure.sentence) else { return false };
    let words = passage.words;
    let at = passage.position(aged.entry.figure.number.start);
    let is_who = words.is(at.wrapping_sub(1), "turned") && words.is(at.wrapping_sub(2), "who");
    let has_year = in_sentence(&story.dates, aged.entry.figure.sentence).iter().any(|date| date.year.is_some());
    let is_recent = words.is_any(at + 1, &["in", "on", "last", "this", ","]);
    is_who && is_recent && !has_year && !story.is_quoted(aged.entry.figure.number)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn one_age_alone_is_held_against_another() {
        for (text, is_wrong) in [
            ("Ada Ek, 54, of Brae, sat in the dock.\n\nBo Orr said that the 57-year-old had sold her house.", true),
            ("Ada Ek, 54, of Brae, sat in the dock.\n\nBo Orr said that the 54-year-old had sold her house.", false),
            ("Ada Ek, 54, and Bo Orr, 57, sat in the dock.\n\nCy Holm said that the 57-year-old had wept.", false),
            ("Ada Ek, 54, hit a woman.\n\nCy Holm said that the 57-year-old had wept.", false),
            ("Ada Ek, 17, was stabbed. A boy of 16 was held.\n\nFriends of the 19-year-old have painted a wall.", true),
            (
                "Ada Ek, 17, was stabbed. A boy of 16 was held.\n\nFriends of the 17-year-old have painted a wall.",
                false,
            ),
            (
                "Ada Ek, 17, was stabbed. A boy of 16 was held.\n\nFriends of the 16-year-old have painted a wall.",
                false,
            ),
            ("Ada Ek died on Monday at 88, they said.\n\nBo Orr said that the 86-year-old sang.", true),
            ("Ada Ek died on Monday at 88, they said.\n\nBo Orr said that the 88-year-old sang.", false),
            ("A car hit Ada Ek, 26, on Monday.\n\nFriends of the 29-year-old blocked the road.", true),
            ("A car hit Ada Ek, 26, on Monday.\n\nFriends of the 26-year-old blocked the road.", false),
            (
                "Ada Ek, 47, wept. Ek was held. Ek will be tried.\n\nBo Orr, 70, wept.\n\nThe 49-year-old has a dog.",
                true,
            ),
            ("Kim Ek, 28, lost it. “I cry,” said the 31-year-old nurse.", true),
            ("Kim Ek, 28, lost it. Bo Orr won. “I cry,” said the 31-year-old nurse.", false),
            ("Bo Fale, 24, was asked about it.\n\nFale, who turned 26 in May, led the singing.", true),
            ("Bo Fale, 26, was asked about it.\n\nFale, who turned 26 in May, led the singing.", false),
        ] {
            let found = relations(&read(text), RelationKind::SameAge);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
