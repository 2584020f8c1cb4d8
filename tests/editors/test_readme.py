"""editors/README.md shows the very files that the other tests try."""

import json
import re
import tomllib

import pytest

from conftest import EDITORS

SNIPPETS = [
    "helix/languages.toml",
    "emacs/copydesk.el",
    "vim/copydesk.vim",
    "kakoune/kakrc",
    "sublime-text/LSP.sublime-settings",
    "kate/settings.json",
]
BLOCKS = re.findall(r"^```\w+\n(.*?)^```$", (EDITORS / "README.md").read_text(), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", SNIPPETS)
def test_the_readme_shows_the_file_as_it_is(name):
    assert (EDITORS / name).read_text() in BLOCKS


@pytest.mark.parametrize("name, read", [(SNIPPETS[0], tomllib.loads), *[(name, json.loads) for name in SNIPPETS[4:]]])
def test_the_file_is_well_formed(name, read):
    text = (EDITORS / name).read_text()
    assert read(text)
    assert "copydesk" in text
