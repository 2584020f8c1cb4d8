//! Finds which quotation marks belong together.
//!
//! Double marks pair by nesting. Single marks are harder, for ’ is also the apostrophe:
//! they pair within one double quotation or outside of all, each opening mark looking ahead for
//! the mark that most surely closes it.

use super::side::{Faces, Family, Grip, Lead, Mark, Shape};
use crate::language::{Token, TokenKind};
use crate::text::Span;

/// Two marks that belong together, or one that opens and has no partner.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) opening: Mark,
    pub(super) closing: Option<Mark>,
    /// Where the quotation ends, its closing mark included.
    pub(super) end: u32,
}

impl Pair {
    pub(super) fn span(&self) -> Span {
        Span::new(self.opening.span.start, self.end)
    }
}

/// All pairs of a block, and the closing marks that nothing opened.
#[derive(Debug, Default)]
pub(super) struct Pairing {
    pub(super) pairs: Vec<Pair>,
    pub(super) unopened: Vec<Span>,
}

/// Pairs `marks`; an outer pair comes before those inside it.
pub(super) fn pair_marks(text: &str, tokens: &[Token], marks: &[Mark]) -> Pairing {
    let of = |family: Family| marks.iter().copied().filter(move |mark| mark.family == family);
    let singles: Vec<Mark> = of(Family::Single).collect();
    // Most blocks have none of them.
    let mut pairing = if singles.is_empty() {
        pair_doubles(text, marks)
    } else {
        pair_doubles(text, &of(Family::Double).collect::<Vec<Mark>>())
    };
    sort_pairs(&mut pairing.pairs);
    let regions = part_by_region(&singles, &pairing.pairs);
    for region in regions {
        pair_singles(text, tokens, &region, &mut pairing);
    }
    for pair in pairing.pairs.iter_mut().filter(|pair| pair.closing.is_none()) {
        pair.end = before_speaker(text, tokens, pair.span()).unwrap_or(pair.end);
    }
    sort_pairs(&mut pairing.pairs);
    pairing.unopened.sort_unstable();
    pairing
}

/// "“The ferry was late, said Ana Ruiz.": where a mark was forgotten before whoever speaks, the words end there.
fn before_speaker(text: &str, tokens: &[Token], open: Span) -> Option<u32> {
    const LONGEST_TAG: usize = 12;
    let first = tokens.partition_point(|token| token.span.start < open.start) + 1;
    let end = tokens.partition_point(|token| token.span.end <= open.end);
    let within = tokens.get(first..end)?;
    if let Some(comma) = before_inverted(text, within) {
        return Some(comma.span.start);
    }
    let comma = within.iter().rposition(|token| token.kind == TokenKind::Punctuation && token.of(text) == ",")?;
    let (stop, tag) = within[comma + 1..].split_last()?;
    let is_name = |token: &Token| token.kind == TokenKind::Word && token.of(text).starts_with(char::is_uppercase);
    let says = tag.iter().position(|token| token.reads_any(text, &["said", "says", "told"]))?;
    // "Said Judge Moss", "Judge Moss told her": nothing but the speaker stands on the other side of the verb.
    let is_named = tag[..says].iter().all(is_name) && 0 < says || says == 0 && tag.get(1).is_some_and(is_name);
    let is_tag = is_named && tag.len() <= LONGEST_TAG && ends_sentence(stop, text);
    is_tag.then_some(within[comma].span.start)
}

/// "“The ferry was late, | said Dr Ana Ruiz, who runs it. She said": the comma before a verb that its speaker follows, of which
/// nobody makes part of what they say, whatever stands behind it.
fn before_inverted<'a>(text: &str, within: &'a [Token]) -> Option<&'a Token> {
    let at = within.windows(3).position(|run| {
        let [comma, says, who] = run else { return false };
        comma.of(text) == ","
            && says.reads_any(text, &["said", "says"])
            && who.kind == TokenKind::Word
            && who.of(text).starts_with(char::is_uppercase)
    })?;
    within.get(at)
}

