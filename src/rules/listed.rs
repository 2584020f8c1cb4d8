//! Which figures of a story stand in a list that it names: a ranking, or what campaigns have filed.

use super::beside::Beside;
use super::family::Family;
use super::gauged::{is_let_by_measure, is_part_of_every};
use super::grave::is_toll;
use crate::draft::Role;
use crate::extract::{Figure, Mentions};
use crate::language::{Token, WordList, Words, is_one_of};
use crate::story::{Alone, Note, Placed, Story};
use crate::text::Span;

/// Whether the headline speaks of a ranking.
pub(super) fn is_by_ranking(story: &Story) -> bool {
    story.headline().is_some_and(|head| names_ranking(story, head.span))
}

/// What a chart, a rich list or a league table ranks, it also counts: "It took $3 million and entered the chart".
/// `is_by_ranking` where the whole story is of one.
pub(super) fn is_ranked(story: &Story, figure: &Placed<Figure>, is_by_ranking: bool) -> bool {
    let sentence = story.sentences[figure.sentence].span;
    let block = story.blocks[figure.block].span;
    // Few blocks name one at all.
    let may_be_named = story.note::<NamesRanking>(figure.block).0;
    let is_named = || may_be_named && names_ranking(story, Span::new(block.start, sentence.end));
    Family::of(figure.kind) != Family::Parts && (is_by_ranking || is_named()) && !is_toll(story, figure)
}

/// Whether a ranking is spoken of within `span`, which lies in one block.
fn names_ranking(story: &Story, span: Span) -> bool {
    let block = story.block_at(span.start);
    ranks(story.text_of(story.blocks[block].span), story.tokens_of(block, span))
}

/// Whether a block names a ranking anywhere.
struct NamesRanking(bool);

impl Note for NamesRanking {
    fn read(block: Alone<'_>) -> Self {
        Self(ranks(block.text(), &block.mentions().tokens))
    }
}

/// Whether the words speak of a ranking.
fn ranks(text: &str, tokens: &[Token]) -> bool {
    const KINDS: &[(&str, &[&str])] =
        &[("list", &["rich", "power"]), ("lists", &["rich", "power"]), ("office", &["box"]), ("table", &["league"])];
    const RANKS: WordList = WordList::of(&[
        "number", "top", "tops", "topped", "topping", "entered", "entry", "spot", "place", "ranks", "ranked",
    ]);
    const NAMES: WordList = WordList::of(&["chart", "charts", "ranking", "rankings", "lists"]);
    let words = Words { text, tokens };
    let ranks = |at| words.is_listed(at, &RANKS);
    let names = |at: usize| {
        words.is_listed(at, &NAMES)
            || KINDS.iter().any(|(noun, kinds)| words.is(at, noun) && words.is_any(at.wrapping_sub(1), kinds))
    };
    let all = || 0..words.tokens.len();
    all().any(names) && all().any(ranks)
}

/// What a campaign takes, spends and pays, in a story that goes by what campaigns have filed.
pub(super) fn is_filed(story: &Story, figure: &Placed<Figure>) -> bool {
    const BOOKED: &[&str] = &[
        "spent",
        "spend",
        "spending",
        "raised",
        "raising",
        "raise",
        "paid",
        "paying",
        "owed",
        "owes",
        "donated",
        "gave",
        "given",
        "giving",
        "contributed",
        "contributing",
        "contributions",
        "poured",
        "collected",
        "pulled",
        "returned",
        "refunded",
        "donors",
        "donations",
        "donation",
        "rent",
        "payroll",
    ];
    // "27 cents of every dollar spent in the valley", "shops now rent for $6 a square foot": a market's, and nobody's books.
    let is_markets = || {
        let beside = Beside::of(story, figure);
        is_part_of_every(&beside) || is_let_by_measure(&beside)
    };
    !is_toll(story, figure)
        && Family::of(figure.kind) != Family::Parts
        && story.sentence_names(figure.sentence, BOOKED)
        && !is_markets()
}

/// Whether the story goes by filings or disclosures, which anybody can look up: it speaks of them more than once,
/// or names campaign-finance reports or the commission to which campaigns make them.
pub(super) fn is_by_filings(story: &Story) -> bool {
    let flow = story.noted::<Filings>().filter(|(block, _)| story.blocks[*block].role == Role::Paragraph);
    2 <= flow.map(|(_, filings)| filings.0).sum::<usize>()
}

/// What campaigns file.
const FILINGS: WordList = WordList::of(&["filings", "disclosures", "filing", "disclosure"]);

/// Words without one of which nothing tells that it is campaigns that file.
const CAMPAIGN: WordList = WordList::of(&["election", "fec", "campaign"]);

/// In how many sentences a block speaks of filings.
struct Filings(usize);

impl Note for Filings {
    fn read(block: Alone<'_>) -> Self {
        // A bankruptcy filing opens no books.
        const OTHERS: &[&str] = &["bankruptcy", "court", "divorce", "patent"];
        const CAMPAIGNS: &[&str] = &["Election Commission", "FEC ", "campaign-finance", "campaign finance"];
        if CAMPAIGNS.iter().any(|words| block.text().contains(words)) {
            return Self(2);
        }
        let is_other = |before: Option<&Token>| before.is_some_and(|token| is_one_of(token.of(block.text()), OTHERS));
        let names = |words: &[Token]| {
            let mut filings = (0..words.len()).filter(|&at| FILINGS.has(&words[at], block.text()));
            filings.any(|at| !is_other(at.checked_sub(1).map(|before| &words[before])))
        };
        let Mentions { vocabulary, sentences, .. } = block.mentions();
        // Few blocks have one, and only theirs are counted by sentences.
        let counted = sentences.iter().filter(|&&span| names(block.tokens_in(span)));
        Self(if vocabulary.may_hold_listed(&FILINGS) { counted.count() } else { 0 })
    }

    fn may_speak(block: Alone<'_>) -> bool {
        let vocabulary = &block.mentions().vocabulary;
        vocabulary.may_hold_listed(&FILINGS) || vocabulary.may_hold_listed(&CAMPAIGN)
    }

    fn is_silent(&self) -> bool {
        self.0 == 0
    }
}
