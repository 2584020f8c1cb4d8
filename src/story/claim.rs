//! Makes the claims of a story: every figure, quote and statement, and how each is held up.

use std::cmp::Reverse;
use std::iter::successors;

use smallvec::smallvec;

use super::entity::Cast;
use super::{Claim, ClaimKind, Held, Placed, Quotation, Standing, Story, StoryBlock};
use crate::draft::{Place, Role};
use crate::extract::{Attribution, AttributionKind, Figure, FigureKind, QuoteKind, SourceKind, SourceMention};
use crate::language::Class;
use crate::text::{Pieces, Span};

/// Fills in the story's claims.
pub(super) fn collect(story: &mut Story, cast: &Cast) {
    let most = story.attributions.len() + story.quotations.len() + story.figures.len();
    let mut ledger = Ledger {
        story,
        cast,
        claims: Vec::with_capacity(most),
        pieces: Vec::with_capacity(most),
        latest: vec![None; story.blocks.len()],
        quoted: Quoted::of(story.quotations.iter()),
        running: Quoted::of(story.quotations.iter().filter(|quotation| 1 < quotation.spans.len())),
    };
    ledger.add_attributed();
    ledger.add_quotations();
    ledger.add_figures();
    let mut claims = ledger.claims;
    put_in_order(&mut claims);
    story.claims = claims;
}

/// Puts claims as they stand in the story, the longer first. Each is moved once: they are long themselves.
fn put_in_order(claims: &mut [Claim]) {
    let place = |(number, claim): (usize, &Claim)| {
        let Span { start, end } = claim.spans[0];
        (u64::from(start) << u32::BITS | u64::from(u32::MAX - end), rank(claim.kind), number)
    };
    let mut places: Vec<(u64, u8, usize)> = claims.iter().enumerate().map(place).collect();
    places.sort_by_key(|&(place, rank, _)| (place, rank));
    for at in 0..places.len() {
        // What stood there may have been moved away.
        let mut from = places[at].2;
        while from < at {
            from = places[from].2;
        }
        claims.swap(at, from);
    }
}

/// Statements before the quotes and figures that begin with them.
fn rank(kind: ClaimKind) -> u8 {
    match kind {
        ClaimKind::Statement => 0,
        ClaimKind::Quote => 1,
        ClaimKind::Figure(_) => 2,
    }
}

struct Ledger<'a> {
    story: &'a Story,
    cast: &'a Cast,
    /// Attributed claims first, so that what is inside them can look them up.
    claims: Vec<Claim>,
    /// The claims with a piece in some block.
    pieces: Vec<Piece>,
    /// The number of the last of them in each block.
    latest: Vec<Option<usize>>,
    quoted: Quoted,
    /// Where quotations lie that run over paragraphs: hardly any does.
    running: Quoted,
}

/// Where quotations lie.
struct Quoted {
    /// Their pieces, each by its first byte with the end of it and of all before it.
    reach: Vec<(u32, u32)>,
}

impl Quoted {
    fn of<'q>(quotations: impl Iterator<Item = &'q Quotation>) -> Self {
        let mut pieces: Vec<Span> = quotations.flat_map(|quotation| quotation.spans.iter().copied()).collect();
        pieces.sort_unstable();
        let mut end = 0;
        let reach = pieces.into_iter().map(|piece| {
            end = piece.end.max(end);
            (piece.start, end)
        });
        Self { reach: reach.collect() }
    }

    /// Whether `span` lies in one of them or beside one.
    fn touches(&self, span: Span) -> bool {
        let behind = self.reach.partition_point(|&(start, _)| start <= span.end);
        behind.checked_sub(1).is_some_and(|last| span.start <= self.reach[last].1)
    }
}

/// That a claim has a piece in a block.
struct Piece {
    /// The number of the claim.
    claim: usize,
    /// From its first word to its last.
    extent: Span,
    /// The number of the piece before it in the block.
    before: Option<usize>,
}

