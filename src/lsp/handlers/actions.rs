//! Code actions: what findings propose, and what a desk does by hand.

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionParams, Diagnostic, NumberOrString,
    Uri,
};

use super::edit::to_workspace_edit;
use crate::analysis::{Action, Intent};
use crate::finding::Edit;
use crate::lsp::document::{Kind, Reading};
use crate::lsp::features::Features;
use crate::lsp::preferences::Preferences;
use crate::text::Span;

/// All safe fixes of a draft at once.
pub(in crate::lsp) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.copydesk");

/// What an action is found again by when the editor asks for its edit.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(in crate::lsp) struct Handle {
    pub(in crate::lsp) uri: Uri,
    /// The reading that proposed it; edits of another text would land elsewhere.
    revision: u64,
    start: u32,
    end: u32,
    title: String,
}

/// What can be done in the range that is asked about.
pub(in crate::lsp) fn answer(
    reading: &Reading,
    features: &Features,
    preferences: &Preferences,
    params: &CodeActionParams,
) -> Option<Vec<CodeActionOrCommand>> {
    if !features.code_action_literals {
        return None;
    }
    let span = reading.positions(features.encoding).span_of(params.range);
    let uri = &params.text_document.uri;
    let wanted = |kind: &CodeActionKind| is_wanted(kind, params.context.only.as_deref());
    let mut offered = Vec::new();
    for action in propose(reading, span, preferences) {
        let kind = kind_of(&action);
        if wanted(&kind) {
            offered.push(to_code_action(&action, kind, reading, features, uri, span, &params.context));
        }
    }
    if wanted(&FIX_ALL) {
        offered.extend(fix_all(reading, features, uri));
    }
    Some(offered.into_iter().map(CodeActionOrCommand::CodeAction).collect())
}

/// The action with its edit; `None` where the draft has changed since it was proposed.
pub(in crate::lsp) fn resolve(
    reading: &Reading,
    features: &Features,
    preferences: &Preferences,
    handle: &Handle,
    action: CodeAction,
) -> Option<CodeAction> {
    if reading.snapshot.revision != handle.revision {
        return None;
    }
    let span = Span::new(handle.start, handle.end.max(handle.start));
    let proposed = propose(reading, span, preferences).into_iter().find(|action| action.title == handle.title)?;
    Some(CodeAction { edit: Some(to_workspace_edit(&proposed.edits, reading, &handle.uri, features)), ..action })
}

fn propose(reading: &Reading, span: Span, preferences: &Preferences) -> Vec<Action> {
    let Kind::Draft(format) = reading.snapshot.kind else { return Vec::new() };
    let mut actions = reading.analysis.actions(&reading.text, format, span);
    actions.retain(|action| preferences.stet || action.intent != Intent::Leave);
    actions
}

fn to_code_action(
    action: &Action,
    kind: CodeActionKind,
    reading: &Reading,
    features: &Features,
    uri: &Uri,
    span: Span,
    context: &CodeActionContext,
) -> CodeAction {
    let handle = || Handle {
        uri: uri.clone(),
        revision: reading.snapshot.revision,
        start: span.start,
        end: span.end,
        title: action.title.clone(),
    };
    let edit = (!features.resolves_edits).then(|| to_workspace_edit(&action.edits, reading, uri, features));
    CodeAction {
        title: action.title.clone(),
        kind: Some(kind),
        diagnostics: Some(settled(action, reading, features, context)).filter(|settled| !settled.is_empty()),
        data: edit.is_none().then(|| serde_json::to_value(handle()).ok()).flatten(),
        edit,
        is_preferred: action.is_certain.then_some(true),
        ..CodeAction::default()
    }
}

/// Of the diagnostics that the editor shows here, those that the action settles.
fn settled(action: &Action, reading: &Reading, features: &Features, context: &CodeActionContext) -> Vec<Diagnostic> {
    let positions = reading.positions(features.encoding);
    let findings = action.findings.iter().map(|&number| &reading.analysis.findings()[number]);
    let known: Vec<_> = findings.map(|finding| (finding.rule, positions.range_of(finding.span))).collect();
    let is_known = |diagnostic: &&Diagnostic| {
        known.iter().any(|(rule, range)| {
            diagnostic.range == *range && diagnostic.code == Some(NumberOrString::String((*rule).to_owned()))
        })
    };
    context.diagnostics.iter().filter(is_known).cloned().collect()
}

fn fix_all(reading: &Reading, features: &Features, uri: &Uri) -> Option<CodeAction> {
    let edits: Vec<Edit> = reading.analysis.safe_edits();
    (!edits.is_empty()).then(|| CodeAction {
        title: "Make every change whose meaning is certain".to_owned(),
        kind: Some(FIX_ALL),
        edit: Some(to_workspace_edit(&edits, reading, uri, features)),
        ..CodeAction::default()
    })
}

fn kind_of(action: &Action) -> CodeActionKind {
    match action.intent {
        Intent::Settle | Intent::Attribute | Intent::Leave => CodeActionKind::QUICKFIX,
        Intent::Check if !action.findings.is_empty() => CodeActionKind::QUICKFIX,
        Intent::Check | Intent::NameSpeaker => CodeActionKind::REFACTOR_REWRITE,
    }
}

/// Whether `kind` is, or is a kind of, one that is asked for.
fn is_wanted(kind: &CodeActionKind, only: Option<&[CodeActionKind]>) -> bool {
    only.is_none_or(|only| {
        only.iter().any(|wanted| {
            let rest = kind.as_str().strip_prefix(wanted.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || wanted.as_str().is_empty())
        })
    })
}
