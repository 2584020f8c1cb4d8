//! Finds totals that are reported group by group further down the story.
//!
//! "500+ troops lost" in the headline stands against the losses that six named groups of forces inflict.
//! Groups are told apart by names with the same head noun, so that none of them lies within another.

use super::report::{self, Report};
use super::solver::Part;
use super::{Promise, Story, Tie};
use crate::draft::Role;

/// Fewer groups are too few to tell a pattern from chance.
const LEAST: usize = 3;

/// More groups than this are a table in prose.
const MOST: usize = 64;

/// More totals than this are no lede but a data dump.
const MOST_TOTALS: usize = 16;

/// The totals whose groups stand all over the story.
pub(super) fn find<'a>(story: &Story, reports: &[Report<'a>]) -> Vec<Tie<'a>> {
    let lede = report::last_of_lede(story);
    let is_head = |block: usize| {
        block <= lede && matches!(story.blocks[block].role, Role::Headline | Role::Dek | Role::Paragraph)
    };
    let Some(last) = reports.iter().rposition(|report| report.group.is_some()) else { return Vec::new() };
    let totals = reports[..last].iter().enumerate().filter(|(_, total)| {
        total.group.is_none() && (is_head(total.entry.figure.block) || total.row.is_total(total.entry))
    });
    totals.take(MOST_TOTALS).filter_map(|(number, total)| tie(reports, number, total)).collect()
}

/// A total with the groups that are reported behind it.
fn tie<'a>(reports: &[Report<'a>], number: usize, total: &Report<'a>) -> Option<Tie<'a>> {
    let is_part = |report: &&Report<'a>| report.group.is_some() && report.is_alike(total);
    let behind = &reports[number + 1..];
    let kind = behind.iter().find(is_part)?.group.as_ref()?.kind;
    let mut names: Vec<&str> = Vec::new();
    let mut parts: Vec<Part<'a>> = Vec::new();
    for report in behind.iter().filter(is_part).take(MOST) {
        let Some(group) = report.group.as_ref().filter(|group| group.kind == kind) else { continue };
        if !names.contains(&group.name.as_str()) {
            names.push(&group.name);
            parts.push(Part { entry: report.entry, times: 1 });
        }
    }
    // A part that is larger than the whole is a part of something else.
    let most = parts.iter().map(|part| part.entry.figure.value).max()?;
    let is_whole = most <= total.entry.figure.interval.high.unwrap_or(most);
    let promise = if total.row.announces(parts.len()) { Promise::Likely } else { Promise::Open };
    (LEAST <= parts.len() && is_whole).then_some(Tie { stated: total.entry, parts, promise })
}
