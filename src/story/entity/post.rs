//! What posts people are introduced by, and how a story calls them afterwards.

use super::likeness::{is_of, key};
use crate::extract::Name;
use crate::language::{Class, in_small_letters, last_piece};

/// The keys of the words that introduce a person in `text`: the last of the title, the word before the name, and the post
/// that ends in what it is for: "The Minister for Health, Ida Moe".
pub(super) fn posts(name: &Name, text: &str) -> [Option<u64>; 3] {
    let post = |word: Option<&str>| word.map(|word| key(written_out(&in_small_letters(word))));
    let start = name.behind_title();
    let before = &text[..name.span.start as usize];
    let for_something = before.ends_with(", ").then(|| charged(words_before(text, start))).flatten();
    [post(last_piece(name.title.of(text))), post(last_piece(before.trim_end_matches([',', ' ']))), post(for_something)]
}

/// "The | Minister | for Health, Ida Moe", "the | head | of music, Karl Lund": the post that ends in what it is for, given
/// the words up to the name.
pub(super) fn charged<'a>(words: impl DoubleEndedIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 5;
    let mut words = words.rev().take(LONGEST + 2);
    words.find(|word| matches!(*word, "for" | "of"))?;
    let is_plain = |word: &&str| word.chars().all(char::is_alphabetic);
    words.next().filter(is_plain).filter(|word| is_of(&in_small_letters(word), &[Class::RoleNoun, Class::Official]))
}

/// A title before a name as the post is called without it: "Gov. Ada Finch" is the governor, "the Rev. Alan Spry" the vicar.
pub(super) fn written_out(post: &str) -> &str {
    match post {
        "adm." => "admiral",
        "amb." => "ambassador",
        "brig." => "brigadier",
        "capt." | "capt" => "captain",
        "cllr" | "coun." | "coun" | "cr" => "councillor",
        "cmdr." | "cmdr" => "commander",
        "col." => "colonel",
        "const." => "constable",
        "det." | "det" => "detective",
        "father" | "fr." | "fr" | "pastor" | "rector" | "rev." | "rev" | "revd" | "reverend" | "vicar" => "priest",
        "gen." => "general",
        "gov." => "governor",
        "insp." | "insp" => "inspector",
        "justice" => "judge",
        "lt." | "lt" => "lieutenant",
        "maj." | "maj" => "major",
        "prof." | "prof" => "professor",
        "sen." => "senator",
        "sgt." | "sgt" => "sergeant",
        "supt." | "supt" => "superintendent",
        _ => post,
    }
}

/// The words of a block before the name at `offset`.
pub(super) fn words_before(block: &str, offset: u32) -> impl DoubleEndedIterator<Item = &str> {
    block[..offset as usize].trim_end_matches([',', ' ']).split_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_the_post_that_it_is_short_for() {
        assert_eq!(written_out("gov."), "governor");
        assert_eq!(written_out("vicar"), written_out("rev."));
        assert_eq!(written_out("mayor"), "mayor");
    }
}
