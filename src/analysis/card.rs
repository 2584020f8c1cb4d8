//! The claim card: all that the desk knows about what a reporter points at, in a few lines.

use super::Analysis;
use super::place::Subject;
use super::wording::{number, range_of, shorten, source_kind, standing, value_of};
use crate::draft::Role;
use crate::extract::{Figure, FigureKind};
use crate::rules::outcome;
use crate::story::{Claim, ClaimId, ClaimKind, Relation, RelationKind, SourceId};
use crate::text::Span;

/// How much of a quotation a card repeats.
const QUOTED: usize = 80;

/// How many places of a repeated figure a card lists.
const REPEATS: usize = 5;

/// A few facts about a place in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The words in the file that it is about.
    pub span: Span,
    /// Those words.
    pub title: String,
    /// What is known of them, each with its label.
    pub facts: Vec<Fact>,
}

/// A line of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// "Says", "Standing".
    pub label: &'static str,
    /// What there is to say.
    pub text: String,
}

impl Analysis {
    /// The card for the byte at `offset` of the file; `None` where nothing is claimed and nobody named.
    pub fn card(&self, offset: u32) -> Option<Card> {
        let (subject, words) = self.subject_at(offset)?;
        let facts = match subject {
            Subject::Claim(claim) => self.claim_facts(claim),
            Subject::Source(source) => self.source_facts(source, words),
        };
        let title = match subject {
            Subject::Claim(claim) => self.claim_text(claim),
            Subject::Source(source) => self.story.source(source).name.clone(),
        };
        Some(Card { span: self.source_span(words), title: shorten(&title, QUOTED), facts })
    }

    /// The words of a claim; an ellipsis stands where the cue parts them.
    pub fn claim_text(&self, claim: ClaimId) -> String {
        let spans = self.story.claims[claim.0].spans.iter();
        spans.map(|&span| self.story.text_of(span)).collect::<Vec<_>>().join(" … ")
    }

    fn claim_facts(&self, id: ClaimId) -> Vec<Fact> {
        let claim = &self.story.claims[id.0];
        let mut facts = Vec::new();
        let mut add = |label, text| facts.push(Fact { label, text });
        match self.story.figure_of(id) {
            Some(figure) => add("Understood as", self.understood(figure)),
            None => add("Kind", claim_kind(claim.kind).to_owned()),
        }
        if let Some(says) = self.who_says(claim) {
            add("Says", says);
        }
        if let Some(via) = claim.attribution.via {
            add("Through", self.story.source(via).name.clone());
        }
        add("Standing", standing(claim.attribution.standing).to_owned());
        let repeats = self.repeats_of(id);
        if !repeats.is_empty() {
            add("Also", self.list_places(&repeats));
        }
        for relation in self.relations_of(id) {
            let is_sum = relation.kind == RelationKind::Sum;
            add(if is_sum { "Adds up" } else { "Reckoned" }, self.reckon(relation));
        }
        if let Some(mark) = claim.checked {
            add("Checked", self.story.marks[mark].reason.clone().unwrap_or_else(|| "[CQ]".to_owned()));
        }
        facts
    }

    fn source_facts(&self, source: SourceId, words: Span) -> Vec<Fact> {
        let mut facts = vec![Fact { label: "Source", text: source_kind(self.story.source(source).kind).to_owned() }];
        let here = self.story.text_of(words);
        if here != self.story.source(source).name {
            facts.push(Fact { label: "Here", text: format!("“{}”", shorten(here, QUOTED)) });
        }
        facts.push(Fact { label: "Cited for", text: self.count_cited(source) });
        facts
    }

    /// "Mayor Ada Quill (“she said”)".
    fn who_says(&self, claim: &Claim) -> Option<String> {
        let held = &claim.attribution;
        let words = held.source_span.into_iter().chain(held.cue).reduce(Span::to);
        let words = words.map(|words| shorten(self.story.text_of(words), QUOTED));
        match (held.source, words) {
            (Some(source), Some(words)) => Some(format!("{} (“{words}”)", self.story.source(source).name)),
            (Some(source), None) => Some(self.story.source(source).name.clone()),
            (None, words) => words.map(|words| format!("“{words}”")),
        }
    }

