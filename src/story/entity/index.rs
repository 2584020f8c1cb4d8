//! Numbers looked up by what they share: which names hold a word, which sources an acronym.

use std::num::NonZeroU32;

/// Numbers by key, several to a key. All lie in one list, since a story has thousands and each key a few.
///
/// It is made anew at every key press within a name. To add a number costs as good as nothing: nobody asks whether its
/// key is known until it is looked up.
#[derive(Debug)]
pub(super) struct Index {
    /// The link that was added last of all keys that share a bucket.
    last: Vec<Option<Place>>,
    links: Vec<Link>,
}

#[derive(Debug)]
struct Link {
    key: u64,
    number: u32,
    /// The one added before it to its bucket.
    before: Option<Place>,
}

/// The place of a link among them, counted from one: buckets that hold none are as short.
type Place = NonZeroU32;

impl Default for Index {
    fn default() -> Self {
        Self::with_room(0)
    }
}

impl Index {
    /// An index that has room for so many numbers.
    pub(super) fn with_room(count: usize) -> Self {
        Self { last: vec![None; count.next_power_of_two()], links: Vec::with_capacity(count) }
    }

    /// Adds `number` under `key`.
    pub(super) fn add(&mut self, key: u64, number: usize) {
        if self.last.len() == self.links.len() {
            self.grow();
        }
        let bucket = self.bucket(key);
        let before = self.last[bucket];
        self.links.push(Link { key, number: number as u32, before });
        self.last[bucket] = Place::new(self.links.len() as u32);
    }

    /// The numbers under `key`, the last first.
    pub(super) fn under(&self, key: u64) -> impl Iterator<Item = usize> {
        let link = |at: Place| &self.links[at.get() as usize - 1];
        let in_bucket = std::iter::successors(self.last[self.bucket(key)], move |&at| link(at).before);
        in_bucket.map(link).filter(move |link| link.key == key).map(|link| link.number as usize)
    }

    fn bucket(&self, key: u64) -> usize {
        key as usize & (self.last.len() - 1)
    }

    fn grow(&mut self) {
        let links = std::mem::take(&mut self.links);
        *self = Self::with_room(2 * links.len());
        for link in links {
            self.add(link.key, link.number as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Index;

    #[test]
    fn numbers_come_back_by_key_the_last_first() {
        let mut index = Index::default();
        for (key, number) in [(7, 1), (8, 2), (7, 3)] {
            index.add(key, number);
        }
        assert_eq!(index.under(7).collect::<Vec<_>>(), [3, 1]);
        assert_eq!(index.under(8).collect::<Vec<_>>(), [2]);
        assert_eq!(index.under(9).count(), 0);
    }

    #[test]
    fn keys_of_one_bucket_are_told_apart() {
        let mut index = Index::with_room(4);
        (0..100).for_each(|number| index.add(8 * (number as u64 % 5), number));
        assert_eq!(index.under(16).take(3).collect::<Vec<_>>(), [97, 92, 87]);
        assert_eq!(index.under(24).count(), 20);
        assert_eq!(index.under(40).count(), 0);
    }
}
