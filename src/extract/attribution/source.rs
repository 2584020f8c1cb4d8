//! What kind of source a noun phrase names, and which word of it is the head.

use std::ops::Range;

use super::item::Passage;
use super::tag::Tag;
use super::{SourceKind, SourceMention};
use crate::language::{
    Class, POST_NOMINALS, WordList, in_small_letters, is_charge, is_given_name, is_namesake_of_body, is_one_of,
};
use crate::text::Span;

impl Passage<'_> {
    /// The phrase as a source; `None` for an empty phrase.
    pub(super) fn mention(&self, phrase: &Range<usize>) -> Option<SourceMention> {
        let span = self.span(phrase)?;
        if let Some(pronoun) = self.contracted(phrase.start).filter(|_| phrase.len() == 1) {
            return Some(SourceMention { span: pronoun, head: pronoun, kind: SourceKind::Pronoun });
        }
        let head = self.head(phrase);
        let kind = self.source_kind(phrase, &head);
        Some(SourceMention { span, head: self.span(&head)?, kind })
    }

    /// "they" of "they’ve": the pronoun that is written in one word with its helper.
    pub(super) fn contracted(&self, at: usize) -> Option<Span> {
        if !self.tag(at).is_auxiliary() {
            return None;
        }
        let word = self.word(at);
        let length = word.find(['\'', '’'])?;
        let is_pronoun = is_one_of(&word[..length], &["he", "it", "she", "they", "who"]);
        let start = self.items.get(at)?.span.start;
        is_pronoun.then(|| Span::new(start, start + length as u32))
    }

    /// "the autumn", "average prices": nouns that have no words of their own, whatever verb follows.
    pub(super) fn is_mute(&self, phrase: &Range<usize>) -> bool {
        let head = self.head(phrase).end - 1;
        let is_owned = phrase.clone().any(|at| self.tag(at) == Tag::Name || self.is(at, Class::Group));
        let is_paper = self.is(head, Class::Document);
        self.is(head, Class::Mute) && self.tag(head) == Tag::Noun && !is_owned && !is_paper
    }

    /// The name in the phrase, else the last noun before its first preposition.
    fn head(&self, phrase: &Range<usize>) -> Range<usize> {
        const PEOPLE: WordList = WordList::of(&["individuals", "people", "person", "persons"]);
        if let Some(name) = self.name_behind_charge(phrase) {
            return name;
        }
        let core = phrase.start..self.core_end(phrase);
        let is_official = |at: usize| self.is(at, Class::Official) || self.is_listed(at, &PEOPLE);
        if let Some(official) = core.clone().find(|&at| is_official(at) && self.tag(at) == Tag::Noun)
            && self.is_any(official + 1, &["aware", "briefed", "close", "familiar", "involved"])
        {
            return official..official + 1;
        }
        let Some(last) = core.clone().rev().find(|&at| matches!(self.tag(at), Tag::Name | Tag::Noun)) else {
            return phrase.start..phrase.start + 1;
        };
        if self.tag(last) != Tag::Name {
            return last..last + 1;
        }
        let is_named =
            |at: &usize| self.tag(*at) == Tag::Name || (self.tag(*at) == Tag::Hyphen && self.tag(at + 1) == Tag::Name);
        let first = (core.start..last).rev().take_while(is_named).last().unwrap_or(last);
        // "the Justice Department" is a body, "the Chief Executive" a post; "Chief Executive Ida Moss" is a name behind its title.
        // "Northwind CEO | Ida Moss"
        let is_officer = |at: &usize| ["CEO", "CFO", "COO"].contains(&self.word(*at));
        let first = (first..last).rev().find(is_officer).map_or(first, |officer| officer + 1);
        let is_body = self.is(last, Class::Organisation);
        let first_told = if self.is_post(&(first..last + 1)) { first } else { last };
        // "The Attorney-General" is a post from its first word on.
        let is_of_title = |at: usize| self.is(at, Class::Title) || self.tag(at) == Tag::Hyphen;
        let untitled = (first..last).find(|&at| is_body || !is_of_title(at)).unwrap_or(first_told);
        // "Police Chief | Renata Moss", "Coast Guard Cmdr. | Ida Moss": the body is part of the title.
        let rank = (untitled..last).rev().find(|&at| !is_body && self.is(at, Class::Title) && untitled < at);
        let untitled = rank.map_or(untitled, |rank| rank + 1);
        let untitled = if untitled < last && self.is_trade_of_firm(untitled) { untitled + 1 } else { untitled };
        // "the University of Millbrook" is one name; "Prof Ida Moss of Millbrook University" is one behind her title.
        let is_person = !is_body
            && !self.is_word(phrase.start, "the")
            && (untitled < last || phrase.start < untitled && self.is(untitled - 1, Class::Title));
        // "the Department for Regional Transport"
        let is_joined = self.is_word(last + 1, "of") || is_body && self.is_word(last + 1, "for");
        let of_name = !is_person && is_joined && last + 2 < phrase.end && self.tag(phrase.end - 1) == Tag::Name;
        // "Local 88", "Channel 6": the number is part of the name.
        let is_numbered = last + 1 < phrase.end && self.tag(last + 1) == Tag::Number;
        let end = last + if is_numbered { 2 } else { 1 };
        // "Juror | No. 5": a post and its number are the whole name.
        let is_post = is_numbered && self.is_word(last, "no.") && phrase.start < first;
        let numbered = if is_post && self.is(first - 1, Class::RoleNoun) { first - 1 } else { first };
        let untitled = if is_numbered { numbered } else { untitled };
        untitled..if of_name { phrase.end } else { end }
    }

    /// "Chipmaker | Lumenta": what a firm does has a capital only because the sentence begins with it. No name begins so,
    /// as some do with "Bank" or "Club".
    fn is_trade_of_firm(&self, at: usize) -> bool {
        let is_trade = || ["er", "or", "line"].iter().any(|ending| self.word(at).ends_with(ending));
        self.is(at, Class::GenericBody) && is_trade()
    }

    /// "Secretary of State | Colin Moss", "the Minister for Works | Ida Obi": whose first name tells where what the post is
    /// for ends, if what posts are for does not.
    fn name_behind_charge(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let tie = self.core_end(phrase);
        let is_tied = tie < phrase.end && (self.is_word(tie, "of") || self.is_word(tie, "for"));
        let is_post = |at: usize| self.items[at].classes.has_any(&[Class::RoleNoun, Class::Title]);
        if !is_tied || !is_post(tie - 1) {
            return None;
        }
        let is_name = |at: &usize| self.tag(*at) == Tag::Name;
        let is_body = |at: usize| self.items[at].classes.has_any(&[Class::Organisation, Class::Document]);
        let is_first = |at: usize| {
            let behind_charge = is_charge(self.word(at - 1)) && !(at..phrase.end).any(is_body);
            behind_charge || is_given_name(&in_small_letters(self.word(at)))
        };
        let first =
            (tie + 2..phrase.end.saturating_sub(1)).find(|at| is_name(at) && is_name(&(at + 1)) && is_first(*at))?;
        Some(first..(first..phrase.end).take_while(is_name).last()? + 1)
    }

    /// Where the prepositional phrases begin: "a spokesman | for the bureau".
    fn core_end(&self, phrase: &Range<usize>) -> usize {
        let is_link = |at: &usize| matches!(self.tag(*at), Tag::Preposition | Tag::To | Tag::Coordinator);
        (phrase.start + 1..phrase.end).find(is_link).unwrap_or(phrase.end)
    }

    fn source_kind(&self, phrase: &Range<usize>, head: &Range<usize>) -> SourceKind {
        // "Someone inside the team": anybody is nobody, until it is said where they sit.
        let is_somebody = self.is_word(phrase.start, "someone") || self.is_word(phrase.start, "somebody");
        if is_somebody && (1 < phrase.len() || self.is_followed_by_description(phrase.end)) {
            return SourceKind::Anonymous;
        }
        match self.tag(phrase.start) {
            Tag::Pronoun | Tag::Object | Tag::Relative => return SourceKind::Pronoun,
            // "his claim"
            Tag::Determiner if phrase.len() == 1 && self.is(phrase.start, Class::Possessive) => {
                return SourceKind::Pronoun;
            }
            _ => {}
        }
        let is_word = |at: &usize| matches!(self.tag(*at), Tag::Name | Tag::Noun);
        let last = head.clone().rev().find(is_word).unwrap_or(head.end - 1);
        if self.is(last, Class::Official) && self.tag(last) == Tag::Noun {
            return self.official_kind(phrase, last);
        }
        if self.is_unnamed_person(phrase, last) {
            return SourceKind::Anonymous;
        }
        // "Geologists say": what opens a sentence has a capital, and is no body's name.
        let is_trade = self.is(last, Class::Trade) || self.is(last, Class::Authority);
        if phrase.len() == 1 && is_trade && self.word(last).ends_with('s') {
            return SourceKind::Group;
        }
        if self.tag(last) == Tag::Name { self.name_kind(phrase, head) } else { self.noun_kind(phrase, last) }
    }

    /// "sources" and "a source" are bare; any description makes them anonymous.
    fn official_kind(&self, phrase: &Range<usize>, head: usize) -> SourceKind {
        let word = self.word(head).to_ascii_lowercase();
        // "The insider" has been described before.
        let is_insider = word.starts_with("insider") && !self.is_word(phrase.start, "the");
        let is_source = word.starts_with("source") || is_insider;
        let is_described = head + 1 < phrase.end
            || self.is_followed_by_description(phrase.end)
            || (phrase.start..head).any(|at| matches!(self.tag(at), Tag::Noun | Tag::Name) && !self.is_praise(at));
        if is_source && !is_described { SourceKind::Bare } else { SourceKind::Anonymous }
    }

    /// "Well-placed sources": the word praises and describes nobody.
    fn is_praise(&self, at: usize) -> bool {
        ["well", "placed", "informed", "reliable", "credible", "trusted", "unnamed", "unidentified", "anonymous"]
            .iter()
            .any(|word| self.is_word(at, word))
    }

    /// "two people with knowledge of the matter", "a person familiar with the talks".
    fn is_unnamed_person(&self, phrase: &Range<usize>, head: usize) -> bool {
        let is_person = self.is_any(head, &["people", "person", "persons", "man", "woman"]);
        let is_with_knowledge = (head + 1..phrase.end).any(|at| self.is_word(at, "knowledge"));
        is_person
            && (is_with_knowledge
                || self.is_any(phrase.end, &["familiar", "close", "briefed", "involved"])
                || self.is_close_to(head, phrase.end))
    }

    /// "one person | close to the board"
    fn is_close_to(&self, head: usize, end: usize) -> bool {
        head + 2 < end && self.is_any(head + 1, &["close", "near"]) && self.is_word(head + 2, "to")
    }

    fn is_followed_by_description(&self, at: usize) -> bool {
        ["familiar", "close", "briefed", "who", "with", "in", "at", "within", "inside", "near", "from"]
            .iter()
            .any(|word| self.is_word(at, word))
    }

    fn name_kind(&self, phrase: &Range<usize>, head: &Range<usize>) -> SourceKind {
        let any = |class: Class| head.clone().any(|at| self.is(at, class));
        if self.titled(phrase, head) || self.name_behind_charge(phrase).is_some() {
            return SourceKind::Person;
        }
        if head.len() > 1 && is_namesake_of_body(head.clone().map(|at| self.word(at))) {
            return SourceKind::Person;
        }
        if any(Class::Document) && !any(Class::Outlet) {
            return SourceKind::Document;
        }
        if any(Class::Outlet) {
            return SourceKind::Outlet;
        }
        // "Juror No. 5"
        if self.tag(head.end - 1) == Tag::Number && self.is(head.start, Class::RoleNoun) {
            return SourceKind::Role;
        }
        let opens_with_the = self.is_word(phrase.start, "the");
        if opens_with_the && self.is_post(head) {
            return SourceKind::Role;
        }
        // "The younger Moss": of two, the one whom the story has named last.
        if opens_with_the && head.len() == 1 && self.is_word(head.start - 1, "younger") {
            return SourceKind::Person;
        }
        if self.is_one_of_many(phrase, head) {
            return SourceKind::Anonymous;
        }
        // "RUIZ: “…”" is how transcripts name a speaker.
        let is_label = self.tag(head.end) == Tag::Colon && !self.is_heading;
        // "Marian Lund KC"
        let is_honoured = |at: usize| head.len() > 2 && POST_NOMINALS.contains(&self.word(at));
        let is_acronym = !is_label && head.clone().any(|at| is_acronym(self.word(at)) && !is_honoured(at));
        let is_firm = head.len() > 1 && self.is(head.end - 1, Class::Firm);
        let is_numbered = self.tag(head.end - 1) == Tag::Number;
        let is_body = is_numbered
            || is_firm
            || any(Class::Organisation)
            || is_acronym
            || opens_with_the
            || head.clone().any(|at| self.is_word(at, "of"));
        if is_body { SourceKind::Organization } else { SourceKind::Person }
    }

    /// "one senior Conservative", "a Labour MP", "two Northists": a party or a post behind an article names nobody.
    fn is_one_of_many(&self, phrase: &Range<usize>, head: &Range<usize>) -> bool {
        let is_indefinite =
            ["a", "an", "another", "one", "two", "three"].iter().any(|word| self.is_word(phrase.start, word));
        let is_post = self.items[head.end - 1].classes.has_any(&[Class::RoleNoun, Class::Forum, Class::Title]);
        is_indefinite && phrase.start < head.start && (is_post || head.len() == 1 && head.end == phrase.end)
    }

    /// "Chief Executive", "CEO": nothing but words for posts.
    fn is_post(&self, words: &Range<usize>) -> bool {
        // "Attorney-General", "Vice-Chancellor"
        let is_joined = words.clone().any(|at| self.tag(at) == Tag::Hyphen);
        let is_part = |at: usize| is_joined && (self.is(at, Class::Title) || self.tag(at) == Tag::Hyphen);
        words.clone().all(|at| self.is(at, Class::RoleNoun) || is_part(at))
    }

    fn titled(&self, phrase: &Range<usize>, head: &Range<usize>) -> bool {
        let before = head.start.checked_sub(1).filter(|&before| phrase.start <= before);
        before.is_some_and(|before| self.is(before, Class::Title) || self.is(before, Class::RoleNoun))
    }

    fn noun_kind(&self, phrase: &Range<usize>, head: usize) -> SourceKind {
        let is_plural = self.word(head).ends_with('s') || self.is_word(head, "people");
        let has_share = (phrase.start..phrase.end).any(|at| self.is_word(at, "percent") || self.is_word(at, "%"));
        if has_share {
            return SourceKind::Group;
        }
        let of = |class: Class| self.is(head, class);
        let is_plan = self.is_word(head, "case") && phrase.start < head && self.is_word(head - 1, "business");
        if of(Class::Document) && !self.is_word(head, "paper") || is_plan {
            return SourceKind::Document;
        }
        if of(Class::Outlet) {
            return SourceKind::Outlet;
        }
        if of(Class::Organisation) {
            return SourceKind::Organization;
        }
        if of(Class::Group) || is_plural {
            return SourceKind::Group;
        }
        if self.is_law(phrase) {
            return SourceKind::Document;
        }
        SourceKind::Role
    }
}

/// "NATO", "F.B.I.": capitals throughout.
fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    letters > 1 && !word.chars().any(char::is_lowercase)
}
