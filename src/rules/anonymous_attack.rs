//! Somebody without a name speaks ill of somebody with one.

use super::accused_unnamed::lays_wrong;
use super::anonymous_no_reason::is_insider;
use super::unnamed::is_one_of_many;
use super::{Report, Rule};
use crate::extract::{Attribution, SourceKind, SourceMention};
use crate::finding::Severity;
use crate::language::{Class, TokenKind, WordList, Words, is_one_of};
use crate::story::{Alone, Note, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "anonymous-attack",
    summary: "an unnamed source speaks ill of somebody",
    severity: Severity::Warning,
    explanation: r#"
Somebody whom the story does not name calls a person a coward, a liar, lazy or out of their depth,
or says that they lied, stole, took bribes or were drunk.

Whoever is attacked cannot answer somebody without a name, and a reader cannot tell a judgement from a grudge.

```story
The director of the museum, Carol Finch, will leave in June.

“She is a tyrant with a clipboard,” one colleague said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anonymous-attack: An unnamed source speaks ill of somebody here: who says it?
                                    ^^^^^^^^^^^^^ anonymous-no-reason: Why may one colleague stay unnamed?
```

Better: let somebody say it under a name, or leave it out.

```story
The director of the museum, Carol Finch, will leave in June.

“She is a tyrant with a clipboard,” said Rhoda Pell, who keeps the coins.
```

Not flagged: what passers-by, voters and others who are anybody say; what is said of a thing or a body; headlines.

Reference: AP takes information from unnamed sources, and no opinion; NPR lets nobody attack another unnamed.
"#,
    asks_relations: false,
    check,
};

/// What people are called by those who think ill of them.
const NAMES: WordList = WordList::of(&[
    "amateur",
    "autocrat",
    "backstabber",
    "bigot",
    "brute",
    "buffoon",
    "bully",
    "charlatan",
    "cheat",
    "clown",
    "coward",
    "creep",
    "crook",
    "crooks",
    "despot",
    "dictator",
    "disaster",
    "disgrace",
    "dinosaur",
    "drunk",
    "drunkard",
    "egomaniac",
    "embarrassment",
    "failure",
    "fake",
    "fool",
    "fraud",
    "hypocrite",
    "idiot",
    "joke",
    "leech",
    "liability",
    "liar",
    "lightweight",
    "loser",
    "megalomaniac",
    "menace",
    "misogynist",
    "monster",
    "narcissist",
    "nightmare",
    "nobody",
    "opportunist",
    "parasite",
    "phoney",
    "phony",
    "predator",
    "psychopath",
    "puppet",
    "racist",
    "rat",
    "sexist",
    "snake",
    "snob",
    "thief",
    "thug",
    "traitor",
    "turncoat",
    "tyrant",
    "weasel",
    "windbag",
    "wrecker",
]);

/// What they are said to be.
const TRAITS: WordList = WordList::of(&[
    "aloof",
    "arrogant",
    "bullying",
    "callous",
    "clueless",
    "conceited",
    "corrupt",
    "cowardly",
    "cruel",
    "crooked",
    "deaf",
    "deluded",
    "deranged",
    "dim",
    "dishonest",
    "disloyal",
    "duplicitous",
    "erratic",
    "gutless",
    "greedy",
    "hapless",
    "heartless",
    "hopeless",
    "idle",
    "incompetent",
    "inept",
    "insufferable",
    "lazy",
    "manipulative",
    "nasty",
    "paranoid",
    "petty",
    "pompous",
    "reckless",
    "rude",
    "ruthless",
    "selfish",
    "shameless",
    "sly",
    "spineless",
    "spiteful",
    "stupid",
    "toxic",
    "treacherous",
    "unbearable",
    "unfit",
    "unhinged",
    "unstable",
    "useless",
    "vain",
    "venal",
    "vicious",
    "vindictive",
    "weak",
    "worthless",
]);

/// "Out of her depth", "a control freak", "two-faced".
const PHRASES: &[&[&str]] = &[
    &["out", "of", "his", "depth"],
    &["out", "of", "her", "depth"],
    &["in", "over", "his", "head"],
    &["in", "over", "her", "head"],
    &["control", "freak"],
    &["two", "-", "faced"],
    &["not", "up", "to"],
    &["laughing", "stock"],
    &["can't", "be", "trusted"],
    &["can’t", "be", "trusted"],
    &["cannot", "be", "trusted"],
    &["drunk", "with", "power"],
    &["couldn't", "run", "a"],
    &["couldn’t", "run", "a"],
    &["could", "not", "run", "a"],
    &["couldn't", "organise", "a"],
    &["couldn’t", "organise", "a"],
    &["couldn't", "organize", "a"],
    &["couldn’t", "organize", "a"],
];

