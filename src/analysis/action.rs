//! What a reporter can have done at a place of the draft: what findings propose, and what a desk does by hand.

use rustc_hash::FxHashSet;

use super::Analysis;
use super::place::touches;
use super::wording::shorten;
use crate::draft::{Format, Place, Role};
use crate::extract::SourceKind;
use crate::finding::Edit;
use crate::language::{Class, Lexicon};
use crate::story::{ClaimId, ClaimKind, SourceId, Standing};
use crate::text::Span;

/// How many sources are proposed for a figure that has none.
const MOST_SOURCES: usize = 6;

/// How much of a figure or quote a menu entry repeats.
const SHOWN: usize = 40;

/// Suffixes that are no surname.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

/// Why something is proposed. The order is that of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Intent {
    /// Settles a finding.
    Settle,
    /// Says who gives a figure.
    Attribute,
    /// Puts a name in the place of a pronoun.
    NameSpeaker,
    /// Marks something as checked.
    Check,
    /// Leaves a finding as it is, and says so.
    Leave,
}

/// Something that can be done at a place of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Why.
    pub intent: Intent,
    /// What it does, as a menu entry.
    pub title: String,
    /// The replacements in the file, which do not overlap.
    pub edits: Vec<Edit>,
    /// Whether the writer's meaning is certain.
    pub is_certain: bool,
    /// The numbers of the findings that it settles.
    pub findings: Vec<usize>,
}

impl Analysis {
    /// What can be done for the words at `span` of `source`, the file's text, in the order of a menu.
    pub fn actions(&self, source: &str, format: Format, span: Span) -> Vec<Action> {
        let findings = self.findings_at(span);
        let mut actions = self.fixes(&findings);
        if let Some(at) = self.touched_offset(span.start) {
            actions.extend(self.attributions_for(at));
            actions.extend(self.speakers_at(at));
            actions.extend(self.check_at(at));
        }
        actions.extend(self.stets(source, format, &findings));
        actions
    }

    /// The numbers of the findings whose words touch `span`.
    pub fn findings_at(&self, span: Span) -> Vec<usize> {
        let findings = self.findings.iter().enumerate();
        let touching = findings.filter(|(_, finding)| {
            finding.span.overlaps(span) || touches(finding.span, span.start) || touches(span, finding.span.start)
        });
        touching.map(|(number, _)| number).collect()
    }

    /// All replacements that may be made without asking, from the first on; none overlaps another.
    pub fn safe_edits(&self) -> Vec<Edit> {
        self.fix_edits(false).0
    }

    /// The replacements of one fix for each finding that has one, from the first on, and how many fixes they are.
    ///
    /// None overlaps another. A fix that is not safe is taken only `with_unsafe`.
    pub fn fix_edits(&self, with_unsafe: bool) -> (Vec<Edit>, usize) {
        let mut edits: Vec<Edit> = Vec::new();
        let mut count = 0;
        let findings = self.findings.iter();
        for fix in findings.filter_map(|finding| finding.fixes.iter().find(|fix| fix.safe || with_unsafe)) {
            let clashes =
                |edit: &Edit| edits.iter().any(|other| other.span.overlaps(edit.span) || other.span == edit.span);
            if !fix.edits.iter().any(clashes) {
                edits.extend(fix.edits.iter().cloned());
                count += 1;
            }
        }
        edits.sort_by_key(|edit| edit.span);
        (edits, count)
    }

    fn fixes(&self, findings: &[usize]) -> Vec<Action> {
        let fixes =
            findings.iter().flat_map(|&number| self.findings[number].fixes.iter().map(move |fix| (number, fix)));
        fixes
            .map(|(number, fix)| Action {
                intent: Intent::Settle,
                title: fix.title.clone(),
                edits: fix.edits.clone(),
                is_certain: fix.safe,
                findings: vec![number],
            })
            .collect()
    }

