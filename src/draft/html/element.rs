//! Knows what the elements and classes of HTML are to a story.

use super::markup::attribute;
use crate::draft::Role;

/// An element, as far as reading a story needs to tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    Paragraph,
    Heading,
    Subheading,
    BlockQuote,
    /// `cite` and `footer`, which name the speaker within a block quote.
    Cite,
    Footer,
    Figure,
    Caption,
    List,
    Item,
    Table,
    TableHead,
    TableBody,
    Row,
    Cell,
    HeaderCell,
    /// Any other element that stands on lines of its own.
    Division,
    Break,
    Rule,
    Quotation,
    Link,
    /// `span`, `time` and the like: inline, but often the one to carry "author".
    Inline,
    Time,
    Title,
    Code,
    /// Not read: code, drawings, controls.
    Dropped,
    /// Not read, and its text holds no tags.
    Raw,
}

impl Element {
    /// The element of a tag's name, in any case; unknown ones are inline.
    pub(super) fn of(name: &str) -> Self {
        let mut buffer = [0_u8; 16];
        let Some(lower) = buffer.get_mut(..name.len()) else { return Self::Inline };
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        match &*lower {
            b"p" => Self::Paragraph,
            b"h1" => Self::Heading,
            b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Self::Subheading,
            b"blockquote" => Self::BlockQuote,
            b"cite" => Self::Cite,
            b"footer" => Self::Footer,
            b"figure" => Self::Figure,
            b"figcaption" | b"caption" => Self::Caption,
            b"ul" | b"ol" | b"menu" => Self::List,
            b"li" => Self::Item,
            b"table" => Self::Table,
            b"thead" => Self::TableHead,
            b"tbody" | b"tfoot" => Self::TableBody,
            b"tr" => Self::Row,
            b"td" => Self::Cell,
            b"th" => Self::HeaderCell,
            b"address" | b"article" | b"aside" | b"body" | b"center" | b"dd" | b"details" | b"dialog" | b"div"
            | b"dl" | b"dt" | b"fieldset" | b"form" | b"head" | b"header" | b"hgroup" | b"html" | b"legend"
            | b"main" | b"option" | b"search" | b"section" | b"summary" => Self::Division,
            b"br" => Self::Break,
            b"hr" => Self::Rule,
            b"q" => Self::Quotation,
            b"a" => Self::Link,
            b"time" => Self::Time,
            b"title" => Self::Title,
            b"code" => Self::Code,
            b"audio" | b"button" | b"canvas" | b"math" | b"nav" | b"object" | b"pre" | b"select" | b"svg"
            | b"template" | b"video" => Self::Dropped,
            b"iframe" | b"noembed" | b"noscript" | b"script" | b"style" | b"textarea" | b"xmp" => Self::Raw,
            _ => Self::Inline,
        }
    }

    /// Whether it stands on lines of its own, so that the text before it ends there.
    pub(super) fn is_block(self) -> bool {
        use Element::{Break, Cite, Code, Dropped, Inline, Link, Quotation, Raw, Time, Title};
        !matches!(self, Break | Cite | Code | Dropped | Inline | Link | Quotation | Raw | Time | Title)
    }

    /// Whether the next block ends it, with or without an end tag.
    pub(super) fn is_leaf(self) -> bool {
        matches!(self, Self::Paragraph | Self::Heading | Self::Subheading)
    }
}

/// Parts of class names that say that the writer's name is not what is shown.
const NOT_A_BYLINE: &[&str] =
    &["about", "avatar", "bio", "box", "card", "description", "image", "img", "link", "photo", "social"];

/// The role that a tag's class or `rel` gives, whatever its element.
pub(super) fn role_of(attributes: &str) -> Option<Role> {
    if attribute(attributes, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case("author")) {
        return Some(Role::Byline);
    }
    let classes = attribute(attributes, "class").or_else(|| attribute(attributes, "itemprop"))?;
    classes.split_ascii_whitespace().find_map(role_of_class)
}

/// "c-byline__name", "entry-author", "standfirst", "wp-caption-text".
fn role_of_class(class: &str) -> Option<Role> {
    let has = |word: &str| class.split(['-', '_']).any(|part| part.eq_ignore_ascii_case(word));
    let has_any = |words: &[&str]| words.iter().any(|word| has(word));
    if has("byline") || (has("author") && !has_any(NOT_A_BYLINE)) {
        Some(Role::Byline)
    } else if has_any(&[
        "dek",
        "deck",
        "standfirst",
        "subtitle",
        "subheadline",
        "subhed",
        "subhead",
        "excerpt",
        "strapline",
    ]) {
        Some(Role::Dek)
    } else if has("caption") {
        Some(Role::Caption)
    } else if has_any(&["pullquote", "pullquotes"]) {
        Some(Role::BlockQuote)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_give_roles_whatever_the_system_calls_them() {
        assert_eq!(role_of(" class='c-byline__name x'"), Some(Role::Byline));
        assert_eq!(role_of(" class=\"entry-author\""), Some(Role::Byline));
        assert_eq!(role_of(" rel=author href=x"), Some(Role::Byline));
        assert_eq!(role_of(" class=author-bio"), None);
        assert_eq!(role_of(" class='article-standfirst'"), Some(Role::Dek));
        assert_eq!(role_of(" class='decked'"), None);
    }

    #[test]
    fn names_are_read_in_any_case_and_unknown_ones_are_inline() {
        assert_eq!(Element::of("BlockQuote"), Element::BlockQuote);
        assert_eq!(Element::of("o:p"), Element::Inline);
        assert_eq!(Element::of("a-very-long-custom-element"), Element::Inline);
    }
}
