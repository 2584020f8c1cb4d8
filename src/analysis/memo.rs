//! Remembers what was made in the last reading of a draft, so that the next one makes only what has changed.

use std::hash::Hash;

use rustc_hash::FxHashMap;

/// What was made, by all that it was made of: an entry can be neither stale nor confused with another.
///
/// It holds what one reading has asked for. What the next does not ask for is forgotten at its end.
#[derive(Debug)]
pub(super) struct Memo<K, V> {
    known: FxHashMap<K, Known<V>>,
    /// The number of the reading that goes on.
    reading: u64,
    /// How much has been made, ever.
    made: u64,
}

#[derive(Debug)]
struct Known<V> {
    value: V,
    /// The reading that asked for it last.
    asked_in: u64,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self { known: FxHashMap::default(), reading: 0, made: 0 }
    }
}

impl<K: Clone + Eq + Hash, V: Clone> Memo<K, V> {
    /// What is known of `key`, from the reading before or earlier in this one; otherwise what `make` makes of it,
    /// which is given a number that nothing made before has had.
    pub(super) fn recall(&mut self, key: &K, make: impl FnOnce(u64) -> V) -> V {
        if let Some(known) = self.known.get_mut(key) {
            known.asked_in = self.reading;
            return known.value.clone();
        }
        self.made += 1;
        let value = make(self.made);
        self.known.insert(key.clone(), Known { value: value.clone(), asked_in: self.reading });
        value
    }

    /// Whether something is known of `key`.
    pub(super) fn knows(&self, key: &K) -> bool {
        self.known.contains_key(key)
    }

    /// Makes room for so much more: growing piece by piece moves all that is there each time.
    pub(super) fn make_room(&mut self, count: usize) {
        self.known.reserve(count.saturating_sub(self.known.len()));
    }

    /// Ends a reading: what it has not asked for is forgotten.
    pub(super) fn end_reading(&mut self) {
        self.known.retain(|_, known| known.asked_in == self.reading);
        self.reading += 1;
    }

    /// How much has been made, ever.
    #[cfg(test)]
    pub(super) fn made(&self) -> u64 {
        self.made
    }
}
