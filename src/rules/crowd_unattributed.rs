//! So many marched: who counted?

use std::cell::LazyCell;

use rust_decimal::Decimal;

use super::beside::Beside;
use super::{Report, Rule};
use crate::extract::{Figure, FigureKind};
use crate::finding::Severity;
use crate::language::{Class, WordList};
use crate::story::{Alone, Note, Placed, Standing, Story};

pub(super) static RULE: Rule = Rule {
    name: "crowd-unattributed",
    summary: "the size of a crowd, and nobody who counted it",
    severity: Severity::Warning,
    explanation: r#"
The story says how many marched, rallied or gathered, and not who counted.

Crowds are guessed, and those who guess have a stake: organisers see twice what the police see.

```story
Some 10,000 people marched through Millbrook on Saturday against the closure of the works.
     ^^^^^^ crowd-unattributed: Who counted 10,000 people? Crowds are guessed: say by whom.
```

Better: name who counted, or give both counts.

```story
Some 10,000 people marched through Millbrook on Saturday against the closure of the works, police said.
```

Not flagged: figures that somebody gives, in the sentence or elsewhere in the story; a few people, whom a reporter can count;
"hundreds" and "thousands"; spectators, whom a gate counts, but for those along a street; numbers of arrests; figures within quotations; headlines.

Options: `[figures] minimum-count` sets how many are a crowd.

Reference: NPR's handbook asks for the source of every crowd size.
"#,
    asks_relations: false,
    check,
};

/// How near a word of the street stands to the crowd that it speaks of.
const REACH: usize = 6;

fn check(story: &Story, report: &mut Report<'_>) {
    let least = report.settings().figures.minimum_count;
    let sourced: Vec<&Placed<Figure>> = story
        .figure_claims()
        .filter(|(_, claim, figure)| claim.attribution.standing == Standing::Attributed && is_crowd(story, figure))
        .map(|(.., figure)| figure)
        .collect();
    let mut settled: Vec<Decimal> = sourced.iter().map(|figure| figure.value).collect();
    for (_, claim, figure) in story.figure_claims() {
        let is_open = claim.attribution.standing == Standing::Unattributed
            && least <= figure.value
            && !story.has_spoken_before(figure);
        if !is_open || settled.contains(&figure.value) || !is_crowd(story, figure) {
            continue;
        }
        settled.push(figure.value);
        let words = figure.unit.as_ref().map_or(figure.number, |unit| figure.number.to(unit.span));
        report
            .at(
                figure.number,
                format!("Who counted {}? Crowds are guessed: say by whom.", super::in_sentence(story.text_of(words))),
            )
            .help("Name who counted: the police, the organisers, the reporter.");
    }
}

/// Whether the figure counts people in the street, in digits, in the reporter's own words.
pub(super) fn is_crowd(story: &Story, figure: &Placed<Figure>) -> bool {
    let is_digits = story.text_of(figure.number).starts_with(|letter: char| letter.is_ascii_digit());
    let is_lining = LazyCell::new(|| is_lining(story, figure));
    // "Eight thousand people stood in the rain to cheer them."
    let is_thousands =
        || Decimal::ONE_THOUSAND <= figure.value && is_guessed(story, figure, &Beside::of(story, figure));
    figure.kind == FigureKind::Count
        && (is_digits || Decimal::from(MULTITUDE) <= figure.value && *is_lining || is_thousands())
        && story.blocks[figure.block].role.is_prose()
        && !story.is_quoted(figure.number)
        && (story.has_near(figure.number, REACH, Class::CrowdVerb) || is_gathering(story, figure) || *is_lining)
        && !story.sentence_has(figure.sentence, Class::Casualty)
        && !story.sentence_has(figure.sentence, Class::CourtRecord)
        && (!counts_others(figure) || *is_lining || is_put(story, figure))
}

/// "Tens of thousands" and "half a million" are counts like those in digits.
const MULTITUDE: u32 = 10_000;

/// "Half a million pilgrims packed the banks", "40,000 mourners lined the route": who stands along a street has come
/// through no gate.
fn is_lining(story: &Story, figure: &Placed<Figure>) -> bool {
    const VERBS: &[&str] = &["crammed", "filled", "flooded", "jammed", "lined", "packed", "thronged"];
    const PLACES: &[&str] = &[
        "avenue",
        "avenues",
        "bank",
        "banks",
        "bridge",
        "bridges",
        "canal",
        "pavements",
        "promenade",
        "quay",
        "quays",
        "riverbank",
        "road",
        "roads",
        "roadside",
        "route",
        "seafront",
        "shore",
        "sidewalks",
        "square",
        "squares",
        "street",
        "streets",
        "towpath",
    ];
    const CROWDS: &[&str] = &[
        "believer",
        "fan",
        "mourner",
        "onlooker",
        "people",
        "person",
        "pilgrim",
        "protester",
        "resident",
        "spectator",
        "supporter",
        "visitor",
        "well-wisher",
        "worshipper",
    ];
    const NOUN: usize = 5;
    let beside = Beside::of(story, figure);
    let words = beside.words;
    let verb = (beside.behind..beside.behind + 3).find(|&at| words.is_any(at, VERBS));
    figure.unit.as_ref().is_some_and(|unit| CROWDS.contains(&unit.head.as_str()))
        && verb.is_some_and(|verb| (verb + 1..verb + NOUN).any(|at| words.is_any(at, PLACES)))
}

