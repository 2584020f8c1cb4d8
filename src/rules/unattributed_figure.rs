//! A number that the story reports and nobody says.

use std::cell::LazyCell;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::bald::is_bald;
use super::beside::Beside;
use super::crowd_unattributed::is_crowd;
use super::described::is_description;
use super::family::Family;
use super::gauged::{
    is_accounted_for, is_bare_measure, is_crest, is_few_of_all, is_going_rate, is_load, is_moved_in_time, is_of_goods,
    is_part_of_every, is_part_of_what_was, is_per_thousand,
};
use super::grave::{is_cut, is_damage, is_in_need, is_toll, is_wanting, is_weighty};
use super::history::{is_history, latest_year};
use super::label::is_label;
use super::left_open::{is_count_of_complaints, is_put_by_nobody};
use super::measured::{is_clocked, is_drift, is_lost_time, is_recurring, is_volume};
use super::on_record::is_on_record;
use super::sourced::{Sourced, is_held, share_topic, stands_alone};
use super::tally::{is_money, is_tally};
use super::{Report, Rule};
use crate::config::{FigureSettings, Strictness};
use crate::draft::Role;
use crate::extract::{Figure, FigureKind, Modifier};
use crate::finding::Severity;
use crate::language::{Class, Token, TokenKind};
use crate::story::{Claim, Placed, Standing, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "unattributed-figure",
    summary: "a reported number, and nobody who says so",
    severity: Severity::Warning,
    explanation: r#"
A count, a sum of money or a percentage stands in the story and no source is named for it,
neither in its sentence nor in the ones before it in the paragraph.

A number that a reporter did not count came from somebody.
Readers weigh it by who that is, and when it proves wrong, somebody has to be asked.

```story
Burglary in the county rose 14 percent last year.
                            ^^^^^^^^^^ unattributed-figure: Who says 14 percent? No source is named.
```

Better: "Burglary in the county rose 14 percent last year, police figures show."

```story
Burglary in the county rose 14 percent last year, police figures show.
```

Not flagged: ages, dates, durations, scores, measures, but for averages of them; what is public record or stands on a label
(court fines, votes, delegates, share prices, posted rates, filed accounts, the price of a ticket);
what somebody sets in public (an offer, a pledge, a cap); the size of a body or a thing ("a club of 1,500 members",
"a 300-bed hospital", "a $4 million grant"); "thousands" and "millions"; examples with "you" in them;
what a rule, a levy or a goal sets ("charities that take more than $25,000 must register"); what a market deals in and a
bid offers; a figure that the story has from a source elsewhere, that somebody has "recorded" or put out, or that stands between two things that the same person says, unless it is a paragraph of
its own that tells how things stand ("Harbour dues have gone up 22 per cent since 2020."); what a chart or a
rich list ranks and what a campaign has filed; measures, but for what "has dropped by 22 feet"; what goes on from a poll, a report's findings or a statistics
office's release that the story has named; a list or lines with a credit under them ("Source: Port Authority"); headlines, deks and captions; tables; figures in quotations.
One finding speaks for all figures of a sentence, for a run of such sentences and for a figure that is told again.

Options: in `copydesk.toml`, `[figures]` sets `strictness` (relaxed: dead and hurt, jobs, crimes, large sums; standard;
strict: what is on record, too), `minimum-count`, `minimum-money` and `percentages`.
Counts of dead, missing, ill and hurt are asked for whatever their size, and so are averages, and smaller figures that
somebody must have kept count of: of a time ("31 rhinos this year"), of a whole ("28 of the island's 61 wells"),
against what was ("six trains a day, against 22") or against elsewhere; counts of people in need,
of work that is lost and of buildings that are damaged, from a tenth of `minimum-count` on;
and what a short sentence states baldly, in a paragraph in which nobody speaks: how deep, fast or strong something was,
what fell, lies or is left, how many work there, how many of few do so ("The trench was 6 metres deep.").

Reference: AP, Reuters and the BBC ask for a source for every number that is not established or witnessed.
"#,
    asks_relations: false,
    check,
};

