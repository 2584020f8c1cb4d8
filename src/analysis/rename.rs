//! Renames a person or an organisation throughout a story, surname-only mentions included.

use super::Analysis;
use super::action::surname;
use super::place::touches;
use crate::extract::SourceKind;
use crate::finding::Edit;
use crate::text::Span;

/// A name that can be changed everywhere at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// The words of the file that name it at the place that was asked about.
    pub span: Span,
    /// Those words.
    pub name: String,
    /// The fullest name that the story has for it.
    full: String,
    /// Whether it is known by its last word alone.
    is_person: bool,
}

impl Analysis {
    /// The name at `offset` of the file; `None` where there is none, or where markup runs through it.
    pub fn naming(&self, offset: u32) -> Option<Naming> {
        let at = self.touched_offset(offset)?;
        let (words, kind) = self.name_at(at)?;
        if !self.is_verbatim(words) {
            return None;
        }
        let name = self.story.text_of(words).to_owned();
        let full = self.fullest(&name).unwrap_or_else(|| name.clone());
        let is_person = kind.map_or_else(|| full.split_whitespace().count() == 2, |kind| kind == SourceKind::Person);
        Some(Naming { span: self.source_span(words), name, full, is_person })
    }

    /// The replacements in the file that make `naming` read `new` everywhere.
    ///
    /// A new surname changes the surname wherever it stands; a new full name changes the full name, and its
    /// last word wherever the surname stands alone.
    pub fn rename(&self, naming: &Naming, new: &str) -> Vec<Edit> {
        let new = new.trim();
        let old_last = surname(&naming.full);
        let renames_last = naming.is_person && naming.name == old_last && naming.full != naming.name;
        let (new_full, new_last) = if renames_last && !new.contains(char::is_whitespace) {
            (replace_last(&naming.full, old_last, new), new.to_owned())
        } else {
            (new.to_owned(), surname(new).to_owned())
        };
        let mut edits = self.replace_words(&naming.full, &new_full, &[]);
        if naming.is_person && old_last != naming.full {
            let taken: Vec<Span> = edits.iter().map(|edit| edit.span).collect();
            edits.extend(self.replace_words(old_last, &new_last, &taken));
        }
        edits.sort_by_key(|edit| edit.span);
        edits
    }

    /// The name at `at`, without its title or article, and what kind of source it is if it is one.
    fn name_at(&self, at: u32) -> Option<(Span, Option<SourceKind>)> {
        let heads = self.story.attributions.iter().flat_map(|said| said.source.into_iter().chain(said.via));
        let named = heads.filter(|mention| {
            matches!(mention.kind, SourceKind::Person | SourceKind::Organization | SourceKind::Outlet)
        });
        let sources = named.map(|mention| (self.bare_name(mention.head), Some(mention.kind)));
        let mentioned = self.story.names.iter().map(|name| {
            let behind_title = if name.title.is_empty() { name.span.start } else { name.title.end };
            (self.bare_name(Span::new(behind_title, name.span.end)), None)
        });
        let is_name = |span: Span| self.story.text_of(span).starts_with(char::is_uppercase);
        sources.chain(mentioned).find(|&(span, _)| touches(span, at) && is_name(span))
    }

    /// `span` without white space, article, title and possessive at its ends.
    fn bare_name(&self, span: Span) -> Span {
        let mut span = span.trimmed(&self.story.text);
        for name in &self.story.names {
            let has_title = !name.title.is_empty() && name.title.start == span.start && name.title.end < span.end;
            if has_title {
                span = Span::new(name.title.end, span.end).trimmed(&self.story.text);
            }
        }
        let words = self.story.text_of(span);
        let article = words.get(..4).is_some_and(|the| the.eq_ignore_ascii_case("the "));
        let possessive = ["'s", "’s"].iter().find(|end| words.ends_with(*end)).map_or(0, |end| end.len());
        Span::new(span.start + if article { 4 } else { 0 }, span.end - possessive as u32)
    }

    /// The longest name in the story that ends as `name` does; `None` where two people share it.
    fn fullest(&self, name: &str) -> Option<String> {
        let known = self.story.sources.iter().map(|source| source.name.as_str());
        let mentioned = self.story.names.iter().map(|name| {
            let behind_title = if name.title.is_empty() { name.span.start } else { name.title.end };
            self.story.text_of(Span::new(behind_title, name.span.end)).trim()
        });
        let ends_so = |full: &&str| full.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
        let mut fuller: Vec<&str> = known.chain(mentioned).filter(ends_so).collect();
        fuller.sort_by_key(|full| (std::cmp::Reverse(full.len()), *full));
        fuller.dedup();
        let longest = *fuller.first()?;
        fuller.iter().all(|full| longest.ends_with(full)).then(|| longest.to_owned())
    }

    /// Puts `new` in the place of the words `old`, wherever they stand as whole words outside `taken`.
    fn replace_words(&self, old: &str, new: &str, taken: &[Span]) -> Vec<Edit> {
        let text = &self.story.text;
        let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let places = text.match_indices(old).filter_map(|(start, _)| {
            let end = start + old.len();
            let is_whole = !is_word(text[..start].chars().next_back()) && !is_word(text[end..].chars().next());
            let span = Span::from_range(start..end);
            (is_whole && self.is_verbatim(span)).then(|| self.source_span(span))
        });
        let free = places.filter(|span| !taken.iter().any(|taken| taken.overlaps(*span)));
        free.map(|span| Edit { span, new_text: new.to_owned() }).collect()
    }
}

fn replace_last(full: &str, old: &str, new: &str) -> String {
    full.rfind(old).map_or_else(|| new.to_owned(), |at| format!("{}{new}{}", &full[..at], &full[at + old.len()..]))
}
