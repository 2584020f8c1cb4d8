//! Which figures need no source because anybody can look them up.

use rust_decimal::Decimal;

use super::background::is_past_event;
use super::beside::Beside;
use super::described::is_description;
use super::found_before::{is_convicts, is_of_share_price};
use super::gauged::{is_few_of_all, is_going_rate};
use super::granted::is_granted;
use super::grave::is_toll;
use super::history::is_history;
use super::off_record::{is_off_record, is_proportion};
use super::polled::is_method;
use super::returns;
use super::tally::is_rest_of_whole;
use super::worded::answers;
use crate::extract::{Figure, FigureKind};
use crate::language::{Class, Words};
use crate::story::{Placed, Story};

/// How many words away a word of public record may stand from the figure that it speaks of:
/// "the shares closed at 612 pence, up 5.1%".
const REACH: usize = 8;

/// Whether the figure is on public record, tells of the past or only says how big something is.
pub(super) fn is_on_record(story: &Story, figure: &Placed<Figure>, latest_year: Option<i16>) -> bool {
    let beside = Beside::of(story, figure);
    *answers(story, figure).method.get_or_init(|| is_method(story, figure, &beside))
        || is_history(story, figure, latest_year)
        || returns::is_return(story, figure)
        || is_toll(story, figure)
            && (is_past_event(story, figure, &beside)
                || is_put_at(story, figure, &beside)
                || is_somebodys_count(&beside))
        || story.sentence_has(figure.sentence, Class::CourtRecord) && !is_tally_of_courts(figure)
        || is_convicts(story, figure, &beside)
        || !is_toll(story, figure)
            && (is_stated(story, figure, &beside)
                || follows_stated(story, figure) && !is_rest_of_whole(figure, &beside)
                || is_market_move(story, figure, &beside)
                || is_of_share_price(story, figure, &beside))
        || is_description(story, figure)
}

/// "Since then 640 people have been jailed under it": so many, no one court has sent down, and somebody has counted.
fn is_tally_of_courts(figure: &Figure) -> bool {
    const LEAST: u32 = 50;
    const PEOPLE: &[&str] = &["person", "man", "woman", "child", "activist", "journalist", "protester", "teenager"];
    // "Handed out 310,000 parking fines"
    const PAPERS: &[&str] = &["fine", "penalty", "summons", "ticket"];
    figure.kind == FigureKind::Count
        && Decimal::from(LEAST) <= figure.value
        && figure
            .unit
            .as_ref()
            .is_some_and(|unit| PEOPLE.contains(&unit.head.as_str()) || PAPERS.contains(&unit.head.as_str()))
}

/// What somebody or something has put on record.
fn is_stated(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    *answers(story, figure).stated.get_or_init(|| {
        is_public(story, figure)
            || is_election(story, figure, beside)
            || is_of_accounts(story, figure)
            || says_stated(figure, beside)
    }) || counts_delegates(story, figure)
}

/// "Has spent $500,000 on TV ads", "has $1.3 million in the bank": what campaigns spend and hold, they file.
fn is_spent_on_air(figure: &Figure, beside: &Beside<'_>) -> bool {
    const ADS: &[&str] = &["ad", "ads", "advertising", "advertisements", "airtime", "pac", "commercials"];
    const SPENT: &[&str] = &["spent", "spend", "spending", "spends", "bought", "reserved", "booked"];
    let is_held = beside.has_run(&["in", "the", "bank"])
        && beside.has(&["candidate", "compared", "challenger", "opponent", "rival"]);
    figure.kind == FigureKind::Money && (is_held || beside.has(ADS) && beside.has(SPENT))
}

