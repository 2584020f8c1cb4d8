//! Splits a block's text into sentences.
//!
//! Knows full stops that end nothing (abbreviations, initials, those inside a quotation) and marks that follow
//! the end (closing brackets and quotation marks, the desk's `[CQ]`). A colon or semicolon ends no sentence.

use super::{Class, Token, TokenKind};
use crate::text::Span;

/// The sentences of `text`, in order, without the white space between them.
///
/// `quotes` are the outer quotations of the text in order, marks included: a full stop inside one ends no
/// sentence, unless the quotation ends with it and a new sentence begins behind.
pub fn split_sentences(text: &str, tokens: &[Token], quotes: &[Span]) -> Vec<Span> {
    let ends_in_stop = |token: &Token| text.as_bytes()[token.span.end as usize - 1] == b'.';
    let mut sentences = Vec::new();
    let mut upcoming = 0;
    let mut first = 0;
    let mut index = 0;
    while index < tokens.len() {
        // No word ends a sentence but one with a full stop of its own.
        let may_end = |token: &Token| token.kind != TokenKind::Word || ends_in_stop(token);
        let Some(skipped) = tokens[index..].iter().position(may_end) else { break };
        index += skipped;
        let token = tokens[index];
        while quotes.get(upcoming).is_some_and(|quote| quote.end <= token.span.start) {
            upcoming += 1;
        }
        let around = quotes.get(upcoming).filter(|quote| quote.covers(token.span));
        let next_quote = quotes.get(upcoming + usize::from(around.is_some())).map_or(u32::MAX, |quote| quote.start);
        let reader = Reader { text, tokens, first, next_quote };
        let end = match around {
            Some(quote) if quote.end == token.span.end => reader.end_of_quote(index),
            Some(_) => None,
            None => reader.end_of_words(index),
        };
        if let Some(end) = end {
            sentences.push(tokens[first].span.to(tokens[end - 1].span));
            first = end;
            index = end;
        } else {
            index += 1;
        }
    }
    if let (Some(start), Some(end)) = (tokens.get(first), tokens.last()) {
        sentences.push(start.span.to(end.span));
    }
    sentences
}

/// How strongly the last words of a sentence say that it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// A full stop of its own.
    Full,
    /// A question mark, an exclamation mark, an ellipsis: within a quotation the sentence may go on.
    Open,
    /// The full stop of an abbreviation: only a word that opens a sentence shows that it ends one too.
    Shared,
    /// The full stop of "p.m.": any capitalised word but a day, a month or a time zone.
    Clock,
}

/// The tokens of a block, where the current sentence began, and where the next quotation opens.
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    first: usize,
    next_quote: u32,
}

/// No more closing marks than this follow the end of a sentence; a bound keeps odd input cheap.
const CLOSING_MARKS: usize = 8;

/// Tokens within which a desk's mark behind a sentence must close.
const MARK_LENGTH: usize = 24;

