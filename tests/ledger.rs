//! The ledger of a story: who says what, and how each claim is held up.

use expect_test::{Expect, expect};

use copydesk::analysis::Reader;
use copydesk::config::Settings;
use copydesk::draft::Format;
use copydesk::story::{ClaimKind, KnownSource, Story};

/// Reads `draft` as Markdown; a claim a line: kind, words, standing, source as resolved, what it comes through.
fn check(draft: &str, expected: &Expect) {
    check_with(Settings::default(), draft, expected);
}

fn check_with(settings: Settings, draft: &str, expected: &Expect) {
    let analysis = Reader::new(settings).read(draft, Format::Markdown);
    let story = analysis.story();
    let lines = (0..story.claims.len()).map(|number| line(story, number));
    expected.assert_eq(&lines.collect::<String>());
}

fn line(story: &Story, number: usize) -> String {
    let claim = &story.claims[number];
    let kind = match claim.kind {
        ClaimKind::Figure(_) => "figure",
        ClaimKind::Quote => "quote",
        ClaimKind::Statement => "statement",
    };
    let words: Vec<&str> = claim.spans.iter().map(|&span| story.text_of(span)).collect();
    let held = claim.attribution;
    let name = |source: Option<_>| source.map_or("-", |source| story.source(source).name.as_str());
    let via = held.via.map(|via| format!(" via {}", name(Some(via)))).unwrap_or_default();
    let checked = if claim.checked.is_some() { " [CQ]" } else { "" };
    format!("{kind} | {} | {} | {}{via}{checked}\n", words.join(" … "), held.standing.name(), name(held.source))
}

