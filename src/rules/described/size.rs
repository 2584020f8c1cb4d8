//! How big a body, a place or a thing is, or how much it holds.

use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::{Class, is_one_of};
use crate::rules::beside::Beside;
use crate::story::Story;
use crate::text::Span;

/// "A lake the size of 400 football pitches": a picture for the reader, and no count.
pub(super) fn is_comparison(beside: &Beside<'_>) -> bool {
    const MEASURES: &[&str] = &["size", "area", "length", "height", "weight", "equivalent"];
    let is_like = beside.has_before(1, &["of"]) && beside.words.is_any(beside.first.wrapping_sub(2), MEASURES);
    // "Power enough to run 300,000 kettles".
    let is_enough = (2..=6).any(|back| beside.words.run_is(beside.first.wrapping_sub(back), &["enough", "to"]));
    is_like || is_enough
}

/// "A club of 1,500 members", "has less than a million residents": how big a body or a place is.
pub(super) fn is_size(figure: &Figure, beside: &Beside<'_>) -> bool {
    const HOLDING: &[&str] =
        &["has", "have", "had", "having", "with", "to", "of", "'s", "’s", "represents", "represent", "representing"];
    let words = beside.words;
    // "One union has 1.2 million members and the other 800,000."
    let unit = figure.unit.as_ref().map(|unit| unit.span.back(beside.base));
    let names = |span: Span| unit.is_none_or(|unit| unit.covers(span));
    let is_standing = words.tokens.iter().any(|token| token.is(Class::StandingUnit) && names(token.span));
    // "The union represents 50,000 workers", "a station that reaches 3 million Tamils".
    let is_represented =
        (1..=4).any(|back| words.is_any(beside.lead.wrapping_sub(back), &["represents", "represent", "representing"]));
    if figure.kind == FigureKind::Count
        && (is_population(beside)
            || is_following(beside)
            || is_capacity(figure, beside)
            || is_assortment(figure, beside)
            || is_fitted(figure, beside))
    {
        return true;
    }
    figure.kind == FigureKind::Count
        && (is_standing || is_represented)
        // "Has lost 340 students" tells no size.
        && (1..=4)
            .map(|back| beside.first.wrapping_sub(back))
            .take_while(|&at| !words.has(at, Class::Past) || words.is_any(at, HOLDING))
            .any(|at| words.is_any(at, HOLDING))
}

/// "The nation of 51 million", "a town of 6,000 people": how many live there.
fn is_population(beside: &Beside<'_>) -> bool {
    const PLACES: &[&str] = &["nation", "country", "city", "town", "village", "state", "region", "island", "borough"];
    let of = beside.lead.wrapping_sub(1);
    beside.words.is(of, "of") && beside.words.is_any(of.wrapping_sub(1), PLACES)
}

/// "A new organ with 5,200 pipes.": what a thing is made of, at the end of its sentence; not "the day ended with 300 arrests".
fn is_fitted(figure: &Figure, beside: &Beside<'_>) -> bool {
    const PARTS: &[&str] = &[
        "apartment",
        "bed",
        "bell",
        "brick",
        "bulb",
        "bunk",
        "cabin",
        "cell",
        "classroom",
        "desk",
        "diamond",
        "door",
        "engine",
        "flat",
        "key",
        "lamp",
        "lens",
        "mirror",
        "page",
        "panel",
        "pearl",
        "piece",
        "pipe",
        "room",
        "seat",
        "shelf",
        "step",
        "stone",
        "string",
        "table",
        "tile",
        "tree",
        "tower",
        "turbine",
        "window",
    ];
    const LONGEST: usize = 3;
    let words = beside.words;
    let with = beside.lead.wrapping_sub(1);
    let thing = with.wrapping_sub(1);
    let is_one = (1..=LONGEST).any(|back| words.is_any(thing.wrapping_sub(back), &["a", "an", "the"]));
    let is_part = figure.unit.as_ref().is_some_and(|unit| PARTS.contains(&unit.head.as_str()));
    words.is(with, "with") && words.is_word(thing) && is_one && is_part
}

