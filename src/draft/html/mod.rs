//! Reads HTML drafts: pages, and the fragments that content management systems store.
//!
//! Knows which element ends which, as far as prose is concerned; draws nothing and follows no style sheet.

mod element;
mod markup;
mod reader;
mod text;

use reader::Reader;

use super::blocks::Blocks;
use super::{Draft, text_start};
use crate::text::Span;

pub(super) fn split(source: &str) -> Draft {
    let mut blocks = Blocks::default();
    let title = Reader::within(source, None, &mut blocks).read(Span::from_range(text_start(source)..source.len()));
    if let Some(title) = title {
        blocks.put_headline(title);
    }
    blocks.finish()
}

/// Reads the HTML at `span` of a draft in another format, where it may stand within a block quote.
pub(super) fn read_fragment(source: &str, span: Span, quote: Option<u32>, blocks: &mut Blocks) {
    Reader::within(source, quote, blocks).read(span);
}

/// Adds the comment at `span`, unless it is a content management system's own.
pub(super) fn push_comment(blocks: &mut Blocks, source: &str, span: Span, behind_open: bool) {
    let written = span.of(source);
    let inner = written.strip_prefix("<!--").unwrap_or(written);
    let inner = inner.strip_suffix("-->").unwrap_or(inner).trim();
    let is_desk_comment = !["wp:", "/wp:", "[if ", "[endif]"].iter().any(|head| inner.starts_with(head));
    if is_desk_comment {
        blocks.push_note(source, span, behind_open);
    }
}

#[cfg(test)]
#[expect(clippy::needless_raw_string_hashes, reason = "the form in which expect-test writes snapshots")]
mod tests {
    use expect_test::{Expect, expect};

    use crate::draft::{Format, outline};

    fn check(source: &str, expected: &Expect) {
        expected.assert_eq(&outline::outline(source, Format::Html));
    }

    fn source_of<'a>(source: &'a str, needle: &str) -> &'a str {
        outline::source_of(source, Format::Html, needle)
    }

    #[test]
    fn a_page_gives_its_roles() {
        check(
            "<!DOCTYPE html><html><head><title>Pier shut | Brae Mail</title><style>p > a {}</style></head><body>
<h1>Pier shut after <em>storm</em></h1>
<p class=\"standfirst\">Repairs will take a year</p>
<p class='byline'>Ida Lund, court reporter <time>3 March 2025</time></p>
<figure><img src=x alt=''/><figcaption>The pier. Photograph: Kit Rowe/Brae Mail</figcaption></figure>
<P>BRAE — The pier &amp; the   landing
were shut.
<p>It is old.
<h2>What next?</h2>
<ul><li>Survey<li><p>Repair</p><ol><li>Deck</ol></ul>
<script>if (a < b) { \"<p>\" }</script></body></html>",
            &expect![[r#"
                Headline Pier shut after storm
                Dek Repairs will take a year
                Byline Ida Lund, court reporter 3 March 2025
                Caption The pier. Photograph: Kit Rowe/Brae Mail
                Dateline BRAE —
                Paragraph The pier & the landing were shut.
                Paragraph It is old.
                Subhead What next?
                ListItem 0/1 Survey
                ListItem 0/1 Repair
                ListItem 1/2 Deck
            "#]],
        );
    }

    #[test]
    fn the_title_is_the_headline_of_a_page_without_one() {
        check(
            "<!-- stet --><title>Pier &ndash; shut | Brae Mail</title><p>It is old.</p>",
            &expect![[r#"
                Note <!-- stet -->
                Headline Pier – shut
                Paragraph It is old.
            "#]],
        );
    }

    #[test]
    fn quotes_know_their_speakers() {
        check(
            "<blockquote><p>No <q>winners <q>here</q></q>.</p><cite>— Ida Lund, widow</cite></blockquote>
<!-- wp:pullquote --><figure class=\"wp-block-pullquote\"><blockquote><p>None.</p></blockquote>
<figcaption>Kit Rowe</figcaption></figure><!-- /wp:pullquote -->
<blockquote>Two chairs.<footer>Ida <b>Lund</b></footer></blockquote>
<p>She read <cite>The Pier</cite>.</p>",
            &expect![[r#"
                BlockQuote 0 No “winners ‘here’”.
                Cite 0 Ida Lund, widow
                BlockQuote 1 None.
                Cite 1 Kit Rowe
                BlockQuote 2 Two chairs.
                Cite 2 Ida Lund
                Paragraph She read The Pier.
            "#]],
        );
    }

    #[test]
    fn tables_count_rows_and_columns() {
        check(
            "<table><caption>Budget</caption><thead><tr><th colspan=2>Service<th>£m</thead>
<tr><td>Care<td>a<td><p>96.4</table><p>After.",
            &expect![[r#"
                Caption Budget
                TableCell 0:0,0 header Service
                TableCell 0:0,2 header £m
                TableCell 0:1,0 Care
                TableCell 0:1,1 a
                TableCell 0:1,2 96.4
                Paragraph After.
            "#]],
        );
    }

    #[test]
    fn what_is_not_prose_is_dropped() {
        check(
            "<pre>a <p>b</p></pre><svg><title>x</title><svg></svg><text>y</text></svg><p>One <code>two</code>three.</p>
<noscript><p>four</p></noscript><p>Five <code>unclosed</p><p>Six&shy;teen</p><p>&nbsp;</p>",
            &expect![[r#"
                Paragraph One three.
                Paragraph Five
                Paragraph Sixteen
            "#]],
        );
    }

    #[test]
    fn text_outside_paragraphs_is_a_paragraph_and_two_breaks_part_it() {
        check(
            "One<br>two.<br /> <BR>Three 5 < 6 & 7 &notanentity; R&D <div>four</div>five<hr>six",
            &expect![[r#"
            Paragraph One two.
            Paragraph Three 5 < 6 & 7 &notanentity; R&D
            Paragraph four
            Paragraph five
            Paragraph six
        "#]],
        );
    }

    #[test]
    fn the_desk_comments_are_kept_where_they_stand() {
        check(
            "<p>One <!-- a --> two.</p><!-- wp:paragraph --><!-- stet --><p>Three.</p><!-- b",
            &expect![[r#"
                Paragraph One two.
                Note <!-- a -->
                Note <!-- stet -->
                Paragraph Three.
                Note <!-- b
            "#]],
        );
    }

    #[test]
    fn an_author_within_a_paragraph_makes_it_a_byline_only_if_it_is_most_of_it() {
        check(
            "<p>By <a rel=author href=x>Caro Whitlock</a></p><p>Follow <a rel=author>Caro</a> for news of the piers.</p>",
            &expect![[r#"
                Byline By Caro Whitlock
                Paragraph Follow Caro for news of the piers.
            "#]],
        );
    }

    #[test]
    fn spans_lead_through_tags_and_entities() {
        let source = "<p>Lost <b>&pound;6</b>40,000 &amp;\n more</p>";
        assert_eq!(source_of(source, "£6"), "&pound;6");
        assert_eq!(source_of(source, "£640"), "&pound;6</b>40");
        assert_eq!(source_of(source, "& more"), "&amp;\n more");
    }
}
