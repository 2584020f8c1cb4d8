//! Shares of one whole whose form says that they are all of it: what a thing is made of, the two sides of a vote, names
//! with nothing but their shares, and a last part that stands in words.

use rust_decimal::Decimal;

use super::row::{Row, has_any, spaced};
use super::share_words::next_word;
use super::whole::{OTHERS, are_of_many_wholes, within};
use super::{Entry, Relation, RelationKind, Story};
use crate::extract::Modifier;
use crate::text::Span;

/// "Half goes on salaries, a quarter on touring and the remaining third on rent": parts in words, which are no figures.
pub(super) fn left_in_words(story: &Story, row: &Row<'_>, shares: &[&Entry<'_>]) -> Option<Relation> {
    // A fraction in words stands for what is near it.
    const LOOSE: i64 = 7;
    let last = shares.last()?;
    if !story.blocks[row.block].mentions.vocabulary.may_hold("remaining") {
        return all_in_words(story, row, shares);
    }
    let words = spaced(row.words());
    let Some((_, behind)) = words.split_once(" the remaining ") else { return all_in_words(story, row, shares) };
    let rest = part(behind.split_whitespace().next()?)?;
    let is_plain = |share: &&Entry<'_>| share.figure.modifier == Modifier::Plain;
    if has_any(&words, OTHERS) || !shares.iter().all(is_plain) || are_of_many_wholes(story, row.span, shares) {
        return None;
    }
    // "A quarter on touring" behind the first share.
    let end = last.figure.number.end;
    let tail = spaced(story.text_of(Span::new(end, row.span.end.max(end))));
    let tail = tail.split_once(" the remaining ")?.0.to_owned();
    let words: Vec<&str> = tail.split_whitespace().collect();
    let uncounted: Decimal = words
        .windows(3)
        .filter(|run| ["a", "one", ",", "and", "another"].contains(&run[0]) && run[2] != "of")
        .filter_map(|run| part(run[1]))
        .sum();
    let told = shares.iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(share.figure.value))?;
    let sum = told.checked_add(uncounted)?.checked_add(rest)?;
    let holds = (sum - Decimal::ONE_HUNDRED).abs() <= Decimal::from(LOOSE);
    let left = Decimal::ONE_HUNDRED.checked_sub(sum)?.checked_add(last.figure.value)?;
    let (stated, others) = shares.split_last()?;
    (holds || within(sum, 60, 160)).then(|| Relation {
        kind: RelationKind::Shares,
        beside: Vec::new(),
        stated: stated.claim,
        operands: others.iter().map(|share| share.claim).collect(),
        cue: None,
        low: Some(left),
        high: Some(left),
        printed: Some(left),
        complete: false,
        holds,
    })
}

/// Parts in words, over what.
const PARTS: [(&str, i64, i64); 8] = [
    ("half", 1, 2),
    ("third", 1, 3),
    ("quarter", 1, 4),
    ("fifth", 1, 5),
    ("sixth", 1, 6),
    ("eighth", 1, 8),
    ("tenth", 1, 10),
    ("two-thirds", 2, 3),
];

/// What a part in words is, in percent.
pub(super) fn part(word: &str) -> Option<Decimal> {
    let (_, one, of) = PARTS.iter().find(|(name, ..)| *name == word)?;
    Decimal::from(*one).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(Decimal::from(*of))
}

/// "Half of the estate goes to his widow, a quarter to his son and a third to the lifeboat": parts in words of one whole,
/// each with the preposition of the last, that make more than it.
fn all_in_words(story: &Story, row: &Row<'_>, shares: &[&Entry<'_>]) -> Option<Relation> {
    const PREPOSITIONS: &[&str] = &["to", "on", "in", "for", "from", "by"];
    const LOOSE: i64 = 7;
    let [only] = shares else { return None };
    let end = only.figure.number.end;
    let tail = story.text_of(Span::new(end, row.span.end.max(end)));
    // Asked first: hardly any part in words is of a whole that is named right behind it.
    if only.figure.modifier != Modifier::Plain || !tail.trim_start().starts_with(['o', 'O']) {
        return None;
    }
    let tail = spaced(tail);
    if !tail.starts_with(" of ") || has_any(&spaced(row.words()), OTHERS) {
        return None;
    }
    let words: Vec<&str> = tail.split_whitespace().collect();
    let parts: Vec<(usize, Decimal)> = (1..words.len().saturating_sub(1))
        .filter(|&at| ["a", "one", ",", "and"].contains(&words[at - 1]) && PREPOSITIONS.contains(&words[at + 1]))
        .filter_map(|at| Some((at, part(words[at])?)))
        .collect();
    let joint = words.get(parts.last()?.0 + 1)?;
    let is_list = 2 <= parts.len()
        && parts.iter().all(|(at, _)| words.get(at + 1) == Some(joint))
        && words[..parts[0].0].contains(joint)
        && words[parts[parts.len() - 2].0..parts[parts.len() - 1].0].contains(&"and");
    let sum = parts.iter().try_fold(only.figure.value, |sum, (_, part)| sum.checked_add(*part))?;
    let most = Decimal::ONE_HUNDRED.checked_add(Decimal::from(LOOSE))?;
    let left = Decimal::ONE_HUNDRED.checked_sub(sum)?.checked_add(only.figure.value)?;
    (is_list && most < sum && within(sum, 100, 150)).then(|| Relation {
        kind: RelationKind::Shares,
        beside: Vec::new(),
        stated: only.claim,
        operands: Vec::new(),
        cue: None,
        low: Some(left),
        high: Some(left),
        printed: Some(left),
        complete: false,
        holds: false,
    })
}

