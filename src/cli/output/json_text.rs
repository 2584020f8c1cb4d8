//! JSON written as it goes, for what there is a lot of.
//!
//! A ledger is hundreds of short values with the same few names. Names are known to need no escaping and most texts
//! are seen to need none at a glance, so that writing one costs hardly more than copying it.

use serde::Serialize;

/// A JSON text in the making.
#[derive(Debug)]
pub(in crate::cli) struct JsonText(String);

impl JsonText {
    /// The text of one value of about so many bytes, which `write` writes.
    pub(in crate::cli) fn of(length: usize, write: impl FnOnce(&mut Self)) -> String {
        let mut text = Self(String::with_capacity(length));
        write(&mut text);
        text.0
    }

    /// An object with what `fields` writes.
    pub(in crate::cli) fn object(&mut self, fields: impl FnOnce(&mut Self)) {
        self.part();
        self.0.push('{');
        fields(self);
        self.0.push('}');
    }

    /// A list of `items`, each of them as `write` writes it.
    pub(in crate::cli) fn list<T>(&mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.part();
        self.0.push('[');
        items.into_iter().for_each(|item| write(self, item));
        self.0.push(']');
    }

    /// The name of an object's next field; its value comes next.
    #[inline]
    pub(in crate::cli) fn field(&mut self, name: &'static str) -> &mut Self {
        self.part();
        self.0.push('"');
        self.0.push_str(name);
        self.0.push_str("\":");
        self
    }

    /// A string.
    pub(in crate::cli) fn text(&mut self, value: &str) {
        // Without a way out in between, many bytes are looked at together.
        let escaped = |byte: u8| u8::from(byte < b' ') | u8::from(byte == b'"') | u8::from(byte == b'\\');
        if value.bytes().fold(0, |any, byte| any | escaped(byte)) != 0 {
            self.value(value);
            return;
        }
        self.part();
        self.0.push('"');
        self.0.push_str(value);
        self.0.push('"');
    }

    /// A string of a letter and a number: "c12".
    pub(in crate::cli) fn numbered(&mut self, letter: char, number: usize) {
        self.part();
        self.0.push('"');
        self.0.push(letter);
        self.0.push_str(itoa::Buffer::new().format(number));
        self.0.push('"');
    }

    /// A whole number.
    pub(in crate::cli) fn number(&mut self, number: i64) {
        self.part();
        self.0.push_str(itoa::Buffer::new().format(number));
    }

    /// A value that `write` writes as it stands: with its brackets and commas.
    pub(in crate::cli) fn verbatim(&mut self, write: impl FnOnce(&mut String)) {
        self.part();
        write(&mut self.0);
    }

    /// True or false.
    pub(in crate::cli) fn truth(&mut self, is_true: bool) {
        self.part();
        self.0.push_str(if is_true { "true" } else { "false" });
    }

    /// What `write` makes of a value that is there; null otherwise.
    pub(in crate::cli) fn option<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        if let Some(value) = value {
            write(self, value);
        } else {
            self.part();
            self.0.push_str("null");
        }
    }

    /// Anything else.
    pub(in crate::cli) fn value<T: Serialize + ?Sized>(&mut self, value: &T) {
        self.part();
        self.0.push_str(&serde_json::to_string(value).expect("keys are strings and nothing else can fail"));
    }

    /// A comma where something stands before: strings end in a quotation mark, whatever is in them.
    fn part(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::JsonText;

    #[test]
    fn commas_stand_between_parts_only() {
        let written = JsonText::of(0, |out| {
            out.object(|out| {
                out.field("id").numbered('c', 12);
                out.field("none").list([0; 0], JsonText::number);
                out.field("two").list([-1, 7], JsonText::number);
                out.field("open").object(|out| out.field("brackets").text("{["));
                out.field("checked").truth(false);
                out.field("unit").option(None::<&str>, JsonText::text);
                out.field("share").value(&0.5);
            });
        });
        let expected =
            r#"{"id":"c12","none":[],"two":[-1,7],"open":{"brackets":"{["},"checked":false,"unit":null,"share":0.5}"#;
        assert_eq!(written, expected);
    }

    proptest! {
        #[test]
        fn a_string_is_escaped_as_everywhere(text in "[a-c“é\"\\\\\u{0}-\u{20}\u{7f}\u{2028}]{0,40}") {
            prop_assert_eq!(JsonText::of(0, |out| out.text(&text)), serde_json::to_string(&text).expect("it is a string"));
        }
    }
}