fn check(story: &Story, report: &mut Report<'_>) {
    for (block, Attacks(attacks)) in story.noted() {
        let (first, start) = (story.numbers_of_attributions(block).start, story.blocks[block].span.start);
        for attack in attacks {
            let speaker = story.speakers[first + attack.number];
            if speaker.is_some_and(|speaker| story.source(speaker).kind == SourceKind::Person) {
                continue;
            }
            report
                .at(attack.words.shifted(start), "An unnamed source speaks ill of somebody here: who says it?")
                .relate(attack.source.shifted(start), "nobody is named here")
                .help("Let somebody say it under a name, or leave it out.");
        }
    }
}

/// What speaks ill of somebody in a block, and is said by a source that the block does not name.
struct Attacks(Vec<Attack>);

struct Attack {
    /// The number of the attribution among those of the block.
    number: usize,
    source: Span,
    words: Span,
}

impl Note for Attacks {
    fn read(block: Alone<'_>) -> Self {
        if !block.role().is_prose() {
            return Self(Vec::new());
        }
        let attributions = block.mentions().attributions.iter().enumerate();
        let attacks = attributions.filter_map(|(number, attribution)| {
            let source = attribution.source.filter(|source| could_be_named(block, source))?;
            let mut content = attribution.content.iter().copied();
            let words = content.find(|&words| is_attack(block, attribution, words) || is_accusation(block, words))?;
            Some(Attack { number, source: source.span, words })
        });
        Self(attacks.collect())
    }

    fn may_speak(block: Alone<'_>) -> bool {
        block.role().is_prose()
            && block.mentions().attributions.iter().any(|said| said.source.as_ref().is_some_and(is_unnamed))
    }

    fn is_silent(&self) -> bool {
        self.0.is_empty()
    }
}

/// Somebody who knows whom they speak of from where they work or sit: "one colleague", "an insider", "a senior party leader".
fn could_be_named(block: Alone<'_>, source: &SourceMention) -> bool {
    is_unnamed(source) && has_name_to_give(block, source)
}

fn is_unnamed(source: &SourceMention) -> bool {
    matches!(source.kind, SourceKind::Anonymous | SourceKind::Bare | SourceKind::Group | SourceKind::Role)
}

fn has_name_to_give(block: Alone<'_>, source: &SourceMention) -> bool {
    const NEAR: &[&str] = &[
        "adviser",
        "aide",
        "assistant",
        "backbencher",
        "colleague",
        "councillor",
        "official",
        "staffer",
        "insider",
        "leader",
        "rival",
        "ally",
        "donor",
        "friend",
        "lobbyist",
        "member",
        "minister",
        "clergy",
        "person",
        "operative",
        "strategist",
        "worker",
        "co-worker",
        "employee",
        "manager",
        "executive",
    ];
    const PEERS: [&str; 5] = ["aide", "colleague", "insider", "staffer", "teammate"];
    const RANKS: &[&str] = &[
        "captain",
        "constable",
        "corporal",
        "dancer",
        "detective",
        "lieutenant",
        "officer",
        "player",
        "sergeant",
        "teammate",
    ];
    const ANY: &[&str] = &["someone", "somebody"];
    let text = block.text();
    let own = Words { text, tokens: block.tokens_in(source.span) };
    let is_indefinite = own.is_any(0, &["a", "an", "another", "one", "some", "several", "three", "two"]);
    // "Two dancers", "a serving sergeant"
    let is_of = |at: usize, list: &[&str]| {
        let word = own.written(at);
        let one = word.strip_suffix('s').unwrap_or(word);
        own.is_any(at, list) || list.iter().any(|noun| noun.eq_ignore_ascii_case(one))
    };
    let is_near = (1..own.tokens.len()).any(|at| (is_of(at, NEAR) || is_of(at, RANKS)) && !own.is_capitalized(at + 1));
    // "A member of the shore staff was less polite. “…,” the worker said."
    let is_introduced_so = own.is(0, "the") && ["A ", "An ", "One "].iter().any(|one| text.starts_with(one));
    let is_indefinite = is_indefinite || is_introduced_so;
    let behind = text[source.span.end as usize..].strip_prefix(", ");
    let is_introduced = behind.is_some_and(|behind| behind.starts_with(char::is_uppercase));
    !is_introduced
        && (matches!(source.kind, SourceKind::Anonymous | SourceKind::Bare)
            || is_one_of_many(block, source)
            || is_insider(block, source)
            || is_indefinite && is_near
            // "Colleagues said", "former aides who asked not to be named"
            || (0..own.tokens.len().min(2)).any(|at| own.written(at).ends_with('s') && is_of(at, &PEERS))
            || own.is_any(0, ANY))
}

