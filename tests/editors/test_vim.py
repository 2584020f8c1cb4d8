"""copydesk in a real Vim, through ALE."""

import json
import pathlib

import pytest

from conftest import EDITORS, ROOT, program, wait_for
from terminal import Terminal


@pytest.mark.parametrize("name", ["harbour.md", "harbour.txt"])
def test_findings_follow_the_text_and_the_claim_card_is_shown(newsroom, name):
    vim = program("vim")
    if not pathlib.Path("/usr/share/vim-ale").exists():
        pytest.skip("ALE is not installed, and could not be installed here")
    draft = newsroom.draft.rename(newsroom.folder / name)
    told = newsroom.home / "told.json"
    environment = newsroom.environment() | {"SNIPPET": str(EDITORS / "vim/copydesk.vim"), "TOLD": str(told)}
    terminal = Terminal(newsroom, vim, "-u", ROOT / "tests/editors/ale.vim", draft, environment=environment)
    wait_for(lambda: f"what Vim tells; its screen:\n{terminal.screen()}", lambda: told.exists() and told.read_text(), 90)
    terminal.wait_until_it_ends()
    seen = json.loads(told.read_text())
    figure = (13, "W", "unattributed-figure: Who counts 340 boats? No source is named.")
    total = (15, "E", "inconsistent-total: The parts add up to 13; the story says 14.")
    assert [is_shown(*pair) for pair in zip(seen["first"], [figure, total], strict=True)] == [True, True]
    assert "Ellery Harbour Board" in seen["hover"]
    assert [is_shown(*pair) for pair in zip(seen["fixed"], [figure], strict=True)] == [True]


def is_shown(found, expected):
    """Whether line and severity are as expected, and the text begins so; what to do stands behind it."""
    return found[:2] == list(expected[:2]) and found[2].startswith(expected[2])
