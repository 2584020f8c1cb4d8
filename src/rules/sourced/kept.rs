//! Figures that some record holds, whatever it is called, and counts that somebody has made, whatever they did to make them.
//!
//! English names a source in more ways than with a verb of speech: a register has so many, diaries show it, it is so by the
//! club's own book, and "the clerk, who added them up, was not surprised" answers the question as well.

use super::Sourced;
use super::whence::FIGURES;
use crate::extract::Figure;
use crate::language::{Class, WordList, Words};
use crate::rules::grave::is_toll;
use crate::story::Placed;

/// Records and instruments that are no documents in the lexicon.
const RECORDS: WordList = WordList::of(&[
    "agenda",
    "appraisal",
    "archive",
    "archives",
    "camera",
    "cameras",
    "chronicle",
    "clicker",
    "contract",
    "counter",
    "counters",
    "counts",
    "diaries",
    "docket",
    "estimate",
    "filing",
    "form",
    "forms",
    "gauge",
    "guide",
    "index",
    "list",
    "lists",
    "meter",
    "meters",
    "monitor",
    "monitors",
    "notebook",
    "notebooks",
    "payroll",
    "printout",
    "questionnaire",
    "rating",
    "ratings",
    "readings",
    "registry",
    "return",
    "roll",
    "rolls",
    "rota",
    "scales",
    "schedule",
    "scoreboard",
    "sensor",
    "slip",
    "slips",
    "stubs",
    "table",
    "tables",
    "tender",
    "timetable",
    "turnstile",
    "turnstiles",
    "yearbook",
]);

/// Books that have entries and nothing else, so that what they have is what they say.
const BOOKS: &[&str] = &[
    "accounts",
    "books",
    "census",
    "database",
    "diary",
    "diaries",
    "inventory",
    "ledger",
    "ledgers",
    "log",
    "logbook",
    "logs",
    "records",
    "register",
    "registers",
    "registry",
    "return",
    "returns",
];

/// What a record does with a figure.
const GIVES: &[&str] = &[
    "agree",
    "agrees",
    "attest",
    "attests",
    "confirm",
    "confirmed",
    "confirms",
    "counted",
    "gave",
    "give",
    "gives",
    "imply",
    "implies",
    "indicate",
    "indicated",
    "indicates",
    "list",
    "listed",
    "lists",
    "log",
    "logged",
    "logs",
    "measured",
    "mention",
    "mentions",
    "name",
    "names",
    "note",
    "noted",
    "notes",
    "put",
    "puts",
    "recorded",
    "records",
    "register",
    "registered",
    "registers",
    "reported",
    "reports",
    "reveal",
    "revealed",
    "reveals",
    "say",
    "says",
    "show",
    "showed",
    "shows",
    "state",
    "states",
    "suggest",
    "suggested",
    "suggests",
    "tell",
    "tells",
];

/// Verbs of showing, whose subject may be anything that shows.
const SHOWS: &[&str] = &[
    "attest",
    "confirm",
    "confirms",
    "imply",
    "indicate",
    "indicates",
    "reveal",
    "reveals",
    "show",
    "showed",
    "shows",
    "suggest",
    "suggests",
];

/// How many words a record and its verb, or the record and the word that leads to it, stand apart at most.
const REACH: usize = 9;

