//! Which blocks have something to say to a question that most have nothing to say to.
//!
//! Asking every block at every key press is dear only because there are so many of them. After an edit the blocks that
//! spoke before still do, but for those that the edit has changed, which alone are asked again.

use std::marker::PhantomData;

use super::Story;
use super::note::Note;

/// The numbers of the blocks whose note of this type says something, in order.
struct Register<N> {
    numbers: Vec<usize>,
    of: PhantomData<fn() -> N>,
}

impl Story {
    /// The blocks whose note of this type says something, each by its number with the note, in order.
    pub fn noted<N: Note>(&self) -> impl Iterator<Item = (usize, &N)> {
        let register: &Register<N> = self.keep_made(|| Register { numbers: self.speaking::<N>(), of: PhantomData });
        register.numbers.iter().map(|&number| (number, self.note(number)))
    }

    fn speaking<N: Note>(&self) -> Vec<usize> {
        let speaks = |number: &usize| {
            let may_speak = N::may_speak(self.blocks[*number].alone(&self.text));
            debug_assert!(may_speak || self.note::<N>(*number).is_silent(), "what may not speak is silent");
            may_speak && !self.note::<N>(*number).is_silent()
        };
        let Some((before, changed)) = self.kept::<Register<N>>() else {
            return (0..self.blocks.len()).filter(speaks).collect();
        };
        let changed: Vec<usize> = changed.collect();
        let same = before.numbers.iter().copied().filter(|number| !changed.contains(number));
        let mut numbers: Vec<usize> = same.chain(changed.iter().copied().filter(speaks)).collect();
        numbers.sort_unstable();
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::note::Alone;
    use crate::story::testing::read;

    struct Asks(bool);

    impl Note for Asks {
        fn read(block: Alone<'_>) -> Self {
            Self(block.text().contains('?'))
        }

        fn is_silent(&self) -> bool {
            !self.0
        }
    }

    #[test]
    fn only_the_blocks_that_say_something_are_told_of() {
        let story = read("The harbour is shut.\n\nWho shut it?\n\nNobody knows.\n\nWhen will it open?");
        let asking: Vec<usize> = story.noted::<Asks>().map(|(number, _)| number).collect();
        assert_eq!(asking, [1, 3]);
    }
}
