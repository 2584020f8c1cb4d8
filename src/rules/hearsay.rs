//! "Reportedly", "it is understood": somebody says so, but nobody is named.

use super::described::is_post;
use super::{Report, Rule};
use crate::extract::{Attribution, AttributionKind, SourceKind, SourceMention};
use crate::finding::Severity;
use crate::language::{Class, Token, WordList, Words, is_one_of};
use crate::story::{Alone, Note, Placed, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "hearsay",
    summary: "“reportedly” or its like is the only attribution",
    severity: Severity::Warning,
    explanation: r#"
The sentence says that somebody says so ("reportedly", "it is understood that", "is believed to", "word has it that",
"apparently" at its head) and never who.

The word hides the source from the reader and the doubt from the editor.
If it was reported, somebody reported it: name them, and the reader can judge.

```story
The ferry company is reportedly for sale.
                     ^^^^^^^^^^ hearsay: “reportedly”: reported by whom? Nobody is named.
```

Better: "The ferry company is for sale, the Brae Mail reported."

```story
The ferry company is for sale, the Brae Mail reported.
```

Not flagged: a sentence that names its source beside the word ("reportedly …, according to the ministry");
one that rests on a paper or newspaper named before it ("In her book …"), or on one that speaks of it in the next sentence;
what those who are charged "are said to" have done;
words inside a quotation, which are the speaker's; headlines, where space is short and the body tells; "allegedly", which is `allegedly-who`'s.

Reference: NPR's handbook holds that "reportedly" alone attributes nothing; AP asks who the source is.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    let unsourced = story.attributions.iter().filter(|attribution| attribution.source.is_none());
    for attribution in unsourced.filter(|attribution| attribution.kind == AttributionKind::Hearsay) {
        let is_heading = story.blocks[attribution.block].role.is_heading();
        let words = story.text_of(attribution.cue);
        // An accusation is `allegedly-who`'s: there it may hang on a charge or a trial told elsewhere.
        let is_accusation = words.eq_ignore_ascii_case("allegedly") || is_alleged_deed(story, attribution);
        // "Supposedly" doubts, and quotes nobody.
        let is_doubt = words.eq_ignore_ascii_case("supposedly");
        if is_heading
            || is_accusation
            || is_doubt
            || is_looked_back_on(story, attribution)
            || is_held_to(story, attribution)
            || is_own_remark(story, attribution)
            || is_name_for(story, attribution)
            || is_answered_below(story, attribution)
            || is_post(story, attribution.block)
            || rests_on_paper(story, attribution)
            || is_told_next(story, attribution)
            || rests_on_charge(story, attribution)
        {
            continue;
        }
        let deed = deed(words);
        let link = if deed == "learned" { "from" } else { "by" };
        report
            .at(attribution.cue, format!("“{words}”: {deed} {link} whom? Nobody is named."))
            .help("Name who says so, or leave it out.");
    }
    for (number, Rumours(rumours)) in story.noted() {
        let rumours = rumours.iter().map(|words| words.shifted(story.blocks[number].span.start));
        for words in rumours.filter(|words| !is_said_behind(story, *words)) {
            let quoted = super::in_sentence(story.text_of(words));
            report
                .at(words, format!("“{quoted}”: who says so? Nobody is named."))
                .help("Name who says so, or leave it out.");
        }
    }
}

/// "Is alleged to have taken bribes".
fn is_alleged_deed(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let behind = Words {
        text: story.text_of(story.blocks[attribution.block].span),
        tokens: story.tokens_behind(attribution.sentence, attribution.cue.end),
    };
    let cue = story.text_of(attribution.cue).to_lowercase();
    cue.ends_with("alleged")
        && (behind.is(0, "to") && behind.is_any(1, &["have", "be"]) || cue.starts_with("is ") && behind.is(0, "that"))
}

/// "Was once believed to be a gold mine", "at a time when it was said": what the sentence tells as past thinking.
fn is_looked_back_on(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let text = story.text_of(story.blocks[attribution.block].span);
    let is_once = |token: &Token| is_one_of(token.of(text), &["once", "formerly"]);
    let before = Words { text, tokens: story.tokens_before(attribution.sentence, attribution.cue.start) };
    let is_time = (0..before.tokens.len()).any(|at| before.run_is(at, &["at", "a", "time", "when"]));
    story.tokens_in(attribution.cue).iter().any(is_once) || is_time
}

