use expect_test::expect;

use super::more_tests::check;

#[test]
fn names_and_offices_that_look_like_verbs_are_subjects() {
    check(
        &[
            "Tell said the first would need 41 rooms.",
            "Planning officer Ida Moss said she had 214 letters.",
            "The minister for public works told parliament that 214 homes were empty.",
            "Biologists at Ardale College estimate that 40,000 eels died.",
        ],
        &expect![[r#"
            Tell | said | the first would need 41 rooms | Speech
            Planning officer Ida Moss | said | she had 214 letters | Speech
            The minister for public works | told | that 214 homes were empty | Speech
            Biologists at Ardale College | estimate | that 40,000 eels died | Speech
        "#]],
    );
}

#[test]
fn whose_amount_it_is_stands_behind_it_too() {
    check(
        &[
            "Damage was put at $740,000 by the insurer.",
            "Losses have been valued at EC$2 million by the growers' union.",
            "The bridge was put at £4m by the autumn.",
            "Some 25,000 people, by the police estimate, sat down.",
            "Boyle put the cost at US$14 million.",
            "The police estimate that 40 came.",
        ],
        &expect![[r#"
            the insurer | was put | Damage … at $740,000 | Speech
            the growers' union | have been valued | Losses … at EC$2 million | Speech
            the police | by the police estimate | Some 25,000 people | Speech
            Boyle | put | the cost at US$14 million | Speech
            The police | estimate | that 40 came | Speech
        "#]],
    );
}
