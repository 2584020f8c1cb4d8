//! Knows which source bytes a reader's text was made of.
//!
//! A block's text is what a reader sees: no emphasis marks, no tags, entities as characters.
//! The map takes each of its spans back to the exact bytes of the file,
//! so that a caret, an edit or a rename lands on what the reporter typed.

use super::Span;

/// A run of clean text and the source bytes it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Segment {
    clean: Span,
    source: Span,
    /// Byte for byte the same as the source; otherwise it stands for the source as a whole,
    /// as `&` does for `&amp;`.
    verbatim: bool,
}

/// The way from the clean text back to the source.
///
/// Segments are sorted and cover the clean text without gaps; source bytes between them are markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    segments: Vec<Segment>,
}

impl SourceMap {
    /// The source bytes that `clean` was made of.
    ///
    /// Markup at either end stays outside; markup in the middle is covered.
    /// An empty span maps to the place in front of the character it points at.
    /// A span into the middle of a replaced run (half an entity) widens to the whole run.
    pub fn source_span(&self, clean: Span) -> Span {
        if clean.is_empty() {
            return Span::at(self.source_start(clean.start));
        }
        let start = self.source_start(clean.start);
        let last = self.segment_at(clean.end - 1);
        let end = last.map_or(start, |segment| {
            if segment.verbatim { segment.source.start + (clean.end - segment.clean.start) } else { segment.source.end }
        });
        Span::new(start, end.max(start))
    }

    /// Whether the source of `clean` is, byte for byte, the clean text: only then is a replacement safe.
    pub fn is_verbatim(&self, clean: Span) -> bool {
        let first = self.segments.partition_point(|segment| segment.clean.end <= clean.start);
        let mut touched = self.segments[first..].iter().take_while(|segment| segment.clean.start < clean.end);
        touched.all(|segment| segment.verbatim) && self.source_span(clean).len() == clean.len()
    }

    /// The clean offset of the character that holds the source byte at `offset`;
    /// `None` where that byte is markup or belongs to another block.
    pub fn clean_offset(&self, offset: u32) -> Option<u32> {
        let index = self.segments.partition_point(|segment| segment.source.end <= offset);
        let segment = self.segments.get(index).filter(|segment| segment.source.contains(offset))?;
        Some(if segment.verbatim { segment.clean.start + (offset - segment.source.start) } else { segment.clean.start })
    }

    fn source_start(&self, clean: u32) -> u32 {
        let Some(segment) = self.segment_at(clean) else {
            return self.segments.last().map_or(0, |segment| segment.source.end);
        };
        if segment.verbatim { segment.source.start + (clean - segment.clean.start) } else { segment.source.start }
    }

    fn segment_at(&self, clean: u32) -> Option<&Segment> {
        let index = self.segments.partition_point(|segment| segment.clean.end <= clean);
        self.segments.get(index)
    }
}

/// A clean text in the making, with its map.
#[derive(Clone, Debug, Default)]
pub struct CleanText {
    text: String,
    map: SourceMap,
}

impl CleanText {
    /// Adds the source bytes at `span` as they are.
    pub fn push_verbatim(&mut self, source: &str, span: Span) {
        self.push(span.of(source), span, true);
    }

    /// Adds `clean` as what the source bytes at `span` read as.
    pub fn push_replaced(&mut self, clean: &str, span: Span) {
        self.push(clean, span, false);
    }

    /// Adds one space for the break at `span`, unless nothing stands before it or a space does already.
    pub fn push_space(&mut self, source: &str, span: Span) {
        if self.text.is_empty() || self.text.ends_with(' ') {
            return;
        }
        if span.of(source) == " " {
            self.push_verbatim(source, span);
        } else {
            self.push_replaced(" ", span);
        }
    }

    /// Where in the source it begins; 0 while it is empty.
    pub fn source_start(&self) -> u32 {
        self.map.segments.first().map_or(0, |segment| segment.source.start)
    }

    /// What has been added so far.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many bytes have been added so far.
    pub fn len(&self) -> u32 {
        self.text.len() as u32
    }

    /// Whether nothing has been added yet.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text without white space at its ends, as a span of it.
    pub fn trimmed(&self) -> Span {
        Span::new(0, self.len()).trimmed(&self.text)
    }

    /// The text and its map, without white space at the ends.
    pub fn finish(self) -> (String, SourceMap) {
        let kept = self.trimmed();
        let trimmed = if kept.len() == self.len() { self } else { self.slice(kept) };
        (trimmed.text, trimmed.map)
    }

