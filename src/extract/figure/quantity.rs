//! A number with the signs that belong to it: currency, scale, percent.

use rust_decimal::Decimal;

use super::margin::is_margin;
use super::measure::currency_of_word;
use crate::language::{Form, Number, TokenKind, Words, read_number};

/// A number with its currency sign, scale and percent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    /// The position of its first token.
    pub(super) first: usize,
    /// The position behind its last token.
    pub(super) end: usize,
    /// What it is worth and how precisely it is written.
    pub(super) number: Number,
    /// What the signs say of it.
    pub(super) sign: Sign,
}

/// What the signs at a number say that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// There are none.
    None,
    /// A sum in the currency of this code.
    Currency(&'static str),
    /// Percent.
    Percent,
    /// Percentage points.
    Points,
    /// Basis points.
    BasisPoints,
}

impl Quantity {
    /// Whether it is a whole number in digits, without sign, scale or decimals.
    pub(super) fn is_plain(&self) -> bool {
        let whole = self.number.place.is_none() && self.number.form == Form::Digits;
        whole && self.sign == Sign::None && self.number.scale == Decimal::ONE
    }

    /// Whether it is a number in words.
    pub(super) fn is_worded(&self) -> bool {
        self.number.form != Form::Digits
    }
}

/// Reads the quantity whose number begins at `at`, or whose currency sign stands there; `None` if none does.
pub(super) fn read_quantity(words: Words<'_>, at: usize) -> Option<Quantity> {
    let digits = behind_currency(words, at);
    if digits > at && words.kind(digits) != Some(TokenKind::Number) {
        return None;
    }
    let mut number = read_number(words, digits)?;
    let (first, currency) = read_currency_before(words, digits);
    let negative = negative_begin(words, first);
    if negative.is_some() {
        number.value.set_sign_negative(true);
    }
    let first = negative.unwrap_or(first);
    if let Some(code) = currency {
        number = with_spaced_scale(words, number)?;
        return Some(Quantity { first, end: number.end, number, sign: Sign::Currency(code) });
    }
    let (sign, end) = read_percent(words, number.end).unwrap_or((Sign::None, number.end));
    Some(Quantity { first, end, number, sign })
}

/// Where the minus before the token at `first` stands; `None` where a hyphen joins or a dash parts.
fn negative_begin(words: Words<'_>, first: usize) -> Option<usize> {
    let before = first.wrapping_sub(1);
    let is_sign = matches!(words.written(before), "-" | "−") && words.is_glued(first);
    let opens = !words.is_glued(before) || matches!(words.written(before.wrapping_sub(1)), "(" | "/");
    let is_negative = (is_sign && opens) || words.is(before, "minus");
    (is_negative && !is_margin(words, first)).then_some(before)
}

/// The position behind a currency sign or code at `at`, or `at` itself where there is none.
fn behind_currency(words: Words<'_>, at: usize) -> usize {
    let written = words.written(at);
    if words.written(at + 1) == "$" && words.is_glued(at + 1) && currency_of_country(written).is_some() {
        return at + 2;
    }
    let is_currency =
        currency_of_sign(written).is_some() || currency_of_code(written).is_some() || is_rand(words, at + 1);
    if is_currency { at + 1 } else { at }
}

/// "$4.2 m": a lone letter is a scale where a currency sign rules out metres.
fn with_spaced_scale(words: Words<'_>, number: Number) -> Option<Number> {
    let factor = match words.written(number.end) {
        "m" | "M" => 1_000_000_i64,
        "b" | "B" => 1_000_000_000,
        _ => return Some(number),
    };
    let scale = Decimal::from(factor);
    if number.scale != Decimal::ONE {
        return Some(number);
    }
    let place = number.place.unwrap_or(Decimal::ONE).checked_mul(scale)?;
    let value = number.value.checked_mul(scale)?.normalize();
    Some(Number { value, place: Some(place), scale, end: number.end + 1, ..number })
}

