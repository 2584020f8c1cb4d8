//! "Experts say": which ones?

use super::authority::{agreed, believed, leads, vague_head};
use super::nameless_groups::nameless_groups;
use super::nameless_media::nameless_media;
use super::nameless_study::nameless_study;
use super::which_authority::Answers;
use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::Story;
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "vague-authority",
    summary: "“experts say”, and none of them is named",
    severity: Severity::Warning,
    explanation: r#"
The story leans on experts, analysts, critics, doctors, research, "a new study" or "media reports", and names none of them;
or "many believe" something or it "is widely accepted", and nobody accepts it.

Anybody can be an expert; a reader trusts one with a name and a post, and can look up a study that has a title and a year.

```story
Experts say the season for wildfires starts six weeks earlier than it did.
^^^^^^^ vague-authority: Which experts? None is named.
```

Better: let one of them say it.

```story
Experts say the season for wildfires starts six weeks earlier than it did.
“We used to begin in June,” said Ida Lund, who studies forests at the University of Brae.
```

Not flagged: a group that is described ("economists polled by the bank", "critics of the plan", "its researchers");
a study of which the story says who made or published it;
where one of them is named, beside the group or anywhere in the story (a grower is no expert, nor is the firm’s spokesman); groups that speak for themselves (voters, residents, officials);
doctors and lawyers who spoke of one case ("doctors said he would live"); words inside a quotation; headlines, where the body tells.

Reference: NPR's handbook asks to identify sources as best one can; the BBC asks to attribute claims.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    let mut asked: Vec<String> = Vec::new();
    let mut answers = Answers::new(story);
    for (head, sentence) in heads(story) {
        // "EXPERTS DOUBT QUAY PLAN" within a paragraph is a headline, whose paragraph tells.
        if story.text_of(head).chars().all(char::is_uppercase) {
            continue;
        }
        let words = story.text_of(head).to_lowercase();
        if asked.contains(&words) || answers.are_given(&words, sentence) {
            continue;
        }
        let is_many = words.ends_with('s');
        let question = if is_many {
            format!("Which {words}? None is named.")
        } else {
            format!("Which {words}? No study is named.")
        };
        asked.push(words);
        report.at(head, question).help("Name one who says so, or say what the claim rests on.");
    }
    ask_for_study(story, report);
    ask_for_outlet(story, report);
    ask_for_group(story, report);
    for words in believed(story) {
        report
            .at(words, format!("“{}”: who are they? Nobody is named.", super::in_sentence(story.text_of(words))))
            .help("Name one who says so, or say what the claim rests on.");
    }
    for words in agreed(story) {
        report
            .at(words, format!("“{}”: by whom? Nobody is named.", super::in_sentence(story.text_of(words))))
            .help("Name one who says so, or say what the claim rests on.");
    }
}

/// "Human rights groups say": which, the story leaves out.
fn ask_for_group(story: &Story, report: &mut Report<'_>) {
    if let Some(words) = nameless_groups(story) {
        let asked = super::in_sentence(story.text_of(words));
        report.at(words, format!("Which {asked}? None is named.")).help("Name one of them that says so.");
    }
}

/// "According to media reports": whose, a reader cannot tell.
fn ask_for_outlet(story: &Story, report: &mut Report<'_>) {
    if let Some(words) = nameless_media(story) {
        let asked = super::in_sentence(story.text_of(words));
        report.at(words, format!("Which {asked}? No outlet is named.")).help("Name the outlet that reported it.");
    }
}

/// "A new study has found": which, a reader cannot look up.
fn ask_for_study(story: &Story, report: &mut Report<'_>) {
    if let Some(words) = nameless_study(story) {
        report
            .at(words, "Which study? The story does not say whose it is or where it was published.")
            .help("Say who made the study, when, and where it was published.");
    }
}

/// The words for those who speak in general, each with its sentence, in order.
fn heads(story: &Story) -> Vec<(Span, usize)> {
    let said = story
        .attributions
        .iter()
        .filter_map(|attribution| Some((vague_head(story, attribution)?, attribution.sentence)));
    let mut heads: Vec<(Span, usize)> = said.chain(leads(story)).collect();
    heads.sort_unstable_by_key(|&(head, _)| head.start);
    heads.dedup_by_key(|(head, _)| head.start);
    heads
}
