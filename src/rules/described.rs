//! Which figures only say how big a thing is or which one is meant, and report nothing.

use super::beside::Beside;
use super::on_record::{is_toll, is_weighty};
use super::worded::answers;
use crate::extract::{Figure, FigureKind};
use crate::language::{Class, Token, is_one_of};
use crate::story::{Placed, Story};
use crate::text::Span;

/// The classes of verbs that make a sentence of words: without one of them they are a name or a row.
pub(super) const FINITE: &[Class] = &[Class::Past, Class::Third, Class::Be, Class::Have, Class::Modal];

/// Whether the figure says how big a thing is or which, and reports nothing: "a £310m plan", "the top 1 percent".
pub(super) fn is_description(story: &Story, figure: &Placed<Figure>) -> bool {
    let beside = Beside::of(story, figure);
    !is_toll(story, figure)
        && (*answers(story, figure).described.get_or_init(|| says_described(figure, &beside))
            || *answers(story, figure).after.get_or_init(|| says_after(figure, &beside)) && !is_weighty(story, figure)
            || stands_alone(story, figure)
            || is_seen_by_all(figure)
            || is_counter(figure, &beside)
            || is_length(story, figure)
            || is_compound(story, figure)
            || is_loose_number(story, figure) && !is_weighty(story, figure)
            || is_example(story, figure)
            || is_writers_own(story, figure))
        || is_named_after(story, figure, &beside)
        || is_year(story, figure)
        || is_sum(&beside)
        || is_innings(&beside)
        || is_supposed(&beside)
        || is_known_toll(story, figure, &beside)
        || is_in_capitals(&beside)
}

/// Whether the words of its sentence alone say so.
fn says_described(figure: &Figure, beside: &Beside<'_>) -> bool {
    is_bound(figure, beside)
        || is_of_rule(beside)
        || is_condition(beside)
        || is_makeup(figure, beside)
        || is_weather(beside)
        || is_known_debt(figure, beside)
        || is_levy(figure, beside)
        || is_class(beside)
        || is_present_at(figure, beside)
        || is_known(figure, beside)
        || is_row(beside)
        || is_of_plan(figure, beside)
        || is_planned(figure, beside)
        || is_asking_price(figure, beside)
        || is_part_of_name(figure, beside)
        || is_comparison(beside)
        || is_priced_thing(figure, beside)
        || is_size(figure, beside)
}

/// Whether they say that somebody is after so much, or has it: jobs and crimes are asked about even so.
fn says_after(figure: &Figure, beside: &Beside<'_>) -> bool {
    is_goal(beside) || is_owned(figure, beside)
}

/// "Families with incomes above $125,000", "donors who have given $1 million or more": where a class begins,
/// and no sum that anybody paid.
fn is_bound(figure: &Figure, beside: &Beside<'_>) -> bool {
    const EARNED: &[&str] = &["income", "incomes", "earning", "earn", "earns", "making", "makes", "make", "salaries"];
    let is_sum = matches!(figure.kind, FigureKind::Money | FigureKind::Rate);
    let is_earned = is_sum
        && beside.has_before(3, &["above", "below", "over", "under", "than", "even"])
        && beside.has_before(5, EARNED);
    let is_open = beside.words.run_is(beside.behind, &["or", "more"])
        || beside.words.run_is(beside.behind, &["or", "less"])
        || beside.words.run_is(beside.behind, &["or", "fewer"]);
    let is_of_class = || (1..=5).any(|back| opens_class(beside, beside.lead.wrapping_sub(back)));
    is_earned || is_sum && is_open && is_of_class()
}

/// "That", "who", "worth" behind a noun: what follows says which are meant.
fn opens_class(beside: &Beside<'_>, at: usize) -> bool {
    beside.words.has(at, Class::Relative) || beside.words.is_any(at, &["that", "worth", "giving", "with"])
}

