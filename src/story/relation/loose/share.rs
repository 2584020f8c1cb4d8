//! What part: "only 28 of the city's 350 buses could take a wheelchair, “12 per cent of the fleet”", "have sown 72 of their
//! 400 acres … A quarter of the farm".
//!
//! The part and its whole are the only such pair near the only share.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::misprint::Ledger;
use super::super::quotient;
use super::super::reach::is_near;
use super::super::{Entry, Relation, RelationKind, Story};
use super::level::is_level;
use super::{Scene, WIDE, nearest};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, WordList};

/// How many times as much the lesser may be, of what is said and what is given.
const FAR: i64 = 2;

/// The same, in hundredths, where nothing but the numbers ties a count to its share.
const CLOSE: i64 = 125;

/// How far behind a share words may say that it is of something else.
const NEAR: usize = 6;

/// Words by which a share is one of others, of another time, or held against another.
const OPEN: WordList = WordList::of(&[
    "compared",
    "against",
    "average",
    "national",
    "target",
    "last",
    "previous",
    "earlier",
    "ago",
    "another",
    "other",
    "remaining",
    "rest",
    "margin",
    "error",
    "interest",
    "tax",
    "discount",
    "stake",
]);

/// The only share near the only part of a whole, where the three do not fit.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], at: usize, ledger: &Ledger) -> Option<Relation> {
    nearest(story, entries, at, 1, |scene| within(story, entries, at, ledger, scene))
}

/// The same in the sentences of one scene.
fn within(story: &Story, entries: &[Entry<'_>], at: usize, ledger: &Ledger, scene: &Scene<'_>) -> Option<Relation> {
    let line = scene.line();
    let stated = scene.slot(&entries[at])?;
    if let Some(relation) = of_that(scene, stated, ledger) {
        return Some(relation);
    }
    if !is_of_pair(line, stated) && !line.words.is(stated.behind, "of") {
        return None;
    }
    let is_share = |slot: &Slot<'_>| matches!(slot.kind(), FigureKind::Percentage | FigureKind::Share);
    if scene.slots().filter(|(_, slot)| is_share(slot)).count() != 1 {
        return None;
    }
    let is_free = |slot: &Slot<'_>| ledger.is_free(slot.entry.claim);
    if let Some((part, whole)) = counted(scene, stated).filter(|(part, _)| is_free(part)) {
        return settle(story, entries, at, (stated, part, whole));
    }
    if !is_of_pair(line, stated) {
        return None;
    }
    let mut pairs = scene
        .lines
        .iter()
        .flat_map(|line| (1..line.slots.len()).map(move |number| (line, &line.slots[number - 1], &line.slots[number])));
    let turned = pairs.by_ref().map(|(line, first, next)| {
        // "Spent £1.12 million, and salaries took £392,000 of that"
        if is_of_last(line, first, next) { (line, next, first) } else { (line, first, next) }
    });
    let is_told = |line: &Line<'_>, part: &Slot<'_>, whole: &Slot<'_>| {
        is_part_of(line, part, whole) || is_of_last(line, whole, part)
    };
    let mut partitive = turned.filter(|(line, part, whole)| is_told(line, part, whole));
    let (home, part, whole) = partitive.next().filter(|_| partitive.next().is_none())?;
    // The share is told behind its numbers, or right before them.
    let is_behind = home.first == line.first && home.block == line.block && part.end <= stated.begin
        || (home.block, home.first) < (line.block, line.first);
    if !is_behind || ledger.doubts(part.entry.claim) {
        return None;
    }
    settle(story, entries, at, (stated, part, whole))
}

