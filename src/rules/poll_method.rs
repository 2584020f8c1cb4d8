//! A poll without how it was taken.

use rust_decimal::Decimal;

use super::{Report, Rule};
use crate::draft::Role;
use crate::extract::{Attribution, FigureKind, SourceKind};
use crate::finding::Severity;
use crate::language::{Class, Words};
use crate::story::{Claim, Placed, Sentence, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "poll-method",
    summary: "a poll's figure, and not how many were asked, by whom, when",
    severity: Severity::Warning,
    explanation: r#"
The story gives a percentage from a poll and leaves out how the poll was taken.

Without the number of people asked and who asked them, a reader cannot tell a survey from a show of hands.

```story
A poll shows that 52 percent of islanders want a bridge.
  ^^^^ poll-method: This poll's 52 percent: the story does not say who asked, how many or when.
```

Better: say who asked how many people, when, and the margin of error.

```story
A poll shows that 52 percent of islanders want a bridge.
Harlow Research asked 1,004 adults from May 3 to 5; the margin of error is 3 points.
```

A story that opens with a poll owes its readers who asked, how many, and either when or within what margin of error.

Not flagged: further down, a poll of which the story gives the number of people asked or the margin of error;
a poll by a house that it names; a survey of which the story has spoken before ("the survey"); polls in the plural; figures within quotations.

Reference: AP and the BBC list what a story about a poll has to say: who paid, who asked, how many, when, the margin.
"#,
    asks_relations: false,
    check,
};

/// Fewer people asked are no sample.
const LEAST_ASKED: u32 = 20;

fn check(story: &Story, report: &mut Report<'_>) {
    // Few blocks speak of polls.
    let polling = (0..story.blocks.len()).filter(|&block| story.block_has(block, Class::Poll));
    let polling: Vec<usize> = polling.flat_map(|block| story.sentences_of(block)).collect();
    for (poll, number) in polling.iter().filter_map(|&sentence| other_poll(story, sentence)) {
        report_nameless(story, (poll, number), report);
    }
    let asked = story.figure_claims().find_map(|(_, claim, figure)| {
        let is_share = matches!(figure.kind, FigureKind::Percentage | FigureKind::Share | FigureKind::Points);
        let poll = is_share.then(|| poll_behind(story, claim))??;
        let is_open = !story.is_quoted(figure.number) && !tells_method(story, figure.block);
        is_open.then_some((poll, figure.number))
    });
    let Some((poll, number)) = asked else {
        let is_open = |(_, number): &(Span, Span)| !tells_method(story, story.block_at(number.start));
        let mut bare = polling.iter().filter_map(|&sentence| bare_poll(story, sentence));
        if let Some(found) = bare.find(is_open).or_else(|| lead_poll(story).filter(is_open)) {
            report_nameless(story, found, report);
        } else if let Some((poll, number, left_out)) = told_in_part(story) {
            let noun = story.text_of(poll).to_lowercase();
            report
                .at(poll, format!("The story does not say {left_out} this {noun}."))
                .relate(number, "its figure")
                .help("Say who asked how many people, when, and the margin of error.");
        }
        return;
    };
    let (noun, number_words) = (story.text_of(poll).to_lowercase(), story.text_of(number));
    report
        .at(poll, format!("This {noun}'s {number_words}: the story does not say who asked, how many or when."))
        .relate(number, "its figure")
        .help("Say who asked how many people, when, and the margin of error.");
}

fn report_nameless(story: &Story, (poll, number): (Span, Span), report: &mut Report<'_>) {
    let (noun, said) = (story.text_of(poll).to_lowercase(), story.text_of(number));
    report
        .at(poll, format!("Which {noun} gave {said}? The story does not say who asked, how many or when."))
        .relate(number, "its figure")
        .help("Say who asked how many people, when, and the margin of error.");
}

