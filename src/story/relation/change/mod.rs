//! Changes: from one figure to another, by a third, in so many percent.
//!
//! A sentence is walked once. Every figure takes a role from the words that lead to it (from, to, by), and
//! what belongs to one word of change ("rose", "up", "an increase of") is one event.

pub(super) mod settle;

use super::Relation;
use super::line::{Lead, Line, Slot, Way};
use crate::extract::FigureKind;
use crate::language::{Class, Classes, TokenKind, WordList};

/// One change that a sentence tells, with its figures by role.
#[derive(Clone, Debug, Default)]
pub(super) struct Event<'l, 'a> {
    /// Which way, and the number of the word that says so.
    way: Option<(Way, usize)>,
    /// Whether that word is a verb, so that what stands before it is not what changed but who.
    is_verb: bool,
    /// Whether words for both ways stand before its figures: "cut its growth forecast" rises or falls as one reads it.
    is_mixed: bool,
    /// The last figure before the word: "5 million, up from 4 million".
    subject: Option<&'l Slot<'a>>,
    from: Option<&'l Slot<'a>>,
    /// Where things stand before the change, as the words before it say: "now 24,000, will rise to 26,400".
    standing: Option<&'l Slot<'a>>,
    /// How it is tied to the change.
    footing: Footing,
    to: Option<&'l Slot<'a>>,
    /// By how much, in percent.
    percent: Option<&'l Slot<'a>>,
    /// By how much, in the figure's own unit.
    step: Option<&'l Slot<'a>>,
    /// Where the change before it led: "rose 4% to 104 and was up 9% from a year ago".
    inherited: Option<&'l Slot<'a>>,
}

/// How words tie the start of a change to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Footing {
    /// "From 5 million".
    #[default]
    Start,
    /// Only compared with it: "against 5 million a year ago".
    Compared,
    /// Both ends are set beside the change: "it rose, with 30 cases against 20".
    Beside,
}

/// The changes of a sentence.
pub(super) fn find(line: &Line<'_>) -> Vec<Relation> {
    if line.slots.len() < 2 { Vec::new() } else { scan(line).found }
}

/// The changes of which a sentence tells by how much, and not both ends.
pub(super) fn unfinished<'l, 'a>(line: &'l Line<'a>) -> Vec<Event<'l, 'a>> {
    scan(line).unfinished
}

/// Whether the sentence tells of a change by how much, and not both ends.
pub(super) fn has_unfinished(line: &Line<'_>) -> bool {
    // Without a word of change there is none, and most sentences have no such word.
    line.tells_way() && !unfinished(line).is_empty()
}

fn scan<'l, 'a>(line: &'l Line<'a>) -> Scan<'l, 'a> {
    let mut scan = Scan { line, event: Event::default(), conjunction: None, found: Vec::new(), unfinished: Vec::new() };
    let mut next = 0;
    let mut at = line.first;
    while at < line.end {
        if let Some(slot) = line.slots.get(next).filter(|slot| slot.begin <= at) {
            scan.meet_figure(next);
            at = slot.behind.max(at + 1);
            next += 1;
        } else {
            scan.meet_word(at);
            at += 1;
        }
    }
    scan.close();
    scan
}

struct Scan<'l, 'a> {
    line: &'l Line<'a>,
    event: Event<'l, 'a>,
    /// The word that may open another clause, where one stands behind the event's own word.
    conjunction: Option<usize>,
    found: Vec<Relation>,
    unfinished: Vec<Event<'l, 'a>>,
}

/// Words behind which another change may be told.
const CONJUNCTIONS: WordList = WordList::of(&[
    "and", "while", "but", "after", "as", "when", "because", "which", "whereas", "since", "before", "although",
    "though", ";", "where", "with", "–", "—",
]);

/// The classes of those that are words.
const JOINTS: Classes = Classes::of(&[Class::Coordinator, Class::Subordinator, Class::Relative, Class::Preposition]);

const ADVERBS: &[&str] = &["up", "down", "higher", "lower", "off"];

impl<'l, 'a> Scan<'l, 'a> {
    fn close(&mut self) {
        let event = std::mem::take(&mut self.event);
        self.found.extend(settle::settle(self.line, &event));
        if event.is_unfinished() {
            self.unfinished.push(event);
        }
        self.conjunction = None;
    }

    /// Begins another event; what the last one led to goes on where nothing else has become the subject.
    fn restart(&mut self, keeps_subject: bool) {
        let inherited = self.event.to.or(self.event.subject).or(self.event.inherited);
        self.close();
        self.event.inherited = inherited.filter(|_| keeps_subject);
    }

