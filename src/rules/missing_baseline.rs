//! "Up 30 percent": from what?

use rustc_hash::FxHashSet;

use super::{Report, Rule};
use crate::draft::Role;
use crate::extract::{Figure, FigureKind};
use crate::finding::Severity;
use crate::language::{Class, Token, TokenKind, is_one_of};
use crate::story::{Placed, RelationKind, Story, Way, way_of};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "missing-baseline",
    summary: "a percentage change that does not say from what or since when",
    severity: Severity::Information,
    explanation: r#"
The sentence says that something rose or fell by so many percent, and neither from what nor since when.

Up 30 percent on last year and up 30 percent on the best year ever are two stories.
A change without its beginning cannot be weighed.

```story
Complaints rose 30 percent, the operator said.
                ^^^^^^^^^^ missing-baseline: Rose 30 percent from what, or since when?
```

Better: "Complaints rose 30 percent from 2023, the operator said."

```story
Complaints rose 30 percent from 2023, the operator said.
```

Not flagged: "a rise of 30 percent" and "to raise it 30 percent", which are as often an offer or a plan; share prices; a sentence that gives the other end, a date, or a time to compare with ("from", "since", "than", "a year earlier",
"annual", "by June"), or that the sentence before gives; headlines, deks and captions; words inside a quotation.

Options: none beside the level.

Reference: the BBC's guidance on statistics asks for the baseline of every change.
"#,
    asks_relations: true,
    check,
};

/// Words that say by themselves what a change is measured against, or over what time.
const AGAINST: &[&str] = &[
    "ago",
    "annual",
    "annually",
    "compared",
    "decade",
    "earlier",
    "last",
    "month",
    "monthly",
    "next",
    "overnight",
    "period",
    "previous",
    "previously",
    "quarter",
    "quarterly",
    "season",
    "since",
    "than",
    "today",
    "versus",
    "week",
    "weekly",
    "year",
    "yearly",
    "yesterday",
    "past",
    "further",
    "forecast",
    "expected",
    "target",
];

/// Words that say so before a time, a number or an amount: "in a year", "from 40", "by June", but not "in the county".
const LEADS: &[&str] =
    &["against", "before", "between", "by", "from", "in", "over", "this", "until", "within", "on", "during", "after"];

/// What happened to the thing itself: "rose 30 percent"; to raise or drop something is somebody's plan.
const MOVES: &[&str] = &[
    "climbed",
    "declined",
    "decreased",
    "dropped",
    "down",
    "fallen",
    "fell",
    "grew",
    "grown",
    "increased",
    "jumped",
    "plunged",
    "risen",
    "rose",
    "shrank",
    "shrunk",
    "slipped",
    "soared",
    "surged",
    "tumbled",
    "up",
];

/// Small words between the move and the figure: "rose by more than 30 percent".
const BETWEEN: &[&str] =
    &["a", "about", "almost", "around", "by", "further", "just", "more", "nearly", "over", "some", "than"];

/// How many words away "shares" or "price" may stand: a market's move is against the day before.
const MARKET_REACH: usize = 8;

fn check(story: &Story, report: &mut Report<'_>) {
    let tied = tied_figures(story);
    for figure in &story.figures {
        let Some(change) = change_before(story, figure) else { continue };
        if tied.contains(&figure.number) || has_baseline(story, figure) {
            continue;
        }
        let words = story.text_of(figure.number);
        report
            .at(
                figure.number,
                format!("{}{} {words} from what, or since when?", change[..1].to_uppercase(), &change[1..]),
            )
            .help("Say what it is compared with.");
    }
}

/// The word that makes the percentage a change: "rose", "up". `None` where it is none, or is not asked for.
fn change_before(story: &Story, figure: &Placed<Figure>) -> Option<String> {
    let is_asked = matches!(figure.kind, FigureKind::Percentage | FigureKind::Share)
        && matches!(story.blocks[figure.block].role, Role::Paragraph | Role::ListItem)
        && !story.is_quoted(figure.number)
        && !story.has_near(figure.number, MARKET_REACH, Class::PublicRecord);
    if !is_asked {
        return None;
    }
    let text = story.text_of(story.blocks[figure.block].span);
    let mut before = story
        .tokens_before(figure.sentence, figure.number.start)
        .iter()
        .rev()
        .map(|token| token.of(text).to_lowercase())
        .peekable();
    if let Some(change) = told_behind(story, figure, text) {
        return Some(change.to_owned());
    }
    // "Seas have risen half a foot"
    if figure.kind == FigureKind::Share && before.peek().is_none_or(|word| word != "by") {
        return None;
    }
    let change = before.find(|word| !BETWEEN.contains(&word.as_str()))?;
    // "Milk makes up 30 percent" of something, "stalls ring up 27 percent of all sales", and nothing moves.
    let is_of = || {
        let behind = story.tokens_behind(figure.sentence, figure.number.end);
        behind
            .iter()
            .find(|token| !is_one_of(token.of(text), &["%", "percent", "per", "cent"]))
            .is_some_and(|next| is_one_of(next.of(text), &["of"]))
    };
    let is_part =
        change == "up" && (before.next().is_some_and(|verb| verb.starts_with("mak") || verb == "made") || is_of());
    (MOVES.contains(&change.as_str()) && !is_part).then_some(change)
}