/// "A poll in the final week had put Lund nine points clear", "the latest poll puts support at 61 percent": a poll that
/// opens its sentence, gives a share, and says nothing of who asked.
fn bare_poll(story: &Story, sentence: usize) -> Option<(Span, Span)> {
    const GIVES: &[&str] = &["put", "puts", "gave", "gives", "had", "has", "found", "finds"];
    const LEADS: &[&str] = &["A", "An", "One", "The"];
    const FRESH: &[&str] = &["latest", "last", "final", "newest", "only"];
    let place = story.sentences[sentence];
    let block = &story.blocks[place.block];
    if !block.role.is_prose() || !story.sentence_has(sentence, Class::Poll) {
        return None;
    }
    let words = story.words_at(place.span);
    if let Some(found) = polls_show(story, sentence, words) {
        return Some(found);
    }
    let poll = (1..words.tokens.len().min(OPENING)).find(|&at| words.is_any(at, &["poll", "survey"]))?;
    // "The poll" is one of which the story has told, "the latest poll" is another.
    let is_new = LEADS.contains(&words.written(0)) && (!words.is(0, "the") || words.is_any(1, FRESH));
    let gives = (poll + 1..words.tokens.len().min(poll + LATE)).find(|&at| words.is_any(at, GIVES))?;
    let leads_to_name = |at: usize| {
        words.is_any(at, &["by", "for", "from"]) && (words.is_capitalized(at + 1) || words.is_capitalized(at + 2))
    };
    let names_who = words.is_any(poll + 1, &["by", "for", "from", "of", "among"])
        || (1..gives).any(|at| words.is_capitalized(at) && !words.has(at, Class::Time))
        || (poll..words.tokens.len()).any(leads_to_name);
    let span = words.tokens[poll].span.shifted(block.span.start);
    let first = story.figures.partition_point(|figure| figure.sentence < sentence);
    let mut figures = story.figures[first..].iter().take_while(|figure| figure.sentence == sentence);
    let share = figures.find(|figure| {
        let is_share = matches!(figure.kind, FigureKind::Percentage | FigureKind::Points);
        is_share && words.tokens[gives].span.shifted(block.span.start).end <= figure.number.start
    })?;
    let is_open = is_new && !names_who && !is_named_behind(story, sentence);
    (is_open && !story.is_quoted(span)).then_some((span, share.number))
}

/// "Polls show her on 44 percent", "recent opinion polls put them at 12 percent": several, and not one of them named.
fn polls_show(story: &Story, sentence: usize, words: Words<'_>) -> Option<(Span, Span)> {
    const KINDS: &[&str] = &["opinion", "recent", "public", "most", "some", "new", "national"];
    const GIVE: &[&str] = &["give", "put", "show", "suggest"];
    let block = &story.blocks[story.sentences[sentence].block];
    let polls = (0..3).find(|&at| words.is_any(at, &["polls", "surveys"]))?;
    let is_plain = (0..polls).all(|at| words.is_any(at, KINDS)) && words.is_any(polls + 1, GIVE);
    let first = story.figures.partition_point(|figure| figure.sentence < sentence);
    let mut figures = story.figures[first..].iter().take_while(|figure| figure.sentence == sentence);
    let share = figures.find(|figure| matches!(figure.kind, FigureKind::Percentage | FigureKind::Points))?;
    let leads_to_name = |at: usize| {
        words.is_any(at, &["by", "for", "from"]) && (words.is_capitalized(at + 1) || words.is_capitalized(at + 2))
    };
    // "…, according to a Quill/Mail poll"
    let is_named = |at: usize| words.is_any(at, &["poll", "survey"]) && words.is_capitalized(at - 1);
    let names_who =
        (polls + 1..words.tokens.len()).any(|at| leads_to_name(at) || is_named(at) || words.is(at, "according"));
    let span = words.tokens[polls].span.shifted(block.span.start);
    (is_plain && !names_who && !story.is_quoted(span)).then_some((span, share.number))
}

