//! Writes HTML: tags, attributes, text, everything escaped.

/// HTML in the making.
#[derive(Debug, Default)]
pub(super) struct Markup(String);

impl Markup {
    /// Opens an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> &mut Self {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
        self
    }

    /// Closes the element called `name`.
    pub(super) fn close(&mut self, name: &str) -> &mut Self {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
        if !INLINE.contains(&name) {
            self.0.push('\n');
        }
        self
    }

    /// An element with nothing but text in it.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> &mut Self {
        self.open(name, attributes).text(text).close(name)
    }

    /// Text without a character that might be taken for markup.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // Control characters are no part of HTML.
                _ if letter.is_control() => self.0.push(' '),
                _ => self.0.push(letter),
            }
        }
        self
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// Elements behind which a line feed would be a space on the page.
const INLINE: &[&str] = &["a", "b", "span", "small", "code", "q", "text", "title", "desc", "tspan"];

/// Attributes whose values had to be made, as [`Markup::open`] takes them.
pub(super) fn borrowed<'a>(attributes: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    attributes.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_might_be_markup_is_escaped() {
        let mut out = Markup::default();
        out.element("p", &[("title", "\"R&D\"")], "<b>\x1b[2J");
        assert_eq!(out.finish(), "<p title=\"&quot;R&amp;D&quot;\">&lt;b&gt; [2J</p>\n");
    }
}
