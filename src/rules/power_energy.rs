//! Power where energy is meant, and energy where power is.

use super::{Report, Rule};
use crate::extract::{Figure, FigureKind};
use crate::finding::Severity;
use crate::language::Words;
use crate::story::{Alone, Note, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "power-energy",
    summary: "megawatts where megawatt-hours are meant, or the reverse",
    severity: Severity::Warning,
    explanation: r#"
A figure of power stands where the sentence speaks of energy, or the reverse.

A megawatt tells how fast electricity flows at a moment, a megawatt-hour how much has flowed.
A battery stores megawatt-hours; a turbine is rated in megawatts; a month's use is in kilowatt-hours.
Whoever takes one for the other is out by as many times as there are hours.

```story
The battery can store 50 MW, its builder, Voltic, said.
                      ^^^^^ power-energy: 50 MW is power; what is stored is energy: megawatt-hours?

Its newest turbine is rated at 4 MWh, Windrush said.
                               ^^^^^ power-energy: 4 MWh is energy; what a plant is rated at is power: megawatts?
```

Better: ask for the other figure; that of a battery has both.

```story
The battery can store 50 MWh, its builder, Voltic, said.

Its newest turbine is rated at 4 MW, Windrush said.
```

Not flagged: a battery's rating ("a 50 MW battery"), what is built in a year ("adds 10 GW a year"), a year's output of a plant ("a capacity of 300 GWh a year"), a power held for so many hours, words inside a quotation.

Options: none beside the level.

Reference: the Guardian's readers' editor has corrected both; the SI's watt is one joule a second.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for (number, Slips(slips)) in story.noted() {
        for slip in slips {
            let span = slip.span.shifted(story.blocks[number].span.start);
            let figure = story.text_of(span);
            let (is, what, meant) = match slip.meant {
                Quantity::Energy => ("power", slip.what, format!("energy: {}-hours", slip.watts)),
                Quantity::Power => ("energy", slip.what, format!("power: {}s", slip.watts)),
            };
            report
                .at(span, format!("{figure} is {is}; what {what} is {meant}?"))
                .help("Ask for the figure with its unit; one is the other times the hours.");
        }
    }
}

/// What a unit of electricity measures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quantity {
    /// How much flows at a moment: watts.
    Power,
    /// How much has flowed: watt-hours.
    Energy,
}

/// A figure in the wrong unit.
struct Slip {
    /// Its number and its unit.
    span: Span,
    meant: Quantity,
    /// What the sentence says of it: "is stored".
    what: &'static str,
    /// The multiple of a watt that it is given in.
    watts: &'static str,
}

/// The slips of a block.
struct Slips(Vec<Slip>);

impl Note for Slips {
    fn read(block: Alone<'_>) -> Self {
        let found = block.mentions().figures.iter().filter_map(|figure| {
            let (unit, watts) = electricity(figure)?;
            let sentence = block.mentions().sentences[block.sentence_at(figure.number.start)];
            let (meant, what) = meant(Words { text: block.text(), tokens: block.tokens_in(sentence) }, figure, unit)?;
            let span = figure.unit.iter().fold(figure.number, |span, unit| span.to(unit.span));
            (!block.is_quoted(span)).then_some(Slip { span, meant, what, watts })
        });
        Self(found.collect())
    }

    fn may_speak(block: Alone<'_>) -> bool {
        block.mentions().figures.iter().any(|figure| electricity(figure).is_some())
    }

    fn is_silent(&self) -> bool {
        self.0.is_empty()
    }
}

/// What a figure in watts or watt-hours measures, and the multiple of a watt; `None` for any other figure.
fn electricity(figure: &Figure) -> Option<(Quantity, &'static str)> {
    if !matches!(figure.kind, FigureKind::Measure | FigureKind::Rate) {
        return None;
    }
    let unit = figure.unit.as_ref()?.head.as_str();
    let (watts, hours) = unit.split_once('-').map_or((unit, ""), |(watts, hours)| (watts, hours));
    let watts = ["kilowatt", "megawatt", "gigawatt", "terawatt"].into_iter().find(|&known| known == watts)?;
    Some((if hours.is_empty() { Quantity::Power } else { Quantity::Energy }, watts))
}

