//! The three steps of strictness: each asks for a source of all that the one before asks for, and of more.

use std::fs;
use std::path::Path;

use copydesk::analysis::Reader;
use copydesk::config::{Settings, Strictness};
use copydesk::draft::Format;

/// Where the figures stand that `unattributed-figure` asks about, with those that one question speaks for as well.
fn asked_at(text: &str, format: Format, strictness: Strictness) -> Vec<u32> {
    let mut settings = Settings::default();
    settings.figures.strictness = strictness;
    let analysis = Reader::new(settings).read(text, format);
    let mut starts: Vec<u32> = analysis
        .findings()
        .iter()
        .filter(|finding| finding.rule == "unattributed-figure")
        .flat_map(|finding| finding.related.iter().map(|related| related.span.start).chain([finding.span.start]))
        .collect();
    starts.sort_unstable();
    starts
}

/// The first letters of each.
fn asked(text: &str, format: Format, strictness: Strictness) -> Vec<String> {
    let starts = asked_at(text, format, strictness);
    starts.iter().map(|&start| text[start as usize..].chars().take(10).collect()).collect()
}

const DRAFT: &str = "\
Fire guts Marl Road mill

Three people died. The mill employed 12 men. It sold 3 barges, and 9 percent of them went abroad.

The owners owe $40,000. The roof cost $2.6 million. Its site covers 90 acres. Ida Moss, 61, has run it for 20 years.

The council won the vote by 14 to 3. Its bid of $3.4 million was read out. Thousands of readers wrote in.
";

#[test]
fn a_relaxed_desk_asks_for_the_dead_jobs_crimes_and_large_sums() {
    assert_eq!(asked(DRAFT, Format::Plain, Strictness::Relaxed), ["Three peop", "$2.6 milli"]);
    let jobs = "The mill will cut 240 jobs. It saw 310 burglaries in the year, and 480 visitors.\n";
    assert_eq!(asked(jobs, Format::Plain, Strictness::Relaxed), ["240 jobs. ", "310 burgla"]);
}

#[test]
fn a_standard_desk_asks_what_a_careful_editor_would() {
    let found = asked(DRAFT, Format::Plain, Strictness::Standard);
    assert_eq!(found, ["Three peop", "9 percent ", "$40,000. T", "$2.6 milli"]);
}

#[test]
fn a_strict_desk_asks_for_every_figure_that_is_no_age_date_duration_or_score() {
    let found = asked(DRAFT, Format::Plain, Strictness::Strict);
    assert_eq!(
        found,
        [
            "Three peop",
            "12 men. It",
            "3 barges, ",
            "9 percent ",
            "$40,000. T",
            "$2.6 milli",
            "90 acres. ",
            "$3.4 milli",
            "Thousands "
        ]
    );
}

#[test]
fn each_step_asks_for_all_that_the_one_before_asks_for() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
    for entry in fs::read_dir(folder).expect("the folder of stories is there") {
        let path = entry.expect("its entries can be read").path();
        let Some(format) = path.extension().and_then(|extension| Format::of_extension(extension.to_str()?)) else {
            continue;
        };
        // The carets of a story are lines like others here: only the three answers are compared.
        let text = fs::read_to_string(&path).expect("a story can be read");
        let steps = [Strictness::Relaxed, Strictness::Standard, Strictness::Strict];
        let [relaxed, standard, strict] = steps.map(|strictness| asked_at(&text, format, strictness));
        assert!(relaxed.iter().all(|figure| standard.contains(figure)), "{}: {relaxed:?} {standard:?}", path.display());
        assert!(standard.iter().all(|figure| strict.contains(figure)), "{}: {standard:?} {strict:?}", path.display());
    }
}

#[test]
fn a_desk_that_raises_the_least_count_hears_of_no_smaller_tally() {
    let draft = "The ferry carried 340 people in August.\n";
    let asked = |least: u32| {
        let mut settings = Settings::default();
        settings.figures.minimum_count = least.into();
        Reader::new(settings).read(draft, Format::Plain).findings().iter().any(|it| it.rule == "unattributed-figure")
    };
    assert!(asked(100));
    assert!(!asked(1_000));
}
