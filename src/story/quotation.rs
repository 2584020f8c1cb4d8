//! Joins quotations that run over paragraphs.
//!
//! A paragraph that ends inside a quotation has no closing mark, and the next opens with a mark again:
//! the convention of every handbook. A mark without a partner that this does not explain is left over.

use std::borrow::Cow;
use std::hash::Hasher;

use rustc_hash::FxHasher;
use smallvec::smallvec;

use super::Story;
use super::note::{Alone, Note};
use super::place::Mention;
use crate::extract::{Quote, QuoteKind};
use crate::language::{in_small_letters, is_bare};
use crate::text::{Pieces, Span};

/// A quotation of the story, in one piece or running over paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Its pieces with their marks, one a paragraph.
    pub spans: Pieces,
    /// Its words without the marks, one piece a paragraph.
    pub inner: Pieces,
    /// What the words are.
    pub kind: QuoteKind,
    /// The number of the block in which it begins.
    pub block: usize,
}

/// Fills in the quotations and the marks without a partner.
pub(super) fn join(story: &mut Story) {
    let mut joining = Joining { text: &story.text, joined: Vec::new(), unpaired: Vec::new(), running: None };
    for (block, read) in story.blocks.iter().enumerate() {
        let by = read.span.start;
        joining.unpaired.extend(read.mentions.quotes.unopened.iter().map(|span| span.shifted(by)));
        for quote in read.mentions.quotes.outer() {
            let mut quote = *quote;
            quote.shift(by);
            joining.add(&quote, block);
        }
    }
    joining.drop_running();
    let Joining { mut joined, mut unpaired, .. } = joining;
    joined.sort_by_key(|quotation| quotation.spans[0]);
    unpaired.sort();
    story.quotations = joined;
    story.unpaired_marks = unpaired;
}

/// Quotations joined so far, and the one that no mark has closed yet.
struct Joining<'a> {
    text: &'a str,
    joined: Vec<Quotation>,
    unpaired: Vec<Span>,
    running: Option<Quotation>,
}

impl Joining<'_> {
    fn add(&mut self, quote: &Quote, block: usize) {
        let quotation = match self.running.take() {
            Some(running) if self.goes_on(&running, quote) => running.continued(quote),
            other => {
                self.running = other;
                self.drop_running();
                Quotation::beginning(quote, block)
            }
        };
        if quote.open { self.running = Some(quotation) } else { self.joined.push(quotation) }
    }

    /// Whether `quote` takes the running quotation up again: at the head of the next paragraph,
    /// or behind nothing but a space where paragraphs were run together.
    fn goes_on(&self, running: &Quotation, quote: &Quote) -> bool {
        let gap = Span::new(running.extent().end.min(quote.span.start), quote.span.start);
        let last = running.spans[running.spans.len() - 1];
        gap.of(self.text).trim().is_empty()
            && is_double(self.text, last) == is_double(self.text, quote.span)
            && !names_speaker(last.of(self.text))
    }

    /// A quotation that nothing takes up again: its opening mark has no partner, its words are nobody's quotation.
    fn drop_running(&mut self) {
        let Some(running) = self.running.take() else { return };
        let last = running.spans[running.spans.len() - 1];
        self.unpaired.push(opening_mark(self.text, last));
    }
}

/// "“We are going to win, Lund said at a rally", "“I screamed, she said.": a quotation that should have closed before its
/// speaker was named.
fn names_speaker(open: &str) -> bool {
    const PRONOUNS: &[&str] = &["he", "she", "they", "it"];
    let is_name = |word: &&str| word.starts_with(char::is_uppercase);
    // "…, Ivo Kerr, a farmer, said."
    let told = open.trim_end().strip_suffix('.').and_then(|open| open.rsplit_once(' '));
    if let Some((before, verb)) = told
        && SAYS.contains(&verb)
        && before.ends_with(',')
    {
        return true;
    }
    open.match_indices(", ").any(|(comma, _)| {
        let behind = &open[comma + 2..];
        let words: Vec<&str> = behind.split([' ', ',', '.']).take(MOST_NAMES + 1).collect();
        let names = words.iter().take_while(|word| is_name(word)).count();
        let is_named = names <= MOST_NAMES && words.get(names).is_some_and(|verb| SAYS.contains(verb));
        match (names, words.as_slice()) {
            // What a speaker tells of others ("and then, she said, we ran") goes on; the reporter's sentence is over.
            (0, [pronoun, verb, ..]) if PRONOUNS.contains(pronoun) && SAYS.contains(verb) => {
                ends_told(&behind[pronoun.len() + 1 + verb.len()..], verb)
            }
            (0, [verb, name, ..]) => SAYS.contains(verb) && is_name(name) && behind.trim_end().ends_with('.'),
            (1..=MOST_NAMES, _) => is_named || is_described_speaker(behind, &words[..names]),
            _ => is_named,
        }
    })
}

