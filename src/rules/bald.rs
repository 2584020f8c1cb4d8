//! Figures that a sentence states baldly: in a paragraph in which nobody speaks, short, with the figure for its whole news.
//!
//! "The trench was 6 metres deep.", "The centre employs 415 people." Amid what somebody says such figures are details, and
//! in a long sentence they describe. A sentence that tells nothing else was told to the reporter, or read.

use std::sync::OnceLock;

use rust_decimal::Decimal;

use super::bald_measures::{
    is_beyond_limit, is_compared, is_depth, is_fallen, is_run, is_shift, is_speed, is_stock, is_wind, is_yield,
};
use super::beside::Beside;
use super::deed::has_period;
use super::grave::counts_people;
use super::own_voice::is_own_claim;
use super::tally::{is_money, is_own_telling};
use super::worded::answers;
use crate::extract::{Figure, FigureKind};
use crate::language::Class;
use crate::story::{Placed, Story};

/// How many words and marks a bald sentence has at most.
const LONGEST: usize = 26;

/// How many of something are no longer a handful that the reporter saw.
const SEVERAL: u32 = 20;

/// Whether the sentence states the figure baldly, and somebody must have counted, measured or been told it.
pub(super) fn is_bald(story: &Story, figure: &Placed<Figure>) -> bool {
    is_told(story, figure, &answers(story, figure).bald, tells)
        || !is_borne_out_below(story, figure) && is_told(story, figure, &answers(story, figure).own, is_own_claim)
}

/// What a first paragraph says goes on in the next, where the source stands.
fn is_borne_out_below(story: &Story, figure: &Placed<Figure>) -> bool {
    let next = figure.block + 1;
    story.lede() == Some(figure.block) && (next == story.blocks.len() || !story.attributions_of(next).is_empty())
}

