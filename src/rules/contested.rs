//! Where a story calls what its first paragraph tells somebody's claim, or says that it is denied.

use crate::language::{Class, Words};
use crate::story::Story;

/// In how many paragraphs below what it tells a story says that it is somebody's word.
const REACH: usize = 3;

/// What is laid on somebody, as a thing that somebody says.
pub(super) const CHARGES: &[&str] =
    &["accusation", "accusations", "allegation", "allegations", "charge", "charges", "claim", "claims"];

/// What somebody says is to come.
const FORECASTS: &[&str] = &["estimate", "figure", "forecast", "prediction", "projection", "warning"];

/// Whether the paragraphs behind a block say whose charge it is that the block tells: "the claim is made in a lawsuit",
/// "her aides made the allegation at a briefing".
pub(super) fn is_claimed_below(story: &Story, block: usize) -> bool {
    is_called_below(story, block, CHARGES)
}

/// Whether the paragraphs behind a block say whose forecast it tells: "the engineers gave the warning in a report".
pub(super) fn is_forecast_below(story: &Story, block: usize) -> bool {
    is_called_below(story, block, FORECASTS)
}

/// The paragraphs behind a block.
fn prose_below(story: &Story, block: usize) -> impl Iterator<Item = usize> {
    (block + 1..story.blocks.len()).filter(|&block| story.blocks[block].role.is_prose())
}

/// Whether one of the paragraphs behind a block speaks of what it tells as of a thing of one of these `nouns` that somebody
/// has made.
fn is_called_below(story: &Story, block: usize, nouns: &[&str]) -> bool {
    const MADE: &[&str] = &[
        "contained",
        "detailed",
        "gave",
        "given",
        "issued",
        "laid",
        "levelled",
        "made",
        "make",
        "makes",
        "repeated",
        "set",
    ];
    const COMES: &[&str] = &["came", "come", "comes"];
    const NEAR: usize = 4;
    // Few paragraphs hold one of the nouns, and a glance tells.
    let prose = prose_below(story, block)
        .take(REACH)
        .filter(|&block| story.blocks[block].mentions.vocabulary.may_hold_any(nouns));
    prose.flat_map(|block| story.sentences_of(block)).any(|sentence| {
        let words = story.words_at(story.sentences[sentence].span);
        (1..words.tokens.len()).filter(|&at| words.is_any(at, nouns)).any(|at| {
            // "The claim is made", "the allegation, made in a suit,"; "the claim for damages" is another.
            let is_made = (1..=2).any(|on| words.is_any(at + on, MADE));
            let comes = words.is_any(at + 1, COMES) && words.is(at + 2, "from");
            let is_by = || (2..NEAR).any(|back| words.is_any(at.wrapping_sub(back), MADE));
            let points = words.is_any(at - 1, &["the", "that", "this", "these", "those"]);
            let is_of_other = words.is_any(at + 1, &["for", "of", "that"]);
            points && !is_of_other && (is_made || comes || is_by())
        })
    })
}

/// Whether the next paragraph opens by calling what a block tells somebody's claim, or the one accused denies it there:
/// "The charge, made in a report, …", "That is what four nurses allege", "Three men say so", "The firm denies it".
pub(super) fn is_taken_up_as_claim(story: &Story, block: usize) -> bool {
    const MAKES: &[&str] =
        &["detailed", "laid", "levelled", "leveled", "made", "makes", "published", "repeated", "set"];
    const FALSE: &[&str] = &["absurd", "baseless", "false", "fiction", "lie", "lies", "nonsense", "untrue"];
    const MADE: &[&str] = &[",", "against", "are", "by", "came", "come", "comes", "is", "made", "that", "was", "were"];
    const DENY: &[&str] = &[
        "denied",
        "denies",
        "deny",
        "denying",
        "dismiss",
        "dismissed",
        "dismisses",
        "dispute",
        "disputed",
        "disputes",
        "reject",
        "rejected",
        "rejects",
    ];
    let Some(next) = prose_below(story, block).next() else { return false };
    story.sentences_of(next).enumerate().any(|(number, sentence)| {
        let words = story.words_at(story.sentences[sentence].span);
        let all = || 0..words.tokens.len();
        // "The charge for the ferry" is a price.
        let is_claim = |at: usize| {
            words.is_any(at, CHARGES)
                && words.is_any(at.wrapping_sub(1), &["the", "these", "those", "that"])
                && words.is_any(at + 1, MADE)
        };
        // "Argue so well" tells how.
        let says_so = all().any(|at| {
            let is_said = words.has(at, Class::Say) || words.is(at, "alleges");
            let ends = !words.is_word(at + 2) || words.has(at + 2, Class::Preposition);
            is_said && words.is(at + 1, "so") && ends
        });
        let is_what = words.is(0, "That")
            && words.has(1, Class::Be)
            && words.is_any(2, &["what", "how", "the"])
            && all().any(|at| {
                words.has(at, Class::Accuse)
                    || words.has(at, Class::Say)
                    || words.has(at, Class::Tell)
                    || words.is_any(at, CHARGES)
                    || words.is(at, "allege")
            });
        let denies = all().any(|at| {
            words.is_any(at, DENY)
                && (words.is_any(at + 1, &["it", "this", "that", "them", "any", "all", "both", "wrongdoing"])
                    || (1..5).any(|on| words.is_any(at + on, CHARGES))
                    || words.is(at + 1, "the") && words.is_any(at + 2, &["account", "report", "story", "version"]))
        });
        // "The auditor set out the claim in a letter", "the minister made the accusation on television".
        let is_made = (2..words.tokens.len()).any(|at| {
            words.is_any(at, CHARGES)
                && words.is(at - 1, "the")
                && (2..5).any(|back| words.is_any(at.wrapping_sub(back), MAKES))
        });
        let is_called_false =
            all().any(|at| words.is_any(at, FALSE) && (1..6).any(|back| words.has(at.wrapping_sub(back), Class::Call)));
        number == 0 && ((0..3).any(is_claim) || is_what || is_made)
            || says_so
            || denies
            || is_called_false
            || is_before_court(words)
            || is_in_evidence(words)
    })
}

