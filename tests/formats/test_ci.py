"""The recipes of docs/ci.md, as somebody would follow them who has never seen copydesk."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

from conftest import COPYDESK, ROOT

DRAFT = "Twelve people died: seven in Ayr, three in Troon and one in Irvine, the police said.\n"
QUESTION = "The parts add up to 11"


def environment(tmp_path):
    """A home without settings, and copydesk on the PATH."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "copydesk").symlink_to(pathlib.Path(COPYDESK).resolve())
    names = {f"GIT_{who}_{what}": "desk" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {
        **os.environ, **names, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / ".config"),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "GIT_CONFIG_NOSYSTEM": "1",
    }


def run(command, folder, environment):
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, shell=isinstance(command, str))
    return ran.returncode, ran.stdout + ran.stderr


def test_five_commands_lead_from_nothing_to_a_draft_that_is_held_up(tmp_path):
    page = (ROOT / "docs/ci.md").read_text("utf-8")
    commands = re.search(r"## In five commands\n.*?```sh\n(.*?)```", page, re.DOTALL)[1].splitlines()
    assert len(commands) == 5
    surroundings, desk = environment(tmp_path), tmp_path / "desk"
    desk.mkdir()
    for number, command in enumerate(commands):
        folder = desk / "news" if number else desk
        code, printed = run(command, folder, surroundings)
        assert code == (1 if number == 4 else 0), printed
    assert QUESTION in printed
    assert run("git rev-parse --verify --quiet HEAD", folder, surroundings)[0] != 0
    (folder / "crash.txt").write_text(DRAFT.replace("Twelve", "Eleven"))
    assert run("git add . && git commit --message fixed", folder, surroundings)[0] == 0


def test_pre_commit_runs_the_hook(tmp_path):
    surroundings = environment(tmp_path)
    hooks, desk = tmp_path / "hooks", tmp_path / "desk"
    hooks.mkdir()
    desk.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    assert run("git init -q && git add . && git commit -qm hooks", hooks, surroundings)[0] == 0
    revision = run("git rev-parse HEAD", hooks, surroundings)[1].strip()
    (desk / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {hooks}\n    rev: {revision}\n    hooks:\n      - id: copydesk-system\n"
    )
    (desk / "crash.txt").write_text(DRAFT)
    (desk / "notes.csv").write_text(DRAFT)
    assert run("git init -q && git add .", desk, surroundings)[0] == 0
    check = [sys.executable, "-m", "pre_commit", "run"]
    code, printed = run(check, desk, surroundings)
    assert code == 1 and QUESTION in printed and "notes.csv" not in printed, printed
    (desk / "crash.txt").write_text(DRAFT.replace("Twelve", "Eleven"))
    run("git add .", desk, surroundings)
    code, printed = run(check, desk, surroundings)
    assert (code, "Passed" in printed) == (0, True), printed


def test_the_hooks_are_what_pre_commit_takes(tmp_path):
    check = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    assert run(check, tmp_path, environment(tmp_path)) == (0, "")


def test_the_action_lints_and_writes_what_was_asked_for(tmp_path):
    """The step of action.yml that lints, as GitHub's runner would start it."""
    action = (ROOT / "action.yml").read_text("utf-8")
    script = re.search(r"name: Lint the drafts\n      shell: bash\n      run: \|\n(.*?)      env:", action, re.DOTALL)[1]
    (tmp_path / "crash.txt").write_text(DRAFT)
    inputs = {"PATHS": "crash.txt", "ARGUMENTS": "--fail-on never", "SARIF": "a.sarif", "PAGE": "a.html"}
    code, printed = run(["bash", "-e", "-c", script], tmp_path, {**environment(tmp_path), **inputs})
    assert code == 0 and printed.startswith("::error file=crash.txt,line=1,"), printed
    assert QUESTION in (tmp_path / "a.sarif").read_text("utf-8") and QUESTION in (tmp_path / "a.html").read_text("utf-8")
