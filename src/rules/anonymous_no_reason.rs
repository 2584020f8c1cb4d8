//! An unnamed source, and no word on why.

use std::sync::LazyLock;

use regex::Regex;

use super::unnamed::{is_one_of_many, is_only_of_party};
use super::{Report, Rule};
use crate::extract::{Attribution, AttributionKind, SourceKind, SourceMention};
use crate::finding::Severity;
use crate::language::{Class, Token, WordList, Words, is_one_of};
use crate::story::{Alone, Note, SourceId, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "anonymous-no-reason",
    summary: "an unnamed source, and no reason for it",
    severity: Severity::Information,
    explanation: r#"
Somebody gives the story its news without a name, and the story does not say why they may hide it.

The reason lets a reader judge the source: fear of dismissal is one thing, a grudge another.
Not every newsroom prints it, so this is information; one that asks for it sets it to `warning`.

```story
A person with knowledge of the talks said the merger was off.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anonymous-no-reason: Why may a person with knowledge of the talks stay unnamed? No reason is given.
```

Better: give the reason, there or in the next sentence.

```story
A person with knowledge of the talks said the merger was off. The person asked not to be named because the talks are private.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anonymous-source: Unnamed
```

Asked of insiders and of somebody who is one of many ("one consultant", "a member of the cabinet"): once of those whom
the story calls alike.

Not flagged: "officials said" and the officials of a body; a spokesman; a source to whom another outlet spoke;
a story that says anywhere that somebody spoke on condition of anonymity, unless that is clearly somebody else;
somebody whom one of the next paragraphs names; passers-by, customers and others who are anybody; headlines; words inside a quotation.

Reference: AP asks that a story say why a source may stay unnamed.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    let sources = without_reason(story);
    for source in &sources {
        let words = super::in_sentence(story.text_of(source.span));
        report
            .at(source.span, format!("Why may {words} stay unnamed? No reason is given."))
            .help("Say why the source cannot be named, and how they know.");
    }
    // One question for those who are only called close to somebody, and none where another such source is asked about.
    let mut near = story.noted().filter_map(|(number, NearSources(near))| Some((number, (*near)?)));
    let near = near.next().map(|(number, near)| near.shifted(story.blocks[number].span.start));
    let is_explained = || story.noted::<Explained>().next().is_some();
    if let Some(near) = near.filter(|near| sources.iter().all(|source| !source.span.overlaps(*near)) && !is_explained())
    {
        let words = super::in_sentence(story.text_of(near));
        report
            .at(near, format!("Why may {words} stay unnamed? No reason is given."))
            .help("Say why the source cannot be named, and how they know.");
    }
}

/// "Sources close to the premier say", "a person briefed on the matter said": the words for the first of them that
/// speak in a block. Whom they are close to is easily taken for the speaker.
struct NearSources(Option<Span>);

impl Note for NearSources {
    fn read(block: Alone<'_>) -> Self {
        if !block.role().is_prose() {
            return Self(None);
        }
        Self(block.mentions().sentences.iter().find_map(|&sentence| near_source(block, sentence)))
    }

    fn may_speak(block: Alone<'_>) -> bool {
        const TIED: WordList = WordList::of(&["close", "familiar", "briefed", "knowledge", "near", "involved"]);
        let vocabulary = &block.mentions().vocabulary;
        block.role().is_prose() && vocabulary.may_hold_listed(&TIED) && vocabulary.may_hold_listed(&HEADS)
    }

    fn is_silent(&self) -> bool {
        self.0.is_none()
    }
}

/// Whom a tie to what they know makes a source.
const HEADS: WordList = WordList::of(&[
    "source",
    "sources",
    "person",
    "people",
    "persons",
    "individual",
    "individuals",
    "somebody",
    "someone",
    "those",
]);

