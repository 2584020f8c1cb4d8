//! Numbers looked up by the first eight bytes of a word, all at once: what is asked of every word of a text.

/// Room for twice as many heads as there are, so that nearly every one is found where it is looked for first.
const SLOTS: usize = 1 << SLOT_BITS;
const SLOT_BITS: u32 = 14;

/// A small number by head, which is never zero.
///
/// Heads and numbers lie apart: most words of a text are not known, and only a head is looked at for them, so that the
/// heads of all words stay near the processor.
#[derive(Debug)]
pub(super) struct ByHead {
    heads: Box<[u64; SLOTS]>,
    numbers: Box<[u16; SLOTS]>,
    count: usize,
}

impl Default for ByHead {
    fn default() -> Self {
        Self { heads: slots(), numbers: slots(), count: 0 }
    }
}

#[expect(clippy::unnecessary_box_returns, reason = "they would be moved over the stack")]
fn slots<T: Clone + Default>() -> Box<[T; SLOTS]> {
    let slots = vec![T::default(); SLOTS].into_boxed_slice();
    slots.try_into().unwrap_or_else(|_| unreachable!("there are as many as it has room for"))
}

impl ByHead {
    /// The number of a head; zero for one that was never asked for by [`Self::entry`].
    #[inline]
    pub(super) fn get(&self, head: u64) -> u16 {
        self.numbers[self.place(head)]
    }

    /// The number of a head, to be changed.
    pub(super) fn entry(&mut self, head: u64) -> &mut u16 {
        let place = self.place(head);
        self.count += usize::from(self.heads[place] == 0);
        assert!(self.count < SLOTS, "the lists have outgrown their room");
        self.heads[place] = head;
        &mut self.numbers[place]
    }

    /// Where a head stands, or would stand: behind those that have taken its place.
    #[inline]
    fn place(&self, head: u64) -> usize {
        /// The highest bits of a product with it are of all bits of the other number.
        const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut place = (head.wrapping_mul(MIX) >> (u64::BITS - SLOT_BITS)) as usize;
        while self.heads[place] != head && self.heads[place] != 0 {
            place = (place + 1) % SLOTS;
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::{ByHead, SLOTS};
    use crate::language::Lexicon;

    #[test]
    fn heads_in_each_others_way_are_all_found() {
        let mut numbers = ByHead::default();
        for head in 1..SLOTS as u64 / 2 {
            *numbers.entry(head) = 7;
        }
        assert!((1..SLOTS as u64 / 2).all(|head| numbers.get(head) == 7));
        assert_eq!(numbers.get(SLOTS as u64), 0);
    }

    #[test]
    fn the_lists_leave_room() {
        let lexicon = Lexicon::shared();
        assert!([&lexicon.short, lexicon.long.by_head()].iter().all(|heads| heads.count * 2 < SLOTS));
    }
}
