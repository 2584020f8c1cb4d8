//! Exact numbers in words: "twenty-one", "two hundred and five", "half a million", "two and a half".

use rust_decimal::Decimal;

use super::digits::FRACTION_PLACE;
use super::numeral::{Numeral, THOUSAND, numeral};
use super::{Form, Number};
use crate::language::Words;

/// "Half a million", "half-a-dozen", "a half million".
pub(super) fn read_half(words: Words<'_>, at: usize) -> Option<Number> {
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
pub(super) fn read_words(words: Words<'_>, at: usize) -> Option<Number> {
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
