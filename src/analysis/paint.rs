//! The words of a story by what they are: source, cue, quote, figure, and how each is held up.

use super::Analysis;
use crate::story::{Claim, ClaimKind, Standing};
use crate::text::Span;

/// What words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paint {
    /// They name a source.
    Source,
    /// They tie a source to its claim.
    Cue,
    /// They are a figure.
    Figure,
    /// They are somebody's very words.
    Quote,
}

/// A stretch of the file, and what its words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Painted {
    /// Where.
    pub span: Span,
    /// What.
    pub paint: Paint,
    /// How the claim is held up; `None` for sources and cues.
    pub standing: Option<Standing>,
    /// Whether `[CQ]` stands behind it.
    pub checked: bool,
}

impl Analysis {
    /// Everything that has a paint, by position; nothing overlaps: a figure in a quote parts the quote.
    pub fn painted(&self) -> Vec<Painted> {
        let mut narrow: Vec<Painted> = self.claims_as(|kind| matches!(kind, ClaimKind::Figure(_)), Paint::Figure);
        for said in &self.story.attributions {
            let sources = said.source.into_iter().chain(said.via).map(|mention| (mention.span, Paint::Source));
            narrow.extend(sources.chain([(said.cue, Paint::Cue)]).map(|(span, paint)| Painted {
                span: self.source_span(span),
                paint,
                standing: None,
                checked: false,
            }));
        }
        let narrow = without_overlaps(narrow);
        let quotes = without_overlaps(self.claims_as(|kind| kind == ClaimKind::Quote, Paint::Quote));
        let mut painted: Vec<Painted> = quotes.into_iter().flat_map(|quote| around(quote, &narrow)).collect();
        painted.extend(narrow);
        painted.retain(|painted| !painted.span.is_empty());
        painted.sort_by_key(|painted| painted.span);
        painted
    }

    fn claims_as(&self, is_wanted: impl Fn(ClaimKind) -> bool, paint: Paint) -> Vec<Painted> {
        let wanted = self.story.claims.iter().filter(|claim| is_wanted(claim.kind));
        let pieces = wanted.flat_map(|claim: &Claim| claim.spans.iter().map(move |&span| (span, claim)));
        let painted = pieces.map(|(span, claim)| Painted {
            span: self.source_span(span),
            paint,
            standing: Some(claim.attribution.standing),
            checked: claim.checked.is_some(),
        });
        painted.collect()
    }
}

/// The first of those that overlap.
fn without_overlaps(mut painted: Vec<Painted>) -> Vec<Painted> {
    painted.sort_by_key(|painted| (painted.span.start, painted.paint, painted.span.end));
    let mut end = 0;
    painted.retain(|painted| {
        let is_free = end <= painted.span.start;
        if is_free {
            end = painted.span.end;
        }
        is_free
    });
    painted
}

/// The pieces of `wide` that `narrow`, which is sorted, leaves over.
fn around(wide: Painted, narrow: &[Painted]) -> Vec<Painted> {
    let first = narrow.partition_point(|painted| painted.span.end <= wide.span.start);
    let mut pieces = Vec::new();
    let mut start = wide.span.start;
    for painted in narrow[first..].iter().take_while(|painted| painted.span.start < wide.span.end) {
        if start < painted.span.start {
            pieces.push(Painted { span: Span::new(start, painted.span.start), ..wide });
        }
        start = start.max(painted.span.end);
    }
    if start < wide.span.end {
        pieces.push(Painted { span: Span::new(start, wide.span.end), ..wide });
    }
    pieces
}
