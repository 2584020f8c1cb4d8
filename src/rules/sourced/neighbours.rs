//! Figures whose source speaks in the sentences beside them, or in the next paragraphs.

use super::whence::FIGURES;
use super::{Sourced, is_report, share_topic};
use crate::extract::{Attribution, AttributionKind, Figure, FigureKind, SourceKind, SourceMention};
use crate::language::{Class, WordList};
use crate::rules::family::Family;
use crate::rules::grave::is_toll;
use crate::story::Placed;

/// How many sentences before a figure somebody may have spoken who speaks around it.
const AROUND: usize = 2;

/// Words that say whose figures they are.
const OFFICIAL: &[&[&str]] = &[&["official", "figures"], &["official", "data"], &["official", "statistics"]];

impl Sourced<'_> {
    pub(super) fn is_held_by_neighbours(&self, figure: &Placed<Figure>) -> bool {
        self.speaks_next(figure)
            || self.is_announced_below(figure)
            || self.is_as_much_told(figure)
            || self.is_some_of_told(figure)
            || self.is_told_on(figure)
            || self.is_in_row(figure)
            // Who counted the dead is said each time.
            || !is_toll(self.story, figure)
                && (self.is_spoken_around(figure)
                    || self.is_told_next(figure)
                    || self.is_tellers_next(figure)
                    || self.is_taken_up(figure)
                    || self.is_shown_behind(figure))
    }

    /// A body or paper that gives figures at the end of a passage gave those just before: "…, the department said."
    fn speaks_next(&self, figure: &Placed<Figure>) -> bool {
        let next = figure.sentence + 1;
        let Some(place) = self.story.sentences.get(next) else { return false };
        let is_here = place.block == figure.block;
        let is_below = place.block == figure.block + 1 && !is_toll(self.story, figure);
        let holds = |kind| self.by_sentence.contains(&(next, Family::of(kind)));
        // "It cost £640,000. Half of it was the lottery's, the dean said.": who tells of the half tells of the whole.
        let is_halved = || holds(FigureKind::Share) && self.is_share(next);
        (is_here || is_below)
            && (holds(figure.kind) || is_halved())
            && self.story.attributions_in(next).iter().any(|attribution| is_report(attribution) || closes(attribution))
            && (is_here && (share_topic(self.story, next, figure.sentence) || self.takes_up(next))
                || is_below && self.compares(next))
    }

    /// "Only a fifth gave less.", and then "The Courier reports:": what the paragraph announces bears out the one before it.
    fn is_announced_below(&self, figure: &Placed<Figure>) -> bool {
        const LONGEST: u32 = 60;
        let next = self.story.blocks.get(figure.block + 1);
        next.is_some_and(|next| {
            next.span.len() < LONGEST
                && self.story.attributions_of(figure.block + 1).iter().any(|attribution| attribution.announces)
        })
    }

    /// "In 2022 they were 300": what the sentence before told of, by its pronoun.
    fn takes_up(&self, sentence: usize) -> bool {
        const NEAR: usize = 5;
        let words = self.words_of(sentence);
        (0..NEAR).any(|at| words.is_any(at, &["it", "they"]) && words.has(at + 1, Class::Be)) || self.is_share(sentence)
    }

    /// "The county's share is £3m", "half of it", "the rest goes to Brae": of what the sentence before told.
    fn is_share(&self, sentence: usize) -> bool {
        const NEAR: usize = 6;
        const PARTS: &[&str] = &["share", "portion", "part", "rest", "remainder", "balance"];
        let words = self.words_of(sentence);
        let is_owned = |at: usize| words.is_any(at, &["'s", "’s", "the", "its", "their", "her", "his"]);
        (1..NEAR).any(|at| words.is_any(at, PARTS) && is_owned(at - 1))
            || (0..2)
                .any(|of| words.is(of, "of") && words.is_any(of + 1, &["it", "that", "this", "them", "these", "those"]))
    }

    /// "Last year there were 25 percent fewer": more or less than what the sentence before gave.
    fn compares(&self, sentence: usize) -> bool {
        const NEAR: usize = 9;
        let words = self.words_of(sentence);
        (0..NEAR).any(|at| {
            let is_less = words.is_any(at, &["fewer", "less", "more"]) && !words.is(at + 1, "than");
            is_less && (words.is_any(at + 1, &[",", "."]) || words.written(at + 1) == ";")
        })
    }

    /// Who speaks right before and soon again speaks in between: "…, he said.", and in the next paragraph
    /// "The bank has 1.2 billion crowns to lend. It will do so slowly, he said."
    fn is_spoken_around(&self, figure: &Placed<Figure>) -> bool {
        let behind = self.speakers.partition_point(|(sentence, _)| *sentence <= figure.sentence);
        let before = self.speakers.partition_point(|(sentence, _)| *sentence < figure.sentence);
        let last = self.speakers[..before].last().filter(|(sentence, _)| figure.sentence <= sentence + AROUND);
        let is_here = |sentence: usize| self.story.sentences[sentence].block == figure.block;
        // Behind a figure that has its paragraph to itself, the next paragraph is as near.
        let is_near = |sentence: usize| {
            let block = self.story.sentences[sentence].block;
            block == figure.block || block == figure.block + 1 && sentence == figure.sentence + 1
        };
        let next = self.speakers.get(behind).filter(|(sentence, _)| is_near(*sentence));
        // In a paragraph of its own, of something else, it may be anybody's; "of the land laid bare" takes up the same.
        let is_near_to = |sentence: usize| is_here(sentence) || share_topic(self.story, sentence, figure.sentence);
        let is_of_told = || self.words_of(figure.sentence).is(0, "of");
        before == behind
            && last.zip(next).is_some_and(|(last, next)| {
                last.1 == next.1 && (is_near_to(last.0) || is_near_to(next.0) || is_of_told())
            })
    }

    /// "The average dealer had sales of $11 million" right behind "…, analysts say": a crowd goes on as a person does.
    fn is_told_on(&self, figure: &Placed<Figure>) -> bool {
        let Some(before) = figure.sentence.checked_sub(1) else { return false };
        self.story.sentences[before].block == figure.block
            && self.story.attributions_in(before).iter().any(|attribution| {
                attribution.source.is_some_and(|source| {
                    let words = self.story.tokens_in(source.span);
                    let is_any = |class| words.iter().any(|token| token.is(class));
                    // "Officials expect 4 million voters. Half of them have voted by post."
                    attribution.kind == AttributionKind::Speech
                        && source.kind == SourceKind::Group
                        && is_any(Class::Authority)
                        && (share_topic(self.story, before, figure.sentence)
                            || self.by_sentence.contains(&(before, Family::of(figure.kind))))
                        || is_any(Class::Official)
                            && !is_toll(self.story, figure)
                            && self.by_sentence.contains(&(before, Family::of(figure.kind)))
                })
            })
    }

    /// "Boats landed 4,800 tonnes this spring, officers said. They had landed 6,000 in the same weeks of 2023.": whoever gives
    /// the one gives what it is held against, be they one or many.
    fn is_as_much_told(&self, figure: &Placed<Figure>) -> bool {
        const WHEN: &[&[&str]] = &[
            &["the", "same"],
            &["a", "year", "earlier"],
            &["a", "year", "before"],
            &["a", "year", "ago"],
            &["the", "year", "before"],
            &["the", "month", "before"],
            &["the", "week", "before"],
            &["last", "year"],
            &["last", "season"],
        ];
        let Some(before) = figure.sentence.checked_sub(1) else { return false };
        let is_here = self.story.sentences[before].block == figure.block;
        if !is_here || !self.by_sentence.contains(&(before, Family::of(figure.kind))) {
            return false;
        }
        let words = self.words_of(figure.sentence);
        let near = 0..words.tokens.len();
        let is_then = WHEN.iter().any(|run| near.clone().any(|at| words.run_is(at, run)));
        let told = self.story.figures_of(figure.block).iter().filter(|other| other.sentence == before);
        let is_same = |other: &Placed<Figure>| {
            other.kind == figure.kind
                && other.unit.as_ref().map(|unit| &unit.head) == figure.unit.as_ref().map(|unit| &unit.head)
        };
        words.is_any(0, &["it", "they", "that", "there"]) && is_then && told.into_iter().any(is_same)
    }

    /// "Of those, 6,200 were bought by people under 25", behind "… 18,600 tickets, according to its organisers"; "more than
    /// half of them, 470, stood in Orm".
    fn is_some_of_told(&self, figure: &Placed<Figure>) -> bool {
        const NEAR: usize = 5;
        let Some(before) = figure.sentence.checked_sub(1) else { return false };
        let words = self.words_of(figure.sentence);
        let is_of_them = |of: usize| words.is(of, "of") && words.is_any(of + 1, &["those", "these", "them"]);
        let apart = figure.block - self.story.sentences[before].block;
        let is_near = apart == 0 || apart == 1 && !is_toll(self.story, figure);
        is_near
            && (words.is(0, "of") && words.is_any(1, &["that", "this"]) || (0..NEAR).any(is_of_them))
            && (self.by_sentence.contains(&(before, Family::of(figure.kind))) || apart == 0 && self.gives_any(before))
    }

    /// Whether the sentences beside it in its paragraph say where it is from.
    pub(super) fn is_traced_in_paragraph(&self, figure: &Placed<Figure>) -> bool {
        self.is_recorded(figure)
            || self.is_put_out(figure)
            || self.is_given_by(figure)
            || self.says_whence(figure)
            || self.is_counted_by(figure)
            || self.is_closed_by_paper(figure)
    }

    /// "… The rise worries the nurse, Ida Moss, who gave the figures", "the treasurer gave the sums to members": said
    /// anywhere in the paragraph of what it has told.
    fn is_given_by(&self, figure: &Placed<Figure>) -> bool {
        const GAVE: WordList = WordList::of(&[
            "cited",
            "compiled",
            "compiles",
            "confirmed",
            "gave",
            "gives",
            "issued",
            "keeps",
            "kept",
            "presented",
            "provided",
            "published",
            "quoted",
            "read",
            "released",
            "sent",
            "shared",
            "supplied",
            "tabled",
        ]);
        const LISTS: &[&str] = &["list", "lists", "log", "register", "results", "sums", "totals"];
        self.story.sentences_of(figure.block).any(|sentence| {
            let words = self.words_of(sentence);
            (1..words.tokens.len()).any(|at| {
                let figures = at + 1 + usize::from(words.is(at + 1, "out"));
                words.is_listed(at, &GAVE)
                    && words.is_any(figures, &["the", "that", "these", "this", "those"])
                    && (words.is_any(figures + 1, FIGURES) || words.is_any(figures + 1, LISTS))
            })
        })
    }

    /// "It is the highest total recorded by the Ferry Board": who keeps count is named in the sentence or beside it.
    fn is_recorded(&self, figure: &Placed<Figure>) -> bool {
        const COUNTED: &[&str] =
            &["recorded", "compiled", "collected", "measured", "tracked", "logged", "counted", "tallied", "collated"];
        let near = figure.sentence.saturating_sub(1)..=figure.sentence + 1;
        let is_here =
            |&sentence: &usize| self.story.sentences.get(sentence).is_some_and(|place| place.block == figure.block);
        near.filter(is_here).any(|sentence| {
            let words = self.words_of(sentence);
            // "By the Ferry Board", "by the website Rentscan", "by the state's gauges".
            let names = |at| words.is_capitalized(at) || words.has(at, Class::Determiner) && words.is_word(at + 1);
            // "The census counted 41,200 people. Twenty years earlier there were 36,900."
            let is_count = |at: usize| words.is_any(at, &["census", "register"]) && words.is_any(at + 1, COUNTED);
            (0..words.tokens.len())
                .any(|at| is_count(at) || words.is_any(at, COUNTED) && words.is(at + 1, "by") && names(at + 2))
        }) || OFFICIAL.iter().any(|run| {
            let words = self.words_of(figure.sentence);
            (0..words.tokens.len()).any(|at| words.run_is(at, run))
        })
    }

    /// "Ida Moss flew in with 4,000 doses. They would run out by Friday, she said.": whom the sentence is about tells it.
    fn is_tellers_next(&self, figure: &Placed<Figure>) -> bool {
        const SUBJECT: usize = 4;
        let next = figure.sentence + 1;
        let is_here = self.story.sentences.get(next).is_some_and(|place| place.block == figure.block);
        let words = self.words_of(figure.sentence);
        let head = words.span(0, words.tokens.len().min(SUBJECT)).shifted(self.story.blocks[figure.block].span.start);
        let is_pronoun = |attribution: &Placed<Attribution>| {
            attribution.source.is_some_and(|source| {
                source.kind == SourceKind::Pronoun && ["he", "she"].contains(&self.story.text_of(source.span))
            })
        };
        // "The survey was made by Grant Holloway, which was paid £38,000. Grant Holloway said …".
        let is_named = |attribution: &Placed<Attribution>| {
            let name = attribution.source.map(|source| self.story.text_of(source.head));
            attribution.kind == AttributionKind::Speech
                && self.story.names.iter().any(|other| {
                    other.sentence == figure.sentence && name.is_some_and(|name| self.story.text_of(other.span) == name)
                })
        };
        let told = self.story.attributions_in(next);
        if is_here && told.iter().any(is_named) {
            return true;
        }
        is_here
            && told.iter().any(is_pronoun)
            && self.story.names.iter().any(|name| name.sentence == figure.sentence && head.overlaps(name.span))
    }

    /// Whether somebody gives figures in this sentence, of whatever kind.
    fn gives_any(&self, sentence: usize) -> bool {
        [Family::Counts, Family::Money, Family::Parts]
            .iter()
            .any(|&family| self.by_sentence.contains(&(sentence, family)))
    }

    /// "…, according to the returns.", and then "It fell nearly everywhere, by half in Troon": the same thing goes on.
    fn is_taken_up(&self, figure: &Placed<Figure>) -> bool {
        let Some(before) = figure.sentence.checked_sub(1) else { return false };
        let opens = self.story.tokens_in(self.story.sentences[figure.sentence].span).first();
        let text = self.story.text_of(self.story.blocks[figure.block].span);
        // "It costs 37% more to build": here the word takes up nothing.
        let words = self.words_of(figure.sentence);
        let is_idle = || {
            words.is(0, "it")
                && words.is_any(1, &["cost", "costs", "took", "takes"])
                && (2..words.tokens.len()).any(|at| words.is(at, "to"))
        };
        // Who has told of no figure goes on with none.
        let gives = self.gives_any(before);
        self.story.sentences[before].block + 1 == figure.block
            && gives
            && !is_idle()
            && (opens.is_some_and(|token| ["It", "They", "That"].contains(&token.of(text)))
                || self.story.takes_up_later(figure.sentence))
            && self
                .story
                .attributions_in(before)
                .iter()
                .any(|attribution| is_report(attribution) || closes(attribution))
    }

    /// "The study found … at 44 percent. The lowest was Ayr at 12 percent. Troon followed at 15 percent.": who gives the
    /// first of a row gives the rest.
    fn is_in_row(&self, figure: &Placed<Figure>) -> bool {
        const LONGEST: usize = 4;
        let family = Family::of(figure.kind);
        let is_next = |sentence: usize| {
            let words = self.words_of(sentence);
            let leads = words.is(0, "The") && words.has(1, Class::Superlative);
            leads
                || (0..words.tokens.len())
                    .any(|at| words.is_any(at, &["followed", "trailed"]) && !words.is(at + 1, "by"))
        };
        let mut sentence = figure.sentence;
        for _ in 0..LONGEST {
            if !is_next(sentence) || sentence == 0 {
                return false;
            }
            sentence -= 1;
            if self.story.sentences[sentence].block + 1 < figure.block {
                return false;
            }
            if self.by_sentence.contains(&(sentence, family)) {
                return true;
            }
        }
        false
    }

    /// "Half of it came from firms that are gone, company records show": a paper speaks in the next sentence
    /// of the same things.
    fn is_shown_behind(&self, figure: &Placed<Figure>) -> bool {
        let next = figure.sentence + 1;
        self.story.sentences.get(next).is_some_and(|sentence| sentence.block == figure.block)
            && self
                .story
                .attributions_in(next)
                .iter()
                .any(|attribution| attribution.source.is_some_and(|source| is_paper(source.kind)))
            && share_topic(self.story, next, figure.sentence)
    }

    /// A body or paper that has just given figures of the same things in the paragraph before: "…, the agency said.",
    /// and in the next "One in four of the young is out of work."
    fn is_told_next(&self, figure: &Placed<Figure>) -> bool {
        let Some(before) = figure.sentence.checked_sub(1) else { return false };
        let block = self.story.sentences[before].block;
        let tells = |attribution: &Placed<Attribution>| is_report(attribution) || closes(attribution);
        let told = self.story.attributions_in(before);
        let gives = |family: Family| self.by_sentence.contains(&(before, family));
        block + 1 == figure.block
            && (told.iter().any(|attribution| is_report(attribution) && self.is_spoken(attribution))
                && gives(Family::of(figure.kind))
                && share_topic(self.story, before, figure.sentence)
                || told.iter().any(tells)
                    && (gives(Family::of(figure.kind)) || gives(Family::Parts) || gives(Family::Money))
                    && self.is_companion(before, figure.sentence))
    }

    /// "According to a tally by the agency": it holds up its own paragraph, and is no voice that goes on.
    fn is_spoken(&self, attribution: &Placed<Attribution>) -> bool {
        let is_paper = attribution.source.is_some_and(|source| source.kind == SourceKind::Document);
        !is_paper || !self.story.text_of(attribution.cue).to_lowercase().starts_with("according")
    }

    /// "Profit fell to £3.6m, the firm said.", and in the next paragraph "Sales rose by 2%.": a short sentence that names
    /// nobody and tells of one more change.
    fn is_companion(&self, before: usize, sentence: usize) -> bool {
        const LONGEST: usize = 18;
        const CHANGED: &[&str] = &["up", "down", "halved", "doubled", "trebled", "tripled", "against"];
        let moves = |sentence: usize| {
            let words = self.words_of(sentence);
            (0..words.tokens.len())
                .any(|at| words.has(at, Class::Rise) || words.has(at, Class::Fall) || words.is_any(at, CHANGED))
        };
        // "Voters rejected a tax increase, records show": that moved nothing.
        let has_moved = |sentence: usize| {
            let words = self.words_of(sentence);
            let is_deed = |at: usize| !words.is_any(at, &["increase", "increases", "rise", "cut", "cuts"]);
            let moves = |at: usize| (words.has(at, Class::Rise) || words.has(at, Class::Fall)) && is_deed(at);
            (0..words.tokens.len()).any(|at| moves(at) || words.is_any(at, CHANGED))
        };
        let names = self.story.names.partition_point(|name| name.sentence < sentence);
        let names_nobody = self.story.names.get(names).is_none_or(|name| name.sentence != sentence || !name.sure);
        let is_short = self.words_of(sentence).tokens.len() <= LONGEST;
        // What a poll gives is an answer, and no change of anything.
        let is_of_poll = || self.story.sentence_has(before, Class::Poll);
        is_short && names_nobody && has_moved(before) && moves(sentence) && !is_of_poll()
    }
}

/// "…, said its superintendent, Ida Moss.": somebody with a name or a post, who stands behind all that is said.
fn closes(attribution: &Attribution) -> bool {
    let is_somebody =
        |source: SourceMention| matches!(source.kind, SourceKind::Person | SourceKind::Role | SourceKind::Pronoun);
    attribution.kind == AttributionKind::Speech
        && attribution.source.is_some_and(is_somebody)
        && attribution.content.iter().all(|piece| piece.end <= attribution.cue.start)
}

fn is_paper(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Document | SourceKind::Outlet)
}
