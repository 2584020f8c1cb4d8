//! One page of HTML with nothing to load: the drafts with what the desk asks and the ledger, for a browser, a printer or
//! an editor's panel.

use std::fmt::Write;

use super::layout::{Layout, Page};
use crate::analysis::page_anchor;
use crate::cli::reading::Reading;

pub(in crate::cli) const LAYOUT: Layout =
    Layout { opening: OPENING, closing: CLOSING, render: folded, arrange: Some(with_contents), ..Layout::BARE };

/// The same page for whoever has asked for the ledger: no story of it is folded away.
pub(in crate::cli) const LEDGER: Layout = Layout { render: unfolded, ..LAYOUT };

const OPENING: &str = concat!(
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>copydesk</title>\n<style>\n",
    include_str!("../../analysis/page/style.css"),
    "</style>\n</head>\n<body>\n<h1>The copy desk</h1>\n<p class=\"legend draft\">",
    "<span class=\"figure attributed\">figure</span> <span class=\"figure unattributed\">figure that nobody gives</span> ",
    "<span class=\"quote\">quote</span> <span class=\"statement\">statement</span> <span class=\"source\">source</span> ",
    "<span class=\"cue\">said</span> <span class=\"finding error\">the desk asks</span></p>\n",
);

const CLOSING: &str = "</body>\n</html>\n";

/// The draft's entry in the contents, a line, and below it the draft; one with nothing to ask is folded.
fn folded(reading: &Reading<'_>, _: Page) -> String {
    let (entry, story) = parts(reading);
    if reading.analysis.findings().is_empty() {
        let (path, counts) = (escape(&reading.draft.path), reading.analysis.count_findings());
        return format!("{entry}<details>\n<summary>{path}: {counts}</summary>\n{story}</details>\n");
    }
    entry + &story
}

fn unfolded(reading: &Reading<'_>, _: Page) -> String {
    let (entry, story) = parts(reading);
    entry + &story
}

fn parts(reading: &Reading<'_>) -> (String, String) {
    let (path, positions) = (&reading.draft.path, &reading.positions);
    let (anchor, counts) = (page_anchor(path), reading.analysis.count_findings());
    let entry = format!("<li><a href=\"#{anchor}\">{}</a> <span class=\"counts\">{counts}</span></li>\n", escape(path));
    (entry, reading.analysis.page(path, &|offset| positions.line_and_column(offset)))
}

/// The contents of a page with several drafts, and the drafts.
fn with_contents(reports: &[String]) -> Vec<String> {
    let parted = reports.iter().filter_map(|report| report.split_once('\n'));
    let (entries, stories): (Vec<&str>, Vec<String>) = parted.map(|(entry, story)| (entry, story.to_owned())).unzip();
    if stories.len() < 2 {
        return stories;
    }
    let mut contents = "<nav aria-label=\"Drafts\">\n<ul>\n".to_owned();
    for entry in entries {
        let _ = writeln!(contents, "{entry}");
    }
    contents += "</ul>\n</nav>\n";
    [contents].into_iter().chain(stories).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace(['\n', '\r'], " ")
}
