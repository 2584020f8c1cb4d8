//! Finds the names of people and organisations in a block.
//!
//! A name is a run of capitalised words with what may stand between them: "Gail Pruitt", "Ludwig van Dorn",
//! "Office of Emergency Services". What kind of name it is, and whom it means, is decided over the story.

use std::ops::Range;

use super::figure::currency_of_letters;
use crate::language::{
    Class, Token, TokenKind, WordList, in_small_letters, is_charge, is_given_name, is_namesake_of_body,
};
use crate::text::Span;

/// A proper name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name with its title: "Sen. Gail Pruitt", "Russian Ministry of Defense".
    pub span: Span,
    /// The title before it: "Sen.", "Chief Executive"; empty where there is none.
    pub title: Span,
    /// Whether its capital says so; one word at the head of a sentence is capitalised whatever it is.
    pub sure: bool,
}

impl Name {
    /// Where it begins without its title; a space may stand there.
    pub fn behind_title(&self) -> u32 {
        if self.title.is_empty() { self.span.start } else { self.title.end }
    }
}

/// Small words within the names of people: "Ludwig van Dorn".
const PARTICLES: WordList = WordList::of(&[
    "al", "ap", "ben", "bin", "binti", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "e", "el", "ibn",
    "la", "las", "le", "los", "ter", "van", "von", "y",
]);

/// The second halves of given names that are written with a hyphen and a small letter: "Hyun-woo", "Seo-yeon".
const SECOND_HALVES: WordList = WordList::of(&[
    "ah", "bin", "chul", "eun", "gyu", "hee", "ho", "hoon", "hwa", "hwan", "hyuk", "hyun", "ja", "jae", "jin", "jong",
    "joo", "joon", "ju", "jun", "jung", "kyu", "kyung", "mi", "min", "rim", "rin", "seok", "seon", "shik", "sik",
    "soo", "sook", "sub", "suk", "sun", "sung", "tae", "won", "woo", "wook", "yeol", "yeon", "yong", "yoon", "young",
]);

/// What a number tells apart, and nobody is called.
const NUMBERED_PAPERS: &[&str] =
    &["Appendix", "Article", "Chapter", "Clause", "Exhibit", "Form", "Schedule", "Section", "Table"];

/// More of them do not stand in a row: "Maria de la Cruz".
const MOST_PARTICLES: usize = 3;

/// Reads the names of a block, in order.
///
/// A heading in capitals or title case gives none: there a capital says nothing.
pub fn read_names(text: &str, tokens: &[Token], sentences: &[Span], is_heading: bool) -> Vec<Name> {
    // More than most paragraphs have.
    let mut names = Vec::with_capacity(tokens.len() / 8);
    let mut first = 0;
    for sentence in sentences {
        let start = first + tokens[first..].iter().take_while(|token| token.span.start < sentence.start).count();
        let end = start + tokens[start..].iter().take_while(|token| token.span.end <= sentence.end).count();
        first = end;
        let reader = Reader { text, tokens: &tokens[..end], start };
        if !(is_heading && reader.is_in_title_case()) {
            reader.read(&mut names);
        }
    }
    names
}

/// A sentence, and where its tokens begin.
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    start: usize,
}

