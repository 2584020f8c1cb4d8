//! One thing counted twice with different numbers.

use super::{Report, Rule, repeated};
use crate::finding::Severity;
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "conflicting-figure",
    summary: "the story counts one thing twice with different numbers",
    severity: Severity::Warning,
    explanation: r#"
A paragraph comes back to something that the story has counted before ("the 47 job losses"), or to a sum
("the £46,000 would go on coal"), but with another number.

One of the two is wrong, and a reader who notices will not know which.

```story
Tarn Paper will cut 41 jobs at its mill in Brae, the company said on Monday.

It said most of the 47 jobs lost were in the finishing shed.
                    ^^ conflicting-figure: This says 47; the story above says 41.
```

Better: one number, or a word on why there are two.

```story
Tarn Paper will cut 41 jobs at its mill in Brae, the company said on Monday.

It said most of the 41 jobs lost were in the finishing shed.
```

Not flagged: numbers that rounding or a hedge lets fit; other nouns, events, places or times;
figures that are said to be part of the first ("of the 47", "including", "the other six"), that add up with others,
or that have changed ("up from", "so far", "by Friday"); two sources that disagree.
Long numbers in which two neighbouring digits have changed places ("214 checks", "241 checks") are taken for one whatever
their nouns; so is a number behind "the" or "all" that the story has nowhere told, where one that it has told looks like it.

Options: none beside the level.

Reference: the news agencies' accuracy guides ask to check a figure wherever it is repeated.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    repeated::report_in(repeated::Place::Body, story, report);
}
