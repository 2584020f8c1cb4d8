//! Words that only the headline quotes.

use super::{Report, Rule};
use crate::draft::Role;
use crate::extract::QuoteKind;
use crate::finding::Severity;
use crate::story::{Quotation, Story, spoken_words};

pub(super) static RULE: Rule = Rule {
    name: "headline-quote-missing",
    summary: "the headline quotes words that the story does not",
    severity: Severity::Warning,
    explanation: r#"
The headline puts words between quotation marks that nobody says in the story.

A headline promises what the text delivers; a quotation that is not there looks made up.

```story
# Mayor: ferry contract is “a fraud on islanders”
                           ^^^^^^^^^^^^^^^^^^^^^^ headline-quote-missing: The headline quotes “a fraud on islanders”; nobody says so in the story.

“We were promised two boats and got one,” Mayor Ada Finch said on Friday.
```

Better: quote what was said.

```story
# Mayor: “We were promised two boats and got one”

“We were promised two boats and got one,” Mayor Ada Finch said on Friday.
```

Not flagged: a single word; words that the text says too, quoted or not; titles, brands and nicknames;
the single marks by which British headlines set off a claim ('Ferry firm 'broke promise''), which need not be verbatim;
a story without any quotation.

Reference: IPSO asks that the text support the headline.
"#,
    check,
};

/// Fewer words are a term as often as a quotation.
const FEWEST_WORDS: usize = 3;

fn check(story: &Story, report: &mut Report<'_>) {
    let is_prose = |quotation: &&Quotation| story.blocks[quotation.block].role.is_prose();
    if !story.quotations.iter().any(|quotation| is_prose(&quotation)) {
        return;
    }
    let body: Vec<&Quotation> = story.quotations.iter().filter(is_prose).collect();
    for quotation in story.quotations.iter().filter(|quotation| is_headline_speech(story, quotation)) {
        let inner = story.text_of(quotation.inner[0]);
        let words = spoken_words(inner);
        if FEWEST_WORDS <= words.len() && !is_in_text(story, &words) && !is_reworded(story, &body, &words) {
            report
                .at(quotation.extent(), format!("The headline quotes “{inner}”; nobody says so in the story."))
                .help("Quote what was said, or take the quotation marks away.");
        }
    }
}

fn is_headline_speech(story: &Story, quotation: &Quotation) -> bool {
    let is_double = story.text_of(quotation.spans[0]).starts_with(['"', '“', '«', '„']);
    let is_speech = matches!(quotation.kind, QuoteKind::Speech | QuoteKind::Fragment | QuoteKind::Term);
    story.blocks[quotation.block].role == Role::Headline && is_double && is_speech
}

/// Whether the words stand in the text, one behind the other, whoever says them.
fn is_in_text(story: &Story, words: &[String]) -> bool {
    let body = story.blocks.iter().filter(|block| block.role != Role::Headline);
    let text = body.flat_map(|block| spoken_words(story.text_of(block.span))).collect::<Vec<_>>();
    text.windows(words.len()).any(|window| window == words)
}

/// Whether a quotation of the text holds nearly all of them: shortened, or reworded, which is `changed-quote`'s.
fn is_reworded(story: &Story, body: &[&Quotation], words: &[String]) -> bool {
    body.iter().any(|quotation| {
        let spoken: Vec<String> =
            quotation.inner.iter().flat_map(|&inner| spoken_words(story.text_of(inner))).collect();
        let held = words.iter().filter(|word| spoken.contains(word)).count();
        words.len() <= held + 1 && 2 * held > words.len()
    })
}
