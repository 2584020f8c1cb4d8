//! What somebody sets, means, asks or supposes, and no report of what there is.

use super::FINITE;
use crate::extract::{Figure, FigureKind};
use crate::language::Class;
use crate::rules::beside::Beside;
use crate::story::{Placed, Story};

/// "Families with incomes above $125,000", "donors who have given $1 million or more": where a class begins,
/// and no sum that anybody paid.
pub(super) fn is_bound(figure: &Figure, beside: &Beside<'_>) -> bool {
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
pub(super) fn is_of_rule(beside: &Beside<'_>) -> bool {
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
    // "Each licence is allowed 300 traps".
    let lead = beside.lead;
    let is_allotted = beside.words.is_any(lead.wrapping_sub(1), &["allowed", "allotted", "permitted"])
        && (2..=3).any(|back| beside.words.has(lead.wrapping_sub(back), Class::Be));
    // "No more than 3,100 acres may be built on".
    let is_capped = beside.words.run_is(beside.lead, &["no", "more", "than"])
        || beside.has_run(&["no", "more", "than"]) && beside.has_before(1, &["than"]);
    is_allotted
        || is_let
        || is_capped && beside.has(&["may", "must", "can"])
        || is_needed
        || is_bounded && (1..=6).any(|back| opens_class(beside, beside.first.wrapping_sub(back)))
}

/// "Takes effect once 40 ports with 60 percent of all ships have signed": a condition, and no report.
pub(super) fn is_condition(beside: &Beside<'_>) -> bool {
    const EFFECTS: &[&[&str]] = &[&["into", "force"], &["takes", "effect"], &["take", "effect"], &["kicks", "in"]];
    let words = beside.words;
    let effect = (0..beside.first).find(|&at| EFFECTS.iter().any(|run| words.run_is(at, run)));
    effect.is_some_and(|effect| {
        (effect + 2..beside.first).any(|at| words.is_any(at, &["when", "once", "if", "unless", "until"]))
    })
}

/// "If a tenth leave, the club will lose 500 subscriptions", "at 40 crowns each, that is 20,000": a sum worked out before
/// the reader.
pub(super) fn is_supposed(beside: &Beside<'_>) -> bool {
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

/// "A 4 percent surcharge", "tariffs of 5 to 25 percent": what a state or a bank sets is its own announcement.
pub(super) fn is_levy(figure: &Figure, beside: &Beside<'_>) -> bool {
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
pub(super) fn is_goal(beside: &Beside<'_>) -> bool {
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
                // "Calls to the helpline have trebled to 900".
                && !beside.words.has(to + 1, Class::Determiner)
                && to + 1 < beside.lead
                && (1..=3).any(|back| beside.words.is_any(to.wrapping_sub(back), AFTER))
        })
}

/// "Her $350 billion, ten-year plan", "a $1.1 billion relief bill": the sum is the thing's name, words between or not.
pub(super) fn is_of_plan(figure: &Figure, beside: &Beside<'_>) -> bool {
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
pub(super) fn is_planned(figure: &Figure, beside: &Beside<'_>) -> bool {
    const PLANS: &[&str] = &["plan", "plans", "proposal", "scheme", "blueprint"];
    const TERMS: &[&str] = &["build", "building", "builds", "erect", "erecting", "plant", "planting"];
    let words = beside.words;
    let plan = (0..beside.first).find(|&at| words.is_any(at, PLANS));
    figure.kind == FigureKind::Count && plan.is_some_and(|plan| plan + 1 < beside.lead) && beside.has_before(4, TERMS)
}

/// "Houses sell for as much as $5 million", "tickets start at $25,000", "it costs members $70,000 to join":
/// what is asked of anybody.
pub(super) fn is_asking_price(figure: &Figure, beside: &Beside<'_>) -> bool {
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

/// "If you owe $28,000, you pay $65 a month": an example, with the reader in it.
pub(super) fn is_example(story: &Story, figure: &Placed<Figure>) -> bool {
    const READER: &[&str] = &["you", "your", "you're", "you’re", "you'd", "you’d", "you'll", "you’ll"];
    let before = figure.sentence.checked_sub(1).filter(|&before| story.sentences[before].block == figure.block);
    // "Say you pay $80,000. A quarter of that is $20,000."
    let goes_on = || figure.kind == FigureKind::Money && story.sentence_names(figure.sentence, &["that", "this"]);
    story.sentence_names(figure.sentence, READER)
        || before.is_some_and(|before| story.sentence_names(before, READER)) && goes_on()
}