impl Reader<'_> {
    fn read(&self, names: &mut Vec<Name>) {
        let mut at = self.start;
        while let Some(skipped) = self.tokens[at..].iter().position(is_capital) {
            at += skipped;
            if !self.can_begin(at) {
                at += 1;
                continue;
            }
            let end = self.end_of_run(at);
            names.extend(self.name(at..end));
            at = end;
        }
    }

    /// Whether most longer words are capitalised, as in a headline.
    fn is_in_title_case(&self) -> bool {
        let long = |token: &&Token| token.kind == TokenKind::Word && token.span.len() > 3;
        let words = self.tokens[self.start..].iter().filter(long).count();
        let capitals = self.tokens[self.start..].iter().filter(long).filter(|token| is_capital(token)).count();
        words > 3 && words * 4 < capitals * 5
    }

    /// Whether a name can begin with the token, a word with a capital: no small word, weekday or verb that only the head
    /// of a sentence made a capital.
    fn can_begin(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let is_small = token.classes.has_any(&[
            Class::FunctionWord,
            Class::Pronoun,
            Class::ObjectPronoun,
            Class::Determiner,
            Class::Subordinator,
            Class::Coordinator,
            Class::Preposition,
            Class::Be,
            Class::Time,
        ]);
        let is_head_verb = self.is_head(at)
            && token.classes.has_any(&[
                Class::Adverb,
                Class::Auxiliary,
                Class::Modal,
                Class::Have,
                Class::Do,
                Class::Ing,
                Class::NumberWord,
            ]);
        !is_small && !is_head_verb && !self.is_said_first(at)
    }

    /// "Said | Dora Moss: “We were proud.”": a verb of saying at the head of a sentence that ends in what is said.
    fn is_said_first(&self, at: usize) -> bool {
        const SAID: WordList = WordList::of(&["said", "says", "added", "adds", "asked", "asks", "recalled", "replied"]);
        if !self.is_head(at) || !SAID.has(&self.tokens[at], self.text) {
            return false;
        }
        let quote = (at + 2..self.tokens.len()).find(|&at| self.tokens[at].kind == TokenKind::QuoteMark);
        self.tokens.get(at + 1).is_some_and(is_capital)
            && quote.is_some_and(|quote| self.is_word(quote - 1, ",") || self.is_word(quote - 1, ":"))
    }

    /// Whether a sentence begins here, the reporter's or a speaker's: there any word has a capital.
    fn is_head(&self, at: usize) -> bool {
        at == self.start || self.tokens[at - 1].kind == TokenKind::QuoteMark
    }

    /// The end of the run that begins at `at`.
    fn end_of_run(&self, at: usize) -> usize {
        let mut end = at + 1;
        loop {
            let next = self.goes_on(at, end);
            if next == end {
                return end;
            }
            end = next;
        }
    }

    /// Where the run `first..end` ends with the words behind it that belong to it; `end` where none do.
    fn goes_on(&self, first: usize, end: usize) -> usize {
        let Some(token) = self.tokens.get(end) else { return end };
        let word = token.of(self.text);
        let is_name_at = |at: usize| self.tokens.get(at).is_some_and(is_capital);
        if token.kind == TokenKind::Dash && token.glued && word == "-" && self.is_glued_capital(end + 1) {
            return end + 2;
        }
        // "Hyun-woo | Paik", "Ji-yeon Moss": the second half of a given name, written small.
        if token.kind == TokenKind::Dash && token.glued && word == "-" && end == first + 1 && is_name_at(end + 2) {
            let is_half = self.tokens[end + 1].glued && SECOND_HALVES.has(&self.tokens[end + 1], self.text);
            return if is_half { end + 3 } else { end };
        }
        if token.kind == TokenKind::Word && is_capital(token) && !token.glued {
            let is_day =
                token.is(Class::Time) && self.tokens.get(end + 1).is_some_and(|next| next.kind == TokenKind::Number);
            return if is_day || word == "I" || self.is_term(end) { end } else { end + 1 };
        }
        if token.kind == TokenKind::QuoteMark {
            return self.behind_nickname(end).unwrap_or(end);
        }
        if token.kind != TokenKind::Word && word != "&" {
            return end;
        }
        if let Some(last) = self.behind_particles(end) {
            return last + 1;
        }
        if matches!(word, "of" | "for") && self.is_body(first..end) {
            let over_article = end + 1 + usize::from(self.is_word(end + 1, "the"));
            return if is_name_at(over_article) { over_article + 1 } else { end };
        }
        if matches!(word, "and" | "&") && is_name_at(end + 1) {
            let rest =
                (end + 1..self.tokens.len()).take_while(|&at| is_name_at(at)).last().map_or(end, |last| last + 1);
            let names_body = word == "&" || self.tokens[rest - 1].is(Class::Organisation);
            return if names_body && end + 1 < rest { rest } else { end };
        }
        end
    }

    /// "Teodoro | “Doy” Almaz": behind a word or two in quotation marks and the capital that follows them.
    fn behind_nickname(&self, mark: usize) -> Option<usize> {
        const LONGEST: usize = 2;
        let is_mark = |at: usize| self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::QuoteMark);
        let close = (mark + 2..=mark + 1 + LONGEST).find(|&at| is_mark(at))?;
        let is_name = (mark + 1..close).chain([close + 1]).all(|at| self.tokens.get(at).is_some_and(is_capital));
        is_name.then_some(close + 2)
    }

    /// The capital behind the small words that stand from `at` on: "van der Berg", "de la Cruz", "al-Mansour".
    fn behind_particles(&self, at: usize) -> Option<usize> {
        let is_particle = |token: &Token| !token.capital && PARTICLES.has(token, self.text);
        let count = self.tokens[at..].iter().take(MOST_PARTICLES).take_while(|token| is_particle(token)).count();
        let last = at + count;
        let is_tied = self.tokens.get(last).is_some_and(|dash| dash.glued && dash.of(self.text) == "-");
        match count {
            0 => None,
            _ if is_tied => self.is_glued_capital(last + 1).then_some(last + 1),
            _ => self.tokens.get(last).is_some_and(is_capital).then_some(last),
        }
    }

    fn is_glued_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|next| next.glued && is_capital(next))
    }

    /// "Tarn Motors | Q2 profit", "H1": a part of a firm's year, and none of its name.
    fn is_term(&self, at: usize) -> bool {
        let is_number = |next: &Token| next.glued && next.kind == TokenKind::Number;
        (self.is_word(at, "Q") || self.is_word(at, "H")) && self.tokens.get(at + 1).is_some_and(is_number)
    }

    fn is_word(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.of(self.text) == word)
    }

    fn is_body(&self, run: Range<usize>) -> bool {
        let words = || self.tokens[run.clone()].iter();
        words().any(|token| token.classes.has_any(&[Class::Organisation, Class::Document]))
            && !is_namesake_of_body(words().map(|token| token.of(self.text)))
    }

    /// "Rs 1,240 crore": what a sum is in.
    fn is_currency(&self, run: &Range<usize>) -> bool {
        let is_sum = self.tokens.get(run.end).is_some_and(|next| next.kind == TokenKind::Number);
        is_sum && run.len() == 1 && currency_of_letters(self.tokens[run.start].of(self.text)).is_some()
    }

    /// "Form | 8-K", "Schedule 3": a paper or a part of one, told by its number.
    fn is_numbered(&self, run: &Range<usize>) -> bool {
        let is_number = self.tokens.get(run.end).is_some_and(|next| next.kind == TokenKind::Number);
        let word = &self.tokens[run.start];
        is_number && run.len() == 1 && NUMBERED_PAPERS.iter().any(|paper| word.of(self.text) == *paper)
    }

    /// "Secretary of | State Colin Moss": a run that begins with what a post is for, and goes on with a name.
    fn name_behind_charge(&self, run: &Range<usize>) -> Option<Name> {
        const SHORTEST: usize = 3;
        let post = run.start.checked_sub(2).filter(|_| SHORTEST <= run.len())?;
        let is_tied = self.is_word(post + 1, "of") || self.is_word(post + 1, "for");
        if !is_tied || !self.tokens[post].classes.has_any(&[Class::Title, Class::RoleNoun]) {
            return None;
        }
        let word = |at: usize| self.tokens[at].of(self.text);
        let is_body = |at: usize| self.tokens[at].classes.has_any(&[Class::Organisation, Class::Document]);
        let is_first = |at: &usize| {
            is_given_name(&in_small_letters(word(*at))) || is_charge(word(*at - 1)) && !(*at..run.end).any(is_body)
        };
        let first = (run.start + 1..run.end - 1).find(is_first)?;
        let opening = if is_capital(&self.tokens[post]) { post } else { run.start };
        let title = self.tokens[opening].span.to(self.tokens[first - 1].span);
        Some(Name { span: title.to(self.tokens[run.end - 1].span), title, sure: true })
    }

    /// The run as a name with its title; `None` for a post without a name ("the Prime Minister").
    fn name(&self, mut run: Range<usize>) -> Option<Name> {
        // "Chipmaker Lumenta": only the head of the sentence made a capital of it.
        if run.start == self.start && run.len() > 1 && self.tokens[run.start].is(Class::GenericBody) {
            run.start += 1;
        }
        if self.is_currency(&run) || self.is_numbered(&run) {
            return None;
        }
        if let Some(name) = self.name_behind_charge(&run) {
            return Some(name);
        }
        let words = &self.tokens[run.clone()];
        let is_post = |token: &Token| token.classes.has_any(&[Class::Title, Class::RoleNoun]);
        let last = words.last()?;
        // "Kate Bishop", "Tom Major": a first name before a post makes a surname of it.
        let is_surname =
            || words.len() == 2 && !is_post(&words[0]) && is_given_name(&in_small_letters(words[0].of(self.text)));
        if is_post(last) && !is_surname() || last.is(Class::Group) {
            return None;
        }
        let before = if is_post(last) { &words[..words.len() - 1] } else { words };
        let titles = before.iter().rposition(is_post).map_or(0, |at| at + 1);
        // "Police Chief Ida Lund": what stands before a post is where it is held, and the name is the rest.
        let is_joined = words[..titles].iter().any(|token| matches!(token.of(self.text), "of" | "for" | "and" | "&"));
        let is_body = self.is_body(if is_joined { run.clone() } else { run.start + titles..run.end });
        let title = match titles {
            0 => Span::at(words[0].span.start),
            // "Police Chief | Renata Moss": the body is part of the post.
            titles if is_body && self.is_body(run.start + titles..run.end) => Span::at(words[0].span.start),
            titles => words[0].span.to(words[titles - 1].span),
        };
        let sure = run.start > self.start || run.len() > 1;
        Some(Name { span: words[0].span.to(last.span), title, sure })
    }
}

