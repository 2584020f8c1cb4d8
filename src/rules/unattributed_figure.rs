//! A number that the story reports and nobody says.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::crowd_unattributed::is_crowd;
use super::{Report, Rule};
use crate::config::{FigureSettings, Strictness};
use crate::draft::Role;
use crate::extract::{AttributionKind, Figure, FigureKind};
use crate::finding::Severity;
use crate::language::Class;
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

Not flagged: ages, dates, durations, scores, measures; what is public record or stands on a label
(court fines, votes, share prices, the price of a ticket); a figure that the story has from a source elsewhere;
headlines, deks and captions; tables; figures in quotations.
One finding speaks for all figures of a sentence.

Options: in `copydesk.toml`, `[figures]` sets `strictness` (relaxed, standard, strict),
`minimum-count`, `minimum-money` and `percentages`. Counts of dead and hurt are asked for whatever their size.

Reference: AP, Reuters and the BBC ask for a source for every number that is not established or witnessed.
"#,
    check,
};

/// How many words away a word of public record may stand from the figure that it speaks of:
/// "the shares closed at 612 pence, up 5.1%".
const REACH: usize = 8;

/// How many years before the latest year that a story names another is history.
const PAST: i16 = 4;

fn check(story: &Story, report: &mut Report<'_>) {
    let settings = report.settings().figures.clone();
    let sourced = Sourced::of(story);
    let latest_year = story.dates.iter().filter_map(|date| date.year).max();
    let loose: Vec<&Placed<Figure>> = story
        .figure_claims()
        .filter(|(_, claim, figure)| is_loose(story, claim, figure, latest_year) && !sourced.has_elsewhere(figure))
        .map(|(_, _, figure)| figure)
        .collect();
    for sentence in loose.chunk_by(|a, b| a.sentence == b.sentence) {
        let Some(asked) = most_wanting(story, sentence, &settings) else { continue };
        let finding = report.at(asked.number, question(story, asked));
        finding.help("Name who says so in the sentence, or mark the figure [CQ].");
        for other in sentence.iter().filter(|figure| figure.number != asked.number && figure.kind == asked.kind) {
            finding.relate(other.span, "this one too");
        }
    }
}

/// Whether nobody in the story holds the figure up, where a reader would want it.
fn is_loose(story: &Story, claim: &Claim, figure: &Placed<Figure>, latest_year: Option<i16>) -> bool {
    !is_held(story, claim)
        && !story.has_spoken_before(figure)
        && matches!(story.blocks[figure.block].role, Role::Paragraph | Role::ListItem)
        && !story.is_quoted(figure.number)
        && !is_record(story, figure)
        && !is_method(story, figure)
        && !is_history(story, figure, latest_year)
        && !is_crowd(story, figure)
}

/// Whether somebody holds the claim up, or a rumour that `hearsay` asks about. "Losses are expected to reach
/// $1.4 billion" leaves the question open: by whom?
fn is_held(story: &Story, claim: &Claim) -> bool {
    let held = claim.attribution;
    let is_rumour = held.attribution.is_some_and(|number| story.attributions[number].kind == AttributionKind::Hearsay);
    let names_nobody = held.cue.is_some() && held.source_span.is_none();
    held.standing != Standing::Unattributed && (is_rumour || !names_nobody)
}

/// What happens in public, or stands on a label: such a word stands close to the figure, a court's anywhere.
fn is_record(story: &Story, figure: &Placed<Figure>) -> bool {
    let has = |class| story.sentence_has(figure.sentence, class);
    has(Class::CourtRecord) || story.has_near(figure.number, REACH, Class::PublicRecord) && !has(Class::Casualty)
}

/// "A survey of 350 patients", "a margin of error of 3 points": how something was found, not what.
fn is_method(story: &Story, figure: &Placed<Figure>) -> bool {
    let sentence = story.sentences[figure.sentence].span;
    let before = story.tokens_in(Span::new(sentence.start, figure.span.start.max(sentence.start)));
    let text = story.text_of(story.blocks[figure.block].span);
    let is_sample = match before {
        [.., sample, of] => of.of(text) == "of" && sample.is(Class::Document),
        _ => false,
    };
    is_sample || before.iter().rev().take(REACH).any(|token| token.of(text).eq_ignore_ascii_case("margin"))
}

