//! XML elements as the formats of build servers need them.

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

/// Elements one below the other, indented.
pub(super) struct Elements(Writer<Vec<u8>>);

impl Elements {
    pub(super) fn new() -> Self {
        Self(Writer::new_with_indent(Vec::new(), b' ', 2))
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> &mut Self {
        self.event(Event::Start(start(name, attributes)))
    }

    /// Closes the element `name`.
    pub(super) fn close(&mut self, name: &str) -> &mut Self {
        self.event(Event::End(BytesEnd::new(name)))
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> &mut Self {
        self.event(Event::Empty(start(name, attributes)))
    }

    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.event(Event::Text(BytesText::new(&allowed(text))))
    }

    /// What was written, with a line feed at its end.
    pub(super) fn finish(self) -> String {
        let text = String::from_utf8(self.0.into_inner()).expect("what was written is UTF-8");
        text + "\n"
    }

    fn event(&mut self, event: Event<'_>) -> &mut Self {
        self.0.write_event(event).expect("writing to memory cannot fail");
        self
    }
}

fn start(name: &str, attributes: &[(&str, &str)]) -> BytesStart<'static> {
    let mut start = BytesStart::new(name.to_owned());
    for &(name, value) in attributes {
        start.push_attribute((name, allowed(value).as_str()));
    }
    start
}

/// `text` without the characters that XML 1.0 has no way to write.
fn allowed(text: &str) -> String {
    let is_allowed = |letter: &char| !letter.is_control() || matches!(letter, '\t' | '\n' | '\r');
    text.chars().filter(is_allowed).filter(|letter| !matches!(letter, '\u{FFFE}' | '\u{FFFF}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_markup_is_escaped_and_what_is_forbidden_is_left_out() {
        let mut elements = Elements::new();
        elements.open("a", &[("name", "R&D \"<\x1b[2J>\"\u{FFFF}")]).text("1 < 2 & 3\0").close("a");
        assert_eq!(elements.finish(), "<a name=\"R&amp;D &quot;&lt;[2J&gt;&quot;\">1 &lt; 2 &amp; 3</a>\n");
    }
}
