//! Figures that no desk takes on trust: counts of dead and hurt, jobs, crimes.

use rust_decimal::Decimal;

use super::beside::Beside;
use super::worded::answers;
use crate::extract::{Figure, FigureKind};
use crate::language::Class;
use crate::story::{Placed, Story};

/// How many words away a word of death or injury may stand from the people whom it speaks of.
const TOLL_REACH: usize = 10;

/// Whether the figure counts dead or hurt: such a count needs a source whatever its size.
pub(super) fn is_toll(story: &Story, figure: &Placed<Figure>) -> bool {
    *answers(story, figure).toll.get_or_init(|| says_toll(story, figure))
}

/// The same, asked of the words of its sentence.
fn says_toll(story: &Story, figure: &Placed<Figure>) -> bool {
    let beside = Beside::of(story, figure);
    // "Losses in all but three contests" counts no dead.
    let is_exception = beside.words.run_is(beside.first.wrapping_sub(2), &["all", "but"]);
    // "It kills 45 people a year."
    let is_yearly = figure.kind == FigureKind::Rate && figure.unit.as_ref().is_some_and(|unit| unit.head == "person");
    (figure.kind == FigureKind::Count || is_yearly)
        && !is_exception
        && !is_agent(figure, &beside)
        && !is_compound(story, figure)
        && !is_land(figure)
        && (story.has_near(figure.number, TOLL_REACH, Class::Casualty) || is_stricken(figure, &beside))
}

/// "Ida Moss, who baked in six Northern states, died on Monday": no land dies.
fn is_land(figure: &Figure) -> bool {
    const LANDS: &[&str] = &["continent", "country", "county", "district", "nation", "province", "region", "state"];
    figure.unit.as_ref().is_some_and(|unit| LANDS.contains(&unit.head.as_str()))
}

/// "Eleven fishermen are missing", "sixteen children fell ill", "19 were taken to hospital".
fn is_stricken(figure: &Figure, beside: &Beside<'_>) -> bool {
    const RUNS: &[&[&str]] = &[
        &["are", "missing"],
        &["were", "missing"],
        &["remain", "missing"],
        &["still", "missing"],
        &["unaccounted", "for"],
        &["fell", "ill"],
        &["fallen", "ill"],
        &["taken", "ill"],
        &["in", "hospital"],
        &["to", "hospital"],
        &["critical", "condition"],
        &["critically", "ill"],
        &["for", "their", "lives"],
        &["on", "hunger", "strike"],
        &["needed", "stitches"],
        &["needed", "treatment"],
        &["be", "treated"],
        &["were", "treated"],
        &["came", "down", "with"],
        &["had", "to", "be", "carried"],
        &["lost", "consciousness"],
        &["passed", "out"],
        &["intensive", "care"],
        &["on", "drips"],
        &["under", "the", "rubble"],
        &["under", "the", "debris"],
        &["under", "the", "mud"],
        &["under", "the", "snow"],
        &["were", "trapped"],
        &["are", "trapped"],
        &["remain", "trapped"],
    ];
    const REACH: usize = 7;
    let words = beside.words;
    // "Some 40 people | die of cold every winter"
    let dies = (1..4).any(|on| words.is_any(beside.behind + on, &["die", "drown"]));
    let is_said = |at: usize| RUNS.iter().any(|run| words.run_is(at, run));
    // "The collapse trapped 16 diggers", "the outbreak has claimed four infants".
    let is_struck = || counts_people(figure) && beside.has_before(2, &["trapped", "claimed"]);
    Decimal::ONE < figure.value
        && (is_struck()
            || dies
            || (beside.behind..beside.behind + REACH).any(is_said)
            || is_lost_in_battle(figure, beside))
}

/// "The garrison lost 40 men in the fighting", "the rebels hold 60 hostages".
fn is_lost_in_battle(figure: &Figure, beside: &Beside<'_>) -> bool {
    const FORCE: &[&str] = &["man", "soldier", "fighter", "trooper", "sailor", "airman", "guerrilla", "marine"];
    const HELD: &[&str] = &["hostage", "captive"];
    let is_of = |nouns: &[&str]| figure.unit.as_ref().is_some_and(|unit| nouns.contains(&unit.head.as_str()));
    is_of(HELD) || is_of(FORCE) && beside.has_before(3, &["lost", "losing", "lose"])
}

