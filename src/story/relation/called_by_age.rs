//! Whom "the 49-year-old" means: the one whose age the story gives further up, if nobody else can be called so.

use rust_decimal::Decimal;

use super::life::{Aged, Lives, Telling};
use super::name_words::{bare, is_called, is_place, surname};
use super::of_today::is_today;
use super::unnamed_beside::has_other;
use super::{Story, lone_age};
use crate::extract::{Figure, Name, SourceKind, SourceMention};
use crate::language::{Class, Token, TokenKind};
use crate::story::passage::Passage;
use crate::story::{FullNames, Placed};
use crate::text::Span;

/// How many years a mistyped age is off.
const SLIP: u32 = 4;

/// "The 49-year-old": the one whose age the story gives just before, if nobody else can be called so.
pub(super) fn called_by_age<'a, 'b>(story: &Story, lives: &'b Lives<'a>, aged: &Aged<'a>) -> Option<&'b Aged<'a>> {
    const CLOSE: &[Class] = &[
        Class::Say,
        Class::Be,
        Class::Have,
        Class::Preposition,
        Class::Relative,
        Class::Subordinator,
        Class::Coordinator,
        Class::Modal,
        Class::Past,
        Class::Adverb,
        Class::Pronoun,
        Class::Determiner,
    ];
    let figure = aged.entry.figure;
    let passage = Passage::of_sentence(story, figure.sentence)?;
    let (words, at) = (passage.words, passage.position(figure.number.start));
    let behind = passage.position(figure.span.end);
    // "The 49-year-old father of three", "the 49-year-old Brae native"
    let is_described = words.is_any(behind, PARENTS) && words.is(behind + 1, "of")
        || words.is_capitalized(behind) && words.is_any(behind + 1, &["native", "resident"]);
    // "The 61-year-old plans to": what "to" goes on from is a verb.
    let is_plan = words.written(behind).ends_with('s') && words.is(behind + 1, "to");
    // "Friends of the 29-year-old blocked the road"
    let is_deed = words.written(behind).ends_with("ed")
        && [Class::Determiner, Class::Preposition, Class::Pronoun].iter().any(|&class| words.has(behind + 1, class));
    let is_noun = words.is_word(behind)
        && !is_described
        && !is_plan
        && !is_deed
        && !CLOSE.iter().any(|&class| words.has(behind, class));
    if story.is_quoted(figure.number)
        || !words.is(at.wrapping_sub(1), "the")
        || !words.is_hyphen(at + 1)
        || aged.telling == Telling::Apposed
    {
        return None;
    }
    let meets =
        |other: &Aged<'_>| other.entry.claim != aged.entry.claim && other.entry.figure.interval.meets(figure.interval);
    let is_known = || lives.ages.iter().any(meets) || is_apposed_before(story, figure);
    // "The 49-year-old fitter" may be somebody new, unless his age is all but that of whom the story speaks.
    if is_noun {
        let is_slip = |other: &&Aged<'_>| (other.entry.figure.value - figure.value).abs() <= Decimal::from(SLIP);
        let meant = || tagged(story, lives, aged).or_else(|| opens_next(story, lives, aged).filter(is_slip));
        return meant().filter(|_| !is_known());
    }
    let near = lives.ages.iter().filter(|other| {
        let block = other.entry.figure.block;
        other.telling == Telling::Apposed
            && other.entry.claim < aged.entry.claim
            && block == figure.block
            && is_today(story, other)
    });
    let near: Vec<&Aged<'_>> = near.collect();
    let speaks = |span: Span| {
        story.attributions.iter().any(|attribution| attribution.source.is_some_and(|source| source.span.overlaps(span)))
    };
    let mut before = story.attributions_of(figure.block).iter().filter_map(|attribution| attribution.source);
    let is_speaker = |source: &SourceMention| source.span.end <= figure.span.start && source.kind == SourceKind::Person;
    let speaker = before.rfind(is_speaker);
    let is_his = |other: &&&Aged<'_>| {
        speaker.is_some_and(|speaker| story.text_of(speaker.head).ends_with(story.text_of(other.name)))
    };
    let by_speaker = near.iter().find(is_his).copied();
    let first = near.first().map_or(figure.span.start, |first| first.entry.figure.span.start);
    let between = story.names.iter().filter(|name| first < name.span.start && name.span.end <= figure.span.start);
    let others = between.filter(|name| !is_place(story, name));
    let are_alone = near.len() == 1 && others.into_iter().all(|name| speaks(name.span)) && !speaks(figure.span);
    by_speaker
        .or(near.first().copied().filter(|_| are_alone))
        .or_else(|| near.first().copied().filter(|first| near.len() == 1 && is_only_person(story, first, figure)))
        .or_else(|| goes_on_about(story, lives, aged))
        .or_else(|| speaks_again(story, lives, aged))
        .or_else(|| opens_next(story, lives, aged))
        .or_else(|| lone_age::only_aged(story, lives, aged))
        .filter(|_| !is_known())
}

