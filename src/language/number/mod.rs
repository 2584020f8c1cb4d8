//! Reads numbers as news writes them: "1,234.5", "4.2m", "two dozen", "half a million", "tens of thousands".
//!
//! Knows what a number is worth and how precisely it is written; knows neither what it counts
//! nor whether it is a figure at all. Parts of a whole ("two-thirds") are read by `share`.

use rust_decimal::Decimal;

use super::{Class, TokenKind, Words};

/// A number, scaled, as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// What it is worth: 4,200,000 for "4.2 million".
    pub value: Decimal,
    /// What its last written place is worth, where it has decimals or a scale: 100,000 for "4.2 million".
    pub place: Option<Decimal>,
    /// The factor of its scale word or letter; 1 without one.
    pub scale: Decimal,
    /// How it is written.
    pub form: Form,
    /// The position behind its last token.
    pub end: usize,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In digits, with or without a scale: "1,234.5", "4.2m", "3 1/2".
    Digits,
    /// In words: "two hundred and five", "half a million".
    Words,
    /// In a word that leaves it open, from the value up to this; `None` for no bound: "dozens", "a couple".
    Vague(Option<Decimal>),
}

/// What one word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numeral {
    /// One to nineteen.
    Small(i64),
    /// Twenty, thirty … ninety.
    Tens(i64),
    /// Hundred and dozen, which multiply but leave the number exact.
    Group(i64),
    /// Thousand and beyond.
    Scale(i64),
    /// "Dozens", "thousands".
    Many(i64),
}

const NUMERALS: &[(&str, Numeral)] = &[
    ("one", Numeral::Small(1)),
    ("two", Numeral::Small(2)),
    ("three", Numeral::Small(3)),
    ("four", Numeral::Small(4)),
    ("five", Numeral::Small(5)),
    ("six", Numeral::Small(6)),
    ("seven", Numeral::Small(7)),
    ("eight", Numeral::Small(8)),
    ("nine", Numeral::Small(9)),
    ("ten", Numeral::Small(10)),
    ("eleven", Numeral::Small(11)),
    ("twelve", Numeral::Small(12)),
    ("thirteen", Numeral::Small(13)),
    ("fourteen", Numeral::Small(14)),
    ("fifteen", Numeral::Small(15)),
    ("sixteen", Numeral::Small(16)),
    ("seventeen", Numeral::Small(17)),
    ("eighteen", Numeral::Small(18)),
    ("nineteen", Numeral::Small(19)),
    ("twenty", Numeral::Tens(20)),
    ("thirty", Numeral::Tens(30)),
    ("forty", Numeral::Tens(40)),
    ("fifty", Numeral::Tens(50)),
    ("sixty", Numeral::Tens(60)),
    ("seventy", Numeral::Tens(70)),
    ("eighty", Numeral::Tens(80)),
    ("ninety", Numeral::Tens(90)),
    ("dozen", Numeral::Group(12)),
    ("hundred", Numeral::Group(100)),
    ("thousand", Numeral::Scale(THOUSAND)),
    ("lakh", Numeral::Scale(100_000)),
    ("million", Numeral::Scale(MILLION)),
    ("crore", Numeral::Scale(10_000_000)),
    ("billion", Numeral::Scale(BILLION)),
    ("trillion", Numeral::Scale(TRILLION)),
    ("tens", Numeral::Many(10)),
    ("dozens", Numeral::Many(12)),
    ("hundreds", Numeral::Many(100)),
    ("thousands", Numeral::Many(THOUSAND)),
    ("millions", Numeral::Many(MILLION)),
    ("billions", Numeral::Many(BILLION)),
    ("trillions", Numeral::Many(TRILLION)),
];

/// "3 1/2" is as precise as "3.5".
const FRACTION_PLACE: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

const THOUSAND: i64 = 1_000;
const MILLION: i64 = 1_000_000;
const BILLION: i64 = 1_000_000_000;
const TRILLION: i64 = 1_000_000_000_000;