fn settle(
    story: &Story,
    entries: &[Entry<'_>],
    at: usize,
    (stated, part, whole): (&Slot<'_>, &Slot<'_>, &Slot<'_>),
) -> Option<Relation> {
    let outcome = quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?)?;
    let is_sound = outcome.holds || is_near(&outcome, stated, FAR) && !is_borne_out(story, entries, at);
    is_sound.then(|| tie(RelationKind::Share, stated, &[part, whole], None, outcome))
}

/// "Just over half of the 412 homes can be repaired. His crews tagged 184 green", "A third of the 36 senators stayed away.
/// The clerk listed the 14 as sick": the only other count, and about as many as the share says.
fn counted<'l, 'a>(scene: &'l Scene<'a>, stated: &Slot<'_>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    let line = scene.line();
    let of = (stated.behind..stated.behind + 2).find(|&at| line.words.is(at, "of"))?;
    let is_plain = |slot: &Slot<'_>| slot.kind() == FigureKind::Count && slot.figure().modifier == Modifier::Plain;
    let whole = line.slots.iter().find(|slot| of < slot.begin && slot.begin <= of + 3 && is_plain(slot))?;
    let next = scene.lines.get(scene.home + 1).filter(|next| next.block == line.block);
    let counts = [Some(line), next].into_iter().flatten().flat_map(|line| &line.slots);
    let mut parts = counts.filter(|slot| slot.entry.claim != whole.entry.claim && slot.kind() == FigureKind::Count);
    let part = parts.next().filter(|_| parts.next().is_none()).filter(|part| is_plain(part))?;
    let is_one = part.unit().is_none() || part.unit() == whole.unit();
    let given = part.figure().value * Decimal::ONE_HUNDRED / whole.figure().value;
    let said = stated.figure().value;
    let is_close = given.max(said) <= given.min(said) * Decimal::new(CLOSE, 2);
    (is_one && is_close && Decimal::TEN <= part.figure().value).then_some((part, whole))
}

/// Whether a share may be that of a part told before: ", 12 per cent of the fleet", "A quarter of the farm", "the rate of 75
/// per cent", ", or fewer than one in five".
fn is_of_pair(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    let words = line.words;
    let end = stated.past();
    let before = stated.begin.wrapping_sub(1);
    if line.has_listed(end, end + NEAR, &OPEN) || super::percent::told(line, stated).is_some() {
        return false;
    }
    let is_set_off = words.is_any(before, &[",", "or", "(", "–", "—", "“", "\""]);
    let is_closed = line.end <= end + 1 || words.is_any(end, &[",", ".", ")", ";", "–", "—", "”", "\""]);
    let of = (stated.behind..stated.behind + 3).find(|&at| words.is(at, "of"));
    // "A quarter of the town's total": of more than that.
    let is_of_whole = of.is_some_and(|of| {
        words.is_any(of + 1, &["the", "its", "their", "all"]) && !line.has_between(of, of + 4, &["'s", "’s"])
    });
    let is_closing = || {
        let noun = of.map_or(end, |of| of + 3);
        line.end <= noun + 1 || (noun..noun + 2).any(|at| words.is_any(at, &[",", ".", ";", ")", "–", "—", "”", "\""]))
    };
    let is_rate = words.is(before, "of") && words.is_any(before.wrapping_sub(1), &["rate", "share", "proportion"]);
    let opens = stated.begin <= line.first + 1;
    // "“One in three gets to go home”", "this 45%": no whole is named but the one told before.
    let is_of_none = of.is_none() && (opens || words.is_any(before, &["this", "that"]));
    is_of_none
        || is_set_off && (is_closed && of.is_none() || is_of_whole && is_closing())
        || opens && is_of_whole
        || is_rate
}

/// "28 of the city's 350 buses": a part and its whole.
fn is_part_of(line: &Line<'_>, part: &Slot<'_>, whole: &Slot<'_>) -> bool {
    const LONG: usize = 6;
    let words = line.words;
    let of = part.behind;
    let is_amount = |slot: &Slot<'_>| {
        matches!(slot.kind(), FigureKind::Count | FigureKind::Measure | FigureKind::Money)
            && slot.figure().pair.is_none()
            && matches!(slot.figure().modifier, Modifier::Plain | Modifier::About)
            && Decimal::ONE < slot.figure().value
    };
    let is_owned = words.has(of + 1, Class::Determiner)
        || words.has(of + 1, Class::Possessive)
        || words.is_any(of + 1, &["the", "its", "their", "all", "our", "his", "her"])
        || whole.begin == of + 1;
    is_amount(part)
        && is_amount(whole)
        && words.is(of, "of")
        && whole.begin <= of + LONG
        && is_owned
        && !line.has_between(of, whole.begin, &[",", "in", "and", "for", "who", "aged"])
        && part.figure().value < whole.figure().value
}

