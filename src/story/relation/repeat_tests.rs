//! Which figures report one thing twice: one line a pair that does not hold, in whole drafts of a few lines.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::RelationKind;
use super::tests::{lines, read};
use crate::draft::Format;

/// The repeats of a Markdown draft that do not hold.
fn contradicted(draft: &str) -> String {
    let all = lines(&read(draft, Format::Markdown), RelationKind::Repeat);
    all.lines().filter(|line| line.contains('≠')).fold(String::new(), |kept, line| kept + line + "\n")
}

#[expect(clippy::needless_pass_by_value, reason = "an expectation is written in place")]
fn check(draft: &str, expected: Expect) {
    expected.assert_eq(&contradicted(draft));
}

fn silent(draft: &str) {
    assert_eq!(contradicted(draft), "", "{draft}");
}

#[test]
fn a_headline_is_held_against_the_first_paragraphs() {
    check(
        "# Tyre maker axes 1,900 jobs\n\nTyre maker Roxholm is to axe 1,600 jobs at three plants, it said.\n",
        expect!["1,900 ≠ 1,600\n"],
    );
    check(
        "# Orrin bank in £71m settlement\n\nOrrin bank has agreed to pay £17m to settle a claim by savers.\n",
        expect!["£71m ≠ £17m\n"],
    );
    check(
        "# Only 31 percent of Marl donors are local\n\nFewer than a fifth of the donors to Marl's campaign are local.\n",
        expect!["31 percent ≠ a fifth\n"],
    );
    check(
        "# OIL RIG COUNT RISES TO 615\n\nThe number of active oil rigs rose by 12 to a total of 651 last week.\n",
        expect!["615 ≠ 651\n"],
    );
}

#[test]
fn a_scale_that_slips_is_found_in_the_dek_as_in_the_headline() {
    check(
        "---\ntitle: Town plans new depot\ndek: A £6bn depot among the items\n---\n\nThe town will rebuild its yard.\n\nIt also voted for £6m for a new depot.\n",
        expect!["£6bn ≠ £6m\n"],
    );
}

#[test]
fn a_caption_is_held_against_the_whole_story() {
    check(
        "# Ferry inquiry opens\n\nThe ferry carried 312 passengers.\n\nIt sank.\n\n![The ferry left with 321 passengers](a.jpg)\n",
        expect!["321 ≠ 312\n"],
    );
}

#[test]
fn a_headline_may_round_and_the_body_may_hedge() {
    silent("# Fund puts $1bn into ports\n\nThe fund will put $1.02bn into two ports.\n");
    silent("# Mill to cut 2,500 jobs\n\nUp to 2,500 jobs are to go at the mill.\n");
    silent("# A third of pupils miss school\n\nSome 34 percent of pupils missed school in May.\n");
    silent("# 500 jobs to go at mill\n\nThe mill is to cut 496 jobs.\n");
}

#[test]
fn a_headline_may_give_what_the_body_adds_up_to() {
    silent("# Storm kills 13 on coast\n\nThe storm killed nine people in Ayr and four people in Troon.\n");
    silent("# Sales of toys up 25 percent\n\nSales of toys rose to $50 million from $40 million.\n");
    silent("# Bank to pay £90m to savers\n\nThe bank will pay savers £60m now and £30m in May.\n");
}

#[test]
fn a_headline_is_not_held_against_another_currency_event_or_thing() {
    silent("# Shell company pays $40m\n\nThe shell company paid £30m for the yard.\n");
    silent("# Blast kills 12 at market\n\nThe blast at the market injured 21 people.\n");
    silent("# Fire destroys 40 homes\n\nThe fire destroyed 60 cars.\n");
}

#[test]
fn a_number_that_comes_back_is_held_against_the_first() {
    check(
        "# Fire in the hills\n\nThe fire destroyed 318 homes in two valleys.\n\nRain is forecast.\n\nThe 381 homes lost include a mill.\n",
        expect!["381 ≠ 318\n"],
    );
    check(
        "# Council to build library\n\nThe council will build a £4.2m library in Orchard Street.\n\nThe £4.7m library is to open in June.\n",
        expect!["£4.7m ≠ £4.2m\n"],
    );
}

#[test]
fn a_number_that_comes_back_need_not_say_again_what_happened() {
    check(
        "Orrin will shut two plants with the loss of 310 jobs.\n\nThe 350 jobs are all in the north.\n",
        expect!["350 ≠ 310\n"],
    );
    check("The fire killed 12 people on Monday.\n\nA service for the 14 dead is on Friday.\n", expect!["14 ≠ 12\n"]);
    check("The fair sold 12,400 tickets.\n\nThe 14,200 tickets went in an hour.\n", expect!["14,200 ≠ 12,400\n"]);
}

#[test]
fn another_place_part_or_time_is_another_number() {
    silent("The fire destroyed 318 homes in Brae.\n\nThe 381 homes lost in Ardle were insured.\n");
    silent("The fire destroyed 318 homes.\n\nThe 381 homes lost in the previous fire were insured.\n");
    silent("The mill will cut 41 jobs.\n\nThe other 47 job losses are at the yard.\n");
    silent("The town has 318 homes.\n\nThe 64 homes in the valley are empty.\n");
}

#[test]
fn two_people_may_disagree() {
    silent(
        "The fire killed 41 people, said Chief Ada Moss.\n\n\"The 47 people killed were my neighbours,\" said Ivo Brand.\n",
    );
}

proptest! {
    #[test]
    fn a_headline_that_repeats_the_body_holds_and_one_that_swaps_its_digits_never_does(
        tens in 1_u32..10, ones in 1_u32..10, wording in 0_usize..4,
    ) {
        prop_assume!(tens != ones);
        let (headline, body) = [
            ("Port to spend £{}m on quay", "The port will spend £{}m on a new quay."),
            ("{} seals found dead on beach", "Wardens found {} seals dead on the beach on Friday."),
            ("Strike closes {} schools", "The strike closed {} schools on Monday."),
            ("Rail fares up {} percent", "Rail fares will rise by {} percent in May."),
        ][wording];
        let (number, swapped) = (tens * 10 + ones, ones * 10 + tens);
        let draft = |head: u32| {
            format!("# {}\n\n{}\n", headline.replace("{}", &head.to_string()), body.replace("{}", &number.to_string()))
        };
        prop_assert_eq!(contradicted(&draft(number)), "");
        // Beyond a factor of four nothing says that the two are one figure.
        let factor = f64::from(number.max(swapped)) / f64::from(number.min(swapped));
        prop_assert!(factor > 4.0 || !contradicted(&draft(swapped)).is_empty());
    }
}