/// ", he said.", ", he said at a rally.", ", she told reporters.": behind the verb only where, when or to whom, and then the
/// sentence is over.
fn ends_told(behind: &str, verb: &str) -> bool {
    const LONGEST: usize = 10;
    const LEADS: &[&str] = &[
        "after",
        "at",
        "before",
        "by",
        "during",
        "from",
        "in",
        "inside",
        "last",
        "of",
        "on",
        "outside",
        "this",
        "to",
        "when",
        "yesterday",
    ];
    let Some(told) = behind.trim_end().strip_suffix('.') else { return false };
    let mut words = told.split_whitespace();
    let count = words.clone().count();
    let is_led = words.next().is_none_or(|first| verb == "told" || LEADS.contains(&first) || first.ends_with("day"));
    is_led && count <= LONGEST && !told.contains([',', ';', ':', '.', '?'])
}

/// ", Ivo Kerr, the union's regional secretary, told members": a name, who that is, and a verb of saying.
fn is_described_speaker(behind: &str, names: &[&str]) -> bool {
    const LONGEST: usize = 10;
    let length = names.iter().map(|name| name.len() + 1).sum::<usize>().saturating_sub(1);
    let Some((who, told)) = behind.get(length..).and_then(|rest| rest.strip_prefix(", ")?.split_once(", ")) else {
        return false;
    };
    let opens = who.starts_with(|letter: char| letter.is_lowercase());
    2 <= names.len()
        && opens
        && who.split(' ').count() <= LONGEST
        && SAYS.contains(&told.split([' ', '.', ',']).next().unwrap_or_default())
}

/// How a reporter has somebody speak.
const SAYS: &[&str] = &["said", "says", "told", "added"];

/// A speaker has no more names, title and all.
const MOST_NAMES: usize = 4;

impl Quotation {
    fn beginning(quote: &Quote, block: usize) -> Self {
        Self { spans: smallvec![quote.span], inner: smallvec![quote.inner], kind: quote.kind, block }
    }

    /// The quotation with the next paragraph's piece; whole paragraphs are speech, whatever they look like.
    fn continued(mut self, quote: &Quote) -> Self {
        self.spans.push(quote.span);
        self.inner.push(quote.inner);
        self.kind = QuoteKind::Speech;
        self
    }

    /// From its first mark to its last.
    pub fn extent(&self) -> Span {
        self.spans[0].to(self.spans[self.spans.len() - 1])
    }
}

fn opening_mark(text: &str, quote: Span) -> Span {
    let mark = quote.of(text).chars().next().map_or(0, char::len_utf8);
    Span::new(quote.start, quote.start + mark as u32)
}

/// Whether a quotation begins with a double mark: what “ opened no ‘ takes up again.
fn is_double(text: &str, quote: Span) -> bool {
    quote.of(text).starts_with(['“', '"', '”', '«', '„'])
}

/// The words of a quotation in lower case, without marks: how two wordings of one quotation are compared.
///
/// An ellipsis, brackets and punctuation are no words; an apostrophe is the straight one.
pub fn spoken_words(text: &str) -> Vec<String> {
    words_as_written(text).map(|word| word_as_spoken(word).into_owned()).collect()
}

/// The same words as they are written.
///
/// Nearly all are of plain letters, and told without their being decoded.
fn words_as_written(text: &str) -> impl Iterator<Item = &str> {
    let parts = |letter: char| !letter.is_alphanumeric() && !is_apostrophe(letter);
    let mut rest = text;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            let is_over = rest.as_bytes().get(plain).is_none_or(|&byte| byte.is_ascii() && byte != b'\'');
            let end = if is_over { plain } else { rest.find(parts).unwrap_or(rest.len()) };
            let (word, behind) = rest.split_at(end);
            let mut behind = behind.chars();
            behind.next();
            rest = behind.as_str();
            let word = if is_bare(word) { word } else { word.trim_matches(is_apostrophe) };
            if !word.is_empty() {
                return Some(word);
            }
        }
        None
    })
}

fn word_as_spoken(word: &str) -> Cow<'_, str> {
    let small = in_small_letters(word);
    if small.is_ascii() { small } else { small.replace('’', "'").into() }
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

/// A word that is quoted, known by a number that it shares with itself wherever else it is spoken.
#[derive(Clone, Copy, Debug)]
pub struct SpokenWord {
    /// That number: hardly any other word has it.
    pub key: u64,
    /// The same of it and the word behind it in its quotation; none of the last.
    pub pair: u64,
    /// Where it is written: in its block, or in the story where its quotation runs over paragraphs.
    span: Span,
}

/// Wherever they are written.
impl PartialEq for SpokenWord {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl SpokenWord {
    /// The words of the quotation at `inner` in `text`.
    fn all(text: &str, inner: Span) -> Vec<Self> {
        let quoted = inner.of(text);
        let mut words = Vec::with_capacity(quoted.len() / 5 + 1);
        words.extend(words_as_written(quoted).map(|word| {
            let start = inner.start + (word.as_ptr().addr() - quoted.as_ptr().addr()) as u32;
            let span = Span::new(start, start + word.len() as u32);
            Self { key: spoken_key(&word_as_spoken(word)), pair: 0, span }
        }));
        for at in 1..words.len() {
            words[at - 1].pair = words[at - 1].pair_with(words[at].key);
        }
        words
    }

