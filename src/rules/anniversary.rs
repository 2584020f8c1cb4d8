//! Counts anniversaries and terms of office: "founded in 1899, celebrates its 116th anniversary",
//! "first elected in 2012, is seeking his fifth four-year term".

use crate::extract::Date;
use crate::language::{Class, TokenKind, WordList, Words};
use crate::story::{Alone, Note, Placed, Story};
use crate::text::Span;

/// Words between an ordinal and what it counts: "60th wedding anniversary".
const NEAR: usize = 5;

/// A count of years or terms that two years contradict.
pub(super) struct Miscount {
    /// The ordinal.
    pub(super) at: Span,
    /// What the desk says.
    pub(super) message: String,
    /// The year from which it counts, and the one to which.
    pub(super) years: [Span; 2],
}

/// The anniversaries and terms of the story that do not fit its years.
pub(super) fn miscounts(story: &Story) -> Vec<Miscount> {
    let counting = story.noted::<Counting>().map(|(block, _)| block);
    let sentences = counting.flat_map(|block| story.sentences_of(block));
    let counting = sentences.filter(|&sentence| counts(story.text_of(story.sentences[sentence].span)));
    counting.filter_map(|sentence| miscount(story, sentence)).collect()
}

/// Whether a block counts anniversaries or terms.
struct Counting(bool);

impl Note for Counting {
    fn read(block: Alone<'_>) -> Self {
        Self(
            COUNTED_AS
                .iter()
                .any(|&(word, phrase)| block.mentions().vocabulary.may_hold(word) && block.text().contains(phrase)),
        )
    }

    fn may_speak(block: Alone<'_>) -> bool {
        block.mentions().vocabulary.may_hold_listed(&COUNTED)
    }

    fn is_silent(&self) -> bool {
        !self.0
    }
}

/// Words without one of which nothing is counted: most paragraphs have none, which is sooner told than what they hold.
const COUNTED: WordList = WordList::of(&[
    "anniversary",
    "birthday",
    "jubilee",
    "centenary",
    "bicentenary",
    "tercentenary",
    "sesquicentenary",
    "wedding",
    "season",
    "year",
    "term",
]);

/// How it is counted, each with the word that the phrase holds.
const COUNTED_AS: &[(&str, &str)] = &[
    ("anniversary", "anniversary"),
    ("birthday", "birthday"),
    ("jubilee", "jubilee"),
    ("term", "-year term"),
    ("centenary", "centenary"),
    ("bicentenary", "centenary"),
    ("tercentenary", "centenary"),
    ("sesquicentenary", "centenary"),
    ("wedding", "wedding"),
    ("season", "th season"),
    ("year", "th year"),
];

fn counts(text: &str) -> bool {
    COUNTED_AS.iter().any(|(_, phrase)| text.contains(phrase))
}

/// A sentence with its years.
struct Line<'a> {
    story: &'a Story,
    words: Words<'a>,
    first: usize,
    end: usize,
    start: u32,
    years: Vec<&'a Placed<Date>>,
}

fn miscount(story: &Story, sentence: usize) -> Option<Miscount> {
    let place = story.sentences[sentence];
    let block = &story.blocks[place.block];
    let words = Words { text: story.text_of(block.span), tokens: &block.mentions.tokens };
    let position = |offset: u32| words.tokens.partition_point(|token| token.span.start + block.span.start < offset);
    let first = story.dates.partition_point(|date| date.sentence < sentence);
    let dates = story.dates[first..].iter().take_while(|date| date.sentence == sentence);
    let years = dates.filter(|date| date.year.is_some() && !story.text_of(date.span).ends_with('s')).collect();
    let line = Line {
        story,
        words,
        first: position(place.span.start),
        end: position(place.span.end),
        start: block.span.start,
        years,
    };
    if !block.role.is_prose() {
        return None;
    }
    line.anniversary().or_else(|| line.term()).or_else(|| line.season())
}

