//! Which figures need no source because anybody can look them up, or because they only say how big a thing is.

use rust_decimal::Decimal;

use crate::extract::{Figure, FigureKind};
use crate::language::{Class, Words, is_one_of};
use crate::story::{Placed, Story};
use crate::text::Span;

/// How many words away a word of public record may stand from the figure that it speaks of:
/// "the shares closed at 612 pence, up 5.1%".
const REACH: usize = 8;

/// How many words away a word of death or injury may stand from the people whom it speaks of.
const TOLL_REACH: usize = 10;

/// How many years before the latest year that a story names another is history.
const PAST: i16 = 4;

/// Whether the figure counts dead or hurt: such a count needs a source whatever its size.
pub(super) fn is_toll(story: &Story, figure: &Placed<Figure>) -> bool {
    let beside = Beside::of(story, figure);
    // "Losses in all but three contests" counts no dead.
    let is_exception = beside.words.run_is(beside.first.wrapping_sub(2), &["all", "but"]);
    // "It kills 45 people a year."
    let is_yearly = figure.kind == FigureKind::Rate && figure.unit.as_ref().is_some_and(|unit| unit.head == "person");
    (figure.kind == FigureKind::Count || is_yearly)
        && !is_exception
        && !is_compound(story, figure)
        && story.has_near(figure.number, TOLL_REACH, Class::Casualty)
}

/// Whether the figure counts what no desk takes on trust: jobs, crimes.
pub(super) fn is_weighty(story: &Story, figure: &Placed<Figure>) -> bool {
    let Some(unit) = &figure.unit else { return false };
    figure.kind == FigureKind::Count && story.tokens_in(unit.span).iter().any(|token| token.is(Class::Weighty))
}

/// Whether the figure is on public record, tells of the past or only says how big something is.
pub(super) fn is_on_record(story: &Story, figure: &Placed<Figure>, latest_year: Option<i16>) -> bool {
    let beside = Beside::of(story, figure);
    is_method(&beside)
        || is_history(story, figure, latest_year)
        || story.sentence_has(figure.sentence, Class::CourtRecord)
        || !is_toll(story, figure)
            && (is_stated(story, figure, &beside)
                || follows_stated(story, figure)
                || is_market_move(story, figure, &beside))
        || is_description(story, figure)
}

/// Whether the figure says how big a thing is or which, and reports nothing: "a £310m plan", "the top 1 percent".
pub(super) fn is_description(story: &Story, figure: &Placed<Figure>) -> bool {
    let beside = Beside::of(story, figure);
    !is_toll(story, figure)
        && (is_bound(figure, &beside)
            || is_class(&beside)
            || is_known(figure, &beside)
            || is_row(&beside)
            || is_comparison(&beside)
            || is_priced_thing(figure, &beside)
            || is_size(figure, &beside)
            || is_length(story, figure)
            || is_compound(story, figure)
            || is_loose_number(story, figure) && !is_weighty(story, figure)
            || is_example(story, figure))
}

/// The words of a figure's sentence, and where in them its number stands.
pub(super) struct Beside<'a> {
    pub(super) words: Words<'a>,
    /// The index of the number's first word.
    pub(super) first: usize,
    /// Where the block of those words begins in the story.
    base: u32,
}

impl<'a> Beside<'a> {
    pub(super) fn of(story: &'a Story, figure: &Placed<Figure>) -> Self {
        let sentence = story.sentences[figure.sentence].span;
        let tokens = story.tokens_in(sentence);
        let text = story.text_of(story.blocks[figure.block].span);
        let base = story.blocks[figure.block].span.start;
        let start = figure.number.start.saturating_sub(base);
        let first = tokens.partition_point(|token| token.span.start < start);
        Self { words: Words { text, tokens }, first, base }
    }

    /// Whether one of `words` stands within `reach` words before the number.
    pub(super) fn has_before(&self, reach: usize, words: &[&str]) -> bool {
        (1..=reach).any(|back| self.words.is_any(self.first.wrapping_sub(back), words))
    }
}

