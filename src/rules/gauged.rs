//! Small figures that somebody has gauged all the same: what goods and hands go for, how high a river came, how few of all.

use super::beside::Beside;
use crate::extract::{Figure, FigureKind};
use crate::language::Class;
use crate::story::{Placed, Story};

/// "Onions now fetch Rs 540 a quintal", "lamb is down to $2.10 a pound", "pickers are paid 90 rupees a day": what a market
/// gives, which stands on no label.
pub(super) fn is_going_rate(beside: &Beside<'_>) -> bool {
    const FETCH: &[&str] = &["fetch", "fetches", "fetched", "fetching"];
    let words = beside.words;
    let before = beside.lead.wrapping_sub(1);
    let is_paid = words.is(before, "paid") && words.has(before.wrapping_sub(1), Class::Be);
    let moves = |at: usize| {
        words.has(at, Class::Rise) || words.has(at, Class::Fall) || words.is_any(at, &["down", "up", "climbed", "sunk"])
    };
    let is_moved = words.is(before, "to") && moves(before.wrapping_sub(1));
    words.is_any(before, FETCH) || is_paid || is_moved || is_of_goods(beside) || is_let_by_measure(beside)
}

/// "Warehouses here now rent for $6 a square foot", "walnuts sell at £3 a pound": many of a kind, by what measures them.
pub(super) fn is_let_by_measure(beside: &Beside<'_>) -> bool {
    const GO: &[&str] = &["go", "lease", "let", "rent", "retail", "sell", "trade"];
    const MEASURES: &[&str] = &[
        "acre", "barrel", "bushel", "cubic", "gallon", "hectare", "kilo", "kilogram", "litre", "liter", "ounce",
        "pound", "quintal", "sq", "square", "tonne", "ton",
    ];
    let words = beside.words;
    let before = beside.lead.wrapping_sub(1);
    words.is_any(before, &["for", "at"])
        && words.is_any(before.wrapping_sub(1), GO)
        && (beside.first..beside.behind + 3).any(|at| words.is_any(at, MEASURES))
}

/// "27 cents of every grocery dollar", "$1 of every $7 that it spends": a share, told in coins.
pub(super) fn is_part_of_every(beside: &Beside<'_>) -> bool {
    const COINS: &[&str] = &[
        "cedi", "dollar", "euro", "dirham", "franc", "naira", "peso", "pound", "rand", "ringgit", "rupee", "shilling",
    ];
    let words = beside.words;
    let is_coin = |at: usize| words.is_any(at, COINS) || words.written(at).starts_with(['$', '£', '€', '₹']);
    let every = (0..4).map(|on| beside.behind + on).find(|&at| words.is_any(at, &["each", "every"]));
    every.is_some_and(|every| words.is_any(every - 1, &["of", "in", "from"]) && (1..=3).any(|on| is_coin(every + on)))
}

/// "A bag of rice now sells for N4,000", "a kilo of tomatoes has gone from 40 rupees to 95".
pub(super) fn is_of_goods(beside: &Beside<'_>) -> bool {
    const MEASURES: &[&str] = &[
        "bag", "bale", "bundle", "crate", "kilo", "kilogram", "litre", "liter", "quintal", "sack", "tin", "tonne",
        "tray",
    ];
    const GOES: &[&str] = &[
        "changes", "cost", "costs", "fell", "fetched", "gone", "goes", "risen", "rose", "sell", "sells", "sold", "went",
    ];
    let words = beside.words;
    words.is_any(0, &["a", "one", "each"])
        && words.is_any(1, MEASURES)
        && words.is(2, "of")
        && (3..beside.lead).any(|at| words.is_any(at, GOES))
}

/// "1,150 square metres out of a lot of 8,400", "It needed 118 acres. It has 109": a bare number behind a measure measures
/// the same.
pub(super) fn is_bare_measure(story: &Story, figure: &Placed<Figure>) -> bool {
    let figures = story.figures_of(figure.block);
    let at = figures.partition_point(|other| other.number.start < figure.number.start);
    let before = at.checked_sub(1).map(|before| &figures[before]);
    figure.unit.is_none()
        && before.is_some_and(|before| before.kind == FigureKind::Measure && figure.sentence <= before.sentence + 1)
}

