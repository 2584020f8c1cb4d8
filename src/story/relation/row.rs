//! The figures of a sentence that may be added up, and the words between them.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use rust_decimal::Decimal;

use super::local::BlockFigures;
use super::solver::Part;
use super::thing::{self, Fit};
use super::{Entry, Story, remainder};
use crate::extract::{FigureKind, Modifier};
use crate::text::Span;

/// More figures in one sentence are no prose; the bound keeps reading linear.
const LONGEST: usize = 24;

/// How many bytes around a figure are looked at: more than any phrase that says what it is to others.
const CONTEXT: usize = 160;

/// A sentence with its figures that may be added up.
#[derive(Clone, Debug)]
pub(super) struct Row<'a> {
    /// The number of the block.
    pub(super) block: usize,
    /// The sentence's words.
    pub(super) span: Span,
    /// Counts, money and measures in order; figures that only compare or repeat are left out.
    pub(super) entries: Vec<Entry<'a>>,
    /// All its figures.
    pub(super) all: &'a [Entry<'a>],
    /// Whether one of them is called what is left of something, or what it has come to.
    pub(super) tells_of_rest: bool,
    around: Arc<Around>,
    text: &'a str,
}

/// The words around the figures of a sentence as [`spaced`] writes them: asked for again and again, and always the same.
#[derive(Debug)]
struct Around {
    opening: OnceLock<String>,
    /// Whether a word of the sentence could call a figure a total: asked of every figure, and hardly ever so.
    speaks_of_totals: OnceLock<bool>,
    /// Before each figure and behind it, by its number in the sentence.
    beside: Vec<[OnceLock<String>; 2]>,
}

impl Around {
    fn of(all: &[Entry<'_>]) -> Arc<Self> {
        let beside = all.iter().map(|_| Default::default()).collect();
        Arc::new(Self { opening: OnceLock::new(), speaks_of_totals: OnceLock::new(), beside })
    }
}

/// Figures that stand in one list, from the first to the last.
#[derive(Clone, Debug)]
pub(super) struct Listing<'a> {
    /// The figures.
    pub(super) parts: Vec<Part<'a>>,
    /// Whether the figures stand close together and no item goes uncounted.
    pub(super) is_whole: bool,
    /// Whether they are told apart in the same way, so that none of them holds another.
    pub(super) is_parallel: bool,
    /// Whether no bracket opens or closes inside it.
    pub(super) is_bracketed: bool,
}

/// The rows of a story's figures, sentence by sentence.
pub(super) fn rows<'a>(story: &'a Story, entries: &'a [Entry<'a>]) -> Vec<Row<'a>> {
    entries
        .chunk_by(|one, other| one.figure.sentence == other.figure.sentence)
        .map(|all| Row::new(story, all))
        .collect()
}

/// What a row is made of, by the numbers of the figures in their block.
pub(super) struct RowNote {
    all: Range<usize>,
    added: Vec<usize>,
    tells_of_rest: bool,
    around: Arc<Around>,
}

impl RowNote {
    /// Notes a row of a block that stands alone.
    pub(super) fn of(row: &Row<'_>) -> Self {
        let first = row.all[0].claim.0;
        Self {
            all: first..first + row.all.len(),
            added: row.entries.iter().map(|entry| entry.claim.0).collect(),
            tells_of_rest: row.tells_of_rest,
            around: Arc::clone(&row.around),
        }
    }
}

/// The rows of a block where it stands in the story.
pub(super) fn noted<'a>(story: &'a Story, block: &BlockFigures<'a>) -> impl Iterator<Item = Row<'a>> {
    let entries = block.entries;
    block.local.rows.iter().map(move |note| {
        let all = &entries[note.all.clone()];
        Row {
            entries: note.added.iter().map(|&number| entries[number]).collect(),
            tells_of_rest: note.tells_of_rest,
            ..Row::bare(story, all, Arc::clone(&note.around))
        }
    })
}

