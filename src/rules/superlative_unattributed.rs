//! The largest, the first, the only: who has compared?

use super::{Report, Rule};
use crate::extract::SourceMention;
use crate::finding::Severity;
use crate::language::{Class, MONTH_NAMES, Token, WordList, Words};
use crate::story::{Alone, Note, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "superlative-unattributed",
    summary: "“the largest in the region”, and nobody who says so",
    severity: Severity::Information,
    explanation: r#"
The story sets something above all others of its kind, and names nobody who has compared them.

"First", "largest" and "only" are wrong more often than any other words in news, because nobody can prove them by looking once.

```story
The new library is the largest in the county and opens on Monday.
                       ^^^^^^^ superlative-unattributed: “the largest in the county”: who has compared?
```

Better: say who has compared, or say less.

```story
The new library is the largest in the county, the builders' federation says, and opens on Monday.
```

Not flagged: a superlative that somebody says, in the sentence or in a quotation, or reckons ("by the count of its warden"); one without a field that it leads
("the best way to learn"); posts, parties, prizes, records of sport and order in time ("the first day", "the largest party in parliament").

Reference: NPR's accuracy checklist tells reporters to be wary of superlatives.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for (number, Superlatives(found)) in story.noted() {
        for &(word, phrase) in found {
            let start = story.blocks[number].span.start;
            let (word, phrase) = (word.shifted(start), phrase.shifted(start));
            report
                .at(word, format!("“{}”: who has compared?", story.text_of(phrase)))
                .help("Name who says so, or say less.");
        }
    }
}

/// The superlatives of a block that nobody says, each with the phrase that names its field.
struct Superlatives(Vec<(Span, Span)>);

impl Note for Superlatives {
    fn read(block: Alone<'_>) -> Self {
        if !block.role().is_prose() {
            return Self(Vec::new());
        }
        let found = block.mentions().sentences.iter().filter_map(|&sentence| {
            let (word, phrase) = superlative(block, sentence)?;
            let is_said =
                block.attributions_in(sentence).any(|said| !is_of_phrase(said.source, word)) || block.is_quoted(word);
            let is_on_record = || {
                let is_record = |token: &Token| token.is(Class::PublicRecord) && token.of(block.text()) != "founded";
                block.tokens_in(sentence).iter().any(is_record)
            };
            (!is_said && !is_on_record() && !is_reckoned(block, sentence) && !is_awarded(block, sentence, word))
                .then_some((word, phrase))
        });
        Self(found.collect())
    }

    fn may_speak(block: Alone<'_>) -> bool {
        let vocabulary = &block.mentions().vocabulary;
        block.role().is_prose() && (vocabulary.has(Class::Superlative) || vocabulary.may_hold_listed(&LEADING))
    }

    fn is_silent(&self) -> bool {
        self.0.is_empty()
    }
}

/// "The oldest pub in the county by the reckoning of its historians": somebody has compared.
fn is_reckoned(block: Alone<'_>, sentence: Span) -> bool {
    const NEAR: usize = 6;
    let words = Words { text: block.text(), tokens: block.tokens_in(sentence) };
    let is_reckoning = |at: usize| words.is_any(at, &["count", "estimate", "reckoning", "telling"]);
    (0..words.tokens.len()).any(|at| words.is_any(at, &["by", "in"]) && (at + 2..at + NEAR).any(is_reckoning))
}

/// "Has been named the best in the world": a jury has compared.
fn is_awarded(block: Alone<'_>, sentence: Span, word: Span) -> bool {
    const NEAR: usize = 4;
    const AWARDED: &[&str] = &["chosen", "crowned", "declared", "judged", "named", "rated", "ranked", "voted"];
    let words = Words { text: block.text(), tokens: block.tokens_in(sentence) };
    let at = words.tokens.partition_point(|token| token.span.start < word.start);
    (1..=NEAR).any(|back| words.is_any(at.wrapping_sub(back), AWARDED))
}

/// The words beside superlatives without one of which nothing leads.
const LEADING: WordList = WordList::of(&["record", "other", "only", "never", "no", "than"]);

