//! Which figures only say how big a thing is or which one is meant, and report nothing.
//!
//! `size` says how big something is, `intent` what somebody sets or means, `known` what needs no telling; what a figure's
//! form shows is asked here.

mod intent;
mod known;
mod size;

use rust_decimal::Decimal;

use self::intent::{
    is_asking_price, is_bound, is_condition, is_example, is_goal, is_levy, is_of_plan, is_of_rule, is_planned,
    is_supposed,
};
use self::known::{
    is_class, is_counter, is_innings, is_known, is_known_debt, is_known_toll, is_makeup, is_named_after, is_owned,
    is_policy_rate, is_present_at, is_seen_by_all, is_turnover, is_weather,
};
use self::size::{is_comparison, is_length, is_size};
use super::beside::Beside;
use super::grave::{is_compound, is_toll, is_weighty};
use super::tally::is_often;
use super::worded::answers;
use crate::extract::{Figure, FigureKind};
use crate::language::{Class, Token, is_one_of};
use crate::story::{Placed, Story};

/// The classes of verbs that make a sentence of words: without one of them they are a name or a row.
pub(super) const FINITE: &[Class] = &[Class::Past, Class::Third, Class::Be, Class::Have, Class::Modal];

/// Whether the figure says how big a thing is or which, and reports nothing: "a £310m plan", "the top 1 percent".
pub(super) fn is_description(story: &Story, figure: &Placed<Figure>) -> bool {
    let beside = Beside::of(story, figure);
    let answers = answers(story, figure);
    !is_toll(story, figure)
        && (*answers.described.get_or_init(|| is_described(story, figure, &beside))
            || *answers.after.get_or_init(|| says_after(figure, &beside)) && !is_weighty(story, figure))
        || *answers.named.get_or_init(|| is_named(story, figure, &beside))
        || is_named_after(story, figure, &beside)
}

/// Whether its paragraph says so of a figure that counts no dead.
fn is_described(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    says_described(figure, beside)
        || stands_alone(story, figure)
        || is_seen_by_all(figure)
        || is_counter(figure, beside)
        || is_length(story, figure)
        || is_compound(story, figure)
        || is_loose_number(story, figure) && !is_weighty(story, figure)
        || is_example(story, figure)
        || is_writers_own(story, figure)
}

/// Whether its paragraph says so of any figure.
fn is_named(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    is_year(story, figure)
        || is_sum(beside)
        || is_innings(figure, beside)
        || is_supposed(beside)
        || is_known_toll(story, figure, beside)
        || is_in_capitals(beside)
}

/// Whether the words of its sentence alone say so.
fn says_described(figure: &Figure, beside: &Beside<'_>) -> bool {
    is_bound(figure, beside)
        || is_of_rule(beside)
        || is_condition(beside)
        || is_makeup(figure, beside)
        || is_weather(beside)
        || is_known_debt(figure, beside)
        || is_turnover(figure, beside)
        || is_policy_rate(figure, beside)
        || is_levy(figure, beside)
        || is_class(beside)
        || is_present_at(figure, beside)
        || is_known(figure, beside)
        || is_row(beside)
        || is_of_plan(figure, beside)
        || is_planned(figure, beside)
        || is_asking_price(figure, beside)
        || is_part_of_name(figure, beside)
        || is_comparison(beside)
        || is_priced_thing(figure, beside)
        || is_size(figure, beside)
}

/// Whether they say that somebody is after so much, or has it: jobs and crimes are asked about even so.
fn says_after(figure: &Figure, beside: &Beside<'_>) -> bool {
    is_goal(beside) || is_owned(figure, beside)
}

/// "In all, those gifts add up to $7 million": a sum of what the story has told.
fn is_sum(beside: &Beside<'_>) -> bool {
    ["add", "adds", "added"].iter().any(|add| beside.words.run_is(beside.lead.wrapping_sub(3), &[add, "up", "to"]))
}

/// "Some 2016 candidates" are those of that year: a count of as many has a comma.
fn is_year(story: &Story, figure: &Figure) -> bool {
    let digits = story.text_of(figure.number);
    let is_near = digits.parse::<u32>().is_ok_and(|year| (1990..=2040).contains(&year));
    figure.kind == FigureKind::Count && digits.len() == 4 && is_near
}

/// "$50 million." as a paragraph, and under it what it is; "Yes 33%." in a table that lost its rules.
fn stands_alone(story: &Story, figure: &Placed<Figure>) -> bool {
    const LONGEST: usize = 4;
    let tokens = story.tokens_in(story.blocks[figure.block].span);
    tokens.len() <= LONGEST && !tokens.iter().any(|token| token.classes.has_any(FINITE))
}

/// "On Harbour Radio 125 weekdays at six", "the show Brook Live 360": a number at the end of a name.
fn is_part_of_name(figure: &Figure, beside: &Beside<'_>) -> bool {
    let words = beside.words;
    let counts_nothing =
        figure.unit.is_none() || words.has(beside.behind, Class::Time) || words.is(beside.behind, "weekdays");
    // "[538]" behind a quotation is where it is from.
    let is_closed = words.is(beside.behind, "]") || words.run_is(beside.behind, &[".", "]"]);
    let is_credit = words.is(beside.first.wrapping_sub(1), "[") && is_closed;
    if is_credit {
        return true;
    }
    figure.kind == FigureKind::Count
        && counts_nothing
        && beside.lead == beside.first
        // "Since New Year 670 have been found"
        && !words.is_any(beside.first.wrapping_sub(1), &["Year", "Eve", "Day"])
        && (1..=2).all(|back| words.is_capitalized(beside.first.wrapping_sub(back)) && back < beside.first)
}

