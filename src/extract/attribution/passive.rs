//! Cues that turn the clause round: "was told that", "was praised by Ruiz", "asked whether", "appears to be".

use std::ops::Range;

use super::AttributionKind;
use super::clause::{Clause, found};
use super::content::{Complement, Reach};
use super::cue::VerbCue;
use super::found::Found;
use super::tag::Tag;
use crate::language::{Class, WordList};

/// Participles of those who reckon with something to come: "is projected to".
const RECKONED: &[&str] = &["estimated", "expected", "forecast", "projected"];
/// Participles of what people at large hold.
pub(super) const HELD: WordList =
    WordList::of(&["believed", "considered", "deemed", "expected", "held", "perceived", "regarded", "seen", "viewed"]);
/// Participles of those whom somebody charges with a deed.
const ACCUSED: &[&str] = &["accused", "charged", "suspected"];

impl Clause<'_, '_> {
    /// "| Asked whether …, Ruiz said", "when | asked about …".
    pub(super) fn is_asked(&self, cue: &VerbCue) -> bool {
        let passage = self.passage;
        let opens = matches!(passage.tag_before(cue.verb, &self.sentence), Tag::Stop | Tag::Subordinator);
        opens && passage.tag(cue.verb) == Tag::Past && passage.is_word(cue.verb, "asked")
    }

    /// A question that somebody unnamed has asked, up to the comma.
    pub(super) fn read_asked(&self, cue: &VerbCue) -> Option<Found> {
        let passage = self.passage;
        let mut start = cue.group.end;
        let mut source = None;
        if passage.is_word(start, "by") {
            let agent = passage.phrase_from(start + 1, self.sentence.end)?;
            start = agent.end;
            source = Some(agent);
        }
        if passage.is_word(start, "about") {
            start += 1;
        }
        let end = passage.content_end(start, self.sentence.end, Reach::Comma);
        (start < end).then(|| Found { source, ..found(cue, AttributionKind::Speech) }.saying(start..end))
    }

    /// "with prices | projected | to rise to 40": a participle that reckons with something to come.
    pub(super) fn is_reckoned(&self, cue: &VerbCue) -> bool {
        let passage = self.passage;
        cue.group.start == cue.verb
            && passage.is_any(cue.verb, &["estimated", "forecast", "projected"])
            && passage.tag(cue.verb) == Tag::Past
            && passage.tag(cue.group.end) == Tag::To
    }

    /// "is quoted as saying", "was told that", "is believed to", "was praised by".
    pub(super) fn read_passive(&self, cue: &VerbCue) -> Option<Found> {
        let passage = self.passage;
        let behind = cue.group.end;
        if passage.is_word(behind, "by") {
            return self.read_agent(cue);
        }
        // "“No,” Hill is quoted | as saying."
        if passage.is_word(cue.verb, "quoted") && passage.is_word(behind, "as") && passage.is_word(behind + 1, "saying")
        {
            let closes = matches!(passage.tag(behind + 2), Tag::Comma | Tag::Stop) || self.sentence.end <= behind + 2;
            let subject = passage.subject_before(cue, self.sentence.start).filter(|_| closes)?;
            return self.close_over(cue, subject, behind + 2);
        }
        let is_any = |words: &[&str]| words.iter().any(|word| passage.is_word(cue.verb, word));
        if is_any(RECKONED) && passage.tag(behind) == Tag::To {
            return self.read_seeming(cue);
        }
        if is_any(ACCUSED) && passage.is_any(behind, &["of", "with"]) {
            return self.read_accused(cue);
        }
        let verb = &passage.items[cue.verb];
        if verb.is(Class::Rumoured) && !verb.is(Class::Tell) {
            return None;
        }
        let asks = verb.is(Class::Tell) || passage.is_word(cue.verb, "asked");
        if !asks {
            return None;
        }
        let Complement::Content(start) = passage.complement(cue, self.sentence.end)? else { return None };
        let end = passage.content_end(start, self.sentence.end, self.reach(cue, None, start));
        (start < end).then(|| found(cue, AttributionKind::Speech).saying(start..end))
    }

