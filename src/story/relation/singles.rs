//! Sums that lack one or two, where the list has as many that stand without a number: "nine were hurt: the driver, five of his
//! passengers, a cyclist and two women", "47 goats, nine dogs and a donkey. Hens made up the rest, 55 of them".

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Relation, RelationKind, Story};
use crate::extract::FigureKind;
use crate::language::{Token, TokenKind, is_one_of};

/// More are not told one by one.
const MOST: usize = 3;

/// Leaves out the sums that single ones of their lists make whole.
pub(super) fn leave_out(story: &Story, relations: &mut Vec<Relation>) {
    relations.retain(|relation| {
        let is_broken = relation.kind == RelationKind::Sum && !relation.holds;
        !is_broken || !is_made_whole(story, relation)
    });
}

fn is_made_whole(story: &Story, sum: &Relation) -> bool {
    let Some((stated, printed)) = story.figure_of(sum.stated).zip(sum.printed) else { return false };
    let lacks = (stated.value - printed).to_usize().filter(|lacks| (1..=MOST).contains(lacks));
    let Some(lacks) = lacks.filter(|_| stated.kind == FigureKind::Count && stated.value.is_integer()) else {
        return false;
    };
    let parts: Vec<_> = sum.operands.iter().filter_map(|&part| story.figure_of(part)).collect();
    let sentences = || parts.iter().map(|part| part.sentence);
    let (Some(first), Some(last)) = (sentences().min(), sentences().max()) else { return false };
    let is_near = last <= first + MOST && parts.iter().all(|part| part.kind == FigureKind::Count);
    let told: usize = (first..=last).map(|sentence| singles(story, sentence)).sum();
    // Those that a finder has read as one already are in the sum.
    let known: Decimal = parts.iter().map(|part| part.value).sum();
    let ones = parts.iter().filter(|part| part.value == Decimal::ONE).count();
    let counted = (printed - known).to_usize().unwrap_or(0) + ones;
    is_near && lacks <= told.saturating_sub(counted)
}

/// How many of a sentence stand in a list by themselves: ": the driver,", "and a donkey".
fn singles(story: &Story, sentence: usize) -> usize {
    let sentence = &story.sentences[sentence];
    let text = story.text_of(story.blocks[sentence.block].span);
    let tokens = story.tokens_in(sentence.span);
    let word = |token: Option<&Token>| token.map_or("", |token| token.of(text));
    let is_single = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let is_joined = matches!(word(before), ":" | "," | "and" | "–" | "—" | "(");
        let noun = tokens.get(at + 1).filter(|noun| noun.kind == TokenKind::Word);
        let is_closed = || matches!(word(tokens.get(at + 2)), "," | "and" | "." | ")" | ";");
        let is_one = is_one_of(word(tokens.get(at)), &["a", "an"]);
        let is_known = is_one_of(word(tokens.get(at)), &["the", "his", "her", "its", "their"]);
        is_joined && noun.is_some() && (is_one || is_known && is_closed())
    };
    (0..tokens.len()).filter(|&at| is_single(at)).count()
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn whoever_stands_in_a_list_by_himself_is_one_of_all() {
        for text in [
            "Ivo Brand said nine people had been hurt when a tram ran into a stall: the driver, five of his passengers, a cyclist and two women who were choosing plums.",
            "Officers took 112 animals from a farm, Ivo Brand said. There were 47 goats, nine dogs and a donkey called Ole. Hens made up the rest, 55 of them.",
        ] {
            let found = relations(&read(text), RelationKind::Sum);
            assert!(!found.iter().any(|line| line.contains('≠')), "{found:?}");
        }
    }
}