/// "A bursar who took £4,000 has been sent to prison", "was found guilty of defrauding clients of $32 million", "was told to
/// pay costs of £86,000", "won £87,500 at a tribunal": a court has found so.
fn is_ruled(beside: &Beside<'_>) -> bool {
    let is_sent = || beside.has(&["sent"]) && (beside.has_run(&["to", "prison"]) || beside.has_run(&["to", "jail"]));
    let is_found = || beside.has_run(&["found", "guilty"]) && beside.has_before(12, &["guilty"]);
    let is_costs = || beside.has(&["costs"]) && beside.has_run(&["to", "pay"]) && beside.has(&["told", "ordered"]);
    let is_ordered = || ["pay", "repay", "refund"].iter().any(|pays| beside.has_run(&["ordered", "to", pays]));
    let is_award = || beside.has(&["tribunal"]) && beside.has_before(2, &["won", "awarded"]);
    is_sent() || is_found() || is_costs() || is_ordered() || is_award()
}

/// "Under sections 420 and 468 of the code": numbers of a law, which count nothing.
fn is_of_law(beside: &Beside<'_>) -> bool {
    beside.has_before(5, &["section", "sections", "article", "articles", "clauses", "paragraphs"])
        && beside.words.is_any(beside.first.wrapping_sub(1), &["and", "or", ",", "section", "article"])
        && beside.words.run_is(beside.behind, &["of", "the"])
}

/// Whether the words of its sentence alone say that somebody or something has put the figure on record.
fn says_stated(figure: &Figure, beside: &Beside<'_>) -> bool {
    is_official(beside)
        || is_posted_rate(beside)
        || is_signed(beside)
        || is_voted(figure, beside)
        || is_imposed(beside)
        || is_dealt(figure, beside)
        || is_nations(beside)
        || is_bought(figure, beside)
        || is_traded(figure, beside)
        || is_disclosed(figure, beside)
        || is_watched(figure, beside)
        || is_gate(figure, beside)
        || is_of_census(figure, beside)
        || is_income(figure, beside)
        || is_innings(figure, beside)
        || is_campaign_quarter(figure, beside)
        || is_spent_on_air(figure, beside)
        || is_ruled(beside)
        || is_of_law(beside)
        || is_committed(figure, beside)
        || is_defined(beside)
        || is_granted(beside)
}

/// "The railway's toll of 31 dead and 40 injured": the words say whose count it is.
fn is_somebodys_count(beside: &Beside<'_>) -> bool {
    const REACH: usize = 8;
    let words = beside.words;
    let is_owned = |count: usize| {
        words.is_any(count, &["toll", "tally"])
            && words.is(count + 1, "of")
            && words.is_any(count.wrapping_sub(1), &["'s", "’s"])
            && (count + 2..beside.lead).all(|at| !words.has(at, Class::Be) && !words.has(at, Class::Have))
    };
    (2..REACH).any(|back| is_owned(beside.lead.wrapping_sub(back)))
}

/// "(1 crore = 10 million)": what a unit is.
fn is_defined(beside: &Beside<'_>) -> bool {
    beside.has(&["="])
}

/// "The bank has committed $5 million", "as part of the deal, the guild put in $10 million": who gives it says so.
fn is_committed(figure: &Figure, beside: &Beside<'_>) -> bool {
    const DEALS: &[&str] = &["deal", "settlement", "agreement", "bargain", "accord"];
    const FILED: &[&str] = &["adopted", "agreed", "announced", "approved", "filed", "lodged", "published", "submitted"];
    let words = beside.words;
    let is_part = words.run_is(0, &["as", "part", "of"]) && (3..6).any(|at| words.is_any(at, DEALS));
    // "Under an agreement published in July".
    let is_under = (0..words.tokens.len()).any(|at| {
        let is_paper = |at: usize| {
            words.is_any(at, DEALS) || words.is(at, "contract") || words.is(at, "plan") && words.is_any(at + 1, FILED)
        };
        words.is(at, "under") && (1..4).any(|on| is_paper(at + on))
    });
    let is_deal = is_part || is_under;
    // "The maker had earlier guided to $90 million": what a company tells its investors to expect.
    let is_guided =
        words.is_any(beside.lead.wrapping_sub(1), &["to", "for"]) && words.is(beside.lead.wrapping_sub(2), "guided");
    // "The deal includes 640 solar panels": what those who signed it have put down.
    let includes = (1..beside.first).any(|at| {
        words.is_any(at, DEALS) && words.is_any(at + 1, &["includes", "include", "covers", "provides", "sets"])
    });
    if is_guided || includes {
        return true;
    }
    matches!(figure.kind, FigureKind::Money | FigureKind::Rate)
        && (beside.has_before(4, &["committed", "commits", "committing"]) || is_deal)
}