/// "First-time buyer Kim Ek, 28, has lost four. “I cry,” said the 31-year-old nurse.": a tag behind a quotation, where the
/// paragraph tells of nobody else.
fn tagged<'a, 'b>(story: &Story, lives: &'b Lives<'a>, aged: &Aged<'a>) -> Option<&'b Aged<'a>> {
    let figure = aged.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let [.., mark, say, the] = before else { return None };
    let is_tag = say.is(Class::Say) && the.of(text).eq_ignore_ascii_case("the") && mark.kind != TokenKind::Word;
    let is_now = |other: &&Aged<'_>| {
        other.telling == Telling::Apposed
            && !other.name.is_empty()
            && other.entry.claim < aged.entry.claim
            && other.entry.figure.block == figure.block
            && is_today(story, other)
    };
    let mut near = lives.ages.iter().filter(is_now);
    let only = near.next().filter(|_| is_tag && near.next().is_none())?;
    is_only_person(story, only, figure).then_some(only)
}

/// What somebody is who has children.
const PARENTS: &[&str] = &["dad", "father", "grandfather", "grandmother", "mother", "mum"];

/// "A woman, 33, was held. The 33-year-old": the number stands between commas above, whatever it was read as.
fn is_apposed_before(story: &Story, figure: &Placed<Figure>) -> bool {
    let number = story.text_of(figure.number);
    let digits = number.split(|mark: char| !mark.is_ascii_digit()).next().unwrap_or_default();
    let above = &story.text[..figure.span.start as usize];
    !digits.is_empty() && above.contains(&format!(", {digits},"))
}

/// "Ada Ek, 28, won. “I had nothing left,” the 26-year-old said": nobody else is told of in the paragraph.
fn is_only_person(story: &Story, first: &Aged<'_>, figure: &Placed<Figure>) -> bool {
    let surname = surname(story.text_of(first.name));
    let mut people = people_before(story, figure);
    let is_alone = people.all(|name| is_called(story.text_of(name.span), surname));
    is_alone && !has_other(story, figure)
}