/// How many sentences on a figure of the same family is still part of the run that was asked about.
const RUN: usize = 2;

fn check(story: &Story, report: &mut Report<'_>) {
    let settings = report.settings().figures.clone();
    let wanting = loose_figures(story, &settings);
    for question in questions(story, &wanting) {
        let finding = report.at(question.figure.number, question.words(story));
        finding.help("Name who says so in the sentence, or mark the figure [CQ].");
        for other in question.others {
            finding.relate(other.span, "this one too");
        }
    }
}

/// What the desk asks about one figure, and the others that the answer holds up as well.
struct Question<'a> {
    figure: &'a Placed<Figure>,
    others: Vec<&'a Placed<Figure>>,
}

/// One question for a sentence, for a run of sentences and for a figure that the story repeats.
fn questions<'a>(story: &Story, wanting: &[&'a Placed<Figure>]) -> Vec<Question<'a>> {
    let mut questions: Vec<Question<'_>> = Vec::new();
    // The questions by their number and its kind: the same number of the same kind again is not asked for again.
    let mut known: FxHashMap<(Decimal, FigureKind), usize> = FxHashMap::default();
    for sentence in wanting.chunk_by(|a, b| a.sentence == b.sentence) {
        // A toll before the rest, and people before the houses around them, then the first.
        let mut tolls = sentence.iter().filter(|figure| is_toll(story, figure));
        let first = tolls.clone().next();
        let figure = tolls.find(|figure| !counts_places(figure)).or(first).unwrap_or(&sentence[0]);
        let last = questions.len().wrapping_sub(1);
        let asked = known
            .get(&(figure.value, figure.kind))
            .copied()
            .or_else(|| questions.last().is_some_and(|question| question.runs_on(story, figure)).then_some(last));
        if let Some(asked) = asked {
            questions[asked].others.extend(sentence);
        } else {
            known.insert((figure.value, figure.kind), questions.len());
            let others = sentence.iter().filter(|other| other.number != figure.number).copied().collect();
            questions.push(Question { figure, others });
        }
    }
    questions
}

/// "Avalanches buried four hamlets and killed 31 people": hamlets are not the dead.
fn counts_places(figure: &Figure) -> bool {
    const PLACES: &[&str] =
        &["building", "car", "district", "hamlet", "home", "house", "province", "shop", "town", "vehicle", "village"];
    figure.unit.as_ref().is_some_and(|unit| PLACES.contains(&unit.head.as_str()))
}

impl Question<'_> {
    /// Whether `figure` goes on, in the same paragraph, with what was asked about.
    fn runs_on(&self, story: &Story, figure: &Placed<Figure>) -> bool {
        let asked = self.figure;
        asked.block == figure.block
            && figure.sentence <= asked.sentence + RUN
            && Family::of(asked.kind) == Family::of(figure.kind)
            && !is_toll(story, figure)
            && goes_on(story, asked.sentence, figure)
    }

    fn words(&self, story: &Story) -> String {
        let words = decapitalise(&story.text_of(self.figure.span).split_whitespace().collect::<Vec<_>>().join(" "));
        let is_counted = match self.figure.kind {
            FigureKind::Count => true,
            FigureKind::Rate => !is_money(self.figure),
            _ => false,
        };
        let verb = if is_counted { "counts" } else { "says" };
        format!("Who {verb} {words}? No source is named.")
    }
}

