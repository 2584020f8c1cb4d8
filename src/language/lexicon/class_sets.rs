//! The sets of classes that words are of: some hundred for thousands of words, each told by a number.

use rustc_hash::FxHashMap;

use super::Classes;

/// Sets by their numbers; zero is the empty one.
#[derive(Debug)]
pub(super) struct ClassSets {
    all: Vec<Classes>,
    numbers: FxHashMap<Classes, u16>,
}

impl Default for ClassSets {
    fn default() -> Self {
        let none = Classes::default();
        Self { all: vec![none], numbers: FxHashMap::from_iter([(none, 0)]) }
    }
}

impl ClassSets {
    /// The set with this number, which [`Self::joined`] gave.
    #[inline]
    pub(super) fn get(&self, number: u16) -> Classes {
        self.all[usize::from(number)]
    }

    /// The number of the set with these classes more.
    pub(super) fn joined(&mut self, number: u16, classes: Classes) -> u16 {
        let set = self.get(number) | classes;
        *self.numbers.entry(set).or_insert_with(|| {
            self.all.push(set);
            (self.all.len() - 1).try_into().expect("there are fewer sets than words")
        })
    }
}
