//! Floor 6: the story as findings. One rule, one file; rules read the story, never the text alone.

mod allegedly_who;
mod anonymous_no_reason;
mod anonymous_source;
mod bare_source;
mod changed_quote;
mod crowd_unattributed;
mod dangling_speaker;
mod headline_quote_missing;
mod headline_unsourced;
mod hearsay;
mod inconsistent_total;
mod late_attribution;
mod lead_unsourced;
mod leftover_tk;
mod loaded_verb;
mod mixed_speakers;
mod poll_method;
mod running_quote;
mod second_hand_source;
mod single_source;
mod speaker_conflict;
mod superlative_unattributed;
mod unattributed_figure;
mod unbalanced_quote;
mod unsourced_quote;
mod unused_stet;
mod vague_authority;

use crate::config::Settings;
use crate::finding::{Finding, Fix, Related, Severity};
use crate::story::Story;
use crate::text::Span;

/// A rule: plain data with a function.
#[derive(Debug)]
pub struct Rule {
    /// What it is called in settings, marks and reports: the flaw.
    pub name: &'static str,
    /// What it reports, in one line.
    pub summary: &'static str,
    /// How much a finding matters where the settings say nothing else.
    pub severity: Severity,
    /// Its page, in Markdown: what is flagged, why a reader minds, example, better, not flagged, options, reference.
    pub explanation: &'static str,
    /// Reads the story and reports.
    pub check: fn(&Story, &mut Report<'_>),
}

/// Every rule, by name.
pub static ALL: &[&Rule] = &[
    &allegedly_who::RULE,
    &anonymous_no_reason::RULE,
    &anonymous_source::RULE,
    &bare_source::RULE,
    &changed_quote::RULE,
    &crowd_unattributed::RULE,
    &dangling_speaker::RULE,
    &headline_quote_missing::RULE,
    &headline_unsourced::RULE,
    &hearsay::RULE,
    &inconsistent_total::RULE,
    &late_attribution::RULE,
    &lead_unsourced::RULE,
    &leftover_tk::RULE,
    &loaded_verb::RULE,
    &mixed_speakers::RULE,
    &poll_method::RULE,
    &running_quote::RULE,
    &second_hand_source::RULE,
    &single_source::RULE,
    &speaker_conflict::RULE,
    &superlative_unattributed::RULE,
    &unattributed_figure::RULE,
    &unbalanced_quote::RULE,
    &unsourced_quote::RULE,
    &unused_stet::RULE,
    &vague_authority::RULE,
];

/// Where a rule puts what it finds.
#[derive(Debug)]
pub struct Report<'a> {
    rule: &'static Rule,
    severity: Severity,
    settings: &'a Settings,
    findings: Vec<Finding>,
}

impl Report<'_> {
    /// Reports the words at `span`; the finding can be given related places, help and fixes.
    pub fn at(&mut self, span: Span, message: impl Into<String>) -> &mut Finding {
        self.findings.push(Finding {
            rule: self.rule.name,
            severity: self.severity,
            span,
            message: message.into(),
            help: None,
            related: Vec::new(),
            fixes: Vec::new(),
        });
        self.findings.last_mut().expect("one was just pushed")
    }

    /// The newsroom's settings.
    pub fn settings(&self) -> &Settings {
        self.settings
    }
}

impl Finding {
    /// Adds what to do about it.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Adds another place that it speaks of.
    pub fn relate(&mut self, span: Span, message: impl Into<String>) -> &mut Self {
        self.related.push(Related { span, message: message.into() });
        self
    }

    /// Adds a change that would settle it.
    pub fn fix(&mut self, fix: Fix) -> &mut Self {
        self.fixes.push(fix);
        self
    }
}

/// The rule called `name`.
pub fn find(name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.name == name)
}

/// Runs every rule that `settings` leave on and drops what the desk's marks waive.
///
/// Spans are the story's. Findings come by position, then rule.
pub fn check(story: &Story, settings: &Settings) -> Vec<Finding> {
    let mut findings: Vec<Finding> = ALL.iter().flat_map(|rule| run(rule, story, settings)).collect();
    let mut used = vec![false; story.waivers.len()];
    findings.retain(|finding| {
        let mut kept = true;
        for (waiver, used) in story.waivers.iter().zip(&mut used) {
            if waiver.covers(finding.rule, finding.span) {
                *used = true;
                kept = false;
            }
        }
        kept
    });
    findings.extend(unused_stet::check_unused(story, &used, settings));
    findings.sort_by_key(|finding| (finding.span.start, finding.rule, finding.span.end));
    findings
}

fn run(rule: &'static Rule, story: &Story, settings: &Settings) -> Vec<Finding> {
    let Some(severity) = settings.severity(rule.name, rule.severity) else { return Vec::new() };
    let mut report = Report { rule, severity, settings, findings: Vec::new() };
    (rule.check)(story, &mut report);
    report.findings
}

/// The words as they stand within a sentence: "A senior official" begins small, "US officials" does not.
fn in_sentence(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.next()) {
        (Some(first), second) if second.is_none_or(|second| !second.is_uppercase()) => {
            first.to_lowercase().chain(words.chars().skip(1)).collect()
        }
        _ => words.to_owned(),
    }
}