impl Sourced<'_> {
    /// Whether the figure's own sentence gives it to a record.
    pub(super) fn is_of_record(&self, figure: &Placed<Figure>) -> bool {
        let words = self.words_of(figure.sentence);
        let end = self.words_before(figure).tokens.len();
        (0..words.tokens.len()).any(|at| {
            is_record(words, at) && (gives(words, at, end) || is_gone_by(words, at))
                || is_shown_aside(words, at)
                || words.is_any(at, &["source", "sources"]) && words.written(at + 1) == ":"
        })
    }

    /// Whether a sentence of its paragraph says who counted: "Ida Moss, who weighed them, …", "… collected the figures".
    pub(super) fn is_counted_by(&self, figure: &Placed<Figure>) -> bool {
        !is_toll(self.story, figure)
            && self.story.sentences_of(figure.block).any(|sentence| {
                let words = self.words_of(sentence);
                is_opened_by_paper(words) && figure.sentence < sentence
                    || (1..words.tokens.len()).any(|at| counts_them(words, at) || deals_with_figures(words, at))
            })
    }

    /// "It fell by 21. …, the report says.": a paper that closes a paragraph in which nobody else speaks has all that is in it.
    pub(super) fn is_closed_by_paper(&self, figure: &Placed<Figure>) -> bool {
        let mut sentences = self.story.sentences_of(figure.block);
        let Some(last) = sentences.next_back().filter(|&last| figure.sentence < last) else { return false };
        let told = self.story.attributions_of(figure.block);
        let is_paper = || {
            let words = self.words_of(last);
            (0..words.tokens.len()).any(|at| {
                is_record(words, at)
                    && (at + 1..at + REACH).any(|verb| words.is_any(verb, GIVES) && is_closed(words, verb))
            })
        };
        !is_toll(self.story, figure) && told.len() <= 1 && told.iter().all(|one| one.sentence == last) && is_paper()
    }
}

/// "Debts came to £41m. The accounts set out who is owed.": a paper opens a sentence behind the figure and gives the rest.
fn is_opened_by_paper(words: Words<'_>) -> bool {
    const HEAD: usize = 4;
    let sets_out = |verb: usize| words.is_any(verb, &["set", "sets"]) && words.is(verb + 1, "out");
    words.is_any(0, &["the", "its", "their", "his", "her"])
        && (1..HEAD).any(|at| is_record(words, at) && (words.is_any(at + 1, GIVES) || sets_out(at + 1)))
}

fn is_record(words: Words<'_>, at: usize) -> bool {
    words.has(at, Class::Document) || words.is_listed(at, &RECORDS)
}

/// Whether a sentence, or a clause of it, ends behind this word.
fn is_closed(words: Words<'_>, at: usize) -> bool {
    at + 1 == words.tokens.len() || [",", ".", ";", ":", ")", "—", "–"].contains(&words.written(at + 1))
}

/// "The register has | 2,340 families", "it gave out, its return to the regulator shows, | 41,300 meals", "…, an audit that
/// Moss handed out says": a record and its verb, before the figure with the number `end` or closing its clause.
fn gives(words: Words<'_>, at: usize, end: usize) -> bool {
    // "The list | has cost £4,000": what was done to it is no entry.
    let has = |verb: usize| {
        words.is_any(at, BOOKS)
            && words.has(verb, Class::Have)
            && !words.has(verb + 1, Class::Participle)
            && !words.has(verb + 1, Class::Past)
    };
    let is_ended = |on: usize| [".", ";", ":", "“", "\""].contains(&words.written(on));
    (at + 1..(at + REACH).min(words.tokens.len()))
        .take_while(|&on| !is_ended(on))
        .any(|verb| (has(verb) || words.is_any(verb, GIVES)) && (verb < end || is_closed(words, verb)))
}

/// "By the county's own guide to it", "in its report to the state", "from the meter at the gate": a word that leads to the
/// record, and whose it is or which.
fn is_gone_by(words: Words<'_>, at: usize) -> bool {
    const LEADS: &[&str] = &["by", "from", "per", "in", "on"];
    // "In" and "on" lead to much that is in no book.
    const LOOSE: &[&str] = &["in", "on"];
    const ENTRIES: &[&str] = &[
        "accounts", "audit", "census", "filing", "filings", "ledger", "register", "registry", "report", "return",
        "returns",
    ];
    const NEAR: usize = 6;
    let lead = (1..=NEAR).map(|back| at.wrapping_sub(back)).find(|&lead| words.is_any(lead, LEADS));
    let Some(lead) = lead else { return false };
    let between = lead + 1..at;
    let is_owned =
        between.clone().any(|on| words.is_any(on, &["’s", "'s", "’", "'", "own"]) || words.has(on, Class::Possessive));
    let is_verb = |on: usize| words.has(on, Class::Be) || words.has(on, Class::Have) || words.written(on) == ",";
    let is_loose = words.is_any(lead, LOOSE);
    // "From the gauge at the pier": an instrument is its own reader.
    let is_read = words.is(lead, "from") && words.is_listed(at, &RECORDS) && words.has(lead + 1, Class::Determiner);
    let is_figures =
        |on: usize| words.is_any(on, FIGURES) || words.is_any(on, &["both", "all", "they", "these", "those"]);
    // "Both numbers are in the report".
    let is_told_in =
        words.has(lead.wrapping_sub(1), Class::Be) && (2..5).any(|back| is_figures(lead.wrapping_sub(back)));
    let is_last = is_closed(words, at) || words.is_any(at + 1, &["at", "for", "of", "on", "to"]);
    is_last
        && !between.clone().any(is_verb)
        && (is_told_in
            || is_read
            || is_owned && (!is_loose || words.is_any(at, ENTRIES) && is_closed(words, lead.wrapping_sub(1))))
}

