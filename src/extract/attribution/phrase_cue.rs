//! Cues that are no verbs: "according to", "his claim that", "in Ruiz's words", a colon.

use std::ops::Range;

use super::AttributionKind;
use super::clause::Clause;
use super::content::Reach;
use super::found::Found;
use super::item::{Make, Passage};
use super::tag::Tag;
use crate::language::{Class, WordList};

/// Behind "in an interview," these verbs have somebody else for a source.
const CLAIMING: &[Class] = &[Class::Say, Class::Tell, Class::Call, Class::Accuse];
/// What somebody means to do: behind these an infinitive is meant by whoever the sentence is about.
const PLANS: WordList = WordList::of(&[
    "agreement",
    "announcement",
    "call",
    "calls",
    "decision",
    "offer",
    "order",
    "plan",
    "plans",
    "pledge",
    "pledges",
    "promise",
    "promises",
    "proposal",
    "proposals",
    "request",
    "threat",
    "threats",
    "vow",
    "vows",
]);
/// What somebody reckons a thing to be or become.
pub(super) const FORECASTS: WordList = WordList::of(&[
    "estimate",
    "estimates",
    "forecast",
    "forecasts",
    "outlook",
    "prediction",
    "predictions",
    "projection",
    "projections",
]);
/// What somebody has counted.
pub(super) const TOLLS: WordList = WordList::of(&["count", "tally", "toll", "total"]);
/// What lays down what shall be done.
const LAWS: WordList = WordList::of(&[
    "accord",
    "act",
    "agreement",
    "bill",
    "constitution",
    "contract",
    "deal",
    "formula",
    "law",
    "laws",
    "legislation",
    "measure",
    "ordinance",
    "plan",
    "plans",
    "policy",
    "program",
    "programme",
    "proposal",
    "proposals",
    "regulation",
    "regulations",
    "rule",
    "rules",
    "scheme",
    "settlement",
    "system",
    "terms",
]);
/// Verbs that give words to what somebody holds.
const VOICING: WordList = WordList::of(&[
    "express",
    "expressed",
    "expresses",
    "raise",
    "raised",
    "raises",
    "voice",
    "voiced",
    "voices",
    "made",
    "make",
    "makes",
    "issued",
    "issues",
    "offered",
    "offers",
    "repeated",
    "share",
    "shared",
    "shares",
]);
/// What a phrase that names a source begins with.
pub(super) const OPENINGS: WordList = WordList::of(&["according", "as", "by", "in", "on", "per", "under"]);
/// What ties a question to what it is about.
pub(super) const MATTERS: WordList = WordList::of(&["about", "on", "over"]);

