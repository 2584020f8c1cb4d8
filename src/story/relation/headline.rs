//! Ties the figures of a headline, its dek and the captions to the body's figures that they stand for.
//!
//! One that the body repeats, rounded or not, holds. One that the body neither repeats nor gives the parts of
//! is held against the body's figure for the same thing: near the top, in a sentence of the same words.

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use super::manner::Manner;
use super::telling::{Dimension, Telling};
use super::{ClaimId, Relation, Story, came_or_went, conflict, solver, thing};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::is_one_of;
use crate::text::Span;

/// More figures above a story than this are a table, not a headline; the bound keeps the step linear.
const MOST: usize = 48;

/// A headline speaks of what the first paragraphs say.
const LEDE: usize = 3;

/// Where a figure stands in a story.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The headline or the dek.
    Head,
    /// Under a picture.
    Caption,
    /// Running text, lists, tables, quotations.
    Body,
}

/// The figures above and beside the body, each tied to the one that it stands for.
pub(super) fn find(story: &Story, tellings: &[Telling<'_>], sums: &FxHashSet<ClaimId>) -> Vec<Relation> {
    let parts: Vec<Part> = (0..story.blocks.len()).map(|block| part(story, block)).collect();
    let is_body = |telling: &&Telling<'_>| parts[telling.entry.figure.block] == Part::Body;
    let body: Vec<&Telling<'_>> = tellings.iter().filter(is_body).collect();
    let heads: Vec<&Telling<'_>> =
        tellings.iter().filter(|telling| !is_body(telling) && is_stated(telling)).take(MOST).collect();
    let desk = Desk { story, body: &body, heads: &heads, lede: last_of_lede(story, &parts) };
    let is_vote = |head: &&Telling<'_>| is_side_of_vote(story, head.entry.figure.value);
    heads
        .iter()
        .filter(|telling| !sums.contains(&telling.entry.claim))
        .copied()
        .filter(|telling| !is_vote(telling))
        .filter_map(|head| desk.tie(head, parts[head.entry.figure.block]))
        .collect()
}

/// "64.1% of patients were seen" under a picture, where the story has 61.4%: three digits, two of which changed places.
fn is_turned_share(head: &Telling<'_>, body: &Telling<'_>) -> bool {
    let (one, other) = (head.entry.figure, body.entry.figure);
    let are_shares = one.kind == FigureKind::Percentage && other.kind == FigureKind::Percentage;
    let is_long = one.value.normalize().mantissa().abs() >= 100 && one.value.scale() == other.value.scale();
    // Digits that change places change a number by a multiple of nine.
    let is_turned = || {
        solver::is_digit_slip(one.value, other.value)
            && one.value.mantissa().abs_diff(other.value.mantissa()).is_multiple_of(9)
    };
    are_shares && is_long && is_turned() && 2 <= head.shared(body)
}

/// Whether a vote or score of the story has that many on one side: "by 21 votes to 16", "voted 21-16".
fn is_side_of_vote(story: &Story, value: Decimal) -> bool {
    let mut pairs = story.figures.iter().filter_map(|figure| figure.pair);
    pairs.any(|(one, other)| one == value || other == value)
}

/// "One man", "a second": a single thing is a word more often than a figure.
fn is_stated(telling: &Telling<'_>) -> bool {
    telling.entry.figure.value > Decimal::ONE
}

fn part(story: &Story, block: usize) -> Part {
    match story.blocks[block].role {
        Role::Headline | Role::Dek => Part::Head,
        Role::Caption => Part::Caption,
        Role::Paragraph if is_headline_in_disguise(story, block) => Part::Head,
        _ => Part::Body,
    }
}

/// A first line that ends in a full stop but is set like a title: "Only 24 Percent of Donors Are Small."
fn is_headline_in_disguise(story: &Story, block: usize) -> bool {
    const LONGEST: u32 = 120;
    let span = story.blocks[block].span;
    if block != 0 || span.len() > LONGEST || story.blocks.len() < 2 {
        return false;
    }
    let long = |word: &&str| 3 < word.len() && word.starts_with(char::is_alphabetic);
    let mut words = story.text_of(span).split_whitespace().filter(long).peekable();
    words.peek().is_some() && words.all(|word| word.starts_with(char::is_uppercase))
}

/// The block of the third paragraph.
fn last_of_lede(story: &Story, parts: &[Part]) -> usize {
    let paragraphs = story.paragraphs().filter(|&block| parts[block] == Part::Body);
    paragraphs.take(LEDE).last().unwrap_or(0)
}

/// "Appeal passes £200,000", where it stands at £212,400: a mark, and not what the story has.
fn is_passed(story: &Story, head: &Telling<'_>, body: &Telling<'_>) -> bool {
    const PASSES: &[&str] =
        &["passes", "passed", "tops", "topped", "exceeds", "exceeded", "crosses", "breaks", "past", "above", "beyond"];
    let (one, two) = (head.entry.figure, body.entry.figure);
    let text = story.text_of(story.blocks[one.block].span);
    let before = story.tokens_before(one.sentence, one.number.start).iter().rev().take(2);
    // A mark is a round number right below.
    let is_mark = one.value < two.value && two.value < one.value * Decimal::new(15, 1);
    is_mark && before.into_iter().any(|token| is_one_of(token.of(text), PASSES))
}

struct Desk<'a, 'b> {
    story: &'b Story,
    body: &'b [&'b Telling<'a>],
    heads: &'b [&'b Telling<'a>],
    lede: usize,
}

impl<'a> Desk<'a, '_> {
    fn tie(&self, head: &Telling<'a>, part: Part) -> Option<Relation> {
        if let Some(same) = self.body.iter().find(|body| is_repeated(head, body)) {
            return (head.is_part_like(same) || head.counts_like(same)).then(|| head.repeats(same, true));
        }
        if self.is_measured(head) {
            return None;
        }
        let alone = self.alone(head);
        let likely = self.body.iter().enumerate().filter(|(_, body)| {
            let is_alone = alone == Some(body.entry.claim);
            self.is_meant(head, body, part, is_alone)
                && !self.is_named_beside(head, body)
                && !conflict::is_of_another_thing(self.story, head, body)
        });
        let rank = |body: &Telling<'_>| {
            (head.is_one_toll(body), solver::is_slip(head.entry.figure, body.entry.figure), head.shared(body))
        };
        let (_, body) = likely.max_by_key(|&(number, body)| (rank(body), std::cmp::Reverse(number)))?;
        // What the lede says in nearly the same words is meant, whatever else its figures could give.
        let is_near = body.entry.figure.block <= self.lede;
        let is_certain = is_near
            && (head.is_part_like(body) && 2 <= head.shared(body) || self.is_only_count(head, body))
            || is_near && 2 <= head.shared(body) && solver::is_scale_slip(head.entry.figure, body.entry.figure);
        if self.leaves_room(head, body) || is_passed(self.story, head, body) {
            return None;
        }
        let is_only = self.is_only_slip(head, body) || is_turned_share(head, body);
        if !is_certain && !is_only && self.is_worked_out(head, body) {
            return None;
        }
        Some(head.repeats(body, false))
    }

    /// "Twenty limit for Strand Street", where a limit of 20mph is told of: no count.
    fn is_measured(&self, head: &Telling<'a>) -> bool {
        let figure = head.entry.figure;
        let is_bare = figure.unit.as_ref().is_none_or(|unit| matches!(unit.head.as_str(), "limit" | "zone"));
        let is_it = |other: &&crate::story::Placed<crate::extract::Figure>| {
            other.kind == FigureKind::Measure && other.value == figure.value && other.block != figure.block
        };
        let lede = self.story.figures.iter().take_while(|other| other.block <= self.lede);
        is_bare && figure.kind == FigureKind::Count && lede.filter(is_it).count() != 0
    }

    /// "Twelve hurt", where the story has "11 passengers and its driver": one or two more are told without a number.
    fn leaves_room(&self, head: &Telling<'a>, body: &Telling<'a>) -> bool {
        const MORE: &[&str] = &["a", "an", "its", "his", "her", "the", "another", "one", "their"];
        let figure = body.entry.figure;
        let missing = head.entry.figure.value - figure.value;
        // "Seven deaths: four drownings, two falls and a fire": what a colon opens is all of them, and nobody more.
        let text = self.story.text_of(self.story.blocks[figure.block].span);
        let behind = self.story.tokens_behind(figure.sentence, figure.number.end);
        if behind.iter().any(|token| token.of(text) == ":") {
            return false;
        }
        // "A pilot and his two passengers", "six passengers and two pedestrians"
        if head.dimension == Dimension::Count && came_or_went::has_people_beside(self.story, figure, missing) {
            return true;
        }
        if head.dimension != Dimension::Count || missing < Decimal::ONE || Decimal::TWO < missing {
            return false;
        }
        // "On barns and a bungalow", further on, is of something else.
        behind[..behind.len().min(6)].windows(2).any(|pair| {
            let word = |at: usize| pair[at].of(text);
            is_one_of(word(0), &["and"]) && is_one_of(word(1), MORE)
        })
    }

    /// "47 ships waiting", where the story counts ships but once, and 37: other counts have nothing to do with them.
    fn is_only_slip(&self, head: &Telling<'a>, body: &Telling<'a>) -> bool {
        let unit = |telling: &Telling<'_>| telling.entry.figure.unit.as_ref().map(|unit| unit.head.clone());
        let own = unit(head);
        let mut of_unit = self.body.iter().filter(|other| unit(other) == own);
        // "37 ships – 21 container ships, …": its parts stand in its sentence.
        let is_own = |other: &&Telling<'a>| other.entry.figure.sentence == body.entry.figure.sentence;
        let is_only = of_unit.all(is_own);
        head.dimension == Dimension::Count
            && own.is_some()
            && unit(body) == own
            && is_only
            && Decimal::TEN < head.entry.figure.value
            && solver::is_slip(head.entry.figure, body.entry.figure)
    }

    /// "Left five firefighters hurt", where the story counts firefighters but once, in nearly the same words: so small
    /// numbers are the sum of any two others.
    fn is_only_count(&self, head: &Telling<'a>, body: &Telling<'a>) -> bool {
        const SHARED: usize = 3;
        let is_like = |other: &&&Telling<'a>| other.entry.figure.unit.is_some() && conflict::has_one_unit(head, other);
        let mut like = self.body.iter().filter(is_like);
        let are_plain = [head, body].iter().all(|it| it.entry.figure.modifier == Modifier::Plain);
        head.dimension == Dimension::Count
            && are_plain
            && is_like(&&body)
            && SHARED <= head.shared(body)
            && like.all(|other| other.entry.figure.value == body.entry.figure.value)
    }

    /// Whether another figure of the headline is that of the body: "seven of 14 rooms burned".
    fn is_named_beside(&self, head: &Telling<'a>, body: &Telling<'a>) -> bool {
        let others = self.heads.iter().filter(|other| other.entry.figure.block == head.entry.figure.block);
        others.filter(|other| other.entry.claim != head.entry.claim).any(|other| other.is_borne_out_by(body))
    }

    /// The only figure of the body's first paragraphs that the headline's can stand for: it needs no words in common.
    fn alone(&self, head: &Telling<'a>) -> Option<ClaimId> {
        let is_near = |body: &&&Telling<'a>| body.entry.figure.block <= self.lede;
        let is_like = |body: &&&Telling<'a>| {
            let is_said = head.entry.figure.unit.is_some() && body.entry.figure.unit.is_some();
            head.dimension == body.dimension && is_said && head.counts_like(body)
        };
        let mut like = self.body.iter().take_while(is_near).filter(is_like);
        let first = like.next()?;
        like.all(|other| other.entry.figure.value == first.entry.figure.value).then_some(first.entry.claim)
    }

    /// Whether the figure of the body reports what the headline's does, though with another value.
    fn is_meant(&self, head: &Telling<'a>, body: &Telling<'a>, part: Part, is_alone: bool) -> bool {
        if self.is_only_known(head, body) || is_turned_share(head, body) {
            return true;
        }
        if head.dimension != body.dimension || !is_comparable(head, body) && !self.is_lone_count(head, body) {
            return false;
        }
        if parts_two(self.story, head) != parts_two(self.story, body) {
            return false;
        }
        if part == Part::Caption && is_on_another_scale(head, body) {
            return true;
        }
        let shared = head.shared(body);
        // "Storm leaves 52,000 without power", where 25,000 homes are.
        // Long numbers whose digits changed places need fewer words in common: "Crowd of 41,300" for an attendance of 43,100.
        let is_long = head.entry.figure.value >= Decimal::from(10_000) && head.dimension == Dimension::Count;
        let is_turned = head.entry.figure.value >= Decimal::ONE_HUNDRED
            && (2 <= shared || is_long && part == Part::Head)
            && solver::is_transposed(head.entry.figure, body.entry.figure);
        // "6,800 told to leave as wind turns", where 8,600 people were told to.
        let are_people = head.entry.figure.unit.is_none()
            && (head.event.is_none() || body.event.is_none())
            && Decimal::TEN < head.entry.figure.value
            && body.entry.figure.block <= self.lede
            && (2 <= shared || self.is_the_only(head, body) && solver::is_slip(head.entry.figure, body.entry.figure))
            && thing::counts_people(&body.entry.figure.mention);
        if !head.is_part_like(body) && !head.counts_like(body) && !is_turned && !are_people {
            return false;
        }
        let is_near = part == Part::Head && body.entry.figure.block <= self.lede;
        let is_tied = head.shares_noun(body) && 0 < shared;
        let is_about = 2 <= shared || head.words().len() < 4 && 1 <= shared;
        let is_slip = solver::is_slip(head.entry.figure, body.entry.figure);
        let is_one_event = head.dimension != Dimension::Count
            || head.event.is_none()
            || body.event.is_none()
            || thing_is_one(head, body);
        is_one_event
            && match part {
                Part::Head => {
                    let is_slipped = is_slip && (is_tied || is_alone || 2 <= shared);
                    // "Told to claw back €9m", where the department is to recover €19m.
                    let is_sum = matches!(head.dimension, Dimension::Money(_));
                    let is_cut = is_near && is_sum && 1 <= shared && self.is_cut_once(head, body);
                    let is_single = is_near && (1 <= shared || are_people) && is_slip && self.is_the_only(head, body);
                    is_turned && is_long
                        || is_single
                        || is_cut
                        || is_near && (is_about || is_alone || head.is_one_toll(body))
                        || is_slipped
                }
                Part::Caption => is_tied && (is_slip || 2 <= shared),
                Part::Body => false,
            }
    }

    /// "Six schools to close", where the first paragraph has "five schools would close" and the story counts no schools
    /// otherwise: among so small numbers only the noun, and the words around it, tell what is meant.
    fn is_lone_count(&self, head: &Telling<'a>, body: &Telling<'a>) -> bool {
        const SHARED: usize = 2;
        let figure = body.entry.figure;
        let first = self.body.first().map(|first| first.entry.figure.block);
        let is_one_noun = |other: &Telling<'_>| {
            head.entry.figure.unit.is_some() && other.entry.figure.unit.is_some() && conflict::has_one_unit(head, other)
        };
        let mut others = self.body.iter().filter(|other| is_one_noun(other));
        let are_plain = [head, body].iter().all(|it| it.entry.figure.modifier == Modifier::Plain);
        head.dimension == Dimension::Count
            && are_plain
            && head.entry.figure.kind == FigureKind::Count
            && first == Some(figure.block)
            && is_one_noun(body)
            && others.all(|other| other.entry.figure.value == figure.value)
            && SHARED <= head.shared(body)
    }

    /// "Repairs at six stations", where the only stations that the story counts are "four stations, Brae, Orm, Holm and Tarn",
    /// or "two ministers quit", where it speaks of "the three ministers": all that there are.
    fn is_only_known(&self, head: &Telling<'a>, body: &Telling<'a>) -> bool {
        const FEW: i64 = 20;
        const APART: i64 = 3;
        let (one, two) = (head.entry.figure, body.entry.figure);
        let are_few = one.value.max(two.value) <= Decimal::from(FEW)
            && (one.value - two.value).abs() <= Decimal::from(APART)
            && Decimal::ONE < two.value;
        if !are_few || head.dimension != Dimension::Count || !conflict::has_one_unit(head, body) {
            return false;
        }
        let is_one_unit = |other: &&&Telling<'_>| conflict::has_one_unit(head, other);
        let mut others = self.body.iter().filter(is_one_unit);
        let mut heads = self.heads.iter().filter(is_one_unit);
        let are_plain = [one, two].iter().all(|it| it.modifier == Modifier::Plain && it.kind == FigureKind::Count);
        let is_part = [head, body].iter().any(|it| conflict::is_set_apart(self.story, it));
        are_plain
            && !is_part
            && (body.is(Manner::IsCountedAgain) || self.is_listed(body))
            && 0 < head.shared(body)
            && others.all(|other| other.entry.figure.value == two.value)
            && heads.all(|other| other.entry.figure.value == one.value)
    }

    /// "Four stations, Brae, Orm, Holm and Tarn": a list of names stands right behind the number.
    fn is_listed(&self, body: &Telling<'a>) -> bool {
        const LONGEST: usize = 20;
        let figure = body.entry.figure;
        let end = figure.unit.as_ref().map_or(figure.number.end, |unit| unit.span.end).max(figure.number.end);
        let text = self.story.text_of(self.story.blocks[figure.block].span);
        let behind = self.story.tokens_behind(figure.sentence, end);
        let opens = behind.first().is_some_and(|token| matches!(token.of(text), "," | ":" | "–" | "—" | "("));
        let is_named = behind.get(1).is_some_and(|token| token.of(text).starts_with(char::is_uppercase));
        let joints = behind.iter().skip(1).take(LONGEST).filter(|token| matches!(token.of(text), "," | "and"));
        opens && is_named && 2 <= joints.count()
    }

    /// Whether the body has no other figure of the kind: "to hire 2,400", where it counts nobody but 1,400 workers.
    fn is_the_only(&self, head: &Telling<'a>, body: &Telling<'a>) -> bool {
        let is_large = Decimal::TEN < head.entry.figure.value || head.dimension != Dimension::Count;
        let mut alike = self
            .body
            .iter()
            .filter(|other| other.dimension == head.dimension && other.entry.figure.kind == body.entry.figure.kind);
        let mut heads = self.heads.iter().filter(|other| other.dimension == head.dimension);
        is_large
            && alike.all(|other| other.entry.claim == body.entry.claim)
            && heads.all(|other| other.entry.claim == head.entry.claim)
    }

    /// Whether the headline's sum is the body's without its first digit, and no other sum of the body's lede is.
    fn is_cut_once(&self, head: &Telling<'a>, body: &Telling<'a>) -> bool {
        let is_cut = |other: &&&Telling<'a>| {
            other.dimension == head.dimension && solver::has_lost_digit(head.entry.figure, other.entry.figure)
        };
        is_cut(&&body) && self.body.iter().filter(is_cut).count() == 1
    }

    /// Whether the headline's figure follows from others of the body: a sum, a difference, a change in percent.
    fn is_worked_out(&self, head: &Telling<'a>, body: &Telling<'a>) -> bool {
        let Some(wanted) = head.rounded else { return false };
        let blocks = self.body.chunk_by(|one, other| one.entry.figure.block == other.entry.figure.block);
        // Figures of a sentence that has no word in common with the headline are of something else,
        // the more so where another sentence says in its words what looks mistyped.
        let is_slip = 2 <= head.shared(body) && solver::is_slip(head.entry.figure, body.entry.figure);
        let least = if is_slip { 2 } else { 1 };
        let is_own = |body: &Telling<'_>| least <= head.shared(body);
        // "Two buses" take nothing from the dead.
        let is_toll = matches!(head.event, Some("death" | "injury")) && head.event == body.event;
        let may_count = |other: &Telling<'_>| {
            let figure = other.entry.figure;
            !is_toll || figure.unit.is_none() || thing::counts_people(figure)
        };
        blocks.into_iter().filter(|block| block.iter().any(|body| is_own(body))).any(|block| {
            block.iter().enumerate().filter(|(_, one)| may_count(one)).any(|(at, one)| {
                let behind = &block[at + 1..];
                let parts = parts_of(one, behind);
                behind
                    .iter()
                    .enumerate()
                    .take(6)
                    .filter(|(on, other)| *on >= parts && may_count(other))
                    .any(|(_, other)| solver::gives(head.entry.figure, wanted, one.entry.figure, other.entry.figure))
            })
        })
    }
}

