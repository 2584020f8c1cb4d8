//! Where a story lays a wrong on somebody, and where it says whose word that is.

use super::contested::{is_claimed_below, is_contested, is_forecast_below, is_taken_up_as_claim};
use crate::extract::Attribution;
use crate::language::{Class, Token, TokenKind, WordTable, Words, is_one_of};
use crate::story::{Story, StoryBlock};
use crate::text::Span;

/// A deed that is a wrong in some company only, and the words by which somebody tells of it further down.
struct Deed {
    /// The verb as a first paragraph tells it.
    told: &'static [&'static str],
    /// Words one of which must follow it; none where the verb is enough.
    company: &'static [&'static str],
    /// What somebody below says of it.
    said: &'static [&'static str],
}

/// Deeds that are everyday words: each is asked about only where somebody tells of the same deed below.
const DEEDS: &[Deed] = &[
    Deed { told: &["lied"], company: &[], said: &["lied", "lying", "lie", "lies"] },
    Deed { told: &["faked"], company: &[], said: &["faked", "faking", "fake"] },
    Deed { told: &["misled"], company: &[], said: &["misled", "misleading", "mislead"] },
    Deed { told: &["doped"], company: &[], said: &["doped", "doping"] },
    Deed { told: &["rigged"], company: &[], said: &["rigged", "rigging"] },
    Deed { told: &["concealed"], company: &[], said: &["concealed", "concealing", "hid", "hidden"] },
    Deed { told: &["tampered"], company: &["with"], said: &["tampered", "tampering"] },
    Deed { told: &["covered"], company: &["up"], said: &["covered", "covering", "cover-up"] },
    Deed {
        told: &["dumped"],
        company: &["waste", "sludge", "sewage", "chemicals", "oil", "rubble"],
        said: &["dumped", "dumping"],
    },
    Deed {
        told: &["ignored"],
        company: &["warning", "warnings", "alarm", "alarms", "alert", "alerts", "orders", "advice"],
        said: &["ignored", "ignoring", "warned", "warning", "warnings", "alerted", "radioed"],
    },
];

/// What is burned in a raid.
const BURNED: &[&str] = &[
    "barns", "camp", "church", "clinic", "crops", "down", "home", "homes", "hospital", "house", "houses", "huts",
    "market", "mosque", "school", "shops", "temple", "town", "village", "villages",
];

/// Deeds that wrong somebody, each with the words one of which must follow it; none where the verb is enough.
/// They are asked about only where the story then calls them a claim, or where they are denied.
const HARMS: WordTable<&[&str]> = WordTable::of(&[
    ("abused", &[]),
    ("assaulted", &[]),
    (
        "beat",
        &[
            "suspect",
            "suspects",
            "detainee",
            "inmate",
            "inmates",
            "prisoner",
            "protester",
            "protesters",
            "death",
            "belt",
            "stick",
            "cane",
            "cable",
            "fists",
            "unconscious",
            "children",
            "prisoners",
            "detainees",
            "wife",
        ],
    ),
    ("beaten", &[]),
    ("bugged", &[]),
    ("burned", BURNED),
    ("burnt", BURNED),
    ("cheated", &[]),
    ("cut", &["off"]),
    ("deceived", &[]),
    ("doctored", &[]),
    ("duped", &[]),
    ("drugged", &[]),
    ("executed", &["civilians", "prisoners", "villagers", "detainees"]),
    ("exploited", &[]),
    ("fiddled", &[]),
    ("forced", &["children", "patients", "prisoners", "staff", "workers", "women", "villagers"]),
    ("gave", &["banned", "bribes", "cancer", "drugs", "illegal", "poison"]),
    ("hid", &[]),
    (
        "ignored",
        &["warning", "warnings", "alarm", "alarms", "complaints", "orders", "reports", "cracks", "pleas", "advice"],
    ),
    ("inflated", &["figures", "numbers", "membership", "invoices", "bills", "accounts", "results", "grades", "sales"]),
    ("stuffed", &["ballot", "ballots"]),
    ("cheats", &[]),
    ("leaked", &["exam", "papers", "secrets", "documents", "records", "names", "details"]),
    ("knew", &["months", "years", "weeks", "long", "that", "of", "about"]),
    ("left", &["without", "die", "starve", "unattended", "lying"]),
    ("locked", &["children", "patients", "pupils", "residents", "workers"]),
    ("looted", &[]),
    ("massacred", &[]),
    ("murdered", &[]),
    ("overcharged", &[]),
    ("pocketed", &[]),
    ("poisoned", &[]),
    ("pressured", &[]),
    ("punched", &[]),
    ("rammed", &[]),
    ("robbed", &[]),
    ("shelled", &[]),
    (
        "shredded",
        &["letters", "records", "documents", "files", "papers", "evidence", "complaints", "ballots", "invoices"],
    ),
    (
        "shot",
        &[
            "dead",
            "down",
            "at",
            "civilians",
            "demonstrators",
            "children",
            "doctors",
            "farmers",
            "fishermen",
            "herders",
            "medics",
            "migrants",
            "miners",
            "refugees",
            "students",
            "workers",
            "nurses",
            "passengers",
            "prisoners",
            "protesters",
            "unarmed",
            "villagers",
            "who",
        ],
    ),
    ("slapped", &[]),
    ("spied", &[]),
    ("starved", &[]),
    ("stole", &[]),
    ("threatened", &[]),
    ("tortured", &[]),
    ("tricked", &[]),
    ("underpaid", &[]),
    ("whipped", &[]),
]);