fn near_source(block: Alone<'_>, sentence: Span) -> Option<Span> {
    const TIES: &[&[&str]] = &[
        &["close", "to"],
        &["familiar", "with"],
        &["briefed", "on"],
        &["with", "knowledge", "of"],
        &["with", "direct", "knowledge", "of"],
        &["near", "to"],
        &["involved", "in"],
        &["involved", "with"],
    ];
    const DEALS: &[&str] = &[
        "auction",
        "bid",
        "bidding",
        "deal",
        "decision",
        "discussions",
        "negotiations",
        "planning",
        "process",
        "sale",
        "search",
        "takeover",
        "talks",
        "transaction",
    ];
    const SUBJECT: usize = 8;
    const TOLD: usize = 5;
    let words = Words { text: block.text(), tokens: block.tokens_in(sentence) };
    // "…, according to a person close to him"
    let led = (2..words.tokens.len()).find(|&at| {
        let is_led = || (1..=2).any(|back| words.run_is(at.wrapping_sub(back + 1), &["according", "to"]));
        words.is_listed(at, &HEADS) && is_led() && TIES.iter().any(|tie| words.run_is(at + 1, tie))
    });
    if let Some(head) = led {
        let is_article = words.is_any(head - 1, &["a", "one", "two"]);
        let tie = TIES.iter().find(|tie| words.run_is(head + 1, tie))?;
        let behind = head + 1 + tie.len();
        let end =
            (behind..words.tokens.len().min(behind + TOLD)).find(|&at| !words.is_word(at)).unwrap_or(behind + TOLD);
        let end = end.min(words.tokens.len());
        let span = words.span(head - usize::from(is_article), end);
        return (!block.is_quoted(span)).then_some(span);
    }
    let head = (0..words.tokens.len().min(4)).find(|&at| words.is_listed(at, &HEADS))?;
    let tie = TIES.iter().find(|tie| words.run_is(head + 1, tie))?;
    let behind = head + 1 + tie.len();
    let verb = (behind + 1..words.tokens.len().min(behind + SUBJECT))
        .find(|&at| words.has(at, Class::Say) || words.has(at, Class::Tell) || words.has(at, Class::Show))?;
    // "A person involved in the auction": who deals knows; whoever was involved in a crash was only there.
    let is_dealer = || tie[0] != "involved" || (behind..verb).any(|at| words.is_any(at, DEALS));
    let is_plain = (behind..verb).all(|at| words.is_word(at)) && is_dealer();
    let span = words.span(0, verb);
    (is_plain && !block.is_quoted(span)).then_some(span)
}

/// The insiders of a story and those who are one of many, once of all that are called alike, unless the story gives
/// a reason that may be theirs.
pub(super) fn without_reason(story: &Story) -> Vec<SourceMention> {
    let mut asked: Vec<Asked> = Vec::new();
    for (block, UnnamedIn(unnamed)) in story.noted() {
        let first = story.numbers_of_attributions(block).start;
        for unnamed in unnamed {
            let number = first + unnamed.number;
            let speaker = story.speakers[number];
            let is_named = speaker.is_some_and(|speaker| story.source(speaker).kind == SourceKind::Person);
            let Some(source) = story.attributions[number].source else { continue };
            let is_new = asked.iter().all(|asked| !asked.is_same(story, &source, speaker));
            let may_hide = !is_named || unnamed.is_only_of_party;
            let is_known = is_named_below(story, &source) || is_outsider(story, &source);
            if is_new && may_hide && !is_explained(story, &source) && !is_known {
                asked.push(Asked { source, speaker });
            }
        }
    }
    asked.into_iter().map(|Asked { source, .. }| source).collect()
}

/// Somebody whose reason is asked for.
struct Asked {
    source: SourceMention,
    speaker: Option<SourceId>,
}

impl Asked {
    /// Whether a reader takes the two for one: the story does, or calls them alike.
    fn is_same(&self, story: &Story, source: &SourceMention, speaker: Option<SourceId>) -> bool {
        let (one, other) = (called(story, &self.source), called(story, source));
        self.speaker.is_some() && self.speaker == speaker || one.ends_with(&other) || other.ends_with(&one)
    }
}

/// What somebody is called, without the article: "senior official" of "a senior official".
fn called(story: &Story, source: &SourceMention) -> String {
    let words = story.text_of(source.span).to_lowercase();
    let (first, rest) = words.split_once(' ').unwrap_or(("", &words));
    let is_article = is_one_of(first, &["a", "an", "another", "one", "the", "two", "three", "several"]);
    if is_article { rest.to_owned() } else { words }
}

/// Those who speak in a block and are insiders or one of many, as far as it tells alone, in order.
struct UnnamedIn(Vec<Unnamed>);

struct Unnamed {
    /// The number of the attribution among those of the block.
    number: usize,
    is_only_of_party: bool,
}

