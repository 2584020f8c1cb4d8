//! Changes, margins, shares, multiples, products and conversions, from the sentence to the finding.
//!
//! Each flawed sentence stands beside the message that it draws; the sound ones draw none.

use copydesk::analysis::Reader;
use copydesk::config::Settings;
use copydesk::draft::Format;
use expect_test::{Expect, expect};
use proptest::prelude::*;

/// The rules that redo an arithmetic of two or three figures.
const RULES: &[&str] = &[
    "conversion-mismatch",
    "difference-mismatch",
    "over-100-fall",
    "per-unit-mismatch",
    "percent-change-mismatch",
    "percent-for-points",
    "percent-of-mismatch",
    "rate-mismatch",
    "ratio-mismatch",
    "wrong-direction",
];

/// What the desk says of the arithmetic of `text`, a line a finding.
fn desk(text: &str) -> String {
    let analysis = Reader::new(Settings::default()).read(text, Format::Plain);
    let findings = analysis.findings().iter().filter(|finding| RULES.contains(&finding.rule));
    findings.flat_map(|finding| [finding.rule, ": ", &finding.message, "\n"]).collect()
}

#[expect(clippy::needless_pass_by_value, reason = "an expectation is written in place")]
fn check(text: &str, expected: Expect) {
    let found = text.trim().lines().map(|line| desk(line.trim()));
    expected.assert_eq(&found.collect::<String>());
}

