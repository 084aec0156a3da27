"""Figures as SVG for a page: presentation attributes instead of styles, the page's colours, no id twice.

Standing on matplotlib's own writer, whose interface is private: the minor version is held in pyproject.toml,
and the tests name what would break.
"""

# matplotlib's backends carry no types:
# mypy: allow-untyped-calls, no-warn-return-any

import re
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO

from matplotlib._path import convert_to_string  # type: ignore[attr-defined]  # not in its stub
from matplotlib.backends.backend_svg import RendererSVG, _XMLWriter
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Transform

from tracker.charts.style import COLOURS

PAGE_COLOURS = {colour: f"var(--{name})" for name, colour in COLOURS.items()}
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
UNWRITTEN = {"font-family", "text-anchor=start", "stroke-dashoffset=0"}
DECIMALS = 2  # of a coordinate: a hundredth of a pixel
LETTERS = [b"M", b"L", b"Q", b"C", b"z"]
FILE_FONT = "Inter, system-ui, sans-serif"


@dataclass(frozen=True)
class Naming:
    """What a drawing is called: `prefix` sets its ids apart; title and text are read out in place of it.

    With the role "group" they are read out before it, and its links can be followed.
    """

    prefix: str
    title: str
    text: str
    role: str = "img"


def page(figure: Figure, naming: Naming) -> str:
    """For standing in a page: in the page's colours and font, its width left to the page."""
    return _written(figure, naming, on_page=True)


def file(figure: Figure, naming: Naming) -> str:
    """For leaving the site: a document of its own, in the light colours on white."""
    return '<?xml version="1.0" encoding="utf-8"?>\n' + _written(figure, naming, on_page=False)


def _written(figure: Figure, naming: Naming, *, on_page: bool) -> str:
    out = StringIO()
    renderer = Renderer(figure, out, naming, on_page=on_page)
    figure.draw(renderer)
    renderer.finalize()
    return out.getvalue()


class Writer(_XMLWriter):
    """Elements without style, with prefixed ids and, on a page, with its colours; text that XML allows."""

    def __init__(self, out: StringIO, prefix: str, *, on_page: bool) -> None:
        super().__init__(out)
        self.prefix, self.on_page = prefix, on_page

    def start(self, tag: str, attrib: dict[str, str] | None = None, **extra: str) -> int:
        given = {**(attrib or {}), **extra}
        styled = _presentation(given.pop("style", ""), self.on_page)
        named = {key: self._own(tag, key, value) for key, value in given.items()}
        started: int = super().start(tag, {**named, **styled})
        return started

    def data(self, text: str) -> None:
        super().data(NOT_IN_XML.sub("", text))

    def _own(self, tag: str, key: str, value: str) -> str:
        if key == "id":
            return f"{self.prefix}-{value}"
        if key == "transform" and value.startswith(("rotate(-0 ", "rotate(0 ")):
            return ""
        if key in ("x", "y"):
            return f"{float(value):.2f}".rstrip("0").rstrip(".")
        return value.replace("#", f"#{self.prefix}-") if key in ("clip-path", "xlink:href") else value


@lru_cache(maxsize=512)
def _presentation(style: str, on_page: bool) -> dict[str, str]:
    """The declarations of a style as attributes; colours of the palette as the page's own."""
    written = {}
    for declaration in filter(None, style.split("; ")):
        key, value = declaration.split(": ", 1)
        if key not in UNWRITTEN and f"{key}={value}" not in UNWRITTEN:
            written[key] = PAGE_COLOURS.get(value, value) if on_page else value
    return written


class Renderer(RendererSVG):
    """Draws a figure through our writer; groups and metadata of matplotlib's are left out."""

    def __init__(self, figure: Figure, out: StringIO, naming: Naming, *, on_page: bool) -> None:
        width, height = (72 * inches for inches in figure.get_size_inches())
        super().__init__(width, height, StringIO(), image_dpi=72)  # its prologue is not ours
        self.writer = Writer(out, naming.prefix, on_page=on_page)
        self._linked: list[bool] = []
        self._start_id = self._open(naming, f"0 0 {width:g} {height:g}", on_page=on_page)

    def _open(self, naming: Naming, box: str, *, on_page: bool) -> int:
        ids = f"{naming.prefix}-title {naming.prefix}-text"
        own = {} if on_page else {"font-family": FILE_FONT, "style": "fill: " + COLOURS["ink"]}
        root = {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": box,
            "role": naming.role,
            "aria-labelledby": ids,
            **own,
        }
        start = self.writer.start("svg", {**root, "xmlns:xlink": "http://www.w3.org/1999/xlink"})
        self.writer.element("title", naming.title, id="title")
        self.writer.element("desc", naming.text, id="text")
        return start

    def _write_metadata(self, metadata: dict[str, str] | None) -> None:
        """None: the same data gives the same bytes."""

    def _write_default_style(self) -> None:
        """None: a style sheet would reach the whole page."""

    def open_group(self, s: str, gid: str | None = None) -> None:
        """None, for its id would stand twice on a page; but the gid of ours is the address of a link."""
        self._linked.append(bool(gid))
        if gid:
            self.writer.start("a", {"href": gid})

    def close_group(self, s: str) -> None:
        if self._linked.pop():
            self.writer.end("a")

    def _convert_path(self, path: Path, transform: Transform | None = None, clip: object = None,
                      simplify: bool | None = None, sketch: object = None) -> str:  # fmt: skip
        bounds = (0.0, 0.0, self.width, self.height) if clip else None
        return (
            convert_to_string(path, transform, bounds, simplify, sketch, DECIMALS, LETTERS, False)
            .decode("ascii")
            .replace("\n", " ")
            .rstrip()
        )

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: object
    ) -> tuple[float, float, float]:
        """A guess: the browser sets the text from its anchor; measuring would warn of every missing glyph."""
        size = prop.get_size_in_points()
        return 0.55 * size * len(s), 0.95 * size, 0.2 * size
