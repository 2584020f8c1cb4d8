//! Words that say whence a figure is without saying that somebody said it: "that is the registrar's own figure".

use super::Sourced;
use crate::extract::Figure;
use crate::language::{Class, Words};
use crate::story::Placed;

impl Sourced<'_> {
    /// Whether its sentence says so, or one beside it in the paragraph.
    pub(super) fn says_whence(&self, figure: &Placed<Figure>) -> bool {
        let here = self.words_of(figure.sentence);
        let is_traced = |at: usize| says_whence(here, at) || says_whose(here, at) || says_where(here, at);
        let end = self.words_before(figure).tokens.len();
        (0..here.tokens.len()).any(is_traced)
            || is_doubted(here)
            || is_closed(here)
            || is_opened(here, end)
            || self.is_traced_next(figure, figure.block)
    }

    /// "Both clubs have published their accounts. Ketter took £23m and Orsk £20m.", "The census was taken in May. The town has
    /// 41,200 people.": the paper has come out, a sentence or a few before.
    pub(super) fn is_put_out(&self, figure: &Placed<Figure>) -> bool {
        const REACH: usize = 3;
        const PUT_OUT: &[&str] = &[
            "disclosed",
            "gave",
            "issued",
            "presented",
            "published",
            "read",
            "released",
            "reported",
            "tabled",
            "taken",
            "unveiled",
        ];
        const BOOKS: &[&str] = &[
            "account",
            "accounts",
            "audit",
            "budget",
            "bulletin",
            "census",
            "data",
            "earnings",
            "figures",
            "report",
            "results",
            "returns",
            "statistics",
            "survey",
            "totals",
        ];
        // "Gave" and "read" are said of much else.
        const OWN: &[&str] = &["account", "accounts", "budget", "bulletin", "figures", "results", "returns", "totals"];
        const LOOSE: &[&str] = &["gave", "read", "reported", "taken"];
        let first = self.story.sentences_of(figure.block).start.max(figure.sentence.saturating_sub(REACH));
        (first..figure.sentence).any(|before| {
            let words = self.words_of(before);
            let out = |at: usize| {
                words.is_any(at, PUT_OUT) || words.is(at, "out") && words.is_any(at.wrapping_sub(1), &["came", "put"])
            };
            let is_loose = |at: usize| words.is_any(at, LOOSE);
            let verb = (1..words.tokens.len()).find(|&at| out(at));
            let is_census = || self.story.sentence_names(before, &["census"]);
            verb.is_some_and(|verb| {
                if is_loose(verb) {
                    self.story.sentence_names(before, OWN) || is_census()
                } else {
                    self.story.sentence_names(before, BOOKS)
                }
            })
        })
    }

    /// "The toll comes from the ministry", "that is the tally of the union", "the company told the exchange so": at the head
    /// of the next sentence, which stands in this block.
    pub(super) fn is_traced_next(&self, figure: &Placed<Figure>, block: usize) -> bool {
        const HEAD: usize = 2;
        let next = figure.sentence + 1;
        if self.story.sentences.get(next).is_none_or(|place| place.block != block) {
            return false;
        }
        let words = self.words_of(next);
        let says_so = |at: usize| {
            words.is(at, "so")
                && (1..=5).any(|back| {
                    let verb = at.wrapping_sub(back);
                    words.has(verb, Class::Say) || words.has(verb, Class::Tell)
                })
        };
        let is_echoed = words.is(0, "so") && words.has(1, Class::Say);
        let are_made = (0..4).any(|at| {
            words.is_any(at, &["counts", "totals", "tallies"]) && words.is_any(at + 1, &["were", "are", "come"])
        });
        is_echoed
            || are_made
            || (0..HEAD).any(|at| says_whence(words, at) || says_whose(words, at))
            || words.run_is(0, &["the", "source"]) && words.has(2, Class::Be)
            || (1..words.tokens.len()).any(says_so)
    }
}

