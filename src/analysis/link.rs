//! Links in the reasons of the desk's marks: `[CQ: https://…]`.

use super::Analysis;
use crate::extract::MarkKind;
use crate::text::Span;

/// A link in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its words.
    pub span: Span,
    /// Where it leads.
    pub target: String,
}

impl Analysis {
    /// The links in `[CQ: …]` marks, in order.
    pub fn links(&self) -> Vec<Link> {
        let checked = self.story.marks.iter().filter(|mark| mark.kind == MarkKind::Checked);
        checked.flat_map(|mark| self.links_in(mark.span)).collect()
    }

    fn links_in(&self, span: Span) -> Vec<Link> {
        let words = self.story.text_of(span).trim_end_matches([']', ')']);
        let starts = words.match_indices("http").filter(|(at, _)| {
            let rest = &words[*at..];
            rest.starts_with("https://") || rest.starts_with("http://")
        });
        let links = starts.map(|(at, _)| {
            let length = words[at..].find(char::is_whitespace).unwrap_or(words.len() - at);
            let target = words[at..at + length].trim_end_matches(['.', ',', ';']);
            let start = span.start + at as u32;
            Link { span: self.source_span(Span::new(start, start + target.len() as u32)), target: target.to_owned() }
        });
        links.collect()
    }
}
