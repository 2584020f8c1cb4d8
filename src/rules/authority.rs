//! Authorities in general: "experts say", "research shows".

use crate::extract::{Attribution, AttributionKind, Mentions, SourceKind, SourceMention};
use crate::language::{Class, Token, TokenKind, Vocabulary, WordList, Words, is_one_of, is_same_word};
use crate::story::{Alone, Note, Placed, Story};
use crate::text::Span;

/// What is known in general, though nobody is called so.
pub(super) const KNOWLEDGE: &[&str] = &["research", "evidence", "surveys", "reports"];

/// Whom anybody can be one of.
pub(super) const JUDGES: &[&str] = &[
    "insiders",
    "campaigners",
    "critics",
    "pundits",
    "commentators",
    "observers",
    "detractors",
    "opponents",
    "proponents",
    "watchers",
    "activists",
    "sceptics",
    "skeptics",
    "supporters",
];

/// All of these, told from other words at a glance.
const KNOWING: [WordList; 2] = [WordList::of(KNOWLEDGE), WordList::of(JUDGES)];

/// The word for those who speak, if nothing else is said of them.
pub(super) fn vague_head(story: &Story, attribution: &Placed<Attribution>) -> Option<Span> {
    let source = attribution.source?;
    let is_crowd = matches!(source.kind, SourceKind::Group | SourceKind::Document) && attribution.via.is_none();
    if !is_crowd || !story.blocks[attribution.block].role.is_prose() {
        return None;
    }
    let head = story.tokens_in(source.head).last()?;
    let cue = story.tokens_in(attribution.cue);
    let block = story.text_of(story.blocks[attribution.block].span);
    let is_general = head.is(Class::Authority)
        || head.is(Class::Trade) && is_general(cue) && !is_single_deed(cue, block)
        || KNOWLEDGE.contains(&head.of(block))
            && cue.first().is_some_and(|word| word.of(block).eq_ignore_ascii_case("according"));
    if !is_general {
        return None;
    }
    // "A bill that critics called unfair" tells what a thing is called, not what holds.
    let is_label = cue.iter().any(|word| word.classes.has_any(&[Class::Call, Class::Accuse]));
    // "What caught the eye of many analysts shows …": the verb is another's.
    let is_others = cue.first().is_some_and(|word| word.is(Class::Third) && !word.is(Class::Base));
    let is_judge = JUDGES.contains(&story.text_of(source.head).to_lowercase().as_str());
    let claims = attribution.kind == AttributionKind::Speech || !is_judge && is_belief(story, attribution.cue);
    let is_led_to = attribution.cue.start < source.span.start;
    let is_shouted = story.text_of(source.head).chars().all(char::is_uppercase);
    let is_vague = !is_shouted
        && !is_somebodys(story, source.head, source.span.start)
        && claims
        && !is_label
        && !is_others
        && !is_described(story, &source, is_led_to);
    is_vague.then_some(source.head)
}

/// Whether a cue of thinking gives what is thought as knowledge: hopes are the group's own, and so is the taste of critics.
fn is_belief(story: &Story, cue: Span) -> bool {
    let words = story.text_of(cue).to_lowercase();
    ["believe", "think", "agree", "expect", "predict", "fear", "doubt", "reckon", "feel"]
        .iter()
        .any(|verb| words.contains(verb))
}

/// Whether a verb group is of all times: "say", "have long warned".
fn is_general(group: &[Token]) -> bool {
    group.first().is_some_and(|verb| verb.is(Class::Have) || verb.is(Class::Base) && !verb.is(Class::Past))
}

/// "Economists polled by the bank", "critics of the plan", "its own researchers", "seven analysts", "Brae scientists".
///
/// `is_led_to` where the cue stands before it: a comma then ends it ("according to experts, …").
fn is_described(story: &Story, source: &SourceMention, is_led_to: bool) -> bool {
    let block = story.blocks[story.block_at(source.span.start)].span;
    let text = story.text_of(block);
    let own = story.tokens_in(source.span);
    let opens = story.sentences[story.sentence_at(source.span.start)].span.start == source.span.start;
    let behind = story.tokens_in(Span::new(source.span.end, block.end.max(source.span.end)));
    let is_ended = is_led_to
        && behind.first().is_some_and(|mark| mark.of(text) == ",")
        && !behind.get(1).is_some_and(|next| next.is(Class::Relative));
    own.iter().enumerate().any(|(at, token)| tells_whose(token, text, at == 0 && opens))
        || !is_ended && is_tied(behind, text)
}

