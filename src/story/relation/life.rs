//! Gathers what the story says of people's lives: how old they are, when they were born and died.
//!
//! A person is known by name. A sentence without one goes on about the last person that a sentence was about;
//! where a relative stands in between ("his son was born in 1980"), nobody is meant for certain.

use super::namesakes::{Namesakes, Numbered, is_verb};
use super::{Entry, Story};
use crate::extract::{Date, FigureKind, Modifier, Name};
use crate::language::{Class, TokenKind, Words};
use crate::story::Placed;
use crate::story::note::{Alone, Note};
use crate::story::passage::Passage;
use crate::text::Span;

/// Words between a comma and the name that it leads to, at most: "the former swimmer Ida Lund".
const LONGEST_LEAD: usize = 5;

/// Words between "born" and its date, at most.
const NEAR: usize = 12;

/// Words between "born" or "died" and a date that is of something else.
const ELSEWHERE: &[&str] = &["born", "died", "and", "who", "whose", "when", "which"];

/// The number of a person among those of a story.
pub(super) type Person = usize;

/// How an age is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Telling {
    /// Behind the name, between commas: as of the story's day.
    Apposed,
    /// "She is 72".
    Now,
    /// "She was 72", "aged 45": as of what the sentence tells.
    Then,
}

/// An age that the story gives.
pub(super) struct Aged<'a> {
    /// Its figure.
    pub(super) entry: &'a Entry<'a>,
    /// Whose, where that is certain.
    pub(super) person: Option<Person>,
    /// How it is told.
    pub(super) telling: Telling,
    /// The name before it; empty where it stands behind none.
    pub(super) name: Span,
}

/// A birth or a death.
#[derive(Clone, Copy, Debug)]
pub(super) struct Event {
    /// Whose, where that is certain.
    pub(super) person: Option<Person>,
    /// The number of its sentence.
    pub(super) sentence: usize,
    /// When.
    pub(super) date: Date,
}

/// What the story says of people's lives.
#[derive(Default)]
pub(super) struct Lives<'a> {
    /// The ages in order.
    pub(super) ages: Vec<Aged<'a>>,
    /// The births in order.
    pub(super) births: Vec<Event>,
    /// The deaths in order.
    pub(super) deaths: Vec<Event>,
}

/// What a block's dates may tell of somebody's life.
struct DatesOfLives {
    /// Whether one may be that of a birth or a death, for which the block has a word.
    has_events: bool,
    /// Whether one may stand in brackets behind a name.
    has_brackets: bool,
}

impl Note for DatesOfLives {
    fn read(block: Alone<'_>) -> Self {
        let words = Words { text: block.text(), tokens: &block.mentions().tokens };
        let dates = &block.mentions().dates;
        let is_event = |at: usize| is_birth(words, at) || is_death(words, at);
        Self {
            has_events: dates.iter().any(|date| date.year.is_some()) && (0..words.tokens.len()).any(is_event),
            has_brackets: dates.iter().any(|date| behind_bracket(block.text(), date.span).is_some()),
        }
    }

    fn is_silent(&self) -> bool {
        !self.has_events && !self.has_brackets
    }
}

/// The words before a date that stands right behind a bracket.
fn behind_bracket(text: &str, date: Span) -> Option<&str> {
    text[..date.start as usize].strip_suffix(" (")
}

fn is_birth(words: Words<'_>, at: usize) -> bool {
    // "His date of birth was given as 3 May 1999"
    words.is(at, "born") || words.is(at, "birth") && words.run_is(at.wrapping_sub(2), &["date", "of"])
}

fn is_death(words: Words<'_>, at: usize) -> bool {
    words.is_any(at, &["died", "passed", "death"])
}

