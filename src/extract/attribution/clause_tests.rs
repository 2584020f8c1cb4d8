//! Clauses that go on over what stands within them, and cues of several words.
//! One line per attribution, as in [`super::more_tests`].

use expect_test::expect;

use super::more_tests::check;

#[test]
fn a_clause_goes_on_behind_what_interrupts_it() {
    check(
        &[
            "The clerk said that Holt, despite his 40 boats, is better placed than Moss.",
            "She thinks the port, which has only 40 berths, will close.",
            "Kerr says the hall had a fund when he ran it, and took $40 million from growers.",
            "Kerr said — in a letter, no less — that Holt had raised $4 million.",
            "He added, that there is room for all 40 boats.",
            "Police said officers will wear badges - and 40 will wear shorts.",
            "The Courier reported that, according to a study of her diary, 85 of the 154 meetings were with growers.",
            "The answer did not rebut Kerr's point, that Holt might be beholden because she took $40 million.",
            "Moss criticised the accord reached after two weeks of talks.",
            "Moss criticised the accord after she read it.",
        ],
        &expect![[r#"
            The clerk | said | that Holt, despite his 40 boats, is better placed than Moss | Speech
            She | thinks | the port, which has only 40 berths, will close | Attitude
            Kerr | says | the hall had a fund when he ran it, and took $40 million from growers | Speech
            Kerr | said | that Holt had raised $4 million | Speech
            He | added | that there is room for all 40 boats | Speech
            Police | said | officers will wear badges - and 40 will wear shorts | Speech
            The Courier | reported | that | Speech
            a study of her diary | according to | 85 of the 154 meetings were with growers | Speech
            The answer | did not rebut | Kerr's point, that Holt might be beholden because she took $40 million | Speech
            Moss | criticised | the accord reached after two weeks of talks | Speech
            Moss | criticised | the accord | Speech
            she | read | it | Speech
        "#]],
    );
}

#[test]
fn the_subject_of_a_cue_may_be_longer_than_its_last_word() {
    check(
        &[
            "Kerr had previously said, “We will see 40 boats.”",
            "Kerr told Dolna News he'd support 40 boats.",
            "Only about 4 in 10 growers in each county want all 40 dams removed.",
            "Until the port closed, most of them said they had 40 years behind them.",
            "A person familiar with the planning for Thursday's meeting says 40 will come.",
            "Retired surgeon Ben Carlow told growers Wednesday that he sees no boats.",
            "Cross told a county harbour committee hearing on Thursday that the port had 40 berths.",
            "Supporters of Holt say by 55%-41% that the port should close.",
            "Kerr, who lost 40 acres in the flood, appears to be tired.",
            "Wednesday on Radio Dolna's “Harbour,” Ida Moss said if the county picked her she would go.",
            "Kerr was asked by Ben Cross of Dolna Radio whether his plan would cost $170 million.",
        ],
        &expect![[r#"
            Kerr | had previously said | “We will see 40 boats.” | Speech
            Kerr | told | he'd support 40 boats | Speech
            Only about 4 in 10 growers in each county | want | all 40 dams removed | Attitude
            most of them | said | they had 40 years behind them | Speech
            A person familiar with the planning for Thursday's meeting | says | 40 will come | Speech
            Retired surgeon Ben Carlow | told | that he sees no boats | Speech
            Cross | told | that the port had 40 berths | Speech
            - | appears | Kerr, who lost 40 acres in the flood … to be tired | Attitude
            Ida Moss | said | if the county picked her she would go | Speech
            Ben Cross of Dolna Radio | was asked | whether his plan would cost $170 million | Speech
        "#]],
    );
}

#[test]
fn a_verb_attributes_with_the_words_behind_it() {
    check(
        &[
            "Kerr took aim at a clause that lets towns cut wages to $4.25 an hour.",
            "Moss paid a moving tribute to the 49 dead.",
            "Moss laid out a plan for 40 berths.",
            "Holt has made it clear that 40 berths are too many.",
            "Kerr is pushing for his town to require a $15 minimum.",
            "Kerr backs off the plan.",
            "The flood laid out 40 boats.",
            "Kerr took the boat at 40 knots.",
        ],
        &expect![[r#"
            Kerr | took aim at | a clause that lets towns cut wages to $4.25 an hour | Speech
            Moss | paid a moving tribute to | the 49 dead | Speech
            Moss | laid out | a plan for 40 berths | Speech
            Holt | has made it clear | that 40 berths are too many | Speech
            Kerr | is pushing for | his town to require a $15 minimum | Speech
        "#]],
    );
}

#[test]
fn polls_and_counts_hold_up_what_they_count() {
    check(
        &[
            "Some 20 percent of growers in a recent Courier poll said the port was closed.",
            "Two in three growers said they had a low view of Holt in a Courier poll this month.",
            "Ms. Kerr's six-point lead in a Courier poll last month has gone.",
            "She was 40 points ahead of Holt in polls taken in December.",
            "She is 40 points ahead of Holt in the polls.",
            "The latest Dolna Press count gives her 1,280 delegates.",
            "He spoke to a crowd that the campaign estimated at 3,000 people.",
            "The act gave rights to what advocates estimated were more than 100,000 tenants.",
            "Based on county figures, advocates estimate there could be up to 18,000.",
        ],
        &expect![[r#"
            a recent Courier poll | in | Some 20 percent of growers … said the port was closed | Speech
            a Courier poll | in | Two in three growers said they had a low view of Holt | Speech
            a Courier poll | in | Ms. Kerr's six-point lead … has gone | Speech
            polls | in | She was 40 points ahead of Holt | Speech
            The latest Dolna Press count | gives | her 1,280 delegates | Speech
            the campaign | estimated | at 3,000 people | Speech
            advocates | estimated | were more than 100,000 tenants | Speech
            advocates | estimate | there could be up to 18,000 | Speech
        "#]],
    );
}

#[test]
fn promises_laws_and_remarks_take_their_things() {
    check(
        &[
            "Kerr promised a country of 40 chances.",
            "Kerr promised growers a bridge.",
            "Kerr attributed rising rents in some wards, like Holm, to 40 landlords.",
            "Ida Moss's “40 percent” comment was harsh.",
            "The council agreed to a two-tier wage.",
            "The legislation also mandates three visits.",
            "The film purports to show how four growers died.",
        ],
        &expect![[r#"
            Kerr | promised | a country of 40 chances | Speech
            Kerr | promised | growers a bridge | Speech
            Kerr | attributed | rising rents in some wards, like Holm, to 40 landlords | Speech
            Ida Moss | comment | “40 percent” | Speech
            The council | agreed | a two-tier wage | Speech
            The legislation | also mandates | three visits | Attitude
            The film | purports | to show how four growers died | Attitude
        "#]],
    );
}