/// "Under the law, charities that take more than $25,000 a year must register": what a rule sets.
fn is_of_rule(beside: &Beside<'_>) -> bool {
    const RULES: &[&str] = &[
        "law",
        "laws",
        "rule",
        "rules",
        "regulation",
        "regulations",
        "bylaw",
        "bylaws",
        "statute",
        "ordinance",
        "required",
        "requires",
        "require",
        "allows",
        "permits",
        "eligible",
        "exempt",
        "exemption",
        "entitled",
        "qualify",
        "qualifies",
        "must",
    ];
    const COMPARED: &[&str] = &["than", "least", "most", "above", "below", "over", "under", "to", "exceeding"];
    let is_compared = (1..=2).any(|back| beside.words.is_any(beside.first.wrapping_sub(back), COMPARED));
    // "Would let them deduct up to $1 million", "40 percent of the members are required to be there".
    let is_let = beside.words.run_is(beside.first.wrapping_sub(2), &["up", "to"])
        && beside.has(&["allow", "allows", "let", "lets", "permit", "provision", "entitled", "eligible"])
        && beside.has(&["deduct", "claim", "borrow", "keep", "earn", "receive", "withdraw"]);
    let is_needed = beside.has(&["are", "is", "were", "was"])
        && (0..7).any(|on| beside.words.run_is(beside.behind + on, &["required", "to"]));
    let is_bounded = is_compared && beside.has(RULES);
    is_let || is_needed || is_bounded && (1..=6).any(|back| opens_class(beside, beside.first.wrapping_sub(back)))
}

/// "Takes effect once 40 ports with 60 percent of all ships have signed": a condition, and no report.
fn is_condition(beside: &Beside<'_>) -> bool {
    const EFFECTS: &[&[&str]] = &[&["into", "force"], &["takes", "effect"], &["take", "effect"], &["kicks", "in"]];
    let words = beside.words;
    let effect = (0..beside.first).find(|&at| EFFECTS.iter().any(|run| words.run_is(at, run)));
    effect.is_some_and(|effect| {
        (effect + 2..beside.first).any(|at| words.is_any(at, &["when", "once", "if", "unless", "until"]))
    })
}

/// "A county that is 80 percent white": who lives there, which a census counts.
fn is_makeup(figure: &Figure, beside: &Beside<'_>) -> bool {
    const PEOPLES: &[&str] = &["white", "black", "hispanic", "latino", "asian", "catholic", "muslim", "rural", "urban"];
    figure.kind == FigureKind::Percentage
        && beside.has_before(3, &["is", "are", "was", "were"])
        && beside.words.is_any(beside.behind, PEOPLES)
}

/// "Addressing some 120 rowers in the hall", "a group of about 150 who gathered": few enough for the reporter to
/// have seen them.
fn is_present_at(figure: &Figure, beside: &Beside<'_>) -> bool {
    const MOST: u32 = 200;
    let words = beside.words;
    let before = beside.lead.wrapping_sub(1);
    let is_group =
        words.is(before, "of") && words.is_any(before.wrapping_sub(1), &["group", "audience", "crowd", "gathering"]);
    // "The first of 41 people to speak", "one of 30 who spoke": whoever reports a meeting counts the speakers.
    let is_speaker = words.is(before, "of")
        && words.is_any(before.wrapping_sub(1), &["first", "last", "one", "second", "third"])
        && (0..4).any(|on| {
            let at = beside.behind + on;
            words.is_any(at, &["to", "who"])
                && words.is_any(at + 1, &["speak", "testify", "spoke", "testified", "spoken"])
        });
    figure.kind == FigureKind::Count
        && figure.value <= MOST.into()
        && (is_speaker
            || words.is_any(before, &["addressing", "addressed"])
            || words.run_is(before.wrapping_sub(1), &["speaking", "to"])
            || words.run_is(before.wrapping_sub(1), &["in", "front"])
            || is_group && beside.has(&["gathered", "marched", "stood", "met", "assembled", "rallied"]))
}

/// "In all, those gifts add up to $7 million": a sum of what the story has told.
fn is_sum(beside: &Beside<'_>) -> bool {
    ["add", "adds", "added"].iter().any(|add| beside.words.run_is(beside.lead.wrapping_sub(3), &[add, "up", "to"]))
}

/// "If a tenth leave, the club will lose 500 subscriptions", "at 40 crowns each, that is 20,000": a sum worked out before
/// the reader.
fn is_supposed(beside: &Beside<'_>) -> bool {
    let words = beside.words;
    let is_worked_out =
        words.is(0, "at") && (1..6).any(|at| words.is_any(at, &["each", "apiece"])) && beside.has_run(&["that", "is"]);
    let comma = (1..beside.first).find(|&at| words.is(at, ","));
    // Two numbers in the condition make the third.
    let is_number = |at: &usize| {
        words.has(*at, Class::NumberWord)
            || words.is_any(*at, &["half", "third", "quarter", "fifth", "tenth"])
            || words.written(*at).starts_with(|first: char| first.is_ascii_digit())
    };
    let is_condition = words.is(0, "if") && comma.is_some_and(|comma| 2 <= (1..comma).filter(is_number).count());
    is_worked_out || is_condition
}