/// Reads the story's lives, block by block.
pub(super) fn read<'a>(story: &Story, entries: &'a [Entry<'a>]) -> Lives<'a> {
    let ages: Vec<&Entry<'_>> =
        entries.iter().filter(|entry| is_age(story, entry) || is_bracketed_age(story, entry)).collect();
    if ages.is_empty() {
        return Lives::default();
    }
    let namesakes: &Namesakes = story.overview();
    let mut reader = Reader {
        story,
        people: Vec::new(),
        by_name: vec![None; namesakes.wholes],
        by_surname: vec![Bearer::Nobody; namesakes.words],
        notices: &namesakes.notices,
        current: None,
        lives: Lives::default(),
    };
    let mut telling = story.noted::<DatesOfLives>().map(|(number, _)| number).peekable();
    let (mut dates, mut ages) = (&story.dates[..], &ages[..]);
    for (number, block) in story.blocks.iter().enumerate() {
        let names = story.names[block.names.clone()].iter().zip(&namesakes.names[block.names.clone()]);
        let names = names.map(|(name, numbered)| Met { name, numbered });
        let dates = split_off(&mut dates, |date| date.block == number);
        let ages = split_off(&mut ages, |entry| entry.figure.block == number);
        let is_silent = telling.next_if_eq(&number).is_none() && ages.is_empty();
        reader.open_blocks(number);
        if is_silent {
            reader.pass_block(names);
        } else {
            reader.read_block(names, dates, ages);
        }
    }
    reader.lives
}

/// Takes off `rest` what it begins with.
fn split_off<'a, T>(rest: &mut &'a [T], belongs: impl Fn(&T) -> bool) -> &'a [T] {
    let length = rest.iter().take_while(|item| belongs(item)).count();
    let (head, tail) = rest.split_at(length);
    *rest = tail;
    head
}

/// Whether the figure is somebody's age in years.
fn is_age(story: &Story, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    let words = || story.text_of(figure.span);
    figure.kind == FigureKind::Age
        && figure.modifier == Modifier::Plain
        && figure.pair.is_none()
        && !["month", "week", "day"].iter().any(|unit| words().contains(unit))
}

/// "Farm worker Ida Colm (52) died": the only number in brackets of its sentence, behind a whole name; behind "from" and "by"
/// it is the minute of a goal.
fn is_bracketed_age(story: &Story, entry: &Entry<'_>) -> bool {
    const YOUNGEST: i64 = 10;
    let figure = entry.figure;
    let is_bare = figure.kind == FigureKind::Count && figure.unit.is_none() && figure.modifier == Modifier::Plain;
    if !is_bare {
        return false;
    }
    let (before, behind) = (&story.text[..figure.number.start as usize], &story.text[figure.number.end as usize..]);
    if !before.ends_with(" (") || !behind.starts_with(')') || figure.value < YOUNGEST.into() {
        return false;
    }
    let sentence = story.text_of(story.sentences[figure.sentence].span);
    let is_single = sentence.matches('(').count() == 1;
    let name =
        in_sentence(&story.names, figure.sentence).iter().find(|name| name.span.end as usize + 2 == before.len());
    name.is_some_and(|name| {
        // "Lund (36) has played" is of an age, "Lund (36) scored" of a minute.
        let is_subject = name.span.start == story.sentences[figure.sentence].span.start
            && [" has ", " is ", " was ", " had ", " said "].iter().any(|verb| behind[1..].starts_with(verb))
            && !["scored", "goal", "penalty", "corner"].iter().any(|word| sentence.contains(word));
        let led = story.text[..name.span.start as usize].trim_end();
        let is_scored = [" from", " by", " and", " for"].iter().any(|word| led.ends_with(word));
        let is_whole = story.text_of(name.span).trim().contains(' ') && behind[1..].starts_with([' ', ',']);
        is_single && !is_scored && (is_whole || is_subject)
    })
}

/// A name where it stands in the story.
#[derive(Clone, Copy)]
struct Met<'s> {
    name: &'s Placed<Name>,
    numbered: &'s Numbered,
}

impl<'s> Met<'s> {
    /// Its words without its title.
    fn bare(self, story: &'s Story) -> &'s str {
        story.text_of(Span::new(self.name.title.end.max(self.name.span.start), self.name.span.end))
    }
}

/// Who bears a surname.
#[derive(Clone, Copy)]
enum Bearer {
    Nobody,
    One(Person),
    Several,
}

struct Reader<'a, 's> {
    story: &'s Story,
    /// How each person was met first.
    people: Vec<Numbered>,
    /// The people by the numbers of their names.
    by_name: Vec<Option<Person>>,
    /// Who bears each surname, by its number.
    by_surname: Vec<Bearer>,
    /// The notices that are still to come.
    notices: &'s [(usize, Numbered)],
    /// The person that the last sentence was about.
    current: Option<Person>,
    lives: Lives<'a>,
}

impl<'a, 's> Reader<'a, 's> {
    /// A paid notice of a death ("LUND--Ida Maria, 98, …") is all about one person: opens those up to this block.
    fn open_blocks(&mut self, block: usize) {
        for &(_, named) in split_off(&mut self.notices, |&(notice, _)| notice <= block) {
            self.current = Some(self.add(named));
        }
    }

