//! Quoted speech that nobody speaks.

use rustc_hash::FxHashSet;

use super::body_speaks::is_of_body_alone;
use super::described::FINITE;
use super::named_behind::{are_words_of, named_behind};
use super::running_quote::is_anothers;
use super::unspoken::{is_title, is_work, is_written_up};
use super::{Report, Rule};
use crate::draft::Role;
use crate::extract::{Attribution, AttributionKind, QuoteKind, SourceKind};
use crate::finding::Severity;
use crate::language::{Class, Lexicon, Token, TokenKind, Words, is_one_of};
use crate::story::{Claim, ClaimKind, FullNames, Placed, Quotation, Standing, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "unsourced-quote",
    summary: "quoted words, and no speaker in the paragraph or beside it",
    severity: Severity::Error,
    explanation: r#"
Somebody's words stand between quotation marks, and neither the paragraph nor the ones beside it say whose they are.

A reader takes quotation marks as a promise: a person said this, and the reporter knows who.
Without a name the quote could be anybody's, and nobody can check it.

```story
The works in Ferry Lane began in May.

“We were never told a thing about it.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsourced-quote: Who says this? No speaker is named in the paragraph or beside it.

The council will meet again on Tuesday.
```

Better: name the speaker after the first sentence of the quote.

```story
The works in Ferry Lane began in May.

“We were never told a thing about it,” said Ana Ruiz, a tenant.
```

Not flagged: titles of works, nicknames, terms and scare quotes; a few quoted words within a sentence of the reporter's;
a quote with a name and a verb of speech right before or behind it, and one that takes up what somebody has just been
said to say; what a headline, a sign or a banner reads; a quote that goes on from an attributed one in the same paragraph or, with a word of it, the one before; what a colon
leads in; a quote with its credit in brackets or in a line below; headlines, deks and captions;
a block quote whose markup names the speaker.

Reference: Reuters and the Guardian ask for the speaker at the start of a quote or after its first sentence.
"#,
    asks_relations: false,
    check,
};

/// A shorter quotation may be a slogan, a sign or a chant, which the sentence around it explains.
const FEWEST_WORDS: usize = 4;

fn check(story: &Story, report: &mut Report<'_>) {
    let unclaimed: FxHashSet<Span> =
        story.claims.iter().filter(|claim| is_nobodys(claim)).map(|claim| claim.spans[0]).collect();
    let mut last_asked: Option<Span> = None;
    for (number, quotation) in story.quotations.iter().enumerate() {
        let extent = quotation.extent();
        let is_asked =
            || is_unsourced(story, quotation) || is_called_so(story, quotation) || is_likened(story, quotation);
        let before = number.checked_sub(1).map(|before| &story.quotations[before]);
        let is_anothers = || {
            before.is_some_and(|before| is_anothers(story, before, quotation))
                && !lacks_a_mark(story, quotation)
                && !is_set_apart(story, quotation)
        };
        if !(unclaimed.contains(&quotation.spans[0]) && is_asked()
            || is_anothers()
            || is_of_body_alone(story, quotation))
        {
            continue;
        }
        // A row of quotations with nothing between them is one question.
        let follows = last_asked.replace(extent).is_some_and(|last| {
            last.end <= extent.start && story.text[last.end as usize..extent.start as usize].trim().is_empty()
        });
        if !follows {
            report
                .at(extent, "Who says this? No speaker is named in the paragraph or beside it.")
                .help("Name the speaker after the first sentence of the quote.");
        }
    }
}