/// "Were bowled out for 187 in 44 overs": a score.
fn is_innings(beside: &Beside<'_>) -> bool {
    let out = beside.first.wrapping_sub(2);
    beside.words.run_is(out, &["out", "for"])
        && beside.words.is_any(out.wrapping_sub(1), &["all", "bowled", "dismissed"])
}

/// "Some 2016 candidates" are those of that year: a count of as many has a comma.
fn is_year(story: &Story, figure: &Figure) -> bool {
    let digits = story.text_of(figure.number);
    let is_near = digits.parse::<u32>().is_ok_and(|year| (1990..=2040).contains(&year));
    figure.kind == FigureKind::Count && digits.len() == 4 && is_near
}

/// "The heat index stood at 104", "a road with ramps of 14%": weather and land are read off for all.
fn is_weather(beside: &Beside<'_>) -> bool {
    const READINGS: &[&[&str]] = &[
        &["heat", "index"],
        &["wind", "chill"],
        &["ramps", "of"],
        &["gradient", "of"],
        &["gradients", "of"],
        &["slope", "of"],
    ];
    (1..=6).any(|back| READINGS.iter().any(|run| beside.words.run_is(beside.first.wrapping_sub(back), run)))
}

/// "The $40 billion in debt that the islands owe": the article takes the debt for known.
fn is_known_debt(figure: &Figure, beside: &Beside<'_>) -> bool {
    const KNOWN: &[&str] = &["debt", "debts", "bonds", "loans", "aid", "funding"];
    figure.kind == FigureKind::Money
        && has_article(beside)
        && beside.words.is_any(beside.behind, &["in", "of"])
        && (1..=2).any(|on| beside.words.is_any(beside.behind + on, KNOWN))
}

/// "Wakes were held for at least three of the dead: Ida Moss, Per Holm and Bo Ek": the names are the count.
fn is_named_after(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const REACH: usize = 3;
    const FEW: u32 = 12;
    let colon = (beside.behind..=beside.behind + REACH).find(|&at| beside.words.is(at, ":"));
    let names_somebody = |colon: usize| {
        let Some(mark) = beside.words.get(colon) else { return false };
        let start = beside.base + mark.span.end;
        let name = story.names.partition_point(|name| name.span.start < start);
        let is_here = |name: &Placed<_>| name.sentence == figure.sentence;
        story.names.get(name).is_some_and(|name| name.span.start <= start + 1)
            && story.names.get(name + 1).is_some_and(is_here)
    };
    figure.kind == FigureKind::Count && figure.value <= FEW.into() && colon.is_some_and(names_somebody)
}

/// "A 4 percent surcharge", "tariffs of 5 to 25 percent": what a state or a bank sets is its own announcement.
fn is_levy(figure: &Figure, beside: &Beside<'_>) -> bool {
    const LEVIES: &[&str] =
        &["tax", "taxes", "surcharge", "surtax", "tariff", "tariffs", "levy", "duty", "excise", "vat", "deposit"];
    const SET: &[&str] = &["tariff", "tariffs", "duties", "surcharge", "levy"];
    let is_rate = beside.has_behind(1, &["rate"]) && !beside.words.is(beside.behind + 1, "of");
    let is_named =
        beside.words.has(beside.lead.wrapping_sub(1), Class::Determiner) && (is_rate || beside.has_behind(3, LEVIES));
    // "After that the rate would fall by four points": the terms of a plan.
    let is_planned = beside.has_run(&["rate", "would"]) || beside.has_run(&["rates", "would"]);
    let is_tax_rate = beside.has_before(2, &["of"]) && beside.has_before(3, &["rate"]) && beside.has_before(4, LEVIES);
    // "The rate of value-added tax rises to 21 percent", "books will be taxed at five percent".
    let is_taxed = beside.has_before(3, &["taxed"]) && beside.has_before(1, &["at"]);
    let is_new_rate = beside.has_before(1, &["to"])
        && beside.has_run(&["rate", "of"])
        && (0..beside.first).any(|at| beside.words.is_any(at, LEVIES));
    let is_tax_rate = is_tax_rate || is_taxed || is_new_rate;
    figure.kind == FigureKind::Percentage && (is_named || is_tax_rate || beside.has_before(6, SET))
        || figure.kind == FigureKind::Points && is_planned
}

