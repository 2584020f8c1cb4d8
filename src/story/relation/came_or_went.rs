//! Whether what a story tells between two numbers of the same things accounts for the later: "six churches. Two of them are
//! shut. The four churches", "five theatres, and a sixth is being built. The six theatres", "nine jets on Friday and three on
//! Saturday. The 12 jets".

use rust_decimal::Decimal;

use super::Story;
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

/// The counts in those sentences that say no noun, or that of the two.
fn amounts_between<'a>(
    story: &'a Story,
    one: &'a Placed<Figure>,
    two: &'a Placed<Figure>,
) -> impl Iterator<Item = Decimal> + 'a {
    let start = story.figures.partition_point(|figure| figure.sentence < one.sentence);
    let between = story.figures[start..].iter().take_while(|figure| figure.sentence <= two.sentence);
    between.filter(|figure| may_be_of_them(figure, one, two)).map(|figure| figure.value)
}

fn may_be_of_them(figure: &Placed<Figure>, one: &Placed<Figure>, two: &Placed<Figure>) -> bool {
    let is_either = figure.number == one.number || figure.number == two.number;
    let is_count = matches!(figure.kind, FigureKind::Count | FigureKind::Share);
    let head = |figure: &Figure| figure.unit.as_ref().map(|unit| unit.head.clone());
    let noun = head(figure);
    let is_bare = noun.is_none() && is_near(figure.block, one, two);
    !is_either && is_count && (is_bare || noun.is_some() && (noun == head(one) || noun == head(two)))
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
        if tokens.iter().any(|token| OTHERS.has(token, text) || ordinal(token, text) == Some(two.value)) {
            return true;
        }
        singles += (0..tokens.len()).filter(|&at| is_single(tokens, at, text)).count();
    }
    (one.value - two.value).abs() <= Decimal::from(singles)
}

fn ordinal(token: &Token, text: &str) -> Option<Decimal> {
    let place = ORDINALS.iter().position(|word| token.of(text).eq_ignore_ascii_case(word))?;
    i64::try_from(place).ok().map(|place| Decimal::from(place + 3))
}

/// "Another", "let one go", and not "in one ward".
fn is_single(tokens: &[Token], at: usize, text: &str) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let is_measured =
        || at.checked_sub(1).is_some_and(|before| is_one_of(word(before), &["in", "at", "on", "for", "with"]));
    is_one_of(word(at), &["another"]) || is_one_of(word(at), &["one"]) && !is_measured()
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
