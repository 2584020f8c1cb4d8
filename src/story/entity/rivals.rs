//! Tells where a pronoun has rivals: a sentence that is about two people alike, side by side or face to face.
//!
//! Somebody who is only mentioned in passing is no rival: behind a verb a second name is seldom meant
//! ("Kerr painted Boyle. He said"), unless both have a say in the deed ("Kerr sued Boyle", "Kerr sacked Boyle"), nor is one
//! in a clause of its own.

use std::ops::Range;

use super::Casting;
use super::gender::Gender;
use super::likeness::same_person;
use super::pronoun::{Person, people_in, speaker_in};
use super::roster::Entry;
use crate::language::{Class, Token, TokenKind, WordList, Words, is_one_of};
use crate::story::Story;
use crate::text::Span;

/// More words than this between two names, and they do not stand side by side.
const LONGEST: usize = 16;

/// Words that describe whom somebody met, at most.
const NEAR: usize = 8;

/// How many sentences may stand between the two and the pronoun: "Both were treated."
const REACH: usize = 3;

/// Whether what `sentences` say after the first still leaves its people side by side:
/// nobody else is spoken of, and none of them alone.
pub(super) fn lead_on(casting: &Casting<'_>, sentences: Range<usize>) -> bool {
    let story = casting.story;
    let (first, last) = (&story.sentences[sentences.start], &story.sentences[sentences.end]);
    let singles_out = |sentence: usize| {
        let span = story.sentences[sentence].span;
        story.tokens_in(span).iter().any(|token| is_person_word(story, token, span))
    };
    sentences.len() <= REACH && last.block <= first.block + 1 && !(sentences.start + 1..sentences.end).any(singles_out)
}

/// Whether a word of a sentence means one person: "she", "his", "the mayor".
fn is_person_word(story: &Story, token: &Token, sentence: Span) -> bool {
    const PRONOUNS: [&str; 7] = ["he", "she", "him", "her", "his", "hers", "who"];
    let word = token.of(story.text_of(story.blocks[story.block_at(sentence.start)].span));
    is_one_of(word, &PRONOUNS) || token.is(Class::RoleNoun) && !word.ends_with(['s', 'S'])
}

/// The people that the sentence is about alike; none where one of them spoke right before it in the paragraph.
pub(super) fn in_sentence(casting: &Casting<'_>, sentence: usize, person: Person) -> Vec<Span> {
    let group = group(casting, casting.story.sentences[sentence].span, person);
    let sentences = &casting.story.sentences;
    let is_near = |before: &usize| sentences[*before].block == sentences[sentence].block;
    let spoke = sentence.checked_sub(1).filter(is_near).and_then(|before| speaker_in(casting, before, person));
    let goes_on = spoke
        .is_some_and(|speaker| group.iter().any(|entry| same_person(entry.words, casting.wordings[speaker.0].words())));
    if goes_on { Vec::new() } else { spans(casting, &group) }
}

/// The people that the words of `within`, the beginning of a sentence, are about alike, and nobody else after them.
pub(super) fn alone_in(casting: &Casting<'_>, within: Span, person: Person) -> Vec<Span> {
    let group = group(casting, within, person);
    let are_all = people_in(casting, within, person).count() == group.len();
    if are_all { spans(casting, &group) } else { Vec::new() }
}

fn spans(casting: &Casting<'_>, group: &[&Entry<'_>]) -> Vec<Span> {
    let untitled = |entry: &&Entry<'_>| {
        let start = entry.name.behind_title();
        Span::new(start, entry.name.span.end).trimmed(&casting.story.text)
    };
    group.iter().map(untitled).collect()
}

/// The people whom a pronoun may mean alike: who open the sentence side by side or face to face, or are the only two in
/// it, with each other or set against each other.
fn group<'a>(casting: &'a Casting<'_>, within: Span, person: Person) -> Vec<&'a Entry<'a>> {
    let group = side_by_side(casting, within, person);
    if !group.is_empty() {
        return group;
    }
    let pair = pair(casting, within, person).or_else(|| opposed(casting, within, person));
    pair.or_else(|| together(casting, within, person)).unwrap_or_default()
}

