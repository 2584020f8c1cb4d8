//! "Allegedly": who alleges?

use super::{Report, Rule};
use crate::finding::Severity;
use crate::language::{Class, Token, is_same_word};
use crate::story::{Alone, Note, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "allegedly-who",
    summary: "“allegedly” or “alleged”, and nobody in reach who alleges it",
    severity: Severity::Warning,
    explanation: r#"
The story says that something was allegedly done, and neither the sentence nor what stands around it tells who alleges it.

The word is no shield: it repeats an accusation without saying that anybody made it.

```story
The night watchman allegedly opened the gate.
                   ^^^^^^^^^ allegedly-who: “allegedly”: who alleges it? No accuser is named.
```

Better: name the accuser.

```story
Prosecutors say the night watchman opened the gate.
```

Not flagged: a sentence that says who alleges it;
a paragraph that speaks, or that follows one that speaks, of an arrest, a charge, a court
or an investigation: on their word the rest hangs;
words inside a quotation; headlines, where the body tells.

Reference: AP asks that the source of an allegation be given, and that the word be used sparingly.
"#,
    check,
};

/// How many paragraphs back an accuser still stands behind what follows.
const REACH: usize = 1;

fn check(story: &Story, report: &mut Report<'_>) {
    for (number, block) in story.blocks.iter().enumerate() {
        let Alleged(alleged) = story.note(number);
        if alleged.is_empty() || (number.saturating_sub(REACH)..=number).any(|block| accuses(story, block)) {
            continue;
        }
        for word in alleged.iter().map(|word| word.shifted(block.span.start)) {
            let words = story.text_of(word).to_lowercase();
            report
                .at(word, format!("“{words}”: who alleges it? No accuser is named."))
                .help("Name who says so: the police, a charge sheet, a lawsuit.");
        }
    }
}

/// Whether the block speaks of an accuser, a charge or a court.
fn accuses(story: &Story, block: usize) -> bool {
    !story.blocks[block].role.is_heading() && story.block_has(block, Class::Accuser)
}

/// What a block says was allegedly done, in sentences that do not tell by whom.
struct Alleged(Vec<Span>);

impl Note for Alleged {
    fn read(block: Alone<'_>) -> Self {
        if !block.role().is_prose() {
            return Self(Vec::new());
        }
        let open = block.mentions().sentences.iter().filter(|sentence| !block.has_source(**sentence));
        Self(open.flat_map(|&sentence| alleged_words(block, sentence)).collect())
    }
}

/// "allegedly", and "alleged" before what is alleged; "alleged that" is somebody's verb.
fn alleged_words(block: Alone<'_>, sentence: Span) -> impl Iterator<Item = Span> {
    let text = block.text();
    let tokens = block.tokens_in(sentence);
    let is_word = move |token: &Token, word: &str| is_same_word(token.of(text), word);
    let is_adjective = move |at: usize| {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        is_word(&tokens[at], "alleged") && before.is_some_and(|before| before.is(Class::Determiner))
    };
    let found = (0..tokens.len()).filter(move |&at| is_word(&tokens[at], "allegedly") || is_adjective(at));
    found.map(|at| tokens[at].span).filter(move |&span| !block.is_quoted(span))
}
