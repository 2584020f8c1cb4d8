//! Writes a number the way another is written: in words or digits, with its currency, separators and scale.

use rust_decimal::Decimal;

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Above this a number that replaces words is written in digits: "a hundred and seven" reads badly in a fix.
const MOST_IN_WORDS: u64 = 99;

/// `value` written like `model`, the text of a number worth `worth`: "£1.3bn" like "£1.24bn", "eleven" like "twelve".
pub fn write_like(value: Decimal, model: &str, worth: Decimal) -> String {
    let Some(start) = model.find(|mark: char| mark.is_ascii_digit()) else {
        return write_words(value, model);
    };
    let is_digit = |mark: char| mark.is_ascii_digit() || mark == ',' || mark == '.';
    let end = model[start..].find(|mark| !is_digit(mark)).map_or(model.len(), |length| start + length);
    let end = start + model[start..end].trim_end_matches([',', '.']).len();
    let digits = &model[start..end];
    let printed: Option<Decimal> = digits.replace(',', "").parse().ok();
    let scale = printed.and_then(|printed| worth.checked_div(printed)).unwrap_or(Decimal::ONE);
    let scaled = value.checked_div(scale).unwrap_or(value);
    // "241.0" in a column keeps its place; "1.8 billion" becomes "2 billion".
    let places = if scale == Decimal::ONE { digits.split('.').nth(1).map_or(0, str::len) } else { 0 };
    let unseparated = !digits.contains(',') && printed.is_some_and(|printed| printed >= Decimal::ONE_THOUSAND);
    format!("{}{}{}", &model[..start], write_digits(scaled, places, !unseparated), &model[end..])
}

/// `value` in digits with at least `places` decimals and, where wanted, a comma at every thousand.
fn write_digits(value: Decimal, places: usize, separated: bool) -> String {
    let written = value.round_dp(6).normalize().to_string();
    let (whole, decimals) = written.split_once('.').unwrap_or((&written, ""));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let mut digits = String::with_capacity(whole.len() * 4 / 3);
    for (at, digit) in whole.char_indices() {
        if separated && 0 < at && (whole.len() - at).is_multiple_of(3) {
            digits.push(',');
        }
        digits.push(digit);
    }
    let point = if decimals.is_empty() && places == 0 { "" } else { "." };
    format!("{sign}{digits}{point}{decimals:0<places$}")
}

/// `value` in words as far as newsrooms write numbers in words, capitalised like `model`; else in digits.
fn write_words(value: Decimal, model: &str) -> String {
    let small = u64::try_from(value.trunc()).ok().filter(|&small| value.is_integer() && small <= MOST_IN_WORDS);
    let Some(small) = small else { return write_digits(value, 0, true) };
    let words = match (small / 10, small % 10) {
        (0 | 1, _) => SMALL[small as usize].to_owned(),
        (tens, 0) => TENS[tens as usize].to_owned(),
        (tens, ones) => format!("{}-{}", TENS[tens as usize], SMALL[ones as usize]),
    };
    if model.starts_with(char::is_uppercase) { words[..1].to_uppercase() + &words[1..] } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(value: &str, model: &str, worth: &str) -> String {
        let read = |number: &str| number.parse().expect("a test writes numbers that can be read");
        write_like(read(value), model, read(worth))
    }

    #[test]
    fn words_stay_words_and_keep_their_capital() {
        assert_eq!(write("11", "twelve", "12"), "eleven");
        assert_eq!(write("21", "Twelve", "12"), "Twenty-one");
        assert_eq!(write("1380", "five hundred", "500"), "1,380");
    }

    #[test]
    fn currency_and_scale_stay() {
        assert_eq!(write("1241000000", "£1.24bn", "1240000000"), "£1.241bn");
        assert_eq!(write("2000000000", "1.8 billion", "1800000000"), "2 billion");
        assert_eq!(write("1340500", "$1,240,500", "1240500"), "$1,340,500");
    }

    #[test]
    fn separators_and_decimals_follow_the_model() {
        assert_eq!(write("231", "241.0", "241"), "231.0");
        assert_eq!(write("1380", "500", "500"), "1,380");
        assert_eq!(write("1380", "1400", "1400"), "1380");
        assert_eq!(write("98", "1,749", "1749"), "98");
    }
}