/// "A bank snapped up the mill for $3 million": what a thing changed hands for stands in the deed.
fn is_bought(figure: &Figure, beside: &Beside<'_>) -> bool {
    const BOUGHT: &[&str] = &["bought", "purchased", "sold", "acquired", "scooped", "snapped", "auctioned"];
    figure.kind == FigureKind::Money
        && beside.words.is(beside.lead.wrapping_sub(1), "for")
        && (0..beside.first).any(|at| beside.words.is_any(at, BOUGHT))
}

/// "Both stocks are trading at a low, down about 30 percent since May": what a screen shows.
fn is_traded(figure: &Figure, beside: &Beside<'_>) -> bool {
    // "The crown fell 0.4 percent against the dollar"
    let is_currency =
        || ["dollar", "euro", "pound", "yen"].iter().any(|coin| beside.has_run(&["against", "the", coin]));
    figure.kind == FigureKind::Percentage
        && (is_index(beside)
            || is_currency()
            || (0..beside.first).any(|at| beside.words.is_any(at, &["stocks", "stock", "shares"]))
                && beside.has(&["trading", "traded"])
            || beside.words.is_any(0, &["shares", "stock"]) && is_moved(beside, MARKET))
}

/// Whether a verb of the market, or one with "by", leads to the figure: "shares in the mill fell by 5% to 228p".
fn is_moved(beside: &Beside<'_>, moves: &[&str]) -> bool {
    let last = beside.lead.wrapping_sub(1);
    let verb = if beside.words.is(last, "by") { last.wrapping_sub(1) } else { last };
    beside.words.is_any(verb, moves)
}

/// What shares do in a day of trading.
const MARKET: &[&str] = &[
    "closed", "climbed", "dropped", "ended", "fell", "gained", "jumped", "lost", "plunged", "rose", "shed", "slid",
    "slipped", "slumped", "surged", "tumbled",
];

/// "Moss still holds 12 percent", "a compensation package of $5.7 million": a company's filings have who owns it and
/// what it pays those who run it.
fn is_disclosed(figure: &Figure, beside: &Beside<'_>) -> bool {
    const HOLD: &[&str] = &["holds", "hold", "holding", "owns", "own", "owned"];
    const FIRMS: &[&str] = &[
        "airline", "bank", "business", "chain", "club", "company", "equity", "firm", "group", "it", "maker", "paper",
        "shares", "stock", "team", "venture",
    ];
    let before = beside.lead.wrapping_sub(1);
    // "Foreign buyers own 14 percent of flats in the town": no company, of which somebody files who owns it.
    let of = beside.behind + 1;
    let is_of_firm = !beside.words.is(beside.behind, "of")
        || (of..of + 4).any(|at| beside.words.is_any(at, FIRMS) || beside.words.is_capitalized(at));
    let is_held = figure.kind == FigureKind::Percentage
        && beside.words.is_any(before, HOLD)
        && is_of_firm
        && !beside.has_behind(4, &["vote", "votes", "voters", "poll", "polls"]);
    let is_pay = figure.kind == FigureKind::Money
        && (beside.has_before(5, &["compensation"]) || beside.has_behind(4, &["compensation"]))
        && !beside.has_run(&["compensation", "fund"])
        // "Will have to pay 75 million euros in compensation" is what a wrong costs, and nobody's salary.
        && !beside.has_run(&["in", "compensation"]);
    is_held || is_pay
}