impl Note for UnnamedIn {
    fn read(block: Alone<'_>) -> Self {
        if !block.role().is_prose() {
            return Self(Vec::new());
        }
        let attributions = block.mentions().attributions.iter().enumerate();
        let unnamed = attributions.filter_map(|(number, attribution)| {
            let source = attribution.source.as_ref()?;
            let is_insider = is_insider(block, source);
            let is_one_of_many = is_one_of_many(block, source) && speaks(block, attribution);
            let is_only_of_party = is_only_of_party(block, source);
            (is_insider || is_one_of_many).then_some(Unnamed { number, is_only_of_party })
        });
        Self(unnamed.collect())
    }

    fn may_speak(block: Alone<'_>) -> bool {
        block.role().is_prose() && block.mentions().attributions.iter().any(|attribution| attribution.source.is_some())
    }

    fn is_silent(&self) -> bool {
        self.0.is_empty()
    }
}

/// "One juror called it “trash”" is said as well.
fn speaks(block: Alone<'_>, attribution: &Attribution) -> bool {
    let calls = || block.tokens_in(attribution.cue).iter().any(|word| word.is(Class::Call));
    attribution.kind == AttributionKind::Speech || calls()
}

/// Whether the story gives a reason that may be this source's: one "who asked not to be named" speaks for nobody else.
fn is_explained(story: &Story, asked: &SourceMention) -> bool {
    story.noted::<Explained>().any(|(block, _)| {
        let place = &story.blocks[block];
        let reasons = place.mentions.sentences.iter().map(|sentence| sentence.shifted(place.span.start));
        let mut reasons = reasons.filter(|&sentence| gives_reason(story.text_of(sentence)));
        reasons.any(|sentence| {
            let mut sources = story.attributions_of(block).iter().filter_map(|attribution| attribution.source);
            !sources.any(|source| sentence.contains(source.span.start) && are_others(story, &source, asked))
        })
    })
}

/// "A former engineer told the inquiry", and two paragraphs on former engineer Ada Moss: whether the story names below whom
/// it first only describes.
fn is_named_below(story: &Story, source: &SourceMention) -> bool {
    const REACH: usize = 4;
    let words = story.text_of(source.span);
    let Some((article, called)) = words.split_once(' ') else { return false };
    if !is_one_of(article, &["a", "an", "one"]) {
        return false;
    }
    let first = story.block_at(source.span.start) + 1;
    let below = &story.blocks[first.min(story.blocks.len())..(first + REACH).min(story.blocks.len())];
    below.iter().any(|block| {
        let text = story.text_of(block.span);
        text.match_indices(called).any(|(at, _)| {
            let behind = text[at + called.len()..].trim_start_matches([' ', ',']);
            behind.starts_with(char::is_uppercase)
        })
    })
}

/// "A chemist who had no part in the study called it careful. Ivo Kerr, who teaches at Orm, said": an outsider has nothing to
/// hide, and the next sentence names one.
fn is_outsider(story: &Story, source: &SourceMention) -> bool {
    const NOT: &[&str] = &["no", "not", "never"];
    const REACH: usize = 5;
    let sentence = story.sentence_at(source.span.start);
    let block = &story.blocks[story.block_at(source.span.start)];
    let words = Words { text: story.text_of(block.span), tokens: story.tokens_behind(sentence, source.head.end) };
    let is_apart = words.is(0, "who") && (1..REACH).any(|at| words.is_any(at, NOT));
    let next = story.sentences.get(sentence + 1).filter(|next| block.span.contains(next.span.start));
    is_apart && next.is_some_and(|next| story.names.iter().any(|name| name.span.start == next.span.start && name.sure))
}

/// "Two diplomats" beside "a member of the cabinet": met for the first time, and called by another word.
fn are_others(story: &Story, source: &SourceMention, asked: &SourceMention) -> bool {
    let text = story.text_of(story.blocks[story.block_at(source.span.start)].span);
    let is_new = story.tokens_in(source.span).first().is_some_and(|first| first.is(Class::NumberWord));
    let is_anybody = |source: &SourceMention| {
        ["people", "person", "persons", "source", "sources", "official", "officials", "them"]
            .contains(&story.text_of(source.head).to_lowercase().as_str())
    };
    let stem = |source: &SourceMention| story.text_of(source.head).to_lowercase().trim_end_matches('s').to_owned();
    let is_one = |source: &SourceMention| {
        story.tokens_in(source.span).first().is_some_and(|first| first.of(text).eq_ignore_ascii_case("one"))
    };
    // "A port official" is none of "two members of the crew".
    let may_be_any = is_anybody(asked) && stem(asked) != "official";
    is_new && !is_one(source) && !is_anybody(source) && !may_be_any && stem(source) != stem(asked)
}