impl Ledger<'_> {
    /// Adds a claim that begins in the block with this number, or nearly does.
    fn add(&mut self, block: usize, kind: ClaimKind, spans: Pieces, attribution: Held) {
        let extent = spans.iter().fold(spans[0], |extent, &span| extent.to(span));
        for span in &spans {
            let is_there = self.story.blocks[block].span.covers(*span);
            let latest = &mut self.latest[if is_there { block } else { self.story.block_at(span.start) }];
            if latest.is_none_or(|latest| self.pieces[latest].claim != self.claims.len()) {
                self.pieces.push(Piece { claim: self.claims.len(), extent, before: *latest });
                *latest = Some(self.pieces.len() - 1);
            }
        }
        self.claims.push(Claim { kind, spans, attribution, checked: None });
    }

    /// The claims that have a piece in the block with this number, the latest first.
    fn within(&self, block: usize) -> impl Iterator<Item = &Claim> {
        self.pieces_in(block).map(|piece| &self.claims[piece.claim])
    }

    fn pieces_in(&self, block: usize) -> impl Iterator<Item = &Piece> {
        let latest = self.latest.get(block).copied().flatten();
        successors(latest.map(|latest| &self.pieces[latest]), |piece| piece.before.map(|before| &self.pieces[before]))
    }

    /// What somebody is said to say.
    fn add_attributed(&mut self) {
        for (number, attribution) in self.story.attributions.iter().enumerate() {
            let spans = self.content(attribution);
            if spans.is_empty() {
                continue;
            }
            let is_quote = spans.iter().all(|&span| self.is_verbatim(span));
            let kind = if is_quote { ClaimKind::Quote } else { ClaimKind::Statement };
            let held = self.held_by(number);
            self.add(attribution.block, kind, spans, held);
        }
    }

    fn held_by(&self, number: usize) -> Held {
        let attribution = &self.story.attributions[number];
        // "Losses are expected to reach $1.4 billion": by whom, nobody says.
        let names_nobody = attribution.kind == AttributionKind::Attitude && attribution.source.is_none();
        Held {
            standing: match attribution.kind {
                AttributionKind::Speech | AttributionKind::Attitude if !names_nobody => Standing::Attributed,
                _ => Standing::Hearsay,
            },
            source: self.cast.sources[number],
            source_span: attribution.source.map(|source| source.span),
            cue: Some(attribution.cue),
            via: self.cast.vias[number],
            attribution: Some(number),
        }
    }

    /// The content with what lies beyond the paragraph: the rest of a quotation that runs on,
    /// and what a colon at the paragraph's end announces.
    fn content(&self, attribution: &Placed<Attribution>) -> Pieces {
        let mut spans = Pieces::from_slice(&attribution.content);
        if attribution.announces {
            spans.extend(self.announced(attribution));
        }
        let last = spans.last().copied();
        if let Some(quotation) =
            last.filter(|&span| self.running.touches(span)).and_then(|span| self.quotation_around(span))
        {
            let rest = quotation.spans.iter().filter(|piece| last.is_some_and(|last| last.end < piece.start));
            spans.extend(rest.copied());
        }
        spans
    }

    /// What follows a block that ends in a colon: a quotation, or a block quote.
    fn announced(&self, attribution: &Placed<Attribution>) -> Pieces {
        let block = attribution.block;
        let Some(next) = self.story.blocks.get(block + 1) else { return Pieces::new() };
        if let Place::Quote { quote } = next.place {
            let pieces = self.story.blocks[block + 1..]
                .iter()
                .take_while(|piece| piece.place == Place::Quote { quote } && piece.role == Role::BlockQuote);
            return pieces.map(|piece| piece.span).collect();
        }
        let opening = self.story.quotations.iter().find(|quotation| quotation.spans[0].start == next.span.start);
        if let Some(quotation) = opening {
            return quotation.spans.clone();
        }
        // "The rankings:" and "the victims:" stand over a list of their own.
        let can_report = |source: SourceMention| !matches!(source.kind, SourceKind::Group | SourceKind::Document);
        if attribution.source.is_some_and(can_report) { self.reported_behind(block + 1) } else { Pieces::new() }
    }

    /// "Ruiz argued that:", and then in paragraphs of their own what she argued: the first, and with it those that begin
    /// with the same mark or in small letters, as lists do in plain text.
    fn reported_behind(&self, first: usize) -> Pieces {
        let is_prose = |block: &&StoryBlock| block.role == Role::Paragraph && block.place == Place::Flow;
        let is_free = |number: usize| self.story.attributions_of(number).is_empty();
        let opening = |block: &StoryBlock| self.story.text_of(block.span).split(' ').next().unwrap_or_default();
        let blocks = &self.story.blocks[first..];
        let Some(lead) = blocks.first().filter(is_prose).filter(|_| is_free(first)) else { return Pieces::new() };
        let mark = opening(lead);
        let is_item = |block: &&StoryBlock| mark.len() < 3 && opening(block) == mark && is_prose(block);
        let more = blocks[1..].iter().take_while(is_item);
        std::iter::once(lead).chain(more).map(|block| block.span).collect()
    }

    /// Whether the words are the speaker's own: between quotation marks, or set apart as a block quote.
    fn is_verbatim(&self, span: Span) -> bool {
        self.story.blocks[self.story.block_at(span.start)].role == Role::BlockQuote
            || self.quotation_around(span).is_some()
    }

    fn quotation_around(&self, span: Span) -> Option<&Quotation> {
        // Most of what is said is not quoted.
        if !self.quoted.touches(span) {
            return None;
        }
        let behind = self.story.quotations.partition_point(|quotation| quotation.spans[0].start <= span.start);
        // A quotation that runs over paragraphs may begin before others that lie between its pieces.
        let mut near = self.story.quotations[..behind].iter().rev().take(8);
        let touches = |quotation: &&Quotation| quotation.spans.iter().any(|piece| span.start <= piece.end);
        let first = near.find(touches)?;
        let span = span.trimmed(&self.story.text);
        let covers = |quotation: &&Quotation| quotation.spans.iter().any(|piece| piece.covers(span));
        std::iter::once(first).chain(near).find(covers)
    }

    /// Quotations that no attribution covers.
    fn add_quotations(&mut self) {
        let mut block_quotes: Vec<u32> = Vec::new();
        for (number, block) in self.story.blocks.iter().enumerate() {
            if let (Place::Quote { quote }, Role::BlockQuote) = (block.place, block.role)
                && !block_quotes.contains(&quote)
            {
                block_quotes.push(quote);
                self.add_block_quote(number, quote);
            }
        }
        for quotation in &self.story.quotations {
            let is_said = matches!(quotation.kind, QuoteKind::Speech | QuoteKind::Fragment);
            if is_said && self.covering(quotation.block, quotation.spans[0]).is_none() {
                let attribution =
                    self.carried_quote(quotation).or_else(|| self.told_later(quotation)).unwrap_or(Held::BY_NOBODY);
                self.add(quotation.block, ClaimKind::Quote, Pieces::from_slice(&quotation.spans), attribution);
            }
        }
    }

    /// “We saw a light, and then in the next paragraph “It was all hands,” he said: one quotation, whose speaker is named
    /// where it goes on.
    fn told_later(&self, quotation: &Quotation) -> Option<Held> {
        let rest = quotation.spans.get(1..)?;
        rest.iter()
            .find_map(|&piece| self.covering(self.story.block_at(piece.start), piece))
            .map(|claim| claim.attribution)
    }

    /// A block quote is somebody's words with or without quotation marks.
    fn add_block_quote(&mut self, first: usize, quote: u32) {
        let blocks = self.story.blocks[first..].iter().take_while(|block| block.place == Place::Quote { quote });
        let spans: Pieces = blocks.filter(|block| block.role == Role::BlockQuote).map(|block| block.span).collect();
        if self.covering(first, spans[0]).is_some()
            || self.story.attributions.iter().any(|attribution| attribution.block == first)
        {
            return;
        }
        let cite = self.cast.cites.iter().find(|cite| cite.0 == quote);
        let attribution = cite.map_or(Held::BY_NOBODY, |&(_, source, span)| Held {
            standing: Standing::Attributed,
            source: Some(source),
            source_span: Some(span),
            ..Held::BY_NOBODY
        });
        self.add(first, ClaimKind::Quote, spans, attribution);
    }

    /// Who still speaks when a quotation has no cue of its own: the last to speak in the paragraph,
    /// or, where the quotation opens its paragraph, whoever was quoted at the end of the one before: their quotation
    /// goes on, and stands as it stood.
    fn carried_quote(&self, quotation: &Quotation) -> Option<Held> {
        let start = quotation.spans[0].start;
        if let Some(speaker) = self.story.last_to_speak(quotation.block, start) {
            // "Ruiz said the bridge held, but that it was “a near thing”"
            return Some(if self.says_too(speaker, start) { self.held_by(speaker) } else { self.carried(speaker) });
        }
        let opens = self.story.blocks[quotation.block].span.start == start;
        let before = quotation.block.checked_sub(1).filter(|_| opens)?;
        let within = self.story.blocks[before].span;
        let is_quote = |claim: &&Claim| claim.kind == ClaimKind::Quote && claim.attribution.source.is_some();
        let quoted = self.within(before).filter(is_quote).filter(|claim| {
            let last = claim.spans[claim.spans.len() - 1];
            // A few words quoted within a sentence are over with it.
            let is_speech = self.quotation_around(last).is_none_or(|quotation| quotation.kind == QuoteKind::Speech);
            within.covers(last) && is_speech
        });
        let Some(last) = quoted.min_by_key(|claim| Reverse(claim.spans[claim.spans.len() - 1].end)) else {
            return self.taken_up(quotation, before);
        };
        // The next paragraph of a transcript is the next speaker's, and a signature closes what it signs.
        let is_signed =
            last.attribution.cue.is_none_or(|cue| !self.story.text_of(cue).starts_with(char::is_alphabetic));
        let standing = if is_signed { Standing::Carried } else { last.attribution.standing };
        Some(Held { standing, ..last.attribution })
    }

    /// Who told of it without quotation marks at the end of the paragraph before: "The harbour, Moss said, would not
    /// silt up.", and then in a paragraph of its own “That is because the tide runs fast there.”
    fn taken_up(&self, quotation: &Quotation, before: usize) -> Option<Held> {
        let speaker = self.story.last_to_speak(before, self.story.blocks[before].span.end)?;
        let is_alone = self.story.attributions_of(quotation.block).is_empty();
        (is_alone && self.story.takes_up_words_of(speaker, quotation)).then(|| self.carried(speaker))
    }

    /// Whether the quotation at `start` belongs to the sentence that `speaker` has begun to say, with no other verb
    /// between: "Ruiz said the bridge held, but that it was “a near thing”".
    fn says_too(&self, speaker: usize, start: u32) -> bool {
        const VERBS: &[Class] = &[Class::Past, Class::Third, Class::Be, Class::Have, Class::Modal, Class::Ing];
        let attribution = &self.story.attributions[speaker];
        let told = attribution.content.iter().map(|piece| piece.end).filter(|&end| end <= start).max();
        let from = told.unwrap_or(attribution.cue.end).max(attribution.cue.end);
        if attribution.sentence != self.story.sentence_at(start) || start < from {
            return false;
        }
        let block = self.story.blocks[attribution.block].span;
        let mut between = self.story.tokens_in(Span::new(from, start)).iter();
        !between.any(|token| {
            let word = token.span.shifted(block.start).of(&self.story.text);
            token.classes.has_any(VERBS) || (word.ends_with("ed") && word.len() > 4)
        })
    }

    fn carried(&self, number: usize) -> Held {
        Held { standing: Standing::Carried, ..self.held_by(number) }
    }

    /// Every figure is a claim of its own, held up by the statement or quote that it stands in.
    fn add_figures(&mut self) {
        for number in 0..self.story.figures.len() {
            let Placed { block, mention: Figure { span, .. }, .. } = self.story.figures[number];
            let attribution = self.hold_figure(number);
            self.add(block, ClaimKind::Figure(number), smallvec![span], attribution);
        }
    }

    fn hold_figure(&self, number: usize) -> Held {
        let figure = &self.story.figures[number];
        if let Some(claim) = self.covering(figure.block, figure.number) {
            return claim.attribution;
        }
        // Nobody asks who says an age, a duration or a score, so nobody goes on saying them.
        if matches!(figure.kind, FigureKind::Age | FigureKind::Duration | FigureKind::Score) {
            return Held::BY_NOBODY;
        }
        let speaker = self.still_speaking(number).or_else(|| self.introduced(figure.block));
        speaker.map_or(Held::BY_NOBODY, |speaker| self.carried(speaker))
    }

    /// Who speaks before the figure in its paragraph and has not been left behind.
    fn still_speaking(&self, number: usize) -> Option<usize> {
        // How many claims back the last figure that was no time may be.
        const TIMES: usize = 3;
        let figure = &self.story.figures[number];
        let speaker = self.story.last_to_speak(figure.block, figure.number.start)?;
        // The claim made last is that of the figure before. "Up from 64 four years ago": a time told meanwhile leaves the
        // count what it was.
        let figures = self.claims.iter().rev().map_while(|claim| match claim.kind {
            ClaimKind::Figure(told) => Some((claim, told)),
            ClaimKind::Quote | ClaimKind::Statement => None,
        });
        let is_time = |told: usize| matches!(self.story.figures[told].kind, FigureKind::Age | FigureKind::Duration);
        let last = figures.take(TIMES).find(|&(_, told)| !is_time(told));
        let told = last.filter(|(claim, _)| claim.attribution.attribution == Some(speaker)).map(|(_, told)| told);
        self.story.goes_on(&self.story.attributions[speaker], number, told).then_some(speaker)
    }

    /// Who speaks in a list or table: whoever the paragraph that leads into it names.
    fn introduced(&self, block: usize) -> Option<usize> {
        if matches!(self.story.blocks[block].place, Place::Flow | Place::Quote { .. }) {
            return None;
        }
        let lead =
            self.story.blocks[..block].iter().rposition(|lead| lead.place == Place::Flow && lead.role != Role::Note)?;
        let span = self.story.blocks[lead].span;
        self.story.text_of(span).ends_with(':').then(|| self.story.last_to_speak(lead, span.end)).flatten()
    }

    /// The claim of the narrowest content that covers `span`, which begins in this block, and does not name it as the
    /// source ("54 percent of voters say").
    fn covering(&self, block: usize, span: Span) -> Option<&Claim> {
        let covers = |claim: &&Claim| {
            claim.spans.iter().any(|piece| piece.covers(span))
                && !claim.attribution.source_span.is_some_and(|source| source.covers(span))
        };
        let width = |claim: &&Claim| claim.spans.iter().map(|piece| piece.len()).sum::<u32>();
        // Of two as narrow, the earlier.
        let near = self.pieces_in(block).filter(|piece| piece.extent.covers(span));
        let near = near.map(|piece| &self.claims[piece.claim]);
        near.filter(covers).max_by_key(|claim| Reverse(width(claim)))
    }
}
