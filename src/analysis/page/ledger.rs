//! The ledger: every claim with what it stands for and who says so, and everybody who is cited.

use super::Sheet;
use super::markup::{Markup, borrowed};
use crate::analysis::card::claim_kind;
use crate::analysis::wording::{shorten, source_kind, value_of};
use crate::extract::{Figure, Modifier};
use crate::language::Interval;
use crate::story::{Claim, ClaimId, Source, SourceId, Standing};

/// How much of a claim a row repeats.
const CLAIM: usize = 140;

impl Sheet<'_> {
    pub(super) fn ledger(&self, out: &mut Markup) {
        let story = self.analysis.story();
        out.open("section", &[("class", "ledger")]).element("h3", &[], "Who says what");
        if story.claims.is_empty() {
            out.element("p", &[], "No figure, quote or statement.").close("section");
            return;
        }
        out.open("table", &[]).open("thead", &[]).open("tr", &[]);
        for head in ["Line", "Claim", "Stands for", "Who says so", "Standing"] {
            out.element("th", &[("scope", "col")], head);
        }
        out.close("tr").close("thead").open("tbody", &[]);
        for (index, claim) in story.claims.iter().enumerate() {
            self.claim(out, ClaimId(index), claim);
        }
        out.close("tbody").close("table");
        self.sources(out);
        out.close("section");
    }

    fn claim(&self, out: &mut Markup, id: ClaimId, claim: &Claim) {
        let story = self.analysis.story();
        let Some(&span) = claim.spans.first() else { return };
        let standing = claim.attribution.standing;
        let mut attributes = vec![("class", standing.name().to_owned()), ("data-claim", format!("c{}", id.0 + 1))];
        attributes.extend(self.place(span));
        out.open("tr", &borrowed(&attributes));
        out.element("td", &[("class", "line")], &self.line(span).to_string());
        let address = format!("#{}", self.claim_anchor(id));
        out.open("td", &[("class", claim_kind(claim.kind))]);
        out.element("a", &[("href", &address)], &shorten(&self.analysis.claim_text(id), CLAIM)).close("td");
        let value = story.figure_of(id).map_or_else(|| claim_kind(claim.kind).to_owned(), |figure| stands_for(figure));
        out.element("td", &[], &value);
        out.element("td", &[], &self.who(claim));
        let words = match standing {
            Standing::Attributed => "attributed",
            Standing::Carried => "carried on",
            Standing::Hearsay => "hearsay",
            Standing::Unattributed => "nobody named",
        };
        let checked = if claim.checked.is_some() { " · checked" } else { "" };
        out.element("td", &[("class", "standing")], &format!("{words}{checked}")).close("tr");
    }

    /// "the Brae Mail, citing an aide to the minister".
    fn who(&self, claim: &Claim) -> String {
        let name = |id: SourceId| shorten(&self.analysis.story().source(id).name, CLAIM);
        match (claim.attribution.source.map(name), claim.attribution.via.map(name)) {
            (Some(source), Some(via)) => format!("{source}, citing {via}"),
            (source, via) => source.or(via).unwrap_or_default(),
        }
    }

    fn sources(&self, out: &mut Markup) {
        let story = self.analysis.story();
        if story.sources.is_empty() {
            return;
        }
        out.element("h3", &[], "Who is cited").open("ul", &[("class", "sources")]);
        for (index, source) in story.sources.iter().enumerate() {
            let cited = story.claims.iter().filter(|claim| claim.attribution.source == Some(SourceId(index))).count();
            out.open("li", &[]).element("b", &[], &shorten(&source.name, CLAIM));
            out.text(&format!(" {}", source_kind(source.kind))).text(&lines(&self.lines_of(source)));
            out.text(&format!(" · answers for {cited}")).close("li");
        }
        out.close("ul");
    }

    fn lines_of(&self, source: &Source) -> Vec<u32> {
        let mut lines: Vec<u32> = source.mentions.iter().map(|&span| self.line(span)).collect();
        lines.dedup();
        lines
    }
}

/// A plain number as printed: what its rounding leaves open matters to sums and not to who says it.
fn stands_for(figure: &Figure) -> String {
    if figure.modifier != Modifier::Plain || figure.pair.is_some() {
        return value_of(figure);
    }
    let interval = Interval { low: Some(figure.value), high: Some(figure.value) };
    value_of(&Figure { interval, ..figure.clone() })
}

/// " · lines 3, 5".
fn lines(lines: &[u32]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let noun = if lines.len() == 1 { "line" } else { "lines" };
    let numbers: Vec<String> = lines.iter().map(u32::to_string).collect();
    format!(" · {noun} {}", numbers.join(", "))
}
