//! Tells which way each quotation mark faces, and which marks are apostrophes, feet or inches.
//!
//! Looks at the characters on both sides of a mark only; which marks belong together is decided in `pair`.

use crate::language::{Class, Token, TokenKind, is_one_of};
use crate::text::Span;

/// Marks of one family pair with each other: a quotation opened with “ may be closed with ".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Double,
    Single,
}

/// Which way a mark faces, as its shape and its surroundings show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Faces {
    Opens,
    Closes,
    /// Spaces on both sides, on neither, or a shape that its surroundings belie: order decides.
    Either,
}

/// What a mark looks like, whichever way it was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Straight,
    Opening,
    Closing,
}

/// How readily a single mark that does not face the text before it closes a quotation rather than ends a possessive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grip {
    /// It closes nothing: rock 'n' roll, 6'2".
    None,
    /// "the drivers’ union", "goin’": only if nothing else closes.
    Faint,
    /// "the drivers’ and": a possessive, or the end of a short quotation.
    Loose,
    /// No possessive can stand here.
    Firm,
    /// Behind a comma or a full stop, where no apostrophe can stand at all.
    Certain,
}

/// What stands before a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// A number against it, as inches and feet have.
    Number,
    Comma,
    /// The end of a sentence, and a capital letter behind the mark.
    Sentence,
    Other,
}

/// A quotation mark in its surroundings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Its place among the tokens.
    pub(super) token: usize,
    pub(super) span: Span,
    pub(super) family: Family,
    pub(super) shape: Shape,
    pub(super) faces: Faces,
    /// Whether it may be an apostrophe in front of a word that lost its head, or of a year.
    pub(super) is_doubtful: bool,
    pub(super) grip: Grip,
    pub(super) lead: Lead,
}

/// The marks that may open or close a quotation, in order; apostrophes that can do neither are left out.
pub(super) fn read_marks(text: &str, tokens: &[Token]) -> Vec<Mark> {
    let sites = prose_sites(text, tokens);
    let neighbours = neighbours_of(text, tokens, &sites);
    let marks = sites.iter().zip(neighbours);
    marks.filter_map(|(&site, (before, after))| read_mark(text, tokens, site, before, after)).collect()
}

/// The places of the marks that do not stand in a tag: an attribute's marks in pasted markup quote nobody.
fn prose_sites(text: &str, tokens: &[Token]) -> Vec<usize> {
    let mut sites = Vec::new();
    let mut behind_tag = 0;
    let is_mark = |token: &Token| matches!(token.kind, TokenKind::QuoteMark | TokenKind::Punctuation);
    for (index, token) in tokens.iter().enumerate().filter(|(_, token)| is_mark(token)) {
        match token.kind {
            TokenKind::QuoteMark if behind_tag <= token.span.start => sites.push(index),
            TokenKind::Punctuation if token.of(text) == "<" => behind_tag = end_of_tag(text, token.span.end),
            _ => {}
        }
    }
    sites
}

/// Where the tag ends whose `<` ends at `start`; `start` itself if it is no tag.
fn end_of_tag(text: &str, start: u32) -> u32 {
    let rest = &text[start as usize..];
    let is_tag = rest.starts_with(|head: char| head.is_ascii_alphabetic() || head == '/');
    let end = rest.find(['<', '>', '\n']).filter(|&end| is_tag && rest[end..].starts_with('>'));
    end.map_or(start, |end| start + end as u32)
}

/// The characters around each mark; a run of marks ("'No,'") shares those around the run.
fn neighbours_of(text: &str, tokens: &[Token], sites: &[usize]) -> Vec<(Option<char>, Option<char>)> {
    let touches = |left: usize, right: usize| left + 1 == right && tokens[right].glued;
    let mut neighbours: Vec<(Option<char>, Option<char>)> = Vec::with_capacity(sites.len());
    for (order, &site) in sites.iter().enumerate() {
        let before = match order.checked_sub(1) {
            Some(previous) if touches(sites[previous], site) => neighbours[previous].0,
            _ => text[..tokens[site].span.start as usize].chars().next_back(),
        };
        neighbours.push((before, text[tokens[site].span.end as usize..].chars().next()));
    }
    for order in (1..sites.len()).rev() {
        if touches(sites[order - 1], sites[order]) {
            neighbours[order - 1].1 = neighbours[order].1;
        }
    }
    neighbours
}

fn read_mark(text: &str, tokens: &[Token], site: usize, before: Option<char>, after: Option<char>) -> Option<Mark> {
    let token = tokens[site];
    let (family, shape) = look_of(token.of(text));
    let faces = match (shape, facing(before, after)) {
        (Shape::Opening, Faces::Closes) | (Shape::Closing, Faces::Opens) => Faces::Either,
        (Shape::Opening, _) => Faces::Opens,
        // At the head of a block a closing mark has nothing to close.
        (Shape::Closing, _) if before.is_none() => Faces::Either,
        (Shape::Closing, _) => Faces::Closes,
        (Shape::Straight, faces) => faces,
    };
    let mut mark = Mark {
        token: site,
        span: token.span,
        family,
        shape,
        faces,
        is_doubtful: false,
        grip: Grip::None,
        lead: lead_of(text, tokens, site),
    };
    if family == Family::Double {
        return (!is_inches_behind_feet(text, tokens, site)).then_some(mark);
    }
    match head_of(text, tokens, site) {
        Head::Lost => return None,
        Head::Doubtful => mark.is_doubtful = true,
        // A word processor turns the apostrophe of "’ello" as it turns a closing mark.
        Head::Whole => mark.is_doubtful = shape == Shape::Closing,
    }
    mark.grip = grip_of(text, tokens, site, before, after);
    Some(mark)
}

