//! How often a headline has something grow, against the only change below it that is told with both ends: "Parking charges to
//! double" over "from £1.20 an hour to £2.10".

use super::line::{Lead, Line, lines, tie};
use super::multiple::bounds_of;
use super::telling::{Stem, is_telling};
use super::{Entry, Relation, RelationKind, quotient, thing};
use crate::draft::Role;
use crate::language::Words;
use crate::story::Story;

/// In how many blocks below a headline its change is told.
const FIRST: usize = 4;

/// A multiple that is farther off is one of something else.
const FAR: i64 = 3;

/// Words by which the headline says less than it seems to.
const OPEN: &[&str] =
    &["more", "almost", "nearly", "may", "could", "might", "not", "over", "than", "bid", "up", "faces", "risk"];

/// The later end of the change.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Option<Relation> {
    let number = story.blocks.iter().position(|block| block.role == Role::Headline)?;
    let head = &story.blocks[number];
    let words = Words { text: head.span.of(&story.text), tokens: &head.mentions.tokens };
    let all = 0..words.tokens.len();
    let mut told = all.clone().filter_map(|at| Some((at, multiple_at(words, at)?)));
    let (verb, times) = told.next().filter(|_| told.next().is_none())?;
    if all.clone().any(|at| words.is_any(at, OPEN)) {
        return None;
    }
    let first = entries.partition_point(|entry| entry.figure.block <= number);
    let end = entries.partition_point(|entry| entry.figure.block <= number + FIRST);
    let lines = lines(story, &entries[first..end]);
    let mut changes = lines.iter().filter(|line| story.blocks[line.block].role == Role::Paragraph).filter_map(ends);
    let (line, from, to) = changes.next().filter(|_| changes.next().is_none())?;
    let stem = |words: Words<'_>, at: usize| {
        words.get(at).filter(|token| is_telling(token)).and_then(|token| Stem::of(&thing::sense_in(words.text, token)))
    };
    let subject: Vec<Stem> = (0..verb).filter_map(|at| stem(words, at)).collect();
    let is_named = (line.first..line.end).filter_map(|at| stem(line.words, at)).any(|stem| subject.contains(&stem));
    let (from, to) = (&line.slots[from], &line.slots[to]);
    let outcome = quotient::product(to.bounds()?, times, from.bounds()?)?;
    let cue = Some(words.span(verb, verb + 1).shifted(head.span.start));
    let is_wrong = is_named && !outcome.holds && super::reach::is_near(&outcome, to, FAR);
    is_wrong.then(|| tie(RelationKind::Multiple, to, &[from], cue, outcome))
}

/// "Doubles", "to double", "doubled": what the verb makes of it.
fn multiple_at(words: Words<'_>, at: usize) -> Option<quotient::Bounds> {
    const VERBS: &[(&str, &str)] = &[
        ("double", "doubled"),
        ("doubles", "doubled"),
        ("treble", "trebled"),
        ("trebles", "trebled"),
        ("triple", "tripled"),
        ("triples", "tripled"),
        ("halve", "halved"),
        ("halves", "halved"),
        ("quadruple", "quadrupled"),
        ("quadruples", "quadrupled"),
    ];
    let verb = VERBS.iter().find(|(verb, _)| words.is(at, verb)).map_or(words.written(at), |(_, past)| past);
    // "Double murder" is no change.
    let before = at.wrapping_sub(1);
    let is_verb = words.written(at).ends_with(['s', 'd'])
        || words.is_any(before, &["to", "will"])
        || words.written(before).ends_with('s');
    if is_verb { bounds_of(verb) } else { None }
}

/// The only two figures of one kind of a sentence, "from" and "to".
fn ends<'l, 'a>(line: &'l Line<'a>) -> Option<(&'l Line<'a>, usize, usize)> {
    let led = |wanted: Lead| (0..line.slots.len()).find(|&number| line.lead(number) == wanted);
    let (from, to) = (led(Lead::From)?, led(Lead::To)?);
    let is_one = |from: usize, to: usize| {
        let (from, to) = (&line.slots[from], &line.slots[to]);
        from.is_like(to) || from.unit().is_some() && from.unit() == to.unit()
    };
    is_one(from, to).then_some((line, from, to))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_headline_multiplies_as_the_story_does() {
        let below = "The council will raise the cost of parking in Brae from £1.20 an hour to £# next year, it said.";
        for (head, to, is_wrong) in [
            ("Parking charges to double", "2.10", true),
            ("Parking charges to double", "2.40", false),
            ("Parking charges double in Brae", "1.60", true),
            ("Parking charges could double", "2.10", false),
            ("Double murder at car park", "2.10", false),
            ("School dinners to double", "2.10", false),
        ] {
            let found = relations(&read(&format!("{head}\n\n{}", below.replace('#', to))), RelationKind::Multiple);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{head} {to}: {found:?}");
        }
    }
}
