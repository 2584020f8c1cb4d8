//! An open draft: its buffer, the newest reading of it, and the memory that makes the next reading quick.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;
use tower_lsp::ls_types::{Diagnostic, SemanticToken, TextDocumentContentChangeEvent, Uri};

use super::convert::{Encoding, Positions, span_in};
use super::newsroom::Terms;
use crate::analysis::{Analysis, Reader};
use crate::draft::Format;
use crate::text::{Buffer, LineIndex};

/// What an open file is to the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A draft of a story.
    Draft(Format),
    /// The newsroom's `copydesk.toml`.
    Newsroom,
}

/// An open file. Its editor writes to it, its worker and the requests read it.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) uri: Uri,
    state: Mutex<State>,
    /// Locked while the draft is read, so that no two readings of it run at once.
    reader: Mutex<SettledReader>,
    /// Wakes the worker.
    pub(super) changed: Notify,
    /// The diagnostics that an editor that pulls was last shown, and the revision they are for.
    pub(super) shown: Mutex<Option<(u64, Vec<Diagnostic>)>>,
    /// The semantic tokens that the editor has, and their name: the next ones are told as a difference.
    pub(super) tokens: Mutex<Option<(String, Vec<SemanticToken>)>>,
}

/// A reader and the terms that it was made for.
#[derive(Debug)]
struct SettledReader {
    terms: Arc<Terms>,
    reader: Reader,
}

#[derive(Debug)]
struct State {
    kind: Kind,
    buffer: Buffer,
    terms: Arc<Terms>,
    is_open: bool,
    /// Counts all that makes a reading old: edits, reopenings, new settings. Versions, which editors choose, may repeat.
    revision: u64,
    /// The revision that was last saved or opened: what an editor that checks on save is shown.
    saved: u64,
    newest: Option<Arc<Reading>>,
}

/// The text of one moment.
#[derive(Clone, Debug)]
pub(super) struct Snapshot {
    pub(super) kind: Kind,
    pub(super) buffer: Buffer,
    pub(super) terms: Arc<Terms>,
    pub(super) revision: u64,
    pub(super) saved: u64,
}

/// A text and what was read in it.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) snapshot: Snapshot,
    pub(super) text: String,
    lines: LineIndex,
    pub(super) analysis: Analysis,
}

impl Reading {
    /// Its places as the protocol gives them.
    pub(super) fn positions(&self, encoding: Encoding) -> Positions<'_> {
        Positions::new(self.snapshot.buffer.rope(), &self.text, &self.lines, encoding)
    }
}

impl Document {
    /// A file that was just opened.
    pub(super) fn open(uri: Uri, kind: Kind, buffer: Buffer, terms: Arc<Terms>) -> Self {
        let reader = SettledReader { reader: Reader::new(terms.settings.clone()), terms: Arc::clone(&terms) };
        let state = State { kind, buffer, terms, is_open: true, revision: 0, saved: 0, newest: None };
        Self {
            uri,
            state: Mutex::new(state),
            reader: Mutex::new(reader),
            changed: Notify::new(),
            shown: Mutex::default(),
            tokens: Mutex::default(),
        }
    }

    /// Opens the file again, before its worker has cleared what it showed when it was closed.
    pub(super) fn reopen(&self, kind: Kind, buffer: Buffer, terms: Arc<Terms>) {
        let mut state = lock(&self.state);
        state.kind = kind;
        state.buffer = buffer;
        state.terms = terms;
        state.is_open = true;
        state.revision += 1;
        state.saved = state.revision;
    }

    /// Applies the changes of one notification in order; returns at once.
    pub(super) fn change(&self, version: i32, changes: &[TextDocumentContentChangeEvent], encoding: Encoding) {
        let mut state = lock(&self.state);
        for change in changes {
            match change.range {
                Some(range) => {
                    let span = span_in(state.buffer.rope(), range, encoding);
                    state.buffer.edit(span, &change.text);
                }
                None => state.buffer.replace(&change.text),
            }
        }
        state.buffer.set_version(version);
        state.revision += 1;
    }

