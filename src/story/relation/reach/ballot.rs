//! A vote in a room against those who could take part: "14 for removal, nine against, with three abstentions" of "24 delegates",
//! "The motion passed by eight votes to four, with one abstention" where 13 of 15 were present, "Six of its 36 members stayed
//! away" behind "21 to nine".
//!
//! More votes than voters never are; fewer are asked about where abstentions or absences are told, and so all should be.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind, thing};
use super::{Reach, is_plain, tie_near, vote};
use crate::extract::FigureKind;
use crate::language::WordList;

/// How many sentences back the vote, or those who take part, may be told.
const BACK: usize = 2;

/// Words of a sentence that tells how somebody voted.
const VOTES: WordList = WordList::of(&[
    "voted",
    "votes",
    "vote",
    "ballot",
    "ballots",
    "against",
    "abstained",
    "abstention",
    "abstentions",
    "abstaining",
    "balloted",
    "opposed",
]);

/// Who has a vote.
const VOTERS: WordList = WordList::of(&[
    "members",
    "councillors",
    "councilors",
    "delegates",
    "trustees",
    "directors",
    "commissioners",
    "governors",
    "senators",
    "deputies",
    "supervisors",
    "lawmakers",
    "legislators",
    "jurors",
    "judges",
    "justices",
    "bishops",
    "cardinals",
    "shareholders",
    "seats",
    "papers",
    "ballots",
    "votes",
    "owners",
    "growers",
    "branches",
    "clubs",
    "mps",
]);

/// Words by which not all votes are told, or those of more than one round.
const OPEN: WordList = WordList::of(&[
    "round",
    "rounds",
    "recused",
    "vacant",
    "vacancy",
    "vacancies",
    "including",
    "earlier",
    "previous",
    "last",
    "least",
    "majority",
    "percent",
    "needed",
    "required",
    "quorum",
    "than",
    "proxy",
    "chair",
    "casting",
    "mayor",
    "tie",
]);

/// What somebody did with a vote.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    For,
    Against,
    Neither,
    Away,
}

/// What the words behind a count say that so many did.
const DEEDS: &[(Deed, &[&str])] = &[
    (Deed::Away, &["absent", "away", "missing", "missed", "return", "apologies", "vote"]),
    (Deed::Neither, &["abstained", "abstention", "abstentions", "abstaining", "blank", "spoiled", "spoilt", "invalid"]),
    (Deed::Against, &["against", "opposed", "no", "rejected", "opposing"]),
    (
        Deed::For,
        &["for", "favour", "favor", "backed", "supported", "yes", "approved", "backing", "supporting", "strike"],
    ),
];

/// A count of those who did something, and the one who is told without a number.
#[derive(Default)]
struct Told<'l, 'a> {
    sides: Vec<&'l Slot<'a>>,
    gone: Vec<&'l Slot<'a>>,
    cast: Decimal,
    has_for: bool,
    has_against: bool,
    has_neither: bool,
    away: Decimal,
    others: Vec<(&'l Line<'a>, &'l Slot<'a>)>,
}

/// Those who could vote, which the votes of the sentence and those before it do not make.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    if line.slots.is_empty() || !(0..=1).any(|back| is_voted(reach, back)) {
        return None;
    }
    // Who abstained or stayed away may be told in the next sentence.
    let goes_on = reach.next.filter(|next| next.block == line.block).is_some_and(|next| {
        next.has_listed(next.first, next.end, &VOTES)
            || next.has_between(next.first, next.end, &["absent", "away", "missed"])
    });
    if goes_on {
        return None;
    }
    (0..=BACK).find_map(|back| of(&lines(reach, back)?))
}

fn is_voted(reach: Reach<'_, '_>, back: usize) -> bool {
    let at = if back == 0 { Some(reach.line) } else { reach.last().filter(|last| last.block == reach.line.block) };
    at.is_some_and(|at| at.has_listed(at.first, at.end, &VOTES))
}

/// The sentence and so many before it in its paragraph.
fn lines<'l, 'a>(reach: Reach<'l, 'a>, back: usize) -> Option<Vec<&'l Line<'a>>> {
    let first = reach.before.len().checked_sub(back)?;
    let before = &reach.before[first..];
    let is_own = before.iter().all(|at| at.block == reach.line.block);
    is_own.then(|| before.iter().copied().chain([reach.line]).collect())
}

