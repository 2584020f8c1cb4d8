//! Sources and cues that are easily missed, and words that look like cues and are none.
//! One line per attribution: source | cue | pieces of content.

use expect_test::{Expect, expect};

use crate::draft::{Block, Role};
use crate::extract::read_block;

fn lines(text: &str) -> String {
    let mentions = read_block(&Block { role: Role::Paragraph, text: text.to_owned() });
    let line = |attribution: &crate::extract::Attribution| {
        let source = attribution.source.map_or("-", |source| source.span.of(text));
        let content: Vec<&str> = attribution.content.iter().map(|piece| piece.of(text)).collect();
        format!("{source} | {} | {} | {:?}\n", attribution.cue.of(text), content.join(" … "), attribution.kind)
    };
    mentions.attributions.iter().map(line).collect()
}

pub(super) fn check(texts: &[&str], expected: &Expect) {
    let found: String = texts.iter().map(|text| lines(text)).collect();
    expected.assert_eq(&found);
}

#[test]
fn what_stands_between_a_speaker_and_the_verb_does_not_speak() {
    check(
        &[
            "The two councillors, however, argue that the mill is dead.",
            "The unions, therefore, say that it will go.",
            "The unions, after a vote, argued that the mill is dead.",
        ],
        &expect![[r#"
            The two councillors | argue | that the mill is dead | Speech
            The unions | say | that it will go | Speech
            The unions | argued | that the mill is dead | Speech
        "#]],
    );
}

#[test]
fn words_for_a_post_before_a_name_are_no_verb_and_no_content() {
    check(
        &[
            "“The early towns matter,” campaign manager Ada Brook said. “Half vote in March.”",
            "“Prices will soften in two weeks,” the mayor’s chief of staff, Joe Casper, told the Ledger before the vote.",
            "The tool was built for floods, a spokeswoman, Anna Rich, said on Saturday.",
        ],
        &expect![[r#"
            campaign manager Ada Brook | said | “The early towns matter,” … “Half vote in March.” | Speech
            Joe Casper | told | “Prices will soften in two weeks,” | Speech
            Anna Rich | said | The tool was built for floods | Speech
        "#]],
    );
}

#[test]
fn what_was_said_in_small_letters_goes_on_from_the_subject_before_it() {
    check(
        &[
            "The \"question of how one writes a brief remains a great one,\" Rob Hansen, a professor at Dale, wrote last week after the ruling.",
            "The fair, visited by hundreds every four years, \"allows us to meet,\" said Frank Colm.",
        ],
        &expect![[r#"
            Rob Hansen | wrote | The "question of how one writes a brief remains a great one," | Speech
            Frank Colm | said | The fair, visited by hundreds every four years, "allows us to meet," | Speech
        "#]],
    );
}

#[test]
fn promises_and_reminders_are_heard_over_a_day_and_a_place() {
    check(
        &[
            "Moss promised Monday to build 100 homes.",
            "Moss promised Sunday at a Dale rally to end “the wasteful $18 million scheme.”",
            "Brook had urged the agency to process 15 percent of 54,000 pages by July.",
            "He reminded voters of the six years his family had lived in Hull.",
        ],
        &expect![[r#"
            Moss | promised | to build 100 homes | Attitude
            Moss | promised | to end “the wasteful $18 million scheme.” | Attitude
            Brook | had urged | to process 15 percent of 54,000 pages by July | Speech
            He | reminded | the six years his family had lived in Hull | Speech
        "#]],
    );
}

#[test]
fn a_clause_behind_a_comma_may_still_be_what_is_said() {
    check(
        &[
            "She said the numbers were worse, showing a gap of $5 million.",
            "The agency says that Walker, who charges $20,000 for a speech, has lost $100,000.",
            "The centre says the cut would cost more at first, but would save $84 million over 10 years.",
            "The office announced it could pay a fraction of the losses — not quite 13 cents on the dollar.",
            "As the mayor’s spokesman Josh Ernst explained, three taxes were put off, “which is a lot of money.”",
            "One man was killed, according to the agency, and there were eight other incidents.",
        ],
        &expect![[r#"
            She | said | the numbers were worse, showing a gap of $5 million | Speech
            The agency | says | that Walker, who charges $20,000 for a speech, has lost $100,000 | Speech
            The centre | says | the cut would cost more at first, but would save $84 million over 10 years | Speech
            The office | announced | it could pay a fraction of the losses — not quite 13 cents on the dollar | Speech
            the mayor’s spokesman Josh Ernst | explained | three taxes were put off, “which is a lot of money.” | Speech
            the agency | according to | One man was killed … and there were eight other incidents | Speech
        "#]],
    );
}

#[test]
fn those_who_answer_next_speak_for_themselves() {
    check(
        &["Some 42% say they are worried, and more than 4 in 10 said the mayor would do better."],
        &expect![[r#"
            Some 42% | say | they are worried | Speech
            4 in 10 | said | the mayor would do better | Speech
        "#]],
    );
}

#[test]
fn a_paper_is_named_in_few_words() {
    check(
        &[
            "As reported by the Dale Ledger, there are 150 seats at stake.",
            "The movement plans to march on Friday, the Daily Caller reports.",
            "Under the new rule, tenants would pay 3 percent more.",
            "Under the bridge, 40 tents were found.",
            "She is ahead by two points in the polls.",
        ],
        &expect![[r#"
            the Dale Ledger | As reported by | there are 150 seats at stake | Speech
            the Daily Caller | reports | The movement plans to march on Friday | Speech
            the new rule | Under | tenants would pay 3 percent more | Attitude
        "#]],
    );
}

#[test]
fn feelings_plans_and_charges_are_somebodys() {
    check(
        &[
            "They remain hopeful that the two-year delay will help.",
            "The campaign opened with plans to spend $10 million on radio.",
            "Berlin’s pledge last month to add 7,000 soldiers was welcomed.",
            "Lindsey Gray, who’s called for 20,000 more, gave no detail.",
            "Police Chief Ann Lee herself said 40 were hurt.",
            "Officials whose laws were struck down say the change took eight years.",
            "Dylan Roth is accused of stealing nine boats.",
            "The deficit is projected to be $544 billion.",
            "Relief groups estimate there could be up to 18,000 of them.",
        ],
        &expect![[r#"
            They | remain hopeful | that the two-year delay will help | Attitude
            The campaign | plans | to spend $10 million on radio | Attitude
            Berlin | pledge | to add 7,000 soldiers was welcomed | Attitude
            who | ’s called | 20,000 more | Speech
            Police Chief Ann Lee | said | 40 were hurt | Speech
            Officials | say | the change took eight years | Speech
            - | is accused | Dylan Roth … of stealing nine boats | Attitude
            - | is projected | The deficit … to be $544 billion | Attitude
            Relief groups | estimate | there could be up to 18,000 of them | Speech
        "#]],
    );
}

#[test]
fn a_name_given_and_a_deal_called_off_are_no_speech() {
    check(
        &[
            "A new group called Fair Dale, led by teachers, wants to raise $25 million.",
            "Shore and Abley called off a $54 billion merger.",
        ],
        &expect![[r#"
            Fair Dale | wants | to raise $25 million | Attitude
        "#]],
    );
}

#[test]
fn open_questions_and_forecasts_are_their_owners() {
    check(
        &[
            "Moss’s doubts about whether the bridge would hold cost 40 jobs.",
            "The bank raised its forecast for the south by 0.1 points to 4.2 percent.",
            "By one estimate, 300,000 acres were burned.",
            "The gap is $130 billion more than the office had projected.",
            "A video by the council references four cases.",
        ],
        &expect![[r#"
            Moss | doubts | whether the bridge would hold cost 40 jobs | Attitude
            its | forecast | the south by 0.1 points to 4.2 percent | Speech
            one estimate | By one estimate | 300,000 acres were burned | Attitude
            the office | had projected | $130 billion | Speech
            A video by the council | references | four cases | Speech
        "#]],
    );
}

#[test]
fn a_colon_and_a_paper_give_the_words_of_whoever_speaks_in_the_sentence() {
    check(
        &[
            "Amar said that a deal might be possible: “It is about getting to yes.”",
            "Moss issued a statement, “We were attacked last night and will not rest.”",
            "Pruitt said on Monday, in reference to the fair, “It was a good one.”",
            "Sen. Ida Pruitt (R-Ohio) on Saturday criticized the deal.",
            "Firms that had insured Patriot’s barns agreed to release millions.",
            "A story by the website Dolna Post says that 40 left.",
            "The new plans “will not solve this,” Anne Rich said.",
        ],
        &expect![[r#"
            Amar | said | that a deal might be possible | Speech
            Amar | : | “It is about getting to yes.” | Speech
            Moss | statement | “We were attacked last night and will not rest.” | Speech
            Pruitt | said | “It was a good one.” | Speech
            Sen. Ida Pruitt | criticized | the deal | Speech
            Firms | agreed | to release millions | Attitude
            A story by the website Dolna Post | says | that 40 left | Speech
            Anne Rich | said | The new plans “will not solve this,” | Speech
        "#]],
    );
}

#[test]
fn posts_are_no_bodies_and_no_part_of_a_name() {
    let heads = |text: &str| -> Vec<String> {
        let mentions = read_block(&Block { role: Role::Paragraph, text: text.to_owned() });
        let head = |source: crate::extract::SourceMention| format!("{} ({:?})", source.head.of(text), source.kind);
        mentions.attributions.iter().filter_map(|attribution| attribution.source.map(head)).collect()
    };
    assert_eq!(heads("Northwind CEO Ida Moss said 40 left."), ["Ida Moss (Person)"]);
    assert_eq!(heads("The CEO said 40 left."), ["CEO (Role)"]);
    assert_eq!(heads("The Chief Executive said 40 left."), ["Chief Executive (Role)"]);
    assert_eq!(heads("Chief Executive Bo Lund said 40 left."), ["Bo Lund (Person)"]);
    assert_eq!(heads("The Justice Department said 40 left."), ["Justice Department (Organization)"]);
}

#[test]
fn whoever_is_described_before_the_name_speaks() {
    check(
        &[
            "“I don’t know where he stands,” said undecided voter Stella Hooton, before the vote.",
            "“We would forget about it,” retired surgeon Ben Cross said.",
            "“Hey, he has to go!” some protesters chanted, three days later.",
            "“What was the pivot?” Beck questioned.",
            "“It is his trick,” Hill is quoted as saying. “We don’t have to win.”",
            "“Boots on the ground” would be right, candidate Ben Cross said after the attacks.",
            "Mrs. Hill thanked them and boomed, “There is no place like home, and no day like this.”",
            "Moss arrived with a statement, “We were never told of it at all,” she said.",
        ],
        &expect![[r#"
            undecided voter Stella Hooton | said | “I don’t know where he stands,” | Speech
            retired surgeon Ben Cross | said | “We would forget about it,” | Speech
            some protesters | chanted | “Hey, he has to go!” | Speech
            Beck | questioned | “What was the pivot?” | Speech
            Hill | is quoted | “It is his trick,” … “We don’t have to win.” | Speech
            candidate Ben Cross | said | “Boots on the ground” would be right | Speech
            Mrs. Hill | thanked | them | Speech
            Mrs. Hill | boomed | “There is no place like home, and no day like this.” | Speech
            she | said | “We were never told of it at all,” | Speech
        "#]],
    );
}

#[test]
fn a_pronoun_may_close_the_words_for_a_source() {
    check(
        &[
            "A source close to him said the vote would be late.",
            "A person close to her told the Courier that 40 boats were sold.",
            "A friend of his said that 30 boats were sold.",
            "The sale had stalled, they’ve suggested.",
        ],
        &expect![[r#"
            A source close to him | said | the vote would be late | Speech
            A person close to her | told | that 40 boats were sold | Speech
            A friend of his | said | that 30 boats were sold | Speech
            they | they’ve suggested | The sale had stalled | Speech
        "#]],
    );
}

#[test]
fn a_quotation_is_whose_who_says_it_and_not_the_verb_s_before() {
    check(
        &[
            "A woman asked for a photo and Kerr said, “As long as we break no rules.”",
            "After Moss criticised the plan, Kerr shot back, “I could have stayed at home and baked.”",
            "“I hope you find the letters that are missing.” Kerr said.",
            "Marian Holt tied the scores to better teaching, saying the law helped “thousands of children.”",
        ],
        &expect![[r#"
            A woman | asked | a photo | Speech
            Kerr | said | “As long as we break no rules.” | Speech
            Moss | criticised | the plan | Speech
            Kerr | shot | “I could have stayed at home and baked.” | Speech
            Kerr | said | “I hope you find the letters that are missing.” | Speech
            Marian Holt | saying | the law helped “thousands of children.” | Speech
        "#]],
    );
}

#[test]
fn polls_and_tallies_have_their_figures_and_claims_their_clauses() {
    check(
        &[
            "A Courier poll has Moss ahead by nine points.",
            "The agency tallies 585 wrecks.",
            "Several brokers voiced doubts about the sale of 40 boats.",
            "His argument is that the quay needs 30 berths.",
            "The cost is $130 million more than the budget office had projected.",
            "With the number of berths projected to rise to 65, the quay needs room.",
            "Kerr told a crowd in Holm, Eastshire, on Friday that 20 boats were gone.",
            "Holt believes there are no good ways, but that the lesser of two evils will do.",
        ],
        &expect![[r#"
            A Courier poll | has | Moss ahead by nine points | Speech
            The agency | tallies | 585 wrecks | Speech
            Several brokers | doubts | the sale of 40 boats | Attitude
            His | argument is | that the quay needs 30 berths | Speech
            the budget office | had projected | $130 million | Speech
            - | projected | the number of berths … to rise to 65 | Attitude
            Kerr | told | that 20 boats were gone | Speech
            Holt | believes | there are no good ways, but that the lesser of two evils will do | Attitude
        "#]],
    );
}

#[test]
fn papers_speak_with_what_they_are_of_and_for_whom() {
    check(
        &[
            "The owner has lent the club $18 million, a note to the accounts says.",
            "Three mills are to shut, a presentation to investors showed.",
            "The gate cost $84 million, a summary of the review published on Thursday shows.",
            "The money bought a boat and two horses, according to bank records shown to the jury.",
            "The flock has fallen by 33 percent, census returns show.",
            "The board voted 6-4 for the move, its minutes show.",
            "The fair has cost $1.2 million so far, a paper that went before councillors on Tuesday says.",
            "On the other side of the ledger, the full $186 million is spent, the book shows: $97 million on mills.",
            "He faces 20 years in prison, the state attorney’s office said in a news release.",
            "Rebuilding the dyke would cost $2 billion, the council estimates.",
            "The last poll to 55 percent was taken in May.",
        ],
        &expect![[r#"
            a note to the accounts | says | The owner has lent the club $18 million | Speech
            a presentation to investors | showed | Three mills are to shut | Speech
            a summary of the review | shows | The gate cost $84 million | Speech
            bank records | according to | The money bought a boat and two horses | Speech
            census returns | show | The flock has fallen by 33 percent | Speech
            its minutes | show | The board voted 6-4 for the move | Speech
            a paper | says | The fair has cost $1.2 million so far | Speech
            the book | shows | On the other side of the ledger, the full $186 million is spent … $97 million on mills | Speech
            the state attorney’s office | said | He faces 20 years in prison | Speech
            the council | estimates | Rebuilding the dyke would cost $2 billion | Speech
        "#]],
    );
}

#[test]
fn what_only_describes_a_source_ends_before_its_verb() {
    check(
        &[
            "A nurse who asked not to be named said the ward was full.",
            "A man who refused to give his name told reporters the ward was full.",
            "Bryn Hall (Ind, Marsh and Fen), who proposed refusal, said that the lane was narrow.",
            "A teacher named Clara Imbert was keeping the list.",
            "She no longer calls the police. Holm, the cook, pleaded guilty in court to a theft.",
        ],
        &expect![[r#"
            who | asked | to be named | Attitude
            A nurse | said | the ward was full | Speech
            who | refused | to give his name | Attitude
            A man | told | the ward was full | Speech
            who | proposed | refusal | Speech
            Bryn Hall | said | that the lane was narrow | Speech
            She | no longer calls | the police | Speech
        "#]],
    );
}

#[test]
fn whoever_is_described_before_the_verb_is_the_source() {
    check(
        &[
            "A woman involved in the review, who asked not to be named, said the bid was cheaper.",
            "Two people briefed on its plans, who asked not to be identified, said the yard would be sold.",
            "Juror No. 5, a retired clerk who asked to be known by his number, said the letters had settled it.",
            "A commissioner who backed the budget said the tax would rise by 4 percent.",
            "Holm Oak has 212 pupils, of whom 30 were kept away, said its head, Olive Grant.",
            "“She taught us to wait,” said one of them, the editor Runa Das.",
            "He praised their courage, which drew, in the words of one of those present, Lyn Dare, “a long silence.”",
        ],
        &expect![[r#"
            who | asked | to be named | Attitude
            A woman | said | the bid was cheaper | Speech
            who | asked | to be identified | Attitude
            Two people | said | the yard would be sold | Speech
            who | asked | to be known by his number | Attitude
            Juror No. 5 | said | the letters had settled it | Speech
            who | backed | the budget | Attitude
            A commissioner | said | the tax would rise by 4 percent | Speech
            Olive Grant | said | Holm Oak has 212 pupils, of whom 30 were kept away | Speech
            the editor Runa Das | said | “She taught us to wait,” | Speech
            He | praised | their courage | Speech
            Lyn Dare | in the words of | “a long silence.” | Speech
        "#]],
    );
}

#[test]
fn what_is_said_goes_on_behind_the_speaker() {
    check(
        &[
            "Gusts were expected on Saturday, the bureau said, before a change brings 15 millimetres of rain.",
            "Landings climbed to 63,900 tonnes, the board said, while the fleet shrank by 12 boats.",
            "Of 69,000 children 48,300 have had a dose, the board said, or 70 percent.",
            "About 40 rooms were full, Pruett said, and the district would have to hire 15 teachers.",
            "The crews had reached the pass, Moss said, and had moved 4,000 tons of rock.",
            "The fair sold 118,000 tickets, its organisers said as the last of the tents came down.",
            "The fair sold 118,000 tickets, Moss said, and left the hall.",
            "The cranes would cost 240 jobs, in the union’s reckoning.",
        ],
        &expect![[r#"
            the bureau | said | Gusts were expected on Saturday … before a change brings 15 millimetres of rain | Speech
            the board | said | Landings climbed to 63,900 tonnes … while the fleet shrank by 12 boats | Speech
            the board | said | Of 69,000 children 48,300 have had a dose … or 70 percent | Speech
            Pruett | said | About 40 rooms were full … and the district would have to hire 15 teachers | Speech
            Moss | said | The crews had reached the pass … and had moved 4,000 tons of rock | Speech
            its organisers | said | The fair sold 118,000 tickets | Speech
            Moss | said | The fair sold 118,000 tickets | Speech
            the union | in the union’s reckoning | The cranes would cost 240 jobs | Speech
        "#]],
    );
}

#[test]
fn laws_lay_down_and_things_seem_with_their_amounts() {
    check(
        &[
            "A new labour rule will require those who earn up to $47,000 to be paid for more than 40 hours.",
            "The measure would bar towns with fewer than 100 voters from closing it.",
            "The new rule would cost the town $4 million.",
            "It would seem as if 40 boats had been lost.",
            "It seems the town has lost 40 boats.",
            "The dyke is widely seen as a waste of $40 million.",
            "Ruiz seeks $1 trillion and would spend half of it on dykes.",
            "The town gave away more than the $2 million it expects to collect.",
            "In 2009, when the town was short of $4 million, “shops were dying,” Ruiz said.",
        ],
        &expect![[r#"
            A new labour rule | will require | those who earn up to $47,000 to be paid for more than 40 hours | Attitude
            The measure | would bar | towns with fewer than 100 voters from closing it | Attitude
            - | would seem | 40 boats had been lost | Attitude
            - | seems | the town has lost 40 boats | Attitude
            - | is widely seen | The dyke … as a waste of $40 million | Attitude
            Ruiz | seeks | $1 trillion and would spend half of it on dykes | Attitude
            it | expects | the $2 million | Attitude
            Ruiz | said | In 2009, when the town was short of $4 million, “shops were dying,” | Speech
        "#]],
    );
}

#[test]
fn a_member_of_a_party_or_a_post_is_not_a_name() {
    let kinds = |text: &str| {
        let mentions = read_block(&Block { role: Role::Paragraph, text: text.to_owned() });
        let kind = |source: crate::extract::SourceMention| format!("{} ({:?})", source.head.of(text), source.kind);
        mentions.attributions.iter().filter_map(|attribution| attribution.source).map(kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds("One senior Northist said the plan was dead."), ["Northist (Anonymous)"]);
    assert_eq!(kinds("“No,” a senior Harbour MP said."), ["Harbour MP (Anonymous)"]);
    assert_eq!(kinds("Prof Wanda Oake of Ardale University said no."), ["Wanda Oake (Person)"]);
    assert_eq!(kinds("The University of Ardale said the hall was full."), ["University of Ardale (Organization)"]);
    assert_eq!(kinds("Ten were hurt, said Coast Guard Cmdr. Ilja Marrow."), ["Ilja Marrow (Person)"]);
}

#[test]
fn what_somebody_means_to_do_ends_with_its_object_and_leaves_out_asides() {
    check(
        &[
            "He has pledged to close all fairs — 40 in that year alone — by the end of May.",
            "A grower who supports the plan, Ruiz lost 40 acres in the flood.",
            "An investor who had backed Holt, and $100,000 from a broker, kept it going.",
            "The city backed off, replacing the levy with a grant of $40 million.",
            "Current rules allow only those with eight wins to enter.",
            "It was the third court ruling since the emergence of a 5-to-4 majority.",
        ],
        &expect![[r#"
            He | has pledged | to close all fairs … by the end of May | Attitude
            who | supports | the plan | Attitude
            who | had backed | Holt | Attitude
            Current rules | allow | only those with eight wins to enter | Attitude
        "#]],
    );
}

#[test]
fn the_end_of_a_row_in_an_aside_does_not_speak() {
    check(
        &[
            "The Lorne union, which speaks for cooks, drivers and nurses, said 410 of them had voted.",
            "The bakers' league, which speaks for millers, and the drivers said 12 mills would shut.",
        ],
        &expect![[r#"
            The Lorne union | said | 410 of them had voted | Speech
            the drivers | said | 12 mills would shut | Speech
        "#]],
    );
}

#[test]
fn a_name_that_is_a_verb_speaks() {
    check(
        &[
            "Tell said the hall would need 41 chairs.",
            "Read told the board that the hall was full.",
            "Tell the board that the hall is shut, Ms Orr said.",
        ],
        &expect![[r#"
            Tell | said | the hall would need 41 chairs | Speech
            Read | told | that the hall was full | Speech
            Ms Orr | said | Tell the board that the hall is shut | Speech
        "#]],
    );
}