/// "A box that holds what is said to be the saint's thumb": what it goes by, and no news.
fn is_name_for(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let text = story.text_of(story.blocks[attribution.block].span);
    let before = Words { text, tokens: story.tokens_before(attribution.sentence, attribution.cue.start) };
    let behind = Words { text, tokens: story.tokens_behind(attribution.sentence, attribution.cue.end) };
    before.is(before.tokens.len().wrapping_sub(1), "what") && behind.run_is(0, &["to", "be"])
}

/// "The weir has cost the town its mill, it has been claimed.", and the next paragraph opens with who claims it.
fn is_answered_below(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let cue = story.text_of(attribution.cue).to_lowercase();
    let is_left_open = ["claimed", "said", "suggested", "alleged"].iter().any(|verb| cue.ends_with(verb));
    let behind = story.tokens_behind(attribution.sentence, attribution.cue.end);
    let next = story.sentences_of(attribution.block + 1).next();
    let is_person = |other: &Placed<Attribution>| other.source.is_some_and(|source| source.kind == SourceKind::Person);
    cue.starts_with("has been")
        && is_left_open
        && behind.len() <= 1
        && next.is_some_and(|next| story.attributions_in(next).iter().any(is_person))
}

/// "Captains are held to another rule": nobody holds that something is so.
fn is_held_to(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let text = story.text_of(story.blocks[attribution.block].span);
    let behind = Words { text, tokens: story.tokens_behind(attribution.sentence, attribution.cue.end) };
    let cue = story.text_of(attribution.cue);
    cue.ends_with("held") && behind.is(0, "to") && !behind.is_any(1, &["have", "be"])
}

/// "It must be said that the wall is old", "the wall, it has to be said, is old": the writer says so.
fn is_own_remark(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let cue = story.text_of(attribution.cue).to_lowercase();
    match cue.as_str() {
        "must be said" | "should be said" | "must be admitted" => true,
        "be said" | "be admitted" => {
            let before = story.tokens_before(attribution.sentence, attribution.cue.start);
            let text = story.text_of(story.blocks[attribution.block].span);
            Words { text, tokens: before }.run_is(before.len().saturating_sub(3), &["it", "has", "to"])
        }
        _ => false,
    }
}

/// "Apparently he did not give up. Moss said that he had called again": the next sentence of the paragraph says who.
fn is_said_behind(story: &Story, words: Span) -> bool {
    let sentence = story.sentence_at(words.start);
    let next = sentence + 1;
    let is_here = story.sentences.get(next).is_some_and(|place| place.block == story.sentences[sentence].block);
    let is_person = |other: &Placed<Attribution>| other.source.is_some_and(|source| source.kind == SourceKind::Person);
    is_here
        && story.text_of(words).eq_ignore_ascii_case("apparently")
        && story.attributions_in(next).iter().any(is_person)
}

/// What opens sentences of a block that nobody stands for.
struct Rumours(Vec<Span>);

impl Note for Rumours {
    fn read(block: Alone<'_>) -> Self {
        if !block.role().is_prose() {
            return Self(Vec::new());
        }
        Self(
            block
                .mentions()
                .sentences
                .iter()
                .filter_map(|&sentence| opening_rumour(block, sentence).or_else(|| inner_rumour(block, sentence)))
                .collect(),
        )
    }

    fn may_speak(block: Alone<'_>) -> bool {
        const TOLD: WordList = WordList::of(&[
            "talk",
            "gossip",
            "word",
            "rumour",
            "rumours",
            "rumor",
            "rumors",
            "whisper",
            "speculation",
            "whispers",
            "suggestions",
            "claims",
            "reports",
            "apparently",
            "supposedly",
            "accounts",
            "emerged",
        ]);
        let vocabulary = &block.mentions().vocabulary;
        // "So the story goes", "so they say".
        let is_aside = || vocabulary.may_hold("so") && (vocabulary.may_hold("goes") || vocabulary.may_hold("say"));
        block.role().is_prose() && (vocabulary.may_hold_listed(&TOLD) || is_aside())
    }

    fn is_silent(&self) -> bool {
        self.0.is_empty()
    }
}