/// "The slide buried 60 houses", "45 homes were flooded": somebody has been round and counted the damage.
pub(super) fn is_damage(figure: &Figure, beside: &Beside<'_>) -> bool {
    const DAMAGED: &[&str] = &[
        "ate",
        "burned",
        "consumed",
        "razed",
        "burnt",
        "buried",
        "blocked",
        "broken",
        "collapsed",
        "condemned",
        "damaged",
        "defective",
        "derelict",
        "destroyed",
        "flattened",
        "flooded",
        "inundated",
        "isolated",
        "gutted",
        "levelled",
        "leveled",
        "ruined",
        "shattered",
        "swallowed",
        "swamped",
        "unsafe",
        "wrecked",
    ];
    const LOST: &[&[&str]] = &[
        &["cut", "off"],
        &["swept", "away"],
        &["washed", "away"],
        &["washed", "out"],
        &["without", "power"],
        &["without", "water"],
        &["without", "electricity"],
        &["burned", "down"],
        &["lost", "power"],
        &["lost", "roofs"],
        &["lost", "their"],
    ];
    const PROPERTY: &[&str] = &[
        "apartment",
        "barn",
        "boat",
        "bridge",
        "building",
        "business",
        "car",
        "church",
        "classroom",
        "farm",
        "flat",
        "home",
        "house",
        "lift",
        "property",
        "school",
        "shop",
        "store",
        "road",
        "structure",
        "town",
        "vehicle",
        "village",
        "well",
    ];
    let is_property = figure.unit.as_ref().is_some_and(|unit| PROPERTY.contains(&unit.head.as_str()));
    is_property && (beside.has(DAMAGED) || LOST.iter().any(|run| beside.has_run(run)))
}

/// "Shot by two men", "a father of seven", "two generations", "broke his hand in four places": who stands near the dead and is none of them.
fn is_agent(figure: &Figure, beside: &Beside<'_>) -> bool {
    const PARENTS: &[&str] = &["father", "mother", "parent", "grandfather", "grandmother"];
    const OTHERS: &[&str] = &[
        "album",
        "attacker",
        "bomber",
        "book",
        "defeat",
        "film",
        "generation",
        "gunman",
        "language",
        "loss",
        "novel",
        "opera",
        "place",
        "play",
        "poem",
        "song",
        "symphony",
    ];
    let words = beside.words;
    let before = beside.lead.wrapping_sub(1);
    words.is(before, "by") && figure.value < Decimal::TEN
        || words.is(before, "of") && words.is_any(before.wrapping_sub(1), PARENTS)
        // "Family of three among the victims"
        || words.is(before, "of") && words.is_any(before.wrapping_sub(1), &["family", "party", "crew"])
        || is_of_family(figure, beside)
        || figure.unit.as_ref().is_some_and(|unit| OTHERS.contains(&unit.head.as_str()))
}

/// "The second of three sons", "survived by two daughters": whom the family of somebody dead has.
fn is_of_family(figure: &Figure, beside: &Beside<'_>) -> bool {
    const CHILDREN: &[&str] = &[
        "brother",
        "child",
        "daughter",
        "grandchild",
        "granddaughter",
        "grandson",
        "nephew",
        "niece",
        "sibling",
        "sister",
        "son",
    ];
    const ORDERS: &[&str] = &["eldest", "fifth", "first", "fourth", "oldest", "one", "second", "third", "youngest"];
    let words = beside.words;
    let before = beside.lead.wrapping_sub(1);
    let is_placed = words.is(before, "of") && words.is_any(before.wrapping_sub(1), ORDERS);
    let is_left = words.is(before, "by") && words.is(before.wrapping_sub(1), "survived")
        || words.is_any(before, &["has", "had", "have", "leaves", "left"]);
    figure.unit.as_ref().is_some_and(|unit| CHILDREN.contains(&unit.head.as_str())) && (is_placed || is_left)
}

/// Whether the figure counts what no desk takes on trust: jobs, crimes.
pub(super) fn is_weighty(story: &Story, figure: &Placed<Figure>) -> bool {
    let Some(unit) = &figure.unit else { return false };
    figure.kind == FigureKind::Count && story.tokens_in(unit.span).iter().any(|token| token.is(Class::Weighty))
}

/// Whether the noun behind a number is one for people: "moulders", "infants", "pilots".
pub(super) fn counts_people(figure: &Figure) -> bool {
    const PEOPLE: &[&str] = &[
        "adult",
        "apprentice",
        "baby",
        "boy",
        "child",
        "civilian",
        "clerk",
        "cook",
        "family",
        "fitter",
        "girl",
        "guard",
        "hand",
        "household",
        "infant",
        "man",
        "nurse",
        "passenger",
        "patient",
        "person",
        "pilot",
        "pupil",
        "resident",
        "staff",
        "student",
        "toddler",
        "villager",
        "woman",
    ];
    const ENDINGS: &[&str] = &["er", "ist", "ian", "man", "woman"];
    const OTHERS: &[&str] = &[
        "chapter",
        "container",
        "corner",
        "counter",
        "cover",
        "finger",
        "flower",
        "letter",
        "lawnmower",
        "liter",
        "meter",
        "number",
        "offer",
        "order",
        "paper",
        "quarter",
        "river",
        "shoulder",
        "sticker",
        "summer",
        "tower",
        "trailer",
        "tumbler",
        "winter",
    ];
    figure.unit.as_ref().is_some_and(|unit| {
        let head = unit.head.as_str();
        PEOPLE.contains(&head)
            || 5 < head.len() && ENDINGS.iter().any(|ending| head.ends_with(ending)) && !OTHERS.contains(&head)
    })
}