/// What somebody or something has put on record.
fn is_stated(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    is_public(story, figure)
        || is_official(beside)
        || is_posted_rate(beside)
        || is_election(story, figure, beside)
        || is_of_accounts(story, figure)
        || is_signed(beside)
        || is_voted(beside)
}

/// "Voted by seven to four on Wednesday to allow 320 homes": what a vote decides is in its minutes.
fn is_voted(beside: &Beside<'_>) -> bool {
    let verb = (0..beside.first).find(|&at| beside.words.is(at, "voted"));
    let is_decided = |at: usize| beside.words.is(at, "to") && beside.words.has(at + 1, Class::Base);
    verb.is_some_and(|verb| (verb + 1..beside.first).any(is_decided))
}

/// "A letter signed by 200 mayors": the names stand beneath it.
fn is_signed(beside: &Beside<'_>) -> bool {
    beside.words.run_is(beside.first.wrapping_sub(2), &["signed", "by"])
}

/// "Net income of 448 million on sales of 10.9 billion": a figure behind one on record in its sentence.
fn follows_stated(story: &Story, figure: &Placed<Figure>) -> bool {
    let behind = story.figures.partition_point(|other| other.number.start < figure.number.start);
    let before = story.figures[..behind].iter().rev().take_while(|other| other.sentence == figure.sentence);
    // "Against 7.3 million the year before": a bare number goes on in the unit of the one before it.
    let goes_on = |other: &Figure| other.kind == figure.kind || figure.unit.is_none();
    before.filter(|other| goes_on(other)).any(|other| is_stated(story, other, &Beside::of(story, other)))
}

/// "The official unemployment rate is 4.7 percent": the word says whose figure it is.
fn is_official(beside: &Beside<'_>) -> bool {
    beside.has_before(6, &["official"])
}

/// "Cut its base rate to 10 percent": what a bank posts.
fn is_posted_rate(beside: &Beside<'_>) -> bool {
    const BANKED: &[&str] = &["base", "interest", "lending", "discount", "mortgage", "prime", "repo", "policy"];
    let words = beside.words;
    (1..=6)
        .map(|back| beside.first.wrapping_sub(back))
        .any(|at| words.is_any(at, &["rate", "rates"]) && words.is_any(at.wrapping_sub(1), BANKED))
}

/// "Families with incomes above $125,000": where a rule begins to hold, and no sum that anybody paid.
fn is_bound(figure: &Figure, beside: &Beside<'_>) -> bool {
    const EARNED: &[&str] = &["income", "incomes", "earning", "earn", "earns", "making", "makes", "make", "salaries"];
    figure.kind == FigureKind::Money
        && beside.has_before(3, &["above", "below", "over", "under", "than"])
        && beside.has_before(5, EARNED)
}

/// "Fell $1.25, or 1.4 percent, to $88.95": how the price of a share is told.
fn is_market_move(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    let index = story.figures.partition_point(|other| other.number.start < figure.number.start);
    let is_price = |at: usize| {
        story.figures.get(at).is_some_and(|other| {
            other.sentence == figure.sentence
                && other.kind == FigureKind::Money
                && other.value < Decimal::from(HIGHEST_SHARE)
        })
    };
    figure.kind == FigureKind::Percentage
        && beside.words.is(beside.first.wrapping_sub(1), "or")
        && is_price(index.wrapping_sub(1))
        && is_price(index + 1)
}

/// Few shares cost more.
const HIGHEST_SHARE: u32 = 10_000;

/// "The richest 1 percent": a class of people, of whom something is said.
fn is_class(beside: &Beside<'_>) -> bool {
    beside.has_before(1, &["top", "richest", "wealthiest", "poorest", "bottom"])
        && beside.words.has(beside.first.wrapping_sub(2), Class::Determiner)
}

/// "The 15,000 journalists": the article takes the number for known, so it was told before or is plain.
fn is_known(figure: &Figure, beside: &Beside<'_>) -> bool {
    figure.kind == FigureKind::Count && beside.has_before(1, &["the", "these", "those", "all"])
}

