//! The house rules that a compiler does not keep: which floor may use which.

use std::fs;
use std::path::{Path, PathBuf};

/// The floors from the ground up; modules side by side on one floor are listed together.
const FLOORS: &[&[&str]] = &[
    &["text"],
    &["language"],
    &["draft"],
    &["extract"],
    &["story"],
    &["finding", "config"],
    &["rules"],
    &["analysis"],
    &["cli", "lsp"],
];

/// What only the top floor may touch: the outside world and its protocols.
const OUTSIDE: &[&str] = &["std::fs", "std::time", "std::env", "std::process", "std::io", "clap", "tokio", "tower_lsp"];

/// Modules of the same floor that may use each other.
const NEIGHBOURS: &[(&str, &str)] = &[("config", "finding")];

fn floor_of(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the sources can be listed") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
}

/// Each source file with the name of its top module.
fn files() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(&root).expect("it was found there").to_string_lossy().into_owned();
            let module = inside.split('/').next().expect("a path has a first part").trim_end_matches(".rs").to_owned();
            (inside, module, fs::read_to_string(&path).expect("a source can be read"))
        })
        .collect()
}

/// The lines of a file before its tests.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]"))
        .filter(|line| !line.trim_start().starts_with("//"))
}

/// The modules of this crate that a line names.
fn used_modules(line: &str) -> Vec<&str> {
    line.match_indices("crate::")
        .map(|(at, path)| {
            line[at + path.len()..].split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()
        })
        .map(|module| module.expect("a split has a first part"))
        .collect()
}

#[test]
fn each_floor_uses_only_those_below_it() {
    let mut wrong = Vec::new();
    for (file, module, text) in files() {
        let Some(floor) = floor_of(&module) else { continue };
        for used in code(&text).flat_map(used_modules) {
            let Some(other) = floor_of(used) else { continue };
            let is_neighbour = NEIGHBOURS.contains(&(module.as_str(), used));
            if used != module && floor <= other && !is_neighbour {
                wrong.push(format!("{file}: {module} ({floor}) may not use {used} ({other})"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_stands_on_a_floor() {
    let homeless: Vec<String> = files()
        .into_iter()
        .map(|(_, module, _)| module)
        .filter(|module| !matches!(module.as_str(), "lib" | "main") && floor_of(module).is_none())
        .collect();
    assert_eq!(homeless, Vec::<String>::new());
}

#[test]
fn only_the_top_floor_touches_the_outside_world() {
    let mut wrong = Vec::new();
    for (file, module, text) in files() {
        if matches!(module.as_str(), "cli" | "lsp" | "main") {
            continue;
        }
        for line in code(&text) {
            wrong.extend(OUTSIDE.iter().filter(|name| line.contains(*name)).map(|name| format!("{file}: {name}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_is_a_place_where_everything_meets() {
    for (file, _, text) in files() {
        let lines = code(&text).filter(|line| !line.trim().is_empty()).count();
        assert!(lines <= 500, "{file} has {lines} lines of code: find the ideas in it and give each a file");
    }
}