    /// The number of the word and another behind it.
    fn pair_with(self, next: u64) -> u64 {
        /// The highest bits of a product with it are of all bits of the other number.
        const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
        (self.key.wrapping_mul(MIX).rotate_left(29) ^ next).wrapping_mul(MIX)
    }
}

/// The number of a word in lower case, as [`SpokenWord::key`] has it.
pub fn spoken_key(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// The words of each quotation of a block that stands in no other.
struct QuotedWords(Vec<(Span, Vec<SpokenWord>)>);

impl Note for QuotedWords {
    fn read(block: Alone<'_>) -> Self {
        let words = |inner: Span| SpokenWord::all(block.text(), inner);
        Self(block.mentions().quotes.outer().map(|quote| (quote.inner, words(quote.inner))).collect())
    }
}

/// All words of a block.
struct AllWords(Vec<String>);

impl Note for AllWords {
    fn read(block: Alone<'_>) -> Self {
        Self(spoken_words(block.text()))
    }
}

impl Story {
    /// The words of a quotation, those that [`spoken_words`] gives.
    pub fn words_of(&self, quotation: &Quotation) -> Cow<'_, [SpokenWord]> {
        let pieces = match quotation.inner.as_slice() {
            &[piece] => return Cow::Borrowed(self.words_of_piece_in(quotation.block, piece)),
            pieces => pieces,
        };
        let mut words: Vec<SpokenWord> = Vec::new();
        for &piece in pieces {
            let block = self.block_at(piece.start);
            let more = self.words_of_piece_in(block, piece);
            if let (Some(last), Some(next)) = (words.last_mut(), more.first()) {
                last.pair = last.pair_with(next.key);
            }
            let by = self.blocks[block].span.start;
            words.extend(more.iter().map(|word| SpokenWord { span: word.span.shifted(by), ..*word }));
        }
        Cow::Owned(words)
    }

    /// A word of a quotation in lower case.
    pub fn spoken(&self, quotation: &Quotation, word: SpokenWord) -> Cow<'_, str> {
        let by = if quotation.inner.len() == 1 { self.blocks[quotation.block].span.start } else { 0 };
        word_as_spoken(self.text_of(word.span.shifted(by)))
    }

    /// Whether a mark parts the word at `at` of a quotation from the one behind it, or it is the last.
    pub fn is_set_off(&self, quotation: &Quotation, words: &[SpokenWord], at: usize) -> bool {
        self.is_parted(quotation, words, at, &[',', '.', ';', ':', '!', '?', '—', '–'])
    }

    /// Whether a sentence of a quotation ends with the word at `at`, or it is the last.
    pub fn ends_sentence(&self, quotation: &Quotation, words: &[SpokenWord], at: usize) -> bool {
        self.is_parted(quotation, words, at, &['.', '!', '?'])
    }

    fn is_parted(&self, quotation: &Quotation, words: &[SpokenWord], at: usize, marks: &[char]) -> bool {
        let by = if quotation.inner.len() == 1 { self.blocks[quotation.block].span.start } else { 0 };
        let Some(next) = words.get(at + 1) else { return true };
        let between = Span::new(words[at].span.end, next.span.start.max(words[at].span.end)).shifted(by);
        self.text_of(between).contains(marks)
    }

    /// The same of one piece of a quotation, without its marks.
    pub fn words_of_piece(&self, piece: Span) -> &[SpokenWord] {
        self.words_of_piece_in(self.block_at(piece.start), piece)
    }

    fn words_of_piece_in(&self, block: usize, piece: Span) -> &[SpokenWord] {
        let QuotedWords(quoted) = self.note(block);
        let inner = piece.back(self.blocks[block].span.start);
        quoted.iter().find(|(known, _)| *known == inner).map_or(&[], |(_, words)| words)
    }

    /// The words of the block with this number as [`spoken_words`] gives them.
    pub fn words_in(&self, block: usize) -> impl Iterator<Item = &str> {
        let AllWords(words) = self.note(block);
        words.iter().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::spoken_words;
    use crate::story::testing::read;

    #[test]
    fn a_quotation_left_open_is_taken_up_by_its_own_mark_only() {
        for (text, marks) in [
            (
                "“We shut four wards, and I am sorry, the manager, Ada Lund, wrote.\n\n‘Every bed counts,’ said Bo Ek.",
                1,
            ),
            ("“We shut four wards, and I am sorry.\n\n“Every bed counts,” said Bo Ek.", 0),
            ("“I sold it for a sack of oats, he said at a meeting of growers. “My wife still asks.”", 1),
        ] {
            assert_eq!(read(text).unpaired_marks.len(), marks, "{text}");
        }
    }

    #[test]
    fn marks_are_no_words_and_apostrophes_are_alike() {
        assert_eq!(spoken_words("“We’re … done,” he [Moss] said."), ["we're", "done", "he", "moss", "said"]);
        assert!(spoken_words("“💣 …”").is_empty());
    }
}
