//! `--show-settings` and `--show-files`: what a run would read, and under which settings.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write;
use std::io;
use std::path::Path;

use super::Status;
use super::arguments::ReadingArguments;
use super::house;
use super::terminal::{print, report_trouble};
use super::walk::{Input, Inputs, find_drafts};
use crate::config::{Origin, Shape, keys};
use crate::rules;

/// Prints the drafts that a run would read, one a line.
pub(super) fn show_files(arguments: &ReadingArguments) -> io::Result<Status> {
    let inputs = find_drafts(arguments);
    let lines: Vec<String> = inputs.found.iter().map(|input| format!("{}\n", input.path.display())).collect();
    print(&lines.concat())?;
    finish(&inputs)
}

/// Prints the settings of the drafts that a run would read, and the file and line that each comes from.
///
/// Drafts with the same settings stand together.
pub(super) fn show_settings(arguments: &ReadingArguments) -> io::Result<Status> {
    let inputs = find_drafts(arguments);
    let mut groups: BTreeMap<String, Vec<&Input>> = BTreeMap::new();
    for input in &inputs.found {
        groups.entry(describe(input, arguments)).or_default().push(input);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, drafts)| drafts[0].path.clone());
    let pages = groups.iter().map(|(settings, drafts)| {
        let more = if drafts.len() == 1 { String::new() } else { format!(" and {} more", drafts.len() - 1) };
        format!("{}{more}\n{settings}", drafts[0].path.display())
    });
    print(&pages.collect::<Vec<_>>().join("\n"))?;
    finish(&inputs)
}

fn finish(inputs: &Inputs) -> io::Result<Status> {
    inputs.trouble.iter().try_for_each(report_trouble)?;
    Ok(if inputs.trouble.is_empty() { Status::Clean } else { Status::Trouble })
}

/// A line for each setting: its name, what it is set to, who says so.
fn describe(input: &Input, arguments: &ReadingArguments) -> String {
    let here = env::current_dir().unwrap_or_default();
    let style = &input.style;
    let written = style.provenance();
    let mut narrowed = style.settings();
    house::narrow(&mut narrowed, arguments);
    let mut lines = Vec::new();
    let mut left_out = 0;
    for rule in rules::ALL {
        let held = written.get(&("rules", rule.name.to_owned()));
        let before = style.settings().severity(rule.name, rule.severity);
        let now = narrowed.severity(rule.name, rule.severity);
        if now.is_none() && before.is_some() {
            left_out += 1;
            continue;
        }
        let value = now.map_or_else(|| "\"off\"".to_owned(), |severity| format!("\"{severity}\""));
        let origin = match held {
            _ if before != now => "command line".to_owned(),
            Some(held) => place(&held.origin, held.line, &here),
            None => "default".to_owned(),
        };
        lines.push((format!("rules.{}", rule.name), value, origin));
    }
    for key in keys().iter().filter(|key| key.section == "figures" && key.shape == Shape::Value) {
        let held = written.get(&("figures", key.name.clone()));
        let value = held.map_or_else(|| key.default.clone(), |held| held.value.clone());
        let origin = held.map_or_else(|| "default".to_owned(), |held| place(&held.origin, held.line, &here));
        lines.push((format!("figures.{}", key.name), value, origin));
    }
    let mut out = String::new();
    for origin in style.origins() {
        let _ = writeln!(out, "  from {}", origin_name(origin, &here));
    }
    let widest = |column: fn(&(String, String, String)) -> &str| lines.iter().map(|line| column(line).len()).max();
    let (names, values) = (widest(|line| &line.0).unwrap_or(0), widest(|line| &line.1).unwrap_or(0));
    for (name, value, origin) in &lines {
        let _ = writeln!(out, "  {name:names$} = {value:values$}  {origin}");
    }
    if left_out != 0 {
        let _ = writeln!(out, "  left out by the command line: {left_out} of {} rules", rules::ALL.len());
    }
    for source in &style.settings().sources {
        let _ = writeln!(out, "  source \"{}\": {}", source.name, source.aliases.join(", "));
    }
    out
}

fn place(origin: &Origin, line: u32, here: &Path) -> String {
    format!("{}:{line}", origin_name(origin, here))
}

fn origin_name(origin: &Origin, here: &Path) -> String {
    match origin {
        Origin::File(path) => path.strip_prefix(here).unwrap_or(path).display().to_string(),
        Origin::Preset(_) => origin.to_string(),
    }
}
