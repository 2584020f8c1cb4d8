#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them so when it renews a snapshot")]

use std::fmt::Write;

use expect_test::{Expect, expect};

use super::*;
use crate::language::tokenize;

fn dates_of(text: &str) -> Vec<Date> {
    read_dates(text, &tokenize(text))
}

/// One line a date: its words, then weekday, year, month and day as far as they are written.
fn check(text: &str, expected: &Expect) {
    let mut lines = String::new();
    for date in dates_of(text) {
        let field = |name: &str, value: Option<i16>| value.map_or(String::new(), |value| format!(" {name}{value}"));
        let small = |value: Option<u8>| value.map(i16::from);
        writeln!(
            lines,
            "{}{}{}{}{}",
            date.span.of(text),
            field("w", small(date.weekday)),
            field("y", date.year),
            field("m", small(date.month)),
            field("d", small(date.day)),
        )
        .expect("a string takes every line");
    }
    expected.assert_eq(&lines);
}

#[test]
fn full_dates_are_one_mention() {
    check(
        "On Thursday, March 20, 2025, and Wednesday 4 March 2026; Oct. 23 and 3rd of May; 2025-03-05, 3/5/2025, \
         25/12/2024, Sept. 6-9, April 2024, 31 June, Sunday; Nov. 4 to 6, 9 and 10 July; on 4 May 2000 people marched",
        &expect![[r#"
            Thursday, March 20, 2025 w4 y2025 m3 d20
            Wednesday 4 March 2026 w3 y2026 m3 d4
            Oct. 23 m10 d23
            3rd of May m5 d3
            2025-03-05 y2025 m3 d5
            3/5/2025 y2025 m3 d5
            25/12/2024 y2024 m12 d25
            Sept. 6-9 m9 d6
            April 2024 y2024 m4
            31 June m6 d31
            Sunday w7
            Nov. 4 to 6 m11 d4
            9 and 10 July m7 d9
            4 May m5 d4
        "#]],
    );
}

#[test]
fn years_stand_alone() {
    check(
        "in 2019, since 1847, the 2016-17 season, 2015-2016, mid-2021, the 2000 elections, FY2023 and the 2024 race",
        &expect![[r#"
            2019 y2019
            1847 y1847
            2016-17 y2016
            2015-2016 y2015
            2021 y2021
            2000 y2000
            2023 y2023
            2024 y2024
        "#]],
    );
}

#[test]
fn counts_of_four_digits_are_no_years() {
    check(
        "2,019 people, 2000 people, more than 2000, 1950 metres, $2000, 2000 jobs, 1600 signatures, GX-2000, 2020 percent",
        &expect![[""]],
    );
}

#[test]
fn decades_are_dates() {
    check(
        "the 1990s, the '90s and the ’70s, in her 40s, the class of '16, a 6'2\" guard, '20 people fell'",
        &expect![[r#"
            1990s y1990
            '90s
            ’70s
            40s
            '16
        "#]],
    );
}

#[test]
fn clock_times_are_dates() {
    check(
        "5 p.m. 5:30 04:10 5.30pm, 10-11 a.m., 6 to 9 p.m., 2100 GMT, six o'clock, 7pm, 10:15 a.m. ET, 5 people, odds of 5:1",
        &expect![[r#"
            5 p.m.
            5:30
            04:10
            5.30pm
            10-11 a.m.
            6 to 9 p.m.
            2100 GMT
            six o'clock
            7pm
            10:15 a.m. ET
        "#]],
    );
}

#[test]
fn clock_times_without_a_sign_are_told_by_their_neighbours() {
    check(
        "The 7.14 took longer than the 8.32 to Oster. My sister rang at ten to say so. We met at nine. It was half past six, \
         a quarter to nine, ten past four, at ten to six. The concert starts at 7.30 on Friday. One-way, five to four, \
         the toll stood at nine, traded at 7.30 on Friday, the 1.25 rate, met at nine schools, one-quarter to one-third",
        &expect![[r#"
            7.14
            8.32
            ten
            nine
            half past six
            quarter to nine
            ten past four
            ten to six
            7.30
            Friday w5
            Friday w5
        "#]],
    );
}

#[test]
fn a_month_before_a_count_is_no_date() {
    check("In May 12 people died, may 3 win, March on, May 5 percent", &expect![[""]]);
}

#[test]
fn no_prefix_of_a_text_panics() {
    let text = "On Thursday, March 20, 2025 at 5:30 p.m. (’90s) 3/5/2025 2016–17 ½ 25. Dez 9'11\" 10-11 a.m., half past six, the 7.14 to";
    for (end, _) in text.char_indices() {
        dates_of(&text[..end]);
    }
}