/// "Emma Brook: 1,769." on a line of its own is a row of a table, whose heading has the source.
fn is_row(beside: &Beside<'_>) -> bool {
    const LONGEST: usize = 8;
    beside.words.tokens.len() <= LONGEST && beside.words.is(beside.first.wrapping_sub(1), ":")
}

/// "A $235 million grant": the sum is the thing's name. What was lost or gained stays a report.
fn is_priced_thing(figure: &Figure, beside: &Beside<'_>) -> bool {
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
    let names_one = |at: usize| words.has(at, Class::Determiner) || words.is_any(at, &["'s", "’s"]);
    let before = beside.first.wrapping_sub(1);
    // "An improper $25,000 gift".
    let is_adjective = words.is_word(before)
        && words.written(before).starts_with(char::is_lowercase)
        && !words.tokens[before].classes.has_any(FINITE)
        && !words.tokens[before].classes.has_any(&[Class::Preposition, Class::Adverb])
        && words.is_any(before.wrapping_sub(1), &["a", "an"]);
    figure.kind == FigureKind::Money && (names_one(before) || is_adjective) && is_attributive && !is_reported
}

/// "TWO DEAD, 16 HURT IN ORSK FIRE" at the head of a paragraph is a headline, whose paragraph tells.
fn is_in_capitals(beside: &Beside<'_>) -> bool {
    const LEAST: usize = 3;
    let is_loud = |at: usize| {
        let word = beside.words.written(at);
        LEAST <= word.len() && word.chars().all(char::is_uppercase)
    };
    let behind = (0..3).filter(|on| is_loud(beside.behind + on)).count();
    // "FERRY LINE BUYS QUAY FOR $7 BILLION", "FIVE DEAD, NINE HURT IN ORSK".
    let around = (1..=4).filter(|back| is_loud(beside.first.wrapping_sub(*back))).count();
    let further = (3..6).filter(|on| is_loud(beside.behind + on)).count();
    2 <= behind || 3 <= behind + around || 3 <= behind + further
}

/// "Thousands of users": a manner of speaking, of which nobody keeps count.
fn is_loose_number(story: &Story, figure: &Placed<Figure>) -> bool {
    const LOOSE: &[&str] = &["hundreds", "thousands", "millions", "billions", "trillions", "dozens", "tens", "scores"];
    const HEAPS: &[&str] = &["bundle", "pile", "sheaf", "stack"];
    // "Say it 10,000 times": a picture.
    let is_told_often = figure.unit.as_ref().is_some_and(|unit| unit.head == "time")
        && is_round(figure.value)
        // "Had complained of it 23 times in two years": there is a log.
        && !(figure.value < Decimal::ONE_HUNDRED && is_often(figure, &Beside::of(story, figure)))
        && !is_clicked(&Beside::of(story, figure));
    let words = story.text_of(figure.number);
    // "A bundle of 340 e-mails": what lies on the table.
    let beside = Beside::of(story, figure);
    let is_heap =
        beside.words.is(beside.lead.wrapping_sub(1), "of") && beside.words.is_any(beside.lead.wrapping_sub(2), HEAPS);
    // "By text to 56070": a number to send to.
    let is_short_code = figure.unit.is_none()
        && words.len() == 5
        && words.bytes().all(|digit| digit.is_ascii_digit())
        && beside.has(&["sms", "text", "texting", "whatsapp"]);
    if is_heap || is_short_code {
        return true;
    }
    let is_a_hundred = is_one_of(words, &["a hundred", "a thousand"]);
    // "A hundred grand for a degree".
    let is_slang = story.text[figure.number.end as usize..].trim_start().starts_with("grand ");
    // "Towns of a few thousand".
    let is_few = words.starts_with("a few ") || words.to_lowercase().starts_with("several ");
    is_a_hundred || is_slang || is_told_often || is_few || words.split_whitespace().any(|word| is_one_of(word, LOOSE))
}

/// "A hundred times", "10,000 times": nobody has counted; "was called out 240 times" somebody has.
fn is_round(value: Decimal) -> bool {
    const ROUND: [u32; 8] = [100, 200, 500, 1_000, 5_000, 10_000, 100_000, 1_000_000];
    value < Decimal::ONE_HUNDRED || ROUND.iter().any(|&round| value == Decimal::from(round))
}

/// "The claim has been seen 1.9 million times": somebody counts clicks, and it is no picture.
fn is_clicked(beside: &Beside<'_>) -> bool {
    const CLICKS: &[&str] = &[
        "seen",
        "watched",
        "viewed",
        "shared",
        "downloaded",
        "streamed",
        "played",
        "read",
        "used",
        "opened",
        "visited",
    ];
    beside.has_before(3, CLICKS) && beside.has_before(5, &["been", "was", "were"])
}

/// "My father spent the $30,000 on tins": whoever writes so tells what they know themselves.
fn is_writers_own(story: &Story, figure: &Placed<Figure>) -> bool {
    const WRITER: &[&str] = &["i", "my", "we", "our", "me", "i've", "i’ve", "we've", "we’ve", "i'm", "i’m"];
    let base = story.blocks[figure.block].span;
    let text = story.text_of(base);
    let is_writer =
        |token: &Token| is_one_of(token.of(text), WRITER) && !story.is_quoted(token.span.shifted(base.start));
    story.tokens_in(story.sentences[figure.sentence].span).iter().any(is_writer)
}

/// `<tweet author="…">…`: a post that was set into the page, and lost its frame.
pub(super) fn is_post(story: &Story, block: usize) -> bool {
    let mut letters = story.text_of(story.blocks[block].span).chars();
    letters.next() == Some('<') && letters.next().is_some_and(char::is_alphabetic)
}