/// The poll with which a story opens, its first share, and what the story leaves out of how it was taken: who asked, how
/// many, or both when and how far off it may be.
fn told_in_part(story: &Story) -> Option<(Span, Span, &'static str)> {
    let lead = story.lede()?;
    let share = story.figures.iter().find(|figure| {
        let is_share = matches!(figure.kind, FigureKind::Percentage | FigureKind::Share);
        is_share && figure.block == lead && !story.is_quoted(figure.number)
    })?;
    let is_asked = |sentence: usize| story.sentence_names(sentence, POLLING) || story.sentence_names(sentence, ASKING);
    // A survey of wages or of birds is no poll, and what a number of polls give is nobody's sample.
    let is_several = story.sentences_of(lead).any(|sentence| story.sentence_names(sentence, &["polls", "surveys"]));
    let holds_opinion = story.sentences_of(lead).any(|sentence| story.sentence_names(sentence, OPINION));
    if is_several || !holds_opinion {
        return None;
    }
    let poll = story.sentences_of(lead).find_map(|sentence| {
        let words = story.words_at(story.sentences[sentence].span);
        let at =
            (0..words.tokens.len()).find(|&at| words.is_any(at, TAKEN) && !words.is(at.wrapping_sub(1), "exit"))?;
        Some(words.tokens[at].span.shifted(story.blocks[lead].span.start))
    })?;
    let prose = (0..story.blocks.len()).filter(|&block| story.blocks[block].role.is_prose());
    let asked: Vec<usize> =
        prose.flat_map(|block| story.sentences_of(block)).filter(|&sentence| is_asked(sentence)).collect();
    let has = |tells: &dyn Fn(usize) -> bool| asked.iter().any(|&sentence| tells(sentence));
    let has_asker = has(&|sentence| names_somebody(story, sentence));
    let has_sample = has(&|sentence| counts_people(story, sentence));
    let has_days = has(&|sentence| tells_days(story, sentence));
    let has_margin = has(&|sentence| story.sentence_names(sentence, &["margin", "accurate", "error", "±"]));
    let left_out = match (has_asker, has_sample, has_days, has_margin) {
        (false, _, _, _) => "who took",
        (_, false, false, _) | (_, false, _, false) => "how many people were asked for",
        (_, _, false, false) => "when, and within what margin of error, somebody took",
        _ => return None,
    };
    Some((poll, share.number, left_out))
}

/// What a poll is called where a story opens with it.
const TAKEN: &[&str] = &["poll", "polled", "polling", "pollster", "pollsters", "survey", "surveyed"];

/// Words of a sentence that tells of a poll.
const POLLING: &[&str] = &["margin", "poll", "polling", "pollster", "pollsters", "respondents", "survey", "surveyed"];

/// Words of a sentence that tells how people were asked.
const ASKING: &[&str] = &[
    "answered",
    "asked",
    "fieldwork",
    "interviewed",
    "interviewers",
    "interviews",
    "polled",
    "questioned",
    "reached",
    "responded",
    "sample",
    "sampled",
    "spoke",
];

/// Whether a sentence names somebody or something, be it but a newspaper.
fn names_somebody(story: &Story, sentence: usize) -> bool {
    let words = story.words_at(story.sentences[sentence].span);
    (0..words.tokens.len())
        .any(|at| words.is_capitalized(at) && !words.has(at, Class::Time) && (0 < at || words.is_capitalized(1)))
}

/// "From 3 to 6 March", "last week", "in May".
fn tells_days(story: &Story, sentence: usize) -> bool {
    let words = story.words_at(story.sentences[sentence].span);
    let is_span = |at: usize| words.is_any(at, &["day", "days", "month", "week", "weekend", "fortnight"]);
    let is_told = |at: usize| {
        words.has(at, Class::Time) && words.is_capitalized(at)
            || words.is_any(at, &["last", "this", "past", "over", "same"]) && (1..4).any(|on| is_span(at + on))
            || words.is(at, "may") && words.is_capitalized(at)
    };
    (0..words.tokens.len()).any(is_told)
}

/// "Support has slipped to 38%, a poll by Quill suggests", in the first paragraph: a story that opens with a poll, named
/// or not, owes its readers how it was taken.
fn lead_poll(story: &Story) -> Option<(Span, Span)> {
    let lead = story.lede()?;
    story.figure_claims().take_while(|(_, _, figure)| figure.block <= lead).find_map(|(_, claim, figure)| {
        let is_share = matches!(figure.kind, FigureKind::Percentage | FigureKind::Share) && figure.block == lead;
        let attribution = &story.attributions[claim.attribution.attribution.filter(|_| is_share)?];
        let source = attribution.source?;
        let words = story.words_at(source.span);
        // "The polls" of an election are no poll, and "in three polls" are told of by others.
        let poll = (0..words.tokens.len()).find(|&at| words.is_any(at, &["poll", "survey"]))?;
        // A survey may count tickets as well as voters.
        let asks_opinion = words.is(poll, "poll") || story.sentence_names(figure.sentence, OPINION);
        let is_open = asks_opinion && !story.is_quoted(figure.number) && attribution.via.is_none();
        is_open.then(|| (words.tokens[poll].span.shifted(story.blocks[lead].span.start), figure.number))
    })
}

