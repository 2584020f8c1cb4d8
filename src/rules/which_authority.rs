//! Whether one of the authorities that a story calls on in general is named.

use memchr::memmem;

use super::authority::JUDGES;
use super::written::{WRITTEN, is_in_journal, is_paper, names_paper};
use crate::extract::{Attribution, SourceKind};
use crate::language::{Class, Token, is_one_of};
use crate::story::{POINTING_BACK, Story};
use crate::text::Span;

/// Whether somebody or something in the story answers "which ones?".
pub(super) struct Answers<'a> {
    story: &'a Story,
    /// The sentences in which a person speaks who is called one of those who know; read when first asked for.
    experts: Option<Vec<usize>>,
}

impl<'a> Answers<'a> {
    pub(super) fn new(story: &'a Story) -> Self {
        Self { story, experts: None }
    }

    /// Whether one of those whom `words` mean is named: beside the group, in what follows or, if called so, anywhere.
    pub(super) fn are_given(&mut self, words: &str, sentence: usize) -> bool {
        let story = self.story;
        let experts = self.experts.get_or_insert_with(|| {
            // Few paragraphs hold a word for one who knows.
            let may_tell = |block| story.block_has(block, Class::Authority) || story.block_has(block, Class::Trade);
            let people = story.attributions.iter().filter(|attribution| is_person(attribution));
            let people = people.filter(|attribution| may_tell(attribution.block));
            people.map(|attribution| attribution.sentence).collect()
        });
        experts.iter().any(|&speaks| calls_one(story, speaks, words) && answers(story, speaks, sentence))
            || self.is_answered(words, sentence)
            || is_paper(words) && names_paper(story, sentence)
            || is_in_journal(story, sentence)
    }

    /// Whether one of them is named beside the group or in what follows.
    fn is_answered(&self, words: &str, sentence: usize) -> bool {
        let story = self.story;
        let block = story.sentences[sentence].block;
        let is_judge = JUDGES.contains(&words);
        let first = story.attributions.partition_point(|other| other.sentence + 1 < sentence);
        let near = story.attributions[first..].iter();
        let mut follows = true;
        for other in near.take_while(|other| other.block <= block + 1) {
            let Some(source) = other.source else { continue };
            let is_named = !matches!(source.kind, SourceKind::Group | SourceKind::Pronoun | SourceKind::Bare);
            // "Geologists say": opening its sentence, the group may look like a name, and does not answer for itself.
            let is_itself = other.sentence == sentence
                && (source.kind == SourceKind::Document
                    || story.text_of(source.head).eq_ignore_ascii_case(words)
                    || story.text_of(source.span).to_lowercase().ends_with(&format!("body of {words}")));
            // "The team's president, Chuck Ellery" is no critic of the team's.
            let is_expert = has_trade(story, other.sentence) || is_campaigner(story, other.sentence, words);
            if speaks_for_somebody(story, other.sentence) && !is_expert {
                continue;
            }
            // "The report calls it modest.", and in a paragraph of its own "Studies show": another matter.
            if is_paper(words) && other.block < block {
                continue;
            }
            // Behind the paragraph, only somebody with a name, who speaks first, can be one of them.
            let is_in_reach = match source.kind {
                SourceKind::Person if other.block == block => {
                    let head = story.text_of(source.head);
                    // "Studies show" beside a head teacher: she has her own eyes; "experts say" beside a grower: so has he.
                    let is_of_paper = !is_paper(words) || story.sentence_names(other.sentence, WRITTEN);
                    let is_same = || {
                        let place = story.sentences[other.sentence].span;
                        other.sentence == sentence || speaks_of(story, sentence, place)
                    };
                    let is_one = is_judge && is_same();
                    head.contains(' ') && is_of_paper && is_one
                        || can_know(story, other.sentence)
                        || has_been_introduced(story, head, sentence)
                }
                SourceKind::Person => {
                    // "Observers believe that Kerr has the numbers. Kerr said": who is judged is none of the judges.
                    let surname = story.text_of(source.head).rsplit(' ').next().unwrap_or_default();
                    let is_judged = story.text_of(story.sentences[sentence].span).contains(surname)
                        && story.sentence_names(sentence, &["believe", "expect", "predict", "say", "think"]);
                    let is_of_paper = !is_paper(words) || story.sentence_names(other.sentence, WRITTEN);
                    follows
                        && !is_judged
                        && is_of_paper
                        && (is_judge
                            && block < other.block
                            && speaks_of(story, sentence, story.blocks[other.block].span)
                            || !is_judge
                                && can_know(story, other.sentence)
                                && (has_trade(story, other.sentence)
                                    || speaks_of(story, sentence, story.blocks[other.block].span))
                            || has_been_introduced(story, story.text_of(source.head), sentence)
                            || is_campaigner(story, other.sentence, words))
                }
                // "It was found by an amateur": whoever finds a thing says nothing of it.
                // "The operator said": what a post said before is of those who know only where it is called so.
                SourceKind::Role => {
                    let is_one = story
                        .tokens_in(source.head)
                        .iter()
                        .any(|word| word.classes.has_any(&[Class::Authority, Class::Trade]));
                    other.block == block
                        && (is_one || sentence <= other.sentence)
                        && !story.text_of(other.cue).ends_with("found")
                }
                SourceKind::Document => is_paper(words) && is_paper(&story.text_of(source.head).to_lowercase()),
                _ => false,
            };
            if is_named && !is_itself && (other.sentence == sentence || is_in_reach) {
                return true;
            }
            follows &= other.block <= block;
        }
        false
    }
}