/// Reads the number that begins with the token at `at`; `None` if none does, or if it is too long to hold.
pub fn read_number(words: Words<'_>, at: usize) -> Option<Number> {
    match words.kind(at)? {
        TokenKind::Number => read_digits(words, at),
        TokenKind::Word => read_vague(words, at).or_else(|| read_half(words, at)).or_else(|| read_words(words, at)),
        _ => None,
    }
}

/// "1,234.5", "4.2m", "$33million", "10 million", "3 1/2".
fn read_digits(words: Words<'_>, at: usize) -> Option<Number> {
    let written = words.written(at);
    let (mut value, mut place) = match glyph_value(written) {
        Some(part) => (part, Some(Decimal::new(1, 2))),
        None => read_decimal(written)?,
    };
    let mut end = at + 1;
    if let Some((part, behind)) = read_fraction_tail(words, end).filter(|_| place.is_none()) {
        (value, place, end) = (value.checked_add(part)?.normalize(), Some(FRACTION_PLACE), behind);
    }
    let Some((scale, behind)) = read_scale(words, end) else {
        return Some(Number { value, place, scale: Decimal::ONE, form: Form::Digits, end });
    };
    let scaled_place = place.unwrap_or(Decimal::ONE).checked_mul(scale)?;
    // "3 dozen" and "2 hundred" are counted, not rounded.
    let place = (place.is_some() || scale >= THOUSAND.into()).then_some(scaled_place);
    let value = value.checked_mul(scale)?.normalize();
    Some(Number { value, place, scale, form: Form::Digits, end: behind })
}

/// The value of a digit token, and the worth of its last decimal; `None` for "1.2.3" and "007".
fn read_decimal(written: &str) -> Option<(Decimal, Option<Decimal>)> {
    let mut digits = [0_u8; 32];
    let mut length = 0;
    let mut decimals = None;
    for byte in written.bytes().filter(|&byte| byte != b',') {
        match byte {
            b'.' if decimals.is_some() => return None,
            b'.' => decimals = Some(0),
            _ => decimals = decimals.map(|count| count + 1),
        }
        *digits.get_mut(length)? = byte;
        length += 1;
    }
    let plain = std::str::from_utf8(&digits[..length]).ok()?;
    if plain.len() > 1 && plain.starts_with('0') && !plain.starts_with("0.") {
        return None;
    }
    let value = plain.parse::<Decimal>().ok()?;
    // More decimals than a decimal holds would be rounded silently, and no story prints them.
    let place = decimals.map(|count| Decimal::try_new(1, count).ok());
    match place {
        Some(None) => None,
        place => Some((value, place.flatten())),
    }
}

/// "½" and its like.
fn glyph_value(written: &str) -> Option<Decimal> {
    match written {
        "½" => Some(Decimal::new(5, 1)),
        "¼" => Some(Decimal::new(25, 2)),
        "¾" => Some(Decimal::new(75, 2)),
        _ => None,
    }
}

/// The fraction behind a whole number: "1/2" in "3 1/2" and "3-1/2", "½" in "3½".
fn read_fraction_tail(words: Words<'_>, behind: usize) -> Option<(Decimal, usize)> {
    if let Some(part) = glyph_value(words.written(behind)) {
        return Some((part, behind + 1));
    }
    let at = words.past_hyphen(behind);
    let tied = words.written(at + 1) == "/" && words.is_glued(at + 1) && words.is_glued(at + 2);
    if !tied || (words.is_glued(at) && at == behind) || words.written(at + 3) == "/" {
        return None;
    }
    let top: u8 = words.written(at).parse().ok()?;
    let bottom: u8 = words.written(at + 2).parse().ok()?;
    let is_proper = 0 < top && top < bottom && bottom <= 32;
    is_proper.then(|| (Decimal::from(top) / Decimal::from(bottom), at + 3))
}

