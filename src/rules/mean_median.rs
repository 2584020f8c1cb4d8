//! One value called the average in one place and the median in another.

use super::{Report, Rule};
use crate::extract::{Figure, FigureKind, Mentions};
use crate::finding::Severity;
use crate::language::{Token, WordList};
use crate::story::{Alone, Note, Placed, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "mean-median",
    summary: "one value is called the average here and the median there",
    severity: Severity::Warning,
    explanation: r#"
A value that the story calls the average comes back as the median, or the reverse.

The median is the value in the middle, with as many above it as below; a few very large values draw the average away from it.
The two are hardly ever the same number.

```story
The average response time was 7.4 minutes, the report says.

A median of 7.4 minutes is nothing to brag about, Ida Lund said.
            ^^^ mean-median: This calls 7.4 minutes the median; the story above calls it the average.
```

Better: look up which of them it is, and call it so everywhere.

```story
The median response time was 7.4 minutes, the report says.

A median of 7.4 minutes is nothing to brag about, Ida Lund said.
```

Not flagged: different values; a sentence that gives both, as one that compares them does.

Options: none beside the level.

Reference: the tip sheet of the Journalist's Resource on mean and median.
"#,
    asks_relations: false,
    check,
};

/// What a figure is called.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    Average,
    Median,
}

impl Name {
    fn word(self) -> &'static str {
        match self {
            Self::Average => "average",
            Self::Median => "median",
        }
    }
}

fn check(story: &Story, report: &mut Report<'_>) {
    let named: Vec<(&Placed<Figure>, Name)> = story
        .noted()
        .flat_map(|(block, Named(names))| {
            names.iter().map(move |&(number, name)| (&story.figures_of(block)[number], name))
        })
        .collect();
    for (number, (again, name)) in named.iter().enumerate() {
        let is_it = |(first, other): &&(&Placed<Figure>, Name)| other != name && is_same(first, again);
        let Some((first, other)) = named[..number].iter().find(is_it) else { continue };
        let value = story.text_of(Span::new(again.number.start, again.span.end.max(again.number.end)));
        let (this, that) = (name.word(), other.word());
        let message = format!("This calls {value} the {this}; the story above calls it the {that}.");
        report
            .at(again.number, message)
            .help("Find out which of the two it is, and call it so everywhere.")
            .relate(words_of(story, first), format!("the {that} here"));
    }
}

/// The figure with the word before it that calls it so: "the average rent was £940".
fn words_of(story: &Story, figure: &Placed<Figure>) -> Span {
    let block = story.blocks[figure.block].span;
    let text = story.text_of(block);
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    let is_name = |token: &&Token| MEAN.has(token, text) || MEDIAN.has(token, text);
    let word = before.iter().rev().take(NEAR).find(is_name);
    word.map_or(figure.number, |word| word.span.shifted(block.start).to(figure.number))
}

/// How many words before a figure may call it the average.
const NEAR: usize = 14;

/// The words for the mean.
const MEAN: WordList = WordList::of(&["average", "averaged", "averages", "mean"]);

/// The word for the median.
const MEDIAN: WordList = WordList::of(&["median"]);

/// The figures of a block that it calls so, by their numbers.
struct Named(Vec<(usize, Name)>);

impl Note for Named {
    fn read(block: Alone<'_>) -> Self {
        let names = |token: &Token| MEAN.has(token, block.text()) || MEDIAN.has(token, block.text());
        if !block.mentions().tokens.iter().any(names) {
            return Self(Vec::new());
        }
        let story = block.as_story();
        let figures = story.figures.iter().enumerate();
        Self(figures.filter_map(|(number, figure)| Some((number, name(&story, figure)?))).collect())
    }

    fn may_speak(block: Alone<'_>) -> bool {
        let Mentions { figures, vocabulary, .. } = block.mentions();
        !figures.is_empty() && (vocabulary.may_hold_listed(&MEAN) || vocabulary.may_hold_listed(&MEDIAN))
    }

    fn is_silent(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether the two are one value of one unit, too exact to be the same by chance.
fn is_same(first: &Figure, again: &Figure) -> bool {
    let is_one_unit = match (&first.unit, &again.unit) {
        (_, None) => first.kind == again.kind,
        (Some(one), Some(other)) => one.head == other.head,
        (None, Some(_)) => false,
    };
    // "€9,400 a year", and later "€9,400": what a rate is for need not be said again.
    let is_rate = |figure: &Figure| figure.kind == FigureKind::Rate;
    let is_one_kind = first.kind == again.kind || is_rate(first) || is_rate(again);
    first.value == again.value && is_one_kind && is_one_unit
}

/// What the words of its sentence call the figure; `None` where they call it neither, or give both.
fn name(story: &Story, figure: &Placed<Figure>) -> Option<Name> {
    let is_kind = matches!(
        figure.kind,
        FigureKind::Money
            | FigureKind::Measure
            | FigureKind::Duration
            | FigureKind::Count
            | FigureKind::Rate
            | FigureKind::Age
    );
    if !is_kind || figure.pair.is_some() {
        return None;
    }
    let text = story.text_of(story.blocks[figure.block].span);
    let is_mean = |token: &Token| MEAN.has(token, text);
    let is_median = |token: &Token| MEDIAN.has(token, text);
    let sentence = story.tokens_in(story.sentences.get(figure.sentence)?.span);
    // "The average of $2,040 is below that of Orm, where the median is": its own word stands right before it.
    let led = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    if let [.., name, of] = led
        && of.of(text).eq_ignore_ascii_case("of")
        && (is_mean(name) || is_median(name))
    {
        return Some(if is_mean(name) { Name::Average } else { Name::Median });
    }
    let name = match (sentence.iter().any(is_mean), sentence.iter().any(is_median)) {
        (true, false) => Name::Average,
        (false, true) => Name::Median,
        _ => return None,
    };
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    let behind = story.tokens_behind(figure.sentence, figure.span.end.max(figure.number.end));
    let mut near = before.iter().rev().take(NEAR).chain(behind.iter().take(2));
    near.any(|token| is_mean(token) || is_median(token)).then_some(name)
}
