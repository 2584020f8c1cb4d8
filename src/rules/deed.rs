//! What a sentence does to what its figure counts, and whether it says when.

use super::beside::Beside;
use crate::language::{Class, TokenKind, Words};

/// Whether something is done to what the figure counts, or by it: the verb stands right beside.
pub(super) fn is_done(beside: &Beside<'_>) -> bool {
    let verb = verb_before(beside);
    0 < verb && verb < beside.lead && is_deed(beside.words, verb) || is_subject(beside)
}

/// Where a verb right before the figure stands, be it in two words: "threw | out".
fn verb_before(beside: &Beside<'_>) -> usize {
    const PARTICLES: &[&str] = &["away", "back", "down", "in", "off", "on", "out", "over", "through", "up"];
    let last = beside.lead.wrapping_sub(1);
    if beside.words.is_any(last, PARTICLES) { last.wrapping_sub(1) } else { last }
}

/// "Drained", "has taken", "will blanket".
fn is_deed(words: Words<'_>, verb: usize) -> bool {
    let before = verb.wrapping_sub(1);
    let is_perfect = words.has(before, Class::Have) || words.is(before, "been");
    let is_to_come = words.is_any(before, &["will", "could", "would"]);
    // "A boat that took 18 cars": which boat it was.
    let tells_which = words.is_any(before, &["that", "which", "who"]);
    words.is_word(verb)
        && !tells_which
        && !words.is_any(verb, HOLDS)
        && (is_past(words, verb) || is_perfect || is_to_come)
}

/// Whether a word has the form of the past or of a participle.
fn is_past(words: Words<'_>, at: usize) -> bool {
    const IRREGULAR: &[&str] = &[
        "burnt", "cut", "drawn", "drew", "driven", "drove", "dug", "eaten", "fed", "hit", "laid", "left", "let",
        "lost", "put", "shot", "shut", "spilt", "spread", "stolen", "struck", "swept", "taken", "thrown", "took",
        "torn",
    ];
    words.has(at, Class::Past)
        || words.has(at, Class::Participle)
        || words.written(at).ends_with("ed")
        || words.is_any(at, IRREGULAR)
}

/// Verbs that say how big a thing is, what it has or is worth, and report nothing that was done.
const HOLDS: &[&str] = &[
    "had",
    "has",
    "have",
    "is",
    "are",
    "was",
    "were",
    "been",
    "be",
    "became",
    "covers",
    "covered",
    "spans",
    "spanned",
    "holds",
    "held",
    "weighs",
    "weighed",
    "seats",
    "seated",
    "includes",
    "included",
    "contains",
    "contained",
    "comprises",
    "comprised",
    "bought",
    "sold",
    "leased",
    "leases",
    "rents",
    "rented",
    "received",
    "owns",
    "owned",
    "farms",
    "farmed",
    "needs",
    "needed",
    "wanted",
    "wants",
    "means",
    "meant",
    "named",
    "called",
    "faces",
    "faced",
    "joined",
    "led",
    "leads",
    "visited",
    "signed",
    "ordered",
    "orders",
    "approved",
    "passed",
    "proposed",
    "planned",
    "agreed",
    "published",
    "staged",
    "offers",
    "publishes",
    "wrote",
    "written",
    "made",
    "played",
    "invited",
    "stretches",
    "stretched",
    "runs",
    "ran",
    "measured",
    "measures",
    "houses",
    "housed",
    "aged",
    "said",
    "says",
    "spent",
    "worked",
    "served",
    "lived",
    "won",
    "lost",
    "featured",
    "features",
    "employs",
    "employed",
];

/// "Some 60 calls came in overnight", "more than 6,000 tonnes has been carted away": the figure opens the sentence and
/// something happened to it.
fn is_subject(beside: &Beside<'_>) -> bool {
    const REACH: usize = 5;
    let words = beside.words;
    // "Last year 41 babies were born": but for when it was, nothing stands before.
    let opens = beside.lead == 0 || (0..beside.lead).all(|at| is_of_time(words, at));
    let ties = |at: usize| words.has(at, Class::Relative) || words.is_any(at, &[",", ";", "that"]);
    let near = beside.behind..beside.behind + REACH;
    opens
        && near.take_while(|&at| !ties(at)).any(|at| {
            let is_passive = (words.has(at, Class::Be) || words.has(at, Class::Have))
                && (1..=2).any(|on| words.is(at + on, "been") || is_past(words, at + on));
            is_passive
                || words.has(at, Class::Past)
                    && !words.has(at, Class::Be)
                    && !words.is_any(at, HOLDS)
                    && beside.behind < at
        })
}

fn is_of_time(words: Words<'_>, at: usize) -> bool {
    const OF_TIME: &[&str] = &[
        "in",
        "on",
        "by",
        "since",
        "over",
        "during",
        "within",
        "between",
        "last",
        "this",
        "past",
        "next",
        "the",
        "year",
        "month",
        "week",
        "weekend",
        "winter",
        "summer",
        "spring",
        "autumn",
        "and",
        "so",
        "far",
        "then",
        "now",
        "early",
        "late",
        "alone",
        "but",
        "just",
        "another",
        "overnight",
    ];
    words.is_any(at, OF_TIME)
        || words.has(at, Class::Time)
        || words.get(at).is_some_and(|token| token.kind != TokenKind::Word)
}

/// Whether the sentence says of what time it tells: "since July", "last winter", "in 2025", "in its first week", "by 2035".
pub(super) fn has_period(words: Words<'_>) -> bool {
    const SPANS: &[&str] = &[
        "year",
        "years",
        "month",
        "months",
        "week",
        "weeks",
        "weekend",
        "fortnight",
        "season",
        "winter",
        "summer",
        "spring",
        "autumn",
        "fall",
        "quarter",
        "half",
        "term",
        "decade",
        "night",
        "day",
        "days",
        "hour",
        "hours",
    ];
    let is_year = |at: usize| {
        let written = words.written(at);
        written.len() == 4
            && (written.starts_with("20") || written.starts_with("19"))
            && written.bytes().all(|digit| digit.is_ascii_digit())
    };
    let is_month = |at: usize| words.has(at, Class::Time) && words.is_capitalized(at);
    let is_span = |at: usize, reach: usize| (0..reach).any(|on| words.is_any(at + on, SPANS));
    (0..words.tokens.len()).any(|at| {
        words.is_any(at, &["since", "overnight"])
            || words.run_is(at, &["so", "far"])
            || words.is_any(at, &["last", "this", "past"]) && is_span(at + 1, 1)
            || words.is_any(at, &["in", "by", "during", "over", "between", "within"])
                && (is_year(at + 1) || is_month(at + 1) || !words.is(at + 1, "a") && is_span(at + 1, 4))
            || words.is_any(at, &["a", "each", "every"])
                && is_span(at + 1, 1)
                && words.get(at + 2).is_none_or(|next| next.kind != TokenKind::Word || next.is(Class::Preposition))
    })
}

/// "The plant pumps 700 kilos of soot into the air every hour", "each household throws out 84 kilos a year".
pub(super) fn is_done_again(beside: &Beside<'_>) -> bool {
    let words = beside.words;
    let verb = verb_before(beside);
    0 < verb
        && verb < beside.lead
        && words.written(verb).ends_with('s')
        && !words.has(verb, Class::Preposition)
        && !words.has(verb, Class::Determiner)
        && !words.is_any(verb, HOLDS)
        && has_period(words)
}
