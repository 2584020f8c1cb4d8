//! All names of the story, prepared once: whose surname a word is, who holds a post, which body it is about.

use std::cell::{OnceCell, RefCell};
use std::sync::{Arc, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::corporate::{has_officers, says_of_itself};
use super::gender::{Gender, Genders};
use super::index::Index;
use super::likeness::{
    self, BODY, Keys, TellingWords, behind_article, classes_of, is_firm, is_of, is_place, key, same_person,
    stands_first, telling_words, without_possessive,
};
use super::naming::{Mentioned, Met, PEOPLE_TOO, Phrase, Wording};
use super::post::{charged, posts, words_before, written_out};
use crate::draft::Role;
use crate::extract::{Name, SourceKind, SourceMention};
use crate::language::{Class, Classes, in_small_letters, is_namesake_of_body};
use crate::story::note::{Alone, Note};
use crate::story::{Overview, Placed, Share, Story};
use crate::text::Span;

/// The names of a story, looked up by their words.
pub(super) struct Roster<'a> {
    pub(super) story: &'a Story,
    pub(super) asked: RefCell<Asked>,
    /// Those of each block, prepared when one of them is asked for: most never are.
    entries: Vec<OnceCell<Box<[Entry<'a>]>>>,
    called: &'a Called,
    /// The block and the number in it of the name that the story is about, once somebody has asked.
    pub(super) lead: OnceCell<Option<(usize, usize)>>,
    /// Whether the story says near its head that somebody has died.
    pub(super) is_obituary: OnceCell<bool>,
}

/// What was asked of the names: where nothing of it has changed, the answers are the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    /// The keys under which names were looked up.
    keys: SmallVec<[u64; 8]>,
    /// Whether the body that the story is about was asked for, in which all names have a say.
    has_main_body: bool,
    /// The blocks whose words had a say, wherever they stand: who is called "the mayor" further up.
    pub(super) blocks: Vec<usize>,
    /// The keys under which sources were looked up that the story has cited before.
    pub(super) source_keys: SmallVec<[u64; 8]>,
    /// Those of them whose wording had a say, by whatever they were found.
    pub(super) sources: SmallVec<[usize; 4]>,
}

/// Which keys lead to other names than before, or to names that say something else.
pub(super) struct Renamed(FxHashSet<u64>);

/// Where the names of a story are that are called so, by their numbers in order.
pub(super) struct Called {
    /// Those that hold a word or could be shortened to an acronym.
    by_key: Index,
    /// The people whom a word introduces: "mayor" of "Mayor Ada Finch" and of "the mayor, Ada Finch".
    by_post: Index,
    main_body: OnceLock<Option<usize>>,
    /// What the names say of their bearers.
    genders: Genders,
}

/// A name of the story.
#[derive(Clone)]
pub(super) struct Entry<'a> {
    pub(super) name: &'a Placed<Name>,
    /// The name without its title.
    pub(super) bare: &'a str,
    /// Its words in lower case.
    pub(super) words: &'a [String],
    note: &'a NameNote,
}

/// What a name says wherever its block stands.
struct NameNote {
    /// The name without its title.
    bare: Span,
    written: Box<str>,
    words: TellingWords,
    /// Those of its words, and of what these can be shortened to.
    keys: Keys,
    /// The keys of the words that introduce it, if it is a person's: see [`posts`].
    posts: [Option<u64>; 3],
    /// What its title or its first word says of its bearer.
    gender: Option<Gender>,
    /// Whether it holds a word that only a body's name does.
    is_body: bool,
    /// Whether it is a person's: of two words or more, or titled, without a body's word.
    is_full_person: bool,
    /// What makes it the body that the story is about.
    subject: Subject,
    /// The name as a source is worded, without its title.
    phrase: OnceLock<Arc<Phrase>>,
    /// The name as the mention of a source.
    mentioned: OnceLock<Mentioned>,
}

/// What makes a name that of the body that the story is about, as far as the name's own paragraph tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Subject {
    /// Whether it can be that body.
    is_fit: bool,
    /// Whether somebody is its chief executive or the like, whom no person has.
    has_officers: bool,
}

