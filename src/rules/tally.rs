//! Figures of middling size that somebody has counted, measured or compared all the same: what the sentence does tells it.
//!
//! "Farmers have baited 700 hectares since July" is a tally, "the ship is 340 metres long" a size. Size alone does not part
//! them; the deed, the time that it is told of, the whole that it is part of and what it is held against do.

use rust_decimal::Decimal;

use super::beside::Beside;
use super::deed::{has_period, is_done, is_done_again};
use crate::extract::{Figure, FigureKind};
use crate::language::Class;
use crate::story::{FullNames, Placed, Story};

/// How many are no longer a handful that the reporter saw.
const SEVERAL: u32 = 20;

/// How many somebody counts who does so again and again.
const FEW: u32 = 5;

/// Whether the sentence, in the reporter's own words, tells a figure that somebody must have counted, measured or compared.
pub(super) fn is_tally(story: &Story, figure: &Placed<Figure>) -> bool {
    let beside = Beside::of(story, figure);
    let is_told = match figure.kind {
        FigureKind::Count => {
            is_counted(story, figure, &beside)
                || is_number_of(&beside)
                || is_part_of_whole(figure, &beside)
                || is_held_against_what_was(figure, &beside)
                || is_often(figure, &beside)
                || is_spread(&beside)
                || is_built_for(&beside)
                || is_rest_of_whole(figure, &beside)
                || is_in_queue(figure, &beside)
        }
        FigureKind::Measure => is_done_in_bulk(figure, &beside) || is_above_mark(&beside),
        FigureKind::Rate => {
            is_repeated(figure)
                || is_spent_on_each(&beside)
                || is_more_than_any(&beside)
                || is_held_against_what_was(figure, &beside)
        }
        FigureKind::Money => {
            is_more_than_elsewhere(&beside) || is_more_than_any(&beside) || is_held_against_what_was(figure, &beside)
        }
        FigureKind::Duration => is_added_up(figure, &beside) || is_held_against_what_was(figure, &beside),
        FigureKind::Ratio => is_times_as_much(&beside),
        _ => false,
    };
    let is_bare = || is_often(figure, &beside) || story.attributions_in(figure.sentence).is_empty();
    is_told && is_bare() && !is_of_game(&beside) && !is_own_telling(&beside) && !is_persons_own(story, figure, &beside)
}

/// What games and shares do, anybody can look up.
fn is_of_game(beside: &Beside<'_>) -> bool {
    const GAMES: &[&str] = &[
        "album",
        "attempts",
        "bowled",
        "chart",
        "goals",
        "innings",
        "league",
        "match",
        "matches",
        "nominations",
        "overs",
        "quarterback",
        "shares",
        "songs",
        "striker",
        "team",
        "tournament",
        "touchdowns",
        "wickets",
        "yards",
    ];
    beside.has(GAMES)
}

/// "He planted 40 hectares", "we have counted 31": whoever did it can tell.
pub(super) fn is_own_telling(beside: &Beside<'_>) -> bool {
    const OWN: &[&str] = &["he", "she", "i", "we", "you", "who", "his", "her", "my", "our"];
    (0..beside.lead).any(|at| beside.words.is_any(at, OWN))
}

/// "Marco Ferri, 24, has sent out 90 applications": what somebody by name has done, they can tell.
pub(super) fn is_persons_own(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    let FullNames(names) = story.note(figure.block);
    let sentence = figure.sentence - story.sentences_of(figure.block).start;
    let opens = beside.words.is_capitalized(0) && beside.words.is_capitalized(1);
    let acts = beside.has_before(4, &["has", "had"]);
    opens && acts && names.iter().any(|name| name.is_persons && name.sentence == sentence)
}

/// "Poachers have taken 31 rhinos", "volunteers drove 61 women to other hospitals", "each turbine kills nine bats a season".
///
/// A dozen is a manner of speaking.
fn is_counted(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    let is_round = || story.text_of(figure.number).contains("dozen");
    let is_again = || Decimal::from(FEW) <= figure.value && is_done_again(beside);
    !is_in_the_room(figure, beside)
        && figure.unit.is_some()
        && (Decimal::TEN <= figure.value && is_done(beside) || is_again())
        && !is_round()
}

