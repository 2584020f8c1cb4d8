//! A story as a page to read: the draft with its claims and findings marked, the sums that do not add up drawn,
//! the ledger. A fragment of HTML that needs no script; [`STYLE`] dresses it.
//!
//! Whatever stands for words of the file says where they are: `data-line` and `data-column` (from 1, in characters),
//! `data-start` and `data-end` (bytes), so that an editor can go there.

mod amount;
mod change;
mod draft;
mod ledger;
mod markup;
mod plot;
mod share;
mod sum;
mod sums;

use super::Analysis;
use super::asked::Asked;
use super::card::count_of;
use crate::finding::Severity;
use crate::story::ClaimId;
use crate::text::Span;

use markup::Markup;

/// The rules of style for pages. Colours are custom properties; those of VS Code win where they are set.
pub const STYLE: &str = include_str!("style.css");

/// Tells the line and the column, both counted from 1, of a byte of the file.
pub type PlaceOf<'a> = dyn Fn(u32) -> (u32, u32) + 'a;

/// What a page shows, and where its words are in the file.
struct Sheet<'a> {
    analysis: &'a Analysis,
    /// The line and column, counted from 1, of a byte of the file.
    place_of: &'a PlaceOf<'a>,
    /// What the names of places on the page begin with: a page may hold several stories.
    prefix: String,
}

impl Analysis {
    /// The story of the draft at `path` as an `<article>`; `place_of` tells where a byte of the file is.
    pub fn page(&self, path: &str, place_of: &PlaceOf<'_>) -> String {
        let sheet = Sheet { analysis: self, place_of, prefix: page_anchor(path) };
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
    /// "2 errors, 2 warnings · 14 claims · 3 sources · 3 unsourced, 1 inconsistent".
    fn counts(&self) -> String {
        let story = self.analysis.story();
        let (claims, sources) = (count_of(story.claims.len(), "claim"), count_of(story.sources.len(), "source"));
        let counts = format!("{} · {claims} · {sources}", self.analysis.count_findings());
        let asked = self.analysis.asked();
        if asked == Asked::default() { counts } else { format!("{counts} · {}", asked.in_words()) }
    }

    /// Where the words at `span` of the story are in the file, as attributes.
    fn place(&self, span: Span) -> [(&'static str, String); 4] {
        self.place_in_file(self.analysis.source_span(span))
    }

    fn place_in_file(&self, span: Span) -> [(&'static str, String); 4] {
        let (line, column) = (self.place_of)(span.start);
        let numbers =
            [("data-line", line), ("data-column", column), ("data-start", span.start), ("data-end", span.end)];
        numbers.map(|(name, number)| (name, number.to_string()))
    }

    fn place_of_claim(&self, id: ClaimId) -> [(&'static str, String); 4] {
        self.place(self.analysis.story().claims[id.0].spans[0])
    }

    fn line(&self, span: Span) -> u32 {
        (self.place_of)(self.analysis.source_span(span).start).0
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

#[cfg(test)]
mod tests {
    use crate::analysis::Reader;
    use crate::config::Settings;
    use crate::draft::Format;

    fn page(text: &str) -> String {
        let analysis = Reader::new(Settings::default()).read(text, Format::Markdown);
        analysis.page("a<b>.md", &|offset| {
            let before = &text[..offset as usize];
            let column = before.chars().rev().take_while(|&letter| letter != '\n').count();
            (before.matches('\n').count() as u32 + 1, column as u32 + 1)
        })
    }

    #[test]
    fn what_is_marked_says_where_it_is_in_the_file() {
        let text = "The “R&D” bill\n\n“We lost *the mill*,” said Ida Moss.\n";
        let page = page(text);
        let start = text.find("“We").expect("it is there");
        let end = text.find(" said").expect("it is there");
        let quote =
            format!("data-claim=\"c1\" data-line=\"3\" data-column=\"1\" data-start=\"{start}\" data-end=\"{end}\"");
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
    fn changes_and_shares_that_do_not_fit_are_drawn_each_with_a_hatching_of_its_own() {
        let page = page(
            "Sales rose 40 percent, from $10 million to $12 million, the club said.\n\n\
             Of the 120 members, 30 members (20 percent) voted, Ida Moss said.\n\n\
             In the poll, 45 percent said yes, 35 percent said no and 30 percent were unsure.\n",
        );
        let drawn = [
            "From $10 million to $12 million, that is 20 percent. The story says 40 percent.",
            "30 of 120 members is 25 percent. The story says 20 percent.",
            "The whole 100 percent; the parts give 110 percent",
        ];
        for title in drawn {
            assert!(page.contains(&format!("aria-label=\"{title}\"")), "{title}: {page}");
        }
        for number in 1..=drawn.len() {
            assert_eq!(page.matches(&format!("-p{number}-hatch\"")).count(), 1, "{page}");
            assert_eq!(page.matches(&format!("-p{number}-hatch)")).count(), 1, "{page}");
        }
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
