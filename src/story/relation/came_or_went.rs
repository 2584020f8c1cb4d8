//! Whether what a story tells between two numbers of the same things accounts for the later: "six churches. Two of them are
//! shut. The four churches", "five theatres, and a sixth is being built. The six theatres", "nine jets on Friday and three on
//! Saturday. The 12 jets".

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::{Story, thing};
use crate::extract::{Figure, FigureKind};
use crate::language::{Token, WordList, is_one_of};
use crate::story::Placed;

/// Larger numbers do not come and go one by one.
const MOST: i64 = 200;

/// Words for others of the same things, however many.
const OTHERS: WordList =
    WordList::of(&["besides", "latest", "other", "others", "plus", "remaining", "rest", "surviving"]);

const ORDINALS: [&str; 10] =
    ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "11th", "12th"];

/// Whether the later number is the first with those who came or without those who went.
pub(super) fn is_accounted_for(story: &Story, one: &Placed<Figure>, two: &Placed<Figure>) -> bool {
    if Decimal::from(MOST) < one.value.max(two.value) {
        return false;
    }
    let by_number = amounts_between(story, one, two).any(|amount| gives(one.value, amount, two.value));
    by_number || is_by_words(story, one, two)
}

/// Whether the sentence of a number, or the one behind it, tells of others that make it `value`.
pub(super) fn is_accounted_for_beside(story: &Story, one: &Placed<Figure>, value: Decimal) -> bool {
    let near = figures_in(story, one.sentence..=one.sentence + 1).iter().filter(|figure| figure.block == one.block);
    near.filter(|figure| may_be_of_them(figure, one, one)).any(|figure| gives(one.value, figure.value, value))
}

/// "A pilot and his two passengers", "six passengers and two pedestrians": whether people told beside those of a number are
/// as many as are missing.
pub(super) fn has_people_beside(story: &Story, figure: &Placed<Figure>, missing: Decimal) -> bool {
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let is_led = before.iter().rev().take(2).any(|token| is_one_of(token.of(text), &["and"]));
    thing::counts_people(figure)
        && Decimal::ZERO < missing
        && (is_led && missing == Decimal::ONE || counts_beside(story, figure).any(|other| other.value == missing))
}

/// "11 passengers and its driver", "her mother, two brothers and a lodger", "six passengers and two pedestrians", "the five
/// states and Ruvalia": whether others in the sentence of a number make up for what it is short of another by.
pub(super) fn has_company(story: &Story, figure: &Placed<Figure>, missing: Decimal) -> bool {
    const ONE: &[&str] = &["a", "an", "its", "his", "her", "the", "their", "one", "another"];
    const FEW: i64 = 20;
    if missing <= Decimal::ZERO {
        return false;
    }
    let block = story.blocks[figure.block].span;
    let text = story.text_of(block);
    let tokens = story.tokens_in(story.sentences[figure.sentence].span);
    let at = tokens.partition_point(|token| token.span.start + block.start < figure.number.start);
    let joins = |token: &Token| is_one_of(token.of(text), &["and", "with", "or", "while", ","]);
    let is_in_list = || tokens[at.saturating_sub(2)..at].iter().any(joins) && tokens[at..].iter().any(joins);
    let is_one = |pair: &[Token]| {
        let is_comma = pair[0].of(text) == ",";
        let is_single = is_one_of(pair[1].of(text), if is_comma { &ONE[..2] } else { ONE });
        joins(&pair[0]) && (is_single || !is_comma && pair[1].capital) || is_one_of(pair[1].of(text), &["one"])
    };
    let ones = tokens.windows(2).filter(|pair| is_one(pair)).count();
    missing <= Decimal::from(ones)
        || counts_beside(story, figure).any(|other| other.value == missing)
        || missing + figure.value <= Decimal::from(FEW) && is_in_list()
}

/// The other counts in the sentence of a figure.
fn counts_beside<'a>(story: &'a Story, figure: &'a Placed<Figure>) -> impl Iterator<Item = &'a Placed<Figure>> {
    let own = figures_in(story, figure.sentence..=figure.sentence).iter();
    own.filter(|other| other.kind == FigureKind::Count && other.number != figure.number)
}

fn figures_in(story: &Story, sentences: RangeInclusive<usize>) -> &[Placed<Figure>] {
    let behind = |sentence: usize| story.figures.partition_point(|figure| figure.sentence < sentence);
    let first = behind(*sentences.start());
    &story.figures[first..behind(sentences.end() + 1).max(first)]
}

