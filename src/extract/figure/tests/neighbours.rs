//! Readings that the words around a number decide.

use expect_test::expect;

use super::check;

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
         75 mln dlrs from 55 mln. It moved from 4 to $3. It fell by 23% from 36,185",
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
            23%: 22.5..23.5 Percentage
            36,185: 36185..36185 Count
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
