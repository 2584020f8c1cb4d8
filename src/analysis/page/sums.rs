//! The arithmetic of a story: what does not fit as a picture where it has a length, the rest as a line.

use super::Sheet;
use super::change::Change;
use super::markup::{Markup, borrowed};
use super::share::Share;
use super::sum::Sum;
use crate::story::{Relation, RelationKind};

/// What is drawn of a relation.
enum Picture {
    Sum(Sum),
    Change(Change),
    Share(Share),
}

impl Sheet<'_> {
    pub(super) fn sums(&self, out: &mut Markup) {
        let relations = self.analysis.story().relations().iter();
        let told = relations.filter(|relation| !(relation.holds && relation.kind == RelationKind::Repeat));
        let (mut drawn, mut rest) = (Vec::new(), Vec::new());
        for relation in told {
            match self.picture_of(relation) {
                Some(picture) => drawn.push((relation, picture)),
                None => rest.push(relation),
            }
        }
        if drawn.is_empty() && rest.is_empty() {
            return;
        }
        out.open("section", &[("class", "sums")]).element("h3", &[], "Does it add up?");
        if !drawn.is_empty() {
            out.open("div", &[("class", "pictures")]);
            for (number, (relation, picture)) in drawn.iter().enumerate() {
                let name = format!("{}-p{}", self.prefix, number + 1);
                self.figure(out, relation, picture, &name);
            }
            out.close("div");
        }
        if !rest.is_empty() {
            out.open("ul", &[("class", "fits")]);
            for relation in rest {
                self.line_about(out, relation);
            }
            out.close("ul");
        }
        out.close("section");
    }

    /// Only what is wrong is worth a picture.
    fn picture_of(&self, relation: &Relation) -> Option<Picture> {
        if relation.holds {
            return None;
        }
        let sum = || self.sum_of(relation).map(Picture::Sum);
        let change = || self.change_of(relation).map(Picture::Change);
        sum().or_else(change).or_else(|| self.share_of(relation).map(Picture::Share))
    }

    fn figure(&self, out: &mut Markup, relation: &Relation, picture: &Picture, name: &str) {
        let mut attributes = vec![("class", format!("{} broken", relation.kind.name()))];
        attributes.extend(self.place_of_claim(relation.stated));
        out.open("figure", &borrowed(&attributes));
        match picture {
            Picture::Sum(sum) => sum.draw(out, name),
            Picture::Change(change) => change.draw(out, name),
            Picture::Share(share) => share.draw(out, name),
        }
        out.close("figure");
    }

    fn line_about(&self, out: &mut Markup, relation: &Relation) {
        let (class, mark) = if relation.holds { ("holds", "✓ ") } else { ("fails", "✗ ") };
        let mut attributes = vec![("class", class.to_owned())];
        attributes.extend(self.place_of_claim(relation.stated));
        let line = format!("{}, line\u{a0}{}", self.analysis.reckon(relation), self.line_of_claim(relation.stated));
        out.open("li", &borrowed(&attributes)).text(mark).text(&line).close("li");
    }
}
