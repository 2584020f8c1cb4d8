//! Whether a word that may be a verb is one in its place: "reports" behind a plural, "plan" behind "to".

use super::super::cue::CUE_VERBS;
use super::super::item::{Item, Make};
use super::{Tag, Tagger};
use crate::language::{Class, TokenKind, WordList, in_small_letters, is_one_of};

impl Tagger<'_> {
    pub(super) fn verb(&self) -> Option<Tag> {
        const VERBS: &[Class] = &[Class::Ing, Class::Base, Class::Third, Class::Past, Class::Participle];
        let left = self.left_of_adverbs();
        // Most words are nouns: no list has them for a verb, they have no ending of one, and nothing calls for one.
        let may_be_verb = self.item().classes.has_any(VERBS) || self.ends_in(*b"ed");
        let calls_for_verb = || matches!(left, Tag::To | Tag::Modal) || left == Tag::Do && self.follows_denial();
        if !may_be_verb && !calls_for_verb() {
            return None;
        }
        if self.is_plural_before_verb() || self.is_near_somebody() || self.is_bodys_count() || self.is_public_works() {
            return None;
        }
        let stands_alone = || left == Tag::Determiner && self.follows_lone_determiner();
        let modifies = matches!(left, Tag::Determiner | Tag::Owner | Tag::Preposition | Tag::Number | Tag::Hyphen)
            && !stands_alone()
            && !self.follows_owner_alone()
            && !self.follows_number_as_subject()
            && !self.follows_share()
            && !self.follows_year()
            || self.follows_degree();
        if self.is(Class::Ing) {
            // "a court | ruling since 1990", "a committee | hearing"
            if self.item().classes.has_any(&[Class::Document, Class::Forum])
                && left.is_nominal()
                && self.left().is_nominal()
            {
                return None;
            }
            // "Planning officer Ida Moss said": what an office is for.
            let is_post = |next: &Item| next.classes.has_any(&[Class::RoleNoun, Class::Title]) && !next.capital;
            let names_office = || self.opens_sentence() && self.item().capital && self.next().is_some_and(is_post);
            let is_noun = matches!(left, Tag::Determiner | Tag::Owner | Tag::Hyphen) || names_office();
            return (!is_noun).then_some(Tag::Ing);
        }
        if self.must_be_base() {
            return Some(Tag::Base);
        }
        if self.is(Class::Base) && (self.expects_base() || (!modifies && self.reads_as_verb(self.follows_plural()))) {
            return Some(Tag::Base);
        }
        if self.is(Class::Third) && !modifies && self.reads_as_verb(self.follows_singular()) {
            return Some(Tag::Third);
        }
        let is_past = self.item().classes.has_any(&[Class::Past, Class::Participle])
            || (self.ends_in(*b"ed") && self.item().span.len() > 4 && !self.ends_in(*b"eed"));
        // "Retired Lt. Gen. Ruiz", "Retired surgeon Ben Cross": a title, though it looks like a verb.
        let is_cue = self.item().classes.has_any(CUE_VERBS);
        let names_post = |next: &Item| next.is(Class::Title) || !is_cue && next.is(Class::RoleNoun);
        let titles = || self.opens_sentence() && (self.reads("retired") || self.next().is_some_and(names_post));
        (is_past && !modifies && !titles() && !self.describes_speaker()).then_some(Tag::Past)
    }

    /// "sources | close to the talks": whom somebody is near, and no verb.
    fn is_near_somebody(&self) -> bool {
        self.reads("close")
            && self.left().is_nominal()
            && self.next().is_some_and(|next| next.span.of(self.text) == "to")
    }

    /// "by the police | estimate", "by a union count": what somebody counts by, and no verb of theirs.
    fn is_bodys_count(&self) -> bool {
        let behind_by = |at: usize| {
            self.items[at].tag == Tag::Determiner
                && at.checked_sub(1).is_some_and(|by| self.items[by].reads(self.text, "by"))
        };
        self.is(Class::Estimate) && self.is(Class::Base) && self.at.checked_sub(2).is_some_and(behind_by)
    }

    /// "the minister for public | works | told parliament"
    fn is_public_works(&self) -> bool {
        self.reads("works") && self.left_is("public")
    }

    /// "one of the best | loved", "the least | understood": a participle by which something stands out.
    fn follows_degree(&self) -> bool {
        const DEGREES: WordList = WordList::of(&["best", "least", "most"]);
        let is_degree = |left: &Item| left.may_be_any(&DEGREES) && is_one_of(left.span.of(self.text), DEGREES.words());
        self.at.checked_sub(1).is_some_and(|left| is_degree(&self.items[left]))
            && self.at.checked_sub(2).is_some_and(|article| self.items[article].tag == Tag::Determiner)
    }

    /// "a friend of his | said": the possessive stands for a noun.
    fn follows_owner_alone(&self) -> bool {
        let follows_of = || self.at.checked_sub(2).is_some_and(|of| self.items[of].span.of(self.text) == "of");
        let says = self.reads("said") || self.reads("says") || self.reads("told");
        says && self.left() == Tag::Determiner && follows_of()
    }

    /// "“No,” said | retired surgeon Ben Cross", "“No,” | retired police chief Ben Cross said": a participle that
    /// describes whoever speaks.
    fn describes_speaker(&self) -> bool {
        const POSTS: &[Class] = &[Class::RoleNoun, Class::Group, Class::Official, Class::Title];
        let Some(left) = self.at.checked_sub(1).map(|at| &self.items[at]) else { return false };
        let follows_said = matches!(left.tag, Tag::Past | Tag::Third)
            && left.is(Class::Say)
            && self.at.checked_sub(2).is_some_and(|at| self.items[at].tag == Tag::Quote);
        let follows_quote = left.tag == Tag::Quote && self.next().is_some_and(|next| next.classes.has_any(POSTS));
        (follows_said || follows_quote) && !self.item().classes.has_any(CUE_VERBS) && self.precedes_noun()
    }

    /// "city | documents | show", "early | estimates | put": of two words that may both be verbs, the first is the noun.
    fn is_plural_before_verb(&self) -> bool {
        let next_shows = |next: &Item| {
            // "the minister for public works | told"
            let is_cue = next.classes.has_any(&[Class::Show, Class::Say, Class::Estimate, Class::Tell]);
            is_cue && next.classes.has_any(&[Class::Base, Class::Past]) && !next.is(Class::NounToo)
        };
        // "records | shown to the jury", "reports | seen by the Courier"
        let behind = self.items.get(self.at + 2).map_or("", |item| item.span.of(self.text));
        let is_described = |next: &Item| {
            (next.is(Class::Participle) || next.span.of(self.text).ends_with("ed"))
                && self.is(Class::Document)
                && is_one_of(behind, &["by", "for", "from", "in", "on", "to", "with"])
        };
        // "advocates | estimate | there could be 40"
        let reckons =
            |next: &Item| next.is(Class::Estimate) && next.is(Class::Base) && is_one_of(behind, &["that", "there"]);
        // "advocates | believe | it would be dear"
        let believes = |next: &Item| next.is(Class::Hold) && next.is(Class::Base) && !next.is(Class::NounToo);
        let is_paper = |next: &Item| believes(next) || next_shows(next) || is_described(next) || reckons(next);
        let is_noun_too = self.item().classes.has_any(&[Class::NounToo, Class::Document]);
        self.is(Class::Third) && is_noun_too && self.next().is_some_and(is_paper)
    }

    /// "a study of harvests going back to 1972 | showed", "a poll in May 2015 | put": a year, and not a count of
    /// what follows.
    fn follows_year(&self) -> bool {
        let is_year = |left: &Item| left.tag == Tag::Number && left.span.len() == 4;
        let is_dated = |at: usize| matches!(self.items[at].tag, Tag::Preposition | Tag::To | Tag::Time);
        self.item().classes.has_any(&[Class::Show, Class::Say, Class::Estimate])
            && self.left_item_of_adverbs().is_some_and(is_year)
            && self.at.checked_sub(2).is_some_and(is_dated)
    }

    /// "Channel 6 | reported", "four in 10 | said": here the number is a name's, or that of the people who speak.
    fn follows_number_as_subject(&self) -> bool {
        let is_named = |at: usize| self.items[at].tag == Tag::Name && !self.items[at].is(Class::Time);
        let is_year = |left: &Item| left.span.len() == 4;
        let says = || self.reads("said") || self.reads("say") || self.reads("told");
        self.left() == Tag::Number
            && ((says() && !self.left_item_of_adverbs().is_some_and(is_year))
                || self.at.checked_sub(2).is_some_and(is_named))
    }

    /// "In a poll, 54% | backed the plan": a share of those asked, where nothing before it makes it a measure of something.
    fn follows_share(&self) -> bool {
        let tag_before = |back: usize| self.at.checked_sub(back).map_or(Tag::Stop, |at| self.items[at].tag);
        let opens = matches!(
            tag_before(3),
            Tag::Stop | Tag::Comma | Tag::Coordinator | Tag::That | Tag::Colon | Tag::Semicolon
        );
        self.left() == Tag::Number && self.left_is("%") && tag_before(2) == Tag::Number && opens
    }

    /// "to prohibit", "would prohibit": behind these even an unknown word is a verb, unless it looks like a noun.
    fn must_be_base(&self) -> bool {
        const NOUNS: &[Class] =
            &[Class::RoleNoun, Class::Group, Class::Official, Class::Organisation, Class::Document, Class::Outlet];
        const ADJECTIVE_ENDINGS: &[&str] = &["al", "ic", "ous", "ive", "ful", "ary", "ern", "ese"];
        const HISSING_VERBS: &[&str] = &[
            "access", "address", "assess", "bypass", "cross", "discuss", "express", "focus", "pass", "press", "process",
        ];
        let left = self.left_of_adverbs();
        if left == Tag::To && self.is_told_by_paper() {
            return false;
        }
        let looks_like_noun = || {
            let lower = &*in_small_letters(self.written());
            (lower.ends_with(['s', 'g']) && !HISSING_VERBS.contains(&lower))
                || self.item().capital
                || self.item().classes.has_any(NOUNS)
                || ADJECTIVE_ENDINGS.iter().any(|ending| lower.ends_with(ending))
                || (left == Tag::To && self.follows_preposition_to())
        };
        self.is(Class::Base) && self.expects_base()
            || (matches!(left, Tag::To | Tag::Modal) || left == Tag::Do && self.follows_denial())
                && self.item().span.len() > 1
                && !looks_like_noun()
    }

    /// "didn't | bother", "does not | surprise": behind a form of "do" that denies stands a verb, whatever else the
    /// word may be.
    fn follows_denial(&self) -> bool {
        self.at.checked_sub(1).is_some_and(|left| self.items[left].span.of(self.text).ends_with(['t', 'T']))
    }

    /// "in a notice to | staff", "in a letter to | parents.": of a paper, "to" says who reads it, where no object follows.
    fn is_told_by_paper(&self) -> bool {
        let is_paper = |paper: &Item| paper.is(Class::Document) && paper.tag == Tag::Noun;
        let ends = |next: &Item| matches!(next.make, Make::Token(TokenKind::Punctuation | TokenKind::Dash));
        let leads = |next: &Item| next.classes.has_any(&[Class::Preposition, Class::Time, Class::Past]);
        self.at.checked_sub(2).is_some_and(|paper| is_paper(&self.items[paper]))
            && self.next().is_none_or(|next| ends(next) || leads(next))
    }

    /// "according to", "due to": here "to" is a preposition.
    fn follows_preposition_to(&self) -> bool {
        const HEADS: &[&str] = &["according", "due", "prior", "thanks", "close", "next", "contrary"];
        let head = self.at.checked_sub(2).map(|at| self.items[at].span.of(self.text));
        head.is_some_and(|head| is_one_of(head, HEADS))
    }

    /// A form that is as often a noun is a verb only behind a subject that fits and before something to report.
    fn reads_as_verb(&self, subject_fits: bool) -> bool {
        if self.is(Class::NounToo) {
            return subject_fits && (self.precedes_object() || self.closes_report()) || self.reckons_far();
        }
        // Only a cue may have its plural further left: "critics of the plan say".
        let is_base_only = self.is(Class::Base) && !self.is(Class::Past);
        let may_report = subject_fits || self.item().classes.has_any(CUE_VERBS);
        let follows_fit =
            self.left() != Tag::Name || self.precedes_object() || self.closes_sentence() || self.closes_figures();
        !is_base_only || (may_report && follows_fit)
    }

    /// "…, Millbrook Police say."
    fn closes_sentence(&self) -> bool {
        self.item().classes.has_any(&[Class::Say, Class::Show])
            && self.next().is_none_or(|next| next.span.of(self.text) == ".")
    }

    /// "“No,” Ida Moss | notes.", "…, the Dolna Courier | reports.", "…, the council | estimates.": somebody between a
    /// mark and the verb that ends the sentence.
    fn closes_report(&self) -> bool {
        const LONGEST_NAME: usize = 12;
        const SPEAKERS: &[Class] = &[Class::Organisation, Class::RoleNoun, Class::Outlet, Class::Document];
        let is_last = self.next().is_none_or(|next| is_one_of(next.span.of(self.text), &[".", "in"]));
        // "…, a team led by Ida Moss of Ardale University | reports in the Annals."
        let names = |item: &&Item| item.tag.is_nominal() || matches!(item.tag, Tag::Preposition | Tag::Past);
        let mut before = self.items[..self.at].iter().rev().take(LONGEST_NAME).skip_while(names);
        let left = self.at.checked_sub(1).map(|left| &self.items[left]);
        let is_speaker = left.is_some_and(|left| {
            let is_plural = left.tag == Tag::Noun && left.span.of(self.text).ends_with('s');
            left.tag == Tag::Name || is_plural || left.classes.has_any(SPEAKERS)
        });
        is_last
            && self.item().classes.has_any(&[Class::Say, Class::Estimate])
            && is_speaker
            && before.next().is_some_and(|item| matches!(item.tag, Tag::Comma | Tag::Quote))
    }

    /// "Scientists at the University of Ardale | estimate that": behind a body's name, too, those reckon with whom the
    /// sentence or the clause begins.
    fn reckons_far(&self) -> bool {
        const LONGEST: usize = 10;
        const PEOPLE: &[Class] = &[Class::Authority, Class::Group, Class::Official, Class::RoleNoun, Class::Trade];
        let links = |item: &&Item| item.tag.is_nominal() || matches!(item.tag, Tag::Preposition | Tag::Determiner);
        let phrase = self.items[..self.at].iter().rev().take(LONGEST);
        self.is(Class::Estimate)
            && self.is(Class::Base)
            && self.next().is_some_and(|next| next.reads(self.text, "that"))
            && matches!(self.left(), Tag::Name | Tag::Noun)
            && phrase
                .take_while(links)
                .last()
                .is_some_and(|first| first.span.of(self.text).ends_with('s') && first.classes.has_any(PEOPLE))
    }

    /// "…, figures from Northern Grid | show.": a name before the verb belongs to the plural further left.
    fn closes_figures(&self) -> bool {
        const LONGEST_DESCRIPTION: usize = 10;
        let phrase = self.items[..self.at].iter().rev().take(LONGEST_DESCRIPTION);
        // "The minutes of the meeting | record that 40 homes were lost."
        let reports = |next: &Item| matches!(next.span.of(self.text), "." | "," | "that") || next.is(Class::Determiner);
        self.next().is_none_or(reports)
            && self.is(Class::Show)
            && phrase
                .take_while(|item| item.tag.is_nominal() || item.tag == Tag::Preposition)
                .any(|item| item.is(Class::Document) && item.span.of(self.text).ends_with('s'))
    }

    /// "another says", "some argue": a determiner that is the whole subject of a cue.
    fn follows_lone_determiner(&self) -> bool {
        const LONE: &[&str] =
            &["all", "another", "both", "each", "few", "many", "most", "neither", "none", "one", "several", "some"];
        let left = self.left_item_of_adverbs().map_or("", |left| left.span.of(self.text));
        self.item().classes.has_any(CUE_VERBS) && !self.is(Class::NounToo) && is_one_of(left, LONE)
    }

    fn follows_plural(&self) -> bool {
        let Some(left) = self.left_item_of_adverbs() else { return false };
        match left.tag {
            Tag::Pronoun | Tag::Relative => true,
            Tag::Quote => self.reports_behind_quotation(),
            Tag::Noun | Tag::Name => {
                let word = left.span.of(self.text);
                (left.tag == Tag::Noun && word.ends_with('s') && word != "news")
                    || word.eq_ignore_ascii_case("percent")
                    || left.is(Class::Group)
            }
            Tag::Determiner => {
                left.is(Class::Determiner) && is_one_of(left.span.of(self.text), &["some", "many", "most", "several"])
            }
            _ => false,
        }
    }

    /// "“No,” | claims Ruiz": behind a quotation only a verb of saying stands before its subject;
    /// "“No,” | campaign manager Ida Moss said" begins with a noun.
    fn reports_behind_quotation(&self) -> bool {
        !self.is(Class::NounToo) || self.item().classes.has_any(&[Class::Say, Class::Tell])
    }

    fn follows_singular(&self) -> bool {
        const ADJECTIVES: &[&str] =
            &["current", "federal", "former", "latest", "local", "new", "old", "other", "recent"];
        self.left_item_of_adverbs().is_some_and(|left| {
            let word = left.span.of(self.text);
            match left.tag {
                Tag::Name | Tag::Noun if is_one_of(word, ADJECTIVES) => false,
                Tag::Pronoun | Tag::Relative | Tag::Name | Tag::Close | Tag::Comma => true,
                Tag::Quote => self.reports_behind_quotation(),
                Tag::Noun => {
                    !word.ends_with('s')
                        && !left.is(Class::NumberWord)
                        && !["percentage", "per", "basis", "percent"].contains(&word)
                }
                _ => false,
            }
        })
    }

    /// Whether what follows can be what a verb reports.
    fn precedes_object(&self) -> bool {
        let Some(next) = self.next() else { return false };
        let word = next.span.of(self.text);
        match next.make {
            Make::Token(TokenKind::Punctuation) => matches!(word, ":" | ","),
            Make::Token(TokenKind::Word) => {
                const LINKS: &[&str] = &["at", "before", "by", "from", "in", "of", "since", "than", "until", "with"];
                let goes_on = is_one_of(word, LINKS)
                    || next.classes.has_any(&[Class::Be, Class::Have, Class::Modal, Class::Do, Class::Coordinator])
                    || (word.ends_with("ed") && !next.is(Class::NounToo))
                    || (next.classes.has_any(&[Class::Third, Class::Past]) && !next.is(Class::NounToo));
                !goes_on
            }
            Make::Quotation(_) | Make::Token(_) => true,
        }
    }

    /// Whether a base form must follow: "would say", "to say", "they say".
    pub(super) fn expects_base(&self) -> bool {
        let Some(left) = self.left_item_of_adverbs() else { return false };
        matches!(left.tag, Tag::Modal | Tag::Do)
            || (left.tag == Tag::To && !self.follows_preposition_to() && !self.is_told_by_paper())
            || (left.tag == Tag::Pronoun && !is_one_of(left.span.of(self.text), &["he", "she", "it"]))
    }
}
