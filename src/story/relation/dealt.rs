//! Shares that read as if one list dealt out a whole: "48% of leavers go to university, 27% to work".

use super::mixture::are_gapped;
use super::row::{has_any, spaced};
use super::share_words::words_behind;
use super::{Entry, Story};
use crate::extract::{Figure, FigureKind};
use crate::story::Placed;
use crate::text::Span;

/// Verbs of having a share, which one list of shares has for all: "paddy takes 50 percent, cane 28 percent and towns 14".
const TAKES: &[&str] = &[
    " takes ",
    " took ",
    " gets ",
    " got ",
    " receives ",
    " received ",
    " accounts for ",
    " accounted for ",
    " makes up ",
    " made up ",
    " supplies ",
    " supplied ",
];

/// Things that one may do or have beside another.
const MANY: &[&str] = &[
    " use ",
    " used ",
    " uses ",
    " own ",
    " owned ",
    " cite ",
    " cited ",
    " named ",
    " name ",
    " mentioned ",
    " worry ",
    " worried ",
    " concerned ",
    " reported ",
    " experienced ",
    " suffer ",
    " suffered ",
    " watch ",
    " read ",
    " listen ",
    " fear ",
    " feared ",
    " trust ",
    " bought ",
    " buy ",
    " visited ",
    " tried ",
    " likely ",
    " believe ",
    " agreed ",
    " agree ",
    " felt ",
    " feel ",
    " know ",
    " knew ",
    " aware ",
    " some form ",
    " could choose ",
    " overlap ",
    " same ",
    " increase ",
    " higher ",
    " lower ",
    " up ",
    " down ",
    " among ",
    " chance ",
    " discount ",
    " off ",
    " growth ",
    " margin ",
    " alcohol ",
    " have a ",
    " has a ",
    " had a ",
    " have an ",
    " have had ",
    " play ",
    " speak ",
    " drink ",
    " smoke ",
    " eat ",
    " watched ",
    " chose both ",
];

/// Whether one verb of having holds for all shares, and each but the first stands behind who has it: "takes 50 percent,
/// cane 28 percent", and not "took 44 percent in Brae, 28 percent in Troon".
pub(super) fn are_taken(story: &Story, words: &str, shares: &[&Entry<'_>]) -> bool {
    let is_takers = |share: &&Entry<'_>| {
        let number = share.figure.number.start.min(share.figure.span.start);
        let before = story.text_of(Span::new(story.sentences[share.figure.sentence].span.start, number)).trim_end();
        before.ends_with(char::is_alphabetic) && !before.ends_with(" and")
    };
    has_any(words, TAKES) && are_gapped(story, shares) && shares[1..].iter().all(is_takers)
}

/// Whether the first share says of what it is, or the sentence begins with it, and the others only go on:
/// "48% of leavers go to university, 27% to work and 15% into training".
pub(super) fn are_dealt_out(story: &Story, words: &str, shares: &[&Entry<'_>]) -> bool {
    const LONGEST: usize = 20;
    let gap = |pair: &[&Entry<'_>]| {
        let (start, end) = (pair[0].figure.number.end, pair[1].figure.number.start);
        let text = spaced(story.text_of(Span::new(start, end.max(start))));
        has_any(&text, &[" , ", " and ", " ; "]) && text.split_whitespace().count() <= LONGEST
    };
    let of = |share: &&Entry<'_>| words_behind(story, share).next() == Some("of");
    let opens = [
        " of the ",
        " of its ",
        " of their ",
        " of those ",
        " of all ",
        " of every ",
        " asked how ",
        " asked where ",
        " asked which ",
        " asked whether ",
    ]
    .iter()
    .any(|opening| words.starts_with(opening));
    // The words of the sentence before its first share.
    let opening = || {
        let share = shares[0].figure;
        let sentence = story.sentences[share.sentence].span;
        Span::new(sentence.start, share.span.start.min(share.number.start).max(sentence.start))
    };
    let is_set_in_front = || {
        let opening = spaced(story.text_of(opening()));
        opening.starts_with(" of ") && opening.ends_with(" , ") && opening.split_whitespace().count() <= 9
    };
    // "58 percent own their home, 24 percent rent from a landlord and 18 percent rent from the council": who does the
    // one does not do the other, whatever the verb of the first.
    let is_one_verb = || {
        let verb = |share: &&Entry<'_>| -> Option<[&str; 2]> {
            let mut behind = words_behind(story, share);
            let verb = [behind.next()?, behind.next()?];
            ["from", "to", "with", "by", "in"].contains(&verb[1]).then_some(verb)
        };
        shares[1..].windows(2).any(|pair| verb(&pair[0]).is_some() && verb(&pair[0]) == verb(&pair[1]))
    };
    // "Of 400 complaints, each under one heading: 45% were about waiting"
    let is_announced = || {
        let opening = opening();
        let counts = |figure: &Placed<Figure>| figure.kind == FigureKind::Count && opening.covers(figure.number);
        // "45% walk to work" may take the bus as well; what was about noise was about nothing else.
        let is_sign = |word: &&str| matches!(*word, "%" | "percent" | "per" | "cent");
        let verb = words_behind(story, shares[0]).find(|word| !is_sign(word));
        let is_kind = matches!(verb, Some("was" | "were" | "is" | "are"));
        is_kind
            && story.text_of(opening).trim_end().ends_with(':')
            && story.figures_of(shares[0].figure.block).iter().any(counts)
    };
    let opens = opens || is_set_in_front() || is_announced();
    let is_told = opens && !shares.iter().any(of) || of(&shares[0]) && !shares[1..].iter().any(of);
    // "Of the pupils, 45% passed in maths, 38% in art": each share has a whole of its own.
    let places = shares.iter().filter(|share| words_behind(story, share).take(2).any(|word| word == "in")).count();
    let is_told = is_told && (of(&shares[0]) || places < 2);
    is_told
        && shares.windows(2).all(gap)
        && (!has_any(&words.replace(" up to ", " to "), MANY) || opens && is_one_verb())
}