/// "The main index lost 0.4 percent", "a 22 percent premium to Friday's close": what the exchange shows.
fn is_index(beside: &Beside<'_>) -> bool {
    const MOVED: &[&str] =
        &["lost", "gained", "fell", "rose", "shed", "added", "slipped", "climbed", "dropped", "ended", "closed"];
    let words = beside.words;
    let index =
        (0..beside.first).find(|&at| words.is(at, "index") && !words.is_any(at.wrapping_sub(1), &["price", "prices"]));
    let is_moved = index.is_some_and(|index| words.is_any(index + 1, MOVED));
    let is_premium = (0..4).any(|on| {
        let noun = beside.behind + on;
        words.is_any(noun, &["premium", "discount"]) && words.is_any(noun + 1, &["to", "over", "on"])
    });
    is_moved || is_premium && beside.has(&["close", "closing", "price", "shares", "share"])
}

/// "A 3-1 win, watched by 9,412", "in front of 9,412 at Skelby Road": they came through a gate that counts.
fn is_gate(figure: &Figure, beside: &Beside<'_>) -> bool {
    const GAMES: &[&str] =
        &["beat", "defeat", "defeated", "draw", "drew", "game", "lost", "match", "victory", "win", "won"];
    let before = beside.lead.wrapping_sub(1);
    let is_led = beside.words.run_is(before.wrapping_sub(1), &["watched", "by"])
        || beside.words.run_is(before.wrapping_sub(2), &["in", "front", "of"]);
    figure.kind == FigureKind::Count && is_led && beside.has(GAMES)
}

/// "Tigers chase 287", "set 287 in 50 overs", "the pair put on 143", "the Kings' 286 for eight": runs on the scoreboard.
fn is_innings(figure: &Figure, beside: &Beside<'_>) -> bool {
    const CRICKET: &[&str] = &["overs", "wicket", "wickets", "innings", "unbeaten", "stumps", "batsman", "bowler"];
    let words = beside.words;
    let before = beside.lead.wrapping_sub(1);
    let is_chased = words.is_any(before, &["chase", "chased", "chasing"]);
    let is_stand =
        words.run_is(before.wrapping_sub(1), &["put", "on"]) || words.run_is(before.wrapping_sub(1), &["stand", "of"]);
    let is_for = words.is(beside.behind, "for") && words.has(beside.behind + 1, Class::NumberWord);
    figure.kind == FigureKind::Count && words.is_any(before, &["unbeaten"])
        || figure.kind == FigureKind::Count
            && figure.unit.is_none()
            && (is_chased || is_stand || is_for || beside.has(CRICKET))
}

/// "Worth £2,100 to a driver on £60,000", "a household on £50,000": an income taken as an example.
fn is_income(figure: &Figure, beside: &Beside<'_>) -> bool {
    const EARNERS: &[&str] =
        &["household", "family", "couple", "earner", "someone", "anyone", "somebody", "person", "adult"];
    let words = beside.words;
    let on = beside.lead.wrapping_sub(1);
    let who = on.wrapping_sub(1);
    let is_one = words.is_any(who, EARNERS)
        || words.has(who, Class::RoleNoun) && words.is_any(who.wrapping_sub(1), &["a", "an", "each", "any"]);
    matches!(figure.kind, FigureKind::Money | FigureKind::Rate) && words.is(on, "on") && is_one
}

/// "Carrig, pop 4,120 at the last census": the census has counted them.
fn is_of_census(figure: &Figure, beside: &Beside<'_>) -> bool {
    const NEAR: usize = 6;
    let words = beside.words;
    let census = (beside.behind..beside.behind + NEAR).find(|&at| words.is(at, "census"));
    let is_at = |census: usize| (beside.behind..census).any(|at| words.is_any(at, &["at", "in", "by"]));
    figure.kind == FigureKind::Count && census.is_some_and(is_at)
}

/// "The Health Agency is monitoring 310 sailors": who keeps watch keeps count.
fn is_watched(figure: &Figure, beside: &Beside<'_>) -> bool {
    const WATCHES: &[&str] = &["mailing", "monitoring", "recalling", "reviewing", "sending", "tracking"];
    const SENDS: &[&str] = &["mailing", "sending"];
    const SENT: usize = 10;
    let words = beside.words;
    // "Is sending its long survey to more than 3 million households".
    let is_sent = words.is(beside.lead.wrapping_sub(1), "to");
    let sends = (2..SENT).map(|back| beside.lead.wrapping_sub(back)).find(|&at| is_sent && words.is_any(at, SENDS));
    let verb = sends.unwrap_or(beside.lead.wrapping_sub(1));
    figure.kind == FigureKind::Count
        && (sends.is_some() || words.is_any(verb, WATCHES))
        && words.has(verb.wrapping_sub(1), Class::Be)
        && (0..verb).any(|at| words.is_capitalized(at) && 0 < at)
}

