//! Finds the names of people and organisations in a block.
//!
//! Knows capitals, titles and the small words within names; who is meant is decided by the story.
//! A sentence in title case or in capitals yields no names: there, capitals tell nothing.

use std::ops::Range;

use crate::language::{Class, Token, TokenKind};
use crate::text::Span;

/// A proper name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name with its title: "Sen. Gail Pruitt", "Russian Ministry of Defense".
    pub span: Span,
    /// The title before it: "Sen.", "Chief Executive"; empty where there is none.
    pub title: Span,
}

/// Reads the names of a block.
pub fn read_names(text: &str, tokens: &[Token], sentences: &[Span]) -> Vec<Name> {
    let mut names = Vec::new();
    let mut rest = tokens;
    for sentence in sentences {
        let skipped = rest.iter().take_while(|token| token.span.start < sentence.start).count();
        let length = rest[skipped..].iter().take_while(|token| token.span.start < sentence.end).count();
        let (words, behind) = rest[skipped..].split_at(length);
        rest = behind;
        if !is_all_capitals(text, words) {
            read_sentence(text, words, &mut names);
        }
    }
    names
}

/// Whether so many words are capitalised that capitals mark no names. No heading ends with a full stop.
fn is_all_capitals(text: &str, tokens: &[Token]) -> bool {
    if tokens.last().is_none_or(|last| last.of(text) == ".") {
        return false;
    }
    let is_long = |token: &&Token| token.kind == TokenKind::Word && token.span.len() > 3;
    let words = tokens.iter().filter(is_long).count();
    let capitals = tokens.iter().filter(is_long).filter(|token| is_capital(token.of(text))).count();
    words > 4 && words * 4 < capitals * 5
}

