//! Which figures a story has from somebody although nobody is named beside them.

use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

use super::described::is_post;
use super::listed::{is_by_filings, is_by_ranking, is_filed, is_ranked};
use super::on_record::is_toll;
use super::polled::is_of_poll;
use crate::draft::Role;
use crate::extract::{Attribution, AttributionKind, Figure, FigureKind, SourceKind};
use crate::language::{Class, Words};
use crate::story::{Claim, Placed, SourceId, Standing, Story, topic_of};
use crate::text::Span;

/// Kinds that one source tends to give together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Family {
    /// Percentages, points and shares.
    Parts,
    /// Sums of money.
    Money,
    /// Everything that is counted.
    Counts,
}

impl Family {
    pub(super) fn of(kind: FigureKind) -> Self {
        match kind {
            FigureKind::Percentage
            | FigureKind::Points
            | FigureKind::BasisPoints
            | FigureKind::Share
            | FigureKind::Ratio => Self::Parts,
            FigureKind::Money => Self::Money,
            _ => Self::Counts,
        }
    }
}

/// In how many sentences a document has to give figures before a story is taken to rest on it.
const DOCUMENT_SENTENCES: usize = 2;

/// In how many sentences a body has to.
const BODY_SENTENCES: usize = 3;

/// How many words a sentence shares with those of a report on whose subject it is.
const SHARED_TOPICS: usize = 2;

/// How many sentences before a figure somebody may have spoken who speaks around it.
const AROUND: usize = 2;

/// How many paragraphs a lead-in ("The report's other findings:") speaks for.
const LEAD_REACH: usize = 6;

/// What the story's figures have from somebody.
pub(super) struct Sourced<'a> {
    story: &'a Story,
    by_value: FxHashMap<Decimal, Vec<&'a Placed<Figure>>>,
    /// By sentence, the kinds of figures that an attribution in it covers.
    by_sentence: FxHashSet<(usize, Family)>,
    /// Who speaks in which sentence, by sentence.
    speakers: Vec<(usize, SourceId)>,
    reports: Vec<Report>,
    /// What the figures are that the story brings from a release: a statistics office's or a company's.
    released: Option<Class>,
    /// The first block that asks a question of an interview.
    first_question: Option<usize>,
    /// Whether the headline speaks of a ranking.
    is_by_ranking: bool,
    /// Whether the story speaks of what has been filed or disclosed.
    is_by_filings: bool,
}

/// A document or body from which a story has most of its figures of a family.
struct Report {
    family: Family,
    from: usize,
    topics: FxHashSet<String>,
}

impl<'a> Sourced<'a> {
    pub(super) fn of(story: &'a Story) -> Self {
        let mut by_value: FxHashMap<Decimal, Vec<&'a Placed<Figure>>> = FxHashMap::default();
        let mut by_sentence = FxHashSet::default();
        for (_, claim, figure) in story.figure_claims() {
            if is_held(story, claim) || story.has_spoken_before(figure) {
                by_value.entry(figure.value).or_default().push(figure);
            }
            if claim.attribution.standing == Standing::Attributed && is_held(story, claim) {
                by_sentence.insert((figure.sentence, Family::of(figure.kind)));
            }
        }
        Self {
            released: released(story),
            first_question: story.blocks.iter().position(|block| story.text_of(block.span).starts_with("Q: ")),
            is_by_ranking: is_by_ranking(story),
            is_by_filings: is_by_filings(story),
            speakers: speakers(story),
            reports: reports(story),
            story,
            by_value,
            by_sentence,
        }
    }

    /// Whether somebody holds the figure up elsewhere than beside it.
    pub(super) fn holds(&self, figure: &Placed<Figure>) -> bool {
        self.has_elsewhere(figure)
            || self.speaks_in_sentence(figure)
            || self.speaks_next(figure)
            || !is_toll(self.story, figure) && self.is_spoken_around(figure)
            || self.is_interview(figure)
            || self.is_led_in(figure)
            || self.is_shown(figure)
            || is_of_poll(self.story, figure)
            || self.is_told_on(figure)
            || self.is_recorded(figure)
            || self.is_put_out(figure)
            || !is_toll(self.story, figure) && self.is_told_next(figure)
            || self.is_released(figure)
            || is_ranked(self.story, figure, self.is_by_ranking)
            || self.is_by_filings && is_filed(self.story, figure)
            || self.is_said_before(figure)
            || self.is_testified(figure)
            || self.is_said_late(figure)
            || self.is_of_study(figure)
            || self.is_taken_up(figure)
            || self.is_listed(figure)
            || self.is_reckoned(figure)
            || self.is_in_row(figure)
            || self.is_of_monthly_report(figure)
            || self.is_own_debt(figure)
            || self.is_shown_behind(figure)
            || !is_toll(self.story, figure) && self.is_of_report(figure)
    }

