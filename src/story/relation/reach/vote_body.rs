//! More votes than there are voters: "All 12 directors voted. Seven were against it and six for", "the jury of 12 found
//! for her by 10 to three", "the nine-member board voted 6-4".

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::Reach;
use crate::extract::{FigureKind, Modifier};

/// More voters than this are no body that sits in a room.
const MOST: i64 = 1_000;

/// Who votes in a room.
const BODIES: &[&str] = &[
    "jury",
    "board",
    "council",
    "committee",
    "panel",
    "court",
    "bench",
    "senate",
    "assembly",
    "cabinet",
    "commission",
    "house",
    "directors",
    "jurors",
    "councillors",
    "councilors",
    "trustees",
    "judges",
    "members",
    "governors",
    "aldermen",
    "justices",
];

/// The votes of a sentence that are more than those who could give them.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    for_and_against(reach).or_else(|| out_of(line)).or_else(|| {
        let sides = sides(line)?;
        let (first, last) = (sides.first()?, sides.last()?);
        let away = abstained(line, last);
        let own = body(line, Some(first)).or_else(|| whole_of(line, away?));
        let body = own.or_else(|| body(reach.last().filter(|last| last.block == line.block)?, None))?;
        let votes = sides.iter().chain(&away).try_fold(Decimal::ZERO, |sum, side| sum.checked_add(votes_of(side)?))?;
        // Who has stayed away leaves fewer; nobody can vote twice.
        let is_over = body.figure().value < votes && votes <= body.figure().value.checked_mul(Decimal::TWO)?;
        let outcome = Outcome { given: Bounds::exactly(votes), holds: false };
        let operands: Vec<&Slot<'_>> = sides.into_iter().chain(away).collect();
        (is_over && is_vote(line)).then(|| tie(RelationKind::Sum, body, &operands, None, outcome))
    })
}

/// "6-4", "11 votes | to | four".
fn sides<'l, 'a>(line: &'l Line<'a>) -> Option<Vec<&'l Slot<'a>>> {
    let score = line.slots.iter().find(|slot| slot.kind() == FigureKind::Score && slot.figure().pair.is_some());
    score.map(|score| vec![score]).or_else(|| {
        let is_told = |pair: &&[Slot<'_>]| {
            let end = pair[0].end.max(pair[0].behind);
            pair[0].unit() == Some("vote") && line.words.is_any(end, &["to", "against"]) && pair[1].begin == end + 1
        };
        let pair = line.slots.windows(2).find(is_told)?;
        pair.iter().all(is_plain).then(|| pair.iter().collect())
    })
}

fn votes_of(side: &Slot<'_>) -> Option<Decimal> {
    side.figure().pair.map_or(Some(side.figure().value), |(one, other)| one.checked_add(other))
}

/// "With | two | of the 16 members abstaining", "and | three | abstentions": so many more than voted.
fn abstained<'l, 'a>(line: &'l Line<'a>, score: &Slot<'_>) -> Option<&'l Slot<'a>> {
    const ABSTAIN: &[&str] = &["abstained", "abstaining", "abstention", "abstentions"];
    const NEAR: usize = 8;
    line.slots.iter().filter(|slot| score.end <= slot.begin && is_plain(slot)).find(|slot| {
        let end = slot.past();
        line.has_between(slot.behind, (end + NEAR).min(line.end), ABSTAIN)
    })
}

/// "Two of the | 16 | members abstaining".
fn whole_of<'l, 'a>(line: &'l Line<'a>, part: &Slot<'_>) -> Option<&'l Slot<'a>> {
    let whole = line.slots.iter().find(|slot| part.behind < slot.begin && is_plain(slot))?;
    let is_of = line.words.is(part.behind, "of") && whole.begin <= part.behind + 2;
    let names_body = (whole.behind..whole.behind + 2).any(|at| line.words.is_any(at, BODIES));
    (is_of && names_body).then_some(whole)
}

fn is_plain(slot: &Slot<'_>) -> bool {
    let figure = slot.figure();
    slot.kind() == FigureKind::Count && figure.pair.is_none() && figure.modifier == Modifier::Plain
}

fn is_vote(line: &Line<'_>) -> bool {
    const VOTES: &[&str] = &[
        "voted", "vote", "votes", "found", "verdict", "ruled", "majority", "decided", "backed", "rejected", "approved",
        "split", "passed", "refused", "carried",
    ];
    line.has_between(line.first, line.end, VOTES)
}

