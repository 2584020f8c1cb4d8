//! Half characters in JSON: an editor that counts in UTF-16 may send one half of a pair in one edit and the other in
//! the next. No text can hold half a character, but the place of one: it is as wide in UTF-16 as the half.

use std::borrow::Cow;

/// What stands for half a character.
const REPLACEMENT: &[u8] = b"\\ufffd";

/// How long a character's escape is: `\ud83d`.
const ESCAPE: usize = 6;

/// The JSON with [`REPLACEMENT`] in the place of each half of a character whose other half is not beside it.
pub(super) fn mended(json: &[u8]) -> Cow<'_, [u8]> {
    let mut mended = Vec::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(slash) = json[at..].iter().position(|&byte| byte == b'\\') {
        at += slash;
        let length = match (half(&json[at..]), half(&json[(at + ESCAPE).min(json.len())..])) {
            (Some(Half::First), Some(Half::Second)) => 2 * ESCAPE,
            (Some(_), _) => {
                mended.extend([&json[copied..at], REPLACEMENT].concat());
                copied = at + ESCAPE;
                ESCAPE
            }
            // The escaped letter may be a backslash itself.
            (None, _) => 2,
        };
        at = (at + length).min(json.len());
    }
    if copied == 0 {
        return Cow::Borrowed(json);
    }
    mended.extend(&json[copied..]);
    Cow::Owned(mended)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    First,
    Second,
}

/// Which half of a character the escape at the start of `json` is, if it is one.
fn half(json: &[u8]) -> Option<Half> {
    let digits = json.get(..ESCAPE)?.strip_prefix(b"\\u")?;
    let unit = u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    match unit {
        0xD800..=0xDBFF => Some(Half::First),
        0xDC00..=0xDFFF => Some(Half::Second),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::mended;

    fn check(json: &str, expected: &str) {
        assert_eq!(std::str::from_utf8(&mended(json.as_bytes())), Ok(expected));
    }

    #[test]
    fn a_half_without_its_other_half_is_replaced() {
        check(r#""a\ud83db""#, r#""a\ufffdb""#);
        check(r#""\uDCA3\ud83d""#, r#""\ufffd\ufffd""#);
        check(r#""\ud83d\ud83d\udca3""#, r#""\ufffd\ud83d\udca3""#);
        check(r"\ud83d", r"\ufffd");
    }

    #[test]
    fn whole_characters_and_escaped_backslashes_stay() {
        for json in [r#""\ud83d\udca3 \u00e9 \n""#, r#""\\ud83d""#, r#""💣""#, r#""\u+d83""#, r"\", r"\ud83"] {
            check(json, json);
        }
    }
}