    fn meet_word(&mut self, at: usize) {
        let line = self.line;
        let may_join =
            line.words.get(at).is_some_and(|token| token.kind != TokenKind::Word || token.classes.meets(JOINTS));
        if may_join && line.words.is_listed(at, &CONJUNCTIONS) {
            self.conjunction = Some(at);
            return;
        }
        let Some(way) = line.way(at) else { return };
        let is_adverb = line.words.is_any(at, ADVERBS);
        let is_noun = self.is_noun(at);
        let is_apposed = is_adverb && line.words.is(at.wrapping_sub(1), ",");
        if self.event.way.is_none() {
            // "Went from 410 to 520, while thefts were up 17 percent": of another subject.
            let is_other =
                |word: usize| self.line.words.is_any(word, &["while", "whereas", "but", "although", "though"]);
            if self.has_amounts()
                && self.conjunction.is_some_and(|word| is_other(word) && !self.only_helps(word + 1, at))
            {
                self.restart(false);
            }
            (self.event.way, self.event.is_verb) = (Some((way, at)), !is_adverb && !is_noun);
        } else if !self.has_amounts() && self.is_aside(at) {
            // "Turnout, he added, rose": how it was said is no change.
            (self.event.way, self.event.is_verb, self.event.is_mixed) =
                (Some((way, at)), !is_adverb && !is_noun, false);
        } else if let Some(joint) = self.conjunction.filter(|&word| is_apposed && self.opens_contrast(word, at)) {
            self.restart(false);
            (self.event.way, self.event.is_verb) = (Some((way, at)), false);
            self.event.subject = line.slots.iter().rev().find(|slot| joint < slot.begin && slot.end <= at);
        } else if let Some(conjunction) = self.conjunction.filter(|_| !is_apposed && !is_noun) {
            self.restart(self.only_helps(conjunction + 1, at));
            (self.event.way, self.event.is_verb) = (Some((way, at)), !is_adverb);
        } else if self.has_amounts() && !is_adverb && !is_noun {
            self.restart(false);
            (self.event.way, self.event.is_verb) = (Some((way, at)), true);
        } else if self.event.way.is_some_and(|(known, _)| known != way) && !self.has_amounts() {
            self.event.is_mixed = true;
        } else if self.event.way.is_some_and(|(known, _)| known != way) {
            self.restart(is_apposed || is_noun);
            (self.event.way, self.event.is_verb) = (Some((way, at)), !is_adverb && !is_noun);
        }
        self.conjunction = None;
    }

    /// "Fell to 6% from 9%, while the share of tenants was 44%, up four points": the rise is that of the other clause.
    fn opens_contrast(&self, word: usize, at: usize) -> bool {
        let is_contrast = self.line.words.is_any(word, &["while", "whereas", "but", "although", "though"]);
        is_contrast && self.has_amounts() && self.line.slots.iter().any(|slot| word < slot.begin && slot.end <= at)
    }

    /// Whether the event's word stands in an aside that ended before the word at `at`: ", he added,".
    fn is_aside(&self, at: usize) -> bool {
        let words = self.line.words;
        let is_comma = |at: usize| words.is(at, ",");
        self.event.way.is_some_and(|(_, word)| {
            let closes = (word + 1..at).find(|&at| is_comma(at));
            let opens = (word.saturating_sub(5)..word).any(is_comma);
            opens && closes.is_some_and(|closes| closes <= word + 3)
        })
    }

    fn has_amounts(&self) -> bool {
        let event = &self.event;
        event.from.or(event.to).or(event.percent).or(event.step).is_some()
    }

    /// Whether the words hold no noun of their own: "and was up", "and rose".
    fn only_helps(&self, first: usize, end: usize) -> bool {
        (first..end).all(|at| {
            let words = self.line.words;
            words.has(at, Class::Auxiliary)
                || words.has(at, Class::Be)
                || words.is_any(at, &["also", "then", "is", "was", "were", "are"])
        })
    }

    /// "A 22 percent increase", "an increase of 22 percent".
    fn is_noun(&self, at: usize) -> bool {
        let words = self.line.words;
        let before = at.wrapping_sub(1);
        let is_headed = words.has(before, Class::Determiner) || self.line.slots.iter().any(|slot| slot.end == at);
        is_headed || words.is(at + 1, "of") || words.is(at + 1, "in")
    }