/// "A $640 billion debt" under the picture of a chain that owes $640 million: the same two digits or more, a thousand times as
/// much, are no chance, whatever the words.
fn is_on_another_scale(head: &Telling<'_>, body: &Telling<'_>) -> bool {
    let (low, high) =
        (head.entry.figure.value.min(body.entry.figure.value), head.entry.figure.value.max(body.entry.figure.value));
    let mut digits = low;
    while digits >= Decimal::TEN && (digits % Decimal::TEN).is_zero() {
        digits /= Decimal::TEN;
    }
    matches!(head.dimension, Dimension::Money(_))
        && head.dimension == body.dimension
        && Decimal::TEN <= digits
        && low.checked_mul(Decimal::ONE_THOUSAND) == Some(high)
}

/// How many figures behind one are its parts: "seven deaths: four drownings, two falls and one fire". With them it gives
/// nothing new.
fn parts_of(whole: &Telling<'_>, behind: &[&Telling<'_>]) -> usize {
    const FEWEST: usize = 2;
    let mut sum = Decimal::ZERO;
    let all = behind.iter().position(|part| {
        sum = sum.saturating_add(part.entry.figure.value);
        sum >= whole.entry.figure.value
    });
    // "One fire" may be no figure.
    let all = all.map_or(behind.len(), |last| last + 1);
    let missing = whole.entry.figure.value.saturating_sub(sum);
    let is_all = FEWEST <= all && (missing.is_zero() || missing == Decimal::ONE);
    if is_all { all } else { 0 }
}