fn lead_of(text: &str, tokens: &[Token], site: usize) -> Lead {
    let Some(before) = site.checked_sub(1).map(|before| tokens[before]) else { return Lead::Other };
    let next = tokens.get(site + 1).filter(|next| next.glued);
    match before.of(text) {
        _ if before.kind == TokenKind::Number && tokens[site].glued => Lead::Number,
        "," => Lead::Comma,
        "." | "?" | "!" | "…" | "..." if next.is_some_and(|next| next.of(text).starts_with(char::is_uppercase)) => {
            Lead::Sentence
        }
        _ => Lead::Other,
    }
}

fn look_of(mark: &str) -> (Family, Shape) {
    match mark {
        "“" | "„" | "«" | "``" => (Family::Double, Shape::Opening),
        "”" | "»" => (Family::Double, Shape::Closing),
        "‘" | "‚" | "‹" => (Family::Single, Shape::Opening),
        "’" | "›" => (Family::Single, Shape::Closing),
        "'" | "`" => (Family::Single, Shape::Straight),
        _ => (Family::Double, Shape::Straight),
    }
}

/// Which way a mark faces by the characters around it alone.
fn facing(before: Option<char>, after: Option<char>) -> Faces {
    let room_before = before.is_none_or(|mark| mark.is_whitespace() || "([{-–—/=".contains(mark));
    let room_after = after.is_none_or(|mark| mark.is_whitespace() || ".,;:!?…)]}-–—/'’".contains(mark));
    match (room_before, room_after) {
        (true, false) => Faces::Opens,
        (false, true) => Faces::Closes,
        _ => Faces::Either,
    }
}

/// Whether the mark gives the inches of 6'2".
fn is_inches_behind_feet(text: &str, tokens: &[Token], site: usize) -> bool {
    let Some([feet, mark, inches]) = site.checked_sub(3).and_then(|start| tokens.get(start..site)) else {
        return false;
    };
    feet.kind == TokenKind::Number
        && inches.kind == TokenKind::Number
        && mark.glued
        && tokens[site].glued
        && look_of(mark.of(text)).0 == Family::Single
}

/// What the word behind a single mark is.
enum Head {
    /// It lost its head, and the mark is an apostrophe: 'em, '90s.
    Lost,
    /// It may have: 'cause, '08.
    Doubtful,
    Whole,
}

/// Words that are shortened with an apostrophe, and are words without it as well.
const DOUBTFUL_HEADS: &[&str] = &["cause", "bout", "round", "ere", "till", "cos", "coz", "bama", "burbs"];

fn head_of(text: &str, tokens: &[Token], site: usize) -> Head {
    let Some(word) = tokens.get(site + 1).filter(|word| word.glued) else { return Head::Whole };
    if word.is(Class::Elision) {
        return Head::Lost;
    }
    let written = word.of(text);
    if word.kind == TokenKind::Number && written.len() == 2 {
        let is_decade = tokens.get(site + 2).is_some_and(|tail| tail.glued && tail.of(text) == "s");
        return if is_decade { Head::Lost } else { Head::Doubtful };
    }
    let is_doubtful = is_one_of(written, DOUBTFUL_HEADS);
    if is_doubtful { Head::Doubtful } else { Head::Whole }
}

fn grip_of(text: &str, tokens: &[Token], site: usize, before: Option<char>, after: Option<char>) -> Grip {
    let Some(before) = before.filter(|before| !before.is_whitespace()) else {
        // Typed between two spaces, it closes what is open.
        return if after.is_none_or(char::is_whitespace) { Grip::Firm } else { Grip::None };
    };
    if after.is_some_and(|after| after.is_alphanumeric() || "([{$£€#@".contains(after)) {
        return Grip::None;
    }
    let behind = tokens[site - 1];
    match behind.kind {
        TokenKind::Punctuation => return Grip::Certain,
        TokenKind::Word => {}
        _ => return Grip::Firm,
    }
    let word = behind.of(text);
    if is_one_of(word, &["o", "n", "ol", "th"]) {
        return Grip::None;
    }
    // "not James’,’ she said": the mark behind the comma closes.
    let stop = tokens.get(site + 1).filter(|stop| stop.glued && stop.kind == TokenKind::Punctuation);
    let closes_later =
        stop.is_some() && tokens.get(site + 2).is_some_and(|mark| mark.glued && mark.kind == TokenKind::QuoteMark);
    if may_own(before, word) && closes_later {
        return Grip::Faint;
    }
    let ends_phrase = after.is_none_or(|after| ".,;:!?…)]}-–—".contains(after));
    if ends_phrase || !may_own(before, word) {
        return Grip::Firm;
    }
    let next_is_small = tokens.get(site + 1).is_none_or(|next| {
        next.classes.has_any(&[Class::FunctionWord, Class::Auxiliary, Class::SpeechVerb])
            || next.kind != TokenKind::Word && next.kind != TokenKind::Number
    });
    if next_is_small { Grip::Loose } else { Grip::Faint }
}

/// Whether an apostrophe may end `word`, whose last letter is `last`: the drivers’, James’, goin’.
fn may_own(last: char, word: &str) -> bool {
    matches!(last, 's' | 'S' | 'z' | 'x') || word.ends_with("in")
}