/// "There has been a 15% increase", "its bill for malt was 18% higher": which way the word behind has it go.
fn told_behind(story: &Story, figure: &Placed<Figure>, text: &str) -> Option<&'static str> {
    const FOUND: &[&str] = &["been", "saw", "seen", "recorded", "reported", "suffered", "enjoyed", "noted"];
    const IS: &[&str] = &["was", "were", "is", "are", "been"];
    let behind = story.tokens_behind(figure.sentence, figure.number.end).first()?.of(text);
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    let word = |back: usize| before.len().checked_sub(back).map_or("", |at| before[at].of(text));
    if is_one_of(behind, &["higher", "up"]) && is_one_of(word(1), IS) {
        return Some("up");
    }
    if is_one_of(behind, &["lower", "down"]) && is_one_of(word(1), IS) {
        return Some("down");
    }
    let is_told = is_one_of(word(1), &["a", "an"]) && is_one_of(word(2), FOUND);
    let is_noun =
        is_one_of(behind, &["increase", "rise", "jump", "fall", "drop", "decline", "decrease", "surge", "leap", "dip"]);
    match way_of(behind).filter(|_| is_told && is_noun)? {
        Way::Up => Some("up"),
        Way::Down => Some("down"),
    }
}

/// The figures that the story's own arithmetic ties to others.
fn tied_figures(story: &Story) -> FxHashSet<Span> {
    let relations = story.relations().iter().filter(|relation| relation.kind != RelationKind::Repeat);
    let claims = relations.flat_map(|relation| relation.operands.iter().chain([&relation.stated]));
    claims.filter_map(|&claim| story.figure_of(claim)).map(|figure| figure.number).collect()
}

fn has_baseline(story: &Story, figure: &Placed<Figure>) -> bool {
    let from = figure.sentence.saturating_sub(1);
    let mut sentences = (from..=figure.sentence + 1)
        .filter(|&number| story.sentences.get(number).is_some_and(|place| place.block == figure.block));
    sentences.any(|number| compares(story, number))
}

/// Whether the sentence says since when or against what.
fn compares(story: &Story, sentence: usize) -> bool {
    const NEAR: usize = 3;
    const TOLD: usize = 6;
    let span = story.sentences[sentence].span;
    let text = story.text_of(story.blocks[story.sentences[sentence].block].span);
    let is_dated = story.dates.iter().any(|date| date.sentence == sentence && date.weekday.is_none());
    let tokens = story.tokens_in(span);
    let is = |token: &Token, words: &[&str]| is_one_of(token.of(text), words);
    // "By 40%": how much it changed.
    let is_amount = |at: usize| {
        let offset = tokens[at].span.start + story.blocks[story.sentences[sentence].block].span.start;
        story.figures.iter().any(|figure| {
            let is_share = matches!(figure.kind, FigureKind::Percentage | FigureKind::Share);
            is_share && figure.number.start <= offset && offset < figure.number.end
        })
    };
    // "…, the owner said on Friday": when it was told.
    let is_told = |at: usize| {
        is(&tokens[at], &["on"]) && tokens[at.saturating_sub(TOLD)..at].iter().any(|token| token.is(Class::SpeechVerb))
    };
    let leads = |at: usize| {
        if is_told(at) {
            return false;
        }
        let behind = at + 1..(at + 1 + NEAR).min(tokens.len());
        is(&tokens[at], LEADS)
            && behind.into_iter().any(|next| {
                let is_number = tokens[next].kind == TokenKind::Number || tokens[next].is(Class::NumberWord);
                tokens[next].is(Class::Time) || is_number && !is_amount(next)
            })
    };
    // "Down by a quarter": a share, and no time.
    let is_share = |at: usize| is(&tokens[at], &["quarter"]) && is_amount(at);
    is_dated || (0..tokens.len()).any(|at| is(&tokens[at], AGAINST) && !is_share(at) || leads(at))
}
