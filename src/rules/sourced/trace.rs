//! Figures in whose sentence a record, an instrument or a count is named, in whatever part of it.
//!
//! A reporter has more ways to name where a figure is from than any grammar of sources knows: "behind it lie 130 flats, the
//! number on the notice taped to the door", "invoices for it run to £64,000", "the stewards' clickers reached 8,500". What
//! they have in common is the thing that holds the figure: a sentence that names one and no other work for it has said whence.

use super::Sourced;
use crate::extract::Figure;
use crate::language::{Class, Words};
use crate::story::Placed;

impl Sourced<'_> {
    /// Whether the figure's sentence names what it may have been read from.
    pub(super) fn names_record(&self, figure: &Placed<Figure>) -> bool {
        let words = self.words_of(figure.sentence);
        let base = self.story.blocks[figure.block].span.start;
        let others = self.story.figures_of(figure.block).iter().filter(|other| other.sentence == figure.sentence);
        let units: Vec<_> = others.filter_map(|other| Some(other.unit.as_ref()?.span)).collect();
        // "The archive has 900 bulletins": what is counted holds no count.
        let is_counted = |at: usize| {
            let span = words.tokens[at].span;
            units.iter().any(|unit| unit.start <= base + span.start && base + span.end <= unit.end)
        };
        let names_it = |at: usize| {
            (is_record(words, at) || is_number_given(words, at)) && !is_counted(at)
                || is_paper_behind(words, at)
                || is_inferred(words, at)
                || is_made_known(words, at)
                || is_offices_toll(words, at)
                || is_put_by(words, at)
        };
        (0..words.tokens.len()).any(names_it) || self.is_sourced_in_brackets(figure)
    }

    /// "2,400 families (disaster committee, 6pm)": in brackets right behind the figure stands who has it.
    fn is_sourced_in_brackets(&self, figure: &Placed<Figure>) -> bool {
        const BODIES: &[Class] =
            &[Class::Document, Class::Record, Class::Official, Class::Organisation, Class::Outlet, Class::RoleNoun];
        const NEAR: usize = 10;
        let text = self.story.text_of(self.story.blocks[figure.block].span);
        let words = Words { text, tokens: self.story.tokens_behind(figure.sentence, figure.number.end) };
        let Some(open) = (0..NEAR).find(|&at| words.written(at) == "(") else { return false };
        let closed = (open..words.tokens.len()).find(|&at| words.written(at) == ")").unwrap_or(open);
        (open..closed).any(|at| {
            words.is_any(at, &["committee", "council", "board", "treasury"])
                || words.get(at).is_some_and(|token| token.classes.has_any(BODIES))
        })
    }
}

/// "Their names were read out by the manager", "the army named them", "the police have it as nine": somebody has told it.
fn is_made_known(words: Words<'_>, at: usize) -> bool {
    const TOLD: &[&[&str]] = &[
        &["were", "read", "out"],
        &["was", "read", "out"],
        &["named", "them"],
        &["identified", "them"],
        &["read", "out", "their"],
        &["went", "through", "the", "figures"],
        &["in", "the", "words", "of"],
        &["as", "per"],
        &["tell", "it"],
        &["tells", "it"],
        &["discloses"],
        &["if", "one", "believes"],
        &["a", "jury"],
        &["have", "it", "as"],
        &["has", "it", "as"],
        &["have", "it", "at"],
        &["has", "it", "at"],
        &["numbered", "at"],
        &["settled", "on"],
        &["had", "claims", "for"],
        &["received", "claims", "for"],
        &["admitted"],
        &["certified"],
        &["contend"],
        &["contends"],
        &["conceded"],
        &["concedes"],
        &["radioed"],
        &["resolved"],
    ];
    TOLD.iter().any(|run| words.run_is(at, run))
}

/// "The disaster office's toll, which it revises twice a day, stood at 118": whose count it is.
fn is_offices_toll(words: Words<'_>, at: usize) -> bool {
    const KEEPERS: &[&str] =
        &["agency", "army", "bureau", "centre", "center", "hospital", "ministry", "office", "police", "service"];
    const PAPERS: &[&str] = &["release", "toll", "bulletin", "count", "update"];
    let owner = (1..=2).map(|back| at.wrapping_sub(back)).find(|&owner| words.is_any(owner, &["'s", "’s"]));
    words.is_any(at, PAPERS) && owner.is_some_and(|owner| words.is_any(owner.wrapping_sub(1), KEEPERS))
}