    fn meet_figure(&mut self, number: usize) {
        let slot = &self.line.slots[number];
        let is_by = || {
            let before = slot.begin.wrapping_sub(1);
            let is_of = self.line.words.is(before, "of") && self.line.way(before.wrapping_sub(1)).is_some();
            is_of || self.line.words.is(before, "by") || self.line.way(before).is_some()
        };
        if is_idle(self.line, slot, self.event.way.is_some())
            && !(slot.kind() == FigureKind::Share && self.event.way.is_some() && is_by())
        {
            return;
        }
        match self.line.lead(number) {
            // "Is selling from 148 sites, up from 156": where it sells.
            Lead::From if self.event.way.is_none() && self.is_set_against(slot) => self.event.subject = Some(slot),
            lead @ (Lead::From | Lead::Against) => {
                if self.event.from.is_some() {
                    self.restart(true);
                }
                self.event.from = Some(slot);
                self.event.footing = if lead == Lead::Against { Footing::Compared } else { Footing::Start };
                if let Some(goal) = self.beside(number).filter(|_| self.event.to.is_none() && self.event.step.is_none())
                {
                    (self.event.to, self.event.footing) = (Some(goal), Footing::Beside);
                }
            }
            Lead::To => {
                self.leave_compared_pair();
                if self.event.to.is_some() {
                    self.restart(false);
                }
                self.event.to = Some(slot);
            }
            Lead::At if self.event.step.is_some_and(|step| step.is_like(slot) || step.kind() == FigureKind::Points) => {
                self.event.to = self.event.to.or(Some(slot));
            }
            Lead::By if self.event.way.is_some() => self.meet_amount(slot),
            Lead::At if self.event.from.is_none() && self.is_close_before(slot) => self.event.from = Some(slot),
            Lead::At if self.event.percent.is_some() => self.event.to = self.event.to.or(Some(slot)),
            Lead::On if self.follows_amount_closely(number) => {
                self.event.from = self.event.from.or(Some(slot));
                // "Brought 412 supporters, and the gate was 1,006 up on the 2,112": of another clause.
                let (line, parts) = (self.line, ["and", "which", "that", "but"]);
                let is_own = |subject: &&Slot<'_>| !line.has_between(subject.end, slot.begin, &parts);
                self.event.subject = self.event.subject.filter(is_own);
            }
            Lead::Or | Lead::Bracket if self.follows_amount(number) || self.follows_ends(number) => {
                self.meet_amount(slot);
            }
            Lead::Or | Lead::Bracket => {}
            _ if self.event.from.is_none() && self.was_before(slot) => self.event.from = Some(slot),
            _ if self.names_change(slot) => self.meet_amount(slot),
            _ if self.event.way.is_none() && !self.line.is_bracketed(slot) => {
                let stands = ["now", "currently", "previously", "formerly"];
                self.event.standing =
                    Some(slot).filter(|_| self.line.words.is_any(slot.begin.wrapping_sub(1), &stands));
                self.event.subject = Some(slot);
            }
            _ => {}
        }
    }

    /// Whether ", up from" or ", down from" follows.
    fn is_set_against(&self, slot: &Slot<'_>) -> bool {
        let comma = slot.past();
        let words = self.line.words;
        words.is(comma, ",") && words.is_any(comma + 1, &["up", "down"]) && words.is(comma + 2, "from")
    }

    /// "Profit came to 212m, against 424m a year earlier, on sales that slipped to 1.86bn": the first two are a pair.
    fn leave_compared_pair(&mut self) {
        let event = &mut self.event;
        let is_before = |slot: &Slot<'_>| event.way.is_some_and(|(_, word)| slot.number < word);
        let is_pair = event.to.or(event.subject).is_some_and(is_before) && event.from.is_some_and(is_before);
        if event.footing != Footing::Start && is_pair {
            (event.subject, event.from, event.to, event.footing) = (None, None, None, Footing::Start);
        }
    }

    /// "Fell 10 percent to 412p, having closed at 458p on Monday".
    fn is_close_before(&self, slot: &Slot<'_>) -> bool {
        let Some(to) = self.event.to else { return false };
        let is_close =
            self.line.has_between(slot.begin.saturating_sub(3), slot.begin, &["closed", "closing", "stood", "ended"]);
        let is_before = self.line.has_between(to.end, slot.begin, &["having", "after"]);
        self.event.percent.or(self.event.step).is_some() && is_close && is_before && slot.is_like(to)
    }

    /// "Shrank 10 percent to 2.7 million, having been 3 million a year before".
    fn was_before(&self, slot: &Slot<'_>) -> bool {
        let Some(to) = self.event.to else { return false };
        let been = slot.begin.wrapping_sub(1);
        let words = self.line.words;
        to.end <= slot.begin
            && words.is_any(been, &["been", "numbered", "totalled"])
            && words.is(been.wrapping_sub(1), "having")
            && slot.is_like(to)
    }

    fn meet_amount(&mut self, slot: &'l Slot<'a>) {
        if self.comes_again(slot) {
            return;
        }
        let is_taken = if is_part(slot) { self.event.percent.is_some() } else { self.event.step.is_some() };
        if is_taken {
            let way = self.event.way;
            self.restart(true);
            self.event.way = way;
        }
        if is_part(slot) {
            self.event.percent = Some(slot);
        } else {
            self.event.step = Some(slot);
        }
    }

