//! Numbers looked up by what they share: which names hold a word, which sources an acronym.

use rustc_hash::{FxBuildHasher, FxHashMap};

/// Numbers by key, several to a key. All lie in one list, since a story has thousands and each key a few.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// The link that was added last under each key.
    last: FxHashMap<u64, usize>,
    links: Vec<Link>,
}

#[derive(Debug)]
struct Link {
    number: usize,
    before: Option<usize>,
}

impl Index {
    /// An index that has room for so many numbers.
    pub(super) fn with_room(count: usize) -> Self {
        Self { last: FxHashMap::with_capacity_and_hasher(count, FxBuildHasher), links: Vec::with_capacity(count) }
    }

    /// Adds `number` under `key`.
    pub(super) fn add(&mut self, key: u64, number: usize) {
        let before = self.last.insert(key, self.links.len());
        self.links.push(Link { number, before });
    }

    /// The numbers under `key`, the last first.
    pub(super) fn under(&self, key: u64) -> impl Iterator<Item = usize> {
        let link = |at: usize| &self.links[at];
        let last = self.last.get(&key).copied();
        std::iter::successors(last, move |&at| link(at).before).map(move |at| link(at).number)
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
}