/// "A cushion of nine points": how far two others lie apart, which is no score and no size of its own.
fn parts_two(story: &Story, telling: &Telling<'_>) -> bool {
    const APART: &[&str] =
        &["cushion of", "lead of", "margin of", "gap of", "advantage of", "majority of", "deficit of", "difference of"];
    let figure = telling.entry.figure;
    let start = figure.span.start.min(figure.number.start);
    let sentence = story.sentences.get(figure.sentence).map_or(start, |sentence| sentence.span.start.min(start));
    let before = story.text_of(Span::new(sentence, start)).to_lowercase();
    APART.iter().any(|words| before.trim_end().ends_with(words))
}

fn thing_is_one(one: &Telling<'_>, other: &Telling<'_>) -> bool {
    super::thing::is_one_event(one.event, other.event)
}

/// Whether the body's figure bears the headline's out. A percentage may be given as a count of a hundred, too.
fn is_repeated(head: &Telling<'_>, body: &Telling<'_>) -> bool {
    head.dimension == body.dimension && head.is_borne_out_by(body)
}

/// Whether the values are near enough to be one figure mistyped: within a factor of four, or a slip apart.
fn is_comparable(head: &Telling<'_>, body: &Telling<'_>) -> bool {
    let (one, two) = (head.entry.figure, body.entry.figure);
    let (low, high) = (one.value.min(two.value), one.value.max(two.value));
    let is_small = high < Decimal::TEN && head.dimension == Dimension::Count;
    let is_near = low.checked_mul(Decimal::from(4)).is_none_or(|most| high <= most);
    // Of all the times that a story tells, only those said of the same deed are one: "jailed for eight years".
    let is_timed = one.kind != FigureKind::Duration || head.lead.is_some() && head.lead == body.lead;
    is_timed
        && (one.kind != FigureKind::Index || solver::is_slip(one, two))
        && Decimal::ZERO < low
        && (is_near || solver::is_slip(one, two))
        && (!is_small || head.event.is_some() && head.event == body.event)
}