/// "Ordered nurses to alter the records": what somebody made others do is a deed.
const ORDERED: &[&str] = &["asked", "encouraged", "forced", "instructed", "ordered", "pressed", "pressured"];

/// Whether a verb is one by which somebody wrongs another, in some company at least.
pub(super) fn is_wrong(verb: &str) -> bool {
    DEEDS.iter().any(|deed| is_one_of(verb, deed.told)) || HARMS.find(verb).is_some()
}

/// How far behind its verb the company may stand.
const NEAR: usize = 6;

/// The word for a wrong in a block that names nobody who says so, where the story later gives it as somebody's word.
pub(super) fn unsourced_accusation(story: &Story, block: &StoryBlock) -> Option<Span> {
    let number = story.block_at(block.span.start);
    let tokens = story.tokens_in(block.span);
    // "Ignored two warnings" is the deed, and nobody's word.
    let is_deed = |cue: Span| {
        let cue = story.text_of(cue);
        DEEDS.iter().any(|deed| is_one_of(cue, deed.company) || is_one_of(cue, deed.told))
            || HARMS.find(cue).is_some()
            || is_one_of(cue, ORDERED)
    };
    let mut attributions = story.attributions_of(number).iter();
    // "Miners who complained", "planners to approve": nobody who tells of the deed.
    let is_within = |attribution: &Attribution| {
        let before = story.text[..attribution.cue.start as usize].trim_end();
        [" to", " who", " without"].iter().any(|lead| before.ends_with(lead))
    };
    let is_sourced = attributions.any(|attribution| !is_deed(attribution.cue) && !is_within(attribution))
        || tokens.iter().enumerate().any(|(at, token)| {
            token.is(Class::Accuser) && !is_accused(story, block, at) && !is_hidden(story, block, at)
        });
    if is_sourced {
        return None;
    }
    let wrong = tokens.iter().find(|token| token.is(Class::Wrongdoing));
    let is_told =
        || is_contested(story, number) || is_said_below(story, block.span.end, |token, _| token.is(Class::Wrongdoing));
    let wrong = wrong.filter(|_| is_told()).or_else(|| deed_told(story, block));
    let wrong = wrong.or_else(|| harm_told(story, block).filter(|_| is_contested(story, number)));
    let wrong = wrong.or_else(|| deed_of(story, block).filter(|_| is_taken_up_as_claim(story, number)));
    let is_told_in_prose = block.role.is_prose();
    let wrong =
        wrong.or_else(|| statement_of(story, block).filter(|_| is_told_in_prose && is_claimed_below(story, number)));
    let is_disputed = || is_told_in_prose && is_forecast_below(story, number) && is_contested(story, number);
    let wrong = wrong.or_else(|| forecast_of(story, block).filter(|_| is_disputed()));
    let deed = wrong?.span.shifted(block.span.start);
    (!story.is_quoted(deed)).then_some(deed)
}