fn read_sentence(text: &str, tokens: &[Token], names: &mut Vec<Name>) {
    let words = NameWords { text, tokens };
    let mut at = 0;
    while at < tokens.len() {
        if !words.begins_name(at) {
            at += 1;
            continue;
        }
        let end = words.name_end(at);
        names.extend(words.name(at..end));
        at = end;
    }
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The words of one sentence.
struct NameWords<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl NameWords<'_> {
    fn is_capital_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && is_capital(token.of(self.text)))
    }

    fn begins_name(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        self.is_capital_word(at)
            && !token.is(Class::Pronoun)
            && !token.is(Class::Time)
            && (!self.opens_sentence(at) || !self.is_common_opener(at))
    }

    /// The first word of a sentence or quotation has its capital from its place.
    fn opens_sentence(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.tokens[before].kind);
        matches!(before, None | Some(TokenKind::QuoteMark | TokenKind::Punctuation | TokenKind::Dash))
            && before.is_none_or(|_| !matches!(self.tokens[at - 1].of(self.text), "," | ")"))
    }

    /// A word that any sentence may open with: one that some list knows as no part of a name.
    fn is_common_opener(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let function_words = [
            Class::Determiner,
            Class::Preposition,
            Class::Subordinator,
            Class::Coordinator,
            Class::Adverb,
            Class::Relative,
            Class::Modal,
            Class::Be,
            Class::Have,
            Class::Do,
            Class::Hearsay,
            Class::ObjectPronoun,
        ];
        let common_words = [
            Class::Group,
            Class::Official,
            Class::Document,
            Class::Organisation,
            Class::RoleNoun,
            Class::ClaimNoun,
            Class::Base,
            Class::Ing,
            Class::Past,
        ];
        token.classes.has_any(&function_words)
            || token.of(self.text).ends_with("ly")
            || (token.classes.has_any(&common_words) && !self.is_capital_word(at + 1))
    }

    /// Behind the last word of the name that begins at `start`.
    fn name_end(&self, start: usize) -> usize {
        let mut end = start + 1;
        loop {
            if self.is_capital_word(end) && !self.tokens[end].is(Class::Time) && !self.tokens[end].is(Class::Pronoun) {
                end += 1;
            } else if let Some(further) = self.joined_end(end) {
                end = further;
            } else {
                return end;
            }
        }
    }

    /// Behind "| de la Cruz", "| of Defense", "| & Sons", "| -Jones".
    fn joined_end(&self, at: usize) -> Option<usize> {
        const PARTICLES: &[&str] =
            &["al", "bin", "da", "de", "del", "der", "di", "dos", "du", "la", "ter", "van", "von"];
        let token = self.tokens.get(at)?;
        let word = token.of(self.text);
        let next = if PARTICLES.contains(&word) || word == "&" {
            let second = self.tokens.get(at + 1)?.of(self.text);
            if PARTICLES.contains(&second) { at + 2 } else { at + 1 }
        } else if word == "-" && token.glued {
            at + 1
        } else if matches!(word, "of" | "for") && self.takes_of(at - 1) {
            let second = self.tokens.get(at + 1)?.of(self.text);
            if second == "the" { at + 2 } else { at + 1 }
        } else {
            return None;
        };
        let is_glued = word != "-" || self.tokens.get(next).is_some_and(|token| token.glued);
        (self.is_capital_word(next) && is_glued && !self.tokens[next].is(Class::Time)).then_some(next + 1)
    }

    /// "Ministry | of Defense" is one name, "Ruiz | of Millbrook" two.
    fn takes_of(&self, at: usize) -> bool {
        self.tokens[at].classes.has_any(&[Class::Organisation, Class::Document, Class::Outlet])
    }

    /// The words as a name; `None` where they are only a title.
    fn name(&self, words: Range<usize>) -> Option<Name> {
        let is_title = |at: &usize| {
            self.tokens[*at].is(Class::Title)
                || self.tokens[*at].is(Class::RoleNoun)
                || self.tokens[*at].of(self.text) == "-"
        };
        let first = words.clone().find(|at| !is_title(at))?;
        let span = self.tokens[words.start].span.to(self.tokens[words.end - 1].span);
        let title = if first > words.start {
            self.tokens[words.start].span.to(self.tokens[first - 1].span)
        } else {
            Span::at(span.start)
        };
        Some(Name { span, title })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{split_sentences, tokenize};

    fn names(text: &str) -> Vec<&str> {
        let tokens = tokenize(text);
        let sentences = split_sentences(text, &tokens, &[]);
        read_names(text, &tokens, &sentences).iter().map(|name| name.span.of(text)).collect()
    }

    #[test]
    fn a_name_keeps_its_title_and_its_small_words() {
        assert_eq!(
            names("On Monday Sen. Gail Pruitt met Ana de la Cruz and Chief Executive Ingrid Halvorsen-Lee."),
            ["Sen. Gail Pruitt", "Ana de la Cruz", "Chief Executive Ingrid Halvorsen-Lee"]
        );
    }

    #[test]
    fn a_body_keeps_what_it_is_for() {
        assert_eq!(
            names("The Ministry of Defense paid the Center for Coastal Studies and Marsh & Sons."),
            ["Ministry of Defense", "Center for Coastal Studies", "Marsh & Sons"]
        );
    }

    #[test]
    fn the_first_word_of_a_sentence_is_no_name_for_its_capital() {
        assert_eq!(names("Officials left. After that, Ruiz did. Police of Millbrook stayed."), ["Ruiz", "Millbrook"]);
    }

    #[test]
    fn a_title_alone_and_a_day_are_no_names() {
        assert_eq!(names("the President spoke on Tuesday"), Vec::<&str>::new());
    }

    #[test]
    fn capitals_throughout_name_nobody() {
        assert_eq!(names("Council Backs Library Plan After Long Debate"), Vec::<&str>::new());
    }

    #[test]
    fn the_title_is_told_apart() {
        let text = "said Chief Executive Ingrid Halvorsen";
        let tokens = tokenize(text);
        let found = read_names(text, &tokens, &[Span::new(0, text.len() as u32)]);
        assert_eq!(found[0].title.of(text), "Chief Executive");
    }
}