/// The currency before the digits at `digits`, and where the quantity then begins.
fn read_currency_before(words: Words<'_>, digits: usize) -> (usize, Option<&'static str>) {
    let sign = digits.wrapping_sub(1);
    if words.kind(digits) != Some(TokenKind::Number) {
        return (digits, None);
    }
    if let Some(code) = currency_of_sign(words.written(sign)) {
        let country = sign.wrapping_sub(1);
        let of_country = words.is_glued(sign).then(|| currency_of_country(words.written(country))).flatten();
        return of_country.map_or((sign, Some(code)), |code| (country, Some(code)));
    }
    match currency_of_code(words.written(sign)) {
        Some(code) => (sign, Some(code)),
        None if is_rand(words, digits) => (sign, Some("ZAR")),
        None => (digits, None),
    }
}

/// "R14,784", "R22m", "R1.5 billion", "a fine of R500": rand rather than a road, a model or a rating.
fn is_rand(words: Words<'_>, digits: usize) -> bool {
    const SCALES: &[&str] = &["m", "bn", "b", "k", "mn", "million", "billion", "trillion"];
    const LEADS: &[&str] = &[
        "of", "for", "by", "from", "to", "at", "than", "cost", "costs", "costing", "pay", "pays", "paid", "paying",
        "only", "just", "is", "was", "about", "around", "another", "extra", "under", "over", "up", "earn", "earns",
        "earned", "gets", "get", "got", "owes", "owed", "and", "or", "nearly", "almost", "worth", "charge", "charges",
        "spent",
    ];
    const ROADS: &[&str] = &["road", "route", "highway", "roads", "bus", "between", "near", "freeway", "interchange"];
    const RATES: &[&str] = &["a", "an", "per", "each", "apiece", "/"];
    let sign = digits.wrapping_sub(1);
    if words.written(sign) != "R" || !words.is_glued(digits) || words.kind(digits) != Some(TokenKind::Number) {
        return false;
    }
    // "EUR500" is one word, "Audi-R8" a model.
    if words.is_glued(sign)
        && !matches!(words.written(sign.wrapping_sub(1)), "(" | "-" | "–" | "—" | "“" | "‘" | "\"" | "/")
    {
        return false;
    }
    let written = words.written(digits);
    let is_scaled = words.is_any(words.past_hyphen(digits + 1), SCALES);
    if written.contains([',', '.']) || is_scaled || 4 <= written.len() {
        return true;
    }
    let before = sign.wrapping_sub(1);
    // "R600 to R750 million"
    let joint = digits + 1;
    let is_range = (words.is_any(joint, &["to", "and", "or"]) || words.is_joining_dash(joint))
        && words.written(joint + 1) == "R"
        && words.kind(joint + 2) == Some(TokenKind::Number)
        && words.is_any(joint + 3, SCALES);
    if is_range {
        return true;
    }
    let is_road = words.is_any(digits + 1, ROADS) || words.is_any(before, &["the", "on", "along", "via"]);
    !is_road && (words.is_any(before, LEADS) && 2 <= written.len() || words.is_any(digits + 1, RATES))
}

/// The code of the currency of a sign; `None` for any other mark.
pub(super) fn currency_of_sign(sign: &str) -> Option<&'static str> {
    match sign {
        "$" => Some("USD"),
        "£" => Some("GBP"),
        "€" => Some("EUR"),
        "¥" => Some("JPY"),
        "₹" => Some("INR"),
        "₽" => Some("RUB"),
        "₴" => Some("UAH"),
        "₩" => Some("KRW"),
        "₺" => Some("TRY"),
        "₪" => Some("ILS"),
        "₦" => Some("NGN"),
        _ => None,
    }
}