/// The only two people of a sentence that goes on about both: "Kerr found Boyle by the rail and the two of them stood there".
fn together<'a>(casting: &'a Casting<'_>, within: Span, person: Person) -> Option<Vec<&'a Entry<'a>>> {
    const BOTH: &[&[&str]] = &[
        &["the", "two", "of", "them"],
        &["the", "two", "men"],
        &["the", "two", "women"],
        &["both", "of", "them"],
        &["both", "men"],
        &["both", "women"],
        &["the", "pair"],
        &["each", "other"],
        &["one", "another"],
    ];
    /// One of them stands in each.
    const WORDS: WordList = WordList::of(&["two", "both", "pair", "each", "another"]);
    let block = &casting.story.blocks[casting.story.block_at(within.start)];
    if !block.mentions.vocabulary.may_hold_listed(&WORDS) {
        return None;
    }
    let mut people = people_in(casting, within, person);
    let (Some(one), Some(other), None) = (people.next(), people.next(), people.next()) else { return None };
    let behind = Gap::between(casting.story, other.name.span.end, within.end);
    let words = Words { text: behind.text, tokens: behind.words };
    // "Both missed a camp", "each had sent the other a letter", but not "backed by both the unions".
    let acts = |at: usize| words.has(at, Class::Past) || words.has(at, Class::Have) || words.has(at, Class::Be);
    let is_both = (0..behind.words.len())
        .any(|at| BOTH.iter().any(|run| words.run_is(at, run)) || words.is_any(at, &["both", "each"]) && acts(at + 1));
    (is_both && are_others(one, other)).then(|| vec![one, other])
}

/// The only two people of a sentence that sets a clause of one against a clause of the other: "Kerr has backed the mine and
/// Boyle has preached against it".
fn opposed<'a>(casting: &'a Casting<'_>, within: Span, person: Person) -> Option<Vec<&'a Entry<'a>>> {
    const TITLES: [&str; 4] = ["mr", "mrs", "ms", "miss"];
    let story = casting.story;
    let mut people = people_in(casting, within, person);
    let (Some(one), Some(other), None) = (people.next(), people.next(), people.next()) else { return None };
    let before = Gap::between(story, within.start, one.name.span.start);
    let gap = Gap::between(story, one.name.span.end, other.name.span.start);
    let helps = |words: &[Token]| words.first().is_some_and(|verb| verb.is(Class::Have) || verb.is(Class::Be));
    let behind = Gap::between(story, other.name.span.end, within.end);
    let is_contrast = gap.words.last().is_some_and(|word| {
        matches!(word.of(gap.text), "and" | "but" | "while" | "whereas") && helps(gap.words) && helps(behind.words)
    });
    let are_plain = |words: &[Token]| {
        words
            .iter()
            .all(|word| word.kind != TokenKind::QuoteMark && !word.classes.has_any(&[Class::Say, Class::Relative]))
    };
    let is_alone =
        before.words.is_empty() && are_plain(gap.words) && are_plain(behind.words) && gap.words.len() <= LONGEST;
    // "Mrs Kerr has backed it, while Mr Boyle has not. He said": the titles tell.
    let are_titled =
        [one, other].iter().any(|entry| is_one_of(story.text_of(entry.name.title).trim_end_matches('.'), &TITLES));
    (is_contrast && is_alone && !are_titled && are_others(one, other)).then(|| vec![one, other])
}