    /// Notes that the present text is the saved one.
    pub(super) fn save(&self) {
        let mut state = lock(&self.state);
        state.saved = state.revision;
    }

    /// Notes that the editor has closed the file.
    pub(super) fn close(&self) {
        lock(&self.state).is_open = false;
        self.changed.notify_one();
    }

    pub(super) fn is_open(&self) -> bool {
        lock(&self.state).is_open
    }

    /// Reads the same text under `terms` from here on; whether they are new.
    pub(super) fn set_terms(&self, terms: Arc<Terms>) -> bool {
        let mut state = lock(&self.state);
        if state.terms == terms {
            return false;
        }
        state.terms = terms;
        state.revision += 1;
        state.saved = state.revision;
        true
    }

    /// The text of this moment.
    pub(super) fn snapshot(&self) -> Snapshot {
        let state = lock(&self.state);
        Snapshot {
            kind: state.kind,
            buffer: state.buffer.clone(),
            terms: Arc::clone(&state.terms),
            revision: state.revision,
            saved: state.saved,
        }
    }

    pub(super) fn is_newest(&self, revision: u64) -> bool {
        let state = lock(&self.state);
        state.is_open && state.revision == revision
    }

    /// The reading of `snapshot`, where it is already known.
    pub(super) fn known(&self, snapshot: &Snapshot) -> Option<Arc<Reading>> {
        lock(&self.state).newest.clone().filter(|reading| reading.snapshot.revision == snapshot.revision)
    }

    /// Reads `snapshot`: a matter of a paragraph where the text has been read before, of the whole story otherwise.
    pub(super) fn read(&self, snapshot: Snapshot) -> Arc<Reading> {
        let mut settled = lock(&self.reader);
        if let Some(known) = self.known(&snapshot) {
            return known;
        }
        if !Arc::ptr_eq(&settled.terms, &snapshot.terms) {
            let reader = Reader::new(snapshot.terms.settings.clone());
            *settled = SettledReader { terms: Arc::clone(&snapshot.terms), reader };
        }
        let text = snapshot.buffer.text();
        // A settings file is read as an empty draft: it has places, but nothing that a desk would ask about.
        let analysis = match snapshot.kind {
            Kind::Draft(format) => settled.reader.read(&text, format),
            Kind::Newsroom => settled.reader.read("", Format::Plain),
        };
        let lines = LineIndex::new(&text);
        let reading = Arc::new(Reading { snapshot, text, lines, analysis });
        let mut state = lock(&self.state);
        let is_newer = state.newest.as_ref().is_none_or(|known| known.snapshot.revision < reading.snapshot.revision);
        let is_due = is_newer && reading.snapshot.revision <= state.revision;
        let outdated = is_due.then(|| state.newest.replace(Arc::clone(&reading)));
        // An edit that arrives meanwhile need not wait until a long story's reading is taken apart.
        drop(state);
        drop(outdated);
        reading
    }
}