/// "A jury of 12", "the nine-member board", "all 12 directors": so many voters.
fn body<'l, 'a>(line: &'l Line<'a>, but: Option<&Slot<'_>>) -> Option<&'l Slot<'a>> {
    let words = line.words;
    let is_body = |slot: &&Slot<'_>| {
        let of = slot.begin.wrapping_sub(1);
        // "A jury of seven women and five men": a part of it.
        let is_part = words.is(slot.past(), "and");
        let is_of = words.is(of, "of") && words.is_any(of.wrapping_sub(1), BODIES) && !is_part;
        let is_all = words.is_any(of, &["all"]) && (slot.behind..slot.behind + 2).any(|at| words.is_any(at, BODIES));
        is_plain(slot)
            && Decimal::TWO < slot.figure().value
            && slot.figure().value <= MOST.into()
            && (is_of || is_headed(line, slot) || is_all)
    };
    line.slots.iter().filter(|slot| but.is_none_or(|but| but.number != slot.number)).find(is_body)
}

/// "The nine-member board".
fn is_headed(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const STRONG: &[&str] = &["member", "strong", "man", "person", "seat", "judge", "woman", "justice"];
    let words = line.words;
    words.is_hyphen(slot.behind)
        && words.is_any(slot.behind + 1, STRONG)
        && (slot.behind + 2..slot.behind + 5).any(|at| words.is_any(at, BODIES))
}

/// "All 12 directors voted on the plan. Seven were against it and six for."
fn for_and_against(reach: Reach<'_, '_>) -> Option<Relation> {
    const TOOK: &[&str] = &["voted", "vote", "votes", "present", "attended"];
    let line = reach.line;
    // "All 15 members were present; nine voted for it and seven against": in one sentence.
    let (last, one, other) = match &line.slots[..] {
        [one, other] => (reach.last()?, one, other),
        [body, one, other] if line.words.is(body.begin.wrapping_sub(1), "all") || is_headed(line, body) => {
            (line, one, other)
        }
        _ => return None,
    };
    let is_split = line.has_between(line.first, line.end, &["against", "no"])
        && line.has_between(line.first, line.end, &["for", "favour", "favor", "yes", "aye"]);
    if !is_split || !is_plain(one) || !is_plain(other) {
        return None;
    }
    // "The nine-member board rejected it, with six against and four in favor"
    let is_told = last.has_between(last.first, last.end, TOOK) || is_vote(line);
    let body = body(last, None).filter(|_| is_told)?;
    let votes = one.figure().value.checked_add(other.figure().value)?;
    let is_over = body.figure().value < votes && votes <= body.figure().value.checked_mul(Decimal::TWO)?;
    let outcome = Outcome { given: Bounds::exactly(votes), holds: false };
    is_over.then(|| tie(RelationKind::Sum, body, &[one, other], None, outcome))
}

/// "248 of them backed it and 211 opposed it, out of 459 who voted": all who voted took one side or the other.
fn out_of(line: &Line<'_>) -> Option<Relation> {
    const FOR: &[&str] = &["backed", "favour", "favor", "for", "supported", "yes"];
    const AGAINST: &[&str] = &["against", "no", "opposed", "rejected"];
    const THIRD: &[&str] = &["abstained", "abstaining", "abstentions", "blank", "spoiled", "spoilt"];
    let [one, other, whole] = &line.slots[..] else { return None };
    let words = line.words;
    let is_out = words.run_is(whole.begin.wrapping_sub(2), &["out", "of"]);
    let have_voted = line.has_between(whole.behind, whole.end + 3, &["voted", "cast"]);
    let has = |list: &[&str]| line.has_between(line.first, line.end, list);
    let are_plain = [one, other, whole].iter().all(|slot| {
        slot.kind() == FigureKind::Count && slot.figure().pair.is_none() && slot.figure().modifier == Modifier::Plain
    });
    if !is_out || !have_voted || !are_plain || !has(FOR) || !has(AGAINST) || has(THIRD) {
        return None;
    }
    let votes = one.figure().value.checked_add(other.figure().value)?;
    let apart = votes.checked_sub(whole.figure().value)?.abs();
    let is_near = apart.checked_mul(Decimal::TEN)? <= whole.figure().value;
    let outcome = Outcome { given: Bounds::exactly(votes), holds: apart.is_zero() };
    is_near.then(|| tie(RelationKind::Sum, whole, &[one, other], None, outcome))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn nobody_votes_twice() {
        for (text, is_wrong) in [
            ("All 12 directors of the bank voted on the plan. Seven were against it and six for.", true),
            ("All 12 directors of the bank voted on the plan. Seven were against it and five for.", false),
            ("The jury of 12 found for the organist by 10 to three, the clerk said.", true),
            ("The jury of 12 found for the organist by 10 to two, the clerk said.", false),
            ("The jury of seven women and five men found for the organist by 10 to two, the clerk said.", false),
            ("The nine-member board voted 6-4 to close it, Lund said.", true),
            ("The nine-member board voted 5-3 to close it, Lund said.", false),
            ("Councillors refused the plan by 11 votes to four, with two of the 16 members abstaining.", true),
            ("Councillors refused the plan by 11 votes to three, with two of the 16 members abstaining.", false),
            ("The 16-member council refused the plan by 11 votes to four, with two abstentions.", true),
        ] {
            let found = relations(&read(text), RelationKind::Sum);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
