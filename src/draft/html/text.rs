//! Reads the text between tags: entities as characters, white space as one space.

use crate::text::{CleanText, Span};

/// The longest name of an entity has 31 letters; a run beyond this is none.
const LONGEST_ENTITY: usize = 40;

/// Characters that nobody sees; as raw bytes they stay, since a writer who types them may mean them.
const INVISIBLE: &[&str] = &["\u{ad}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{2060}", "\u{feff}"];

/// Adds the text at `span` to `clean` as a browser shows it.
pub(super) fn push_text(clean: &mut CleanText, source: &str, span: Span) {
    let bytes = source.as_bytes();
    let end = span.end as usize;
    let mut plain = span.start as usize;
    let mut at = plain;
    while at < end {
        match bytes[at] {
            b'&' => {
                push_plain(clean, source, plain, at);
                let entity = entity_end(bytes, at, end);
                at = push_entity(clean, source, Span::from_range(at..entity));
                plain = at;
            }
            byte if is_space(byte) => {
                let space_end = (at..end).find(|&at| !is_space(bytes[at])).unwrap_or(end);
                // A single space behind a letter stays in the run, so that prose makes one segment.
                if byte != b' ' || space_end > at + 1 || plain == at {
                    push_plain(clean, source, plain, at);
                    clean.push_space(source, Span::from_range(at..space_end));
                    plain = space_end;
                }
                at = space_end;
            }
            _ => at += 1,
        }
    }
    push_plain(clean, source, plain, end);
}

fn push_plain(clean: &mut CleanText, source: &str, start: usize, end: usize) {
    clean.push_verbatim(source, Span::from_range(start..end));
}

/// Adds the entity at `span`, or only its `&` where it turns out to be none; gives where to read on.
fn push_entity(clean: &mut CleanText, source: &str, span: Span) -> usize {
    let written = span.of(source);
    // As in attributes: "&copy" without its semicolon is read only where no letter follows, so that
    // an address in running text stays what it is.
    let read = htmlize::unescape_attribute(written);
    if read == written {
        clean.push_verbatim(source, Span::new(span.start, span.start + 1));
        return span.start as usize + 1;
    }
    if read.bytes().all(is_space) {
        clean.push_space(source, span);
    } else if !INVISIBLE.contains(&read.as_ref()) {
        clean.push_replaced(&read, span);
    }
    span.end as usize
}

/// Where the entity that may begin at `start` ends.
fn entity_end(bytes: &[u8], start: usize, end: usize) -> usize {
    let limit = end.min(start + LONGEST_ENTITY);
    let digits = start + 1 + usize::from(bytes.get(start + 1) == Some(&b'#'));
    let stop = (digits..limit).find(|&at| !bytes[at].is_ascii_alphanumeric()).unwrap_or(limit.max(start + 1));
    if stop < end && bytes[stop] == b';' { stop + 1 } else { stop }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}
