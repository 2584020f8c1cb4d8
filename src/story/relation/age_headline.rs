//! The age in a headline that the first paragraphs give otherwise: "Man, 58, pulled from weir" over "A 53-year-old
//! angler was in the water".
//!
//! A headline with one age speaks of one person. Where the story gives one other age alone, before it goes on to
//! others, that is theirs.

use super::{Entry, Relation, RelationKind, Story};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::is_one_of;

/// In how many paragraphs below the headline the person is introduced.
const FIRST: usize = 2;

/// The age below that contradicts the headline's; `None` where the `known` relations hold it against another.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Option<Relation> {
    let is_age = |entry: &&Entry<'_>| entry.figure.kind == FigureKind::Age;
    let head = entries.iter().find(|entry| story.blocks[entry.figure.block].role == Role::Headline && is_age(entry))?;
    let ages: Vec<&Entry<'_>> = entries.iter().filter(is_age).collect();
    let is_one = |entry: &Entry<'_>| entry.figure.modifier == Modifier::Plain && entry.figure.pair.is_none();
    let body = ages.iter().filter(|age| age.figure.block != head.figure.block);
    let mut body = body.filter(|age| story.blocks[age.figure.block].role == Role::Paragraph);
    let first = body.next()?;
    let paragraphs = (head.figure.block..=first.figure.block).filter(|&at| story.blocks[at].role == Role::Paragraph);
    let is_alone = ages.iter().filter(|age| age.figure.block == head.figure.block).count() == 1
        && !ages.iter().any(|age| age.figure.block != head.figure.block && age.figure.value == head.figure.value)
        && !body.any(|age| age.figure.block <= first.figure.block && age.figure.value != first.figure.value);
    let differ = is_one(head) && is_one(first) && head.figure.value != first.figure.value;
    // "The 57-year-old" is somebody whom the headline has not named yet.
    let before = story.tokens_before(first.figure.sentence, first.figure.number.start);
    let text = story.text_of(story.blocks[first.figure.block].span);
    let is_new = before.last().is_none_or(|word| !is_one_of(word.of(text), &["the"]));
    let is_known = known.iter().any(|known| known.kind == RelationKind::SameAge && known.stated == first.claim);
    let is_near = !is_known && paragraphs.count() <= FIRST && is_new && !story.is_quoted(first.figure.number);
    (is_alone && differ && is_near).then(|| Relation {
        kind: RelationKind::SameAge,
        stated: first.claim,
        operands: vec![head.claim],
        beside: Vec::new(),
        cue: None,
        low: head.figure.interval.low,
        high: head.figure.interval.high,
        printed: Some(head.figure.value),
        complete: true,
        holds: false,
    })
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn an_age_in_the_headline_is_that_of_the_person_below() {
        for (text, is_wrong) in [
            ("Man, 58, pulled from weir\n\nA 53-year-old angler was in the water at Brae, the keeper said.", true),
            ("Man, 58, pulled from weir\n\nA 58-year-old angler was in the water at Brae, the keeper said.", false),
            (
                "Man, 58, pulled from weir\n\nAn angler and her son, 34, were in the water, the keeper said.\n\nIda Fell, 58, is well.",
                false,
            ),
            (
                "Girl, 12, falls in lock\n\nNell Orde was at the lock.\n\nA schoolgirl aged 14 fell in on Monday, she said.",
                true,
            ),
        ] {
            let found = relations(&read(text), RelationKind::SameAge);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
