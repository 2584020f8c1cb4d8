//! Floor 6: the story as findings. One rule, one file; rules read the story, never the text alone.

mod accusation;
mod accused_unnamed;
mod age_conflict;
mod age_mismatch;
mod allegedly_who;
mod anniversary;
mod anonymous_attack;
mod anonymous_no_reason;
mod anonymous_source;
mod authority;
mod background;
mod bald;
mod bald_measures;
mod bare_source;
mod beside;
mod body_speaks;
mod caption_mismatch;
mod changed_quote;
mod cited;
mod conflicting_figure;
mod contested;
mod conversion_mismatch;
mod crowd_unattributed;
mod dangling_speaker;
mod deed;
mod described;
mod difference_mismatch;
mod duration_mismatch;
mod family;
mod found_before;
mod gauged;
mod given;
mod granted;
mod grave;
mod happening;
mod headline_mismatch;
mod headline_quote_missing;
mod headline_unsourced;
mod hearsay;
mod history;
mod impossible_date;
mod impossible_mean;
mod inconsistent_total;
mod killed_injured;
mod label;
mod late_attribution;
mod lead_unsourced;
mod lead_within_margin;
mod left_open;
mod leftover_tk;
mod list_count_mismatch;
mod listed;
mod loaded_verb;
mod lone_surname;
mod magnitude_slip;
mod mean_median;
mod measured;
mod missing_baseline;
mod missing_magnitude;
mod misspelling;
mod mixed_speakers;
mod name_variant;
mod named_behind;
mod nameless_groups;
mod nameless_media;
mod nameless_study;
mod not_meant;
mod nth;
mod off_record;
mod on_record;
mod outcome;
mod over_100_fall;
mod own_voice;
mod per_unit_mismatch;
mod percent_change_mismatch;
mod percent_for_points;
mod percent_of_mismatch;
mod place_name;
mod place_variant;
mod poll_method;
mod polled;
mod posts;
mod power_energy;
mod rate_mismatch;
mod ratio_mismatch;
mod repeated;
mod returns;
mod rewording;
mod running_quote;
mod second_hand_source;
mod share_sum_mismatch;
mod short_display;
mod single_source;
mod sourced;
mod speaker_conflict;
mod superlative_unattributed;
mod surname_first;
mod tally;
mod times_fewer;
mod times_more;
mod title_conflict;
mod two_posts;
mod unattributed_figure;
mod unbalanced_quote;
mod unnamed;
mod unsourced_quote;
mod unspoken;
mod unused_stet;
mod vague_authority;
mod vague_casualties;
mod vote_mismatch;
mod weekday_mismatch;
mod which_authority;
mod worded;
mod working;
mod written;
mod wrong_direction;

pub use outcome::{outcome, outcome_as_printed};

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
    /// Whether it asks how the figures are tied to each other, and has little else to ask.
    pub asks_relations: bool,
    /// Reads the story and reports.
    pub check: fn(&Story, &mut Report<'_>),
}