/// "Some 14,000 cars" in the middle of a question: "some 14,000 cars". Codes of currencies ("Rs", "US$") stay.
fn decapitalise(words: &str) -> String {
    let first = words.split(' ').next().unwrap_or_default();
    let is_plain = ["A", "An", "At", "Up"].contains(&first)
        || 3 <= first.len() && first.chars().skip(1).all(|letter| letter.is_lowercase() || letter == '-');
    let mut letters = words.chars();
    match letters.next() {
        Some(letter) if is_plain => letter.to_lowercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}

/// The figures that nobody in the story holds up, where a reader would want it.
fn loose_figures<'a>(story: &'a Story, settings: &FigureSettings) -> Vec<&'a Placed<Figure>> {
    let sourced = LazyCell::new(|| Sourced::of(story));
    let latest_year = latest_year(story);
    // The size of a crowd is asked for by a rule of its own, and once.
    let crowds = LazyCell::new(|| -> Vec<Decimal> {
        story.figures.iter().filter(|figure| is_crowd(story, figure)).map(|figure| figure.value).collect()
    });
    // A strict desk asks for a source of what is on record, too.
    let is_settled = |claim: &Claim, figure: &Placed<Figure>| match settings.strictness {
        Strictness::Strict => sourced.has_elsewhere(figure),
        Strictness::Relaxed | Strictness::Standard => {
            // "Turnout is expected to top 70 percent": what is still to come stands on no record.
            // "A wing promised in 2018 is $61 million over budget": what is so today is no history.
            let is_known = if is_bald(story, figure) {
                is_history(story, figure, latest_year)
                    && !Beside::of(story, figure).has(&["are", "has", "have", "is", "now"])
            } else if is_forecast(story, claim, figure) {
                is_description(story, figure)
            } else {
                is_on_record(story, figure, latest_year)
            };
            let is_left_open = is_put_by_nobody(story, figure) || is_count_of_complaints(story, claim, figure);
            is_known || sourced.has_elsewhere(figure) || !is_left_open && sourced.holds(figure)
        }
    };
    story
        .figure_claims()
        .filter(|(_, claim, figure)| is_loose(story, claim, figure) && wants_source(story, figure, settings))
        .filter(|(_, claim, figure)| !is_settled(claim, figure))
        .filter(|(.., figure)| figure.kind != FigureKind::Count || !crowds.contains(&figure.value))
        .map(|(_, _, figure)| figure)
        .collect()
}

/// Whether the story gives the figure as what is to come, and does not say who expects it:
/// "is expected to top 60 percent", "turnout will be about 58 percent".
fn is_forecast(story: &Story, claim: &Claim, figure: &Placed<Figure>) -> bool {
    // "Accused of killing nine", "investors seem to agree" foretell nothing.
    let foretells = |cue: Span| {
        let is_other = |token: &Token| token.classes.has_any(&[Class::Accuse, Class::Seem]);
        !story.tokens_in(cue).iter().any(is_other)
    };
    let is_to_be =
        |beside: &Beside<'_>| beside.has_before(4, &["will", "likely"]) && beside.has_before(3, &["be", "to"]);
    claim.attribution.standing == Standing::Hearsay && claim.attribution.cue.is_none_or(foretells)
        || figure.kind == FigureKind::Percentage && is_to_be(&Beside::of(story, figure))
}

fn is_loose(story: &Story, claim: &Claim, figure: &Placed<Figure>) -> bool {
    (!is_held(story, claim) || is_count_of_complaints(story, claim, figure))
        && matches!(story.blocks[figure.block].role, Role::Paragraph | Role::ListItem)
        && (!story.has_spoken_before(figure)
            || story.has_moved_on(figure)
            || is_put_by_nobody(story, figure)
            || is_count_of_complaints(story, claim, figure))
        && !story.is_quoted(figure.number)
        && !is_crowd(story, figure)
        && !is_label(figure, &Beside::of(story, figure))
}

/// Whether a sentence tells more of what the one before it told: it shares a word with it, or has no subject of its own.
fn goes_on(story: &Story, before: usize, figure: &Placed<Figure>) -> bool {
    let opening = story.tokens_before(figure.sentence, figure.number.start);
    let has_subject = opening.first().is_some_and(|token| !token.is(Class::Pronoun));
    !has_subject || share_topic(story, before, figure.sentence)
}

