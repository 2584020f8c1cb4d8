//! A change that tells where it led, with the level of before in a clause or sentence of its own: "dropped to 7,250 this
//! season; it was 6,800 last season", "Membership has fallen to 430. A year ago it was 410."
//!
//! Only the way is held against the two levels: nothing says by how much.

use rust_decimal::Decimal;

use super::super::line::{Lead, Line, Slot, Way, tie};
use super::super::{Relation, RelationKind, quotient};
use super::named_change::is_past_at;
use super::{LOSSES, Reach, is_year};
use crate::extract::{FigureKind, Modifier};

/// The change of a sentence whose other end another clause, or the next sentence, tells as a level.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    // Few sentences lead to a level with another beside it.
    if line.slots.len() > 2 || !line.slots.iter().any(|slot| line.words.is(slot.begin.wrapping_sub(1), "to")) {
        return None;
    }
    let next = reach.next.filter(|next| next.block == line.block && next.slots.len() == 1);
    let own = line.slots.iter().find(|slot| is_level(line, slot)).map(|slot| (line, slot));
    let (at, from) = own.or_else(|| {
        let is_one = line.slots.len() == 1 || line.slots.iter().filter(|slot| !slot.is_percent()).count() == 1;
        let next = next.filter(|_| is_one)?;
        next.slots.first().filter(|slot| is_level(next, slot) || is_produced(next, slot)).map(|slot| (next, slot))
    })?;
    let (to, way, verb) = led_to(line).filter(|(to, ..)| to.entry.claim != from.entry.claim)?;
    let is_told = is_past_at(at, from) && !is_past_at(line, to) && is_alike(from, to) && is_plain(from) && is_plain(to);
    let has_loss = [line, at].into_iter().any(|line| line.has_between(line.first, line.end, LOSSES));
    if !is_told || has_loss || from.figure().value == to.figure().value {
        return None;
    }
    let outcome = quotient::direction(from.bounds()?, to.bounds()?, way == Way::Up);
    Some(tie(RelationKind::Direction, to, &[from], Some(line.span(verb, verb + 1)), outcome))
}

/// The only level that a verb of change leads to: "dropped to 7,250", "has risen sharply to 12".
pub(super) fn led_to<'l, 'a>(line: &'l Line<'a>) -> Option<(&'l Slot<'a>, Way, usize)> {
    const NEAR: usize = 4;
    // "By September the number had fallen to 410": by when.
    let is_when = |at: usize| {
        line.words.is_capitalized(at)
            || line.words.is_any(at, &["then", "the", "late", "early", "last"])
            || is_year(line.words.written(at))
    };
    let number = (0..line.slots.len()).find(|&number| line.lead(number) == Lead::To)?;
    let to = &line.slots[number];
    let is_by = || (line.first..line.end).any(|at| line.words.is(at, "by") && !is_when(at + 1));
    if line.has_between(line.first, line.end, &["from", "than"]) || is_by() {
        return None;
    }
    let mut verbs = (line.first..line.end).filter_map(|at| line.way(at).map(|way| (at, way)));
    let (verb, way) = verbs.next().filter(|_| verbs.next().is_none())?;
    (verb < to.begin && to.begin <= verb + NEAR).then_some((to, way, verb))
}

/// "It was 6,800 last season", "a year ago there were 410", "the figure had stood at 12".
fn is_level(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const SUBJECTS: &[&str] = &["it", "they", "there", "that", "this", "figure", "number", "rate", "total"];
    let words = line.words;
    let at = usize::from(words.is_any(slot.begin.wrapping_sub(1), &["at", "just", "only", "about", "on"]));
    let verb = slot.begin.wrapping_sub(1 + at);
    let is_verb = words.is_any(verb, &["was", "were", "stood", "been"]);
    let before = verb.wrapping_sub(1);
    let subject = if words.is_any(before, &["had", "have"]) { before.wrapping_sub(1) } else { before };
    is_verb && words.is_any(subject, SUBJECTS)
}

/// "The year before it produced 3.6 million tonnes", "a year earlier it had sold 410": what it did at the time.
fn is_produced(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const DID: &[&str] = &[
        "carried", "caught", "drew", "earned", "exported", "handled", "made", "mined", "produced", "pumped",
        "recorded", "sold", "took", "turned", "used",
    ];
    let words = line.words;
    let verb = slot.begin.wrapping_sub(1);
    let subject = verb.wrapping_sub(1 + usize::from(words.is(verb.wrapping_sub(1), "had")));
    let opens = line.has_between(line.first, subject, &["before", "earlier", "ago", "last", "previous"]);
    words.is_any(verb, DID) && words.is_any(subject, &["it", "they"]) && opens
}

/// "7,250 a game this season; it was 6,800": what it is for is said once.
pub(super) fn is_alike(from: &Slot<'_>, to: &Slot<'_>) -> bool {
    let is_bare = |slot: &Slot<'_>| slot.kind() == FigureKind::Count && slot.unit().is_none();
    let (least, most) = (from.figure().value.min(to.figure().value), from.figure().value.max(to.figure().value));
    let is_pace = |one: &Slot<'_>, other: &Slot<'_>| one.kind() == FigureKind::Rate && is_bare(other);
    let is_near = most <= least.saturating_mul(Decimal::from(5));
    from.is_like(to) || is_near && (is_pace(from, to) || is_pace(to, from))
}

fn is_plain(slot: &Slot<'_>) -> bool {
    let figure = slot.figure();
    let is_kind = matches!(
        figure.kind,
        FigureKind::Count | FigureKind::Money | FigureKind::Measure | FigureKind::Percentage | FigureKind::Rate
    );
    is_kind && figure.pair.is_none() && figure.modifier == Modifier::Plain && Decimal::ZERO < figure.value
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn the_way_of_a_change_is_held_against_the_level_before() {
        for (text, is_wrong) in [
            ("Gates dropped to 7,250 this season; they were 6,800 last season, the league said.", true),
            ("Gates rose to 7,250 this season; they were 6,800 last season, the league said.", false),
            ("The guild said its membership had fallen to 430. A year ago it was 410.", true),
            ("The guild said its membership had fallen to 410. A year ago it was 430.", false),
            (
                "The mine’s output fell 11 percent to 3.9 million tonnes. The year before it produced 3.6 million tonnes.",
                true,
            ),
            (
                "The mine’s output fell 11 percent to 3.2 million tonnes. The year before it produced 3.6 million tonnes.",
                false,
            ),
            ("The deficit fell to £430m. A year ago it was £410m.", false),
            ("Gates dropped to 7,250. The ground was 6,800 metres from the sea last year.", false),
        ] {
            let found = relations(&read(text), RelationKind::Direction);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
