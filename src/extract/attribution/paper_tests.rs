//! Papers that say something, words that a clause gives to somebody, and who counts.
//! One line per attribution, as in [`super::more_tests`].

use expect_test::expect;

use super::more_tests::check;

#[test]
fn a_paper_says_it_however_it_is_dated_and_addressed() {
    check(
        &[
            "Fares would rise by $3 million, the port office said in a memo dated May 3.",
            "Fares would rise by $3 million, the port wrote in a letter sent to owners on Friday.",
            "The berth is sound, the port said in a notice to staff.",
            "The port planned to staff the berth.",
            "Gates brought in £1.1 million, the club's last accounts say, which put income at £2.4 million.",
            "Income fell to £3 million, last year's accounts show.",
            "The pier would cost £4 million, says a paper that goes before councillors on Monday.",
            "The pier would cost £4 million, says a report published on Monday.",
            "Iron is half of the cost, the filing says; the hull accounts for 22%.",
            "The hull is sound, Ruiz said; Kerr said it was not.",
            "In a letter to owners, the harbour master, Ida Moss, wrote that 40 boats were lost.",
            "Two officials, who were not allowed to discuss it, said that the gate had failed.",
        ],
        &expect![[r#"
            the port office | said | Fares would rise by $3 million | Speech
            the port | wrote | Fares would rise by $3 million | Speech
            the port | said | The berth is sound | Speech
            The port | planned | to staff the berth | Attitude
            the club's last accounts | say | Gates brought in £1.1 million | Speech
            which | put | income at £2.4 million | Speech
            last year's accounts | show | Income fell to £3 million | Speech
            a paper | says | The pier would cost £4 million | Speech
            a report | says | The pier would cost £4 million | Speech
            the filing | says | Iron is half of the cost … the hull accounts for 22% | Speech
            Ruiz | said | The hull is sound | Speech
            Kerr | said | it was not | Speech
            Ida Moss | wrote | that 40 boats were lost | Speech
            who | were not allowed to discuss | it | Speech
            Two officials | said | that the gate had failed | Speech
        "#]],
    );
}

#[test]
fn who_counts_something_says_how_many_there_are() {
    check(
        &[
            "Anglers counted 114 dead salmon on one Saturday.",
            "The ministry has tallied 40 cases since May.",
            "Kerr counted the boats.",
        ],
        &expect![[r#"
            Anglers | counted | 114 dead salmon on one Saturday | Speech
            The ministry | has tallied | 40 cases | Speech
        "#]],
    );
}

#[test]
fn a_clause_around_a_quotation_says_whose_words_it_is() {
    check(
        &[
            "“It is a mess” was the verdict of Ida Moss.",
            "“She would sell the boat” was the view of a former clerk, Les Boyd.",
            "“It is a mess” is Kerr's view.",
            "“It is a mess,” was all that Kerr would say.",
            "“They had one blanket.” That was how Ida Moss, the warden, summed it up.",
            "“No,” came the reply from Kerr.",
            "The pier was “lazy work,” in the words of a neighbour.",
            "The pier was “a mess”, in Kerr's words.",
            "In Ida Moss's phrase, it was “a near thing”.",
            "“It is a mess” was painted on the wall.",
            "“My back has left me,” the winner, Ida Moss, said.",
        ],
        &expect![[r#"
            Ida Moss | was | “It is a mess” | Speech
            a former clerk | was | “She would sell the boat” | Speech
            Kerr | is | “It is a mess” | Speech
            Kerr | was | “It is a mess,” | Speech
            Ida Moss | was | “They had one blanket.” | Speech
            Kerr | came | “No,” | Speech
            a neighbour | in the words of | “lazy work,” | Speech
            Kerr | in Kerr's words | “a mess” | Speech
            Ida Moss | In Ida Moss's phrase | “a near thing” | Speech
            Ida Moss | said | “My back has left me,” | Speech
        "#]],
    );
}

#[test]
fn what_stands_out_is_no_cue() {
    check(
        &[
            "Kerr was the least known of them and, to judge by sales, one of the best loved.",
            "It was among the most feared.",
        ],
        &expect![[r#""#]],
    );
}
