//! Ties that reach over the end of a sentence: what one sentence says of the figures of its neighbours.
//!
//! Neighbours speak of many things, so every tie here needs words that take up the other sentence: "of the homes",
//! "that is", "the figure was", "an average of". A figure that any reading bears out is left alone.
//!
//! Sentences reach no further than a block's stretch, so that they are read again only when it changes.

mod aboard;
mod accounted;
mod amount;
mod announced;
mod apart;
mod area;
mod at_each;
mod average;
mod ballot;
mod bands;
mod beating;
mod beyond;
mod brought;
mod came_to;
mod candidates;
mod cents;
mod change;
mod compared;
mod complement;
mod days_each;
mod dealt;
mod example;
mod exchange;
mod fates;
mod flow;
mod for_one;
mod from_peak;
mod further;
mod gap;
mod gathered;
mod gone_to;
mod house;
mod in_a_row;
mod instalment;
mod joined;
mod laid_out;
mod lead;
mod left;
mod levels;
mod lost_and_has;
mod lost_of;
mod merged;
mod more_or;
mod multiple_before;
mod multiple_then;
mod multiplied;
mod named_change;
mod named_way;
mod needed;
mod numerator;
mod of_normal;
mod one_for;
mod only;
mod opposites;
mod or_in_all;
mod other_end;
mod part;
mod part_so_far;
mod parts;
mod per_period;
mod per_thousand;
mod per_unit;
mod portion;
mod price_of_one;
mod rate;
mod rate_noun;
mod rest_share;
mod scene;
mod seats;
mod share;
mod share_behind;
mod shared_out;
mod since_when;
mod so_many_times;
mod staged;
mod step_from;
mod summed;
mod surplus;
mod tallied;
mod that_change;
mod times;
mod told_apart;
mod turned;
mod turnout;
mod two_sides;
mod verdicts;
mod vote;
mod vote_body;
mod vote_share;
mod vote_side;
mod votes_cast;
mod way_before;
mod whole;
mod win_by;
mod would_lift;

pub(super) use change::is_elsewhere;
pub(super) use named_change::{Placed, are_dated_apart, is_foreseen, is_of_them, is_of_year_before};
pub(super) use part::has_parts;
pub(super) use per_period::DAYS;
pub(super) use turned::in_order;
pub(super) use vote::sides as sides_of_vote;
pub(super) use way_before::of_headline as way_of_headline;

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use super::line::{self, Line, Slot, tie};
use super::local::{self, BlockFigures};
use super::quotient::Outcome;
use super::telling::{self, Stem};
use super::{ClaimId, Entry, Relation, RelationKind, Story};
use crate::draft::{Place, Role};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, MONTH_NAMES, WordList, Words};
use crate::story::StoryBlock;
use crate::story::stretch::{Stretch, StretchNote};

/// How many sentences with figures back a sentence may reach.
const REACH: usize = 4;

/// What falls when it grows, or is told without its sign.
pub(super) const LOSSES: &[&str] =
    &["loss", "losses", "deficit", "deficits", "shortfall", "rank", "ranked", "place", "odds", "yield", "yields"];

/// A sentence among its neighbours.
#[derive(Clone, Copy)]
struct Reach<'l, 'a> {
    story: &'a Story,
    line: &'l Line<'a>,
    /// Whether it tells of a change by how much, and not both ends.
    is_unfinished: bool,
    /// The sentences with figures before it, as far as it reaches; the nearest is the last.
    before: &'l [&'l Line<'a>],
    /// The next sentence with figures.
    next: Option<&'l Line<'a>>,
}