/// Whose people they are: "council engineers", "army doctors".
const EMPLOYERS: &[&str] = &[
    "army",
    "bank",
    "borough",
    "city",
    "club",
    "company",
    "council",
    "county",
    "court",
    "department",
    "factory",
    "government",
    "harbour",
    "hospital",
    "military",
    "ministry",
    "museum",
    "navy",
    "police",
    "prison",
    "railway",
    "school",
    "state",
    "town",
    "union",
    "university",
];

/// Whether a word says which ones are meant.
fn tells_whose(token: &Token, text: &str, is_first: bool) -> bool {
    let word = token.of(text);
    token.classes.has_any(&[Class::Preposition, Class::Possessive, Class::NumberWord])
        || word.eq_ignore_ascii_case("the")
        || word.eq_ignore_ascii_case("these")
        || word.starts_with(|letter: char| letter.is_ascii_digit())
        || word.eq_ignore_ascii_case("other")
        || word.len() > 1 && word.chars().all(char::is_uppercase)
        || is_one_of(word, EMPLOYERS)
        || (!is_first && word.starts_with(char::is_uppercase))
}

/// Whether the words behind the group describe it.
fn is_tied(behind: &[Token], text: &str) -> bool {
    behind.first().is_some_and(|next| {
        let ties = [Class::Preposition, Class::Relative, Class::Ing];
        next.classes.has_any(&ties) || [",", "(", "–", "—"].contains(&next.of(text)) || is_reduced(next, behind, text)
    })
}

/// "Analysts polled by …": a participle that describes, and no verb.
fn is_reduced(next: &Token, behind: &[Token], text: &str) -> bool {
    let is_done_by = next.of(text).ends_with("ed") && behind.get(1).is_some_and(|second| second.of(text) == "by");
    is_done_by || next.is(Class::Participle) && behind.get(1).is_some_and(|second| second.is(Class::Preposition))
}

/// Words that may stand before an authority that opens its sentence, beside adjectives.
const SOME: &[&str] = &["many", "most", "some", "several", "all", "few"];

/// How many words may stand between the sentence's first and its authority: "many leading health experts".
const LEADING: usize = 6;

/// How the sentences of a block open, as far as it tells alone.
struct Openings {
    /// The authorities, each with the number of its sentence in the block.
    leads: Vec<(Span, usize)>,
    agreed: Vec<Span>,
    /// "Many" of "many believe".
    many: Option<Span>,
}

impl Note for Openings {
    fn read(block: Alone<'_>) -> Self {
        if !block.role().is_prose() {
            return Self { leads: Vec::new(), agreed: Vec::new(), many: None };
        }
        let Mentions { sentences, vocabulary, .. } = block.mentions();
        let lead = |(number, &sentence): (usize, &Span)| Some((lead(block, sentence)?, number));
        let agreed = |&sentence: &Span| {
            agreed_by_nobody(block, sentence)
                .or_else(|| in_opinion(block, sentence))
                .or_else(|| consensus(block, sentence))
        };
        Self {
            leads: sentences.iter().enumerate().filter(|_| may_lead(vocabulary)).filter_map(lead).collect(),
            many: sentences.first().and_then(|&sentence| many_believe(block, sentence)),
            agreed: sentences.iter().filter(|_| may_agree(vocabulary)).filter_map(agreed).collect(),
        }
    }

    fn may_speak(block: Alone<'_>) -> bool {
        let vocabulary = &block.mentions().vocabulary;
        block.role().is_prose()
            && (may_lead(vocabulary) || may_agree(vocabulary) || vocabulary.may_hold_listed(&BELIEVERS))
    }

    fn is_silent(&self) -> bool {
        self.leads.is_empty() && self.agreed.is_empty() && self.many.is_none()
    }
}

/// Whether a paragraph with these words can hold an authority that opens a sentence.
fn may_lead(vocabulary: &Vocabulary) -> bool {
    vocabulary.has(Class::Authority)
        || vocabulary.has(Class::Trade)
        || KNOWING.iter().any(|words| vocabulary.may_hold_listed(words))
}

