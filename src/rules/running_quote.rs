//! A quotation that closes with its paragraph and goes on in the next.

use super::{Report, Rule};
use crate::extract::QuoteKind;
use crate::finding::{Edit, Fix, Severity};
use crate::story::{Quotation, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "running-quote",
    summary: "a quotation goes on in the next paragraph, but its mark is closed",
    severity: Severity::Warning,
    explanation: r#"
A speaker goes on in the next paragraph, and the first one closes its quotation.

Closed marks tell the reader that somebody else begins to speak.
By convention a paragraph within a speech ends without a mark, and the next opens with one.

```story
“The wall held for ninety years,” Ida Lund said. “Nobody looked at it.”

“Then the rain came. I have never seen so much of it.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ running-quote: Who goes on here? The quotation before it was closed: if the speaker is the same, leave that open.
```

Better: take the closing mark away, or name the speaker again.

```story
“The wall held for ninety years,” Ida Lund said. “Nobody looked at it.

“Then the rain came. I have never seen so much of it.”
```

Not flagged: a second paragraph that names its speaker; a first one that does not end with the quotation;
one that quotes within the reporter's sentence ("said that he “would stay”"); lists and block quotes.

Reference: AP's rule on running quotations.
"#,
    check,
};

/// A shorter paragraph may be another's reply.
const FEWEST_WORDS: usize = 5;

fn check(story: &Story, report: &mut Report<'_>) {
    for pair in story.quotations.windows(2) {
        let [first, second] = pair else { continue };
        if !goes_on(story, first, second) {
            continue;
        }
        let mark = closing_mark(story, first);
        report
            .at(
                second.spans[0],
                "Who goes on here? The quotation before it was closed: if the speaker is the same, leave that open.",
            )
            .relate(mark, "closed here")
            .help("Take that closing mark away, or name the speaker of this paragraph.")
            .fix(Fix {
                title: "Take out the closing mark before it".to_owned(),
                edits: vec![Edit { span: mark, new_text: String::new() }],
                safe: false,
            });
    }
}

/// Whether the first ends its paragraph and the second, with no speaker of its own, fills the next.
fn goes_on(story: &Story, first: &Quotation, second: &Quotation) -> bool {
    let end = first.extent().end;
    let (before, block) = (story.block_at(end.saturating_sub(1)), second.block);
    let is_speech = |quotation: &Quotation| quotation.kind == QuoteKind::Speech;
    let is_prose = |block: usize| story.blocks[block].role.is_prose();
    let whole = story.blocks[block].span;
    let is_long = || FEWEST_WORDS <= story.text_of(whole).split_whitespace().take(FEWEST_WORDS).count();
    is_speech(first)
        && is_speech(second)
        && story.text_of(first.inner[0]).starts_with(char::is_uppercase)
        && before + 1 == block
        && is_prose(before)
        && is_prose(block)
        && story.blocks[before].span.end == end
        && second.spans[0].covers(whole)
        && !story.attributions_of(before).is_empty()
        && story.attributions_of(block).is_empty()
        && is_long()
}

fn closing_mark(story: &Story, quotation: &Quotation) -> Span {
    let end = quotation.extent().end;
    let inner = quotation.inner.last().map_or(end, |inner| inner.end);
    Span::new(inner.min(end), end).trimmed(&story.text)
}