/// What the sentence means by `figure`, where that is not its `unit`.
fn meant(words: Words<'_>, figure: &Figure, unit: Quantity) -> Option<(Quantity, &'static str)> {
    let first = words.tokens.partition_point(|token| token.span.start < figure.span.start);
    let behind = words.tokens.partition_point(|token| token.span.start < figure.span.end);
    let place = Place { words, first, behind };
    match unit {
        Quantity::Power => place.energy(figure.kind == FigureKind::Rate).map(|what| (Quantity::Energy, what)),
        Quantity::Energy if figure.kind == FigureKind::Rate => None,
        Quantity::Energy => place.power().map(|what| (Quantity::Power, what)),
    }
}

/// Verbs of keeping energy.
const STORES: &[&str] = &["store", "stores", "stored", "storing"];

/// Verbs of having it inside.
const HOLDS: &[&str] = &["hold", "holds", "held", "holding"];

/// Who uses an average of it.
const HOMES: &[&str] = &["household", "home", "house", "family", "flat", "customer"];

/// Verbs of using it.
const USES: &[&str] = &[
    "use",
    "uses",
    "used",
    "using",
    "consume",
    "consumes",
    "consumed",
    "consuming",
    "burn",
    "burns",
    "burned",
    "burnt",
    "save",
    "saves",
    "saved",
    "saving",
    "cost",
    "lost",
];

/// Verbs of making and selling it.
const MAKES: &[&str] = &[
    "generate",
    "generates",
    "generated",
    "generating",
    "produce",
    "produces",
    "produced",
    "producing",
    "made",
    "yielded",
    "sold",
    "exported",
    "delivered",
    "supplied",
];

/// Words of a power that is held for so long, which is energy.
const HOURS: &[&str] = &["hour", "hours", "mwh", "kwh", "gwh"];

/// Words of a moment or a rating, which are told in power.
const MOMENT: &[&str] = &[
    "peak", "peaked", "maximum", "capacity", "average", "instant", "moment", "record", "once", "up", "rate", "when",
    "while",
];

/// What is rated in power alone.
const RATED: &[&str] = &[
    "turbine",
    "turbines",
    "panels",
    "reactor",
    "reactors",
    "array",
    "arrays",
    "generator",
    "farm",
    "farms",
    "plant",
    "station",
];

/// Words of something that keeps energy, or of so much in so long.
const KEEPS: &[&str] = &[
    "battery",
    "batteries",
    "storage",
    "store",
    "stores",
    "stored",
    "storing",
    "reservoir",
    "annual",
    "annually",
    "year",
    "month",
    "day",
    "hour",
    "hours",
    "per",
];

/// A figure in its sentence.
#[derive(Clone, Copy)]
struct Place<'a> {
    words: Words<'a>,
    /// The position of its first token.
    first: usize,
    /// The position behind its last.
    behind: usize,
}