/// "The bypass has been described as “a waste of the best land in the county”": by whom, the sentence leaves out.
fn is_called_so(story: &Story, quotation: &Quotation) -> bool {
    const CALLED: &[&str] = &[
        "branded",
        "called",
        "condemned",
        "criticised",
        "criticized",
        "denounced",
        "derided",
        "described",
        "dismissed",
        "dubbed",
        "hailed",
        "labelled",
        "labeled",
        "lauded",
        "mocked",
        "praised",
        "ridiculed",
        "slammed",
    ];
    const FEWEST: usize = 4;
    let start = quotation.spans[0].start;
    let sentence = story.sentence_at(start);
    let text = story.text_of(story.blocks[quotation.block].span);
    let words = Words { text, tokens: story.tokens_before(sentence, start) };
    let last = words.tokens.len();
    let is_mark = |at: usize| words.get(at).is_some_and(|token| token.kind == TokenKind::QuoteMark);
    let last = if is_mark(last.wrapping_sub(1)) { last - 1 } else { last };
    let verb = last.wrapping_sub(1 + usize::from(words.is(last.wrapping_sub(1), "as")));
    // "The play is called “A house on the hill”"
    let is_name = words.is(verb, "called") && story.text_of(quotation.inner[0]).starts_with(char::is_uppercase);
    let is_passive =
        (1..=2).any(|back| words.has(verb.wrapping_sub(back), Class::Be) || words.is(verb.wrapping_sub(back), "been"));
    let behind = Words { text, tokens: story.tokens_behind(sentence, quotation.extent().end) };
    let names_who = (0..behind.tokens.len()).any(|at| behind.is_any(at, &["by", "in", "who"]));
    FEWEST <= story.text_of(quotation.inner[0]).split_whitespace().count()
        && story.blocks[quotation.block].role == Role::Paragraph
        && words.is_any(verb, CALLED)
        && !is_name
        && is_passive
        && !names_who
        && story.attributions_of(quotation.block).iter().all(|said| said.source.is_none())
}

/// "The hall was “like a barn when the cows are out”": somebody found so, in a story in which nobody has spoken yet.
fn is_likened(story: &Story, quotation: &Quotation) -> bool {
    const FEWEST: usize = 5;
    let start = quotation.spans[0].start;
    let sentence = story.sentence_at(start);
    let text = story.text_of(story.blocks[quotation.block].span);
    let before = Words { text, tokens: story.tokens_before(sentence, start) };
    let verb = before.tokens.iter().rev().find(|token| token.kind == TokenKind::Word);
    let inner = story.text_of(quotation.inner[0]);
    FEWEST <= inner.split_whitespace().count()
        && inner.starts_with("like ")
        && story.blocks[quotation.block].role == Role::Paragraph
        && verb.is_some_and(|verb| verb.is(Class::Be))
        && story.attributions.iter().all(|said| quotation.block < said.block || said.source.is_none())
}

fn is_unsourced(story: &Story, quotation: &Quotation) -> bool {
    let words: usize = quotation.inner.iter().map(|&inner| story.text_of(inner).split_whitespace().count()).sum();
    let role = story.blocks[quotation.block].role;
    (quotation.kind == QuoteKind::Speech && FEWEST_WORDS <= words || is_paragraph(story, quotation, words))
        && matches!(role, Role::Paragraph | Role::ListItem | Role::BlockQuote)
        && !speaker_stands_beside(story, quotation)
        && !somebody_speaks(story, quotation)
        && named_behind(story, quotation).is_none()
        && !are_words_of(story, quotation)
        && !is_answer(story, quotation)
        && !is_pulled(story, quotation)
        && !is_written_up(story, quotation)
        && !lacks_a_mark(story, quotation)
        && !is_led_in(story, quotation)
        && !is_title(story, quotation)
        && !is_work(story, quotation)
        && !is_set_apart(story, quotation)
        && !is_worked_in(story, quotation)
        && !is_credited(story, quotation)
        && !is_led_by_person(story, quotation)
}

/// “Enough is enough.” and nothing else in a paragraph: words that somebody has said, however few they are.
fn is_paragraph(story: &Story, quotation: &Quotation, words: usize) -> bool {
    const FEWEST: usize = 2;
    let is_closed =
        story.text_of(*quotation.inner.last().unwrap_or(&quotation.inner[0])).ends_with(['.', '!', '?', '…']);
    let is_whole = story.blocks[quotation.block].span == quotation.extent();
    // “The economy, stupid.” is a slogan; a sentence is somebody's.
    let is_sentence = story.tokens_in(quotation.inner[0]).iter().any(|token| token.classes.has_any(FINITE));
    is_whole && is_closed && is_sentence && FEWEST <= words && story.blocks[quotation.block].role == Role::Paragraph
}