/// "Eighty posts will go", "the mill laid off 45 workers": work that is lost.
pub(super) fn is_cut(figure: &Figure, beside: &Beside<'_>) -> bool {
    const WORK: &[&str] = &[
        "employee",
        "member",
        "miner",
        "nurse",
        "officer",
        "position",
        "post",
        "role",
        "staff",
        "steelworker",
        "teacher",
        "worker",
    ];
    const CUT: &[&str] = &[
        "axed",
        "axe",
        "cut",
        "eliminate",
        "eliminated",
        "go",
        "going",
        "gone",
        "lay",
        "laid",
        "lose",
        "losing",
        "lost",
        "redundant",
        "scrapped",
        "shed",
        "shedding",
        "slash",
        "slashed",
    ];
    figure.unit.as_ref().is_some_and(|unit| WORK.contains(&unit.head.as_str())) && beside.has(CUT)
        || is_dismissed(figure, beside)
}

/// "Will let 95 of its moulders go", "forty pilots have been shown the door".
fn is_dismissed(figure: &Figure, beside: &Beside<'_>) -> bool {
    const DISMISSED: &[&[&str]] = &[
        &["shown", "the", "door"],
        &["out", "of", "work"],
        &["given", "notice"],
        &["made", "redundant"],
        &["laid", "off"],
        &["been", "sacked"],
        &["been", "fired"],
        &["been", "dismissed"],
        &["been", "furloughed"],
    ];
    const SENT: &[&str] = &["sacked", "fired", "dismissed", "furloughed", "sacking", "firing", "dismissing"];
    let is_let_go = || beside.has_before(2, &["let", "lets", "letting"]) && beside.has(&["go"]);
    let is_rid = || (2..5).any(|back| beside.words.run_is(beside.lead.wrapping_sub(back), &["rid", "of"]));
    let is_done = || DISMISSED.iter().any(|run| beside.has_run(run));
    counts_people(figure) && (is_let_go() || is_rid() || is_done() || beside.has_before(2, SENT))
}

/// "The hospital is short of 94 nurses", "the force is 110 officers short", "has 94 unfilled posts": hands that are missing.
pub(super) fn is_wanting(figure: &Figure, beside: &Beside<'_>) -> bool {
    let words = beside.words;
    let is_short = words.run_is(beside.lead.wrapping_sub(2), &["short", "of"])
        || (0..3).any(|on| words.is(beside.behind + on, "short"));
    let is_unfilled = figure.unit.as_ref().is_some_and(|unit| unit.head == "vacancy")
        || (0..2).any(|on| words.is_any(beside.behind + on, &["unfilled", "vacant"]));
    figure.kind == FigureKind::Count && (is_short || is_unfilled)
}

/// "Thirty people had to be rescued from roofs", "1,200 families are homeless": whom somebody has counted in need.
pub(super) fn is_in_need(figure: &Figure, beside: &Beside<'_>) -> bool {
    const PEOPLE: &[&str] = &[
        "boy",
        "child",
        "civilian",
        "crew",
        "driver",
        "family",
        "fisherman",
        "girl",
        "guest",
        "household",
        "hiker",
        "inmate",
        "man",
        "migrant",
        "miner",
        "motorist",
        "passenger",
        "patient",
        "person",
        "prisoner",
        "pupil",
        "refugee",
        "resident",
        "sailor",
        "schoolboy",
        "schoolgirl",
        "student",
        "tenant",
        "tourist",
        "villager",
        "woman",
        "worker",
    ];
    const NEED: &[&str] = &[
        "abducted",
        "deported",
        "displaced",
        "evacuated",
        "evicted",
        "eviction",
        "executed",
        "expelled",
        "homeless",
        "hungry",
        "kidnapped",
        "malnourished",
        "marooned",
        "poisoned",
        "rescued",
        "starving",
        "stranded",
        "trapped",
    ];
    const AWAY: &[&[&str]] = &[&["at", "large"], &["on", "the", "run"], &["broke", "out"], &["have", "escaped"]];
    let is_away = || AWAY.iter().any(|run| beside.has_run(run));
    figure.unit.as_ref().is_some_and(|unit| PEOPLE.contains(&unit.head.as_str())) && (beside.has(NEED) || is_away())
}

/// "A 104-page report", "the 300-bed hospital": a size within the name of a thing.
pub(super) fn is_compound(story: &Story, figure: &Figure) -> bool {
    let behind = &story.text[figure.number.end as usize..];
    let mut letters = behind.chars();
    let is_hyphen = matches!(letters.next(), Some('-' | '‐' | '‑'));
    // "A $400-million-a-year business".
    let is_rate = figure.kind == FigureKind::Rate && story.text_of(figure.span).contains("-a-");
    is_rate
        || figure.kind == FigureKind::Count
            && is_hyphen
            && letters.next().is_some_and(char::is_alphabetic)
            && !behind[1..].starts_with("strong")
}
