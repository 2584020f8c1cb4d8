//! Whom the story as a whole is about: the person of its headline and first sentence, whose obituary it may be.

use super::roster::{Entry, Roster};
use crate::language::pieces;

impl<'a> Roster<'a> {
    /// The person whom headline and first sentence are about, as an obituary's are: the first named there, by whose
    /// surname the headline calls nobody else.
    pub(super) fn lead_person(&self) -> Option<&Entry<'a>> {
        let lede = self.story.lede()?;
        self.asked.borrow_mut().blocks.extend(self.headings(lede).chain([lede]));
        let (block, number) = (*self.lead.get_or_init(|| self.find_lead(lede)))?;
        self.entries_of(block).get(number)
    }

    /// The headline and its like above the first paragraph: "OBITUARY" may stand over them.
    fn headings(&self, lede: usize) -> impl Iterator<Item = usize> + use<'_, 'a> {
        (0..lede).filter(|&block| self.story.blocks[block].role.is_heading())
    }

    fn find_lead(&self, lede: usize) -> Option<(usize, usize)> {
        const OPENING: u32 = 30;
        let story = self.story;
        let number = self.entries_of(lede).iter().position(Entry::is_whole_person)?;
        let first = &self.entries_of(lede)[number];
        let surname = first.words.last()?;
        let opens = first.name.span.start <= story.blocks[lede].span.start + OPENING;
        let is_named = || {
            self.headings(lede).any(|heading| {
                let head = story.text_of(story.blocks[heading].span);
                let mut words = head.split(|mark: char| !mark.is_alphanumeric() && mark != '-');
                words.any(|word| word.to_lowercase() == *surname)
            })
        };
        let named = || {
            let names = |block| self.entries_of(block).iter().enumerate().map(move |(at, entry)| ((block, at), entry));
            self.headings(lede).flat_map(names).filter(|(_, entry)| entry.is_full_person())
        };
        let is_alone = || named().all(|(_, entry)| entry.words.last() == Some(surname));
        // "Ada Lund, who charted the bay", and "Ada Mary Lund was born": as she was called.
        let is_she = |entry: &Entry<'_>| 1 < entry.words.len() && entry.words.first() == first.words.first();
        let called = || named().find(|(_, entry)| is_she(entry)).map(|(place, _)| place);
        (opens && is_named() && is_alone()).then(|| called().unwrap_or((lede, number)))
    }

    /// The lead person of an obituary, which says near its head that somebody has died.
    pub(super) fn departed_person(&self) -> Option<&Entry<'a>> {
        const NEAR: usize = 2;
        let lead = self.lead_person()?;
        let lede = self.story.lede()?;
        let near = lede..(lede + NEAR).min(self.story.blocks.len());
        self.asked.borrow_mut().blocks.extend(near.clone());
        let says_so = |block: usize| {
            let text = self.story.text_of(self.story.blocks[block].span);
            let mut words = pieces(text).map(|word| word.trim_end_matches([',', '.']));
            words.any(|word| matches!(word, "died" | "dies" | "death"))
        };
        let is_obituary = *self.is_obituary.get_or_init(|| near.into_iter().any(says_so));
        is_obituary.then_some(lead)
    }
}