/// Whether what was taken for the speaker is the superlative itself.
fn is_of_phrase(source: Option<SourceMention>, word: Span) -> bool {
    source.is_some_and(|source| source.head.overlaps(word))
}

/// How many words may stand between a superlative and its field: "the costliest forest fire in";
/// "timber-decked" is one.
const REACH: usize = 3;

/// The superlative of a sentence that names its field, and the phrase.
fn superlative(block: Alone<'_>, sentence: Span) -> Option<(Span, Span)> {
    let words = Words { text: block.text(), tokens: block.tokens_in(sentence) };
    let has_than = || words.tokens.iter().any(|token| token.of(words.text) == "than");
    let may_lead = words.is_any(0, &["never", "no"]) || block.mentions().vocabulary.may_hold("than") && has_than();
    if !may_lead && !words.tokens.iter().any(|token| token.is(Class::Superlative) || LEADING.has(token, words.text)) {
        return None;
    }
    // "…, the builders say."; "in the state." says nothing.
    let is_verb = |last: usize| words.has(last, Class::Say) && !words.has(last.wrapping_sub(1), Class::Determiner);
    let ends_in_speech = words.tokens.len().checked_sub(2).is_some_and(is_verb);
    // "Taps ran for the first time in Orsk": when it happened there, and no rank.
    let is_first_time = (1..words.tokens.len()).any(|at| words.run_is(at - 1, &["for", "the", "first", "time"]));
    if ends_in_speech || is_first_time {
        return None;
    }
    within_field(words)
        .or_else(|| above_all(words))
        .or_else(|| no_other(words))
        .or_else(|| than_any_other(words))
        .or_else(|| never_before(words))
        .or_else(|| as_never(words))
        .or_else(|| no_dirtier(words))
        .or_else(|| to_be_done(words))
}

/// "The wall, the longest to be built by hand in Britain since the war": what it is the longest to have been.
fn to_be_done(words: Words<'_>) -> Option<(Span, Span)> {
    const NEAR: usize = 7;
    let at = (1..words.tokens.len()).find(|&at| words.has(at, Class::Superlative) && words.is(at - 1, "the"))?;
    let is_done = words.is(at + 1, "to") && words.is_any(at + 2, &["be", "have"]) || words.is(at + 1, "ever");
    let of = (at + 3..at + 3 + NEAR).find(|&of| is_field(words.tokens, of, words.text)).filter(|_| is_done)?;
    let is_order = words.is_any(at, &["first", "last", "only"]);
    (!is_order).then(|| (words.tokens[at].span, words.span(at - 1, of + 1)))
}

/// "Never before have so many applied for asylum", "faster than at any time since the war": somebody has gone through the years.
fn as_never(words: Words<'_>) -> Option<(Span, Span)> {
    let is_never = words.run_is(0, &["never", "before", "have"]) && words.run_is(3, &["so", "many"]);
    if is_never {
        return Some((words.tokens[0].span, words.span(0, 5)));
    }
    let than = (2..words.tokens.len()).find(|&at| words.run_is(at, &["than", "at", "any", "time", "since"]))?;
    let is_more =
        words.is_any(than - 1, &["faster", "higher", "lower", "slower", "worse"]) || words.is(than - 1, "people");
    is_more.then(|| (words.tokens[than - 1].span, words.span(than - 1, than + 5)))
}

/// "No city in the country has dirtier air than Marl".
fn no_dirtier(words: Words<'_>) -> Option<(Span, Span)> {
    const NOUN: usize = 3;
    const VERB: usize = 8;
    let of = (2..2 + NOUN).find(|&at| words.is(at, "in")).filter(|_| words.is(0, "no"))?;
    let is_noun = (1..of).all(|at| words.is_word(at));
    let verb = (of + 2..of + VERB).find(|&at| words.has(at, Class::Have) || words.has(at, Class::Be))?;
    let is_compared =
        |at: usize| words.written(at).ends_with("er") || words.is_any(at, &["more", "fewer", "less", "worse"]);
    let more = (verb + 1..verb + 3).find(|&at| is_compared(at))?;
    let is_than = (more + 1..more + VERB).any(|at| words.is(at, "than"));
    (is_noun && is_than && is_field(words.tokens, of, words.text))
        .then(|| (words.tokens[more].span, words.span(0, more + 1)))
}