/// The code of the dollar that the letters before "$" stand for.
fn currency_of_country(letters: &str) -> Option<&'static str> {
    match letters {
        "US" | "U.S." => Some("USD"),
        "A" | "AU" | "Aus" => Some("AUD"),
        "C" | "CA" | "Can" => Some("CAD"),
        "HK" => Some("HKD"),
        "NZ" => Some("NZD"),
        "F" | "FJ" => Some("FJD"),
        "S" => Some("SGD"),
        "NT" => Some("TWD"),
        "R" => Some("BRL"),
        _ => None,
    }
}

/// The code of a currency written in letters before its sum: "EUR 5m", "Rs 128.40".
fn currency_of_code(word: &str) -> Option<&'static str> {
    const CODES: &[&str] = &[
        "USD", "GBP", "EUR", "JPY", "AUD", "CAD", "NZD", "HKD", "SGD", "CHF", "CNY", "RMB", "INR", "RUB", "UAH", "SEK",
        "NOK", "DKK", "PLN", "CZK", "HUF", "ZAR", "KES", "NGN", "BRL", "MXN", "TRY", "ILS", "KRW",
    ];
    match word {
        "Rs" | "Rs." => Some("INR"),
        "Sh" | "KSh" | "Ksh" => Some("KES"),
        _ if word.len() == 3 => CODES.iter().copied().find(|&code| code == word),
        _ => None,
    }
}

/// The percent sign or words behind a number, and the position behind them.
fn read_percent(words: Words<'_>, end: usize) -> Option<(Sign, usize)> {
    if words.written(end) == "%" {
        return Some((Sign::Percent, end + 1));
    }
    let word = words.past_hyphen(end);
    let written = words.written(word);
    if !matches!(written.as_bytes().first(), Some(b'p' | b'P' | b'b' | b'B')) {
        return None;
    }
    if words.is_any(word, &["percent", "pct", "pct."]) || (words.is_glued(word) && written == "pc") {
        let behind = word + 1;
        return Some(if is_point(words, behind) { (Sign::Points, behind + 1) } else { (Sign::Percent, behind) });
    }
    if words.is(word, "per") && words.is(words.past_hyphen(word + 1), "cent") {
        return Some((Sign::Percent, words.past_hyphen(word + 1) + 1));
    }
    let point = words.past_hyphen(word + 1);
    if words.is(word, "percentage") && is_point(words, point) {
        return Some((Sign::Points, point + 1));
    }
    if (words.is(word, "basis") && is_point(words, point)) || words.is_any(word, &["bp", "bps"]) {
        let behind = if words.is(word, "basis") { point + 1 } else { word + 1 };
        return Some((Sign::BasisPoints, behind));
    }
    None
}

fn is_point(words: Words<'_>, at: usize) -> bool {
    words.is_any(at, &["point", "points"])
}

/// The currency word behind a sum ("dollars", "mln Aus dlrs"), and the position behind it.
pub(super) fn read_currency_behind(words: Words<'_>, end: usize) -> Option<(&'static str, usize)> {
    let word = words.past_hyphen(end);
    let country = words.is_any(
        word,
        &[
            "US",
            "U.S.",
            "American",
            "Aus",
            "Australian",
            "Canadian",
            "Can",
            "NZ",
            "Hong",
            "New",
            "British",
            "Mexican",
            "Japanese",
            "Indian",
            "Czech",
            "Swedish",
            "Norwegian",
            "Danish",
            "Swiss",
        ],
    );
    let name = if country { word + 1 + usize::from(words.is_any(word, &["Hong", "New"])) } else { word };
    let code = currency_of_word(words.written(name))?;
    let code = match (code, words.written(word)) {
        ("USD", "Aus" | "Australian") => "AUD",
        ("USD", "Canadian" | "Can") => "CAD",
        ("USD", "NZ" | "New") => "NZD",
        ("USD", "Hong") => "HKD",
        ("SEK", "Norwegian") => "NOK",
        ("SEK", "Danish") => "DKK",
        ("SEK", "Czech") => "CZK",
        _ => code,
    };
    Some((code, name + 1))
}