    /// ", according to …" behind a sentence whose figure nobody gives, for each source that the story names,
    /// the one named last before it first.
    fn attributions_for(&self, at: u32) -> Vec<Action> {
        let figure = self.claims_touching(at).find(|&(id, _)| {
            self.is_figure(id) && self.story.claims[id.0].attribution.standing == Standing::Unattributed
        });
        let Some((_, span)) = figure else { return Vec::new() };
        let Some((place, stop)) = self.behind_sentence(span) else { return Vec::new() };
        let findings: Vec<usize> = self.findings_at(self.source_span(span));
        let sources = self.nameable_sources(span.start);
        let actions = sources.into_iter().take(MOST_SOURCES).map(|source| {
            let name = self.name_in_text(source);
            Action {
                intent: Intent::Attribute,
                title: format!("Add “, according to {name}”"),
                edits: vec![Edit { span: Span::at(place), new_text: format!(", according to {name}{stop}") }],
                is_certain: false,
                findings: findings.clone(),
            }
        });
        actions.collect()
    }

    /// Where in the file words can be added to the sentence that holds `span`, and what has to follow them:
    /// they go before its full stop, or behind one that belongs to an abbreviation and is then missing at the end.
    /// `None` where another mark ends the sentence, and in headlines.
    fn behind_sentence(&self, span: Span) -> Option<(u32, &'static str)> {
        let sentence = self.story.sentences.get(self.story.sentence_at(span.start))?;
        let role = self.story.blocks[sentence.block].role;
        if !matches!(role, Role::Paragraph | Role::ListItem | Role::Caption) || !sentence.span.covers(span) {
            return None;
        }
        let words = self.story.text_of(sentence.span).trim_end();
        let end = sentence.span.start + words.len() as u32;
        let (place, stop) = match words.chars().next_back()? {
            '.' if ends_in_abbreviation(words) => (end, "."),
            '.' => (end - 1, ""),
            letter if letter.is_alphanumeric() || matches!(letter, '%' | ')') => (end, ""),
            _ => return None,
        };
        // The character in front decides where the words land: markup behind it stays behind.
        let before = self.story.text_of(Span::new(sentence.span.start, place)).chars().next_back()?;
        Some((self.source_span(Span::new(place - before.len_utf8() as u32, place)).end, stop))
    }

    /// The sources that one could name for a figure, those mentioned last before `offset` first.
    fn nameable_sources(&self, offset: u32) -> Vec<SourceId> {
        let is_named = |kind| {
            matches!(kind, SourceKind::Person | SourceKind::Organization | SourceKind::Document | SourceKind::Outlet)
        };
        let named = self.story.sources.iter().enumerate().filter(|(_, source)| is_named(source.kind));
        let mut sources: Vec<(u32, SourceId)> = named
            .map(|(id, source)| {
                let before = source.mentions.iter().rev().find(|mention| mention.start <= offset);
                let distance = before.map_or_else(
                    || source.mentions.first().map_or(u32::MAX, |mention| u32::MAX / 2 + mention.start / 2),
                    |mention| offset - mention.start,
                );
                (distance, SourceId(id))
            })
            .collect();
        sources.sort();
        sources.into_iter().map(|(_, source)| source).collect()
    }

    /// The source's name as it stands in a sentence: "the Harbor Trust" where the story says "the".
    fn name_in_text(&self, source: SourceId) -> String {
        let source = self.story.source(source);
        let takes_article = source.mentions.iter().any(|&mention| {
            let words = self.story.text_of(mention);
            words.get(..4).is_some_and(|the| the.eq_ignore_ascii_case("the ")) && words[4..].starts_with(&source.name)
        });
        if takes_article { format!("the {}", source.name) } else { source.name.clone() }
    }

    /// The speaker's name in the place of the pronoun at `at`.
    fn speakers_at(&self, at: u32) -> Option<Action> {
        let pronoun = self.pronouns().find(|pronoun| touches(pronoun.words, at))?;
        let words = self.story.text_of(pronoun.words);
        let is_subject = ["he", "she", "they", "it"].iter().any(|subject| subject.eq_ignore_ascii_case(words));
        if !is_subject || !self.is_verbatim(pronoun.words) {
            return None;
        }
        let source = self.story.source(pronoun.source);
        let mut name = match source.kind {
            SourceKind::Person => surname(&source.name).to_owned(),
            _ => self.name_in_text(pronoun.source),
        };
        if words.starts_with(char::is_uppercase) {
            let first = name.chars().next()?;
            name.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
        }
        Some(Action {
            intent: Intent::NameSpeaker,
            title: format!("Name the speaker: “{name}” for “{words}”"),
            edits: vec![Edit { span: self.source_span(pronoun.words), new_text: name }],
            is_certain: false,
            findings: Vec::new(),
        })
    }

