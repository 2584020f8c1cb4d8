"""editors/README.md shows the very files that the other tests try; what is not tried is held to what its editor documents."""

import json
import os
import re
import shutil
import subprocess
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
    "zed/extension.toml",
]
BLOCKS = re.findall(r"^```\w+\n(.*?)^```$", (EDITORS / "README.md").read_text(), re.MULTILINE | re.DOTALL)

# What the packages LSP of Sublime Text (its LSP.sublime-settings) and of Kate (its handbook) know of a server.
SUBLIME = {
    "enabled": bool, "command": list, "selector": str, "priority_selector": str, "schemes": list, "env": dict, "settings": dict,
    "initializationOptions": dict, "experimental_capabilities": dict, "disabled_capabilities": dict, "tcp_port": int,
    "diagnostics_mode": str, "file_watcher": dict, "path_maps": list,
}  # fmt: skip
KATE = {
    "command": list, "commandDebug": list, "path": list, "root": str, "rootIndicationFileNames": list, "rootIndicationFilePatterns": list,
    "useWorkspace": bool, "url": str, "highlightingModeRegex": str, "documentLanguageId": bool, "initializationOptions": dict, "settings": dict,
}  # fmt: skip
# What Zed knows of an extension that brings a language server.
ZED = {"id", "name", "description", "version", "schema_version", "authors", "repository", "language_servers"}
ZED_SERVER = {"name", "language", "languages", "language_ids", "code_action_kinds"}


def read(name):
    text = (EDITORS / name).read_text()
    return tomllib.loads(text) if name.endswith(".toml") else json.loads(text)


@pytest.mark.parametrize("name", SNIPPETS)
def test_the_readme_shows_the_file_as_it_is(name):
    assert (EDITORS / name).read_text() in BLOCKS


def test_the_file_for_helix_is_well_formed():
    assert read("helix/languages.toml")["language-server"]["copydesk"] == {"command": "copydesk", "args": ["lsp"]}


@pytest.mark.parametrize("name, servers, known", [(SNIPPETS[4], "clients", SUBLIME), (SNIPPETS[5], "servers", KATE)])
def test_a_server_is_described_by_what_the_editor_documents(name, servers, known):
    settings = read(name)
    assert list(settings) == [servers]
    for server in settings[servers].values():
        assert {key: type(value) for key, value in server.items()} == {key: known[key] for key in server}
        assert server["command"] == ["copydesk", "lsp"]


def test_kate_starts_it_for_drafts_only():
    modes = [re.compile(server["highlightingModeRegex"], re.IGNORECASE) for server in read("kate/settings.json")["servers"].values()]
    for draft in ["Markdown", "HTML", "None", "Normal", "Email"]:
        assert sum(bool(mode.search(draft)) for mode in modes) == 1, draft
    for other in ["Rust", "JSON", "R Markdown", "Django HTML Template"]:
        assert not any(mode.search(other) for mode in modes), other


def test_zed_finds_what_it_wants_to_know():
    extension = read("zed/extension.toml")
    assert set(extension) == ZED and extension["schema_version"] == 1
    (server,) = extension["language_servers"].values()
    assert set(server) <= ZED_SERVER
    assert set(server["language_ids"]) == set(server["languages"])
    crate = read("zed/Cargo.toml")
    assert crate["package"]["version"] == extension["version"] and crate["lib"]["crate-type"] == ["cdylib"]


def test_zeds_extension_is_compiled_to_what_zed_loads(tmp_path):
    if shutil.which("rustup") is None or "wasm32-wasip2" not in subprocess.run(
        ["rustup", "target", "list", "--installed"], capture_output=True, text=True
    ).stdout.split():
        pytest.skip("Rust's target wasm32-wasip2 is not there: rustup target add wasm32-wasip2")
    target = os.environ.get("CARGO_TARGET_DIR", str(EDITORS.parent / "target/zed"))
    command = ["cargo", "build", "--locked", "--quiet", "--target", "wasm32-wasip2", "--target-dir", target]
    ran = subprocess.run([*command, "--manifest-path", str(EDITORS / "zed/Cargo.toml")], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    (component,) = (EDITORS.parent / target).glob("wasm32-wasip2/debug/*.wasm")
    component = component.read_bytes()
    # A component, not a bare module; the version and the call that Zed looks for.
    assert component.startswith(b"\0asm\x0d\0\x01\0")
    assert b"zed:api-version" in component and b"language-server-command" in component