/// The counts in those sentences that say no noun, or that of the two.
fn amounts_between<'a>(
    story: &'a Story,
    one: &'a Placed<Figure>,
    two: &'a Placed<Figure>,
) -> impl Iterator<Item = Decimal> + 'a {
    figures_in(story, one.sentence..=two.sentence)
        .iter()
        .filter(|figure| may_be_of_them(figure, one, two))
        .map(|figure| figure.value)
}

fn may_be_of_them(figure: &Placed<Figure>, one: &Placed<Figure>, two: &Placed<Figure>) -> bool {
    let is_either = figure.number == one.number || figure.number == two.number;
    let is_count = matches!(figure.kind, FigureKind::Count | FigureKind::Share);
    let noun = thing::head_of(figure);
    let is_bare = noun.is_none() && is_near(figure.block, one, two);
    !is_either
        && is_count
        && (is_bare || noun.is_some() && (noun == thing::head_of(one) || noun == thing::head_of(two)))
}

/// Whether a paragraph is that of one of the two, or the one behind the first.
fn is_near(block: usize, one: &Placed<Figure>, two: &Placed<Figure>) -> bool {
    block <= one.block + 1 || block == two.block
}

fn gives(known: Decimal, amount: Decimal, value: Decimal) -> bool {
    known + amount == value || known - amount == value
}

/// "A sixth is being built", "another is shut", "let one go", "and the other two".
fn is_by_words(story: &Story, one: &Placed<Figure>, two: &Placed<Figure>) -> bool {
    let mut singles = 0;
    let near = (one.sentence..=two.sentence).filter(|&sentence| is_near(story.sentences[sentence].block, one, two));
    for sentence in near {
        let text = story.text_of(story.blocks[story.sentences[sentence].block].span);
        let tokens = story.tokens_in(story.sentences[sentence].span);
        let is_other = |at: usize| OTHERS.has(&tokens[at], text) && !is_of_a_time(tokens, at, text);
        if (0..tokens.len()).any(|at| is_other(at) || ordinal(&tokens[at], text) == Some(two.value)) {
            return true;
        }
        singles += (0..tokens.len()).filter(|&at| is_single(tokens, at, text)).count();
    }
    (one.value - two.value).abs() <= Decimal::from(singles)
}

/// "For the rest of the season", "on the other side".
pub(super) fn is_of_a_time(tokens: &[Token], at: usize, text: &str) -> bool {
    const TIMES: &[&str] = &[
        "season", "year", "day", "week", "month", "term", "night", "game", "match", "summer", "winter", "life", "side",
    ];
    let reach = if is_one_of(tokens[at].of(text), &["rest", "remainder"]) { 3 } else { 1 };
    tokens.get(at + reach).is_some_and(|token| is_one_of(token.of(text), TIMES))
}

fn ordinal(token: &Token, text: &str) -> Option<Decimal> {
    let place = ORDINALS.iter().position(|word| token.of(text).eq_ignore_ascii_case(word))?;
    i64::try_from(place).ok().map(|place| Decimal::from(place + 3))
}

/// "Another", "let one go", and not "in one ward".
fn is_single(tokens: &[Token], at: usize, text: &str) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let is_measured =
        || at.checked_sub(1).is_some_and(|before| is_one_of(word(before), &["in", "at", "on", "for", "with", "from"]));
    // "Each one has a call of its own", "all but one of the 28": of those that were told.
    let is_of_them =
        || at.checked_sub(1).is_some_and(|before| is_one_of(word(before), &["each", "every", "no", "but", "any"]));
    is_one_of(word(at), &["another"]) || is_one_of(word(at), &["one"]) && !is_measured() && !is_of_them()
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn those_who_came_or_went_are_counted() {
        for (text, is_wrong) in [
            ("The see has six churches. Two of them are shut.\n\nThe four churches share a vicar.", false),
            ("The see has six churches.\n\nThe four churches share a vicar.", true),
            ("Orm has five mills, and a sixth is being built.\n\nThe six mills grind rye.", false),
            ("Orm has five mills, and a sixth is being built.\n\nThe seven mills grind rye.", true),
            ("Nine jets were halted on Friday and three on Saturday.\n\nThe 12 jets are old.", false),
            ("Nine jets were halted on Friday.\n\nThe 12 jets are old.", true),
            ("Orm has five mills. Another is in Brae.\n\nThe six mills grind rye.", false),
            ("Orm has five mills in one lane.\n\nThe six mills grind rye.", true),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Repeat);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
