//! Noun phrases: the words that name somebody or something, found from either end.

use std::ops::Range;

use super::item::Passage;
use super::tag::Tag;
use crate::language::{Class, WordList};

/// No noun phrase that names a source is longer; it bounds every walk.
const LONGEST: usize = 40;

impl Passage<'_> {
    /// The noun phrase that ends right before `end`: "the chief of the Millbrook fire service".
    /// A pronoun is one; a day behind the phrase ("Ruiz on Tuesday") is passed over.
    /// `None` where no noun stands there. Nothing before `floor` is looked at.
    pub(super) fn phrase_before(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let end = self.before_times(end, floor);
        if floor < end && matches!(self.tag(end - 1), Tag::Pronoun | Tag::Relative) {
            return Some(end - 1..end);
        }
        let floor = floor.max(end.saturating_sub(LONGEST));
        let mut start = self.core_before(end, floor).or_else(|| self.core_before_object(end, floor))?;
        while let Some(earlier) = self.extended_before(start, floor) {
            start = earlier;
        }
        // "She and four colleagues |": she speaks, and they with her.
        if floor + 1 < start && self.is_word(start - 1, "and") && self.tag(start - 2) == Tag::Pronoun {
            let with = start..end;
            if with.clone().any(|at| self.is_any(at, &["colleagues", "colleague", "others"])) {
                return Some(start - 2..start - 1);
            }
        }
        Some(start..end)
    }

    /// "Ruiz on Tuesday |", "Ruiz Tuesday |", "Ruiz this month |": the end of what stands before the day.
    fn before_times(&self, end: usize, floor: usize) -> usize {
        let mut at = end;
        if floor + 2 < end && self.is_near_time(end - 2) {
            at -= if self.is_word(end - 3, "earlier") || self.is_word(end - 3, "late") { 3 } else { 2 };
        }
        while floor < at
            && (self.tag(at - 1) == Tag::Time
                || (self.tag(at - 1) == Tag::Number && (at < end || self.is_dated_year(at - 1))))
        {
            at -= 1;
        }
        if at < end && floor < at && self.is_any(at - 1, &["in", "on", "out"]) {
            at -= 1;
        }
        let still_nominal = floor < at && (self.tag(at - 1).is_nominal() || self.tag(at - 1) == Tag::Pronoun);
        if still_nominal { at } else { end }
    }

    /// "in May | 2015", "in | 2015".
    fn is_dated_year(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        self.items[at].span.len() == 4
            && before.is_some_and(|before| self.tag(before) == Tag::Time || self.is_word(before, "in"))
    }

    /// "this month", "last spring": a determiner that no source has, before a stretch of time.
    pub(super) fn is_near_time(&self, at: usize) -> bool {
        self.is_any(at, &["this", "last"]) && self.is(at + 1, Class::Mute)
    }

    /// The words from a determiner, an adjective or a name to the noun before `end`.
    fn core_before(&self, end: usize, floor: usize) -> Option<usize> {
        let mut start = end;
        while floor < start {
            let tag = self.tag(start - 1);
            // "the newly | filed": an adverb within the phrase.
            let is_inner_adverb = tag == Tag::Adverb
                && start < end
                && self.tag(start) == Tag::Noun
                && floor + 1 < start
                && matches!(self.tag(start - 2), Tag::Determiner | Tag::Preposition);
            // "well|-placed sources"
            let is_compound = start < end && self.is_compound(start - 1);
            // "Thursday|'s meeting"
            let is_owner = tag == Tag::Time && start < end && self.owns_from(start);
            if self.is_scene_before_name(start, end, floor) {
                break;
            }
            if !tag.is_nominal() && !is_inner_adverb && !is_compound && !is_owner {
                break;
            }
            start -= 1;
            // "the" opens the phrase, unless "all" or "some" does.
            let follows_determiner = floor < start && self.tag(start - 1) == Tag::Determiner;
            if tag == Tag::Determiner && !follows_determiner {
                break;
            }
        }
        let has_head =
            (start..end).any(|at| matches!(self.tag(at), Tag::Name | Tag::Noun | Tag::Determiner | Tag::Number));
        (start < end && has_head).then_some(start)
    }

    /// "On the steps | Moss held up the petition": where something happens ends before the name of whoever does it.
    fn is_scene_before_name(&self, start: usize, end: usize, floor: usize) -> bool {
        const PEOPLE: &[Class] = &[
            Class::RoleNoun,
            Class::Title,
            Class::Group,
            Class::Organisation,
            Class::Outlet,
            Class::Kin,
            Class::Trade,
        ];
        let scene = start.wrapping_sub(1);
        let is_scene = start < end
            && floor + 2 <= scene
            && self.tag(scene) == Tag::Noun
            && self.tag(start) == Tag::Name
            && self.word(scene).ends_with('s')
            && self.word(scene).starts_with(char::is_lowercase)
            && !self.items[scene].classes.has_any(PEOPLE);
        // "the | court | steps"
        let article = || (floor + 1..scene).rev().take(3).find(|&at| self.tag(at) != Tag::Noun);
        is_scene
            && article().is_some_and(|article| {
                self.tag(article) == Tag::Determiner && self.tag(article - 1) == Tag::Preposition
            })
    }

    /// "last year | 's", "last | year's": whether a stretch of time goes on here as an owner.
    fn owns_from(&self, at: usize) -> bool {
        self.tag(at) == Tag::Owner || self.tag(at) == Tag::Time && self.tag(at + 1) == Tag::Owner
    }

    /// "a source close to | him", "a spokesman for | her": the pronoun that ends the phrase.
    fn core_before_object(&self, end: usize, floor: usize) -> Option<usize> {
        let object = end.checked_sub(1).filter(|&object| floor + 1 < object && self.tag(object) == Tag::Object)?;
        let ties = self.is_word(object - 1, "to") && self.is_word(object - 2, "close")
            || self.tag(object - 1) == Tag::Preposition && self.is_word(object - 1, "for")
            || self.is_word(object - 1, "of") && self.counts_some(object - 2);
        ties.then_some(object)
    }

    /// "most | of them", "one | of them", "none | of us".
    fn counts_some(&self, at: usize) -> bool {
        self.tag(at).is_nominal()
            && (self.is(at, Class::NumberWord) || self.tag(at) != Tag::Name && self.tag(at) != Tag::Owner)
    }

    /// "spokesman for | the bureau", "Ruiz and | Lee": where the larger phrase begins.
    fn extended_before(&self, start: usize, floor: usize) -> Option<usize> {
        let link = start.checked_sub(1).filter(|&link| floor < link)?;
        let joins = match self.tag(link) {
            Tag::Preposition => self.tag(link - 1).is_nominal(),
            Tag::To => self.leads_to(link),
            Tag::Coordinator => self.is_word(link, "and") && self.joins_names(link, start),
            _ => false,
        };
        if joins { self.core_before(link, floor) } else { None }
    }

    /// "an adviser | to the mayor", "a note | to the accounts", "a source close | to her".
    fn leads_to(&self, to: usize) -> bool {
        let noun = to - 1;
        let is_paper = self.tag(noun) == Tag::Noun && self.is(noun, Class::Document);
        self.is_word(noun, "close") || self.is(noun, Class::RoleNoun) || is_paper && self.tag(to + 1) != Tag::Number
    }

    /// "Ruiz and Lee", "doctors and nurses": two of a kind.
    fn joins_names(&self, link: usize, start: usize) -> bool {
        let (left, right) = (self.tag(link - 1), self.tag(start));
        let is_colleagues = || self.is_word(start + 1, "colleagues") || self.is_word(start + 1, "others");
        (left == Tag::Name && matches!(right, Tag::Name | Tag::Determiner))
            || (left == Tag::Name && right == Tag::Number && is_colleagues())
            || (left == Tag::Noun && self.word(link - 1).ends_with('s') && right == Tag::Noun)
            || (self.is(link - 1, Class::RoleNoun) && self.is(start, Class::RoleNoun) && right == Tag::Noun)
    }

    /// The noun phrase that begins at `start`, its "of" and "for" phrases included: "a spokesman for the bureau".
    /// `None` where none begins there.
    pub(super) fn phrase_from(&self, start: usize, ceiling: usize) -> Option<Range<usize>> {
        if start < ceiling && matches!(self.tag(start), Tag::Pronoun | Tag::Object) {
            return Some(start..start + 1);
        }
        let ceiling = ceiling.min(start + LONGEST);
        // "May's survey": a time may own what follows.
        let owner =
            (start..start + 2).take_while(|&at| self.tag(at) == Tag::Time).find(|&at| self.tag(at + 1) == Tag::Owner);
        let mut end = self.core_from(owner.map_or(start, |owner| owner + 2), ceiling)?;
        while end + 1 < ceiling {
            let links = match self.tag(end) {
                Tag::Preposition => self.ties_nouns(end),
                Tag::Coordinator => self.is_word(end, "and") && self.joins_names(end, end + 1),
                Tag::To => self.leads_to(end),
                _ => false,
            };
            let Some(further) = links.then(|| self.core_from(end + 1, ceiling)).flatten() else { break };
            end = further;
        }
        Some(start..self.issuer_end(end, ceiling).unwrap_or(end))
    }

    /// "a forecast | released Monday by the Lakes Institute", "figures | compiled by the board": whoever issued a paper belongs
    /// to it.
    fn issuer_end(&self, end: usize, ceiling: usize) -> Option<usize> {
        const ISSUED: WordList = WordList::of(&[
            "compiled",
            "conducted",
            "drafted",
            "issued",
            "made",
            "prepared",
            "produced",
            "published",
            "put",
            "released",
            "written",
        ]);
        const APART: usize = 4;
        let is_issued = end < ceiling && self.is(end - 1, Class::Document) && self.is_listed(end, &ISSUED);
        let is_between = |at: usize| {
            matches!(self.tag(at), Tag::Time | Tag::Adverb | Tag::Number | Tag::Name)
                || self.is_any(at, &["on", "in", "this", "last", "week", "month", "year", "out", "together"])
        };
        let by = (end + 1..ceiling.min(end + 2 + APART)).find(|&at| self.is_word(at, "by")).filter(|_| is_issued)?;
        (end + 1..by).all(is_between).then(|| self.core_from(by + 1, ceiling)).flatten()
    }

    /// Behind a name only "of" belongs to it; behind a noun also "for", "at", "with" and their like.
    fn ties_nouns(&self, link: usize) -> bool {
        // "is estimated by engineers | at $14 million"
        if self.is_word(link, "at") && self.is_number(link + 1) {
            return false;
        }
        // "The Department | for Regional Transport"
        let is_of_body =
            self.is_word(link, "for") && self.is(link - 1, Class::Organisation) && self.tag(link + 1) == Tag::Name;
        self.is_word(link, "of")
            || is_of_body
            || (self.is_word(link, "by") && self.is(link - 1, Class::Document))
            || (self.tag(link - 1) == Tag::Noun
                && ["for", "at", "from", "with", "in", "on", "near", "close"]
                    .iter()
                    .any(|word| self.is_word(link, word)))
    }

    /// "well|-placed": an adverb whose hyphen makes it part of an adjective.
    fn is_compound(&self, at: usize) -> bool {
        self.tag(at) == Tag::Adverb && self.tag(at + 1) == Tag::Hyphen
    }

    /// The end of the words from `start` to the noun: a second determiner opens the next phrase.
    fn core_from(&self, start: usize, ceiling: usize) -> Option<usize> {
        let mut end = start;
        while end < ceiling {
            let tag = self.tag(end);
            let opens_next = tag == Tag::Determiner
                && start < end
                && self.tag(end - 1) != Tag::Determiner
                && self.tag(end - 1) != Tag::Owner;
            if !(tag.is_nominal() || self.is_compound(end)) || opens_next {
                break;
            }
            end += 1;
        }
        let has_head = (start..end).any(|at| matches!(self.tag(at), Tag::Name | Tag::Noun | Tag::Determiner));
        has_head.then_some(end)
    }
}