/// "The number of taxis at the rank has dwindled from 70 to 11".
fn is_number_of(beside: &Beside<'_>) -> bool {
    beside.words.run_is(0, &["the", "number", "of"])
        && beside.words.is_any(beside.lead.wrapping_sub(1), &["to", "from", "by", "at"])
}

/// "Brought 60 people to the public gallery": few enough for the reporter to have seen them.
fn is_in_the_room(figure: &Figure, beside: &Beside<'_>) -> bool {
    const MOST: u32 = 200;
    const ROOMS: &[&str] = &[
        "church",
        "courtroom",
        "floor",
        "gallery",
        "hall",
        "meeting",
        "pews",
        "room",
        "service",
        "stage",
        "steps",
        "vigil",
    ];
    figure.value < Decimal::from(MOST) && beside.has(ROOMS)
}

/// "Twenty-eight of the island's 61 wells have run dry", "just 14 of the province's clinics have a fridge": somebody has gone
/// through all of them.
fn is_part_of_whole(figure: &Figure, beside: &Beside<'_>) -> bool {
    const FEWEST: u64 = 10;
    const REACH: usize = 8;
    const WHOLE: usize = 5;
    const MEET: &[&str] = &[
        "councillors",
        "delegates",
        "directors",
        "jurors",
        "lawmakers",
        "legislators",
        "mps",
        "members",
        "ministers",
        "players",
        "seats",
        "senators",
        "voters",
        "votes",
    ];
    let words = beside.words;
    let is_only = beside.has_before(2, &["only", "just", "barely", "merely", "than"]);
    let opens = beside.lead <= 1 || is_only && beside.lead <= 3;
    let behind = || beside.behind + 1..beside.behind + REACH;
    let whole = behind().take(WHOLE).find(|&at| {
        let digits: String = words.written(at).chars().filter(char::is_ascii_digit).collect();
        words.written(at).starts_with(|first: char| first.is_ascii_digit())
            && digits.parse().is_ok_and(|whole: u64| FEWEST <= whole)
    });
    // "Twenty-three of its schools still have pit latrines": how many there are, the story has told.
    let is_owned =
        || words.is_any(beside.behind + 1, &["its", "their"]) || behind().any(|at| words.is_any(at, &["'s", "’s"]));
    let stands = behind().any(|at| {
        words.has(at, Class::Be) || words.has(at, Class::Have) || words.has(at, Class::Base) && 2 < at - beside.behind
    });
    // "Landed 40 of her 50 attempts": what a player does, those who watch count.
    let is_players = words.is_any(beside.behind + 1, &["her", "his"]);
    let is_object = || whole.is_some() && !is_players && is_done(beside);
    (opens && stands || is_object())
        && words.is(beside.behind, "of")
        && (words.is_any(beside.behind + 1, &["the", "its", "their"]) || words.is_capitalized(beside.behind + 1))
        && (whole.is_some() || (is_only || Decimal::TEN <= figure.value) && is_owned())
        && !beside.has(MEET)
}

/// "Of the 7,200 houses promised, 410 have been built": a bare number behind the whole that it is part of.
pub(super) fn is_rest_of_whole(figure: &Figure, beside: &Beside<'_>) -> bool {
    const LEAST: u64 = 20;
    const LONGEST: usize = 12;
    const JUDGED: &[&str] = &[
        "councillors",
        "delegates",
        "jurors",
        "lawmakers",
        "legislators",
        "members",
        "mps",
        "players",
        "seats",
        "senators",
        "votes",
    ];
    let words = beside.words;
    let digits: String = (1..4)
        .map(|at| words.written(at))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map_or_else(String::new, |word| word.chars().filter(char::is_ascii_digit).collect());
    let is_whole = digits.parse().is_ok_and(|whole: u64| LEAST <= whole);
    let is_bare = figure.unit.is_none() && beside.lead <= LONGEST;
    let acts = words.has(beside.behind, Class::Have) || words.has(beside.behind, Class::Be);
    is_whole
        && is_bare
        && acts
        && words.is(0, "of")
        && words.is(beside.lead.wrapping_sub(1), ",")
        && !beside.has(JUDGED)
}

