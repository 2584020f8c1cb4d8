"""Draws what a terminal shows as an SVG picture: text with ANSI colours in, SVG out.

Each run of one colour is placed at its column and stretched to its width, so that columns stay in line
in whatever monospaced font the reader has. Knows SGR sequences only; the light palette is GitHub's.
"""

import html
import re
import sys
import unicodedata

WIDTH, HEIGHT, SIZE = 8.0, 18.0, 13
MARGIN, BAR = 18, 36
INK, PAPER, FRAME = "#1f2328", "#ffffff", "#d1d9e0"
PALETTE = [
    "#24292f", "#c4232d", "#1a7f37", "#9a6700", "#0550ae", "#8250df", "#1b7c83", "#6e7781",
    "#57606a", "#cf222e", "#1a7f37", "#9a6700", "#0969da", "#8250df", "#1b7c83", "#8c959f",
]
SGR = re.compile(r"\x1b\[([0-9;]*)m")
OTHER = re.compile(r"\x1b(\[[0-9;?]*[A-Za-z]|\][^\x07\x1b]*(\x07|\x1b\\))")


def colour_of(number):
    """The colour with this number among the terminal's 256."""
    if number < 16:
        return PALETTE[number]
    if number < 232:
        number -= 16
        steps = [0, 95, 135, 175, 215, 255]
        return "#%02x%02x%02x" % (steps[number // 36], steps[number // 6 % 6], steps[number % 6])
    return "#%02x%02x%02x" % ((8 + 10 * (number - 232),) * 3)


def restyle(style, codes):
    """The style after the SGR codes; a style is (colour, bold, dim, italic, underline)."""
    colour, bold, dim, italic, underline = style
    codes = [int(code or 0) for code in codes.split(";")]
    while codes:
        code = codes.pop(0)
        if code == 0:
            colour, bold, dim, italic, underline = None, False, False, False, False
        elif code == 1:
            bold = True
        elif code == 2:
            dim = True
        elif code == 22:
            bold = dim = False
        elif code in (3, 23):
            italic = code == 3
        elif code in (4, 24):
            underline = code == 4
        elif 30 <= code <= 37:
            colour = PALETTE[code - 30]
        elif 90 <= code <= 97:
            colour = PALETTE[code - 82]
        elif code == 39:
            colour = None
        elif code == 38 and codes[:1] == [5] and len(codes) > 1:
            colour, codes = colour_of(codes[1]), codes[2:]
        elif code == 38 and codes[:1] == [2] and len(codes) > 3:
            colour, codes = "#%02x%02x%02x" % tuple(codes[1:4]), codes[4:]
    return colour, bold, dim, italic, underline


def columns(text):
    """How many columns the text takes in a terminal."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) > 0 for letter in text)


def runs(line, style):
    """The line's runs of one style, each (text, style), and the style at its end."""
    parts = SGR.split(OTHER.sub(lambda found: found.group(0) if SGR.fullmatch(found.group(0)) else "", line))
    found = []
    for number, part in enumerate(parts):
        if number % 2:
            style = restyle(style, part)
        elif part:
            found.append((part, style))
    return found, style


def draw_run(text, style, column, baseline):
    """One run as an SVG element; nothing for blanks."""
    if not text.strip():
        return ""
    lead = len(text) - len(text.lstrip())
    column, text = column + columns(text[:lead]), text.strip()
    colour, bold, dim, italic, underline = style
    traits = [f'fill="{colour or INK}"']
    traits += ['font-weight="600"'] * bold + ['opacity="0.65"'] * dim + ['font-style="italic"'] * italic
    traits += ['text-decoration="underline"'] * underline
    place = f'x="{MARGIN + column * WIDTH:g}" y="{baseline:g}" textLength="{columns(text) * WIDTH:g}"'
    return f'<text {place} {" ".join(traits)}>{html.escape(text, quote=False)}</text>'


def draw(text):
    """The whole picture."""
    lines = text.rstrip("\n").split("\n")
    style = (None, False, False, False, False)
    drawn, widest = [], 80
    for number, line in enumerate(lines):
        found, style = runs(line, style)
        column = 0
        for run, its_style in found:
            drawn.append(draw_run(run, its_style, column, BAR + MARGIN + number * HEIGHT))
            column += columns(run)
        widest = max(widest, column)
    width, height = 2 * MARGIN + widest * WIDTH, BAR + MARGIN + len(lines) * HEIGHT
    dots = "".join(f'<circle cx="{20 + 18 * dot}" cy="18" r="5.5" fill="{FRAME}"/>' for dot in range(3))
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
        f' font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="{SIZE}"'
        ' xml:space="preserve">',
        f'<rect x="0.5" y="0.5" width="{width - 1:g}" height="{height - 1:g}" rx="8" fill="{PAPER}" stroke="{FRAME}"/>',
        dots,
        *filter(None, drawn),
        "</svg>",
    ]) + "\n"


if __name__ == "__main__":
    sys.stdout.write(draw(sys.stdin.read()))