    /// The words of the sentence with this number.
    fn words_of(&self, sentence: usize) -> Words<'a> {
        let sentence = &self.story.sentences[sentence];
        let text = self.story.text_of(self.story.blocks[sentence.block].span);
        Words { text, tokens: self.story.tokens_in(sentence.span) }
    }

    /// The words of a figure's sentence before it.
    fn words_before(&self, figure: &Placed<Figure>) -> Words<'a> {
        let text = self.story.text_of(self.story.blocks[figure.block].span);
        Words { text, tokens: self.story.tokens_before(figure.sentence, figure.number.start) }
    }

    /// A figure is asked for once: the same number of the same thing has a source in another sentence.
    pub(super) fn has_elsewhere(&self, figure: &Placed<Figure>) -> bool {
        self.by_value
            .get(&figure.value)
            .into_iter()
            .flatten()
            .any(|other| other.sentence != figure.sentence && other.kind == figure.kind && same_unit(other, figure))
    }

    /// "Officials expect growth of two percent after eight percent last year": who gives one gives the other.
    fn speaks_in_sentence(&self, figure: &Placed<Figure>) -> bool {
        self.by_sentence.contains(&(figure.sentence, Family::of(figure.kind)))
    }

    /// A body or paper that gives figures at the end of a passage gave those just before: "…, the department said."
    fn speaks_next(&self, figure: &Placed<Figure>) -> bool {
        let next = figure.sentence + 1;
        self.story.sentences.get(next).is_some_and(|sentence| sentence.block == figure.block)
            && self.by_sentence.contains(&(next, Family::of(figure.kind)))
            && self.story.attributions_in(next).iter().any(|attribution| is_report(attribution))
            && share_topic(self.story, next, figure.sentence)
    }

    /// Who speaks right before and soon again speaks in between: "…, he said.", and in the next paragraph
    /// "The bank has 1.2 billion crowns to lend. It will do so slowly, he said."
    fn is_spoken_around(&self, figure: &Placed<Figure>) -> bool {
        let behind = self.speakers.partition_point(|(sentence, _)| *sentence <= figure.sentence);
        let before = self.speakers.partition_point(|(sentence, _)| *sentence < figure.sentence);
        let last = self.speakers[..before].last().filter(|(sentence, _)| figure.sentence <= sentence + AROUND);
        // Behind a figure that has its paragraph to itself, the next paragraph is as near.
        let is_near = |sentence: usize| {
            let block = self.story.sentences[sentence].block;
            block == figure.block || block == figure.block + 1 && sentence == figure.sentence + 1
        };
        let next = self.speakers.get(behind).filter(|(sentence, _)| is_near(*sentence));
        before == behind && last.zip(next).is_some_and(|(last, next)| last.1 == next.1)
    }

    /// "The average dealer had sales of $11 million" right behind "…, analysts say": a crowd goes on as a person does.
    fn is_told_on(&self, figure: &Placed<Figure>) -> bool {
        let Some(before) = figure.sentence.checked_sub(1) else { return false };
        self.story.sentences[before].block == figure.block
            && self.story.attributions_in(before).iter().any(|attribution| {
                attribution.kind == AttributionKind::Speech
                    && attribution.source.is_some_and(|source| {
                        let words = self.story.tokens_in(source.span);
                        source.kind == SourceKind::Group && words.iter().any(|token| token.is(Class::Authority))
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
            let names =
                |at| words.is_capitalized(at) || words.has(at, Class::Determiner) && words.is_capitalized(at + 1);
            (0..words.tokens.len()).any(|at| words.is_any(at, COUNTED) && words.is(at + 1, "by") && names(at + 2))
        }) || OFFICIAL.iter().any(|run| {
            let words = self.words_of(figure.sentence);
            (0..words.tokens.len()).any(|at| words.run_is(at, run))
        })
    }

    /// "Q: …", "A: …": a paragraph of an interview is somebody's words, and so is one that opens with a tag: a post.
    fn is_interview(&self, figure: &Placed<Figure>) -> bool {
        let is_answer = || self.story.text_of(self.story.blocks[figure.block].span).starts_with("A: ");
        is_post(self.story, figure.block)
            || is_answer()
            || self.first_question.is_some_and(|question| question < figure.block)
    }

    /// "The chairman said, in a note to members, that the club took £4m": a verb of speech and its "that" stand before.
    fn is_said_before(&self, figure: &Placed<Figure>) -> bool {
        let words = self.words_before(figure);
        let is_verb = |at: &usize| words.has(*at, Class::Say) && words.has(*at, Class::Past);
        (1..words.tokens.len())
            .find(is_verb)
            .is_some_and(|verb| (verb + 1..words.tokens.len()).any(|at| words.is(at, "that")))
    }

    /// "…, its organisers said on Sunday as the stage came down": who says so stands behind the last comma, whatever
    /// happened meanwhile.
    fn is_said_late(&self, figure: &Placed<Figure>) -> bool {
        const WHEN: &[&str] = &["on", "in", "at", "as", "while", "when", "after", "before", "during", "late", "early"];
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

    /// "The authors found that … Districts hit hardest had a 12 percent greater drop": who studied something gives what
    /// came out, in the paragraph and the next.
    fn is_of_study(&self, figure: &Placed<Figure>) -> bool {
        const WHO: &[&str] =
            &["researchers", "authors", "economists", "scientists", "academics", "psychologists", "study", "paper"];
        const DID: &[&str] =
            &["found", "looked", "studied", "analyzed", "analysed", "examined", "compared", "calculated"];
        let first = self.story.sentences_of(figure.block.saturating_sub(1)).start;
        let studies =
            |sentence: usize| self.story.sentence_names(sentence, WHO) && self.story.sentence_names(sentence, DID);
        Family::of(figure.kind) == Family::Parts && (first..figure.sentence).any(studies)
    }

    /// "…, according to the returns.", and then "It fell nearly everywhere, by half in Troon": the same thing goes on.
    fn is_taken_up(&self, figure: &Placed<Figure>) -> bool {
        let Some(before) = figure.sentence.checked_sub(1) else { return false };
        let opens = self.story.tokens_in(self.story.sentences[figure.sentence].span).first();
        let text = self.story.text_of(self.story.blocks[figure.block].span);
        !is_toll(self.story, figure)
            && self.story.sentences[before].block + 1 == figure.block
            && opens.is_some_and(|token| ["It", "They", "That"].contains(&token.of(text)))
            && self.story.attributions_in(before).iter().any(|attribution| is_report(attribution))
    }

    /// "Eight are listed as fundraisers, each for more than $100,000": a list gives it.
    fn is_listed(&self, figure: &Placed<Figure>) -> bool {
        let words = self.words_before(figure);
        let is_disclosed =
            self.story.sentence_names(figure.sentence, &["disclosure", "disclosures", "filing", "filings"]);
        let is_listed = || (0..words.tokens.len()).any(|at| words.run_is(at, &["listed", "as"]));
        Family::of(figure.kind) == Family::Money && (is_disclosed || is_listed())
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
        let words = self.words_of(figure.sentence);
        (2..words.tokens.len()).any(|at| {
            let owner = at - 1 - usize::from(words.is(at - 1, "own"));
            words.is_any(at, RECKONED)
                && (words.is_any(owner, &["’s", "'s", "'", "’"]) || words.has(owner, Class::Possessive))
        })
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

    /// "The May report beat all hopes. The jobless rate fell to 3 percent": what a statistic's own report gives.
    fn is_of_monthly_report(&self, figure: &Placed<Figure>) -> bool {
        const RATES: &[&str] = &["jobless", "unemployment", "inflation", "payroll", "payrolls", "earnings"];
        let Some(before) = figure.sentence.checked_sub(1) else { return false };
        let words = self.words_of(before);
        let is_month = |at: usize| words.has(at, Class::Time) || words.written(at) == "May";
        let is_report = |at: usize| words.is(at, "report") && is_month(at.wrapping_sub(1));
        self.story.sentences[before].block == figure.block
            && self.story.sentence_names(figure.sentence, RATES)
            && (0..words.tokens.len()).any(is_report)
    }

    /// "Ida Moss still owes $40,000 in student loans": what somebody who speaks in the story owes is hers to tell.
    fn is_own_debt(&self, figure: &Placed<Figure>) -> bool {
        const OWED: &[&str] = &["student", "mortgage", "tuition", "rent", "debt", "loans"];
        const MOST: u32 = 250_000;
        if figure.kind != FigureKind::Money || Decimal::from(MOST) < figure.value {
            return false;
        }
        let before = self.story.blocks[figure.block.saturating_sub(1)].span;
        let told = self.story.text_of(Span::new(before.start, figure.number.start));
        self.story.sentence_names(figure.sentence, OWED)
            && self.story.sentence_names(figure.sentence, &["student", "college", "tuition", "her", "his", "she", "he"])
            && self.story.sources.iter().any(|source| {
                let surname = source.name.rsplit(' ').next().unwrap_or_default();
                source.kind == SourceKind::Person && !surname.is_empty() && told.contains(surname)
            })
    }

    /// "Half of it came from firms that are gone, company records show": a paper speaks in the next sentence
    /// of the same things.
    fn is_shown_behind(&self, figure: &Placed<Figure>) -> bool {
        let next = figure.sentence + 1;
        !is_toll(self.story, figure)
            && self.story.sentences.get(next).is_some_and(|sentence| sentence.block == figure.block)
            && self
                .story
                .attributions_in(next)
                .iter()
                .any(|attribution| attribution.source.is_some_and(|source| is_paper(source.kind)))
            && share_topic(self.story, next, figure.sentence)
    }

    /// "Both clubs have published their accounts. Ketter took £23m and Orsk £20m."
    fn is_put_out(&self, figure: &Placed<Figure>) -> bool {
        const PUT_OUT: &[&str] = &["released", "published", "disclosed", "reported"];
        const BOOKS: &[&str] = &["totals", "figures", "results", "accounts", "earnings", "returns", "data"];
        let Some(before) = figure.sentence.checked_sub(1) else { return false };
        self.story.sentences[before].block == figure.block
            && self.story.sentence_names(before, PUT_OUT)
            && self.story.sentence_names(before, BOOKS)
    }

    /// A body or paper that has just given figures of the same things in the paragraph before: "…, the agency said.",
    /// and in the next "One in four of the young is out of work."
    fn is_told_next(&self, figure: &Placed<Figure>) -> bool {
        let Some(before) = figure.sentence.checked_sub(1) else { return false };
        let block = self.story.sentences[before].block;
        block + 1 == figure.block
            && self.by_sentence.contains(&(before, Family::of(figure.kind)))
            && self.story.attributions_in(before).iter().any(|attribution| is_report(attribution))
            && share_topic(self.story, before, figure.sentence)
    }

    /// "Other findings of the report:", and then paragraphs or items that are its findings.
    fn is_led_in(&self, figure: &Placed<Figure>) -> bool {
        let before = &self.story.blocks[..figure.block];
        let flow = before.iter().rev().take_while(|block| !block.role.is_heading()).take(LEAD_REACH);
        flow.filter(|block| block.role == Role::Paragraph).any(|block| {
            self.story.text_of(block.span).trim_end().ends_with(':')
                && self.story.tokens_in(block.span).iter().any(|token| token.is(Class::Document))
        })
    }

    /// "Bank figures from 1986 showed net equity at 302 percent": a paper shows it, whoever wrote the paper.
    fn is_shown(&self, figure: &Placed<Figure>) -> bool {
        let before = self.story.tokens_before(figure.sentence, figure.number.start);
        let paper = before.iter().position(|token| token.is(Class::Document));
        paper.is_some_and(|paper| before[paper..].iter().any(|token| token.is(Class::Show)))
    }

    /// What a statistics office or a company has put out speaks for the rest of its figures: "Exports rose 4 percent."
    fn is_released(&self, figure: &Placed<Figure>) -> bool {
        let is_told =
            |released: Option<Class>| released.is_some_and(|class| self.story.sentence_has(figure.sentence, class));
        is_told(self.released) && (self.released == Some(Class::Statistic) || Family::of(figure.kind) != Family::Counts)
    }

    /// The figure stands behind those of a report on which the story rests, and speaks of the same things.
    fn is_of_report(&self, figure: &Placed<Figure>) -> bool {
        let family = Family::of(figure.kind);
        let near = self.reports.iter().filter(|report| report.family == family && report.from < figure.sentence);
        let mut near = near.peekable();
        if near.peek().is_none() {
            return false;
        }
        let mut topics: FxHashSet<String> = topics_of(self.story, figure.sentence).collect();
        // "The hole was 4 percent of output. It is expected to grow to 5 percent."
        let opens = self.story.tokens_in(self.story.sentences[figure.sentence].span).first();
        let before =
            figure.sentence.checked_sub(1).filter(|&before| self.story.sentences[before].block == figure.block);
        if let (Some(before), true) = (before, opens.is_some_and(|token| token.is(Class::Pronoun))) {
            topics.extend(topics_of(self.story, before));
        }
        near.any(|report| SHARED_TOPICS <= report.topics.intersection(&topics).count())
    }
}

fn is_paper(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Document | SourceKind::Outlet)
}

/// Words that say whose figures they are.
const OFFICIAL: &[&[&str]] = &[&["official", "figures"], &["official", "data"], &["official", "statistics"]];

/// Whether somebody holds the claim up, or a rumour that `hearsay` asks about. "Losses are expected to reach
/// $1.4 billion" leaves the question open: by whom?
pub(super) fn is_held(story: &Story, claim: &Claim) -> bool {
    let held = claim.attribution;
    let is_rumour = held.attribution.is_some_and(|number| story.attributions[number].kind == AttributionKind::Hearsay);
    let names_nobody = held.cue.is_some() && held.source_span.is_none();
    held.standing != Standing::Unattributed && (is_rumour || !names_nobody)
}

fn same_unit(one: &Figure, other: &Figure) -> bool {
    one.unit.as_ref().zip(other.unit.as_ref()).is_none_or(|(one, other)| one.head == other.head)
}

fn is_report(attribution: &Attribution) -> bool {
    attribution.source.is_some_and(|source| matches!(source.kind, SourceKind::Document | SourceKind::Organization))
}

/// Who speaks in each sentence that says who speaks.
fn speakers(story: &Story) -> Vec<(usize, SourceId)> {
    let mut speakers: Vec<(usize, SourceId)> = story
        .claims
        .iter()
        .filter(|claim| claim.attribution.standing == Standing::Attributed)
        .filter_map(|claim| {
            Some((story.attributions[claim.attribution.attribution?].sentence, claim.attribution.source?))
        })
        .collect();
    speakers.sort_unstable();
    speakers.dedup();
    speakers
}

/// The documents and bodies that give most of the story's sourced figures of a family.
fn reports(story: &Story) -> Vec<Report> {
    let mut given: Vec<(Family, SourceId, usize)> = story
        .figure_claims()
        .filter(|(_, claim, _)| matches!(claim.attribution.standing, Standing::Attributed | Standing::Carried))
        .filter_map(|(_, claim, figure)| Some((Family::of(figure.kind), claim.attribution.source?, figure.sentence)))
        .collect();
    given.dedup();
    let mut reports = Vec::new();
    for family in [Family::Parts, Family::Money, Family::Counts] {
        let all = given.iter().filter(|(of, ..)| *of == family).count();
        let mut sources: Vec<SourceId> = given.iter().filter(|(of, ..)| *of == family).map(|given| given.1).collect();
        sources.sort_unstable();
        sources.dedup();
        for source in sources {
            let least = match story.source(source).kind {
                SourceKind::Document => DOCUMENT_SENTENCES,
                SourceKind::Organization => BODY_SENTENCES,
                _ => continue,
            };
            let sentences: Vec<usize> =
                given.iter().filter(|(of, by, _)| *of == family && *by == source).map(|given| given.2).collect();
            if least <= sentences.len() && all < 2 * sentences.len() {
                let topics = sentences.iter().flat_map(|&sentence| common_topics(story, sentence)).collect();
                reports.push(Report { family, from: sentences[0], topics });
            }
        }
    }
    reports
}

/// What the headline names, a statistic or a company's accounts, where the first paragraphs have a figure of it from a
/// body or a paper.
fn released(story: &Story) -> Option<Class> {
    let head = story.blocks.iter().position(|block| block.role == Role::Headline)?;
    let is_headed = |class: &Class| story.block_has(head, *class);
    let named = [Class::Statistic, Class::Accounts].into_iter().find(is_headed)?;
    let mut first = story.figure_claims().take_while(|(_, _, figure)| figure.block <= head + LEDE);
    let is_put_out = first.any(|(_, claim, figure)| {
        head < figure.block
            && claim.attribution.attribution.is_some_and(|number| is_report(&story.attributions[number]))
    });
    is_put_out.then_some(named)
}

/// How many paragraphs below the headline tell whose figures a story brings.
const LEDE: usize = 3;

/// What a sentence speaks of: its longer words that are no function words, by their beginnings.
fn topics_of(story: &Story, sentence: usize) -> impl Iterator<Item = String> {
    story.topic_words(story.sentences[sentence].span).map(topic_of)
}

/// Whether two sentences have one of their topics in common.
pub(super) fn share_topic(story: &Story, one: usize, other: usize) -> bool {
    story.share_topic(story.sentences[one].span, story.sentences[other].span)
}

/// The same without names: a story speaks of its town in every paragraph.
fn common_topics(story: &Story, sentence: usize) -> impl Iterator<Item = String> {
    let words = story.topic_words(story.sentences[sentence].span);
    words.filter(|word| !word.starts_with(char::is_uppercase)).map(topic_of)
}