type Tells = fn(&Story, &Placed<Figure>, &Beside<'_>) -> bool;

/// Whether `tells` finds that the sentence tells the figure, and nobody else does or may; `answer` is of the paragraph alone.
fn is_told(story: &Story, figure: &Placed<Figure>, answer: &OnceLock<bool>, tells: Tells) -> bool {
    *answer.get_or_init(|| {
        let beside = Beside::of(story, figure);
        beside.words.tokens.len() <= LONGEST
            && tells(story, figure, &beside)
            && story.attributions_in(figure.sentence).is_empty()
            && !story.has_spoken_before(figure)
            && !is_own_telling(&beside)
            && !is_read_off(&beside)
            && (!beside.has_before(4, &["can", "could", "may", "might", "should", "will", "would"])
                || beside.has_before(3, &["worth"])
                || beside.words.is(0, "there")
                || figure.kind == FigureKind::Share)
    })
}

fn tells(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    match figure.kind {
        FigureKind::Count => {
            is_headcount(story, figure, beside)
                || is_holding(figure, beside)
                || is_there(figure, beside)
                || is_of_quake(figure, beside)
                || is_mishaps(figure, beside)
                || is_some_of_few(story, figure, beside)
                || is_aboard(figure, beside)
                || is_pile(beside)
                || is_repeatedly(figure, beside)
        }
        FigureKind::Measure => {
            is_fallen(figure, beside)
                || is_depth(beside)
                || is_stock(figure, beside)
                || is_speed(story, figure, beside)
                || is_wind(beside)
                || is_shift(beside)
                || is_compared(beside)
        }
        FigureKind::Rate => is_yield(figure, beside) || is_offered(beside) || is_wage(figure, beside),
        FigureKind::Percentage => is_turnout(beside) && !tells_results(story, figure),
        FigureKind::Share => is_half_of_many(story, figure, beside) || is_one_in_so_many(story, figure, beside),
        FigureKind::Money => {
            is_overrun(beside)
                || is_offered(beside)
                || is_cost_to_all(beside)
                || is_lost_together(beside)
                || is_price(beside)
        }
        FigureKind::Duration => is_shut_for(figure, beside) || is_wait(figure, beside) || is_run(figure, beside),
        FigureKind::Ratio => is_beyond_limit(beside),
        _ => false,
    }
}

/// "The gauge at Orm recorded 61 inches", "the bureau gave it a magnitude of 5.9", "the log has it shut for 31 nights": what
/// it was read off does something before the figure.
fn is_read_off(beside: &Beside<'_>) -> bool {
    const READS: &[&str] = &[
        "clocked",
        "counted",
        "gave",
        "lists",
        "logged",
        "measured",
        "recorded",
        "registers",
        "reported",
        "reports",
        "shows",
    ];
    const PAPERS: &[&str] = &["ledger", "log", "logs", "register", "survey"];
    let words = beside.words;
    let reads = |verb: usize| words.is_any(verb, READS) && !words.has(verb.wrapping_sub(1), Class::Be);
    let is_paper = |at: usize| words.has(at, Class::Document) || words.is_any(at, PAPERS);
    let of_quake = beside.has(&["quake", "earthquake", "tremor"]);
    !of_quake && (1..beside.lead).any(reads) || (0..beside.lead).any(is_paper)
}

/// "The centre employs 415 people.": all that the paragraph says.
fn is_headcount(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const SHORT: usize = 14;
    let is_several = Decimal::from(SEVERAL) <= figure.value;
    let verb = beside.lead.wrapping_sub(1);
    beside.words.is_any(verb, &["employed", "employs"])
        && !beside.words.is_any(verb.wrapping_sub(1), &["that", "which", "who"])
        && counts_people(figure)
        && story.sentences_of(figure.block).len() == 1
        && beside.words.tokens.len() <= SHORT
        && is_several
}

/// "It holds 1,260 objects": what a house keeps stands in its inventory, and on no door.
fn is_holding(figure: &Figure, beside: &Beside<'_>) -> bool {
    const KEPT: &[&str] = &[
        "artefact",
        "artifact",
        "bone",
        "book",
        "coin",
        "document",
        "drawing",
        "file",
        "item",
        "letter",
        "manuscript",
        "map",
        "object",
        "painting",
        "photograph",
        "print",
        "record",
        "skull",
        "specimen",
        "treasure",
        "volume",
        "work",
    ];
    const LEAST: u32 = 1_000;
    Decimal::from(LEAST) <= figure.value
        && beside.words.is_any(beside.lead.wrapping_sub(1), &["holds", "houses", "keeps", "owns"])
        && figure.unit.as_ref().is_some_and(|unit| KEPT.contains(&unit.head.as_str()))
}

/// "There were 61 patients on trolleys on Monday morning."
fn is_there(figure: &Figure, beside: &Beside<'_>) -> bool {
    // "There are 39 members on the council": a body's own size.
    const BODIES: &[&str] =
        &["board", "cabinet", "committee", "council", "court", "jury", "parliament", "senate", "team"];
    let words = beside.words;
    let is_open = words.is(0, "there") && words.has(1, Class::Be) && beside.lead <= 3;
    let is_size = beside.has(BODIES) || beside.has(&["each", "every"]);
    is_open && Decimal::from(SEVERAL) <= figure.value && counts_people(figure) && !is_size
}

/// "It had a magnitude of 5.9.": no reporter feels a tenth.
fn is_of_quake(figure: &Figure, beside: &Beside<'_>) -> bool {
    let words = beside.words;
    let lead = beside.lead;
    let is_of = words.is(lead.wrapping_sub(1), "of") && words.is(lead.wrapping_sub(2), "magnitude");
    let is_read = words.is_any(lead.wrapping_sub(1), &["measured", "registered"])
        && beside.has(&["quake", "earthquake", "tremor"]);
    // "A magnitude of 6 is enough to bring down a chimney."
    let is_told = is_of && beside.has_before(7, &["at", "had", "its", "struck", "with"]);
    figure.unit.is_none() && figure.value < Decimal::TEN && (is_told || is_read)
}

/// "The aircraft had made three emergency landings since April": what went wrong, and how often in what time.
fn is_mishaps(figure: &Figure, beside: &Beside<'_>) -> bool {
    const FEWEST: u32 = 3;
    const MISHAPS: &[&str] = &[
        "accident",
        "alarm",
        "blackout",
        "breakdown",
        "cancellation",
        "closure",
        "collision",
        "complaint",
        "crash",
        "derailment",
        "escape",
        "explosion",
        "failure",
        "fault",
        "fire",
        "flood",
        "incident",
        "landing",
        "leak",
        "outage",
        "rockfall",
        "spill",
        "stoppage",
        "violation",
        "warning",
    ];
    Decimal::from(FEWEST) <= figure.value
        && figure.unit.as_ref().is_some_and(|unit| MISHAPS.contains(&unit.head.as_str()))
        && has_period(beside.words)
}

/// "Four of the seven family doctors mean to retire", "two of the town's three plants are running at half capacity": how
/// things stand, by somebody who has been to all of them.
fn is_some_of_few(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const SEEN: &[&str] = &[
        "brother",
        "candidate",
        "child",
        "club",
        "contest",
        "councillor",
        "daughter",
        "day",
        "debate",
        "defendant",
        "delegate",
        "director",
        "game",
        "judge",
        "juror",
        "lawmaker",
        "legislator",
        "man",
        "match",
        "member",
        "minister",
        "party",
        "player",
        "primary",
        "race",
        "seat",
        "senator",
        "sister",
        "son",
        "state",
        "suspect",
        "team",
        "vote",
        "winner",
        "woman",
        "year",
    ];
    const REACH: usize = 10;
    const TURNED: &[&str] = &["intend", "lack", "mean", "need", "plan", "remain", "say", "stand", "want"];
    let words = beside.words;
    let whole = story.figures_of(figure.block).iter().find(|other| figure.number.end <= other.number.start);
    let whole = whole.filter(|whole| whole.sentence == figure.sentence && figure.value < whole.value);
    let Some(whole) = whole else { return false };
    let is_seen = whole.unit.as_ref().is_none_or(|unit| SEEN.contains(&unit.head.as_str()));
    let noun = Beside::of(story, whole).behind;
    let between = &words.tokens[beside.behind.min(words.tokens.len())..noun.min(words.tokens.len())];
    let is_owned = words.is_any(beside.behind + 1, &["the", "its", "their"]) || words.is_capitalized(beside.behind + 1);
    let stands = (noun..noun + REACH)
        .any(|at| words.is_any(at, &["are", "have"]) && !is_placed(beside, at) || words.is_any(at, TURNED));
    // "Four of the five are more than 20 years old": whoever looks them up knows.
    let is_of_age = beside.has(&["old"]);
    beside.lead <= 1
        && !is_of_age
        && words.is(beside.behind, "of")
        && is_owned
        && between.len() <= 5
        && stands
        && !is_seen
}

/// "Owners have been offered ₹4.2 lakh a bigha": by whom, the sentence leaves out.
fn is_offered(beside: &Beside<'_>) -> bool {
    let words = beside.words;
    let verb = beside.lead.wrapping_sub(1);
    words.is_any(verb, &["offered", "quoted"])
        && words.has(verb.wrapping_sub(1), Class::Be)
        && !beside.has_behind(words.tokens.len(), &["by", "under"])
}

/// "Turnout on Tuesday was just 11 per cent.": before the returns are in, somebody has said so.
fn is_turnout(beside: &Beside<'_>) -> bool {
    const HEAD: usize = 8;
    const STOOD: &[&str] = &["hit", "reached", "stood", "topped", "touched", "was"];
    let words = beside.words;
    let opens = words.is(0, "turnout") || words.is_any(0, &["voter", "overall"]) && words.is(1, "turnout");
    let verb = (1..beside.lead).rfind(|&at| words.is_any(at, STOOD));
    let is_dated =
        (0..words.tokens.len()).any(|at| words.written(at).len() == 4 && words.written(at).starts_with("20"));
    opens && beside.lead <= HEAD && verb.is_some() && !is_dated
}

/// Whether the paragraph tells how the count came out, with the turnout.
fn tells_results(story: &Story, figure: &Placed<Figure>) -> bool {
    const RESULTS: &[&str] = &["counted", "declared", "result", "results", "returning", "votes", "won"];
    story.sentences_of(figure.block).any(|sentence| story.sentence_names(sentence, RESULTS))
}

/// Whether the verb at `verb` only says where they are: "are on the quay", and no "are on strike".
fn is_placed(beside: &Beside<'_>, verb: usize) -> bool {
    let words = beside.words;
    words.has(verb + 1, Class::Preposition) && words.has(verb + 2, Class::Determiner)
}

/// "Half of the voters in the riding are undecided.": a number of people, and how they all are.
fn is_half_of_many(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const REACH: usize = 8;
    let words = beside.words;
    let is_half = story.text_of(figure.number).eq_ignore_ascii_case("half");
    let noun = (beside.behind..beside.behind + 4).find(|&at| words.is_word(at) && words.written(at).ends_with('s'));
    let stands =
        |noun: usize| (noun + 1..noun + REACH).any(|at| words.is_any(at, &["are", "have"]) && !is_placed(beside, at));
    let is_led = words.run_is(beside.behind, &["of", "the"]) || words.run_is(beside.behind, &["of", "its"]);
    is_half && beside.lead == 0 && is_led && noun.is_some_and(stands)
}

/// "One child in five still misses the mark.": somebody has gone through all of them.
fn is_one_in_so_many(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    beside.lead == 0 && beside.words.is(0, "one") && story.text_of(figure.number).contains(" in ")
}

/// "Is $61 million over budget".
fn is_overrun(beside: &Beside<'_>) -> bool {
    let over = beside.behind;
    beside.words.is(over, "over") && (1..3).any(|on| beside.words.is(over + on, "budget"))
}

/// "Each swim costs the council taxpayer £6.40": somebody has divided.
fn is_cost_to_all(beside: &Beside<'_>) -> bool {
    const PAYERS: &[&str] = &[
        "borough",
        "city",
        "club",
        "council",
        "county",
        "government",
        "hospital",
        "ratepayer",
        "ratepayers",
        "service",
        "state",
        "taxpayer",
        "taxpayers",
        "town",
        "trust",
    ];
    let words = beside.words;
    let verb = (1..beside.lead).rfind(|&at| words.is_any(at, &["cost", "costs"]));
    words.is_any(0, &["each", "every"])
        && verb.is_some_and(|verb| (verb + 1..beside.lead).any(|at| words.is_any(at, PAYERS)))
}

/// "The three owners lost a combined $8,350."
fn is_lost_together(beside: &Beside<'_>) -> bool {
    beside.has_before(5, &["lost", "stole", "took"]) && beside.has_before(3, &["combined", "total"])
}

/// "The price of a jerrycan of water has tripled to 900 shillings", "rents in the old town have doubled to £1,400".
fn is_price(beside: &Beside<'_>) -> bool {
    const PRICES: &[&str] = &["price", "prices", "rent", "rents"];
    const TIMES: &[&str] = &["doubled", "halved", "quadrupled", "soared", "trebled", "tripled"];
    // What these go for, every screen shows, or a label.
    const TRADED: &[&str] = &[
        "admission",
        "bitcoin",
        "brent",
        "bullion",
        "close",
        "copper",
        "crude",
        "gold",
        "oil",
        "share",
        "shares",
        "silver",
        "stamp",
        "stamps",
        "stock",
        "ticket",
        "tickets",
    ];
    const HEAD: usize = 3;
    let words = beside.words;
    let to = beside.lead.wrapping_sub(1);
    let verb = to.wrapping_sub(1);
    let moves = words.is_any(verb, TIMES) || words.has(verb, Class::Rise) || words.has(verb, Class::Fall);
    // "Tomatoes have trebled in price to 900 naira".
    let in_price = words.run_is(to.wrapping_sub(2), &["in", "price"]) && words.is(to, "to");
    let is_priced = (0..HEAD).any(|at| words.is_any(at, PRICES)) && words.is(to, "to") && moves;
    (is_priced || in_price) && !beside.has(TRADED)
}

/// "It was carrying 19 people": somebody has been through the list of them.
fn is_aboard(figure: &Figure, beside: &Beside<'_>) -> bool {
    const FEWEST: u32 = 5;
    let verb = beside.lead.wrapping_sub(1);
    Decimal::from(FEWEST) <= figure.value
        && beside.words.is(verb, "carrying")
        && beside.words.has(verb.wrapping_sub(1), Class::Be)
        && counts_people(figure)
}

/// "Stocks of unsold cars have reached 14,000."
fn is_pile(beside: &Beside<'_>) -> bool {
    const PILES: &[&str] = &["backlog", "inventories", "inventory", "stock", "stockpile", "stockpiles", "stocks"];
    let words = beside.words;
    let last = beside.lead.wrapping_sub(1);
    let verb = if words.is_any(last, &["at", "to"]) { last.wrapping_sub(1) } else { last };
    let moves = words.has(verb, Class::Rise)
        || words.has(verb, Class::Fall)
        || words.is_any(verb, &["grown", "reached", "stand", "stands"]);
    moves && (0..beside.lead).any(|at| words.is_any(at, PILES) && words.is(at + 1, "of"))
}

/// "The tunnel was closed for 31 nights during the year": somebody keeps the log.
fn is_shut_for(figure: &Figure, beside: &Beside<'_>) -> bool {
    const SHUT: &[&str] = &["closed", "dark", "down", "grounded", "idle", "out", "shut", "suspended"];
    const UNITS: &[&str] = &["day", "hour", "night", "week"];
    const WAYS: &[&str] = &[
        "bridge", "canal", "ferry", "kiln", "lift", "line", "mine", "pier", "plant", "port", "railway", "reactor",
        "road", "runway", "tunnel", "turbine", "ward",
    ];
    let words = beside.words;
    let r#for = beside.lead.wrapping_sub(1);
    let is_shut = || words.is_any(r#for.wrapping_sub(1), SHUT) || words.is(r#for.wrapping_sub(3), "out");
    let is_time = figure.unit.as_ref().is_some_and(|unit| UNITS.contains(&unit.head.as_str()));
    // "Was shut for 12 days in March", and no "for 12 days.", which anybody has seen.
    let is_within = beside.has_behind(3, &["during", "in", "last", "over", "since", "this"]);
    let is_way = (0..beside.lead).any(|at| words.is_any(at, WAYS));
    is_way && Decimal::TEN <= figure.value && is_time && words.is(r#for, "for") && is_shut() && is_within
}

/// "The waiting list for hips stands at 14 months.", "the wait for a bed is now nine hours".
fn is_wait(figure: &Figure, beside: &Beside<'_>) -> bool {
    const WAITS: &[&str] = &["backlog", "delay", "delays", "queue", "wait", "waiting", "waits"];
    const HEAD: usize = 4;
    const STANDS: &[&str] = &["at", "is", "now", "reached", "to", "was"];
    let words = beside.words;
    (0..HEAD).any(|at| words.is_any(at, WAITS))
        && words.is_any(beside.lead.wrapping_sub(1), STANDS)
        && Decimal::ONE < figure.value
}

/// "A porter at the hospital earns $11.20 an hour.": what one of many is paid.
fn is_wage(figure: &Figure, beside: &Beside<'_>) -> bool {
    const TIMES: &[&str] = &["hour", "day", "shift", "week", "month", "year"];
    let words = beside.words;
    let is_paid = words.is_any(beside.lead.wrapping_sub(1), &["earn", "earned", "earns"]);
    let is_timed = beside.has_behind(4, TIMES);
    let is_one_of_many = words.is_any(0, &["a", "an", "most"]) || words.written(0).ends_with('s');
    is_paid && is_timed && is_one_of_many && is_money(figure)
}

/// "The factory had been fined three times since 2021."
fn is_repeatedly(figure: &Figure, beside: &Beside<'_>) -> bool {
    const DONE: &[&str] = &[
        "broken",
        "burgled",
        "cited",
        "closed",
        "evacuated",
        "failed",
        "fined",
        "flooded",
        "grounded",
        "raided",
        "rebuked",
        "reprimanded",
        "robbed",
        "shut",
        "suspended",
        "warned",
    ];
    const FEWEST: u32 = 3;
    Decimal::from(FEWEST) <= figure.value
        && figure.unit.as_ref().is_some_and(|unit| unit.head == "time")
        && beside.has_before(4, DONE)
        && has_period(beside.words)
}