    /// "The ground is valued | at £6m in the accounts", "spending is put in the budget at £40m": what a paper holds it for.
    pub(super) fn read_booked(&self, verb: usize) -> Option<Found> {
        const PAPERS: WordList =
            WordList::of(&["accounts", "audit", "books", "budget", "ledger", "prospectus", "report", "statement"]);
        const BOOKED: WordList = WordList::of(&[
            "carried",
            "estimated",
            "given",
            "listed",
            "priced",
            "put",
            "recorded",
            "shown",
            "stand",
            "stands",
            "stood",
            "valued",
        ]);
        const NEAR: usize = 6;
        let passage = self.passage;
        if !passage.is_listed(verb, &BOOKED) {
            return None;
        }
        let cue = passage.verb_group(verb, self.sentence.start);
        let behind = cue.group.end;
        // "Debts stand at £9m in the accounts"
        let stands = passage.is_any(verb, &["stand", "stands", "stood"]);
        if !cue.passive && !stands {
            return None;
        }
        let is_paper = |paper: &Range<usize>| {
            passage.tag(paper.start) == Tag::Determiner && paper.clone().any(|at| passage.is_listed(at, &PAPERS))
        };
        let near = behind..self.sentence.end.min(behind + NEAR);
        let link = near.clone().find(|&at| passage.is_word(at, "in"))?;
        let paper = passage.phrase_from(link + 1, self.sentence.end).filter(is_paper)?;
        let at = if link == behind { paper.end } else { behind };
        let is_amount = passage.is_any(at, &["as", "at"]) && passage.is_amount(at + 1);
        let end = if link == behind { passage.content_end(at, self.sentence.end, Reach::Object) } else { link };
        let subject = passage.subject_before(&cue, self.sentence.start)?.phrase;
        let found = found(&cue, AttributionKind::Speech).by(paper);
        is_amount.then(|| Found { content: vec![subject, at..end], ..found })
    }

    /// "Damage was put | at £4m by | the insurer", "losses have been valued at $2 million by the growers": who puts it so
    /// stands behind the amount.
    pub(super) fn read_put_by(&self, verb: usize) -> Option<Found> {
        const PUT: WordList =
            WordList::of(&["assessed", "costed", "estimated", "given", "priced", "put", "reckoned", "valued"]);
        const LONGEST_AMOUNT: usize = 9;
        let passage = self.passage;
        if !passage.is_listed(verb, &PUT) {
            return None;
        }
        let cue = passage.verb_group(verb, self.sentence.start);
        let at = cue.group.end;
        // "Put" has one form for all.
        let before = verb.wrapping_sub(1);
        let is_passive = cue.passive || passage.tag(before) == Tag::Be || passage.is_word(before, "been");
        if !is_passive || !passage.is_any(at, &["as", "at"]) || !passage.is_amount(at + 1) {
            return None;
        }
        let near = at + 2..self.sentence.end.min(at + LONGEST_AMOUNT);
        let is_end = |at: &usize| matches!(passage.tag(*at), Tag::Comma | Tag::Stop | Tag::Semicolon);
        let by = near.take_while(|at| !is_end(at)).find(|&at| passage.is_word(at, "by"))?;
        // "Put at £4m by the autumn"
        let is_somebody = |who: &Range<usize>| {
            !passage.is_amount(who.start) && passage.tag(who.end - 1) != Tag::Time && !passage.is_mute(who)
        };
        let source = passage.phrase_from(by + 1, self.sentence.end).filter(is_somebody)?;
        let subject = passage.subject_before(&cue, self.sentence.start)?.phrase;
        Some(Found { content: vec![subject, at..by], ..found(&cue, AttributionKind::Speech).by(source) })
    }

    /// "The dyke is widely seen | as a waste of $40 million": by whom, nobody says.
    pub(super) fn read_widely(&self, verb: usize) -> Option<Found> {
        let passage = self.passage;
        let behind = verb + 1;
        let is_any = |at: usize, words: &[&str]| words.iter().any(|word| passage.is_word(at, word));
        if !passage.is_listed(verb, &HELD) {
            return None;
        }
        let cue = passage.verb_group(verb, self.sentence.start);
        let is_widely = is_any(verb.saturating_sub(1), &["widely"]) && is_any(behind, &["as", "to"]);
        // "is seen | as a waste", "has been deemed | secret"
        let is_plain = cue.passive && is_any(behind, &["as"]);
        let is_deemed = cue.passive && is_any(verb, &["considered", "deemed"]) && passage.tag(behind).is_nominal();
        if !is_widely && !is_plain && !is_deemed {
            return None;
        }
        let subject = passage.subject_before(&cue, self.sentence.start)?.phrase;
        let end = passage.content_end(behind, self.sentence.end, Reach::Object);
        let content = vec![self.described(&subject, &cue), behind..end];
        (behind + usize::from(!is_deemed) < end).then_some(Found { content, ..found(&cue, AttributionKind::Attitude) })
    }

