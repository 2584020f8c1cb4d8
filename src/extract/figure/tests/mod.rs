#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them so when it renews a snapshot")]

mod neighbours;

use std::fmt::Write;

use expect_test::{Expect, expect};

use super::*;
use crate::extract::date::read_dates;
use crate::language::tokenize;

fn figures_of(text: &str) -> Vec<Figure> {
    let tokens = tokenize(text);
    let dates = read_dates(text, &tokens);
    read_figures(text, &tokens, &dates)
}

/// One line a figure: span [number] interval kind unit.
fn check(text: &str, expected: &Expect) {
    let mut lines = String::new();
    for figure in figures_of(text) {
        let end = |end: Option<Decimal>| end.map_or("∞".to_owned(), |end| end.round_dp(3).normalize().to_string());
        let Interval { low, high } = figure.interval;
        let unit = figure.unit.as_ref().map_or(String::new(), |unit| format!(" {}", unit.head));
        let number = figure.number.of(text);
        let span = figure.span.of(text);
        let number = if number == span { String::new() } else { format!(" [{number}]") };
        let pair = figure.pair.map_or(String::new(), |(a, b)| format!(" ({}, {})", a.normalize(), b.normalize()));
        writeln!(lines, "{span}{number}: {}..{} {:?}{unit}{pair}", end(low), end(high), figure.kind)
            .expect("a string takes every line");
    }
    expected.assert_eq(&lines);
}

