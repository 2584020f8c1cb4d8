//! What pictures are made of: bars that stand or lie, what is written at them, and the hatching of what is amiss.

use super::amount::Amount;
use super::markup::Markup;

/// How wide a picture is, in its own units, which are those of the page where there is room for it. In an editor's
/// panel there is little, and letters are drawn smaller with the rest: so a picture is as narrow as it can be.
pub(super) const WIDTH: f64 = 540.0;

/// How thick a bar is.
pub(super) const BAR: f64 = 120.0;

/// A picture in the making.
pub(super) struct Plot<'a> {
    pub(super) out: &'a mut Markup,
    /// How many units of the picture one of the figures' is.
    pub(super) scale: f64,
    /// The name of its own hatching: a page has many pictures.
    hatch: String,
}

/// A rectangle of a picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl<'a> Plot<'a> {
    /// Opens a picture that says what it shows to those who do not see it.
    pub(super) fn open(out: &'a mut Markup, name: &str, size: (f64, f64), scale: f64, title: &str) -> Self {
        let (width, height) = (round(size.0), round(size.1));
        let view = format!("0 0 {width} {height}");
        let attributes = [("viewBox", view.as_str()), ("width", &width), ("role", "img"), ("aria-label", title)];
        out.open("svg", &attributes).element("title", &[], title);
        let mut plot = Self { out, scale, hatch: format!("{name}-hatch") };
        plot.hatching();
        plot
    }

    pub(super) fn close(self) {
        self.out.close("svg");
    }

    /// A bar that stands on `bottom`: what is certain, and above it what is possible.
    pub(super) fn bar(&mut self, class: &str, x: f64, bottom: f64, amount: Amount) {
        let certain = amount.low * self.scale;
        self.area(class, Area { x, y: bottom - certain, width: BAR, height: certain });
        let open = (amount.high - amount.low) * self.scale;
        self.area(&format!("{class} open"), Area { x, y: bottom - certain - open, width: BAR, height: open });
    }

    pub(super) fn area(&mut self, class: &str, area: Area) {
        self.rectangle(class, area, None);
    }

    /// What is missing or too much.
    pub(super) fn gap(&mut self, area: Area) {
        let fill = format!("url(#{})", self.hatch);
        self.rectangle("gap", area, Some(&fill));
    }

    fn rectangle(&mut self, class: &str, area: Area, fill: Option<&str>) {
        if area.width <= 0.0 || area.height <= 0.0 {
            return;
        }
        let [x, y, width, height] = [area.x, area.y, area.width, area.height].map(round);
        let mut attributes = vec![("class", class), ("x", &x), ("y", &y), ("width", &width), ("height", &height)];
        attributes.extend(fill.map(|fill| ("fill", fill)));
        self.out.open("rect", &attributes).close("rect");
    }

    /// A dashed line at the height of what is compared.
    pub(super) fn level(&mut self, from: (f64, f64), to: (f64, f64)) {
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(round);
        self.out.open("line", &[("class", "level"), ("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2)]).close("line");
    }

    /// Words whose middle is at `x`.
    pub(super) fn words(&mut self, class: &str, x: f64, y: f64, words: &str) {
        let (x, y) = (round(x), round(y));
        self.out.element("text", &[("class", class), ("x", &x), ("y", &y), ("text-anchor", "middle")], words);
    }

    /// What a bar is, below it: a heading and the amount.
    pub(super) fn caption(&mut self, x: f64, bottom: f64, head: &str, amount: &str) {
        self.words("head", x + BAR / 2.0, bottom + 20.0, head);
        self.words("amount", x + BAR / 2.0, bottom + 40.0, amount);
    }

    /// The pattern of what is amiss.
    fn hatching(&mut self) {
        let size = [
            ("id", self.hatch.as_str()),
            ("width", "7"),
            ("height", "7"),
            ("patternUnits", "userSpaceOnUse"),
            ("patternTransform", "rotate(45)"),
        ];
        self.out.open("defs", &[]).open("pattern", &size);
        self.out.open("line", &[("class", "hatch"), ("x1", "0"), ("y1", "0"), ("x2", "0"), ("y2", "7")]).close("line");
        self.out.close("pattern").close("defs");
    }
}

/// A coordinate with as many places as a screen can show.
pub(super) fn round(coordinate: f64) -> String {
    format!("{coordinate:.1}")
}
