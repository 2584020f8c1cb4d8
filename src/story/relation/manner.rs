//! Knows in which manner each figure is told, as far as its own block says.
//!
//! Those who hold a figure against all that the story told before begin with those few that can be meant: "the 47 job
//! losses", "a nine-year sentence". The words around the others need not be read again with each key.

use super::telling::Telling;
use super::{Story, attributive, compound, conflict, counted_again, owned, recalled, scale};

/// A manner of telling a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// The words before it say that the reader knows it: "the 47 job losses".
    ComesBack,
    /// The same, or that it is somebody's: "its 412 homes".
    IsReferredTo,
    /// It may contradict one told before.
    MayContradict,
    /// One told later may contradict it.
    MayBeContradicted,
    /// It is so large that two of its digits may have changed places.
    IsLong,
    /// A word near it has it be another.
    IsAnother,
    /// A clause says which are meant: "the 34 people who stayed".
    IsDescribed,
    /// An amount that the reader knows stands before its noun: "the £4.3m reliquary".
    IsBeforeNoun,
    /// It is one word with a unit and stands before its noun: "the 430-km pipeline".
    IsCompound,
    /// It says what somebody has: "his eleven symphonies".
    IsOwned,
    /// It comes back as all that somebody has: "of the 12 symphonies".
    IsOfAll,
    /// A sum so large that it may be told on another scale.
    IsLargeSum,
    /// It counts again all of what the reader has met: "the city's 17 tow companies".
    IsCountedAgain,
}

/// The manners of a telling.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Manners(u16);

impl Manners {
    /// Those of a telling in a story that may be its block alone.
    pub(super) fn of(story: &Story, telling: &Telling<'_>) -> Self {
        let told = [
            (Manner::ComesBack, conflict::comes_back(story, telling)),
            (Manner::IsReferredTo, conflict::is_referred_to(story, telling)),
            (Manner::MayContradict, conflict::may_contradict(story, telling)),
            (Manner::MayBeContradicted, conflict::may_be_contradicted(story, telling)),
            (Manner::IsLong, conflict::is_long(telling)),
            (Manner::IsAnother, conflict::is_another(story, telling)),
            (Manner::IsDescribed, recalled::is_described(story, telling)),
            (Manner::IsBeforeNoun, attributive::is_before_noun(story, telling)),
            (Manner::IsCompound, compound::is_compound(story, telling)),
            (Manner::IsOwned, owned::is_owned(story, telling)),
            (Manner::IsOfAll, owned::is_of_them_all(story, telling)),
            (Manner::IsLargeSum, scale::is_large_sum(story, telling)),
            (Manner::IsCountedAgain, counted_again::is_counted_again(story, telling)),
        ];
        Self(told.into_iter().filter(|(_, is_so)| *is_so).fold(0, |all, (manner, _)| all | manner.bit()))
    }

    /// Whether it is told in this manner.
    pub(super) fn has(self, manner: Manner) -> bool {
        self.0 & manner.bit() != 0
    }
}

impl Manner {
    fn bit(self) -> u16 {
        1 << self as u16
    }
}
