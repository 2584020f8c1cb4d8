//! Amounts and times that somebody must have measured, clocked or added up: "90 tonnes of plums were thrown away".

use rust_decimal::Decimal;

use super::beside::Beside;
use crate::extract::Figure;
use crate::language::Class;
use crate::story::{Placed, Story};

/// "Farmers have poured away 280,000 litres of milk", "90 tonnes of plums were thrown away": somebody has measured what
/// was lost, brought or taken.
pub(super) fn is_volume(story: &Story, figure: &Placed<Figure>) -> bool {
    const UNITS: &[&str] =
        &["litre", "liter", "gallon", "tonne", "ton", "barrel", "bushel", "acre", "hectare", "mile", "kilometre"];
    const MOVED: &[&str] = &[
        "away",
        "dumped",
        "spilled",
        "spilt",
        "stolen",
        "stripped",
        "taken",
        "leaked",
        "left",
        "lost",
        "landed",
        "caught",
        "burned",
        "burnt",
        "destroyed",
        "out",
        "ruined",
        "scorched",
        "flooded",
        "shipped",
        "poured",
        "rotted",
        "rotting",
        "thrown",
        "waste",
        "wasted",
        "aboard",
        "carrying",
        "dumps",
        "flattened",
        "leaking",
        "leaks",
        "pulled",
        "removed",
        "smuggle",
        "smuggled",
        "spilling",
        "spills",
        "collected",
        "pumped",
        "harvested",
        "under",
        "underwater",
    ];
    const LAID_WASTE: &[&str] = &["blackened", "burned", "burnt", "charred", "consumed", "fouled", "razed", "scorched"];
    const FOULING: &[&str] =
        &["carbon", "co2", "emissions", "greenhouse", "methane", "plastic", "plastics", "sewage", "sludge"];
    const LEAST: u32 = 20;
    let beside = Beside::of(story, figure);
    let of = (0..3).map(|on| beside.behind + on).find(|&at| beside.words.is(at, "of"));
    // "Costs the country 1.3 million tonnes of carbon a year": nobody sees what goes into the air or the sea.
    let is_fouling = of.is_some_and(|of| beside.words.is_any(of + 1, FOULING));
    Decimal::from(LEAST) <= figure.value
        && figure.unit.as_ref().is_some_and(|unit| UNITS.contains(&unit.head.as_str()))
        && (of.is_some_and(|of| beside.words.is_word(of + 1)) && beside.has(MOVED)
            // "Crops on 9,400 hectares have been ruined"
            || beside.words.is(beside.lead.wrapping_sub(1), "on") && beside.lead < 4 && beside.has(MOVED)
            || is_fouling
            || beside.has_before(3, LAID_WASTE))
}

/// "The seabed loses 3 centimetres of mud a year", "has sunk by 4 metres a year": somebody measures it.
pub(super) fn is_drift(story: &Story, figure: &Placed<Figure>) -> bool {
    const NEAR: usize = 4;
    const MOVES: &[&str] =
        &["loses", "lost", "losing", "sinking", "sunk", "shrunk", "shrinking", "retreated", "retreating"];
    let beside = Beside::of(story, figure);
    (1..=NEAR).map(|back| beside.first.wrapping_sub(back)).any(|at| {
        beside.words.is_any(at, MOVES) || beside.words.has(at, Class::Rise) || beside.words.has(at, Class::Fall)
    })
}

/// "A year", "every day" behind a measure and what is measured.
pub(super) fn is_recurring(story: &Story, figure: &Placed<Figure>) -> bool {
    const REACH: usize = 5;
    let beside = Beside::of(story, figure);
    (1..REACH).any(|on| {
        let time = beside.behind + on;
        beside.words.is_any(time, &["day", "night", "week", "month", "year"])
            && beside.words.is_any(time.wrapping_sub(1), &["a", "each", "every"])
    })
}

/// "Ambulances spent 9,700 hours queueing", "the line lost 1,240 days": somebody adds them up.
pub(super) fn is_lost_time(story: &Story, figure: &Placed<Figure>) -> bool {
    const SPENT: &[&str] = &["spent", "lost", "lose", "losing", "wasted", "logged", "waited", "cost", "costing"];
    let is_summed = figure.unit.as_ref().is_some_and(|unit| matches!(unit.head.as_str(), "hour" | "day" | "minute"));
    is_summed && Beside::of(story, figure).has_before(4, SPENT)
}

/// "The coach was doing 64mph when it left the road": somebody has clocked it.
pub(super) fn is_clocked(story: &Story, figure: &Placed<Figure>) -> bool {
    const SPEEDS: &[&str] = &["mph", "kph", "kmph", "km/h", "kmh"];
    const MOVES: &[&str] = &["doing", "travelling", "traveling", "going", "driven", "driving"];
    const CRASHES: &[&str] =
        &["collided", "collision", "crash", "crashed", "derailed", "hit", "left", "overturned", "struck"];
    let beside = Beside::of(story, figure);
    let is_speed = || {
        let text = story.text_of(figure.span).to_lowercase();
        SPEEDS.iter().any(|unit| text.ends_with(unit))
    };
    // "Was doing 118km/h where the limit is 60", "doing 96mph in a 60mph zone"
    is_speed() && beside.has_before(3, MOVES) && (beside.has(CRASHES) || beside.has(&["limit", "signposted", "zone"]))
}