/// Whether it can call something agreed.
fn may_agree(vocabulary: &Vocabulary) -> bool {
    const AGREED: [WordList; 3] = [WordList::of(WIDELY), WordList::of(OPINIONS), WordList::of(HELD_BY_MANY)];
    AGREED.iter().any(|words| vocabulary.may_hold_listed(words))
}

/// Those who believe.
const BELIEVERS: WordList = WordList::of(&["many", "some"]);

/// In whose opinion something is so.
const OPINIONS: &[&str] = &["opinion", "view", "judgement", "judgment", "estimation", "reckoning", "eyes"];

/// What many hold.
const HELD_BY_MANY: &[&str] = &["belief", "consensus", "expectation", "fear", "feeling", "suspicion", "view", "wisdom"];

/// How something is agreed.
const WIDELY: &[&str] = &["widely", "generally", "commonly", "universally", "broadly", "often"];

/// The authorities in general that open sentences, each with its sentence, in order.
pub(super) fn leads(story: &Story) -> Vec<(Span, usize)> {
    let mut leads = Vec::new();
    for (number, openings) in story.noted::<Openings>() {
        let (start, first) = (story.blocks[number].span.start, story.sentences_of(number).start);
        let placed = openings.leads.iter().map(|&(head, sentence)| (head.shifted(start), first + sentence));
        leads.extend(
            placed.filter(|&(head, sentence)| !is_somebodys(story, head, story.sentences[sentence].span.start)),
        );
    }
    leads
}

/// What the story calls agreed, by nobody: the words up to the participle, in order.
pub(super) fn agreed(story: &Story) -> impl Iterator<Item = Span> {
    story.noted().flat_map(move |(number, openings): (usize, &Openings)| {
        openings.agreed.iter().map(move |words| words.shifted(story.blocks[number].span.start))
    })
}

/// What many believe, at the head of a paragraph, where nobody who is many has been spoken of, in order.
pub(super) fn believed(story: &Story) -> impl Iterator<Item = Span> {
    story.noted().filter_map(|(number, Openings { many, .. })| {
        let many = many.as_ref()?.shifted(story.blocks[number].span.start);
        let last = story.blocks.len().min(number + 2);
        let mut near = (number..last).flat_map(|block| story.attributions_of(block));
        let is_answered = near.any(|said| {
            said.source.is_some_and(|source| {
                matches!(source.kind, SourceKind::Person | SourceKind::Pronoun | SourceKind::Role)
            })
        });
        (!is_answered).then_some(many)
    })
}

/// "Many believe the fire was no accident".
fn many_believe(block: Alone<'_>, sentence: Span) -> Option<Span> {
    const BELIEVE: &[&str] = &["believe", "think", "suspect", "fear", "say", "argue"];
    let words = Words { text: block.text(), tokens: block.tokens_in(sentence) };
    let many = usize::from(words.is_any(0, &["but", "yet", "and"]));
    // "Many in the trade think".
    let is_placed = words.is_any(many + 1, &["in", "at", "on"]) && words.is(many + 2, "the") && words.is_word(many + 3);
    let qualified = if is_placed { 3 } else { usize::from(words.is_any(many + 1, &["still", "now", "here"])) };
    let verb = many + 1 + qualified;
    let is_claim = words.is_listed(many, &BELIEVERS) && words.is_any(verb, BELIEVE);
    (is_claim && !block.is_quoted(words.tokens[many].span)).then(|| words.span(many, verb + 1))
}