    /// Keeps in mind whom a block names that tells nothing of any life.
    fn pass_block(&mut self, names: impl Iterator<Item = Met<'s>>) {
        let mut names = names.peekable();
        while let Some(first) = names.next() {
            let is_notice = self.is_notice();
            self.meet(first);
            while let Some(name) = names.next_if(|name| name.name.sentence == first.name.sentence) {
                self.meet(name);
            }
            self.lead_in(first, is_notice);
        }
    }

    /// Reads a block sentence by sentence.
    fn read_block(
        &mut self,
        names: impl Iterator<Item = Met<'s>>,
        mut dates: &[Placed<Date>],
        mut ages: &[&'a Entry<'a>],
    ) {
        let names: Vec<Met<'s>> = names.collect();
        let mut names = &names[..];
        loop {
            // Most sentences have nothing to say of anybody.
            let next = [
                names.first().map(|met| met.name.sentence),
                dates.first().map(|date| date.sentence),
                ages.first().map(|entry| entry.figure.sentence),
            ];
            let Some(sentence) = next.into_iter().flatten().min() else { break };
            let met = split_off(&mut names, |met| met.name.sentence == sentence);
            let dates = split_off(&mut dates, |date| date.sentence == sentence);
            let ages = split_off(&mut ages, |entry| entry.figure.sentence == sentence);
            self.read_sentence(sentence, met, dates, ages);
        }
    }