/// "Her haul in the second quarter, $4 million", "had raised $9 million by the end of May": campaigns file it.
fn is_campaign_quarter(figure: &Figure, beside: &Beside<'_>) -> bool {
    const TAKEN: &[&str] = &[
        "coffers",
        "contributed",
        "donated",
        "collected",
        "raised",
        "raise",
        "raising",
        "haul",
        "fundraising",
        "fund-raising",
        "spent",
        "took",
    ];
    const CAMPAIGNS: &[&str] = &[
        "campaign",
        "candidate",
        "candidates",
        "candidacy",
        "pac",
        "pacs",
        "haul",
        "fundraising",
        "fund-raising",
        "nominee",
        "race",
        "donors",
    ];
    let words = beside.words;
    let is_period = |at: usize| {
        words.is(at, "quarter")
            || words.run_is(at, &["end", "of"]) && (words.has(at + 2, Class::Time) || words.is(at + 2, "May"))
            || words.run_is(at, &["last", "month"])
            || words.run_is(at, &["first", "half"])
            || words.is(at, "in") && words.is_capitalized(at + 1) && words.has(at + 1, Class::Time)
    };
    let is_race = beside.has(&["reelection"]) || beside.has_run(&["re", "-", "election"]);
    // "Has given more than $9 million to his campaign".
    let is_own = (0..4)
        .map(|on| beside.behind + on)
        .any(|to| words.is(to, "to") && words.has(to + 1, Class::Possessive) && words.is(to + 2, "campaign"));
    let is_given = is_own && beside.has_before(5, &["given", "gave", "lent", "loaned"]);
    let is_taken = beside.has(TAKEN) && beside.has(CAMPAIGNS);
    figure.kind == FigureKind::Money && (is_given || is_taken && (is_race || (0..words.tokens.len()).any(is_period)))
}

/// "Voted by seven to four on Wednesday to allow 320 homes": what a vote decides is in its minutes.
///
/// So are the rates that "councillors agreed, by five votes to three", on.
fn is_voted(figure: &Figure, beside: &Beside<'_>) -> bool {
    const PASSED: &[&str] = &["adopted", "agreed", "approved", "backed", "endorsed", "passed", "voted"];
    const SET: &[FigureKind] = &[FigureKind::Money, FigureKind::Rate, FigureKind::Percentage];
    if SET.contains(&figure.kind) && beside.has(&["votes", "vote"]) && beside.has(&["to"]) && beside.has(PASSED) {
        return true;
    }
    let verb = (0..beside.first).find(|&at| beside.words.is(at, "voted"));
    let is_decided = |at: usize| beside.words.is(at, "to") && beside.words.has(at + 1, Class::Base);
    verb.is_some_and(|verb| (verb + 1..beside.first).any(is_decided))
}

/// "A letter signed by 200 mayors": the names stand beneath it.
fn is_signed(beside: &Beside<'_>) -> bool {
    beside.words.run_is(beside.lead.wrapping_sub(2), &["signed", "by"])
}

/// "A $14 billion bill levied by the Union": whoever imposes it is named.
fn is_imposed(beside: &Beside<'_>) -> bool {
    (0..6).any(|on| {
        let verb = beside.behind + on;
        beside.words.is_any(verb, &["levied", "imposed"]) && beside.words.is(verb + 1, "by")
    })
}