/// "Nine ambulances were waiting in the yard", "60 lorries are stuck at the crossing": somebody stood there and counted.
fn is_in_queue(figure: &Figure, beside: &Beside<'_>) -> bool {
    const QUEUES: &[&str] = &[
        "ambulance",
        "barge",
        "bus",
        "container",
        "freighter",
        "lorry",
        "patient",
        "plane",
        "ship",
        "tanker",
        "train",
        "trailer",
        "truck",
        "vessel",
        "wagon",
    ];
    const WAIT: &[&str] = &[
        "anchored", "idled", "idling", "parked", "queued", "queueing", "queuing", "stacked", "stranded", "stuck",
        "waited", "waiting",
    ];
    figure.unit.as_ref().is_some_and(|unit| QUEUES.contains(&unit.head.as_str()))
        && Decimal::from(FEW) <= figure.value
        && beside.has_behind(4, WAIT)
}

/// "Nine trains a week, down from 31", "22 before the flood": now is held against then.
fn is_held_against_what_was(figure: &Figure, beside: &Beside<'_>) -> bool {
    const REACH: usize = 7;
    let words = beside.words;
    let is_number = |at: usize| {
        words.has(at, Class::NumberWord) || words.written(at).starts_with(|first: char| first.is_ascii_digit())
    };
    let is_many = Decimal::from(SEVERAL) <= figure.value;
    let is_told_of_one = figure.kind != FigureKind::Count;
    (is_told_of_one || is_many)
        && (beside.behind..beside.behind + REACH).any(|at| {
            let from = words.is_any(at, &["up", "down"]) && words.is(at + 1, "from") && is_number(at + 2);
            let against = words.is(at, "against") && is_number(at + 1)
                || words.is(at, "compared") && words.is_any(at + 1, &["with", "to"]) && is_number(at + 2);
            from || against
        })
}

/// "Had complained of the signal 23 times in two years": somebody keeps the log.
pub(super) fn is_often(figure: &Figure, beside: &Beside<'_>) -> bool {
    const LOGGED: &[&str] = &[
        "alerted",
        "broke",
        "broken",
        "called",
        "closed",
        "complained",
        "failed",
        "flagged",
        "flooded",
        "inspected",
        "jammed",
        "phoned",
        "raised",
        "reported",
        "stopped",
        "struck",
        "warned",
        "wrote",
        "written",
    ];
    figure.unit.as_ref().is_some_and(|unit| unit.head == "time")
        && Decimal::from(FEW) <= figure.value
        && (beside.has(&["since"]) || (0..beside.lead).any(|at| beside.words.is_any(at, LOGGED)))
        && has_period(beside.words)
}

/// "Ballot boxes were snatched at 11 polling units", "gunmen burned the rolls at seven stations".
fn is_spread(beside: &Beside<'_>) -> bool {
    const CRIMES: &[&str] = &[
        "attacked",
        "burgled",
        "burned",
        "burnt",
        "destroyed",
        "disrupted",
        "hijacked",
        "looted",
        "missing",
        "raided",
        "ransacked",
        "robbed",
        "sabotaged",
        "seized",
        "smashed",
        "snatched",
        "stolen",
        "stole",
        "torched",
        "vandalised",
        "vandalized",
    ];
    const REACH: usize = 8;
    let words = beside.words;
    let crime = (1..beside.lead).rev().take(REACH).any(|at| words.is_any(at, CRIMES));
    words.is_any(beside.lead.wrapping_sub(1), &["at", "in", "from"]) && crime
}

/// "The boat was built to carry 50 passengers": somebody has read its papers.
fn is_built_for(beside: &Beside<'_>) -> bool {
    const BUILT: &[&str] =
        &["built", "certified", "designed", "licensed", "made", "meant", "rated", "registered", "supposed"];
    let words = beside.words;
    let verb = beside.lead.wrapping_sub(1);
    let to = verb.wrapping_sub(1);
    let built = to.wrapping_sub(1);
    words.is_any(verb, &["carry", "hold", "seat", "take"])
        && words.is(to, "to")
        && words.is_any(built, BUILT)
        && (1..=2).any(|back| words.is_any(built.wrapping_sub(back), &["was", "were"]))
}

