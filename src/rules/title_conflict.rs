//! One person in two posts.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::posts::{self, DEPUTIES, LASTS, POSTS_BY_LAST};
use super::{Report, Rule};
use crate::extract::Name;
use crate::finding::Severity;
use crate::language::{Class, TokenKind, Words, in_small_letters};
use crate::story::{Alone, FullName, FullNames, Note, Overview, Share, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "title-conflict",
    summary: "one person holds two posts of which nobody holds both",
    severity: Severity::Information,
    explanation: r#"
The story gives somebody one post, and further down another that nobody holds beside it:
a chief executive is not the chairwoman, a regional commissioner not the regional director.

One of the two is somebody else's, and both will ring.

```story
The hospice's chief executive, Ida Lund, gave evidence on Friday.

“It was a long year,” said Lund, the hospice's chairwoman.
                                               ^^^^^^^^^^ title-conflict: Lund is chief executive above and chairwoman here.
```

Better: ask which it is.

```story
The hospice's chief executive, Ida Lund, gave evidence on Friday.

“It was a long year,” said Lund.
```

Not flagged: posts that one person may hold together (a mayor in the chair, a director who manages), or that the story
joins by "and"; what somebody was, is about to be or does for another ("former", "acting", "who became");
posts at two bodies; two people of one surname; words inside a quotation.

Reference: NPR's accuracy checklist asks to check every title, and each mention against the others.
"#,
    asks_relations: false,
    check,
};

/// Words of a sentence in which posts change hands.
const CHANGES: &[&str] = &[
    "became",
    "becomes",
    "become",
    "appointed",
    "named",
    "promoted",
    "elected",
    "succeeded",
    "succeeds",
    "replaced",
    "will",
    "once",
    "later",
    "until",
    "previously",
    "former",
    "formerly",
    "then",
    "ex",
    "acting",
    "interim",
    "deputy",
    "vice",
    "assistant",
    "retired",
    "outgoing",
    "incoming",
    "elect",
    "designate",
    "late",
    "candidate",
    "and",
    "hopes",
    "new",
    "as",
];

/// How many words a post stands from its holder's name, at most.
const NEAR: usize = 8;

fn check(story: &Story, report: &mut Report<'_>) {
    let Conflicts(conflicts) = story.overview();
    let post = |(block, number): At| {
        let Posts(posts) = story.note(block);
        posts[number].span.shifted(story.blocks[block].span.start)
    };
    for Conflict { surname, earlier, later } in conflicts {
        let (earlier, later) = (post(*earlier), post(*later));
        let (one, other) = (story.text_of(earlier).to_lowercase(), story.text_of(later).to_lowercase());
        report
            .at(later, format!("{surname} is {one} above and {other} here."))
            .relate(earlier, "the post above")
            .help("Ask which it is.");
    }
}

/// A post of the story: the numbers of its block and of it among those of the block.
type At = (usize, usize);

/// Two posts given to one person of which nobody holds both.
struct Conflicts(Vec<Conflict>);

struct Conflict {
    surname: Box<str>,
    earlier: At,
    later: At,
}

/// What a block has to say of who holds which post.
#[derive(PartialEq)]
struct Holders {
    /// Its [`Posts`].
    held: Vec<Held>,
    names: Arc<[FullName]>,
}

/// A post and who holds it.
#[derive(PartialEq)]
struct Held {
    /// The number of the holder's name.
    name: usize,
    post: &'static str,
    surname: Box<str>,
    /// The first name, where it is given.
    first: Option<Box<str>>,
}

impl Note for Holders {
    fn read(block: Alone<'_>) -> Self {
        let held = |post: &PostNote| {
            let name = without_title(&block.mentions().names[post.name], block.text()).of(block.text());
            let first = name.split_whitespace().next().filter(|first| first.len() < name.len());
            let surname = name.rsplit(char::is_whitespace).next().unwrap_or_default().into();
            Held { name: post.name, post: post.post, surname, first: first.map(Box::from) }
        };
        let (FullNames(names), Posts(posts)) = (block.note(), block.note());
        Self { held: posts.iter().map(held).collect(), names: Arc::clone(names) }
    }
}

impl Overview for Conflicts {
    type Share = Holders;

