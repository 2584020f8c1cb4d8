//! What the facade answers about places in a draft.

use std::fmt::Write as _;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::{Analysis, Entry, Reader};
use crate::draft::Format;
use crate::finding::Edit;
use crate::story::NOTES_READ;
use crate::text::Span;

const STORY: &str = "\
# Mill fire hurts 31

The fire at the old paper mill hurt 31 people, Mayor Ada Quill said. “We lost *everything*,” Quill said. “Nobody \
slept,” she added [CQ: https://mill.example/log].

The fire burned 340 homes at 5 p.m. The dead are 14 millers: 6 from Ellery and 7 from Sand Bay, the Orne Board said.

## What remains

- 12 looms
- 9 wagons
";

fn read(text: &str) -> Analysis {
    Reader::default().read(text, Format::Markdown)
}

fn at(text: &str, needle: &str) -> u32 {
    text.find(needle).expect("the needle is in the text") as u32
}

fn apply(text: &str, edits: &[Edit]) -> String {
    let mut edited = text.to_owned();
    for edit in edits.iter().rev() {
        edited.replace_range(edit.span.range(), &edit.new_text);
    }
    edited
}

fn words(spans: impl IntoIterator<Item = Span>) -> String {
    spans.into_iter().flat_map(|span| [span.of(STORY), "\n"]).collect()
}

/// How much a key press has a reader make anew: blocks, stretches of blocks, and notes on either.
#[derive(Debug, PartialEq, Eq)]
struct Work {
    blocks: u64,
    stretches: u64,
    notes: u64,
}

impl Work {
    fn done_by(reader: &Reader) -> Self {
        Self { blocks: reader.blocks.made(), stretches: reader.stretches.made(), notes: NOTES_READ.get() }
    }

    fn since(self, before: &Self) -> Self {
        Self {
            blocks: self.blocks - before.blocks,
            stretches: self.stretches - before.stretches,
            notes: self.notes - before.notes,
        }
    }
}

/// A story of so many days, each in three paragraphs of which no two are the same.
fn diary(days: usize) -> String {
    let mut text = "# The Orne mill counts its losses\n\n".to_owned();
    for day in 1..=days {
        let _ = write!(
            text,
            "The mill lost {} looms on day {day}, Mayor Ada Quill said. “We had never seen the river so high,” she \
             said. That is up from {} the week before.\n\n\
             The repairs of day {day} will cost ${day}.4 million, according to the Orne Board, which is 60 years old. \
             Of the {} wagons, 6 stand at Ellery.\n\n\
             Jon Holm, 41, who drove wagon {day}, called it “the longest night of all”. The board has 31 members.\n\n",
            20 + day,
            19 + day,
            200 + day
        );
    }
    text
}

/// What has to be made anew when `new` is typed in front of `needle` in the midst of a story of so many days.
fn work_of_typing(new: &str, needle: &str, days: usize) -> Work {
    let mut reader = Reader::default();
    let text = diary(days);
    reader.read(&text, Format::Markdown);
    let before = Work::done_by(&reader);
    let at = text.find(&format!("day {} ", days / 2)).map(|day| day + text[day..].find(needle).expect("it is there"));
    let mut edited = text;
    edited.insert_str(at.expect("the story has this day"), new);
    reader.read(&edited, Format::Markdown);
    Work::done_by(&reader).since(&before)
}

#[test]
fn what_a_key_press_has_read_anew_does_not_grow_with_the_story() {
    for (new, needle) in [("x", "will"), ("4", " million"), ("“", "Of the"), ("\n\n", "Of the"), ("Lund ", "Jon")] {
        // What another thread reads of a longer story is not counted here.
        let (short, long) = (work_of_typing(new, needle, 6), work_of_typing(new, needle, 36));
        assert_eq!(short, long, "{new:?} before {needle:?}");
        assert!(long.blocks <= 2 && long.stretches <= 5, "{new:?} before {needle:?}: {long:?}");
    }
}

#[test]
fn the_outline_nests_claims_in_sections_and_figures_in_what_is_said() {
    fn draw(entries: &[Entry], depth: usize, drawn: &mut String) {
        for entry in entries {
            let indent = "  ".repeat(depth);
            let _ = writeln!(drawn, "{indent}{:?} {} | {}", entry.part, entry.name, entry.detail);
            draw(&entry.entries, depth + 1, drawn);
        }
    }
    let mut drawn = String::new();
    draw(&read(STORY).outline(), 0, &mut drawn);
    expect![[r#"
        Story Mill fire hurts 31 | 
          Figure 31 | nobody says it
          Statement The fire at the old paper mill hurt 31 people | Ada Quill
            Figure 31 people | Ada Quill
          Quote “We lost everything,” | Ada Quill
          Quote “Nobody slept,” | Ada Quill
          Figure 340 homes | nobody says it
          Statement The dead are 14 millers: 6 from Ellery and 7 from Sand Bay | Orne Board
            Figure 14 millers | Orne Board
            Figure 6 | Orne Board
            Figure 7 | Orne Board
        Section What remains | 
          Figure 12 looms | nobody says it
          Figure 9 wagons | nobody says it
    "#]]
    .assert_eq(&drawn);
}

#[test]
fn a_selection_grows_from_the_word_to_the_file() {
    let grown = read(STORY).selections(at(STORY, "slept"), STORY.len() as u32);
    expect![[r#"
        slept
        Nobody slept,
        “Nobody slept,”
        “Nobody slept,” she added [CQ: https://mill.example/log].
        The fire at the old paper mill hurt 31 people, Mayor Ada Quill said. “We lost *everything*,” Quill said. “Nobody slept,” she added [CQ: https://mill.example/log].
    "#]].assert_eq(&words(grown.into_iter().take(5)));
}

#[test]
fn the_end_of_a_word_still_belongs_to_it() {
    let grown = read(STORY).selections(at(STORY, " said. “We") + 5, STORY.len() as u32);
    assert_eq!(words(grown.into_iter().take(1)), "said\n");
}

#[test]
fn the_inside_of_a_letter_means_the_letter_and_the_end_of_one_is_its_end() {
    let text = "*“Né”*";
    let read = read(text);
    let starts: Vec<Option<u32>> = (0..text.len() as u32).map(|offset| read.story_offset(offset)).collect();
    let letters = [Some(0), Some(0), Some(0), Some(3), Some(4), Some(4), Some(6), Some(6), Some(6)];
    assert_eq!(starts, [&[None], &letters[..], &[None]].concat());
    assert_eq!(read.touched_offset(text.len() as u32 - 1), Some(9));
}

#[test]
fn sections_and_lists_fold() {
    let folds = read(STORY).folds().into_iter().map(|span| {
        let words: Vec<&str> = span.of(STORY).split_whitespace().collect();
        format!("{} … {}\n", words[..2].join(" "), words[words.len() - 1])
    });
    expect![[r#"
        Mill fire … said.
        What remains … wagons
        12 looms … wagons
    "#]]
    .assert_eq(&folds.collect::<String>());
}

/// Every action at `needle`, with the line of the draft that it leaves.
fn check_actions(text: &str, format: Format, needle: &str, expected: &Expect) {
    let analysis = Reader::default().read(text, format);
    let start = at(text, needle);
    let mut listed = String::new();
    for action in analysis.actions(text, format, Span::new(start, start + needle.len() as u32)) {
        let edited = apply(text, &action.edits);
        let changed = edited.lines().find(|line| !text.lines().any(|old| old == *line)).unwrap_or_default();
        let _ = writeln!(listed, "{:?}: {}\n  {changed}", action.intent, action.title);
    }
    expected.assert_eq(&listed);
}

#[test]
fn a_figure_that_nobody_gives_can_be_given_a_source_checked_or_left() {
    check_actions(
        STORY,
        Format::Markdown,
        "340",
        &expect![[r#"
            Attribute: Add “, according to Ada Quill”
              The fire burned 340 homes at 5 p.m., according to Ada Quill. The dead are 14 millers: 6 from Ellery and 7 from Sand Bay, the Orne Board said.
            Attribute: Add “, according to the Orne Board”
              The fire burned 340 homes at 5 p.m., according to the Orne Board. The dead are 14 millers: 6 from Ellery and 7 from Sand Bay, the Orne Board said.
            Check: Mark “340 homes” as checked [CQ]
              The fire burned 340 homes [CQ] at 5 p.m. The dead are 14 millers: 6 from Ellery and 7 from Sand Bay, the Orne Board said.
            Leave: Leave it: stet unattributed-figure
              <!-- stet unattributed-figure: reason -->
        "#]],
    );
}

#[test]
fn in_plain_text_a_stet_stands_behind_the_paragraph() {
    let text = "Mill fire\n\nThe fire burned 340 homes in Ellery.\n";
    check_actions(
        text,
        Format::Plain,
        "340",
        &expect![[r#"
        Check: Mark “340 homes” as checked [CQ]
          The fire burned 340 homes [CQ] in Ellery.
        Leave: Leave it: stet unattributed-figure
          The fire burned 340 homes in Ellery. [stet unattributed-figure: reason]
    "#]],
    );
}

#[test]
fn in_html_a_stet_stands_before_the_element() {
    let text = "<h1>Mill fire</h1>\n<p>The fire burned <b>340 homes</b> in Ellery.</p>\n";
    check_actions(
        text,
        Format::Html,
        "340",
        &expect![[r#"
        Check: Mark “340 homes” as checked [CQ]
          <p>The fire burned <b>340 homes [CQ]</b> in Ellery.</p>
        Leave: Leave it: stet unattributed-figure
          <!-- stet unattributed-figure: reason -->
    "#]],
    );
}

#[test]
fn every_action_for_a_finding_ends_it() {
    for (format, text) in [
        (Format::Plain, "Mill fire\n\nThe fire burned 340 homes in Ellery.\n\nMayor Ada Quill said no.\n"),
        (Format::Markdown, "# Mill fire\n\nThe fire burned 340 homes in Ellery.\n\nMayor Ada Quill said no.\n"),
        (
            Format::Html,
            "<h1>Mill fire</h1>\n<p>The fire burned 340 homes in Ellery.</p>\n<p>Mayor Ada Quill said no.</p>\n",
        ),
    ] {
        let analysis = Reader::default().read(text, format);
        assert_eq!(analysis.findings().len(), 1, "{text}");
        let actions = analysis.actions(text, format, Span::at(at(text, "340")));
        assert_eq!(actions.len(), 3, "{actions:?}");
        for action in actions {
            let edited = apply(text, &action.edits);
            let left = Reader::default().read(&edited, format);
            assert_eq!(left.findings(), [], "{edited}");
        }
    }
}

#[test]
fn a_pronoun_can_be_replaced_and_a_checked_quote_needs_no_second_mark() {
    check_actions(
        STORY,
        Format::Markdown,
        "she",
        &expect![[r#"
        NameSpeaker: Name the speaker: “Quill” for “she”
          The fire at the old paper mill hurt 31 people, Mayor Ada Quill said. “We lost *everything*,” Quill said. “Nobody slept,” Quill added [CQ: https://mill.example/log].
    "#]],
    );
    check_actions(STORY, Format::Markdown, "Nobody", &expect![[r#""#]]);
}

#[test]
fn hints_show_speakers_and_sums() {
    let analysis = read(STORY);
    let hints = analysis.hints(Span::new(0, STORY.len() as u32)).into_iter().map(|hint| {
        let before = STORY[..hint.offset as usize].rsplit(' ').next().unwrap_or_default();
        format!("{before} {} | {}\n", hint.label, hint.reason)
    });
    expect![[r#"
        she (Quill) | Ada Quill speaks here
        14 ≠ 13 | reckoned from the 2 figures beside it
    "#]]
    .assert_eq(&hints.collect::<String>());
}

#[test]
fn a_hint_says_what_it_is_reckoned_from() {
    let reasons = |text: &str| {
        let analysis = Reader::default().read(text, Format::Plain);
        let hints = analysis.hints(Span::new(0, text.len() as u32)).into_iter();
        hints.map(|hint| format!("{} ({})", hint.label, hint.reason)).collect::<Vec<_>>().join(", ")
    };
    let boats = "The number of boats doubled from 10 to 15, Ida Moss said.";
    assert_eq!(reasons(boats), "≠ 20 (reckoned from the figure beside it)");
    let years = "The inn has stood empty for 17 years, from 1998 to 2018, Ida Moss said.";
    assert_eq!(reasons(years), "≠ 20 (reckoned from what stands beside it)");
}

#[test]
fn a_hint_says_what_the_finding_says() {
    let hints = |text: &str| {
        let analysis = Reader::default().read(text, Format::Plain);
        let hints = analysis.hints(Span::new(0, text.len() as u32));
        let labels: Vec<String> = hints.into_iter().map(|hint| hint.label).collect();
        let messages: Vec<String> = analysis.findings().iter().map(|finding| finding.message.clone()).collect();
        format!("{} | {}", labels.join(", "), messages.join(" "))
    };
    let tickets =
        "The fair sold 14,200 tickets, Ida Moss said: 6,300 on Friday, 4,100 on Saturday and 3,200 on Sunday.";
    assert_eq!(hints(tickets), "≠ 13,600 | The parts add up to 13,600; the story says 14,200.");
    let sales = "Sales rose 40 percent, from $10 million to $12 million, the club said.";
    assert_eq!(hints(sales), "≠ 20 percent | From $10 million to $12 million is 20 percent, not 40 percent.");
    let bill = "The £3.2bn plan is made up of £1.2bn for rail and £2bn for roads, the ministry said.";
    assert_eq!(hints(bill), "= £3.2bn | ");
    let dead = "Twelve people died: seven in Ayr, about four in Troon and two in Irvine, the police said.";
    assert_eq!(hints(dead), "≠ 13 | The parts add up to 13; the total says twelve.");
    let open = "The raids killed 200 people: over 150 in Ayr, up to 40 in Troon and over 90 in Irvine, police said.";
    let both = "more than 240 for certain, 280 as printed";
    assert_eq!(hints(open), format!("≠ {both} | The parts add up to {both}; the total says 200."));
    let near = "The raids killed 300 people: over 150 in Ayr, up to 40 in Troon and over 90 in Irvine, police said.";
    assert_eq!(hints(near), "≈ 280 | ");
}

#[test]
fn a_source_leads_to_what_it_is_cited_for_and_a_claim_to_its_source() {
    let analysis = read(STORY);
    expect![[r#"
        The fire at the old paper mill hurt 31 people
        31 people
        “We lost *everything*,”
        “Nobody slept,”
    "#]]
    .assert_eq(&words(analysis.references(at(STORY, "Ada Quill"), false)));
    assert_eq!(words(analysis.definition(at(STORY, "Nobody"))), "Mayor Ada Quill\n");
    assert_eq!(words(analysis.definition(at(STORY, "340"))), "");
}

#[test]
fn a_figure_leads_to_its_repeats() {
    let text = "# Mill fire kills 1,312 sheep\n\nThe fire killed 1,312 sheep, Mayor Ada Quill said.\n";
    let spans = read(text).references(at(text, "1,312 sheep,"), false);
    let found: Vec<&str> = spans.into_iter().map(|span| span.of(text)).collect();
    assert_eq!(found, ["1,312 sheep", "1,312 sheep"]);
}

/// The draft after the name at `needle` has become `new`: only the words around each change.
fn check_rename(text: &str, needle: &str, new: &str, expected: &Expect) {
    let analysis = read(text);
    let naming = analysis.naming(at(text, needle)).expect("there is a name");
    expected.assert_eq(&apply(text, &analysis.rename(&naming, new)));
}

const NAMES: &str = "Mayor Ada Quill said no. “Never,” Quill said. Quill’s deputy, Tom Quillan, said it cost the \
    Orne Board $3 million. The Orne Board said so. Ms. Quill left.\n";

#[test]
fn a_person_is_renamed_with_every_surname() {
    check_rename(
        NAMES,
        "Ada",
        "Eda Quell",
        &expect![[r#"
        Mayor Eda Quell said no. “Never,” Quell said. Quell’s deputy, Tom Quillan, said it cost the Orne Board $3 million. The Orne Board said so. Ms. Quell left.
    "#]],
    );
    check_rename(
        NAMES,
        "Quill said. Quill",
        "Quell",
        &expect![[r#"
        Mayor Ada Quell said no. “Never,” Quell said. Quell’s deputy, Tom Quillan, said it cost the Orne Board $3 million. The Orne Board said so. Ms. Quell left.
    "#]],
    );
}

#[test]
fn an_organization_is_renamed_without_its_article() {
    check_rename(
        NAMES,
        "Orne Board said",
        "Orne Trust",
        &expect![[r#"
        Mayor Ada Quill said no. “Never,” Quill said. Quill’s deputy, Tom Quillan, said it cost the Orne Trust $3 million. The Orne Trust said so. Ms. Quill left.
    "#]],
    );
}

#[test]
fn others_of_the_same_surname_keep_theirs() {
    let text = "Mayor Ada Quill said no. Her brother Tom Quill left. Ada Quill stayed.\n";
    check_rename(
        text,
        "Ada",
        "Eda Quell",
        &expect![[r#"
        Mayor Eda Quell said no. Her brother Tom Quill left. Eda Quell stayed.
    "#]],
    );
}

#[test]
fn a_link_in_a_mark_is_found_without_its_bracket() {
    let links = read(STORY).links();
    assert_eq!(words(links.iter().map(|link| link.span)), "https://mill.example/log\n");
}

#[test]
fn paint_never_overlaps() {
    let painted = read(STORY).painted();
    let drawn = painted.iter().map(|it| format!("{:?} {:?} {}\n", it.paint, it.standing, it.span.of(STORY)));
    expect![[r#"
        Figure Some(Unattributed) 31
        Figure Some(Attributed) 31 people
        Source None Mayor Ada Quill
        Cue None said
        Quote Some(Attributed) “We lost *everything*,”
        Source None Quill
        Cue None said
        Quote Some(Attributed) “Nobody slept,”
        Source None she
        Cue None added
        Figure Some(Unattributed) 340 homes
        Figure Some(Attributed) 14 millers
        Figure Some(Attributed) 6
        Figure Some(Attributed) 7
        Source None the Orne Board
        Cue None said
        Figure Some(Unattributed) 12 looms
        Figure Some(Unattributed) 9 wagons
    "#]]
    .assert_eq(&drawn.collect::<String>());
    assert!(painted.is_sorted_by(|before, after| before.span.end <= after.span.start));
}

const PIECES: &[&str] = &[
    "# Mill\n\n",
    "“",
    "”",
    "\"",
    " said Ada Quill. ",
    "She said ",
    " 340 homes ",
    "&mdash;",
    "*so*",
    "💣",
    "é",
    "\r\n",
    "\n\n",
    "- 3 looms\n",
    "> “So it is\n",
    "[CQ]",
    "[CQ: https://a.b]",
    "<!-- stet -->",
    "14 men: 6 and 7",
    ".",
    "Tom Quill ",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Wherever an editor asks, it is answered, and with places that are in the text and between characters.
    #[test]
    fn every_question_about_any_place_of_any_text_has_an_answer(
        pieces in proptest::collection::vec(prop::sample::select(PIECES), 0..14),
        format in prop::sample::select(vec![Format::Plain, Format::Markdown, Format::Html]),
    ) {
        let text = pieces.concat();
        let end = text.len() as u32;
        let analysis = Reader::default().read(&text, format);
        let mut spans: Vec<Span> = analysis.folds();
        spans.extend(analysis.painted().iter().map(|painted| painted.span));
        spans.extend(analysis.links().iter().map(|link| link.span));
        spans.extend(analysis.hints(Span::new(0, end)).iter().map(|hint| Span::at(hint.offset)));
        spans.extend(analysis.symbols().iter().map(|entry| entry.selection));
        spans.extend(analysis.outline().iter().map(|entry| entry.span));
        for offset in (0..=end).filter(|&offset| text.is_char_boundary(offset as usize)) {
            spans.extend(analysis.card(offset).map(|card| card.span));
            spans.extend(analysis.definition(offset));
            spans.extend(analysis.references(offset, true));
            spans.extend(analysis.highlights(offset).iter().map(|(span, _)| *span));
            spans.extend(analysis.selections(offset, end));
            let actions = analysis.actions(&text, format, Span::at(offset));
            spans.extend(actions.iter().flat_map(|action| action.edits.iter().map(|edit| edit.span)));
            if let Some(naming) = analysis.naming(offset) {
                spans.extend(analysis.rename(&naming, "Eda Quell").iter().map(|edit| edit.span));
            }
            let typed = analysis.completions(&text[..offset as usize]).typed;
            prop_assert!(typed <= offset);
        }
        for span in spans {
            prop_assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
        }
    }
}

/// What is typed into a story: letters, words, marks and all that makes one paragraph two.
const TYPED: &[&str] = &[
    "",
    "",
    "a",
    "e",
    "s",
    "T",
    " ",
    ".",
    ",",
    "4",
    "“",
    "”",
    "\n\n",
    " said",
    " 40 people",
    "Quill ",
    "Ada Quill, the mayor, ",
    "He said ",
    "In 2012 ",
    ", 47, ",
];

/// The stories of the tests, which are full of what rules ask about.
fn stories() -> Vec<(String, Format)> {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stories")).expect("stories are there");
    let mut paths: Vec<_> = folder.map(|entry| entry.expect("a story can be listed").path()).collect();
    paths.sort();
    let formats = [("txt", Format::Plain), ("md", Format::Markdown), ("html", Format::Html)];
    let format_of =
        |path: &std::path::Path| formats.iter().find(|(end, _)| path.extension().is_some_and(|it| it == *end));
    let read = |path: &std::path::PathBuf| std::fs::read_to_string(path).expect("a story can be read");
    paths.iter().filter_map(|path| Some((read(path), format_of(path)?.1))).collect()
}

/// Where those are named whose words a story gives.
fn spans_of_speakers(analysis: &Analysis) -> Vec<Span> {
    let sources = analysis.story().attributions.iter().filter_map(|attribution| attribution.source);
    sources.map(|source| analysis.source_span(source.span)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Nothing that is remembered of a block, of its neighbours or of the whole story outlives what it was read from.
    #[test]
    fn a_story_that_was_typed_is_read_as_one_that_was_opened(
        (mut text, format) in prop::sample::select(stories()),
        edits in proptest::collection::vec(
            (any::<prop::sample::Index>(), any::<bool>(), 0..3_usize, prop::sample::select(TYPED)), 1..10,
        ),
    ) {
        let mut reader = Reader::default();
        let mut speakers = spans_of_speakers(&reader.read(&text, format));
        for (place, is_in_speaker, removed, typed) in edits {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            // Whoever speaks is named again and again: what is typed there reaches furthest.
            let is_meant = |at: &usize| speakers.iter().any(|span| span.range().contains(at));
            let meant: Vec<usize> = (0..places.len()).filter(|&at| is_in_speaker && is_meant(&places[at])).collect();
            let first = if meant.is_empty() { place.index(places.len()) } else { meant[place.index(meant.len())] };
            let last = (first + removed).min(places.len() - 1);
            text.replace_range(places[first]..places[last], typed);
            let (typed, opened) = (reader.read(&text, format), Reader::default().read(&text, format));
            speakers = spans_of_speakers(&typed);
            prop_assert_eq!(typed.findings(), opened.findings());
            prop_assert_eq!(typed.fingerprints(), opened.fingerprints());
            let (typed, opened) = (typed.story(), opened.story());
            prop_assert_eq!(&typed.names, &opened.names);
            prop_assert_eq!(&typed.sources, &opened.sources);
            prop_assert_eq!(&typed.speakers, &opened.speakers);
            prop_assert_eq!(&typed.dangling, &opened.dangling);
            prop_assert_eq!(&typed.claims, &opened.claims);
            prop_assert_eq!(typed.relations(), opened.relations());
        }
    }
}