    /// "3 figures, 1 quote".
    fn count_cited(&self, source: SourceId) -> String {
        let counts = [ClaimKind::Figure(0), ClaimKind::Quote, ClaimKind::Statement].map(|kind| {
            let is_of_kind =
                |claim: &&Claim| claim.attribution.source == Some(source) && claim_kind(claim.kind) == claim_kind(kind);
            (self.story.claims.iter().filter(is_of_kind).count(), claim_kind(kind))
        });
        let counts = counts.into_iter().filter(|&(count, _)| count != 0);
        let words = counts.map(|(count, kind)| count_of(count, kind)).collect::<Vec<_>>().join(", ");
        if words.is_empty() { "nothing of its own".to_owned() } else { words }
    }

    /// The other places where the story reports the same figure, in order.
    pub(super) fn repeats_of(&self, id: ClaimId) -> Vec<ClaimId> {
        let repeats = self.story.relations().iter().filter(|relation| relation.kind == RelationKind::Repeat);
        let tied = repeats.filter(|relation| relation.stated == id || relation.operands.contains(&id));
        let mut others: Vec<ClaimId> = tied
            .flat_map(|relation| relation.operands.iter().copied().chain([relation.stated]))
            .filter(|&other| other != id)
            .collect();
        others.sort_unstable();
        others.dedup();
        others
    }

    /// The sums, shares, changes and their like in which a figure takes part.
    pub(super) fn relations_of(&self, id: ClaimId) -> impl Iterator<Item = &Relation> {
        let computed = self.story.relations().iter().filter(|relation| relation.kind != RelationKind::Repeat);
        computed.filter(move |relation| relation.stated == id || relation.operands.contains(&id))
    }

    /// "the headline (“over 500 troops”)".
    fn list_places(&self, claims: &[ClaimId]) -> String {
        let place = |&id: &ClaimId| {
            let span = self.story.claims[id.0].spans[0];
            let role = role_name(self.story.blocks[self.story.block_at(span.start)].role);
            format!("{role} (“{}”)", shorten(self.story.text_of(span), QUOTED))
        };
        let mut places: Vec<String> = claims.iter().take(REPEATS).map(place).collect();
        if REPEATS < claims.len() {
            places.push(format!("{} more", claims.len() - REPEATS));
        }
        places.join(", ")
    }

    /// "160 + 220 + 505 = 885; “over 500” does not fit", or "from “$10 million” and “$12 million”: 20; …".
    pub(super) fn reckon(&self, relation: &Relation) -> String {
        let printed = |&id: &ClaimId| self.story.figure_of(id).map_or("?", |figure| self.story.text_of(figure.number));
        // A length follows from its two dates, which are no figures; a list that is counted is too long to be said again.
        let beside = relation.beside.iter().map(|&span| self.story.text_of(span));
        let parts: Vec<&str> = match (relation.operands.len(), relation.beside.len()) {
            (0, 1 | 2) => beside.collect(),
            _ => relation.operands.iter().map(printed).collect(),
        };
        let fits = if relation.holds { "fits" } else { "does not fit" };
        let (given, stated) = (self.given_by(relation), printed(&relation.stated));
        match relation.kind {
            RelationKind::Sum => format!("{} = {given}; “{stated}” {fits}", parts.join(" + ")),
            RelationKind::Direction => format!("“{stated}” beside “{}” {fits}", parts.join("”, “")),
            _ if parts.is_empty() => format!("{given}; “{stated}” {fits}"),
            _ => format!("from “{}”: {given}; “{stated}” {fits}", parts.join("” and “")),
        }
    }

    /// What the operands of a relation give, as a finding about it says it.
    pub(super) fn given_by(&self, relation: &Relation) -> String {
        outcome(&self.story, relation).unwrap_or_else(|| match relation.printed {
            Some(printed) => number(printed),
            None => range_of(relation.low, relation.high),
        })
    }