/// "The police chief of Palmera used", "Sheriff's deputies in Bexley searched": an office of the law that is itself the one
/// accused, as it stands in the subject and says nothing.
fn is_accused(story: &Story, block: &StoryBlock, at: usize) -> bool {
    const OFFICES: &[&str] = &[
        "detective",
        "detectives",
        "deputies",
        "judge",
        "justice",
        "lawyer",
        "magistrate",
        "officers",
        "police",
        "sheriff",
        "solicitor",
        "constable",
        "constables",
        "prosecutor",
    ];
    const FURTHEST: usize = 6;
    let words = story.words_at(block.span);
    let Some(deed) = deed_of(story, block).or_else(|| harm_told(story, block)) else { return false };
    let verb = words.tokens.partition_point(|token| token.span.start < deed.span.start);
    // That police shot somebody, they say themselves.
    let is_own_word = words.is_any(verb, &["shot", "shelled", "arrested", "charged", "found", "seized", "held"]);
    let speaks = (at..verb).any(|at| words.has(at, Class::Say) || words.is(at, ","));
    at < verb && at <= FURTHEST && words.is_any(at, OFFICES) && !is_own_word && !speaks
}

/// The first verb of a block that somebody may have claimed: "was poisoned", "is unsafe", "cheats".
fn statement_of<'a>(story: &'a Story, block: &'a StoryBlock) -> Option<&'a Token> {
    const HELPERS: &[Class] = &[Class::Be, Class::Have, Class::Modal];
    let words = story.words_at(block.span);
    let is_verb = |&at: &usize| {
        let classes = words.tokens[at].classes;
        let is_finite = classes.has_any(HELPERS) || words.has(at, Class::Past) || words.has(at, Class::Third);
        is_finite && !words.has(at, Class::NounToo) || words.written(at).ends_with("ed") && !words.is_capitalized(at)
    };
    let verb = (1..words.tokens.len()).find(is_verb)?;
    let behind = verb + 1 + usize::from(words.is(verb + 1, "been"));
    let is_helped = words.tokens[verb].classes.has_any(HELPERS) && words.is_word(behind);
    (!is_within_clause(words, verb)).then(|| &words.tokens[if is_helped { behind } else { verb }])
}

/// The verb of what a block says will come: "will cost 3,000 jobs", "could fail within a year".
fn forecast_of<'a>(story: &'a Story, block: &'a StoryBlock) -> Option<&'a Token> {
    let words = story.words_at(block.span);
    let modal = (1..words.tokens.len()).find(|&at| words.is_any(at, &["will", "would", "could"]))?;
    (!is_within_clause(words, modal) && words.is_word(modal + 1)).then(|| &words.tokens[modal + 1])
}

/// "If the firm hid it", "a man who stole": whether a clause of its own opens before the verb.
fn is_within_clause(words: Words<'_>, verb: usize) -> bool {
    (0..verb).any(|at| words.has(at, Class::Subordinator) || words.has(at, Class::Relative))
}

/// "To hide complaints", "ignored the complaints": what is done to them accuses nobody.
fn is_hidden(story: &Story, block: &StoryBlock, at: usize) -> bool {
    const HIDE: &[&str] = &["buried", "bury", "burying", "hid", "hide", "hiding", "ignored", "ignoring", "shredded"];
    let words = story.words_at(block.span);
    words.is_any(at, &["complaint", "complaints"]) && (1..4).any(|back| words.is_any(at.wrapping_sub(back), HIDE))
}

/// The verb of an everyday deed in a block, where somebody below tells of it.
fn deed_told<'a>(story: &'a Story, block: &'a StoryBlock) -> Option<&'a Token> {
    let text = story.text_of(block.span);
    let tokens = story.tokens_in(block.span);
    tokens.iter().enumerate().find_map(|(at, token)| {
        let deed = DEEDS.iter().find(|deed| is_one_of(token.of(text), deed.told))?;
        let mut behind = tokens[at + 1..].iter().take(NEAR);
        let is_wrong = deed.company.is_empty() || behind.any(|token| is_one_of(token.of(text), deed.company));
        let is_same = |token: &Token, text: &str| is_one_of(token.of(text), deed.said);
        (is_wrong && is_said_below(story, block.span.end, is_same)).then_some(token)
    })
}

