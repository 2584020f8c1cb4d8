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

#[test]
fn what_is_thought_deemed_and_laid_down_keeps_its_words() {
    check(
        &[
            "Kerr hopes his offer of 40 berths before the vote will help.",
            "Many advocates believe 40 boats have sunk since May.",
            "Moss would only say that 40 boats had left.",
            "The move was first reported by the Dolna Courier.",
            "Kerr referred to “a raid” in 40 villages.",
            "Kerr vowed to “sweep” all 40 wards.",
            "More than 1,200 letters have been deemed secret.",
            "The dyke is seen as a waste of $40 million.",
            "They vote under a county law that allows towns with fewer than 100 voters to close early.",
            "Under the Harbour Act, which Moss signed in March, the mayor must name 6 people.",
            "The decision by Kerr to give away 40 acres stands.",
        ],
        &expect![[r#"
            Kerr | hopes | his offer of 40 berths before the vote will help | Attitude
            Many advocates | believe | 40 boats have sunk since May | Attitude
            Moss | would only say | that 40 boats had left | Speech
            the Dolna Courier | was first reported | The move | Speech
            Kerr | referred | “a raid” in 40 villages | Speech
            Kerr | vowed | to “sweep” all 40 wards | Attitude
            - | have been deemed | 1,200 letters … secret | Attitude
            - | is seen | The dyke … as a waste of $40 million | Attitude
            that | allows | towns with fewer than 100 voters to close early | Attitude
            the Harbour Act | Under | the mayor must name 6 people | Attitude
            Kerr | decision | to give away 40 acres stands | Attitude
        "#]],
    );
}

#[test]
fn a_clause_is_held_up_by_whoever_reports_claims_or_counts_behind_it() {
    check(
        &[
            "Bees foraged 27% less, a team led by Ines Haldorf of Brannmark University reports in the Annals.",
            "The spill did 12 million crowns' worth of harm, the growers claim in a lawsuit.",
            "Unemployment stands at 23 percent on the labour ministry's own numbers.",
            "She passed on the club's numbers.",
            "The fee was raised by 20%, the report notes, “for reasons nobody recalls”.",
            "Kerr polled 11,482 votes, the returning officer, Ada Moss, declared at 3.40am on Friday.",
            "Most of the 44 bells are in place, an inventory published by the chapter shows.",
        ],
        &expect![[r#"
            a team | reports | Bees foraged 27% less | Speech
            the growers | claim | The spill did 12 million crowns' worth of harm | Speech
            the labour ministry | on the labour ministry's own numbers | Unemployment stands at 23 percent | Speech
            the report | notes | The fee was raised by 20% … “for reasons nobody recalls” | Speech
            Ada Moss | declared | Kerr polled 11,482 votes | Speech
            an inventory | shows | Most of the 44 bells are in place | Speech
        "#]],
    );
}

#[test]
fn a_clause_in_the_tense_of_what_was_said_goes_on_behind_its_cue() {
    check(
        &[
            "The grant goes to 40 farms, the board said in its report, and comes to about $9 million.",
            "Forty boats went, the report says, and sank within a year.",
            "Forty boats went, the warden said, and left the hall.",
        ],
        &expect![[r#"
            the board | said | The grant goes to 40 farms … and comes to about $9 million | Speech
            the report | says | Forty boats went … and sank within a year | Speech
            the warden | said | Forty boats went | Speech
        "#]],
    );
}

#[test]
fn who_puts_a_loss_at_a_sum_may_stand_before_or_behind_it() {
    check(
        &[
            "The flood did what the insurer Halden put at $9 million of damage.",
            "The cost is estimated by surveyors at $9 million.",
            "Nobody would buy a yard that the bank valued at $9 million.",
            "The yard put at risk 40 jobs.",
        ],
        &expect![[r#"
            the insurer Halden | put | at $9 million of damage | Speech
            surveyors | is estimated | The cost … at $9 million | Speech
            the bank | valued | at $9 million | Speech
        "#]],
    );
}

#[test]
fn papers_close_over_what_they_say_whatever_they_are_called() {
    check(
        &[
            "He took 14 bribes, says the charge book.",
            "Of 480 locks, 168 were rotten, an audit by the canal trust found in 2021.",
            "Fines fell to 340, figures the town published on Monday show.",
            "Fines fell to 340, per the clerk's office.",
            "Boats cost $40, per night, in May.",
            "The producer, Per Holm, owes his crew $40,000.",
        ],
        &expect![[r#"
            the charge book | says | He took 14 bribes | Speech
            an audit by the canal trust | found | Of 480 locks, 168 were rotten | Speech
            figures | show | Fines fell to 340 | Speech
            the clerk's office | per | Fines fell to 340 | Speech
        "#]],
    );
}

#[test]
fn a_firm_that_is_called_after_its_owner_speaks() {
    check(
        &[
            "Tarn’s said that it would close 38 shops.",
            "Tarn's, the bakers, said that it would close 38 shops.",
            "“We are closing,” Tarn's said.",
            "Tarn's reported losses fell by a third.",
            "The firm sold its ships in order to pay its debts.",
        ],
        &expect![[r#"
            Tarn’s | said | that it would close 38 shops | Speech
            Tarn's | said | that it would close 38 shops | Speech
            Tarn's | said | “We are closing,” | Speech
        "#]],
    );
}