    fn read_sentence(&mut self, sentence: usize, names: &[Met<'s>], dates: &[Placed<Date>], ages: &[&'a Entry<'a>]) {
        let is_notice = self.is_notice();
        for &name in names {
            self.meet(name);
        }
        if let Some(&first) = names.first() {
            self.lead_in(first, is_notice);
        }
        for entry in ages {
            self.read_age(names, entry);
        }
        self.read_events(names, dates, sentence);
        self.read_life_dates(names, dates, sentence);
    }

    /// Keeps in mind who is named in full, whatever is said of them.
    fn meet(&mut self, name: Met<'s>) {
        if name.numbered.is_full {
            self.person(&name);
        }
    }

    /// Turns to the person with whose name a sentence begins. "Born in Mell in 1951, he": a place leads nobody in.
    fn lead_in(&mut self, first: Met<'s>, is_notice: bool) {
        if first.numbered.leads && !first.numbered.is_place && !is_notice {
            self.current = self.person(&first);
        }
    }

    fn read_age(&mut self, names: &[Met<'s>], entry: &'a Entry<'a>) {
        let Some(passage) = Passage::of_sentence(self.story, entry.figure.sentence) else { return };
        let words = passage.words;
        let at = passage.position(entry.figure.number.start);
        let is_led = words.is_any(at.wrapping_sub(1), &["a", "an", "the"]) && words.is_hyphen(at + 1);
        // "Ida Lund, a 41-year-old baker", "Ida Lund (41)"
        // "Hales, who is 52,"
        let is_told = words.run_is(at.wrapping_sub(2), &["who", "is"]);
        // "Quill, now 58,", "Brandt, then 51,", "Ennor, aged 63,"
        let is_timed = words.is_any(at.wrapping_sub(1), &["now", "then", "aged"]);
        let comma = at.wrapping_sub(if is_told {
            3
        } else if is_led || is_timed {
            2
        } else {
            1
        });
        let is_opened = words.written(comma) == "," || words.written(comma) == "(" && words.written(at + 1) == ")";
        let behind = || names.iter().find(|name| named_behind(&passage, name, entry));
        let before = names.iter().find(|name| is_opened && passage.position(name.name.span.end) == comma);
        let name = before.or_else(behind).or_else(|| opening(&passage, names, at));
        let is_notice = self.is_notice();
        let (person, telling) = match name {
            Some(_) if is_notice => (self.current, Telling::Then),
            Some(name) if words.is(at.wrapping_sub(1), "then") => (self.named(&passage, name), Telling::Then),
            Some(name) => (self.named(&passage, name), Telling::Apposed),
            None => {
                // "At 63, he is the oldest", "Born in 1999, the 23-year-old is"
                let opens_now = words.is(comma, "at")
                    && comma == passage.first
                    && (words.is_any(at + 2, &["he", "she"]) && words.is_any(at + 3, &["is", "remains"])
                        || words.is(at + 2, "the") && (at + 3..passage.end).any(|at| words.is(at, "is")));
                // "She is, at 17, the youngest", "will be 98 on Saturday"
                let is_inset = words.is(at.wrapping_sub(1), "at") && words.is(at.wrapping_sub(3), "is");
                // "Lived to be 98" looks back.
                let is_to_be = words.is(at.wrapping_sub(1), "be") && !words.is(at.wrapping_sub(3), "lived");
                let is_called = words.is(at.wrapping_sub(1), "the") && words.is_hyphen(at + 1);
                let opens = at == passage.first + 1 || words.written(at.wrapping_sub(2)) == ",";
                let is_shown = opens_now || is_inset || is_to_be || is_called && opens;
                let is_now = is_shown || words.is_any(at.wrapping_sub(1), &["is", "am", "'s", "’s"]);
                let telling = if is_now { Telling::Now } else { Telling::Then };
                (self.subject(&passage, names, at), telling)
            }
        };
        let span = name.map(|name| name.name.span).unwrap_or_default();
        if name.is_some() && !is_notice && person.is_some() {
            self.current = person;
        }
        self.lives.ages.push(Aged { entry, person, telling, name: span });
    }

    /// Who a name in apposition to an age is; a relative's first name alone tells nobody.
    fn named(&mut self, passage: &Passage<'_>, name: &Met<'s>) -> Option<Person> {
        let at = passage.position(name.name.span.start);
        let words = passage.words;
        // "His mother said Tomas, 15, had left": who is told of is not the relative who tells it.
        let near = at.saturating_sub(3).max(passage.first)..at;
        let is_relative =
            near.clone().any(|at| words.has(at, Class::Kin)) && !near.clone().any(|at| words.has(at, Class::Say));
        let bare = name.bare(self.story).trim();
        if is_relative && !bare.contains(' ') {
            return None;
        }
        let person = self.person(name).or_else(|| self.by_first_name(name)).or_else(|| self.by_only_name(name))?;
        // "Her daughter, Sofia Ek, 20," behind "Sofia Ek, 44," is somebody else.
        let is_led = words.has(at.wrapping_sub(2), Class::Kin) && words.written(at.wrapping_sub(1)) == ",";
        let is_namesake = is_led && self.lives.ages.iter().any(|aged| aged.person == Some(person));
        (!is_namesake).then_some(person)
    }

    /// Whom the words before `at` are about; `None` where a relative comes between.
    fn subject(&mut self, passage: &Passage<'_>, names: &[Met<'s>], at: usize) -> Option<Person> {
        if let Some(person) = self.turned(passage, names, at) {
            return Some(person);
        }
        let words = passage.words;
        // "Father Tom Daley" is nobody's father.
        let is_title = |at: usize| words.is_capitalized(at) && words.is_capitalized(at + 1);
        // "Ida Lund, the daughter of a baker, won her first race at 19": whose child she is.
        let is_child = |at: usize| {
            words.is_any(at, &["son", "daughter", "grandson", "granddaughter", "child"])
                && words.is(at + 1, "of")
                && (at.saturating_sub(4)..at).any(|at| words.written(at) == ",")
        };
        let is_parent_of_one = |at: usize| {
            let lead = (at.saturating_sub(5).max(passage.first)..at).rev();
            words.is_any(at.wrapping_sub(1), &["a", "an", "the"])
                && lead.take_while(|&at| words.written(at) != ",").any(is_child)
        };
        let is_other = |at: usize| words.has(at, Class::Kin) && !is_title(at) && !is_child(at) && !is_parent_of_one(at);
        if (passage.first..at).any(is_other) {
            return None;
        }
        if let Some(person) = self.told_of(passage, names, at) {
            self.current = Some(person);
            return Some(person);
        }
        if let Some(person) = self.born_before_named(passage, names) {
            return Some(person);
        }
        let before: Vec<&Met<'s>> = names.iter().filter(|name| passage.position(name.name.span.end) <= at).collect();
        let is_pronoun = words.is_any(passage.first, &["he", "she", "born", "aged"]);
        let leads =
            before.first().filter(|name| passage.position(name.name.span.start) <= passage.first + 2 && !is_pronoun);
        match leads {
            Some(name) if !self.is_notice() => self.person(name),
            // "Applause for the keeper, who was born in 1949": somebody else, though nothing tells who.
            None if !is_pronoun && !self.is_notice() && (passage.first..at).any(|at| words.is(at, "who")) => None,
            _ => self.current,
        }
    }

    /// "His sister said Tomas had turned 15": the name right before the verb.
    fn turned(&mut self, passage: &Passage<'_>, names: &[Met<'s>], at: usize) -> Option<Person> {
        let words = passage.words;
        let verb = at.checked_sub(1).filter(|&verb| words.is_any(verb, &["turned", "turns"]))?;
        let first =
            (verb.saturating_sub(2)..verb).rev().take_while(|&at| words.has(at, Class::Have) || words.is(at, "just"));
        let first = first.last().unwrap_or(verb);
        let name = names.iter().find(|name| passage.position(name.name.span.end) == first)?;
        self.person(name).or_else(|| self.by_first_name(name))
    }