    /// "by one point a year for three years": one step of several.
    fn comes_again(&self, slot: &Slot<'_>) -> bool {
        const REACH: usize = 5;
        let words = self.line.words;
        let each = slot.behind;
        let is_each = words.is_any(each, &["a", "each", "every"]) && words.is_any(each + 1, &["year", "month", "week"])
            || words.is_any(each, &["annually", "yearly", "monthly"]);
        is_each && (each..each + REACH).any(|at| words.is_any(at, &["years", "months", "weeks"]))
    }

    /// Whether the figure before this one is an amount that this one says again: "16.75p, or 6%".
    fn follows_amount(&self, number: usize) -> bool {
        let Some(before) = number.checked_sub(1).map(|before| &self.line.slots[before]) else { return false };
        let slot = &self.line.slots[number];
        let amounts = [self.event.percent, self.event.step];
        let is_amount = amounts.iter().flatten().any(|amount| amount.number == before.number);
        is_amount && slot.is_percent() != before.is_percent()
    }

    /// "Went up from £2.40 to £2.76, or 15%", "fell from 640 to 480 (a quarter)": the change between the two right before it.
    fn follows_ends(&self, number: usize) -> bool {
        const NEAR: usize = 3;
        let (slot, event) = (&self.line.slots[number], &self.event);
        let (Some(from), Some(to)) = (event.from, event.to) else { return false };
        let last = from.end.max(to.end);
        // "To 292 shares, or 7.1 pct, from 238, or 5.8 pct": each end says what it is of the whole.
        let are_last = number.checked_sub(2).is_some_and(|first| {
            let ends = [&self.line.slots[first], &self.line.slots[first + 1]];
            ends.iter().all(|end| end.number == from.number || end.number == to.number)
        });
        let is_change = are_last && is_part(slot) && !from.is_percent() && event.percent.is_none();
        is_change && slot.begin <= last + NEAR && !self.line.words.is(slot.behind, "of")
    }

    /// "Up 12% on the 1,050 of a year ago", "an increase of 2,400 on the 44,900 of last spring".
    fn follows_amount_closely(&self, number: usize) -> bool {
        let before = number.checked_sub(1).map(|before| self.line.slots[before].number);
        let near = self.line.slots[number].begin <= self.line.floor(number) + 4;
        let is_amount = |amount: Option<&Slot<'_>>| amount.is_some_and(|amount| Some(amount.number) == before);
        near && (is_amount(self.event.percent) || is_amount(self.event.step))
    }

    /// "Shoplifting climbed, with 2,655 offences against 2,310 in the year before": where the change led.
    fn beside(&self, number: usize) -> Option<&'l Slot<'a>> {
        const NEAR: usize = 5;
        let (before, slot) = (self.line.slots.get(number.checked_sub(1)?)?, &self.line.slots[number]);
        let is_with = self.line.words.is_any(before.begin.wrapping_sub(1), &["with", "–", "—"]);
        (is_with && slot.begin <= before.end + NEAR && before.is_like(slot)).then_some(before)
    }

    /// "A 22 percent increase", "12 points higher".
    fn names_change(&self, slot: &Slot<'_>) -> bool {
        let words = self.line.words;
        let noun = words.past_hyphen(slot.end);
        let is_headed = words.is_any(slot.begin.wrapping_sub(1), &["a", "an", "the", "its", "this", "that", "their"]);
        let is_adverb = words.is_any(noun, &["higher", "lower"]);
        (is_headed || is_adverb) && self.line.way(noun).is_some()
    }
}

/// "By 22 percent", "by a third".
fn is_part(slot: &Slot<'_>) -> bool {
    slot.is_percent() || slot.kind() == FigureKind::Share
}

/// Figures that are no end and no amount of a change: "three months earlier", ranges, scores, shares.
fn is_idle(line: &Line<'_>, slot: &Slot<'_>, is_change: bool) -> bool {
    use FigureKind::{Age, Duration, Ratio, Score, Share};
    let is_time =
        slot.kind() == Duration && line.words.is_any(slot.end, &["earlier", "ago", "before", "later", "previously"]);
    // "In the six months to March"; "from 38 minutes to 31" goes on with a figure.
    let is_period = slot.kind() == Duration
        && line.words.is_any(slot.end, &["to", "ended", "ending", "through"])
        && !(is_change && line.slots.iter().any(|next| next.begin == slot.end + 1));
    matches!(slot.kind(), Age | Score | Share | Ratio) || is_time || is_period || slot.figure().pair.is_some()
}