/// "Has apparently decided to call an election": what goes on in somebody's mind or behind doors, and nobody who tells.
fn inner_rumour(block: Alone<'_>, sentence: Span) -> Option<Span> {
    const DONE: &[&str] = &[
        "agreed",
        "cancelled",
        "canceled",
        "dropped",
        "ended",
        "fallen",
        "fled",
        "left",
        "parted",
        "quit",
        "separated",
        "settled",
        "signed",
        "sold",
        "split",
        "withdrawn",
        "chosen",
        "concluded",
        "decided",
        "persuaded",
        "promised",
        "refused",
        "rejected",
        "resigned",
        "resolved",
        "told",
        "warned",
    ];
    const INNER: WordList = WordList::of(&["apparently", "supposedly", "accounts", "so"]);
    const HEADS: WordList = WordList::of(&["apparently", "supposedly", "by", "so"]);
    if !block.mentions().vocabulary.may_hold_listed(&INNER) {
        return None;
    }
    let words = Words { text: block.text(), tokens: block.tokens_in(sentence) };
    let mut heads = (1..words.tokens.len()).filter(|&at| words.is_listed(at, &HEADS));
    heads.find_map(|at| {
        let is_done = || words.is_any(at + 1, DONE) && words.has(at - 1, Class::Have);
        // "The ship was apparently carrying lime", "he had apparently been promised more"
        let is_going_on = || {
            words.has(at - 1, Class::Have) && words.is(at + 1, "been")
                || words.is_any(at - 1, &["had", "was", "were"])
                    && (words.is(at + 1, "been")
                        || words.written(at + 1).ends_with("ing")
                        || words.has(at + 1, Class::Participle))
        };
        // "She apparently told friends"
        let is_deed = || {
            let is_past = words.has(at + 1, Class::Past) && !words.has(at + 1, Class::Base);
            // "That site apparently went down": the reporter has looked.
            let is_past = is_past && !words.is_any(0, &["that", "this"]);
            (is_past || words.is_any(at + 1, DONE)) && is_subject(words, at)
        };
        // "Has recalled its envoy, apparently in anger at a film": why, somebody has guessed.
        let is_motive = || {
            words.is(at - 1, ",")
                && words.is(at + 1, "in")
                && words.is_any(at + 2, &["anger", "frustration", "protest", "retaliation", "revenge"])
        };
        // "Has supposedly been offered a post"
        let is_done_to = words.is(at, "supposedly") && words.has(at - 1, Class::Have) && words.is(at + 1, "been");
        let is_told =
            is_done_to || words.is(at, "apparently") && (is_done() || is_going_on() || is_deed() || is_motive());
        // "The drug supposedly halves the time", and not "a supposedly safe road".
        let is_verb = |at: usize| {
            words.written(at).ends_with('s') || words.written(at).ends_with("ed") || words.has(at, Class::Past)
        };
        let is_doubt = words.is(at, "supposedly") && is_verb(at + 1) && is_subject(words, at);
        // "The two parties have, by all accounts, agreed".
        let is_by_all = words.is(at + 2, "accounts") && words.run_is(at, &["by", "all"]);
        let is_told = is_told || is_by_all;
        let span = if is_by_all { words.span(at, at + 3) } else { words.tokens[at].span };
        let asides = [&["so", "the", "story", "goes"][..], &["so", "they", "say"], &["so", "the", "rumour", "goes"]];
        if let Some(aside) = asides.iter().find(|aside| words.run_is(at, aside)) {
            let span = words.span(at, at + aside.len());
            let is_set_off = words.is_any(at - 1, &[",", "–", "—"]);
            return (is_set_off && !block.has_source(sentence) && !block.is_quoted(span)).then_some(span);
        }
        // "Kern has apparently decided" is no word of Kern's.
        let is_anothers = |cue: Span| cue.end <= span.start || span.end + 1 < cue.start;
        let has_source = || block.attributions_in(sentence).any(|said| said.source.is_some() && is_anothers(said.cue));
        ((is_told || is_doubt) && !has_source() && !block.is_quoted(span)).then_some(span)
    })
}

/// Whether a short subject and nothing else stands before the word: "the drug".
fn is_subject(words: Words<'_>, at: usize) -> bool {
    const LONGEST: usize = 5;
    let is_name = || (0..at).all(|at| words.is_capitalized(at));
    let opens = words.has(0, Class::Determiner) || at == 1 && words.is_any(0, &["he", "she", "they"]) || is_name();
    at <= LONGEST && opens && (0..at).all(|at| words.is_word(at))
}