/// "Has been put at $46 million, most of it in sheds and stock, by Coastal Mutual".
fn is_put_by(words: Words<'_>, at: usize) -> bool {
    let is_by =
        |by: usize| words.is(by, "by") && (words.is_capitalized(by + 1) || words.has(by + 1, Class::Determiner));
    words.is_any(at, &["put", "estimated", "valued", "assessed"])
        && words.is(at + 1, "at")
        && words.has(at.wrapping_sub(1), Class::Be)
        && (at + 2..words.tokens.len()).any(is_by)
}

/// "In the loan agreement", "under the section 106 agreement", "on the movement licence", "by her register": papers that hold
/// figures and much else, where a word leads to them.
fn is_paper_behind(words: Words<'_>, at: usize) -> bool {
    const PAPERS: &[&str] = &[
        "account",
        "accounts",
        "agreement",
        "application",
        "book",
        "books",
        "claims",
        "contract",
        "figures",
        "findings",
        "index",
        "images",
        "label",
        "licence",
        "license",
        "notebook",
        "papers",
        "readings",
        "records",
        "report",
        "reports",
        "return",
        "returns",
        "schedule",
        "review",
        "table",
        "tables",
        "terms",
    ];
    const LEADS: &[&str] = &["by", "from", "in", "on", "per", "to", "under", "with"];
    const NEAR: usize = 6;
    let lead = (1..=NEAR).map(|back| at.wrapping_sub(back)).find(|&lead| words.has(lead, Class::Preposition));
    words.is_any(at, PAPERS)
        && lead.is_some_and(|lead| words.is_any(lead, LEADS) && !words.is(lead.wrapping_sub(1), "not"))
        && !is_modifier(words, at)
}

/// "To judge from", "going by", "as near as the guards could reckon", "if the cards are a guide": the reporter says what the
/// figure is inferred from.
fn is_inferred(words: Words<'_>, at: usize) -> bool {
    const RUNS: &[&[&str]] = &[
        &["to", "judge", "from"],
        &["to", "judge", "by"],
        &["judging", "from"],
        &["judging", "by"],
        &["to", "go", "by"],
        &["going", "by"],
        &["as", "near", "as"],
        &["so", "say"],
        &["so", "says"],
        &["which", "is", "what"],
    ];
    // "If the tags are right"
    const BEHIND_IF: &[&[&str]] =
        &[&["is", "right"], &["are", "right"], &["a", "guide"], &["be", "believed"], &["be", "trusted"]];
    let is_any = |runs: &[&[&str]]| runs.iter().any(|run| words.run_is(at, run));
    is_any(RUNS) || is_any(BEHIND_IF) && (0..at).any(|before| words.is(before, "if"))
}

/// "A projection by the bureau", "on the gauge at the sluice": a record, and not what another noun is made of ("a log cabin").
fn is_record(words: Words<'_>, at: usize) -> bool {
    words.has(at, Class::Record) && !is_modifier(words, at)
}

/// Whether the next word is a noun that this one tells apart.
fn is_modifier(words: Words<'_>, at: usize) -> bool {
    const PARTS: &[Class] = &[
        Class::Preposition,
        Class::Relative,
        Class::Coordinator,
        Class::Subordinator,
        Class::Be,
        Class::Have,
        Class::Do,
        Class::Modal,
        Class::Past,
        Class::Third,
        Class::Participle,
        Class::Base,
        Class::Adverb,
        Class::Possessive,
        Class::Determiner,
        Class::Pronoun,
        Class::Time,
        Class::Document,
        Class::Record,
    ];
    let next = at + 1;
    words.is_word(next)
        && !words.is_capitalized(next)
        && !words.written(next).ends_with("ed")
        && !words.written(next).ends_with("ing")
        && words.get(next).is_some_and(|token| !token.classes.has_any(PARTS))
}

/// "…, the number on the notice", "– an IMF figure –", "(the headcount is the matron's)": words for the figure itself, beside it.
fn is_number_given(words: Words<'_>, at: usize) -> bool {
    const NUMBERS: &[&str] = &["amount", "count", "figure", "headcount", "number", "sum", "tally", "total"];
    const OPENS: &[&str] = &[",", "–", "—", "(", ";", ":"];
    const NEAR: usize = 6;
    let opens = (1..=NEAR).any(|back| OPENS.contains(&words.written(at.wrapping_sub(back))));
    words.is_any(at, NUMBERS) && opens && !words.is_any(at + 1, &["of", "that", "which"]) && !is_modifier(words, at)
}