/// The only two people of the sentence, where one does something with the other ("Qadir spoke by phone with the envoy,
/// Pavel Dragan"), or where nobody else is spoken of ("crews under Tom Reid and Mark Daley").
fn pair<'a>(casting: &'a Casting<'_>, within: Span, person: Person) -> Option<Vec<&'a Entry<'a>>> {
    let story = casting.story;
    let is_owner = |entry: &Entry<'_>| story.text[entry.name.span.end as usize..].starts_with(['\'', '’']);
    // "Ferris’s deputy, Ada Finch, drove up with Ruth Cole": an owner at the head is in passing.
    let mut people =
        people_in(casting, within, person).skip_while(|entry| entry.name.span.start == within.start && is_owner(entry));
    let (Some(one), Some(other), None) = (people.next(), people.next(), people.next()) else { return None };
    let (before, gap) = (
        Gap::between(story, within.start, one.name.span.start),
        Gap::between(story, one.name.span.end, other.name.span.start).past_aside(),
    );
    let are_named = one.words.len() < 5 && other.words.len() < 5 && are_others(one, other);
    let are_meant = are_named && !is_owner(one) && !is_owner(other);
    // "Was unveiled by Ada Finch and her deputy, Ruth Cole"
    let is_joined = gap.is_bare_and() || gap.joins() && gap.has_and() && before.leads_to();
    // "The clerk sat between Ada Finch and Ruth Cole": whoever sits there is another.
    let is_between = is_joined && before.ends_between();
    let is_joint = before.opens() && gap.is_joint() || is_joined && !before.has_person() || is_between;
    let are_meant = are_meant && !goes_on(story, other.name.span.end, within.end);
    // "Ana Ruiz spoke to the verger, Tom Ashe, and the organist, Mark Lyle. He said": she is no "he".
    let is_another = |first: &Entry<'_>| first.name.span.start < one.name.span.start && first.words != one.words;
    let is_done_to =
        || gap.joins() && gap.has_and() && before.has_deed() && !acts(story, other.name.span.end, within.end);
    let is_done_to_both = || {
        let opens = people_in(casting, within, Person::One(None)).next().is_some_and(is_another);
        (opens || before.has_other_subject(person)) && is_done_to()
    };
    (are_meant && (is_joint || is_done_to_both())).then(|| vec![one, other])
}

/// The people who open the sentence side by side: "Pruitt and Sheriff Moss toured the burned area", "Kerr met Boyle".
fn side_by_side<'a>(casting: &'a Casting<'_>, within: Span, person: Person) -> Vec<&'a Entry<'a>> {
    let story = casting.story;
    let is_meant = |entry: &&Entry<'_>| !Gap::is_within_phrase(story, within, entry);
    // "Ferris's sister, Helen Marsh": an owner is in passing.
    let is_owner = |entry: &&Entry<'_>| story.text[entry.name.span.end as usize..].starts_with(['\'', '’']);
    let people: Vec<&Entry<'_>> = people_in(casting, within, person)
        .filter(|entry| !is_owner(entry))
        .enumerate()
        .filter_map(|(at, entry)| (at == 0 || is_meant(&entry)).then_some(entry))
        .collect();
    let Some(&first) = people.first() else { return Vec::new() };
    let mut group = vec![first];
    let mut is_joined = false;
    for &next in &people[1..] {
        if is_joined {
            break;
        }
        let gap = Gap::between(story, group[group.len() - 1].name.span.end, next.name.span.start).past_aside();
        is_joined = gap.has_and() || gap.is_meeting();
        if !gap.joins() && !gap.is_meeting() {
            return Vec::new();
        }
        group.push(next);
    }
    let before = Gap::between(story, within.start, first.name.span.start);
    let differ = group.windows(2).all(|pair| are_others(pair[0], pair[1]));
    let are_people = group.iter().all(|entry| entry.words.len() < 5 && !entry.bare.contains('&'));
    // "Kerr met Boyle's wife": an owner is in passing.
    let last = group[group.len() - 1].name.span.end;
    let is_owner = story.text[last as usize..].starts_with(['\'', '’']);
    let is_owner = is_owner || goes_on(story, last, within.end) || tells_score(story, last, within.end);
    let is_group = group.len() > 1 && is_joined && before.opens() && differ && are_people && !is_owner;
    if is_group { group } else { Vec::new() }
}

/// Whether two names are two people's: "Ann Dowd and her sister, Fay Dowd" share theirs, "Dowd" may be either.
fn are_others(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let are_whole = 1 < one.words.len() && 1 < other.words.len();
    one.words.last() != other.words.last() || are_whole && one.words.first() != other.words.first()
}

/// "Kerr spoke with Boyle and ruled nothing out. He said", "Kerr sacked his deputy, Boyle, and shut the quay": the sentence
/// goes on about Kerr.
fn goes_on(story: &Story, second: u32, end: u32) -> bool {
    const FINITE: &[Class] = &[Class::Past, Class::Do, Class::Have, Class::Third];
    /// Verbs whose past no ending tells.
    const ALIKE: &[&str] = &["cut", "hit", "let", "put", "quit", "set", "shut", "split"];
    let rest = Gap::between(story, second, end);
    let is = |at: usize, word: &str| rest.words.get(at).is_some_and(|token| token.of(rest.text) == word);
    let and = usize::from(is(0, ","));
    let is_verb = |verb: &Token| verb.classes.has_any(FINITE) || ALIKE.contains(&verb.of(rest.text));
    is(and, "and") && rest.words.get(and + 1).is_some_and(is_verb)
}