impl Reader<'_> {
    fn word(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| token.of(self.text))
    }

    /// The token behind the sentence, if one ends with the token at `index`.
    fn end_of_words(&self, index: usize) -> Option<usize> {
        let stop = self.stop_at(index)?;
        let end = self.with_closing_marks(index + 1);
        self.begins_sentence(end, stop, index).then_some(end)
    }

    /// The same where the token at `index` closes a quotation.
    fn end_of_quote(&self, index: usize) -> Option<usize> {
        let last = (self.first..=index).rev().take(CLOSING_MARKS).find(|&index| !self.is_closing_mark(index))?;
        let stop = self.stop_at(last)?;
        let end = self.with_closing_marks(index + 1);
        // "“Who Cares?” Tuesday": a title's own mark.
        let is_dated = self.word(end).ends_with("day");
        let goes_on = match stop {
            Stop::Open => is_dated || self.begins_attribution(end),
            Stop::Full => self.is_attribution(end),
            Stop::Shared | Stop::Clock => false,
        };
        (!goes_on && self.begins_sentence(end, stop, last)).then_some(end)
    }

    fn stop_at(&self, index: usize) -> Option<Stop> {
        let token = self.tokens[index];
        match (token.kind, self.word(index)) {
            (TokenKind::Punctuation, "." | "..") => self.full_stop_at(index),
            // With a space in front it stands for words left out.
            (TokenKind::Punctuation, "…" | "...") => token.glued.then_some(Stop::Open),
            (TokenKind::Punctuation, "?" | "!" | "‽") => {
                let name_start = index.checked_sub(1).map(|before| self.tokens[before].span).filter(|_| token.glued);
                let is_name = name_start.is_some_and(|name| is_abbreviation(name.to(token.span).of(self.text)));
                Some(if is_name { Stop::Shared } else { Stop::Open })
            }
            (TokenKind::Word, word) if word.ends_with('.') => {
                let leads = token.classes.has_any(&[Class::LeadingAbbreviation, Class::NumberedAbbreviation]);
                let is_clock = ["a.m.", "p.m."].iter().any(|half| word.eq_ignore_ascii_case(half));
                (!leads).then_some(if is_clock { Stop::Clock } else { Stop::Shared })
            }
            _ => None,
        }
    }

    /// None for the full stop of a list's number: "1. The council".
    fn full_stop_at(&self, index: usize) -> Option<Stop> {
        let is_list_number = index == self.first + 1 && self.tokens[self.first].kind == TokenKind::Number;
        (!is_list_number).then_some(Stop::Full)
    }

    /// The token behind the closing brackets, quotation marks and desk's marks that follow the end of a sentence.
    fn with_closing_marks(&self, start: usize) -> usize {
        let belongs = |&index: &usize| {
            let token = self.tokens[index];
            token.glued && token.span.start < self.next_quote && (self.is_closing_mark(index) || self.is_stop(index))
        };
        let reach = start..self.tokens.len().min(start + CLOSING_MARKS);
        let end = start + reach.take_while(belongs).count();
        self.behind_desk_mark(end).unwrap_or(end)
    }

    fn is_closing_mark(&self, index: usize) -> bool {
        matches!(self.word(index), ")" | "]" | "}" | "\"" | "”" | "’" | "'" | "''" | "»" | "›")
    }

    fn is_stop(&self, index: usize) -> bool {
        matches!(self.word(index), "." | "?" | "!" | "…" | "..." | "..")
    }

    /// `… rose to $4 million. [CQ] The council`: the mark speaks of what it follows.
    fn behind_desk_mark(&self, start: usize) -> Option<usize> {
        let close = match self.word(start) {
            "[" => "]",
            "(" => ")",
            _ => return None,
        };
        let is_mark = ["cq", "stet"].iter().any(|mark| self.word(start + 1).eq_ignore_ascii_case(mark));
        let found = (start + 2..start + MARK_LENGTH).find(|&index| self.word(index) == close);
        found.filter(|_| is_mark).map(|index| index + 1)
    }

    /// Whether a sentence can begin at the token `start` behind `stop`, which stands at `last`.
    fn begins_sentence(&self, start: usize, stop: Stop, last: usize) -> bool {
        let Some(next) = self.tokens.get(start) else { return true };
        let lead = (start..self.tokens.len().min(start + 4)).find(|&index| !self.is_opening_mark(index));
        let Some(lead) = lead else { return !next.glued };
        if next.glued {
            return stop == Stop::Full && self.is_missing_space(last, start);
        }
        let token = self.tokens[lead];
        match stop {
            Stop::Full | Stop::Open => self.can_begin(lead),
            // "MILLBROOK, Pa. - The council" is a dateline.
            Stop::Shared if self.tokens[start].kind == TokenKind::Dash => false,
            Stop::Shared => self.opens_surely(token, lead) || self.follows_place(last, lead),
            Stop::Clock => self.can_begin(lead) && !self.goes_with_clock(lead),
        }
    }

    fn is_opening_mark(&self, index: usize) -> bool {
        let token = self.tokens[index];
        token.kind == TokenKind::QuoteMark
            || matches!(self.word(index), "(" | "[" | "{" | "$" | "£" | "€" | "¥" | "…")
            || token.kind == TokenKind::Dash
    }

    fn can_begin(&self, index: usize) -> bool {
        let word = self.word(index);
        let mut letters = word.chars();
        match letters.next() {
            // A name such as eBay or iPhone may begin one.
            Some(first) if first.is_lowercase() => letters.next().is_some_and(char::is_uppercase),
            Some(first) => first.is_alphanumeric() || matches!(first, '@' | '#' | '•' | '*' | '.'),
            None => false,
        }
    }

    fn opens_surely(&self, token: Token, index: usize) -> bool {
        token.is(Class::SentenceStarter) && self.word(index).starts_with(char::is_uppercase)
    }

    /// "in Millbrook, Pa. Together they": within its sentence a state stands between commas.
    fn follows_place(&self, state: usize, lead: usize) -> bool {
        let is_place = 1 < state && self.word(state - 1) == "," && !matches!(self.word(state), "Jr." | "Sr.");
        let goes_on_small = self.word(lead + 1).starts_with(char::is_lowercase);
        is_place && goes_on_small && self.can_begin(lead)
    }

    /// "at 5 p.m. Thursday", "at 5 p.m. EST".
    fn goes_with_clock(&self, index: usize) -> bool {
        let word = self.word(index).trim_end_matches('.');
        let is_zone = matches!(word, "Eastern" | "Central" | "Mountain" | "Pacific" | "Local" | "Greenwich" | "Moscow")
            || word.ends_with('T') && word.chars().all(char::is_uppercase);
        let is_month = MONTHS.iter().any(|month| word.starts_with(month));
        is_zone || is_month || word.ends_with("day") || word.starts_with(|digit: char| digit.is_ascii_digit())
    }

    /// "the end.The next": a space was forgotten between two words of prose.
    fn is_missing_space(&self, stop: usize, next: usize) -> bool {
        let before = stop.checked_sub(1).map_or("", |index| self.word(index));
        let after = self.word(next);
        1 < before.len()
            && before.chars().all(char::is_lowercase)
            && self.tokens[next].is(Class::SentenceStarter)
            && after.starts_with(char::is_uppercase)
    }

    /// "“Is it over?” Smith asked": behind a question within marks, a speaker and a verb of speech go on
    /// with the sentence. "Smith said the town was lost" begins a new one, for what is said follows the verb.
    fn begins_attribution(&self, start: usize) -> bool {
        let reach = start..self.tokens.len().min(start + ATTRIBUTION_LENGTH);
        for index in reach {
            let token = self.tokens[index];
            if token.is(Class::SpeechVerb) && !token.is(Class::SpeechNoun) {
                return start == index || !self.begins_content(index + 1, self.word(index));
            }
            if GOING_ON.contains(&(self.word(index), self.word(index + 1))) {
                return true;
            }
            let is_broken =
                token.kind == TokenKind::QuoteMark || matches!(self.word(index), "." | "?" | "!" | ";" | ":");
            if is_broken {
                return false;
            }
        }
        false
    }

    /// "“The quay is closed.” Ida Moss said.": a full stop typed for the comma that a speaker and a verb of speech
    /// leave no doubt of, where nothing else stands in the sentence.
    fn is_attribution(&self, start: usize) -> bool {
        // "He said, “We left.” Ruiz spoke.": there the quotation has a speaker already.
        if self.tokens[self.first].kind != TokenKind::QuoteMark {
            return false;
        }
        let is_name = |index: &usize| {
            let token = self.tokens[*index];
            let is_person = !token.is(Class::SubjectPronoun) || matches!(self.word(*index), "He" | "She" | "They");
            token.kind == TokenKind::Word && is_person && self.word(*index).starts_with(char::is_uppercase)
        };
        let reach = self.tokens.len().min(start + LONGEST_SPEAKER);
        let names = (start..reach).take_while(is_name).count();
        let verb = start + names;
        let says =
            self.tokens.get(verb).is_some_and(|token| token.is(Class::SpeechVerb) && !token.is(Class::SpeechNoun));
        let behind = if self.word(verb + 1).ends_with("day") { verb + 2 } else { verb + 1 };
        let goes_on =
            ["after", "as", "before", "while"].iter().any(|word| self.word(behind).eq_ignore_ascii_case(word));
        0 < names && says && (self.tokens.len() <= behind || goes_on || self.word(behind) == ".")
    }

    fn begins_content(&self, index: usize, verb: &str) -> bool {
        let takes_hearer = ["ask", "told", "tell"].iter().any(|stem| verb.starts_with(stem));
        let is_content = self.tokens.get(index).is_some_and(|token| token.is(Class::SubjectPronoun))
            || matches!(self.word(index), "the" | "a" | "an" | "his" | "her" | "their" | "its" | "no");
        is_content && !takes_hearer
    }
}