/// A passage of the story's own text that is set again between its paragraphs, to draw the eye.
pub(super) fn is_pulled(story: &Story, quotation: &Quotation) -> bool {
    if story.blocks[quotation.block].span != quotation.extent() {
        return false;
    }
    let words: Vec<_> = story.words_of(quotation).iter().map(|&word| story.spoken(quotation, word)).collect();
    let prose =
        (0..story.blocks.len()).filter(|&block| block != quotation.block && story.blocks[block].role.is_prose());
    prose.into_iter().any(|block| {
        let told: Vec<&str> = story.words_in(block).collect();
        told.windows(words.len().max(1)).any(|window| window.iter().copied().eq(words.iter().map(|word| &**word)))
    })
}

/// "Q: How long did it take? A: “Nine years.”": whoever is interviewed answers.
fn is_answer(story: &Story, quotation: &Quotation) -> bool {
    story.text[..quotation.extent().start as usize].trim_end().ends_with("A:")
}

/// Whether a mark is missing in the paragraph: that is asked first, for the speaker may stand among the words.
fn lacks_a_mark(story: &Story, quotation: &Quotation) -> bool {
    let block = story.blocks[quotation.block].span;
    story.unpaired_marks.iter().any(|&mark| block.covers(mark))
}

/// "The transcript follows:", and then a paragraph of it.
fn is_led_in(story: &Story, quotation: &Quotation) -> bool {
    let opens = story.blocks[quotation.block].span.start == quotation.extent().start;
    let before = quotation.block.checked_sub(1).filter(|_| opens);
    // "Moss went on with her remarks.", and then a paragraph of them.
    let announces = |block: usize| {
        let text = story.text_of(story.blocks[block].span);
        let last = story.sentences_of(block).last().map(|last| story.sentences[last].span);
        last.is_some_and(|last| {
            let tokens = story.tokens_in(last);
            let is_utterance = |at: usize| is_one_of(tokens[at].of(text), UTTERANCES);
            (1..tokens.len()).any(|at| {
                is_utterance(at)
                    && (1..=2).any(|back| at.checked_sub(back).is_some_and(|at| tokens[at].is(Class::Possessive)))
            })
        })
    };
    before.is_some_and(|before| {
        let role = story.blocks[before].role;
        let ends = story.text_of(story.blocks[before].span).trim_end().ends_with(':');
        role.is_prose() && (ends || announces(before) || 1 < quotation.spans.len() && is_read_out(story, before))
    })
}

/// "They thanked searchers in a statement read by a cousin.", and then paragraphs of it.
fn is_read_out(story: &Story, block: usize) -> bool {
    const PAPERS: &[&str] = &["letter", "message", "speech", "statement", "tribute"];
    let Some(last) = story.sentences_of(block).last() else { return false };
    let words = story.words_at(story.sentences[last].span);
    (2..words.tokens.len()).any(|at| words.is_any(at, PAPERS) && words.is_any(at - 2, &["in", "with"]))
}

/// A mark of one kind at the head and of another at the end, or a quotation that opens with a quotation:
/// the outer marks set a passage apart, whose own sentences name the speaker.
fn is_set_apart(story: &Story, quotation: &Quotation) -> bool {
    let whole = story.text_of(quotation.extent());
    let is_straight = |mark: Option<char>| mark.is_some_and(|mark| matches!(mark, '"' | '\''));
    let is_mixed = is_straight(whole.chars().next()) != is_straight(whole.chars().last());
    let opens_twice = story.text_of(quotation.inner[0]).trim_start().starts_with(['“', '‘', '"']);
    let speaks = story.tokens_in(quotation.inner[0]).iter().any(|token| token.is(Class::SpeechVerb));
    (is_mixed || opens_twice) && speaks
}