/// "Is set out in a report", "appears in the company's accounts": where it stands.
fn says_where(words: Words<'_>, at: usize) -> bool {
    const STANDS: &[&str] = &[
        "appear",
        "appears",
        "contained",
        "disclosed",
        "found",
        "given",
        "itemised",
        "itemized",
        "listed",
        "printed",
        "published",
        "recorded",
        "shown",
        "stated",
        "stands",
    ];
    const LED: &[&str] = &["a", "an", "her", "his", "its", "one", "our", "the", "their"];
    const LONGEST: usize = 4;
    let is_set_out = words.is(at, "out") && words.is_any(at.wrapping_sub(1), &["laid", "set", "spelled", "spelt"]);
    let led = at + 2;
    (is_set_out || words.is_any(at, STANDS))
        && words.is(at + 1, "in")
        && (words.is_any(led, LED) && (led + 1..=led + LONGEST).any(|paper| words.has(paper, Class::Document)))
}

/// "If the insurers are right", "could be counted from the tower": who says so is left to answer for it.
fn is_doubted(words: Words<'_>) -> bool {
    const LONGEST: usize = 6;
    let is_if = |at: usize| {
        words.is(at, "if")
            && (at + 2..at + LONGEST).any(|right| {
                words.is_any(right, &["believed", "correct", "right"])
                    && (words.has(right - 1, Class::Be) || words.is(right - 1, "be"))
            })
    };
    let is_seen = |at: usize| words.run_is(at, &["could", "be"]) && words.is_any(at + 2, &["counted", "made", "seen"]);
    (0..words.tokens.len()).any(|at| is_if(at) || is_seen(at))
}

/// "…, as a report made plain", "…, reckon scientists at Ardale", "announced on Monday by the yard, it is worth …".
fn is_closed(words: Words<'_>) -> bool {
    const RECKON: &[&str] = &[
        "believe",
        "believes",
        "calculate",
        "calculates",
        "claim",
        "claims",
        "estimate",
        "estimates",
        "insist",
        "insists",
        "reckon",
        "reckons",
        "think",
        "thinks",
    ];
    const PUT_OUT: &[&str] = &["announced", "disclosed", "published", "released", "reported", "revealed", "unveiled"];
    const MAKES: &[&str] = &["made", "make", "makes", "show", "showed", "shows"];
    const LONGEST: usize = 7;
    let is_shown = |at: usize| {
        words.is(at, "as")
            && (at + 2..at + LONGEST).any(|paper| words.has(paper, Class::Document))
            && (at + 3..at + 2 * LONGEST).any(|verb| words.is_any(verb, MAKES))
    };
    // Behind a comma, a verb and whoever reckons.
    let is_reckoned = |at: usize| {
        words.is_any(at, RECKON) && words.is_word(at + 1) && !words.is_any(at + 1, &["that", "it", "to", "the"])
    };
    let is_put_out = |at: usize| {
        words.is_any(at, PUT_OUT) && (1..=4).any(|on| words.is(at + on, "by") && words.is_word(at + on + 1))
    };
    (1..words.tokens.len())
        .filter(|&at| words.written(at - 1) == ",")
        .any(|at| is_shown(at) || is_reckoned(at) || is_put_out(at))
}