/// "In 1956 a fire killed 88 men", "in fiscal 1986": what a story says of a year long before its own is on record.
fn is_history(story: &Story, figure: &Placed<Figure>, latest_year: Option<i16>) -> bool {
    let Some(latest) = latest_year else { return false };
    let first = story.dates.partition_point(|date| date.sentence < figure.sentence);
    story.dates[first..].iter().take_while(|date| date.sentence == figure.sentence).any(|date| {
        let is_past = date.year.is_some_and(|year| year + PAST <= latest);
        let before = story.text[..date.span.start as usize].trim_end();
        is_past && ["in", "In", "fiscal", "of"].iter().any(|word| before.ends_with(word))
    })
}

/// The figures that somebody says, by their value.
struct Sourced<'a>(FxHashMap<Decimal, Vec<&'a Placed<Figure>>>);

impl<'a> Sourced<'a> {
    fn of(story: &'a Story) -> Self {
        let mut by_value: FxHashMap<Decimal, Vec<&Placed<Figure>>> = FxHashMap::default();
        for (_, claim, figure) in story.figure_claims() {
            if is_held(story, claim) || story.has_spoken_before(figure) {
                by_value.entry(figure.value).or_default().push(figure);
            }
        }
        Self(by_value)
    }

    /// A figure is asked for once: the same number of the same thing has a source in another sentence.
    fn has_elsewhere(&self, figure: &Placed<Figure>) -> bool {
        self.0
            .get(&figure.value)
            .into_iter()
            .flatten()
            .any(|other| other.sentence != figure.sentence && other.kind == figure.kind && same_unit(other, figure))
    }
}

fn same_unit(one: &Figure, other: &Figure) -> bool {
    one.unit.as_ref().zip(other.unit.as_ref()).is_none_or(|(one, other)| one.head == other.head)
}

/// The figure of a sentence that most wants a source: a toll before the rest, then the first.
fn most_wanting<'a>(
    story: &Story,
    figures: &[&'a Placed<Figure>],
    settings: &FigureSettings,
) -> Option<&'a Placed<Figure>> {
    let is_toll = figures.first().is_some_and(|figure| story.sentence_has(figure.sentence, Class::Casualty));
    let wants = |figure: &&Placed<Figure>| wants_source(figure, is_toll, is_statistic(story, figure), settings);
    figures.iter().copied().find(wants)
}

/// Large sums are asked for even by a relaxed desk.
const RELAXED_MONEY: u32 = 1_000_000;

/// "One in five" and "eight out of 10" are counted out; "a third" is as often a manner of speaking.
fn is_statistic(story: &Story, figure: &Figure) -> bool {
    let words = story.text_of(figure.number);
    words.contains(" in ") || words.contains(" out of ")
}

fn wants_source(figure: &Figure, is_toll: bool, is_statistic: bool, settings: &FigureSettings) -> bool {
    let strictness = settings.strictness;
    match figure.kind {
        FigureKind::Age | FigureKind::Duration | FigureKind::Score => false,
        FigureKind::Count => {
            is_toll
                || (strictness > Strictness::Relaxed && settings.minimum_count <= figure.value)
                || strictness == Strictness::Strict
        }
        FigureKind::Money | FigureKind::Rate if strictness == Strictness::Strict => true,
        FigureKind::Money | FigureKind::Rate => {
            let least = match strictness {
                Strictness::Relaxed => settings.minimum_money.max(Decimal::from(RELAXED_MONEY)),
                Strictness::Standard | Strictness::Strict => settings.minimum_money,
            };
            least <= figure.value
        }
        FigureKind::Percentage | FigureKind::Points | FigureKind::BasisPoints => {
            settings.percentages && strictness > Strictness::Relaxed
        }
        FigureKind::Share => strictness > Strictness::Relaxed && settings.percentages && is_statistic,
        FigureKind::Index => strictness > Strictness::Relaxed && settings.minimum_count <= figure.value,
        FigureKind::Ratio | FigureKind::Measure => strictness == Strictness::Strict,
    }
}

fn question(story: &Story, figure: &Figure) -> String {
    let words = story.text_of(figure.span).split_whitespace().collect::<Vec<_>>().join(" ");
    let verb = if figure.kind == FigureKind::Count { "counts" } else { "says" };
    format!("Who {verb} {words}? No source is named.")
}