/// The scale behind digits: "m", "bn", "mln", "million", "-million".
fn read_scale(words: Words<'_>, at: usize) -> Option<(Decimal, usize)> {
    let word = words.past_hyphen(at);
    if words.kind(word) != Some(TokenKind::Word) {
        return None;
    }
    let written = words.written(word);
    let factor = match numeral(words, word) {
        Some(Numeral::Group(factor) | Numeral::Scale(factor)) => Some(factor),
        _ => letter_scale(written, words.is_glued(word) && word == at),
    };
    // "4.2 million-dollar" is scaled; the "m" of "10m-high" and "17m/s" is a metre.
    let is_letter = written.len() == 1;
    let is_tied = words.is_hyphen(word + 1) || (words.written(word + 1) == "/" && words.is_glued(word + 1));
    let factor = factor.filter(|_| !(is_letter && (is_tied || is_race(words, word))))?;
    Some((Decimal::from(factor), word + 1))
}

/// "The men's 800m", "a 100m race": the "m" of a track's lengths is a metre where the words around tell of one.
fn is_race(words: Words<'_>, letter: usize) -> bool {
    const LENGTHS: &[&str] =
        &["50", "60", "100", "110", "200", "400", "800", "1500", "1,500", "1,000", "3,000", "5,000", "10,000"];
    const BEFORE: &[&str] = &["the", "'s", "’s", "olympic", "indoor", "world", "over", "final", "metres"];
    const BEHIND: &[&str] = &[
        "race",
        "races",
        "final",
        "finals",
        "sprint",
        "hurdles",
        "relay",
        "champion",
        "record",
        "title",
        "gold",
        "silver",
        "bronze",
        "freestyle",
        "butterfly",
        "backstroke",
        "breaststroke",
        "medley",
        "runner",
        "sprinter",
        "heat",
        "heats",
    ];
    let digits = letter.wrapping_sub(1);
    let is_length = words.is(letter, "m") && LENGTHS.contains(&words.written(digits));
    let tells = words.is_any(digits.wrapping_sub(1), BEFORE) || words.is_any(letter + 1, BEHIND);
    is_length && tells && words.written(digits.wrapping_sub(1)) != "$"
}

fn letter_scale(written: &str, glued: bool) -> Option<i64> {
    match written {
        "mln" | "mn" | "Mln" | "MLN" | "mil" => Some(MILLION),
        "bln" | "bn" | "Bn" | "BN" | "Bln" => Some(BILLION),
        "tn" | "trn" | "tln" => Some(TRILLION),
        "k" | "K" if glued => Some(THOUSAND),
        "m" | "M" if glued => Some(MILLION),
        "b" | "B" if glued => Some(BILLION),
        "T" if glued => Some(TRILLION),
        _ => None,
    }
}

/// "Dozens", "tens of thousands", "a couple", "several hundred", "a few dozen".
fn read_vague(words: Words<'_>, at: usize) -> Option<Number> {
    let vague = |value: i64, high: Option<i64>, end| {
        let form = Form::Vague(high.map(Decimal::from));
        Some(Number { value: value.into(), place: None, scale: Decimal::ONE, form, end })
    };
    if let Some(Numeral::Many(unit)) = numeral(words, at) {
        let outer = words.is(at + 1, "of").then(|| numeral(words, at + 2)).flatten();
        return match outer {
            Some(Numeral::Many(scale)) if unit < scale => vague(2 * unit * scale, None, at + 3),
            // "Tens" alone measures nothing: a player in his teens and tens of others.
            _ if unit == 10 => None,
            _ => vague(2 * unit, None, at + 1),
        };
    }
    let head = if words.is(at, "a") { at + 1 } else { at };
    let group = match numeral(words, head + 1) {
        Some(Numeral::Group(unit) | Numeral::Scale(unit)) => Some(unit),
        _ => None,
    };
    match (words.written(head).to_ascii_lowercase().as_str(), group) {
        ("couple", Some(unit)) if head > at => vague(2 * unit, Some(3 * unit), head + 2),
        ("couple", None) if head > at && counts_a_couple(words, head) => vague(2, Some(3), head + 1),
        ("several" | "few", Some(unit)) => vague(2 * unit, Some(9 * unit), head + 2),
        _ => None,
    }
}