fn is_accusation(block: Alone<'_>, content: Span) -> bool {
    lays_wrong(Words { text: block.text(), tokens: block.tokens_in(content) })
}

/// How many bytes behind its verb the words for the one who is spoken of begin and end.
const NEAR_CUE: u32 = 16;

/// Whether words speak ill, and of a person: of him or her, or of somebody by name.
fn is_attack(block: Alone<'_>, attribution: &Attribution, content: Span) -> bool {
    let words = Words { text: block.text(), tokens: block.tokens_in(content) };
    // "Is vain and deaf", "as greedy", and in a phrase of its own “lazy, plain lazy”; "corrupt it" is a deed.
    let is_said_of = |at: usize| {
        let before = (0..at).rev().take(4);
        let is_tied = before
            .clone()
            .any(|back| words.has(back, Class::Be) || words.is_any(back, &["as", "he's", "he’s", "she's", "she’s"]));
        // "While he went through a nasty divorce" speaks of the divorce.
        let is_of_thing = words.is_word(at + 1)
            && !words.has(at + 1, Class::RoleNoun)
            && !words.is_any(
                at + 1,
                &["and", "or", "but", "man", "woman", "boss", "person", "with", "to", "in", "at", "about"],
            );
        // “A weak man who …”: the mark that opens it is a word, too.
        let opens = at <= 1 || at == 2 && words.has(1, Class::Determiner);
        // "Called the director, Ida Moss, “utterly incompetent”"
        let is_mark = |at: usize| words.get(at).is_some_and(|token| token.kind == TokenKind::QuoteMark);
        let opens = opens
            || is_mark(at.wrapping_sub(1))
            || is_mark(at.wrapping_sub(2)) && words.written(at - 1).ends_with("ly");
        (is_tied || opens) && !is_of_thing && !words.is(at.wrapping_sub(1), "not")
    };
    let is_ill = |at: usize| {
        let is_called =
            words.is_listed(at, &NAMES) && (0..at).rev().take(4).any(|back| words.is_any(back, &["a", "an", "the"]));
        is_called
            || words.is_listed(at, &TRAITS) && is_said_of(at)
            || PHRASES.iter().any(|phrase| words.run_is(at, phrase))
    };
    let is_person = |at: usize| {
        words.is_any(at, &["he", "she", "him", "her", "he's", "he’s", "she's", "she’s"])
            || words.is_capitalized(at) && 0 < at
            || words.has(at, Class::RoleNoun)
    };
    // "Called him “a coward”": whom, the words before say.
    let calls_person = || {
        let sentence = block.sentence_at(attribution.cue.start);
        block.tokens_in(attribution.cue).iter().any(|word| word.classes.has_any(&[Class::Call, Class::Say]))
            && block.mentions().names.iter().any(|name| block.sentence_at(name.span.start) == sentence)
    };
    let calls_him = || is_one_of(content.of(block.text()).split(' ').next().unwrap_or_default(), &["him", "her"]);
    // “A weak man,” one officer said of him.
    let is_said_of_him = || {
        let behind = block.tokens_in(Span::new(attribution.cue.end, attribution.cue.end + NEAR_CUE));
        let behind = Words { text: block.text(), tokens: behind };
        behind.is_any(0, &["of", "about"]) && (behind.is_any(1, &["him", "her"]) || behind.is_capitalized(1))
    };
    (0..words.tokens.len()).any(is_ill)
        && ((0..words.tokens.len()).any(is_person) || calls_him() || calls_person() || is_said_of_him())
}
