//! The words of no more than eight bytes with their classes: one number each, looked up for every word of a text.

use super::Classes;

/// Room for twice as many words as there are, so that nearly every one is found where it is looked for first.
const SLOTS: usize = 1 << SLOT_BITS;
const SLOT_BITS: u32 = 14;

/// A word's number, which is never zero, and its classes.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: u64,
    classes: Classes,
}

/// Classes by short word.
#[derive(Debug)]
pub(super) struct ShortWords {
    slots: Box<[Slot; SLOTS]>,
    words: usize,
}

impl Default for ShortWords {
    fn default() -> Self {
        let slots = vec![Slot::default(); SLOTS].into_boxed_slice();
        Self { slots: slots.try_into().expect("there are as many as it has room for"), words: 0 }
    }
}

impl ShortWords {
    /// The classes of a word; none for one that was never asked for by [`Self::entry`].
    #[inline]
    pub(super) fn get(&self, key: u64) -> Classes {
        self.slots[self.place(key)].classes
    }

    /// The classes of a word, to be added to.
    pub(super) fn entry(&mut self, key: u64) -> &mut Classes {
        let slot = &mut self.slots[self.place(key)];
        self.words += usize::from(slot.key == 0);
        assert!(self.words < SLOTS, "the lists have outgrown their room");
        slot.key = key;
        &mut slot.classes
    }

    /// Where a word stands, or would stand: behind those that have taken its place.
    #[inline]
    fn place(&self, key: u64) -> usize {
        /// The highest bits of a product with it are of all bits of the other number.
        const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut place = (key.wrapping_mul(MIX) >> (u64::BITS - SLOT_BITS)) as usize;
        while self.slots[place].key != key && self.slots[place].key != 0 {
            place = (place + 1) % SLOTS;
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::{SLOTS, ShortWords};
    use crate::language::{Class, Classes, Lexicon};

    #[test]
    fn words_in_each_others_way_are_all_found() {
        let mut words = ShortWords::default();
        for key in 1..SLOTS as u64 / 2 {
            *words.entry(key) = Class::Say.into();
        }
        assert!((1..SLOTS as u64 / 2).all(|key| words.get(key).has(Class::Say)));
        assert_eq!(words.get(SLOTS as u64), Classes::default());
    }

    #[test]
    fn the_lists_leave_room() {
        assert!(Lexicon::shared().short.words * 2 < SLOTS);
    }
}