fn sort_pairs(pairs: &mut [Pair]) {
    pairs.sort_unstable_by_key(|pair| (pair.opening.span.start, u32::MAX - pair.end));
}

/// A mark that waits for its partner.
struct Waiting {
    opening: Mark,
    /// Where the first quotation within it begins.
    first_inner: Option<u32>,
}

impl Waiting {
    /// The quotation that nothing closes before `end`.
    ///
    /// It gives way to the next one: far more often a mark was forgotten than two quotations of one style
    /// stand within each other.
    fn left_open(self, end: u32) -> Pair {
        Pair { opening: self.opening, closing: None, end: self.first_inner.unwrap_or(end) }
    }
}

fn pair_doubles(text: &str, marks: &[Mark]) -> Pairing {
    let mut pairing = Pairing::default();
    let mut waiting: Vec<Waiting> = Vec::new();
    for (order, &mark) in marks.iter().enumerate() {
        match role_of(mark, marks.get(order + 1), !waiting.is_empty()) {
            MarkRole::Opens => {
                // “One sentence. “Another.” is a quotation that ran over two paragraphs before they were joined.
                if mark.lead == Lead::Sentence {
                    waiting.drain(..).for_each(|outer| pairing.pairs.push(outer.left_open(mark.span.start)));
                }
                if let Some(outer) = waiting.last_mut() {
                    outer.first_inner.get_or_insert(mark.span.start);
                }
                waiting.push(Waiting { opening: mark, first_inner: None });
            }
            MarkRole::Closes => match waiting.pop() {
                Some(Waiting { opening, .. }) => {
                    pairing.pairs.push(Pair { opening, closing: Some(mark), end: mark.span.end });
                }
                None => pairing.unopened.push(mark.span),
            },
            MarkRole::Measures => {}
        }
    }
    pairing.pairs.extend(waiting.into_iter().map(|outer| outer.left_open(text.len() as u32)));
    pairing
}

enum MarkRole {
    Opens,
    Closes,
    /// Inches.
    Measures,
}

fn role_of(mark: Mark, next: Option<&Mark>, is_open: bool) -> MarkRole {
    let next_closes = next.is_some_and(|next| next.faces == Faces::Closes);
    if mark.lead == Lead::Number && mark.faces != Faces::Opens {
        let closes = is_open && !(next_closes && mark.shape == Shape::Straight);
        return if closes { MarkRole::Closes } else { MarkRole::Measures };
    }
    let opens = match (mark.faces, mark.shape) {
        // A straight mark with its space on the wrong side shows by what the next one does.
        (Faces::Opens, Shape::Straight) => !is_open || next_closes || mark.lead == Lead::Sentence,
        (Faces::Closes, Shape::Straight) => !is_open && next_closes && mark.lead != Lead::Comma,
        (Faces::Opens, _) => true,
        (Faces::Closes, _) => false,
        (Faces::Either, _) => !is_open,
    };
    if opens { MarkRole::Opens } else { MarkRole::Closes }
}

/// The single marks outside all double quotations, then those of each, where an inner one keeps its own.
fn part_by_region(singles: &[Mark], doubles: &[Pair]) -> Vec<Region> {
    let mut regions: Vec<Region> = vec![Region::default()];
    regions.extend(doubles.iter().map(|pair| Region { marks: Vec::new(), around: Some(*pair) }));
    let mut around: Vec<usize> = Vec::new();
    let mut upcoming = 0;
    for &mark in singles {
        let leave = |around: &mut Vec<usize>, offset: u32| {
            while around.last().is_some_and(|&index| doubles[index].end <= offset) {
                around.pop();
            }
        };
        while let Some(pair) = doubles.get(upcoming).filter(|pair| pair.opening.span.start < mark.span.start) {
            leave(&mut around, pair.opening.span.start);
            around.push(upcoming);
            upcoming += 1;
        }
        leave(&mut around, mark.span.start);
        regions[around.last().map_or(0, |&index| index + 1)].marks.push(mark);
    }
    regions
}

