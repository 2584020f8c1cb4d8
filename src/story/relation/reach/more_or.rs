//! So many percent more, and what that comes to, of what the sentence before tells: "Pensioners get $250 a week. From July
//! they will have 8% more, or $270".
//!
//! What the percentage is of must be the only figure of its kind there. How much more it is may be told as well; that is
//! much less, and is left to others.

use super::super::change::settle;
use super::super::line::{Line, Slot, Way};
use super::super::{Relation, RelationKind};
use super::{Reach, is_plain, tie_near};
use crate::extract::FigureKind;

/// A percentage that is farther off is one of something else.
const FAR: i64 = 4;

/// The percentage of a sentence, with what it leads to.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    const OPEN: &[&str] = &["than", "average", "against", "compared", "each", "extra"];
    let line = reach.line;
    let number = line.slots.iter().position(Slot::is_percent)?;
    let (stated, to) = (&line.slots[number], line.slots.get(number + 1)?);
    let way = way(line, stated)?;
    let or = to.begin.wrapping_sub(1);
    let is_or = line.words.is(or, "or") && or <= stated.end + 4 && is_plain(stated) && is_plain(to);
    let last = reach.previous().filter(|_| is_or && is_amount(to))?;
    if line.has_between(line.first, line.end, OPEN) || line.slots[..number].iter().any(is_amount) {
        return None;
    }
    let mut bases = last.slots.iter().filter(|slot| is_amount(slot) && slot.is_like(to));
    let base = bases.next().filter(|base| bases.next().is_none() && is_plain(base))?;
    let rises = base.figure().value < to.figure().value;
    let (kind, operands, outcome) = settle::between(stated, (base, to))?;
    let is_sound = kind == RelationKind::PercentChange && rises == (way == Way::Up);
    tie_near(kind, stated, &operands, outcome, FAR).filter(|_| is_sound)
}

/// Which way the percentage has things go: "8% more", "a 5 percent raise", "rise by 8%".
fn way(line: &Line<'_>, stated: &Slot<'_>) -> Option<Way> {
    let words = line.words;
    let before = stated.begin.wrapping_sub(1);
    match () {
        () if words.is_any(stated.end, &["more", "higher", "extra"]) => Some(Way::Up),
        () if words.is_any(stated.end, &["less", "fewer", "lower"]) => Some(Way::Down),
        () if words.is(before, "by") => line.way(before.wrapping_sub(1)),
        () => line.way(before),
    }
}

fn is_amount(slot: &Slot<'_>) -> bool {
    matches!(slot.kind(), FigureKind::Money | FigureKind::Count | FigureKind::Measure | FigureKind::Rate)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::PercentChange).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn what_so_much_more_comes_to_is_held_against_what_it_was() {
        let text = "The scheme\n\nWidows in the scheme get $250 a week now.\n\nFrom July they will have 8% more, or $#, Lund said.";
        assert!(!wrong(&text.replace('#', "270")));
        assert!(wrong(&text.replace('#', "290")));
        assert!(!wrong(&text.replace('#', "20")), "how much more");
    }

    #[test]
    fn more_of_other_things_is_left_alone() {
        assert!(!wrong("The mill pays $250 a week. Rents are 8% more, or $400, than in Brae."));
        assert!(!wrong("The mill made 250 tonnes and sold 200. It will make 8% more, or 400 tonnes."));
    }
}