/// Large sums are asked for even by a relaxed desk.
const RELAXED_MONEY: u32 = 1_000_000;

/// "One in five" and "eight out of 10" are counted out; "a third" is as often a manner of speaking.
fn is_statistic(story: &Story, figure: &Placed<Figure>) -> bool {
    let words = story.text_of(figure.number);
    words.contains(" in ")
        || words.contains(" out of ")
        || words.contains(" of every ")
        || is_part_of_what_was(story, figure)
        || is_accounted_for(story, figure)
        || is_trend(story, figure)
        || is_lost(story, figure)
        || is_counted_off(story, figure)
}

/// "Two-thirds of the city's buses run late", "nearly half the valley's farmers are over 65": of so many, somebody has
/// counted off a part.
fn is_counted_off(story: &Story, figure: &Placed<Figure>) -> bool {
    const BOUNDS: &[&str] =
        &["almost", "barely", "fewer", "hardly", "nearly", "only", "scarcely", "than", "under", "over"];
    const REACH: usize = 6;
    const TIES: &[Class] = &[Class::Preposition, Class::Coordinator, Class::Relative, Class::Subordinator];
    let beside = Beside::of(story, figure);
    let words = beside.words;
    // "Half" is the looser word.
    let is_part_of = words.is(beside.behind, "of") && !story.text_of(figure.number).eq_ignore_ascii_case("half");
    let is_precise = story.text_of(figure.number).ends_with('s') || beside.has_before(1, BOUNDS) || is_part_of;
    let opens = beside.lead == 0
        || beside.lead == 1 && words.is_any(0, &["but", "and", "still", "barely", "hardly", "scarcely"]);
    // "Of the buses", "the valley's farmers": several who do something, and no "two-thirds of the way".
    let is_plural = |at: usize| words.is_word(at) && 3 < words.written(at).len() && words.written(at).ends_with('s');
    let goes_on = |at: usize| words.is_word(at) && !TIES.iter().any(|&class| words.has(at, class));
    // "Nearly a third of the vines in the valley will have to be replanted".
    let acts = |at: usize| (at..at + REACH).any(|verb| words.has(verb, Class::Modal) || words.has(verb, Class::Be));
    let is_placed = |at: usize| words.is_any(at, &["at", "in", "on", "across", "along"]) && acts(at);
    let is_several = (beside.behind..beside.behind + REACH)
        .any(|at| is_plural(at) && (goes_on(at + 1) || words.is(beside.behind, "of") && is_placed(at + 1)));
    // "A third of all trains were late."
    let of_all = words.run_is(beside.behind, &["of", "all"]);
    // "A third of the 36 senators stayed away": whoever sits in a chamber is seen.
    let is_chamber = beside.has_behind(
        6,
        &["councillors", "delegates", "deputies", "lawmakers", "legislators", "members", "mps", "senators"],
    ) && beside.has(&["chamber", "motion", "sitting", "vote", "voted"]);
    opens && !is_chamber && (of_all || is_precise && is_several)
}