#[test]
fn a_quote_split_by_its_cue_is_one_claim() {
    check(
        "“We had no warning,” said Ida Moss, a tenant. “They came at dawn.”",
        &expect![[r#"
        quote | “We had no warning,” … “They came at dawn.” | attributed | Ida Moss
    "#]],
    );
}

#[test]
fn a_surname_and_a_pronoun_mean_the_person_named_before() {
    check(
        "Mayor Ada Finch said the bridge would open in May.\n\nFinch said tolls were fair. She added that the work was done.",
        &expect![[r#"
            statement | the bridge would open in May | attributed | Ada Finch
            statement | tolls were fair | attributed | Ada Finch
            statement | that the work was done | attributed | Ada Finch
        "#]],
    );
}

#[test]
fn one_body_under_several_names_is_one_source() {
    check(
        "The Kalvian Ministry of Fisheries said the ban would stay.\n\nThe Kalvian MoF said stocks had fallen. \
         The ministry said 40 boats were idle, according to a statement from the Kalvian Fisheries Ministry.",
        &expect![[r#"
            statement | the ban would stay | attributed | Kalvian Ministry of Fisheries
            statement | stocks had fallen | attributed | Kalvian Ministry of Fisheries
            statement | The ministry said 40 boats were idle | attributed | Kalvian Ministry of Fisheries
            figure | 40 boats | attributed | Kalvian Ministry of Fisheries
        "#]],
    );
}

#[test]
fn a_source_still_speaks_in_the_next_sentence_and_not_in_the_next_paragraph() {
    check(
        "The fire burned 48,300 acres, the forestry department said. It destroyed 214 homes.\n\nSome 12,600 customers had no power.",
        &expect![[r#"
            statement | The fire burned 48,300 acres | attributed | forestry department
            figure | 48,300 acres | attributed | forestry department
            figure | 214 homes | carried | forestry department
            figure | Some 12,600 customers | unattributed | -
        "#]],
    );
}

#[test]
fn an_age_is_nobodys_claim() {
    check(
        "Ida Moss said the rent was fair. Her son, 14, sat beside her.",
        &expect![[r#"
            statement | the rent was fair | attributed | Ida Moss
            figure | 14 | unattributed | -
        "#]],
    );
}

#[test]
fn hearsay_names_nobody() {
    check(
        "The ferry company is reportedly for sale at $40 million.",
        &expect![[r#"
        statement | The ferry company is … for sale at $40 million | hearsay | -
        figure | $40 million | hearsay | -
    "#]],
    );
}

#[test]
fn a_block_quote_belongs_to_the_name_beneath_it() {
    check(
        "> There are two chairs at two tables.\n>\n> — Morag Lund, widow",
        &expect![[r#"
        quote | There are two chairs at two tables. | attributed | Morag Lund
        figure | two chairs | attributed | Morag Lund
        figure | two tables | attributed | Morag Lund
    "#]],
    );
}

#[test]
fn a_colon_at_the_end_of_a_paragraph_announces_the_next() {
    check(
        "Dr. Lena Ruud wrote:\n\n> The well is clean. We tested it twice.",
        &expect![[r#"
            quote | The well is clean. We tested it twice. | attributed | Lena Ruud
        "#]],
    );
}

#[test]
fn a_quotation_runs_over_paragraphs() {
    check(
        "“It began at noon,” said Ida Moss. “We ran.\n\n“We ran all the way to the quay.”",
        &expect![[r#"
        quote | “It began at noon,” … “We ran. … “We ran all the way to the quay.” | attributed | Ida Moss
    "#]],
    );
}

#[test]
fn a_list_is_said_by_whoever_leads_into_it() {
    check(
        "Lost besides, according to the forestry department:\n\n- 88 barns\n- 31 boats",
        &expect![[r#"
        statement | Lost besides | attributed | forestry department
        figure | 88 barns | carried | forestry department
        figure | 31 boats | carried | forestry department
    "#]],
    );
}

#[test]
fn an_outlet_that_cites_somebody_is_the_source_and_they_stand_behind_it() {
    check(
        "The bank will close its branches, the Brae Mail reported, citing an aide to the minister.",
        &expect![[r#"
        statement | The bank will close its branches | attributed | Brae Mail via aide to the minister
    "#]],
    );
}

#[test]
fn a_checked_figure_says_so() {
    check(
        "The charity spends £1.2m [CQ] a year.",
        &expect![[r#"
        figure | £1.2m | unattributed | - [CQ]
    "#]],
    );
}

#[test]
fn the_settings_name_a_source_under_all_its_aliases() {
    let known =
        KnownSource { name: "Northern Fish Board".to_owned(), aliases: vec!["NFB".to_owned(), "the board".to_owned()] };
    check_with(
        Settings { sources: vec![known], ..Settings::default() },
        "The NFB said stocks had fallen. The board said 40 boats were idle.",
        &expect![[r#"
            statement | stocks had fallen | attributed | Northern Fish Board
            statement | 40 boats were idle | attributed | Northern Fish Board
            figure | 40 boats | attributed | Northern Fish Board
        "#]],
    );
}

#[test]
fn a_source_speaks_on_with_more_figures_of_the_kind() {
    check(
        "Revenue rose 12% to $2.24 billion, Lumen said. Chips brought in $1.31 billion and cars $520 million. \
         The firm opened four plants last year.",
        &expect![[r#"
            statement | Revenue rose 12% to $2.24 billion | attributed | Lumen
            figure | 12% | attributed | Lumen
            figure | $2.24 billion | attributed | Lumen
            figure | $1.31 billion | carried | Lumen
            figure | $520 million | carried | Lumen
            figure | four plants | unattributed | -
        "#]],
    );
}

#[test]
fn what_the_reporter_says_of_a_speaker_is_not_the_speakers() {
    check(
        "Ida Moss, who has given $400,000 to the party, said the vote was fair.",
        &expect![[r#"
        figure | $400,000 | unattributed | -
        statement | the vote was fair | attributed | Ida Moss
    "#]],
    );
}

#[test]
fn an_expectation_with_nobody_in_it_is_hearsay() {
    check(
        "Losses are expected to reach $1.4 billion.",
        &expect![[r#"
        statement | Losses … to reach $1.4 billion | hearsay | -
        figure | $1.4 billion | hearsay | -
    "#]],
    );
}

#[test]
fn who_means_the_person_named_right_before_it() {
    check(
        "The court heard Gordon Marsh, his brother Neil and a clerk, Faye Dill, who said the books were in order.\n\n\
         Prof Wanda Oake of Ardale University said it was late. “A barn is no home,” she said.",
        &expect![[r#"
            statement | the books were in order | attributed | Faye Dill
            statement | it was late | attributed | Wanda Oake
            quote | “A barn is no home,” | attributed | Wanda Oake
        "#]],
    );
}

#[test]
fn it_means_the_paper_that_spoke_last() {
    check(
        "Fires came to 618, the report shows. That is about 514 for every 100,000 homes, it says.\n\n\
         Juror No. 5 said the letters had settled it. “One says it all,” he said.",
        &expect![[r#"
            statement | Fires came to 618 | attributed | report
            figure | 618 | attributed | report
            statement | That is about 514 for every 100,000 homes | attributed | report
            figure | about 514 | attributed | report
            figure | 100,000 homes | attributed | report
            statement | the letters had settled it | attributed | Juror No. 5
            quote | “One says it all,” | attributed | Juror No. 5
        "#]],
    );
}

#[test]
fn what_a_colon_announces_in_plain_paragraphs_is_said() {
    check(
        "Ida Moss, who chairs the trust, argued that:\n\nSome 400,000 people came last year.\n\nThe hall has stood since 1902.",
        &expect![[r#"
            statement | Some 400,000 people came last year. | attributed | Ida Moss
            figure | Some 400,000 people | attributed | Ida Moss
        "#]],
    );
    check(
        "These are the trustees:\n\nIda Moss, 40, keeps bees.",
        &expect![[r#"
        figure | 40 | unattributed | -
    "#]],
    );
}

#[test]
fn a_surname_is_hers_whom_the_sentence_is_about_and_not_her_sisters() {
    check(
        "# Ferry sinks off Ardle

Elsa Moss, 58, held a photograph of her sister, Nina Moss, 49, who had gone to sell honey.

“She gets seasick on a bus,” Moss said. “She laughed.”

The fees for her brother, Abel Kern, came to $40, said his sister, Ida Kern.

“He was fond of bees,” Kern said.",
        &expect![[r#"
            figure | 58 | unattributed | -
            figure | 49 | unattributed | -
            quote | “She gets seasick on a bus,” … “She laughed.” | attributed | Elsa Moss
            statement | The fees for her brother, Abel Kern, came to $40 | attributed | Ida Kern
            figure | $40 | attributed | Ida Kern
            quote | “He was fond of bees,” | attributed | Ida Kern
        "#]],
    );
}

#[test]
fn a_paper_holds_what_it_gives_lists_and_values() {
    check(
        "Brae and Marl employs 6,140 people, its annual report says: 2,310 nurses and 745 doctors.

The accounts put what the club owes at £11.4m. Debts stood at £9m in the accounts.

The report gives the number of staff as 410. The ground is valued in the accounts at £6m.

Dana Orr, an auditor, warned in a letter in May that 62 percent of seats would be empty.

The hall stands at 410 feet in the hills.",
        &expect![[r#"
            statement | Brae and Marl employs 6,140 people … 2,310 nurses and 745 doctors | attributed | annual report
            figure | 6,140 people | attributed | annual report
            figure | 2,310 nurses | attributed | annual report
            figure | 745 doctors | attributed | annual report
            statement | what the club owes at £11.4m | attributed | accounts
            figure | £11.4m | attributed | accounts
            statement | Debts … at £9m | attributed | accounts
            figure | £9m | attributed | accounts
            statement | the number of staff as 410 | attributed | annual report
            figure | 410 | attributed | annual report
            statement | The ground … at £6m | attributed | accounts
            figure | £6m | attributed | accounts
            statement | that 62 percent of seats would be empty | attributed | Dana Orr
            figure | 62 percent of seats | attributed | Dana Orr
            figure | 410 feet | unattributed | -
        "#]],
    );
}

#[test]
fn a_surname_is_whose_name_ends_with_it_and_she_may_be_whom_the_story_is_about() {
    check(
        "# Margaret Solano, who worked out the tides, dies at 91

Margaret Solano, who worked out the tides by hand, died on Saturday.

Her daughter, Ruth Solano Pike, said the cause was pneumonia.

Solano was hired in 1955. She could finish six harbours in a week, she told the Beacon.

“I bet my boat on her twice a day,” said Karl Bremmer, a pilot.

The survey bought a machine in 1972.

It stood in a hall.

It was as loud as a mill.

“I was not jealous,” she told the Beacon.",
        &expect![[r#"
            figure | 91 | unattributed | -
            statement | the cause was pneumonia | attributed | Ruth Solano Pike
            statement | She could finish six harbours in a week | attributed | Margaret Solano
            figure | six harbours | attributed | Margaret Solano
            quote | “I bet my boat on her twice a day,” | attributed | Karl Bremmer
            quote | “I was not jealous,” | attributed | Margaret Solano
        "#]],
    );
}

#[test]
fn the_union_is_no_place_and_no_firm_and_rupees_are_nobody() {
    check(
        "The Brae Mill made money. Brae Mill has 400 staff. Members of the Port Workers’ Federation voted to strike, the union said.

Net profit stood at Rs 1,240 crore against Rs 1,086 crore a year ago, the company said.",
        &expect![[r#"
            figure | 400 staff | unattributed | -
            statement | Members of the Port Workers’ Federation voted to strike | attributed | union
            statement | Net profit stood at Rs 1,240 crore against Rs 1,086 crore a year ago | attributed | Brae Mill
            figure | Rs 1,240 crore | attributed | Brae Mill
            figure | Rs 1,086 crore | attributed | Brae Mill
        "#]],
    );
}

#[test]
fn where_and_in_what_somebody_speaks_does_not_speak() {
    check(
        "The minister, visiting Brae, said that the bridge would open.

In a statement posted at dawn Bo Ek thanked the clerk and said the bridge would open.

In a report published on Friday inspectors said that it would not.

A report published on Friday says that it will.

At Kessel Seating, across the road, the manager, Ines Lund, sent everybody home. “I make seats,” she said.",
        &expect![[r#"
            statement | that the bridge would open | attributed | minister
            statement | the clerk | attributed | Bo Ek
            statement | the bridge would open | attributed | Bo Ek
            statement | that it would not | attributed | inspectors
            statement | that it will | attributed | report
            quote | “I make seats,” | attributed | Ines Lund
        "#]],
    );
}

#[test]
fn a_post_and_a_body_that_open_a_sentence_may_be_whom_a_pronoun_means() {
    check(
        "Judge Paula Hallam sentenced him to a year. He will go to Long Tarn prison.\n\nThe judge sighed. “It is dark,” she \
         said.\n\nThe harbour ministry banned nets on Monday. The rule, it said, would save the cod.\n\nIda Lund has no \
         regrets. Her neighbour sold a year later. She lost half of it, she says.\n\nThe owner of the dog, a baker from \
         Brae, was fined. He told the court that he had been ill.",
        &expect![[r#"
            quote | “It is dark,” | attributed | Paula Hallam
            statement | The rule … would save the cod | attributed | harbour ministry
            statement | She lost half of it | attributed | neighbour
            figure | half | attributed | neighbour
            statement | that he had been ill | attributed | owner
        "#]],
    );
}

#[test]
fn names_of_places_and_firms_that_look_like_somebodys_are_nobody() {
    check(
        "Mayor Orlen Moss said the town had put up 40 cots. The report, by the firm Tarn Beck, calls the roof tired.\n\n\
         Boats were seen at Long Tarn on Monday. “I rowed one,” he said. “My mother sang.”\n\nHis sister, Sheila Moss, \
         keeps the kiosk.\n\nThe maker of the lamps, Arden Motors, said it had mailed free bulbs. “We are sorry,” it said.",
        &expect![[r#"
            statement | the town had put up 40 cots | attributed | Orlen Moss
            figure | 40 cots | attributed | Orlen Moss
            statement | the roof tired | attributed | report
            quote | “I rowed one,” … “My mother sang.” | attributed | Orlen Moss
            statement | it had mailed free bulbs | attributed | Arden Motors
            quote | “We are sorry,” | attributed | Arden Motors
        "#]],
    );
}

#[test]
fn what_a_cue_interrupts_begins_behind_the_colon() {
    check(
        "The clerk, Ida Moss, smiled.\n\nThe vote was a fraud, Jon Pell said.\n\nOn the town hall steps Pell said it once \
         more: the vote, he said, was “a theft”.",
        &expect![[r#"
            statement | The vote was a fraud | attributed | Jon Pell
            statement | it once more: the vote | attributed | Jon Pell
            statement | the vote … was “a theft” | attributed | Jon Pell
        "#]],
    );
}

#[test]
fn whom_an_aside_names_does_not_speak_and_a_title_tells_namesakes_apart() {
    check(
        "Ida Moss, 47, who runs the shop at Tarn with her husband, Karl Moss, said it would close. “We are tired,” she said.\n\n\
         Jon Holm, 34, a cousin of the mayor, Piet Dane, said the road was bad.\n\n\
         Ada Finch, who met the mayor, Piet Dane, on Tuesday, said the bridge was safe.\n\n\
         Nell Oake, who, with her brother, Sam Oake, keeps bees, said there were none.\n\n\
         It went to the fair, whose director, Lena Roe, said she was glad. He had met Kit Bell, who runs the mill, Olle Lund, 44, said.\n\n\
         Mrs Moss said they would move to Brae.",
        &expect![[r#"
            figure | 47 | unattributed | -
            statement | it would close | attributed | Ida Moss
            quote | “We are tired,” | attributed | Ida Moss
            figure | 34 | unattributed | -
            statement | the road was bad | attributed | Jon Holm
            statement | the bridge was safe | attributed | Ada Finch
            statement | there were none | attributed | Nell Oake
            statement | she was glad | attributed | Lena Roe
            statement | He had met Kit Bell, who runs the mill | attributed | Olle Lund
            figure | 44 | unattributed | -
            statement | they would move to Brae | attributed | Ida Moss
        "#]],
    );
}

#[test]
fn mrs_moss_is_not_the_karl_moss_who_spoke_last() {
    check(
        "Ida Moss, the chair, said the mill was sold.\n\nNephew Karl Moss said he was sorry.\n\n\
         Ms Moss said it had to be. “It leaked,” she said.",
        &expect![[r#"
            statement | the mill was sold | attributed | Ida Moss
            statement | he was sorry | attributed | Karl Moss
            statement | it had to be | attributed | Ida Moss
            quote | “It leaked,” | attributed | Ida Moss
        "#]],
    );
}

#[test]
fn a_post_is_known_by_its_first_word_whatever_it_is_for() {
    check(
        "The Minister for Roads, Ida Moss, said the bridge was safe.\n\nThe director of music, Karl Lund, said nobody sang.\n\n\
         The Minister said that she had walked it. The director said that he had not.",
        &expect![[r#"
            statement | the bridge was safe | attributed | Ida Moss
            statement | nobody sang | attributed | Karl Lund
            statement | that she had walked it | attributed | Ida Moss
            statement | that he had not | attributed | Karl Lund
        "#]],
    );
}

#[test]
fn the_company_is_the_firm_and_not_the_place_where_it_builds() {
    check(
        "# Ardle Cements Q2 profit rises; board clears Tarnholm plant\n\n\
         Ardle Cements reported a profit of $4 million on Monday.\n\n\
         Sales were $90 million, the company said. The plant is at Tarnholm. At Tarnholm, the mayor was glad.\n\n\
         The panels will store 5 MWh, according to the firm’s business case. It puts the savings at $3 million.",
        &expect![[r#"
            statement | a profit of $4 million on Monday | attributed | Ardle Cements
            figure | $4 million | attributed | Ardle Cements
            statement | Sales were $90 million | attributed | Ardle Cements
            figure | $90 million | attributed | Ardle Cements
            statement | The panels will store 5 MWh | attributed | firm’s business case
            figure | 5 MWh | attributed | firm’s business case
            statement | the savings at $3 million | attributed | firm’s business case
            figure | $3 million | attributed | firm’s business case
        "#]],
    );
}

#[test]
fn they_may_be_papers_that_open_the_sentence_before() {
    check(
        "The club’s accounts divide it into four. Gifts fell to £620,000, they show.\n\n\
         The residents of Brae said it was cold. They said that the boiler was off.",
        &expect![[r#"
            figure | four | unattributed | -
            statement | Gifts fell to £620,000 | attributed | club’s accounts
            figure | £620,000 | attributed | club’s accounts
            statement | it was cold | attributed | residents of Brae
            statement | that the boiler was off | attributed | residents of Brae
        "#]],
    );
}

/// The sources of a draft: kind and name.
fn check_sources(draft: &str, expected: &Expect) {
    let analysis = Reader::new(Settings::default()).read(draft, Format::Markdown);
    let sources = &analysis.story().sources;
    let lines = sources.iter().map(|source| format!("{:?} | {}\n", source.kind, source.name));
    expected.assert_eq(&lines.collect::<String>());
}

#[test]
fn a_first_name_or_letters_behind_the_name_make_a_person() {
    check_sources(
        "Jack Law said the roof was safe. “It was not,” said Deborah White, an engineer. “He knew,” said Marian Lund KC.\n\n\
         Producer Gil Moss said the show would go on. Secretary of State Colin Finch said that it would. “It must,” the \
         Minister for Works Ida Obi said. Mrs Obi said the hall was hers.",
        &expect![[r#"
            Person | Jack Law
            Person | Deborah White
            Person | Marian Lund KC
            Person | Gil Moss
            Person | Colin Finch
            Person | Ida Obi
        "#]],
    );
}

#[test]
fn what_a_firm_makes_is_no_part_of_its_name_and_its_last_word_tells_it_from_a_person() {
    check_sources(
        "Chipmaker Lumeta said sales had doubled. Tarn Marine said they had not. Ardle Brewing, the maker of Grey Ox ale, \
         said it would open a pub. “A third pub,” Ardle said.",
        &expect![[r#"
            Organization | Lumeta
            Organization | Tarn Marine
            Organization | Ardle Brewing
        "#]],
    );
}

#[test]
fn what_leads_into_a_list_is_no_source_unless_it_speaks() {
    check(
        "Here is what has burned, according to the Tarn fire service:\n\n- 31 barns\n- two mills\n\nFour roads are shut:\n\n\
         - the A1, for 3 miles",
        &expect![[r#"
            statement | Here is what has burned | attributed | Tarn fire service
            figure | 31 barns | carried | Tarn fire service
            figure | two mills | carried | Tarn fire service
            figure | Four roads | unattributed | -
            figure | 3 miles | unattributed | -
        "#]],
    );
}

#[test]
fn a_department_is_named_with_what_it_is_for() {
    check(
        "A depot would cost £80 million, according to the Department for Tarn Transport. It would be late, \
         the department said.",
        &expect![[r#"
            statement | A depot would cost £80 million | attributed | Department for Tarn Transport
            figure | £80 million | attributed | Department for Tarn Transport
            statement | It would be late | attributed | Department for Tarn Transport
        "#]],
    );
}

#[test]
fn an_age_and_what_somebody_wrote_mean_whom_the_sentence_before_named() {
    check(
        "Ada Moss topped the county with 594 marks. “I switched off my phone in May,” the 17-year-old said.\n\n\
         The premier, Orlen Tarn, asked for calm in a statement. “No fare is worth a life,” it said.",
        &expect![[r#"
            figure | 594 marks | unattributed | -
            quote | “I switched off my phone in May,” | attributed | Ada Moss
            figure | 17-year-old | unattributed | -
            statement | calm in a statement | attributed | Orlen Tarn
            quote | “No fare is worth a life,” | attributed | Orlen Tarn
        "#]],
    );
}

#[test]
fn whom_somebody_told_may_be_described() {
    check(
        "The ward handled 94 births last year, its head, Ida Cross, told a room so full that the doors were opened.\n\n\
         The mine is shut, Jon Holm told a meeting that lasted till dawn. As rain fell, he told a meeting that it would open.",
        &expect![[r#"
            statement | The ward handled 94 births last year, its head | attributed | Ida Cross
            figure | 94 births | attributed | Ida Cross
            statement | The mine is shut | attributed | Jon Holm
            statement | that it would open | attributed | Jon Holm
        "#]],
    );
}

#[test]
fn how_something_is_done_is_no_source() {
    check(
        "Ida Lund said nine of the drowned had been buried according to old rites. The sale went according to plan.\n\n\
         Places cost 40 crowns, according to the plan.\n\nJon Holm shot back that 90 of the posts would be filled.",
        &expect![[r#"
            statement | nine of the drowned had been buried according to old rites | attributed | Ida Lund
            figure | nine of the drowned | attributed | Ida Lund
            statement | Places cost 40 crowns | attributed | plan
            figure | 40 crowns | attributed | plan
            statement | that 90 of the posts would be filled | attributed | Jon Holm
            figure | 90 of the posts | attributed | Jon Holm
        "#]],
    );
}

#[test]
fn surnames_of_several_words_and_honours_before_them_mean_the_person() {
    check(
        "The port is full, said the chief, Mariam Al Moe. Al Moe said it would grow.\n\n\
         Taps ran dry, said the engineer, Karel van der Orm. Van der Orm said that rain would come.\n\n\
         Wells are low, said a farmer, Stanley Orde. Mzee Orde said they would be dug out.\n\n\
         Gov. Tomas “Doy” Prado, 58, shut the road. He said that it would open soon.\n\n\
         Debts fell, said the treasurer, Khalid al-Rask. Rask said the bank was pleased.\n\n\
         “We wait,” said Sean O'Dea. O'Dea said he was tired.",
        &expect![[r#"
            statement | The port is full | attributed | Mariam Al Moe
            statement | it would grow | attributed | Mariam Al Moe
            statement | Taps ran dry | attributed | Karel van der Orm
            statement | that rain would come | attributed | Karel van der Orm
            statement | Wells are low | attributed | Stanley Orde
            statement | they would be dug out | attributed | Stanley Orde
            figure | 58 | unattributed | -
            statement | that it would open soon | attributed | Tomas “Doy” Prado
            statement | Debts fell | attributed | Khalid al-Rask
            statement | the bank was pleased | attributed | Khalid al-Rask
            quote | “We wait,” | attributed | Sean O'Dea
            statement | he was tired | attributed | Sean O'Dea
        "#]],
    );
}

#[test]
fn a_post_is_called_by_its_full_name_where_its_holder_has_a_short_title() {
    check(
        "The storm killed nine people, Gov. Ellen Orde said Tuesday.\n\n\
         Five of the dead were in Brae, the governor told reporters.\n\n\
         The Rev. Alan Prey has kept bees since 1981. They do not mind hymns, the vicar said.\n\n\
         The collector, Lata Rask, IAS, said the water would be back by noon.",
        &expect![[r#"
            statement | The storm killed nine people | attributed | Ellen Orde
            figure | nine people | attributed | Ellen Orde
            statement | Five of the dead were in Brae | attributed | Ellen Orde
            figure | Five of the dead | attributed | Ellen Orde
            statement | They do not mind hymns | attributed | Alan Prey
            statement | the water would be back by noon | attributed | Lata Rask
        "#]],
    );
}

#[test]
fn whom_the_clause_before_names_may_speak_in_the_next() {
    check(
        "Ann Lund, who studies bees, hung 60 traps; most of them were empty, she said.\n\n\
         The mill's chairman, Josef Orde, blamed the rains, which, he said, had come late.\n\n\
         The rector, Marc Prado, said the Class of 2025 would march, “in a field if we have to”.\n\n\
         Roads are out, according to a tally released on Monday by the Lakes Road Board.",
        &expect![[r#"
            statement | Ann Lund, who studies bees, hung 60 traps; most of them were empty | attributed | Ann Lund
            figure | 60 traps | attributed | Ann Lund
            statement | The mill's chairman, Josef Orde, blamed the rains, which … had come late | attributed | Josef Orde
            statement | the Class of 2025 would march, “in a field if we have to” | attributed | Marc Prado
            statement | Roads are out | attributed | tally released on Monday by the Lakes Road Board
        "#]],
    );
}

#[test]
fn who_speaks_behind_an_aside_is_whom_it_describes() {
    check(
        "Glen Tate, who serviced the Tarn bus, said the driver, Errol Holm, had come to him.\n\n\
         Councilman Dwight Moss, who keeps three “last chance” dogs from Carver Road, said he slept well.\n\n\
         Forty boats fitted with lamps teach 900 children, the Orm Trust, which runs them, said in a report launched here on \
         Monday.\n\nThe inquest was told by Ada Cross in May that 44 bridges were unsafe.\n\n\
         “I was afraid,” Con Lavelle said. “She hid it,” Mr Lavelle said. Det Con Lund said he had seen it.",
        &expect![[r#"
            statement | the driver, Errol Holm, had come to him | attributed | Glen Tate
            figure | three | unattributed | -
            quote | “last chance” | unattributed | -
            statement | he slept well | attributed | Dwight Moss
            statement | Forty boats fitted with lamps teach 900 children | attributed | Orm Trust
            figure | Forty boats | attributed | Orm Trust
            figure | 900 children | attributed | Orm Trust
            statement | that 44 bridges were unsafe | attributed | Ada Cross
            figure | 44 bridges | attributed | Ada Cross
            quote | “I was afraid,” | attributed | Con Lavelle
            quote | “She hid it,” | attributed | Con Lavelle
            statement | he had seen it | attributed | Lund
        "#]],
    );
}

#[test]
fn the_company_is_the_body_that_has_just_spoken() {
    check(
        "# Rain falls on the hills\n\n\
         Kettle Bank said rates would fall. The lender said savers would be told.\n\n\
         Brae Rovers said the match was off. The club said tickets would be valid.\n\n\
         A spokeswoman for Tarn Foods said sales had fallen. The company said it would close a plant.",
        &expect![[r#"
            statement | rates would fall | attributed | Kettle Bank
            statement | savers would be told | attributed | Kettle Bank
            statement | the match was off | attributed | Brae Rovers
            statement | tickets would be valid | attributed | Brae Rovers
            statement | sales had fallen | attributed | spokeswoman for Tarn Foods
            statement | it would close a plant | attributed | Tarn Foods
        "#]],
    );
}

#[test]
fn judges_bishops_and_attorneys_general_are_who_they_are() {
    check(
        "Mr Justice Orde said the clause was void. “A drain runs both ways,” the judge said.\n\n\
         The sheriff, Kate Bishop, said the jail was full. Bishop said it had been full for years.\n\n\
         The Attorney-General, Karl Prey, said that the bill was sound. The Attorney-General said it had been read twice.\n\n\
         Professor Lin Wei led the study. The reef may have ten years, Lin said.",
        &expect![[r#"
            statement | the clause was void | attributed | Orde
            quote | “A drain runs both ways,” | attributed | Orde
            statement | the jail was full | attributed | Kate Bishop
            statement | it had been full for years | attributed | Kate Bishop
            statement | that the bill was sound | attributed | Karl Prey
            statement | it had been read twice | attributed | Karl Prey
            statement | The reef may have ten years | attributed | Lin Wei
            figure | ten years | attributed | Lin Wei
        "#]],
    );
}

#[test]
fn an_obituary_goes_on_about_whoever_died() {
    check(
        "# Nora Brand, who taught a valley to swim\n\nNora Brand, who has died aged 91, taught because, as she put it, “nobody \
         else would”.\n\nShe was born in Tarn, the second child of Hugh Brand, a sawyer, and Ada Pell, a nurse. An uncle \
         paid, on condition, she told the Lamp, “that I never mention it”.\n\nHer coach, Tove Brand, said the pool was \
         cold. “She never minded,” she said.\n\nShe never married. “I was asked three times,” she told Radio Tarn.\n\nHer \
         teacher told her that she would drown. She laughed. “I floated,” she said.\n\nAn inspector once asked who would \
         pay. “I will,” Brand replied.",
        &expect![[r#"
            figure | 91 | unattributed | -
            quote | “nobody else would” | attributed | Nora Brand
            statement | An uncle paid, on condition … “that I never mention it” | attributed | Nora Brand
            statement | the pool was cold | attributed | Tove Brand
            quote | “She never minded,” | attributed | Tove Brand
            quote | “I was asked three times,” | attributed | Nora Brand
            figure | three times | attributed | Nora Brand
            statement | that she would drown | attributed | teacher
            quote | “I floated,” | attributed | Nora Brand
            statement | who would pay | attributed | inspector
            quote | “I will,” | attributed | Nora Brand
        "#]],
    );
}

#[test]
fn a_name_in_front_of_the_subject_does_nothing() {
    check(
        "Karl Lund, who was hurt, has not been charged. Questioned by a lawyer, Neville Gunn, the 54-year-old wept. “I hear \
         them,” he said.\n\nLee Corran’s wife, Marg, drives now. She said they had met in Brae.",
        &expect![[r#"
            figure | 54-year-old | unattributed | -
            quote | “I hear them,” | attributed | Karl Lund
            statement | they had met in Brae | attributed | Marg
        "#]],
    );
}

#[test]
fn a_title_and_a_former_post_belong_to_the_name() {
    check(
        "The hall fed 60 people, said the vicar, the Rev Joan Speke.\n\nPete Marsh, then secretary of the lodge, said that it \
         was full.\n\nSuperintendent of Police Ritika Rane said the road was shut. “Stay away,” Rane said.",
        &expect![[r#"
            statement | The hall fed 60 people | attributed | Joan Speke
            figure | 60 people | attributed | Joan Speke
            statement | that it was full | attributed | Pete Marsh
            statement | the road was shut | attributed | Ritika Rane
            quote | “Stay away,” | attributed | Ritika Rane
        "#]],
    );
}

#[test]
fn what_is_told_stands_before_a_place_and_not_behind_it() {
    check(
        "The motion was carried, chairman Liam Durcan told reporters at the hall where the meeting was held.\n\nIts chief \
         executive, Greta Holm, said the 640 workers at the mills, in Brae, Holm and Tarn, would stay.",
        &expect![[r#"
            statement | The motion was carried | attributed | Liam Durcan
            statement | the 640 workers at the mills, in Brae, Holm and Tarn, would stay | attributed | Greta Holm
            figure | 640 workers | attributed | Greta Holm
        "#]],
    );
}

#[test]
fn a_verb_that_opens_its_sentence_is_nobodys_name() {
    check(
        "Said Dora Moss, who grew up there: “We were proud.”\n\nOf the mill, Lund, who bakes, said that it was dry.\n\nSo \
         many carts stood there that Deputy Wes Holm put out cones, and said later that he had enough.\n\nThe porter \
         recalled that Lund told her: “You will win.”",
        &expect![[r#"
            quote | “We were proud.” | attributed | Dora Moss
            statement | that it was dry | attributed | Lund
            statement | that he had enough | attributed | Wes Holm
            statement | that Lund told her: “You will win.” | attributed | porter
        "#]],
    );
}

#[test]
fn a_share_of_those_asked_does_something() {
    check(
        "In a survey of 900 tenants, 54% rated their flats as damp, 27% as dry.\n\nThe army claimed to have killed 40 \
         fighters.",
        &expect![[r#"
            figure | 900 tenants | carried | survey of 900 tenants
            statement | 54% rated their flats as damp, 27% as dry | attributed | survey of 900 tenants
            figure | 54% | attributed | survey of 900 tenants
            figure | 27% | attributed | survey of 900 tenants
            statement | to have killed 40 fighters | attributed | army
            figure | 40 fighters | attributed | army
        "#]],
    );
}

#[test]
fn it_means_the_firm_that_opens_the_sentence_and_an_age_before_a_name_is_no_trade() {
    check(
        "Tarn Cement on Wednesday posted a rise of 22%, it said.\n\nBrent Hollis fell.\n\nThe 35-year-old Ruawa said he \
         would play on.",
        &expect![[r#"
            statement | Tarn Cement on Wednesday posted a rise of 22% | attributed | Tarn Cement
            figure | 22% | attributed | Tarn Cement
            figure | 35-year-old | unattributed | -
            statement | he would play on | attributed | Ruawa
        "#]],
    );
}
