//! The headline's "fourth time this year" over "the third collapse of the year": how many a thing makes, told in ordinals.
//!
//! Ordinals are no figures, but they count as figures do. The headline and the first paragraphs must have one each that is
//! told of a time or a row, so that "the second half" and "the third floor" stay out.

use super::Report;
use crate::draft::Role;
use crate::language::Words;
use crate::story::Story;
use crate::text::Span;

const ORDINALS: &[&[&str]] = &[
    &["second", "2nd"],
    &["third", "3rd"],
    &["fourth", "4th"],
    &["fifth", "5th"],
    &["sixth", "6th"],
    &["seventh", "7th"],
    &["eighth", "8th"],
    &["ninth", "9th"],
    &["tenth", "10th"],
];

/// How many first paragraphs a headline speaks of.
const LEDE: usize = 3;

/// Reports the ordinal of a headline for which the first paragraphs have another.
pub(super) fn report(story: &Story, report: &mut Report<'_>) -> Option<()> {
    let head = story.blocks.iter().position(|block| block.role == Role::Headline)?;
    let lede = story.paragraphs().take(LEDE);
    let above = counted(story, head);
    let below: Vec<Told> = lede.flat_map(|block| all(story, block)).collect();
    let [stated] = above[..] else { return None };
    let framed: Vec<&Told> = below.iter().filter(|told| told.is_counted).collect();
    let (&[told], false) = (&framed[..], below.iter().any(|told| told.nth == stated.nth)) else { return None };
    if 2 < told.nth.abs_diff(stated.nth) || stated.frame != told.frame {
        return None;
    }
    let (one, other) = (story.text_of(stated.span).to_lowercase(), story.text_of(told.span).to_lowercase());
    report
        .at(stated.span, format!("The headline says {one}; the story says {other}."))
        .relate(told.span, format!("{other} here"))
        .help("Find out which of the two is right, and use it everywhere.");
    Some(())
}

/// An ordinal.
#[derive(Clone, Copy)]
struct Told {
    span: Span,
    nth: usize,
    /// Whether it counts times, or stands in a row.
    is_counted: bool,
    /// The stretch of time in which it counts.
    frame: Option<&'static str>,
}

fn counted(story: &Story, block: usize) -> Vec<Told> {
    all(story, block).filter(|told| told.is_counted).collect()
}

fn all(story: &Story, block: usize) -> impl Iterator<Item = Told> {
    let span = story.blocks[block].span;
    let words = Words { text: story.text_of(span), tokens: &story.blocks[block].mentions.tokens };
    (0..words.tokens.len()).filter_map(move |at| {
        let nth = ORDINALS.iter().position(|written| words.is_any(at, written))?;
        let frame = frame_of(words, at);
        let is_row = (at + 1..at + 3).any(|at| words.is_any(at, &["straight", "consecutive", "successive"]));
        let span = words.span(at, at + 1).shifted(span.start);
        Some(Told { span, nth, is_counted: frame.is_some() || is_row, frame })
    })
}

/// "Fourth time this year", "the third collapse of the year": the words behind the ordinal, no farther than a noun or two.
fn frame_of(words: Words<'_>, ordinal: usize) -> Option<&'static str> {
    const NEAR: usize = 6;
    const TIMES: &[&str] = &["year", "month", "week", "season", "term", "decade"];
    let is_led = |at: usize| {
        words.is_any(at.wrapping_sub(1), &["this"])
            || words.is(at.wrapping_sub(1), "the") && words.is_any(at.wrapping_sub(2), &["of", "in"])
    };
    let at = (ordinal + 2..ordinal + NEAR).find(|&at| words.is_any(at, TIMES) && is_led(at))?;
    TIMES.iter().copied().find(|time| words.is(at, time))
}