/// Tokens between a quotation and the verb that attributes it:
/// "Ann Ruiz, a retired fitter from the yard at Millbrook, asked".
const ATTRIBUTION_LENGTH: usize = 16;

/// Verbs that are verbs of speech only with the word behind them: "“Is it over?” Smith went on."
const GOING_ON: &[(&str, &str)] = &[
    ("broke", "in"),
    ("called", "out"),
    ("chimed", "in"),
    ("cried", "out"),
    ("cut", "in"),
    ("fired", "back"),
    ("goes", "on"),
    ("jumped", "in"),
    ("shot", "back"),
    ("went", "on"),
];

/// Words of a speaker's name and title: "Deputy Mayor Ida Moss".
const LONGEST_SPEAKER: usize = 6;

const MONTHS: &[&str] = &["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

fn is_abbreviation(word: &str) -> bool {
    super::Lexicon::shared().classes(word).has(Class::Abbreviation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tokenize;

    /// Splits `text` and expects the cut at each `|`, which is taken out first.
    /// What stands between “ and ” is a quotation.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let mut quotes = Vec::new();
        let mut rest = 0;
        while let Some(start) = text[rest..].find('“').map(|at| rest + at) {
            let end = text[start..].find('”').map_or(text.len(), |at| start + at + '”'.len_utf8());
            quotes.push(Span::from_range(start..end));
            rest = end;
        }
        let sentences = split_sentences(&text, &tokenize(&text), &quotes);
        let read: Vec<&str> = sentences.iter().map(|span| span.of(&text)).collect();
        assert_eq!(read.join(" |"), marked);
    }

    #[test]
    fn full_stops_question_and_exclamation_marks_end_sentences() {
        check("The council met. |It voted 7-4.");
        check("Who pays? |Nobody knows! |The mayor left.");
        check("It cost $4.2 million. |The vote was 7-4.");
        check("Prices rose 3.5. |They fell 2.1.");
        check("Shares fell 5%. |eBay rose.");
        check("It rose 4 percent. |£3 million went missing.");
        check("He stayed. |1,200 people left.");
        check("Why?! |Nobody knows.");
        check("She fell ill. |The hall was closed.");
        check("The answer is no. |Nobody asked twice.");
        check("He hired a van for the art. |The van broke.");
        check("Émile left. |Élodie stayed.");
    }

    #[test]
    fn colons_semicolons_and_lists_end_nothing() {
        check("The plan: Build it. |The rest is silence; Ames agrees.");
        check("1. The council votes on a budget.");
        check("They want: a road, a school and J. Ruiz.");
    }

    #[test]
    fn titles_before_names_end_nothing() {
        check("Gov. Ann Ruiz met Sen. J. D. Vole and Rep. Lee.");
        check("Mr. Ames, Mrs. Ames and Dr. Hale left. |Ms. Roe stayed.");
        check("Lt. Col. P. Q. Hale and Maj. Gen. R. Moss spoke.");
        check("Ruiz v. The State was heard. |It failed.");
        check("The Rev. Otis Hale prayed.");
        check("Prof. Who knows? |Nobody.");
    }

    #[test]
    fn initials_end_nothing() {
        check("J.P. Hale of J. R. Moss & Co. Bank met W. Ruiz.");
        check("They chose Plan B. |The mayor did not.");
        check("George W. Hale left. |He was tired.");
    }

    #[test]
    fn an_abbreviation_ends_a_sentence_before_a_word_that_opens_one() {
        check("He moved to the U.S. |The family followed.");
        check("He leads the U.S. Senate. |It sits.");
        check("He is from the U.S. and stays.");
        check("She joined Moss Inc. |It failed. |Moss Inc. Chairman Lee left.");
        check("She joined Moss Corp., Hale Ltd. and Roe Bros. |They merged.");
        check("Otis Hale Jr. |He won. |Otis Hale Jr. Avenue is long.");
        check("They met in Albany, N.Y. |After that they left.");
        check("They met in Millbrook, Pa. |A vote followed.");
        check("They met in Millbrook, Pa. |Together they left. |Otis Hale, Jr. Avenue and all.");
        check("MILLBROOK, Pa. - The council met.");
        check("It sells nails, paint, etc. |We like it.");
        check("She holds a Ph.D. |Her brother does not.");
        check("They live on Main St. |It floods. |They live in St. Louis.");
        check("It was Sept. 5. |It rained. |It ended in Sept. |Then came Oct. 3.");
        check("Washington, D.C. Mayor Lee met U.N. Secretary Moss.");
    }

    #[test]
    fn clock_times_end_a_sentence_unless_a_day_or_zone_follows() {
        check("It opens at 5 p.m. |Tickets are free.");
        check("It opens at 5 p.m. Thursday at 9 a.m. Eastern and 5 P.M. EST.");
        check("It opens at 10 a.m. on March 3.");
        check("It opens at 5 p.m. Nov. 3.");
    }

    #[test]
    fn numbered_references_end_nothing() {
        check("The No. 5 seed met No. 12. |No. 3 rested.");
        check("See Fig. 3 and Vol. 2, Sec. 4.");
    }

    #[test]
    fn names_that_end_in_a_mark_go_on() {
        check("Yahoo! Inc. bought it. |Jeopardy! Champion Lee won.");
    }

    #[test]
    fn an_ellipsis_ends_a_sentence_only_against_its_last_word() {
        check("He waited… |Nobody came.");
        check("He waited... |Nobody came.");
        check("He waited ... Nobody came.");
        check("He waited… and left.");
    }

    #[test]
    fn a_quotation_that_ends_with_its_sentence_ends_the_outer_one() {
        check("He left. |“We left.” |She stayed.");
        check("“We left. We ran.” |She stayed.");
        check("“We left.” |“They stayed.”");
        check("“We left,” she said. |“They did not.”");
        check("He said “we left. We ran” and sat.");
        check("He said, “We left.” |Nobody spoke.");
        check("They called it a “raid”. |She left.");
        check("“He moved to the U.S.” |He stayed there.");
        check("“It’s over!” |The hall emptied.");
        check("“The quay is closed.” Ida Moss said.");
        check("“The quay is closed.” |Moss said it had silted up.");
    }

    #[test]
    fn an_attribution_behind_a_question_stays_with_it() {
        check("“Is it over?” Smith asked. |He left.");
        check("“No!” said Ann.");
        check("“Is it over?” Smith went on. |He left.");
        check("“Is it over?” the mayor of Millbrook, Ann Ruiz, asked.");
        check("“We were going to…” Ruiz said in court.");
        check("“Is it over?” |Smith said the town was lost.");
        check("“Is it over?” |The crowd sang. |Ruiz said no.");
        check("He won on “Who Cares?” Tuesday.");
    }

    #[test]
    fn closing_brackets_and_marks_belong_to_the_sentence_before() {
        check("He left. |(She stayed.) |They ran.");
        check("He left (she stayed). |They ran.");
        check("He left.) |They ran.");
        check("It cost $4 million. [CQ] |The vote was close. (CQ: the clerk) |It failed.");
        check("He left. |[The mayor] stayed.");
    }

    #[test]
    fn a_forgotten_space_is_seen_before_a_common_opening_word() {
        let text = "It came to an end.The crowd left at www.end.The";
        let sentences = split_sentences(text, &tokenize(text), &[]);
        assert_eq!(sentences[0].of(text), "It came to an end.");
    }

    #[test]
    fn an_empty_text_has_no_sentence() {
        check("");
        check("Moss");
    }

    mod properties {
        use proptest::prelude::*;

        use super::*;

        proptest! {
            #[test]
            fn every_token_lies_in_one_sentence(
                text in "(Gov\\.|a|He|said|U\\.S\\.|\\.|\\?|…|\"|”|\\)|\\[CQ\\]| |“|5|p\\.m\\.|é|💣){0,40}",
            ) {
                let tokens = tokenize(&text);
                let sentences = split_sentences(&text, &tokens, &[]);
                for token in &tokens {
                    let around = sentences.iter().filter(|sentence| sentence.covers(token.span)).count();
                    prop_assert_eq!(around, 1);
                }
            }
        }
    }
}
