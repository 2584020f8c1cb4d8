//! Which figures stand in which relation, and whether it holds: one line a sum, "≠" where it does not hold.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;
use crate::draft::Format;
pub(super) use crate::story::testing::read_as as read;

pub(super) fn lines(story: &Story, kind: RelationKind) -> String {
    let number = |claim: ClaimId| story.figure_of(claim).map_or("?", |figure| story.text_of(figure.number));
    let relations = story.relations().iter().filter(|relation| relation.kind == kind);
    let lines = relations.map(|relation| {
        let operands: Vec<&str> = relation.operands.iter().map(|&operand| number(operand)).collect();
        let sign = if relation.holds { '=' } else { '≠' };
        format!("{} {sign} {}\n", number(relation.stated), operands.join(" + "))
    });
    lines.collect()
}

/// Every paragraph of `text` is read as a story of its own.
#[expect(clippy::needless_pass_by_value, reason = "an expectation is written in place")]
fn check(text: &str, expected: Expect) {
    let sums = text.trim().lines().filter(|line| !line.trim().is_empty()).map(|line| {
        let found = lines(&read(line.trim(), Format::Plain), RelationKind::Sum);
        if found.is_empty() { "-\n".to_owned() } else { found }
    });
    expected.assert_eq(&sums.collect::<String>());
}

#[expect(clippy::needless_pass_by_value, reason = "an expectation is written in place")]
fn check_story(text: &str, format: Format, expected: Expect) {
    expected.assert_eq(&lines(&read(text, format), RelationKind::Sum));
}