    /// `[CQ]` behind the figure or quote at `at`.
    fn check_at(&self, at: u32) -> Option<Action> {
        let checkable = self.claims_touching(at).filter(|&(id, _)| {
            let claim = &self.story.claims[id.0];
            claim.kind != ClaimKind::Statement && claim.checked.is_none()
        });
        let (id, _): (ClaimId, Span) = checkable.min_by_key(|(_, span)| span.len())?;
        let last = *self.story.claims[id.0].spans.last()?;
        let words = shorten(self.story.text_of(last), SHOWN);
        Some(Action {
            intent: Intent::Check,
            title: format!("Mark “{}” as checked [CQ]", words.trim_matches(['“', '”', '"'])),
            edits: vec![Edit { span: Span::at(self.source_span(last).end), new_text: " [CQ]".to_owned() }],
            is_certain: false,
            findings: self.findings_at(self.source_span(last)),
        })
    }

    /// A `stet` mark for each rule that reports here, where one can stand.
    fn stets(&self, source: &str, format: Format, findings: &[usize]) -> Vec<Action> {
        let mut seen = FxHashSet::default();
        let stet = |&number: &usize| {
            let finding = &self.findings[number];
            if finding.rule == "unused-stet" || !seen.insert(finding.rule) {
                return None;
            }
            let edit = self.stet_edit(source, format, finding.span.start, finding.rule)?;
            Some(Action {
                intent: Intent::Leave,
                title: format!("Leave it: stet {}", finding.rule),
                edits: vec![edit],
                is_certain: false,
                findings: vec![number],
            })
        };
        findings.iter().filter_map(stet).collect()
    }

    /// The mark that waives `rule` for the block at `offset` of the file.
    ///
    /// In plain text it stands behind the block's words; elsewhere it is a comment on a line before the block,
    /// and there is no place for one inside a list, a table or front matter.
    fn stet_edit(&self, source: &str, format: Format, offset: u32, rule: &str) -> Option<Edit> {
        let number = self.story.block_at(self.touched_offset(offset)?);
        let block = self.story.blocks.get(number)?;
        let span = self.source_span(block.span);
        if matches!(format, Format::Plain | Format::Mail | Format::AsciiDoc) {
            return Some(Edit { span: Span::at(span.end), new_text: format!(" [stet {rule}: reason]") });
        }
        let line = source[..span.start as usize].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let indent = &source[line..span.start as usize];
        let is_own_line = match format {
            Format::Markdown => indent.chars().all(|mark| matches!(mark, '#' | ' ' | '*' | '_' | '[' | '“' | '"')),
            _ => {
                indent.trim_start().starts_with('<') && indent.ends_with('>') && !indent.trim_start().starts_with("<li")
            }
        };
        let can_stand = block.place == Place::Flow && is_own_line;
        can_stand.then(|| Edit { span: Span::at(line as u32), new_text: format!("<!-- stet {rule}: reason -->\n") })
    }
}

/// Whether the full stop at the end of `words` belongs to its last word: "p.m.", "Inc.".
fn ends_in_abbreviation(words: &str) -> bool {
    let last = words.rsplit(char::is_whitespace).next().unwrap_or(words);
    let bare = last.strip_suffix('.').unwrap_or(last);
    let has_letters = bare.contains(char::is_alphabetic);
    has_letters && bare.contains('.')
        || Lexicon::shared().classes(last).has(Class::Abbreviation)
        || Lexicon::shared().classes(bare).has(Class::Abbreviation)
}

/// The last name of a person: "Quill" of "Ada Quill Jr.".
pub(super) fn surname(name: &str) -> &str {
    let is_suffix = |word: &str| SUFFIXES.contains(&word.trim_end_matches('.').to_ascii_lowercase().as_str());
    let mut words = name.split_whitespace().rev();
    words.find(|word| !is_suffix(word)).unwrap_or(name).trim_end_matches(',')
}