/// "A crowd of 4,500 packed the pavilion": but for a match, where a gate counts.
fn is_gathering(story: &Story, figure: &Placed<Figure>) -> bool {
    let beside = Beside::of(story, figure);
    (is_put(story, figure) || is_drawn(&beside) || is_swollen(&beside) || is_guessed(story, figure, &beside))
        && story.noted::<NamesMatch>().take(FEWEST_MATCHES).count() < FEWEST_MATCHES
}

/// Whether the words beside a figure say that it is of a crowd, in figures or in words.
fn is_guessed(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    is_at_event(story, figure, beside) || is_of_crowd(beside) || is_strong(beside) || is_there(story, figure, beside)
}

/// "A crowd of about 4,500", "an audience of twelve thousand": but for a match, where a gate counts.
fn is_of_crowd(beside: &Beside<'_>) -> bool {
    const CROWDS: &[&str] = &["audience", "congregation", "crowd", "gathering", "multitude", "procession", "throng"];
    // "Of about 4,500", "of more than 4,500".
    let is_game = || beside.has(&["cup", "derby", "final", "fixture", "game", "league", "match", "tie"]);
    let of = (1..=3).map(|back| beside.first.wrapping_sub(back)).find(|&of| beside.words.is(of, "of"));
    // "His audience of 2 million" listens at home.
    of.is_some_and(|of| {
        beside.words.is_any(of.wrapping_sub(1), CROWDS)
            && !beside.words.has(of.wrapping_sub(2), Class::Possessive)
            && !beside.words.is_any(of.wrapping_sub(2), &["'s", "’s"])
    }) && !is_game()
}

/// "The crowd, 3,500 strong, sang", "a march 20,000 strong".
fn is_strong(beside: &Beside<'_>) -> bool {
    const CROWDS: &[&str] = &[
        "congregation",
        "crowd",
        "crowds",
        "demonstration",
        "gathering",
        "march",
        "procession",
        "protest",
        "rally",
        "throng",
        "vigil",
    ];
    const NEAR: usize = 6;
    let words = beside.words;
    let is_strong = (0..3).any(|on| words.is(beside.behind + on, "strong"));
    is_strong && (1..=NEAR).any(|back| words.is_any(beside.lead.wrapping_sub(back), CROWDS))
}

/// "There must have been 40,000 in the lanes", "there were 9,000 people on the square": where the sentence or the one before
/// it says what for.
fn is_there(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const PLACES: &[&str] = &[
        "alleys",
        "avenue",
        "bridge",
        "city",
        "gates",
        "ghats",
        "green",
        "hill",
        "lane",
        "lanes",
        "lawn",
        "mall",
        "park",
        "pier",
        "plaza",
        "quay",
        "road",
        "roads",
        "seafront",
        "square",
        "steps",
        "street",
        "streets",
        "waterfront",
    ];
    const GUESSED: &[&[&str]] = &[&["must", "have", "been"], &["may", "have", "been"], &["might", "have", "been"]];
    let words = beside.words;
    let is_led = |be: &usize| words.is(be.wrapping_sub(1), "there");
    let guessed = (1..=4).map(|back| beside.first.wrapping_sub(back)).find(|&at| {
        GUESSED.iter().any(|run| words.run_is(at.wrapping_sub(2), run)) && words.is(at.wrapping_sub(3), "there")
    });
    let is_plain =
        (1..=3).map(|back| beside.first.wrapping_sub(back)).any(|at| words.is_any(at, &["were", "was"]) && is_led(&at));
    let is_placed = (0..6).any(|on| words.is_any(beside.behind + on, PLACES));
    let is_people = figure.unit.as_ref().is_none_or(|unit| ["people", "person", "soul"].contains(&unit.head.as_str()));
    is_people && is_placed && (guessed.is_some() || is_plain && is_at_gathering(story, figure, beside))
}

/// "The crowd reached 85,000 as the image came in", "numbers swelled to 30,000".
fn is_swollen(beside: &Beside<'_>) -> bool {
    const GROWN: &[&str] = &["grew", "grown", "reached", "rose", "swelled", "swollen", "topped", "numbered"];
    let words = beside.words;
    let before = beside.lead.wrapping_sub(1);
    let verb = if words.is(before, "to") { before.wrapping_sub(1) } else { before };
    let has = usize::from(words.has(verb.wrapping_sub(1), Class::Have));
    words.is_any(verb, GROWN) && words.is_any(verb.wrapping_sub(1 + has), &["crowd", "crowds"])
}

