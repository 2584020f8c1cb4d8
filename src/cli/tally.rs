//! Counts what was found, for the summary and the exit status.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

use super::reading::Reading;
use super::terminal::report_trouble;
use super::typeset::grouped;
use crate::finding::Severity;

/// What a run found.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    drafts: usize,
    drafts_with_findings: usize,
    /// How many findings there are of each severity, the worst first.
    counts: [usize; SEVERITIES.len()],
    /// The first rule among those with the worst findings.
    worst_rule: Option<(Severity, &'static str)>,
    /// How often each rule had something to ask.
    by_rule: BTreeMap<&'static str, (Severity, usize)>,
    /// How many changes were made, and in how many drafts.
    changes: usize,
    changed_drafts: usize,
    /// Whether some of the work could not be done.
    pub(super) has_trouble: bool,
}

const SEVERITIES: [Severity; 4] = [Severity::Error, Severity::Warning, Severity::Information, Severity::Hint];

impl Tally {
    /// What one draft holds.
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let findings = reading.analysis.findings();
        let mut tally = Self { drafts: 1, drafts_with_findings: usize::from(!findings.is_empty()), ..Self::default() };
        for finding in findings {
            tally.note_rule(finding.severity, finding.rule);
            tally.by_rule.entry(finding.rule).or_insert((finding.severity, 0)).1 += 1;
        }
        tally.counts = SEVERITIES.map(|severity| findings.iter().filter(|it| it.severity == severity).count());
        tally
    }

    /// The same draft, in which so many changes were made.
    pub(super) fn with_changes(self, changes: usize) -> Self {
        Self { changes, changed_drafts: usize::from(changes != 0), ..self }
    }

    /// Whether the rule called `name` had something to ask.
    pub(super) fn has_found(&self, name: &str) -> bool {
        self.by_rule.contains_key(name)
    }

    /// How many changes were made.
    pub(super) fn changes(&self) -> usize {
        self.changes
    }

    /// Adds what another draft holds.
    pub(super) fn add(&mut self, other: &Self) {
        self.drafts += other.drafts;
        self.drafts_with_findings += other.drafts_with_findings;
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count += more;
        }
        self.changes += other.changes;
        self.changed_drafts += other.changed_drafts;
        for (rule, &(severity, count)) in &other.by_rule {
            self.by_rule.entry(rule).or_insert((severity, 0)).1 += count;
        }
        if let Some((severity, rule)) = other.worst_rule {
            self.note_rule(severity, rule);
        }
    }

    /// Prints what could not be done, and remembers that there was something.
    pub(super) fn note_trouble(&mut self, error: &anyhow::Error) -> io::Result<()> {
        self.has_trouble = true;
        report_trouble(error)
    }

    /// The severity of the worst finding.
    pub(super) fn worst(&self) -> Option<Severity> {
        self.worst_rule.map(|(severity, _)| severity)
    }

    /// What was found, in a line, and what to do next; nothing where no draft could be read.
    pub(super) fn summary(&self, most: Option<usize>) -> String {
        let Some((_, rule)) = self.worst_rule else {
            if self.drafts == 0 {
                return String::new();
            }
            return format!("{} read, nothing to ask.\n", plural(self.drafts, "draft"));
        };
        let by_severity = SEVERITIES.iter().zip(self.counts).filter(|&(_, count)| count != 0);
        let by_severity: Vec<String> = by_severity
            .map(|(severity, count)| match severity {
                Severity::Information => format!("{count} for information"),
                _ => plural(count, &severity.to_string()),
            })
            .collect();
        let whole = plural(self.counts.iter().sum(), "finding");
        let all: usize = self.counts.iter().sum();
        let shown = most.filter(|most| *most < all).map_or(String::new(), |most| format!(", {most} of them shown"));
        let place = match (self.drafts_with_findings, self.drafts) {
            (1, 1) => String::new(),
            (some, all) => format!(" in {some} of {}", plural(all, "draft")),
        };
        format!(
            "{whole}{place}{shown}: {}.\nRun `copydesk explain {rule}` to see what it asks and why.\n",
            by_severity.join(", ")
        )
    }

    /// What was changed, in a line; nothing where nothing was.
    pub(super) fn summary_of_changes(&self, only_shown: bool) -> String {
        if self.changes == 0 {
            return String::new();
        }
        let (did, drafts) = (if only_shown { "Would make" } else { "Made" }, plural(self.changed_drafts, "draft"));
        format!("{did} {} in {drafts}.\n", plural(self.changes, "change"))
    }

    /// A line for each rule that had something to ask, the most frequent first.
    pub(super) fn statistics(&self) -> String {
        let mut rules: Vec<_> = self.by_rule.iter().collect();
        rules.sort_by_key(|&(rule, &(_, count))| (usize::MAX - count, *rule));
        let counts: Vec<String> = rules.iter().map(|(_, (_, count))| grouped(&count.to_string())).collect();
        let widest = counts.iter().map(String::len).max().unwrap_or(0);
        let mut table = String::new();
        for ((rule, (severity, _)), count) in rules.iter().zip(&counts) {
            writeln!(table, "{count:>widest$}  {severity:11}  {rule}").expect("writing to a string cannot fail");
        }
        table
    }

    fn note_rule(&mut self, severity: Severity, rule: &'static str) {
        if self.worst_rule.is_none_or(|(worst, _)| worst < severity) {
            self.worst_rule = Some((severity, rule));
        }
    }
}

fn plural(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{} {noun}{ending}", grouped(&count.to_string()))
}
