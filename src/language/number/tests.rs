#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them so when it renews a snapshot")]

use expect_test::{Expect, expect};

use super::*;
use crate::language::{read_share, tokenize};

/// Every number or share of a text, read one behind the other.
fn check(text: &str, expected: &Expect) {
    let tokens = tokenize(text);
    let words = Words { text, tokens: &tokens };
    let mut lines = String::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(share) = read_share(words, at) {
            let percent = share.percent.round_dp(2);
            lines.extend([words.span(at, share.end).of(text), ": ", &percent.to_string(), " % of\n"]);
            at = share.end;
        } else if let Some(number) = read_number(words, at) {
            let place = number.place.map_or(String::new(), |place| format!(" to {}", place.normalize()));
            let form = if let Form::Vague(high) = number.form { format!(" up {high:?}") } else { String::new() };
            let value = number.value.to_string();
            lines.extend([words.span(at, number.end).of(text), ": ", &value, &place, &form, "\n"]);
            at = number.end;
        } else {
            at += 1;
        }
    }
    expected.assert_eq(&lines);
}

#[test]
fn digits_carry_their_scale_and_their_precision() {
    check(
        "1,234.5; .5; 4.2m; 3mln, 2.5 million; $33million; 7tn; 10k; 3 1/2; 7-1/2, 2½, 0.40; 1.2.3; 007; 4 dozen",
        &expect![[r#"
            1,234.5: 1234.5 to 0.1
            .5: 0.5 to 0.1
            4.2m: 4200000 to 100000
            3mln: 3000000 to 1000000
            2.5 million: 2500000 to 100000
            33million: 33000000 to 1000000
            7tn: 7000000000000 to 1000000000000
            10k: 10000 to 1000
            3 1/2: 3.5 to 0.1
            7-1/2: 7.5 to 0.1
            2½: 2.5 to 0.1
            0.40: 0.40 to 0.01
            4 dozen: 48
        "#]],
    );
}

#[test]
fn words_add_up() {
    check(
        "twenty-one; two hundred and five; one million two hundred thousand and six; a thousand; three dozen, \
         half a million; half-a-dozen; two and a half million; forty two; two, three",
        &expect![[r#"
            twenty-one: 21
            two hundred and five: 205
            one million two hundred thousand and six: 1200006
            a thousand: 1000 to 1000
            three dozen: 36
            half a million: 500000 to 100000
            half-a-dozen: 6
            two and a half million: 2500000 to 100000
            forty two: 42
            two: 2
            three: 3
        "#]],
    );
}

#[test]
fn open_words_have_a_least_value() {
    check(
        "dozens, tens of thousands, hundreds of millions, a couple of, several hundred, a few dozen, the couple, tens",
        &expect![[r#"
            dozens: 24 up None
            tens of thousands: 20000 up None
            hundreds of millions: 200000000 up None
            a couple: 2 up Some(3)
            several hundred: 200 up Some(900)
            a few dozen: 24 up Some(108)
        "#]],
    );
}

#[test]
fn ordinals_are_no_numbers() {
    check("the twenty-first, a third man, the second half, third-quarter profit", &expect![""]);
}

#[test]
fn parts_of_a_whole_are_in_percent() {
    check(
        "half of them, more than half, two-thirds, a third of voters, one in five, 7 out of 10, one-fifth, \
         three quarters of it, by a quarter, 1 in 64, three in four years, half an hour, over three quarters",
        &expect![[r#"
            half: 50 % of
            half: 50 % of
            two-thirds: 66.67 % of
            a third: 33.33 % of
            one in five: 20 % of
            7 out of 10: 70 % of
            one-fifth: 20 % of
            three quarters: 75 % of
            a quarter: 25 % of
            1 in 64: 1.56 % of
            three: 3
            four: 4
            three: 3
        "#]],
    );
}

#[test]
fn numbers_too_long_to_hold_are_none() {
    check("123456789012345678901234567890123456789 and 999999999999999999999999999bn", &expect![[""]]);
}
