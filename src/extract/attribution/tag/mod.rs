//! What each item does in its sentence: a coarse part of speech from the word lists and the words beside it.
//!
//! The rest of the reading asks for nothing but these tags, so that a trained tagger can take this place.

mod verb;

use super::item::{Item, Make};
use crate::extract::QuoteKind;
use crate::language::{Class, TokenKind, WordList, in_small_letters, is_one_of};

/// The part that an item plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// A proper name or a word of one.
    Name,
    /// A noun or adjective: whatever is not known as anything else.
    Noun,
    /// Digits, and signs that belong to them.
    Number,
    /// "the", "some", "his".
    Determiner,
    /// "'s" behind an owner.
    Owner,
    /// "he", "they".
    Pronoun,
    /// "him", "them".
    Object,
    /// "who", "which", and "that" in their place.
    Relative,
    /// "that" before a clause.
    That,
    /// "of", "in".
    Preposition,
    /// "to", before a noun or a verb.
    To,
    /// "and", "but".
    Coordinator,
    /// "when", "whether", "as".
    Subordinator,
    /// A form of "be".
    Be,
    /// A form of "have".
    Have,
    /// A form of "do".
    Do,
    /// "will", "could".
    Modal,
    /// "also", "reportedly", "not".
    Adverb,
    /// A verb in its base form.
    Base,
    /// A verb with -s.
    Third,
    /// A verb in the past, or its participle.
    Past,
    /// A verb with -ing.
    Ing,
    /// "Tuesday", "yesterday".
    Time,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A semicolon.
    Semicolon,
    /// A mark that ends a sentence.
    Stop,
    /// A dash between words.
    Dash,
    /// A hyphen within a word.
    Hyphen,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A quotation of somebody's words.
    Quote,
    /// Any other mark.
    Mark,
}

impl Tag {
    /// Whether it can stand in a noun phrase, before any preposition.
    pub(super) fn is_nominal(self) -> bool {
        matches!(self, Self::Name | Self::Noun | Self::Number | Self::Determiner | Self::Owner | Self::Hyphen)
    }

    /// Whether it is a full verb in any form.
    pub(super) fn is_verb(self) -> bool {
        matches!(self, Self::Base | Self::Third | Self::Past | Self::Ing)
    }

    /// Whether it helps a verb: "has", "would", "is".
    pub(super) fn is_auxiliary(self) -> bool {
        matches!(self, Self::Be | Self::Have | Self::Do | Self::Modal)
    }

    /// Whether it makes a clause of what stands around it.
    pub(super) fn is_finite(self) -> bool {
        self.is_auxiliary() || matches!(self, Self::Base | Self::Third | Self::Past)
    }

    /// Whether what was said can begin with it.
    pub(super) fn opens_clause(self) -> bool {
        self.is_nominal()
            || matches!(
                self,
                Self::That | Self::Pronoun | Self::Subordinator | Self::Quote | Self::Object | Self::Relative
            )
    }
}

/// A set of tags.
#[derive(Clone, Copy)]
pub(super) struct Tags(u64);

impl Tags {
    /// These tags as a set.
    pub(super) const fn of(tags: &[Tag]) -> Self {
        let (mut set, mut at) = (0, 0);
        while at < tags.len() {
            set |= 1 << tags[at] as u8;
            at += 1;
        }
        Self(set)
    }

    /// Whether `tag` is one of them.
    #[inline]
    pub(super) const fn has(self, tag: Tag) -> bool {
        self.0 & (1 << tag as u8) != 0
    }
}

/// Gives every item of a sentence its tag.
///
/// Headings may be in title case, where capitals tell nothing.
pub(super) fn tag_sentence(text: &str, items: &mut [Item], is_heading: bool) {
    let in_title_case = is_heading && is_in_title_case(items);
    for at in 0..items.len() {
        let tagger = Tagger { text, items, at, in_title_case };
        items[at].tag = tagger.tag();
    }
}

/// Headlines in title case tell nothing by their capitals.
fn is_in_title_case(items: &[Item]) -> bool {
    let is_long_word = |item: &&Item| item.make == Make::Token(TokenKind::Word) && item.span.len() > 3;
    let words = items.iter().filter(is_long_word).count();
    let capitals = items.iter().filter(is_long_word).filter(|item| item.capital).count();
    words > 3 && words * 4 < capitals * 5
}

/// One item and what stands around it: tags to its left, words to its right.
struct Tagger<'a> {
    text: &'a str,
    items: &'a [Item],
    at: usize,
    in_title_case: bool,
}

