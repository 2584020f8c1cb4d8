//! Finds what so many at so much each come to with a nought too many or too few: "26 farmers were given grants of
//! Rs 50,000 each … worth Rs 13 crore in all", "fined £2,000 for each of the six, or £120,000 in all".
//!
//! The digits of a product hardly ever stand beside its two factors by chance. Where they do, on another scale, and the
//! product itself stands nowhere, somebody has lost count of the noughts.

use rust_decimal::Decimal;

use super::scale::digits;
use super::{Entry, Relation, RelationKind, Story};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, TokenKind, is_one_of};

/// More figures than this are a table; the bound keeps the step linear.
const MOST: usize = 96;

/// How many blocks before the total the count may stand.
const BACK: usize = 8;

/// Words by which a sum is one for each.
const EACH: &[&str] = &["each", "apiece", "every", "per"];

/// Words that say that a sum is all of it.
const ALL: &[&str] = &[
    "all",
    "total",
    "totals",
    "totalling",
    "totaling",
    "altogether",
    "together",
    "overall",
    "or",
    "raise",
    "raises",
    "raising",
    "bring",
    "brings",
    "bringing",
    "cost",
    "costing",
    "worth",
];

/// The totals that are the product of two others but for their scale.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    if MOST < entries.len() {
        return Vec::new();
    }
    let sums: Vec<&Entry<'_>> = entries.iter().filter(|entry| is_sum(story, entry)).collect();
    let each: Vec<&Entry<'_>> = sums.iter().copied().filter(|each| is_for_each(story, each)).collect();
    let found = sums.iter().filter_map(|total| {
        let beside: Vec<&Entry<'_>> = each.iter().copied().filter(|each| is_beside(story, each, total)).collect();
        // The one nearest before it in its sentence is meant, where there is one.
        let is_own = |each: &&&Entry<'_>| each.figure.sentence == total.figure.sentence;
        let beside = beside.iter().rev().find(is_own).map_or(&beside[..], std::slice::from_ref);
        // What another sum for each gives is of that one: "£5,000 for each of the 22 dead, £110,000 in all".
        let is_right = |each: &&Entry<'_>| {
            let mut counts = entries.iter().filter(|count| is_count(story, count, total.figure.block));
            counts.any(|count| product(count, each).is_some_and(|product| is_near(product, total.figure.value)))
        };
        if beside.iter().any(is_right) {
            return None;
        }
        beside.iter().find_map(|each| slip(story, entries, each, total))
    });
    found.collect()
}

/// What so many at so much each come to.
fn product(count: &Entry<'_>, each: &Entry<'_>) -> Option<Decimal> {
    count.figure.value.checked_mul(each.figure.value)
}

/// Whether a larger sum of the currency stands in the sentence of one for each, or in one next to it.
fn is_beside(story: &Story, each: &Entry<'_>, total: &Entry<'_>) -> bool {
    let (one, all) = (each.figure, total.figure);
    let is_near = one.block == all.block && one.sentence.abs_diff(all.sentence) <= 1
        || all.block == one.block + 1 && story.sentences_of(all.block).start == all.sentence;
    is_near
        && currency(each) == currency(total)
        && one.value < all.value
        && (one.number < all.number || one.sentence == all.sentence && is_said_again(story, each))
}

/// "$96 million, or about $6,000 a sack": behind the total, by "or" or in brackets.
fn is_said_again(story: &Story, each: &Entry<'_>) -> bool {
    let figure = each.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    before.iter().rev().take(2).any(|token| is_one_of(token.of(text), &["or", "("]))
}

/// Whether it may be a sum for each, or the total.
fn is_sum(story: &Story, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    matches!(figure.kind, FigureKind::Money | FigureKind::Rate)
        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
        && figure.pair.is_none()
        && figure.unit.is_some()
        && Decimal::ONE < figure.value
        && story.blocks[figure.block].role == Role::Paragraph
}

/// "Rs 50,000 each", "pay each family $40,000", "$120,000 for each of the dead", "Sh6,000 a sack".
fn is_for_each(story: &Story, each: &Entry<'_>) -> bool {
    const BEFORE: usize = 6;
    const BEHIND: usize = 3;
    const FAR: usize = 7;
    let figure = each.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let is_each = |word: &str| is_one_of(word, EACH);
    let is_time = |word: &&str| is_one_of(word, &["year", "month", "week", "day", "hour", "night", "minute", "time"]);
    // "Rs 5 lakh to the family of each of the dead"
    let clause = behind.iter().take(FAR).take_while(|token| token.kind == TokenKind::Word);
    let is_given = behind.first().is_some_and(|token| is_one_of(token.of(text), &["to", "for"]))
        && clause.into_iter().any(|token| is_each(token.of(text)));
    let behind: Vec<&str> = behind.iter().take(BEHIND).map(|token| token.of(text)).collect();
    if behind.iter().any(is_time) {
        return false;
    }
    let is_a = behind.len() == BEHIND && is_one_of(behind[0], &["a", "an"]);
    let is_led = before.iter().rev().take(BEFORE).any(|token| is_each(token.of(text)));
    is_led || is_given || is_a || behind.iter().any(|word| is_each(word))
}

