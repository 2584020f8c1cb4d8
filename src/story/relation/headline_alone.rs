//! A small number of a headline that stands nowhere below it, where the first paragraphs have one of its kind and near it:
//! "Four arrested over bank raid" over "have arrested three men", "Airline drops three cities" over "will stop flying to four
//! destinations", "Museum shuts for two years" over "will be shut for three years".
//!
//! A headline's number is the story's: of 46 in published articles all but those of mere lists ("10 things to know") come
//! back below, and none of the others has a neighbour there. So few words need to be in common.

use rust_decimal::Decimal;

use super::came_or_went;
use super::conflict::{has_one_unit, is_set_apart};
use super::headline_parts::{Parts, is_known, lede, parted};
use super::telling::{Dimension, Stem, Telling};
use super::{Relation, Story, solver, thing};
use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::is_one_of;

/// The numbers of the headline and the dek that only a neighbour below answers, each tied to it.
pub(super) fn find(story: &Story, tellings: &[Telling<'_>], known: &[Relation]) -> Vec<Relation> {
    let Some(Parts { heads, body }) = parted(story, tellings) else { return Vec::new() };
    let below = Below { story, body, lede: lede(story) };
    let stated =
        heads.iter().filter(|head| is_number(story, head) && !is_set_apart(story, head) && !is_known(head, known));
    let found = stated.filter_map(|head| {
        let is_beside =
            |other: &&&Telling<'_>| other.entry.figure.block == head.entry.figure.block && is_alike(other, head);
        let is_alone = heads.iter().filter(is_beside).count() == 1;
        let body = below.neighbour(head).or_else(|| below.only(head).filter(|_| is_alone))?;
        Some(head.repeats(body, false))
    });
    found.collect()
}

/// A plain number of more than one, and no part of a name or a word: "6-word", "dozens".
fn is_number(story: &Story, telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let next = story.tokens_behind(figure.sentence, figure.number.end).first().map_or("", |token| token.of(text));
    let is_joined = matches!(next, "-" | "‑" | "–") && figure.kind == FigureKind::Count;
    // "Ten years on"
    let is_since = || {
        let behind = story.tokens_behind(figure.sentence, figure.span.end.max(figure.number.end));
        behind.first().is_some_and(|token| is_one_of(token.of(text), &["on", "later", "ago", "since", "before"]))
    };
    matches!(figure.kind, FigureKind::Count | FigureKind::Duration)
        && !(figure.kind == FigureKind::Duration && is_since())
        && figure.modifier == Modifier::Plain
        && figure.pair.is_none()
        && Decimal::ONE < figure.value
        && !is_joined
        && !story.text_of(figure.number).ends_with('s')
        && !story.is_quoted(figure.number)
}

fn is_alike(one: &Telling<'_>, other: &Telling<'_>) -> bool {
    one.dimension == other.dimension && one.entry.figure.kind == other.entry.figure.kind
}

/// The figures below a headline.
struct Below<'a, 'b> {
    story: &'b Story,
    body: Vec<&'b Telling<'a>>,
    lede: Vec<usize>,
}

impl<'a, 'b> Below<'a, 'b> {
    /// The only number of the first paragraphs that counts what the headline's does.
    fn neighbour(&self, head: &Telling<'_>) -> Option<&'b Telling<'a>> {
        let like = || self.body.iter().copied().filter(|body| counts_like(head, body));
        let is_borne_out =
            like().any(|body| bears_out(head, body)) || self.body.iter().any(|body| may_be_meant(head, body));
        let mut near = like().filter(|body| self.lede.contains(&body.entry.figure.block));
        let first = near.next().filter(|_| !is_borne_out)?;
        // "One of seven deaths …: four suicides, two overdoses and a fall": some of them.
        let is_part = |other: &Telling<'_>| {
            let (one, two) = (first.entry.figure, other.entry.figure);
            one.sentence == two.sentence && two.value < one.value
        };
        let is_only = near.all(|other| other.entry.figure.value == first.entry.figure.value || is_part(other));
        (is_only && self.contradicts(head, first)).then_some(first)
    }

    /// The only number of the first paragraph that has one, where no number of the story is the headline's.
    fn only(&self, head: &Telling<'_>) -> Option<&'b Telling<'a>> {
        let is_answered = self.body.iter().any(|body| bears_out(head, body) || lasts_as_long(head, body));
        let like =
            || self.body.iter().copied().filter(|body| is_alike(head, body) && Decimal::ONE < body.entry.figure.value);
        let mut near = like().filter(|body| self.lede.contains(&body.entry.figure.block));
        let first = near.next().filter(|_| !is_answered)?;
        let is_only = near.all(|other| other.entry.figure.block != first.entry.figure.block);
        (is_only && may_be_one(head, first) && self.contradicts(head, first)).then_some(first)
    }

    /// Whether the number below is so near that it is the headline's, and nothing beside it makes up for what is missing.
    fn contradicts(&self, head: &Telling<'_>, body: &Telling<'_>) -> bool {
        let (one, two) = (body.entry.figure, head.entry.figure);
        is_number(self.story, body)
            && are_near(one, two)
            && is_one_event(head, body)
            && !is_set_apart(self.story, body)
            && !came_or_went::has_company(self.story, one, two.value - one.value)
            && !came_or_went::is_accounted_for_beside(self.story, one, two.value)
    }
}

