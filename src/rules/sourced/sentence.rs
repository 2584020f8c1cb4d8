//! Figures that their own sentence gives to somebody, in other words than those of an attribution.

use super::Sourced;
use super::whence::FIGURES;
use crate::extract::Figure;
use crate::language::{Class, Words};
use crate::rules::family::Family;
use crate::rules::worded::answers;
use crate::story::Placed;

impl Sourced<'_> {
    pub(super) fn is_held_in_sentence(&self, figure: &Placed<Figure>) -> bool {
        let gives = || {
            self.is_shown(figure)
                || self.is_said_before(figure)
                || self.is_testified(figure)
                || self.is_said_late(figure)
                || self.is_listed(figure)
                || self.is_reckoned(figure)
                || self.is_figure_of(figure)
                || self.is_asked(figure)
                || self.is_put_at(figure)
                || self.is_announced(figure)
                || self.is_of_what_they_say(figure)
                || self.is_kept_in_list(figure)
                || self.is_of_record(figure)
                || self.names_record(figure)
        };
        self.speaks_in_sentence(figure)
            || self.is_change_of_told(figure)
            || self.is_of_another_time(figure)
            || *answers(self.story, figure).given.get_or_init(gives)
    }

    /// "Officials expect growth of two percent after eight percent last year": who gives one gives the other.
    fn speaks_in_sentence(&self, figure: &Placed<Figure>) -> bool {
        self.by_sentence.contains(&(figure.sentence, Family::of(figure.kind)))
    }

    /// "It sold 18,600 tickets, according to its organisers, an increase of 24 percent": by how much what they gave has
    /// changed.
    fn is_change_of_told(&self, figure: &Placed<Figure>) -> bool {
        const CHANGES: &[&str] = &["decline", "decrease", "drop", "fall", "increase", "jump", "reduction", "rise"];
        let words = self.words_before(figure);
        let end = words.tokens.len();
        let is_noun = words.is(end.wrapping_sub(1), "of")
            && words.is_any(end.wrapping_sub(2), CHANGES)
            && words.is_any(end.wrapping_sub(3), &["a", "an"])
            && words.is(end.wrapping_sub(4), ",");
        let is_way = words.is_any(end.wrapping_sub(1), &["up", "down"]) && words.is(end.wrapping_sub(2), ",");
        (is_noun || is_way)
            && [Family::Counts, Family::Money, Family::Parts]
                .iter()
                .any(|family| self.by_sentence.contains(&(figure.sentence, *family)))
    }

    /// "Four of this year's deaths and six of last year's": who gives one of them elsewhere gives the other.
    fn is_of_another_time(&self, figure: &Placed<Figure>) -> bool {
        let text = self.story.text_of(self.story.blocks[figure.block].span);
        let words = Words { text, tokens: self.story.tokens_behind(figure.sentence, figure.number.end) };
        let is_dated = words.is(0, "of") && words.is_any(1, &["last", "this"]) && words.is_any(3, &["'s", "’s"]);
        let others = self.story.figures_of(figure.block).iter().filter(|other| other.sentence == figure.sentence);
        is_dated && others.filter(|other| other.number != figure.number).any(|other| self.has_elsewhere(other))
    }

    /// "Bank figures from 1986 showed net equity at 302 percent": a paper shows it, whoever wrote the paper.
    fn is_shown(&self, figure: &Placed<Figure>) -> bool {
        let before = self.story.tokens_before(figure.sentence, figure.number.start);
        let paper = before.iter().position(|token| token.is(Class::Document));
        paper.is_some_and(|paper| before[paper..].iter().any(|token| token.is(Class::Show)))
    }

    /// "The chairman said, in a note to members, that the club took £4m": a verb of speech and its "that" stand before.
    fn is_said_before(&self, figure: &Placed<Figure>) -> bool {
        let words = self.words_before(figure);
        let is_verb = |at: &usize| words.has(*at, Class::Say) && words.has(*at, Class::Past);
        (1..words.tokens.len())
            .find(is_verb)
            .is_some_and(|verb| (verb + 1..words.tokens.len()).any(|at| words.is(at, "that")))
    }

    /// "Moss's testimony about 40 letters": a noun of speech with its owner holds up what it tells.
    fn is_testified(&self, figure: &Placed<Figure>) -> bool {
        const TOLD: &[&str] = &["testimony", "disclosure", "admission", "estimate", "assertion", "claim", "contention"];
        let words = self.words_before(figure);
        (1..words.tokens.len()).any(|at| {
            let owner = at.wrapping_sub(1);
            words.is_any(at, TOLD)
                && words.is_any(at + 1, &["that", "of", "on", "about"])
                && (words.is_any(owner, &["’s", "'s"]) || words.has(owner, Class::Possessive))
        })
    }

    /// "…, its organisers said on Sunday as the stage came down": who says so stands behind the last comma, whatever
    /// happened meanwhile.
    fn is_said_late(&self, figure: &Placed<Figure>) -> bool {
        const WHEN: &[&str] =
            &["on", "in", "at", "to", "as", "while", "when", "after", "before", "during", "late", "early"];
        const LONGEST: usize = 8;
        let text = self.story.text_of(self.story.blocks[figure.block].span);
        let words = Words { text, tokens: self.story.tokens_behind(figure.sentence, figure.number.end) };
        (1..words.tokens.len()).any(|verb| {
            let comma = (verb.saturating_sub(LONGEST)..verb).rev().find(|&at| words.written(at) == ",");
            let is_when =
                words.is_any(verb + 1, WHEN) || words.has(verb + 1, Class::Time) || words.written(verb + 1) == ".";
            let opens = comma.map(|comma| comma + 1).filter(|&at| at < verb);
            let is_other = |at: usize| {
                let ties = [Class::Coordinator, Class::Subordinator, Class::Relative, Class::Preposition];
                words.get(at).is_some_and(|token| token.classes.has_any(&ties))
            };
            words.has(verb, Class::Say)
                && words.has(verb, Class::Past)
                && is_when
                && opens.is_some_and(|at| !is_other(at))
        })
    }

    /// "Eight are listed as fundraisers, each for more than $100,000": a list gives it.
    fn is_listed(&self, figure: &Placed<Figure>) -> bool {
        let words = self.words_before(figure);
        let is_disclosed =
            self.story.sentence_names(figure.sentence, &["disclosure", "disclosures", "filing", "filings"]);
        let is_listed = || (0..words.tokens.len()).any(|at| words.run_is(at, &["listed", "as"]));
        // "Ayr was No. 19 on this list, with 159 burglaries".
        let is_on_list = || (0..words.tokens.len()).any(|at| words.run_is(at, &["on", "this", "list"]));
        is_on_list() || is_in_paper(words) || Family::of(figure.kind) == Family::Money && (is_disclosed || is_listed())
    }

    /// "A hand earns $400 a week, a figure that the institute's paper gives as its median".
    fn is_figure_of(&self, figure: &Placed<Figure>) -> bool {
        const FIGURES: &[&str] = &["count", "figure", "number", "rate", "share", "sum", "total"];
        const STANDS: &[Class] = &[Class::Be, Class::Have, Class::Modal, Class::Past, Class::Third];
        let text = self.story.text_of(self.story.blocks[figure.block].span);
        let words = Words { text, tokens: self.story.tokens_behind(figure.sentence, figure.number.end) };
        let is_led = |at: usize| words.is_any(at - 1, &["a", "the"]) && words.is_any(at + 1, &["that", "which"]);
        // "…; the numbers, from a chart in the report, are rounded".
        let is_from = |at: usize| words.is(at + 1, ",") && words.is(at + 2, "from") && words.is(at - 1, "the");
        let is_papers = |at: usize| (at + 3..at + 8).any(|on| words.has(on, Class::Document));
        (1..words.tokens.len()).any(|at| {
            words.is_any(at, &["figures", "numbers", "shares"]) && is_from(at) && is_papers(at)
                || words.is_any(at, FIGURES)
                    && is_led(at)
                    && words.get(at + 2).is_some_and(|who| !who.classes.has_any(STANDS))
        })
    }

    /// "Police seized 640 sacks of what they said was dyed salt": who says what it was says how much.
    fn is_of_what_they_say(&self, figure: &Placed<Figure>) -> bool {
        const NEAR: usize = 4;
        let text = self.story.text_of(self.story.blocks[figure.block].span);
        let words = Words { text, tokens: self.story.tokens_behind(figure.sentence, figure.number.end) };
        (0..NEAR).any(|of| {
            words.run_is(of, &["of", "what"]) && (of + 3..of + 3 + NEAR).any(|verb| words.has(verb, Class::Say))
        })
    }

    /// "Lists kept at the hospital | name 17 dead", "the register of the port has 40 hulls": a paper that opens the sentence
    /// and a verb by which it gives so many; "…, the inquest report in the archive records.": one that closes it.
    fn is_kept_in_list(&self, figure: &Placed<Figure>) -> bool {
        const GIVES: &[&str] =
            &["count", "counts", "give", "gives", "list", "lists", "name", "names", "record", "records"];
        const LONGEST: usize = 10;
        const CLOSING: &[&str] = &[
            "attests",
            "indicate",
            "indicates",
            "notes",
            "record",
            "records",
            "show",
            "showed",
            "shows",
            "suggest",
            "suggests",
        ];
        const LISTS: &[&str] = &["ledger", "list", "lists", "log", "logs", "register", "registers", "roll", "rolls"];
        let before = self.words_before(figure);
        let opens = (0..3).find(|&at| before.has(at, Class::Document) || before.is_any(at, LISTS));
        let gives = |paper: usize| (paper + 1..before.tokens.len()).any(|verb| before.is_any(verb, GIVES));
        let words = self.words_of(figure.sentence);
        let end = words.tokens.len();
        let last = (end.saturating_sub(2)..end).rfind(|&at| words.is_word(at));
        let closes = last.is_some_and(|verb| {
            let comma = (verb.saturating_sub(LONGEST)..verb).rev().find(|&at| words.written(at) == ",");
            let is_paper = |comma: usize| {
                let is_one =
                    |at: usize| words.has(at, Class::Document) || words.is_any(at, LISTS) || words.is_any(at, FIGURES);
                (comma + 1..verb).any(is_one)
            };
            words.is_any(verb, CLOSING) && comma.is_some_and(is_paper)
        });
        opens.is_some_and(gives) || closes
    }

    /// "Two in three of the 90 firms asked by the chamber": who asked gives the answers.
    fn is_asked(&self, figure: &Placed<Figure>) -> bool {
        const ASKED: &[&str] = &["asked", "canvassed", "interviewed", "polled", "questioned", "surveyed"];
        let words = self.words_of(figure.sentence);
        Family::of(figure.kind) == Family::Parts
            && (0..words.tokens.len()).any(|at| words.is_any(at, ASKED) && words.is(at + 1, "by"))
    }

    /// "Of mice she had better news: traps caught 310": before the colon somebody has something to tell.
    fn is_announced(&self, figure: &Placed<Figure>) -> bool {
        const TOLD: &[&str] =
            &["answer", "argument", "arithmetic", "example", "explanation", "message", "news", "sums", "warning"];
        let words = self.words_before(figure);
        let Some(colon) = (1..words.tokens.len()).rfind(|&at| words.written(at) == ":") else { return false };
        let is_told = |at: usize| words.is_any(at, TOLD);
        let has = (1..colon).find(|&at| words.has(at, Class::Have) || words.is_any(at, &["gave", "gives", "brought"]));
        has.is_some_and(|has| {
            let who = has - 1;
            let is_person = words.is_any(who, &["he", "she"]) || 0 < who && words.is_capitalized(who);
            is_person && (has + 1..colon).any(is_told)
        })
    }

    /// "At a cost that the council puts at £4m": who puts it so stands before the verb.
    fn is_put_at(&self, figure: &Placed<Figure>) -> bool {
        const PUT: &[&str] = &["put", "puts", "estimate", "estimates", "estimated", "reckons", "reckoned", "values"];
        const SUBJECT: usize = 7;
        let words = self.words_before(figure);
        let near = words.tokens.len().saturating_sub(4)..words.tokens.len();
        near.rev().any(|verb| {
            let subject = (verb.saturating_sub(SUBJECT)..verb).rev().find(|&at| words.is_any(at, &["that", "which"]));
            let is_led = (verb + 1..words.tokens.len()).any(|at| words.is_any(at, &["at", "to"]));
            words.is_any(verb, PUT) && is_led && subject.is_some_and(|that| that + 1 < verb)
        })
    }

    /// "240 jobs, in the union's reckoning", "by her own count": whose figure it is stands behind it.
    fn is_reckoned(&self, figure: &Placed<Figure>) -> bool {
        const RECKONED: &[&str] = &[
            "reckoning",
            "estimate",
            "estimates",
            "count",
            "estimation",
            "telling",
            "calculation",
            "calculations",
            "valuation",
            "valuations",
            "tally",
        ];
        const GIVEN: &[&str] = &["given", "supplied", "provided", "offered", "made"];
        let words = self.words_of(figure.sentence);
        (2..words.tokens.len()).any(|at| {
            let owner = at - 1 - usize::from(words.is(at - 1, "own"));
            // "That was the count given by the head".
            let is_given =
                || words.is_any(at + 1, GIVEN) && words.is(at + 2, "by") && words.has(at - 1, Class::Determiner);
            // "By the count of the vet, Ida Moss".
            let is_counted = || words.is(at + 1, "of") && words.run_is(at - 2, &["by", "the"]);
            // "Two dead, 14 hurt: that was the toll given by the inspector".
            let is_toll = || words.is_any(at, &["toll", "figure", "figures", "number", "numbers"]) && is_given();
            // "The insurers' own figure is €3.2 million".
            let is_figure = || {
                words.is_any(at, &["figure", "figures"])
                    && words.has(at + 1, Class::Be)
                    && words.is_any(owner, &["’s", "'s", "'", "’"])
            };
            words.is_any(at, RECKONED) && (is_given() || is_counted())
                || is_figure()
                || is_toll()
                || words.is_any(at, RECKONED)
                    && (words.is_any(owner, &["’s", "'s", "'", "’"]) || words.has(owner, Class::Possessive))
        })
    }
}

/// "The best-paid director, who is not named in the accounts, got £238,000": the sum is from them, too.
fn is_in_paper(words: Words<'_>) -> bool {
    const GIVEN: &[&str] = &["disclosed", "given", "listed", "named", "recorded", "shown", "stated"];
    (0..words.tokens.len())
        .any(|at| words.is_any(at, GIVEN) && words.run_is(at + 1, &["in", "the"]) && words.has(at + 3, Class::Document))
}
