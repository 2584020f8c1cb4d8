//! Workflow commands, which GitHub shows as remarks beside the lines of a pull request.
//!
//! GitHub keeps the first ten errors, warnings and notices of a step, so the worst come first.

use super::layout::{Layout, Page};
use super::place::{other_place, repository_path};
use crate::cli::reading::Reading;
use crate::finding::{Finding, Severity};

pub(in crate::cli) const LAYOUT: Layout = Layout { render, arrange: Some(worst_first), ..Layout::BARE };

const LEVELS: [&str; 3] = ["error", "warning", "notice"];

fn render(reading: &Reading<'_>, _: Page) -> String {
    reading.analysis.findings().iter().map(|finding| command(reading, finding)).collect()
}

/// The commands in `reports`, a line each, by level; within a level in the order of the drafts.
fn worst_first(reports: &[String]) -> Vec<String> {
    let mut commands: Vec<String> =
        reports.iter().flat_map(|report| report.lines()).map(|command| format!("{command}\n")).collect();
    let level = |command: &String| LEVELS.iter().position(|level| command[2..].starts_with(level));
    commands.sort_by_key(level);
    commands
}

fn command(reading: &Reading<'_>, finding: &Finding) -> String {
    let place = reading.positions.place(finding.span);
    let file = property(&repository_path(&reading.draft.path));
    let lines = format!("line={},endLine={}", place.line, place.end_line);
    // GitHub takes columns only within a line.
    let columns = if place.line == place.end_line {
        format!(",col={},endColumn={}", place.column, place.end_column)
    } else {
        String::new()
    };
    let level = match finding.severity {
        Severity::Error => LEVELS[0],
        Severity::Warning => LEVELS[1],
        Severity::Information | Severity::Hint => LEVELS[2],
    };
    let (title, message) = (property(finding.rule), data(&message(reading, finding)));
    format!("::{level} file={file},{lines}{columns},title={title}::{message}\n")
}

/// What GitHub shows: the question, the other places, and what to do.
fn message(reading: &Reading<'_>, finding: &Finding) -> String {
    let mut lines = vec![finding.message.clone()];
    for other in &finding.related {
        let line = reading.positions.place(other.span).line;
        lines.push(format!("Line {line}: {}", other_place(reading, other)));
    }
    lines.extend(finding.help.clone());
    lines.join("\n")
}

/// `text` as the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// `text` as the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_or_a_property_is_escaped() {
        assert_eq!(data("40%\r\nof 10: all"), "40%25%0D%0Aof 10: all");
        assert_eq!(property("a:b,c%.md"), "a%3Ab%2Cc%25.md");
    }

    #[test]
    fn the_worst_comes_first_and_equals_keep_their_order() {
        let reports = vec!["::notice a\n::warning b\n".to_owned(), "::error c\n::warning d\n".to_owned()];
        assert_eq!(worst_first(&reports).concat(), "::error c\n::warning b\n::warning d\n::notice a\n");
    }
}
