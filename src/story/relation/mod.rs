//! Ties figures to one another: totals to their parts, repeats to the first mention.
//!
//! The modules beside this one say which figures stand in which relation; the solver alone decides
//! whether it holds. A relation is kept whether it holds or not, so that the ledger can show it.

mod age;
mod age_by_role;
mod age_headline;
mod aged_again;
mod ago;
mod alike;
mod allotted;
mod answers;
mod attributive;
mod balance;
mod bare_amount;
mod body;
mod both_right;
mod breakdown;
mod bullets;
mod by_trade;
mod called_by_age;
mod came_or_went;
mod change;
mod clauses;
mod compound;
mod conflict;
mod conversion;
mod counted_again;
mod counted_out;
mod currency;
mod dead_again;
mod dealt;
mod decades_off;
mod disclaimed;
mod each;
mod elapsed;
mod elsewhere;
mod enumerated;
mod excused;
mod founded;
mod from_to;
mod generic_again;
mod going_on;
mod group;
mod headline;
mod headline_alone;
mod headline_change;
mod headline_parts;
mod headline_slip;
mod held_group;
mod hours;
mod itemized;
mod items;
mod lasting;
mod late;
mod life;
mod line;
mod listed_form;
mod listed_next;
mod listed_short;
mod local;
mod lone_age;
mod loose;
mod looser_age;
mod magnitude;
mod manner;
mod margin;
mod mean;
mod measures;
mod misprint;
mod mixture;
mod multiple;
mod multiple_headline;
mod name_words;
mod named_as;
mod named_below;
mod named_dead;
mod named_sum;
mod namesakes;
mod of_today;
mod opened_closed;
mod or_share;
mod other_total;
mod owned;
mod people;
mod period;
mod poll;
mod precise;
mod presupposed;
mod presupposed_age;
mod product;
mod quoted_length;
mod quotient;
mod rate_again;
mod reach;
mod recalled;
mod record;
mod remainder;
mod repeat;
mod report;
mod roll;
mod row;
mod run_elsewhere;
mod scale;
mod scaled_product;
mod sequel;
mod share;
mod share_words;
mod side_named;
mod since_last;
mod singles;
mod sole;
mod solver;
mod spell;
mod stake;
mod standing;
mod survivors;
mod table;
mod table_told;
mod tally;
mod telling;
mod term_again;
mod term_headline;
mod thing;
mod time;
mod timed;
mod toll;
mod two_units;
mod unnamed_again;
mod unnamed_beside;
mod vote;
mod vote_headline;
mod voters;
mod whole;

pub use line::{Way, way_of};

use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{ClaimId, Placed, Relation, RelationKind, Story};
use crate::draft::Role;
use crate::extract::{Figure, FigureKind};
use local::BlockFigures;
use quotient::{Bounds, Outcome};
use row::Row;
use solver::{Part, Verdict};
use telling::Telling;

/// A figure with its claim, as the arithmetic sees it.
#[derive(Clone, Copy, Debug)]
struct Entry<'a> {
    claim: ClaimId,
    figure: &'a Placed<Figure>,
    /// The number as it is written: "$4.2 million".
    number: &'a str,
}

/// What the wording promises of a list of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Promise {
    /// Nothing ("including"): only parts that exceed the total contradict it.
    Open,
    /// A list of what may be other things, or may overlap: only a sum that all but is the total contradicts it.
    Near,
    /// A breakdown by its form: parts that add up to something near the total but not to it contradict it.
    Likely,
    /// All there is (a colon, "of which", a total row): any other sum contradicts the total.
    Complete,
}

/// A stated total and the figures that should add up to it.
#[derive(Clone, Debug)]
struct Tie<'a> {
    stated: &'a Entry<'a>,
    parts: Vec<Part<'a>>,
    promise: Promise,
}

impl Story {
    /// The arithmetic ties between figures, in the order of the stated figure.
    ///
    /// They are found when they are first asked for: whoever has other questions need not wait for them.
    pub fn relations(&self) -> &[Relation] {
        self.relations.get_or_init(|| find(self))
    }

    /// Whether somebody has asked for them.
    #[cfg(test)]
    pub(crate) fn knows_relations(&self) -> bool {
        self.relations.get().is_some()
    }
}

