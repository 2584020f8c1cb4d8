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
    /// The name at `offset` of the file; `None` where there is none, where markup runs through it,
    /// and for a surname that two people share, unless it is known whom it means here.
    pub fn naming(&self, offset: u32) -> Option<Naming> {
        let at = self.touched_offset(offset)?;
        let (words, kind) = self.name_at(at)?;
        if !self.is_verbatim(words) {
            return None;
        }
        let name = self.story.text_of(words).to_owned();
        let full = self.fullest(&name, words)?;
        let is_person = kind.map_or_else(|| full.split_whitespace().count() == 2, |kind| kind == SourceKind::Person);
        Some(Naming { span: self.source_span(words), name, full, is_person })
    }

    /// The replacements in the file that make `naming` read `new` everywhere.
    ///
    /// A new surname changes the surname wherever it stands; a new full name changes the full name, and its
    /// last word wherever the surname stands alone. Others of the same surname keep theirs.
    pub fn rename(&self, naming: &Naming, new: &str) -> Vec<Edit> {
        let new = new.trim();
        let last = surname(&naming.full);
        let renames_last = naming.is_person && naming.name == last && naming.full != naming.name;
        let (new_full, new_last) = if renames_last && !new.contains(char::is_whitespace) {
            (replace_last(&naming.full, last, new), new)
        } else {
            (new.to_owned(), surname(new))
        };
        let mut places: Vec<(Span, &str)> =
            self.whole_words(&naming.full).map(|span| (span, new_full.as_str())).collect();
        if naming.is_person && last != naming.full {
            let lone = self.whole_words(last).filter(|&span| self.means(span, last, &naming.full));
            places.extend(lone.map(|span| (span, new_last)));
        }
        places.sort_by_key(|(span, _)| *span);
        let replaceable = places.into_iter().filter(|&(span, _)| self.is_verbatim(span));
        replaceable.map(|(span, new)| Edit { span: self.source_span(span), new_text: new.to_owned() }).collect()
    }

    /// Whether `last`, the surname at `span`, is that of `full` and stands alone.
    fn means(&self, span: Span, last: &str, full: &str) -> bool {
        let within_name = self.names_with_places().any(|(place, name)| place.covers(span) && name != last);
        if within_name {
            return false;
        }
        let others = self.fuller_names(last).into_iter().filter(|name| *name != last && !full.ends_with(name));
        let is_shared = others.into_iter().any(|other| !other.ends_with(full));
        !is_shared || self.source_named_at(span) == Some(full)
    }

    /// The name at `at`, without its title or article, and what kind of source it is if it is one.
    fn name_at(&self, at: u32) -> Option<(Span, Option<SourceKind>)> {
        let heads = self.story.attributions.iter().flat_map(|said| said.source.into_iter().chain(said.via));
        let named = heads.filter(|mention| {
            matches!(mention.kind, SourceKind::Person | SourceKind::Organization | SourceKind::Outlet)
        });
        let sources = named.map(|mention| (self.bare_name(mention.head), Some(mention.kind)));
        let mentioned = self.names_with_places().map(|(span, _)| (span, None));
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

    /// The fullest form of `name`, which stands at `words`; `None` where two people share it
    /// and it is not known which of them is meant.
    fn fullest(&self, name: &str, words: Span) -> Option<String> {
        let fuller = self.fuller_names(name);
        let Some(&longest) = fuller.first() else { return Some(name.to_owned()) };
        if fuller.iter().all(|full| longest.ends_with(full)) {
            return Some(longest.to_owned());
        }
        self.source_named_at(words).filter(|full| full.ends_with(name)).map(str::to_owned)
    }

    /// The names in the story that end as `name` does, the longest first.
    fn fuller_names(&self, name: &str) -> Vec<&str> {
        let known = self.story.sources.iter().map(|source| source.name.as_str());
        let mentioned = self.names_with_places().map(|(_, name)| name);
        let ends_so = |full: &&str| full.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
        let mut fuller: Vec<&str> = known.chain(mentioned).filter(ends_so).collect();
        fuller.sort_by_key(|full| (std::cmp::Reverse(full.len()), *full));
        fuller.dedup();
        fuller
    }

    /// Every name in the text, without title, article and possessive, with its place.
    fn names_with_places(&self) -> impl Iterator<Item = (Span, &str)> {
        self.story.names.iter().map(|name| {
            let behind_title = name.behind_title();
            let bare = self.bare_name(Span::new(behind_title, name.span.end));
            (bare, self.story.text_of(bare))
        })
    }

    /// The source that the words at `span` are a mention of.
    fn source_named_at(&self, span: Span) -> Option<&str> {
        let mut sources = self.story.sources.iter();
        let named = sources.find(|source| source.mentions.iter().any(|mention| mention.covers(span)));
        named.map(|source| source.name.as_str())
    }

    /// Where `words` stand as whole words.
    fn whole_words(&self, words: &str) -> impl Iterator<Item = Span> {
        let text = &self.story.text;
        let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        text.match_indices(words).filter_map(move |(start, found)| {
            let end = start + found.len();
            let is_whole = !is_word(text[..start].chars().next_back()) && !is_word(text[end..].chars().next());
            is_whole.then(|| Span::from_range(start..end))
        })
    }
}

fn replace_last(full: &str, old: &str, new: &str) -> String {
    full.rfind(old).map_or_else(|| new.to_owned(), |at| format!("{}{new}{}", &full[..at], &full[at + old.len()..]))
}