#[test]
fn a_percentage_is_held_against_both_ends_of_its_change() {
    check(
        "
        Sales climbed 20 per cent to £48m from £36m a year earlier, the firm said.
        Knife crime in the county fell from 412 offences in 2016 to 350 in 2017, a drop of 25 percent, police said.
        Average rents hit £1,120 in March, up 12% on the £1,050 recorded a year ago, the agency said.
        Net income was $4.2 million, compared with $3.5 million a year earlier, an increase of 30 percent, the company said.
        Earnings per share rose 15 pct to 1.20 dlrs from 1.10 dlrs.
        Exports totalled 3.4 mln tonnes, down 12 pct from 4.5 mln in 1986, the ministry said.
        Production was 1.2 mln barrels, against 1.5 mln a year ago, a fall of 30 pct.
        The club's wage bill has grown by 45 per cent, from £60m to £75m.
        Arrivals rose 8% year on year to 1.35m from 1.10m in the first half.
        Emissions were 412 million tonnes, 12% below the 436 million tonnes recorded in 2005.
        ",
        expect![[r#"
            percent-change-mismatch: From £36m to £48m is 33 per cent, not 20 per cent.
            percent-change-mismatch: From 412 offences to 350 is 15 percent, not 25 percent.
            percent-change-mismatch: From £1,050 to £1,120 is 7%, not 12%.
            percent-change-mismatch: From $3.5 million to $4.2 million is 20 percent, not 30 percent.
            percent-change-mismatch: From 1.10 dlrs to 1.20 dlrs is 9 pct, not 15 pct.
            percent-change-mismatch: From 4.5 mln to 3.4 mln tonnes is 24 pct, not 12 pct.
            percent-change-mismatch: From 1.5 mln to 1.2 mln barrels is 20 pct, not 30 pct.
            percent-change-mismatch: From £60m to £75m is 25 per cent, not 45 per cent.
            percent-change-mismatch: From 1.10m to 1.35m is 23%, not 8%.
            percent-change-mismatch: From 436 million tonnes to 412 million tonnes is 6%, not 12%.
        "#]],
    );
}

#[test]
fn a_percentage_is_held_against_the_step_and_one_end() {
    check(
        "
        Shares fell 12p, or 8 per cent, to 288p.
        The index lost 30.5 points, or 2.6 percent, to 2,350.4.
        Shares in the firm were down 3.4% at 142p, a fall of 12p.
        Operating profit rose 17 pct to 14.2 mln stg, while turnover was up 9 pct to 210 mln from 204 mln.
        ",
        expect![[r#"
            percent-change-mismatch: A change of 12p to 288p is 4 per cent, not 8 per cent.
            percent-change-mismatch: A change of 30.5 to 2,350.4 is 1.3 percent, not 2.6 percent.
            percent-change-mismatch: A change of 12p to 142p is 7.8%, not 3.4%.
            percent-change-mismatch: From 204 mln to 210 mln is 3 pct, not 9 pct.
        "#]],
    );
}

#[test]
fn a_step_and_a_margin_are_how_far_two_figures_lie_apart() {
    check(
        "
        The jobless rate climbed 0.5 percentage points to 7.1 percent, from 6.2 percent in June.
        Ortiz led Dunn by 12 points, 48% to 40%, the survey found.
        Labour has 44 percent and the Conservatives 31 percent, a lead of 18 points.
        Mr Hale polled 12,304 votes to Ms Reid's 11,204, a majority of 2,100.
        She beat him by 900 votes, 12,304 to 11,204.
        Exports were $4.5 billion and imports $3.1 billion, leaving a surplus of $2.4 billion.
        He scored 41 goals, seven more than the 32 he managed last season.
        The team won 98-90, by a margin of 12 points.
        The Hawks won by 10 points, 98-90, on Friday.
        Approval rose to 47 percent from 41 percent, a gain of nine points.
        Tickets rose by £5 to £30 from £20.
        Oil output fell by 300,000 barrels a day to 2.1 million from 2.7 million.
        The yield on the 10-year note fell to 2.31 percent from 2.35 percent, a drop of 14 basis points.
        The Dow dropped 120.5 points to 10,410.2 after closing at 10,630.7 on Monday.
        Inflation slowed to 2.1 percent in May from 2.6 percent in April, a fall of 0.8 points.
        The vote was 54 percent to 46 percent, a 12-point margin.
        The loss-making unit had 1,200 staff, 300 fewer than the 1,700 it had in 2012.
        The budget is $84 million, or $9 million more than last year's $71 million.
        ",
        expect![[r#"
            difference-mismatch: 6.2 percent and 7.1 percent lie 0.9 percentage points apart, not 0.5 percentage points.
            difference-mismatch: 48% and 40% lie 8 apart, not 12.
            difference-mismatch: 44 percent and 31 percent lie 13 apart, not 18.
            difference-mismatch: 12,304 votes and 11,204 lie 1,100 apart, not 2,100.
            difference-mismatch: The two sides of 12,304 to 11,204 lie 1,100 apart, not 900.
            difference-mismatch: $4.5 billion and $3.1 billion lie $1.4 billion apart, not $2.4 billion.
            difference-mismatch: 41 goals and 32 lie nine apart, not seven.
            difference-mismatch: The two sides of 98-90 lie 8 apart, not 12.
            difference-mismatch: The two sides of 98-90 lie 8 apart, not 10.
            difference-mismatch: 41 percent and 47 percent lie six apart, not nine.
            difference-mismatch: £20 and £30 lie £10 apart, not £5.
            difference-mismatch: 2.7 million and 2.1 million lie 600,000 apart, not 300,000.
            difference-mismatch: 2.35 percent and 2.31 percent lie 4 basis points apart, not 14 basis points.
            difference-mismatch: 10,630.7 and 10,410.2 lie 220.5 apart, not 120.5.
            difference-mismatch: 2.6 percent and 2.1 percent lie 0.5 apart, not 0.8.
            difference-mismatch: 54 percent and 46 percent lie 8 apart, not 12.
            difference-mismatch: 1,200 staff and 1,700 lie 500 apart, not 300.
            difference-mismatch: $84 million and $71 million lie $13 million apart, not $9 million.
        "#]],
    );
}

#[test]
fn a_rise_goes_up_and_a_fall_goes_down() {
    check(
        "
        The toll dropped from 40 to 62 last year.
        The price of a pint is now £4.10, down from £3.90 last year.
        Deaths increased to 310 from 420 in 2012.
        Rainfall dropped to 32 mm in July from 25 mm in June, the bureau said.
        The society raised its rate to 4.2 percent from 4.9 percent.
        Spending on roads will increase from $4.5 million to $3.2 million, the mayor said.
        ",
        expect![[r#"
            wrong-direction: From 40 to 62 is a rise; the sentence says “dropped”.
            wrong-direction: From £3.90 to £4.10 is a rise; the sentence says “down”.
            wrong-direction: From 420 to 310 is a fall; the sentence says “increased”.
            wrong-direction: From 25 mm to 32 mm is a rise; the sentence says “dropped”.
            wrong-direction: From 4.9 percent to 4.2 percent is a fall; the sentence says “raised”.
            wrong-direction: From $4.5 million to $3.2 million is a fall; the sentence says “increase”.
        "#]],
    );
}

#[test]
fn a_difference_of_percentages_is_in_points() {
    check(
        "
        The jobless rate climbed 0.9 percent to 7.1 percent, from 6.2 percent in June.
        ",
        expect![[r#"
            percent-for-points: From 6.2 percent to 7.1 percent is 0.9 percentage points, not 0.9 percent.
        "#]],
    );
}

#[test]
fn a_part_is_its_percentage_of_the_whole() {
    check(
        "
        The council cut 120 of its 600 posts, or 30 percent.
        Some 45 of the 180 patients in the trial (35%) improved, the study found.
        Of the 1,240 homes inspected, 310, or 35 percent, failed the test.
        Out of 80 samples, 20 (40 percent) were contaminated.
        The bank holds 3.2 million shares, 16 pct of the 40 mln outstanding.
        About 30 percent of the 400 workers, or 80 people, walked out.
        She won 61 per cent of the vote, 4,880 of the 9,000 ballots cast.
        One in four (35 percent) said they had cut back.
        Two-thirds of the firms, 67 of 150, reported losses.
        Of 320 pupils, 48, or one in five, were absent.
        Twelve of the 20 seats, or 70 percent, went to women.
        The 48 members who voted yes make up 70 per cent of the council's 80 members.
        Exactly 90 of 150 doctors polled, 50 percent, agreed.
        ",
        expect![[r#"
            percent-of-mismatch: 120 of 600 posts is 20 percent, not 30 percent.
            percent-of-mismatch: 45 of 180 patients is 25%, not 35%.
            percent-of-mismatch: 310 of 1,240 homes is 25 percent, not 35 percent.
            percent-of-mismatch: 20 of 80 samples is 25 percent, not 40 percent.
            percent-of-mismatch: 3.2 million of 40 mln is 8 pct, not 16 pct.
            percent-of-mismatch: 80 of 400 workers is 20 percent, not 30 percent.
            percent-of-mismatch: 4,880 of 9,000 ballots is 54 per cent, not 61 per cent.
            ratio-mismatch: One in four is 25 percent, not 35 percent.
            percent-of-mismatch: 67 of 150 is 45 percent, not two-thirds.
            percent-of-mismatch: 48 of 320 pupils is 15 percent, not one in five.
            percent-of-mismatch: Twelve of 20 seats is 60 percent, not 70 percent.
            percent-of-mismatch: 48 of 80 members is 60 per cent, not 70 per cent.
            percent-of-mismatch: 90 of 150 doctors is 60 percent, not 50 percent.
        "#]],
    );
}

#[test]
fn a_multiple_is_held_against_both_figures() {
    check(
        "
        Attendance doubled to 9,000 from 6,000.
        Its staff has tripled from 40 to 90.
        The fee was halved from $80 to $60.
        Profits rose threefold to $90 million from $50 million.
        The stadium holds 60,000, three times the 40,000 of the old ground.
        He paid $12 million, more than four times the $5 million asked.
        Prices have nearly trebled since 2009, from £40 to £150.
        Its headcount more than doubled from 210 to 390 in three years.
        Output halved from 12,400 tonnes in 1985 to 9,300 tonnes in 1986.
        At 30,000, the crowd was double the 21,000 who came last year.
        The debt has grown tenfold, from $3 million in 2001 to $12 million today.
        ",
        expect![[r#"
            ratio-mismatch: From 6,000 to 9,000 is 1.5 times; the sentence says “doubled”.
            ratio-mismatch: From 40 to 90 is 2.2 times; the sentence says “tripled”.
            ratio-mismatch: From $80 to $60 is 0.75 times; the sentence says “halved”.
            ratio-mismatch: From $50 million to $90 million is 1.8 times; the sentence says “threefold”.
            ratio-mismatch: From 40,000 to 60,000 is 1.5 times; the sentence says “three times”.
            ratio-mismatch: From $5 million to $12 million is 2.4 times; the sentence says “more than four times”.
            ratio-mismatch: From £40 to £150 is 3.8 times; the sentence says “nearly trebled”.
            ratio-mismatch: From 210 to 390 is 1.9 times; the sentence says “more than doubled”.
            ratio-mismatch: From 12,400 tonnes to 9,300 tonnes is 0.75 times; the sentence says “halved”.
            ratio-mismatch: From 21,000 to 30,000 is 1.4 times; the sentence says “double”.
            ratio-mismatch: From $3 million to $12 million is 4 times; the sentence says “tenfold”.
        "#]],
    );
}

#[test]
fn so_many_at_so_much_each_come_to_the_total() {
    check(
        "
        The company sold 2 million shares at $15 each, raising $40 million.
        It bought 400,000 shares at 12 dlrs per share for 5.8 mln dlrs.
        The 24 players will get $5,000 each, or $150,000 in all.
        Each of the 120 families will receive $500, a total of $80,000.
        The 14 winners shared a prize of £70,000, or £4,000 each.
        The council bought 30 bikes for £15,000, or £400 apiece.
        ",
        expect![[r#"
            per-unit-mismatch: 2 million shares at $15 is $30 million, not $40 million.
            per-unit-mismatch: 400,000 shares at 12 dlrs is 4.8 mln, not 5.8 mln.
            per-unit-mismatch: 24 players at $5,000 is $120,000, not $150,000.
            per-unit-mismatch: 120 families at $500 is $60,000, not $80,000.
            per-unit-mismatch: 14 winners at £4,000 is £56,000, not £70,000.
            per-unit-mismatch: 30 bikes at £400 is £12,000, not £15,000.
        "#]],
    );
}

#[test]
fn a_rate_is_the_count_over_the_population() {
    check(
        "
        The region had 90 cases among 60,000 residents, or 300 per 100,000.
        ",
        expect![[r#"
            rate-mismatch: 90 in 60,000 is 150 per 100,000, not 300.
        "#]],
    );
}

#[test]
fn a_conversion_is_the_same_quantity() {
    check(
        "
        The trail is 12 miles (29 km) long.
        The tank holds 500 gallons (1,200 litres).
        The calf weighed 90 pounds (61 kg) at birth.
        Temperatures reached 40C (124F) in the town.
        Winds of 120 kilometres per hour (95 mph) tore off roofs.
        The fire burned 2,400 acres (1,970 hectares), or 3.8 square miles.
        The tower is 98 metres (421 ft) tall.
        A 200-metre (856-foot) crater formed.
        The dam released 5 million cubic meters (277 million cubic feet) of water.
        The bridge is 1.2 miles (2.9km) long and 90ft (27m) high.
        A box weighing 12lb (8.4kg) fell from the roof.
        The lake covers 40 square miles (204 sq km).
        The lake covers 104 square kilometers (70 square miles).
        Police seized 250 kilograms, or 650 pounds, of the drug.
        The plane was flying at 35,000 feet (16,700 metres).
        It will be minus 10 degrees Celsius (24 degrees Fahrenheit) tonight.
        The pipe spilled 2,000 barrels (184,000 gallons) of oil.
        The field is 100 yards (131 metres) long.
        ",
        expect![[r#"
            conversion-mismatch: 12 miles is 19 km, not 29 km.
            conversion-mismatch: 500 gallons is 1,900 litres, not 1,200 litres.
            conversion-mismatch: 90 pounds is 41 kg, not 61 kg.
            conversion-mismatch: 40C is 104F, not 124F.
            conversion-mismatch: 120 kilometres per hour is 75 mph, not 95 mph.
            conversion-mismatch: 2,400 acres is 971 hectares, not 1,970 hectares.
            conversion-mismatch: 98 metres is 322 ft, not 421 ft.
            conversion-mismatch: 200-metre is 656-foot, not 856-foot.
            conversion-mismatch: 5 million cubic meters is 177 million cubic feet, not 277 million cubic feet.
            conversion-mismatch: 1.2 miles is 1.9km, not 2.9km.
            conversion-mismatch: 12lb is 5.4kg, not 8.4kg.
            conversion-mismatch: 40 square miles is 104 sq km, not 204 sq km.
            conversion-mismatch: 104 square kilometers is 40.2 square miles, not 70 square miles.
            conversion-mismatch: 250 kilograms is 550 pounds, not 650 pounds.
            conversion-mismatch: 35,000 feet is 10,700 metres, not 16,700 metres.
            conversion-mismatch: minus 10 degrees Celsius is 14 degrees Fahrenheit, not 24 degrees Fahrenheit.
            conversion-mismatch: 2,000 barrels is 84,000 gallons, not 184,000 gallons.
            conversion-mismatch: 100 yards is 91.4 metres, not 131 metres.
        "#]],
    );
}

#[test]
fn sound_sentences_draw_no_finding() {
    check(
        "
        Sales climbed 33 per cent to £48m from £36m a year earlier, the firm said.
        Turnover went from 40,000 to 52,000, a rise of 30%, it said.
        Knife crime in the county fell from 412 offences in 2016 to 350 in 2017, a drop of 15 percent, police said.
        Average rents hit £1,120 in March, up 6.7% on the £1,050 recorded a year ago, the agency said.
        Net income was $4.2 million, compared with $3.5 million a year earlier, an increase of 20 percent, the company said.
        Earnings per share rose 9 pct to 1.20 dlrs from 1.10 dlrs.
        Exports totalled 3.4 mln tonnes, down 24 pct from 4.5 mln in 1986, the ministry said.
        Production was 1.2 mln barrels, against 1.5 mln a year ago, a fall of 20 pct.
        Shares fell 12p, or 4 per cent, to 288p.
        The index lost 30.5 points, or 1.3 percent, to 2,350.4.
        The club's wage bill has grown by 25 per cent, from £60m to £75m.
        The council cut 120 of its 600 posts, or 20 percent.
        Some 45 of the 180 patients in the trial (25%) improved, the study found.
        Of the 1,240 homes inspected, 310, or 25 percent, failed the test.
        Out of 80 samples, 20 (25 percent) were contaminated.
        The bank holds 3.2 million shares, 8 pct of the 40 mln outstanding.
        About 30 percent of the 400 workers, or 120 people, walked out.
        One in four (25 percent) said they had cut back.
        Ortiz led Dunn by 8 points, 48% to 40%, the survey found.
        Labour has 44 percent and the Conservatives 31 percent, a lead of 13 points.
        Mr Hale polled 12,304 votes to Ms Reid's 11,204, a majority of 1,100.
        She beat him by 1,100 votes, 12,304 to 11,204.
        Exports were $4.5 billion and imports $3.1 billion, leaving a surplus of $1.4 billion.
        He scored 41 goals, nine more than the 32 he managed last season.
        The Hawks won by eight points, 98-90, on Friday.
        Approval rose to 47 percent from 41 percent, a gain of six points.
        The jobless rate climbed 0.9 percentage points to 7.1 percent, from 6.2 percent in June.
        Tickets rose by £10 to £30 from £20.
        The price of a pint is now £4.10, up from £3.90 last year.
        Attendance doubled to 9,000 from 4,500.
        The fee was halved from $80 to $40.
        The stadium holds 60,000, one and a half times the 40,000 of the old ground.
        The company sold 2 million shares at $15 each, raising $30 million.
        The 24 players will get $5,000 each, or $120,000 in all.
        The trail is 12 miles (19 km) long.
        The tank holds 500 gallons (1,900 litres).
        The calf weighed 90 pounds (41 kg) at birth.
        Temperatures reached 40C (104F) in the town.
        Winds of 120 kilometres per hour (75 mph) tore off roofs.
        The fire burned 2,400 acres (970 hectares), or 3.8 square miles.
        The tower is 98 metres (321 ft) tall.
        A 200-metre (656-foot) crater formed.
        The region had 90 cases among 60,000 residents, or 150 per 100,000.
        The dam released 5 million cubic meters (177 million cubic feet) of water.
        Profit was $5m, up from a loss of $8m.
        Sales grew 4% a year, from $100m in 2000 to $163m in 2012.
        The pound rose to 1.52 from 1.55 a day earlier against the euro.
        The song climbed from 14 to 3 in the chart.
        The share of smokers fell from 24 percent to 18 percent, with 12 percent of women and 22 percent of men smoking.
        In 2010, 45 of 300 staff left; 20 percent of the remaining staff were new.
        The firm cut 40 jobs in Leeds and 10 percent of its 2,000 staff in York.
        Goldman cut its price target to $45 from $60.
        Temperatures dropped to 12 degrees from 25 degrees overnight.
        The society raised its rate to 4.9 percent from 4.2 percent.
        Spending on roads will increase from 4.5 to 5.2 million dollars, the mayor said.
        The yield on the 10-year note fell to 2.31 percent from 2.35 percent, a drop of 4 basis points.
        Pre-tax profit for the six months to June rose to 14.2 mln stg from 12.1 mln, an increase of 17 pct.
        Operating profit rose 17 pct to 14.2 mln stg, while turnover was up 3 pct to 210 mln from 204 mln.
        Oil output fell by 600,000 barrels a day to 2.1 million from 2.7 million.
        Membership is down to 340 from 425 two years ago, a 20 percent decline.
        Arrivals rose 8% year on year to 1.35m from 1.25m in the first half.
        Emissions were 412 million tonnes, 5.5% below the 436 million tonnes recorded in 2005.
        The vote was 54 percent to 46 percent, an 8-point margin.
        The loss-making unit had 1,200 staff, 500 fewer than the 1,700 it had in 2012.
        Its headcount more than doubled from 210 to 490 in three years.
        The 14 winners shared a prize of £70,000, or £5,000 each.
        The lake covers 40 square miles (104 sq km).
        Police seized 250 kilograms, or 550 pounds, of the drug.
        The plane was flying at 35,000 feet (10,700 metres).
        It will be minus 10 degrees Celsius (14 degrees Fahrenheit) tonight.
        Oceans warmed by 1.5 degrees Celsius (2.7 degrees Fahrenheit).
        The pipe spilled 2,000 barrels (84,000 gallons) of oil.
        He is 6ft 2in (1.88m) tall.
        The 48 members who voted yes make up 60 per cent of the council's 80 members.
        Turnout was 62 percent, with 11,160 of 18,000 voters casting ballots.
        In the poll 45 percent were for and 38 percent against, with a margin of error of 3 points.
        The party rose four points to 38 percent while its rival fell two to 29 percent.
        Revenue rose 12 percent to $1.2 billion, compared with growth of 4 percent a year earlier.
        Profit rose to $12m from $8m, or 24 cents a share from 16 cents.
        She earned 3 points from 5 games, up from 2 points.
        He went from 50-1 to 5-1 in the betting, and the favourite rose to 6-4 from 2-1.
        Police fell back from 20 positions to 35 others.
        Jobless claims fell 5,000 to 230,000, the lowest since 1973.
        The fund has returned 8 percent, up from 6 percent to 7 percent a year ago.
        Net loss widened to $12m from $8m.
        The deficit shrank to $4bn from $6bn.
        Shares rose 2 percent to 430p after it said profit rose 20 percent from a year ago to £10m.
        The club sold 40,000 tickets, 3,000 more than in 2015.
        Between 30 and 40 percent of the 200 staff, or about 70, will go.
        ",
        expect![[""]],
    );
}

/// The ways of telling a change from one figure to another by so many percent.
const CHANGES: &[&str] = &[
    "Sales WENT P percent to B units from A units, the firm said.",
    "Sales WENT from A units to B units, NOUN of P percent, the firm said.",
    "The yard sold B units last year, ADVERB P percent from A units in 2011.",
    "Output WENT by P per cent, from A tonnes in May to B tonnes in June.",
    "Turnout WENT P% to B, compared with A a year earlier.",
];

fn told(wording: &str, percent: i64, from: i64, to: i64) -> String {
    let rises = from < to;
    let pick = |up: &'static str, down: &'static str| if rises { up } else { down };
    wording
        .replace("WENT", pick("rose", "fell"))
        .replace("NOUN", pick("an increase", "a drop"))
        .replace("ADVERB", pick("up", "down"))
        .replace(" P", &format!(" {percent}"))
        .replace(" A", &format!(" {}", in_thousands(from)))
        .replace(" B", &format!(" {}", in_thousands(to)))
}

/// "2,345": without its comma it might be a year.
fn in_thousands(number: i64) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", number / 1_000, number % 1_000) }
}

proptest! {
    #[test]
    fn a_sound_change_draws_nothing_and_one_figure_more_does(
        wording in prop::sample::select(CHANGES),
        from in 211_i64..9_999,
        to in 211_i64..9_999,
        slip in 20_i64..90,
    ) {
        prop_assume!(from % 10 != 0 && to % 10 != 0 && from.max(to) * 20 > from.min(to) * 21);
        let percent = ((to - from).abs() * 200 + from) / (2 * from);
        // From a thousand percent on a round number is as rough as any other.
        prop_assume!(percent + slip < 1_000);
        prop_assert_eq!(desk(&told(wording, percent, from, to)), "");
        prop_assert_ne!(desk(&told(wording, percent + slip, from, to)), "");
    }

    #[test]
    fn a_sound_margin_draws_nothing_and_a_wrong_one_does(one in 41_i64..70, other in 20_i64..40, slip in 3_i64..9) {
        let told = |margin: i64| format!("Dunn leads Ortiz by {margin} points, {one} percent to {other} percent, a poll found.");
        prop_assert_eq!(desk(&told(one - other)), "");
        prop_assert_ne!(desk(&told(one - other + slip)), "");
    }

    #[test]
    fn a_sound_share_draws_nothing_and_a_wrong_one_does(part in 11_i64..200, rest in 11_i64..200, slip in 2_i64..40) {
        let whole = part + rest;
        let percent = (part * 200 + whole) / (2 * whole);
        let told = |percent: i64| format!("Of the {whole} homes inspected, {part}, or {percent} percent, failed.");
        prop_assert_eq!(desk(&told(percent)), "");
        if whole % 100 != 0 && part % 100 != 0 && percent + slip < 100 {
            prop_assert_ne!(desk(&told(percent + slip)), "");
        }
    }

    #[test]
    fn a_sound_conversion_draws_nothing_and_a_wrong_one_does(miles in 11_i64..999, slip in 2_i64..5) {
        let told = |kilometres: i64| format!("The road is {miles} miles ({kilometres} km) long.");
        prop_assert_eq!(desk(&told((miles * 1_609_344 + 500_000) / 1_000_000)), "");
        prop_assert_ne!(desk(&told(miles * slip * 8 / 5 + miles)), "");
    }

    #[test]
    fn any_text_can_be_read(text in r"(?s)([0-9.,%$£ ()-]|up|from|to|rose|doubled|of the|points|each|km|miles| or |\PC){0,60}") {
        desk(&text);
    }
}

#[test]
fn every_prefix_of_a_story_can_be_read() {
    let story = "Sales rose 17% to 27,700 from 23,600, up 4,100. Of 110 jobs, 20 (18%) go; it doubled from 5 to 10 – 12 miles (19 km).";
    for (at, _) in story.char_indices() {
        desk(&story[..at]);
    }
}