/// "Was asked to give $46 billion", "is trying to raise £4m", "designed to cut emissions by 32 percent":
/// what somebody is after, and no report of what there is.
fn is_goal(beside: &Beside<'_>) -> bool {
    const AFTER: &[&str] = &[
        "aim", "aims", "aimed", "aiming", "designed", "try", "tries", "tried", "trying", "seek", "seeks", "sought",
        "seeking", "working", "hope", "hopes", "hoped", "hoping", "asked", "urged", "intended", "vowed", "agreed",
        "call", "calls", "bid", "effort", "efforts", "vow", "promise", "proposal", "pledge", "push", "drive",
    ];
    // "A goal of raising £4m".
    let is_named = (2..=5).map(|back| beside.lead.wrapping_sub(back)).any(|of| {
        beside.words.is(of, "of")
            && beside.words.written(of + 1).ends_with("ing")
            && beside.words.is_any(of.wrapping_sub(1), &["goal", "aim", "target", "hope", "ambition", "object"])
    });
    // "Was designed to cut what the mills burn by 2030 to 32 percent": nothing else comes between.
    let is_designed = (1..beside.lead)
        .rev()
        .take_while(|&at| !beside.words.is_any(at, &[",", ";"]))
        .any(|at| beside.words.is_any(at, &["designed", "intended", "meant"]) && beside.words.is(at + 1, "to"));
    is_named
        || is_designed
        || (1..=6).map(|back| beside.lead.wrapping_sub(back)).any(|to| {
            beside.words.is(to, "to")
                && beside.words.is_word(to + 1)
                && to + 1 < beside.lead
                && (1..=3).any(|back| beside.words.is_any(to.wrapping_sub(back), AFTER))
        })
}

/// "The richest 1 percent": a class of people, of whom something is said.
fn is_class(beside: &Beside<'_>) -> bool {
    beside.has_before(1, &["top", "richest", "wealthiest", "poorest", "bottom"])
        && beside.words.has(beside.first.wrapping_sub(2), Class::Determiner)
        // "Too kind to the 1 percent".
        || beside.has_before(1, &["the"])
            && beside.words.is_any(beside.first, &["1", "one", "99"])
            && beside.words.is_any(beside.first + 1, &["percent", "%"])
}

/// "The 15,000 journalists", "the nearly 1,600 letters": the article takes the number for known,
/// so it was told before or is plain.
fn is_known(figure: &Figure, beside: &Beside<'_>) -> bool {
    // "The $3 million Moss raised came from firms": the article takes it for known, and says whose it is.
    let is_named = || {
        beside.words.is(beside.lead.wrapping_sub(1), "the")
            && (0..3).any(|on| beside.words.is_capitalized(beside.behind + on))
            && beside.has_behind(5, &["raised", "took", "collected", "received", "spent", "borrowed", "earned"])
    };
    figure.kind == FigureKind::Count && has_article(beside) || figure.kind == FigureKind::Money && is_named()
}

fn has_article(beside: &Beside<'_>) -> bool {
    const KNOWN: &[&str] = &["the", "these", "those", "all"];
    let is_estimated = beside.words.is(beside.lead.wrapping_sub(1), "estimated");
    beside.has_before(1, KNOWN)
        || beside.words.is_any(beside.lead.wrapping_sub(1), KNOWN)
        || is_estimated && beside.words.is_any(beside.lead.wrapping_sub(2), KNOWN)
}

/// "The families of the nine people who were killed" in the earlier flood: a toll that the reader knows.
/// "The nine dead" of today's story are asked about where they are first told.
fn is_known_toll(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    figure.kind == FigureKind::Count && has_article(beside) && is_toll(story, figure)
}

/// "The world's 1.2 billion Catholics": an owner takes the number for known as an article does.
fn is_owned(figure: &Figure, beside: &Beside<'_>) -> bool {
    figure.kind == FigureKind::Count && beside.words.is_any(beside.lead.wrapping_sub(1), &["'s", "’s"])
}

/// "$50 million." as a paragraph, and under it what it is; "Yes 33%." in a table that lost its rules.
fn stands_alone(story: &Story, figure: &Placed<Figure>) -> bool {
    const LONGEST: usize = 4;
    let tokens = story.tokens_in(story.blocks[figure.block].span);
    tokens.len() <= LONGEST && !tokens.iter().any(|token| token.classes.has_any(FINITE))
}