/// Wherever they stand.
impl PartialEq for NameNote {
    fn eq(&self, other: &Self) -> bool {
        let said = |note: &Self| (note.posts, note.gender, note.is_body, note.is_full_person, note.subject);
        // The words and the keys are those of what is written.
        self.written == other.written && said(self) == said(other)
    }
}

/// The names of a block, by their numbers in its mentions.
#[derive(PartialEq)]
pub(super) struct NameNotes(Vec<NameNote>);

impl Note for NameNotes {
    fn read(block: Alone<'_>) -> Self {
        Self(block.mentions().names.iter().map(|name| NameNote::of(name, block)).collect())
    }
}

impl Overview for Called {
    type Share = NameNotes;

    fn read(shares: &[Share<'_, NameNotes>]) -> Self {
        let notes = shares.iter().flat_map(names_in);
        let room = |count: fn(&NameNote) -> usize| shares.iter().flat_map(|share| &share.note.0).map(count).sum();
        let mut by_key = Index::with_room(room(|note| note.keys.len()));
        let mut by_post = Index::with_room(room(|note| note.posts_of_person().count()));
        let mut genders = Genders::default();
        for (number, note) in notes.enumerate() {
            genders.note(&note.keys[..note.words.len()], note.gender);
            for &key in &note.keys {
                by_key.add(key, number);
            }
            for post in note.posts_of_person() {
                by_post.add(post, number);
            }
        }
        Self { by_key, by_post, main_body: OnceLock::new(), genders }
    }
}

/// The names that the story has in a block.
fn names_in<'n>(share: &Share<'n, NameNotes>) -> impl Iterator<Item = &'n NameNote> {
    let NameNotes(notes) = share.note;
    notes.iter().enumerate().filter(|(number, _)| share.has_name(*number)).map(|(_, note)| note)
}

impl Renamed {
    /// In `story`, given the numbers of the blocks that an edit has changed.
    pub(super) fn by(story: &Story, changed: impl Iterator<Item = usize>) -> Self {
        let mut keys = FxHashSet::default();
        for block in changed {
            let before = story.share_before(block);
            let before: Vec<&NameNote> = before.iter().flat_map(names_in).collect();
            let now: Vec<&NameNote> = names_in(&story.share(block)).collect();
            // Most names of the block are those that it had.
            let ahead = before.iter().zip(&now).take_while(|(one, other)| one == other).count();
            let (before, now) = (&before[ahead..], &now[ahead..]);
            let behind = before.iter().rev().zip(now.iter().rev()).take_while(|(one, other)| one == other).count();
            let names = before[..before.len() - behind].iter().chain(&now[..now.len() - behind]);
            keys.extend(names.flat_map(|name| name.keys.iter().copied().chain(name.posts.into_iter().flatten())));
        }
        Self(keys)
    }
}

impl Asked {
    /// Whether the answers are the same where these keys lead elsewhere.
    pub(super) fn is_untouched_by(&self, Renamed(keys): &Renamed) -> bool {
        keys.is_empty() || !self.has_main_body && !self.keys.iter().any(|key| keys.contains(key))
    }
}

impl<'a> Roster<'a> {
    pub(super) fn new(story: &'a Story) -> Self {
        let entries = vec![OnceCell::new(); story.blocks.len()];
        let (lead, is_obituary) = (OnceCell::new(), OnceCell::new());
        Self { story, asked: RefCell::default(), entries, called: story.overview(), lead, is_obituary }
    }

    /// Notes that sources were looked up under these keys.
    pub(super) fn ask_for_sources(&self, keys: &[u64]) {
        self.asked.borrow_mut().source_keys.extend_from_slice(keys);
    }

    /// Notes that the wording of a source had a say.
    pub(super) fn ask_of_source(&self, source: usize) {
        self.asked.borrow_mut().sources.push(source);
    }

    /// What has been asked since this was asked last.
    pub(super) fn take_asked(&self) -> Asked {
        self.asked.take()
    }

