//! Whom "the 56-year-old pilot" means: the one whose age the story gives and whom it calls by that trade, wherever it does.
//!
//! "Pilot Emil Varga, 52", "the chairman, Barry Holm, 63", "Supt Ada Ek, 43", "the owner of the mill, Ida Lund, 55",
//! "Emil Varga, 52, a bush pilot": where nobody else of the trade is named or told of, no other can be meant.

use super::Story;
use super::aged_again::{Around, UNNAMED, is_prose};
use super::life::{Aged, Telling};
use super::name_words::{bare, surname};
use crate::language::{Class, is_one_of};

/// Trades before a name, as they are cut short, with a stop behind or without.
const SHORT: &[(&str, &str)] = &[
    ("supt", "superintendent"),
    ("insp", "inspector"),
    ("sgt", "sergeant"),
    ("capt", "captain"),
    ("prof", "professor"),
    ("dr", "doctor"),
    ("cllr", "councillor"),
    ("sen", "senator"),
    ("gov", "governor"),
    ("rep", "representative"),
    ("lt", "lieutenant"),
    ("col", "colonel"),
    ("gen", "general"),
];

/// The earlier age of the one whom an epithet calls by a trade.
pub(super) fn find<'a, 'b>(story: &Story, before: &'b [Aged<'a>], again: &Aged<'a>) -> Option<&'b Aged<'a>> {
    let around = Around::of(story, again).filter(|_| is_prose(story, again))?;
    // "The 57-year-old mill owner wept": its last word may be a verb that no list knows.
    trades_of(&around).iter().rev().find_map(|trade| of_trade(story, before, &trade.to_lowercase()))
}

/// The only one of a trade whose age the story gives.
fn of_trade<'a, 'b>(story: &Story, before: &'b [Aged<'a>], trade: &str) -> Option<&'b Aged<'a>> {
    let is_so = |first: &&Aged<'_>| {
        first.telling == Telling::Apposed && !first.name.is_empty() && is_of_trade(story, first, trade)
    };
    let mut of_trade = before.iter().filter(is_so);
    let first = of_trade.next()?;
    let is_only = of_trade.all(|other| other.entry.figure.value == first.entry.figure.value);
    // Another of the trade may be told of without an age.
    let text = story.text.to_lowercase();
    let others = [format!("another {trade}"), format!("other {trade}"), format!("{trade}s ")];
    let has_others = others.iter().any(|other| text.contains(other.as_str())) || is_others(story, first, trade);
    (is_only && !has_others).then_some(first)
}

/// The nouns of "the 57-year-old superintendent", "the 55-year-old mill owner".
fn trades_of<'a>(around: &Around<'a>) -> Vec<&'a str> {
    const LONGEST: usize = 3;
    const ENDS: &[Class] = &[
        Class::Say,
        Class::Past,
        Class::Third,
        Class::Have,
        Class::Be,
        Class::Preposition,
        Class::Relative,
        Class::Modal,
        Class::Coordinator,
        Class::Subordinator,
        Class::Adverb,
        Class::Pronoun,
        Class::Time,
    ];
    let words = around.words;
    let is_trade = |at: usize| {
        let is_noun = words.is_word(at) && !words.is_capitalized(at) && 4 <= words.written(at).len();
        is_noun && !words.is_any(at, UNNAMED) && !words.has(at, Class::Kin)
    };
    // "The secretary, who is 63, will keep"
    if words.run_is(around.at.wrapping_sub(3), &[",", "who", "is"]) && words.is(around.at + 1, ",") {
        let noun = around.at.wrapping_sub(4);
        let is_role = noun == around.passage.first + 1 && words.is(around.passage.first, "the");
        return (is_role && is_trade(noun)).then(|| words.written(noun)).into_iter().collect();
    }
    let Some(first) = around.behind_old().filter(|_| words.is(around.at.wrapping_sub(1), "the")) else {
        return Vec::new();
    };
    let goes_on =
        |at: usize| words.is_word(at) && !words.is_capitalized(at) && !ENDS.iter().any(|&class| words.has(at, class));
    let end = (first..first + LONGEST).find(|&at| at != first && !goes_on(at)).unwrap_or(first + LONGEST);
    let is_alone = !words.is_any(end, &["’s", "'s", "who", "from", "of"]) && !words.is_hyphen(end);
    (first..end).filter(|&at| is_alone && is_trade(at)).map(|at| words.written(at)).collect()
}

