//! One quotation, two speakers.

use std::cell::OnceCell;
use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;

use super::headline_quote_missing::is_of_grammar;
use super::{Report, Rule};
use crate::extract::{Mentions, SourceKind};
use crate::finding::Severity;
use crate::language::{Class, Lexicon, WordList, Words, is_one_of};
use crate::story::{Alone, Claim, ClaimKind, Glances, Note, Quotation, SourceId, Standing, Story, spoken_words};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "speaker-conflict",
    summary: "the same quotation is given to two people",
    severity: Severity::Error,
    explanation: r#"
The same words stand in the story twice, said by two different people; or all that one says stands within the words of another.

One of them did not say it.

```story
“We were never told about the drain,” said Ana Ruiz, a tenant.

The council met on Friday. “We were never told about the drain,” said Tom Beck, who lives next door.
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speaker-conflict: Who said this: Ana Ruiz or Tom Beck?
```

Better: find out who said it.

Not flagged: fewer than four words, unless two of three tell something (“daft and late”); words that somebody takes up from another ("he recalled her words"); a motto, a slogan or a chant without a speaker;
one person under two names, or a body and its spokesman.

Reference: NPR's accuracy checklist asks whether each quotation stands with the right speaker.
"#,
    asks_relations: false,
    check,
};

/// Fewer words can be anybody's: "I don't know."
const FEWEST_WORDS: usize = 4;

/// A story hands round no more words than these.
const MANY_OWNED: usize = 16;

/// So many words are no chance beginning.
const FEWEST_TO_GO_ON: usize = 6;

fn check(story: &Story, report: &mut Report<'_>) {
    let mut said: FxHashMap<u64, SmallVec<[Saying; 1]>> = FxHashMap::default();
    said.reserve(story.quotations.len());
    let all = story.claims.iter().flat_map(|claim| sayings(story, claim).map(move |said| (said, claim)));
    let mut asked: Vec<Span> = Vec::new();
    for ((speaker, piece), claim) in all {
        let saying = Saying { speaker, piece, words: OnceCell::new() };
        let alike = said.entry(key(story, saying.piece)).or_default();
        let Some(earlier) = alike.iter().find(|earlier| earlier.is_same(story, &saying)) else {
            alike.push(saying);
            continue;
        };
        if earlier.speaker != speaker && ask(story, report, earlier, &saying, claim.attribution.source_span) {
            asked.push(saying.piece);
        }
    }
    for (earlier, later, named) in taken_up(story) {
        if !asked.contains(&later.piece) && ask(story, report, &earlier, &later, named) {
            asked.push(later.piece);
        }
    }
    let owned = owned_words(story);
    for (number, Owned { owner, named, piece, words }) in owned.iter().enumerate() {
        // "Rob Garland" is not "Sophie Garland".
        let is_another = |name: &str| {
            let are_whole = name.contains(' ') && owner.contains(' ');
            name.rsplit(' ').next() != owner.rsplit(' ').next()
                || are_whole && name.split(' ').next() != owner.split(' ').next()
        };
        let spoken = said.get(&key(story, *piece)).into_iter().flatten();
        let mut spoken = spoken.filter(|saying| !saying.piece.overlaps(*piece) && saying.words(story) == words);
        // “No plan B, and not much of a plan A” of “There is no plan B, and not much of a plan A”.
        let whole = || {
            let all = story.claims.iter().flat_map(|claim| sayings(story, claim));
            let mut all = all.filter(|_| number < MANY_OWNED && FEWEST_TO_GO_ON < words.len());
            all.find(|&(_, told)| {
                let said = spoken_words(story.text_of(told));
                told.end <= piece.start && said.windows(words.len()).any(|run| run == words)
            })
        };
        let earlier =
            spoken.next().map(|saying| (story.source(saying.speaker).name.clone(), saying.piece)).or_else(|| {
                owned[..number]
                    .iter()
                    .find(|other| other.words == *words)
                    .map(|other| (other.owner.clone(), other.piece))
            });
        let earlier = earlier.or_else(|| whole().map(|(speaker, told)| (story.source(speaker).name.clone(), told)));
        if let Some((name, place)) = earlier.filter(|(name, _)| is_another(name)) {
            report
                .at(*piece, format!("Who said this: {name} or {owner}?"))
                .relate(place, format!("given to {name} here"))
                .relate(*named, format!("and to {owner} here"))
                .help("Find out who said it.");
        }
    }
}