/// "A couple of days", "a couple more": the married couple is no number.
fn counts_a_couple(words: Words<'_>, head: usize) -> bool {
    words.is_any(head + 1, &["of", "more", "dozen"])
}

/// "Half a million", "half-a-dozen", "a half million".
fn read_half(words: Words<'_>, at: usize) -> Option<Number> {
    let half = if words.is(at, "a") { words.past_hyphen(at + 1) } else { at };
    if !words.is(half, "half") {
        return None;
    }
    let article = words.past_hyphen(half + 1);
    let has_article = words.is_any(article, &["a", "an"]);
    let unit = if has_article { words.past_hyphen(article + 1) } else { article };
    match numeral(words, unit)? {
        Numeral::Group(value) => Some(worded(Decimal::from(value / 2), 1, unit + 1)),
        Numeral::Scale(value) => {
            let number = worded(Decimal::from(value / 2), 1, unit + 1);
            Some(Number { place: Some(Decimal::from(value / 10)), ..number })
        }
        _ => None,
    }
}

/// "Twenty-one", "two hundred and five", "a million", "two and a half million", "three dozen".
fn read_words(words: Words<'_>, at: usize) -> Option<Number> {
    let has_article = words.is_any(at, &["a", "an"]);
    let first = if has_article { words.past_hyphen(at + 1) } else { at };
    let opening = numeral(words, first)?;
    // A bare "million" scales something that is not there: "$TK million".
    let can_open = if has_article {
        matches!(opening, Numeral::Group(_) | Numeral::Scale(_))
    } else {
        !matches!(opening, Numeral::Scale(_))
    };
    if !can_open {
        return None;
    }
    let mut sum = Sum { total: 0, group: 0, scale: 1, factor: 1, last: None };
    let mut end = first;
    while let Some((next, word)) = next_numeral(words, end, first, &sum) {
        sum.add(word);
        end = next + 1;
    }
    if end == first || is_ordinal_tail(words, end) {
        return None;
    }
    Some(read_and_a_half(words, &sum, end).unwrap_or_else(|| sum.to_number(end)))
}

fn worded(value: Decimal, scale: i64, end: usize) -> Number {
    let place = (scale >= THOUSAND).then(|| Decimal::from(scale));
    Number { value, place, scale: scale.into(), form: Form::Words, end }
}

/// The numeral that carries on the number read so far, over a hyphen or an "and", and its position.
fn next_numeral(words: Words<'_>, end: usize, first: usize, sum: &Sum) -> Option<(usize, Numeral)> {
    if end == first {
        return Some((end, numeral(words, end)?)).filter(|&(_, word)| sum.fits(word));
    }
    let hyphened = words.past_hyphen(end);
    let is_and = words.is(end, "and") && matches!(sum.last, Some(Numeral::Group(100) | Numeral::Scale(THOUSAND)));
    let next = if is_and { end + 1 } else { hyphened };
    let word = numeral(words, next)?;
    // "Two hundred and five" but not "two hundred and two thousand", which are two numbers of a list.
    let continues = !is_and || (matches!(word, Numeral::Small(_) | Numeral::Tens(_)) && !is_scaled(words, next + 1));
    (continues && sum.fits(word)).then_some((next, word))
}

fn is_scaled(words: Words<'_>, at: usize) -> bool {
    matches!(numeral(words, at), Some(Numeral::Group(_) | Numeral::Scale(_)))
}

/// "-first" in "twenty-first".
fn is_ordinal_tail(words: Words<'_>, end: usize) -> bool {
    const ORDINALS: &[&str] = &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
    words.is_hyphen(end) && words.is_any(end + 1, ORDINALS)
}

