"""The editor and the terminal agree: for each test story the server's diagnostics are what `lint` prints."""

import json
import pathlib
import subprocess

import pytest

from conftest import SERVER, Place

STORIES = pathlib.Path(__file__).parents[1] / "stories"
LANGUAGES = {".md": "markdown", ".html": "html", ".txt": "plaintext"}
LEVELS = {"error": 1, "warning": 2, "information": 3, "hint": 4}
DRAFTS = sorted(path for path in STORIES.iterdir() if path.suffix in LANGUAGES and path.name != "KNOWN.md")


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
async def test_the_editor_and_the_terminal_agree(desk, path):
    text = path.read_bytes().decode()
    desk = desk.desk.open(text, path.name, LANGUAGES[path.suffix])
    place = Place(text, desk.encoding)
    shown = {
        (it.code, it.severity, place.offset(it.range.start), place.offset(it.range.end), it.message.split("\n")[0])
        for it in await desk.published()
    }
    command = [SERVER[0], "lint", "--no-config", "--output-format", "json", "--stdin-filename", path.name, "-"]
    printed = subprocess.run(command, input=text.encode(), capture_output=True, check=False).stdout
    characters = lambda offset: len(text.encode()[:offset].decode())
    assert shown == {
        (it["rule"], LEVELS[it["severity"]], characters(it["span"]["start"]), characters(it["span"]["end"]), it["message"])
        for it in json.loads(printed)["findings"]
    }