/// "Word has it that", "Apparently the alarm …": what opens a sentence that nobody stands for.
fn opening_rumour(block: Alone<'_>, sentence: Span) -> Option<Span> {
    const RUMOURS: &[&[&str]] = &[
        &["word", "has", "it"],
        &["rumour", "has", "it"],
        &["rumor", "has", "it"],
        &["rumours", "are"],
        &["rumors", "are"],
        &["there", "is", "talk"],
        &["there", "has", "been", "talk"],
        &["there", "is", "speculation"],
        &["there", "has", "been", "speculation"],
        &["there", "are", "reports", "that"],
        &["there", "were", "reports", "that"],
        &["there", "have", "been", "reports", "that"],
        &["there", "are", "claims", "that"],
        &["there", "have", "been", "claims", "that"],
        &["there", "are", "suggestions", "that"],
        &["there", "have", "been", "suggestions", "that"],
        &["there", "are", "rumours"],
        &["there", "are", "rumors"],
        &["there", "have", "been", "rumours"],
        &["there", "have", "been", "rumors"],
        &["speculation", "is"],
        &["the", "word", "is", "that"],
        &["the", "talk", "is", "that"],
        &["the", "rumour", "is", "that"],
        &["the", "rumor", "is", "that"],
        &["word", "on", "the"],
        &["by", "all", "accounts"],
        &["according", "to", "rumours"],
        &["according", "to", "rumors"],
        &["it", "has", "emerged", "that"],
        &["apparently"],
        &["supposedly"],
    ];
    const NOW: &[&str] = &["has", "have", "is", "are", "do", "does", "can", "don't", "don’t", "doesn't", "doesn’t"];
    const FIRST: WordList = WordList::of(&[
        "word",
        "rumour",
        "rumor",
        "rumours",
        "rumors",
        "there",
        "speculation",
        "the",
        "according",
        "apparently",
        "supposedly",
        "by",
        "it",
    ]);
    let (text, tokens) = (block.text(), block.tokens_in(sentence));
    if !tokens.first().is_some_and(|first| FIRST.has(first, text)) {
        return talk(block, sentence);
    }
    let opens = |words: &&&[&str]| {
        words.iter().enumerate().all(|(at, word)| tokens.get(at).is_some_and(|token| token.reads(text, word)))
    };
    let Some(words) = RUMOURS.iter().find(opens) else { return talk(block, sentence) };
    let span = tokens[0].span.to(tokens[words.len() - 1].span);
    // "Apparently nobody on the quay can count": irony, and no report of what happened.
    let is_deed = |token: &Token| token.is(Class::Past) && !token.is(Class::Base) || token.of(text).ends_with("ed");
    let is_of_now = || tokens.iter().any(|token| is_one_of(token.of(text), NOW));
    let is_report = words.len() > 1 || tokens.iter().any(is_deed) || !is_of_now();
    (is_report && !block.has_source(sentence) && !block.is_quoted(span)).then_some(span)
}

/// "Talk in the town is that the mill will close", "rumours have swept the town that it will".
fn talk(block: Alone<'_>, sentence: Span) -> Option<Span> {
    const TALK: &[&str] = &["talk", "gossip", "word", "rumour", "rumor", "whisper", "speculation"];
    const RUMOURS: &[&str] = &["rumour", "rumours", "rumor", "rumors", "speculation", "gossip", "whispers"];
    const PLACE: usize = 5;
    const FAR: usize = 9;
    let words = Words { text: block.text(), tokens: block.tokens_in(sentence) };
    let head = usize::from(words.has(0, Class::Determiner));
    // "Rumours that it will shut are false": no more than what they are.
    let tells = |at: usize| {
        words.is(at, "that") && head + 1 < at || words.is_any(at, &["says", "say", "has"]) && words.is_word(at + 1)
    };
    if words.is_any(head, RUMOURS)
        && let Some(tells) = (head + 1..=head + FAR).find(|&at| tells(at)).filter(|&at| words.is_word(at + 1))
        && (head..tells).all(|at| words.is_word(at))
        && !(tells..words.tokens.len()).any(|at| words.run_is(at, &["according", "to"]))
    {
        let span = words.span(head, head + 1);
        return (!block.is_quoted(span)).then_some(span);
    }
    let verb =
        (head + 1..=head + PLACE).find(|&at| words.run_is(at, &["is", "that"]) || words.run_is(at, &["has", "it"]))?;
    let is_placed = verb == head + 1 || words.is_any(head + 1, &["in", "on", "at", "around", "among"]);
    let span = words.span(0, verb + 2);
    (words.is_any(head, TALK) && is_placed && !block.has_source(sentence) && !block.is_quoted(span)).then_some(span)
}

