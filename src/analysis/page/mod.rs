//! A story as a page to read: the draft with its claims and findings marked, the sums that do not add up drawn,
//! the ledger. A fragment of HTML that needs no script; [`STYLE`] dresses it.
//!
//! Whatever stands for words of the file says where they are: `data-line` (from 1), `data-start` and `data-end`
//! (bytes), so that an editor can go there.

mod draft;
mod ledger;
mod markup;
mod sum;

use super::Analysis;
use super::card::count_of;
use crate::finding::Severity;
use crate::story::{ClaimId, Standing};
use crate::text::Span;

use markup::Markup;

/// The rules of style for pages. Colours are custom properties; those of VS Code win where they are set.
pub const STYLE: &str = include_str!("style.css");

/// What a page shows, and where its words are in the file.
struct Sheet<'a> {
    analysis: &'a Analysis,
    /// The line, counted from 1, of a byte of the file.
    line_of: &'a dyn Fn(u32) -> u32,
    /// What the names of places on the page begin with: a page may hold several stories.
    prefix: String,
}

impl Analysis {
    /// The story of the draft at `path` as an `<article>`; `line_of` tells the line of a byte of the file, from 1.
    pub fn page(&self, path: &str, line_of: &dyn Fn(u32) -> u32) -> String {
        let sheet = Sheet { analysis: self, line_of, prefix: page_anchor(path) };
        let mut out = Markup::default();
        out.open("article", &[("class", "story"), ("id", &sheet.prefix)]);
        out.open("header", &[]).element("h2", &[], path);
        out.element("p", &[("class", "counts")], &sheet.counts()).close("header");
        sheet.draft(&mut out);
        sheet.sums(&mut out);
        sheet.ledger(&mut out);
        out.close("article");
        out.finish()
    }

    /// How many findings there are, in words: "2 errors, 1 warning".
    pub fn count_findings(&self) -> String {
        let severities = [
            (Severity::Error, "error"),
            (Severity::Warning, "warning"),
            (Severity::Information, "remark"),
            (Severity::Hint, "hint"),
        ];
        let counts = severities.map(|(severity, noun)| {
            (self.findings.iter().filter(|finding| finding.severity == severity).count(), noun)
        });
        let counts = counts.into_iter().filter(|&(count, _)| count != 0);
        let words = counts.map(|(count, noun)| count_of(count, noun)).collect::<Vec<_>>().join(", ");
        if words.is_empty() { "nothing to ask".to_owned() } else { words }
    }
}

/// The name of the place on a page where the story of the draft at `path` begins.
pub fn page_anchor(path: &str) -> String {
    let hash = super::fingerprint::fnv(super::fingerprint::FNV_OFFSET, path.as_bytes());
    format!("s{:08x}", hash >> 32)
}

impl Sheet<'_> {
    /// "2 errors. 14 claims from 3 sources, 1 of them with nobody to answer for it."
    fn counts(&self) -> String {
        let story = self.analysis.story();
        let open = story.claims.iter().filter(|claim| is_open(claim.attribution.standing)).count();
        let (claims, sources) = (count_of(story.claims.len(), "claim"), count_of(story.sources.len(), "source"));
        let findings = self.analysis.count_findings();
        format!("{findings} · {claims} · {sources} · {open} with nobody named")
    }

    /// Where the words at `span` of the story are in the file, as attributes.
    fn place(&self, span: Span) -> [(&'static str, String); 3] {
        self.place_in_file(self.analysis.source_span(span))
    }

    fn place_in_file(&self, span: Span) -> [(&'static str, String); 3] {
        let line = (self.line_of)(span.start).to_string();
        [("data-line", line), ("data-start", span.start.to_string()), ("data-end", span.end.to_string())]
    }

    fn line(&self, span: Span) -> u32 {
        (self.line_of)(self.analysis.source_span(span).start)
    }

    /// Where on the page a claim is marked.
    fn claim_anchor(&self, id: ClaimId) -> String {
        format!("{}-c{}", self.prefix, id.0 + 1)
    }

    /// Where on the page a finding is told.
    fn finding_anchor(&self, number: usize) -> String {
        format!("{}-f{}", self.prefix, number + 1)
    }
}

/// Whether nobody can be asked.
fn is_open(standing: Standing) -> bool {
    matches!(standing, Standing::Unattributed | Standing::Hearsay)
}

#[cfg(test)]
mod tests {
    use crate::analysis::Reader;
    use crate::config::Settings;
    use crate::draft::Format;

    fn page(text: &str) -> String {
        let analysis = Reader::new(Settings::default()).read(text, Format::Markdown);
        analysis.page("a<b>.md", &|offset| text[..offset as usize].matches('\n').count() as u32 + 1)
    }

    #[test]
    fn what_is_marked_says_where_it_is_in_the_file() {
        let text = "The “R&D” bill\n\n“We lost *the mill*,” said Ida Moss.\n";
        let page = page(text);
        let start = text.find("“We").expect("it is there");
        let end = text.find(" said").expect("it is there");
        let quote = format!("data-claim=\"c1\" data-line=\"3\" data-start=\"{start}\" data-end=\"{end}\"");
        assert!(page.contains(&quote), "{page}");
        assert!(page.contains("<h2>a&lt;b&gt;.md</h2>") && page.contains("“R&amp;D”"), "{page}");
    }

    #[test]
    fn a_sum_that_does_not_add_up_is_drawn_and_named_for_those_who_do_not_see_it() {
        let page = page("Twelve people died: seven in Ayr, three in Troon and one in Irvine, the police said.\n");
        assert!(page.contains("aria-label=\"The story says Twelve people; the parts give 11\""), "{page}");
        assert_eq!(page.matches("class=\"part part").count(), 3);
        assert!(page.contains(">1 missing</text>"), "{page}");
    }

    #[test]
    fn each_finding_leads_to_its_words_and_back() {
        let page = page("The inn “Zoë” reportedly closed. It reportedly burned.”\n");
        for (number, _) in page.match_indices("class=\"note ").enumerate() {
            assert_eq!(page.matches(&format!("-f{}\"", number + 1)).count(), 2, "{page}");
            assert_eq!(page.matches(&format!("-f{}-at\"", number + 1)).count(), 2, "{page}");
        }
        assert!(page.contains("class=\"note "));
    }
}