/// "The guild is “confident that the harbour will be dredged”": words worked into a sentence that says whose they are.
fn is_worked_in(story: &Story, quotation: &Quotation) -> bool {
    const LAWS: &[&str] = &[
        "law",
        "treaty",
        "statute",
        "bylaw",
        "clause",
        "contract",
        "constitution",
        "ordinance",
        "regulation",
        "rule",
        "rules",
        "policy",
        "code",
    ];
    let extent = quotation.extent();
    let text = story.text_of(story.blocks[quotation.block].span);
    let before = story.tokens_before(story.sentence_at(extent.start), extent.start);
    let names = |token: &Token| token.is(Class::RoleNoun) || token.of(text).starts_with(char::is_uppercase);
    // "When Moss wound up — “Vote, all of you!” — the bell rang".
    let is_inset = story.text[..extent.start as usize].trim_end().ends_with(['—', '–']);
    let is_small = story.text_of(quotation.inner[0]).starts_with(char::is_lowercase);
    // "Under the Harbour Act … open to boats and “any other vessel that …”": the law's words.
    let names_law = || {
        let told = story.tokens_in(Span::new(story.blocks[quotation.block].span.start, extent.start));
        told.iter().any(|token| token.of(text) == "Act" || is_one_of(token.of(text), LAWS))
    };
    if is_small && names_law() {
        return true;
    }
    (is_small || is_inset) && before.iter().skip(1).any(names)
}

/// “…” (election poster, 2003), “…” [Ketter Mail], “…” by the Mail's Ida Moss, and in a line of its own "— Ida Moss".
fn is_credited(story: &Story, quotation: &Quotation) -> bool {
    let end = quotation.extent().end;
    let last = story.block_at(end.saturating_sub(1));
    let behind = story.text[end as usize..story.blocks[last].span.end as usize].trim();
    // "I am with him (“Moss blasts the rest”, Ketter Mail, Thursday)".
    let is_within = story.text[..quotation.extent().start as usize].ends_with('(');
    let is_bracketed = is_within || behind.starts_with(['(', '[']) || behind.ends_with(']');
    let by = behind.strip_prefix("by ").map(|name| name.strip_prefix("the ").unwrap_or(name));
    is_bracketed
        || by.is_some_and(|name| name.starts_with(char::is_uppercase))
        || behind.is_empty() && story.blocks.get(last + 1).is_some_and(|next| is_credit(story, next.role, next.span))
}

/// A line with a name and no verb, behind a dash or without a full stop: "- Ida Moss", "Moss, harbour master".
fn is_credit(story: &Story, role: Role, line: Span) -> bool {
    let text = story.text_of(line);
    let name = text.trim_start_matches(['-', '–', '—', ' ']);
    let is_set_off = role == Role::ListItem || name.len() < text.len() || !text.trim_end().ends_with(['.', '!', '?']);
    // "What changes:" leads to a list.
    is_set_off
        && !text.trim_end().ends_with(':')
        && name.starts_with(char::is_uppercase)
        && name.split_whitespace().count() <= LONGEST_CREDIT
        && !story.tokens_in(line).iter().any(|token| token.classes.has_any(FINITE))
}

/// A longer line is a sentence.
const LONGEST_CREDIT: usize = 7;

fn is_nobodys(claim: &Claim) -> bool {
    claim.kind == ClaimKind::Quote && claim.attribution.standing == Standing::Unattributed
}