/// "On Harbour Radio 125 weekdays at six", "the show Brook Live 360": a number at the end of a name.
fn is_part_of_name(figure: &Figure, beside: &Beside<'_>) -> bool {
    let words = beside.words;
    let counts_nothing =
        figure.unit.is_none() || words.has(beside.behind, Class::Time) || words.is(beside.behind, "weekdays");
    // "[538]" behind a quotation is where it is from.
    let is_closed = words.is(beside.behind, "]") || words.run_is(beside.behind, &[".", "]"]);
    let is_credit = words.is(beside.first.wrapping_sub(1), "[") && is_closed;
    if is_credit {
        return true;
    }
    figure.kind == FigureKind::Count
        && counts_nothing
        && beside.lead == beside.first
        && (1..=2).all(|back| words.is_capitalized(beside.first.wrapping_sub(back)) && back < beside.first)
}

/// "Emma Brook: 1,769." on a line of its own is a row of a table, whose heading has the source.
fn is_row(beside: &Beside<'_>) -> bool {
    const LONGEST: usize = 8;
    beside.words.tokens.len() <= LONGEST && beside.words.is(beside.first.wrapping_sub(1), ":")
}

/// "A lake the size of 400 football pitches": a picture for the reader, and no count.
fn is_comparison(beside: &Beside<'_>) -> bool {
    const MEASURES: &[&str] = &["size", "area", "length", "height", "weight", "equivalent"];
    let is_like = beside.has_before(1, &["of"]) && beside.words.is_any(beside.first.wrapping_sub(2), MEASURES);
    // "Power enough to run 300,000 kettles".
    let is_enough = (2..=6).any(|back| beside.words.run_is(beside.first.wrapping_sub(back), &["enough", "to"]));
    is_like || is_enough
}

/// "A $235 million grant": the sum is the thing's name. What was lost or gained stays a report.
fn is_priced_thing(figure: &Figure, beside: &Beside<'_>) -> bool {
    const REPORTED: &[&str] = &[
        "loss",
        "losses",
        "deficit",
        "shortfall",
        "hole",
        "gap",
        "damage",
        "cost",
        "costs",
        "bill",
        "surplus",
        "fortune",
        "rise",
        "fall",
        "increase",
        "drop",
        "cut",
        "cuts",
        "debt",
        "debts",
        "market",
        "industry",
        "worth",
    ];
    let words = beside.words;
    let end = figure.span.end.max(figure.number.end) - beside.base;
    let noun = words.tokens.partition_point(|token| token.span.start < end);
    let is_attributive = words.is_word(noun)
        && words.written(noun).starts_with(char::is_lowercase)
        && !words.tokens[noun].classes.has_any(&[
            Class::Preposition,
            Class::Coordinator,
            Class::Subordinator,
            Class::FunctionWord,
            Class::Adverb,
            Class::Time,
        ])
        // "A £3m plan": some words that end a phrase elsewhere are nouns as well.
        && (!words.has(noun, Class::Boundary) || words.has(noun, Class::NounToo));
    let is_reported = (noun..noun + 3).any(|at| words.is_any(at, REPORTED) || words.has(at, Class::Accounts));
    let names_one = |at: usize| words.has(at, Class::Determiner) || words.is_any(at, &["'s", "’s"]);
    let before = beside.first.wrapping_sub(1);
    // "An improper $25,000 gift".
    let is_adjective = words.is_word(before)
        && words.written(before).starts_with(char::is_lowercase)
        && !words.tokens[before].classes.has_any(FINITE)
        && !words.tokens[before].classes.has_any(&[Class::Preposition, Class::Adverb])
        && words.is_any(before.wrapping_sub(1), &["a", "an"]);
    figure.kind == FigureKind::Money && (names_one(before) || is_adjective) && is_attributive && !is_reported
}

