//! Measures that a sentence states baldly: how deep, fast, heavy or far something was, by somebody who has measured it.

use rust_decimal::Decimal;

use super::beside::Beside;
use super::gauged::is_load;
use crate::extract::Figure;
use crate::language::Class;
use crate::story::{Placed, Story};

/// How many tonnes are no longer a load that one sees.
const SEVERAL: u32 = 20;

/// "Konnur had 214mm of rain", "47 centimetres of snow fell": a gauge has it.
pub(super) fn is_fallen(figure: &Figure, beside: &Beside<'_>) -> bool {
    const UNITS: &[&str] =
        &["cm", "centimetre", "centimeter", "inch", "mm", "millimetre", "millimeter", "foot", "metre", "meter"];
    const FALLS: &[&str] = &["ash", "hail", "rain", "rainfall", "sleet", "snow", "snowfall"];
    let words = beside.words;
    let is_of = (0..3).any(|on| words.is(beside.behind + on, "of") && words.is_any(beside.behind + on + 1, FALLS));
    let is_led = words.is(beside.lead.wrapping_sub(1), "of") && words.is_any(beside.lead.wrapping_sub(2), FALLS);
    (is_of || is_led) && figure.unit.as_ref().is_some_and(|unit| UNITS.contains(&unit.head.as_str()))
}

/// "The trench was 6 metres deep", "a crack in its wall is now 14 metres long": of what nobody has built to a measure.
pub(super) fn is_depth(beside: &Beside<'_>) -> bool {
    const ACROSS: &[&str] = &["across", "deep", "high", "long", "thick", "wide"];
    const HEAD: usize = 7;
    const GROWN: &[&str] = &[
        "breach",
        "cavity",
        "crack",
        "crater",
        "debris",
        "ditch",
        "drift",
        "drifts",
        "fissure",
        "flames",
        "flood",
        "floodwater",
        "gap",
        "gash",
        "gully",
        "hole",
        "ice",
        "landslide",
        "lava",
        "mud",
        "pit",
        "plume",
        "rubble",
        "sinkhole",
        "slick",
        "slide",
        "tear",
        "trench",
        "tunnel",
        "water",
        "waters",
        "wave",
        "waves",
    ];
    let words = beside.words;
    let before = beside.lead.wrapping_sub(1);
    let verb = if words.is_any(before, &["now", "already", "still"]) { before.wrapping_sub(1) } else { before };
    let behind = (0..2).any(|on| words.is_any(beside.behind + on, ACROSS));
    // "It left a crater five metres across."
    let is_left = words.is_any(before, GROWN) && (0..beside.lead).any(|at| words.is_any(at, &["a", "the"]));
    let is_so = words.has(verb, Class::Be) && (0..verb.min(HEAD)).any(|at| words.is_any(at, GROWN));
    behind && (is_so || is_left)
}

/// "Wheat stocks have come down to 310,000 tonnes", "around 14,000 tonnes are still lying in the hole".
pub(super) fn is_stock(figure: &Figure, beside: &Beside<'_>) -> bool {
    const LIES: &[&str] = &[
        "dumped", "down", "grown", "is", "are", "left", "lie", "lies", "lying", "piled", "produced", "remain",
        "remains", "sit", "sits", "stand", "stands", "stood", "stored", "swollen", "up", "yielded",
    ];
    let words = beside.words;
    let moves = |at: usize| words.has(at, Class::Rise) || words.has(at, Class::Fall) || words.is_any(at, LIES);
    let leads = words.is_any(beside.lead.wrapping_sub(1), &["at", "to"]) && (1..beside.lead).any(moves);
    let opens = beside.lead <= 1 && (beside.behind..words.tokens.len()).any(moves);
    is_load(figure) && Decimal::from(SEVERAL) <= figure.value && (leads || opens)
}

/// "Barley came in at 4.9 tonnes a hectare": somebody has weighed it.
pub(super) fn is_yield(figure: &Figure, beside: &Beside<'_>) -> bool {
    const YIELDS: &[&str] = &["averaged", "averages", "came", "yield", "yielded", "yields"];
    is_load(figure) && beside.has_before(4, YIELDS) && beside.has(&["acre", "hectare"])
}

/// "It was doing 90km/h when a tyre burst."
pub(super) fn is_speed(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const UNITS: &[&str] = &["km/h", "kmh", "kmph", "kph", "mph"];
    let text = story.text_of(figure.span).to_lowercase();
    let verb = beside.lead.wrapping_sub(1);
    let verb = if beside.words.is(verb, "at") { verb.wrapping_sub(1) } else { verb };
    UNITS.iter().any(|unit| text.ends_with(unit))
        && beside.words.is_any(verb, &["doing", "going", "travelling", "traveling"])
        && (beside.words.is(verb.wrapping_sub(1), "was") || beside.words.is(verb.wrapping_sub(1), "were"))
        && (beside.has(&["limit", "signposted", "when", "zone"]))
}

/// "Winds of 140km/h tore roofs off", "gusts reached 160km/h".
pub(super) fn is_wind(beside: &Beside<'_>) -> bool {
    // "Gusts of up to 160km/h are forecast for Friday."
    let is_to_come = beside.has(&["expected", "forecast", "predicted", "warning"]);
    beside.has_before(8, &["gale", "gust", "gusting", "gusts", "squall", "storm", "wind", "winds"]) && !is_to_come
}

/// "The hill above the town moved 14 centimetres last week", "it leans 38 centimetres out of true", "the tractor weighed 9
/// tonnes": nobody sees how much.
pub(super) fn is_shift(beside: &Beside<'_>) -> bool {
    const MOVES: &[&str] =
        &["leaned", "leans", "moved", "settled", "shifted", "slipped", "subsided", "tilted", "tilts", "weighed"];
    beside.words.is_any(beside.lead.wrapping_sub(1), MOVES)
}

/// "The lake is 6 metres lower than it was in 2010."
pub(super) fn is_compared(beside: &Beside<'_>) -> bool {
    const MORE: &[&str] = &["deeper", "higher", "longer", "lower", "narrower", "shallower", "shorter", "wider"];
    beside.words.is_any(beside.behind, MORE)
        && beside.words.is(beside.behind + 1, "than")
        && beside.has(&["before", "in", "last", "was"])
}

/// "It had flown 61,000 hours": its log has it.
pub(super) fn is_run(figure: &Figure, beside: &Beside<'_>) -> bool {
    const MANY: u32 = 1_000;
    Decimal::from(MANY) <= figure.value && beside.has_before(3, &["flown", "logged", "run", "worked"])
}

/// "Dust in the village is at four times the legal limit": somebody has measured it.
pub(super) fn is_beyond_limit(beside: &Beside<'_>) -> bool {
    const LIMITS: &[&str] = &["average", "dose", "level", "levels", "limit", "limits", "norm", "rate"];
    const OWN: &[&str] = &["budget", "income", "profit", "profits", "revenue", "sales", "turnover"];
    let words = beside.words;
    let the = beside.behind + usize::from(words.is(beside.behind, "times"));
    let is_of = |nouns: &[&str]| (1..4).any(|on| words.is_any(the + on, nouns));
    words.is(the, "the") && is_of(LIMITS) || words.is_any(the, &["its", "their"]) && is_of(OWN)
}
