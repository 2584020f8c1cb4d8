//! A `stet` that waives nothing.

use super::{Report, Rule};
use crate::config::Settings;
use crate::extract::MarkKind;
use crate::finding::{Edit, Finding, Fix, Severity};
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "unused-stet",
    summary: "a stet mark waives nothing",
    severity: Severity::Information,
    explanation: r#"
A `stet` mark tells the desk to leave something, and no rule has anything to say there.

A mark that waives nothing hides the next mistake in its place: the sentence was mended, or the rule's name is misspelt.

```story
<!-- stet hearsay: the FT, this morning -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-stet: This stet waives nothing: no rule has a query here.

The ferry company is for sale, the Brae Mail reported.
```

Better: take the mark out.

Not flagged: `[CQ]`, which says that something was checked, whether or not a rule would have asked.
"#,
    asks_relations: false,
    check: |_, _| {},
};

/// Reports the `stet` marks whose waivers were not `used`: known only when all other rules have run.
pub(super) fn check_unused(story: &Story, used: &[bool], settings: &Settings) -> Vec<Finding> {
    let Some(severity) = settings.severity(RULE.name, RULE.severity) else { return Vec::new() };
    let mut report = Report { rule: &RULE, severity, settings, findings: Vec::new() };
    for (waiver, used) in story.waivers.iter().zip(used) {
        let mark = &story.marks[waiver.mark];
        if *used || !matches!(mark.kind, MarkKind::Stet { .. }) {
            continue;
        }
        let edit = Edit { span: mark.span, new_text: String::new() };
        report
            .at(mark.span, "This stet waives nothing: no rule has a query here.")
            .help("Take the mark out, or check the rule's name.")
            .fix(Fix { title: "Take out the mark".to_owned(), edits: vec![edit], safe: true });
    }
    report.findings
}