/// "It is the first time a heron has been seen to dive": what nobody is said to have seen before.
fn never_before(words: Words<'_>) -> Option<(Span, Span)> {
    const SEEN: &[&str] = &[
        "captured",
        "caught",
        "described",
        "detected",
        "documented",
        "filmed",
        "measured",
        "observed",
        "photographed",
        "recorded",
        "seen",
        "sighted",
    ];
    const NOUN: usize = 9;
    let first = (1..words.tokens.len()).find(|&at| words.run_is(at - 1, &["the", "first", "time"]))?;
    let seen = (first + 3..first + 3 + NOUN).find(|&at| words.is_any(at, SEEN) && words.is(at - 1, "been"))?;
    let is_said = words.is_any(0, &["it", "this", "that"]) && words.has(1, Class::Be) && first <= 3;
    // "Since 1990", "in three years", "together": a time told by the calendar.
    let is_bounded = (seen..words.tokens.len()).any(|at| {
        words.is_any(at, &["since", "together", "public"]) || words.is(at, "in") && words.has(at + 1, Class::NumberWord)
    });
    let is_named = (first + 2..seen).any(|at| words.is_capitalized(at) || words.is_any(at, &["he", "she", "they"]));
    (is_said && !is_bounded && !is_named).then(|| (words.tokens[first].span, words.span(first - 1, seen + 1)))
}

/// "Employs more people than any other in the district", "than any other farm in the county".
fn than_any_other(words: Words<'_>) -> Option<(Span, Span)> {
    const NOUN: usize = 3;
    let than = (2..words.tokens.len()).find(|&at| words.run_is(at, &["than", "any", "other"]))?;
    let more = (than.saturating_sub(NOUN)..than).find(|&at| words.is_any(at, &["more", "fewer"]))?;
    let is_before = more + 1 < than && (more + 1..than).all(|at| words.is_word(at));
    let of = (than + 3..=than + 3 + NOUN).find(|&at| words.is(at, "in"))?;
    let is_noun = (than + 3..of).all(|at| words.is_word(at));
    (is_before && is_noun && is_field(words.tokens, of, words.text))
        .then(|| (words.tokens[more].span, words.span(more, of)))
}

/// "No other hospital in the state performs more", "only one smelter in the country runs on wind".
fn no_other(words: Words<'_>) -> Option<(Span, Span)> {
    const NOUN: usize = 4;
    let leads = words.is(0, "no") && words.is(1, "other") || words.is(0, "only") && words.is(1, "one");
    let of = (3..3 + NOUN).find(|&at| words.is(at, "in"))?;
    let is_noun = (2..of).all(|at| words.is_word(at));
    let is_field = is_field(words.tokens, of, words.text);
    (leads && is_noun && is_field).then(|| (words.tokens[1].span, words.span(0, of)))
}