/// Whether a name and a verb of speech stand in the reporter's words right before or behind the quotation:
/// "Moss, after a long pause, said of the dock." A reader finds the speaker there, however the sentence is built.
fn somebody_speaks(story: &Story, quotation: &Quotation) -> bool {
    let block = story.blocks[quotation.block].span;
    let extent = quotation.extent();
    let first = story.sentence_at(extent.start.saturating_sub(1).max(block.start));
    let last = story.sentence_at(extent.end + 1);
    let window = Span::new(story.sentences[first].span.start, story.sentences[last].span.end.max(extent.end));
    let text = story.text_of(block);
    let outside: Vec<&Token> = story
        .tokens_in(Span::new(window.start.max(block.start), window.end.min(block.end)))
        .iter()
        .filter(|token| !story.is_quoted(token.span.shifted(block.start)))
        .collect();
    // "The works began in May" tells of no speech; “…,” she began, does.
    let goes_on = |token: &Token| {
        let behind = story.text[token.span.shifted(block.start).end as usize..].trim_start();
        is_one_of(token.of(text), OPENERS) && behind.starts_with(char::is_alphanumeric)
    };
    // "The council will discuss the site".
    let is_to_come = |token: &Token| {
        let before = outside.iter().rev().find(|other| other.span.end <= token.span.start);
        before.is_some_and(|before| before.is(Class::Modal))
    };
    // "The accused sat with bowed head."
    let is_accused = |token: &Token| {
        let before = outside.iter().rev().find(|other| other.span.end <= token.span.start);
        is_one_of(token.of(text), &["accused"]) && before.is_some_and(|before| before.is(Class::Determiner))
    };
    let booked = booked(story, quotation.block);
    // "Somebody had put a wreath on the door" says nothing.
    let is_placed = |token: &Token| {
        let behind = story.text[token.span.shifted(block.start).end as usize..].trim_start();
        is_one_of(token.of(text), &["put", "puts"]) && !["it", "so", "this"].iter().any(|link| behind.starts_with(link))
    };
    // "Parents were told by text": whoever is told says nothing.
    let is_heard = |token: &Token| {
        let before = outside.iter().rev().find(|other| other.span.end <= token.span.start);
        is_one_of(token.of(text), &["told", "asked", "informed"]) && before.is_some_and(|before| before.is(Class::Be))
    };
    let is_spoken = |token: &&Token| {
        token.is(Class::SpeechVerb)
            && !is_placed(token)
            && !is_heard(token)
            && !token.is(Class::SpeechNoun)
            && !goes_on(token)
            && !is_to_come(token)
            && !is_accused(token)
            && !booked.iter().any(|cue| cue.covers(token.span.shifted(block.start)))
            || is_one_of(token.of(text), VIEWS)
    };
    let names = |token: &&Token| {
        token.is(Class::Pronoun) || token.is(Class::RoleNoun) || token.of(text).starts_with(char::is_uppercase)
    };
    let is_owned = |pair: &[&Token]| pair[0].is(Class::Possessive) && is_one_of(pair[1].of(text), UTTERANCES);
    // "His neat answer": an adjective may stand between.
    let is_announced = outside.windows(2).any(is_owned) || outside.windows(3).any(|run| is_owned(&[run[0], run[2]]));
    is_announced || is_spoken_behind(story, quotation) || outside.iter().any(is_spoken) && outside.iter().any(names)
}

/// "…,” a voice states over a picture of the quay", "…,” Moss went on": whoever it is, and what else the voice says
/// in the paragraph.
fn is_spoken_behind(story: &Story, quotation: &Quotation) -> bool {
    let block = story.blocks[quotation.block].span;
    let text = story.text_of(block);
    let booked = booked(story, quotation.block);
    let told = story.quotations.iter().filter(|other| other.block == quotation.block);
    told.take_while(|other| other.spans[0].start <= quotation.spans[0].start).any(|other| {
        let end = other.extent().end.min(block.end);
        let behind: Vec<&Token> = story
            .tokens_in(Span::new(end, block.end))
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .take(SPEAKS_BEHIND)
            .take_while(|token| !story.is_quoted(token.span.shifted(block.start)))
            .collect();
        let is_verb = |token: &Token| {
            let before = story.text[..token.span.shifted(block.start).start as usize].trim_end();
            token.is(Class::SpeechVerb)
                && !booked.iter().any(|cue| cue.covers(token.span.shifted(block.start)))
                && !before.ends_with(" will")
                || is_one_of(token.of(text), &["state", "states", "stated", "reads", "runs"])
        };
        let goes_on =
            |pair: &[&Token]| is_one_of(pair[0].of(text), &["went", "goes"]) && is_one_of(pair[1].of(text), &["on"]);
        behind.iter().any(|token| is_verb(token)) || behind.windows(2).any(goes_on)
    })
}

/// How many words behind a quotation its verb may stand.
const SPEAKS_BEHIND: usize = 8;

/// Verbs that open or close things as often as speeches.
const OPENERS: &[&str] = &["began", "begins", "closed", "continued", "ended", "finished", "opened", "started"];

/// What somebody sees or fears is theirs: "The danger he sees is “…”."
const VIEWS: &[&str] = &["sees", "saw", "fears", "feared", "wants", "wanted"];