impl Tagger<'_> {
    fn tag(&self) -> Tag {
        match self.item().make {
            Make::Quotation(QuoteKind::Speech | QuoteKind::Fragment) => Tag::Quote,
            Make::Quotation(QuoteKind::Title | QuoteKind::Nickname) | Make::Token(TokenKind::Link) => Tag::Name,
            Make::Quotation(QuoteKind::Term) => Tag::Noun,
            Make::Token(TokenKind::Number | TokenKind::Symbol) => Tag::Number,
            Make::Token(TokenKind::QuoteMark) => self.quote_mark(),
            Make::Token(TokenKind::Dash) => self.dash(),
            Make::Token(TokenKind::Punctuation) => self.mark(),
            Make::Token(TokenKind::Word) => self.word(),
        }
    }

    fn item(&self) -> &Item {
        &self.items[self.at]
    }

    fn is(&self, class: Class) -> bool {
        self.item().is(class)
    }

    fn written(&self) -> &str {
        self.item().span.of(self.text)
    }

    /// Whether it is written `word`, in whatever case.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "only where it stands is the word known when the program is built")]
    fn reads(&self, word: &str) -> bool {
        self.item().reads(self.text, word)
    }

    /// Whether it ends in these letters, in whatever case.
    fn ends_in<const N: usize>(&self, letters: [u8; N]) -> bool {
        let word = &self.text.as_bytes()[self.item().span.range()];
        word.last_chunk::<N>().is_some_and(|last| last.eq_ignore_ascii_case(&letters))
    }

    fn dash(&self) -> Tag {
        let is_hyphen = self.item().span.len() == 1 && self.item().glued && self.next().is_some_and(|next| next.glued);
        if is_hyphen { Tag::Hyphen } else { Tag::Dash }
    }

    /// Outside quotations, an apostrophe behind an "s" is a possessive: "the Brewers' Union".
    fn quote_mark(&self) -> Tag {
        let is_apostrophe = matches!(self.written(), "'" | "’") && self.item().glued;
        let follows_s = self.at.checked_sub(1).is_some_and(|left| self.items[left].span.of(self.text).ends_with('s'));
        if is_apostrophe && follows_s { Tag::Owner } else { Tag::Mark }
    }

    fn mark(&self) -> Tag {
        match self.written() {
            "," => Tag::Comma,
            ":" => Tag::Colon,
            ";" => Tag::Semicolon,
            "." | "!" | "?" | "…" | ".." | "..." => Tag::Stop,
            "(" | "[" => Tag::Open,
            ")" | "]" => Tag::Close,
            _ => Tag::Mark,
        }
    }

    fn word(&self) -> Tag {
        if let Some(tag) = self.word_of_its_own() {
            return tag;
        }
        if self.is_mid_sentence_name() || self.opens_as_surname() {
            return Tag::Name;
        }
        // "the club's | last | accounts", "the ministry's | Monday | statement"
        let is_owned = matches!(self.left(), Tag::Determiner | Tag::Hyphen | Tag::Owner);
        if self.is(Class::Time) && (is_owned || self.precedes_hyphen()) {
            return Tag::Noun;
        }
        self.closed_class().or_else(|| self.verb()).unwrap_or_else(|| self.open_class())
    }

    /// The tag of a word that no class tells: it depends on the word itself and what stands beside it.
    fn word_of_its_own(&self) -> Option<Tag> {
        // Every word that is asked for below: of others nothing is asked.
        const WORDS: WordList = WordList::of(&[
            "to", "that", "her", "like", "'s", "’s", "may", "down", "off", "out", "over", "up", "only", "first",
            "someone", "somebody", "no", "longer", "informed", "both",
        ]);
        if !self.item().may_be_any(&WORDS) {
            return None;
        }
        Some(match &*in_small_letters(self.written()) {
            "to" => Tag::To,
            "that" => self.that(),
            "her" if self.follows_tie() && self.precedes_told() => Tag::Object,
            "her" if self.precedes_noun() => Tag::Determiner,
            "her" => Tag::Object,
            // "Someone inside the office": whoever it is, is described.
            "someone" | "somebody" if self.precedes_place() => Tag::Noun,
            // "Informed sources": whoever they are, nobody informs them here.
            "informed" if self.next().is_some_and(|next| next.reads(self.text, "sources")) => Tag::Noun,
            "like" if !self.expects_base() => Tag::Preposition,
            "'s" | "’s" if self.follows_pronoun() => Tag::Be,
            "'s" | "’s" if self.closes_firm() => Tag::Name,
            "'s" | "’s" => Tag::Owner,
            "may" if self.item().capital && !self.opens_sentence() => Tag::Time,
            "down" | "off" | "out" | "over" | "up" if self.left().is_verb() => Tag::Adverb,
            // "she | no longer | calls": when, and not who.
            "no" if self.next().is_some_and(|next| is_one_of(next.span.of(self.text), &["longer"])) => Tag::Adverb,
            "longer" if self.left_is("no") => Tag::Adverb,
            // "would | only | say that", "was | first | reported by"
            "only" | "first" if self.left().is_auxiliary() && self.precedes_cue() => Tag::Adverb,
            // "Munro and Geddes | both | spoke": they do, and not two others.
            "both" if matches!(self.left(), Tag::Name | Tag::Noun) && self.precedes_cue() => Tag::Adverb,
            _ => return None,
        })
    }

    /// A capital in the middle of a sentence makes a name of any word, "Mark" and "Will" included.
    fn is_mid_sentence_name(&self) -> bool {
        let starts_anew = || self.opens_sentence() || matches!(self.left(), Tag::Colon | Tag::Mark | Tag::Open);
        self.item().capital
            && !self.in_title_case
            && !starts_anew()
            && !self.is(Class::Pronoun)
            && (!self.is(Class::Time) || self.is_capital_by_choice())
    }

    /// "Tell | said", "Rose | told the court": a verb that opens its sentence before another has somebody's name.
    fn opens_as_surname(&self) -> bool {
        const SAYING: &[&str] = &["added", "said", "says", "told"];
        const OTHERS: &[Class] =
            &[Class::Document, Class::Group, Class::Official, Class::Organisation, Class::RoleNoun, Class::Time];
        self.item().capital
            && self.item().classes.has_any(&[Class::Base, Class::Past])
            && !self.item().classes.has_any(OTHERS)
            && self.next().is_some_and(|next| is_one_of(next.span.of(self.text), SAYING))
            && self.opens_sentence()
            && !self.ends_in(*b"ed")
    }

    /// "the Morning Ledger", "USA Today": of all times only days and months are written with a capital.
    fn is_capital_by_choice(&self) -> bool {
        const SMALL_TIMES: &[&str] =
            &["afternoon", "evening", "last", "month", "morning", "next", "night", "today", "week", "weekend", "year"];
        is_one_of(self.written(), SMALL_TIMES)
    }

    /// The tag of a word that one of the classes of small words tells: of several, the first.
    fn closed_class(&self) -> Option<Tag> {
        /// Those of the classes from [`Class::Be`] to [`Class::Time`].
        const TAGS: [Tag; 13] = [
            Tag::Be,
            Tag::Have,
            Tag::Do,
            Tag::Modal,
            Tag::Pronoun,
            Tag::Object,
            Tag::Relative,
            Tag::Determiner,
            Tag::Coordinator,
            Tag::Subordinator,
            Tag::Preposition,
            Tag::Adverb,
            Tag::Time,
        ];
        let tag = self.item().classes.first_between(Class::Be, Class::Time).map(|place| TAGS[place]);
        // "Reportedly" is an adverb too, whatever time it tells.
        let is_hearsay = self.is(Class::Hearsay) && tag.is_none_or(|tag| tag == Tag::Time);
        if is_hearsay { Some(Tag::Adverb) } else { tag }
    }

    /// "said that", "the poll that found", "that poll".
    fn that(&self) -> Tag {
        let left = self.left();
        if left.is_verb() || matches!(left, Tag::Comma | Tag::Adverb | Tag::Coordinator | Tag::Be) {
            return Tag::That;
        }
        if self.opens_sentence() || left == Tag::Preposition {
            return Tag::Determiner;
        }
        let next_is_verb = self.next().is_some_and(|next| {
            next.classes.has_any(&[
                Class::Third,
                Class::Past,
                Class::Be,
                Class::Have,
                Class::Modal,
                Class::Do,
                Class::Base,
            ]) && !next.classes.has_any(&[Class::Pronoun, Class::Determiner])
        });
        if next_is_verb && (left.is_nominal() || left == Tag::Time) { Tag::Relative } else { Tag::That }
    }

    fn open_class(&self) -> Tag {
        const NOUNS_IN_LY: &[&str] = &[
            "ally",
            "anomaly",
            "assembly",
            "belly",
            "bully",
            "butterfly",
            "costly",
            "daily",
            "deadly",
            "early",
            "elderly",
            "family",
            "fly",
            "folly",
            "friendly",
            "gully",
            "homily",
            "hourly",
            "italy",
            "jelly",
            "july",
            "likely",
            "lonely",
            "lovely",
            "monopoly",
            "monthly",
            "nightly",
            "only",
            "orderly",
            "quarterly",
            "rally",
            "reply",
            "scholarly",
            "supply",
            "tally",
            "timely",
            "ugly",
            "unlikely",
            "weekly",
            "yearly",
        ];
        let capital = self.item().capital;
        if self.ends_in(*b"ly")
            && self.item().span.len() > 3
            && (!capital || self.opens_sentence())
            && !is_one_of(self.written(), NOUNS_IN_LY)
        {
            return Tag::Adverb;
        }
        if !capital {
            return Tag::Noun;
        }
        let is_known = self.item().classes.has_any(&[
            Class::RoleNoun,
            Class::Group,
            Class::Official,
            Class::Organisation,
            Class::Document,
            Class::ClaimNoun,
            Class::NounToo,
        ]);
        if is_known { Tag::Noun } else { Tag::Name }
    }

    fn opens_sentence(&self) -> bool {
        self.items[..self.at].iter().all(|item| matches!(item.tag, Tag::Mark | Tag::Dash | Tag::Open))
    }

    fn left(&self) -> Tag {
        self.at.checked_sub(1).map_or(Tag::Stop, |at| self.items[at].tag)
    }

    fn left_item_of_adverbs(&self) -> Option<&Item> {
        self.items[..self.at].iter().rev().take(4).find(|item| item.tag != Tag::Adverb)
    }

    fn left_of_adverbs(&self) -> Tag {
        self.left_item_of_adverbs().map_or(Tag::Stop, |item| item.tag)
    }

    fn left_is(&self, word: &str) -> bool {
        self.at.checked_sub(1).is_some_and(|at| self.items[at].span.of(self.text).eq_ignore_ascii_case(word))
    }

    fn follows_pronoun(&self) -> bool {
        self.at.checked_sub(1).is_some_and(|at| {
            let left = &self.items[at];
            matches!(left.tag, Tag::Pronoun | Tag::That | Tag::Relative)
                || (left.tag == Tag::Subordinator)
                || left.span.of(self.text).eq_ignore_ascii_case("there")
        })
    }

    /// "Pellow | 's | said", "Pellow | 's |, the bakers, said": a firm that is called after its owner, and nothing of his.
    fn closes_firm(&self) -> bool {
        // "Pellow's reported losses" are its losses.
        const SPEAKS: &[&str] = &["added", "announced", "confirmed", "said", "says", "told", "warned"];
        let speaks = |item: &Item| is_one_of(item.span.of(self.text), SPEAKS);
        let behind = &self.items[(self.at + 1).min(self.items.len())..];
        let verb = behind.iter().find(|item| !item.is(Class::Adverb) || speaks(item));
        let names = self.items[..self.at].iter().rev().take_while(|item| item.tag == Tag::Name).count();
        let first = self.at - names;
        let opens = self.items[..first].iter().all(|item| matches!(item.tag, Tag::Mark | Tag::Dash | Tag::Open));
        let is_set_off = || opens && behind.first().is_some_and(|mark| mark.reads(self.text, ","));
        0 < names && (verb.is_some_and(speaks) || is_set_off())
    }

    fn precedes_hyphen(&self) -> bool {
        self.next().is_some_and(|next| next.make == Make::Token(TokenKind::Dash) && next.glued && next.span.len() == 1)
    }

    /// "a source close to | her", "a spokesman for | her".
    fn follows_tie(&self) -> bool {
        matches!(self.left(), Tag::To | Tag::Preposition)
    }

    /// "her | told the Courier", "his | said": behind a pronoun these are no adjectives.
    fn precedes_told(&self) -> bool {
        self.next().is_some_and(|next| is_one_of(next.span.of(self.text), &["said", "says", "tells", "told"]))
    }

    fn precedes_place(&self) -> bool {
        self.next().is_some_and(|next| {
            is_one_of(next.span.of(self.text), &["at", "from", "in", "inside", "near", "on", "within"])
        })
    }

    fn precedes_cue(&self) -> bool {
        self.next().is_some_and(|next| {
            next.classes.has_any(super::cue::CUE_VERBS)
                && next.classes.has_any(&[Class::Base, Class::Past, Class::Participle])
        })
    }

    fn precedes_noun(&self) -> bool {
        self.next().is_some_and(|next| {
            next.make == Make::Token(TokenKind::Word)
                && !next.classes.has_any(&[
                    Class::Be,
                    Class::Have,
                    Class::Do,
                    Class::Modal,
                    Class::Pronoun,
                    Class::Determiner,
                    Class::Preposition,
                    Class::Subordinator,
                    Class::Coordinator,
                    Class::Adverb,
                    Class::Time,
                ])
                && !next.span.of(self.text).eq_ignore_ascii_case("to")
        })
    }

    fn next(&self) -> Option<&Item> {
        self.items.get(self.at + 1)
    }
}