    fn read(shares: &[Share<'_, Holders>]) -> Self {
        let mut all: Vec<(At, &Held)> = Vec::new();
        for (block, share) in shares.iter().enumerate() {
            let held = share.note.held.iter().enumerate().filter(|(_, held)| share.has_name(held.name));
            all.extend(held.map(|(number, held)| ((block, number), held)));
        }
        if all.len() < 2 {
            return Self(Vec::new());
        }
        let mut found = Vec::new();
        let mut known: FxHashMap<&str, (At, &Held)> = FxHashMap::default();
        let mut namesakes = shared_surnames(shares, &all.iter().map(|(_, held)| &*held.surname).collect());
        for (at, held) in all {
            let surname = &*held.surname;
            if namesakes.get(surname).is_some_and(Option::is_none) {
                continue;
            }
            namesakes.entry(surname).or_insert(held.first.as_deref());
            let Some(&(earlier_at, earlier)) = known.get(surname) else {
                known.insert(surname, (at, held));
                continue;
            };
            if posts::are_exclusive(earlier.post, held.post) {
                found.push(Conflict { surname: surname.into(), earlier: earlier_at, later: at });
            }
        }
        Self(found)
    }
}

/// The first name that goes with each of `surnames`; `None` where several do.
fn shared_surnames<'a>(
    shares: &[Share<'a, Holders>],
    surnames: &FxHashSet<&str>,
) -> FxHashMap<&'a str, Option<&'a str>> {
    let mut firsts: FxHashMap<&str, Option<&str>> = FxHashMap::default();
    for share in shares {
        for name in share.note.names.iter().filter(|name| share.has_name(name.number)) {
            if surnames.contains(name.surname()) {
                let first = name.first_written();
                let known = firsts.entry(name.surname()).or_insert(Some(first));
                *known = known.filter(|&known| known == first);
            }
        }
    }
    firsts
}

fn without_title(name: &Name, text: &str) -> Span {
    Span::new(name.title.end.max(name.span.start), name.span.end).trimmed(text)
}

/// The posts that stand beside the names of a block, in the order of the names.
struct Posts(Vec<PostNote>);

struct PostNote {
    /// The number of the name.
    name: usize,
    post: &'static str,
    span: Span,
}

impl Note for Posts {
    fn read(block: Alone<'_>) -> Self {
        if !block.role().is_prose() {
            return Self(Vec::new());
        }
        let names = block.mentions().names.iter().enumerate();
        let beside = names.filter_map(|(number, name)| {
            let (post, span) = post_beside(block, name)?;
            Some(PostNote { name: number, post, span })
        });
        Self(beside.collect())
    }
}

fn post_beside(block: Alone<'_>, name: &Name) -> Option<(&'static str, Span)> {
    let words = Words { text: block.text(), tokens: &block.mentions().tokens };
    let position = |offset: u32| words.tokens.partition_point(|token| token.span.start < offset);
    let start = position(name.span.start);
    let end = start + words.tokens[start..].iter().take_while(|token| token.span.start < name.span.end).count();
    let titled = (!name.title.is_empty())
        .then(|| last_post(words, position(name.title.start), position(name.title.end)))
        .flatten();
    let lead = before_honours(words, start);
    // "The registrar, Professor Lund": the post says more than the title.
    let is_post = titled.as_ref().is_some_and(|(post, _)| *post != "professor");
    let posts =
        titled.clone().filter(|_| is_post).or_else(|| right_before(words, start)).or_else(|| before(words, lead));
    let posts = posts.or_else(|| of_body(words, lead)).or_else(|| behind(words, end)).or(titled);
    let (post, at) = posts.or_else(|| worked_as(words, end)).or_else(|| opens_as(words, start))?;
    block.mentions().quotes.around(name.span).is_none().then(|| (post, words.span(at.start, at.end)))
}

type Post = (&'static str, std::ops::Range<usize>);

/// "The Bishop of Brae, | the Most Rev. Ida Lund": where a name begins with what its bearer is honoured by.
fn before_honours(words: Words<'_>, name: usize) -> usize {
    const HONOURS: &[&str] = &[
        "the",
        "most",
        "right",
        "very",
        "rev",
        "rev.",
        "reverend",
        "hon",
        "hon.",
        "honourable",
        "dr",
        "dr.",
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "sir",
        "dame",
        "lord",
        "lady",
    ];
    let is_honour = |&at: &usize| {
        words.is_any(at, HONOURS) || words.written(at) == "." && words.is_any(at.wrapping_sub(1), HONOURS)
    };
    (0..name).rev().take_while(is_honour).last().unwrap_or(name)
}

/// "Lund, whose job as | finance director", "Lund, who is the | finance director", "Lund, speaking as | chair".
fn worked_as(words: Words<'_>, end: usize) -> Option<Post> {
    const WORK: &[&str] = &["duties", "job", "office", "position", "post", "role", "term", "time", "work", "years"];
    const SPEAKS: &[&str] = &["employed", "serves", "speaking", "works", "writing"];
    let comma = end;
    let is_set_off = words.written(comma) == ",";
    let is_whose = words.is_any(comma + 1, &["whose", "in"]) && (2..5).any(|on| words.is_any(comma + on, WORK));
    let link = (comma + 1..comma + 6)
        .find(|&at| words.is(at, "as"))
        .filter(|_| is_whose || (1..4).any(|on| words.is_any(comma + on, SPEAKS)));
    let is_who = words.is(comma + 1, "who") && words.is(comma + 2, "is") && words.has(comma + 3, Class::Determiner);
    let first = link.map(|link| link + 1).or(is_who.then_some(comma + 3)).filter(|_| is_set_off)?;
    post_within(words, first)
}

/// "As finance director, | Lund signed", "as its chair, | Lund".
fn opens_as(words: Words<'_>, name: usize) -> Option<Post> {
    let comma = name.checked_sub(1).filter(|&comma| words.written(comma) == ",")?;
    let link = (comma.saturating_sub(NEAR)..comma).find(|&at| words.is(at, "as"))?;
    let opens = link == 0 || words.written(link - 1) == ".";
    post_within(words, link + 1).filter(|(_, at)| opens && (at.end == comma || words.is_any(at.end, &["of", "at"])))
}

/// The post with which a noun phrase closes that begins at `first`.
fn post_within(words: Words<'_>, first: usize) -> Option<Post> {
    let first = first + usize::from(words.has(first, Class::Determiner) || words.has(first, Class::Possessive));
    let is_end = |at: usize| {
        words.get(at).is_none_or(|token| token.kind != TokenKind::Word && !words.is_hyphen(at))
            || words.has(at, Class::Past)
            || words.is_any(at, &["of", "at", "for", "in", "since", "who", "and", "is", "has", "had"])
    };
    let close = (first + 1..first + NEAR).find(|&at| is_end(at))?;
    // The "as" that leads to it is no change of post.
    let (post, at) = post_at(words, first, close)?;
    let changes = (at.start.saturating_sub(3)..=at.end)
        .any(|near| words.is_any(near, CHANGES) && !words.is(near, "as") && !words.is(near, "then"));
    (!changes).then_some((post, at))
}

/// The post in the last words before `end`, whatever stands around it.
fn post_at(words: Words<'_>, first: usize, end: usize) -> Option<Post> {
    let last = words.get(end.wrapping_sub(1)).filter(|last| LASTS.have(last.trace))?;
    let posts = POSTS_BY_LAST.get(&*in_small_letters(last.of(words.text)))?;
    posts.iter().find_map(|&(post, what)| {
        let start = end.checked_sub(post.len()).filter(|&start| first <= start)?;
        words.run_is(start, post).then_some((what, start..end))
    })
}

/// "Interior minister | Ida Lund", "when treasurer | Vic Dunmore": a post right before the name, with nothing that ties
/// it to another.
fn right_before(words: Words<'_>, name: usize) -> Option<Post> {
    const REACH: usize = 3;
    let first = (name.saturating_sub(REACH)..name).rev().take_while(|&at| words.is_word(at)).last()?;
    let (post, at) = last_post(words, first, name)?;
    let lead = at.start.wrapping_sub(1);
    // "The letter that the mayor Ida Lund": two clauses; "for president Ida Lund" is a campaign.
    let is_other = words.has(lead, Class::Determiner)
        || words.has(lead, Class::Possessive)
        || words.is_any(lead, &["for", "’s", "'s"]);
    (!is_other).then_some((post, at))
}

/// "The rector of Kestrel University, | Ida Lund", "the head coach of the Gulls, | Ida Lund".
fn of_body(words: Words<'_>, name: usize) -> Option<Post> {
    let comma = name.checked_sub(1).filter(|&comma| words.written(comma) == ",")?;
    let of = (comma.saturating_sub(NEAR)..comma).find(|&at| words.is_any(at, &["of", "in", "at", "for"]))?;
    let is_plain = (of + 1..comma).all(|at| words.is_word(at) && !words.is_any(at, &["and", "of", "who"]));
    let first = (of.saturating_sub(4)..of).rev().find(|&at| words.is_any(at, &["the", "a"]))?;
    let is_own = !words.has(first.wrapping_sub(1), Class::Preposition);
    if is_plain && is_own { last_post(words, first, of) } else { None }
}

/// "The regional schools commissioner, | Ida Lund".
fn before(words: Words<'_>, name: usize) -> Option<Post> {
    let comma = name.checked_sub(1).filter(|&comma| words.written(comma) == ",")?;
    let first = (comma.saturating_sub(NEAR)..comma).rev().find(|&at| opens(words, at))?;
    last_post(words, first, comma)
}

/// "Ida Lund, | the regional director", "Ida Lund, 58, | the mayor since 2022", up to the next comma or "of".
fn behind(words: Words<'_>, end: usize) -> Option<Post> {
    let is_age = words.written(end) == ","
        && words.get(end + 1).is_some_and(|age| age.kind == TokenKind::Number)
        && words.written(end + 2) == ",";
    let end = if is_age { end + 2 } else { end };
    // "Ida Lund, | secretary of the league"
    let is_bare = || words.is(end + 2, "of") && last_post(words, end + 1, end + 2).is_some();
    let opens = words.written(end) == ","
        && (words.has(end + 1, Class::Determiner)
            || words.has(end + 1, Class::Possessive)
            || words.is_capitalized(end + 1)
            || words.is(end + 1, "chief")
            || is_bare());
    if !opens {
        return None;
    }
    let is_end = |at: usize| {
        words.get(at).is_none_or(|token| token.kind != TokenKind::Word && !words.is_hyphen(at))
            || words.is_any(at, &["of", "at", "for", "in", "since", "who", "and"])
    };
    let close = (end + 1..end + 1 + NEAR).find(|&at| is_end(at) && at > end + 1)?;
    let joined = words.is(close, "and");
    (!joined).then(|| last_post(words, end + 1, close)).flatten()
}

/// Whether a noun phrase may begin at the word: "the", "its", or a sentence's first.
fn opens(words: Words<'_>, at: usize) -> bool {
    words.is_any(at, &["the", "its", "their", "his", "her", "our"])
        || words.written(at.wrapping_sub(1)) == "."
        || at == 0
}

/// The post with which the words close, if nothing among them says that it is past, to come or another's.
fn last_post(words: Words<'_>, first: usize, end: usize) -> Option<Post> {
    let post = post_at(words, first, end)?;
    let near = first.saturating_sub(2)..=end;
    let deputy = near.clone().find(|&at| at < post.1.start && words.is_any(at, &["deputy", "vice", "assistant"]));
    let deputy = deputy.and_then(|at| Some((at, DEPUTIES.iter().find(|(chief, _)| *chief == post.0)?.1)));
    let changes = near.clone().any(|at| words.is_any(at, CHANGES) && deputy.is_none_or(|(deputy, _)| deputy != at))
        || is_of_a_year(words, post.1.start);
    let post = deputy.map_or(post.clone(), |(at, deputy)| (deputy, at..post.1.end));
    (!changes).then_some(post)
}

/// "In 2010, Senator Ida Lund moved a first bill": what she was then. What closes with a year ("came to the yard in 2009") may
/// be told of whoever she is now.
fn is_of_a_year(words: Words<'_>, post: usize) -> bool {
    const SENTENCE: usize = 40;
    let stop = (post.saturating_sub(SENTENCE)..post).rev().find(|&at| words.written(at) == ".");
    let first = stop.map_or(0, |stop| stop + 1);
    let year = words.written(first + 1);
    words.is_any(first, &["in", "during"]) && year.len() == 4 && (year.starts_with("19") || year.starts_with("20"))
}