impl<'a> Row<'a> {
    /// The row before any of its words was looked at.
    fn bare(story: &'a Story, all: &'a [Entry<'a>], around: Arc<Around>) -> Self {
        let first = all[0].figure;
        let span = story.sentences.get(first.sentence).map_or(first.span, |sentence| sentence.span);
        let (entries, tells_of_rest) = (Vec::new(), false);
        Self { block: first.block, span, entries, all, tells_of_rest, around, text: &story.text }
    }

    fn new(story: &'a Story, all: &'a [Entry<'a>]) -> Self {
        let mut row = Self::bare(story, all, Around::of(all));
        row.entries = all.iter().filter(|entry| row.is_added(entry)).take(LONGEST).copied().collect();
        row.tells_of_rest = remainder::may_tell_of_rest(story, &row) && remainder::tells_of_rest(&row);
        row
    }

    /// Whether a figure may be part or total of a sum, rather than what another is compared with
    /// ("from £650m") or some of what another counts ("seven of them").
    fn is_added(&self, entry: &Entry<'_>) -> bool {
        const COMPARES: [&str; 6] = [" from ", " than ", " against ", " versus ", " compared with ", " compared to "];
        const SUBSET: [&str; 7] =
            [" of them ", " of whom ", " of those ", " of these ", " per ", " more than ", " fewer than "];
        // "Eight of them in Ayr" begins a breakdown by place.
        const PLACED: [&str; 3] = [" of them in ", " of them at ", " of them on "];
        let is_compared = || {
            entry.figure.modifier == Modifier::Plain && self.may_be_compared(entry) && {
                let before = self.words_before(entry);
                COMPARES.iter().any(|word| before.ends_with(word))
            }
        };
        let is_subset = || {
            if !self.may_be_subset(entry) {
                return false;
            }
            let behind = self.words_behind(entry);
            let begins = |phrases: &[&str]| phrases.iter().any(|words| behind.starts_with(words));
            begins(&SUBSET) && !begins(&PLACED)
        };
        // Feet and inches (5'9") are heights, which a list compares.
        let is_range = entry.figure.pair.is_some() || entry.number.contains(['\'', '’']);
        thing::adds_up(entry.figure.kind) && !is_range && !is_compared() && !is_subset()
    }

    /// Whether the word right before the figure can be one that compares: nearly none is, which its last letter shows.
    fn may_be_compared(&self, entry: &Entry<'_>) -> bool {
        self.may_be_led(entry, &['m', 'M', 'n', 'N', 't', 'T', 's', 'S', 'h', 'H', 'o', 'O'])
    }

    /// Whether the word right behind the figure can be one that makes it a part of another count.
    fn may_be_subset(&self, entry: &Entry<'_>) -> bool {
        let behind = Span::new(entry.end(), self.span.end.max(entry.end())).of(self.text).trim_start();
        behind.starts_with(['o', 'O', 'p', 'P', 'm', 'M', 'f', 'F'])
    }

    /// The words between two of its figures, as [`spaced`] writes them.
    pub(super) fn between(&self, one: &Entry<'_>, other: &Entry<'_>) -> String {
        let start = one.end();
        spaced(first_bytes(Span::new(start, other.start().max(start)).of(self.text)))
    }

    /// The last words of the sentence before the figure.
    pub(super) fn words_before(&self, entry: &Entry<'_>) -> Cow<'_, str> {
        self.beside(entry, 0, || self.read_before(entry))
    }

    /// The words of the sentence behind the figure.
    pub(super) fn words_behind(&self, entry: &Entry<'_>) -> Cow<'_, str> {
        self.beside(entry, 1, || self.read_behind(entry))
    }

    /// The words on that side of the figure, read now or when they were first asked for.
    fn beside(&self, entry: &Entry<'_>, side: usize, read: impl FnOnce() -> String) -> Cow<'_, str> {
        let number = self.all.iter().position(|known| std::ptr::eq(known.figure, entry.figure));
        match number {
            Some(number) => Cow::Borrowed(self.around.beside[number][side].get_or_init(read)),
            None => Cow::Owned(read()),
        }
    }

    fn read_before(&self, entry: &Entry<'_>) -> String {
        let end = entry.start().max(self.span.start);
        let text = Span::new(self.span.start, end).of(self.text);
        let near = last_bytes(text, CONTEXT / 3);
        let words = spaced(near);
        match last_words(&words) {
            0 if near.len() < text.len() => {
                let words = spaced(last_bytes(text, CONTEXT));
                words[last_words(&words)..].to_owned()
            }
            0 => words,
            start => words[start..].to_owned(),
        }
    }

    fn read_behind(&self, entry: &Entry<'_>) -> String {
        let start = entry.end();
        spaced(first_bytes(Span::new(start, self.span.end.max(start)).of(self.text)))
    }

    /// The words between the numbers of two figures, of which one may stand in the phrase of the other: "11 of its 26 shops".
    pub(super) fn between_numbers(&self, one: &Entry<'_>, other: &Entry<'_>) -> String {
        let start = one.figure.number.end;
        spaced(first_bytes(Span::new(start, other.figure.number.start.max(start)).of(self.text)))
    }

    /// The words of the figure itself, from its number to its noun: " four more people ".
    pub(super) fn phrase(&self, entry: &Entry<'_>) -> String {
        spaced(Span::new(entry.start(), entry.end()).of(self.text))
    }

    /// The words of the sentence before its first figure.
    pub(super) fn opening(&self) -> &str {
        self.around.opening.get_or_init(|| {
            let end = self.all[0].start().max(self.span.start);
            spaced(first_bytes(Span::new(self.span.start, end).of(self.text)))
        })
    }

    /// The sentence.
    pub(super) fn words(&self) -> &'a str {
        self.span.of(self.text)
    }

    /// Whether its first word begins with one of `letters`: most sentences begin otherwise, and need not be written out.
    pub(super) fn begins(&self, letters: &[char]) -> bool {
        self.words().trim_start().starts_with(letters)
    }

    fn speaks_of_totals(&self) -> bool {
        *self.around.speaks_of_totals.get_or_init(|| speaks_of_totals(self.words()))
    }

    /// Whether one of `letters` ends the words right before the figure: most words end otherwise, and their sentence
    /// need not be written out.
    pub(super) fn may_be_led(&self, entry: &Entry<'_>, letters: &[char]) -> bool {
        Span::new(self.span.start, entry.start().max(self.span.start)).of(self.text).trim_end().ends_with(letters)
    }

    /// Whether the figure is called a total: "a total of 154", "totalling $375m", "12 in all".
    pub(super) fn is_total(&self, entry: &Entry<'_>) -> bool {
        const BEFORE: [&str; 13] = [
            " add up to ",
            " adds up to ",
            " added up to ",
            " adding up to ",
            " sum to ",
            " total ",
            " totals ",
            " totaled ",
            " totalled ",
            " totaling ",
            " totalling ",
            " combined ",
            " altogether ",
        ];
        if !self.speaks_of_totals() {
            return false;
        }
        let before = self.words_before(entry);
        let near = before.rmatch_indices(' ').nth(4).map_or(0, |(at, _)| at);
        BEFORE.iter().any(|word| before[near..].contains(word)) || self.is_total_behind(entry)
    }

    /// Whether the sentence says that there are `count` groups: "214 homes in four counties".
    pub(super) fn announces(&self, count: usize) -> bool {
        self.entries.iter().any(|entry| {
            let head = entry.figure.unit.as_ref().and_then(|unit| thing::group_head(&unit.head));
            entry.figure.value == Decimal::from(count) && head.is_some()
        })
    }

    /// Whether the words behind the figure call it a total.
    pub(super) fn is_total_behind(&self, entry: &Entry<'_>) -> bool {
        const BEHIND: [&str; 9] = [
            " in all ",
            " in total ",
            " altogether ",
            " all told ",
            " combined ",
            " overall ",
            " strong ",
            " so far ",
            " between them ",
        ];
        self.speaks_of_totals() && {
            let behind = self.words_behind(entry);
            BEHIND.iter().any(|words| behind.starts_with(words))
        }
    }

    /// The list of figures that begins with the one numbered `first` and could be parts of `whole`.
    pub(super) fn listing(&'a self, whole: &Entry<'a>, first: usize) -> Option<Listing<'a>> {
        self.listing_of(first, |entry| thing::fit(whole.figure, entry.figure) != Fit::Other)
    }

    /// The list of counts that begins with the one numbered `first`, whatever they count:
    /// "54 homes, 21 shops and 13 barns" may be parts of so many buildings.
    pub(super) fn listing_of_counts(&'a self, first: usize) -> Option<Listing<'a>> {
        self.listing_of(first, |entry| entry.figure.kind == FigureKind::Count)
    }

    /// The list of figures that `fits`, from the one numbered `first` on.
    pub(super) fn listing_of(&'a self, first: usize, fits: impl Fn(&Entry<'_>) -> bool) -> Option<Listing<'a>> {
        let mut parts: Vec<Part<'a>> = vec![self.part(self.entries.get(first).filter(|entry| fits(entry))?)];
        let mut gaps: Vec<String> = Vec::new();
        let mut is_nested = false;
        for pair in self.entries[first..].windows(2) {
            let gap = self.between(&pair[0], &pair[1]);
            if names_some(&gap) {
                is_nested = true;
            } else if ends_list(&gap) || self.closes_aside(&pair[0], &pair[1]) {
                break;
            } else if fits(&pair[1]) && joins(&gap) {
                parts.push(self.part(&pair[1]));
                gaps.push(gap);
            }
        }
        let tail = self.words_behind(parts.last()?.entry);
        let is_even = self.has_same_preposition(&parts);
        let is_whole = gaps.iter().all(|gap| is_tight(gap)) && is_closed(&gaps, &tail) && (!is_nested || is_even);
        let is_parallel = is_even || is_gapped(&gaps, &tail) || are_opposites(&parts);
        let is_bracketed = !gaps.iter().any(|gap| gap.contains([')', '(']));
        Some(Listing { parts, is_whole, is_parallel, is_bracketed })
    }

    /// Whether a dash between two words parts the figures: "nine – four men, five women – and 120 hurt".
    fn closes_aside(&self, one: &Entry<'_>, other: &Entry<'_>) -> bool {
        let gap = Span::new(one.end(), other.start().max(one.end())).of(self.text);
        [" - ", " – ", " — ", " -- "].iter().any(|dash| gap.contains(dash))
    }

    fn part(&self, entry: &'a Entry<'a>) -> Part<'a> {
        Part { entry, times: if counts_twice(&self.words_behind(entry)) { 2 } else { 1 } }
    }

    /// Whether every part is followed by the same preposition: "seven in Ayr, three in Troon".
    fn has_same_preposition(&self, parts: &[Part<'a>]) -> bool {
        let first = parts.first().and_then(|part| self.place(part.entry));
        let preposition = |part: &Part<'a>| self.place(part.entry).map(|(preposition, _)| preposition);
        first.is_some_and(|(first, _)| parts.iter().all(|part| preposition(part) == Some(first)))
    }

    /// Whether a figure before a list is its first item rather than its total:
    /// "42 votes for Moss, 18 for Brand and 16 for Hale".
    pub(super) fn is_first_item(&self, whole: &Entry<'_>, listing: &Listing<'_>) -> bool {
        let first = listing.parts.first().and_then(|part| self.place(part.entry));
        // "Fifty died in Ayr, 22 in Troon and 14 in Irvine"
        let is_elsewhere = first.is_some_and(|(_, is_named)| is_named) && self.place(whole) == first;
        // "Twelve died in the crash, eight on the spot": what happened is said of all.
        let behind = self.words_behind(whole);
        let mut near = behind.split_whitespace().take(4).take_while(|word| !matches!(*word, "," | "(" | ";"));
        let befell = |word| matches!(thing::event_of(word), Some("death" | "injury" | "arrest" | "rescue"));
        if whole.figure.kind == FigureKind::Count && near.any(befell) {
            return is_elsewhere;
        }
        // "12 died in the storm, seven in Ayr": another kind of place holds them all.
        first.is_some() && self.place(whole) == first
    }

    /// The preposition behind a figure, as a class, and whether a name follows it.
    fn place(&self, entry: &Entry<'_>) -> Option<(usize, bool)> {
        // Words of place tell groups apart together: "74 in offshore waters and 661 on land".
        const PREPOSITIONS: [&[&str]; 9] = [
            &["in", "at", "on", "near", "aboard", "under", "there", "here"],
            &["for"],
            &["from"],
            &["to"],
            &["by"],
            &["of"],
            &["with"],
            &["as"],
            &["against"],
        ];
        let behind = first_bytes(Span::new(entry.end(), self.span.end.max(entry.end())).of(self.text));
        let phrase = &behind[..behind.find([',', ';', ':', '(', '.', '–', '—']).unwrap_or(behind.len())];
        // "550 mln will come from the IDA and 850 mln from the World Bank"
        let mut words =
            phrase.trim_start_matches(" of them").split_whitespace().take_while(|word| !word.starts_with('-'));
        // "141,000 homes down there, 96,500 in Troon": a place named before.
        let class = words.by_ref().take(4).find_map(|word| match word {
            "there" | "here" | "downtown" | "nearby" | "elsewhere" | "offshore" | "abroad" | "overseas" => {
                Some((0, true))
            }
            _ => PREPOSITIONS.iter().position(|known| known.contains(&word)).map(|class| (class, false)),
        })?;
        let is_named = |word: &str| word.starts_with(char::is_uppercase);
        Some(match class {
            (class, true) => (class, true),
            (class, false) => (class, words.find(|word| *word != "the").is_some_and(is_named)),
        })
    }
}

impl Entry<'_> {
    fn start(&self) -> u32 {
        self.figure.span.start.min(self.figure.number.start)
    }

    fn end(&self) -> u32 {
        self.figure.span.end.max(self.figure.number.end)
    }
}

fn first_bytes(text: &str) -> &str {
    let end = (CONTEXT.min(text.len())..=text.len()).find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or(text.len())]
}