/// What somebody says, as a thing of theirs: "one of his retorts. “…”"
const UTTERANCES: &[&str] = &[
    "answer",
    "answers",
    "joke",
    "jokes",
    "message",
    "motto",
    "quip",
    "quips",
    "remark",
    "remarks",
    "reply",
    "replies",
    "retort",
    "retorts",
    "riposte",
    "soundbites",
    "verdict",
    "view",
    "words",
];

/// "Shops along the route expect": what expects or fears without a word said is nobody who speaks.
fn is_thing(story: &Story, kind: SourceKind, attribution: &Attribution) -> bool {
    let source = attribution.source.map_or("", |source| story.text_of(source.span));
    if story.is_quoted(attribution.cue) || Lexicon::shared().classes(&source.to_lowercase()).has(Class::SubjectPronoun)
    {
        return false;
    }
    let is_person = matches!(kind, SourceKind::Person | SourceKind::Role | SourceKind::Anonymous | SourceKind::Group);
    let cue = story.text_of(attribution.cue).to_lowercase();
    !is_person
        && attribution.kind == AttributionKind::Attitude
        && !Lexicon::shared().classes(&cue).has(Class::SpeechVerb)
}

/// "The council will discuss the site", "nobody in Orsk expected it": no word has been said.
fn is_yet_to_speak(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let sentence = story.text_of(story.sentences[attribution.sentence].span);
    let before = story.text[..attribution.cue.start as usize].trim_end();
    before.ends_with(" will")
        || story.text_of(attribution.cue).starts_with("will ")
        || ["Nobody ", "No one ", "Few "].iter().any(|none| sentence.starts_with(none))
}

/// The verbs of a block that tell what a company books.
fn booked(story: &Story, block: usize) -> Vec<Span> {
    story.attributions_of(block).iter().filter(|said| is_booked(story, said)).map(|said| said.cue).collect()
}

/// "The group reports full-year results in March": what a company books and files is no speech.
/// "The school has asked the council for a pump": nor is what somebody asks for.
fn is_booked(story: &Story, attribution: &Attribution) -> bool {
    const OBJECT: usize = 5;
    let text = story.text_of(story.blocks[story.block_at(attribution.cue.start)].span);
    let sentence = story.sentence_at(attribution.cue.start);
    let behind = Words { text, tokens: story.tokens_behind(sentence, attribution.cue.end) };
    let is_asked = story.tokens_in(attribution.cue).last().is_some_and(|verb| is_one_of(verb.of(text), &["asked"]));
    let is_request = (2..OBJECT).any(|at| behind.is(at, "for") && behind.has(at + 1, Class::Determiner));
    if is_asked && is_request && behind.has(0, Class::Determiner) {
        return true;
    }
    let books = ["report", "reports", "reported", "post", "posts", "posted", "publish", "publishes", "published"];
    let is_result = |token: &Token| {
        token.is(Class::Accounts)
            || is_one_of(token.of(text), &["results", "result", "earnings", "accounts", "figures"])
    };
    is_one_of(story.text_of(attribution.cue), &books)
        && attribution.content.iter().any(|&content| {
            let told = story.tokens_in(content);
            told.iter().any(is_result)
                && !told.iter().any(|token| token.classes.has_any(&[Class::Be, Class::Have, Class::Modal]))
        })
}

/// Whether the sentence before the quotation in its paragraph is about one person and nobody else, who then speaks:
/// "Della Roe, who runs the bakery, was blunt. “Nobody asked us.”"
fn is_led_by_person(story: &Story, quotation: &Quotation) -> bool {
    let block = story.blocks[quotation.block].span;
    let start = quotation.extent().start;
    let Some(sentence) = story.sentence_at(start).checked_sub(1).filter(|_| block.start < start) else { return false };
    let place = &story.sentences[sentence];
    let ends =
        story.text[quotation.extent().end as usize..block.end.max(quotation.extent().end) as usize].trim().is_empty();
    let FullNames(names) = story.note(quotation.block);
    let number = sentence.wrapping_sub(story.sentences_of(quotation.block).start);
    let mut people = names.iter().filter(|name| name.is_persons && name.sentence == number);
    let is_one = if people.next().is_some() {
        people.next().is_none()
    } else {
        // "Oakeshott, 81, has lived there since 1952." "The mayor laughed."
        let words = story.text_of(place.span);
        if is_led_by_post(story, sentence) {
            return true;
        }
        let first = words.split(|mark: char| !mark.is_alphanumeric()).next().unwrap_or_default();
        let names = |block| {
            let FullNames(names) = story.note(block);
            names.iter()
        };
        (0..story.blocks.len()).flat_map(names).any(|name| name.is_persons && name.surname() == first)
    };
    place.block == quotation.block && place.span.end <= start && ends && is_one
}

