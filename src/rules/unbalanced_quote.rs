//! A quotation mark without its partner.

use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::Story;
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "unbalanced-quote",
    summary: "a quotation mark has no partner",
    severity: Severity::Error,
    explanation: r#"
A quotation opens and never closes, or closes without having opened.

The reader cannot tell where the speaker's words end and the reporter's begin.

```story
“We had no warning, said Ida Moss, who keeps the shop.
^ unbalanced-quote: This quotation mark has no partner.
```

Better: close the quotation before the speaker is named.

```story
“We had no warning,” said Ida Moss, who keeps the shop.
```

Not flagged: a paragraph that ends within a quotation when the next opens with a mark again, as every handbook has it;
a quotation that closes in the next paragraph or the one after it; apostrophes ('90s, rock 'n' roll, the workers' hall), feet and inches.

Reference: AP's rule on running quotations.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    let marks = &story.unpaired_marks;
    for (at, &mark) in marks.iter().enumerate() {
        let next = marks.get(at + 1).is_some_and(|&next| are_partners(story, mark, next));
        let before = at.checked_sub(1).is_some_and(|before| are_partners(story, marks[before], mark));
        if next || before {
            continue;
        }
        report
            .at(mark, "This quotation mark has no partner.")
            .help("Close the quotation where the speaker's words end, or take the mark out.");
    }
}

/// How many paragraphs lie at most between the marks of a quotation that a line of its own breaks up.
const NEAR: usize = 2;

/// Whether a quotation opens at `one` and closes at `other`, a paragraph or two later, with no mark between:
/// a quotation set apart with its speaker below it, or a sentence that a line break cut in two.
fn are_partners(story: &Story, one: Span, other: Span) -> bool {
    let (from, to) = (story.block_at(one.start), story.block_at(other.start));
    from < to && to <= from + NEAR && !closes(story, one) && closes(story, other)
}

/// Whether a mark stands at the end of a word and not at the beginning of one.
fn closes(story: &Story, mark: Span) -> bool {
    let before = story.text[..mark.start as usize].chars().next_back();
    let behind = story.text[mark.end as usize..].chars().next();
    before.is_some_and(|letter| !letter.is_whitespace()) && behind.is_none_or(|letter| !letter.is_alphanumeric())
}