/// What those hold who are asked for an opinion.
const OPINION: &[&str] = &[
    "approval",
    "approve",
    "back",
    "believe",
    "disapprove",
    "favor",
    "favour",
    "lead",
    "leads",
    "oppose",
    "prefer",
    "respondents",
    "say",
    "support",
    "think",
    "voters",
    "want",
    "would",
];

/// The most words between a poll and the verb by which it gives a figure.
const LATE: usize = 9;

/// Whether a sentence begins with a poll beside the one that the story has told of.
fn opens_other_poll(story: &Story, sentence: usize) -> bool {
    let words = story.words_at(story.sentences[sentence].span);
    (1..OPENING).any(|at| words.is_any(at, &["poll", "survey"]) && words.is_any(at - 1, OTHER))
}

/// What a poll is called beside another.
const OTHER: &[&str] = &["another", "second", "separate", "earlier", "previous", "different", "rival", "third"];

/// "Another poll last week gave Lund 49 percent": a poll beside the one that the story has told of, and nobody who asked.
fn other_poll(story: &Story, sentence: usize) -> Option<(Span, Span)> {
    let place = story.sentences[sentence];
    let block = &story.blocks[place.block];
    if !block.role.is_prose() || !story.sentence_has(sentence, Class::Poll) {
        return None;
    }
    let (text, tokens) = (story.text_of(block.span), story.tokens_in(place.span));
    let is = |at: usize, words: &[&str]| words.contains(&tokens[at].of(text).to_lowercase().as_str());
    let poll = (1..tokens.len().min(OPENING)).find(|&at| is(at, &["poll", "survey"]) && is(at - 1, OTHER))?;
    let is_name = |at: usize| tokens.get(at).is_some_and(|token| token.of(text).starts_with(char::is_uppercase));
    let leads_to_name = |at: usize| {
        is(at, &["by", "for", "from"])
            && (is_name(at + 1)
                || tokens.get(at + 1).is_some_and(|token| token.is(Class::Determiner)) && is_name(at + 2))
    };
    // "Another poll of 900 voters", "another poll by Quill Research".
    let is_by = (poll..tokens.len()).any(leads_to_name) || is((poll + 1).min(tokens.len() - 1), &["of", "among"]);
    let first = story.figures.partition_point(|figure| figure.sentence < sentence);
    let mut figures = story.figures[first..].iter().take_while(|figure| figure.sentence == sentence);
    let share = figures.find(|figure| matches!(figure.kind, FigureKind::Percentage | FigureKind::Points))?;
    let span = tokens[poll].span.shifted(block.span.start);
    (!is_by && !story.is_quoted(span)).then_some((span, share.number))
}

/// The words of a sentence among which it names its poll.
const OPENING: usize = 5;

/// The word for the poll that a claim rests on, if it has no name: "a new poll", not "a Harlow Research poll".
fn poll_behind(story: &Story, claim: &Claim) -> Option<Span> {
    let attribution = &story.attributions[claim.attribution.attribution?];
    let source = attribution.source.filter(|source| source.kind == SourceKind::Document)?;
    let noun = story.text_of(source.head).to_lowercase();
    let is_poll = matches!(noun.as_str(), "poll" | "survey" | "polling");
    let is_prose = story.blocks[attribution.block].role.is_prose();
    let words = story.text_of(source.span).to_lowercase();
    let is_new = words.starts_with("a ") || words.starts_with("one ") || words.starts_with("an ");
    // "New polling shows", "fresh polling suggests".
    let is_new = is_new || noun == "polling" && !words.starts_with("the ") && !words.starts_with("exit ");
    (is_poll && is_prose && is_new && !names_pollster(story, attribution)).then_some(source.head)
}

