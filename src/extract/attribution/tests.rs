use expect_test::{Expect, expect};

use crate::draft::{Block, Role};
use crate::extract::read_block;

fn lines(role: Role, text: &str) -> String {
    let mentions = read_block(&Block { role, text: text.to_owned() });
    let line = |attribution: &super::Attribution| {
        let source =
            attribution.source.map_or("-".to_owned(), |source| format!("{} ({:?})", source.span.of(text), source.kind));
        let content: Vec<&str> = attribution.content.iter().map(|piece| piece.of(text)).collect();
        let via = attribution.via.map_or(String::new(), |via| format!(" via {} ({:?})", via.span.of(text), via.kind));
        let announces = if attribution.announces { " announces" } else { "" };
        format!(
            "{source} | {} | {} | {:?}{via}{announces}\n",
            attribution.cue.of(text),
            content.join(" … "),
            attribution.kind
        )
    };
    mentions.attributions.iter().map(line).collect()
}

fn check(text: &str, expected: Expect) {
    expected.assert_eq(&lines(Role::Paragraph, text));
}

#[test]
fn debug() {
    let text = std::fs::read_to_string("/tmp/attr/d.txt").unwrap();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let mentions = read_block(&Block { role: Role::Paragraph, text: line.to_owned() });
        let context = super::Context {
            role: Role::Paragraph,
            text: line,
            tokens: &mentions.tokens,
            sentences: &mentions.sentences,
            quotes: &mentions.quotes,
            names: &mentions.names,
        };
        let passage = super::item::Passage::read(&context);
        let tags: Vec<String> = passage
            .items
            .iter()
            .map(|item| format!("{}/{:?}", item.span.of(line).chars().take(20).collect::<String>(), item.tag))
            .collect();
        eprintln!("{}\n{}", tags.join(" "), lines(Role::Paragraph, line));
    }
    let _ = (check, expect![""]);
}
