//! Finds which body "the company", "the club" or "the charity" is, where the story is about another.

use super::likeness::is_of;
use super::naming::{Mentioned, Met};
use super::{Casting, SourceMention, pronoun};
use crate::extract::{Attribution, SourceKind};
use crate::language::{Class, in_small_letters};
use crate::story::{Placed, SourceId};
use crate::text::Span;

/// Bodies that no company, club or charity is.
const OTHERS: &[&str] = &[
    "agency",
    "army",
    "board",
    "commission",
    "committee",
    "council",
    "court",
    "department",
    "government",
    "hospital",
    "inspectorate",
    "institute",
    "ministry",
    "navy",
    "office",
    "parliament",
    "party",
    "police",
    "school",
    "service",
    "union",
    "university",
];

/// What teams are called, which look like people by name.
const TEAMS: &[&str] = &[
    "albion",
    "athletic",
    "celtic",
    "city",
    "county",
    "fc",
    "harriers",
    "hotspur",
    "rangers",
    "rovers",
    "thistle",
    "town",
    "united",
    "villa",
    "wanderers",
];

/// "Orm Water said the taps were safe. The company said it had tested 40": the only body that has spoken in the sentence
/// right before, or that somebody has spoken for.
pub(super) fn heard_just_before(
    casting: &mut Casting<'_>,
    met: Met<'_>,
    attribution: &Placed<Attribution>,
) -> Option<SourceId> {
    let generic = generic_in(casting, met.mention)?;
    let before = attribution.sentence.checked_sub(1)?;
    if casting.story.sentences[before].block != attribution.block {
        return None;
    }
    let first = casting.story.attributions.partition_point(|said| said.sentence < before);
    let here = first..casting.cast.sources.len();
    let mut heard: Vec<(usize, SourceId)> = here.filter_map(|at| Some((at, casting.cast.sources[at]?))).collect();
    heard.dedup_by_key(|(_, source)| *source);
    let [(said, source)] = heard[..] else { return None };
    casting.reader.roster.ask_of_source(source.0);
    // "The club" of a story about a club is that one.
    let wording = casting.reader.word(met);
    let told = casting.reader.complete(&wording, met.mention);
    let is_headlined = told.is_some_and(|told| casting.reader.roster.is_headlined(told.words()));
    if is_headlined || casting.already_met(&wording, None).is_some() {
        return None;
    }
    let words = casting.wordings[source.0].words();
    let is_team = || generic == "club" && words.last().is_some_and(|last| TEAMS.contains(&last.as_str()));
    let is_other = words.iter().any(|word| OTHERS.contains(&word.as_str()));
    match casting.wordings[source.0].kind {
        SourceKind::Organization if !is_other && is_named(casting, source) => Some(source),
        SourceKind::Person if is_team() => Some(source),
        SourceKind::Role => spoken_for(casting, said),
        _ => None,
    }
}

/// "Orm Foods will lay off 32 of its workers, | the company | said": the body with which its own sentence opens.
pub(super) fn told_of_itself(
    casting: &mut Casting<'_>,
    met: Met<'_>,
    attribution: &Placed<Attribution>,
) -> Option<SourceId> {
    const FIRMS: &[&str] =
        &["airline", "brewer", "chain", "club", "company", "firm", "grocer", "group", "maker", "retailer"];
    let generic = generic_in(casting, met.mention)?;
    let start = casting.story.sentences[attribution.sentence].span.start;
    let before = Span::new(start, met.mention.span.start.max(start));
    let is_firm = FIRMS.contains(&generic.as_str()) && casting.story.text_of(before).trim_end().ends_with(',');
    let source = is_firm.then(|| pronoun::body_in(casting, before)).flatten()?;
    casting.reader.roster.ask_of_source(source.0);
    let words = casting.wordings[source.0].words();
    (!words.iter().any(|word| OTHERS.contains(&word.as_str()))).then_some(source)
}

/// The word of "the company" for what it is; `None` for a mention that names the body.
fn generic_in(casting: &Casting<'_>, mention: SourceMention) -> Option<String> {
    let words = casting.story.text_of(mention.span);
    let noun = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "))?;
    let is_body = matches!(mention.kind, SourceKind::Organization | SourceKind::Role);
    let is_generic = is_body && !noun.contains(' ') && is_of(noun, &[Class::GenericBody]);
    is_generic.then(|| in_small_letters(noun).into_owned())
}

/// Whether a source goes by a name.
fn is_named(casting: &Casting<'_>, source: SourceId) -> bool {
    casting.sources[source.0].name.starts_with(char::is_uppercase)
}

/// "A spokeswoman for Orm Water": the body for which somebody has spoken.
fn spoken_for(casting: &mut Casting<'_>, said: usize) -> Option<SourceId> {
    let story = casting.story;
    let mention = story.attributions[said].source?;
    let (post, _) = story.text_of(mention.span).split_once(" for ")?;
    let entry = casting.reader.roster.within(mention.span).last()?;
    let is_body = mention.span.start as usize + post.len() < entry.name.span.start as usize;
    let name = entry.name.span;
    let mention = SourceMention { span: name, head: name, kind: SourceKind::Organization };
    let text = story.text.as_str();
    let read = Mentioned::of(mention, text);
    is_body.then(|| casting.meet(Met { mention, known: &read, text }))
}