/// Whether names and their shares of a vote, and nothing else, follow one another: "gave the Union 46.2 percent, the Reform
/// Bloc 38.9 percent and the Greens 14.9 percent".
pub(super) fn are_results(story: &Story, words: &str, shares: &[&Entry<'_>]) -> bool {
    const VOTES: &[&str] = &[" results ", " result ", " ballots ", " votes counted ", " of the vote ", " of votes "];
    let is_named = |pair: &[&Entry<'_>]| {
        let (start, end) = (pair[0].figure.number.end, pair[1].figure.number.start);
        let text = spaced(story.text_of(Span::new(start, end.max(start))));
        let name = [" , and ", " , ", " and ", " ; "].iter().find_map(|joint| text.strip_prefix(joint));
        name.is_some_and(|name| {
            (1..=5).contains(&name.split_whitespace().count()) && !has_any(&text, &[" in ", " on ", " at ", " from "])
        })
    };
    has_any(words, VOTES)
        && shares.windows(2).all(is_named)
        && !has_any(words, &[" from ", " turnout ", " up ", " down ", " district "])
}

/// Whether all but the first share have nothing but a name before them: ", gas 31 percent, wind 16 percent and solar 9 percent".
pub(super) fn are_gapped(story: &Story, shares: &[&Entry<'_>]) -> bool {
    let gap = |(number, pair): (usize, &[&Entry<'_>])| {
        let (start, end) = (pair[0].figure.number.end, pair[1].figure.number.start);
        let text = spaced(story.text_of(Span::new(start, end.max(start))));
        let behind =
            [" , ", " and ", " ; "].iter().filter_map(|joint| text.rfind(joint).map(|at| at + joint.len())).max();
        let most = if number == 0 { 12 } else { 5 };
        behind.is_some_and(|at| text[at..].split_whitespace().count() <= 3 && text.split_whitespace().count() <= most)
    };
    shares.windows(2).enumerate().all(gap)
}

/// "The soil is 40% sand, 35% silt and 25% clay", "a blend of 60% cotton, 30% wool and 10% silk": what something is made of.
pub(super) fn are_made_of(story: &Story, words: &str, shares: &[&Entry<'_>]) -> bool {
    // Groups of people overlap, and so do the ways in which a thing is better.
    const OVERLAP: &[&str] = &[
        " under ",
        " over ",
        " aged ",
        " female ",
        " male ",
        " women ",
        " men ",
        " hispanic ",
        " latino ",
        " foreign ",
        " chance ",
        " off ",
        " cheaper ",
        " faster ",
        " bigger ",
        " smaller ",
        " sure ",
        " likely ",
        " population ",
        " people ",
        " residents ",
    ];
    const HEADS: &[&str] =
        &[" is ", " are ", " was ", " were ", " be ", " of ", " contains ", " contained ", " containing "];
    let first = shares[0];
    let sentence = story.sentences[first.figure.sentence].span;
    let start = first.figure.span.start.min(first.figure.number.start).max(sentence.start);
    let before = spaced(story.text_of(Span::new(sentence.start, start)));
    let is_headed = HEADS.iter().any(|head| before.ends_with(head));
    let is_bare = |share: &&Entry<'_>| {
        let next = next_word(story, share);
        let is_word = next.chars().next().is_some_and(char::is_alphabetic);
        is_word
            && !["of", "in", "to", "by", "from", "for", "on", "more", "less", "higher", "lower", "and", "each", "per"]
                .contains(&next)
    };
    is_headed && shares.iter().all(is_bare) && are_gapped(story, shares) && !has_any(words, OVERLAP)
}

/// "Won the runoff with 53.5 percent of the vote to 46.5": two shares of one vote.
pub(super) fn are_rivals(story: &Story, words: &str, shares: &[&Entry<'_>]) -> bool {
    const VOTED: &[&str] = &[
        " won ",
        " wins ",
        " win ",
        " beat ",
        " beating ",
        " defeated ",
        " defeating ",
        " votes ",
        " vote ",
        " ballots ",
        " runoff ",
    ];
    let [one, other] = shares else { return false };
    let (start, end) = (one.figure.number.end, other.figure.number.start);
    let gap = spaced(story.text_of(Span::new(start, end.max(start))));
    let is_to = has_any(&gap, &[" to ", " against "]) && gap.split_whitespace().count() <= 8;
    // "57 percent in the two-way race and Orr 43 percent"
    let are_two = has_any(
        words,
        &[" two - way ", " two - horse ", " head - to - head ", " runoff ", " run - off ", " two - candidate "],
    );
    let is_and = are_two && has_any(&gap, &[" and ", " while "]) && gap.split_whitespace().count() <= 14;
    if is_and
        && has_any(words, VOTED)
        && !has_any(words, &[" from ", " turnout ", " up ", " down ", " counted ", " undecided "])
    {
        return true;
    }
    is_to
        && !has_any(&gap, &[" from ", " up ", " down ", " , ", " and "])
        && has_any(words, VOTED)
        && !has_any(words, &[" from ", " turnout ", " share ", " rose ", " fell ", " seats ", " chance "])
}