/// "The country's only producer", "the first woman to cross", "the oldest known flower", "set a world record for":
/// what leads all of its kind, wherever they are.
fn above_all(words: Words<'_>) -> Option<(Span, Span)> {
    const LEADS: WordList = WordList::of(&["first", "only", "youngest", "oldest", "last"]);
    const KNOWN: WordList = WordList::of(&["known", "recorded", "surviving", "living"]);
    const NO_NOUN: &[Class] = &[Class::Preposition, Class::Be, Class::Have, Class::Modal];
    const SCOPES: &[&str] = &["country", "nation", "world", "county", "city", "state", "region", "continent", "island"];
    const NOUN: usize = 3;
    // Contests keep their own records.
    const CONTEST: WordList = WordList::of(&[
        "candidate",
        "caucus",
        "championship",
        "championships",
        "club",
        "coach",
        "cup",
        "game",
        "games",
        "goal",
        "goals",
        "innings",
        "league",
        "marathon",
        "match",
        "medal",
        "metres",
        "olympic",
        "olympics",
        "player",
        "players",
        "nominee",
        "points",
        "president",
        "presidential",
        "primary",
        "race",
        "ran",
        "scored",
        "season",
        "seconds",
        "swam",
        "team",
        "title",
        "tour",
        "tournament",
        "wicket",
        "wickets",
    ]);
    let is_contest = || (0..words.tokens.len()).any(|at| words.is_listed(at, &CONTEST));
    let found = (1..words.tokens.len()).find_map(|at| {
        let before = at - 1;
        let end = if words.is_any(at, &["record"]) {
            let kind =
                before - usize::from(words.is_any(before, &["world", "national", "european", "new"]) && 0 < before);
            let is_set = words.is_any(kind, &["a", "the"]) && words.is_any(kind.wrapping_sub(1), &["set", "sets"]);
            (is_set && words.is(at + 1, "for")).then_some(at)?
        } else if !words.has(at, Class::Superlative) {
            return None;
        } else if words.is_any(before, &["'s", "’s"]) {
            // "Orsk's onion market, Asia's biggest, closed".
            let is_set_off = words.is_any(at + 1, &[",", "."])
                && before.checked_sub(1).is_some_and(|owner| {
                    words.is_any(owner, SCOPES) || words.is_any(owner, &["asia", "africa", "europe", "america"])
                });
            if is_set_off {
                return Some((words.tokens[at].span, words.tokens[before - 1].span.to(words.tokens[at].span)));
            }
            // "Orsk is the country's only producer"; "Orsk, the country's largest port," is told in passing.
            let owner = before.checked_sub(1).filter(|&owner| words.is_any(owner, SCOPES))?;
            // "It is now the world's most expensive stamp": what has just come to lead.
            let is_now = words.is(owner.wrapping_sub(2), "now") && words.has(owner.wrapping_sub(3), Class::Be);
            let is_held = words.has(owner.wrapping_sub(2), Class::Be) || is_now;
            let is_held = is_held && words.has(owner - 1, Class::Determiner);
            (is_held && (is_now || !words.is(at, "most")) && words.is_word(at + 1)).then_some(at + 1)?
        } else if !words.is_any(before, &["the", "its"]) {
            return None;
        } else if words.is_listed(at + 1, &KNOWN) && words.is_word(at + 2) {
            at + 2
        } else {
            // "The first woman to cross": a noun of one or two words, and what nobody else has done.
            let to = (at + 2..=at + 1 + NOUN).find(|&to| words.is(to, "to"))?;
            // "The first redundancies are due to take effect": a verb begins what they do.
            let is_noun =
                (at + 1..to).all(|at| words.is_word(at) && !NO_NOUN.iter().any(|&class| words.has(at, class)));
            let is_deed =
                |at: usize| words.is_word(at) && !words.has(at, Class::Determiner) && !words.is_capitalized(at);
            let is_dated = words.has(at + 1, Class::Time)
                || words.is_any(at + 1, &["chance", "person", "reason", "step", "thing", "time", "way"]);
            (words.is_listed(at, &LEADS) && is_noun && !is_dated && is_deed(to + 1)).then_some(to + 1)?
        };
        let first = if words.is_any(before, &["'s", "’s"]) { before.checked_sub(1)? } else { before };
        Some((words.tokens[at].span, words.tokens[first].span.to(words.tokens.get(end)?.span)))
    });
    // Asked last: hardly any sentence comes so far.
    found.filter(|_| !is_contest())
}