/// Asks which of two speakers said it, the later of whom is `named` there; `false` where both may have.
fn ask(story: &Story, report: &mut Report<'_>, earlier: &Saying, later: &Saying, named: Option<Span>) -> bool {
    let (one, other) = (&story.source(earlier.speaker).name, &story.source(later.speaker).name);
    // "Chef Yuki Tamura" and "Yuki Tamura".
    let are_one = one.ends_with(other.as_str()) || other.ends_with(one.as_str());
    if are_one || is_quoted_again(story, earlier, later.piece) {
        return false;
    }
    let finding = report.at(later.piece, format!("Who said this: {one} or {other}?"));
    finding.relate(earlier.piece, format!("given to {one} here"));
    if let Some(named) = named {
        finding.relate(named, format!("and to {other} here"));
    }
    finding.help("Find out who said it.");
    true
}

/// The quotations of one person that stand whole in another's, the one that stands first in the story first, with where
/// the later speaker is named: “a map drawn on water” and “it is a map drawn on water, nothing more”.
fn taken_up(story: &Story) -> Vec<(Saying, Saying, Option<Span>)> {
    const MANY: usize = 8;
    let quoted = story.claims.iter().flat_map(|claim| {
        let named = claim.attribution.source_span;
        sayings(story, claim).map(move |(speaker, piece)| (speaker, piece, named))
    });
    let quoted = quoted.filter_map(|(speaker, piece, named)| {
        let number = story.quotations.binary_search_by_key(&piece, |quotation| quotation.spans[0]).ok()?;
        Some((speaker, piece, named, story.words_of_piece(story.quotations[number].inner[0])))
    });
    let quoted: Vec<_> = quoted.filter(|(.., words)| FEWEST_WORDS <= words.len()).collect();
    if quoted.len() < 2 || quoted.iter().all(|(speaker, ..)| *speaker == quoted[0].0) {
        return Vec::new();
    }
    let mut openings: FxHashMap<u64, SmallVec<[usize; 1]>> = FxHashMap::default();
    for (at, (.., words)) in quoted.iter().enumerate() {
        openings.entry(words[0].pair).or_default().push(at);
    }
    let glances = Glances::of(openings.keys().copied());
    let mut found = Vec::new();
    for (whole, (speaker, piece, named, words)) in quoted.iter().enumerate() {
        let pairs = words.iter().map(|word| word.pair).enumerate();
        for (start, pair) in pairs.filter(|&(_, pair)| glances.may_show(pair)) {
            let parts = openings.get(&pair).into_iter().flatten().take(MANY);
            for (part, (other, told, owner, run)) in parts.map(|&part| (part, &quoted[part])) {
                let is_held = part != whole && other != speaker && words[start..].starts_with(run);
                let is_new = || run.len() < words.len() && !quotes_within(story, *piece);
                if !is_held || !is_new() || !is_telling_run(story, *told) {
                    continue;
                }
                let saying = |&speaker: &SourceId, &piece: &Span| Saying { speaker, piece, words: OnceCell::new() };
                let (short, long) = (saying(other, told), saying(speaker, piece));
                found.push(if told < piece { (short, long, *named) } else { (long, short, *owner) });
            }
        }
    }
    found
}