/// "Many doctors believe", "Research has shown", "Campaigners and experts agree": the authority that opens a sentence
/// and holds of all times, whatever it does: says, shows, links, calls. Whether a name says whose is left open.
fn lead(block: Alone<'_>, sentence: Span) -> Option<Span> {
    let (text, tokens) = (block.text(), block.tokens_in(sentence));
    if let Some(evidence) = growing_evidence(block, tokens) {
        return Some(evidence);
    }
    let first = past_body(tokens, text, usize::from(tokens.first()?.is(Class::Coordinator)));
    // "Campaigners and experts agree": the verb is behind the last of them.
    let leads_on = |at: usize| tokens.get(at + 1).is_some_and(|next| is_same_word(next.of(text), "and"));
    let head =
        (first..tokens.len().min(first + LEADING)).find(|&at| is_authority(&tokens[at], text) && !leads_on(at))?;
    let may_lead = |at: usize| {
        let word = tokens[at].of(text);
        let is_plain = at == first || !word.starts_with(char::is_uppercase);
        let is_other =
            tokens[at].classes.has_any(&[Class::Determiner, Class::Preposition, Class::Pronoun, Class::Possessive]);
        let is_verb = tokens[at].classes.has_any(&[Class::Be, Class::Have, Class::Modal]);
        let is_plain = is_plain && !is_other && !is_verb && tokens[at].kind == TokenKind::Word;
        is_one_of(word, SOME) || is_plain && !tells_whose(&tokens[at], text, at == first) || is_same_word(word, "and")
    };
    let verb = verb_behind(&tokens[head + 1..])? + head + 1;
    let span = tokens[head].span;
    // "Doctors write on paper" tells what they do.
    let is_by_hand =
        tokens[verb].of(text) == "write" && tokens.get(verb + 1).is_none_or(|next| next.of(text) != "that");
    let is_claim = (first..head).all(may_lead)
        && !is_by_hand
        && !block.is_quoted(span)
        && claims(&tokens[verb..], text)
        && !(tokens[head].is(Class::Trade) && is_single_deed(&tokens[verb..], text));
    is_claim.then_some(span)
}

/// "There is growing evidence that": the word, where no more is said of it.
fn growing_evidence(block: Alone<'_>, tokens: &[Token]) -> Option<Span> {
    const GROWING: &[&str] = &["growing", "mounting", "increasing", "strong", "ample", "good", "overwhelming", "new"];
    let text = block.text();
    let [there, is, growing, evidence, that, ..] = tokens else { return None };
    let is_meant = there.of(text) == "There"
        && is.is(Class::Be)
        && GROWING.contains(&growing.of(text))
        && evidence.of(text) == "evidence"
        && that.of(text) == "that";
    // "A growing body of research links the dye to asthma."
    let is_body = tokens.get(2..5).is_some_and(|words| words[0].of(text) == "body" && words[1].of(text) == "of")
        && GROWING.contains(&is.of(text))
        && matches!(that.of(text), "evidence" | "research" | "studies" | "work");
    let span = if is_body { that.span } else { evidence.span };
    ((is_meant || is_body) && !block.is_quoted(span)).then_some(span)
}

/// "Clinton strategists": a name that opens the sentence says whose.
fn is_somebodys(story: &Story, head: Span, start: u32) -> bool {
    let name = story.names.partition_point(|name| name.span.start < start);
    story
        .names
        .get(name)
        .is_some_and(|name| name.span.start == start && start < head.start && name.span.end <= head.end)
}

/// Behind "a growing body of".
fn past_body(tokens: &[Token], text: &str, first: usize) -> usize {
    const BODIES: &[&str] = &["body", "wealth", "host", "mountain", "number", "series"];
    let body = (first + 1..tokens.len().min(first + 4)).find(|&at| BODIES.contains(&tokens[at].of(text)));
    body.filter(|&body| tokens.get(body + 1).is_some_and(|of| of.of(text) == "of")).map_or(first, |body| body + 2)
}

fn is_authority(token: &Token, text: &str) -> bool {
    let is_many = token.classes.has_any(&[Class::Authority, Class::Trade]) && token.of(text).ends_with(['s', 'S']);
    is_many || KNOWING.iter().any(|words| words.has(token, text))
}

/// Where the verb group begins: right behind, or behind "long", "now", "also".
fn verb_behind(tokens: &[Token]) -> Option<usize> {
    tokens.iter().take(3).position(|token| !token.is(Class::Adverb))
}

/// "Doctors have told three of the singers": only "have long warned" is of all times.
fn is_single_deed(group: &[Token], text: &str) -> bool {
    group.first().is_some_and(|have| have.is(Class::Have)) && !group.iter().take(3).any(|word| word.of(text) == "long")
}