/// Locks, whatever became of whoever held the lock before: what it guards is replaced as a whole, never half.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use proptest::prelude::*;
    use proptest::sample::Index;
    use tower_lsp::ls_types::Range;

    use super::*;
    use crate::text::Span;

    /// A draft with something of everything, so that edits tear quotations, lists and comments apart.
    const STORY: &str = "# Mill fire kills 3, hurts 12\r\n\r\n“It went up like paper,” miller José Lund said. \
        “We lost it all.\n\n“Nobody slept,” he added 💣.\n\nThe dead are 14 dockers: 6 from Ellery and 9 from Bay.\r\r\
        - over 40 homes\n- £2.5m, reportedly\n\n<!-- stet hearsay: reason -->\nTK people fled [CQ].\n";

    const PIECES: &[&str] = &[
        "",
        "a",
        "“",
        "”",
        "\"",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "💣",
        "é",
        "e\u{301}",
        "\u{2028}",
        " said Lund",
        " 40 people",
        "# ",
        "- ",
        "<!-- ",
        " -->",
        "[CQ]",
        "According to the board, 3,000 homes were lost.\n\n",
        "| 3 | 4 |\n",
    ];

    #[derive(Clone, Debug)]
    enum Change {
        Part(Index, Index, usize),
        Whole(usize),
    }

    fn change() -> impl Strategy<Value = Change> {
        let part = (any::<Index>(), any::<Index>(), 0..PIECES.len());
        prop_oneof![
            // Most edits are small; some tear out everything between two far places.
            20 => part.clone().prop_map(|(start, length, piece)| Change::Part(start, length, piece)),
            1 => (0..PIECES.len()).prop_map(Change::Whole),
        ]
    }

    fn open(text: &str, encoding: Encoding) -> (Document, Encoding) {
        let uri = Uri::from_str("file:///mill.md").expect("this is an address");
        let kind = Kind::Draft(Format::Markdown);
        (Document::open(uri, kind, Buffer::new(text, 0), Arc::default()), encoding)
    }

    /// Applies `change` to `model`, and gives what an editor would send for it.
    fn event(model: &mut String, change: &Change, encoding: Encoding) -> TextDocumentContentChangeEvent {
        let (range, text) = match change {
            Change::Whole(piece) => {
                *model = format!("{}{STORY}", PIECES[*piece]);
                (None, model.clone())
            }
            Change::Part(start, length, piece) => {
                let boundaries: Vec<usize> = (0..=model.len())
                    .filter(|&at| model.is_char_boundary(at))
                    // No position names the place between the two halves of a line break.
                    .filter(|&at| !(model[..at].ends_with('\r') && model[at..].starts_with('\n')))
                    .collect();
                let first = start.index(boundaries.len());
                let longest = (boundaries.len() - first).min(if first.is_multiple_of(7) { 60 } else { 4 });
                let span = boundaries[first]..boundaries[first + length.index(longest)];
                let (rope, lines) = (ropey::Rope::from_str(model), LineIndex::new(model));
                let positions = Positions::new(&rope, model, &lines, encoding);
                let range: Range = positions.range_of(Span::from_range(span.clone()));
                model.replace_range(span, PIECES[*piece]);
                (Some(range), PIECES[*piece].to_owned())
            }
        };
        TextDocumentContentChangeEvent { range, range_length: None, text }
    }

    fn assert_same(read: &Analysis, afresh: &Analysis) {
        assert_eq!(read.story().text, afresh.story().text);
        assert_eq!(read.findings(), afresh.findings());
        assert_eq!(read.fingerprints(), afresh.fingerprints());
        assert_eq!(read.story().claims, afresh.story().claims);
        assert_eq!(read.story().sources, afresh.story().sources);
        assert_eq!(read.story().relations(), afresh.story().relations());
        assert_eq!(read.story().quotations, afresh.story().quotations);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn after_any_edits_the_text_and_its_reading_are_those_of_a_fresh_start(
            notifications in proptest::collection::vec(proptest::collection::vec(change(), 1..4), 1..40),
            encoding in prop_oneof![Just(Encoding::Utf8), Just(Encoding::Utf16), Just(Encoding::Utf32)],
        ) {
            let (document, encoding) = open(STORY, encoding);
            let mut model = STORY.to_owned();
            for (version, changes) in (1..).zip(&notifications) {
                let events: Vec<_> = changes.iter().map(|change| event(&mut model, change, encoding)).collect();
                document.change(version, &events, encoding);
                let reading = document.read(document.snapshot());
                prop_assert_eq!(&reading.text, &model);
                prop_assert_eq!(reading.snapshot.buffer.version(), version);
                assert_same(&reading.analysis, &Reader::default().read(&model, Format::Markdown));
            }
        }
    }

    #[test]
    fn a_reading_is_for_its_own_moment_whatever_came_after() {
        let (document, encoding) = open("Mill burns", Encoding::Utf16);
        let before = document.snapshot();
        let whole = TextDocumentContentChangeEvent { range: None, range_length: None, text: "Mill saved".to_owned() };
        document.change(1, &[whole], encoding);
        assert_eq!(document.read(document.snapshot()).text, "Mill saved");
        assert_eq!(document.read(before).text, "Mill burns");
        assert!(document.known(&document.snapshot()).is_some(), "the older reading has not replaced the newer");
    }
}