/// Words that two people do not say by chance: three of them tell something, four in a sentence that anybody may say
/// ("it was a tough decision").
fn is_telling_run(story: &Story, piece: Span) -> bool {
    const TELLING: usize = 3;
    const LETTERS: usize = 3;
    let words = spoken_words(story.text_of(piece));
    let is_small = |word: &str| word.contains('\'') || Lexicon::shared().classes(word).has(Class::Adverb);
    let tells = |word: &&String| LETTERS <= word.chars().count() && !is_of_grammar(word) && !is_small(word);
    let opens = words.first().is_some_and(|first| {
        let is_plain = Lexicon::shared().classes(first).has(Class::Pronoun) || first.contains('\'');
        is_plain || is_one_of(first, &["this", "that", "there"])
    });
    TELLING + usize::from(opens) <= words.iter().filter(tells).count()
}

/// Whether somebody quotes somebody within a quotation.
fn quotes_within(story: &Story, piece: Span) -> bool {
    let text = story.text_of(piece);
    let inner = text.trim_matches(['"', '“', '”', '\'', '‘', '’']);
    inner.contains(['“', '"', '‘'])
        || inner.contains(" '")
        || text.chars().nth(1).is_some_and(|mark| "‘'“\"".contains(mark))
}

/// What somebody's words are called.
const SAID: &[&str] = &["words", "phrase", "sentence", "line", "remark", "statement", "verdict", "message"];

/// How many words may stand between such a word and what was said: "her remark about there being “no plan B”".
const ABOUT: usize = 4;

/// The quotations of a block before which their sentence speaks of somebody's words, in order.
struct LedIn(Vec<Led>);

struct Led {
    quote: Span,
    /// Whether it is led in by "in the words of".
    is_by_words_of: bool,
}

impl Note for LedIn {
    fn read(block: Alone<'_>) -> Self {
        let led = block.mentions().quotes.outer().filter_map(|quote| {
            let sentence = block.mentions().sentences.get(block.sentence_at(quote.span.start))?;
            let before = Span::new(sentence.start, quote.span.start.max(sentence.start));
            let words = Words { text: block.text(), tokens: block.tokens_in(before) };
            let last = (0..words.tokens.len()).rfind(|&at| words.is_word(at))?;
            // "In the words of Ida Lund, “…”", "the words of its director, Ida Lund, “…”, were painted".
            let is_by_words_of = (0..words.tokens.len()).any(|at| words.is_any(at, SAID) && words.is(at + 1, "of"));
            let is_said = (last.saturating_sub(ABOUT)..=last).any(|at| words.is_any(at, SAID));
            (is_by_words_of || is_said).then_some(Led { quote: quote.span, is_by_words_of })
        });
        let mut led: Vec<Led> = led.collect();
        led.sort_by_key(|led| led.quote);
        Self(led)
    }

    fn may_speak(block: Alone<'_>) -> bool {
        const LED: WordList = WordList::of(SAID);
        let Mentions { quotes, vocabulary, .. } = block.mentions();
        vocabulary.may_hold_listed(&LED) && quotes.outer().next().is_some()
    }

    fn is_silent(&self) -> bool {
        self.0.is_empty()
    }
}

/// Words that the story calls somebody's: "the driver Karl Egger's words: “…”", "in the words of Judge Sen, “…”".
struct Owned {
    owner: String,
    /// Where the name stands.
    named: Span,
    piece: Span,
    words: Vec<String>,
}

/// ", who summed up the mood with the words": a clause that tells of the one named before it, and closes with what was said.
fn is_summed_up(gap: &str) -> bool {
    const LONGEST: usize = 12;
    let words: Vec<&str> = gap.split_whitespace().collect();
    let tells = gap.trim_start_matches([',', ' ']);
    let is_of_him = ["who ", "whose ", "with ", "in ", "used ", "put "].iter().any(|lead| tells.starts_with(lead));
    words.len() <= LONGEST && is_of_him && words.last().is_some_and(|last| is_one_of(last, SAID))
}