/// Where the last seven of `words` begin; 0 where there are no more.
fn last_words(words: &str) -> usize {
    words.rmatch_indices(' ').nth(7).map_or(0, |(at, _)| at)
}

fn last_bytes(text: &str, length: usize) -> &str {
    let start = (text.len().saturating_sub(length)..text.len()).find(|&at| text.is_char_boundary(at));
    &text[start.unwrap_or(text.len())..]
}

/// Whether `sentence` holds any of the words by which [`Row::is_total`] knows a total.
fn speaks_of_totals(sentence: &str) -> bool {
    const WORDS: [&[u8]; 10] =
        [b"between", b"add", b"sum", b"total", b"combined", b"altogether", b"all", b"overall", b"strong", b"far"];
    let mut words = sentence.as_bytes().split(|byte| !byte.is_ascii_alphabetic());
    words.any(|word| {
        // Most words begin otherwise than all of these, or are no longer than two letters.
        let [first, _, _, ..] = word else { return false };
        let may_be = |known: &&&[u8]| known[0] == first.to_ascii_lowercase() && known.len() <= word.len();
        WORDS.iter().filter(may_be).any(|known| word[..known.len()].eq_ignore_ascii_case(known))
    })
}

/// `text` in lower case with one space around every word and mark.
pub(super) fn spaced(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + text.len() / 8 + 8);
    words.push(' ');
    let mut rest = text;
    loop {
        // Nearly all letters are of these, with one space between words, and taken over together; only the others have to
        // be looked up.
        let mut is_behind_space = words.ends_with(' ');
        let is_plain = |byte: &u8| {
            let is_space = *byte == b' ';
            let is_plain = matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'\'') || is_space && !is_behind_space;
            is_behind_space = is_space;
            is_plain
        };
        let (plain, others) = rest.split_at(rest.bytes().take_while(is_plain).count());
        words.push_str(plain);
        let mut letters = others.chars();
        let Some(letter) = letters.next() else { break };
        rest = letters.as_str();
        match letter {
            'A'..='Z' => words.push(letter.to_ascii_lowercase()),
            _ if letter.is_alphanumeric() || letter == '’' => words.extend(letter.to_lowercase()),
            _ => {
                if !words.ends_with(' ') {
                    words.push(' ');
                }
                if !letter.is_whitespace() {
                    words.push(letter);
                    words.push(' ');
                }
            }
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}