#[test]
fn numbers_beyond_a_quintillion_are_no_figures() {
    check(
        "It has 79228162514264337593543950335 seats, 70000000000000000000000 boats and 900 trillion bees.",
        &expect![[r#"
            900 trillion bees [900 trillion]: 899500000000000..900500000000000 Count bee
        "#]],
    );
}

#[test]
fn counts_carry_what_they_count() {
    check(
        "Over 500 Ukrainian troops, six armored fighting vehicles, including a US-made M113 carrier, 14 vehicles and \
         five JDAM guided aerial bombs were lost. Of the 120 members, 43 voted no. Two sports teams and 85 staff left. \
         Calder lost 96 homes, Pine Fork 61 and Marsh 30. Some 6,200 people; 1,500 engineers; 310 posts will go.",
        &expect![[r#"
            Over 500 Ukrainian troops [500]: 500..∞ Count troop
            six armored fighting vehicles [six]: 6..6 Count vehicle
            14 vehicles [14]: 14..14 Count vehicle
            five JDAM guided aerial bombs [five]: 5..5 Count bomb
            120 members [120]: 120..120 Count member
            43: 43..43 Count
            Two sports teams [Two]: 2..2 Count team
            85 staff [85]: 85..85 Count staff
            96 homes [96]: 96..96 Count home
            61: 61..61 Count
            30: 30..30 Count
            Some 6,200 people [6,200]: 5890..6510 Count person
            1,500 engineers [1,500]: 1450..1550 Count engineer
            310 posts [310]: 310..310 Count post
        "#]],
    );
}

#[test]
fn lists_of_counts_hold_items_of_one() {
    check(
        "They lost a tank, two armored vehicles, 14 trucks and an ammunition depot. Two officers, a spokesman said, \
         were hurt. A man and a dog ran. Three deaths in Oster, one in Velm. He saw 12 ships, a record.",
        &expect![[r#"
            a tank [a]: 1..1 Count tank
            two armored vehicles [two]: 2..2 Count vehicle
            14 trucks [14]: 14..14 Count truck
            an ammunition depot [an]: 1..1 Count depot
            Two officers [Two]: 2..2 Count officer
            Three deaths [Three]: 3..3 Count death
            one: 1..1 Count
            12 ships [12]: 12..12 Count ship
        "#]],
    );
}

#[test]
fn money_has_its_currency() {
    check(
        "$4.2 million, £241m, US$3bn, A$50, HK$ 3, 42 dlrs, 66.7 mln dlrs, $15 an hour, £1.71 a week, $1.63 per share, \
         64 pence, 16.75p, €1,909, $33million, EUR 5m, 12 Canadian dollars, 3 billion yen, $4.2 m, Rs 128.40",
        &expect![[r#"
            $4.2 million: 4150000..4250000 Money USD
            £241m: 240500000..241500000 Money GBP
            US$3bn: 2500000000..3500000000 Money USD
            A$50: 50..50 Money AUD
            HK$ 3: 3..3 Money HKD
            42 dlrs [42]: 42..42 Money USD
            66.7 mln dlrs [66.7 mln]: 66650000..66750000 Money USD
            $15 an hour [$15]: 15..15 Rate USD
            £1.71 a week [£1.71]: 1.705..1.715 Rate GBP
            $1.63 per share [$1.63]: 1.625..1.635 Rate USD
            64 pence [64]: 64..64 Money penny
            16.75p [16.75]: 16.745..16.755 Money penny
            €1,909: 1909..1909 Money EUR
            $33million: 32500000..33500000 Money USD
            EUR 5m: 4500000..5500000 Money EUR
            12 Canadian dollars [12]: 12..12 Money CAD
            3 billion yen [3 billion]: 2500000000..3500000000 Money JPY
            $4.2 m: 4150000..4250000 Money USD
            Rs 128.40: 128.395..128.405 Money INR
        "#]],
    );
}

#[test]
fn money_has_the_currency_of_its_land() {
    check(
        "a fund of RM1.86 million, a fine of RM500, Rp 2.4 trillion, EC$1.85 million, TT$300, ₱45 million, P1.2 billion, \
         K2.5 million, N850,000, Tk 3,400, USh 90,000, 400 Singapore dollars, 90 Egyptian pounds, 6 million Philippine \
         pesos, 12 East Caribbean dollars, 30,000 rupiah",
        &expect![[r#"
            RM1.86 million: 1855000..1865000 Money MYR
            RM500: 500..500 Money MYR
            Rp 2.4 trillion: 2350000000000..2450000000000 Money IDR
            EC$1.85 million: 1845000..1855000 Money XCD
            TT$300: 300..300 Money TTD
            ₱45 million: 44500000..45500000 Money PHP
            P1.2 billion: 1150000000..1250000000 Money PHP
            K2.5 million: 2450000..2550000 Money ZMW
            N850,000: 845000..855000 Money NGN
            Tk 3,400: 3350..3450 Money BDT
            USh 90,000: 85000..95000 Money UGX
            400 Singapore dollars [400]: 400..400 Money SGD
            90 Egyptian pounds [90]: 90..90 Money EGP
            6 million Philippine pesos [6 million]: 5500000..6500000 Money PHP
            12 East Caribbean dollars [12]: 12..12 Money XCD
            30,000 rupiah [30,000]: 25000..35000 Money IDR
        "#]],
    );
}

#[test]
fn letters_before_a_number_are_no_currency_where_it_looks_like_no_sum() {
    check("A P45, a K9 unit, N95 masks, the P40 road, a K12 school", &expect![""]);
}

#[test]
fn modifiers_bend_the_interval() {
    check(
        "more than 900 jobs; at least $8.6 billion; nearly $1 billion; up to 315 men; fewer than 12; about 40; 500+ \
         troops; 30 or more; 20 people or so; just under £3m; an estimated 7,000 birds; as many as 90; no fewer than 4 \
         cars; roughly two dozen; thousands; tens of thousands of people; a couple of days; dozens of homes; half a million",
        &expect![[r#"
            more than 900 jobs [900]: 900..∞ Count job
            at least $8.6 billion [$8.6 billion]: 8600000000..∞ Money USD
            nearly $1 billion [$1 billion]: 850000000..1000000000 Money USD
            up to 315 men [315]: 0..315 Count man
            fewer than 12 [12]: 0..12 Count
            about 40 [40]: 38..42 Count
            500+ troops [500]: 500..∞ Count troop
            30 or more [30]: 30..∞ Count
            20 people or so [20]: 19..21 Count person
            just under £3m [£3m]: 2550000..3000000 Money GBP
            an estimated 7,000 birds [7,000]: 6500..7500 Count bird
            as many as 90 [90]: 0..90 Count
            no fewer than 4 cars [4]: 4..∞ Count car
            roughly two dozen [two dozen]: 22.8..25.2 Count
            thousands: 2000..∞ Count
            tens of thousands of people [tens of thousands]: 20000..∞ Count person
            a couple of days [a couple]: 2..3 Duration day
            dozens of homes [dozens]: 24..∞ Count home
            half a million: 450000..550000 Count
        "#]],
    );
}

#[test]
fn percentages_shares_and_points_are_told_apart() {
    check(
        "45 percent of voters, 4.9%, 9 per cent, 16.8 pct, 3 percentage points, 140 basis points, led by 18 points in \
         the poll, half of them, about two-thirds, a third of the council, one in five adults, nearly 8 in 10",
        &expect![[r#"
            45 percent of voters [45 percent]: 44.5..45.5 Percentage voter
            4.9%: 4.85..4.95 Percentage
            9 per cent: 8.5..9.5 Percentage
            16.8 pct: 16.75..16.85 Percentage
            3 percentage points: 3..3 Points
            140 basis points: 140..140 BasisPoints
            18 points [18]: 18..18 Points
            half: 45..55 Share
            about two-thirds [two-thirds]: 60..73.333 Share
            a third of the council [a third]: 30..36.667 Share council
            one in five adults [one in five]: 20..20 Share adult
            nearly 8 in 10 [8 in 10]: 68..80 Share
        "#]],
    );
}

#[test]
fn ranges_and_scores_are_one_figure() {
    check(
        "between £110m and £120m; $12 to $14 million; $12 million to $14 million; two to three dozen; 10-15 cars; \
         5 to 10 percent; the council voted 7-4; won 28 to 19; trails 359 to 458; rose from 4 to 6; ranged from 4 to 6; \
         up 23,600 to 27,700; two or three nights; lost 2-3; 50-50; between 12 and 16 boats; 0.7-0.8%",
        &expect![[r#"
            between £110m and £120m [£110m and £120m]: 110000000..120000000 Money GBP (110000000, 120000000)
            $12 to $14 million: 12000000..14000000 Money USD (12000000, 14000000)
            $12 million to $14 million: 12000000..14000000 Money USD (12000000, 14000000)
            two to three dozen: 24..36 Count (24, 36)
            10-15 cars [10-15]: 10..15 Count car (10, 15)
            5 to 10 percent: 5..10 Percentage (5, 10)
            7-4: 7..7 Score (7, 4)
            28 to 19: 28..28 Score (28, 19)
            359 to 458: 359..359 Score (359, 458)
            4: 4..4 Count
            6: 6..6 Count
            4 to 6: 4..6 Count (4, 6)
            23,600: 23550..23650 Count
            27,700: 27650..27750 Count
            two or three nights [two or three]: 2..3 Duration night (2, 3)
            2-3: 2..2 Score (2, 3)
            50-50: 50..50 Score (50, 50)
            between 12 and 16 boats [12 and 16]: 12..16 Count boat (12, 16)
            0.7-0.8%: 0.7..0.8 Percentage (0.7, 0.8)
        "#]],
    );
}

#[test]
fn kinds_follow_the_words() {
    check(
        "48,300 acres; 9 metres; 44 years; a three-week trial; a 24-hour strike; the 44-year-old; Rosa Quill, 71, said; \
         aged 45; ages 18-29; three times as many; a 10-fold rise; 50 per 100,000 people; 12 cases a day; the index hit 412; 70 \
         miles per hour; 20 degrees Celsius; a 26-game ban; 1.1 million square kilometres; four and a half hours; 12 pounds of flour",
        &expect![[r#"
            48,300 acres [48,300]: 48250..48350 Measure acre
            9 metres [9]: 8.5..9.5 Measure metre
            44 years [44]: 44..44 Duration year
            three-week [three]: 3..3 Duration week
            24-hour [24]: 24..24 Duration hour
            44-year-old [44]: 44..44 Age
            71: 71..71 Age
            45: 45..45 Age
            18-29: 18..29 Age (18, 29)
            three times [three]: 3..3 Ratio
            10-fold [10]: 10..10 Ratio
            50 per 100,000 [50]: 50..50 Rate
            12 cases a day [12]: 12..12 Rate case
            412: 412..412 Index
            70 miles per hour [70]: 69.5..70.5 Measure mile per hour
            20 degrees Celsius [20]: 19.5..20.5 Measure degree celsius
            26-game [26]: 26..26 Count game
            1.1 million square kilometres [1.1 million]: 1050000..1150000 Measure square kilometre
            four and a half hours [four and a half]: 4.45..4.55 Duration hour
            12 pounds [12]: 11.5..12.5 Measure pound
        "#]],
    );
}

#[test]
fn numbers_that_report_nothing_are_no_figures() {
    check(
        "A MiG-29, an M113, Route 66, a Boeing 737-800, the G7, 9/11, the FTSE 250, the S&P 500, F-16s, Covid-19, Apollo 11, \
         Section 7, No. 5, H.R. 1234, T20240117, Flight 370, Room 4, 71 Shore Street, of 12 High St, call 555-0142 or \
         (202) 555-0142, 01632 960014, the 3rd, the twenty-first, 24/7, one of them, no one, the one, one day, Three Mile Island, \
         the Group of Seven, the Big Five, https://a.example/12, on March 3 at 5:30 p.m. in 2019, the 1990s, NY-23, HB 12, (R-12th)",
        &expect![[""]],
    );
    check("1. Open the door", &expect![[""]]);
}

#[test]
fn neighbours_tell_ages_races_and_heights() {
    check(
        "People under 30 and adults over 65; Tarn, 40 — a father; 18- to 24-year-olds; the men's 800m; a 100m race; sold \
         40m units; he is 6'3\" tall; a twenty-five-year-old; at minus 12 degrees Celsius; a rating of -11 points (40 percent \
         to 51 percent); by a 2-to-1 vote; exports rose fivefold; 12, or a quarter, left; $15-an-hour jobs; 12 to 18 cents; \
         She is 81 but was 12 miles off; it killed one person; a 1,200-strong force; a 17m/s wind",
        &expect![[r#"
            under 30 [30]: 0..30 Age
            over 65 [65]: 65..∞ Age
            40: 40..40 Age
            18- to 24-year-olds [18- to 24]: 18..24 Age (18, 24)
            800m [800]: 799.5..800.5 Measure metre
            100m [100]: 99.5..100.5 Measure metre
            40m units [40m]: 39500000..40500000 Count unit
            6'3": 6.208..6.292 Measure foot
            twenty-five-year-old [twenty-five]: 25..25 Age
            minus 12 degrees Celsius [minus 12]: -12.5..-11.5 Measure degree celsius
            -11 points [-11]: -11..-11 Points
            40 percent: 39.5..40.5 Percentage
            51 percent: 50.5..51.5 Percentage
            2-to-1: 2..2 Score (2, 1)
            fivefold: 4.5..5.5 Ratio
            12: 12..12 Count
            a quarter: 22.5..27.5 Share
            $15-an-hour [$15]: 15..15 Rate USD
            12 to 18 cents [12 to 18]: 12..18 Money cent (12, 18)
            81: 81..81 Age
            12 miles [12]: 11.5..12.5 Measure mile
            one person [one]: 1..1 Count person
            1,200-strong [1,200]: 1150..1250 Count
            17m/s [17]: 16.5..17.5 Measure metre per second
        "#]],
    );
}

#[test]
fn ranks_and_names_are_no_figures() {
    check(
        "The song fell to number seven. A high-five, multi-million deals, BBC Radio 4, School 285, a 911 caller, \
         outside 131 West 23rd Street, 7/8, the Six Nations, id=\"1474387200\", half the size, the second half, one day",
        &expect![[""]],
    );
}

#[test]
fn no_prefix_of_a_text_panics() {
    let text = "From $12 to US$14 million, “half-a-million” (or 3 1/2) – 52-48, 7½ %, a couple hundred, one in five of the 120 \
                members; 9.9.9 ₹5 ¼ 999999999999999999999999999 trillion to 79228162514264337593543950335 million percent; \
                plus or minus half a percentage point, 6ft 4in, the 4x100m, “Oster 5” from 7/8 of a point, ring 999 or 101";
    for (end, _) in text.char_indices() {
        figures_of(&text[..end]);
        figures_of(&text[end..]);
    }
}

#[test]
fn no_repeated_word_exhausts_the_stack_or_the_clock() {
    for word in [
        "5 square ",
        "1-",
        "a ",
        "two ",
        "half a ",
        "1 to ",
        "of the 2 ",
        "12 345 ",
        "9/",
        "a tank, 2 guns, ",
        "to 5p from ",
        "Oster 5 ",
        "6ft 4in ",
        "4m and ",
        "half a point ",
        "scores of ",
        "plus or minus 3 ",
    ] {
        figures_of(&word.repeat(5_000));
    }
}

proptest::proptest! {
    #[test]
    fn no_text_panics_and_numbers_never_overlap(text in "([a-z]{1,3}|[0-9,.]{1,5}|[$%£–\\-/ '’+]|two|half|a|of|million|dozens|scores|and|to|from|plus or minus|points?|pounds|m|ft|in|at|Oster|times|\\PC| ){0,40}") {
        let figures = figures_of(&text);
        for pair in figures.windows(2) {
            proptest::prop_assert!(pair[0].number.end <= pair[1].number.start);
        }
    }
}