/// "The shop sells 312 shades of thread", "a bar that pours 240 kinds of gin": what stands on the shelves.
fn is_assortment(figure: &Figure, beside: &Beside<'_>) -> bool {
    const DEALS: &[&str] = &[
        "sells", "sell", "selling", "sold", "stocks", "stock", "offers", "offer", "serves", "pours", "carries", "makes",
    ];
    const SORTS: &[&str] = &[
        "kind", "sort", "type", "variety", "flavour", "flavor", "shade", "colour", "color", "brand", "model", "title",
        "style",
    ];
    figure.unit.as_ref().is_some_and(|unit| SORTS.contains(&unit.head.as_str()))
        && (1..=3).any(|back| beside.words.is_any(beside.first.wrapping_sub(back), DEALS))
}

/// "The hall holds 600 people", "a ferry that carries 300": what fits, and not who came.
fn is_capacity(figure: &Figure, beside: &Beside<'_>) -> bool {
    // "The camp holds 84,000 people, most of them children": who is kept there, and not how many could be.
    const KEPT: &[&str] = &["hostage", "inmate", "prisoner", "detainee", "captive"];
    let is_kept = figure.unit.as_ref().is_some_and(|unit| KEPT.contains(&unit.head.as_str()));
    if is_kept || beside.has_before(6, &["camp", "camps", "jail", "jails", "prison", "prisons", "shelter"]) {
        return false;
    }
    beside.has_before(1, &["holds", "seats", "sleeps", "accommodates"])
        || beside.words.is_any(beside.lead.wrapping_sub(1), &["holds", "seats", "sleeps", "accommodates"])
        || beside.has_before(1, &["carries", "carry"]) && beside.has_before(2, &["that", "which"])
        // "The plane can carry 180 passengers."
        || beside.has_before(1, &["accommodate", "carry", "hold", "seat", "sleep", "take"])
            && beside.has_before(2, &["can", "could"])
        // "Each will carry up to 310 passengers": how many could be aboard.
        || beside.words.is_any(beside.lead.wrapping_sub(1), &["accommodate", "carry", "hold", "seat"])
            && beside.words.is_any(beside.lead.wrapping_sub(2), &["can", "could", "will"])
            && figure.modifier == Modifier::UpTo
}

/// "The show's audience of 3 million", "a staff of 400": how many a body has.
fn is_following(beside: &Beside<'_>) -> bool {
    const BODIES: &[&str] =
        &["audience", "readership", "membership", "staff", "workforce", "fleet", "circulation", "collection"];
    const TRADES: &[&str] = &["aviation", "farming", "industry", "sector", "tourism", "trade"];
    const LONGEST: usize = 30;
    let of = beside.lead.wrapping_sub(1);
    // "The yard employs 1,990 people: 1,150 at Orm and 840 at Brae"; of a whole trade somebody else has counted them.
    let employs = || {
        (1..=LONGEST).map(|back| beside.lead.wrapping_sub(back)).any(|at| {
            let is_part = || beside.has(&[":"]) || beside.words.run_is(beside.behind, &["of", "them"]);
            beside.words.is(at, "employs")
                && !beside.words.is_any(at.wrapping_sub(1), TRADES)
                && (at + 1 == beside.lead || is_part())
        })
    };
    beside.words.is(of, "of") && beside.words.is_any(of.wrapping_sub(1), BODIES) || employs()
}

/// "A report of 240 pages": how long a text is, which whoever has it can count.
pub(super) fn is_length(story: &Story, figure: &Figure) -> bool {
    const LENGTHS: &[&str] = &["words", "pages", "chapters", "lines", "verses"];
    let Some(unit) = &figure.unit else { return false };
    let words = story.text_of(unit.span);
    figure.kind == FigureKind::Count && is_one_of(words, LENGTHS)
}
