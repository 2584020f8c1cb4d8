//! Tells how two numbers differ as they are written.

use rust_decimal::Decimal;

use super::super::{Entry, solver};

/// How many digits the numbers have as far as the last place that any of them uses: three for 1,900, 1,100 and 450.
///
/// None of them may be negative.
pub(super) fn length(numbers: &[Decimal]) -> usize {
    let scale = numbers.iter().map(|number| number.normalize().scale()).max().unwrap_or(0);
    let whole = |number: &Decimal| {
        let mut number = number.normalize();
        number.rescale(scale);
        number.mantissa().unsigned_abs()
    };
    let mut numbers: Vec<u128> = numbers.iter().map(whole).collect();
    while numbers.iter().any(|&number| number != 0) && numbers.iter().all(|number| number % 10 == 0) {
        for number in &mut numbers {
            *number /= 10;
        }
    }
    numbers.iter().max().map_or(0, |&most| most.to_string().len())
}

/// Whether one number is the other but for one digit, or for two neighbours that changed places, and still about as much.
pub(super) fn is_slip(one: Decimal, other: Decimal) -> bool {
    let far = one.max(other) / Decimal::from(4);
    (one - other).abs() <= far && solver::is_digit_slip(one, other)
}

/// Whether the numbers are printed alike but for two neighbouring digits that changed places: "214" and "241", "$6.3bn" and
/// "3.6 billion".
pub(super) fn is_transposed(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let sorted = |number: &str| {
        let mut digits: Vec<u8> = number.bytes().filter(u8::is_ascii_digit).collect();
        digits.sort_unstable();
        digits
    };
    if !solver::is_digit_slip(one.figure.value, other.figure.value) {
        return false;
    }
    let (one, other) = (printed(one), printed(other));
    one.find('.') == other.find('.') && sorted(&one) == sorted(&other)
}

/// The digits of a number as it is printed, with its point; those of its value where it is written out.
pub(super) fn printed(entry: &Entry<'_>) -> String {
    let is_kept = |letter: &char| letter.is_ascii_digit() || *letter == '.';
    let printed: String = entry.number.chars().filter(is_kept).collect();
    let printed = printed.trim_end_matches('.');
    if printed.is_empty() { entry.figure.value.normalize().to_string() } else { printed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::length;
    use rust_decimal::Decimal;

    fn number(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    #[test]
    fn numbers_are_as_long_as_their_last_place() {
        for (numbers, digits) in [
            (vec!["1900", "1100", "450", "250"], 3),
            (vec!["214", "241"], 3),
            (vec!["120000", "210000"], 2),
            (vec!["64.1", "61.4"], 3),
            (vec!["4.20", "3.2"], 2),
            (vec!["0"], 1),
        ] {
            let values: Vec<Decimal> = numbers.iter().map(|text| number(text)).collect();
            assert_eq!(length(&values), digits, "{numbers:?}");
        }
    }
}