/// The quotations that stand right behind somebody's name and a word for what was said, in order.
fn owned_words(story: &Story) -> Vec<Owned> {
    let owner = |quotation: &Quotation, is_led: bool| {
        let start = quotation.spans[0].start;
        let sentence = story.sentence_at(start);
        let first = story.names.partition_point(|name| name.span.start < story.sentences[sentence].span.start);
        let name = story.names[first..].iter().take_while(|name| name.span.end <= start).last()?;
        let named = story.text_of(name.span).trim_end_matches("'s").trim_end_matches("’s");
        let gap = story.text[name.span.end as usize..start as usize].trim_end_matches([' ', ',', ':']);
        let gap = gap.trim_start_matches("'s").trim_start_matches("’s").trim();
        let mut said = gap.split(' ');
        let is_word = said.next().is_some_and(|first| is_one_of(first, SAID));
        let is_tie = said.next().is_none_or(|tie| is_one_of(tie, &["about", "that", "of", "on"]));
        let is_genitive = is_word && is_tie && said.count() < ABOUT;
        (is_genitive || is_led && gap.is_empty() || is_summed_up(gap)).then(|| (named.to_owned(), name.span))
    };
    let led = story.noted().flat_map(|(block, LedIn(led))| {
        let start = story.blocks[block].span.start;
        led.iter().map(move |led| (led.quote.shifted(start), led.is_by_words_of))
    });
    let spoken = led.filter_map(|(quote, is_led)| {
        let number = story.quotations.binary_search_by_key(&quote, |quotation| quotation.spans[0]).ok()?;
        let quotation = &story.quotations[number];
        let (owner, named) = owner(quotation, is_led)?;
        let words = spoken_words(story.text_of(quotation.spans[0]));
        (FEWEST_WORDS <= words.len()).then(|| Owned { owner, named, piece: quotation.spans[0], words })
    });
    spoken.collect()
}

/// What a claim quotes, and who says it: the claim itself, or the quotations within what somebody is said to say.
fn sayings<'a>(story: &'a Story, claim: &'a Claim) -> impl Iterator<Item = (SourceId, Span)> + 'a {
    speaker(story, claim).into_iter().flat_map(move |speaker| {
        let whole = (claim.kind == ClaimKind::Quote).then_some(claim.spans[0]);
        let told = if claim.kind == ClaimKind::Statement { quoted_within(story, claim) } else { &[] };
        whole.into_iter().chain(told.iter().map(|quotation| quotation.spans[0])).map(move |piece| (speaker, piece))
    })
}

/// The quotations within what somebody is said to say.
fn quoted_within<'a>(story: &'a Story, claim: &Claim) -> &'a [Quotation] {
    let first = story.quotations.partition_point(|quotation| quotation.spans[0].start < claim.spans[0].start);
    let behind = &story.quotations[first..];
    let count = behind.iter().take_while(|quotation| claim.spans[0].covers(quotation.spans[0])).count();
    // "Pell agreed with the judge, who had told him that it was “no small thing”": the judge's words.
    let told = behind[..count].first().map(|first| Span::new(claim.spans[0].start, first.spans[0].start));
    if told.is_some_and(|told| story.tokens_in(told).iter().any(|word| word.is(Class::Relative))) {
        return &[];
    }
    if 0 < count && is_said_so(story, claim) { &behind[..count] } else { &[] }
}

/// "Said", "called": somebody who rejects a charge does not make it.
fn is_said_so(story: &Story, claim: &Claim) -> bool {
    let cue = claim.attribution.cue.map_or("", |cue| story.text_of(cue));
    Lexicon::shared().classes(&cue.to_lowercase()).has_any(&[Class::Say, Class::Call, Class::Tell])
}

/// Whether the sentence of a saying takes up what another said: it names the one who said it, or speaks of their words.
fn is_quoted_again(story: &Story, earlier: &Saying, piece: Span) -> bool {
    const WORDS: &[&str] = &[
        "words",
        "phrase",
        "line",
        "remark",
        "remarks",
        "expression",
        "description",
        "comment",
        "comments",
        "admission",
        "boast",
        "charge",
        "promise",
        "verdict",
        "vow",
        "warning",
        "quoting",
        "quoted",
        "echoed",
        "echoing",
        "repeated",
        "repeating",
        "borrowed",
        "reminded",
        "read",
        "slogan",
    ];
    let sentence = story.sentence_at(piece.start);
    let name = &story.source(earlier.speaker).name;
    let surname = name.rsplit(' ').next().unwrap_or_default();
    let before = Span::new(story.sentences[sentence].span.start, piece.start);
    let mut words = story.text_of(before).split(|mark: char| !mark.is_alphanumeric());
    story.sentence_at(earlier.piece.start) != sentence && words.any(|word| word == surname || is_one_of(word, WORDS))
}