    /// "Born in 1979 in Brae, Ida Lund was": the name right behind the comma of a sentence that begins with "born".
    fn born_before_named(&mut self, passage: &Passage<'_>, names: &[Met<'s>]) -> Option<Person> {
        let words = passage.words;
        if !words.is_any(passage.first, &["born", "aged"]) || self.is_notice() {
            return None;
        }
        let is_subject = |name: &&Met<'s>| {
            let (start, end) = (passage.position(name.name.span.start), passage.position(name.name.span.end));
            // "Born in 1979, the swimmer Ida Lund will": what she is may stand before the name.
            let lead = (start.saturating_sub(LONGEST_LEAD).max(passage.first)..start).rev();
            let comma = lead.take_while(|&at| !words.is_capitalized(at)).find(|&at| words.written(at) == ",");
            let is_led = comma.is_some_and(|comma| comma + 1 == start || words.is(comma + 1, "the"));
            // "Born in 1979, Lund, 41, lives"; in "Born in Brae, Kalvia, Lund was" a place stands there.
            let is_apposed = words.written(end) == "," && words.kind(end + 1) == Some(TokenKind::Number);
            is_led && !name.numbered.is_place && (is_apposed || is_verb(words, end))
        };
        let name = names.iter().find(is_subject)?;
        self.person(name)
    }

    /// "Applause for Ida Lund, the club's treasurer, who was born in 1949": the last full name before "who".
    fn told_of(&mut self, passage: &Passage<'_>, names: &[Met<'s>], at: usize) -> Option<Person> {
        let words = passage.words;
        let who = (passage.first..at).rev().find(|&at| words.is(at, "who"))?;
        let last = names.iter().rev().find(|name| passage.position(name.name.span.end) <= who)?;
        let (start, end) = (passage.position(last.name.span.start), passage.position(last.name.span.end));
        // "A friend of Ida Lund, who was born in 1949" may be about the friend, "of Ayr" about nobody.
        let may_be_other = words.is_any(start.wrapping_sub(1), &["of", "in", "from", "at", "near", "and"]);
        let is_sure = last.numbered.is_full && words.written(end) == "," && !may_be_other && !self.is_notice();
        if is_sure { self.person(last) } else { None }
    }

    fn is_notice(&self) -> bool {
        self.current.is_some_and(|person| self.people[person].first.is_none())
    }

    /// The person of that name, met before or now; `None` where a surname alone may be several people's.
    fn person(&mut self, name: &Met<'s>) -> Option<Person> {
        let Some(whole) = name.numbered.whole else {
            return match self.by_surname[name.numbered.last] {
                Bearer::One(person) => Some(person),
                Bearer::Nobody | Bearer::Several => None,
            };
        };
        Some(self.by_name[whole].unwrap_or_else(|| self.add(*name.numbered)))
    }

    /// The only person with that first name: children are called by it.
    fn by_first_name(&self, name: &Met<'s>) -> Option<Person> {
        let &Numbered { whole: None, last: word, .. } = name.numbered else { return None };
        let mut known = (0..self.people.len()).filter(|&person| self.people[person].first == Some(word));
        let (only, None) = (known.next()?, known.next()) else { return None };
        matches!(self.by_surname[word], Bearer::Nobody).then_some(only)
    }

    /// "The sisters Ada, 12, and Bea, nine": somebody who has no other name.
    fn by_only_name(&mut self, name: &Met<'s>) -> Option<Person> {
        let &named = name.numbered;
        let is_new = named.whole.is_none() && !named.is_place && matches!(self.by_surname[named.last], Bearer::Nobody);
        is_new.then(|| self.add(Numbered { first: Some(named.last), ..named }))
    }

    fn add(&mut self, named: Numbered) -> Person {
        let person = self.people.len();
        self.people.push(named);
        if let Some(whole) = named.whole {
            self.by_name[whole] = Some(person);
        }
        let bearer = &mut self.by_surname[named.last];
        *bearer = if let Bearer::Nobody = bearer { Bearer::One(person) } else { Bearer::Several };
        person
    }

    /// "Born May 24, 1917", "who was born in 1978", "died in 2020", "passed away Friday, March 25, 2016".
    fn read_events(&mut self, names: &[Met<'s>], dates: &[Placed<Date>], sentence: usize) {
        let has_year = dates.iter().any(|date| date.year.is_some());
        if !has_year || !self.story.note::<DatesOfLives>(dates[0].block).has_events {
            return;
        }
        let Some(passage) = Passage::of_sentence(self.story, sentence) else { return };
        let words = passage.words;
        for at in passage.first..passage.end {
            let is_birth = is_birth(words, at);
            if !is_birth && !is_death(words, at) {
                continue;
            }
            let reach = at + 1..at + 1 + NEAR;
            let date = dates.iter().find(|date| reach.contains(&passage.position(date.span.start)));
            // "Who has died aged 86, was the astronomer who in 1983 found": of another deed.
            let is_other = |date: &Placed<Date>| {
                let between = at + 1..passage.position(date.span.start);
                between.into_iter().any(|at| words.is_any(at, ELSEWHERE))
            };
            let is_recent = words.is(at, "died") && words.is_any(at.wrapping_sub(1), &["has", "have"]);
            let is_own = |date: &Placed<Date>| date.year.is_some() && !is_recent && !is_other(date);
            let Some(date) = date.filter(|&date| is_own(date)) else { continue };
            let person = self.subject(&passage, names, at);
            let event = Event { person, sentence, date: date.mention };
            if is_birth { self.lives.births.push(event) } else { self.lives.deaths.push(event) }
        }
    }

    /// "Ida Lund (1932-2010)": too long for a term of office.
    fn read_life_dates(&mut self, names: &[Met<'s>], dates: &[Placed<Date>], sentence: usize) {
        const LONGEST_TERM: i16 = 25;
        for date in dates {
            let before = behind_bracket(&self.story.text, date.span);
            let name = before.and_then(|before| names.iter().find(|name| name.name.span.end as usize == before.len()));
            let Some(name) = name else { continue };
            let joined = super::period::joined_years(self.story.text_of(date.span));
            let Some((born, died)) = joined.or_else(|| self.days_of_life(dates, date)) else { continue };
            if born.year.zip(died.year).is_some_and(|(born, died)| LONGEST_TERM < died - born) {
                let person = self.person(name);
                let span = |date: Date, whole: Span| if date.span.is_empty() { whole } else { date.span };
                let (from, to) = (span(born, date.span), span(died, date.span));
                self.lives.births.push(Event { person, sentence, date: Date { span: from, ..born } });
                self.lives.deaths.push(Event { person, sentence, date: Date { span: to, ..died } });
            }
        }
    }

    /// Both dates of "(3 May 1929 - 4 June 2011)", of which `first` is the first.
    fn days_of_life(&self, dates: &[Placed<Date>], first: &Placed<Date>) -> Option<(Date, Date)> {
        let last = dates.iter().find(|date| first.span.end < date.span.start)?;
        let between = self.story.text.get(first.span.end as usize..last.span.start as usize)?;
        let behind = &self.story.text[last.span.end as usize..];
        let is_dash = matches!(between.trim(), "-" | "–" | "—" | "to");
        (is_dash && behind.starts_with(')')).then_some((first.mention, last.mention))
    }
}

/// "The 24-year-old from Karsk, Leon Vasik,", "the 34-year-old Lund", "38-year-old nurse Helen Tarr was", "a 19-year-old student, named by police as
/// Owen Harl,": a name behind the age.
fn named_behind(passage: &Passage<'_>, name: &Met<'_>, entry: &Entry<'_>) -> bool {
    const REACH: usize = 9;
    let words = passage.words;
    let (end, number) = (passage.position(entry.figure.span.end), passage.position(entry.figure.number.start));
    let (start, behind) = (passage.position(name.name.span.start), passage.position(name.name.span.end));
    if start < end || REACH < start - end {
        return false;
    }
    let gap = end..start;
    let is_old = words.is_any(end.wrapping_sub(1), &["old"]) && words.is_hyphen(end.wrapping_sub(2));
    // "The 34-year-old Lund, a fitter," is somebody whom the story has named.
    let is_known = start == end && words.is(number.wrapping_sub(1), "the");
    if !is_old || !(name.numbered.is_full || is_known) {
        return false;
    }
    let is_verb = |at: usize| is_verb(words, at);
    let is_named =
        words.is(start.wrapping_sub(1), "as") && gap.clone().any(|at| words.is_any(at, &["named", "identified"]));
    let is_quiet =
        gap.clone().all(|at| words.is_word(at) && !words.is_capitalized(at) && !is_verb(at)) && gap.len() <= 3;
    let has_tie = gap.clone().any(|at| words.has(at, Class::Preposition) || words.has(at, Class::Coordinator));
    let is_closed = !words.is_word(behind) || is_verb(behind);
    let is_apposed = words.written(start.wrapping_sub(1)) == ","
        && matches!(words.written(behind), "," | ".")
        && words.is_any(number.wrapping_sub(1), &["the", "a", "an"])
        && gap.clone().filter(|&at| words.written(at) == ",").count() == 1
        && !gap.clone().any(is_verb)
        && !gap.clone().any(|at| words.has(at, Class::Kin));
    is_named || is_quiet && !has_tie && is_closed || is_apposed
}

/// "At 34, the striker Ida Lund has", "At 49, Reyes would be", "Now 49, Reyes keeps", "A 49-year-old mother of two, Reyes says": the name behind an age that
/// opens its sentence, as of the story's day.
fn opening<'m, 's>(passage: &Passage<'_>, names: &'m [Met<'s>], at: usize) -> Option<&'m Met<'s>> {
    const DESCRIBED: usize = 9;
    let (words, first) = (passage.words, passage.first);
    let is_led = |leads: &[&str]| at == first + leads.len() && words.run_is(first, leads);
    let is_bare =
        [&["at"][..], &["now"], &["aged"], &["now", "aged"], &["at", "the", "age", "of"]].into_iter().any(is_led);
    let is_described = (is_led(&["a"]) || is_led(&["an"])) && words.is_hyphen(at + 1);
    let bare = if words.run_is(at + 1, &["years", "old"]) { at + 3 } else { at + 1 };
    let reach = if is_bare { bare..bare + 1 } else { at + 4..at + DESCRIBED };
    let comma = reach.into_iter().find(|&at| words.written(at) == ",").filter(|_| is_bare || is_described);
    // "At 77 Dahl still eats"
    let is_close = || is_bare && names.iter().any(|name| passage.position(name.name.span.start) == bare);
    let comma = comma.or_else(|| is_close().then(|| bare - 1))?;
    let name = names.iter().find(|name| {
        let start = passage.position(name.name.span.start);
        // "At 34, the striker Ida Lund has"
        let mut between = comma + 2..start;
        start == comma + 1
            || words.is(comma + 1, "the")
                && (2..LONGEST_LEAD).contains(&(start.wrapping_sub(comma)))
                && between.all(|at| words.is_word(at) && !words.is_capitalized(at) && !is_verb(words, at))
    })?;
    let verb = passage.position(name.name.span.end);
    let verb = verb + usize::from(words.is(verb, "still"));
    // "At 60, Reyes wants to be at sea": what is to come.
    let is_wish = words.is_any(verb, &["wants", "hopes", "plans", "intends", "expects", "will"]);
    let is_now =
        words.is_any(verb, &["is", "remains", "would", "has", "says", "said"]) || words.has(verb, Class::Third);
    (is_now && !is_wish).then_some(name)
}

/// The mentions of a sentence.
pub(super) fn in_sentence<T>(mentions: &[Placed<T>], sentence: usize) -> &[Placed<T>] {
    let first = mentions.partition_point(|mention| mention.sentence < sentence);
    let end = mentions.partition_point(|mention| mention.sentence <= sentence);
    &mentions[first..end]
}