/// "Emma Brook: 1,769." on a line of its own is a row of a table, whose heading has the source.
fn is_row(beside: &Beside<'_>) -> bool {
    const LONGEST: usize = 8;
    beside.words.tokens.len() <= LONGEST && beside.words.is(beside.first.wrapping_sub(1), ":")
}

/// "A lake the size of 400 football pitches": a picture for the reader, and no count.
fn is_comparison(beside: &Beside<'_>) -> bool {
    const MEASURES: &[&str] = &["size", "area", "length", "height", "weight", "equivalent"];
    beside.has_before(1, &["of"]) && beside.words.is_any(beside.first.wrapping_sub(2), MEASURES)
}

/// "A $235 million grant": the sum is the thing's name. What was lost or gained stays a report.
fn is_priced_thing(figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const REPORTED: &[&str] = &[
        "loss",
        "losses",
        "deficit",
        "shortfall",
        "hole",
        "gap",
        "damage",
        "cost",
        "costs",
        "bill",
        "surplus",
        "fortune",
        "rise",
        "fall",
        "increase",
        "drop",
        "cut",
        "cuts",
        "debt",
        "debts",
        "market",
        "industry",
        "worth",
    ];
    let words = beside.words;
    let end = figure.span.end.max(figure.number.end) - beside.base;
    let noun = words.tokens.partition_point(|token| token.span.start < end);
    let is_attributive = words.is_word(noun)
        && words.written(noun).starts_with(char::is_lowercase)
        && !words.tokens[noun].classes.has_any(&[
            Class::Preposition,
            Class::Coordinator,
            Class::Subordinator,
            Class::FunctionWord,
            Class::Adverb,
            Class::Time,
        ])
        // "A £3m plan": some words that end a phrase elsewhere are nouns as well.
        && (!words.has(noun, Class::Boundary) || words.has(noun, Class::NounToo));
    let is_reported = (noun..noun + 3).any(|at| words.is_any(at, REPORTED) || words.has(at, Class::Accounts));
    figure.kind == FigureKind::Money
        && words.has(beside.first.wrapping_sub(1), Class::Determiner)
        && is_attributive
        && !is_reported
}

/// What happens in public, stands on a label or is set by somebody's own deed: such a word stands close by.
fn is_public(story: &Story, figure: &Placed<Figure>) -> bool {
    let has = |class| story.has_near(figure.number, REACH, class);
    let is_money = matches!(figure.kind, FigureKind::Money | FigureKind::Rate);
    // "Outside groups have spent another $40 million on the race", "prices have dropped 18 percent" are no results.
    let is_seen = !is_money && figure.kind != FigureKind::Percentage && has(Class::Contest);
    // "The clean-up has been priced at £38m" is somebody's estimate, and no label.
    let beside = Beside::of(story, figure);
    let is_estimate = beside.words.run_is(beside.first.wrapping_sub(3), &["been", "priced", "at"]);
    has(Class::PublicRecord) || has(Class::PublicDeed) || is_seen || is_money && has(Class::Price) && !is_estimate
}