#[test]
fn a_colon_list_is_complete() {
    check(
        "
        12 died: seven in Ayr, three in Troon and one in Irvine.
        The firm confirmed the loss of 60 jobs: 41 in the foundry, 12 in the yard and seven in the office.
        The £90m will pay for three schools: £40m for Oakdale, £30m for Elm and £25m for Ash.
        The medal count is 21: ten gold, six silver and four bronze.
        Eleven people died: seven in Ayr, including three children, two in Troon and one in Irvine.
        ",
        expect![[r#"
            12 ≠ seven + three + one
            60 = 41 + 12 + seven
            £90m ≠ £40m + £30m + £25m
            21 ≠ ten + six + four
            Eleven ≠ seven + two + one
        "#]],
    );
}

#[test]
fn of_which_and_made_up_of_are_complete() {
    check(
        "
        The report made 15 recommendations, of which nine have been carried out and five have not.
        Grants are to reach 2.4 billion marks, of which 950 million will come from the lottery and 1.3 billion from the state.
        The court set damages totalling $90m. They were made up of $60m in fines and $20m in costs.
        The 118,000 tonnes comprised 41,500 tonnes of barley for Tunis, 32,000 of barley for Oran and 54,500 of rye for Sfax.
        ",
        expect![[r#"
            15 ≠ nine + five
            2.4 billion ≠ 950 million + 1.3 billion
            $90m ≠ $60m + $20m
            118,000 ≠ 41,500 + 32,000 + 54,500
        "#]],
    );
}

#[test]
fn a_sentence_that_takes_its_total_apart_needs_a_word_of_completeness() {
    check(
        "
        Out of a total of 96 trams, 58 were running and 48 stood idle.
        Of the 40 hostages, 25 were freed and the remaining 14 are still held.
        Of 120 jobs, 80 will go in Leeds and 45 in York.
        Of the 54 pupils, 31 take maths and 40 take physics.
        Of the 53 wounded, 23 remained in hospital and six were critical.
        ",
        expect![[r#"
            96 ≠ 58 + 48
            40 ≠ 25 + 14
            120 ≠ 80 + 45
            -
            -
        "#]],
    );
}

#[test]
fn a_breakdown_may_follow_behind_a_dash_a_bracket_or_a_comma() {
    check(
        "
        Exports totalled 4,835,200 tonnes -- 217,600 tonnes of oats and 4,563,600 tonnes of rye.
        Twelve people (seven men and four women) were arrested.
        12 people were arrested, seven men and four women, police said.
        The firm will cut 120 jobs, with 80 in Leeds and 45 in York.
        In all, 45 houses burned, 20 in Ayr, 15 in Troon and 11 in Irvine.
        ",
        expect![[r#"
            4,835,200 ≠ 217,600 + 4,563,600
            Twelve ≠ seven + four
            12 ≠ seven + four
            120 ≠ 80 + 45
            45 ≠ 20 + 15 + 11
        "#]],
    );
}

#[test]
fn the_first_item_of_a_list_is_not_its_total() {
    check(
        "
        The jury gave 31 points to Moss, 24 to Brand and 19 to Hale.
        The wall stands 5 feet tall on the lane, 3 feet on the yard and 4 feet on the brook.
        ",
        expect![[r#"
            -
            -
        "#]],
    );
}

#[test]
fn a_total_may_stand_behind_its_parts() {
    check(
        "
        The party holds 2,310 elected seats and 586 reserved seats for a total of 2,986.
        Rescuers found five dead and three injured, 9 casualties in all.
        The firm will cut 80 jobs in Leeds and 45 in York, making 120 in total.
        Seven people died in Ayr and three in Troon. In all, 12 people died.
        Three more bodies were found in Ayr and two in Troon, bringing the total to 40.
        ",
        expect![[r#"
            2,986 ≠ 2,310 + 586
            9 ≠ five + three
            120 ≠ 80 + 45
            12 ≠ Seven + three
            -
        "#]],
    );
}

#[test]
fn what_is_left_belongs_to_the_sum() {
    check(
        "
        The club sold 12 of its 30 buses, leaving 16.
        The firm employs 120 people; 45 will go, leaving 85.
        The club owes £72m (€84m), including £26m to its owner. The remaining £64m is due to banks.
        ",
        expect![[r#"
            30 ≠ 12 + 16
            120 ≠ 45 + 85
            £72m ≠ £26m + £64m
        "#]],
    );
}

#[test]
fn a_part_that_two_groups_share_counts_twice() {
    check(
        "
        The bridge will cost 2.1 billion marks: 700 million in the first year, 600 million in the second and third and 500 million in the fourth.
        The bridge will cost 2.4 billion marks: 700 million in the first year, 600 million in the second and third and 500 million in the fourth.
        The bridge will cost 1.8 billion marks: 700 million in the first year, 600 million in the second and third and 500 million in the fourth.
        ",
        expect![[r#"
            2.1 billion ≠ 700 million + 600 million + 500 million
            2.4 billion = 700 million + 600 million + 500 million
            1.8 billion = 700 million + 600 million + 500 million
        "#]],
    );
}

#[test]
fn a_list_that_need_not_be_complete_contradicts_only_from_above() {
    check(
        "
        The city has 40 parks, including 12 in Ayr and 10 in Troon.
        The 120 jobs include 80 in Leeds and 45 in York.
        The barges carry 41,000 tonnes, including 26,000 for Oran, 14,000 for Tunis and 4,000 for Sfax.
        Police arrested 30 people, most of them in Ayr, 12 in Troon and 10 in Irvine.
        12 died: seven in Ayr, three in Troon and others in Irvine.
        ",
        expect![[r#"
            -
            120 ≠ 80 + 45
            41,000 ≠ 26,000 + 14,000 + 4,000
            -
            -
        "#]],
    );
}

#[test]
fn digits_that_changed_places_give_a_short_list_away() {
    check(
        "
        The 845 boats in port included 23 on slips, 91 at the pier and 713 at anchor.
        The 845 boats in port included 23 on slips, 91 at the pier and 714 at anchor.
        ",
        expect![[r#"
            845 ≠ 23 + 91 + 713
            -
        "#]],
    );
}

#[test]
fn other_units_currencies_and_scores_are_not_added() {
    check(
        "
        The club paid $54m (£28m), with $30m in cash and £20m in shares.
        He has two plans: 40 homes in the north and 20 in the south.
        The fire burned 40 homes and 12 barns, and 3 people died.
        The board has 12 seats: they won 6-4, 7-5 and 6-3.
        The poll put Moss at 44 percent: 20 percent in Ayr and 30 percent in Troon.
        ",
        expect![[r#"
            -
            -
            -
            -
            -
        "#]],
    );
}

#[test]
fn rounding_and_hedges_may_fit() {
    check(
        "
        The two deals are worth a combined $4 billion: $2.5 billion for Arvo and $1.2 billion for Lund.
        About 100 people were hurt: 60 in Ayr and 43 in Troon.
        More than 500 people were hurt: 300 in Ayr and 230 in Troon.
        More than 500 people were hurt: 300 in Ayr and 330 in Troon.
        ",
        expect![[r#"
            $4 billion = $2.5 billion + $1.2 billion
            100 = 60 + 43
            500 = 300 + 230
            500 ≠ 300 + 330
        "#]],
    );
}

#[test]
fn a_vote_has_no_more_voters_than_members() {
    check(
        "
        The plan passed on a 7-4 vote of the 11 members.
        The plan passed on a 7-5 vote of the 11 members.
        The plan passed on a 6-4 vote of the 11 members.
        ",
        expect![[r#"
            11 = 7-4
            11 ≠ 7-5
            -
        "#]],
    );
}

#[test]
fn the_next_sentence_may_break_a_total_down() {
    check(
        "
        Sales rose to £2.36bn from £2.2bn, Arvo said. Ferries earned £1.12bn, trains £843m and buses £397m.
        Sales rose to £2.36bn from £2.2bn, Arvo said. Ferries earned £1.12bn, trains £843m and buses £597m.
        Sales rose to £2.36bn from £2.2bn, Arvo said. Ferries earned £1.12bn, trains £443m and buses £397m.
        Moss leads the race, with 412. Brand has 310 delegates, Hale has 95 and Orr has 120.
        ",
        expect![[r#"
            £2.36bn = £1.12bn + £843m + £397m
            £2.36bn ≠ £1.12bn + £843m + £597m
            -
            -
        "#]],
    );
}

#[test]
fn a_total_row_adds_up_its_column() {
    let table = |total: &str| {
        format!(
            "<table><tr><th>Service</th><th>£m</th><th>Change %</th></tr>\
             <tr><td>Care</td><td>88.4</td><td>4</td></tr><tr><td>Roads</td><td>41.8</td><td>2</td></tr>\
             <tr><td>Parks</td><td>21.5</td><td>1</td></tr>\
             <tr><td><b>Total</b></td><td><b>{total}</b></td><td>3</td></tr></table>"
        )
    };
    check_story(
        &table("151.7"),
        Format::Html,
        expect![[r#"
            151.7 = 88.4 + 41.8 + 21.5
        "#]],
    );
    check_story(
        &table("161.7"),
        Format::Html,
        expect![[r#"
            161.7 ≠ 88.4 + 41.8 + 21.5
        "#]],
    );
}

#[test]
fn rounded_whole_numbers_in_a_column_may_miss_their_total() {
    let table = |total: &str| {
        format!(
            "<table><tr><th>Area</th><th>£ million</th></tr><tr><td>Ayr</td><td>24</td></tr>\
             <tr><td>Troon</td><td>31</td></tr><tr><td>All</td><td>{total}</td></tr></table>"
        )
    };
    check_story(&table("56"), Format::Html, expect![[""]]);
    check_story(
        &table("58"),
        Format::Html,
        expect![[r#"
        58 ≠ 24 + 31
    "#]],
    );
}

#[test]
fn a_list_is_held_against_the_sentence_that_leads_to_it() {
    let list = |lead: &str| {
        format!("<p>{lead}</p><ul><li>nine for schools</li><li>four for parks</li><li>two for the arts</li></ul>")
    };
    check_story(
        &list("The 14 grants are:"),
        Format::Html,
        expect![[r#"
        14 ≠ nine + four + two
    "#]],
    );
    check_story(
        &list("The 15 grants are:"),
        Format::Html,
        expect![[r#"
        15 = nine + four + two
    "#]],
    );
    check_story(&list("The 18 grants include:"), Format::Html, expect![[""]]);
    check_story(&list("The three kinds of grants are:"), Format::Html, expect![[""]]);
}

#[test]
fn a_last_item_may_give_the_total() {
    let list = "<ul><li>Ayr: 12 homes</li><li>Troon: 9 homes</li><li>Total: 22 homes</li></ul>";
    check_story(
        list,
        Format::Html,
        expect![[r#"
        22 ≠ 12 + 9
    "#]],
    );
}

const WAR: &str = "Northland lost 300+ troops in a day: Southland ministry

The Southland ministry said that over 300 Northland troops had been killed.

Southland's Ridge (East) forces eliminated over 200 Northland soldiers, the ministry said. \
In combat with the Lake (West) group, Northland lost up to 115 servicemen and four guns.

The Dale group of forces took out over 165 Northland troops and a tank.
";

#[test]
fn a_headline_is_held_against_what_the_story_reports_group_by_group() {
    check_story(
        WAR,
        Format::Plain,
        expect![[r#"
        300 ≠ 200 + 115 + 165
    "#]],
    );
    let sum = read(WAR, Format::Plain).relations().iter().find(|relation| relation.kind == RelationKind::Sum).cloned();
    let bounds = sum.map(|sum| (sum.low, sum.high, sum.complete));
    assert_eq!(bounds, Some((Some(Decimal::from(365)), Some(Decimal::from(480)), false)));
}

#[test]
fn groups_that_give_less_than_the_total_are_no_contradiction() {
    check_story(&WAR.replace("300", "900"), Format::Plain, expect![[""]]);
    check_story(&WAR.replace("The Dale group of forces", "The raids"), Format::Plain, expect![[""]]);
}

#[test]
fn groups_that_are_announced_are_all_there_are() {
    let story = |total: &str| {
        format!(
            "Storm destroys {total} homes\n\nThe storm has destroyed {total} homes in three counties, officials said.\n\n\
             Dell County lost 84 homes, Ash Creek County 63 and Salt County 37, surveys show.\n"
        )
    };
    check_story(
        &story("184"),
        Format::Plain,
        expect![[r#"
            184 = 84 + 63 + 37
        "#]],
    );
    check_story(
        &story("190"),
        Format::Plain,
        expect![[r#"
            190 ≠ 84 + 63 + 37
        "#]],
    );
    check_story(
        &story("170"),
        Format::Plain,
        expect![[r#"
            170 ≠ 84 + 63 + 37
        "#]],
    );
}

#[test]
fn repeats_lead_to_the_first_mention() {
    expect![[r#"
        300 = 300
    "#]]
    .assert_eq(&lines(&read(WAR, Format::Plain), RelationKind::Repeat));
}

#[test]
fn no_prefix_of_a_story_panics() {
    let text = format!(
        "{WAR}\n12 died: seven in Ayr, £3bn (“four”) in Troon — of which 79228162514264337593543950335 and 7-4 vote of the 11 members."
    );
    for (end, _) in text.char_indices() {
        read(&text[..end], Format::Plain);
    }
}

/// A sound list in one of several wordings; `off` is added to one of the parts.
fn worded(counts: &[u32], wording: usize, off: u32) -> String {
    const PLACES: [&str; 6] = ["Ayr", "Troon", "Irvine", "Leaford", "Holm", "Brae"];
    let total: u32 = counts.iter().sum();
    let items: Vec<String> = counts
        .iter()
        .enumerate()
        .map(|(at, count)| format!("{} in {}", count + if at == 1 { off } else { 0 }, PLACES[at]))
        .collect();
    let (ending, first) = items.split_last().expect("a list has items");
    let list = format!("{} and {ending}", first.join(", "));
    match wording {
        0 => format!("The storm killed {total} people: {list}."),
        1 => format!("Officials confirmed the loss of {total} jobs: {list}, they said."),
        2 => format!("A total of {total} homes burned: {list}."),
        _ => format!("The group will open {total} shops: {list}."),
    }
}

proptest! {
    #[test]
    fn a_sound_list_holds_and_one_wrong_part_never_does(
        counts in prop::collection::vec(1_u32..400, 2..6), wording in 0_usize..4, off in 1_u32..90,
    ) {
        let total: u32 = counts.iter().sum();
        // A whole number that ends in two zeros is round from a thousand on.
        prop_assume!(total < 1_000);
        // "Killed 2 people: 1 in Ayr and 2 in Troon": a part as large as the whole is taken for the whole, told again.
        prop_assume!(counts[1] + off != total);
        let sound = read(&worded(&counts, wording, 0), Format::Plain).relations().to_vec();
        prop_assert!(sound.iter().all(|relation| relation.holds));
        let wrong = read(&worded(&counts, wording, off), Format::Plain).relations().to_vec();
        prop_assert!(wrong.iter().any(|relation| !relation.holds), "{}", worded(&counts, wording, off));
    }

    #[test]
    fn no_text_panics(text in "(\\PC|[0-9]{1,4}|1 in [0-9]{2}|a third| percent|: |, | and | in |Total|\n){0,60}") {
        read(&text, Format::Plain);
    }
}