impl Place<'_> {
    /// How many words may stand between a verb and its figure: "used last year an estimated 40 MW".
    const REACH: usize = 5;

    /// What is said of energy, by the words around a figure of power; `each` where it is one for each so long.
    fn energy(self, each: bool) -> Option<&'static str> {
        // "Can store 40 megawatts and give out 10 for four hours": the hours are those of the next.
        if self.has_before(STORES) && self.opens_next_power() {
            return Some("is stored");
        }
        if self.clause_holds_any(HOURS) {
            return None;
        }
        let is_of_energy =
            self.words.is(self.behind, "of") && self.words.is_any(self.behind + 1, &["energy", "electricity", "power"]);
        if self.has_before(STORES) || self.has_before(HOLDS) && is_of_energy {
            return Some("is stored");
        }
        // "An average of 410 kilowatts a month": of so many months.
        let before = self.first.wrapping_sub(1);
        let is_mean = each && self.words.is(before, "of") && self.words.is(before.wrapping_sub(1), "average");
        // "The average household uses"
        let is_of_home = each && self.is_of_average_home();
        if !is_mean && !is_of_home && self.clause_holds_any(MOMENT) {
            return None;
        }
        // A factory makes so many gigawatts of panels a year.
        if self.words.is(self.behind, "of") && !self.words.is_any(self.behind + 1, &["electricity", "power", "energy"])
        {
            return None;
        }
        let in_a_period = each || self.has_period();
        match () {
            () if in_a_period && self.has_before(USES) => Some("is used over a time"),
            () if in_a_period && self.has_before(MAKES) => Some("is made over a time"),
            () => None,
        }
    }

    /// What is said of power, by the words around a figure of energy.
    fn power(self) -> Option<&'static str> {
        let Self { words, first, behind } = self;
        let at_peak = words.is(behind, "at")
            && (words.is_any(behind + 1, &["noon", "once", "peak"])
                || words.is_any(behind + 1, &["its", "the", "their", "any"])
                    && words.is_any(behind + 2, &["peak", "height", "moment", "time"]));
        let peaked = words.is_any(first.wrapping_sub(1), &["at", "of"])
            && words.is_any(first.wrapping_sub(2), &["peaked", "peaks", "peak", "demand", "load"])
            && self.holds_any(&["peaked", "peaks", "peak"]);
        if words.is_any(behind, &["charger", "chargers", "turbine", "turbines", "motor", "generator"]) {
            return Some("a charger or an engine gives");
        }
        if at_peak || peaked {
            return Some("is drawn at a moment");
        }
        // "Megawatt-hours" has hours of its own.
        if (0..first).chain(behind..words.tokens.len()).any(|at| words.is_any(at, KEEPS)) {
            return None;
        }
        let is_rated = words.is(first.wrapping_sub(1), "at") && words.is(first.wrapping_sub(2), "rated");
        let has_capacity = words.is(first.wrapping_sub(1), "of") && words.is(first.wrapping_sub(2), "capacity");
        ((is_rated || has_capacity) && self.holds_any(RATED)).then_some("a plant is rated at")
    }

    /// Whether another power stands behind the figure, joined by "and", before any hours do.
    fn opens_next_power(self) -> bool {
        let Self { words, behind, .. } = self;
        let is_power =
            |at: usize| words.is_any(at, &["megawatt", "megawatts", "mw", "kilowatts", "kw", "gigawatts", "gw"]);
        let next = (behind..words.tokens.len()).find(|&at| is_power(at) || words.is_any(at, HOURS));
        words.is(behind, "and") && next.is_some_and(is_power)
    }

    fn is_of_average_home(self) -> bool {
        let words = self.words;
        (1..self.first).any(|at| words.is_any(at, HOMES) && words.is_any(at - 1, &["average", "typical"]))
    }

    fn holds_any(self, listed: &[&str]) -> bool {
        (0..self.words.tokens.len()).any(|at| self.words.is_any(at, listed))
    }

    /// Whether one of `listed` stands between the commas around the figure.
    fn clause_holds_any(self, listed: &[&str]) -> bool {
        let Self { words, first, behind } = self;
        let is_inside = |&at: &usize| !words.is_any(at, &[",", ";", "—", "–"]);
        let before = (0..first).rev().take_while(is_inside);
        let after = (behind..words.tokens.len()).take_while(is_inside);
        before.chain(after).any(|at| words.is_any(at, listed))
    }

    /// Whether one of `verbs` stands shortly before the figure.
    fn has_before(self, verbs: &[&str]) -> bool {
        let start = self.first.saturating_sub(Self::REACH + 1);
        (start..self.first).any(|at| self.words.is_any(at, verbs))
    }

    /// Whether a length of time follows: "last year", "in May", "a month", "in 2024", "over the winter".
    fn has_period(self) -> bool {
        const PERIODS: &[&str] = &["year", "month", "week", "quarter", "winter", "summer", "season", "decade"];
        let Self { words, behind, .. } = self;
        // "140 megawatts of electricity over the season"
        let behind = if words.is(behind, "of") { behind + 2 } else { behind };
        let opens = words.is_any(behind, &["last", "a", "each", "every", "per", "this", "in", "over", "during"]);
        opens && (behind + 1..=behind + 3).any(|at| words.is_any(at, PERIODS))
    }
}