/// "Prosecutor Lena Orr told the court", "gave her evidence on Thursday", "so runs the charge sheet", "published its
/// findings": what has been told comes from one who accuses, and is before those who judge.
fn is_in_evidence(words: Words<'_>) -> bool {
    const BODIES: &[&str] = &[
        "commission",
        "committee",
        "court",
        "hearing",
        "inquest",
        "inquiry",
        "investigators",
        "judge",
        "jurors",
        "jury",
        "lawmakers",
        "magistrates",
        "panel",
        "police",
        "tribunal",
    ];
    const PAPERS: &[&str] = &[
        "accusation",
        "affidavit",
        "allegations",
        "case",
        "claim",
        "complaint",
        "dossier",
        "findings",
        "indictment",
        "lawsuit",
        "statement",
        "suit",
        "testimony",
        "writ",
    ];
    const PUT: &[&str] = &[
        "detailed",
        "disclosed",
        "filed",
        "laid",
        "lodged",
        "made",
        "outlined",
        "presented",
        "published",
        "released",
        "set",
    ];
    let all = || 0..words.tokens.len();
    let is_body = |at: usize, reach: usize| (1..=reach).any(|on| words.is_any(at + on, BODIES));
    // "Told the court", "gave evidence", "testified".
    let tells = |at: usize| words.has(at, Class::Tell) && words.is_any(at + 1, &["a", "an", "the"]) && is_body(at, 4);
    let testifies = |at: usize| {
        words.is_any(at, &["testified", "testifies", "testimony"])
            || words.is_any(at, &["complained", "complains"]) && words.is(at + 1, "to")
            || words.is_any(at, &["gave", "given", "giving"]) && (1..4).any(|on| words.is(at + on, "evidence"))
            || words.is_any(at, &["appeared", "appear", "appears", "arraigned"])
                && words.is_any(at + 1, &["before", "in"])
                && (is_body(at, 5) || words.is_any(at + 2, &["magistrate", "justice"]))
    };
    let runs_so =
        words.is(0, "so") && words.is_any(1, &["allege", "alleges", "claims", "reads", "runs", "ran", "say", "says"]);
    let is_put = |at: usize| {
        words.is_any(at, PAPERS)
            && ((1..5).any(|back| words.is_any(at.wrapping_sub(back), PUT))
                || (1..4).any(|on| words.is_any(at + on, PUT))
                || words.is_any(at + 1, &["comes", "came", "names", "rests"]))
    };
    let is_charged = |at: usize| {
        words.run_is(at, &["charge", "sheet"])
            || words.run_is(at, &["court", "papers"])
            || words.run_is(at, &["not", "accept"])
    };
    runs_so || all().any(|at| tells(at) || testifies(at) || is_put(at) || is_charged(at))
}

/// "She denies fraud", "pleaded not guilty", "the suit was filed on Monday", "in an indictment made public": a step before
/// any verdict, which makes what has been told somebody's charge.
fn is_before_court(words: Words<'_>) -> bool {
    const PAPERS: &[&str] = &["complaint", "indictment", "lawsuit", "petition", "suit", "writ"];
    const FILED: &[&str] = &["brought", "filed", "laid", "lodged", "made", "unsealed"];
    // "Denies that", "denies the report": what no court charges.
    const OTHER: &[Class] = &[Class::Determiner, Class::Possessive, Class::Pronoun, Class::Subordinator];
    let all = || 0..words.tokens.len();
    let pleads = || all().any(|at| words.is_any(at, &["pleaded", "pleads", "pled"]) && words.is(at + 1, "not"));
    // "Denies fraud", "denies handling stolen goods".
    let denies = |at: usize| {
        let is_charge = words.get(at + 1).is_some_and(|charge| !charge.classes.has_any(OTHER));
        words.is_any(at, &["denied", "denies", "deny"])
            && words.is_word(at + 1)
            && is_charge
            && !words.is(at + 1, "that")
            && !words.is_capitalized(at + 1)
    };
    let is_filed = |at: usize| {
        let behind = at + 1 + usize::from(words.has(at + 1, Class::Be));
        words.is_any(at, PAPERS) && words.is_any(at.wrapping_sub(1), &["the", "a", "an"]) && words.is_any(behind, FILED)
    };
    pleads() || all().any(|at| denies(at) || is_filed(at))
}

