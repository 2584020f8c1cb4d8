//! Names a finding so that it is known again when the story around it has changed.

use std::collections::BTreeMap;

use super::memo::Memo;
use crate::finding::Finding;
use crate::story::Story;
use crate::text::Span;

/// The fingerprints of `findings`, whose spans are the story's: 16 hexadecimal digits each.
///
/// A fingerprint is the 64-bit FNV-1a hash of the rule's name, the words that it is about and the words
/// of their sentence, and of an ordinal where a story has the same finding in the same sentence twice.
/// Neither the path nor the place goes in, so that a story may be renamed and edited elsewhere.
///
/// Those of the reading before are `known`; `readings` are the numbers of those of the blocks.
pub(super) fn fingerprints(
    story: &Story,
    findings: &[Finding],
    readings: &[u64],
    known: &mut Memo<Printed, u64>,
) -> Vec<String> {
    let mut seen: BTreeMap<u64, u32> = BTreeMap::new();
    let print = |finding: &Finding| {
        let printed = Printed::of(story, finding, readings);
        let hash = printed.map_or_else(
            || hash_finding(story, finding),
            |printed| known.recall(&printed, |_| hash_finding(story, finding)),
        );
        let ordinal = seen.entry(hash).or_default();
        let hash = if *ordinal == 0 { hash } else { fnv(hash, &ordinal.to_le_bytes()) };
        *ordinal += 1;
        format!("{hash:016x}")
    };
    findings.iter().map(print).collect()
}

/// All that the hash of a finding depends on, where that lies in its block.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Printed {
    /// The number of the reading of its block.
    reading: u64,
    /// Its words in it.
    span: Span,
    rule: &'static str,
}

impl Printed {
    fn of(story: &Story, finding: &Finding, readings: &[u64]) -> Option<Self> {
        let number = story.block_at(finding.span.start);
        let block = story.blocks.get(number)?.span;
        let sentence = story.sentences.get(story.sentence_at(finding.span.start))?;
        let is_own = block.covers(finding.span) && block.covers(sentence.span);
        is_own.then(|| Self { reading: readings[number], span: finding.span.back(block.start), rule: finding.rule })
    }
}

/// Text without full stops can be one sentence of a megabyte; its first words tell it from others.
const MOST_WORDS: usize = 100;

fn hash_finding(story: &Story, finding: &Finding) -> u64 {
    let sentence = story.sentences.get(story.sentence_at(finding.span.start)).map_or("", |it| story.text_of(it.span));
    // White space between words is the line breaking of the day; the rest is the writer's.
    let mut hash = fnv(FNV_OFFSET, finding.rule.as_bytes());
    for text in [story.text_of(finding.span), sentence] {
        hash = fnv(hash, b"\0");
        for word in text.split_whitespace().take(MOST_WORDS) {
            hash = fnv(fnv(hash, b" "), word.as_bytes());
        }
    }
    hash
}

pub(super) const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// FNV-1a, going on from `hash`: short, the same on every machine and in every version.
pub(super) fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME))
}
