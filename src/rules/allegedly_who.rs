//! "Allegedly": who alleges?

use super::{Report, Rule};
use crate::finding::Severity;
use crate::language::{Class, Token, WordList, Words, is_one_of, is_same_word};
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
a paragraph that speaks of an arrest, a charge, a court or an investigation, or that follows one that names an accuser
or a charge: on their word the rest hangs, unless it says that nobody is charged with the deed;
words inside a quotation; headlines, where the body tells.

Reference: AP asks that the source of an allegation be given, and that the word be used sparingly.
"#,
    asks_relations: false,
    check,
};

/// How many paragraphs back an accuser still stands behind what follows.
const REACH: usize = 1;

fn check(story: &Story, report: &mut Report<'_>) {
    for (number, Alleged(alleged)) in story.noted() {
        let block = &story.blocks[number];
        let stands_before =
            |block: usize| accuses(story, block) && still_accuses(story, block) && names_accuser(story, block);
        if accuses(story, number)
            || !is_uncharged(story, number) && (number.saturating_sub(REACH)..number).any(stands_before)
        {
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

/// Whether the block speaks of an accuser, a charge or a court; the jury of a festival is none.
fn accuses(story: &Story, block: usize) -> bool {
    let is_accuser = |block: usize| {
        !story.blocks[block].role.is_heading() && story.block_has(block, Class::Accuser) && !only_helps(story, block)
    };
    let is_of_court = || (0..story.blocks.len()).any(|other| names_court(story, other));
    // Of grants and benefits there are claimants, too.
    let is_of_suit = || (0..story.blocks.len()).any(|other| names_any(story, other, SUITS));
    let is_claim = || !names_other(story, block, CLAIMING);
    is_accuser(block)
        && !is_only_tried(story, block)
        && names_other(story, block, &["custody"])
        && (names_other(story, block, BEFORE_COURT) || !names_any(story, block, DOCK))
        && !is_only_defended(story, block)
        && !is_uncharged(story, block)
        && if is_claim() { is_of_suit() } else { names_other(story, block, JUDGED) || is_of_court() }
}

/// "The company said it would help the investigation": the one word of accusing that the block has tells what the accused do.
fn only_helps(story: &Story, block: usize) -> bool {
    const HELP: &[&str] = &["help", "helping", "assist", "assisting", "aid", "welcome", "welcomed", "support"];
    const INQUIRY: &[&str] = &["investigation", "investigations", "inquiry", "inquiries", "probe", "investigators"];
    let words = story.words_at(story.blocks[block].span);
    let is_helped = |at: usize| {
        let before = at.wrapping_sub(1 + usize::from(words.has(at.wrapping_sub(1), Class::Determiner)));
        let is_with = words.is(before, "with")
            && words.is_any(before.wrapping_sub(1), &["cooperate", "cooperating", "co-operate"]);
        words.is_any(at, INQUIRY) && (words.is_any(before, HELP) || is_with)
    };
    let mut accusers = (0..words.tokens.len()).filter(|&at| words.has(at, Class::Accuser)).peekable();
    accusers.peek().is_some() && accusers.all(is_helped)
}

/// "He is to appear in court on Friday", "did not enter a plea in the district court": where somebody is to be tried says
/// nothing of who accuses them; what a court heard does.
fn is_only_tried(story: &Story, block: usize) -> bool {
    const COURTROOM: &[&str] = &["bail", "court", "courts", "hearing", "magistrate", "magistrates", "plea", "trial"];
    const HEARD: &[&str] = &["heard", "documents", "filing", "filings", "papers", "records"];
    let words = story.words_at(story.blocks[block].span);
    let is_heard = |at: usize| {
        words.is_any(at + 1, HEARD)
            || words.is(at + 1, "was") && words.is(at + 2, "told")
            || words.is(at.wrapping_sub(2), "told")
    };
    let is_idle = |at: usize| words.is_any(at, COURTROOM) && !is_heard(at) || is_defender(words, at);
    let mut accusers = (0..words.tokens.len()).filter(|&at| words.has(at, Class::Accuser)).peekable();
    accusers.peek().is_some() && accusers.all(is_idle)
}

/// "His lawyer", "Moss's solicitor".
fn is_defender(words: Words<'_>, at: usize) -> bool {
    const DEFENDERS: &[&str] = &["advocate", "attorney", "barrister", "counsel", "lawyer", "lawyers", "solicitor"];
    words.is_any(at, DEFENDERS)
        && (words.has(at.wrapping_sub(1), Class::Possessive) || words.is_any(at.wrapping_sub(1), &["'s", "’s"]))
}

/// "His lawyer said he had nothing to hide": the only one of a court that the block names speaks for the accused.
fn is_only_defended(story: &Story, block: usize) -> bool {
    let words = story.words_at(story.blocks[block].span);
    let mut accusers = (0..words.tokens.len()).filter(|&at| words.has(at, Class::Accuser)).peekable();
    accusers.peek().is_some() && accusers.all(|at| is_defender(words, at))
}

/// Whether the block before names one who accuses, a charge, or what a court heard: an inquiry, a lawyer and a police
/// pursuit accuse nobody.
fn names_accuser(story: &Story, block: usize) -> bool {
    const IDLE: &[&str] = &[
        "appeal",
        "attorney",
        "bail",
        "barrister",
        "civil",
        "coroner",
        "counsel",
        "defence",
        "defense",
        "hearing",
        "inquest",
        "inquiries",
        "inquiry",
        "investigation",
        "investigations",
        "justice",
        "lawyer",
        "lawyers",
        "probe",
        "regulator",
        "regulators",
        "solicitor",
        "witness",
        "witnesses",
    ];
    const OF_POLICE: &[&str] = &[
        "budget", "car", "cars", "cell", "chase", "dog", "dogs", "minister", "pursuit", "pursuits", "station", "union",
        "van",
    ];
    let words = story.words_at(story.blocks[block].span);
    (0..words.tokens.len()).any(|at| {
        let is_of_police = words.is(at, "police") && words.is_any(at + 1, OF_POLICE);
        words.has(at, Class::Accuser) && !words.is_any(at, IDLE) && !is_of_police
    })
}

/// "Nobody has been charged", "who has not been charged", "forms no part of the indictment": the one word of accusing that
/// the block has says that there is no accuser.
fn is_uncharged(story: &Story, block: usize) -> bool {
    const NEAR: usize = 4;
    const APART: &[&[&str]] = &[
        &["no", "part", "of", "the"],
        &["not", "part", "of", "the"],
        &["not", "covered", "by", "the"],
        &["not", "named", "in", "the"],
        &["not", "included", "in", "the"],
        &["outside", "the"],
    ];
    let words = story.words_at(story.blocks[block].span);
    let mut accusers = (0..words.tokens.len()).filter(|&at| words.has(at, Class::Accuser));
    let (Some(charged), None) = (accusers.next(), accusers.next()) else { return false };
    let is_denied = |at: usize| {
        words.is_any(at, &["nobody", "never", "not", "n't", "n’t", "yet"]) || words.run_is(at, &["no", "one"])
    };
    if APART.iter().any(|run| charged.checked_sub(run.len()).is_some_and(|start| words.run_is(start, run))) {
        return true;
    }
    words.is_any(charged, &["charged", "arrested", "accused"])
        && words.is(charged.wrapping_sub(1), "been")
        && (charged.saturating_sub(NEAR)..charged).any(is_denied)
}

/// Whether the block speaks of a court or the police, and not only of somebody who judges or charges.
fn names_court(story: &Story, block: usize) -> bool {
    const COURT: &[&str] = &[
        "court",
        "trial",
        "defendant",
        "defendants",
        "prosecutor",
        "prosecutors",
        "prosecution",
        "police",
        "lawsuit",
        "indicted",
        "verdict",
        "sentenced",
        "guilty",
        "convicted",
        "attorney",
        "lawyer",
        "lawyers",
        "inquest",
        "arrested",
    ];
    names_any(story, block, COURT)
}

/// Whether the block has an accuser, and one of `words`.
fn names_any(story: &Story, block: usize, words: &[&str]) -> bool {
    let span = story.blocks[block].span;
    let text = story.text_of(span);
    story.block_has(block, Class::Accuser) && story.tokens_in(span).iter().any(|token| is_one_of(token.of(text), words))
}

/// Before whom somebody answers an accusation …
const DOCK: &[&str] = &["bail", "court", "courts", "guilty", "hearing", "magistrate", "magistrates", "prison"];

/// … and who helps there: none of them says what was done.
const BEFORE_COURT: &[&str] = &[
    "custody",
    "bail",
    "court",
    "courts",
    "guilty",
    "hearing",
    "lawyer",
    "lawyers",
    "attorney",
    "barrister",
    "solicitor",
    "counsel",
    "defence",
    "defense",
    "magistrate",
    "magistrates",
];

/// Who judges films and flowers, too.
const JUDGED: &[&str] = &["jury", "judge", "judges", "case", "appeal", "witness", "witnesses", "justice"];

/// Who claims a grant or damages …
const CLAIMING: &[&str] = &["claimant", "claimants"];

/// … and where it is damages.
const SUITS: &[&str] = &["court", "tribunal", "lawsuit", "lawsuits", "sued", "sues", "suing", "judge", "trial"];

/// What a trial is made of: once it is over, or only stands in the paragraph before, the next allegation is not its.
const TRIED: &[&str] = &[
    "jury",
    "judge",
    "court",
    "courts",
    "trial",
    "verdict",
    "guilty",
    "convicted",
    "sentenced",
    "testified",
    "testimony",
    "witness",
    "witnesses",
    "lawyer",
    "lawyers",
    "attorney",
    "defence",
    "defense",
    "counsel",
    "hearing",
    "appeal",
    "justice",
    "case",
    "investigators",
];

/// Whether the block has an accuser whose word may hold beyond it.
fn still_accuses(story: &Story, block: usize) -> bool {
    names_other(story, block, TRIED) || !is_tried(story)
}

/// Whether somebody has been convicted: the trial is over, and what is alleged beside it was not tried there.
fn is_tried(story: &Story) -> bool {
    (0..story.blocks.len()).filter(|&block| story.block_has(block, Class::Accuser)).any(|block| {
        let words = story.words_at(story.blocks[block].span);
        (0..words.tokens.len()).any(|at| {
            words.is_any(at, &["convicted", "jailed", "sentenced"]) || words.is(at, "guilty") && has_found(words, at)
        })
    })
}

/// "Found the builder guilty".
fn has_found(words: Words<'_>, guilty: usize) -> bool {
    words.is_any(guilty.wrapping_sub(1), &["pleaded", "pled"])
        || (1..6).any(|back| words.is(guilty.wrapping_sub(back), "found"))
}

/// Whether the block has a word of accusing that is none of `words`.
fn names_other(story: &Story, block: usize, words: &[&str]) -> bool {
    let span = story.blocks[block].span;
    let text = story.text_of(span);
    story.block_has(block, Class::Accuser)
        && story.tokens_in(span).iter().any(|token| token.is(Class::Accuser) && !is_one_of(token.of(text), words))
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

    fn may_speak(block: Alone<'_>) -> bool {
        const ALLEGED: WordList = WordList::of(&["allegedly", "alleged"]);
        block.role().is_prose() && block.mentions().vocabulary.may_hold_listed(&ALLEGED)
    }

    fn is_silent(&self) -> bool {
        self.0.is_empty()
    }
}

/// "allegedly", and "alleged" before what is alleged; "alleged that" is somebody's verb.
fn alleged_words(block: Alone<'_>, sentence: Span) -> impl Iterator<Item = Span> {
    let text = block.text();
    let tokens = block.tokens_in(sentence);
    let is_word = move |token: &Token, word: &str| is_same_word(token.of(text), word);
    let is_adjective = move |at: usize| {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        // "The alleged victim": so a court calls somebody until it has decided.
        let is_victim = tokens
            .get(at + 1)
            .is_some_and(|next| is_one_of(next.of(text), &["victim", "victims", "offence", "offense"]));
        // "Is alleged to have taken bribes".
        let is_passive = || {
            let follows =
                |on: usize, words: &[&str]| tokens.get(at + on).is_some_and(|next| is_one_of(next.of(text), words));
            // "In Mr Pell's book she is alleged to have …": the book says so.
            let is_written = || tokens[..at].iter().any(|token| token.is(Class::Document));
            before.is_some_and(|before| before.is(Class::Be))
                && follows(1, &["to"])
                && follows(2, &["have", "be"])
                && !is_written()
        };
        // "The bullying, it is alleged, went on", "it is alleged that it went on", "over alleged thefts".
        let is_aside = || {
            before.is_some_and(|before| before.is(Class::Be))
                && at.checked_sub(2).is_some_and(|it| is_word(&tokens[it], "it"))
                && tokens.get(at + 1).is_some_and(|next| matches!(next.of(text), "," | "that"))
        };
        let is_plain = || {
            before.is_some_and(|before| before.is(Class::Preposition))
                && tokens.get(at + 1).is_some_and(|next| next.of(text).ends_with('s'))
        };
        is_word(&tokens[at], "alleged") && !is_victim && (is_aside() || is_plain())
            || is_word(&tokens[at], "alleged") && is_passive()
            || is_word(&tokens[at], "alleged")
                && !is_victim
                && (before.is_some_and(|before| before.is(Class::Determiner)) || at == 0 && opens_deed(tokens, text))
    };
    // "Alleged bullying of young swimmers lies behind it".
    let found = (0..tokens.len()).filter(move |&at| is_word(&tokens[at], "allegedly") || is_adjective(at));
    found.map(|at| tokens[at].span).filter(move |&span| !block.is_quoted(span))
}

/// "Alleged bullying", "Alleged thefts": a deed behind the first word of its sentence, and nobody who is called so.
fn opens_deed(tokens: &[Token], text: &str) -> bool {
    tokens.get(1).is_some_and(|next| {
        let word = next.of(text);
        word.ends_with("ing")
            || word.ends_with('s') && !next.classes.has_any(&[Class::RoleNoun, Class::Trade, Class::Group])
    })
}
