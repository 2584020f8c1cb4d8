//! Drafts in many wordings, each with a figure wrong and right, and drafts whose figures only stand beside each other.
//!
//! What counts is that the desk asks where it should and nowhere else; what it says is tested elsewhere.

use copydesk::analysis::Reader;
use copydesk::config::Settings;
use copydesk::draft::Format;

/// The rules that redo arithmetic or hold one figure against another.
const RULES: &[&str] = &[
    "conflicting-figure",
    "conversion-mismatch",
    "difference-mismatch",
    "duration-mismatch",
    "headline-mismatch",
    "inconsistent-total",
    "lead-within-margin",
    "list-count-mismatch",
    "magnitude-slip",
    "per-unit-mismatch",
    "percent-change-mismatch",
    "percent-for-points",
    "percent-of-mismatch",
    "rate-mismatch",
    "ratio-mismatch",
    "share-sum-mismatch",
    "vote-mismatch",
    "wrong-direction",
];

/// The rules that ask who says so.
const SOURCING: &[&str] = &[
    "allegedly-who",
    "anonymous-attack",
    "anonymous-no-reason",
    "bare-source",
    "crowd-unattributed",
    "dangling-speaker",
    "hearsay",
    "superlative-unattributed",
    "unattributed-figure",
    "unsourced-quote",
    "vague-authority",
];

/// What `rules` ask of a draft with `text` as its second paragraph.
fn asked(text: &str, rules: &[&str]) -> Vec<String> {
    let draft = format!(
        "Notes from the county\n\nBy Nell Orde\n\nBRAE (Coastline) - Rain fell in the hills again.\n\n{text}\n"
    );
    let analysis = Reader::new(Settings::default()).read(&draft, Format::Plain);
    let findings = analysis.findings().iter().filter(|finding| rules.contains(&finding.rule));
    findings.map(|finding| format!("{}: {}", finding.rule, finding.message)).collect()
}

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What is missed in the wrong drafts of `list` and asked of the right ones.
fn surprises(list: &'static str, rules: &[&str]) -> Vec<String> {
    let all: Vec<&str> = lines(list).collect();
    let mut surprises = Vec::new();
    for pair in all.chunks(2) {
        let [wrong, right] = pair else { panic!("a draft without its right one: {pair:?}") };
        let right = right.strip_prefix("=>").expect("the right one stands behind =>").trim();
        if asked(wrong, rules).is_empty() {
            surprises.push(format!("missed: {wrong}"));
        }
        surprises.extend(asked(right, rules).into_iter().map(|finding| format!("false: {right}\n    {finding}")));
    }
    surprises
}

#[test]
fn a_wrong_figure_is_asked_about_and_the_right_one_is_not() {
    let surprises = surprises(include_str!("pairs/wrong-and-right.txt"), RULES);
    assert!(surprises.is_empty(), "\n{}", surprises.join("\n"));
}

#[test]
fn what_nobody_says_is_asked_about_and_what_somebody_says_is_not() {
    let surprises = surprises(include_str!("pairs/unsourced.txt"), SOURCING);
    assert!(surprises.is_empty(), "\n{}", surprises.join("\n"));
}

#[test]
fn figures_that_only_stand_beside_each_other_are_left_alone() {
    let sound = lines(include_str!("pairs/sound.txt"));
    let alarms: Vec<String> = sound
        .flat_map(|text| asked(text, RULES).into_iter().map(move |finding| format!("{text}\n    {finding}")))
        .collect();
    assert!(alarms.is_empty(), "\n{}", alarms.join("\n"));
}
