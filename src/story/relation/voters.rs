//! Finds the votes of a sentence with those who could cast them: "ten of the 15 councillors present backed it, four voted no
//! and one abstained", "the 11-member board voted 7-4".

use super::row::{self, Row, has_any};
use super::solver::{self, Part};
use super::{Entry, Promise, Tie, thing};
use crate::extract::{FigureKind, Modifier};

/// "Ten of the 15 councillors present backed it, four voted no and one abstained."
pub(super) fn of_all<'a>(row: &'a Row<'a>) -> Option<Tie<'a>> {
    let [some, whole, others @ ..] = row.all else { return None };
    let is_count = |entry: &Entry<'_>| {
        entry.figure.kind == FigureKind::Count
            && entry.figure.pair.is_none()
            && entry.figure.modifier == Modifier::Plain
    };
    // A lone "one abstained" is no figure: then only too many votes speak against the whole.
    let cast = solver::total(std::iter::once(some).chain(others))?;
    let is_told = others.len() == 2 || others.len() == 1 && whole.figure.value < cast;
    let is_all = is_told && row.all.iter().all(is_count) && some.figure.value < whole.figure.value;
    if !is_all {
        return None;
    }
    let gap = row.between_numbers(some, whole);
    let is_owned = gap.starts_with(" of the ") && ["'s ", "’s "].iter().any(|end| gap.ends_with(end));
    if !is_owned && ![" of the ", " of its ", " of "].contains(&gap.as_str()) {
        return None;
    }
    // Asked last: all words of the sentence are looked at.
    let words = row::spaced(row.words());
    // Whoever votes for it does not vote against it: too many votes are wrong without a word of abstentions.
    let is_vote = has_any(&words, &[" voted ", " backed ", " supported ", " favoured ", " favored "])
        && has_any(&words, &[" no ", " against ", " opposed ", " did not "])
        && (words.contains(" abstain") || whole.figure.value < cast);
    // "Eight did not, four of them because they were ill": some of those.
    let is_some = has_any(&words, &[" of them ", " of whom "]);
    let parts = std::iter::once(some).chain(others).map(|entry| Part { entry, times: 1 }).collect();
    (is_vote && !is_some).then_some(Tie { stated: whole, parts, promise: Promise::Near })
}

/// A vote and those who cast it: "a 7-4 vote of the 11 members", "the 11-member board voted 7-4".
/// Members may be absent, so fewer votes fit.
pub(super) fn votes<'a>(row: &'a Row<'a>) -> Option<Tie<'a>> {
    const VOTERS: [&str; 5] = [" vote of the ", " vote of its ", " vote by the ", " vote among the ", " vote of all "];
    row.all.windows(2).find_map(|pair| {
        let is_vote = |entry: &Entry<'_>| entry.figure.kind == FigureKind::Score;
        let vote = pair.iter().find(|entry| is_vote(entry))?;
        let voters = pair.iter().find(|entry| entry.figure.kind == FigureKind::Count)?;
        let between = row.between(&pair[0], &pair[1]);
        let is_member = voters.figure.unit.as_ref().is_some_and(|unit| thing::unit_set(&unit.head) == "member");
        let is_theirs =
            VOTERS.contains(&between.as_str()) || is_vote(&pair[1]) && is_member && between.contains(" voted ")
            // "Passed the 50-member senate 29-21"
            || is_vote(&pair[1]) && is_member && [" senate ", " house ", " council ", " board ", " assembly ", " chamber ", " parliament "].contains(&between.as_str())
            // "Passed 7-4 in the 11-member council"
            || is_vote(&pair[0]) && is_member && [" in the ", " by the ", " of the ", " on the "].contains(&between.as_str());
        let parts = vec![Part { entry: vote, times: 1 }];
        is_theirs.then_some(Tie { stated: voters, parts, promise: Promise::Open })
    })
}