/// What a market deals in, and what a bid for a company offers, stands on screens and in the offer.
fn is_dealt(figure: &Figure, beside: &Beside<'_>) -> bool {
    const MARKETS: &[&str] =
        &["interbank", "overnight", "cd", "cds", "money-market", "bullion", "ounce", "barrel", "bushel"];
    // "Prices have climbed to $46 a barrel": of what, no exchange says.
    const DEALT: &[&str] =
        &["brent", "crude", "exchange", "futures", "gold", "market", "markets", "oil", "opec", "silver"];
    const BIDS: &[&str] = &["offer", "offers", "bid", "tender", "takeover"];
    const HOLDINGS: &[&str] = &["share", "shares", "shareholders", "preferential", "preference", "convertible"];
    let is_price = matches!(
        figure.kind,
        FigureKind::Money | FigureKind::Rate | FigureKind::Percentage | FigureKind::Points | FigureKind::Share
    );
    let is_goods = || is_going_rate(beside) && beside.has(&["barrel", "bushel"]) && !beside.has(DEALT);
    is_price && beside.has(MARKETS) && !is_goods()
        || figure.kind == FigureKind::Money && beside.has(BIDS) && beside.has(HOLDINGS)
}

/// "The national debt has grown to $18 trillion", "the federal deficit": a nation's own books.
fn is_nations(beside: &Beside<'_>) -> bool {
    const BOOKS: &[&[&str]] = &[
        &["national", "debt"],
        &["federal", "debt"],
        &["federal", "deficit"],
        &["federal", "budget", "deficit"],
        &["national", "unemployment"],
        &["national", "average"],
        &["gross", "domestic", "product"],
    ];
    BOOKS.iter().any(|run| beside.has_run(run))
}

/// "Net income of 448 million on sales of 10.9 billion": a figure behind one on record in its sentence.
fn follows_stated(story: &Story, figure: &Placed<Figure>) -> bool {
    let figures = story.figures_of(figure.block);
    let behind = figures.partition_point(|other| other.number.start < figure.number.start);
    let before = figures[..behind].iter().rev().take_while(|other| other.sentence == figure.sentence);
    // "Against 7.3 million the year before": a bare number goes on in the unit of the one before it.
    let goes_on = |other: &Figure| other.kind == figure.kind || figure.unit.is_none();
    before.filter(|other| goes_on(other)).any(|other| is_stated(story, other, &Beside::of(story, other)))
}

/// "The official unemployment rate is 4.7 percent": the word says whose figure it is.
fn is_official(beside: &Beside<'_>) -> bool {
    beside.has_before(6, &["official"])
}

/// "Cut its base rate to 10 percent": what a bank posts.
fn is_posted_rate(beside: &Beside<'_>) -> bool {
    const BANKED: &[&str] = &[
        "main",
        "key",
        "cash",
        "refinancing",
        "base",
        "interest",
        "lending",
        "discount",
        "mortgage",
        "prime",
        "repo",
        "policy",
    ];
    let words = beside.words;
    (1..=6)
        .map(|back| beside.first.wrapping_sub(back))
        .any(|at| words.is_any(at, &["rate", "rates"]) && words.is_any(at.wrapping_sub(1), BANKED))
}

/// "Fell $1.25, or 1.4 percent, to $88.95": how the price of a share is told.
fn is_market_move(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    let index = || story.figures.partition_point(|other| other.number.start < figure.number.start);
    let is_price = |at: usize| {
        story.figures.get(at).is_some_and(|other| {
            other.sentence == figure.sentence
                && other.kind == FigureKind::Money
                && other.value < Decimal::from(HIGHEST_SHARE)
        })
    };
    figure.kind == FigureKind::Percentage
        && beside.words.is(beside.first.wrapping_sub(1), "or")
        && is_price(index().wrapping_sub(1))
        && is_price(index() + 1)
}

/// Few shares cost more.
const HIGHEST_SHARE: u32 = 10_000;