/// Whether the story calls somebody whose age it gives by this trade.
fn is_of_trade(story: &Story, first: &Aged<'_>, trade: &str) -> bool {
    is_apposed(story, first, trade) || called(story, trade).any(|name| name == surname_of(story, first))
}

/// "Emil Varga, 52, a bush pilot": behind the age, before the next comma.
fn is_apposed(story: &Story, first: &Aged<'_>, trade: &str) -> bool {
    const LONGEST: usize = 7;
    let Some(around) = Around::of(story, first) else { return false };
    let words = around.words;
    let is_led = words.is(around.at + 1, ",") && words.is_any(around.at + 2, &["a", "an", "the"]);
    let phrase = around.at + 3..(around.at + LONGEST).min(around.passage.end);
    is_led && phrase.into_iter().any(|at| words.is(at, trade))
}

fn surname_of<'a>(story: &'a Story, first: &Aged<'_>) -> &'a str {
    surname(bare(story.text_of(first.name)))
}

/// Whether the story calls another by this trade.
fn is_others(story: &Story, first: &Aged<'_>, trade: &str) -> bool {
    called(story, trade).any(|name| name != surname_of(story, first))
}

/// The last words of the names before which a trade stands, with a comma between or without.
fn called<'a>(story: &'a Story, trade: &str) -> impl Iterator<Item = &'a str> {
    const LONGEST: usize = 8;
    story.names.iter().filter_map(move |name| {
        let block = story.blocks[name.block].span;
        let written = story.text_of(name.span);
        let mut title = written.split_whitespace();
        let is_titled = title.next().is_some_and(|word| is_trade(word, trade)) && title.next().is_some();
        let before = story.text[block.start as usize..name.span.start as usize].trim_end();
        let is_led = || match before.strip_suffix(',') {
            Some(role) => is_role(role.rsplit(char::is_whitespace).take(LONGEST), trade),
            None => before.rsplit(char::is_whitespace).next().is_some_and(|word| is_trade(word, trade)),
        };
        (is_titled || is_led()).then(|| surname(bare(written)))
    })
}

/// "The owner of the mill where it began": read from its end, a noun phrase whose head is the trade.
fn is_role<'a>(back: impl Iterator<Item = &'a str>, trade: &str) -> bool {
    const JOINTS: &[&str] = &["of", "at", "for", "in"];
    let mut is_head = true;
    for word in back {
        if !word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’')) {
            return false;
        }
        if is_head && is_trade(word, trade) {
            return true;
        }
        is_head = is_one_of(word, JOINTS);
    }
    false
}

/// Whether a word is the trade, in full or cut short, or its last part: "owner" of "shipowner".
fn is_trade(word: &str, trade: &str) -> bool {
    const LEAST: usize = 5;
    let word = word.to_lowercase();
    let is_short = || SHORT.iter().any(|&(short, long)| long == trade && word.trim_end_matches('.') == short);
    word == trade || is_short() || LEAST <= word.len() && trade.ends_with(word.as_str())
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_trade_tells_who_is_meant() {
        for (text, is_wrong) in [
            ("Police questioned Supt Ada Lund, 43, on Monday.\n\nThe 57-year-old superintendent wept.", true),
            ("Police questioned Supt Ada Lund, 57, on Monday.\n\nThe 57-year-old superintendent wept.", false),
            ("The chairman, Bo Orr, 63, hid it.\n\nFans sang.\n\nThe 67-year-old chairman made it in soap.", true),
            ("The chairman, Bo Orr, sang.\n\nOrr, 63, hid it.\n\nThe 67-year-old chairman made it in soap.", true),
            ("The owner of the mill, Bo Orr, 52, ran.\n\nThe 55-year-old mill owner said he was cold.", true),
            ("Shop steward Bo Orr, 41, said so.\n\nThe 44-year-old shop steward has a dog.", true),
            ("Shop steward Bo Orr, 41, and steward Cy Holm sang.\n\nThe 44-year-old shop steward has a dog.", false),
            ("Pilot Bo Orr, 41, landed. Another pilot ran.\n\nThe 49-year-old pilot has a dog.", false),
            ("The aide, Bo Orr, 34, was held.\n\nA judge had the 43-year-old aide held for a week.", true),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::SameAge);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