    /// "Ruiz is accused | of fraud": by whom, nobody says.
    fn read_accused(&self, cue: &VerbCue) -> Option<Found> {
        let passage = self.passage;
        let subject = passage.subject_before(cue, self.sentence.start)?.phrase;
        let behind = cue.group.end;
        let end = passage.content_end(behind, self.sentence.end, Reach::Clause);
        let content = vec![subject, behind..end];
        (behind + 1 < end).then_some(Found { content, ..found(cue, AttributionKind::Attitude) })
    }

    /// "The plan was praised | by Ruiz", "it was reported | by Dolna Radio that …".
    fn read_agent(&self, cue: &VerbCue) -> Option<Found> {
        let passage = self.passage;
        let agent = passage.phrase_from(cue.group.end + 1, self.sentence.end)?;
        // "was asked | by Ruiz whether …", "was asked by Ruiz about …"
        let asks = passage.is_word(cue.verb, "asked")
            && (passage.tag(agent.end) == Tag::Subordinator || passage.is_word(agent.end, "about"));
        if asks {
            let content = agent.end..passage.content_end(agent.end, self.sentence.end, Reach::Clause);
            return Some(found(cue, AttributionKind::Speech).by(agent).saying(content));
        }
        // "Parliament was told | by Ruiz in May that …"
        let told = passage.past_adjuncts(cue, agent.end, self.sentence.end);
        if passage.is(cue.verb, Class::Tell) && passage.tag(told) == Tag::That {
            let content = told..passage.content_end(told, self.sentence.end, Reach::Clause);
            return Some(found(cue, AttributionKind::Speech).by(agent).saying(content));
        }
        let heard = passage.subject_before(cue, self.sentence.start)?;
        // "The debt was halved, members were told | by the treasurer at the meeting"
        // "However, members were told": one word before the comma is told by nobody.
        let states = || (self.sentence.start..heard.start).any(|at| passage.tag(at).is_finite());
        let closes = passage.is(cue.verb, Class::Tell)
            && self.sentence.start < heard.start
            && passage.tag(heard.start - 1) == Tag::Comma
            && states();
        if closes {
            return self
                .close_over(cue, heard, agent.end)
                .map(|told| Found { kind: AttributionKind::Speech, ..told }.by(agent));
        }
        let subject = heard.phrase;
        let behind = agent.end;
        let content = if passage.is_word(subject.start, "it") && passage.tag(behind) == Tag::That {
            behind..passage.content_end(behind, self.sentence.end, Reach::Clause)
        } else {
            subject
        };
        // "The cost is estimated by engineers | at $14 million"
        let amount = passage.is_word(behind, "at") && passage.is_amount(behind + 1);
        let amount = amount.then(|| behind..passage.content_end(behind, self.sentence.end, Reach::Object));
        Some(found(cue, self.kind(cue, cue.group.end)).by(agent).saying(content).saying_all(amount))
    }

    /// "The bridge appears to be sound": the story's own judgement, with no source.
    pub(super) fn read_seeming(&self, cue: &VerbCue) -> Option<Found> {
        let passage = self.passage;
        let behind = cue.group.end;
        let subject = passage.subject_before(cue, self.sentence.start)?;
        // "it seems | they left", "it would seem | as if 40 had left"
        let is_it = passage.is_word(subject.phrase.start, "it") && !cue.passive;
        let opens = is_it && matches!(passage.tag(behind), Tag::Pronoun | Tag::Determiner | Tag::Name);
        let hangs = |at: usize| ["if", "though"].iter().any(|word| passage.is_word(at, word));
        let compares = ["as", "like"].iter().any(|word| passage.is_word(behind, word));
        if !matches!(passage.tag(behind), Tag::To | Tag::Noun | Tag::That) && !opens && !compares {
            return None;
        }
        // "With prices projected to rise to 40, | the shop …"
        let reach = if self.is_reckoned(cue) { Reach::Comma } else { Reach::Object };
        // "as | if"
        let behind = if compares && hangs(behind + 1) { behind + 2 } else { behind };
        let end = passage.content_end(behind, self.sentence.end, reach);
        let mut content = Vec::new();
        if !passage.is_word(subject.phrase.start, "it") {
            content.push(self.described(&subject.phrase, cue));
        }
        content.push(behind..end);
        (behind < end).then_some(Found { content, ..found(cue, AttributionKind::Attitude) })
    }

    /// "Ruiz, who lost 40 acres, | appears": what describes the subject is judged with it.
    fn described(&self, subject: &Range<usize>, cue: &VerbCue) -> Range<usize> {
        let last = (subject.end..cue.group.start).rev().find(|&at| self.passage.tag(at) != Tag::Comma);
        subject.start..last.map_or(subject.end, |last| last + 1)
    }
}