/// Whether nothing but the number parts the two: "seven wonders" are no "eight castles", and the years that somebody got are
/// not those in which he stole.
fn may_be_one(head: &Telling<'_>, body: &Telling<'_>) -> bool {
    let unit = head.entry.figure.unit.as_ref().and_then(|unit| Stem::of(&unit.head));
    let is_said_below = |noun: &Stem| Some(*noun) != unit && body.words().binary_search(noun).is_ok();
    if head.entry.figure.kind == FigureKind::Duration {
        return head.lead.is_some() && head.lead == body.lead || head.nouns.iter().any(is_said_below);
    }
    let have_nouns = [head, body].iter().all(|telling| telling.entry.figure.unit.is_some());
    0 < head.shared(body) && (!have_nouns || head.shares_noun(body))
}

/// Whether one thing happened to what the two count; to be told of a deed is no other fate of things.
fn is_one_event(head: &Telling<'_>, body: &Telling<'_>) -> bool {
    let is_of_people = || [head, body].iter().any(|telling| thing::counts_people(telling.entry.figure));
    let is_open = || (head.event.is_none() || body.event.is_none()) && !is_of_people();
    thing::is_one_event(head.event, body.event) || is_open()
}

/// Whether both count things of one noun, or people to whom one thing happened: "four arrested", "arrested three men".
fn counts_like(head: &Telling<'_>, body: &Telling<'_>) -> bool {
    let figure = head.entry.figure;
    let is_nameless = figure.unit.is_none() || thing::counts_people(figure);
    let is_one_fate =
        || is_nameless && head.event.is_some() && head.event == body.event && thing::counts_people(body.entry.figure);
    is_alike(head, body)
        && Decimal::ONE < body.entry.figure.value
        && figure.kind == FigureKind::Count
        && (has_one_unit(head, body) || is_one_fate())
}

/// Whether a number of the story is the headline's though it says no noun, or names the things otherwise.
fn may_be_meant(head: &Telling<'_>, body: &Telling<'_>) -> bool {
    let (one, two) = (head.entry.figure, body.entry.figure);
    let is_of_people = || [one, two].iter().all(|figure| thing::counts_people(figure));
    let is_bare = one.unit.is_none() || two.unit.is_none();
    bears_out(head, body) && (is_bare || is_of_people() || head.shares_noun(body) || 2 <= head.shared(body))
}

fn bears_out(head: &Telling<'_>, body: &Telling<'_>) -> bool {
    head.dimension == body.dimension
        && (head.is_borne_out_by(body) || head.entry.figure.value == body.entry.figure.value)
}

/// "30 months", "two and a half years".
fn lasts_as_long(head: &Telling<'_>, body: &Telling<'_>) -> bool {
    let days = |telling: &Telling<'_>| match telling.dimension {
        Dimension::Measure(unit) => days_of(unit)?.checked_mul(telling.entry.figure.value),
        _ => None,
    };
    let both = days(head).zip(days(body));
    both.is_some_and(|(one, other)| (one - other).abs() * Decimal::from(20) <= one.max(other))
}

fn days_of(unit: &str) -> Option<Decimal> {
    Some(match unit {
        "hour" => Decimal::new(4167, 5),
        "day" => Decimal::ONE,
        "week" => Decimal::from(7),
        "fortnight" => Decimal::from(14),
        "month" => Decimal::new(3044, 2),
        "year" => Decimal::new(36525, 2),
        "decade" => Decimal::new(36525, 1),
        _ => return None,
    })
}

/// Whether two numbers are so near that one may stand for the other: two apart, half as many again, digits swapped.
fn are_near(one: &Figure, other: &Figure) -> bool {
    one.value != other.value && (solver::are_neighbours(one, other) || solver::is_slip(one, other))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_headline_tells_the_number_of_its_story() {
        for (text, is_wrong) in [
            ("Four held after raid\n\nPolice have arrested three men after a raid in Orm.", true),
            ("Three held after raid\n\nPolice have arrested three men after a raid in Orm.", false),
            ("Three held after raid\n\nPolice have arrested two men and a woman after a raid.", false),
            ("Five held after raid\n\nPolice arrested three men and two women after a raid.", false),
            ("Six towers to fall\n\nOrm will pull down seven tower blocks on Monday.", true),
            ("Six towers to fall\n\nOrm will pull down seven tower blocks. Six are old.", false),
            ("Fire guts four homes\n\nThe fire gutted six cars on Monday.", false),
            ("Thief gets eight years\n\nThe thief stole for six years in Orm.", false),
            ("Museum shuts for two years\n\nThe museum will be shut for three years for repairs.", true),
            ("Museum shuts for two years\n\nThe museum will be shut for 24 months, and 3 weeks more.", false),
            ("Two years on, museum waits\n\nThe museum was to be shut for three years.", false),
            ("Seven wonders of Orm\n\nOrm has eight mills, and none is shut.", false),
            ("Six states meet\n\nThe five states and Ruvalia met in Orm on Monday.", false),
        ] {
            let found = relations(&read(text), RelationKind::Repeat);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
