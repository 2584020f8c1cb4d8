"""copydesk in a real Emacs, through eglot."""

import subprocess

import pytest

from conftest import EDITORS, ROOT, program


@pytest.mark.parametrize("name, mode", [("harbour.md", "markdown-mode"), ("harbour.txt", "text-mode")])
def test_findings_the_claim_card_and_a_fix(newsroom, name, mode):
    draft = newsroom.draft.rename(newsroom.folder / name)
    # -q and not -Q, which would hide Debian's packages.
    done = subprocess.run(
        [program("emacs"), "--batch", "-q", "-l", str(ROOT / "tests/editors/emacs.el")],
        env={**newsroom.environment(), "DRAFT": str(draft), "SNIPPET": str(EDITORS / "emacs/copydesk.el")},
        capture_output=True,
        text=True,
        timeout=300,
    )
    told = [tuple(line.split(": ", 1)) for line in done.stdout.splitlines() if ": " in line]
    assert done.returncode == 0, done.stderr
    assert [fact for name, fact in told if name in ("mode", "managed")] == [mode, "t"]
    figure = "340 | copydesk [unattributed-figure]: Who counts 340 boats? No source is named."
    total = "14 | copydesk [inconsistent-total]: The parts add up to 13; the story says 14."
    assert [fact for name, fact in told if name == "first"] == [figure, total]
    card = dict(told)["hover"]
    assert "Ellery Harbour Board" in card and "attributed" in card
    assert "Change the total to 13" in dict(told)["actions"]
    assert [fact for name, fact in told if name == "fixed"] == [figure]