/// "In Mr Pell's book she is alleged to have …": the paper that says so stands before the word in its sentence,
/// or a newspaper or paper speaks earlier in the paragraph.
fn rests_on_paper(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let before = story.tokens_before(attribution.sentence, attribution.cue.start);
    let text = story.text_of(story.blocks[attribution.block].span);
    let opens_in = before.first().is_some_and(|token| token.of(text) == "In");
    let is_told = |other: &Placed<Attribution>| {
        let is_paper = |kind| matches!(kind, SourceKind::Outlet | SourceKind::Document);
        let is_led_to = story.text_of(other.cue).to_lowercase().starts_with("according");
        // "The note lists 14 defects. The manager has reportedly gone on leave": of that the note says nothing, nor does a list
        // say more than it lists.
        let is_of_it = |source: SourceMention| {
            source.kind != SourceKind::Document
                || other.sentence == attribution.sentence
                || !story.text_of(other.cue).to_lowercase().starts_with("list")
                    && story
                        .share_topic(story.sentences[other.sentence].span, story.sentences[attribution.sentence].span)
        };
        other.cue.start < attribution.cue.start
            && other.source.is_some_and(|source| (is_paper(source.kind) || is_led_to) && is_of_it(source))
    };
    // "What she is alleged to have said in a new biography".
    let behind = story.tokens_in(Span::new(attribution.cue.end, story.sentences[attribution.sentence].span.end));
    let is_in = |run: &[Token]| {
        is_one_of(run[0].of(text), &["in"])
            && run[1].is(Class::Determiner)
            && run[1..].iter().any(|token| token.is(Class::Document))
    };
    let near = &behind[..behind.len().min(PAPER_REACH)];
    // "Was put to the board, it is believed, in a letter": the letter is what is believed in.
    let is_aside = behind.first().is_some_and(|token| token.of(text) == ",");
    // "Has reportedly handed in his notice": a paper that goes the other way.
    let is_handed =
        |at: usize| 0 < at && is_one_of(near[at - 1].of(text), &["handed", "sent", "put", "turned", "filed"]);
    if !is_aside && near.windows(4).enumerate().any(|(at, run)| is_in(run) && !is_handed(at)) {
        return true;
    }
    let is_in_paper = opens_in && before.iter().take(PAPER_REACH).any(|token| token.is(Class::Document));
    // "…, the Mail reported.", and in the next sentence what else it has reported.
    // Whoever announces something is no reporter of it: "her publisher, Marl Press, announced".
    let is_outlets = |other: &Placed<Attribution>| {
        other.source.is_some_and(|source| source.kind == SourceKind::Outlet)
            && !story.text_of(other.cue).to_lowercase().contains("announce")
    };
    let mut near = attribution.sentence.saturating_sub(2)..attribution.sentence;
    is_in_paper
        || story.attributions_of(attribution.block).iter().any(is_told)
        || near.any(|sentence| {
            let told = story.sentences[sentence].span;
            story.attributions_in(sentence).iter().any(is_outlets)
                && story.share_topic(told, story.sentences[attribution.sentence].span)
        })
}

/// "The two will reportedly refuse. The Ketter Mail says …", "According to their office …": a newspaper or
/// somebody else speaks in the next sentence, and of the same things.
fn is_told_next(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let next = attribution.sentence + 1;
    let is_told = |other: &Placed<Attribution>| {
        let is_led_to = story.text_of(other.cue).to_lowercase().starts_with("according");
        let is_paper = |kind| kind == SourceKind::Document;
        other.source.is_some_and(|source| source.kind == SourceKind::Outlet || is_led_to && !is_paper(source.kind))
    };
    story.attributions_in(next).iter().any(is_told)
        && story.share_topic(story.sentences[attribution.sentence].span, story.sentences[next].span)
}

/// "The nine are charged with fraud. They are said to have …": the charge says so.
fn rests_on_charge(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let words = story.text_of(attribution.cue).to_lowercase();
    let block = story.blocks[attribution.block].span;
    let before = story.tokens_in(Span::new(block.start, attribution.cue.start));
    let text = story.text_of(block);
    let is_charge = |token: &Token| is_one_of(token.of(text), &["charged", "accused", "indicted", "indictment"]);
    (words.ends_with("said") || words.ends_with("alleged")) && before.iter().any(is_charge)
}

/// How many words behind "In" the paper is named.
const PAPER_REACH: usize = 7;

/// What the word says that somebody did: "reportedly" is reported, "it is understood" is understood.
fn deed(words: &str) -> &'static str {
    const DEEDS: &[(&str, &str)] = &[
        ("alleg", "alleged"),
        ("underst", "understood"),
        ("believ", "believed"),
        ("thought", "thought"),
        ("rumo", "rumoured"),
        ("suppos", "supposed"),
        ("claim", "claimed"),
        ("said", "said"),
        ("expect", "expected"),
        ("suggest", "suggested"),
        ("learn", "learned"),
    ];
    let words = words.to_lowercase();
    DEEDS.iter().find(|(stem, _)| words.contains(stem)).map_or("reported", |(_, deed)| deed)
}