/// "Her $350 billion, ten-year plan", "a $1.1 billion relief bill": the sum is the thing's name, words between or not.
fn is_of_plan(figure: &Figure, beside: &Beside<'_>) -> bool {
    const PLANS: &[&str] = &["plan", "proposal", "programme", "program", "package", "lawsuit"];
    const BILLS: &[&str] = &["funding", "spending", "relief", "aid", "infrastructure", "stimulus"];
    let words = beside.words;
    let before = beside.lead.wrapping_sub(1);
    let is_named = words.has(before, Class::Determiner) || words.is_any(before, &["'s", "’s", "'", "’"]);
    let is_bill = (0..4).any(|on| words.is_any(beside.behind + on, BILLS) && words.is(beside.behind + on + 1, "bill"));
    let plan = (0..7).map(|on| beside.behind + on).find(|&at| words.is_any(at, PLANS));
    let is_near = plan.is_some_and(|plan| {
        (beside.behind..plan).all(|at| words.get(at).is_some_and(|token| !token.classes.has_any(FINITE)))
    });
    matches!(figure.kind, FigureKind::Money | FigureKind::Rate) && is_named && (is_near || is_bill)
}

/// "A plan that calls for building 152 homes on the course": what somebody means to build, in the plan's own terms.
fn is_planned(figure: &Figure, beside: &Beside<'_>) -> bool {
    const PLANS: &[&str] = &["plan", "plans", "proposal", "scheme", "blueprint"];
    const TERMS: &[&str] = &["build", "building", "builds", "erect", "erecting", "plant", "planting"];
    let words = beside.words;
    let plan = (0..beside.first).find(|&at| words.is_any(at, PLANS));
    figure.kind == FigureKind::Count && plan.is_some_and(|plan| plan + 1 < beside.lead) && beside.has_before(4, TERMS)
}

/// "Houses sell for as much as $5 million", "tickets start at $25,000", "it costs members $70,000 to join":
/// what is asked of anybody.
fn is_asking_price(figure: &Figure, beside: &Beside<'_>) -> bool {
    let words = beside.words;
    let is_asked = (2..=6).any(|back| {
        let verb = beside.first.wrapping_sub(back);
        words.run_is(verb, &["sell", "for"])
            || words.run_is(verb, &["start", "at"])
            || words.run_is(verb, &["starts", "at"])
    });
    let is_to_join = beside.has_before(4, &["costs"])
        && words.is(beside.behind, "to")
        && words.is_any(beside.behind + 1, &["join", "sign", "enter", "attend"]);
    matches!(figure.kind, FigureKind::Money | FigureKind::Rate) && (is_asked || is_to_join)
}

/// "TWO DEAD, 16 HURT IN ORSK FIRE" at the head of a paragraph is a headline, whose paragraph tells.
fn is_in_capitals(beside: &Beside<'_>) -> bool {
    const LEAST: usize = 3;
    let is_loud = |at: usize| {
        let word = beside.words.written(at);
        LEAST <= word.len() && word.chars().all(char::is_uppercase)
    };
    let behind = (0..3).filter(|on| is_loud(beside.behind + on)).count();
    // "FERRY LINE BUYS QUAY FOR $7 BILLION", "FIVE DEAD, NINE HURT IN ORSK".
    let around = (1..=4).filter(|back| is_loud(beside.first.wrapping_sub(*back))).count();
    let further = (3..6).filter(|on| is_loud(beside.behind + on)).count();
    2 <= behind || 3 <= behind + around || 3 <= behind + further
}