    /// The numbers of the names under `key`, the last first.
    fn under(&self, key: u64) -> impl Iterator<Item = usize> {
        self.asked.borrow_mut().keys.push(key);
        self.called.by_key.under(key)
    }

    /// The names of the block with this number, in order.
    pub(super) fn entries_of(&self, block: usize) -> &[Entry<'a>] {
        self.entries[block]
            .get_or_init(|| self.notes_of(block).map(|(name, note)| Entry::new(self.story, name, note)).collect())
    }

    /// The name with this number in the story.
    fn entry(&self, number: usize) -> &Entry<'a> {
        let block = self.story.names[number].block;
        &self.entries_of(block)[number - self.story.blocks[block].names.start]
    }

    /// What the names say of whom these words name.
    pub(super) fn gender_of(&self, words: &[String]) -> Option<Gender> {
        self.asked.borrow_mut().keys.extend(words.last().map(|surname| key(surname)));
        self.called.genders.of(words)
    }

    /// The names that begin within `span`, in order.
    pub(super) fn within(&self, span: Span) -> impl Iterator<Item = &Entry<'a>> {
        let names = self.first_from(span.start)..self.story.names.len();
        names.map(|number| self.entry(number)).take_while(move |entry| entry.name.span.start < span.end)
    }

    /// The name that covers `span` or lies in it.
    pub(super) fn at(&self, span: Span) -> Option<&Entry<'a>> {
        let near = self.first_from(span.start).saturating_sub(1);
        let near = (near..self.story.names.len()).map(|number| self.entry(number));
        let mut touching = near.take_while(|entry| entry.name.span.start < span.end);
        touching.find(|entry| entry.name.span.covers(span) || span.covers(entry.name.span))
    }

    fn first_from(&self, offset: u32) -> usize {
        self.story.names.partition_point(|name| name.span.start < offset)
    }

    /// Whether the story names somebody in full who is called so, in small letters.
    pub(super) fn is_surname(&self, word: &str) -> bool {
        self.holding(word).any(|entry| {
            entry.note.is_full_person
                && (entry.words.last().is_some_and(|last| last == word || behind_article(last) == word)
                    || stands_first(word) && entry.words.first().is_some_and(|first| first == word))
                && (entry.words.len() > 1 || entry.is_titled())
        })
    }

    /// Whether the name is a person's.
    pub(super) fn is_persons(&self, entry: &Entry<'_>) -> bool {
        entry.note.is_full_person
            || (!entry.note.is_body && entry.words.last().is_some_and(|word| self.is_surname(word)))
    }

    fn holding(&self, word: &str) -> impl Iterator<Item = &Entry<'a>> {
        self.under(key(word)).map(|number| self.entry(number))
    }

    /// The fullest name that the story gives the person or acronym of this wording: the latest before `offset`,
    /// else the first behind it (a headline's "Finch" is named in the body). `told` is what a title before it says.
    pub(super) fn fuller(&self, wording: &Wording, offset: u32, told: Option<Gender>) -> Option<&Entry<'a>> {
        let words = wording.words();
        let last = words.last()?;
        // "Mrs Lund" is not Karl Lund.
        let is_other = |entry: &Entry<'_>| told.zip(entry.note.gender).is_some_and(|(told, known)| told != known);
        let is_fuller = |entry: &Entry<'_>| {
            words.len() < entry.words.len()
                && !is_other(entry)
                && if wording.is_person() {
                    entry.note.is_full_person && same_person(words, entry.words)
                } else {
                    words.len() == 1 && likeness::is_acronym_of(last, entry.words)
                }
        };
        // "Desmond Moss" is a whole name, and no later "Desmond Arthur Moss" makes it fuller.
        let is_whole = wording.is_person() && words.len() > 1 && words.first().is_some_and(|first| 2 < first.len());
        let split = self.first_from(offset);
        // "Solano" is Marguerite Solano before she is her daughter, Ruth Solano Pike.
        let ends_so = |entry: &Entry<'_>| entry.words.last() == Some(last);
        let nearest = |is_it: &dyn Fn(&Entry<'_>) -> bool| {
            let (mut before, mut behind) = (None, None);
            for number in wording.keys().iter().flat_map(|&key| self.under(key)) {
                let is_nearer = if number < split {
                    before.is_none_or(|nearest| nearest < number)
                } else {
                    !is_whole && before.is_none() && behind.is_none_or(|nearest| number < nearest)
                };
                if is_nearer && is_it(self.entry(number)) {
                    *(if number < split { &mut before } else { &mut behind }) = Some(number);
                }
            }
            before.or(behind)
        };
        let found = wording.is_person().then(|| nearest(&|entry| ends_so(entry) && is_fuller(entry))).flatten();
        // "Elsa Moss held a picture of her sister, Nina Moss. “…,” Moss said": she who held it.
        let found = found.map(|number| {
            let latest = self.entry(number);
            if !self.is_passing_kin(latest) {
                return number;
            }
            let is_other = |entry: &Entry<'_>| {
                entry.name.block == latest.name.block
                    && entry.name.span.start < latest.name.span.start
                    && entry.words != latest.words
            };
            nearest(&|entry| is_other(entry) && ends_so(entry) && is_fuller(entry)).unwrap_or(number)
        });
        found.or_else(|| nearest(&is_fuller)).map(|number| self.entry(number))
    }

    /// "Her sister, Nina Moss": named for what she is to somebody else, and not as one who speaks.
    fn is_passing_kin(&self, entry: &Entry<'_>) -> bool {
        const OWNERS: &[&str] = &["her", "his", "their"];
        const REACH: usize = 3;
        self.asked.borrow_mut().blocks.push(entry.name.block);
        let mut words = entry.opening(self.story).rev().take(REACH);
        let is_kin = words.next().is_some_and(|word| is_of(word.trim_end_matches(','), &[Class::Kin]));
        let is_owned = words.any(|word| OWNERS.contains(&word));
        let speaks = || {
            let said = self.story.attributions_of(entry.name.block).iter().filter_map(|said| said.source);
            said.into_iter().any(|source| source.span.covers(entry.name.span))
        };
        is_kin && is_owned && !speaks()
    }

    /// Whether the headline has the first word of a name.
    pub(super) fn is_headlined(&self, words: &[String]) -> bool {
        let headline = self.story.blocks.iter().position(|block| block.role == Role::Headline);
        self.asked.borrow_mut().blocks.extend(headline);
        let head = headline.map_or("", |headline| self.story.text_of(self.story.blocks[headline].span));
        let mut told = head.split(|mark: char| !mark.is_alphanumeric());
        words.first().is_some_and(|first| told.any(|word| in_small_letters(word) == *first))
    }

    /// The person whom the story introduces with the post before `offset`: "Mayor Ada Finch", "the mayor, Ada Finch".
    pub(super) fn holder(&self, post: &[String], offset: u32) -> Option<&Entry<'a>> {
        let post_key = key(written_out(post.last()?));
        self.asked.borrow_mut().keys.push(post_key);
        let candidates = self.called.by_post.under(post_key).map(|number| self.entry(number));
        let holds = |entry: &&Entry<'_>| {
            let title = self.story.text_of(entry.name.title).to_lowercase();
            let opening = entry.opening(self.story).rev().take(post.len()).map(str::to_lowercase);
            let is_charge = || {
                let titled = self.story.text_of(entry.name.title).split_whitespace();
                let [post] = post else { return false };
                charged(entry.opening(self.story).chain(titled)).is_some_and(|head| in_small_letters(head) == *post)
            };
            let titled = title.split_whitespace().next_back().map(written_out);
            let is_short = || post.len() == 1 && titled == post.first().map(|post| written_out(post));
            title.ends_with(&post.join(" ")) || is_short() || opening.eq(post.iter().rev().cloned()) || is_charge()
        };
        let mut before = candidates.filter(|entry| entry.name.span.start < offset);
        let found = before.find(|entry| {
            self.asked.borrow_mut().blocks.push(entry.name.block);
            holds(entry)
        });
        // "Mr Justice Fenn" gives no first name, and is the judge.
        found.filter(|entry| entry.words.len() > 1 || entry.is_titled())
    }

    /// The only person whom the story introduces with the post, wherever it does.
    pub(super) fn only_holder(&self, post: &[String]) -> Option<&Entry<'a>> {
        let post_key = key(written_out(post.last()?));
        self.asked.borrow_mut().keys.push(post_key);
        let mut holders = self.called.by_post.under(post_key).map(|number| self.entry(number));
        let first = holders.next().filter(|entry| 1 < entry.words.len())?;
        holders.all(|other| same_person(other.words, first.words)).then_some(first)
    }

    /// The body whose name holds all of these words and has been given before `offset`: "the trust" is the Millbrook
    /// Trust; `None` where two of them have been named.
    pub(super) fn body_called(&self, words: &[String], offset: u32) -> Option<&Entry<'a>> {
        let head = words.last()?;
        let is_called = |entry: &&Entry<'_>| {
            entry.name.span.start < offset
                && entry.note.is_body
                && words.len() < entry.words.len()
                && words.iter().all(|word| entry.words.contains(word))
                && entry.words.last() == Some(head)
        };
        let mut found = self.holding(head).filter(is_called);
        let first = found.next()?;
        found.all(|other| likeness::same_body(other.words, first.words)).then_some(first)
    }

    /// The body that the story is about: of the names that are no person's, place's or month's, the one named most,
    /// and of several the first.
    pub(super) fn main_body(&self) -> Option<&Entry<'a>> {
        self.asked.borrow_mut().has_main_body = true;
        self.called.main_body.get_or_init(|| self.find_main_body()).map(|number| self.entry(number))
    }

    /// The number of the longest name of the main body.
    fn find_main_body(&self) -> Option<usize> {
        // The number of the longest name of each body, how long it is and how often the body is named.
        let mut bodies: Vec<(usize, u32, usize)> = Vec::new();
        // "Brae Platinum" looks like somebody's name, until "Brae's chief executive" comes up.
        let notes = || (0..self.story.blocks.len()).flat_map(|block| self.notes_of(block));
        let firms: FxHashSet<Option<u64>> =
            notes().filter(|(_, note)| note.subject.has_officers).map(|(_, note)| note.first_key()).collect();
        let mut places: FxHashMap<u64, usize> = FxHashMap::default();
        let mut people: FxHashSet<u64> = FxHashSet::default();
        people.reserve(self.story.names.len() / 2);
        for (number, (name, note)) in notes().enumerate() {
            let is_firm = !firms.is_empty() && firms.contains(&note.first_key()) && name.title.is_empty();
            if note.is_full_person && !is_firm {
                people.extend(note.last_key());
                continue;
            }
            // A brewery may be named for its founder, who comes up at the end of the story.
            let is_introduced_person = || note.last_key().is_some_and(|last| people.contains(&last));
            if !is_firm && (!note.subject.is_fit || is_introduced_person()) {
                continue;
            }
            let Some(first) = note.first_key() else { continue };
            let at = *places.entry(first).or_insert(bodies.len());
            match bodies.get_mut(at) {
                Some((longest, length, count)) => {
                    *count += 1;
                    if *length < note.bare.len() {
                        (*longest, *length) = (number, note.bare.len());
                    }
                }
                None => bodies.push((number, note.bare.len(), 1)),
            }
        }
        let most = bodies.iter().map(|&(.., count)| count).max()?;
        bodies.iter().find(|&&(.., count)| count == most).map(|&(longest, ..)| longest)
    }

    /// The names of the block with this number, in order, with what each says.
    fn notes_of(&self, block: usize) -> impl Iterator<Item = (&'a Placed<Name>, &'a NameNote)> {
        let names = self.story.noted_names_of(block);
        names.map(|(name, NameNotes(notes), number)| (name, &notes[number]))
    }
}