/// What happens in public, stands on a label or is set by somebody's own deed: such a word stands close by.
fn is_public(story: &Story, figure: &Placed<Figure>) -> bool {
    let has = |class| story.has_near(figure.number, REACH, class);
    let is_money = matches!(figure.kind, FigureKind::Money | FigureKind::Rate);
    // "Outside groups have spent another $40 million on the race", "prices have dropped 18 percent" are no results.
    // "Metres" are run, and a river rises by them.
    let is_told = matches!(figure.kind, FigureKind::Percentage | FigureKind::Measure);
    let is_seen = !is_money && !is_told && has(Class::Contest);
    // "The clean-up has been priced at £38m" is somebody's estimate, and no label.
    let beside = Beside::of(story, figure);
    let is_estimate = beside.words.run_is(beside.first.wrapping_sub(3), &["been", "priced", "at"]);
    // "A record 5,400 people" are on no record.
    let is_most = beside.words.is(beside.first.wrapping_sub(1), "record");
    // "Was doing 118km/h where the limit is 60": the limit is posted, and what somebody did is not.
    let is_off_limits = beside.has_run(&["where", "the", "limit"]);
    has(Class::PublicRecord) && !is_most && !is_off_record(&beside) && !is_proportion(figure, &beside)
        // "Only three of the 19 promised shelters have been built": what was promised is public, what came of it is not.
        || has(Class::PublicDeed) && !are_doers(figure, &beside) && !is_few_of_all(&beside) && !is_rest_of_whole(figure, &beside) && !is_off_limits
        || is_seen
        || is_money && (has(Class::Price) && !is_estimate && !is_going_rate(&beside) || is_adopted(&beside))
}

/// "At least 38 universities have announced redundancies": so many did it, each in public, and somebody has counted them.
fn are_doers(figure: &Figure, beside: &Beside<'_>) -> bool {
    const NEAR: usize = 4;
    let words = beside.words;
    let helper = (beside.behind..beside.behind + NEAR).find(|&at| words.has(at, Class::Have));
    figure.kind == FigureKind::Count && helper.is_some_and(|helper| words.has(helper + 1, Class::PublicDeed))
}

/// "Supervisors adopted a budget of about $74 million": what a body has voted.
fn is_adopted(beside: &Beside<'_>) -> bool {
    beside.words.run_is(beside.lead.wrapping_sub(2), &["budget", "of"])
        && beside.has(&["adopted", "approved", "passed", "agreed", "endorsed"])
}

/// "The agency raised the death toll to 31. The number in hospital stands at 160": whoever puts a toll at a number
/// counts it, and what goes with it.
fn is_put_at(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    let before = figure.sentence.checked_sub(1).map(|before| story.sentences[before]);
    let told = before.filter(|sentence| sentence.block == figure.block).map(|sentence| story.tokens_in(sentence.span));
    let puts = |words: Words<'_>, end: usize| {
        const PUTS: &[&str] = &["raised", "raises", "increased", "increases", "revised", "lowered", "put", "puts"];
        let verb = (1..end).find(|&at| words.is_any(at, PUTS));
        verb.is_some_and(|verb| !words.has(verb - 1, Class::Be) && (verb..end).any(|at| words.is(at, "toll")))
    };
    puts(beside.words, beside.first)
        || told.is_some_and(|tokens| puts(Words { text: beside.words.text, tokens }, tokens.len()))
}

/// How many sentences of a paragraph go on with the returns that one before them gives.
const RETURNS: usize = 3;

/// Votes and delegates are counted in public: "won by 13 points", "568 delegates", "He now has 568."
fn is_election(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    let has = |class| story.sentence_has(figure.sentence, class);
    let won_by = figure.kind == FigureKind::Points && has(Class::Outcome) && beside.has_before(3, &["by"]);
    let won = figure.kind == FigureKind::Percentage && beside.has_before(2, &["won", "win", "winning"]);
    let told = figure.sentence.saturating_sub(RETURNS)..figure.sentence;
    let is_here = |sentence: &usize| story.sentences[*sentence].block == figure.block;
    let is_told = returns::speaks_of_vote(story, figure.sentence)
        || told.filter(is_here).any(|before| returns::speaks_of_vote(story, before));
    // "Moss won with 80 percent of the vote. Ek pulled almost 60 percent next door."
    let polled = figure.kind == FigureKind::Percentage && beside.has_before(3, &["pulled", "got", "getting", "polled"]);
    // "Moss won the seat with 9,114 votes. Ek had 8,870."
    let had = figure.kind == FigureKind::Count
        && figure.unit.is_none()
        && beside.has_before(1, &["had", "got", "took", "polled", "received"]);
    // "Ek was third with 9,877."
    let placed = figure.kind == FigureKind::Count
        && beside.has_before(2, &["with"])
        && beside.has_before(5, &["second", "third", "fourth", "fifth", "last"]);
    won_by
        || won
        || is_told && placed
        || is_told && (polled || had)
        || is_count_of_votes(figure, beside)
        || is_told && has(Class::Outcome) && has_result_kind(figure)
}

