//! A first paragraph that accuses in the story's own voice.

use super::{Report, Rule};
use crate::draft::Role;
use crate::finding::Severity;
use crate::language::{Class, Token, is_one_of};
use crate::story::{Story, StoryBlock};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "lead-unsourced",
    summary: "the first paragraph accuses somebody, and its source stands only below",
    severity: Severity::Warning,
    explanation: r#"
The first paragraph lays a wrong on somebody as a fact, and only further down the story says whose word that is.

Many readers stop after the first paragraph, and a court may too.

```story
# Inquiry into harbour contracts

The harbour master of Brae took bribes from two dredging firms for years.
                                ^^^^^^ lead-unsourced: Who says so? The source of this stands only further down.

Prosecutors said on Friday that the bribes came to £200,000.
```

Better: attribute it where it is said first.

```story
# Inquiry into harbour contracts

The harbour master of Brae took bribes from two dredging firms for years, prosecutors say.

Prosecutors said on Friday that the bribes came to £200,000.
```

Everyday deeds ("lied", "dumped waste", "ignored two warnings") are asked about only where somebody tells of the same below.

Not flagged: a paragraph with any source, or a word of a charge, a trial or a verdict;
a wrong that the story does not attribute further down either, because it is established; words inside a quotation.

Reference: Reuters asks that a contentious first paragraph carry its source; AP asks for the source before or right after.
"#,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    let Some(lead) = story.blocks.iter().find(|block| block.role == Role::Paragraph) else { return };
    if let Some(deed) = unsourced_accusation(story, lead) {
        report
            .at(deed, "Who says so? The source of this stands only further down.")
            .help("Attribute it here, where most readers read it.");
    }
}

/// A deed that is a wrong in some company only, and the words by which somebody tells of it further down.
struct Deed {
    /// The verb as a first paragraph tells it.
    told: &'static [&'static str],
    /// Words one of which must follow it; none where the verb is enough.
    company: &'static [&'static str],
    /// What somebody below says of it.
    said: &'static [&'static str],
}

/// Deeds that are everyday words: each is asked about only where somebody tells of the same deed below.
const DEEDS: &[Deed] = &[
    Deed { told: &["lied"], company: &[], said: &["lied", "lying", "lie", "lies"] },
    Deed { told: &["faked"], company: &[], said: &["faked", "faking", "fake"] },
    Deed { told: &["misled"], company: &[], said: &["misled", "misleading", "mislead"] },
    Deed { told: &["doped"], company: &[], said: &["doped", "doping"] },
    Deed { told: &["rigged"], company: &[], said: &["rigged", "rigging"] },
    Deed { told: &["concealed"], company: &[], said: &["concealed", "concealing", "hid", "hidden"] },
    Deed { told: &["tampered"], company: &["with"], said: &["tampered", "tampering"] },
    Deed { told: &["covered"], company: &["up"], said: &["covered", "covering", "cover-up"] },
    Deed {
        told: &["dumped"],
        company: &["waste", "sludge", "sewage", "chemicals", "oil", "rubble"],
        said: &["dumped", "dumping"],
    },
    Deed {
        told: &["ignored"],
        company: &["warning", "warnings", "alarm", "alarms", "alert", "alerts", "orders", "advice"],
        said: &["ignored", "ignoring", "warned", "warning", "warnings", "alerted", "radioed"],
    },
];

/// How far behind its verb the company may stand.
const NEAR: usize = 6;

/// The word for a wrong in a block that names nobody who says so, where the story later gives it as somebody's word.
pub(super) fn unsourced_accusation(story: &Story, block: &StoryBlock) -> Option<Span> {
    let number = story.block_at(block.span.start);
    let tokens = story.tokens_in(block.span);
    // "Ignored two warnings" is the deed, and nobody's word.
    let is_deed = |cue: Span| {
        let cue = story.text_of(cue);
        DEEDS.iter().any(|deed| is_one_of(cue, deed.company) || is_one_of(cue, deed.told))
    };
    let mut attributions = story.attributions_of(number).iter();
    let is_sourced = attributions.any(|attribution| !is_deed(attribution.cue))
        || tokens.iter().any(|token| token.is(Class::Accuser));
    if is_sourced {
        return None;
    }
    let wrong = tokens.iter().find(|token| token.is(Class::Wrongdoing));
    let wrong = wrong.filter(|_| is_said_below(story, block.span.end, |token, _| token.is(Class::Wrongdoing)));
    let deed = wrong.or_else(|| deed_told(story, block))?.span.shifted(block.span.start);
    (!story.is_quoted(deed)).then_some(deed)
}

/// The verb of an everyday deed in a block, where somebody below tells of it.
fn deed_told<'a>(story: &'a Story, block: &'a StoryBlock) -> Option<&'a Token> {
    let text = story.text_of(block.span);
    let tokens = story.tokens_in(block.span);
    tokens.iter().enumerate().find_map(|(at, token)| {
        let deed = DEEDS.iter().find(|deed| is_one_of(token.of(text), deed.told))?;
        let mut behind = tokens[at + 1..].iter().take(NEAR);
        let is_wrong = deed.company.is_empty() || behind.any(|token| is_one_of(token.of(text), deed.company));
        let is_same = |token: &Token, text: &str| is_one_of(token.of(text), deed.said);
        (is_wrong && is_said_below(story, block.span.end, is_same)).then_some(token)
    })
}

/// Whether a wrong is somebody's word in a sentence behind `offset`.
fn is_said_below(story: &Story, offset: u32, is_wrong: impl Fn(&Token, &str) -> bool) -> bool {
    let first = story.sentences.partition_point(|sentence| sentence.span.start < offset);
    story.sentences.iter().enumerate().skip(first).any(|(number, sentence)| {
        let tokens = story.tokens_in(sentence.span);
        let text = story.text_of(story.blocks[sentence.block].span);
        let has_wrong = || tokens.iter().any(|token| is_wrong(token, text));
        let is_somebodys = || {
            let mut attributions = story.attributions_in(number).iter();
            attributions.any(|attribution| attribution.source.is_some() || !attribution.content.is_empty())
        };
        let accuses = || tokens.iter().any(|token| token.is(Class::Accuser));
        has_wrong() && (is_somebodys() || accuses())
    })
}