/// The verb by which a block lays a harm on its subject: "hid data", and not "was robbed", "to rob", "the burned house".
pub(super) fn harm_told<'a>(story: &'a Story, block: &'a StoryBlock) -> Option<&'a Token> {
    const OTHER: &[Class] = &[Class::Be, Class::Determiner, Class::Possessive, Class::Preposition, Class::Modal];
    let words = story.words_at(block.span);
    (1..words.tokens.len()).find_map(|at| {
        let company = HARMS.find(words.written(at))?;
        let is_near = company.is_empty() || (1..=NEAR).any(|on| words.is_any(at + on, company));
        let before = words.get(at - 1).is_some_and(|token| token.classes.has_any(OTHER) || words.is(at - 1, "been"));
        // "If the firm hid it", "a man who stole": the sentence is about something else.
        let is_within = (0..at)
            .any(|at| words.has(at, Class::Subordinator) || words.has(at, Class::Relative) && !words.is(at, "that"));
        // "Threatened to run away"
        let is_plan = words.is(at, "threatened") && words.is(at + 1, "to");
        (is_near && !before && !is_within && !is_plan && !words.is(at + 1, "by")).then(|| &words.tokens[at])
    })
}

/// The first verb by which the subject of a block did something: "ordered nurses to alter the records".
pub(super) fn deed_of<'a>(story: &'a Story, block: &'a StoryBlock) -> Option<&'a Token> {
    const NO_VERB: &[Class] =
        &[Class::Be, Class::Have, Class::Modal, Class::Determiner, Class::Possessive, Class::Preposition];
    let words = story.words_at(block.span);
    let is_hedged =
        |at: usize| words.has(at, Class::Subordinator) || words.has(at, Class::Relative) || words.is(at, ",");
    let is_past = |at: &usize| {
        words.has(*at, Class::Past)
            || words.written(*at).ends_with("ed") && words.is_word(*at) && !words.is_capitalized(*at)
    };
    // "Has been pouring blood into the river".
    let goes_on = |at: &usize| {
        let is_helped = words.is(at - 1, "been") && words.has(at.wrapping_sub(2), Class::Have);
        is_helped && (words.has(*at, Class::Ing) || words.written(*at).ends_with("ing"))
    };
    let verb = (1..words.tokens.len()).find(|at| is_past(at) && !words.is(*at, "been") || goes_on(at))?;
    // "11 wounded as shells hit the market": done to them.
    let is_done_to = words.kind(verb - 1) == Some(TokenKind::Number);
    if is_done_to || words.get(verb - 1).is_some_and(|before| before.classes.has_any(NO_VERB)) && !goes_on(&verb) {
        return None;
    }
    // "When the bell rang, guards fled", "a man who fled": the sentence is about something else.
    (!(0..verb).any(is_hedged) && !words.is(verb + 1, "by")).then(|| &words.tokens[verb])
}

/// Whether a wrong is somebody's word in a sentence behind `offset`.
fn is_said_below(story: &Story, offset: u32, is_wrong: impl Fn(&Token, &str) -> bool) -> bool {
    let first = story.sentences.partition_point(|sentence| sentence.span.start < offset);
    story.sentences.iter().enumerate().skip(first).any(|(number, sentence)| {
        let tokens = story.tokens_in(sentence.span);
        let text = story.text_of(story.blocks[sentence.block].span);
        let has_wrong = || tokens.iter().any(|token| is_wrong(token, text));
        let is_somebodys = || {
            let mut attributions = story.attributions_in(number).iter();
            attributions.any(|attribution| attribution.source.is_some() || !attribution.content.is_empty())
        };
        let accuses = || tokens.iter().any(|token| token.is(Class::Accuser));
        has_wrong() && (is_somebodys() || accuses())
    })
}