/// "Kerr beat Boyle 6-4, 7-5. He said", "by six frames to four": a match report goes on with whoever won.
fn tells_score(story: &Story, second: u32, end: u32) -> bool {
    const GAMES: &[&str] =
        &["frames", "games", "goals", "holes", "legs", "points", "rounds", "seconds", "sets", "shots", "strokes"];
    let words = Gap::between(story, second, end);
    if words.words.iter().take(6).any(|word| GAMES.contains(&word.of(words.text))) {
        return true;
    }
    let rest = story.text_of(Span::new(second, end.max(second))).as_bytes();
    rest.windows(3).any(|run| run[0].is_ascii_digit() && run[1] == b'-' && run[2].is_ascii_digit())
}

/// "Ruiz met Ashe, and Lyle | left early": the second has a clause of his own.
fn acts(story: &Story, second: u32, end: u32) -> bool {
    const FINITE: &[Class] = &[Class::Past, Class::Be, Class::Do, Class::Have, Class::Modal, Class::Third];
    Gap::between(story, second, end).words.first().is_some_and(|verb| verb.classes.has_any(FINITE))
}

/// The words between two people, or before the first.
struct Gap<'a> {
    text: &'a str,
    words: &'a [Token],
}

impl<'a> Gap<'a> {
    /// Whether the name belongs to what stands before it: "at the Dock Road garage", "of Brae Hall".
    fn is_within_phrase(story: &Story, within: Span, entry: &Entry<'_>) -> bool {
        // "Between Kerr and Boyle", "Kerr met with Boyle".
        const OPEN: &[&str] = &["between", "with", "alongside", "beside", "by", "to"];
        let before = Gap::between(story, within.start, entry.name.span.start);
        let mut words = before.words.iter().rev().filter(|word| !word.is(Class::Determiner));
        words.next().is_some_and(|word| word.is(Class::Preposition) && !OPEN.contains(&word.of(before.text)))
    }

    fn between(story: &'a Story, start: u32, end: u32) -> Self {
        let block = story.blocks[story.block_at(start)].span;
        Self { text: story.text_of(block), words: story.tokens_in(Span::new(start, end.max(start))) }
    }

    /// "Kerr, who chairs the board, | shared a table with": without what is told of the first in an aside.
    fn past_aside(self) -> Self {
        let is = |at: usize, mark: &str| self.words.get(at).is_some_and(|word| word.of(self.text) == mark);
        let relates = is(0, ",") && self.words.get(1).is_some_and(|word| word.is(Class::Relative));
        let close = relates.then(|| (2..self.words.len()).find(|&at| is(at, ","))).flatten();
        close.map_or(Self { ..self }, |close| Self { words: &self.words[close + 1..], ..self })
    }

    /// Whether an "and" joins the two, and not two words of what the first is: "Lund, technology and media analyst".
    fn has_and(&self) -> bool {
        let joins = |at: usize| {
            at.checked_sub(1).is_none_or(|before| {
                let before = self.words[before].of(self.text);
                matches!(before, "," | ")") || before.starts_with(char::is_uppercase)
            })
        };
        let is_within = self.words.last().is_some_and(|word| word.is(Class::Preposition));
        !is_within && self.words.iter().enumerate().any(|(at, word)| word.of(self.text) == "and" && joins(at))
    }

