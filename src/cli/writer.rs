//! Writes JSON field by field: keys are literals, copied as they are instead of being searched for what to escape.

use serde::Serialize;

use super::positions::Placed;

/// A JSON text in the making.
#[derive(Debug)]
pub(super) struct JsonWriter(Vec<u8>);

impl JsonWriter {
    /// The text of the value that `write` writes.
    pub(super) fn text(write: impl FnOnce(&mut Self)) -> String {
        let mut json = Self(Vec::new());
        write(&mut json);
        String::from_utf8(json.0).expect("keys and values are text")
    }

    /// An object with the fields that `write` writes.
    pub(super) fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.0.push(b'{');
        write(self);
        self.0.push(b'}');
    }

    /// A list of `items`, each as `write` writes it.
    pub(super) fn list<T>(&mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.0.push(b'[');
        for (number, item) in items.into_iter().enumerate() {
            if number != 0 {
                self.0.push(b',');
            }
            write(self, item);
        }
        self.0.push(b']');
    }

    /// Begins the object's next field, whose value is to follow. Nothing in `key` has to be escaped.
    #[inline]
    pub(super) fn key(&mut self, key: &'static str) -> &mut Self {
        if self.0.last() != Some(&b'{') {
            self.0.push(b',');
        }
        self.0.push(b'"');
        self.0.extend_from_slice(key.as_bytes());
        self.0.extend_from_slice(b"\":");
        self
    }

    /// The object's next field.
    pub(super) fn field(&mut self, key: &'static str, value: &(impl Serialize + ?Sized)) -> &mut Self {
        self.key(key).value(value);
        self
    }

    /// The object's next field, a stretch of the file or null.
    pub(super) fn place(&mut self, key: &'static str, place: impl Into<Option<Placed>>) -> &mut Self {
        self.key(key);
        match place.into() {
            Some(place) => place.write(self),
            None => self.value(&()),
        }
        self
    }

    /// A number behind what is to stand before it, its key and the marks around that.
    pub(super) fn number(&mut self, before: &'static str, number: u32) {
        self.0.extend_from_slice(before.as_bytes());
        self.value(&number);
    }

    /// A string of a word and a number. Nothing in `word` has to be escaped.
    pub(super) fn numbered(&mut self, word: &'static str, number: usize) {
        self.0.push(b'"');
        self.0.extend_from_slice(word.as_bytes());
        self.value(&number);
        self.0.push(b'"');
    }

    /// A value that is no object.
    pub(super) fn value(&mut self, value: &(impl Serialize + ?Sized)) {
        serde_json::to_writer(&mut self.0, value).expect("keys are strings and nothing else can fail");
    }
}
