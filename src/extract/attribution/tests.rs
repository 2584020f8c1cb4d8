//! One line per attribution: source and kind | cue | pieces of content | kind, via, announces.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use crate::draft::{Block, Role};
use crate::extract::{Attribution, read_block};

fn line(text: &str, attribution: &Attribution) -> String {
    let source =
        attribution.source.map_or("-".to_owned(), |source| format!("{} ({:?})", source.span.of(text), source.kind));
    let content: Vec<&str> = attribution.content.iter().map(|piece| piece.of(text)).collect();
    let via = attribution.via.map_or(String::new(), |via| format!(", via {} ({:?})", via.span.of(text), via.kind));
    let announces = if attribution.announces { ", announces" } else { "" };
    let cue = attribution.cue.of(text);
    format!("{source} | {cue} | {} | {:?}{via}{announces}\n", content.join(" … "), attribution.kind)
}

fn lines(role: Role, text: &str) -> String {
    let mentions = read_block(&Block { role, text: text.to_owned() });
    mentions.attributions.iter().map(|attribution| line(text, attribution)).collect()
}

fn check(texts: &[&str], expected: &Expect) {
    let found: String = texts.iter().map(|text| lines(Role::Paragraph, text)).collect();
    expected.assert_eq(&found);
}

fn check_headlines(texts: &[&str], expected: &Expect) {
    let found: String = texts.iter().map(|text| lines(Role::Headline, text)).collect();
    expected.assert_eq(&found);
}