/// "…, pay slips seen by the Herald show": behind a comma, anything that shows and nothing that it shows.
fn is_shown_aside(words: Words<'_>, verb: usize) -> bool {
    const LONGEST: usize = 14;
    const TIES: &[Class] = &[Class::Preposition, Class::Coordinator, Class::Relative, Class::Subordinator];
    if !words.is_any(verb, SHOWS) || !is_closed(words, verb) {
        return false;
    }
    let comma = (verb.saturating_sub(LONGEST)..verb).rev().find(|&at| words.written(at) == ",");
    let Some(opening) = comma.map(|comma| comma + 1).filter(|&at| at < verb) else { return false };
    let is_tied = words.get(opening).is_some_and(|token| token.classes.has_any(TIES));
    // "The village fair, a dog | show": a noun.
    let is_noun = words.is(verb, "show")
        && !words.written(verb - 1).ends_with('s')
        && (opening..verb).any(|at| words.is_any(at, &["a", "an", "the", "this", "that"]));
    !is_tied && !is_noun
}

/// "Moss, who counted them", "the clerk added it up": somebody has done the counting.
fn counts_them(words: Words<'_>, at: usize) -> bool {
    const COUNTED: WordList = WordList::of(&[
        "added",
        "calculated",
        "catalogued",
        "clocked",
        "compiled",
        "counted",
        "estimated",
        "logged",
        "measured",
        "recorded",
        "surveyed",
        "tallied",
        "timed",
        "totted",
        "tracked",
        "weighed",
    ]);
    const THEM: &[&str] = &["it", "them", "up", "each", "every"];
    let before = at - 1;
    let is_denied = (1..=3).any(|back| {
        words.is_any(
            at.wrapping_sub(back),
            &["had", "has", "have", "never", "no", "nobody", "not", "one", "were", "was"],
        )
    });
    words.is_listed(at, &COUNTED)
        && words.is_any(at + 1, THEM)
        && !is_denied
        && (words.is_any(before, &["who", "which", "that", "and"])
            || words.is_capitalized(before)
            || words.is_word(before))
}

/// "Moss, who collected the figures", "he disputes the numbers": what somebody does to figures they have in their hands.
fn deals_with_figures(words: Words<'_>, at: usize) -> bool {
    const PLURAL: &[&str] = &[
        "counts",
        "data",
        "estimates",
        "figures",
        "measurements",
        "numbers",
        "readings",
        "statistics",
        "sums",
        "totals",
    ];
    let is_led = words.is_any(at + 1, &["the", "these", "those", "both", "her", "his", "their"]);
    let figures = at + 2 + usize::from(words.is_any(at + 2, &["new", "latest", "two", "three"]));
    let is_verb = words.has(at, Class::Past) || words.has(at, Class::Third) || words.written(at).ends_with("ed");
    let is_whole = !words.is_any(figures + 1, &["of", "who", "in"]);
    is_verb
        && is_led
        && words.is_any(figures, PLURAL)
        && is_whole
        && !words.has(at, Class::Rise)
        && !words.has(at, Class::Fall)
        && !words.has(at, Class::Be)
}
