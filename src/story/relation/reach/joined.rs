//! Two sentences read as one, where the second opens with a word for the first: "She baked 84 pies in six days. That is 14
//! a day", "There were 1,380 burglaries last year. That was 15 per cent more than the 1,200 of 2023".
//!
//! What a sentence may say of its own figures it may say of those that it points at, in the same words. So the readings
//! of one sentence read the two; what they make of figures of one of them alone is theirs to say without this.

use super::super::line::{Line, Slot};
use super::super::{ClaimId, Relation, RelationKind, change, conversion, each, margin, multiple, product, share};
use super::{Reach, apart, for_one, per_period, per_unit, times};
use crate::language::{Token, Vocabulary, WordList, Words};

/// More figures than this in two sentences are of more than one thing.
const MOST: usize = 5;

/// The ties of a sentence that points at the one before with that one.
pub(super) fn find(reach: Reach<'_, '_>) -> Vec<Relation> {
    let line = reach.line;
    if line.slots.is_empty() || !points_back(line) {
        return Vec::new();
    }
    let Some(last) = reach.previous() else { return Vec::new() };
    if last.slots.is_empty() || MOST < last.slots.len() + line.slots.len() {
        return Vec::new();
    }
    if last.block == line.block {
        let whole = Line {
            words: line.words,
            first: last.first,
            end: line.end,
            slots: [&last.slots[..], &line.slots[..]].concat(),
            block: line.block,
            start: line.start,
            vocabulary: line.vocabulary,
        };
        return read(&whole, last, line);
    }
    // Over the edge of a paragraph the words of both are numbered anew.
    let by = line.start - last.start;
    let tokens: Vec<Token> = words_of(last)
        .iter()
        .copied()
        .chain(words_of(line).iter().map(|token| Token { span: token.span.shifted(by), ..*token }))
        .collect();
    let text = &reach.story.text[last.start as usize..line.start as usize + line.words.text.len()];
    let vocabulary = Vocabulary::of(&tokens);
    let behind = last.end - last.first;
    let slots: Vec<Slot<'_>> = last
        .slots
        .iter()
        .map(|slot| moved(slot, |at| at.saturating_sub(last.first)))
        .chain(line.slots.iter().map(|slot| moved(slot, |at| (at + behind).saturating_sub(line.first))))
        .collect();
    let whole = Line {
        words: Words { text, tokens: &tokens },
        first: 0,
        end: tokens.len(),
        slots,
        block: line.block,
        start: last.start,
        vocabulary: &vocabulary,
    };
    read(&whole, last, line)
}

fn words_of<'a>(line: &Line<'a>) -> &'a [Token] {
    line.words.tokens.get(line.first..line.end).unwrap_or_default()
}

/// A figure where `place` has its words now.
fn moved<'a>(slot: &Slot<'a>, place: impl Fn(usize) -> usize) -> Slot<'a> {
    Slot {
        begin: place(slot.begin),
        number: place(slot.number),
        behind: place(slot.behind),
        end: place(slot.end),
        ..*slot
    }
}

/// What the readings of one sentence make of both.
fn read(whole: &Line<'_>, last: &Line<'_>, line: &Line<'_>) -> Vec<Relation> {
    let mut found = change::find(whole);
    found.extend(multiple::find(whole));
    found.extend(margin::find(whole));
    found.extend(share::find(whole));
    found.extend(conversion::find(whole, None));
    found.extend(each::find(whole, None));
    found.extend(product::find(whole, None));
    found.extend(apart::find(whole));
    found.extend(per_unit::find(whole));
    found.extend(per_period::find(whole));
    found.extend(for_one::find(whole));
    found.extend(times::multiple(whole));
    let is_in = |line: &Line<'_>, claim: ClaimId| line.slots.iter().any(|slot| slot.entry.claim == claim);
    // "That is an increase of 20% on the fares of the next town": its base is told in words.
    let has_own_base = |relation: &Relation| {
        let stated = line.slots.iter().find(|slot| slot.entry.claim == relation.stated);
        stated.is_some_and(|slot| {
            let end = slot.past();
            let has_base =
                (end..end + 3).any(|at| line.words.is_any(at, &["on", "than", "over", "from", "above", "below"]));
            has_base && !line.slots.iter().any(|other| end <= other.begin)
        })
    };
    let is_tied = |relation: &Relation| {
        is_in(line, relation.stated)
            && !has_own_base(relation)
            && relation.operands.iter().any(|&claim| is_in(last, claim))
    };
    // Which way the first sentence goes is no matter of the second's.
    found.retain(|relation| relation.kind != RelationKind::Direction && is_tied(relation));
    let held: Vec<ClaimId> = found.iter().filter(|relation| relation.holds).map(|relation| relation.stated).collect();
    found.retain(|relation| relation.holds || !held.contains(&relation.stated));
    found
}

/// "That is", "It works out at", "On average, that was": the sentence goes on with what the one before it told.
fn points_back(line: &Line<'_>) -> bool {
    const POINTING: &[&str] = &["that", "this", "it", "they", "these", "those", "which"];
    const OPENING: &[&str] = &["“", "\"", "‘", "and", "so", "but"];
    const VERBS: WordList = WordList::of(&[
        "is",
        "was",
        "are",
        "were",
        "’s",
        "'s",
        "makes",
        "made",
        "means",
        "meant",
        "equals",
        "equates",
        "represents",
        "represented",
        "works",
        "worked",
        "comes",
        "came",
        "amounts",
        "amounted",
        "averages",
        "averaged",
        "marks",
        "marked",
        "gives",
        "gave",
        "translates",
        "compares",
        "compared",
    ]);
    let words = line.words;
    let points = |at: usize| words.is_any(at, POINTING) && words.is_listed(at + 1, &VERBS);
    let mut at = line.first;
    while at < line.first + 2 && words.is_any(at, OPENING) {
        at += 1;
    }
    points(at) || (at..at + 4).any(|comma| words.is(comma, ",") && points(comma + 1))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        use RelationKind::{Average, Conversion, Difference, Each, Multiple, PercentChange, Share};
        let story = read(text);
        let kinds = [Average, Conversion, Difference, Each, Multiple, PercentChange, Share];
        kinds.iter().any(|&kind| relations(&story, kind).iter().any(|line| line.contains('≠')))
    }

    #[test]
    fn a_sentence_that_points_at_the_one_before_is_read_with_it() {
        for (text, sound, broken) in [
            (
                "There were 1,150 thefts in Brae last year. That was # per cent more than the 1,000 recorded in 2023, Lund said.",
                "15",
                "25",
            ),
            ("The bakery\n\nIda Ek baked 96 loaves in six days.\n\nThat is # a day, she said.", "16", "14"),
            ("The helpline took 36,500 calls last year. That works out at # a day, Lund said.", "100", "60"),
            ("The bear weighed 400 kilograms. That is about # pounds, said Lund.", "880", "1,080"),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn a_sentence_that_goes_on_to_other_things_is_read_alone() {
        for text in [
            "Ida Ek baked 96 loaves in six days. Brae eats 30 a day, she said.",
            "There were 1,150 thefts in Brae last year. It is home to 25 per cent more people than the 9,000 of 2010.",
            "The bear weighed 400 kilograms. It was 60 pounds heavier than a year ago.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