/// Whether what names somebody, a sentence or a paragraph, speaks of what the critics say: it shares a word with it, or points
/// back. "Critics say the dam was too high." is not answered by a baker who looks for his brother.
fn speaks_of(story: &Story, sentence: usize, behind: Span) -> bool {
    let told = telling_words(story, story.sentences[sentence].span);
    points_back(story, behind) || telling_words(story, behind).iter().any(|word| told.contains(word))
}

/// The words of a sentence or a paragraph that tell of something, in small letters.
fn telling_words(story: &Story, span: Span) -> Vec<String> {
    const SHORT: u32 = 3;
    let text = story.text_of(story.blocks[story.block_at(span.start)].span);
    let is_empty = |token: &Token| token.classes.has_any(&[Class::FunctionWord, Class::SpeechVerb]);
    let tokens = story.tokens_in(span).iter().filter(|token| SHORT < token.span.len() && !is_empty(token));
    tokens.map(|token| token.of(text).to_lowercase()).collect()
}

/// Whether the first word speaks of what stands before.
fn points_back(story: &Story, span: Span) -> bool {
    let opening = story.text_of(span).trim_start_matches(|mark: char| !mark.is_alphanumeric());
    is_one_of(opening.split([' ', ',']).next().unwrap_or_default(), POINTING_BACK)
}

/// "Digital experts agree. “It is,” Moss said": Ida Moss has been called one who may know further up.
fn has_been_introduced(story: &Story, surname: &str, before: usize) -> bool {
    // Behind a first name, in its sentence.
    let named_in = |at: usize| {
        let sentence = story.sentence_at(at as u32);
        let span = story.sentences[sentence].span;
        let opening = story.text.get(span.start as usize..at)?;
        let first = opening.trim_end().rsplit(' ').next().unwrap_or_default();
        let is_whole = at + surname.len() <= span.end as usize;
        (is_whole && !opening.is_empty() && first.starts_with(char::is_uppercase)).then_some(sentence)
    };
    let end = story.sentences.get(before).map_or(story.text.len(), |sentence| sentence.span.start as usize);
    !surname.contains(' ')
        && surname.starts_with(char::is_uppercase)
        && memmem::find_iter(&story.text.as_bytes()[..end], surname)
            .find_map(named_in)
            .is_some_and(|sentence| can_know(story, sentence))
}