/// Whether a verb group says of all times that something is so.
fn claims(group: &[Token], text: &str) -> bool {
    const TIES: &[&str] = &[
        "links",
        "linked",
        "link",
        "tied",
        "tie",
        "established",
        "establishes",
        "credited",
        "hailed",
        "praised",
        "criticised",
        "criticized",
        "questioned",
        "dismissed",
    ];
    const CLAIMS: &[Class] = &[Class::Say, Class::Show, Class::Tell, Class::Call, Class::Accuse];
    let is_claim = |verb: &Token| {
        let word = verb.of(text);
        let thinks = [
            "accept", "agree", "believe", "consider", "doubt", "expect", "fear", "feel", "foresee", "know", "predict",
            "reckon", "regard", "see", "think", "thought",
        ];
        verb.classes.has_any(CLAIMS) || TIES.contains(&word) || thinks.iter().any(|stem| word.starts_with(stem))
    };
    let Some(first) = group.first() else { return false };
    if first.is(Class::Have) && first.of(text) != "had" {
        let verb = group.iter().skip(1).find(|token| !token.is(Class::Adverb) && !token.of(text).ends_with("ly"));
        return verb.is_some_and(|verb| !verb.is(Class::Base) && is_claim(verb));
    }
    // "Studies link", "experts put".
    let is_plain = matches!(first.of(text), "link" | "tie" | "put" | "rank");
    is_plain || (first.is(Class::Base) && !first.is(Class::Past) || first.is(Class::Third)) && is_claim(first)
}

/// "In the opinion of economists": the words up to those who hold it.
fn in_opinion(block: Alone<'_>, sentence: Span) -> Option<Span> {
    const OPINION: WordList = WordList::of(OPINIONS);
    let text = block.text();
    let tokens = block.tokens_in(sentence);
    let at = tokens.windows(4).position(|run| {
        let [link, the, opinion, of] = run else { return false };
        // Asked first: hardly any word is one of these.
        OPINION.may_have(opinion.trace)
            && is_one_of(link.of(text), &["in", "on"])
            && the.of(text) == "the"
            && OPINIONS.contains(&opinion.of(text))
            && of.of(text) == "of"
    })?;
    let holders = &tokens[at + 4..];
    let head = holders.iter().take(3).position(|token| is_authority(token, text))?;
    let is_plain = holders[..head].iter().all(|token| !tells_whose(token, text, false));
    let ends = holders.get(head + 1).is_none_or(|next| next.kind != TokenKind::Word);
    let span = holders[head].span;
    (is_plain && ends && !block.is_quoted(span)).then(|| tokens[at].span.to(span))
}

/// "The consensus among bankers is that", "the feeling in the trade is that": the words up to "is".
fn consensus(block: Alone<'_>, sentence: Span) -> Option<Span> {
    const LONGEST: usize = 8;
    let words = Words { text: block.text(), tokens: block.tokens_in(sentence) };
    let is_led = words.is(0, "the") && words.is_any(1, HELD_BY_MANY) && words.is_any(2, &["among", "in", "on", "of"]);
    let is_that = (4..LONGEST).find(|&at| words.run_is(at, &["is", "that"])).filter(|_| is_led)?;
    let span = words.span(0, is_that);
    let names = (3..is_that).any(|at| words.is_capitalized(at));
    (!names && !block.is_quoted(span)).then_some(span)
}

/// "It is widely accepted that": the words up to the participle.
fn agreed_by_nobody(block: Alone<'_>, sentence: Span) -> Option<Span> {
    const AGREED: &[&str] = &[
        "accepted",
        "acknowledged",
        "agreed",
        "argued",
        "assumed",
        "believed",
        "considered",
        "expected",
        "feared",
        "felt",
        "held",
        "known",
        "recognised",
        "recognized",
        "thought",
        "understood",
    ];
    let text = block.text();
    let [it, is, widely, agreed, that, rest @ ..] = block.tokens_in(sentence) else { return None };
    // "It is widely acknowledged by engineers that".
    let by_many = that.of(text) == "by" && rest.first().is_some_and(|who| is_authority(who, text));
    let span = it.span.to(agreed.span);
    let is_meant = it.of(text) == "It"
        && is.is(Class::Be)
        && WIDELY.contains(&widely.of(text))
        && AGREED.contains(&agreed.of(text))
        && (that.of(text) == "that" || by_many);
    (is_meant && !block.is_quoted(span)).then_some(span)
}