/// The total as a slip of the only count at hand times the sum for each.
fn slip(story: &Story, entries: &[Entry<'_>], each: &Entry<'_>, total: &Entry<'_>) -> Option<Relation> {
    let all = total.figure;
    let is_said = is_all(story, total);
    let counts = entries.iter().filter(|count| is_count(story, count, all.block));
    let mut wrong = counts.filter(|count| {
        let Some(product) = product(count, each) else { return false };
        let is_close = count.figure.block == all.block;
        (is_said || is_close && 99 < digits(product)) && is_scaled(product, all.value)
    });
    let count = wrong.next()?;
    let product = product(count, each)?;
    let is_told = entries.iter().any(|other| is_near(product, other.figure.value) && other.claim != total.claim);
    let is_only = wrong.all(|other| other.figure.value == count.figure.value);
    (is_only && !is_told).then(|| Relation {
        kind: RelationKind::Average,
        stated: total.claim,
        operands: vec![count.claim, each.claim],
        beside: Vec::new(),
        cue: None,
        low: Some(product),
        high: Some(product),
        printed: Some(product),
        complete: true,
        holds: false,
    })
}

/// The currency of a sum, and of a sum for each.
fn currency<'a>(entry: &'a Entry<'_>) -> Option<&'a str> {
    entry.figure.unit.as_ref().and_then(|unit| unit.head.split(['/', ' ']).next())
}

/// Whether it may count those who get the sum, in a total's block or close before.
fn is_count(story: &Story, count: &Entry<'_>, block: usize) -> bool {
    const LEAST: i64 = 3;
    let figure = count.figure;
    figure.kind == FigureKind::Count
        && matches!(figure.modifier, Modifier::Plain | Modifier::UpTo)
        && figure.pair.is_none()
        && Decimal::from(LEAST) <= figure.value
        && figure.block <= block
        && block <= figure.block + BACK
        && story.blocks[figure.block].role == Role::Paragraph
}

/// "Rs 13 crore in all", "or $240 million", "a total of £2m".
fn is_all(story: &Story, total: &Entry<'_>) -> bool {
    const NEAR: usize = 4;
    let figure = total.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    // "Ministers say the £6m will come from"
    let is_known = before.last().is_some_and(|word| is_one_of(word.of(text), &["the", "that"]))
        && behind.first().is_some_and(|next| next.classes.has_any(&[Class::Modal, Class::Be, Class::Have]));
    if is_known {
        return true;
    }
    let mut near = before.iter().rev().take(NEAR).chain(behind.iter().take(NEAR));
    near.any(|token| is_one_of(token.of(text), ALL) && !token.is(Class::NumberWord))
}

/// Whether two numbers are one to three places.
fn is_near(one: Decimal, other: Decimal) -> bool {
    let (low, high) = (one.min(other), one.max(other));
    high - low <= low * Decimal::new(1, 2)
}

/// Whether two numbers have the same digits ten to a thousand times apart.
fn is_scaled(one: Decimal, other: Decimal) -> bool {
    let (mut low, high) = (one.min(other), one.max(other));
    for _ in 0..3 {
        let Some(next) = low.checked_mul(Decimal::TEN) else { return false };
        low = next;
        if is_near(low, high) {
            return low == high || 9 < digits(one) && 9 < digits(other);
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn noughts_are_counted_in_what_so_many_come_to() {
        for (text, is_wrong) in [
            ("The rains spared 26 farms. They had £50,000 each, £13 million in all.", true),
            ("The rains spared 26 farms. They had £50,000 each, £1.3 million in all.", false),
            ("The slide killed six men.\n\nThe mine will pay each family $40,000, or $240 million in all.", true),
            ("The slide killed six men.\n\nThe mine will pay each family $40,000, or $240,000 in all.", false),
            ("The port holds 16,000 sacks. They are worth $96 billion, or about $6,000 a sack.", true),
            ("The port holds 16,000 sacks. They are worth $96 million, or about $6,000 a sack.", false),
            ("It killed 22. Each family had £5,000, or £110,000 in all, and each of the hurt £500.", false),
            ("It killed 22. Each family had £5,000, £110,000 in all.\n\nThe 40 hurt will have £500 each.", false),
            ("Nine died. Each of the dead's families had £5,000, or £45,000, and each of the 26 hurt £500.", false),
            ("Nine died. It gave £5,000 to the family of each, or £45,000, and £500 to each of the 26 hurt.", false),
            ("Nine died. It gave £50,000 for each, or £450,000, and £5,000 to each of the 26 hurt, or £1.3m.", true),
            ("It will help 300 farms, each of which will get £2,000. The £6m will come from a fund.", true),
            ("It will help 300 farms, each of which will get £2,000. The £600,000 will come from a fund.", false),
            ("It has seven pupils. Each costs $14,000 and the new hall $9.8 million.", false),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Average);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