    /// The part of the text at `kept`, with the map of that part.
    #[must_use]
    pub fn slice(&self, kept: Span) -> Self {
        let first = self.map.segments.partition_point(|segment| segment.clean.end <= kept.start);
        let touched = self.map.segments[first..].iter().take_while(|segment| segment.clean.start < kept.end);
        let segments = touched.map(|segment| {
            let clean = Span::new(segment.clean.start.max(kept.start), segment.clean.end.min(kept.end));
            let source = if segment.verbatim {
                Span::new(clean.start, clean.end).shifted(segment.source.start).back(segment.clean.start)
            } else {
                segment.source
            };
            Segment { clean: clean.back(kept.start), source, verbatim: segment.verbatim }
        });
        Self { text: kept.of(&self.text).to_owned(), map: SourceMap { segments: segments.collect() } }
    }

    fn push(&mut self, clean: &str, source: Span, verbatim: bool) {
        if clean.is_empty() {
            return;
        }
        if self.text.is_empty() {
            // All that most texts are made of.
            let span = Span::new(0, clean.len() as u32);
            clean.clone_into(&mut self.text);
            self.map.segments = vec![Segment { clean: span, source, verbatim }];
            return;
        }
        let start = self.text.len() as u32;
        self.text.push_str(clean);
        let span = Span::new(start, self.text.len() as u32);
        if let Some(last) = self.map.segments.last_mut()
            && last.verbatim
            && verbatim
            && last.source.end == source.start
        {
            last.clean.end = span.end;
            last.source.end = source.end;
            return;
        }
        self.map.segments.push(Segment { clean: span, source, verbatim });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `A <b>big</b> R&amp;D bill` as a reader sees it.
    fn example() -> (&'static str, String, SourceMap) {
        let source = "A <b>big</b> R&amp;D bill";
        let mut clean = CleanText::default();
        clean.push_verbatim(source, Span::new(0, 2));
        clean.push_verbatim(source, Span::new(5, 8));
        clean.push_verbatim(source, Span::new(12, 14));
        clean.push_replaced("&", Span::new(14, 19));
        clean.push_verbatim(source, Span::new(19, 25));
        let (text, map) = clean.finish();
        (source, text, map)
    }

    fn source_of(needle: &str) -> &'static str {
        let (source, text, map) = example();
        let start = text.find(needle).expect("the needle is in the text") as u32;
        map.source_span(Span::new(start, start + needle.len() as u32)).of(source)
    }

    #[test]
    fn markup_at_the_ends_stays_outside_and_in_the_middle_is_covered() {
        assert_eq!(example().1, "A big R&D bill");
        assert_eq!(source_of("big"), "big");
        assert_eq!(source_of("A big"), "A <b>big");
        assert_eq!(source_of("big R"), "big</b> R");
    }

    #[test]
    fn an_entity_maps_as_a_whole() {
        assert_eq!(source_of("&"), "&amp;");
        assert_eq!(source_of("R&D"), "R&amp;D");
    }

    #[test]
    fn only_untouched_text_is_verbatim() {
        let (_, _, map) = example();
        assert!(map.is_verbatim(Span::new(2, 5)));
        assert!(!map.is_verbatim(Span::new(0, 5)));
        assert!(!map.is_verbatim(Span::new(6, 9)));
    }

    #[test]
    fn a_source_offset_finds_its_character_and_markup_has_none() {
        let (_, _, map) = example();
        assert_eq!(map.clean_offset(5), Some(2));
        assert_eq!(map.clean_offset(16), Some(7));
        assert_eq!(map.clean_offset(3), None);
    }

    #[test]
    fn a_slice_keeps_the_map() {
        let source = "one two three";
        let mut clean = CleanText::default();
        clean.push_verbatim(source, Span::new(0, 13));
        let (text, map) = clean.slice(Span::new(4, 7)).finish();
        assert_eq!(text, "two");
        assert_eq!(map.source_span(Span::new(0, 3)), Span::new(4, 7));
    }

    #[test]
    fn trimmed_white_space_moves_the_map_along() {
        let source = "\t <i> two</i>&nbsp;";
        let mut clean = CleanText::default();
        clean.push_verbatim(source, Span::new(0, 2));
        clean.push_verbatim(source, Span::new(5, 9));
        clean.push_replaced("\u{a0}", Span::new(13, 19));
        let (text, map) = clean.finish();
        assert_eq!(text, "two");
        assert_eq!(map.source_span(Span::new(0, 3)), Span::new(6, 9));
        assert_eq!(map.clean_offset(5), None);
        assert!(map.is_verbatim(Span::new(0, 3)));
    }

    #[test]
    fn a_break_is_one_space_and_none_in_front_or_behind_another() {
        let source = "\none\r\n two";
        let mut clean = CleanText::default();
        clean.push_space(source, Span::new(0, 1));
        clean.push_verbatim(source, Span::new(1, 4));
        clean.push_space(source, Span::new(4, 6));
        clean.push_space(source, Span::new(6, 7));
        clean.push_verbatim(source, Span::new(7, 10));
        let (text, map) = clean.finish();
        assert_eq!(text, "one two");
        assert_eq!(map.source_span(Span::new(3, 4)), Span::new(4, 6));
        assert!(!map.is_verbatim(Span::new(0, 7)));
    }
}