impl<'a> Entry<'a> {
    fn new(story: &'a Story, name: &'a Placed<Name>, note: &'a NameNote) -> Self {
        let bare = note.bare.shifted(story.blocks[name.block].span.start);
        Self { name, bare: story.text_of(bare), words: &note.words, note }
    }

    /// The name as a source is worded, without its title.
    pub(super) fn phrase(&self) -> &'a Arc<Phrase> {
        self.note.phrase.get_or_init(|| Arc::new(Phrase::of(self.bare)))
    }

    /// The name, title and all, as the mention of a source.
    pub(super) fn met(&self, story: &'a Story) -> Met<'a> {
        let block = &story.blocks[self.name.block];
        let text = story.text_of(block.span);
        let mention = |span: Span| SourceMention { span, head: span, kind: SourceKind::Person };
        let known = || Mentioned::of(mention(self.name.span.back(block.span.start)), text);
        Met { mention: mention(self.name.span), known: self.note.mentioned.get_or_init(known), text }
    }

    /// Whether it is a person's, in two words or more.
    pub(super) fn is_whole_person(&self) -> bool {
        self.note.is_full_person && 1 < self.words.len()
    }

    /// Whether it is a person's: of two words or more, or titled.
    pub(super) fn is_full_person(&self) -> bool {
        self.note.is_full_person
    }

    pub(super) fn is_titled(&self) -> bool {
        !self.name.title.is_empty()
    }

    /// The words before the name in its block.
    fn opening(&self, story: &'a Story) -> impl DoubleEndedIterator<Item = &'a str> {
        let block = story.blocks[self.name.block].span;
        words_before(story.text_of(block), self.name.span.start.saturating_sub(block.start))
    }
}

impl NameNote {
    /// What `name` says, whose spans are the block's.
    fn of(name: &Name, block: Alone<'_>) -> Self {
        let text = block.text();
        let start = name.behind_title();
        let whole = Span::new(start, name.span.end).trimmed(text);
        let bare = without_possessive(whole.of(text));
        let words = telling_words(bare);
        let classes = classes_of(&words);
        let is_body =
            classes.has_any(BODY) && !is_led_by_post(&words) && !is_namesake_of_body(words.iter().map(String::as_str))
                || is_firm(&words);
        let is_titled = !name.title.is_empty();
        // "The Long Tarn", "the Saint Ilia": an article is a bridge's or a ship's.
        let before = &text[..name.span.start as usize];
        let is_thing = || {
            let is_led = before.ends_with("the ") || before.ends_with("The ") || is_firm_before(before);
            !is_titled && (is_led || is_occasion(&words))
        };
        let is_whole = || words.len() > 1 && !is_place(&words) || is_relative(before);
        let is_full_person = !is_body && !is_thing() && (is_titled || is_whole());
        Self {
            bare: Span::new(whole.start, whole.start + bare.len() as u32),
            written: bare.into(),
            keys: likeness::keys_of_longer(&words),
            posts: if is_full_person { posts(name, text) } else { [None; 3] },
            subject: Subject {
                is_fit: can_be_main_body(classes, bare, before, block.role()) && !is_name_of_thing(text, name.span),
                has_officers: !is_titled
                    && (has_officers(text, name.span) || says_of_itself(text, name.span))
                    && !classes.has(Class::Country),
            },
            gender: Gender::told(name.title.of(text), &words).or_else(|| gender_before(before)),
            words,
            is_body,
            is_full_person,
            phrase: OnceLock::new(),
            mentioned: OnceLock::new(),
        }
    }

    /// The key of its first word.
    fn first_key(&self) -> Option<u64> {
        self.words.first().map(|_| self.keys[0])
    }

    /// The key of its last word.
    fn last_key(&self) -> Option<u64> {
        self.words.len().checked_sub(1).map(|last| self.keys[last])
    }

    /// The keys of the words that introduce a person.
    fn posts_of_person(&self) -> impl Iterator<Item = u64> {
        self.posts.into_iter().flatten()
    }
}

/// "His sister, | Robin Tarn", "the widow, | Kim Lund": what somebody is to others says whether she is a woman.
fn gender_before(before: &str) -> Option<Gender> {
    let last = before.strip_suffix(", ")?.rsplit(char::is_whitespace).next()?;
    last.starts_with(char::is_lowercase).then(|| Gender::of_word(last)).flatten()
}

/// "The firm | Tarn Marine", "the consultancy | Long & Tarn".
/// "Labour Day", "Harbour Week", "Brae Cup": what is held, and nobody, though there was a Doris Day.
fn is_occasion(words: &[String]) -> bool {
    const OCCASIONS: &[&str] = &["day", "week", "month", "cup", "games", "festival", "awards", "parade", "marathon"];
    let is_called = |first: &String| Gender::of_word(first).is_some();
    matches!(words, [first, .., last] if OCCASIONS.contains(&last.as_str()) && !is_called(first))
}

fn is_firm_before(before: &str) -> bool {
    let Some((article, word)) = before.strip_suffix(' ').and_then(|before| before.rsplit_once(' ')) else {
        return false;
    };
    // "The Orm firm | Tarn Marine"
    let place = article.rsplit(' ').next().unwrap_or_default();
    let is_placed = place.starts_with(char::is_uppercase);
    let article = if is_placed { article.strip_suffix(place).unwrap_or_default().trim_end() } else { article };
    // Asked first: few words stand behind one.
    let is_behind_article = article.ends_with("the") || article.ends_with("The") || place == "The";
    if is_behind_article && matches!(word, "journal" | "magazine" | "newspaper") {
        return true;
    }
    is_behind_article && is_of(word, &[Class::GenericBody]) && !PEOPLE_TOO.contains(&word)
}

/// "Police Chief Renata Delacroix": a body's word in a post before a whole name.
fn is_led_by_post(words: &[String]) -> bool {
    let post = words.iter().rposition(|word| is_of(word, &[Class::RoleNoun]));
    post.is_some_and(|post| 0 < post && post + 3 == words.len() && !classes_of(&words[post + 1..]).has_any(BODY))
}

/// Whose relative somebody is has no more names.
const MOST_NAMES: usize = 4;

/// Whether the words before a name call its bearer by a relation: "his wife, Sheila".
fn is_relative(before: &str) -> bool {
    let is_kin = |word: &str| is_of(word, &[Class::Kin]);
    // "Her brother Emrys"
    if let Some((owned, kin)) = before.strip_suffix(' ').and_then(|before| before.rsplit_once(' '))
        && is_kin(kin)
    {
        return owned.rsplit(' ').next().is_some_and(|owner| is_of(owner, &[Class::Possessive]));
    }
    let Some(before) = before.strip_suffix(", ") else { return false };
    let mut words = before.rsplit(char::is_whitespace);
    let last = words.next().unwrap_or_default();
    // "The widow of Mr Lund, Kath"
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let of = words.by_ref().take(MOST_NAMES).find(|word| !is_capital(word));
    is_kin(last) || is_capital(&last) && of == Some("of") && words.next().is_some_and(is_kin)
}

/// "The Brae platinum mine", "the Ardle bridge": a place from which a thing has its name, though it may be a firm's.
fn is_name_of_thing(text: &str, name: Span) -> bool {
    let before = &text[..name.start as usize];
    let behind = text[name.end as usize..].strip_prefix(' ').unwrap_or_default();
    (before.ends_with("the ") || before.ends_with("The ")) && behind.starts_with(char::is_lowercase) && {
        let next = behind.split(|mark: char| !mark.is_alphabetic()).next().unwrap_or_default();
        !is_of(next, &[Class::Past, Class::Third, Class::Be, Class::Have, Class::Modal, Class::Preposition])
            && !is_of(next, &[Class::GenericBody, Class::Organisation, Class::Coordinator])
    }
}

/// Whether a name of these classes, behind these words, can be the body that the story is about: no place, month or index.
fn can_be_main_body(classes: Classes, bare: &str, before: &str, role: Role) -> bool {
    const AT: &[&str] = &[" in ", " near ", " outside ", " around ", " at ", "At ", " between "];
    let is_place = || classes.has_any(&[Class::Country, Class::Time]) || AT.iter().any(|place| before.ends_with(place));
    let is_index = bare.len() < 6 && !bare.contains(char::is_lowercase);
    matches!(role, Role::Headline | Role::Dek | Role::Paragraph | Role::Subhead) && !is_index && !is_place()
}