/// "The mayor laughed.", "Her mother shook her head.", "She shrugged.": one person without a name does something.
fn is_led_by_post(story: &Story, sentence: usize) -> bool {
    const LONGEST_POST: usize = 4;
    const PERSON: &[Class] = &[Class::RoleNoun, Class::Official, Class::Kin, Class::Trade];
    let tokens = story.tokens_in(story.sentences[sentence].span);
    let words = Words { text: story.text_of(story.blocks[story.sentences[sentence].block].span), tokens };
    let post = if words.is_any(0, &["he", "she"]) {
        0
    } else if words.has(0, Class::Determiner) {
        // "The baker", "the oarswoman": no list knows every trade.
        let is_post = |&at: &usize| {
            let ends = ["er", "or", "ist", "man", "woman"].iter().any(|ending| words.written(at).ends_with(ending));
            ends || words.tokens.get(at).is_some_and(|token| token.classes.has_any(PERSON))
        };
        let Some(post) = (1..LONGEST_POST).find(is_post) else { return false };
        post
    } else {
        return false;
    };
    words.tokens.get(post + 1).is_some_and(|next| next.classes.has_any(FINITE) || next.of(words.text).ends_with("ed"))
}

/// More words than these name nobody.
const LONGEST_NAME: usize = 4;

/// Whether somebody speaks later in the paragraph, or the next one begins with who said it ("So says a placard").
fn speaker_stands_beside(story: &Story, quotation: &Quotation) -> bool {
    let next = story.blocks.get(quotation.block + 1).map_or("", |next| story.text_of(next.span));
    if next.starts_with("So says ") || next.starts_with("So said ") {
        return true;
    }
    // "She was speaking outside the court.", "Mr Moss was speaking after the vote."
    let last = story.block_at(quotation.extent().end.saturating_sub(1));
    let behind = story.blocks.get(last + 1).map_or("", |next| story.text_of(next.span));
    let opening: Vec<&str> = behind.split(' ').take(LONGEST_NAME + 2).collect();
    if opening.windows(2).any(|run| run == ["was", "speaking"] || run == ["were", "speaking"]) {
        return true;
    }
    // "With those words Orla Dane ended the talks."
    let end = quotation.extent().end as usize;
    let behind = story.text[end..].trim_start();
    if ["With those words", "With these words", "With that", "Those were the words"]
        .iter()
        .any(|run| behind.starts_with(run))
    {
        return true;
    }
    let first = story.attributions.partition_point(|attribution| attribution.block < quotation.block);
    let near = story.attributions[first..].iter().take_while(|attribution| attribution.block <= quotation.block + 1);
    let speaks = |attribution: &&Placed<Attribution>| {
        attribution.source.is_some_and(|source| {
            // "Nobody expected the river to rise", and nobody spoke.
            let is_nobody = is_one_of(story.text_of(source.head), &["nobody", "none", "few", "everybody", "everyone"]);
            !is_nobody && !is_thing(story, source.kind, attribution)
        }) && !is_yet_to_speak(story, attribution)
            && !is_booked(story, attribution)
    };
    near.filter(speaks).any(|attribution| {
        let opening = story.sentence_at(story.blocks[attribution.block].span.start);
        // "Moss went on:" speaks of what follows.
        let looks_back = attribution.content.is_empty() && !attribution.announces;
        attribution.block == quotation.block || (attribution.sentence == opening && looks_back)
    })
}