/// Whether the words hold any of `phrases`, each written with a space at both ends.
pub(super) fn has_any(words: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| words.contains(phrase))
}

/// Whether the words between two figures join them as items of one list.
fn joins(gap: &str) -> bool {
    has_any(gap, &[" , ", " ; ", " and ", " & ", " plus ", " while ", " with ", " but "])
}

/// Whether the figure behind these words is some of the one before: "seven in Ayr, including three children".
fn names_some(gap: &str) -> bool {
    [" including ", " among them ", " including the "].iter().any(|end| gap.ends_with(end))
}

/// Whether the list cannot go on behind these words.
fn ends_list(gap: &str) -> bool {
    const ENDS: [&str; 9] = [
        " total ",
        " totaling ",
        " totalling ",
        " in all ",
        " altogether ",
        " compared ",
        " : ",
        " up from ",
        " down from ",
    ];
    has_any(gap, &ENDS)
}

/// Whether the parts count opposites, which hold everybody and nobody twice: "seven men and five women".
pub(super) fn are_opposites(parts: &[Part<'_>]) -> bool {
    const OPPOSITES: [[&str; 2]; 6] = [
        ["man", "woman"],
        ["boy", "girl"],
        ["male", "female"],
        ["adult", "child"],
        ["dead", "injured"],
        ["gold", "bronze"],
    ];
    let head = |part: &Part<'_>| part.entry.figure.unit.as_ref().map(|unit| unit.head.clone());
    let heads: Vec<String> = parts.iter().filter_map(head).collect();
    heads.len() == parts.len()
        && OPPOSITES.iter().any(|pair| pair.iter().all(|one| heads.iter().any(|head| head == one)))
}

/// Whether two figures stand close enough to be neighbours in a list.
fn is_tight(gap: &str) -> bool {
    gap.split_whitespace().count() <= 12
}

/// Whether nothing in or behind the list is left uncounted: "and others", "and a woman in Troon".
pub(super) fn is_closed(gaps: &[String], tail: &str) -> bool {
    const OTHERS: [&str; 11] = [
        " others ",
        " among them ",
        " the rest ",
        " several ",
        " some ",
        " an unknown ",
        " a few ",
        " an unspecified ",
        " dozens ",
        " etc. ",
        " apiece ",
    ];
    let has_and = |words: &str| has_any(words, &[" and ", " & ", " plus ", " while ", " ; ", " but "]);
    let is_ended = gaps.last().is_some_and(|gap| has_and(gap));
    let item = &tail[..tail.find([';', '(', '—', '–']).unwrap_or(tail.len())];
    // "… and 718 reserves, a few of whom train at weekends": behind the last item begins a remark.
    let remark = item.find(" , ").filter(|&comma| is_ended && !item[comma..].starts_with(" , and "));
    let item = &item[..remark.unwrap_or(item.len())];
    let item = without_last_group(item);
    !has_any(item, &OTHERS) && !gaps.iter().any(|gap| has_any(gap, &OTHERS)) && (is_ended || !has_and(item))
}

/// "63,000 to all others": the last figure counts them.
fn without_last_group(item: &str) -> &str {
    let Some(rest) =
        [" to ", " for ", " in ", " by ", " from ", " with ", " at "].iter().find_map(|small| item.strip_prefix(small))
    else {
        return item;
    };
    ["all others ", "all the others ", "the others ", "the rest ", "all the rest ", "others "]
        .iter()
        .find_map(|group| rest.strip_prefix(group))
        .unwrap_or(item)
}

/// Whether each item names its group before the figure and leaves out the verb: "beer £418m and hotels £121m".
fn is_gapped(gaps: &[String], tail: &str) -> bool {
    let names_group = |gap: &String| {
        let rest = [" , and ", " , ", " and ", " ; and ", " ; "].iter().find_map(|joint| gap.strip_prefix(joint));
        rest.is_some_and(|label| (1..=6).contains(&label.split_whitespace().count()))
    };
    2 <= gaps.len() && gaps.iter().all(names_group) && !tail.trim_start().starts_with("in ")
}

/// Whether the words behind a figure name two groups, each with that figure: "500 in the second and third".
fn counts_twice(behind: &str) -> bool {
    const ORDINALS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let mut words = behind.split_whitespace().filter(|word| !matches!(*word, "in" | "the" | "each" | "of" | "both"));
    let mut ordinal = || words.next().is_some_and(|word| ORDINALS.contains(&word));
    ordinal() && {
        let mut rest = behind.split_whitespace().skip_while(|word| !ORDINALS.contains(word)).skip(1);
        rest.next() == Some("and") && rest.find(|word| *word != "the").is_some_and(|word| ORDINALS.contains(&word))
    }
}
