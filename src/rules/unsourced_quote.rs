//! Quoted speech that nobody speaks.

use rustc_hash::FxHashSet;

use super::{Report, Rule};
use crate::draft::Role;
use crate::extract::QuoteKind;
use crate::finding::Severity;
use crate::language::{Class, Token, is_one_of};
use crate::story::{Claim, ClaimKind, Quotation, Standing, Story};
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
a quote with a name and a verb of speech right before or behind it; what a headline, a sign or a banner reads; a quote that goes on from an attributed one in the same paragraph or the one before; headlines, deks and captions;
a block quote whose markup names the speaker.

Reference: Reuters and the Guardian ask for the speaker at the start of a quote or after its first sentence.
"#,
    check,
};

/// A shorter quotation may be a slogan, a sign or a chant, which the sentence around it explains.
const FEWEST_WORDS: usize = 4;

fn check(story: &Story, report: &mut Report<'_>) {
    let unclaimed: FxHashSet<Span> =
        story.claims.iter().filter(|claim| is_nobodys(claim)).map(|claim| claim.spans[0]).collect();
    for quotation in &story.quotations {
        if unclaimed.contains(&quotation.spans[0]) && is_unsourced(story, quotation) {
            report
                .at(quotation.extent(), "Who says this? No speaker is named in the paragraph or beside it.")
                .help("Name the speaker after the first sentence of the quote.");
        }
    }
}

fn is_unsourced(story: &Story, quotation: &Quotation) -> bool {
    let words: usize = quotation.inner.iter().map(|&inner| story.text_of(inner).split_whitespace().count()).sum();
    let role = story.blocks[quotation.block].role;
    quotation.kind == QuoteKind::Speech
        && FEWEST_WORDS <= words
        && matches!(role, Role::Paragraph | Role::ListItem | Role::BlockQuote)
        && !speaker_stands_beside(story, quotation)
        && !somebody_speaks(story, quotation)
        && !is_written_up(story, quotation)
        && !lacks_a_mark(story, quotation)
}

/// Whether a mark is missing in the paragraph: that is asked first, for the speaker may stand among the words.
fn lacks_a_mark(story: &Story, quotation: &Quotation) -> bool {
    let block = story.blocks[quotation.block].span;
    story.unpaired_marks.iter().any(|&mark| block.covers(mark))
}

/// "Headlines such as “…” and “…”", "signs that read “…”": what stands on a thing, which the sentence names.
fn is_written_up(story: &Story, quotation: &Quotation) -> bool {
    const WRITTEN_ON: &[&str] =
        &["headline", "headlines", "slogan", "slogans", "sign", "signs", "banner", "banners", "placard", "placards"];
    let text = story.text_of(story.blocks[quotation.block].span);
    let start = quotation.extent().start;
    let before = story.tokens_before(story.sentence_at(start), start);
    before.iter().any(|token| is_one_of(token.of(text), WRITTEN_ON))
}

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
    let is_spoken = |token: &&Token| {
        token.is(Class::SpeechVerb) && !token.is(Class::SpeechNoun) || is_one_of(token.of(text), VIEWS)
    };
    let names = |token: &&Token| {
        token.is(Class::Pronoun) || token.is(Class::RoleNoun) || token.of(text).starts_with(char::is_uppercase)
    };
    let is_owned = |pair: &[&Token]| pair[0].is(Class::Possessive) && is_one_of(pair[1].of(text), UTTERANCES);
    // "His neat answer": an adjective may stand between.
    let is_announced = outside.windows(2).any(is_owned) || outside.windows(3).any(|run| is_owned(&[run[0], run[2]]));
    is_announced || outside.iter().any(is_spoken) && outside.iter().any(names)
}

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
    "words",
];

/// Whether somebody speaks later in the paragraph, or the next one begins with who said it.
fn speaker_stands_beside(story: &Story, quotation: &Quotation) -> bool {
    let first = story.attributions.partition_point(|attribution| attribution.block < quotation.block);
    let near = story.attributions[first..].iter().take_while(|attribution| attribution.block <= quotation.block + 1);
    near.filter(|attribution| attribution.source.is_some()).any(|attribution| {
        let opening = story.sentence_at(story.blocks[attribution.block].span.start);
        attribution.block == quotation.block || (attribution.sentence == opening && attribution.content.is_empty())
    })
}