/// "A third of the crop has been lost": somebody has been round and looked.
fn is_lost(story: &Story, figure: &Placed<Figure>) -> bool {
    const LOST: &[&str] =
        &["lost", "destroyed", "ruined", "flattened", "abandoned", "burned", "burnt", "closed", "damaged"];
    const GONE_STATES: &[&str] = &[
        "dead",
        "gone",
        "empty",
        "vacant",
        "idle",
        "derelict",
        "unsold",
        "destroyed",
        "lost",
        "shuttered",
        "shut",
        "dry",
        "infected",
        "jobless",
        "unemployed",
        "illiterate",
        "uninsured",
        "unpaid",
        "unused",
        "overdue",
    ];
    const GONE: &[&str] = &["died", "disappeared", "drowned", "failed", "gone", "perished", "rotted", "vanished"];
    let beside = Beside::of(story, figure);
    let words = beside.words;
    // "Two-thirds of the reef is dead", "a third of the shops stand empty".
    let is_gone = |at: usize| {
        words.is_any(at, GONE_STATES)
            && (words.has(at - 1, Class::Be)
                || words.is_any(at - 1, &["stand", "stands", "lie", "lies", "sit", "sits"]))
    };
    let has_been = |at: usize| words.is(at - 1, "been") && words.has(at.wrapping_sub(2), Class::Have);
    // "A tenth of the fleet is out of service", "a quarter of the city has no water".
    let wants = |at: usize| {
        words.is(at, "no") && words.has(at - 1, Class::Have)
            || words.run_is(at, &["no", "longer"])
            || words.run_is(at, &["out", "of"]) && words.has(at - 1, Class::Be)
            || words.run_is(at, &["had", "to", "be"])
    };
    // "Half the boats in the harbour have not put to sea".
    let is_denied = |at: usize| {
        words.is_any(at, &["not", "never"]) && words.has(at - 1, Class::Have) && beside.lead == 0 && beside.behind < at
    };
    words.is_any(beside.behind, &["of", "the"])
        && (1..words.tokens.len()).any(|at| {
            is_gone(at)
                || wants(at)
                || is_denied(at)
                || words.is_any(at, LOST) && has_been(at)
                || words.is_any(at, GONE) && words.has(at - 1, Class::Have)
        })
}

/// "Prices have come down by a third", "the water table has dropped by 22 feet": somebody has measured before and after.
fn is_trend(story: &Story, figure: &Placed<Figure>) -> bool {
    const REACH: usize = 6;
    let beside = Beside::of(story, figure);
    // "Are up by a third since helmets were made optional".
    let is_up_since = (2..4).any(|back| beside.words.is_any(beside.first.wrapping_sub(back), &["up", "down"]))
        && beside.has_behind(3, &["since"]);
    // "Crime fell by a third last year"
    let lead = beside.lead;
    let has_moved = beside.words.is(lead.wrapping_sub(1), "by")
        && (beside.words.has(lead.wrapping_sub(2), Class::Rise) || beside.words.has(lead.wrapping_sub(2), Class::Fall))
        && beside.has_behind(3, &["last", "since", "this", "in", "between", "over", "during", "within"]);
    let is_down =
        beside.words.is(lead.wrapping_sub(1), "by") && beside.words.is_any(lead.wrapping_sub(2), &["up", "down"]);
    let is_closed = beside.words.get(beside.behind).is_none_or(|next| next.kind != TokenKind::Word);
    // "The valley has lost a fifth of its people in ten years."
    let has_lost = beside.has_before(1, &["lost"])
        && beside.words.run_is(beside.behind, &["of", "its"])
        && beside.has_behind(6, &["in", "since", "over"]);
    has_moved
        || has_lost
        || is_down && is_closed
        || beside.has_before(2, &["by"])
            && (is_up_since || (1..=REACH).any(|back| beside.words.has(beside.first.wrapping_sub(back), Class::Have)))
}