/// Whether the sentence names somebody who may have asked, beside the poll: "a poll released on Sunday by the Brae Mail".
fn names_pollster(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let block = story.blocks[attribution.block].span;
    let text = story.text_of(block);
    let sentence = story.tokens_in(story.sentences[attribution.sentence].span);
    // "A survey by the bank", "for the Mail": "leads by 12 points" names nobody.
    let words = Words { text, tokens: sentence };
    let poll = attribution.source.map_or(0, |source| source.head.end.saturating_sub(block.start));
    let is_by = (0..sentence.len()).any(|at| {
        let is_name = || words.is_capitalized(at + 1) && !words.has(at + 1, Class::Time);
        let is_body = || words.has(at + 1, Class::Determiner) && !words.has(at + 2, Class::Time);
        words.is_any(at, &["by", "for", "from"]) && (is_name() || poll <= sentence[at].span.start && is_body())
    });
    let first = story.names.partition_point(|name| name.sentence < attribution.sentence);
    let last = story.names.partition_point(|name| name.sentence <= attribution.sentence);
    let names = &story.names[first..last];
    let is_owned = attribution.source.is_some_and(|source| {
        names.iter().any(|name| source.span.covers(name.span)) || story.text_of(source.span).contains(['\'', '’'])
    });
    is_by || is_owned || is_named_behind(story, attribution.sentence)
}

/// "A new poll showed Lund ahead. The Mail/Tern poll also": the next sentence says whose it is.
fn is_named_behind(story: &Story, sentence: usize) -> bool {
    let Some(next) = story.sentences.get(sentence + 1) else { return false };
    let words = story.words_at(next.span);
    next.block == story.sentences[sentence].block
        && (2..words.tokens.len()).any(|at| words.is_any(at, &["poll", "survey"]) && words.is_capitalized(at - 1))
}

/// Whether the story gives the number of people asked or the margin of error anywhere: "a poll of 804 voters"; beside a
/// second poll only what stands in its paragraph or the next is of that one.
fn tells_method(story: &Story, block: usize) -> bool {
    const COUNTING: &[&str] = &[
        "sample",
        "sampled",
        "respondents",
        "responded",
        "answered",
        "interviewed",
        "polled",
        "surveyed",
        "asked",
        "questioned",
        "poll",
        "survey",
    ];
    let head = story.blocks.iter().position(|block| block.role == Role::Headline).map_or(0, |head| head + 1);
    let is_told_before = |&other: &usize| story.blocks[other].role.is_prose() && story.block_has(other, Class::Poll);
    let is_second = (head..block).any(|other| is_told_before(&other));
    // "A second survey, by Quill, asked 1,002 adults": what follows is of that one.
    let below = (block + 1..story.blocks.len()).filter(|&other| is_told_before(&other));
    let other = below.flat_map(|other| story.sentences_of(other)).find(|&number| opens_other_poll(story, number));
    let is_in_reach = |sentence: &Sentence| !is_second || (block..=block + 1).contains(&sentence.block);
    let told = story.sentences.iter().enumerate().take(other.unwrap_or(story.sentences.len()));
    told.filter(|(_, sentence)| is_in_reach(sentence)).any(|(number, sentence)| {
        let text = story.text_of(story.blocks[sentence.block].span);
        let has = |words: &[&str]| story.tokens_in(sentence.span).iter().any(|token| words.contains(&token.of(text)));
        // "Of 22 economists surveyed by the bank": no poll of what people think.
        let is_of_trade = has(&["economists", "analysts", "traders", "forecasters"]);
        // "Passed by a margin of 74 votes" is no poll's.
        let is_of_error = || has(&["error", "sampling", "points", "point", "±", "percentage", "percent"]);
        has(&["margin", "Margin"]) && is_of_error() || has(COUNTING) && !is_of_trade && counts_people(story, number)
    })
}

fn counts_people(story: &Story, sentence: usize) -> bool {
    let first = story.figures.partition_point(|figure| figure.sentence < sentence);
    story.figures[first..]
        .iter()
        .take_while(|figure| figure.sentence == sentence)
        .any(|figure| figure.kind == FigureKind::Count && Decimal::from(LEAST_ASKED) <= figure.value)
}
