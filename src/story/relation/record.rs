//! Adds up a team's record: "won 14, drawn five and lost four of their 22 games".

use rust_decimal::Decimal;

use super::line::{Line, Slot};
use super::solver::Part;
use super::{Promise, Tie};
use crate::extract::{FigureKind, Modifier};

/// The records of the story, each with the number of games beside it.
pub(super) fn find<'a>(lines: &[Line<'a>]) -> Vec<Tie<'a>> {
    let tie = |number: usize| {
        let line = &lines[number];
        let parts = results(line)?;
        let before = number.checked_sub(1).map(|before| &lines[before]).filter(|before| before.block == line.block);
        let games = games(line, &parts).or_else(|| before.and_then(|before| games(before, &[])))?;
        let parts = parts.into_iter().map(|entry| Part { entry, times: 1 }).collect();
        Some(Tie { stated: games, parts, promise: Promise::Complete })
    };
    (0..lines.len()).filter_map(tie).collect()
}

type Entry<'a> = &'a super::Entry<'a>;

/// The figures of wins, draws and losses, where a sentence gives wins and losses one behind the other.
fn results<'a>(line: &Line<'a>) -> Option<Vec<Entry<'a>>> {
    const WON: &[&str] = &["won", "wins", "win", "winning", "victories"];
    const DRAWN: &[&str] = &["drawn", "drew", "draws", "draw", "drawing", "tied", "ties"];
    const LOST: &[&str] = &["lost", "losses", "defeats", "losing", "lose"];
    let of = |words: &[&str]| line.slots.iter().find(|slot| is_bare(slot) && is_tied(line, slot, words));
    let (won, drawn, lost) = (of(WON)?, of(DRAWN), of(LOST)?);
    let is_near = won.begin.abs_diff(lost.begin) <= 14;
    let parts = std::iter::once(won).chain(drawn).chain([lost]).map(|slot| slot.entry);
    (is_near && (drawn.is_some() || has_no_draws(line))).then(|| parts.collect())
}

/// "With no draws", "without a tie", "drawn none".
fn has_no_draws(line: &Line<'_>) -> bool {
    const DRAWS: &[&str] = &["draw", "draws", "tie", "ties"];
    let words = line.words;
    (line.first..line.end).any(|at| {
        words.is_any(at, &["no", "without"])
            && (words.is_any(at + 1, DRAWS)
                || words.is_any(at + 1, &["a", "any", "single"]) && words.is_any(at + 2, DRAWS))
            || words.is_any(at, &["drawn", "drew", "tied"]) && words.is(at + 1, "none")
    })
}

/// A count of games or of what the verb names.
fn is_bare(slot: &Slot<'_>) -> bool {
    let unit = slot.unit().unwrap_or_default();
    slot.kind() == FigureKind::Count
        && slot.figure().pair.is_none()
        && (unit.is_empty() || is_game(unit) || ["win", "draw", "loss", "defeat", "tie", "victory"].contains(&unit))
}

fn is_game(unit: &str) -> bool {
    ["game", "match", "fixture", "outing", "bout", "fight"].iter().any(|game| unit.ends_with(game))
}

/// "Won 14", "14 wins", "have won only 14".
fn is_tied(line: &Line<'_>, slot: &Slot<'_>, words: &[&str]) -> bool {
    let before = slot.begin.wrapping_sub(1);
    line.words.is_any(before, words)
        || line.words.is_any(before, &["just", "only", "the", "another"])
            && line.words.is_any(before.wrapping_sub(1), words)
        || line.words.is_any(slot.behind, words)
}

/// The only count of games beside the record.
fn games<'a>(line: &Line<'a>, parts: &[Entry<'a>]) -> Option<Entry<'a>> {
    let mut games = line.slots.iter().filter(|slot| {
        let figure = slot.figure();
        slot.unit().is_some_and(is_game)
            && slot.kind() == FigureKind::Count
            && figure.modifier == Modifier::Plain
            && figure.value > Decimal::from(3)
            && !parts.iter().any(|part| part.claim == slot.entry.claim)
    });
    let first = games.next()?;
    games.next().is_none().then_some(first.entry)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn sums(text: &str) -> Vec<String> {
        relations(&read(text), RelationKind::Sum)
    }

    #[test]
    fn wins_draws_and_losses_make_the_games() {
        assert_eq!(sums("Rovers have won 14, drawn five and lost four of their 22 league games."), ["22 ≠ 23"]);
        assert_eq!(sums("Rovers have won 14 and lost six of their 22 games, with no draws."), ["22 ≠ 20"]);
        assert_eq!(sums("Rovers have won 14 and lost eight of their 22 games, without a draw."), ["22 = 22"]);
        assert_eq!(sums("Rovers have won 14 and lost six of their 22 games."), Vec::<String>::new());
        assert_eq!(sums("Rovers have played 23 games. They have won 14, drawn five and lost four."), ["23 = 23"]);
    }

    #[test]
    fn a_run_within_a_season_is_no_record() {
        assert_eq!(sums("Rovers won two of their last six games and lost one."), Vec::<String>::new());
    }
}
