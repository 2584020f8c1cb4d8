//! The claims as an editor's side bar lists them: who says each, where it stands, and what the desk asks about it.

use super::Analysis;
use super::asked::{Asked, asks_who, do_not_fit};
use super::wording::{shorten, source_kind, standing};
use crate::draft::Role;
use crate::story::{ClaimId, ClaimKind, Standing};
use crate::text::Span;

/// How much of a claim a row shows.
const SHOWN: usize = 70;

/// The claims of a story, with what they are ordered by. All spans are bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// In the order of the story.
    pub claims: Vec<Listed>,
    /// The name and kind of each source, in the order of the story.
    pub sources: Vec<(String, &'static str)>,
    /// The first words, the role and the place of each block, in the order of the story.
    pub blocks: Vec<(String, Role, Span)>,
    /// How much the desk asks about them.
    pub asked: Asked,
}

/// A row: one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What it is made of.
    pub kind: ClaimKind,
    /// Its words, cut where they are long.
    pub text: String,
    /// All of it.
    pub span: Span,
    /// How it is held up.
    pub standing: Standing,
    /// Who says it, or that nobody does.
    pub says: String,
    /// The number of its source.
    pub source: Option<usize>,
    /// The number of its block.
    pub block: usize,
    /// Whether somebody has marked it `[CQ]`.
    pub is_checked: bool,
    /// Whether the desk asks who says it.
    pub is_asked: bool,
    /// Whether it is part of figures that do not fit.
    pub is_broken: bool,
}

impl Analysis {
    /// The story's claims, listed.
    pub fn listing(&self) -> Listing {
        let asked = self.asked_claims();
        let broken = self.broken_claims();
        let claims = (0..self.story.claims.len()).map(|number| {
            let id = ClaimId(number);
            self.listed(id, asked.contains(&id), broken.contains(&id))
        });
        let sources = self.story.sources.iter().map(|source| (source.name.clone(), source_kind(source.kind)));
        let blocks =
            self.story.blocks.iter().map(|block| {
                (shorten(self.story.text_of(block.span), SHOWN), block.role, self.source_span(block.span))
            });
        Listing { claims: claims.collect(), sources: sources.collect(), blocks: blocks.collect(), asked: self.asked() }
    }

    fn listed(&self, id: ClaimId, is_asked: bool, is_broken: bool) -> Listed {
        let claim = &self.story.claims[id.0];
        let source = claim.attribution.source.map(|source| self.story.source(source).name.clone());
        let says = match (source, claim.attribution.standing) {
            (Some(name), Standing::Carried) => format!("{name}, named before"),
            (Some(name), _) => name,
            (None, how) => standing(how).to_owned(),
        };
        Listed {
            kind: claim.kind,
            text: shorten(&self.claim_text(id), SHOWN),
            span: self.claim_place(id),
            standing: claim.attribution.standing,
            says,
            source: claim.attribution.source.map(|source| source.0),
            block: claim.spans.first().map_or(0, |span| self.story.block_at(span.start)),
            is_checked: claim.checked.is_some(),
            is_asked,
            is_broken,
        }
    }

    /// From the first byte of a claim to its last, what parts it included.
    fn claim_place(&self, id: ClaimId) -> Span {
        let pieces = self.story.claims[id.0].spans.iter().map(|&span| self.source_span(span));
        pieces.reduce(Span::to).unwrap_or_default()
    }

    /// The claims that a finding asks for the source of: the shortest that it stands in, or else, where it is about
    /// "reportedly" and the like, all that is reported.
    fn asked_claims(&self) -> Vec<ClaimId> {
        let asking = self.findings.iter().filter(|finding| asks_who(finding.rule));
        let meant = asking.filter_map(|finding| {
            let claims = (0..self.story.claims.len()).map(ClaimId);
            let about = claims.filter(|&id| self.is_about(finding.span, id));
            about.min_by_key(|&id| match self.claim_place(id) {
                place if place.covers(finding.span) => (false, place.len()),
                place => (true, u32::MAX - place.len()),
            })
        });
        meant.collect()
    }

    /// Whether a finding at `span` of the file is about a claim: about its words, or those that say whose it is.
    fn is_about(&self, span: Span, id: ClaimId) -> bool {
        let held = &self.story.claims[id.0].attribution;
        let who =
            [held.cue, held.source_span].into_iter().flatten().any(|words| self.source_span(words).overlaps(span));
        who || self.claim_place(id).covers(span)
    }

    /// The figures of relations that do not hold and that a rule reports.
    fn broken_claims(&self) -> Vec<ClaimId> {
        let found: Vec<Span> =
            self.findings.iter().filter(|finding| do_not_fit(finding.rule)).map(|finding| finding.span).collect();
        let broken = self.story.relations().iter().filter(|relation| !relation.holds);
        let reported = broken.filter(|relation| {
            let figures = std::iter::once(relation.stated).chain(relation.operands.iter().copied());
            figures.map(|id| self.claim_place(id)).any(|place| found.iter().any(|span| span.overlaps(place)))
        });
        reported
            .flat_map(|relation| std::iter::once(relation.stated).chain(relation.operands.iter().copied()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Reader;
    use crate::draft::Format;

    const STORY: &str = "Pier repairs near their end\n\n\
        The quay cost $1.8 million, treasurer Oda Rask said: $1.2 million for stone and $0.4 million for timber.\n\n\
        The fishery landed 61,000 crates in August.\n\n\
        The yard has reportedly been sold for $2 million [CQ].\n";

    fn listing(text: &str) -> Listing {
        Reader::default().read(text, Format::Plain).listing()
    }

    /// The claims that `is_so` holds for, by their words.
    fn those(listing: &Listing, is_so: impl Fn(&Listed) -> bool) -> Vec<&str> {
        listing.claims.iter().filter(|claim| is_so(claim)).map(|claim| claim.text.as_str()).collect()
    }

    #[test]
    fn a_row_says_who_says_it_and_what_is_asked() {
        let listing = listing(STORY);
        assert_eq!(those(&listing, |claim| claim.is_broken), ["$1.8 million", "$1.2 million", "$0.4 million"]);
        let sold = "The yard has … been sold for $2 million [CQ]";
        assert_eq!(those(&listing, |claim| claim.is_asked), ["61,000 crates", sold]);
        assert_eq!(those(&listing, |claim| claim.is_checked), ["$2 million"]);
        assert_eq!(listing.asked, Asked { unsourced: 2, inconsistent: 1, other: 0 });
        let said = listing.claims.iter().find(|claim| claim.text == "$1.8 million").expect("it is a claim");
        assert_eq!((said.says.as_str(), said.source), ("Oda Rask", Some(0)));
    }

    #[test]
    fn a_figure_within_a_quotation_is_not_asked_about_for_the_quotation() {
        let listing = listing("Pier repairs\n\n“We have waited for half our lives.”\n");
        assert_eq!(those(&listing, |claim| claim.is_asked), ["“We have waited for half our lives.”"]);
    }
}