/// The ties of a story's sentences with their neighbours; `known` are those that were found without.
pub(super) fn find(
    story: &Story,
    entries: &[Entry<'_>],
    blocks: &[BlockFigures<'_>],
    known: &[Relation],
) -> Vec<Relation> {
    let prose = blocks.iter().map(BlockFigures::number).filter(|&number| is_prose(&story.blocks[number]));
    let mut found: Vec<Relation> = prose.flat_map(|number| reaching(story, entries, number)).collect();
    let is_held = |each: &Relation| known.iter().any(|known| holds_total_of(known, each));
    found.retain(|relation| relation.kind != RelationKind::Each || !is_held(relation));
    found.extend(part::find(story, blocks));
    // Who ties a figure first knows it best.
    let repeats = |relation: &&Relation| relation.kind != RelationKind::Repeat || !relation.holds;
    let mut told: FxHashSet<ClaimId> = known.iter().filter(repeats).map(|relation| relation.stated).collect();
    // "18 arrests for theft, 12 for assault. The 30 arrests": what looked like another number is the sum of all.
    let is_sum_of = |relation: &Relation, first: &Relation| {
        first.kind == RelationKind::Repeat
            && relation.kind == RelationKind::Sum
            && first.stated == relation.stated
            && first.operands.iter().any(|claim| relation.operands.contains(claim))
    };
    found.retain(|relation| told.insert(relation.stated) || known.iter().any(|known| is_sum_of(relation, known)));
    found
}

/// Whether it is one number, as it is printed or about as much.
fn is_plain(slot: &Slot<'_>) -> bool {
    slot.figure().pair.is_none() && matches!(slot.figure().modifier, Modifier::Plain | Modifier::About)
}

/// The word before a figure, past "about", "just" and the like.
fn word_before(line: &Line<'_>, slot: &Slot<'_>) -> usize {
    const BENT: &[&str] =
        &["about", "almost", "around", "clear", "exactly", "just", "nearly", "now", "only", "roughly", "some", "still"];
    let mut at = slot.begin.wrapping_sub(1);
    while line.first < at && at < slot.begin && line.words.is_any(at, BENT) {
        at -= 1;
    }
    at
}

/// Whether the sentence has a word of the `list` but for those that are `excused`.
fn has_unexcused(line: &Line<'_>, list: &WordList, excused: impl Fn(usize) -> bool) -> bool {
    line.has_listed(line.first, line.end, list)
        && (line.first..line.end).any(|at| line.words.is_listed(at, list) && !excused(at))
}

/// Whether a figure begins with the word, or right behind it: "a further 60".
fn opens_figure(slots: &[Slot<'_>], at: usize) -> bool {
    slots.iter().any(|slot| slot.begin == at || slot.begin == at + 1)
}

/// Whether sentences of the block go on from one to the next.
fn is_prose(block: &StoryBlock) -> bool {
    block.role == Role::Paragraph && block.place == Place::Flow
}

/// The ties of the sentences of the block with this number with those around them.
fn reaching(story: &Story, entries: &[Entry<'_>], block: usize) -> impl Iterator<Item = Relation> {
    let stretch = Stretch::blocks(block, story.blocks.len());
    let behind = entries.partition_point(|entry| entry.figure.block < stretch.start);
    let near = &entries[behind..];
    // In every fifth paragraph with figures stands a lone one, with none beside it that could be tied to it.
    let of_stretch = near.iter().map(|entry| entry.figure.block).take_while(|number| stretch.contains(number));
    let is_lone = of_stretch.filter(|&number| is_prose(&story.blocks[number])).nth(1).is_none();
    let relations: &[Relation] = if is_lone { &[] } else { &story.stretch_note::<Reaching>(block).0 };
    local::placed(relations, near, story.blocks[stretch.start].span.start)
}

/// The ties of a block's sentences with those around them, read from its stretch.
struct Reaching(Vec<Relation>);

impl StretchNote for Reaching {
    fn read(Stretch { story, at }: &Stretch) -> Self {
        let entries = local::numbered(story);
        let lines: Vec<Line<'_>> = line::lines(story, &entries).into_iter().map(Line::without_ages).collect();
        Self(of_block(story, &local::by_block(story, &entries), &lines, *at))
    }
}

/// The ties of the sentences of the block with this number with those around them among `lines`.
fn of_block(story: &Story, blocks: &[BlockFigures<'_>], lines: &[Line<'_>], block: usize) -> Vec<Relation> {
    let is_prose = |(line, _): &(&Line<'_>, &bool)| is_prose(&story.blocks[line.block]);
    let unfinished = blocks.iter().flat_map(|block| &block.local.unfinished).chain(std::iter::repeat(&true));
    let (prose, unfinished): (Vec<&Line<'_>>, Vec<&bool>) = lines.iter().zip(unfinished).filter(is_prose).unzip();
    let mut found = Vec::new();
    for (number, (&line, &&is_unfinished)) in prose.iter().zip(&unfinished).enumerate() {
        if line.block != block {
            continue;
        }
        let before = &prose[number.saturating_sub(REACH)..number];
        let next = prose.get(number + 1).copied();
        if line.slots.len() == 1 && before.is_empty() && next.is_none() {
            continue;
        }
        let reach = Reach { story, line, is_unfinished, before, next };
        let of_others = found.len();
        found.extend(rate::find(reach));
        found.extend(average::find(reach));
        found.extend(share::find(reach));
        found.extend(change::find(reach));
        found.extend(amount::find(reach));
        found.extend(that_change::find(reach));
        found.extend(apart::find(line));
        found.extend(beating::find(line));
        found.extend(seats::find(line));
        found.extend(house::find(reach));
        found.extend(dealt::find(line));
        found.extend(vote::find(reach));
        found.extend(turnout::find(reach));
        found.extend(votes_cast::find(reach));
        found.extend(lead::find(reach));
        found.extend(only::find(reach));
        found.extend(portion::find(reach));
        found.extend(parts::find(reach).or_else(|| bands::find(reach)));
        found.extend(per_unit::find(line));
        found.extend(per_period::find(line));
        found.extend(scene::find(reach));
        found.extend(tallied::find(reach));
        found.extend(vote_body::find(reach));
        found.extend(vote_share::find(line));
        found.extend(vote_side::find(reach));
        found.extend(win_by::find(reach));
        found.extend(summed::find(reach));
        found.extend(shared_out::find(reach));
        found.extend(named_change::find(reach));
        found.extend(turned::find(reach));
        found.extend(other_end::find(reach));
        found.extend(exchange::find(reach));
        found.extend(per_thousand::find(reach));
        found.extend(for_one::find(line));
        found.extend(flow::find(reach));
        found.extend(multiplied::find(reach));
        found.extend(compared::find(reach));
        found.extend(named_way::find(reach));
        found.extend(left::find(reach));
        found.extend(ballot::find(reach));
        found.extend(numerator::find(reach));
        found.extend(price_of_one::find(reach));
        found.extend(instalment::find(reach));
        found.extend(so_many_times::find(reach));
        found.extend(told_apart::find(reach));
        found.extend(share_behind::find(reach));
        found.extend(brought::find(reach));
        found.extend(gathered::find(reach));
        found.extend(came_to::find(reach));
        found.extend(joined::find(reach));
        found.extend(gap::find(reach));
        found.extend(more_or::find(reach));
        found.extend(announced::find(reach));
        found.extend(rest_share::find(reach));
        found.extend(fates::find(reach));
        found.extend(further::find(reach));
        found.extend(laid_out::find(reach));
        found.extend(candidates::find(reach));
        found.extend(accounted::find(reach));
        found.extend(aboard::find(reach));
        found.extend(levels::find(reach));
        if let Some(levels) = way_before::levels(reach.last(), line) {
            found.extend(way_before::find(reach, levels));
            found.extend(multiple_before::find(reach, levels));
        }
        found.extend(staged::find(line));
        found.extend(merged::find(line));
        found.extend(opposites::find(line));
        found.extend(would_lift::find(line));
        found.extend(two_sides::find(line));
        found.extend(step_from::find(reach));
        found.extend(told_together(reach));
        let own = found.split_off(of_others);
        found.extend(own.into_iter().filter(|relation| !reach.gives_otherwise(relation)));
    }
    found
}

/// The ties of a sentence in which whole, parts and what is said of them stand together, or nearly so.
fn told_together(reach: Reach<'_, '_>) -> Vec<Relation> {
    let line = reach.line;
    let mut found = Vec::new();
    found.extend(gone_to::find(reach));
    found.extend(surplus::find(line));
    found.extend(beyond::find(line));
    found.extend(at_each::find(line));
    found.extend(cents::find(line));
    found.extend(lost_of::find(line));
    found.extend(verdicts::find(line));
    found.extend(of_normal::find(reach));
    found.extend(or_in_all::find(line));
    found.extend(since_when::find(line));
    found.extend(example::find(reach));
    found.extend(in_a_row::find(line));
    found.extend(days_each::find(line));
    found.extend(from_peak::find(line));
    found.extend(lost_and_has::find(line));
    found.extend(complement::find(line));
    found.extend(area::find(line));
    found.extend(multiple_then::find(line));
    found.extend(part_so_far::find(reach));
    found.extend(one_for::find(reach));
    found.extend(rate_noun::find(reach));
    found.extend(needed::find(reach));
    found
}

/// Whether the sum that is shared out has been held against its shares already.
fn holds_total_of(known: &Relation, each: &Relation) -> bool {
    matches!(known.kind, RelationKind::Average | RelationKind::Each) && each.operands.first() == Some(&known.stated)
}

impl<'l, 'a> Reach<'l, 'a> {
    /// The nearest sentence before it, in its block or the one before.
    fn last(&self) -> Option<&'l Line<'a>> {
        self.before.last().copied().filter(|last| self.line.block <= last.block + 1)
    }

    /// "4,210 bats, up from 3,368 … so the rise was 842": whether two other figures lie as far apart as is said, where the
    /// two that were taken do not.
    fn gives_otherwise(&self, relation: &Relation) -> bool {
        if relation.kind != RelationKind::Difference || relation.holds {
            return false;
        }
        let is_stated = |slot: &&Slot<'_>| slot.entry.claim == relation.stated;
        let Some(stated) = self.line.slots.iter().find(is_stated).map(|slot| slot.figure().value) else { return false };
        let slots = || self.before.iter().flat_map(|at| &at.slots).chain(&self.line.slots);
        let is_apart = |one: &Slot<'_>, other: &Slot<'_>| {
            one.is_like(other)
                && is_plain(one)
                && is_plain(other)
                && one.figure().value - other.figure().value == stated
        };
        slots().any(|one| slots().any(|other| is_apart(one, other)))
    }

    /// Whether it or the sentence right before it gives a score: hardly any two do.
    fn has_score(&self) -> bool {
        let has = |at: &Line<'_>| at.slots.iter().any(|slot| slot.kind() == FigureKind::Score);
        has(self.line) || self.last().is_some_and(has)
    }

    /// The sentence right before it, in its paragraph or at the end of the one before.
    fn previous(&self) -> Option<&'l Line<'a>> {
        let line = self.line;
        self.last().filter(|last| {
            let is_next = last.block == line.block && last.end == line.first;
            is_next || last.block < line.block && line.first == 0 && last.end == last.words.tokens.len()
        })
    }

    /// The words among which the next sentence begins, in its paragraph or the next one, with the number of its first and
    /// where the block of these words begins in the story.
    fn behind(&self) -> Option<(Words<'a>, usize, u32)> {
        let line = self.line;
        if line.end < line.words.tokens.len() {
            return Some((line.words, line.end, line.start));
        }
        let block = self.story.blocks.get(line.block + 1).filter(|block| is_prose(block))?;
        let words = Words { text: block.span.of(&self.story.text), tokens: &block.mentions.tokens };
        Some((words, 0, block.span.start))
    }

    /// The sentence, and up to `back` of those before it in its block or the one before; the nearest first.
    fn near(&self, back: usize) -> impl Iterator<Item = &'l Line<'a>> + use<'l, 'a> {
        let (line, before) = (self.line, self.before);
        let near = before.iter().rev().take(back).copied().filter(move |at| line.block <= at.block + 1);
        std::iter::once(line).chain(near)
    }

    /// The figures before it that `fits`, the nearest first.
    fn earlier(&self, fits: impl Fn(&Line<'a>, &Slot<'a>) -> bool) -> Vec<&'l Slot<'a>> {
        let slots = self.before.iter().rev().flat_map(|line| line.slots.iter().rev().map(move |slot| (*line, slot)));
        slots.filter(|(line, slot)| fits(line, slot)).map(|(_, slot)| slot).collect()
    }
}

/// The sentence of a line.
fn sentence_of(line: &Line<'_>) -> usize {
    line.slots[0].entry.figure.sentence
}

/// Whether the sentences have a telling word in common.
pub(super) fn share_words(story: &Story, one: &Line<'_>, other: &Line<'_>) -> usize {
    let (one, other) = (telling::words_of(story, sentence_of(one)), telling::words_of(story, sentence_of(other)));
    one.iter().filter(|stem| other.binary_search(stem).is_ok()).count()
}

/// The stem of the word at `at`, where it is one that means something.
fn stem_at(line: &Line<'_>, at: usize) -> Option<Stem> {
    let token = line.words.get(at).filter(|token| telling::is_telling(token))?;
    Stem::of(&super::thing::sense_in(line.words.text, token))
}

/// Whether the sentence takes up the one before: "that is", "they", "the figure was".
fn takes_up(line: &Line<'_>) -> bool {
    const PRONOUNS: WordList = WordList::of(&["that", "this", "it", "they", "these", "those"]);
    const NOUNS: WordList = WordList::of(&[
        "figure",
        "number",
        "total",
        "rate",
        "sum",
        "amount",
        "proportion",
        "share",
        "count",
        "bill",
        "tally",
    ]);
    let words = line.words;
    (line.first..line.first + 6).any(|at| {
        words.is_listed(at, &PRONOUNS)
            && (at == line.first
                || words.is_capitalized(at - 1)
                    && (words.has(at - 1, Class::Time) || MONTH_NAMES.contains(&words.written(at - 1)))
                // "He called | it | a rise of 3%"
                || words.is_any(at - 1, &["called", "calls", "termed"])
                || words.is_any(at - 1, &[",", "year", "now", "then", "but", "and", "before", "earlier", "ago"]))
            || words.is(at, "the") && words.is_listed(at + 1, &NOUNS)
    }) || line.has_between(line.first, line.slots.first().map_or(line.end, |slot| slot.begin), &["them"])
}

/// Whether the words near a figure say that it is of an earlier time: "last year", "in 2019", "a year earlier".
fn is_then(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const TIMES: WordList = WordList::of(&[
        "year", "month", "week", "quarter", "season", "spring", "summer", "autumn", "winter", "fall", "term", "decade",
        "time", "years", "months", "weeks", "days", "seasons", "decades",
    ]);
    const BEHIND: WordList = WordList::of(&["before", "earlier", "ago", "previously"]);
    let words = line.words;
    let first = slot.begin.saturating_sub(9).max(line.first);
    let end = (slot.end + 9).min(line.end);
    (first..end).any(|at| {
        words.is_any(at, &["last", "previous", "preceding"]) && words.is_listed(at + 1, &TIMES)
            || words.is_listed(at, &BEHIND)
                && (words.is_listed(at.wrapping_sub(1), &TIMES) || words.run_is(at.wrapping_sub(2), &["the", "one"]))
            || words.is_any(at, &["previously", "originally"])
            || words.is_any(at, &["in", "since", "of", "for"]) && is_year(words.written(at + 1))
            || words.has(at, Class::Time) && words.is_capitalized(at) && is_year(words.written(at + 1))
    })
}

/// How far back the words near a figure place it: now, "last year", "the year before".
fn how_far_back(line: &Line<'_>, slot: &Slot<'_>) -> u8 {
    let first = slot.begin.saturating_sub(9).max(line.first);
    let is_before = line.has_between(first, slot.end + 9, &["before", "earlier", "previous", "preceding"]);
    u8::from(is_then(line, slot)) + u8::from(is_before)
}

/// Whether only a year says so: how far back it lies is not told.
fn is_then_by_year(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const RELATIVE: &[&str] =
        &["last", "previous", "preceding", "before", "earlier", "ago", "previously", "originally"];
    let first = slot.begin.saturating_sub(9).max(line.first);
    is_then(line, slot) && !line.has_between(first, slot.end + 9, RELATIVE)
}

pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether what was given is within `factor` of what is stated: farther off, they speak of different things.
pub(super) fn is_near(outcome: &Outcome, slot: &Slot<'_>, factor: i64) -> bool {
    let (one, other) = (outcome.given.said.abs(), slot.figure().value.abs());
    let least = one.min(other);
    least > Decimal::ZERO && one.max(other).checked_div(least).is_some_and(|ratio| ratio <= Decimal::from(factor))
}

/// The tie of `stated` to `operands`; `None` where the outcome is neither right nor [near](is_near), and so of something else.
fn tie_near(
    kind: RelationKind,
    stated: &Slot<'_>,
    operands: &[&Slot<'_>],
    outcome: Outcome,
    factor: i64,
) -> Option<Relation> {
    (outcome.holds || is_near(&outcome, stated, factor)).then(|| tie(kind, stated, operands, None, outcome))
}

#[cfg(test)]
mod tests;