/// "The costliest fire in the state's history".
fn within_field(words: Words<'_>) -> Option<(Span, Span)> {
    let Words { text, tokens } = words;
    (1..tokens.len()).find_map(|at| {
        if !tokens[at].is(Class::Superlative) || !leads(&tokens[at - 1], text) {
            return None;
        }
        // "The only one of its kind in the region"
        let kind = ["one", "of", "its", "kind"];
        let is_of_kind = Words { text, tokens }.run_is(at + 1, &kind);
        // "The largest battery of its kind in the world"
        let noun = (at + 2..=at + REACH).find(|&of| Words { text, tokens }.run_is(of, &kind[1..]));
        let first = match noun {
            Some(of) => of + kind.len() - 1,
            None => at + 1 + if is_of_kind { kind.len() } else { 0 },
        };
        let of = (first..tokens.len())
            .filter(|&of| !tokens[of].glued)
            .take(REACH + 1)
            .find(|&of| is_field(tokens, of, text))?;
        // "The first trains will run in Orsk": where they run, and not among which they are first.
        if (first..of).any(|at| is_finite(&tokens[at], text)) {
            return None;
        }
        // "its first round of ads in Iowa" counts its own rounds, and compares with nobody's.
        let is_own = matches!(tokens[at - 1].of(text), "its" | "Its");
        let is_dated = tokens.get(at + 1).is_some_and(|next| next.is(Class::Time));
        let is_order = tokens[at].of(text) == "first" && (is_own || is_dated);
        let end = end_of_field(tokens, of, text);
        let phrase = tokens[at - 1].span.to(tokens[end].span);
        (!is_order).then_some((tokens[at].span, phrase))
    })
}

fn is_finite(token: &Token, text: &str) -> bool {
    token.is(Class::Modal) || ["is", "are", "was", "were"].contains(&token.of(text))
}

fn leads(token: &Token, text: &str) -> bool {
    ["the", "its", "The", "Its"].contains(&token.of(text))
}

/// "in the county", "in Europe", "of any district", "on record", "ever": where or since when it leads.
fn is_field(tokens: &[Token], at: usize, text: &str) -> bool {
    let word = |offset: usize| tokens.get(at + offset).map_or("", |token| token.of(text));
    // "In Orsk", and not "in June".
    let is_place = |offset: usize| {
        let is_time =
            tokens.get(at + offset).is_some_and(|token| token.is(Class::Time)) || MONTH_NAMES.contains(&word(offset));
        word(offset).starts_with(char::is_uppercase) && !is_time
    };
    match word(0) {
        "in" => {
            matches!(word(1), "the" | "its" | "this" | "modern" | "recent" | "living") && is_scope(tokens, at + 1, text)
                || is_place(1)
        }
        "of" => word(1) == "any",
        "on" => {
            const LANDS: &[&str] = &["coast", "continent", "island", "planet"];
            // "On the western coast"
            let is_side = word(2).ends_with("ern") && LANDS.contains(&word(3));
            word(1) == "record" || word(1) == "the" && (LANDS.contains(&word(2)) || is_side)
        }
        // "The wettest May since records began".
        "since" => word(1) == "records" && matches!(word(2), "began" | "begin"),
        "ever" => true,
        _ => false,
    }
}

/// Whether what follows is a place or an age of the world, not a room or a drawer.
fn is_scope(tokens: &[Token], at: usize, text: &str) -> bool {
    const SCOPES: &[&str] = &[
        "area",
        "city",
        "continent",
        "country",
        "county",
        "decades",
        "district",
        "hemisphere",
        "history",
        "industry",
        "memory",
        "nation",
        "province",
        "region",
        "state",
        "times",
        "town",
        "village",
        "world",
        "years",
        "sector",
        "field",
        "coast",
        "island",
        "land",
        "peninsula",
        "valley",
        "north",
        "south",
        "east",
        "west",
        "midlands",
    ];
    tokens.iter().skip(at).take(4).any(|token| SCOPES.contains(&token.of(text)))
}

/// The last word of the field.
fn end_of_field(tokens: &[Token], of: usize, text: &str) -> usize {
    let last = (tokens.len() - 1).min(of + 4);
    let stops =
        |token: &Token| !token.glued && token.is(Class::Boundary) || [",", ".", ";", ":"].contains(&token.of(text));
    (of + 1..=last).find(|&at| stops(&tokens[at]) && at > of + 1).map_or(last, |at| at - 1).max(of)
}