#[test]
fn verb_and_source_stand_in_either_order() {
    check(
        &[
            "“We were never told,” said Ruiz.",
            "“We were never told,” Ruiz said on Tuesday.",
            "\"The levee held,\" Gail Pruitt, 44, who runs the shop on Mill Lane, said.",
            "The levee held for six hours, said Col. Dana Marsh, who commands the district.",
            "‘We have lost 40 jobs,’ Mr Okafor, a shop steward, told the inquiry.",
            "Ruiz said that the levee held.",
            "Ruiz said Tuesday the levee held.",
            "The ministry said in a statement on Friday that 14 boats were lost.",
        ],
        &expect![[r#"
            Ruiz (Person) | said | “We were never told,” | Speech
            Ruiz (Person) | said | “We were never told,” | Speech
            Gail Pruitt (Person) | said | "The levee held," | Speech
            Col. Dana Marsh (Person) | said | The levee held for six hours | Speech
            Mr Okafor (Person) | told | ‘We have lost 40 jobs,’ | Speech
            Ruiz (Person) | said | that the levee held | Speech
            Ruiz (Person) | said | the levee held | Speech
            The ministry (Organization) | said | that 14 boats were lost | Speech
        "#]],
    );
}

#[test]
fn a_cue_may_stand_in_the_middle_of_what_is_said() {
    check(
        &[
            "“We were told,” he said, “that nobody was hurt.”",
            "“We were told,” said Ruiz. “Nobody was hurt.”",
            "The bridge, Ruiz said, will stay shut until June.",
            "“It is over,” she said, folding the map. “We lost. We go home.”",
            "“Never,” Marsh said, however, and left.",
        ],
        &expect![[r#"
            he (Pronoun) | said | “We were told,” … “that nobody was hurt.” | Speech
            Ruiz (Person) | said | “We were told,” … “Nobody was hurt.” | Speech
            Ruiz (Person) | said | The bridge … will stay shut until June | Speech
            she (Pronoun) | said | “It is over,” … “We lost. We go home.” | Speech
            Marsh (Person) | said | “Never,” | Speech
        "#]],
    );
}

#[test]
fn the_one_spoken_to_is_no_part_of_what_is_said() {
    check(
        &[
            "Pruitt told reporters that the vote was lost.",
            "Pruitt told the Dolna Herald the vote was lost.",
            "The mayor urged residents to boil their water.",
            "The agency warned farmers that the river would rise 9 metres.",
            "She reminded the court: “He was 17.”",
        ],
        &expect![[r#"
            Pruitt (Person) | told | that the vote was lost | Speech
            Pruitt (Person) | told | the vote was lost | Speech
            The mayor (Role) | urged | to boil their water | Speech
            The agency (Organization) | warned | that the river would rise 9 metres | Speech
            She (Pronoun) | reminded | “He was 17.” | Speech
        "#]],
    );
}

#[test]
fn phrases_are_cues() {
    check(
        &[
            "About 9,000 homes lost power, according to the utility.",
            "According to a report by the fire service, 12 crews were sent.",
            "The bridge, according to two engineers, has never been sound.",
            "As Ruiz put it, “no one looked.”",
            "The plan was, as one councillor put it, a raid.",
            "His claim that 300 people were there was false.",
            "Fears that the dam would fail drove many out.",
        ],
        &expect![[r#"
            the utility (Organization) | according to | About 9,000 homes lost power | Speech
            a report by the fire service (Document) | According to | 12 crews were sent | Speech
            two engineers (Group) | according to | The bridge … has never been sound | Speech
            Ruiz (Person) | put it | “no one looked.” | Speech
            one councillor (Role) | put it | The plan was … a raid | Speech
            His (Pronoun) | claim | that 300 people were there was false | Speech
            - | Fears | that the dam would fail drove many out | Speech
        "#]],
    );
}

#[test]
fn documents_say_things() {
    check(
        &[
            "The survey found 54 percent of voters back the levy.",
            "A poll taken over the past two weeks shows Hobb ahead by 4 points.",
            "In a memo last week, the fund put the loss at $3 million.",
            "Figures released on Monday show that rents rose 4 per cent.",
            "The lawsuit alleges the firm hid the tests.",
        ],
        &expect![[r#"
            The survey (Document) | found | 54 percent of voters back the levy | Speech
            A poll (Document) | shows | Hobb ahead by 4 points | Speech
            a memo (Document) | In | the fund put the loss at $3 million | Speech
            Figures (Document) | show | that rents rose 4 per cent | Speech
            The lawsuit (Document) | alleges | the firm hid the tests | Speech
        "#]],
    );
}

#[test]
fn headlines_name_their_source_behind_a_colon_a_comma_or_a_dash() {
    check_headlines(
        &[
            "Flood cost $3 million: ministry",
            "Ministry: Flood cost $3 million",
            "Flood cost $3 million, says ministry",
            "Flood Cost $3 Million, Police Say",
            "Budget: what we know",
            "Flood cost $3 million – report",
        ],
        &expect![[r#"
            ministry (Organization) | : | Flood cost $3 million | Speech
            Ministry (Organization) | : | Flood cost $3 million | Speech
            ministry (Organization) | says | Flood cost $3 million | Speech
            Police (Organization) | Say | Flood Cost $3 Million | Speech
            report (Document) | – | Flood cost $3 million | Speech
        "#]],
    );
}

#[test]
fn nobody_named_is_hearsay_unless_a_source_holds_it_up() {
    check(
        &[
            "The firm reportedly paid $2 million.",
            "It is understood that the deal is dead.",
            "The driver is believed to have fled.",
            "The firm reportedly paid $2 million, according to court papers.",
            "Ruiz said the firm allegedly paid bribes.",
        ],
        &expect![[r#"
            - | reportedly | The firm … paid $2 million | Hearsay
            - | is understood | that the deal is dead | Hearsay
            - | is believed | The driver … to have fled | Hearsay
            court papers (Document) | according to | The firm reportedly paid $2 million | Speech
            Ruiz (Person) | said | the firm allegedly paid bribes | Speech
        "#]],
    );
}

#[test]
fn how_it_looks_has_no_source() {
    check(
        &["The bridge appears to be sound.", "The levy is expected to raise $4 million."],
        &expect![[r#"
        - | appears | The bridge … to be sound | Attitude
        - | is expected | The levy … to raise $4 million | Attitude
    "#]],
    );
}

#[test]
fn attitudes_are_told_from_speech() {
    check(
        &[
            "Ruiz believes that the bridge is sound.",
            "The council plans to close 14 libraries.",
            "Hobb opposes the levy, which would cost $9 a year.",
            "She refused to answer questions.",
            "The union is confident that it will win.",
        ],
        &expect![[r#"
            Ruiz (Person) | believes | that the bridge is sound | Attitude
            The council (Organization) | plans | to close 14 libraries | Attitude
            Hobb (Person) | opposes | the levy | Attitude
            She (Pronoun) | refused | to answer questions | Attitude
            The union (Organization) | is confident | that it will win | Attitude
        "#]],
    );
}

#[test]
fn loose_speech_acts_say_something_of_their_object() {
    check(
        &[
            "Pruitt accused the council of hiding the report.",
            "Hobb called the plan “a raid on the careful” and left.",
            "The coach praised his young keeper after the match.",
            "Campaigners called for a public inquiry.",
            "He rejected the claim that 40 jobs were at risk.",
        ],
        &expect![[r#"
            Pruitt (Person) | accused | the council of hiding the report | Speech
            Hobb (Person) | called | the plan “a raid on the careful” | Speech
            The coach (Role) | praised | his young keeper | Speech
            Campaigners (Group) | called | a public inquiry | Speech
            He (Pronoun) | rejected | that 40 jobs were at risk | Speech
        "#]],
    );
}

#[test]
fn sources_have_kinds() {
    check(
        &[
            "A source said the talks had failed.",
            "A source in the president's office said the talks had failed.",
            "Officials familiar with the talks said they had failed.",
            "A spokesman for the bureau said the talks had failed.",
            "Police said the road was closed.",
            "Critics say the road is dangerous.",
            "Some 54 percent of voters say the road is dangerous.",
            "The newspaper said the road was closed.",
            "The study said the road was dangerous.",
            "Two people with knowledge of the matter said the road was closed.",
            "Chief Executive Ingrid Halvorsen said the road was hers.",
        ],
        &expect![[r#"
            A source (Bare) | said | the talks had failed | Speech
            A source in the president's office (Anonymous) | said | the talks had failed | Speech
            Officials familiar with the talks (Anonymous) | said | they had failed | Speech
            A spokesman for the bureau (Role) | said | the talks had failed | Speech
            Police (Organization) | said | the road was closed | Speech
            Critics (Group) | say | the road is dangerous | Speech
            Some 54 percent of voters (Group) | say | the road is dangerous | Speech
            The newspaper (Outlet) | said | the road was closed | Speech
            The study (Document) | said | the road was dangerous | Speech
            Two people with knowledge of the matter (Anonymous) | said | the road was closed | Speech
            Chief Executive Ingrid Halvorsen (Person) | said | the road was hers | Speech
        "#]],
    );
}

#[test]
fn a_source_that_cites_another_is_a_chain() {
    check(
        &[
            "The bridge will close, Dolna Radio reported, citing two officials familiar with the plan.",
            "An accord was reached, according to Dolna Radio, which cited a source in the mayor's office.",
            "The newspaper quoted him as saying that the bridge was sound.",
            "Ruiz was quoted as saying the bridge was sound.",
        ],
        &expect![[r#"
            Dolna Radio (Outlet) | reported | The bridge will close | Speech, via two officials familiar with the plan (Anonymous)
            Dolna Radio (Outlet) | according to | An accord was reached | Speech, via a source in the mayor's office (Anonymous)
            The newspaper (Outlet) | quoted | that the bridge was sound | Speech, via him (Pronoun)
            Ruiz (Person) | saying | the bridge was sound | Speech
        "#]],
    );
}

#[test]
fn a_colon_announces_a_quotation() {
    check(
        &[
            "Ruiz was blunt: “No one looked.”",
            "She added:",
            "“BLUNT: Who signed it?”",
            "“No one looked.” — Gail Pruitt",
        ],
        &expect![[r#"
            Ruiz (Person) | : | “No one looked.” | Speech
            She (Pronoun) | added |  | Speech, announces
            BLUNT (Person) | : | Who signed it?” | Speech
            Gail Pruitt (Person) | — | “No one looked.” | Speech
        "#]],
    );
}

#[test]
fn a_sentence_that_is_a_quotation_belongs_to_whoever_spoke() {
    check(
        &["“We lost,” Ruiz said. “It was close.” “We go home.”", "Ruiz criticised the referee. “He saw nothing.”"],
        &expect![[r#"
            Ruiz (Person) | said | “We lost,” … “It was close.” … “We go home.” | Speech
            Ruiz (Person) | criticised | the referee … “He saw nothing.” | Speech
        "#]],
    );
}

#[test]
fn each_clause_keeps_its_own_words() {
    check(
        &[
            "Ruiz said the road was closed, and Marsh said it was open.",
            "He called it a raid and said it would fail.",
            "Ruiz said the road was closed, adding that crews were on their way.",
            "Hobb, who opposes the levy, said it would cost $9.",
            "When Hobb said he was ill, the match was stopped.",
            "Sen. Gail Pruitt (R-Ohio) said the levy was dead.",
        ],
        &expect![[r#"
            Ruiz (Person) | said | the road was closed | Speech
            Marsh (Person) | said | it was open | Speech
            He (Pronoun) | called | it a raid | Speech
            He (Pronoun) | said | it would fail | Speech
            Ruiz (Person) | said | the road was closed | Speech
            Ruiz (Person) | adding | that crews were on their way | Speech
            who (Pronoun) | opposes | the levy | Attitude
            Hobb (Person) | said | it would cost $9 | Speech
            Hobb (Person) | said | he was ill | Speech
            Sen. Gail Pruitt (Person) | said | the levy was dead | Speech
        "#]],
    );
}

#[test]
fn a_transcript_and_a_question_are_read() {
    check(
        &[
            "HOBB: We were told. RUIZ said so.",
            "Asked whether the dam was safe, Ruiz said it was.",
            "The mayor made it clear that the plan was dead.",
            "One engineer says the dam is safe, while another says it is not.",
            "He backs the body, which Ruiz called a cartel.",
        ],
        &expect![[r#"
            HOBB (Person) | : | We were told. RUIZ said so. | Speech
            - | Asked | whether the dam was safe | Speech
            Ruiz (Person) | said | it was | Speech
            The mayor (Role) | made it clear | that the plan was dead | Speech
            One engineer (Role) | says | the dam is safe | Speech
            another (Role) | says | it is not | Speech
            He (Pronoun) | backs | the body | Attitude
            Ruiz (Person) | called | a cartel | Speech
        "#]],
    );
}

#[test]
fn a_source_may_stand_before_a_clause_that_describes_it() {
    check(
        &[
            "An official who spoke anonymously to discuss strategy said the vote was lost.",
            "A report released by the ministry shows that rents rose.",
            "Ana Ruiz, a nurse who lives on Mill Lane, said rents so far had not risen.",
            "Hobb, citing the report, said rents had risen.",
            "In the chamber on Monday, Hobb, 61, told members that rents had risen.",
        ],
        &expect![[r#"
            An official (Anonymous) | said | the vote was lost | Speech
            A report (Document) | shows | that rents rose | Speech
            Ana Ruiz (Person) | said | rents so far had not risen | Speech
            Hobb (Person) | said | rents had risen | Speech, via the report (Document)
            Hobb (Person) | told | that rents had risen | Speech
        "#]],
    );
}

#[test]
fn desks_have_forms_of_their_own() {
    check(
        &[
            "The army put its losses at nine killed and 31 wounded.",
            "In its quarterly report the bank put the deficit at 3.4 percent.",
            "The court heard that the money went on two ponies.",
            "Thieves took 1,480 cars, figures from Millbrook Police show.",
            "Sales were $940 million, the company said: tiles brought in half.",
        ],
        &expect![[r#"
            The army (Organization) | put | its losses at nine killed and 31 wounded | Speech
            the bank (Organization) | put | the deficit at 3.4 percent | Speech
            The court (Organization) | heard | that the money went on two ponies | Speech
            figures from Millbrook Police (Document) | show | Thieves took 1,480 cars | Speech
            the company (Organization) | said | Sales were $940 million … tiles brought in half | Speech
        "#]],
    );
}

#[test]
fn of_two_that_cover_each_other_the_later_is_the_outer() {
    check(
        &[
            "The witness said the order was “a mistake,” according to the report.",
            "Her answer: “No,” she said.",
            "Ruiz said she thinks the dam is safe.",
        ],
        &expect![[r#"
            the report (Document) | according to | The witness said the order was “a mistake,” | Speech
            she (Pronoun) | said | “No,” | Speech
            Ruiz (Person) | said | she thinks the dam is safe | Speech
        "#]],
    );
}

#[test]
fn verbs_that_say_nothing_attribute_nothing() {
    check(
        &[
            "The council met on Tuesday and closed the road.",
            "The jobs report cheered investors.",
            "Hobb ran 400 metres in 46 seconds.",
            "He posted the clip on Thursday.",
            "The two women spoke for about five minutes.",
        ],
        &expect![""],
    );
}

const SAMPLE: &str = "“We lost 40 percent,” said Ana Ruiz (R-Ohio), 44, who runs the shop — “all of it.” According to the \
    fire service, citing a source, “it” is believed to have failed; he's said so: “BLUNT: Who?” As Ruiz put it, no. \
    In a poll, Hobb’s claim that ‘it’ reportedly held — Gail";

#[test]
fn no_prefix_or_suffix_of_a_text_breaks_the_reading() {
    for (at, _) in SAMPLE.char_indices() {
        lines(Role::Paragraph, &SAMPLE[..at]);
        lines(Role::Headline, &SAMPLE[at..]);
    }
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_span_lies_in_it(text in "(said|told|that|Ruiz|the|to|“|”|\"|:|,|\\.|—|\\(|\\)|of|as|it|by|[a-zé]{1,6}| ){0,60}") {
        let mentions = read_block(&Block { role: Role::Paragraph, text: text.clone() });
        for attribution in &mentions.attributions {
            line(&text, attribution);
        }
    }
}

#[test]
fn whoever_sets_a_thing_at_an_amount_says_so() {
    check(
        &[
            "In its annual report the harbor board put last year's losses at $3.4 million.",
            "The guard put its own dead at nine.",
            "They see growth at 4 percent by June.",
            "They saw the doctor at nine.",
            "Analysts have valued the firm at up to $40 million.",
            "She put the lamp at the window.",
        ],
        &expect![[r#"
            the harbor board (Organization) | put | last year's losses at $3.4 million | Speech
            The guard (Organization) | put | its own dead at nine | Speech
            They (Pronoun) | see | growth at 4 percent by June | Speech
            Analysts (Group) | have valued | the firm at up to $40 million | Speech
        "#]],
    );
}

#[test]
fn what_a_court_hears_is_said_before_it() {
    check(
        &[
            "The court heard that the money went on two ponies.",
            "The inquest heard on Tuesday that 14 people were aboard.",
            "Jurors were told that Dunmore had taken £12,000.",
            "The boat met waves that, the court heard, reached nine metres.",
            "The court heard the case on Monday.",
            "Neighbors heard the blast.",
        ],
        &expect![[r#"
            The court (Organization) | heard | that the money went on two ponies | Speech
            The inquest (Role) | heard | that 14 people were aboard | Speech
            Jurors (Group) | were told | that Dunmore had taken £12,000 | Speech
            the court (Organization) | heard | The boat met waves that … reached nine metres | Speech
        "#]],
    );
}

#[test]
fn a_reckoning_is_its_owners() {
    check(
        &[
            "By her nephew’s reckoning she threw 60,000 pots.",
            "By the ministry's own count, 600 homes were lost.",
            "Some 300 families left, by the mayor's estimate.",
            "They came by the back road.",
        ],
        &expect![[r#"
            her nephew (Role) | By her nephew’s reckoning | she threw 60,000 pots | Speech
            the ministry (Organization) | By the ministry's own count | 600 homes were lost | Speech
            the mayor (Role) | by the mayor's estimate | Some 300 families left | Speech
        "#]],
    );
}

#[test]
fn words_that_bound_a_number_open_what_is_said() {
    check(
        &[
            "She said about 40 families had asked for help.",
            "The ministry said up to 300 tanks were lost.",
            "Ruiz said on Friday at least two dozen people were hurt.",
            "Ruiz asked about two men in a van.",
        ],
        &expect![[r#"
            She (Pronoun) | said | about 40 families had asked for help | Speech
            The ministry (Organization) | said | up to 300 tanks were lost | Speech
            Ruiz (Person) | said | at least two dozen people were hurt | Speech
            Ruiz (Person) | asked | two men in a van | Speech
        "#]],
    );
}

#[test]
fn figures_that_trail_hold_up_all_that_stands_before_them() {
    check(
        &[
            "Thieves took 1,480 cars, twice as many as in 2019, figures from West Riverside Police show.",
            "Sales were €940m, the company said: shops brought in €512m, the mill €268m.",
            "In the force's yearly survey, published in May, 71% of drivers said they worried.",
            "The board is rumored to have had an offer.",
        ],
        &expect![[r#"
            figures from West Riverside Police (Document) | show | Thieves took 1,480 cars, twice as many as in 2019 | Speech
            the company (Organization) | said | Sales were €940m … shops brought in €512m, the mill €268m | Speech
            the force's yearly survey (Document) | In | 71% of drivers | Speech
            71% of drivers (Group) | said | they worried | Speech
            - | is rumored | The board … to have had an offer | Hearsay
        "#]],
    );
}

#[test]
fn a_deed_is_no_statement() {
    check(
        &[
            "Police charged 34 people in May.",
            "The boys painted their names on a wall.",
            "Her book found its way into 400,000 homes.",
            "Rivals painted Ruiz as a spendthrift.",
            "Prosecutors charged Ruiz with fraud.",
            "The autumn recalled 1987.",
        ],
        &expect![[r#"
            Rivals (Group) | painted | Ruiz as a spendthrift | Speech
            Prosecutors (Organization) | charged | Ruiz with fraud | Speech
        "#]],
    );
    check_headlines(&["Port Ansel backs $18 million ferry terminal"], &expect![[r""]]);
}

#[test]
fn numbers_party_tags_and_times_do_not_hide_the_source() {
    check(
        &[
            "Channel 6 said 40 would stay.",
            "Their union, Local 88 of the Harbor Alliance, said 300 members had left.",
            "State Sen. Lorna Beech, D-Calloway, who voted against the bill, called it “a raid on the poor.”",
            "The court this month rejected a request from Ruiz.",
        ],
        &expect![[r#"
            Channel 6 (Organization) | said | 40 would stay | Speech
            Local 88 of the Harbor Alliance (Organization) | said | 300 members had left | Speech
            State Sen. Lorna Beech (Person) | called | it “a raid on the poor.” | Speech
            The court (Organization) | rejected | a request from Ruiz | Speech
        "#]],
    );
}

#[test]
fn a_pair_of_dashes_stands_within_what_is_said() {
    check(
        &[
            "Ruiz said the levee - all nine miles of it - would hold for a year.",
            "Ruiz said the levee would hold - and then it broke.",
            "Lee noted that the levee had held - as was true in May - Ruiz boasted.",
        ],
        &expect![[r#"
            Ruiz (Person) | said | the levee - all nine miles of it - would hold for a year | Speech
            Ruiz (Person) | said | the levee would hold | Speech
            Ruiz (Person) | boasted | Lee noted that the levee had held - as was true in May | Speech
        "#]],
    );
}

#[test]
fn circumstances_are_nobodys_names() {
    check(
        &[
            "The clerk denied it but in a later interview said he had lied.",
            "About four in 10 said they were angry.",
            "The grant goes to nine states: Ohio, Utah and the rest.",
            "In a statement, Mayor Ruiz condemned Friday's vote as “a farce from start to end.”",
        ],
        &expect![[r#"
            The clerk (Role) | denied | it | Speech
            The clerk (Role) | said | he had lied | Speech
            four in 10 (Role) | said | they were angry | Speech
            Mayor Ruiz (Person) | condemned | Friday's vote as “a farce from start to end.” | Speech
        "#]],
    );
}

#[test]
fn those_who_answer_and_the_poll_that_asked_them_speak() {
    check(
        &[
            "Some 56 percent of those polled said they were worried.",
            "The former mayor took 6 percent of the vote in a Milton Post poll released Sunday.",
            "Ruiz did better than in a poll taken in May.",
            "According to state law, no one may camp within 150 feet of the shore.",
            "A spokesman for the mill - a small business - noted that it was closed.",
        ],
        &expect![[r#"
            Some 56 percent of those (Group) | said | they were worried | Speech
            a Milton Post poll (Document) | in | The former mayor took 6 percent of the vote | Speech
            state law (Document) | According to | no one may camp within 150 feet of the shore | Speech
            A spokesman for the mill (Role) | noted | that it was closed | Speech
        "#]],
    );
}

#[test]
fn documents_and_polls_speak_around_dates_and_asides() {
    check(
        &[
            "The mayor lent her campaign $200,000 last month, county documents show.",
            "Subsequent estimates put the figure closer to 54,000 pages.",
            "A Harwell poll released this week found 66 percent of drivers dislike the toll.",
            "A study of harvests going back to 1972 showed the wettest towns lost money.",
            "A Field poll of the race in May 2015 put his support at 5 percent.",
            "In the Morning Ledger poll, conducted March 11-13, 40 percent of voters back Brandt.",
            "The mayor's rating in the latest Harwell poll stands at 53 percent.",
            "Since last May, according to Water Watch, crews have cut more than 400 trees.",
        ],
        &expect![[r#"
            county documents (Document) | show | The mayor lent her campaign $200,000 last month | Speech
            Subsequent estimates (Document) | put | the figure closer to 54,000 pages | Speech
            A Harwell poll (Document) | found | 66 percent of drivers dislike the toll | Speech
            A study of harvests (Document) | showed | the wettest towns lost money | Speech
            A Field poll of the race (Document) | put | his support at 5 percent | Speech
            the Morning Ledger poll (Document) | In | 40 percent of voters back Brandt | Speech
            the latest Harwell poll (Document) | in | The mayor's rating … stands at 53 percent | Speech
            Water Watch (Person) | according to | Since last May … crews have cut more than 400 trees | Speech
        "#]],
    );
}

#[test]
fn a_quotation_that_ends_in_a_comma_is_spoken_by_whoever_follows() {
    check(
        &[
            "“Go back,” Ruiz barked and a guard came.",
            "“The levee has failed,” she mocks.",
            "“Is this a game,” reacted Ruiz.",
            "Called “the Bear,” Ruiz waited.",
        ],
        &expect![[r#"
            Ruiz (Person) | barked | “Go back,” | Speech
            she (Pronoun) | mocks | “The levee has failed,” | Speech
            Ruiz (Person) | reacted | “Is this a game,” | Speech
        "#]],
    );
}