impl Line<'_> {
    /// The first ordinal before one of `nouns`: its position, what it says, and the position of the noun.
    fn ordinal_of(&self, nouns: &[&str]) -> Option<(usize, i32, usize)> {
        (self.first..self.end).filter(|&noun| self.words.is_any(noun, nouns)).find_map(|noun| {
            let first = noun.saturating_sub(NEAR).max(self.first);
            let (at, ordinal) = (first..noun).rev().find_map(|at| Some((at, ordinal(self.words, at)?)))?;
            Some((at, ordinal, noun))
        })
    }

    /// "Its centenary", "their golden wedding": an anniversary whose name says how many years.
    fn named_years(&self) -> Option<(usize, i32)> {
        const NAMED: &[(&str, i32)] =
            &[("centenary", 100), ("bicentenary", 200), ("tercentenary", 300), ("sesquicentenary", 150)];
        const WEDDINGS: &[(&str, i32)] =
            &[("silver", 25), ("ruby", 40), ("golden", 50), ("diamond", 60), ("platinum", 70)];
        let years = |at: usize, named: &[(&str, i32)]| {
            named.iter().find(|(name, _)| self.words.is(at, name)).map(|&(_, years)| (at, years))
        };
        (self.first..self.end).find_map(|at| {
            let is_wedding = self.words.is_any(at + 1, &["wedding", "jubilee", "anniversary"]);
            years(at, NAMED).or_else(|| years(at, WEDDINGS).filter(|_| is_wedding))
        })
    }

    fn span(&self, at: usize) -> Span {
        self.words.tokens[at].span.shifted(self.start)
    }

    /// The year that something began in: behind "founded in", "born on 3 May", "of the 1974 flood".
    fn beginning(&self) -> Option<(i16, Span)> {
        const BEGUN: &[&str] = &[
            "founded",
            "formed",
            "opened",
            "built",
            "born",
            "married",
            "established",
            "began",
            "started",
            "launched",
            "created",
            "since",
            "wedding",
            "set",
            "inaugurated",
            "unveiled",
            "completed",
        ];
        let begins = |date: &&&Placed<Date>| {
            let at = self.position(date.span.start);
            (at.saturating_sub(5).max(self.first)..at).any(|at| self.words.is_any(at, BEGUN))
        };
        // "The 50th anniversary of the mine's closure in 1976"
        let is_of = |date: &&&Placed<Date>| {
            let at = self.position(date.span.start);
            let before = at.saturating_sub(8).max(self.first)..at;
            self.words.is_any(at.wrapping_sub(1), &["in", "of"])
                && !before.clone().any(|at| self.words.is(at, ","))
                && before.clone().any(|at| {
                    self.words.is_any(at, &["anniversary", "jubilee", "centenary"]) && self.words.is(at + 1, "of")
                })
        };
        let begun = self.years.iter().find(begins).or_else(|| self.years.iter().find(is_of));
        begun.and_then(|date| Some((date.year?, date.span)))
    }

    fn position(&self, offset: u32) -> usize {
        self.words.tokens.partition_point(|token| token.span.start + self.start < offset)
    }

    /// The other year of the sentence, else the story's own.
    fn end_year(&self, from: Span) -> Option<(i16, Span)> {
        let mut others = self.years.iter().filter(|date| date.span != from);
        match (others.next(), others.next()) {
            (Some(only), None) => Some((only.year?, only.span)),
            (None, _) => self.story.year_of_publication(),
            _ => None,
        }
    }

    /// "Formed in 1899, celebrates its 116th anniversary this season".
    fn anniversary(&self) -> Option<Miscount> {
        let ordinal = self.ordinal_of(&["anniversary", "birthday", "jubilee"]).map(|(at, count, _)| (at, count));
        let (at, count) = ordinal.or_else(|| self.named_years())?;
        let (from, from_span) = self.beginning()?;
        let (to, to_span) = self.end_year(from_span)?;
        let years = i32::from(to) - i32::from(from);
        // The day may lie in the year before or the year to come.
        let is_off = 1 < (years - count).abs() && 0 < years;
        let message = || format!("From {from} to {to} is {years} years, not {count}.");
        is_off.then(|| Miscount { at: self.span(at), message: message(), years: [from_span, to_span] })
    }

    /// "Took charge in August 2016 and is now in his 10th season".
    fn season(&self) -> Option<Miscount> {
        let (at, count, noun) = self.ordinal_of(&["season", "year"])?;
        let owner = at.wrapping_sub(1);
        let is_owned = self.words.has(owner, Class::Possessive)
            && self.words.is_any(owner.wrapping_sub(1), &["in", "into", "begins", "entering", "starts"])
            && noun == at + 2;
        let is_now = (self.first..owner).any(|at| self.words.is_any(at, &["is", "are", "begins", "starts"]));
        let [began] = self.years.as_slice() else { return None };
        let begins = self.position(began.span.start);
        let has_begun = (begins.saturating_sub(5).max(self.first)..begins)
            .any(|at| self.words.is_any(at, &["took", "joined", "appointed", "charge", "became", "founded", "began"]));
        let (from, (to, to_span)) = (began.year?, self.story.year_of_publication()?);
        let years = i32::from(to) - i32::from(from);
        let is_off = !(years - 1..=years + 2).contains(&count) && 0 < years;
        let message =
            || format!("From {from} to {to} is {years} years: that makes {years} or {}, not {count}.", years + 1);
        (is_owned && is_now && has_begun && is_off).then(|| Miscount {
            at: self.span(at),
            message: message(),
            years: [began.span, to_span],
        })
    }

    /// "First elected in 2012, is seeking his fifth four-year term": the fifth would begin in 2028.
    fn term(&self) -> Option<Miscount> {
        let (at, count, noun) = self.ordinal_of(&["term"])?;
        let length = (at + 1..noun).find_map(|at| years_of_term(self.words, at))?;
        let is_sought =
            (self.first..at).any(|at| self.words.is_any(at, &["seeking", "seeks", "running", "runs", "wants"]));
        let is_held =
            (self.first..at).any(|at| self.words.is_any(at, &["serving", "serves", "in", "into", "began", "begins"]));
        let elected = self.years.iter().find(|date| {
            let at = self.position(date.span.start);
            (at.saturating_sub(3).max(self.first)..at)
                .any(|at| self.words.is_any(at, &["elected", "office", "won", "since"]))
        })?;
        let (from, (to, to_span)) = (elected.year?, self.end_year(elected.span)?);
        let begins = i32::from(from) + (count - 1) * length;
        let last = if is_sought { begins + 1 } else { begins + length };
        let is_off = !(begins - 1..=last).contains(&i32::from(to));
        let message = || format!("From {from}, {length}-year terms make that one begin in {begins}; it is {to}.");
        (is_off && (is_sought || is_held) && self.years.len() == 1).then(|| Miscount {
            at: self.span(at),
            message: message(),
            years: [elected.span, to_span],
        })
    }
}