/// Whether the paragraphs behind a block call what it tells a claim, or say that it is denied:
/// "Moss denies it", "the claim is made in a lawsuit", "so says his sister", "prosecutors told the court".
pub(super) fn is_contested(story: &Story, block: usize) -> bool {
    const DENIED: &[&str] = &[
        "denies",
        "denied",
        "deny",
        "denying",
        "rejects",
        "rejected",
        "disputes",
        "disputed",
        "dispute",
        "contests",
        "contest",
        "contested",
        "lies",
        "fiction",
        "untrue",
        "baseless",
        "unfounded",
        "fabrication",
        "fabricated",
        "slander",
        "smear",
        "defamatory",
    ];
    const FINDINGS: &[&str] = &["complaint", "finding", "findings"];
    const ACCUSERS: &[&str] = &[
        "prosecutor",
        "prosecutors",
        "prosecution",
        "lawsuit",
        "indictment",
        "plaintiff",
        "plaintiffs",
        "whistleblower",
    ];
    prose_below(story, block).take(REACH).flat_map(|block| story.sentences_of(block)).any(|sentence| {
        let words = story.words_at(story.sentences[sentence].span);
        let all = || 0..words.tokens.len();
        let takes_up = |at: usize| {
            let before = at.wrapping_sub(1);
            words.is_any(before, &["the", "this", "these", "those", "that"]) || words.has(before, Class::Possessive)
        };
        let is_claim = |at: usize| words.is_any(at, CHARGES) || words.is_any(at, FINDINGS);
        // "His family says so in a complaint filed on Tuesday."
        let says_so = |at: usize| words.has(at, Class::Say) && words.is(at + 1, "so");
        let is_so_said = words.is(0, "So") && words.has(1, Class::Say) || (1..6).any(says_so);
        // "His family laid a complaint", "made the statement in an affidavit".
        let is_before_court = || {
            all().any(|at| {
                words.is_any(at, &["affidavit", "affidavits"])
                    || words.is_any(at, &["complaint", "lawsuit", "suit"])
                        && (1..3).any(|on| words.is_any(at + on, &["filed", "laid", "lodged"]))
                    || words.is_any(at, &["filed", "laid", "lodged"])
                        && (1..5).any(|on| {
                            words.is_any(at + on, &["charge", "charges", "complaint", "complaints", "lawsuit", "suit"])
                        })
                    || words.is_any(at, &["complied", "complies", "met", "meets"])
                        && (1..4).any(|on| words.is_any(at + on, &["law", "laws", "rules", "regulations", "standards"]))
                    || words.is_any(at, &["face", "faces"])
                        && (1..5).any(|on| words.is_any(at + on, &["panel", "tribunal"]))
            })
        };
        let accuses = || {
            all().any(|at| words.is_any(at, ACCUSERS))
                && story.attributions_in(sentence).iter().any(|attribution| attribution.source.is_some())
        };
        is_so_said
            || is_disowned(words)
            || is_before_court()
            || is_in_evidence(words)
            || all().any(|at| words.is_any(at, DENIED) || is_claim(at) && takes_up(at))
            || accuses()
    })
}

/// "He did nothing wrong", "the sample was not his", "the club stands by him", "it stood by its officer", "there was no evidence of poison", "called
/// the report alarmist".
fn is_disowned(words: Words<'_>) -> bool {
    const RUNS: &[&[&str]] =
        &[&["did", "nothing", "wrong"], &["done", "nothing", "wrong"], &["not", "guilty"], &["no", "evidence"]];
    const OVERDONE: &[&str] = &["alarmist", "exaggerated", "far-fetched", "scaremongering"];
    (0..words.tokens.len()).any(|at| {
        let before = at.wrapping_sub(1);
        RUNS.iter().any(|run| words.run_is(at, run))
            || words.is_any(at, OVERDONE)
            || words.is_any(at, &["recognise", "recognize"]) && words.is_any(before, &["not", "n't", "n’t"])
            || words.has(at, Class::Be) && words.is(at + 1, "not") && words.is_any(at + 2, &["hers", "his", "theirs"])
            || words.is_any(at, &["stands", "stood"])
                && words.is(at + 1, "by")
                && (words.has(at + 2, Class::Possessive) || words.is_any(at + 2, &["her", "him", "them"]))
    })
}
