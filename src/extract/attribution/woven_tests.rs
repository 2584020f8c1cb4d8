//! Quotations that no cue gives to anybody, and whoever they are then; and subjects that stand far from their verb.
//! One line per attribution, as in [`super::more_tests`].

use expect_test::expect;

use super::more_tests::check;

#[test]
fn words_woven_into_a_sentence_are_whose_sentence_it_is() {
    check(
        &[
            "Ruiz has gone after the plan as “a raid on the careful few”.",
            "The mayor reacted coldly to the offer, “I am not for sale and nor is the light.”",
            "She introduced him as “a friend of every small harbour”.",
            "The harbour is “a friend of every small boat”.",
            "It launched a fund called “Small Boats for Small Harbours”.",
            "Ruiz led them into “a hall of the old town”.",
        ],
        &expect![[r#"
            Ruiz | has | “a raid on the careful few” | Speech
            The mayor | reacted | “I am not for sale and nor is the light.” | Speech
            She | introduced | “a friend of every small harbour” | Speech
        "#]],
    );
}

#[test]
fn a_sentence_without_a_cue_leaves_its_words_to_whoever_spoke_before() {
    check(
        &[
            "“The berth was never safe,” Kerr said. But that is not the same as “a harbour that nobody may use”.",
            "“The berth was never safe,” said Kerr. Now, “nobody in the town will moor a boat there.”",
            "Kerr said the berth was never safe. Adding, “Nobody in the town will moor a boat there.”",
            "“The berth was never safe,” Kerr said. There is nobody left to “see that it is mended”.",
        ],
        &expect![[r#"
            Kerr | said | “The berth was never safe,” … “a harbour that nobody may use” | Speech
            Kerr | said | “The berth was never safe,” … “nobody in the town will moor a boat there.” | Speech
            Kerr | said | the berth was never safe … “Nobody in the town will moor a boat there.” | Speech
            Kerr | said | “The berth was never safe,” | Speech
        "#]],
    );
}

#[test]
fn a_subject_is_found_over_what_stands_between() {
    check(
        &[
            "Ruiz, who was speaking at the quay, did not mention Kerr by name, but said that the gate had failed.",
            "Ruiz, whose newest shop, Paradise, sells bread to sailors, said the gate had failed.",
            "The union sent a message to owners saying the gate had failed.",
            "The union put out a statement saying the gate had failed.",
            "Ruiz says in a film called “Wake Up,” warning that the gate would fail.",
            "In an interview on Monday, Ruiz went further: “The gate will fail.”",
            "Kerr accuses the port of “looking away” and Ida Moss says it is “asleep at the gate”.",
            "The loss doesn't surprise pilot Ida Moss: “The gate was old.”",
        ],
        &expect![[r#"
            Ruiz | did not mention | Kerr by name | Speech
            Ruiz | said | that the gate had failed | Speech
            Ruiz | said | the gate had failed | Speech
            The union | saying | the gate had failed | Speech
            The union | saying | the gate had failed | Speech
            Ruiz | says | called “Wake Up,” warning that the gate would fail | Speech
            Ruiz | : | “The gate will fail.” | Speech
            Kerr | accuses | the port of “looking away” | Speech
            Ida Moss | says | it is “asleep at the gate” | Speech
            pilot Ida Moss | : | “The gate was old.” | Speech
        "#]],
    );
}

#[test]
fn papers_and_warnings_hold_what_stands_around_them() {
    check(
        &[
            "The yard has 40 berths, its yearly report says: 12 for yachts and 28 for boats.",
            "On Friday, the report says: 12 berths are free.",
            "He left £260,000, the court heard: £130,000 to a niece and £130,000 to a church.",
            "The yard is valued at £6m in its accounts.",
            "Moss warned in an audit in May that the yard would fail.",
            "Moss argued in court on Friday that the yard had failed.",
            "Kerr, the clerk, gave the number as 412.",
            "Two members of the crew, who asked not to be named because they fear the firm, said the door had leaked.",
            "Said Ruiz, “The gate was old.”",
            "Ruiz's answer was: “The gate was old.”",
            "“Is the gate old?” Ruiz went on.",
        ],
        &expect![[r#"
            its yearly report | says | The yard has 40 berths … 12 for yachts and 28 for boats | Speech
            the report | says | 12 berths are free | Speech
            the court | heard | He left £260,000 … £130,000 to a niece and £130,000 to a church | Speech
            its accounts | in | The yard is valued at £6m | Speech
            Moss | warned | that the yard would fail | Speech
            Moss | argued | that the yard had failed | Speech
            Kerr | gave the number as | 412 | Speech
            who | asked | to be named because they fear the firm | Attitude
            Two members of the crew | said | the door had leaked | Speech
            Ruiz | Said | “The gate was old.” | Speech
            Ruiz | answer was | “The gate was old.” | Speech
            Ruiz | went | “Is the gate old?” | Speech
        "#]],
    );
}