fn of(lines: &[&Line<'_>]) -> Option<Relation> {
    if lines.iter().any(|at| at.has_listed(at.first, at.end, &OPEN)) {
        return None;
    }
    let mut told = Told::default();
    for line in lines {
        told.read(line)?;
    }
    if !told.has_for || !told.has_against {
        return None;
    }
    let (body, is_present) = told.body()?;
    let has_away = told.away > Decimal::ZERO;
    let cast = if is_present { told.cast } else { told.cast.checked_add(told.away)? };
    let all = body.figure().value;
    let is_over = all < cast;
    // Nobody says that all have voted, unless those who did not are told, too.
    let is_closed = if is_present { told.has_neither } else { has_away };
    let is_under = cast < all && is_closed;
    let holds = cast == all;
    if !holds && !is_over && !is_under {
        return None;
    }
    // Who stayed away is no part of those who took part.
    let gone = if is_present { &[][..] } else { &told.gone };
    let operands: Vec<&Slot<'_>> = told.sides.iter().chain(gone).copied().collect();
    let printed = operands.iter().try_fold(Decimal::ZERO, |sum, slot| {
        let pair = slot.figure().pair.map_or(Some(slot.figure().value), |(one, other)| one.checked_add(other))?;
        sum.checked_add(pair)
    })?;
    // A single voter without a figure cannot be shown beside the others: what holds with that one is not told.
    if holds && printed != cast {
        return None;
    }
    tie_near(RelationKind::Sum, body, &operands, Outcome { given: Bounds::exactly(cast), holds }, 2)
}

impl<'l, 'a> Told<'l, 'a> {
    /// Reads what a sentence tells of a vote; `None` where a figure of it is no count of voters.
    fn read(&mut self, line: &'l Line<'a>) -> Option<()> {
        let words = line.words;
        let pair = vote::sides(line).or_else(|| sides(line));
        let mut skip = Vec::new();
        if let Some((one, other)) = pair {
            skip = vec![one.entry.claim, other.entry.claim];
            self.add(Deed::For, one)?;
            self.add(Deed::Against, other)?;
        }
        for (number, slot) in line.slots.iter().enumerate() {
            if skip.contains(&slot.entry.claim) {
                continue;
            }
            if slot.kind() == FigureKind::Score {
                let (one, other) = slot.figure().pair?;
                if self.has_for
                    || !line.has_listed(line.first, line.end, &VOTES)
                        && !line.has_between(line.first, line.end, &["passed", "approved", "carried"])
                {
                    return None;
                }
                self.cast = self.cast.checked_add(one)?.checked_add(other)?;
                (self.has_for, self.has_against) = (true, true);
                self.sides.push(slot);
                continue;
            }
            if slot.kind() != FigureKind::Count || !is_plain(slot) {
                return None;
            }
            let begin = |number: usize| line.slots.get(number).map_or(line.end, |next| next.begin);
            let next = line.slots.get(number + 1).filter(|next| {
                words.is(slot.behind, "of") && next.begin <= slot.behind + 5 && next.kind() == FigureKind::Count
            });
            // "Six of its 36 members stayed away": what they did stands behind all who could.
            let found = match next {
                Some(next) => deed(line, next.behind, begin(number + 2)).filter(|deed| *deed == Deed::Away),
                None => deed(line, slot.behind, begin(number + 1)),
            };
            let is_whole = words.is(slot.begin.wrapping_sub(1), "of")
                || number.checked_sub(1).is_some_and(|before| {
                    let before = &line.slots[before];
                    words.is(before.behind, "of") && slot.begin <= before.behind + 5
                });
            match found.filter(|_| !is_whole) {
                Some(deed) => self.add(deed, slot)?,
                None => self.others.push((line, slot)),
            }
        }
        // "With one abstention", "one abstained": a single voter is a word more often than a figure.
        for at in line.first..line.end {
            let is_one = words.is_any(at, &["one", "a", "an"]) && !line.slots.iter().any(|slot| slot.number == at);
            let end = (at + 4).min(line.end);
            let is_plain_one = is_one && !line.slots.iter().any(|slot| at < slot.begin && slot.begin < end);
            match deed(line, at + 1, at + 3).filter(|_| is_plain_one) {
                Some(Deed::Neither) => (self.cast, self.has_neither) = (self.cast.checked_add(Decimal::ONE)?, true),
                Some(Deed::Away) if words.is_any(at + 2, &["absent", "away"]) || words.is(at + 1, "absent") => {
                    self.away = self.away.checked_add(Decimal::ONE)?;
                }
                Some(_) if words.is(at, "one") => return None,
                _ => {}
            }
        }
        Some(())
    }

    fn add(&mut self, deed: Deed, slot: &'l Slot<'a>) -> Option<()> {
        let value = slot.figure().value;
        let is_twice = deed == Deed::For && self.has_for || deed == Deed::Against && self.has_against;
        if is_twice {
            return None;
        }
        match deed {
            Deed::For => self.has_for = true,
            Deed::Against => self.has_against = true,
            Deed::Neither => self.has_neither = true,
            Deed::Away => {
                self.away = self.away.checked_add(value)?;
                self.gone.push(slot);
                return Some(());
            }
        }
        self.cast = self.cast.checked_add(value)?;
        self.sides.push(slot);
        Some(())
    }

    /// Those who could vote, and whether they are those who took part.
    fn body(&self) -> Option<(&'l Slot<'a>, bool)> {
        let is_voters = |(line, slot): &&(&'l Line<'a>, &'l Slot<'a>)| {
            line.has_listed(slot.behind, (slot.behind + 4).min(line.end), &VOTERS)
                // "The 230-seat chamber"
                || line.words.is_hyphen(slot.behind) && line.words.is(slot.behind + 1, "seat")
                || line.has_listed(line.first, slot.begin, &VOTERS) && is_of_people(slot)
        };
        match &self.others[..] {
            [only] if is_voters(&only) => Some((only.1, is_taking_part(only.0, only.1))),
            [one, other] if one.0.first == other.0.first && (is_voters(&one) || is_voters(&other)) => {
                let (less, _) = if one.1.figure().value < other.1.figure().value { (one, other) } else { (other, one) };
                is_taking_part(less.0, less.1).then_some((less.1, true))
            }
            _ => None,
        }
    }
}

/// "The votes on six footpaths": what was voted on has no vote.
fn is_of_people(slot: &Slot<'_>) -> bool {
    slot.unit().is_none_or(thing::is_person)
}

/// "13 were present", "24 delegates voted:", "31 papers were handed out", "all 17 trustees cast a ballot".
fn is_taking_part(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const PART: &[&str] =
        &["present", "cast", "voted", "attended", "attending", "part", "handed", "issued", "counted", "returned"];
    line.has_between(slot.behind, (slot.behind + 9).min(line.end), PART)
}

fn deed(line: &Line<'_>, first: usize, next: usize) -> Option<Deed> {
    const NEAR: usize = 7;
    let end = next.min(first + NEAR).min(line.end);
    let words = line.words;
    let end = (first..end).find(|&at| words.is_any(at, &[",", ";", ":"])).unwrap_or(end);
    let is_not = (first..end).any(|at| words.is_any(at, &["not", "n't", "n’t", "never"]));
    let at = (first..end).find_map(|at| {
        DEEDS.iter().find(|(deed, named)| words.is_any(at, named) && (*deed != Deed::Away || is_away(line, at, is_not)))
    });
    at.map(|&(deed, _)| if is_not && deed != Deed::Away { Deed::Away } else { deed })
}

fn is_away(line: &Line<'_>, at: usize, is_not: bool) -> bool {
    is_not || !line.words.is_any(at, &["return", "vote"])
}

/// "Voted by 21 to nine", "nine to four in favour".
fn sides<'l, 'a>(line: &'l Line<'a>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    const VERBS: &[&str] = &["voted", "passed", "carried", "approved", "rejected", "backed", "decided", "voting"];
    line.slots.windows(2).find_map(|pair| {
        let [one, other] = pair else { return None };
        let are_counts = [one, other].iter().all(|slot| slot.kind() == FigureKind::Count && is_plain(slot));
        let is_joined = line.words.is(one.behind, "to") && other.begin == one.behind + 1;
        let first = one.begin.saturating_sub(8).max(line.first);
        (are_counts && is_joined && line.has_between(first, one.begin, VERBS)).then_some((one, other))
    })
}
