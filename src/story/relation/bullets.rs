//! Ties a promised number of things to the bullets or the subheads that give them.

use rust_decimal::Decimal;

use super::tally::settle;
use super::{Entry, Relation, RelationKind, Story, exact};
use crate::draft::{Place, Role};
use crate::extract::{FigureKind, Modifier};
use crate::language::Class;
use crate::story::passage::Passage;

/// Whether words say that a list need not be complete.
fn is_partial(text: &str) -> bool {
    const PARTIAL: &[&str] = &["includ", "among", "such as", "for example", "some of", "at least"];
    let lower = text.to_lowercase();
    PARTIAL.iter().any(|word| lower.contains(word))
}

/// "Three items drew the longest debate:" and the bullets behind it.
pub(super) fn listed(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    lists(story).into_iter().filter_map(|items| under_lead(story, entries, &items)).collect()
}

/// The outermost items of every list.
fn lists(story: &Story) -> Vec<Vec<usize>> {
    let mut lists: Vec<(u32, Vec<usize>)> = Vec::new();
    for (number, block) in story.blocks.iter().enumerate() {
        let Place::Item { list, depth: 1 } = block.place else { continue };
        match lists.last_mut() {
            Some((last, items)) if *last == list => items.push(number),
            _ => lists.push((list, vec![number])),
        }
    }
    lists.into_iter().map(|(_, items)| items).collect()
}

/// The words that lead to a list, which end in a colon, and the counts among them.
fn leading_counts<'s, 'e, 'a>(
    story: &'s Story,
    entries: &'e [Entry<'a>],
    items: &[usize],
) -> Option<(&'s str, Vec<&'e Entry<'a>>)> {
    let lead = items.first()?.checked_sub(1)?;
    let block = &story.blocks[lead];
    let text = story.text_of(block.span);
    if block.role != Role::Paragraph || block.place != Place::Flow || !text.trim_end().ends_with(':') {
        return None;
    }
    let last = story.sentence_at(block.span.end);
    let sentence = story.sentences.get(last).filter(|sentence| sentence.block == lead)?;
    let in_sentence = entries.iter().filter(|entry| entry.figure.sentence == last && entry.figure.block == lead);
    let counts = in_sentence.filter(|entry| entry.figure.kind == FigureKind::Count).collect();
    Some((story.text_of(sentence.span), counts))
}

fn under_lead(story: &Story, entries: &[Entry<'_>], items: &[usize]) -> Option<Relation> {
    let (lead, counts) = leading_counts(story, entries, items)?;
    // Of "three of the 12 proposals" the first is listed; two counts far apart leave it open.
    let entry = counts.first().filter(|_| counts.len() == 1 || is_followed_by_of(story, counts[0]))?;
    let beside = items.iter().map(|&item| story.blocks[item].span).collect();
    let relation = settle(entry, items.len(), items.len(), beside)?;
    (2 <= items.len() && !is_partial(lead)).then_some(relation)
}

/// "A first tally of 143 buildings destroyed:" and bullets that each begin with a number of some of them.
pub(super) fn summed(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    lists(story).into_iter().filter_map(|items| sum_of(story, entries, &items)).collect()
}

fn sum_of(story: &Story, entries: &[Entry<'_>], items: &[usize]) -> Option<Relation> {
    const FEWEST: usize = 3;
    let (lead, counts) = leading_counts(story, entries, items)?;
    let [stated] = counts[..] else { return None };
    let first_of = |&item: &usize| {
        let block = &story.blocks[item];
        let first = entries.iter().find(|entry| entry.figure.block == item)?;
        let is_plain = first.figure.kind == FigureKind::Count && first.figure.modifier == Modifier::Plain;
        (is_plain && first.figure.number.start == block.span.start && first.figure.pair.is_none()).then_some(first)
    };
    let parts: Vec<&Entry<'_>> = items.iter().map(first_of).collect::<Option<_>>()?;
    let sum: Decimal = parts.iter().map(|part| part.figure.value).sum();
    let said = stated.figure.value;
    // A list far from the number lists something else.
    let is_near = (sum - said).abs() * Decimal::from(4) <= said && parts.iter().all(|part| part.figure.value < said);
    let is_all = is_near && FEWEST <= parts.len() && stated.figure.modifier == Modifier::Plain && !is_partial(lead);
    let operands = parts.iter().map(|part| part.claim).collect();
    is_all.then(|| exact(RelationKind::Sum, stated.claim, operands, sum, sum == said))
}

fn is_followed_by_of(story: &Story, entry: &Entry<'_>) -> bool {
    // "Four towers of 20 storeys or more:": the second tells of the first.
    let ends = [entry.figure.number.end, entry.figure.span.end];
    ends.into_iter().any(|end| [" of ", " with ", " over "].iter().any(|of| story.text[end as usize..].starts_with(of)))
}

/// "12 ways to save" against the numbered subheads, or the one list, of the story.
pub(super) fn promised_by_headline(story: &Story, entries: &[Entry<'_>]) -> Option<Relation> {
    let headline = story.blocks.iter().position(|block| block.role == Role::Headline)?;
    let entry = entries.iter().find(|entry| entry.figure.block == headline)?;
    let passage = Passage::of_sentence(story, entry.figure.sentence)?;
    let noun = passage.positions(entry.figure.unit.as_ref()?.span).end.wrapping_sub(1);
    if !passage.words.has(noun, Class::ListedNoun) || is_partial(story.text_of(story.blocks[headline].span)) {
        return None;
    }
    let is_subhead = |number: &usize| story.blocks[*number].role == Role::Subhead;
    let subheads: Vec<usize> = (0..story.blocks.len()).filter(is_subhead).collect();
    let is_numbered =
        |number: &&usize| story.text_of(story.blocks[**number].span).starts_with(|mark: char| mark.is_ascii_digit());
    let numbered: Vec<usize> = subheads.iter().filter(is_numbered).copied().collect();
    let mut lists = lists(story);
    let items = match (numbered.len(), subheads.len(), lists.len()) {
        (2.., ..) => numbered,
        (_, 0, 1) => lists.swap_remove(0),
        _ => return None,
    };
    let beside = items.iter().map(|&item| story.blocks[item].span).collect();
    settle(entry, items.len(), items.len(), beside).filter(|_| 2 < items.len())
}