impl Passage<'_> {
    /// A phrase that names a source: each begins with one of a few words, which most are not.
    pub(super) fn read_phrase_cue(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        if !self.is_listed(at, &OPENINGS) {
            return None;
        }
        self.read_according(at, sentence)
            .or_else(|| self.read_document_phrase(at, sentence))
            .or_else(|| self.read_reported_by(at, sentence))
            .or_else(|| self.read_under(at, sentence))
            .or_else(|| self.read_reckoning(at, sentence))
            .or_else(|| self.read_words_of(at, sentence))
            .or_else(|| self.read_own_words(at, sentence))
            .or_else(|| self.read_per(at, sentence))
    }

    /// "according to | Ruiz": what stands before it, behind its comma, or on both sides.
    fn read_according(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        if !self.is_word(at, "according") || self.tag(at + 1) != Tag::To {
            return None;
        }
        let source = self.phrase_from(at + 2, sentence.end).filter(|source| !self.is_manner(source))?;
        let content = self.held_around(at, source.end, sentence);
        // "According to Ida Moss, writing for the Courier:"
        let announces = at == sentence.start && content.is_empty() && self.tag(self.items.len() - 1) == Tag::Colon;
        let found = Found { announces, ..Found::new(AttributionKind::Speech, at..at + 2).by(source) };
        if announces && sentence.end == self.items.len() {
            return Some(found);
        }
        (!content.is_empty()).then(|| found.saying_all(content))
    }

    /// "Buried according to | Islamic rites", "went according to | plan": how something is done, and nobody's words.
    fn is_manner(&self, phrase: &Range<usize>) -> bool {
        const CUSTOMS: WordList = WordList::of(&["rite", "rites", "custom", "customs", "tradition", "traditions"]);
        /// With an article they are a paper or a rule that says something.
        const MEASURES: WordList = WordList::of(&[
            "plan",
            "schedule",
            "taste",
            "need",
            "needs",
            "size",
            "weight",
            "age",
            "height",
            "rank",
            "ability",
            "means",
            "income",
            "season",
            "seniority",
            "type",
            "circumstances",
            "protocol",
        ]);
        let Some(head) = phrase.clone().take_while(|&at| self.tag(at) != Tag::Preposition).last() else { return false };
        self.is_listed(head, &CUSTOMS) || phrase.start == head && self.is_listed(head, &MEASURES)
    }

    /// "As reported by | the Courier, 40 …", "…, as noted by Ruiz".
    fn read_reported_by(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        let reports = self.tag(at) == Tag::Subordinator
            && self.is_word(at, "as")
            && self.is_word(at + 2, "by")
            && self.items[at + 1].classes.has_any(&[Class::Say, Class::Show])
            && self.is(at + 1, Class::Participle);
        if !reports {
            return None;
        }
        let source = self.phrase_from(at + 3, sentence.end)?;
        let content = self.held_around(at, source.end, sentence);
        let found = Found::new(AttributionKind::Speech, at..at + 3).by(source);
        (!content.is_empty()).then(|| found.saying_all(content))
    }

    /// "Under | the new rule, tenants would pay …": what a law or a plan lays down is its own word.
    fn read_under(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        if at != sentence.start || !self.is_word(at, "under") {
            return None;
        }
        let source = self.phrase_from(at + 1, sentence.end)?;
        if !self.is_law(&source) {
            return None;
        }
        let content = self.behind_according(source.end, sentence, false)?;
        Some(Found::new(AttributionKind::Attitude, at..at + 1).by(source).saying(content))
    }

    /// Whether the phrase names what lays down what shall be done: "the new overtime rule".
    pub(super) fn is_law(&self, phrase: &Range<usize>) -> bool {
        let core = phrase.clone().take_while(|&at| self.tag(at) != Tag::Preposition);
        core.last().is_some_and(|head| self.is_listed(head, &LAWS))
    }

    /// "…, | per | the governor's office": what stands before it.
    fn read_per(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        let is_set_off = sentence.start < at && self.tag(at - 1) == Tag::Comma;
        // Per Holm has his name from elsewhere.
        if !is_set_off || self.word(at) != "per" {
            return None;
        }
        // "$40, per night": a unit has no article, and a name has a capital.
        let source = self.phrase_from(at + 1, sentence.end)?;
        let names = matches!(self.tag(source.start), Tag::Determiner | Tag::Name) || self.has_owner(&source);
        if !names || !self.can_speak(&source) {
            return None;
        }
        let content = self.held_around(at, source.end, sentence);
        (!content.is_empty()).then(|| Found::new(AttributionKind::Speech, at..at + 1).by(source).saying_all(content))
    }

    fn has_owner(&self, phrase: &Range<usize>) -> bool {
        phrase.clone().any(|at| self.tag(at) == Tag::Owner)
    }

    /// "in the words of | Ruiz, “a near thing”": the quotation beside whoever the words are of.
    fn read_words_of(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        const FARTHEST: usize = 12;
        // A few words behind "was" look like a term, until somebody is said to have used them.
        let is_quotation = |at: &usize| matches!(self.items[*at].make, Make::Quotation(_));
        let opens = self.is_word(at, "in") && self.is_word(at + 1, "the") && self.is_any(at + 2, &["words", "phrase"]);
        if !opens || !self.is_word(at + 3, "of") {
            return None;
        }
        let phrase = self.phrase_from(at + 4, sentence.end)?;
        let source = self.name_behind(&phrase, sentence.end).unwrap_or(phrase);
        let behind = (source.end..sentence.end.min(source.end + FARTHEST)).find(is_quotation);
        let before = (sentence.start..at).rev().take(2).find(is_quotation);
        let quote = before.or(behind)?;
        Some(Found::new(AttributionKind::Speech, at..at + 4).by(source).saying(quote..quote + 1))
    }

    /// "in | Ruiz's words | , “a near thing”", "in her phrase": the quotation beside them.
    fn read_own_words(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        const FARTHEST: usize = 6;
        const WORDS: WordList = WordList::of(&["phrase", "words"]);
        if !self.is_word(at, "in") {
            return None;
        }
        let ceiling = sentence.end.min(at + FARTHEST);
        let words = (at + 2..ceiling).find(|&at| self.is_listed(at, &WORDS))?;
        let source = self.owner_before(words, at)?;
        let is_quotation = |at: &usize| matches!(self.items[*at].make, Make::Quotation(_));
        let before = (sentence.start..at).rev().take(2).find(is_quotation);
        let behind = (words..sentence.end.min(words + FARTHEST + FARTHEST)).find(is_quotation);
        let quote = before.or(behind)?;
        Some(Found::new(AttributionKind::Speech, at..words + 1).by(source).saying(quote..quote + 1))
    }

    /// The words before a phrase that names the source, and those behind it.
    pub(super) fn held_around(&self, at: usize, source_end: usize, sentence: &Range<usize>) -> Vec<Range<usize>> {
        let mut content = Vec::new();
        let first = (sentence.start..at)
            .find(|&at| !matches!(self.tag(at), Tag::Coordinator | Tag::Comma | Tag::Mark | Tag::Dash));
        // "The Courier reported that, | according to a study, | 85 …": what stands before is another cue.
        let before = (sentence.start..at).rev().find(|&at| self.tag(at) != Tag::Comma);
        let follows_that = before.is_some_and(|that| self.tag(that) == Tag::That);
        if let Some(first) = first.filter(|_| !follows_that) {
            let end = if self.tag(at - 1) == Tag::Comma || self.tag(at - 1) == Tag::Dash { at - 1 } else { at };
            if first < end {
                content.push(first..end);
            }
        }
        // "Since May, according to the agency, crews …": what stands before is no clause yet.
        let is_clause = content.iter().any(|before| {
            let hangs = self.tag(before.start) == Tag::Subordinator;
            !hangs && before.clone().any(|at| self.tag(at).is_finite())
        });
        content.extend(self.behind_according(source_end, sentence, is_clause));
        content
    }

    /// The clause behind the source and its apposition; where something stands before the cue,
    /// only what goes straight on.
    fn behind_according(&self, source_end: usize, sentence: &Range<usize>, interrupts: bool) -> Option<Range<usize>> {
        let ceiling = sentence.end.min(source_end + 40);
        let mut comma = (source_end..ceiling).find(|&at| self.tag(at) == Tag::Comma)?;
        // "In the poll, | conducted in March, | 40 percent …", "Under the act, | which he signed, | the mayor must …"
        if !interrupts && matches!(self.tag(comma + 1), Tag::Past | Tag::Relative) {
            comma = (comma + 1..ceiling).find(|&at| self.tag(at) == Tag::Comma)?;
        }
        let next = comma + 1;
        let adds = comma == source_end && self.tag(next) == Tag::Coordinator && !self.is_word(next, "but");
        let goes_on = !interrupts
            || adds
            || (comma == source_end
                && (self.tag(next).is_finite() || self.tag(next) == Tag::Quote || self.is_amount(next)));
        if !goes_on || matches!(self.tag(next), Tag::Relative) {
            return None;
        }
        let end = self.content_end(next, sentence.end, Reach::Clause);
        (next < end).then_some(next..end)
    }

    /// "In a poll last week, | 54 percent …": a document that the sentence opens with speaks.
    fn read_document_phrase(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        if !self.is_word(at, "in") {
            return None;
        }
        if at != sentence.start {
            return self.read_trailing_poll(at, sentence).or_else(|| self.read_trailing_paper(at, sentence));
        }
        let source = self.phrase_from(at + 1, sentence.end)?;
        let is_document = source
            .clone()
            .take_while(|&at| self.tag(at) != Tag::Preposition)
            .any(|at| self.is(at, Class::Document) && self.tag(at) != Tag::Owner);
        if !is_document {
            return None;
        }
        let content = self.behind_according(source.end, sentence, false)?;
        // "In an interview on Monday, | Ruiz went further: “…”": whoever gives it speaks.
        let speaks = |phrase: Range<usize>| self.can_speak(&phrase) && self.tag(phrase.end).is_finite();
        if self.is_any(source.end - 1, &["interview", "interviews"])
            && self.phrase_from(content.start, content.end).is_some_and(speaks)
        {
            return None;
        }
        let claim = content.clone().find(|&at| self.tag(at).is_verb() && self.items[at].classes.has_any(CLAIMING));
        let found = Found::new(AttributionKind::Speech, at..at + 1).by(source);
        match claim {
            Some(claim) => self.respondents(&content, claim).map(|respondents| found.saying(respondents)),
            // "In a letter to parents, | the head, Ida Moss, | wrote": no clause has begun.
            None if !content.clone().any(|at| self.tag(at).is_finite() || self.tag(at) == Tag::Quote) => None,
            None => Some(found.saying(content)),
        }
    }

    /// "She leads by four points | in | a poll released Sunday": of all papers only a poll speaks from behind.
    fn read_trailing_poll(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        let source = self.phrase_from(at + 1, sentence.end)?;
        if !source.clone().any(|at| self.is(at, Class::Poll)) {
            return None;
        }
        // "ahead in the polls" names none of them; "in polls | taken in May" does.
        let is_dated = self.is_any(source.end, &["carried", "conducted", "published", "released", "taken"]);
        let names_one = is_dated
            || source
                .clone()
                .any(|at| self.tag(at) == Tag::Name || ["poll", "survey"].iter().any(|word| self.is_word(at, word)));
        if !names_one {
            return None;
        }
        let first =
            (sentence.start..at).find(|&at| !matches!(self.tag(at), Tag::Coordinator | Tag::Mark | Tag::Comma))?;
        let told = first..at;
        let states = told.clone().any(|at| self.tag(at).is_finite());
        let claims = |at: usize| {
            self.items[at].classes.has_any(CLAIMING) || (self.is(at, Class::Show) && !self.is(at, Class::NounToo))
        };
        let claim = sentence.clone().find(|&at| self.tag(at).is_verb() && self.tag(at) != Tag::Ing && claims(at));
        // "Two in three growers | said they had a low view of him | in a poll": what they say is the poll's word.
        let is_claimed = claim.is_some_and(|claim| claim < first || self.respondents(&(first..claim), claim).is_none());
        let compares = self.is_word(at - 1, "than");
        // "Her rating | in the latest poll | stands at 53 percent": the poll stands between subject and verb.
        let behind = (source.end..sentence.end).find(|&at| self.tag(at) != Tag::Time).unwrap_or(source.end);
        let parts_clause = !states && self.tag(behind).is_finite();
        let rest = parts_clause.then(|| behind..self.content_end(behind, sentence.end, Reach::Clause));
        let found = Found::new(AttributionKind::Speech, at..at + 1).by(source);
        ((states || parts_clause) && !is_claimed && !compares).then(|| found.saying(told).saying_all(rest))
    }

    /// "The yard is valued at £6m | in | its accounts": the paper in which it is put at so much.
    fn read_trailing_paper(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        const RECORDED: WordList =
            WordList::of(&["given", "listed", "priced", "put", "recorded", "reported", "shown", "stated", "valued"]);
        if self.tag(at + 1) != Tag::Determiner {
            return None;
        }
        let source =
            self.phrase_from(at + 1, sentence.end).filter(|source| self.is(source.end - 1, Class::Document))?;
        let records = |verb: &usize| self.is_listed(*verb, &RECORDED) && self.tag(verb - 1) == Tag::Be;
        let verb = (sentence.start + 1..at).find(records)?;
        let is_near = !(verb + 1..at).any(|at| self.tag(at).is_finite() || self.tag(at) == Tag::Comma);
        let closes =
            sentence.end <= source.end || matches!(self.tag(source.end), Tag::Stop | Tag::Comma | Tag::Coordinator);
        let first =
            (sentence.start..at).find(|&at| !matches!(self.tag(at), Tag::Coordinator | Tag::Mark | Tag::Comma))?;
        (is_near && closes).then(|| Found::new(AttributionKind::Speech, at..at + 1).by(source).saying(first..at))
    }

    /// "In the survey, published in May, | 71 percent of drivers | said": how many say it is the survey's word.
    fn respondents(&self, content: &Range<usize>, claim: usize) -> Option<Range<usize>> {
        let respondents = self.phrase_before(claim, content.start)?;
        self.is_amount(respondents.start).then_some(respondents)
    }

    /// "his claim | that the bridge is sound", "fears | that it is not".
    pub(super) fn read_claim_noun(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        // "Sold its ships | in order to | pay": nobody's order.
        let is_idle = self.is_word(at, "order") && at.checked_sub(1).is_some_and(|before| self.is_word(before, "in"));
        if !self.is(at, Class::ClaimNoun) || !matches!(self.tag(at), Tag::Noun) || is_idle {
            return None;
        }
        if let Some(found) = self.read_quoted_remark(at, sentence) {
            return Some(found);
        }
        if let Some(found) = self.read_voiced(at, sentence).or_else(|| self.read_named_claim(at, sentence)) {
            return Some(found);
        }
        if self.is_word(at + 1, "by") {
            return self.read_plan_by(at, sentence);
        }
        if !matches!(self.tag(at + 1), Tag::That | Tag::To | Tag::Time) {
            return None;
        }
        let source = self.owner_before(at, sentence.start);
        // "her pledge | last month | to build"
        let next = (at + 1..sentence.end).find(|&next| self.tag(next) != Tag::Time).unwrap_or(at + 1);
        if self.tag(next) == Tag::To && self.tag(next + 1) == Tag::Base {
            let meant = next..self.content_end(next, sentence.end, Reach::Object);
            let is_plan = self.is_listed(at, &PLANS);
            let clause = Clause { passage: self, sentence: sentence.clone(), found: &[] };
            let source = source.or_else(|| is_plan.then(|| clause.main_subject(at)).flatten());
            let found = Found::new(AttributionKind::Attitude, at..at + 1).by(source?);
            return (next + 1 < meant.end).then(|| found.saying(meant));
        }
        let end = self.content_end(at + 1, sentence.end, Reach::Object);
        let takes = self.tag(at + 1) == Tag::That;
        let clause = Clause { passage: self, sentence: sentence.clone(), found: &[] };
        let source = source.or_else(|| self.voices(at, sentence.start).and_then(|verb| clause.main_subject(verb + 1)));
        let found = Found { source, ..Found::new(AttributionKind::Speech, at..at + 1) };
        (takes && at + 2 < end).then(|| found.saying(at + 1..end))
    }

    /// "the decision | by Ruiz | to sell 40 acres".
    fn read_plan_by(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        let source = self.phrase_from(at + 2, sentence.end)?;
        let to = source.end;
        if self.tag(to) != Tag::To || self.tag(to + 1) != Tag::Base {
            return None;
        }
        let meant = to..self.content_end(to, sentence.end, Reach::Object);
        let found = Found::new(AttributionKind::Attitude, at..at + 1).by(source);
        (to + 1 < meant.end).then(|| found.saying(meant))
    }

    /// "Ruiz's | “40 percent” | remark".
    fn read_quoted_remark(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        let is_quote = |quote: &usize| sentence.start < *quote && matches!(self.items[*quote].make, Make::Quotation(_));
        let quote = at.checked_sub(1).filter(is_quote)?;
        let source = self.owner_before(quote, sentence.start)?;
        Some(Found::new(AttributionKind::Speech, at..at + 1).by(source).saying(quote..quote + 1))
    }

    /// "Ruiz | voiced doubts | about the plan".
    fn read_voiced(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        const TIES: WordList = WordList::of(&["about", "at", "for", "of", "over", "with"]);
        let ties = self.is_listed(at + 1, &TIES);
        // "raised its forecast for the south" changes a figure.
        let is_reckoning = self.is_listed(at, &FORECASTS);
        if !ties || is_reckoning {
            return None;
        }
        let verb = self.voices(at, sentence.start)?;
        let clause = Clause { passage: self, sentence: sentence.clone(), found: &[] };
        let source = clause.main_subject(verb + 1)?;
        let content = at + 2..self.content_end(at + 2, sentence.end, Reach::Object);
        (at + 2 < content.end).then(|| Found::new(AttributionKind::Attitude, at..at + 1).by(source).saying(content))
    }

    /// "His | argument is | that the bridge is sound", "the concern in the ministry is that …".
    fn read_named_claim(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        const LONGEST_HOLDER: usize = 8;
        let links = |at: usize| self.tag(at).is_nominal() || self.tag(at) == Tag::Preposition;
        let be = (at + 1..sentence.end.min(at + LONGEST_HOLDER)).find(|&at| !links(at))?;
        // "Ruiz's answer was: | “No.”"
        let quote = be + 1 + usize::from(matches!(self.tag(be + 1), Tag::Colon | Tag::Comma));
        let source = self.owner_before(at, sentence.start);
        if self.tag(be) == Tag::Be && self.tag(quote) == Tag::Quote {
            return Some(Found::new(AttributionKind::Speech, at..be + 1).by(source?).saying(quote..quote + 1));
        }
        if self.tag(be) != Tag::Be || self.tag(be + 1) != Tag::That {
            return None;
        }
        let content = be + 1..self.content_end(be + 1, sentence.end, Reach::Clause);
        let found = Found { source, ..Found::new(AttributionKind::Speech, at..be + 1) };
        (be + 2 < content.end).then(|| found.saying(content))
    }

    /// "expressed | its first | concerns that": the verb by which somebody gives words to what the noun says.
    fn voices(&self, noun: usize, floor: usize) -> Option<usize> {
        let verb = (floor.max(noun.saturating_sub(5))..noun).rev().find(|&at| !self.tag(at).is_nominal())?;
        let is_voicing = self.is_listed(verb, &VOICING);
        (is_voicing && self.tag(verb) != Tag::Ing).then_some(verb)
    }

    /// "questions | about whether the bridge is sound", "the debate | over how to pay".
    pub(super) fn read_open_question(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        if self.tag(at) != Tag::Preposition
            || self.tag(at + 1) != Tag::Subordinator
            || !self.is_listed(at, &MATTERS)
            || !self.is_any(at + 1, &["how", "whether", "why"])
        {
            return None;
        }
        let noun = at.checked_sub(1).filter(|&noun| sentence.start <= noun && self.tag(noun) == Tag::Noun)?;
        let end = self.content_end(at + 1, sentence.end, Reach::Object);
        let source = self.owner_before(noun, sentence.start);
        let found = Found { source, ..Found::new(AttributionKind::Attitude, noun..noun + 1) };
        (at + 2 < end).then(|| found.saying(at + 1..end))
    }

    /// "its | forecast | for the south by 0.1 points", "the bank's | estimate | of growth": whoever owns a
    /// reckoning holds up what it is of.
    pub(super) fn read_forecast(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        // "the board's | toll | of six dead"
        let counts = self.is_listed(at, &TOLLS) && self.is_word(at + 1, "of") && self.is_number(at + 2);
        let reckons = self.tag(at) == Tag::Noun
            && self.tag(at + 1) == Tag::Preposition
            && (counts || self.is_listed(at, &FORECASTS));
        if !reckons || !["by", "for", "of"].iter().any(|word| self.is_word(at + 1, word)) {
            return None;
        }
        let source = self.owner_before(at, sentence.start)?;
        let end = self.content_end(at + 2, sentence.end, Reach::Object);
        let found = Found::new(AttributionKind::Speech, at..at + 1).by(source);
        (at + 2 < end).then(|| found.saying(at + 2..end))
    }

    /// "his | claim", "Ruiz's latest | claim".
    pub(super) fn owner_before(&self, noun: usize, floor: usize) -> Option<Range<usize>> {
        let mut at = noun;
        while floor < at && noun - at < 4 {
            at -= 1;
            if self.is(at, Class::Possessive) && self.tag(at) == Tag::Determiner {
                return Some(at..at + 1);
            }
            if self.tag(at) == Tag::Owner {
                return self.phrase_before(at, floor);
            }
            if !matches!(self.tag(at), Tag::Noun | Tag::Time) {
                return None;
            }
        }
        None
    }
}
