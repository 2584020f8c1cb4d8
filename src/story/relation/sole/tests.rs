//! Which figures need no more than each other and one word.

use crate::story::RelationKind;
use crate::story::testing::{read, relations};

fn wrong(kind: RelationKind, text: &str) -> bool {
    relations(&read(&format!("Brae news\n\n{text}")), kind).iter().any(|line| line.contains('≠'))
}

fn check(kind: RelationKind, cases: &[(&str, &str, &str)]) {
    for (text, sound, broken) in cases {
        assert!(!wrong(kind, &text.replace('#', sound)), "sound: {text}");
        assert!(wrong(kind, &text.replace('#', broken)), "broken: {text}");
    }
}

#[test]
fn what_words_call_a_sum_is_that_of_the_only_figures_of_its_kind() {
    check(
        RelationKind::Sum,
        &[
            (
                "The Alba landed 4,200 tonnes of rice, the Bela 1,900 and the Cora 700, the port said. That makes # tonnes.",
                "6,800",
                "7,800",
            ),
            (
                "Gas and power together cost the mill £# a year, Ida Ek said. Gas is £11,900 and power £2,680.",
                "14,580",
                "14,850",
            ),
        ],
    );
}

#[test]
fn what_is_left_is_what_there_was_without_what_went() {
    check(
        RelationKind::Difference,
        &[
            ("Holm shut 26 of its shops over the year and now has #, it said. It began with 190.", "164", "174"),
            (
                "The ferry firm had 14 boats. Three were sold and two were wrecked, so it has # left, Jon Ek said.",
                "nine",
                "11",
            ),
        ],
    );
    for text in [
        "Dunn has 568 votes. Ek has 370, Orr 129 and Lund left the race with 163.",
        "The farm had 84 cows. It lost 17, bought five and now has 57.",
    ] {
        assert!(!wrong(RelationKind::Difference, text), "{text}");
    }
}

#[test]
fn a_share_is_of_the_only_two_figures_before_it() {
    check(
        RelationKind::Share,
        &[
            ("The choir heard 80 boys and took 16, Lucian Ames said. That is # of them.", "a fifth", "a quarter"),
            (
                "The plant makes 450 litres a day, and leaks waste nine litres, about # of it, Ida Ek said.",
                "2 percent",
                "20 percent",
            ),
        ],
    );
    assert!(!wrong(RelationKind::Share, "The club has 80 men and 20 women. That is a fifth who are women."));
}

#[test]
fn a_change_lies_between_the_only_two_levels() {
    check(
        RelationKind::PercentChange,
        &[("The fee is up by #, Jed Roe said. Owners who paid $640 last season now pay $960.", "half", "a third")],
    );
}

#[test]
fn a_margin_parts_the_two_largest() {
    check(
        RelationKind::Difference,
        &[("Ek polled 4,212 and Orr 4,165, with 61 spoiled. Ek's margin of # is the least ever.", "47", "57")],
    );
}

#[test]
fn a_year_has_as_many_days_as_somebody_works() {
    check(
        RelationKind::Average,
        &[("Wardens wrote 4,380 tickets last year, Tom Shee said. That works out at # a day.", "12", "16")],
    );
}

#[test]
fn a_share_in_the_headline_is_that_of_the_first_paragraph() {
    for (head, is_wrong) in [("Quarter", true), ("Fifth", false)] {
        let story =
            read(&format!("{head} of drivers off sick\n\nOf the 260 drivers in Brae, 52 are off sick, Ida Ek said."));
        let found = relations(&story, RelationKind::Share);
        assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{head}: {found:?}");
    }
}
