#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them so when it renews a snapshot")]

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
            one in five adults [one in five]: 18..22 Share adult
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
         (202) 555-0142, the 3rd, the twenty-first, 24/7, one of them, no one, the one, one day, Three Mile Island, \
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
         She is 81 but was 12 miles off; it killed one person; a 1,200-strong force",
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
fn a_time_long_past_is_no_rate() {
    check(
        "It stood at 38,900 a year earlier, 340 a decade ago and 9 a week later; 12 cases a day earlier this year; \
         12 calls a month before; £15 a week after tax; $740,000 a year; 41 times a day",
        &expect![[r#"
            38,900: 38850..38950 Count
            340: 340..340 Count
            9: 9..9 Count
            12 cases a day [12]: 12..12 Rate case
            12 calls [12]: 12..12 Count call
            £15 a week [£15]: 15..15 Rate GBP
            $740,000 a year [$740,000]: 735000..745000 Rate USD
            41 times a day [41]: 41..41 Rate time
        "#]],
    );
}

#[test]
fn a_margin_reaches_both_ways() {
    check(
        "The margin of error is plus or minus 3 points, plus or minus one point, plus or minus 3.1 percentage points, \
         ±2.5 percentage points, +/-4 percentage points, give or take 3 percent",
        &expect![[r#"
            plus or minus 3 points [3]: 3..3 Points
            plus or minus one point [one]: 1..1 Points
            plus or minus 3.1 percentage points [3.1 percentage points]: 3.05..3.15 Points
            ±2.5 percentage points [2.5 percentage points]: 2.45..2.55 Points
            +/-4 percentage points [4 percentage points]: 4..4 Points
            give or take 3 percent [3 percent]: 2.5..3.5 Percentage
        "#]],
    );
}

#[test]
fn pounds_pay_unless_something_weighs() {
    check(
        "Boots brought in 231 million pounds, laces 53 million pounds and belts 118 million pounds. Growers shipped 12 million \
         pounds of apples. He weighed 180 pounds and lost 40 pounds. The mill lost 4 million pounds. A 2,000-pound bomb, a \
         50-pound fine. Tens of millions of dollars; hundreds of thousands of pounds; thousands of pounds of cheese",
        &expect![[r#"
            231 million pounds [231 million]: 230500000..231500000 Money GBP
            53 million pounds [53 million]: 52500000..53500000 Money GBP
            118 million pounds [118 million]: 117500000..118500000 Money GBP
            12 million pounds [12 million]: 11500000..12500000 Measure pound
            180 pounds [180]: 179.5..180.5 Measure pound
            40 pounds [40]: 39.5..40.5 Measure pound
            4 million pounds [4 million]: 3500000..4500000 Money GBP
            2,000-pound [2,000]: 1500..2500 Measure pound
            50-pound [50]: 50..50 Money GBP
            Tens of millions of dollars [Tens of millions]: 20000000..∞ Money USD
            hundreds of thousands of pounds [hundreds of thousands]: 200000..∞ Money GBP
            thousands of pounds [thousands]: 2000..∞ Measure pound
        "#]],
    );
}

#[test]
fn ages_are_told_by_the_time_of_a_life() {
    check(
        "Ines Hale dies at 88. At 14 he won a place; at nine, she was given a violin. She left school at 16 and he retired at \
         65. Ines Hale turns 40. The toll stood at nine. It put the dead at nine. Shares closed at 112",
        &expect![[r#"
            88: 88..88 Age
            14: 14..14 Age
            nine: 9..9 Age
            16: 16..16 Age
            65: 65..65 Age
            40: 40..40 Age
            nine: 9..9 Count
            nine: 9..9 Count
            112: 112..112 Count
        "#]],
    );
}

#[test]
fn inches_stand_alone_or_behind_their_feet() {
    check(
        "48cm (19in) wide, 3ft 2in deep, 6 feet 4 inches tall, 5 feet, 11 inches, a 5-foot-11 guard, a 6-foot fence, \
         3 feet in 12 days",
        &expect![[r#"
            48cm [48]: 47.5..48.5 Measure centimetre
            19in [19]: 18.5..19.5 Measure inch
            3ft 2in: 3.125..3.208 Measure foot
            6 feet 4 inches: 6.292..6.375 Measure foot
            5 feet, 11 inches: 5.875..5.958 Measure foot
            5-foot-11: 5.875..5.958 Measure foot
            6-foot [6]: 5.5..6.5 Measure foot
            3 feet [3]: 2.5..3.5 Measure foot
            12 days [12]: 12..12 Duration day
        "#]],
    );
}

#[test]
fn an_elided_unit_is_that_of_the_other_end() {
    check(
        "It raised its target to 680 pence from 640. Rates fell to 12 percent from 14.5. It rose from 640 to 680 pence, from \
         14 to 12 percent, to $4.2 million from $3.8 million, to $5 from 4. It went to $4.2 million from 380. Sales rose to \
         75 mln dlrs from 55 mln. It moved from 4 to $3",
        &expect![[r#"
            680 pence [680]: 680..680 Money penny
            640: 640..640 Money penny
            12 percent: 11.5..12.5 Percentage
            14.5: 14.45..14.55 Percentage
            640: 640..640 Money penny
            680 pence [680]: 680..680 Money penny
            14: 13.5..14.5 Percentage
            12 percent: 11.5..12.5 Percentage
            $4.2 million: 4150000..4250000 Money USD
            $3.8 million: 3750000..3850000 Money USD
            $5: 5..5 Money USD
            4: 4..4 Money USD
            $4.2 million: 4150000..4250000 Money USD
            380: 380..380 Count
            75 mln dlrs [75 mln]: 74500000..75500000 Money USD
            55 mln: 54500000..55500000 Money USD
            4: 4..4 Count
            $3: 3..3 Money USD
        "#]],
    );
}

#[test]
fn metres_are_told_by_sport_and_size() {
    check(
        "She jumped 4.88m to win with a 40m penalty. The 10,000m champion won the 400m title and 1500m gold. He threw the \
         javelin 66.52m. A 6.66m leap. He ran 100m and 200m. The 4x100m relay. A 20m pool, a wall 4m tall. Sales were 4.88m; \
         6.52m viewers; the 100m people; $20m pool; from 40m to 50m",
        &expect![[r#"
            4.88m [4.88]: 4.875..4.885 Measure metre
            40m [40]: 39.5..40.5 Measure metre
            10,000m [10,000]: 9500..10500 Measure metre
            400m [400]: 399.5..400.5 Measure metre
            1500m [1500]: 1450..1550 Measure metre
            66.52m [66.52]: 66.515..66.525 Measure metre
            6.66m [6.66]: 6.655..6.665 Measure metre
            100m [100]: 99.5..100.5 Measure metre
            200m [200]: 199.5..200.5 Measure metre
            20m [20]: 19.5..20.5 Measure metre
            4m [4]: 3.5..4.5 Measure metre
            4.88m: 4875000..4885000 Count
            6.52m viewers [6.52m]: 6515000..6525000 Count viewer
            100m people [100m]: 99500000..100500000 Count person
            $20m: 19500000..20500000 Money USD
            40m: 39500000..40500000 Count
            50m: 49500000..50500000 Count
        "#]],
    );
}

#[test]
fn numbers_that_end_a_name_are_no_figures() {
    check(
        "Maroon 5 played on. Maroon 5's album. The band Sum 41, the film Toy Story 3 and “Tin Story 2”. A 4-2-3-1, a 4-4-2. \
         A penalty on 31. Ring 101 or dial 999 or 112; call 911",
        &expect![[""]],
    );
    check(
        "In Oster 12 died. It lost 96 homes, Pine Fork 61 and Marsh 30. Police called 101 witnesses",
        &expect![[r#"
        12: 12..12 Count
        96 homes [96]: 96..96 Count home
        61: 61..61 Count
        30: 30..30 Count
        101 witnesses [101]: 101..101 Count witness
    "#]],
    );
}

#[test]
fn headlines_in_capitals_count_as_others_do() {
    check(
        "OIL FIRM TO CUT 300 JOBS",
        &expect![[r#"
        300 JOBS [300]: 300..300 Count job
    "#]],
    );
    check(
        "SIX DEAD AS BUS FALLS 40 FEET",
        &expect![[r#"
        SIX DEAD [SIX]: 6..6 Count dead
        40 FEET [40]: 39.5..40.5 Measure foot
    "#]],
    );
    check(
        "WHEAT SALES OVER 10 MLN TONNES",
        &expect![[r#"
        OVER 10 MLN TONNES [10 MLN]: 10000000..∞ Measure tonne
    "#]],
    );
    check(
        "PM SAYS 3,000 TROOPS WILL LEAVE",
        &expect![[r#"
        3,000 TROOPS [3,000]: 2500..3500 Count troop
    "#]],
    );
    check(
        "Council Backs Plan For 120 New Homes In Oster",
        &expect![[r#"
        120 New Homes [120]: 120..120 Count home
    "#]],
    );
}

#[test]
fn parts_of_a_point_are_points() {
    check(
        "The bank cut its rate by half a percentage point, a quarter of a percentage point, a quarter point, more than half a \
         point, three-quarters of a point, 7/8 of a point, 5/16 point",
        &expect![[r#"
            half a percentage point: 0.5..0.5 Points
            a quarter of a percentage point: 0.25..0.25 Points
            a quarter point: 0.25..0.25 Points
            more than half a point [half a point]: 0.5..∞ Points
            three-quarters of a point: 0.75..0.75 Points
            7/8 of a point: 0.875..0.875 Points
            5/16 point: 0.312..0.312 Points
        "#]],
    );
}

#[test]
fn scores_count_people_unless_they_are_those_of_a_match() {
    check(
        "Scores of people fled from scores of homes. Scores were hurt. The scores of the match, test scores of pupils, \
         with scores of 71 and 68",
        &expect![[r#"
            Scores of people [Scores]: 40..∞ Count person
            scores of homes [scores]: 40..∞ Count home
            Scores: 40..∞ Count
            71: 71..71 Count
            68: 68..68 Count
        "#]],
    );
}

#[test]
fn times_compare_or_count() {
    check(
        "A three-time champion, she won three times. Sales grew three times as fast and rose 10 times; five times larger, \
         four times its size. He tried five times",
        &expect![[r#"
            three-time [three]: 3..3 Count time
            three times [three]: 3..3 Count time
            three times [three]: 3..3 Ratio
            10 times [10]: 10..10 Ratio
            five times [five]: 5..5 Ratio
            four times [four]: 4..4 Ratio
            five times [five]: 5..5 Count time
        "#]],
    );
}

#[test]
fn a_share_is_at_most_the_whole() {
    check(
        "More than half of voters, less than half the seats, at least one-in-five adults; it grew by more than half",
        &expect![[r#"
            More than half of voters [half]: 50..100 Share voter
            less than half [half]: 0..50 Share
            at least one-in-five adults [one-in-five]: 20..100 Share adult
            more than half [half]: 50..∞ Share
        "#]],
    );
}

#[test]
fn no_prefix_of_a_text_panics() {
    let text = "From $12 to US$14 million, “half-a-million” (or 3 1/2) – 52-48, 7½ %, a couple hundred, one in five of the 120 \
                members; 9.9.9 ₹5 ¼ 999999999999999999999999999 trillion to 79228162514264337593543950335 million percent";
    for (end, _) in text.char_indices() {
        figures_of(&text[..end]);
        figures_of(&text[end..]);
    }
}

#[test]
fn no_repeated_word_exhausts_the_stack_or_the_clock() {
    for word in ["5 square ", "1-", "a ", "two ", "half a ", "1 to ", "of the 2 ", "12 345 ", "9/", "a tank, 2 guns, "]
    {
        figures_of(&word.repeat(5_000));
    }
}

proptest::proptest! {
    #[test]
    fn no_text_panics_and_numbers_never_overlap(text in "([a-z]{1,3}|[0-9,.]{1,5}|[$%£–\\-/ '’+]|two|half|a|of|million|dozens|and|to|\\PC| ){0,40}") {
        let figures = figures_of(&text);
        for pair in figures.windows(2) {
            proptest::prop_assert!(pair[0].number.end <= pair[1].number.start);
        }
    }
}
