//! Which sentences reach over their ends, and which only stand beside each other.

use crate::story::testing::read;

/// The relations that do not hold, as "kind stated: operands"; those that hold with "=".
fn told(text: &str) -> Vec<String> {
    let story = read(&format!("Notes from the county\n\nBy Nell Orde\n\n{text}\n"));
    let number = |claim| story.figure_of(claim).map_or("?", |figure| story.text_of(figure.number));
    let relations = story.relations().iter().map(|relation| {
        let operands: Vec<&str> = relation.operands.iter().map(|&operand| number(operand)).collect();
        let sign = if relation.holds { '=' } else { '≠' };
        format!("{} {} {sign} {}", relation.kind.name(), number(relation.stated), operands.join(" | "))
    });
    relations.collect()
}

/// Whether the text has a contradiction of this kind.
fn wrong(text: &str) -> Vec<String> {
    told(text).into_iter().filter(|line| line.contains('≠')).collect()
}

fn check(cases: &[(&str, &str)]) {
    let missed: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| wrong(text) != [*expected])
        .map(|(text, expected)| format!("{text}\n  expected {expected}\n  found {:?}", told(text)))
        .collect();
    assert!(missed.is_empty(), "\n{}", missed.join("\n"));
}

fn check_clean(cases: &[&str]) {
    for text in cases {
        assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_rate_is_held_against_a_count_and_a_population_nearby() {
    check(&[
        (
            "There were 1,240 thefts in the year to June, the force said. In a town of 62,000 people that is 200 for every 1,000 residents.",
            "rate 200 ≠ 1,240 | 62,000",
        ),
        (
            "Brae has 4.1 officers for every 1,000 residents. The town has 90,000 people and a force of 270 officers.",
            "rate 4.1 ≠ 270 | 90,000",
        ),
        (
            "The county has 410,000 residents. It recorded 820 births last year, a rate of 4 per 1,000 residents.",
            "rate 4 ≠ 820 | 410,000",
        ),
    ]);
    check_clean(&[
        "There were 1,240 thefts in the year to June. In a town of 62,000 people that is 20 for every 1,000 residents.",
        "Brae has 3 officers for every 1,000 residents, against a national rate of 4.1 per 1,000. The town has 90,000 people and a force of 270 officers.",
        "There were 12 deaths per 100,000 people in the country. The town of 62,000 people had 31 of them.",
    ]);
}

#[test]
fn a_share_of_what_the_sentence_before_counts() {
    check(&[
        (
            "Plans for 320 homes were approved.\n\nOf the homes, 130, or 50 per cent, will be let cheaply.",
            "share 50 per cent ≠ 130 | 320",
        ),
        ("Police stopped 540 drivers. Of these, 81, or 25 percent, were fined.", "share 25 percent ≠ 81 | 540"),
        ("Police stopped 540 drivers. Some 81 of them, or a quarter, were fined.", "share a quarter ≠ 81 | 540"),
    ]);
    check_clean(&[
        "Plans for 320 homes were approved.\n\nOf the homes, 128, or 40 per cent, will be let cheaply.",
        "The study followed 1,270 people. Calls went to 640 and a leaflet to 630. In the first group 96, or 15%, fell.",
        "Police stopped 540 drivers and 60 cyclists. Of these, 81, or 25 percent, were fined.",
    ]);
}

#[test]
fn a_change_whose_other_end_stands_beside_it() {
    check(&[
        (
            "Of the 1,240 pupils 818 passed, or 66%. Last year the figure was 71%, a fall of 5%.",
            "points 5% ≠ 71% | 66%",
        ),
        (
            "The council spent £20m on roads last year. That will rise by 5 percent to £23m.",
            "percent-change 5 percent ≠ £20m | £23m",
        ),
        (
            "Burglaries fell by a fifth, the force said. There were 1,184 burglaries, against 1,300 in the year before.",
            "percent-change a fifth ≠ 1,300 | 1,184",
        ),
        ("The share that ends with a charge was 8% in 2023 and is now 11%, a 3% improvement.", "points 3% ≠ 8% | 11%"),
        (
            "The list stands at 48,300, an increase of 2,400 on the 44,900 of last spring.",
            "difference 2,400 ≠ 44,900 | 48,300",
        ),
        (
            "Corn closed at $4.62 a bushel on Friday, up 27 cents from $4.45 a week earlier.",
            "difference 27 ≠ $4.45 | $4.62",
        ),
        (
            "Giving has fallen by a quarter since 2020, from £64m to £56m a year.",
            "percent-change a quarter ≠ £64m | £56m",
        ),
        (
            "Shoplifting climbed again, the force said, with 2,310 offences against 2,655 in the previous year.",
            "direction 2,310 ≠ 2,655",
        ),
    ]);
    check_clean(&[
        "Of the 1,240 pupils 818 passed, or 66%. Last year the figure was 71%, a fall of 5 points.",
        "The council spent £20m on roads last year. That will rise by 15 percent to £23m.",
        "The firm made a profit of £20m last year. Sales at the firm rose 12 percent to £30m.",
        "Burglaries fell by a fifth, the force said. There were 1,184 burglaries, against 1,480 in the year before.",
        "Corn closed at $4.62 a bushel on Friday, up 17 cents from $4.45 a week earlier.",
    ]);
}

#[test]
fn an_average_of_what_was_raised_or_listed() {
    check(&[
        (
            "The hospice raised £280,000 in seven days.\n\nThe money came from 9,400 people, an average gift of about £90, she said.",
            "average £90 ≠ £280,000 | 9,400",
        ),
        ("The yields were 98, 104, 87 and 91 bushels an acre, for an average of 105.", "mean 105 ≠ 98 | 104 | 87 | 91"),
        (
            "It has a loan of £250,000 at 4% a year, which costs it £1,000 a year in interest.",
            "share 4% ≠ £1,000 | £250,000",
        ),
    ]);
    check_clean(&[
        "The hospice raised £280,000 in seven days.\n\nThe money came from 9,400 people, an average gift of about £30, she said.",
        "The yields were 98, 104, 87 and 91 bushels an acre, for an average of 95.",
        "It has a loan of £250,000 at 4% a year, which costs it £10,000 a year in interest.",
        "The club has 9,400 members, paid £280,000 for a stand and asks an average fee of £90.",
    ]);
}

#[test]
fn a_lead_and_a_margin_beside_their_votes() {
    check(&[
        (
            "Reyes leads Stoddard by 9 percentage points, a poll suggests.\n\nIt found 48 percent of voters backing Reyes and 41 percent Stoddard.",
            "difference 9 percentage points ≠ 48 percent | 41 percent",
        ),
        (
            "“I won by 12,000 votes,” Stoddard said. He won that race by 612,400 votes to 590,400.",
            "vote 12,000 ≠ 612,400 | 590,400",
        ),
    ]);
    check_clean(&[
        "Reyes leads Stoddard by 7 percentage points, a poll suggests.\n\nIt found 48 percent of voters backing Reyes and 41 percent Stoddard.",
        "Reyes leads Stoddard by 9 percentage points.\n\nAmong women 53 percent back Reyes and 36 percent Stoddard.",
        "“I won by 22,000 votes,” Stoddard said. He won that race by 612,400 votes to 590,400.",
    ]);
}

#[test]
fn one_part_of_one_whole() {
    check(&[(
        "The fire destroyed seven of the 14 bedrooms, she said.\n\nRain fell.\n\nNine of the hospice’s 14 bedrooms were destroyed.",
        "repeat Nine ≠ seven",
    )]);
    check_clean(&[
        "Seven of the 14 bedrooms were destroyed.\n\nNine of the 14 bedrooms are in use again.",
        "Seven of the 14 members voted for it. Three of the 14 members were away.",
    ]);
}

#[test]
fn what_a_rate_comes_to() {
    check(&[
        (
            "The trust spends £11,400 on each pupil and has 6,150 pupils, a budget of about £7m, its accounts show.",
            "average £7m ≠ 6,150 | £11,400",
        ),
        (
            "The stoppage is draining £210,000 a day from takings, or about £15m over the seven days, he said.",
            "average £15m ≠ £210,000",
        ),
        ("They took 46 of a possible 54 points, or 75%, since January.", "share 75% ≠ 46 | 54"),
        ("They scored 83 goals and let in 41, for a goal difference of 38.", "difference 38 ≠ 83 | 41"),
        (
            "Asked what they thought, 61% of those who got calls said that they liked them, 24% that they did not mind and 11% that they were a bore, while 9% gave no answer.",
            "shares 9% ≠ 61% | 24% | 11%",
        ),
        (
            "It found 48 percent of voters backing Reyes, 41 percent Stoddard and 5 percent Unger. Eight percent were undecided.",
            "shares Eight percent ≠ 48 percent | 41 percent | 5 percent",
        ),
    ]);
    check_clean(&[
        "Profit came to 212 million euros, against 424 million a year earlier, on revenue that slipped 7% to 1.86 billion euros from 2.00 billion.",
        "The trust spends £11,400 on each pupil and has 6,150 pupils, a budget of about £70m, its accounts show.",
    ]);
}

#[test]
fn numbers_beyond_all_reckoning_do_not_stop_the_desk() {
    const HUGE: &str = "79228162514264337593543950335";
    for text in [
        "Of the 40 lifeboats, 41 are inshore craft and 25 are all-weather boats.",
        "The ship had 40 people on board. Coast guards saved 41, and 25 are missing.",
        "Seven bodies were recovered on Monday and 41 on Tuesday, bringing the toll to 40.",
        "Of the 40 councillors 41 backed it, 25 voted no and 40 abstained.",
        "The yields were 40, 41, 40 and 25 bushels an acre, for an average of 41.",
        "The hospice raised £40 in seven days. The money came from 41 people, an average gift of about £25.",
        "There were 40 thefts. In a town of 41 people that is 25 for every 1,000 residents.",
        "Trains ran late on 40 days last year, against 41 the year before, a rise of 25.",
        "The poll found 40 percent for, 41 percent against and 25 percent undecided.",
        "The motion was carried by 40 votes to 41. All 25 councillors voted.",
        "Plans for 40 homes were passed. Of the homes, 41, or 25 percent, will be let.",
        "The island has 40 people and 41 doctors, one for every 25.",
        "The tax will raise £40 over five years, or £41 a year. Shares rose 25 percent to 40 from 41.",
    ] {
        for number in ["40", "41", "25"] {
            told(&text.replace(number, HUGE));
        }
        told(&["40", "41", "25"].iter().fold(text.to_owned(), |text, number| text.replace(number, HUGE)));
    }
}

#[test]
fn a_change_in_percent_is_not_the_difference_of_shares_told_before() {
    check(&[(
        "Lund has the trust of 41% of members, the union said.\n\nLund stood at 44% in a count in March, so her standing has fallen by 3%.",
        "points 3% ≠ 44% | 41%",
    )]);
    check_clean(&[
        "Lund has the trust of 41% of members, the union said.\n\nLund stood at 44% in a count in March, so her standing has fallen by three points.",
        "Lund has the trust of 36% of members, the union said.\n\nLund stood at 40% in a count in March, so her standing has fallen by 10%.",
        "Rents in Brae were up 41%.\n\nLund stood at 44% in a count in March, so her standing has fallen by 3%.",
    ]);
}

#[test]
fn a_further_share_belongs_to_the_sentence_before() {
    check(&[(
        "The pool was the wish of 52% of residents and the rink of 31%. A further 12% wanted neither and 11% had no view.",
        "shares 11% ≠ 52% | 31% | 12%",
    )]);
    check_clean(&[
        "The pool was the wish of 52% of residents and the rink of 31%. A further 12% wanted neither and 5% had no view.",
        "The pool was the wish of 52% of residents and the rink of 31%. In Brae 70% wanted neither and 8% had no view.",
    ]);
}

#[test]
fn what_two_figures_come_to_is_said_again_behind_them() {
    check(&[
        ("The hall sold 690 tickets in June, against 460 in May, so that sales have doubled.", "ratio 690 ≠ 460"),
        ("They found nine faults in 600 lamps, or two for every 1,000.", "rate two ≠ nine | 600"),
        ("Holm spent £54,000 of a grant of £90,000, or about a third of it.", "share a third ≠ £54,000 | £90,000"),
    ]);
    check_clean(&[
        "The hall sold 910 tickets in June, against 460 in May, so that sales have doubled.",
        "The hall sold 690 tickets in June, against 460 in May, so that sales have doubled since 2019.",
        "They found nine faults in 600 lamps, or 15 for every 1,000.",
        "Holm spent £54,000 of a grant of £90,000, or 60 percent of it.",
    ]);
}

#[test]
fn a_difference_of_temperatures_is_not_converted_as_a_temperature() {
    check(&[
        ("The lake has cooled by 4C (39.2F) since May.", "conversion 39.2 ≠ 4"),
        ("A rise of 3C (37.4F) is likely by 2060.", "conversion 37.4 ≠ 3"),
        ("July was 6C (42.8F) above average.", "conversion 42.8 ≠ 6"),
    ]);
    check_clean(&[
        "The lake has cooled by 4C (7.2F) since May.",
        "The record was beaten by 38.7C (101.7F) in Brae.",
        "It rose by noon to 4C (39.2F) in Brae.",
        "It was 4C (39.2F) at noon and 5C below zero (23F) at night.",
    ]);
}

#[test]
fn a_sum_keeps_its_scale_throughout() {
    check(&[
        (
            "Its loans come to £3.7m, the trust says. A lender would have to write off £3.7bn of loans first.",
            "repeat £3.7bn ≠ £3.7m",
        ),
        (
            "The festival took $37.5 million, its books show. Most of the festival's $37.5 billion went to the bands.",
            "repeat $37.5 billion ≠ $37.5 million",
        ),
    ]);
    check_clean(&[
        "The grant of £3.7m was paid in May. It comes from a £3.7bn fund for grants.",
        "The council owes £45m. The debt of all councils is £45bn.",
        "The firm owes £3.7m. Another firm owes £3.7bn.",
    ]);
}

#[test]
fn what_comes_back_is_worth_what_it_was_worth_before() {
    check(&[
        (
            "The loan, worth £2.3m, went to a firm in Brae.\n\nThe £2.8m loan was signed in November.",
            "repeat £2.8m ≠ £2.3m",
        ),
        (
            "Some 240 pupils had lunch in the school hall.\n\nAll 270 pupils who sat in the school hall have gone home.",
            "repeat 270 ≠ 240",
        ),
    ]);
    check_clean(&[
        "The loan, worth £2.3m, went to a firm in Brae.\n\nThe £2.8m bridge was opened in November.",
        "Some 240 pupils had lunch in the school hall.\n\nAll 270 pupils who live in Brae have gone home.",
    ]);
}

#[test]
fn seats_of_a_chamber_told_without_an_article_are_still_its_whole() {
    check(&[
        ("The bloc holds 71 of 120 seats, the Civic List 33 and the Hearth 19.", "sum 120 ≠ 71 | 33 | 19"),
        (
            "The Union won 24 of 50 seats, the Reform Party 17, the Greens eight and the League three.",
            "sum 50 ≠ 24 | 17 | eight | three",
        ),
        ("Labour has 18 of 36 seats on the council, the Greens 12 and independents eight.", "sum 36 ≠ 18 | 12 | eight"),
    ]);
    check_clean(&[
        "The bloc holds 68 of 120 seats, the Civic List 33 and the Hearth 19.",
        "The bloc won 71 of 120 seats, up from 64, and the Civic List 33.",
        "The bloc holds 71 of 120 seats, and the Civic List 33.",
    ]);
}

#[test]
fn a_little_over_a_percentage_goes_up_to_where_it_rounds_to_the_next() {
    check_clean(&[
        "The payments would cover 20,000 cows, or a little over 1% of the herd of 1.6 million.",
        "The scheme took in 14 of the 1,000 farms, or just over 1%.",
        "Of the 200 members, five, or more than 2%, were there.",
    ]);
    check(&[
        (
            "The payments would cover 40,000 cows, or a little over 1% of the herd of 1.6 million.",
            "share 1% ≠ 40,000 | 1.6 million",
        ),
        ("The scheme took in 42 of the 1,000 farms, or just over 2%.", "share 2% ≠ 42 | 1,000"),
    ]);
}

#[test]
fn whoever_is_first_of_three_is_ahead_by_what_parts_the_first_two() {
    let poll = "With all votes counted Moss had 21,400, Brand 19,650 and Ek 8,950";
    let margin = "vote 1,450 ≠ 21,400 | 19,650";
    check(&[
        (&format!("{poll}. That put Moss ahead by 1,450."), margin),
        (&format!("{poll}, the clerk said, out of 50,000 valid ballots. Moss is ahead by 1,450 votes."), margin),
        (&format!("{poll}. It gave the mayor a lead of 1,450 over Brand."), margin),
    ]);
    check_clean(&[
        &format!("{poll}. That put Moss ahead by 1,750."),
        &format!("{poll}. Before the recount Moss was ahead by 12."),
        &format!("{poll}. At the last election she was ahead by 1,450."),
        "The votes gave Moss 400 in Brae, 650 in Ayr and 950 in Troon. She is ahead by 240.",
    ]);
}