/// Every rule, by name.
pub static ALL: &[&Rule] = &[
    &age_conflict::RULE,
    &age_mismatch::RULE,
    &allegedly_who::RULE,
    &anonymous_attack::RULE,
    &anonymous_no_reason::RULE,
    &anonymous_source::RULE,
    &bare_source::RULE,
    &caption_mismatch::RULE,
    &changed_quote::RULE,
    &conflicting_figure::RULE,
    &conversion_mismatch::RULE,
    &crowd_unattributed::RULE,
    &dangling_speaker::RULE,
    &difference_mismatch::RULE,
    &duration_mismatch::RULE,
    &headline_mismatch::RULE,
    &headline_quote_missing::RULE,
    &headline_unsourced::RULE,
    &hearsay::RULE,
    &impossible_date::RULE,
    &impossible_mean::RULE,
    &inconsistent_total::RULE,
    &killed_injured::RULE,
    &late_attribution::RULE,
    &lead_unsourced::RULE,
    &lead_within_margin::RULE,
    &leftover_tk::RULE,
    &list_count_mismatch::RULE,
    &loaded_verb::RULE,
    &magnitude_slip::RULE,
    &mean_median::RULE,
    &missing_baseline::RULE,
    &missing_magnitude::RULE,
    &mixed_speakers::RULE,
    &name_variant::RULE,
    &over_100_fall::RULE,
    &per_unit_mismatch::RULE,
    &percent_change_mismatch::RULE,
    &percent_for_points::RULE,
    &percent_of_mismatch::RULE,
    &place_variant::RULE,
    &poll_method::RULE,
    &power_energy::RULE,
    &rate_mismatch::RULE,
    &ratio_mismatch::RULE,
    &running_quote::RULE,
    &second_hand_source::RULE,
    &share_sum_mismatch::RULE,
    &single_source::RULE,
    &speaker_conflict::RULE,
    &superlative_unattributed::RULE,
    &surname_first::RULE,
    &times_fewer::RULE,
    &times_more::RULE,
    &title_conflict::RULE,
    &unattributed_figure::RULE,
    &unbalanced_quote::RULE,
    &unsourced_quote::RULE,
    &unused_stet::RULE,
    &vague_authority::RULE,
    &vague_casualties::RULE,
    &vote_mismatch::RULE,
    &weekday_mismatch::RULE,
    &wrong_direction::RULE,
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
    let mut findings = run_all(story, settings);
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

/// How long a story is, in bytes, whose relations are found beside the rules that have other questions: it takes as long
/// as they do. For a shorter one waking another thread takes longer.
const LONG: usize = 20_000;

/// What all rules find, rule by rule.
fn run_all(story: &Story, settings: &Settings) -> Vec<Finding> {
    let run_those = |asking: bool| -> Vec<Finding> {
        let rules = ALL.iter().filter(|rule| rule.asks_relations == asking);
        rules.flat_map(|rule| run(rule, story, settings)).collect()
    };
    let mut reckoned = Vec::new();
    let mut others = if story.text.len() < LONG {
        reckoned = run_those(true);
        run_those(false)
    } else {
        rayon::in_place_scope(|scope| {
            scope.spawn(|_| reckoned = run_those(true));
            run_those(false)
        })
    };
    others.append(&mut reckoned);
    others
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::read_plain;

    const FERRY: &str = "Ferry sinks off Tarn, killing 19\n\nThe ferry sank on Tuesday, 4 March 2025, and 14 people died, police \
                         said. The 20 dead were 12 men and five women. Ada Holm, 41, the mate, “saw it coming,” it is \
                         claimed. Fares rose by 40%, from £5 to £6. Critics say that 300 lives were at risk.\n\n\
                         “Nobody told us.” Ms Holm, 43, left the quay.\n\n";

    #[test]
    fn only_the_rules_that_say_so_ask_for_relations() {
        // Who says a figure is asked in many ways before it is asked whether it follows from others.
        const LATE: &str = "unattributed-figure";
        let settings = Settings::default();
        for rule in ALL.iter().filter(|rule| !rule.asks_relations && rule.name != LATE) {
            let story = read_plain(FERRY);
            run(rule, &story, &settings);
            assert!(!story.knows_relations(), "{} asks for relations", rule.name);
        }
    }

    #[test]
    fn a_long_story_is_asked_what_each_rule_asks() {
        let (story, settings) = (read_plain(&FERRY.repeat(LONG / FERRY.len() + 1)), Settings::default());
        let place = |finding: &Finding| (finding.span.start, finding.rule, finding.span.end);
        let mut one_by_one: Vec<_> = ALL.iter().flat_map(|rule| run(rule, &story, &settings)).collect();
        let mut at_once = run_all(&story, &settings);
        one_by_one.sort_by_key(place);
        at_once.sort_by_key(place);
        assert!(100 < at_once.len(), "{} findings", at_once.len());
        assert_eq!(at_once, one_by_one);
    }
}