/// "Satellite images show 61 burned villages", "the prosecution's case is that he took £4m", "a board at the gate gives the
/// number as 40": what stands before the figure has it, up to the word with the number `end`.
fn is_opened(words: Words<'_>, end: usize) -> bool {
    const PICTURES: &[&str] = &["footage", "imagery", "images", "photographs", "pictures", "video"];
    const CASES: &[&str] = &[
        "account",
        "allegation",
        "argument",
        "case",
        "charge",
        "claim",
        "contention",
        "finding",
        "position",
        "theory",
        "version",
    ];
    const GIVES: &[&str] = &["gave", "gives", "lists", "stated", "states"];
    const LONGEST: usize = 8;
    let is_pictured = |at: usize| {
        words.is_any(at, PICTURES) && (at + 1..end.min(at + LONGEST)).any(|verb| words.has(verb, Class::Show))
    };
    let is_case = |at: usize| words.is_any(at, CASES) && words.has(at + 1, Class::Be) && words.is(at + 2, "that");
    let is_given = |at: usize| {
        0 < at
            && words.is_any(at, GIVES)
            && (at + 1..=at + 2).any(|noun| words.is_any(noun, FIGURES))
            && (at + 2..end).any(|tie| words.is_any(tie, &["as", "at"]))
    };
    let is_going_by = || {
        (0..words.tokens.len()).any(|at| {
            words.is_any(at, &["going", "judging"])
                && words.is(at + 1, "by")
                && (at + 2..at + LONGEST).any(|paper| words.has(paper, Class::Document) || words.is_any(paper, FIGURES))
        })
    };
    (0..end).any(|at| is_pictured(at) || is_case(at) || is_given(at)) || is_going_by()
}

/// What somebody may call a figure that they come back to.
pub(super) const FIGURES: &[&str] = &[
    "count",
    "data",
    "estimate",
    "figure",
    "figures",
    "measurement",
    "measurements",
    "number",
    "numbers",
    "percentage",
    "proportion",
    "rate",
    "reading",
    "share",
    "statistic",
    "statistics",
    "sum",
    "tally",
    "toll",
    "total",
];

/// "The figure | comes from the park's audit", "that number | was given by the engineer", "the sum | is stated in the
/// prospectus", "the count | was made by sensors".
fn says_whence(words: Words<'_>, at: usize) -> bool {
    const LED: &[&str] = &["the", "that", "this", "those", "these", "both"];
    const FROM: &[&str] = &["by", "from", "in", "on"];
    let is_told = 0 < at && words.is_any(at, FIGURES) && words.is_any(at - 1, LED);
    let comes = words.is_any(at + 1, &["comes", "come", "came"]) && words.is(at + 2, "from");
    let is_from = words.has(at + 1, Class::Be) && words.is(at + 2, "from");
    let is_done = words.has(at + 2, Class::Participle) || words.has(at + 2, Class::Past);
    let is_given = words.has(at + 1, Class::Be) && is_done && words.is_any(at + 3, FROM);
    is_told && (comes || is_from || is_given)
}

/// "That is | the tally of the growers' union", "the numbers are | the council's own".
fn says_whose(words: Words<'_>, at: usize) -> bool {
    const LONGEST: usize = 7;
    const FOUND: &[&str] = &[
        "arithmetic",
        "assessment",
        "calculation",
        "conclusion",
        "finding",
        "guess",
        "reckoning",
        "result",
        "verdict",
        "word",
    ];
    const POINTING: &[&str] = &["it", "that", "these", "this", "those"];
    let is_told = words.is_any(at, POINTING) && words.has(at + 1, Class::Be);
    let of_told = 0 < at && words.is_any(at, FIGURES) && words.has(at + 1, Class::Be);
    let owner = |from: usize| {
        (from..from + LONGEST).find(|&at| words.is_any(at, &["’s", "'s", "'", "’"]) || words.has(at, Class::Possessive))
    };
    let is_own = || owner(at + 2).is_some_and(|owner| words.is(owner + 1, "own"));
    let is_counted = || {
        (at + 2..at + 2 + LONGEST).any(|noun| {
            let is_of = words.is_any(noun + 1, &["by", "from", "of"]) && words.is(at + 2, "the");
            let is_count = words.is_any(noun, FIGURES) || words.is_any(noun, FOUND);
            is_count && (is_of || owner(at + 2).is_some_and(|owner| owner < noun))
        })
    };
    // "The figure is the union's."
    let is_owners = || {
        (at + 2..at + LONGEST)
            .any(|owner| words.is_any(owner, &["’s", "'s", "'", "’"]) && words.is_any(owner + 1, &[".", ",", ";"]))
    };
    is_told && (is_own() || is_counted()) || of_told && (is_own() || is_owners())
}