/// "The break drained 3.1 million gallons", "more than 6,000 tonnes has been carted away", "panels will blanket 3,100 acres".
fn is_done_in_bulk(figure: &Figure, beside: &Beside<'_>) -> bool {
    const BULK: &[&str] = &[
        "litre",
        "liter",
        "gallon",
        "tonne",
        "ton",
        "kilo",
        "kilogram",
        "kilogramme",
        "barrel",
        "bushel",
        "bale",
        "quintal",
        "acre",
        "hectare",
    ];
    let is_bulk = figure.unit.as_ref().is_some_and(|unit| {
        let head = unit.head.as_str();
        BULK.contains(&head) || head.starts_with("square") || head.starts_with("cubic")
    });
    // "Threw 4 tonnes of mackerel back": tonnes are many at once.
    let is_heavy = figure.unit.as_ref().is_some_and(|unit| matches!(unit.head.as_str(), "tonne" | "ton"));
    let least = if is_heavy { Decimal::TWO } else { Decimal::TEN };
    is_bulk && least <= figure.value && (is_done(beside) || is_done_again(beside))
}

/// "The river was flowing 1.2 metres above the danger mark", "stood 2.3 metres below its normal level".
fn is_above_mark(beside: &Beside<'_>) -> bool {
    const MARKS: &[&str] =
        &["average", "capacity", "danger", "flood", "level", "levels", "limit", "line", "mark", "normal", "stage"];
    beside.words.is_any(beside.behind + 1, &["above", "below", "over", "under"])
        && (2..6).any(|on| beside.words.is_any(beside.behind + on, MARKS))
        && !beside.has_run(&["sea", "level"])
}

/// "Marlow spends $41 per resident on animal services": somebody has divided.
fn is_spent_on_each(beside: &Beside<'_>) -> bool {
    const SPENDS: &[&str] = &["spends", "spend", "spent", "pays", "gets", "receives"];
    const EACH: &[&str] =
        &["capita", "head", "household", "inhabitant", "patient", "person", "pupil", "resident", "student", "taxpayer"];
    let words = beside.words;
    let each = (beside.behind..beside.behind + 4)
        .any(|at| words.is_any(at, EACH) && words.is_any(at.wrapping_sub(1), &["a", "per", "each", "every"]));
    each && beside.has_before(4, SPENDS)
}

/// "Now sells for N4,000 more in Ebute than in Ilodun": somebody has compared.
fn is_more_than_elsewhere(beside: &Beside<'_>) -> bool {
    const REACH: usize = 9;
    let words = beside.words;
    let more = (0..2).map(|on| beside.behind + on).find(|&at| words.is_any(at, &["more", "less", "cheaper", "dearer"]));
    more.is_some_and(|more| {
        (more..more + REACH)
            .any(|at| words.is(at, "than") && words.is_any(at + 1, &["in", "at", "across", "any", "the"]))
    })
}

/// "Spends nine times as much on parking as on playgrounds".
fn is_times_as_much(beside: &Beside<'_>) -> bool {
    let words = beside.words;
    // "Pays its head 84 times what it pays a cleaner".
    let is_compared =
        |at: usize| words.run_is(at, &["as", "much"]) || words.run_is(at, &["as", "many"]) || words.is(at, "what");
    let is_of_norm = |at: usize| words.is_any(at, &["average", "level", "levels", "norm", "rate"]);
    (beside.behind..beside.behind + 3).any(is_compared) || (beside.behind + 1..beside.behind + 6).any(is_of_norm)
}

/// "Drivers worked 3,900 hours of overtime in July", "ran late on 112 days last year": somebody adds them up.
fn is_added_up(figure: &Figure, beside: &Beside<'_>) -> bool {
    const MANY: u32 = 1_000;
    let is_on_days = Decimal::from(SEVERAL) <= figure.value && beside.words.is(beside.lead.wrapping_sub(1), "on");
    (Decimal::from(MANY) <= figure.value || is_on_days) && has_period(beside.words)
}

/// "Lorries pass the school 140 times a day", "nine trains a week": somebody has counted for a while.
fn is_repeated(figure: &Figure) -> bool {
    const OF_WAYS: &[&str] = &["foot", "hour", "kilometre", "metre", "mile", "minute", "yard"];
    let is_way = || figure.unit.as_ref().is_some_and(|unit| OF_WAYS.contains(&unit.head.as_str()));
    Decimal::TEN <= figure.value && !is_money(figure) && !is_way()
}

/// Whether the unit of a rate is a currency, which is written as its code.
pub(super) fn is_money(figure: &Figure) -> bool {
    figure.unit.as_ref().is_some_and(|unit| unit.head.starts_with(char::is_uppercase))
}

/// "Less than any other, $9 a day", "more than any town in the state".
fn is_more_than_any(beside: &Beside<'_>) -> bool {
    beside.has_run(&["than", "any"])
}
