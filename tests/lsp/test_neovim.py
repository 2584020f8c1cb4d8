"""The server in a real Neovim."""

import json
import os
import pathlib
import shutil
import subprocess

from conftest import HERE, SERVER

NEOVIM = os.environ.get("NVIM_BINARY", str(HERE.parents[1] / ".cache/neovim/bin/nvim"))


def test_neovim_shows_findings_follows_edits_fixes_renames_and_leaves(tmp_path):
    draft = pathlib.Path(shutil.copy(HERE / "drafts/harbour.md", tmp_path))
    command = [NEOVIM, "--headless", "--clean", "-u", "NONE", "-i", "NONE", "-n", "-l", str(HERE / "neovim.lua")]
    done = subprocess.run(
        command,
        env={**os.environ, "DRAFT": str(draft), "SERVER": SERVER[0]},
        capture_output=True,
        text=True,
        timeout=120,
    )
    told = json.loads(done.stdout)
    assert done.returncode == 0, told
    figure = {"code": "unattributed-figure", "text": "340"}
    total = {"code": "inconsistent-total", "text": "14"}
    gap = {"code": "leftover-tk", "text": "TK"}
    assert told["encoding"] == "utf-8"
    assert told["first"] == [total, figure]
    assert told["edited"] == [total, gap, figure]
    assert "Ellery Harbour Board" in told["hover"]
    assert told["fixed"] == [gap, figure]
    assert told["renamed"] == {"old": 0, "new": 3}
    assert told.get("exit") == 0