/// "A survey of 350 patients", "a margin of error of 3 points": how something was found, not what.
fn is_method(beside: &Beside<'_>) -> bool {
    let words = beside.words;
    let of = beside.first.wrapping_sub(1);
    let is_sample = words.is(of, "of") && words.has(of.wrapping_sub(1), Class::Document);
    is_sample || beside.has_before(REACH, &["margin"])
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

/// Votes and delegates are counted in public: "won by 13 points", "568 delegates", "He now has 568."
fn is_election(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    let has = |class| story.sentence_has(figure.sentence, class);
    let won_by = figure.kind == FigureKind::Points && has(Class::Outcome) && beside.has_before(3, &["by"]);
    let won = figure.kind == FigureKind::Percentage && beside.has_before(2, &["won", "win", "winning"]);
    let before = figure.sentence.wrapping_sub(1);
    let is_in_block = story.sentences.get(before).is_some_and(|sentence| sentence.block == figure.block);
    let is_told = has(Class::Election) || is_in_block && story.sentence_has(before, Class::Election);
    won_by || won || is_told && has(Class::Outcome) && has_result_kind(figure) || counts_delegates(story, figure)
}

fn has_result_kind(figure: &Figure) -> bool {
    matches!(
        figure.kind,
        FigureKind::Count | FigureKind::Percentage | FigureKind::Points | FigureKind::Share | FigureKind::Score
    )
}

/// "He now has 568. Cruz has 370 delegates": a bare count among sentences that speak of delegates.
fn counts_delegates(story: &Story, figure: &Placed<Figure>) -> bool {
    let speaks = |sentence: usize| {
        story.sentences.get(sentence).is_some_and(|near| {
            let text = story.text_of(near.span);
            near.block == figure.block && (text.contains("delegate") || text.contains("electoral vote"))
        })
    };
    figure.kind == FigureKind::Count
        && (speaks(figure.sentence)
            || figure.unit.is_none() && (speaks(figure.sentence.wrapping_sub(1)) || speaks(figure.sentence + 1)))
}

/// "Net profit of 3.2 million in fiscal 1986", "posted revenues of $40 million": a company files its accounts.
fn is_of_accounts(story: &Story, figure: &Placed<Figure>) -> bool {
    const FILED: &[&str] = &["net", "pretax", "pre-tax", "fiscal", "posted", "audited", "operating"];
    matches!(figure.kind, FigureKind::Money | FigureKind::Percentage | FigureKind::Rate)
        && story.has_near(figure.number, REACH, Class::Accounts)
        && story.sentence_names(figure.sentence, FILED)
}

/// "A club of 1,500 members", "has less than a million residents": how big a body or a place is.
fn is_size(figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const HOLDING: &[&str] = &["has", "have", "had", "having", "with", "to", "of", "'s", "’s"];
    let words = beside.words;
    // "One union has 1.2 million members and the other 800,000."
    let unit = figure.unit.as_ref().map(|unit| unit.span.back(beside.base));
    let names = |span: Span| unit.is_none_or(|unit| unit.covers(span));
    let is_standing = words.tokens.iter().any(|token| token.is(Class::StandingUnit) && names(token.span));
    figure.kind == FigureKind::Count
        && is_standing
        // "Has lost 340 students" tells no size.
        && (1..=4)
            .map(|back| beside.first.wrapping_sub(back))
            .take_while(|&at| !words.has(at, Class::Past) || words.is_any(at, HOLDING))
            .any(|at| words.is_any(at, HOLDING))
}

/// "A report of 240 pages": how long a text is, which whoever has it can count.
fn is_length(story: &Story, figure: &Figure) -> bool {
    const LENGTHS: &[&str] = &["words", "pages", "chapters", "lines", "verses"];
    let Some(unit) = &figure.unit else { return false };
    let words = story.text_of(unit.span);
    figure.kind == FigureKind::Count && is_one_of(words, LENGTHS)
}

/// "A 104-page report", "the 300-bed hospital": a size within the name of a thing.
fn is_compound(story: &Story, figure: &Figure) -> bool {
    let behind = &story.text[figure.number.end as usize..];
    let mut letters = behind.chars();
    let is_hyphen = matches!(letters.next(), Some('-' | '‐' | '‑'));
    figure.kind == FigureKind::Count
        && is_hyphen
        && letters.next().is_some_and(char::is_alphabetic)
        && !behind[1..].starts_with("strong")
}

/// "Thousands of users": a manner of speaking, of which nobody keeps count.
fn is_loose_number(story: &Story, figure: &Figure) -> bool {
    const LOOSE: &[&str] = &["hundreds", "thousands", "millions", "billions", "dozens", "tens", "scores"];
    let words = story.text_of(figure.number);
    let is_round = is_one_of(words, &["a hundred", "a thousand"]);
    is_round || words.split_whitespace().any(|word| is_one_of(word, LOOSE))
}

/// "If you owe $28,000, you pay $65 a month": an example, with the reader in it.
fn is_example(story: &Story, figure: &Placed<Figure>) -> bool {
    const READER: &[&str] = &["you", "your", "you're", "you’re", "you'd", "you’d", "you'll", "you’ll"];
    story.sentence_names(figure.sentence, READER)
}