/// "The owner, Jon Holm, 41, has lent it money.", and at the head of the next paragraph "The 43-year-old, who": the only
/// one in the paragraph before whose age it gives, and the only one whom it names in full.
fn opens_next<'a, 'b>(story: &Story, lives: &'b Lives<'a>, aged: &Aged<'a>) -> Option<&'b Aged<'a>> {
    let figure = aged.entry.figure;
    let before = figure.block.checked_sub(1)?;
    let block = story.blocks[figure.block].span;
    // “I like bees,” said the 49-year-old.
    let told = story.tokens_in(Span::new(block.start, figure.span.start)).iter();
    let told = told.filter(|token| token.kind == TokenKind::Word && !story.is_quoted(token.span.shifted(block.start)));
    let told: Vec<&Token> = told.collect();
    let is_tag = told.len() == 2 && told[0].is(Class::Say);
    if 1 < told.len() && !is_tag {
        return None;
    }
    let is_now = |other: &&Aged<'_>| other.telling == Telling::Apposed && is_today(story, other);
    let mut known = lives.ages.iter().filter(|other| other.entry.figure.block == before).filter(is_now);
    let only = match (known.next(), known.next()) {
        (Some(only), None) => only,
        (None, _) => {
            // The paragraph before is about one person, whose age stands further up.
            let mut people = story.names.iter().filter(|name| name.block == before && !is_place(story, name));
            let surname = surname(bare(story.text_of(people.next()?.span)));
            let mut further = lives.ages.iter().filter(|other| other.entry.figure.block < before).filter(is_now);
            let only = further.find(|other| is_called(story.text_of(other.name).trim(), surname))?;
            people.all(|name| is_called(story.text_of(name.span), surname)).then_some(only)?
        }
        _ => return None,
    };
    let surname = surname(story.text_of(only.name));
    let FullNames(names) = story.note(before);
    let is_alone = names.iter().filter(|name| name.is_persons).all(|name| name.written.ends_with(surname));
    (is_alone && !story.block_has(before, Class::Kin)).then_some(only)
}

/// "Lund said he was tired. “I mind it,” the 36-year-old added": the only one who speaks in the paragraph, whose age stands
/// further up.
fn speaks_again<'a, 'b>(story: &Story, lives: &'b Lives<'a>, aged: &Aged<'a>) -> Option<&'b Aged<'a>> {
    let figure = aged.entry.figure;
    let spoken = story.attributions_of(figure.block);
    let own =
        spoken.iter().find(|attribution| attribution.source.is_some_and(|source| source.span.overlaps(figure.span)))?;
    let before = spoken.iter().filter_map(|attribution| attribution.source);
    let before: Vec<SourceMention> = before.filter(|source| source.span.end <= figure.span.start).collect();
    let speaker = before.last().filter(|last| last.kind == SourceKind::Person)?;
    let surname = surname(story.text_of(speaker.head));
    let block = story.blocks[figure.block].span;
    let mut people = people_before(story, figure).filter(|name| !story.is_quoted(name.span));
    let is_alone = people.all(|name| is_called(story.text_of(name.span), surname));
    let has_kin = story.tokens_in(Span::new(block.start, figure.span.start)).iter().any(|word| word.is(Class::Kin));
    // A son may speak up between; who adds something has spoken before.
    let goes_on = ["added", "continued", "went on"].contains(&story.text_of(own.cue));
    let mut known = lives.ages.iter().filter(|other| {
        other.telling == Telling::Apposed
            && other.entry.claim < aged.entry.claim
            && is_today(story, other)
            && is_called(story.text_of(other.name).trim(), surname)
    });
    known.next().filter(|_| is_alone && (goes_on || !has_kin))
}

/// "Lund has been offered a bed. The 76-year-old said": the one whom the paragraph is about, whose age stands further up.
fn goes_on_about<'a, 'b>(story: &Story, lives: &'b Lives<'a>, aged: &Aged<'a>) -> Option<&'b Aged<'a>> {
    let figure = aged.entry.figure;
    let passage = Passage::of_sentence(story, figure.sentence)?;
    let opens = passage.position(figure.number.start) == passage.first + 1;
    let person = aged.person.filter(|_| opens)?;
    let first = lives.ages.iter().find(|other| {
        other.person == Some(person)
            && other.telling == Telling::Apposed
            && other.entry.claim < aged.entry.claim
            && is_today(story, other)
    })?;
    let surname = surname(story.text_of(first.name));
    let mut people = people_before(story, figure).peekable();
    let is_alone = people.peek().is_some() && people.all(|name| is_called(story.text_of(name.span), surname));
    (is_alone && !has_other(story, figure)).then_some(first)
}

/// The names in the paragraph of a figure before it, but for places.
fn people_before<'a>(story: &'a Story, figure: &'a Placed<Figure>) -> impl Iterator<Item = &'a Placed<Name>> {
    let before = story.names.iter().filter(|name| name.block == figure.block && name.span.end <= figure.span.start);
    before.filter(|name| !is_place(story, name))
}
