//! Tells most keys from those of a set by one bit each.

/// A bit for what tells each of some keys from most others.
#[derive(Debug)]
pub struct Glances([u64; Glances::BITS / 64]);

impl Glances {
    /// Enough for the words of a long story: of other keys hardly any shares a bit with one of them.
    const BITS: usize = 1 << 13;

    /// Those of `keys`, whose highest bits are as good as drawn by lot.
    pub fn of(keys: impl IntoIterator<Item = u64>) -> Self {
        let mut bits = [0; Self::BITS / 64];
        for (part, bit) in keys.into_iter().map(Self::place) {
            bits[part] |= bit;
        }
        Self(bits)
    }

    /// Whether this may be one of the keys.
    pub fn may_show(&self, key: u64) -> bool {
        let (part, bit) = Self::place(key);
        self.0[part] & bit != 0
    }

    /// The part that has the bit of a key, and the bit.
    fn place(key: u64) -> (usize, u64) {
        let glance = (key >> (u64::BITS - Self::BITS.ilog2())) as usize;
        (glance / 64, 1 << (glance % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::Glances;

    #[test]
    fn a_key_of_the_set_shows_and_nearly_all_others_do_not() {
        let key = |number: u64| number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let glances = Glances::of((0..100).map(key));
        assert!((0..100).map(key).all(|key| glances.may_show(key)));
        let others = (100..1_100).map(key).filter(|&key| glances.may_show(key)).count();
        assert!(others < 30, "{others} of 1,000");
    }
}