    /// "60,500 to 61,500 people", "34 (an age)".
    fn understood(&self, figure: &Figure) -> String {
        let value = value_of(figure);
        let unit = match figure.kind {
            FigureKind::Money | FigureKind::Percentage | FigureKind::Points | FigureKind::BasisPoints => return value,
            FigureKind::Age => return format!("{value} (an age)"),
            FigureKind::Duration => return format!("{value} (a length of time)"),
            _ => figure.unit.as_ref().filter(|unit| !unit.head.is_empty()),
        };
        let Some(unit) = unit else { return value };
        let written = self.story.text_of(unit.span);
        // The words behind the number can be said again with another one, unless they are in the singular ("a 40-home estate").
        let is_plural = figure.number.end <= unit.span.start && !written.to_lowercase().ends_with(&unit.head);
        if is_plural { format!("{value} {}", shorten(written, QUOTED)) } else { format!("{value} ({})", unit.head) }
    }
}

/// What a claim is, as the ledger names it.
pub(super) fn claim_kind(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Figure(_) => "figure",
        ClaimKind::Quote => "quote",
        ClaimKind::Statement => "statement",
    }
}

/// "1 quote", "3 quotes".
pub(super) fn count_of(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Where in the story it is.
fn role_name(role: Role) -> &'static str {
    match role {
        Role::Headline => "the headline",
        Role::Dek => "the dek",
        Role::Byline | Role::Dateline | Role::Date => "the byline",
        Role::Subhead => "a subhead",
        Role::Caption => "a caption",
        Role::ListItem => "a list",
        Role::TableCell => "a table",
        Role::BlockQuote | Role::Cite => "a block quote",
        Role::Paragraph | Role::Note => "the text",
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use crate::analysis::Reader;
    use crate::config::Settings;
    use crate::draft::Format;

    /// The card at the first `needle` of `text`.
    fn check(text: &str, needle: &str, expected: &Expect) {
        let analysis = Reader::new(Settings::default()).read(text, Format::Plain);
        let offset = text.find(needle).expect("the needle is in the text") as u32;
        let card = analysis.card(offset).map(|card| {
            let facts = card.facts.iter().map(|fact| format!("{}: {}\n", fact.label, fact.text));
            format!("{} [{}]\n{}", card.title, card.span.of(text), facts.collect::<String>())
        });
        expected.assert_eq(&card.unwrap_or_default());
    }

    const STORY: &str = "Flood cost 40 homes\n\n\
        Mayor Ada Quill said the flood had taken more than 40 homes. \
        “We lost the mill,” she said.\n\n\
        The bill is $3 million.\n";

    #[test]
    fn a_figure_shows_its_value_and_who_says_it() {
        check(
            STORY,
            "40 homes.",
            &expect![[r#"
                more than 40 homes [more than 40 homes]
                Understood as: more than 40 homes
                Says: Ada Quill (“Mayor Ada Quill said”)
                Standing: attributed
                Also: the headline (“40 homes”)
            "#]],
        );
    }

    #[test]
    fn a_figure_that_nobody_says_says_so() {
        check(
            STORY,
            "$3",
            &expect![[r#"
            $3 million [$3 million]
            Understood as: USD 2,500,000 to 3,500,000
            Standing: nobody says it
        "#]],
        );
    }

    #[test]
    fn a_pronoun_shows_the_person() {
        check(
            STORY,
            "she said",
            &expect![[r#"
            Ada Quill [she]
            Source: person
            Here: “she”
            Cited for: 1 figure, 1 quote, 1 statement
        "#]],
        );
    }

    #[test]
    fn a_length_shows_the_dates_that_it_follows_from() {
        check(
            "Brae mill\n\nThe mill at Brae, opened in 1954 and shut in 1989, was in business for 45 years.\n",
            "45 years",
            &expect![[r#"
                45 years [45 years]
                Understood as: 45 (a length of time)
                Standing: nobody says it
                Reckoned: from “1954” and “1989”: 35; “45” does not fit
            "#]],
        );
    }

    #[test]
    fn a_count_of_a_list_shows_how_many_it_has() {
        check(
            "Brae news\n\nThree items drew the longest debate:\n\n- the harbour\n- the school\n",
            "Three",
            &expect![[r#"
                Three items [Three items]
                Understood as: 3 items
                Standing: nobody says it
                Reckoned: from “the harbour” and “the school”: Two; “Three” does not fit
            "#]],
        );
    }

    #[test]
    fn plain_words_show_nothing() {
        check(STORY, "bill", &expect![[r#""#]]);
    }
}
