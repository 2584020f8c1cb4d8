//! "Reportedly", "it is understood": somebody says so, but nobody is named.

use super::{Report, Rule};
use crate::extract::AttributionKind;
use crate::finding::Severity;
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "hearsay",
    summary: "“reportedly” or its like is the only attribution",
    severity: Severity::Warning,
    explanation: r#"
The sentence says that somebody says so ("reportedly", "it is understood that", "is believed to") and never who.

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
words inside a quotation, which are the speaker's; headlines, where space is short and the body tells; "allegedly", which is `allegedly-who`'s.

Reference: NPR's handbook holds that "reportedly" alone attributes nothing; AP asks who the source is.
"#,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for attribution in &story.attributions {
        let is_heading = story.blocks[attribution.block].role.is_heading();
        let words = story.text_of(attribution.cue);
        // An accusation is `allegedly-who`'s: there it may hang on a charge or a trial told elsewhere.
        let is_accusation = words.eq_ignore_ascii_case("allegedly");
        if is_accusation || attribution.kind != AttributionKind::Hearsay || attribution.source.is_some() || is_heading {
            continue;
        }
        report
            .at(attribution.cue, format!("“{words}”: {} by whom? Nobody is named.", deed(words)))
            .help("Name who says so, or leave it out.");
    }
}

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
    ];
    let words = words.to_lowercase();
    DEEDS.iter().find(|(stem, _)| words.contains(stem)).map_or("reported", |(_, deed)| deed)
}