fn is_capital(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.capital
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{split_sentences, tokenize};

    fn check(text: &str, expected: &[&str]) {
        check_in(text, false, expected);
    }

    fn check_in(text: &str, is_heading: bool, expected: &[&str]) {
        let tokens = tokenize(text);
        let sentences = split_sentences(text, &tokens, &[]);
        let names = read_names(text, &tokens, &sentences, is_heading);
        let shown: Vec<String> = names
            .iter()
            .map(|name| {
                let rest = Span::new(name.title.end, name.span.end).trimmed(text).of(text);
                let title = if name.title.is_empty() { String::new() } else { format!("{} | ", name.title.of(text)) };
                format!("{title}{rest}{}", if name.sure { "" } else { " ?" })
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_title_stands_before_the_name() {
        check(
            "The mayor met Sen. Gail Pruitt and Chief Executive Ida K. Moss on Tuesday.",
            &["Sen. | Gail Pruitt", "Chief Executive | Ida K. Moss"],
        );
        check(
            "Police Chief Renata Moss met Coast Guard Cmdr. Abel Rask.",
            &["Police Chief | Renata Moss", "Coast Guard Cmdr. | Abel Rask"],
        );
    }

    #[test]
    fn small_words_belong_to_names_and_bodies() {
        check(
            "She joined Ludwig van Dorn at the Office of Emergency Services and the Food and Crop Agency.",
            &["Ludwig van Dorn", "Office of Emergency Services", "Food and Crop Agency"],
        );
        check("It went to Anna Holm and Peter Rask.", &["Anna Holm", "Peter Rask"]);
    }

    #[test]
    fn one_word_at_the_head_of_a_sentence_is_not_sure() {
        check("Lisle warned them. Sales rose.", &["Lisle ?", "Sales ?"]);
        check("Yesterday the Lisle report came.", &["Lisle"]);
        check("She said: “It'll rain in Brae.”", &["Brae"]);
    }

    #[test]
    fn a_post_without_a_name_is_no_name() {
        check("The Prime Minister left with the Governor.", &[]);
    }

    #[test]
    fn a_headline_in_title_case_gives_no_names() {
        check_in("Council Backs Bigger Library Over Mayor Finch Objections", true, &[]);
    }
}
