//! Short words as one number each, whose letters are looked at all at once.

/// No more than eight bytes as a number, the first lowest; `None` for more.
///
/// Two halves that may overlap, rather than one byte after the other.
#[inline]
pub(super) fn packed(bytes: &[u8]) -> Option<u64> {
    let length = bytes.len();
    let half = |half: &[u8; 4]| u64::from(u32::from_le_bytes(*half));
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(head), Some(tail)) if length <= 8 => Some(half(head) | half(tail) << (8 * (length - 4))),
        (Some(_), _) => None,
        _ => {
            let at = |at: usize| bytes.get(at).map_or(0, |&byte| u64::from(byte) << (8 * at));
            Some(at(0) | at(1) | at(2))
        }
    }
}

/// The first eight bytes of a word, or all of fewer, in small letters.
#[inline]
pub(super) fn head(word: &[u8]) -> u64 {
    packed(&word[..word.len().min(8)]).map(lowered).unwrap_or_default()
}

/// The same of a word that is known when the program is built.
pub(super) const fn head_of(word: &[u8]) -> u64 {
    let (mut head, mut at) = (0, 0);
    while at < word.len() && at < 8 {
        head |= (word[at].to_ascii_lowercase() as u64) << (8 * at);
        at += 1;
    }
    head
}

/// A number below 1,024 that a word has in whatever case, and few others have: it tells most words apart without a
/// look at their letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trace(u16);

impl Trace {
    /// No trace is this or more.
    pub(super) const COUNT: usize = 1 << 10;

    /// That of a word with this head and of this length.
    #[inline]
    pub(super) const fn of_head(head: u64, length: usize) -> Self {
        /// The highest bits of a product with it are of all bits of the other number.
        const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
        Self(((head ^ (length as u64) << 59).wrapping_mul(MIX) >> 54) as u16)
    }

    /// That of `word`; of one that is known when the program is built, it is made then.
    #[inline]
    pub fn of(word: &str) -> Self {
        Self::of_head(head(word.as_bytes()), word.len())
    }

    /// The number.
    pub(super) const fn number(self) -> u16 {
        self.0
    }
}

/// The high bit of each byte.
const HIGH: u64 = u64::from_le_bytes([0x80; 8]);

/// Whether all eight bytes are ASCII.
pub(super) fn are_ascii(bytes: u64) -> bool {
    bytes & HIGH == 0
}

/// The ASCII letters that `rest` begins with, no more than eight, as a number in small letters, and how many they are;
/// `None` where it begins with none.
#[inline]
pub(super) fn leading_word(rest: &[u8]) -> Option<(u64, usize)> {
    let small = match rest.first_chunk() {
        Some(eight) => lowered(u64::from_le_bytes(*eight)),
        None => head(rest),
    };
    let count = small_letters(small);
    let beyond = u64::BITS as usize - 8 * count;
    (0 < count).then(|| (small << beyond >> beyond, count))
}

/// How many of eight bytes, lowered, are ASCII letters before the first that is none.
fn small_letters(lowered: u64) -> usize {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    let low = lowered & !HIGH;
    let from_a = low + EACH * (0x80 - u64::from(b'a'));
    let behind_z = low + EACH * (0x7f - u64::from(b'z'));
    let others = (!from_a | behind_z | lowered) & HIGH;
    others.trailing_zeros() as usize / 8
}

/// Eight bytes with ASCII letters in small letters: a byte's high bit tells that it lies above a bound.
pub(super) fn lowered(bytes: u64) -> u64 {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    let low = bytes & !HIGH;
    let from_a = low + EACH * (0x80 - u64::from(b'A'));
    let behind_z = low + EACH * (0x7f - u64::from(b'Z'));
    let capitals = from_a & !behind_z & !bytes & HIGH;
    bytes | capitals >> 2
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{are_ascii, head, head_of, leading_word, lowered, packed};

    #[test]
    fn more_than_eight_bytes_are_no_number() {
        assert_eq!(packed(b""), Some(0));
        assert_eq!(packed(b"abc"), Some(0x0063_6261));
        assert_eq!(packed(b"newsroom").map(u64::to_le_bytes), Some(*b"newsroom"));
        assert_eq!(packed(b"newsrooms"), None);
    }

    proptest! {
        #[test]
        fn eight_letters_are_lowered_as_each_of_them_is(bytes: [u8; 8], length in 0_usize..9) {
            let bytes = &bytes[..length];
            let packed_bytes = packed(bytes).expect("there are no more than eight");
            prop_assert_eq!(&lowered(packed_bytes).to_le_bytes()[..length], bytes.to_ascii_lowercase());
            prop_assert_eq!(are_ascii(packed_bytes), bytes.is_ascii());
            let letters = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            let word = (0 < letters).then(|| (head(&bytes[..letters]), letters));
            prop_assert_eq!(leading_word(bytes), word);
        }

        #[test]
        fn a_head_is_the_same_whenever_it_is_made(word in "[A-Za-zé'’.]{0,12}") {
            prop_assert_eq!(head_of(word.as_bytes()), head(word.as_bytes()));
        }
    }
}
