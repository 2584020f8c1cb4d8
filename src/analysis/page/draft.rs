//! The draft as it reads, its claims and findings marked, with what the desk asks beside each paragraph.

use super::Sheet;
use super::markup::{Markup, borrowed};
use crate::draft::{Place, Role};
use crate::finding::Finding;
use crate::story::{ClaimId, ClaimKind, StoryBlock};
use crate::text::Span;

/// Something that words of the story are.
struct Layer {
    span: Span,
    class: String,
    /// The claim, where it is one.
    claim: Option<ClaimId>,
    /// The number of the finding, where it is one.
    finding: Option<usize>,
}

impl Sheet<'_> {
    pub(super) fn draft(&self, out: &mut Markup) {
        let layers = self.layers();
        let notes = self.notes();
        let blocks = &self.analysis.story().blocks;
        out.open("section", &[("class", "draft"), ("aria-label", "The draft")]);
        let mut number = 0;
        while number < blocks.len() {
            let run = table_run(&blocks[number..]);
            let end = number + run.max(1);
            out.open("div", &[("class", &format!("row {}", class_of(&blocks[number])))]);
            let line = self.line(blocks[number].span).to_string();
            // An editor that shows the page finds the paragraph by it.
            out.element("span", &[("class", "line"), ("aria-hidden", "true"), ("data-line", &line)], &line);
            if run == 0 {
                self.block(out, &blocks[number], &layers);
            } else {
                self.table(out, &blocks[number..end], &layers);
            }
            let of_these = notes.iter().filter(|(block, _)| (number..end).contains(block)).map(|&(_, finding)| finding);
            self.aside(out, of_these);
            out.close("div");
            number = end;
        }
        out.close("section");
    }

    /// Everything that is marked, the wide before the narrow where both begin.
    fn layers(&self) -> Vec<Layer> {
        let story = self.analysis.story();
        let mut layers = Vec::new();
        for (index, claim) in story.claims.iter().enumerate() {
            let kind = match claim.kind {
                ClaimKind::Figure(_) => "figure",
                ClaimKind::Quote => "quote",
                ClaimKind::Statement => "statement",
            };
            let checked = if claim.checked.is_some() { " checked" } else { "" };
            let class = format!("{kind} {}{checked}", claim.attribution.standing.name());
            let claim_id = Some(ClaimId(index));
            let pieces = claim.spans.iter();
            layers.extend(pieces.map(|&span| Layer { span, class: class.clone(), claim: claim_id, finding: None }));
        }
        for said in &story.attributions {
            let sources = said.source.iter().chain(&said.via).map(|mention| (mention.span, "source"));
            let words = sources.chain([(said.cue, "cue")]);
            layers.extend(words.map(|(span, class)| Layer { span, class: class.into(), claim: None, finding: None }));
        }
        for (number, finding) in self.analysis.findings().iter().enumerate() {
            let class = format!("finding {}", finding.severity);
            let Some(span) = self.in_story(finding.span) else { continue };
            layers.push(Layer { span, class, claim: None, finding: Some(number) });
        }
        layers.retain(|layer| !layer.span.is_empty());
        layers.sort_by_key(|layer| (layer.span.start, u32::MAX - layer.span.end));
        layers
    }

    /// The findings, each with the number of the block that it stands beside.
    fn notes(&self) -> Vec<(usize, usize)> {
        let blocks = &self.analysis.story().blocks;
        let beside = |finding: &Finding| {
            let starts = |block: &StoryBlock| self.analysis.source_span(block.span).start <= finding.span.start;
            match self.in_story(finding.span) {
                Some(span) => self.analysis.story().block_at(span.start),
                None => blocks.partition_point(starts).saturating_sub(1),
            }
        };
        self.analysis.findings().iter().enumerate().map(|(number, finding)| (beside(finding), number)).collect()
    }

    /// The words of the story that stand for `span` of the file.
    fn in_story(&self, span: Span) -> Option<Span> {
        let start = self.analysis.story_offset(span.start)?;
        let last = (span.start..span.end).rev().find_map(|offset| self.analysis.story_offset(offset)).unwrap_or(start);
        let last = last.max(start);
        let width = self.analysis.story().text[last as usize..].chars().next().map_or(0, char::len_utf8);
        Some(Span::new(start, last + width as u32))
    }

    fn block(&self, out: &mut Markup, block: &StoryBlock, layers: &[Layer]) {
        let tag = match block.role {
            Role::Headline => "h3",
            Role::Subhead => "h4",
            Role::BlockQuote => "blockquote",
            _ => "p",
        };
        out.open(tag, &[]);
        self.words(out, block.span, layers);
        out.close(tag);
    }

    fn table(&self, out: &mut Markup, cells: &[StoryBlock], layers: &[Layer]) {
        out.open("table", &[]);
        for row in cells.chunk_by(|one, other| row_of(one) == row_of(other)) {
            out.open("tr", &[]);
            for cell in row {
                let tag = if matches!(cell.place, Place::Cell { header: true, .. }) { "th" } else { "td" };
                out.open(tag, &[]);
                self.words(out, cell.span, layers);
                out.close(tag);
            }
            out.close("tr");
        }
        out.close("table");
    }

    /// The words at `span`, cut wherever a layer begins or ends.
    fn words(&self, out: &mut Markup, span: Span, layers: &[Layer]) {
        let story = self.analysis.story();
        let here: Vec<&Layer> = layers.iter().filter(|layer| layer.span.overlaps(span)).collect();
        let mut cuts: Vec<u32> = here.iter().flat_map(|layer| [layer.span.start, layer.span.end]).collect();
        cuts.extend([span.start, span.end]);
        cuts.retain(|cut| span.start <= *cut && *cut <= span.end);
        cuts.sort_unstable();
        cuts.dedup();
        for ends in cuts.windows(2) {
            let piece = Span::new(ends[0], ends[1]);
            self.anchors(out, here.iter().filter(|layer| layer.span.start == piece.start));
            let over: Vec<&Layer> = here.iter().copied().filter(|layer| layer.span.covers(piece)).collect();
            self.piece(out, piece, story.text_of(piece), &over);
            for layer in here.iter().filter(|layer| layer.span.end == piece.end) {
                self.reference(out, layer);
            }
        }
    }

    /// Where links of the ledger and of the notes lead to.
    fn anchors<'a>(&self, out: &mut Markup, layers: impl Iterator<Item = &'a &'a Layer>) {
        for layer in layers {
            let story = self.analysis.story();
            let is_first = |claim: &ClaimId| story.claims[claim.0].spans.first() == Some(&layer.span);
            if let Some(claim) = layer.claim.filter(is_first) {
                out.element("span", &[("id", &self.claim_anchor(claim))], "");
            }
            if let Some(finding) = layer.finding {
                out.element("span", &[("id", &format!("{}-at", self.finding_anchor(finding)))], "");
            }
        }
    }

    fn piece(&self, out: &mut Markup, span: Span, text: &str, over: &[&Layer]) {
        if over.is_empty() {
            out.text(text);
            return;
        }
        let classes: Vec<&str> = over.iter().map(|layer| layer.class.as_str()).collect();
        let mut attributes = vec![("class", classes.join(" "))];
        // A figure within a quote is what a click on it means.
        let claims = over.iter().filter_map(|layer| Some((layer.span, layer.claim?)));
        match claims.min_by_key(|(span, _)| span.len()) {
            Some((whole, claim)) => {
                attributes.push(("data-claim", format!("c{}", claim.0 + 1)));
                attributes.extend(self.place(whole));
            }
            None => attributes.extend(self.place(span)),
        }
        out.open("span", &borrowed(&attributes)).text(text).close("span");
    }

    /// The number behind the words of a finding, which leads to what the desk asks.
    fn reference(&self, out: &mut Markup, layer: &Layer) {
        let Some(number) = layer.finding else { return };
        let finding = &self.analysis.findings()[number];
        let address = format!("#{}", self.finding_anchor(number));
        let label = format!("Finding {}: {}", number + 1, finding.message);
        let class = format!("ref {}", finding.severity);
        let attributes = [("class", class.as_str()), ("href", &address), ("aria-label", &label)];
        out.element("a", &attributes, &(number + 1).to_string());
    }

    /// What the desk asks about the words beside it.
    fn aside(&self, out: &mut Markup, findings: impl Iterator<Item = usize>) {
        out.open("div", &[("class", "notes")]);
        for number in findings {
            let finding = &self.analysis.findings()[number];
            let anchor = self.finding_anchor(number);
            let mut attributes = vec![("class", format!("note {}", finding.severity)), ("id", anchor.clone())];
            attributes.extend(self.place_in_file(finding.span));
            out.open("div", &borrowed(&attributes)).open("p", &[]);
            let back = format!("#{anchor}-at");
            let label = format!("{} {}", finding.severity, number + 1);
            out.open("a", &[("class", "ref"), ("href", &back), ("aria-label", &label)]);
            out.text(&(number + 1).to_string()).close("a").text(" ").text(&finding.message).close("p");
            if let Some(help) = &finding.help {
                out.element("p", &[("class", "help")], help);
            }
            for fix in &finding.fixes {
                out.element("p", &[("class", "fix")], &fix.title);
            }
            let name = format!("{} · {}", finding.severity, finding.rule);
            out.element("p", &[("class", "rule")], &name).close("div");
        }
        out.close("div");
    }
}

/// How many of the blocks at the beginning are cells of one table.
fn table_run(blocks: &[StoryBlock]) -> usize {
    let table = |block: &StoryBlock| match block.place {
        Place::Cell { table, .. } => Some(table),
        _ => None,
    };
    let Some(first) = blocks.first().and_then(table) else { return 0 };
    blocks.iter().take_while(|block| table(block) == Some(first)).count()
}

fn row_of(block: &StoryBlock) -> Option<u32> {
    match block.place {
        Place::Cell { row, .. } => Some(row),
        _ => None,
    }
}

fn class_of(block: &StoryBlock) -> &'static str {
    match block.role {
        Role::Headline => "headline",
        Role::Dek => "dek",
        Role::Byline | Role::Dateline | Role::Date => "byline",
        Role::Subhead => "subhead",
        Role::Paragraph => "paragraph",
        Role::Caption => "caption",
        Role::ListItem => "item",
        Role::TableCell => "table",
        Role::BlockQuote | Role::Cite => "quotation",
        Role::Note => "comment",
    }
}