/// "116th", "fifth"; "twenty-first" is not read.
fn ordinal(words: Words<'_>, at: usize) -> Option<i32> {
    const SMALL: &[&str] = &[
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ];
    const TENS: &[&str] = &[
        "twentieth",
        "thirtieth",
        "fortieth",
        "fiftieth",
        "sixtieth",
        "seventieth",
        "eightieth",
        "ninetieth",
        "hundredth",
    ];
    let written = words.written(at).to_lowercase();
    if words.is_hyphen(at.wrapping_sub(1)) {
        return None;
    }
    let is_ordinal = words.is_any(at + 1, &["st", "nd", "rd", "th"]) && words.is_glued(at + 1);
    let digits = if is_ordinal { written.as_str() } else { "" };
    let small = SMALL.iter().position(|word| *word == written).and_then(|at| i32::try_from(at + 1).ok());
    let tens = || TENS.iter().position(|word| *word == written).and_then(|at| i32::try_from(10 * at + 20).ok());
    digits.parse().ok().or(small).or_else(tens)
}

/// "Four-year", "6-year": the years of a term.
fn years_of_term(words: Words<'_>, at: usize) -> Option<i32> {
    const NUMBERS: &[&str] = &["two", "three", "four", "five", "six", "seven"];
    let is_years = words.is_hyphen(at + 1) && words.is(at + 2, "year");
    let worded = NUMBERS.iter().position(|word| words.is(at, word)).and_then(|at| i32::try_from(at + 2).ok());
    let digits = (words.kind(at) == Some(TokenKind::Number) && !words.has(at, Class::NumberWord))
        .then(|| words.written(at).parse().ok());
    worded.or(digits.flatten()).filter(|_| is_years)
}