/// "The average wait for a bed is 13 hours", "nurses walk an average of nine miles": somebody has worked it out.
fn is_average(story: &Story, figure: &Placed<Figure>) -> bool {
    const REACH: usize = 10;
    const MEANS: &[&str] = &["average", "mean", "median", "typical"];
    let beside = Beside::of(story, figure);
    let words = beside.words;
    let lead = beside.lead;
    let first = beside.first;
    let is_mean_of = words.is(first.wrapping_sub(1), "of") && words.is_any(first.wrapping_sub(2), MEANS);
    // "£212 more a year on average", and no "over the past five years it held on average 1.6 people"
    let is_span = figure.kind == FigureKind::Duration && beside.has_before(2, &["past", "last", "over"]);
    let is_on_average = (0..=4).any(|on| words.run_is(beside.behind + on, &["on", "average"]));
    let is_on_average =
        words.run_is(0, &["on", "average"]) || words.run_is(lead.wrapping_sub(2), &["on", "average"]) || is_on_average;
    // "The average age of farmers | is | 61", "the average class | has | 34 pupils"
    let head = (1..=REACH).map(|back| lead.wrapping_sub(back)).find(|&at| words.is_any(at, MEANS));
    // "It takes the average applicant 14 months": somebody has worked it out as well.
    let is_object = head.is_some_and(|head| 1 < head && words.is(head - 1, "the") && lead <= head + 3);
    // "The typical family now forks out £118 a week": of what it pays, the verb is whichever.
    let is_paid = matches!(figure.kind, FigureKind::Money | FigureKind::Rate);
    let is_subject = head.is_some_and(|head| {
        head <= 1
            && (head..lead).any(|at| {
                words.has(at, Class::Be)
                    || words.has(at, Class::Have)
                    || words.has(at, Class::Third)
                    || is_paid && head + 1 < at && words.written(at).ends_with('s')
            })
    });
    is_mean_of || is_on_average && !is_span || is_object || is_subject
}

/// How many of something are no longer a handful that the reporter saw.
const TALLY: u32 = 20;

/// "Since January 43 blades have been handed in", "41 crashes in the past five years": somebody keeps count.
fn is_kept_count(story: &Story, figure: &Placed<Figure>) -> bool {
    let is_counted = || {
        let beside = Beside::of(story, figure);
        let sentence = beside.words;
        let is_span = |at: usize| {
            sentence.run_is(at, &["the", "past"]) || beside.behind <= at && sentence.run_is(at, &["the", "last"])
        };
        let is_past = |at: usize| {
            is_span(at)
                && sentence.is_any(at.wrapping_sub(1), &["in", "over", "during", "within"])
                && beside.has(&["been"])
        };
        let words = |at: usize| sentence.is(at, "since") || sentence.run_is(at, &["so", "far"]) || is_past(at);
        (0..sentence.tokens.len()).any(words)
    };
    // "Since June, 74 have done so"
    let is_of_told = || {
        let beside = Beside::of(story, figure);
        beside.words.has(beside.behind, Class::Have) && beside.words.is(beside.lead.wrapping_sub(1), ",")
    };
    Decimal::from(TALLY) <= figure.value && (figure.unit.is_some() || is_of_told()) && is_counted()
}

/// "Her maps are used by 40 rescue teams.", "No fewer than 12 schools have no laboratory.": how things stand in the
/// reporter's own voice, by a count that no reporter makes.
fn is_counted_alone(story: &Story, figure: &Placed<Figure>) -> bool {
    // "At least a dozen" is no count.
    let is_round = story.text_of(figure.number).contains("dozen");
    let is_least = figure.modifier == Modifier::AtLeast && Decimal::TEN <= figure.value && !is_round;
    // "The island has 61 wells": a thing's own size.
    let beside = Beside::of(story, figure);
    let before = beside.lead.wrapping_sub(1);
    let is_size = beside.words.has(before, Class::Have) || beside.words.has(before, Class::Be);
    // "Ines Pohl has sent out 90 letters": her own count.
    let is_state = beside.has(&["are", "is"]) && !is_size;
    let is_told = is_least || Decimal::from(TALLY) <= figure.value && is_state;
    is_told && figure.unit.is_some() && stands_alone(story, figure)
}

/// How many times as much a count of what is lost weighs as one of anything else.
const LOSS_WEIGHS: u32 = 10;