/// "The river crested at 5.1 metres", "the flood peaked at 9 feet".
///
/// In a sentence that somebody speaks in, what the river did is the scene.
pub(super) fn is_crest(story: &Story, figure: &Placed<Figure>) -> bool {
    let beside = Beside::of(story, figure);
    let before = beside.lead.wrapping_sub(1);
    story.attributions_in(figure.sentence).is_empty()
        && beside.words.is(before, "at")
        && beside.words.is_any(before.wrapping_sub(1), &["crested", "peaked", "measured"])
}

/// "Only 40 of the 310 stations have a crew", "in stock at just 12 of the district's 70 clinics": somebody has gone through
/// all of them.
pub(super) fn is_few_of_all(beside: &Beside<'_>) -> bool {
    const ONLY: &[&str] = &["only", "just", "barely", "merely", "than"];
    const REACH: usize = 4;
    let words = beside.words;
    let is_only = beside.has_before(2, ONLY);
    let all = (1..=REACH).map(|on| beside.behind + on).find(|&at| {
        let digits = words.written(at);
        2 <= digits.len() && digits.bytes().all(|digit| digit.is_ascii_digit() || digit == b',')
    });
    let is_owned =
        |all: usize| words.has(all - 1, Class::Determiner) || words.is_any(all - 1, &["'s", "’s", "its", "their"]);
    let is_players = || words.is_any(beside.behind + 1, &["her", "his"]);
    words.is(beside.behind, "of") && is_only && all.is_some_and(is_owned) && !is_players()
}

/// "Smugglers bring in 40 tonnes a night": what is moved in bulk somebody has weighed.
pub(super) fn is_load(figure: &Figure) -> bool {
    figure
        .unit
        .as_ref()
        .is_some_and(|unit| matches!(unit.head.as_str(), "tonne" | "ton" | "litre" | "liter" | "gallon"))
}

/// "6.1 per 1,000 births", "48 cases per 100,000 people": a rate that has been worked out.
pub(super) fn is_per_thousand(story: &Story, figure: &Placed<Figure>) -> bool {
    let words = story.text_of(figure.span);
    ["per 1,000", "per 10,000", "per 100,000", "per thousand", "per million"].iter().any(|per| words.contains(per))
}

/// "The lake has dropped 3.2 metres in five years", "the crust has sunk two metres since 1990".
pub(super) fn is_moved_in_time(beside: &Beside<'_>) -> bool {
    const SPANS: &[&str] =
        &["years", "year", "months", "month", "weeks", "week", "days", "decade", "decades", "century"];
    let verb = beside.lead.wrapping_sub(1);
    let moves = beside.words.has(verb, Class::Rise) || beside.words.has(verb, Class::Fall);
    let is_since = || beside.has_behind(5, &["since"]);
    let is_within = || {
        (0..4).any(|on| beside.words.is_any(beside.behind + on, &["in", "over", "within"]))
            && beside.has_behind(8, SPANS)
    };
    moves && (is_since() || is_within())
}

/// "A goat fetches a third of what it did in May": somebody has compared.
pub(super) fn is_part_of_what_was(story: &Story, figure: &Placed<Figure>) -> bool {
    let beside = Beside::of(story, figure);
    let was = ["was", "were", "did", "used", "had", "cost", "paid", "fetched", "sold"];
    beside.words.run_is(beside.behind, &["of", "what"]) && beside.has_behind(7, &was)
}

/// "Tourism brings in a quarter of the island's income", "fishing accounts for half of the jobs".
pub(super) fn is_accounted_for(story: &Story, figure: &Placed<Figure>) -> bool {
    const ACCOUNTS: &[&str] = &[
        "absorb",
        "absorbs",
        "buys",
        "cover",
        "covers",
        "earns",
        "employs",
        "feeds",
        "generate",
        "generates",
        "makes",
        "produce",
        "produces",
        "provide",
        "provides",
        "supply",
        "supplies",
        "swallows",
        "takes",
    ];
    let beside = Beside::of(story, figure);
    let before = beside.lead.wrapping_sub(1);
    let words = beside.words;
    let is_pair = words.is_any(before, &["for", "in", "up"])
        && words.is_any(
            before.wrapping_sub(1),
            &["account", "accounts", "accounted", "bring", "brings", "brought", "eats"],
        );
    // "Two-thirds of economic activity" stands in every textbook.
    let is_of_economy = beside.has_behind(6, &["activity", "economy", "output", "product"]);
    words.is(beside.behind, "of") && !is_of_economy && (is_pair || words.is_any(before, ACCOUNTS))
}
