//! A snapshot gives each block and, below it, its quotations: kind, whether it is left open, words.

#![expect(clippy::needless_raw_string_hashes, reason = "expect_test renews snapshots in this form")]

use std::fmt::Write;

use expect_test::{Expect, expect};

use super::{Quotes, read_quotes};
use crate::language::tokenize;

fn read(text: &str) -> Quotes {
    read_quotes(text, &tokenize(text))
}

#[expect(clippy::needless_pass_by_value, reason = "a snapshot is written where it is used")]
fn check(blocks: &[&str], expected: Expect) {
    let mut lines = String::new();
    for text in blocks {
        writeln!(lines, "{text}").unwrap();
        let quotes = read(text);
        for quote in &quotes.all {
            let depth = if quote.parent.is_some() { "    " } else { "  " };
            let open = if quote.open { " (open)" } else { "" };
            writeln!(lines, "{depth}{:?}{open}: {}", quote.kind, quote.inner.of(text)).unwrap();
        }
        for span in &quotes.unopened {
            writeln!(lines, "  unopened at {}", span.start).unwrap();
        }
    }
    expected.assert_eq(&lines);
}

#[test]
fn every_style_of_double_mark_pairs() {
    check(
        &[
            "\"We won,\" she said.",
            "“We won,” she said.",
            "''We won,'' she said.",
            "``We won,'' she said.",
            "«We won», she said. « We lost », he said.",
            "„We won“, she said.",
        ],
        expect![[r#"
            "We won," she said.
              Speech: We won,
            “We won,” she said.
              Speech: We won,
            ''We won,'' she said.
              Speech: We won,
            ``We won,'' she said.
              Speech: We won,
            «We won», she said. « We lost », he said.
              Speech: We won
              Speech: We lost
            „We won“, she said.
              Speech: We won
        "#]],
    );
}

#[test]
fn british_single_marks_pair_over_apostrophes() {
    check(
        &[
            "‘We’d hoped the drivers’ union wouldn’t mind,’ she said.",
            "'We'd hoped the drivers' union wouldn't mind,' she said.",
            "‘The drivers’ and the guards’ unions will mind,’ she said. ‘I don’t.’",
            "He fed the ‘wild cats’ that he found near the Brewers’ Union.",
            "The ‘Brexiteers’ celebrating in Dover were few.",
            "Thornbury called it ‘a raid on the careful’. He left.",
            "‘It’s Chris’ fault, not James’,’ Lowe said.",
        ],
        expect![[r#"
            ‘We’d hoped the drivers’ union wouldn’t mind,’ she said.
              Speech: We’d hoped the drivers’ union wouldn’t mind,
            'We'd hoped the drivers' union wouldn't mind,' she said.
              Speech: We'd hoped the drivers' union wouldn't mind,
            ‘The drivers’ and the guards’ unions will mind,’ she said. ‘I don’t.’
              Speech: The drivers’ and the guards’ unions will mind,
              Speech: I don’t.
            He fed the ‘wild cats’ that he found near the Brewers’ Union.
              Term: wild cats
            The ‘Brexiteers’ celebrating in Dover were few.
              Term: Brexiteers
            Thornbury called it ‘a raid on the careful’. He left.
              Fragment: a raid on the careful
            ‘It’s Chris’ fault, not James’,’ Lowe said.
              Speech: It’s Chris’ fault, not James’,
        "#]],
    );
}

#[test]
fn apostrophes_open_and_close_nothing() {
    check(
        &[
            "The ’90s, the '90s and the ‘90s; rock 'n' roll, Guns N' Roses.",
            "Ask 'em, get ’em, till ‘em. 'Twas the workers' hall and the Brewers’ Union.",
            "He is 6'2\" tall, she 5’ 4”; a 12\" pipe and a 3' fence.",
            "\"It takes a 12\" pipe,\" Hale said. \"We have 8.\"",
            "The class of '08 met goin' nowhere.",
        ],
        expect![[r#"
            The ’90s, the '90s and the ‘90s; rock 'n' roll, Guns N' Roses.
            Ask 'em, get ’em, till ‘em. 'Twas the workers' hall and the Brewers’ Union.
            He is 6'2" tall, she 5’ 4”; a 12" pipe and a 3' fence.
            "It takes a 12" pipe," Hale said. "We have 8."
              Speech: It takes a 12" pipe,
              Speech: We have 8.
            The class of '08 met goin' nowhere.
        "#]],
    );
}

#[test]
fn quotations_nest_either_way() {
    check(
        &[
            "“He told me, ‘You’re next,’ and left,” said Ames.",
            "‘He called it “a raid” and left,’ Ames said.",
            "\"She said, 'Not today.'\" Then she left.",
            "''He said, 'No.''' Mr. Ames left.",
            "\"He said \"no\" to me,\" she said.",
        ],
        expect![[r#"
            “He told me, ‘You’re next,’ and left,” said Ames.
              Speech: He told me, ‘You’re next,’ and left,
                Speech: You’re next,
            ‘He called it “a raid” and left,’ Ames said.
              Speech: He called it “a raid” and left,
                Fragment: a raid
            "She said, 'Not today.'" Then she left.
              Speech: She said, 'Not today.'
                Speech: Not today.
            ''He said, 'No.''' Mr. Ames left.
              Speech: He said, 'No.'
                Speech: No.
            "He said "no" to me," she said.
              Speech: He said "no" to me,
                Fragment: no
        "#]],
    );
}

#[test]
fn a_quotation_that_nothing_closes_is_open() {
    check(
        &[
            "“We were told to wait. Nobody came.",
            "‘We were told to wait. Nobody’s come.",
            "\"We were told to wait, Hale said. \"Nobody came,\" she said.",
            "Hale said, “We were told to wait.",
            "She called it ‘a raid on the careful and left.",
        ],
        expect![[r#"
            “We were told to wait. Nobody came.
              Speech (open): We were told to wait. Nobody came.
            ‘We were told to wait. Nobody’s come.
              Speech (open): We were told to wait. Nobody’s come.
            "We were told to wait, Hale said. "Nobody came," she said.
              Speech (open): We were told to wait
              Speech: Nobody came,
            Hale said, “We were told to wait.
              Speech (open): We were told to wait.
            She called it ‘a raid on the careful and left.
              Speech (open): a raid on the careful and left.
        "#]],
    );
}

#[test]
fn a_closing_mark_that_nothing_opened_is_reported() {
    check(
        &[
            "We were told to wait,” Hale said. “Nobody came.”",
            "We were told to wait,\" Hale said. \"Nobody came.\"",
            "We were told to wait,’ Hale said.",
        ],
        expect![[r#"
            We were told to wait,” Hale said. “Nobody came.”
              Speech: Nobody came.
              unopened at 21
            We were told to wait," Hale said. "Nobody came."
              Speech: Nobody came.
              unopened at 21
            We were told to wait,’ Hale said.
              unopened at 21
        "#]],
    );
}

#[test]
fn marks_typed_the_wrong_way_are_read_by_their_spaces() {
    check(
        &[
            "” We won,” said Ames. ”They lost.”",
            "“We won,“ said Ames.",
            "\" They are trying to run the two nations \" he said.",
            "\"We did it, \"he said. \"All of us.\"",
        ],
        expect![[r#"
            ” We won,” said Ames. ”They lost.”
              Speech: We won,
              Speech: They lost.
            “We won,“ said Ames.
              Speech: We won,
            " They are trying to run the two nations " he said.
              Speech: They are trying to run the two nations
            "We did it, "he said. "All of us."
              Speech: We did it,
              Speech: All of us.
        "#]],
    );
}

#[test]
fn speech_is_a_clause_or_stands_with_its_speaker() {
    check(
        &[
            "“No,” said Ames.",
            "“We will,” Ames said, “and they know it.”",
            "“There are two chairs at two tables that nobody sits in.”",
            "Ames told the court: “He had a radio and a window.”",
            "She said that “we are going to fight it in the courts.”",
            "“Is it over?” Smith asked.",
        ],
        expect![[r#"
            “No,” said Ames.
              Speech: No,
            “We will,” Ames said, “and they know it.”
              Speech: We will,
              Speech: and they know it.
            “There are two chairs at two tables that nobody sits in.”
              Speech: There are two chairs at two tables that nobody sits in.
            Ames told the court: “He had a radio and a window.”
              Speech: He had a radio and a window.
            She said that “we are going to fight it in the courts.”
              Speech: we are going to fight it in the courts.
            “Is it over?” Smith asked.
              Speech: Is it over?
        "#]],
    );
}

#[test]
fn words_in_the_reporters_sentence_are_a_fragment() {
    check(
        &[
            "He called it “a raid on the careful.”",
            "Ames said the plan was “unsafe” and “bound to fail”.",
            "The judge described him as ‘a decent man standing where a system should have been’.",
            "Croy said he would ‘try to be nobody for a while’.",
        ],
        expect![[r#"
            He called it “a raid on the careful.”
              Fragment: a raid on the careful.
            Ames said the plan was “unsafe” and “bound to fail”.
              Fragment: unsafe
              Fragment: bound to fail
            The judge described him as ‘a decent man standing where a system should have been’.
              Fragment: a decent man standing where a system should have been
            Croy said he would ‘try to be nobody for a while’.
              Fragment: try to be nobody for a while
        "#]],
    );
}

#[test]
fn works_and_brands_are_titles() {
    check(
        &[
            "Her novel “The Salt Road” sold well.",
            "The song “Wait for me” topped the chart.",
            "They stopped at the “World’s Largest Tin Goose,” a roadside statue.",
            "The brewer’s ‘Malt & Mirth’ promotion begins in May.",
            "He hosts “Dawn Patrol.”",
        ],
        expect![[r#"
            Her novel “The Salt Road” sold well.
              Title: The Salt Road
            The song “Wait for me” topped the chart.
              Title: Wait for me
            They stopped at the “World’s Largest Tin Goose,” a roadside statue.
              Title: World’s Largest Tin Goose,
            The brewer’s ‘Malt & Mirth’ promotion begins in May.
              Title: Malt & Mirth
            He hosts “Dawn Patrol.”
              Title: Dawn Patrol.
        "#]],
    );
}

#[test]
fn a_name_within_a_name_is_a_nickname() {
    check(
        &["Otto “Bear” Lindqvist won, and Luiz \"Tico\" da Rocha lost.", "Angela (“Angie”) Voss lost."],
        expect![[r#"
            Otto “Bear” Lindqvist won, and Luiz "Tico" da Rocha lost.
              Nickname: Bear
              Nickname: Tico
            Angela (“Angie”) Voss lost.
              Nickname: Angie
        "#]],
    );
}

#[test]
fn words_as_words_and_scare_quotes_are_terms() {
    check(
        &[
            "The so-called “experts” left.",
            "Engineers use the term “soft story” for it.",
            "A new “smart” bin stands there.",
            "It was dubbed “the Bog”.",
        ],
        expect![[r#"
            The so-called “experts” left.
              Term: experts
            Engineers use the term “soft story” for it.
              Term: soft story
            A new “smart” bin stands there.
              Term: smart
            It was dubbed “the Bog”.
              Term: the Bog
        "#]],
    );
}

#[test]
fn empty_marks_are_no_quotation() {
    check(
        &["\"\" “” '' ‘ ’"],
        expect![[r#"
            "" “” '' ‘ ’
        "#]],
    );
}

mod properties {
    use proptest::prelude::*;

    use super::read;

    const MARKS: &str = "(\"|'|''|`|“|”|‘|’|«|»|a|said|Ann|cats'|’s| |, |\\. |12|6'2|\\(|\\)|—|é|💣){0,40}";

    proptest! {
        #[test]
        fn quotations_nest_and_lie_within_the_text(text in MARKS) {
            let quotes = read(&text);
            for (order, quote) in quotes.all.iter().enumerate() {
                prop_assert!(quote.span.covers(quote.inner));
                prop_assert!(!quote.inner.of(&text).is_empty());
                for earlier in &quotes.all[..order] {
                    let disjoint = !earlier.span.overlaps(quote.span);
                    prop_assert!(disjoint || earlier.span.covers(quote.span));
                }
                if let Some(parent) = quote.parent {
                    prop_assert!(quotes.all[parent as usize].inner.covers(quote.span));
                }
            }
        }

        #[test]
        fn any_text_is_read(text in "\\PC{0,80}") {
            read(&text);
        }
    }
}

#[test]
fn every_prefix_of_a_paragraph_is_read() {
    let text = "‘We’d hoped the drivers’ union wouldn’t mind,’ she said. “He’s 6'2\", in a 'new' <a href=\"x\">coat</a>.” \
                ''It's the '90s,'' said Luiz \"Tico\" da Rocha of «Malt & Mirth» — 💣.";
    for (end, _) in text.char_indices() {
        read(&text[..end]);
    }
    check(
        &["<a href=\"x\">A coat</a> is “new”."],
        expect![[r#"
            <a href="x">A coat</a> is “new”.
              Term: new
        "#]],
    );
}

#[test]
fn a_forgotten_mark_ends_before_whoever_speaks_whatever_follows() {
    check(
        &[
            "“The boats were late, said Ada Moss, who runs the ferry. She said 12 had come.",
            "“The boats were late, as he said Moss knew. We waited for them.",
        ],
        expect![[r#"
            “The boats were late, said Ada Moss, who runs the ferry. She said 12 had come.
              Speech (open): The boats were late
            “The boats were late, as he said Moss knew. We waited for them.
              Speech (open): The boats were late, as he said Moss knew. We waited for them.
        "#]],
    );
}