/// The single marks that may pair with each other.
#[derive(Default)]
struct Region {
    marks: Vec<Mark>,
    /// The double quotation that they stand in.
    around: Option<Pair>,
}

fn pair_singles(text: &str, tokens: &[Token], region: &Region, pairing: &mut Pairing) {
    let marks = &region.marks;
    let mut order = 0;
    while let Some(&mark) = marks.get(order) {
        order += 1;
        if !may_open(mark) {
            let is_stray = mark.grip == Grip::Certain && region.around.is_none();
            pairing.unopened.extend(is_stray.then_some(mark.span));
            continue;
        }
        if let Some(ahead) = find_close(text, tokens, mark, &marks[order..]) {
            let closing = marks[order + ahead];
            pairing.pairs.push(Pair { opening: mark, closing: Some(closing), end: closing.span.end });
            order += ahead + 1;
        } else if region.around.is_none() && is_left_open(text, mark) {
            let next = marks[order..].iter().find(|next| opens_surely(**next));
            let end = next.map_or(text.len() as u32, |next| next.span.start);
            pairing.pairs.push(Pair { opening: mark, closing: None, end });
        }
    }
}

fn may_open(mark: Mark) -> bool {
    mark.faces == Faces::Opens || mark.faces == Faces::Either && mark.grip == Grip::None && mark.lead != Lead::Number
}

fn opens_surely(mark: Mark) -> bool {
    may_open(mark) && !mark.is_doubtful
}

/// How far behind its opening mark a word may stand whose own apostrophe closes the quotation.
const SHORT: usize = 4;
const REACH: usize = 12;

/// The place in `ahead` of the mark that closes what `opening` opens.
///
/// The first that can be no possessive; failing that, one that might be none, close by in the same sentence.
/// The search ends at the next mark that opens, so that all searches together pass each mark but once or twice.
fn find_close(text: &str, tokens: &[Token], opening: Mark, ahead: &[Mark]) -> Option<usize> {
    let mut fallback: Option<(Grip, usize)> = None;
    for (order, mark) in ahead.iter().enumerate() {
        if opens_surely(*mark) || opening.is_doubtful && may_open(*mark) {
            break;
        }
        if mark.token == opening.token + 1 {
            continue;
        }
        if Grip::Firm <= mark.grip {
            return Some(order);
        }
        let is_near = mark.token - opening.token <= REACH + 1;
        if mark.grip == Grip::None || opening.is_doubtful || !is_near {
            continue;
        }
        let inner = &tokens[opening.token + 1..mark.token];
        if inner.iter().any(|token| ends_sentence(token, text)) {
            continue;
        }
        // "the ‘wild cats’ that …": a few words begun in small letters are a fragment, which ends at once.
        let is_phrase = inner.len() <= SHORT && inner[0].of(text).starts_with(char::is_lowercase);
        if mark.grip == Grip::Loose && is_phrase {
            return Some(order);
        }
        if fallback.is_none_or(|(grip, _)| grip < mark.grip) {
            fallback = Some((mark.grip, order));
        }
    }
    fallback.map(|(_, order)| order)
}

fn ends_sentence(token: &Token, text: &str) -> bool {
    token.kind == TokenKind::Punctuation && matches!(token.of(text), "." | "?" | "!")
}

/// Whether a single mark that nothing closes is a quotation left open, rather than a misplaced apostrophe.
fn is_left_open(text: &str, mark: Mark) -> bool {
    let after = text[mark.span.end as usize..].chars().next();
    let opens_block = text[..mark.span.start as usize].trim_end().is_empty();
    match mark.shape {
        Shape::Opening => !mark.is_doubtful && after.is_some_and(|after| !after.is_whitespace()),
        Shape::Straight => !mark.is_doubtful && opens_block && after.is_some_and(char::is_uppercase),
        Shape::Closing => false,
    }
}