/// "A club of 1,500 members", "has less than a million residents": how big a body or a place is.
fn is_size(figure: &Figure, beside: &Beside<'_>) -> bool {
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
        && (is_population(beside) || is_following(beside) || is_capacity(beside) || is_assortment(figure, beside))
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
fn is_capacity(beside: &Beside<'_>) -> bool {
    beside.has_before(1, &["holds", "seats", "sleeps", "accommodates"])
        || beside.words.is_any(beside.lead.wrapping_sub(1), &["holds", "seats", "sleeps", "accommodates"])
        || beside.has_before(1, &["carries", "carry"]) && beside.has_before(2, &["that", "which"])
}

/// "The show's audience of 3 million", "a staff of 400": how many a body has.
fn is_following(beside: &Beside<'_>) -> bool {
    const BODIES: &[&str] = &["audience", "readership", "membership", "staff", "workforce", "fleet", "circulation"];
    let of = beside.lead.wrapping_sub(1);
    beside.words.is(of, "of") && beside.words.is_any(of.wrapping_sub(1), BODIES)
}

/// "Talks among 195 countries", "a page with 650 likes": anybody can look them up.
fn is_seen_by_all(figure: &Figure) -> bool {
    figure.kind == FigureKind::Count
        && figure
            .unit
            .as_ref()
            .is_some_and(|unit| is_one_of(&unit.head, &["country", "nation", "state", "continent", "like", "view"]))
}

/// "Nearly a million people watched it on Facebook Live": the page shows its own count.
fn is_counter(figure: &Figure, beside: &Beside<'_>) -> bool {
    const PAGES: &[&str] = &["facebook", "instagram", "tiktok", "twitter", "twitch", "youtube", "weibo", "spotify"];
    const SHOWN: &[&str] =
        &["watched", "viewed", "views", "followers", "follow", "shared", "shares", "likes", "subscribers", "retweets"];
    let words = beside.words;
    let page = (1..words.tokens.len())
        .find(|&at| words.is_any(at, PAGES) && words.is_any(at - 1, &["on", "to", "its", "his", "her"]));
    figure.kind == FigureKind::Count && page.is_some() && beside.has(SHOWN)
}

/// "A report of 240 pages": how long a text is, which whoever has it can count.
fn is_length(story: &Story, figure: &Figure) -> bool {
    const LENGTHS: &[&str] = &["words", "pages", "chapters", "lines", "verses"];
    let Some(unit) = &figure.unit else { return false };
    let words = story.text_of(unit.span);
    figure.kind == FigureKind::Count && is_one_of(words, LENGTHS)
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

/// "Thousands of users": a manner of speaking, of which nobody keeps count.
fn is_loose_number(story: &Story, figure: &Placed<Figure>) -> bool {
    const LOOSE: &[&str] = &["hundreds", "thousands", "millions", "billions", "trillions", "dozens", "tens", "scores"];
    // "Say it 10,000 times": a picture.
    let is_told_often =
        figure.unit.as_ref().is_some_and(|unit| unit.head == "time") && !is_clicked(&Beside::of(story, figure));
    let words = story.text_of(figure.number);
    let is_round = is_one_of(words, &["a hundred", "a thousand"]);
    // "A hundred grand for a degree".
    let is_slang = story.text[figure.number.end as usize..].trim_start().starts_with("grand ");
    // "Towns of a few thousand".
    let is_few = words.starts_with("a few ") || words.to_lowercase().starts_with("several ");
    is_round || is_slang || is_told_often || is_few || words.split_whitespace().any(|word| is_one_of(word, LOOSE))
}

/// "The claim has been seen 1.9 million times": somebody counts clicks, and it is no picture.
fn is_clicked(beside: &Beside<'_>) -> bool {
    const CLICKS: &[&str] = &[
        "seen",
        "watched",
        "viewed",
        "shared",
        "downloaded",
        "streamed",
        "played",
        "read",
        "used",
        "opened",
        "visited",
    ];
    beside.has_before(3, CLICKS) && beside.has_before(5, &["been", "was", "were"])
}

/// "If you owe $28,000, you pay $65 a month": an example, with the reader in it.
fn is_example(story: &Story, figure: &Placed<Figure>) -> bool {
    const READER: &[&str] = &["you", "your", "you're", "you’re", "you'd", "you’d", "you'll", "you’ll"];
    let before = figure.sentence.checked_sub(1).filter(|&before| story.sentences[before].block == figure.block);
    // "Say you pay $80,000. A quarter of that is $20,000."
    let goes_on = || figure.kind == FigureKind::Money && story.sentence_names(figure.sentence, &["that", "this"]);
    story.sentence_names(figure.sentence, READER)
        || before.is_some_and(|before| story.sentence_names(before, READER)) && goes_on()
}

/// "My father spent the $30,000 on tins": whoever writes so tells what they know themselves.
fn is_writers_own(story: &Story, figure: &Placed<Figure>) -> bool {
    const WRITER: &[&str] = &["i", "my", "we", "our", "me", "i've", "i’ve", "we've", "we’ve", "i'm", "i’m"];
    let base = story.blocks[figure.block].span;
    let text = story.text_of(base);
    let is_writer =
        |token: &Token| is_one_of(token.of(text), WRITER) && !story.is_quoted(token.span.shifted(base.start));
    story.tokens_in(story.sentences[figure.sentence].span).iter().any(is_writer)
}

/// `<tweet author="…">…`: a post that was set into the page, and lost its frame.
pub(super) fn is_post(story: &Story, block: usize) -> bool {
    let mut letters = story.text_of(story.blocks[block].span).chars();
    letters.next() == Some('<') && letters.next().is_some_and(char::is_alphabetic)
}