/// "Strategists think so. “It is,” said Ida Moss, who was Marl's top adviser": who runs campaigns goes by many posts.
fn is_campaigner(story: &Story, sentence: usize, words: &str) -> bool {
    const POSTS: &[&str] = &["adviser", "advisor", "manager", "consultant", "pollster", "aide", "director", "chairman"];
    is_one_of(words, &["strategists", "operatives", "consultants", "insiders"]) && story.sentence_names(sentence, POSTS)
}

/// "Said the team's president", "its chief executive": who holds a post of somebody's speaks for them.
fn speaks_for_somebody(story: &Story, sentence: usize) -> bool {
    const REACH: usize = 3;
    let text = story.text_of(story.blocks[story.sentences[sentence].block].span);
    let tokens = story.tokens_in(story.sentences[sentence].span);
    let owns = |token: &Token| is_one_of(token.of(text), &["'s", "’s", "its", "their"]);
    tokens.iter().enumerate().any(|(at, token)| {
        owns(token)
            && tokens[at + 1..]
                .iter()
                .take(REACH)
                .any(|post| post.is(Class::RoleNoun) && !is_one_of(post.of(text), &["critic", "opponent", "rival"]))
    })
}

fn is_person(attribution: &Attribution) -> bool {
    attribution.source.is_some_and(|source| source.kind == SourceKind::Person)
}

/// Whether the sentence calls its speaker one of those whom `words` mean, and not all of them: "told analysts" names
/// nobody's trade. Any of them is an expert.
fn calls_one(story: &Story, sentence: usize, words: &str) -> bool {
    let text = story.text_of(story.blocks[story.sentences[sentence].block].span);
    let is_any = matches!(
        words,
        "experts"
            | "specialists"
            | "academics"
            | "researchers"
            | "scientists"
            | "studies"
            | "scholars"
            | "commentators"
            | "observers"
            | "pundits"
    );
    let mut tokens = story.tokens_in(story.sentences[sentence].span).iter();
    tokens.any(|token| {
        let word = token.of(text);
        let is_one = token.classes.has_any(&[Class::Authority, Class::Trade]) && !word.ends_with('s');
        is_one
            && (is_any && token.is(Class::Authority) || words.strip_suffix('s') == Some(word.to_lowercase().as_str()))
    })
}

/// Whether one who knows, in the sentence `speaks`, answers for those whom another calls on in general: in what follows, or
/// above, where it speaks of the same matter.
fn answers(story: &Story, speaks: usize, sentence: usize) -> bool {
    let block = story.sentences[speaks].block;
    story.sentences[sentence].block <= block || speaks_of(story, sentence, story.blocks[block].span)
}

/// Whether a sentence introduces its speaker by a trade in which one knows.
fn has_trade(story: &Story, sentence: usize) -> bool {
    let tokens = story.tokens_in(story.sentences[sentence].span);
    tokens.iter().enumerate().any(|(at, token)| {
        // "Told analysts": to whom somebody speaks says nothing of them.
        let is_told = at.checked_sub(1).is_some_and(|before| tokens[before].is(Class::Tell));
        token.classes.has_any(&[Class::Authority, Class::Trade]) && !is_told
    })
}

/// Whether a sentence introduces its speaker as somebody who may know: by a trade, a chair, or whose house it is.
fn can_know(story: &Story, sentence: usize) -> bool {
    const CHAIRS: &[&str] = &[
        "professor",
        "prof",
        "prof.",
        "dr",
        "dr.",
        "lecturer",
        "university",
        "college",
        "institute",
        "fellow",
        "author",
        "studies",
        "study",
        "laboratory",
        "centre",
        "center",
    ];
    let text = story.text_of(story.blocks[story.sentences[sentence].block].span);
    let tokens = story.tokens_in(story.sentences[sentence].span);
    let employs = |at: usize| {
        let leads = ["at", "of", "with", "for", "from"].contains(&tokens[at].of(text));
        leads && tokens.get(at + 1).is_some_and(|next| next.of(text).starts_with(char::is_uppercase))
    };
    let sits = |token: &Token| CHAIRS.contains(&token.of(text).to_lowercase().as_str());
    has_trade(story, sentence) || tokens.iter().any(sits) || (0..tokens.len()).any(employs)
}