/// Somebody who tells what they may not: described by what they know, or as an insider, a diplomat, an aide.
pub(super) fn is_insider(block: Alone<'_>, source: &SourceMention) -> bool {
    const AIDES: &[&str] =
        &["aide", "aides", "diplomat", "diplomats", "official", "officials", "adviser", "advisor", "backbencher"];
    const STAFF: &[&str] = &["manager", "executive", "employee", "minister", "banker", "colleague", "staffer"];
    let text = block.text();
    if source.kind == SourceKind::Group && are_aides(block.tokens_in(source.span), text) {
        return true;
    }
    if !matches!(source.kind, SourceKind::Anonymous | SourceKind::Role) {
        return false;
    }
    let after = Span::new(source.span.end, source.span.end + 40);
    let own = block.tokens_in(source.span);
    let knows = own.iter().chain(block.tokens_in(after).iter().take(2)).any(|token| {
        is_one_of(token.of(text), &["familiar", "knowledge", "briefed", "insider", "insiders", "source", "sources"])
    });
    let is_one = own.first().is_some_and(|first| {
        first.is(Class::NumberWord) || ["a", "an", "A", "An", "another", "Another"].contains(&first.of(text))
    });
    let is_any = |words: &[&str]| own.iter().any(|token| words.contains(&token.of(text)));
    // "A senior manager at the company": of many, and placed where one can know.
    let is_placed = own.iter().any(|token| ["senior", "former", "junior"].contains(&token.of(text)));
    let is_aide = is_any(AIDES) || is_placed && is_any(STAFF);
    knows || is_one && is_aide
}

/// "Diplomats", "Western diplomats", "former aides": several in general, who could be named one by one.
fn are_aides(words: &[Token], text: &str) -> bool {
    const AIDES: &[&str] = &["diplomats", "aides", "advisers", "advisors", "backbenchers", "staffers"];
    const LONGEST: usize = 3;
    let is_plain = |word: &Token| !word.classes.has_any(&[Class::Determiner, Class::Possessive, Class::Preposition]);
    words.len() <= LONGEST
        && words.iter().all(is_plain)
        && words.last().is_some_and(|last| is_one_of(last.of(text), AIDES))
        && words[..words.len() - 1]
            .iter()
            .all(|word| is_one_of(word.of(text), &["western", "european", "senior", "former", "government", "some"]))
}

/// Whether a block says why somebody may hide their name.
struct Explained(bool);

impl Note for Explained {
    fn read(block: Alone<'_>) -> Self {
        let mut sentences = block.mentions().sentences.iter();
        Self(Self::may_speak(block) && sentences.any(|sentence| gives_reason(sentence.of(block.text()))))
    }

    fn may_speak(block: Alone<'_>) -> bool {
        // A word of every such reason: most paragraphs have none.
        const GIVEN: WordList = WordList::of(&[
            "named",
            "identified",
            "name",
            "names",
            "anonymity",
            "anonymous",
            "anonymously",
            "anonymised",
            "anonymized",
            "authorised",
            "authorized",
            "unauthorised",
            "unauthorized",
            "fear",
            "feared",
            "allowed",
            "permitted",
            "cleared",
            "liberty",
            "forbidden",
            "barred",
        ]);
        block.mentions().vocabulary.may_hold_listed(&GIVEN)
    }

    fn is_silent(&self) -> bool {
        !self.0
    }
}

/// "On condition of anonymity", "asked not to be named", "not authorised to speak"; "not allowed to speak to reporters",
/// "who is not permitted to discuss it", "barred from talking to the press".
pub(super) fn gives_reason(sentence: &str) -> bool {
    static REASON: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?ix)
              anonym | authori[sz]ed\ to
            | not\ (to\ )?be\ (named|identified) | declined\ to\ be\ (named|identified) | to\ be\ named\ because
            | names?\ (not\ be\ used|published|be\ (left\ out|kept\ out|withheld))
            | withhold\ (her|his|their)\ names? | not\ to\ use\ (her|his)\ name
            | if\ (named|identified) | for\ fear\ of | fear\ of\ re(prisal|tribution) | feared\ losing
            | (not\ (allowed|permitted|cleared|at\ liberty|free)\ to | barred\ from | forbidden\ (to|from))
              \s*(brief|comment|discuss|speak|talk)",
        )
        .expect("it is one")
    });
    REASON.is_match(sentence)
}
