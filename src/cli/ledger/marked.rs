//! The story itself on the page, each of its claims marked with how it is held up.

use super::html::escape;
use crate::analysis::Listed;
use crate::cli::desk::Reading;
use crate::draft::Role;
use crate::story::StoryBlock;
use crate::text::Span;

/// A piece of a claim, in the story's text.
type Piece<'a> = (Span, &'a Listed);

/// The story, block by block.
pub(super) fn marked_story(reading: &Reading<'_>) -> String {
    let (story, listing) = (reading.analysis.story(), reading.analysis.listing());
    let claims = story.claims.iter().zip(&listing.claims);
    let pieces = claims.flat_map(|(claim, listed)| claim.spans.iter().map(move |&piece| (piece, listed)));
    let pieces: Vec<Piece<'_>> = pieces.collect();
    let blocks = story.blocks.iter().filter(|block| block.role != Role::Note);
    let blocks: String = blocks.map(|block| marked_block(reading, block, &pieces)).collect();
    format!("<article>\n{blocks}</article>\n")
}

fn marked_block(reading: &Reading<'_>, block: &StoryBlock, pieces: &[Piece<'_>]) -> String {
    let tag = if block.role.is_heading() { "h3" } else { "p" };
    let pieces: Vec<Piece<'_>> = pieces.iter().filter(|(piece, _)| piece.overlaps(block.span)).copied().collect();
    let mut cuts: Vec<u32> = pieces.iter().flat_map(|(piece, _)| [piece.start, piece.end]).collect();
    cuts.extend([block.span.start, block.span.end]);
    cuts.retain(|&cut| block.span.start <= cut && cut <= block.span.end);
    cuts.sort_unstable();
    cuts.dedup();
    let words: String = cuts.windows(2).map(|ends| stretch(reading, &pieces, Span::new(ends[0], ends[1]))).collect();
    format!("<{tag}>{words}</{tag}>\n")
}

/// Words that all belong to the same claims, marked for the narrowest of them.
fn stretch(reading: &Reading<'_>, pieces: &[Piece<'_>], span: Span) -> String {
    let words = escape(reading.analysis.story().text_of(span));
    let around = pieces.iter().filter(|(piece, _)| piece.covers(span));
    let Some((_, claim)) = around.min_by_key(|(piece, _)| piece.len()) else { return words };
    let place = reading.positions.place(reading.analysis.source_span(span));
    format!(
        "<mark class=\"{}\" title=\"{}\" data-line=\"{}\" data-column=\"{}\">{words}</mark>",
        class_of(claim),
        escape(&claim.says),
        place.line,
        place.column
    )
}

/// What the desk thinks of a claim; a figure that nobody gives and nobody need give is left alone.
fn class_of(claim: &Listed) -> &'static str {
    match claim {
        Listed { is_broken: true, .. } => "broken",
        Listed { is_checked: true, .. } => "checked",
        Listed { is_asked: true, .. } => "asked",
        _ => claim.standing.name(),
    }
}
