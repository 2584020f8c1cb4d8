//! Knows the text of an open draft while it is edited: a rope, and the version that its editor gives it.

use ropey::Rope;

use super::Span;

/// The text of an open draft. A copy is a snapshot: it costs no more than a pointer.
#[derive(Clone, Debug)]
pub struct Buffer {
    rope: Rope,
    version: i32,
}

impl Buffer {
    /// A buffer that holds `text`, which its editor calls `version`.
    pub fn new(text: &str, version: i32) -> Self {
        Self { rope: Rope::from_str(text), version }
    }

    /// The text as a rope, for looking up lines and columns.
    pub fn rope(&self) -> &Rope {
        &self.rope
    }

    /// What the editor calls the present text. Editors count as they like: some begin at 0, and some leave gaps.
    pub fn version(&self) -> i32 {
        self.version
    }

    /// The whole text.
    pub fn text(&self) -> String {
        // With room for all of it: growing moves a whole draft several times at each key press.
        let mut text = String::with_capacity(self.rope.len_bytes());
        text.extend(self.rope.chunks());
        text
    }

    /// Puts `text` in the place of the bytes at `span`.
    ///
    /// Ends beyond the text mean its end; ends within a character mean its start. Edits that arrive together
    /// are applied one after the other: each span speaks of the text that the edits before it have left.
    pub fn edit(&mut self, span: Span, text: &str) {
        let char_at = |offset: u32| self.rope.byte_to_char((offset as usize).min(self.rope.len_bytes()));
        let (start, end) = (char_at(span.start), char_at(span.end));
        self.rope.remove(start..end);
        self.rope.insert(start, text);
    }

    /// Puts `text` in the place of everything.
    pub fn replace(&mut self, text: &str) {
        self.rope = Rope::from_str(text);
    }

    /// Says what the editor calls the text from here on.
    pub fn set_version(&mut self, version: i32) {
        self.version = version;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn edits_apply_in_order_each_to_what_the_one_before_left() {
        let mut buffer = Buffer::new("“Nine” died", 1);
        buffer.edit(Span::new(3, 7), "Ten");
        buffer.edit(Span::new(3, 6), "Eleven");
        assert_eq!(buffer.text(), "“Eleven” died");
    }

    #[test]
    fn an_edit_beyond_the_end_appends_and_one_within_a_character_begins_at_its_start() {
        let mut buffer = Buffer::new("é!", 1);
        buffer.edit(Span::new(90, 99), "?");
        buffer.edit(Span::new(1, 2), "è");
        assert_eq!(buffer.text(), "è!?");
    }

    #[test]
    fn a_copy_keeps_the_text_of_its_moment() {
        let mut buffer = Buffer::new("before", 1);
        let snapshot = buffer.clone();
        buffer.replace("after");
        buffer.set_version(2);
        assert_eq!((snapshot.text().as_str(), snapshot.version()), ("before", 1));
    }

    proptest! {
        #[test]
        fn an_edit_does_what_it_does_to_a_string(
            text in "[a\r\n é💣“]{0,40}",
            places in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), "[b\r\n ß💣”]{0,6}"), 0..20),
        ) {
            let mut buffer = Buffer::new(&text, 0);
            let mut expected = text;
            for (one, other, new) in places {
                let boundaries: Vec<usize> = (0..=expected.len()).filter(|&at| expected.is_char_boundary(at)).collect();
                let (one, other) = (boundaries[one.index(boundaries.len())], boundaries[other.index(boundaries.len())]);
                let range = one.min(other)..one.max(other);
                buffer.edit(Span::from_range(range.clone()), &new);
                expected.replace_range(range, &new);
                prop_assert_eq!(buffer.text(), expected.as_str());
            }
        }
    }
}