/// "Two and a half", "one-and-a-half million".
fn read_and_a_half(words: Words<'_>, sum: &Sum, end: usize) -> Option<Number> {
    let and = words.past_hyphen(end);
    let article = words.past_hyphen(and + 1);
    let half = words.past_hyphen(article + 1);
    let is_small = matches!(sum.last, Some(Numeral::Small(_)));
    if !is_small || !words.is(and, "and") || !words.is(article, "a") || !words.is(half, "half") {
        return None;
    }
    let value = Decimal::from(sum.value()) + Decimal::new(5, 1);
    let scale = words.past_hyphen(half + 1);
    Some(match numeral(words, scale) {
        Some(Numeral::Scale(factor)) => {
            let place = FRACTION_PLACE.checked_mul(factor.into());
            Number { place, ..worded(value.checked_mul(factor.into())?.normalize(), factor, scale + 1) }
        }
        _ => Number { place: Some(FRACTION_PLACE), ..worded(value, 1, half + 1) },
    })
}

/// A number in words as far as it has been read.
struct Sum {
    /// What the scales so far have closed off.
    total: i64,
    /// What waits for a scale.
    group: i64,
    /// The last scale; 1 where smaller words follow it.
    scale: i64,
    /// All that multiplies the last small number: 100,000 in "three hundred thousand".
    factor: i64,
    /// The last numeral.
    last: Option<Numeral>,
}

impl Sum {
    fn value(&self) -> i64 {
        self.total + self.group
    }

    fn to_number(&self, end: usize) -> Number {
        Number { scale: self.factor.into(), ..worded(Decimal::from(self.value()), self.scale, end) }
    }

    fn fits(&self, word: Numeral) -> bool {
        match (self.last, word) {
            (_, Numeral::Many(_)) => false,
            (None, _) | (Some(Numeral::Group(100) | Numeral::Scale(_)), Numeral::Small(_) | Numeral::Tens(_)) => true,
            (Some(Numeral::Tens(_)), Numeral::Small(unit)) => unit < 10,
            (Some(Numeral::Small(_) | Numeral::Tens(_)), Numeral::Group(_)) => self.group < 100,
            (Some(Numeral::Small(_) | Numeral::Tens(_) | Numeral::Group(100)), Numeral::Scale(scale)) => {
                // Each scale must be below those before: "one million two hundred thousand".
                self.total % (scale * THOUSAND) == 0
            }
            _ => false,
        }
    }

    fn add(&mut self, word: Numeral) {
        match word {
            Numeral::Small(value) | Numeral::Tens(value) => {
                self.group += value;
                (self.scale, self.factor) = (1, 1);
            }
            Numeral::Group(factor) => {
                self.group = self.group.max(1) * factor;
                self.factor *= factor;
            }
            Numeral::Scale(factor) | Numeral::Many(factor) => {
                self.total += self.group.max(1) * factor;
                self.group = 0;
                self.scale = factor;
                self.factor *= factor;
            }
        }
        self.last = Some(word);
    }
}

fn numeral(words: Words<'_>, at: usize) -> Option<Numeral> {
    if !words.has(at, Class::NumberWord) {
        return None;
    }
    let written = words.written(at);
    NUMERALS.iter().find(|(word, _)| word.eq_ignore_ascii_case(written)).map(|&(_, numeral)| numeral)
}

/// What "twofold" to "tenfold" multiply by; `None` for other words.
pub fn fold_value(word: &str) -> Option<Decimal> {
    let stem = word.get(..word.len().checked_sub(4)?).filter(|stem| word[stem.len()..].eq_ignore_ascii_case("fold"))?;
    let (_, numeral) = NUMERALS[1..10].iter().find(|(name, _)| name.eq_ignore_ascii_case(stem))?;
    match *numeral {
        Numeral::Small(value) => Some(value.into()),
        _ => None,
    }
}

/// What "two", "ten" and the like below twenty are worth; `None` for other words.
pub(super) fn small_value(words: Words<'_>, at: usize) -> Option<u32> {
    match numeral(words, at)? {
        Numeral::Small(value) => u32::try_from(value).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