/// Words with which somebody begins to speak, told apart only where others begin like them.
struct Saying {
    speaker: SourceId,
    piece: Span,
    words: OnceCell<Vec<String>>,
}

impl Saying {
    /// Whether two quotations are of the same words, and enough of them.
    fn is_same(&self, story: &Story, other: &Self) -> bool {
        let said = self.words(story);
        let is_written_alike = || story.text_of(self.piece) == story.text_of(other.piece);
        // “It came down like a dropped tray, and after that there was no sound”: the other goes on.
        let goes_on = || {
            let told = other.words(story);
            let (short, long) = if said.len() < told.len() { (said, told) } else { (told, said) };
            // “‘They booed’ is what she said”: somebody quotes somebody.
            let is_nested =
                |piece: Span| story.text_of(piece).chars().nth(1).is_some_and(|mark| "‘'“\"".contains(mark));
            let is_plain = !is_nested(self.piece) && !is_nested(other.piece);
            is_plain && FEWEST_TO_GO_ON <= short.len() && long.starts_with(short)
        };
        (FEWEST_WORDS <= said.len() || are_telling(said))
            && (is_written_alike() || said == other.words(story) || goes_on())
    }

    fn words(&self, story: &Story) -> &[String] {
        self.words.get_or_init(|| spoken_words(story.text_of(self.piece)))
    }
}

/// “Daft and late”: three words of which two tell something are no more anybody's than four.
fn are_telling(said: &[String]) -> bool {
    const FEWEST: usize = 3;
    const LETTERS: usize = 4;
    let telling = said.iter().filter(|word| LETTERS <= word.chars().count() && !is_of_grammar(word)).count();
    FEWEST <= said.len() && 1 < telling
}

/// The person who says what is claimed.
fn speaker(story: &Story, claim: &Claim) -> Option<SourceId> {
    let is_said = matches!(claim.kind, ClaimKind::Quote | ClaimKind::Statement)
        && claim.attribution.standing == Standing::Attributed;
    claim.attribution.source.filter(|&speaker| is_said && story.source(speaker).kind == SourceKind::Person)
}

/// What quotations of the same words share, and others hardly ever.
fn key(story: &Story, piece: Span) -> u64 {
    let block = story.block_at(piece.start);
    let Keys(keys) = story.note(block);
    let quoted = piece.back(story.blocks[block].span.start);
    let known = keys.iter().find(|(known, _)| *known == quoted);
    known.map_or_else(|| first_letters(story.text_of(piece)), |&(_, key)| key)
}

/// The keys of a block's quotations.
struct Keys(Vec<(Span, u64)>);

impl Note for Keys {
    fn read(block: Alone<'_>) -> Self {
        let quotes = block.mentions().quotes.outer();
        Self(quotes.map(|quote| (quote.span, first_letters(quote.span.of(block.text())))).collect())
    }
}

/// The first letters of some words, without what parts them, as a number.
fn first_letters(words: &str) -> u64 {
    const LETTERS: usize = 20;
    let mut hasher = FxHasher::default();
    let mut left = LETTERS;
    for letter in words.chars().filter(|letter| letter.is_alphanumeric()) {
        if letter.is_ascii() {
            hasher.write_u32(letter.to_ascii_lowercase().into());
            left -= 1;
        } else {
            let small = letter.to_lowercase().take(left);
            left -= small.map(|letter| hasher.write_u32(letter.into())).count();
        }
        if left == 0 {
            break;
        }
    }
    hasher.finish()
}