/// "Rejected by 59.6 percent of voters", "with 99 percent of precincts reporting", "it takes 2,383 to win".
fn is_count_of_votes(figure: &Figure, beside: &Beside<'_>) -> bool {
    const CAST: &[&str] = &["vote", "votes", "voters", "electorate", "precincts"];
    const DECIDED: &[&str] = &["rejected", "approved", "passed", "carried", "backed", "endorsed", "precincts"];
    let is_part = matches!(figure.kind, FigureKind::Percentage | FigureKind::Share);
    let went_by = figure.kind == FigureKind::Points
        && beside.has(&["went"])
        && beside.words.is(beside.lead.wrapping_sub(1), "by");
    let is_hurdle = beside.words.run_is(beside.behind, &["to", "win"]);
    let is_turnout = figure.kind == FigureKind::Percentage && beside.has(&["turnout"]);
    // "In the caucuses 34,000 people supported Moss."
    let is_caucus = beside.has(&["caucus", "caucuses", "primary", "primaries", "referendum", "runoff"]);
    let went_to_vote = figure.kind == FigureKind::Count
        && (beside.has_behind(3, &["caucused", "voted"])
            || is_caucus && beside.has_behind(3, &["supported", "backed", "chose", "picked"]));
    // "Her surplus of 114 went to Lund, who was elected on the fourth count."
    let is_passed_on = || {
        beside.words.run_is(beside.lead.wrapping_sub(2), &["surplus", "of"])
            && beside.has(&["count", "elected", "quota", "transfers"])
    };
    // "Turnout was highest at the mill, where 412 of 560 on the register came out to vote."
    let is_on_roll =
        || beside.has(&["register", "registered", "electorate"]) && beside.has(&["turnout", "vote", "voted", "votes"]);
    went_to_vote
        || is_passed_on()
        || is_on_roll()
        || is_part && beside.has_behind(4, CAST) && beside.has(DECIDED)
        || went_by
        || is_hurdle
        || is_turnout
}

fn has_result_kind(figure: &Figure) -> bool {
    matches!(
        figure.kind,
        FigureKind::Count | FigureKind::Percentage | FigureKind::Points | FigureKind::Share | FigureKind::Score
    )
}

/// "He now has 568. Cruz has 370 delegates": a bare count among sentences that speak of delegates.
fn counts_delegates(story: &Story, figure: &Placed<Figure>) -> bool {
    let speaks = |sentence: usize| {
        story.sentences.get(sentence).is_some_and(|near| {
            let text = story.text_of(near.span);
            let reach = usize::from(figure.unit.is_none());
            near.block.abs_diff(figure.block) <= reach && (text.contains("delegate") || text.contains("electoral vote"))
        })
    };
    figure.kind == FigureKind::Count
        && (speaks(figure.sentence)
            || figure.unit.is_none() && (speaks(figure.sentence.wrapping_sub(1)) || speaks(figure.sentence + 1)))
}

/// "Net profit of 3.2 million in fiscal 1986", "posted revenues of $40 million": a company files its accounts.
fn is_of_accounts(story: &Story, figure: &Placed<Figure>) -> bool {
    const FILED: &[&str] = &["net", "pretax", "pre-tax", "fiscal", "posted", "audited", "operating"];
    matches!(figure.kind, FigureKind::Money | FigureKind::Percentage | FigureKind::Rate)
        && story.has_near(figure.number, REACH, Class::Accounts)
        && story.sentence_names(figure.sentence, FILED)
}