/// "£1.12 million …, and salaries took £392,000 of that": a part of the amount right before it.
fn is_of_last(line: &Line<'_>, whole: &Slot<'_>, part: &Slot<'_>) -> bool {
    let words = line.words;
    let of = part.past();
    let is_amount = |slot: &Slot<'_>| {
        matches!(slot.kind(), FigureKind::Count | FigureKind::Measure | FigureKind::Money) && is_level(slot)
    };
    is_amount(part)
        && is_amount(whole)
        && part.is_like(whole)
        && words.is(of, "of")
        && words.is_any(of + 1, &["that", "it", "this", "them", "those"])
        && part.figure().value < whole.figure().value
}

/// "Was paid £19,200 … on £9,600, a third of that": the amount right before the share, and the only one before that.
fn of_that(scene: &Scene<'_>, stated: &Slot<'_>, ledger: &Ledger) -> Option<Relation> {
    let line = scene.line();
    let words = line.words;
    let end = stated.behind + 2;
    let is_closed = line.end <= end + 1 || words.is_any(end, &[",", ".", ";", ")", "–", "—"]);
    if !words.is(stated.behind, "of") || !words.is_any(stated.behind + 1, &["that", "this"]) || !is_closed {
        return None;
    }
    let before = stated.begin.wrapping_sub(1);
    let part = line.slots.iter().find(|slot| slot.past() == before && words.is_any(before, &[",", "or"]))?;
    let is_before = |(at, slot): &(&Line<'_>, &Slot<'_>)| {
        (at.block, at.first, slot.begin) < (line.block, line.first, part.begin) && is_level(slot) && slot.is_like(part)
    };
    let mut wholes = scene.slots().filter(is_before);
    let (_, whole) = wholes.next().filter(|_| wholes.next().is_none())?;
    if !is_level(part) || ledger.doubts(part.entry.claim) || ledger.doubts(whole.entry.claim) {
        return None;
    }
    let outcome = quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?)?;
    let is_sound = outcome.holds || is_near(&outcome, stated, FAR);
    is_sound.then(|| tie(RelationKind::Share, stated, &[part, whole], None, outcome))
}

/// Whether any two figures near it give the share.
fn is_borne_out(story: &Story, entries: &[Entry<'_>], at: usize) -> bool {
    let Some(scene) = Scene::around(story, entries, at, WIDE, 1) else { return false };
    let Some(stated) = scene.slot(&entries[at]) else { return false };
    let all: Vec<&Slot<'_>> = scene.slots().map(|(_, slot)| slot).filter(|slot| is_level(slot)).collect();
    let fits = |part: &Slot<'_>, whole: &Slot<'_>| {
        let share = stated.bounds().zip(part.bounds().zip(whole.bounds()));
        share
            .and_then(|(own, (part, whole))| quotient::percent_of(own, part, whole))
            .is_some_and(|outcome| outcome.holds)
    };
    all.iter().any(|part| {
        all.iter().any(|whole| part.figure().value < whole.figure().value && part.is_like(whole) && fits(part, whole))
    })
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        let story = read(&format!("Brae news\n\n{text}"));
        relations(&story, RelationKind::Share).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn a_share_is_held_against_the_only_part_and_whole_near_it() {
        for (text, sound, broken) in [
            (
                "Rolf Zane said he was ashamed that only 45 of the city’s 300 crossings had a ramp, “# per cent of the lot”.",
                "15",
                "25",
            ),
            (
                "Sisters at Clunmore have planted 60 of their 240 acres with oak, Sr Nolan said.\n\n# of the estate is now under trees.",
                "A quarter",
                "A third",
            ),
            (
                "The court at Belpur has settled 1,050 of the 1,400 land cases it took up, Ida Rao said. The settlement rate of # per cent was more than he had hoped for.",
                "75",
                "85",
            ),
            (
                "Just under half of the 520 bridges checked are sound, Kit Moon said. His teams passed # of them.",
                "244",
                "314",
            ),
            ("A quarter of the 48 councillors stayed away. The clerk listed the # as ill or abroad.", "12", "15"),
            (
                "Seven of the 28 pumps on the Carse were running when the river rose, or # in four, the report says.",
                "one",
                "two",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn shares_of_other_things_are_left_alone() {
        for text in [
            "The firm will shut 12 of its 60 branches, a quarter of the town’s total.",
            "The fire took 30 of the village’s 45 houses, half of the church and all of the school.",
            "The firm will shut 12 of its 60 branches. A quarter of its staff work from home, and 30 percent on the road.",
            "A quarter of the 48 councillors stayed away. The clerk listed 15 questions.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
