//! Which figures of a story stand in a list that it names: a ranking, or what campaigns have filed.

use super::on_record::is_toll;
use super::sourced::Family;
use crate::draft::Role;
use crate::extract::Figure;
use crate::language::{Words, is_one_of};
use crate::story::{Alone, Note, Placed, Story};
use crate::text::Span;

/// What a chart, a rich list or a league table ranks, it also counts: "It took $3 million and entered the chart".
pub(super) fn is_ranked(story: &Story, figure: &Placed<Figure>) -> bool {
    let sentence = story.sentences[figure.sentence].span;
    let block = story.blocks[figure.block].span;
    let head = story.headline().map(|head| head.span);
    Family::of(figure.kind) != Family::Parts
        && !is_toll(story, figure)
        && head.into_iter().chain([Span::new(block.start, sentence.end)]).any(|span| names_ranking(story, span))
}

/// Whether a ranking is spoken of within `span`, which lies in one block.
fn names_ranking(story: &Story, span: Span) -> bool {
    const KINDS: &[(&str, &[&str])] =
        &[("list", &["rich", "power"]), ("lists", &["rich", "power"]), ("office", &["box"]), ("table", &["league"])];
    let text = story.text_of(story.blocks[story.block_at(span.start)].span);
    let words = Words { text, tokens: story.tokens_in(span) };
    let ranks = |at| {
        words.is_any(
            at,
            &["number", "top", "tops", "topped", "topping", "entered", "entry", "spot", "place", "ranks", "ranked"],
        )
    };
    let names = |at: usize| {
        words.is_any(at, &["chart", "charts", "ranking", "rankings", "lists"])
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
    !is_toll(story, figure) && Family::of(figure.kind) != Family::Parts && story.sentence_names(figure.sentence, BOOKED)
}

/// Whether the story goes by filings or disclosures, which anybody can look up: it speaks of them more than once,
/// or names campaign-finance reports or the commission to which campaigns make them.
pub(super) fn is_by_filings(story: &Story) -> bool {
    let flow = (0..story.blocks.len()).filter(|&block| story.blocks[block].role == Role::Paragraph);
    2 <= flow.map(|block| story.note::<Filings>(block).0).sum::<usize>()
}

/// In how many sentences a block speaks of filings.
struct Filings(usize);

impl Note for Filings {
    fn read(block: Alone<'_>) -> Self {
        const FILINGS: &[&str] = &["filings", "disclosures", "filing", "disclosure"];
        const CAMPAIGNS: &[&str] = &["Election Commission", "FEC ", "campaign-finance", "campaign finance"];
        if CAMPAIGNS.iter().any(|words| block.text().contains(words)) {
            return Self(2);
        }
        let mentions = block.mentions();
        let names = |span: Span| {
            let first = mentions.tokens.partition_point(|token| token.span.start < span.start);
            let words = mentions.tokens[first..].iter().take_while(|token| token.span.end <= span.end);
            words.into_iter().any(|token| is_one_of(token.of(block.text()), FILINGS))
        };
        // Few blocks have one, and only theirs are counted by sentences.
        let has_any = mentions.tokens.iter().any(|token| is_one_of(token.of(block.text()), FILINGS));
        Self(if has_any { mentions.sentences.iter().filter(|&&span| names(span)).count() } else { 0 })
    }
}