/// "Quilts went up for the parade. About 9,000 people came.", "some 30,000 took part", "25,000 people sat down on the
/// flyover": what many do who came to be seen, where the sentence or the one before it says what for.
fn is_at_event(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const CAME: &[&str] = &[
        "attended", "came", "cheered", "filed", "followed", "gathered", "joined", "knelt", "poured", "prayed",
        "queued", "sang", "saw", "showed", "stood", "streamed", "turned", "waited", "watched", "waved", "walked",
    ];
    const DOWN: &[&[&str]] = &[&["sat", "down"], &["lay", "down"], &["blocked", "the"], &["took", "part"]];
    const SAT: usize = 2;
    const COMERS: &[&str] = &["believer", "mourner", "people", "person", "pilgrim", "well-wisher", "worshipper"];
    let words = beside.words;
    let behind = beside.behind..beside.behind + 4;
    let is_one_of_them = figure.unit.as_ref().is_none_or(|unit| COMERS.contains(&unit.head.as_str()));
    let comes = behind.clone().any(|at| words.is_any(at, CAME));
    let is_down = behind.clone().any(|at| DOWN[..SAT].iter().any(|run| words.run_is(at, run)));
    let is_part = behind.clone().any(|at| DOWN[SAT..].iter().any(|run| words.run_is(at, run)));
    let is_for = is_down && beside.has(&["demand"]) || is_at_gathering(story, figure, beside);
    is_one_of_them && beside.lead <= 1 && (comes || is_down || is_part) && is_for
}

/// Words of what many come to the streets for.
const ON_STREETS: &[&str] = &[
    "banners",
    "cheer",
    "coffin",
    "demanding",
    "demonstrated",
    "flyover",
    "funeral",
    "hearse",
    "highway",
    "march",
    "marched",
    "marching",
    "parade",
    "picket",
    "procession",
    "protest",
    "protested",
    "rallied",
    "rally",
    "sit-in",
    "square",
    "street",
    "streets",
    "strike",
    "vigil",
];

/// Whether the figure's sentence or the one before it tells of a march, a funeral, a strike.
fn is_at_gathering(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    let before = figure.sentence.checked_sub(1).filter(|&before| story.sentences[before].block == figure.block);
    beside.has(ON_STREETS)
        || before.is_some_and(|before| {
            story.sentence_names(before, ON_STREETS) || story.sentence_has(before, Class::CrowdVerb)
        })
}

/// "The parade drew 80,000 people": whoever walks in a street comes through no gate.
fn is_drawn(beside: &Beside<'_>) -> bool {
    const PROCESSIONS: &[&str] = &[
        "carnival",
        "demonstration",
        "funeral",
        "march",
        "parade",
        "pilgrimage",
        "procession",
        "protest",
        "protests",
        "rally",
        "vigil",
    ];
    const LONGEST: usize = 5;
    let verb = beside.lead.wrapping_sub(1);
    beside.words.is_any(verb, &["attracted", "drew", "draws"])
        && (1..=LONGEST).any(|back| beside.words.is_any(verb.wrapping_sub(back), PROCESSIONS))
}

/// "The crowd was put at 30,000": by whom, the sentence leaves out.
fn is_put(story: &Story, figure: &Placed<Figure>) -> bool {
    const BEHIND: usize = 6;
    let beside = Beside::of(story, figure);
    let words = beside.words;
    let at = beside.lead.wrapping_sub(1);
    let is_passive = words.is(at, "at")
        && words.is_any(at.wrapping_sub(1), &["put", "estimated", "reckoned"])
        && words.has(at.wrapping_sub(2), Class::Be)
        && words.is_any(at.wrapping_sub(3), &["attendance", "crowd", "crowds", "numbers", "turnout"]);
    let names_who = (0..BEHIND).any(|on| words.is_any(beside.behind + on, &["by", "according"]));
    is_passive && !names_who
}

/// In how many paragraphs a story of sport speaks of its matches.
const FEWEST_MATCHES: usize = 2;

/// Whether a block speaks of a match.
struct NamesMatch(bool);

impl Note for NamesMatch {
    fn read(block: Alone<'_>) -> Self {
        Self(block.mentions().tokens.iter().any(|token| SPORT.has(token, block.text())))
    }

    fn may_speak(block: Alone<'_>) -> bool {
        block.mentions().vocabulary.may_hold_listed(&SPORT)
    }

    fn is_silent(&self) -> bool {
        !self.0
    }
}

const SPORT: WordList = WordList::of(&[
    "match",
    "matches",
    "goal",
    "goals",
    "season",
    "league",
    "cup",
    "striker",
    "innings",
    "scored",
    "kick-off",
    "fixture",
    "penalty",
    "championship",
    "final",
    "stadium",
    "half-time",
    "coach",
]);

/// "500 police watched the protesters", "200 arrests": a count of something else beside the crowd.
fn counts_others(figure: &Figure) -> bool {
    const CROWDS: &[&str] = &[
        "people",
        "person",
        "protester",
        "demonstrator",
        "marcher",
        "mourner",
        "supporter",
        "student",
        "worker",
        "teacher",
    ];
    figure.unit.as_ref().is_some_and(|unit| !CROWDS.contains(&unit.head.as_str()))
}