fn find(story: &Story) -> Vec<Relation> {
    let mut entries: Vec<Entry<'_>> = Vec::with_capacity(story.figures.len());
    let figures = story.figure_claims();
    entries.extend(figures.map(|(claim, _, figure)| Entry { claim, figure, number: story.text_of(figure.number) }));
    entries.sort_by_key(|entry| entry.figure.number);
    let blocks = local::by_block(story, &entries);
    let mut rows: Vec<Row<'_>> = Vec::with_capacity(blocks.iter().map(|block| block.local.rows.len()).sum());
    rows.extend(blocks.iter().flat_map(|block| row::noted(story, block)));
    let reports = report::noted(&blocks, &rows);
    let mut sums = Sums::default();
    sums.add(&breakdown::find(story, &blocks, &rows));
    sums.add(&sequel::find(&blocks, &rows));
    sums.add(&remainder::find(&rows));
    sums.add(&table::find(story, &entries, &rows));
    sums.add(&group::find(story, &reports));
    sums.add(&enumerated::find(&blocks, &rows));
    sums.add(&blocks.iter().flat_map(BlockFigures::records).collect::<Vec<Tie<'_>>>());
    let mut tellings: Vec<Telling<'_>> = Vec::with_capacity(entries.len());
    tellings.extend(blocks.iter().flat_map(|block| telling::noted(story, block)));
    let mut relations = repeat::find(&reports);
    let mut heads = headline::find(story, &tellings, &sums.stated);
    // "By five votes": a margin, and no side of the vote.
    let margin = vote_headline::find(story, &entries);
    let is_margin = |claim: ClaimId| margin.as_ref().is_some_and(|margin| margin.stated == claim);
    heads.retain(|head| !is_margin(head.stated) && !head.operands.iter().any(|&claim| is_margin(claim)));
    relations.extend(margin);
    let term = term_headline::find(story, &entries).into_iter().collect();
    relations.extend(unknown(term, &relations));
    relations.extend(unknown(heads, &relations));
    add_told_again(story, &entries, &tellings, &mut relations);
    let alone = headline_alone::find(story, &tellings, &relations);
    relations.extend(alone);
    relations.extend(vote::retold(story, &rows));
    relations.extend(poll::find(story, &blocks, &rows));
    sums.relations.retain(|sum| sum.holds || !other_total::is_meant(story, &entries, sum));
    relations.extend(sums.relations);
    relations.extend(toll::find(story, &reports));
    let survivors = survivors::find(story, &entries, &relations);
    relations.extend(survivors);
    relations.extend(unknown(dead_again::find(story, &reports), &relations));
    relations.extend(tally::find(story, &blocks, &entries));
    relations.extend(named_below::find(story, &entries));
    relations.extend(named_dead::find(story, &entries));
    relations.extend(held_group::find(story, &entries));
    relations.extend(unknown(term_again::find(story, &entries).into_iter().collect(), &relations));
    relations.extend(unknown(table_told::find(story, &entries), &relations));
    relations.extend(unknown(magnitude::find(story, &entries).into_iter().collect(), &relations));
    relations.extend(unknown(generic_again::find(story, &entries), &relations));
    relations.extend(unknown(quoted_length::find(story, &entries), &relations));
    let of_headline = multiple_headline::find(story, &entries);
    relations.extend(of_headline.filter(|it| is_first_of_kind(it, &relations)));
    add_counted_out(story, &entries, &mut relations);
    let mut balances = balance::find(story, &entries);
    balances.retain(|it| !relations.iter().any(|known| known.stated == it.stated));
    relations.extend(balances);
    let mut listed = listed_next::find(story, &entries);
    listed.extend(clauses::find(story, &entries));
    listed.extend(bullets::summed(story, &entries));
    listed.retain(|it| is_first_of_kind(it, &relations));
    relations.extend(listed);
    let short = listed_short::find(story, &entries, &relations);
    relations.extend(short);
    relations.extend(age::find(story, &entries));
    let of_headline = age_headline::find(story, &entries, &relations);
    relations.extend(of_headline);
    relations.extend(elapsed::find(story, &entries));
    relations.extend(timed::find(story, &entries));
    let ago = ago::find(story, &entries, &relations);
    relations.extend(ago);
    relations.extend(hours::find(story, &entries));
    relations.extend(founded::find(story, &entries));
    relations.extend(blocks.iter().flat_map(BlockFigures::relations));
    let mut products = scaled_product::find(story, &entries);
    products.retain(|it| is_first_of_kind(it, &relations));
    relations.extend(products);
    add_lengths(story, &entries, &mut relations);
    relations.extend(stake::find(story, &entries, &relations));
    let reaching = reach::find(story, &entries, &blocks, &relations);
    let is_summed = |relation: &Relation| {
        relation.kind == RelationKind::Repeat
            && !relation.holds
            && reaching.iter().any(|sum| {
                sum.kind == RelationKind::Sum
                    && sum.stated == relation.stated
                    && relation.operands.iter().any(|claim| sum.operands.contains(claim))
            })
    };
    relations.retain(|relation| !is_summed(relation));
    relations.extend(reaching);
    both_right::leave_out(story, &entries, &mut relations);
    let way = reach::way_of_headline(story, &entries);
    relations.extend(way.filter(|it| is_first_of_kind(it, &relations)));
    let of_headline = headline_change::find(story, &entries, &relations);
    relations.extend(of_headline);
    excused::leave_out(story, &entries, &blocks, &mut relations);
    add_by_numbers(story, &entries, &tellings, &mut relations);
    singles::leave_out(story, &mut relations);
    precise::hold(story, &mut relations);
    relations.sort_by_key(|relation| (relation.stated, relation.kind, relation.operands.first().copied()));
    relations
}

/// Adds what the story tells twice with different numbers, but for what is known of it already.
fn add_told_again(story: &Story, entries: &[Entry<'_>], tellings: &[Telling<'_>], relations: &mut Vec<Relation>) {
    type Find = fn(&Story, &[Telling<'_>]) -> Vec<Relation>;
    const FINDS: [Find; 9] = [
        conflict::swapped,
        compound::find,
        attributive::find,
        recalled::find,
        counted_again::find,
        scale::find,
        named_sum::find,
        alike::find,
        presupposed::find,
    ];
    relations.extend(conflict::find(story, tellings));
    for find in FINDS {
        let found = unknown(find(story, tellings), relations);
        relations.extend(found);
    }
    relations.retain(|relation| !is_accounted_for(story, relation));
    relations.extend(rate_again::find(story, entries));
}

/// "Five theatres, and a sixth is being built. … The six theatres": the text in between says why there are more.
fn is_accounted_for(story: &Story, relation: &Relation) -> bool {
    let figure = |claim: &ClaimId| {
        let figure = story.figure_of(*claim)?;
        let is_text = matches!(story.blocks[figure.block].role, Role::Paragraph | Role::ListItem);
        (figure.kind == FigureKind::Count && is_text).then_some(figure)
    };
    let both = relation.operands.first().and_then(figure).zip(figure(&relation.stated));
    !relation.holds
        && relation.kind == RelationKind::Repeat
        && both.is_some_and(|(one, two)| one.number < two.number && came_or_went::is_accounted_for(story, one, two))
}

/// Adds the numbers that parts told one by one do not make. What they make is a sum, also where they were listed as things.
fn add_counted_out(story: &Story, entries: &[Entry<'_>], relations: &mut Vec<Relation>) {
    let mut told = counted_out::find(story, entries);
    let is_settled = |known: &Relation| match known.kind {
        RelationKind::Sum => true,
        RelationKind::Count => known.holds,
        _ => false,
    };
    told.retain(|it| !relations.iter().any(|known| known.stated == it.stated && is_settled(known)));
    let is_sum = |known: &Relation| told.iter().any(|it| it.stated == known.stated);
    relations.retain(|known| known.kind != RelationKind::Count || !is_sum(known));
    relations.extend(told);
}

/// Adds what the numbers themselves tell, whatever the words around them, of those that are not tied yet.
fn add_by_numbers(story: &Story, entries: &[Entry<'_>], tellings: &[Telling<'_>], relations: &mut Vec<Relation>) {
    let itemized = itemized::find(story, entries, relations);
    relations.extend(itemized);
    let shares = or_share::find(story, entries, relations);
    relations.extend(shares);
    let loose = loose::find(story, entries, relations);
    relations.extend(loose);
    loose::name_points(story, relations);
    let sole = sole::find(story, entries, relations);
    relations.extend(sole);
    measures::convert(story, relations);
    let of_headline = headline_slip::find(story, tellings, relations);
    relations.extend(of_headline);
    let misprints = unknown(misprint::find(story, entries, tellings, relations), relations);
    relations.extend(misprints);
}

/// Adds the lengths that two years let a reader check, each by the first that knows it.
fn add_lengths(story: &Story, entries: &[Entry<'_>], relations: &mut Vec<Relation>) {
    type Find = fn(&Story, &[Entry<'_>], &[Relation]) -> Vec<Relation>;
    const FINDS: [Find; 8] = [
        lasting::find,
        since_last::find,
        spell::find,
        opened_closed::find,
        run_elsewhere::find,
        late::find,
        from_to::find,
        decades_off::find,
    ];
    for find in FINDS {
        let found = find(story, entries, relations);
        relations.extend(found);
    }
    let mut in_two_units = two_units::find(story, entries);
    in_two_units.retain(|it| !relations.iter().any(|known| known.stated == it.stated && !known.holds));
    relations.extend(in_two_units);
}

/// Whether no relation of its kind is known of the figure that it states.
fn is_first_of_kind(found: &Relation, known: &[Relation]) -> bool {
    !known.iter().any(|known| known.stated == found.stated && known.kind == found.kind)
}

/// The repeats that no repeat found before ties already, in either direction.
fn unknown(repeats: Vec<Relation>, known: &[Relation]) -> Vec<Relation> {
    if repeats.is_empty() {
        return repeats;
    }
    let pairs: FxHashSet<(ClaimId, ClaimId)> =
        known.iter().filter_map(|relation| Some((*relation.operands.first()?, relation.stated))).collect();
    let is_new = |repeat: &Relation| {
        repeat
            .operands
            .first()
            .is_none_or(|&first| !pairs.contains(&(repeat.stated, first)) && !pairs.contains(&(first, repeat.stated)))
    };
    repeats.into_iter().filter(is_new).collect()
}

/// The sums found so far. Parts are added up once: who finds them first knows them best.
#[derive(Default)]
struct Sums {
    relations: Vec<Relation>,
    stated: FxHashSet<ClaimId>,
    /// The sums by their first operand.
    first: FxHashMap<ClaimId, usize>,
}

impl Sums {
    /// Adds what `ties` amount to.
    fn add(&mut self, ties: &[Tie<'_>]) {
        for relation in ties.iter().filter_map(Tie::settle) {
            if self.is_known(&relation) || !self.stated.insert(relation.stated) {
                continue;
            }
            self.first.extend(relation.operands.first().map(|&first| (first, self.relations.len())));
            self.relations.push(relation);
        }
    }

    /// Whether the relation's parts, or some of them, already make a sum.
    fn is_known(&self, relation: &Relation) -> bool {
        relation
            .operands
            .iter()
            .filter_map(|operand| self.first.get(operand))
            .any(|&known| self.relations[known].operands.iter().all(|part| relation.operands.contains(part)))
    }
}

impl<'a> Tie<'a> {
    /// The relation that the tie amounts to; `None` where the figures have nothing to do with each other.
    fn settle(&self) -> Option<Relation> {
        let sum = self.weigh()?;
        let holds = sum.verdict == Verdict::Fits;
        if !holds && (!self.contradicts(&sum) || self.has_crumb() || self.is_outgrown()) {
            return None;
        }
        Some(Relation {
            kind: RelationKind::Sum,
            cue: None,
            stated: self.stated.claim,
            operands: self.parts.iter().map(|part| part.entry.claim).collect(),
            beside: Vec::new(),
            low: sum.low,
            high: sum.high,
            printed: Some(sum.printed),
            complete: self.promise != Promise::Open,
            holds,
        })
    }

    /// "About £53,000 a plot, and £55m": a sum that is lost in the rounding of another is no part beside it.
    fn has_crumb(&self) -> bool {
        let is_money = self.stated.figure.kind == FigureKind::Money;
        let crumb = |part: &Part<'_>, other: &Part<'_>| {
            let interval = other.entry.figure.interval;
            let width = interval.high.zip(interval.low).map(|(high, low)| high - low);
            width.is_some_and(|width| part.entry.figure.value * Decimal::TWO < width)
        };
        is_money && self.parts.iter().any(|part| self.parts.iter().any(|other| crumb(part, other)))
    }

    /// "$1,000 for each adult and $400 for each child, to a limit of $2,800": what is far less than a part is no total.
    fn is_outgrown(&self) -> bool {
        let total = solver::amount(self.stated.figure);
        let most = total.saturating_mul(Decimal::TWO);
        let is_slip = |part: Decimal| part.checked_div(total).is_some_and(|ratio| Decimal::ONE_HUNDRED < ratio);
        let is_larger = |part: &Part<'_>| most < part.entry.figure.value && !is_slip(part.entry.figure.value);
        let is_money = self.stated.figure.kind == FigureKind::Money;
        // Of counts only all parts say so: "two people: one in Ayr and five in Troon" is a slip.
        is_money && self.parts.iter().any(is_larger) || 2 < self.parts.len() && self.parts.iter().all(is_larger)
    }

    /// The sum as the total wants it: "500 in the second and third" is 500 for each of them,
    /// but 500 for both where that fits.
    fn weigh(&self) -> Option<solver::Sum> {
        let each = solver::weigh(self.stated, &self.parts)?;
        if each.verdict == Verdict::Fits || self.parts.iter().all(|part| part.times == 1) {
            return Some(each);
        }
        let once: Vec<Part<'a>> = self.parts.iter().map(|part| Part { times: 1, ..*part }).collect();
        let both = solver::weigh(self.stated, &once).filter(|sum| sum.verdict == Verdict::Fits);
        Some(both.unwrap_or(each))
    }

    /// Whether a sum that does not fit speaks against the total rather than of something else.
    fn contradicts(&self, sum: &solver::Sum) -> bool {
        let Some(ratio) = sum.printed.checked_div(solver::amount(self.stated.figure)) else { return false };
        let within = |low: Decimal, high: Decimal| low <= ratio && ratio <= high;
        // "€30m of the €46bn, and the remaining €16m": the very number, in thousands of what it is.
        let is_slip = || [Decimal::ONE_THOUSAND, Decimal::new(1, 3)].into_iter().any(|scale| is_about(ratio, scale));
        match self.promise {
            Promise::Complete | Promise::Likely if is_slip() => true,
            Promise::Complete => within(Decimal::new(5, 2), Decimal::from(20)),
            Promise::Likely => within(Decimal::new(6, 1), Decimal::new(167, 2)),
            Promise::Near => within(Decimal::new(85, 2), Decimal::new(118, 2)),
            Promise::Open if sum.verdict == Verdict::Above => within(Decimal::ONE, Decimal::from(4)),
            Promise::Open => solver::is_swapped(self.stated, &self.parts),
        }
    }

    /// How far the sum is from the total, as a factor of at least one: the least is the likeliest total.
    fn distance(&self) -> Decimal {
        let factor = self.weigh().and_then(|sum| {
            let stated = solver::amount(self.stated.figure);
            if sum.verdict == Verdict::Fits {
                return Some(Decimal::ONE);
            }
            sum.printed.max(stated).checked_div(sum.printed.min(stated))
        });
        factor.unwrap_or(Decimal::MAX)
    }
}

/// The figures of the sentence with this number.
fn of_sentence<'s, 'a>(entries: &'s [Entry<'a>], sentence: usize) -> &'s [Entry<'a>] {
    let behind = |sentence: usize| entries.partition_point(|entry| entry.figure.sentence < sentence);
    &entries[behind(sentence)..behind(sentence + 1)]
}

/// The relation of a figure to what `operands` give.
fn follows(kind: RelationKind, stated: ClaimId, operands: Vec<ClaimId>, outcome: Outcome) -> Relation {
    let Outcome { given: Bounds { low, said, high }, holds } = outcome;
    let (low, high, printed) = (Some(low), Some(high), Some(said));
    Relation { kind, stated, operands, beside: Vec::new(), cue: None, low, high, printed, complete: true, holds }
}

/// The same, where they give one number, rounding apart.
fn exact(kind: RelationKind, stated: ClaimId, operands: Vec<ClaimId>, given: Decimal, holds: bool) -> Relation {
    follows(kind, stated, operands, Outcome { given: Bounds::exactly(given), holds })
}

/// Whether two numbers differ by no more than rounding makes of them.
fn is_about(one: Decimal, other: Decimal) -> bool {
    (one - other).abs() <= other * Decimal::new(2, 2)
}

#[cfg(test)]
mod repeat_tests;
#[cfg(test)]
mod tests;