fn wants_source(story: &Story, figure: &Placed<Figure>, settings: &FigureSettings) -> bool {
    let is_many = settings.minimum_count <= figure.value;
    let is_much = |least: Decimal| settings.minimum_money.max(least) <= figure.value;
    let is_several = Decimal::from(TALLY) <= figure.value;
    // A count of what is lost weighs ten times as much as another.
    let is_loss = || {
        let beside = Beside::of(story, figure);
        let is_large = settings.minimum_count <= figure.value * Decimal::from(LOSS_WEIGHS);
        is_large
            && (is_damage(figure, &beside)
                || is_cut(figure, &beside)
                || is_wanting(figure, &beside)
                || is_in_need(figure, &beside))
    };
    let is_weighty = || is_toll(story, figure) || is_several && is_weighty(story, figure) || is_loss();
    // "A household may put out 84 litres a fortnight": what it is let, or what somebody guesses.
    let is_let = || figure.kind == FigureKind::Measure && Beside::of(story, figure).has_before(5, &["may"]);
    // A desk that has raised the least count wants no smaller tallies either.
    let is_too_few = figure.kind == FigureKind::Count
        && FigureSettings::default().minimum_count < settings.minimum_count
        && !is_many;
    if settings.strictness == Strictness::Standard && (is_let() || !is_too_few && is_tally(story, figure)) {
        return !is_let();
    }
    if settings.strictness == Strictness::Standard && !is_too_few && is_bald(story, figure) {
        return true;
    }
    match (figure.kind, settings.strictness) {
        (FigureKind::Count | FigureKind::Measure | FigureKind::Duration | FigureKind::Age, Strictness::Standard)
            if is_average(story, figure) =>
        {
            true
        }
        (FigureKind::Duration, Strictness::Standard) => is_many && is_lost_time(story, figure),
        (FigureKind::Age | FigureKind::Duration | FigureKind::Score, _) => false,
        (FigureKind::Rate | FigureKind::Measure, Strictness::Standard) if is_clocked(story, figure) => true,
        (
            FigureKind::Percentage | FigureKind::Points | FigureKind::BasisPoints | FigureKind::Share,
            Strictness::Strict,
        ) => settings.percentages,
        (_, Strictness::Strict) => true,
        (FigureKind::Count, Strictness::Relaxed) => is_weighty(),
        (FigureKind::Count, Strictness::Standard) if is_bare_measure(story, figure) => is_weighty(),
        (FigureKind::Count, Strictness::Standard) => {
            is_many
                || is_weighty()
                || is_kept_count(story, figure)
                || is_few_of_all(&Beside::of(story, figure))
                || is_counted_alone(story, figure)
        }
        (FigureKind::Rate, Strictness::Standard) if !is_money(figure) => {
            is_several && is_load(figure)
                || is_per_thousand(story, figure)
                || is_many
                || is_weighty()
                || is_drift(story, figure)
                || is_average(story, figure)
        }
        // A tenth of what is much at once is much every day.
        (FigureKind::Rate, Strictness::Standard) => {
            settings.minimum_money <= figure.value * Decimal::TEN
                || is_average(story, figure)
                || is_going_rate(&Beside::of(story, figure))
        }
        (FigureKind::Money | FigureKind::Rate, Strictness::Relaxed) => is_much(Decimal::from(RELAXED_MONEY)),
        (FigureKind::Money, Strictness::Standard) => {
            let beside = Beside::of(story, figure);
            is_much(Decimal::ZERO) || is_average(story, figure) || is_of_goods(&beside) || is_part_of_every(&beside)
        }
        (_, Strictness::Relaxed) | (FigureKind::Ratio, _) => false,
        (FigureKind::Measure, _) => {
            is_trend(story, figure)
                || is_volume(story, figure)
                || is_moved_in_time(&Beside::of(story, figure))
                || is_crest(story, figure)
                || is_recurring(story, figure) && (is_drift(story, figure) || is_several && is_load(figure))
        }
        (FigureKind::Percentage | FigureKind::Points | FigureKind::BasisPoints, _) => settings.percentages,
        (FigureKind::Share, _) => settings.percentages && is_statistic(story, figure),
        (FigureKind::Index, _) => is_many,
    }
}