    /// "Kerr met Boyle", "Kerr embraced her rival, Gill Boyle": of two who meet, neither is in passing.
    fn is_meeting(&self) -> bool {
        const MEETS: &[&str] = &[
            "met",
            "meets",
            "accused",
            "blamed",
            "challenged",
            "reported",
            "threatened",
            "embraced",
            "hugged",
            "kissed",
            "greeted",
            "faced",
            "debated",
            "married",
            "accompanied",
            "introduced",
            "telephoned",
            "phoned",
            "confronted",
            "interviewed",
            "questioned",
            "replaced",
            "succeeded",
            "sued",
            "appointed",
            "defeated",
            "beat",
            "dismissed",
            "fired",
            "hired",
            "ousted",
            "promoted",
            "rang",
            "sacked",
            "suspended",
            "toppled",
            "unseated",
            "visited",
        ];
        // "The minister, Owen Trask, | met the chairman", "Kerr, chairman of the port, | met Boyle", "has replaced".
        let is_comma = |word: &&Token| word.of(self.text) == ",";
        // "Kerr (Ind) met Boyle"
        let bracket = self.words.iter().position(|word| word.of(self.text) == ")");
        let is_bracketed = self.words.first().is_some_and(|word| word.of(self.text) == "(");
        let own = bracket.filter(|_| is_bracketed).map_or(self.words, |end| &self.words[end + 1..]);
        let words = match own {
            [comma, rest @ ..] if is_comma(&comma) => {
                // "Rupert Kerr, defending, put it to Boyle"
                let apposed = rest.iter().position(|word| is_comma(&word));
                let apposed = apposed.filter(|&end| end == 1 || self.are_quiet(&rest[..end]));
                apposed.map_or(rest, |end| &rest[end + 1..])
            }
            words => words,
        };
        // "Kerr | has met Boyle", "Kerr | later met Boyle"
        let past = |words: &'a [Token], class: Class| match words {
            [first, rest @ ..] if first.is(class) => rest,
            words => words,
        };
        // "Kerr | was to meet Boyle"
        let is_due = matches!(words, [be, to, meet, ..]
            if be.is(Class::Be) && to.of(self.text) == "to" && is_one_of(meet.of(self.text), &["meet", "face", "debate"]));
        if is_due {
            return self.are_quiet(&words[3..]) && words.len() <= NEAR + 3;
        }
        let words = past(past(words, Class::Have), Class::Adverb);
        let [verb, rest @ ..] = words else { return false };
        if (Gap { words, ..*self }).meets_with() {
            return true;
        }
        let leads =
            |word: &Token| word.classes.has_any(&[Class::Determiner, Class::Possessive]) || word.is(Class::RoleNoun);
        // "Met union leader Paul Deering".
        let is_titled = rest.last().is_some_and(|word| word.is(Class::RoleNoun));
        // "Interviewed Ferris's sister, Helen Marsh"
        let is_titled = is_titled || rest.iter().any(|word| word.is(Class::Kin));
        let is_led = (rest.first().is_none_or(leads) || rest.len() == 1 || is_titled) && rest.len() <= NEAR;
        MEETS.contains(&verb.of(self.text)) && is_led && self.are_quiet(rest)
    }

    /// "Kerr spoke by telephone with", "Kerr was joined on the platform by": the deed is of both.
    fn meets_with(&self) -> bool {
        const DEEDS: &[(&str, &str)] = &[
            ("spoke", "with"),
            ("spoke", "to"),
            ("talked", "with"),
            ("talked", "to"),
            ("met", "with"),
            ("sat", "with"),
            ("dined", "with"),
            ("walked", "with"),
            ("toured", "with"),
            ("appeared", "with"),
            ("appeared", "alongside"),
            ("stood", "beside"),
            ("stood", "alongside"),
            ("standing", "beside"),
            ("sitting", "beside"),
            ("arrested", "with"),
            ("clashed", "with"),
            ("argued", "with"),
            ("joined", "by"),
            ("put", "to"),
            ("hands", "with"),
            ("wrote", "to"),
            ("traded", "with"),
            ("shared", "with"),
            ("exchanged", "with"),
            ("quarrelled", "with"),
        ];
        let is = |at: usize, word: &str| self.words.get(at).is_some_and(|token| token.of(self.text) == word);
        let verb = (0..self.words.len().min(3)).find(|&at| DEEDS.iter().any(|(verb, _)| is(at, verb)));
        verb.is_some_and(|verb| {
            let link =
                (verb + 1..self.words.len()).find(|&at| DEEDS.iter().any(|deed| is(verb, deed.0) && is(at, deed.1)));
            link.is_some_and(|link| {
                let rest = &self.words[link + 1..];
                // "Put | it | to Boyle"
                let is_it = link == verb + 2 && is(verb + 1, "it");
                link <= verb + NEAR
                    && (is_it || self.are_quiet(&self.words[verb + 1..link]))
                    && rest.len() <= NEAR
                    && self.are_quiet(rest)
            })
        })
    }

    /// "Spoke by phone with his counterpart,", "hiked in last month with", "was joined on the picket by": one thing that both
    /// did.
    fn is_joint(&self) -> bool {
        const JOINT: &[&str] = &[
            "sat", "stood", "spoke", "speaks", "talked", "met", "meets", "toured", "walked", "worked", "works",
            "appeared", "traveled", "flew", "shook", "posed", "debated", "dined", "played", "held", "took", "arrived",
            "runs", "ran", "leads", "led", "shared", "shares", "signed", "spent", "visited", "had", "ate", "climbed",
            "cycled", "danced", "drove", "fished", "hiked", "knelt", "marched", "prayed", "rode", "rowed", "sailed",
            "sang", "trained", "trekked", "waded", "waited", "went",
        ];
        const FARTHER: &[&str] = &["travelled", "campaigned"];
        const WITH: &[&str] = &["with", "beside", "alongside", "opposite"];
        const ACCOMPANIED: &[&str] = &["joined", "flanked", "accompanied"];
        let is =
            |at: usize, words: &[&str]| self.words.get(at).is_some_and(|word| is_one_of(word.of(self.text), words));
        let with = (0..self.words.len()).rfind(|&at| is(at, WITH) || is(at, &["by"]));
        let Some(with) = with.filter(|_| self.words.len() <= LONGEST) else { return false };
        let (head, tail) = (&self.words[..with], &self.words[with + 1..]);
        // Whatever two do side by side, both do.
        let is_beside = is(with, &["alongside", "beside"]);
        let is_doing = |word: &Token| match () {
            () if is(with, &["by"]) => is_one_of(word.of(self.text), ACCOMPANIED),
            () if is_beside && word.classes.has_any(&[Class::Past, Class::Third]) => true,
            () => is_one_of(word.of(self.text), JOINT) || is_one_of(word.of(self.text), FARTHER),
        };
        let verb = head.iter().position(is_doing);
        let is_simple = |word: &Token| {
            let is_other =
                [Class::Relative, Class::Subordinator, Class::SubjectPronoun, Class::ObjectPronoun, Class::Say];
            !word.classes.has_any(&is_other) && word.kind != TokenKind::QuoteMark && word.of(self.text) != "and"
        };
        // "Sat for an hour with": between verb and company only a complement.
        verb.is_some_and(|verb| verb <= 2 && head[verb + 1..].iter().all(is_simple)) && self.are_quiet(tail)
    }

    /// "On Monday she spoke to": a pronoun that the one who speaks later cannot be.
    fn has_other_subject(&self, person: Person) -> bool {
        let subject = self.words.iter().find(|word| word.is(Class::SubjectPronoun));
        let subject = subject.and_then(|word| Gender::of_pronoun(&word.of(self.text).to_lowercase()));
        matches!((subject, person), (Some(subject), Person::One(Some(said))) if subject != said)
    }

    /// Whether somebody has done something to whom the words lead to: one clause, without a second speaker.
    fn has_deed(&self) -> bool {
        const WITHIN: &[Class] = &[Class::Relative, Class::Subordinator, Class::Say];
        let is_deed = |word: &Token| word.is(Class::Past) || word.of(self.text).ends_with("ed");
        let is_within = |word: &Token| word.classes.has_any(WITHIN) || matches!(word.of(self.text), "and" | "that");
        self.words.len() <= LONGEST
            && self.words.iter().any(is_deed)
            && !self.words.iter().any(is_within)
            && self.words.iter().all(|word| word.kind != TokenKind::QuoteMark)
    }

    /// Whether nothing but "and" stands between two names.
    fn is_bare_and(&self) -> bool {
        matches!(self.words, [and] if and.of(self.text) == "and")
    }

    /// Whether the words end in "by", title or not: "was unveiled by Health Secretary".
    fn leads_to(&self) -> bool {
        const NEAR: usize = 6;
        let tail = self.words.iter().rev().take(NEAR);
        tail.into_iter().any(|word| matches!(word.of(self.text), "by" | "between" | "under"))
    }

    /// Whether somebody stands between the two whom the words lead to: "sat between the chairman,".
    fn ends_between(&self) -> bool {
        const NEAR: usize = 6;
        let has_verb = |word: &Token| word.is(Class::Past) || word.of(self.text).ends_with("ed");
        let between = self.words.iter().rev().take(NEAR).any(|word| word.of(self.text) == "between");
        between && self.words.iter().any(has_verb)
    }

    /// Whether the words speak of somebody: "The mayor praised", "She met".
    fn has_person(&self) -> bool {
        self.words.iter().any(|word| {
            word.classes.has_any(&[
                Class::RoleNoun,
                Class::SubjectPronoun,
                Class::ObjectPronoun,
                Class::Kin,
                Class::Say,
            ])
        })
    }

    /// Whether the words only join and describe: "and his deputy,", ", 43, and".
    fn joins(&self) -> bool {
        let is_and = |word: &Token| matches!(word.of(self.text), "and" | ",");
        self.words.len() <= LONGEST && self.words.iter().any(is_and) && self.are_quiet(self.words)
    }

    /// Whether the words before the first name only describe: "The leader of the council, Ann Lund".
    ///
    /// What goes before in a clause of its own is passed over: "When the bell rang, Lund and Moss …".
    fn opens(&self) -> bool {
        let opens_clause = |word: &Token| word.classes.has_any(&[Class::Subordinator, Class::Preposition]);
        let comma = self.words.iter().position(|word| word.of(self.text) == ",");
        let words = match (self.words.first(), comma) {
            (Some(first), Some(comma)) if opens_clause(first) => &self.words[comma + 1..],
            _ => self.words,
        };
        let ties =
            |word: &Token| word.is(Class::Preposition) && !matches!(word.of(self.text), "of" | "for" | "at" | "in");
        // "Two doctors from Brae, Ida Lund and Ann Roe," are the doctors.
        let is_one = |word: &Token| word.is(Class::RoleNoun) && !word.of(self.text).ends_with('s');
        let somebody = words.iter().position(is_one);
        let is_other = somebody.is_some_and(|at| words[at..].iter().any(ties));
        self.are_quiet(words) && !is_other
    }

    /// Whether no word of them is a verb, a pronoun or a clause's.
    fn are_quiet(&self, words: &[Token]) -> bool {
        const LOUD: [Class; 12] = [
            Class::Past,
            Class::Third,
            Class::Be,
            Class::Have,
            Class::Do,
            Class::Modal,
            Class::Pronoun,
            Class::ObjectPronoun,
            Class::Relative,
            Class::Subordinator,
            Class::SubjectPronoun,
            Class::Ing,
        ];
        words.iter().enumerate().all(|(at, word)| {
            let written = word.of(self.text);
            let is_name = written.starts_with(char::is_uppercase) && at > 0;
            // "The shipping regulator", "planning officer Ruth Cole", "the works commissioner", "his own": no verb.
            // "The running mate", "Lund's running mate"
            let leads = |word: &Token| word.is(Class::Determiner) || matches!(word.of(self.text), "'s" | "’s");
            let is_led = at.checked_sub(1).is_some_and(|before| leads(&words[before]));
            let is_before_post = words.get(at + 1).is_some_and(|next| next.is(Class::RoleNoun));
            let is_adjective =
                word.is(Class::Ing) && (is_led || is_before_post) || word.is(Class::Third) && is_led && is_before_post;
            let is_owner = word.is(Class::Possessive) || is_adjective;
            let is_told =
                written.ends_with("ed") && !at.checked_sub(1).is_some_and(|before| self.qualifies(&words[before]));
            let is_loud = word.classes.has_any(&LOUD) && !word.is(Class::NounToo) && !is_owner || is_told;
            let is_mark = word.kind == TokenKind::Punctuation && !matches!(written, "," | "(" | ")");
            let is_quote = word.kind == TokenKind::QuoteMark && !(word.glued && matches!(written, "'" | "’"));
            !is_mark && !is_quote && (is_name || !is_loud)
        })
    }

    /// "The elected mayor", "newly appointed": what stands before makes the participle an adjective.
    fn qualifies(&self, before: &Token) -> bool {
        before.is(Class::Determiner) || before.of(self.text).ends_with("ly")
    }
}
