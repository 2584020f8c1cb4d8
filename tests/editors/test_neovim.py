"""copydesk in a real Neovim, through the plugin: 0.11 with `vim.lsp.enable`, 0.10 with `setup()`."""

import os
import pathlib
import re
import signal

import pytest

from conftest import EDITORS, wait_for
from neovim import Neovim, binary, is_server

TOTAL = ("inconsistent-total", "14")
FIGURE = ("unattributed-figure", "340")


@pytest.fixture(params=["0.11", "0.10"])
def version(request):
    if not binary(request.param):
        pytest.skip(f"Neovim {request.param} could not be installed here")
    return request.param


@pytest.fixture
def start(newsroom, version):
    started = []

    def start(*arguments, **options):
        started.append(Neovim(newsroom, version, **options).start(*arguments))
        return started[-1]

    yield start
    for editor in started:
        editor.leave()


@pytest.fixture
def editor(start, newsroom):
    """Neovim with the draft open and read."""
    editor = start(newsroom.draft)
    editor.wait_for_findings([TOTAL, FIGURE])
    return editor


def test_a_finding_names_the_other_figures(editor):
    related = editor.lua(
        """
        local total = vim.tbl_filter(function(d) return d.code == 'inconsistent-total' end, vim.diagnostic.get(0))[1]
        return vim.tbl_map(function(other) return other.message end, total.user_data.lsp.relatedInformation)"""
    )
    assert related == ["6", "7"]


def test_the_claim_card_is_shown_where_the_cursor_rests(editor):
    editor.put_cursor_on("4,200 tons")
    editor.lua("vim.lsp.buf.hover()")
    card = editor.wait_for_window("4,200 tons", "Ellery Harbour Board", "attributed")
    assert "\\" not in card


def test_a_fix_corrects_the_total_and_the_finding_goes(editor):
    editor.put_cursor_on("14 dockers")
    editor.lua("vim.lsp.buf.code_action({ apply = true, filter = function(a) return a.title:find('13') ~= nil end })")
    wait_for("the total is corrected", lambda: "13 dockers" in editor.text())
    editor.wait_for_findings([FIGURE])


def test_findings_follow_what_is_typed(editor):
    editor.command("normal! GoResidents counted 77 calls, and TK more.")
    editor.wait_for_findings([TOTAL, FIGURE, ("leftover-tk", "TK")])
    editor.command("undo")
    editor.wait_for_findings([TOTAL, FIGURE])


def test_the_ledger_shows_who_says_what_and_enter_goes_there(editor):
    editor.command("CopydeskLedger")
    ledger = editor.wait_for_window("harbour.md: ", "4,200 tons")
    rows = ledger.split("\n")
    assert rows[0] == "harbour.md: 14 claims, 1 unsourced, 1 inconsistent"
    assert any(re.match(r" +15  does not fit +14 dockers +sum: 6.*7", row) for row in rows), ledger
    assert any(re.match(r" +7  attributed +4,200 tons.* Ellery Harbour Board$", row) for row in rows), ledger
    wait_for("the ledger's window", lambda: "harbour.md: " in editor.text())
    editor.put_cursor_on("340 boats")
    editor.nvim.input("<CR>")
    wait_for("the cursor is on the claim", lambda: editor.nvim.current.buffer.name.endswith("harbour.md"))
    assert editor.nvim.current.line[editor.nvim.current.window.cursor[1] :].startswith("340 boats")


def test_the_ledger_finds_a_claim_behind_an_emoji(editor):
    editor.command("normal! Go👩‍🚒 💣 The board counted 52 ships.")
    editor.command("CopydeskLedger")
    # The story has these words, too; the ledger alone has its title.
    editor.wait_for_window("harbour.md: ", "52 ships")
    wait_for("the ledger's window", lambda: "harbour.md: " in editor.text())
    editor.put_cursor_on("52 ships")
    editor.nvim.input("<CR>")
    wait_for("the cursor is on the claim", lambda: editor.nvim.current.buffer.name.endswith("harbour.md"))
    column = editor.nvim.current.window.cursor[1]
    assert editor.nvim.current.line.encode()[column:].decode().startswith("52 ships")


def test_the_ledger_follows_the_story_and_closes(editor):
    editor.command("CopydeskLedger")
    editor.wait_for_window("harbour.md: ")
    editor.command("wincmd p")
    editor.command("normal! GoThe board counted 52 ships.")
    editor.wait_for_window("harbour.md: ", "52 ships")
    editor.command("wincmd p")
    editor.nvim.input("q")
    wait_for("the ledger is closed", lambda: len(editor.nvim.windows) == 1)


def test_quickfix_lists_each_question_with_the_other_figures(editor):
    editor.command("CopydeskQuickfix")
    wait_for("the list", lambda: editor.nvim.funcs.getqflist())
    entries = [(entry["type"], entry["lnum"], entry["text"]) for entry in editor.nvim.funcs.getqflist()]
    assert entries == [
        ("W", 13, "Who counts 340 boats? No source is named. [unattributed-figure]"),
        ("E", 15, "The parts add up to 13; the story says 14. [inconsistent-total]"),
        ("I", 15, "    6"),
        ("I", 15, "    7"),
    ]
    editor.command("cc 4")
    column = editor.nvim.current.window.cursor[1]
    assert editor.nvim.current.line[column:].startswith("7 from Sand Bay")


def test_quickfix_of_the_folder_lists_drafts_that_are_not_open(newsroom, start):
    (newsroom.folder / "copydesk.toml").write_text("")
    (newsroom.folder / "second.txt").write_text("Fees\n\nThe fee brought TK dollars, the board said.\n")
    editor = start(newsroom.draft)
    editor.wait_for_findings([TOTAL, FIGURE])
    editor.command("CopydeskQuickfix!")
    wait_for("the list", lambda: editor.nvim.funcs.getqflist())
    listed = {os.path.basename(editor.nvim.funcs.bufname(entry["bufnr"])) for entry in editor.nvim.funcs.getqflist()}
    assert listed == {"harbour.md", "second.txt"}


def test_settings_that_are_saved_hold_at_once(newsroom, editor):
    editor.command(f"split {newsroom.folder}/copydesk.toml")
    editor.nvim.current.buffer[:] = ["[rules]", 'unattributed-figure = "off"']
    editor.command("write")
    editor.command("wincmd p")
    editor.wait_for_findings([TOTAL])
    editor.command("wincmd p")
    editor.nvim.current.buffer[:] = ["[rules]", 'unattributed-figure = "error"']
    editor.command("write")
    editor.command("wincmd p")
    editor.wait_for_findings([TOTAL, FIGURE])


def test_a_mistake_in_the_settings_is_shown_where_it_stands(newsroom, start):
    settings = newsroom.folder / "copydesk.toml"
    settings.write_text('[rules]\nhearsy = "off"\n')
    editor = start(settings)
    wait_for("the mistake", lambda: "hearsy" in str(editor.lua("return vim.diagnostic.get(0)")))


def test_the_users_own_settings_are_passed_on(newsroom, version, start):
    options = "{ settings = { copydesk = { rules = { ['unattributed-figure'] = 'off' } } } }"
    inits = {
        "0.11": f"vim.lsp.config('copydesk', {options}) vim.lsp.enable('copydesk')",
        "0.10": f"require('copydesk').setup({options})",
    }
    start(newsroom.draft, init=inits[version]).wait_for_findings([TOTAL])


@pytest.mark.parametrize("name", ["draft.md", "draft.txt", "draft.html", "draft.eml", "draft.adoc"])
def test_drafts_of_every_kind_are_read(newsroom, start, name):
    draft = newsroom.folder / name
    draft.write_text("The dead are 14 dockers: 6 from Ellery and 7 from Sand Bay, the Harbour Board said.\n")
    start(draft).wait_for_findings([TOTAL])


def test_other_toml_files_and_programs_are_left_alone(newsroom, start):
    for name in ["Cargo.toml", "tool.py"]:
        (newsroom.folder / name).write_text('name = "TK"\n')
    editor = start(newsroom.folder / "Cargo.toml")
    editor.open(newsroom.folder / "tool.py")
    editor.open(newsroom.draft)
    editor.wait_for_findings([TOTAL, FIGURE])
    attached = editor.lua(
        "return vim.tbl_map(function(b) return vim.fs.basename(vim.api.nvim_buf_get_name(b)) end,"
        "vim.tbl_keys(vim.lsp.get_clients({ name = 'copydesk' })[1].attached_buffers))"
    )
    assert attached == ["harbour.md"]


def test_a_newsroom_has_one_server(newsroom, start):
    (newsroom.folder / "copydesk.toml").write_text("")
    (newsroom.folder / "sports").mkdir()
    second = newsroom.folder / "sports/second.md"
    second.write_text("The fee brought TK dollars, the board said.\n")
    editor = start(newsroom.draft)
    editor.wait_for_findings([TOTAL, FIGURE])
    editor.open(second)
    editor.wait_for_findings([("leftover-tk", "TK")])
    assert len(editor.servers()) == 1


def test_a_server_that_dies_comes_back(editor):
    (first,) = editor.servers()
    os.kill(first, signal.SIGKILL)
    wait_for("another server", lambda: [server for server in editor.servers() if server != first])
    editor.command("normal! GoResidents counted 77 calls, and TK more.")
    editor.wait_for_findings([TOTAL, FIGURE, ("leftover-tk", "TK")])


def test_a_server_that_keeps_dying_is_let_go_until_it_is_asked_for(editor):
    for _ in range(5):
        (server,) = wait_for("a server", editor.servers)
        wait_for("the client attaches", lambda: editor.lua("return #vim.lsp.get_clients({ bufnr = 0 })") == 1)
        os.kill(server, signal.SIGKILL)
        wait_for("it is gone", lambda: not is_server(server))
    wait_for("a word", lambda: "the server keeps ending; :CopydeskRestart tries again" in editor.messages())
    assert editor.servers() == []
    editor.command("CopydeskRestart")
    editor.command("normal! GoResidents counted 77 calls, and TK more.")
    editor.wait_for_findings([TOTAL, FIGURE, ("leftover-tk", "TK")])


def test_restart_starts_one_server_anew(editor):
    (first,) = editor.servers()
    editor.command("CopydeskRestart")
    (second,) = wait_for("one other server", lambda: [s for s in editor.servers() if s != first])
    wait_for("the first is gone", lambda: editor.servers() == [second])
    editor.wait_for_findings([TOTAL, FIGURE])


def test_leaving_neovim_ends_the_server(editor):
    (server,) = editor.servers()
    editor.leave()
    wait_for("the server ends", lambda: not is_server(server))


def test_commands_without_a_server_say_where_to_look(newsroom, start):
    editor = start(newsroom.folder / "tool.py")
    for command in ["CopydeskLedger", "CopydeskQuickfix", "CopydeskQuickfix!"]:
        editor.command("messages clear")
        editor.command(command)
        assert "no server reads this file; :checkhealth copydesk says why" in editor.messages()


def test_checkhealth_finds_everything_in_order(newsroom, editor):
    editor.command("checkhealth copydesk")
    health = editor.wait_for_window("copydesk: drafts")
    assert re.search(r"OK .*Neovim 0\.1\d", health)
    assert re.search(r"OK .*bin/copydesk \(copydesk \d", health)
    assert re.search(rf"reads {re.escape(str(newsroom.draft))}, columns in utf-(8|16)", health)
    assert "ERROR" not in health and "WARNING" not in health


def test_checkhealth_says_what_to_do_where_the_program_is_missing(newsroom, version, start):
    (newsroom.home / "bin/copydesk").unlink()
    editor = start(newsroom.draft)
    editor.command("checkhealth copydesk")
    health = editor.wait_for_window("copydesk: drafts")
    assert "there is no program 'copydesk'" in health
    assert "cargo install --locked --path ." in health


def test_names_and_sums_stand_beside_the_words(editor):
    editor.lua("vim.lsp.inlay_hint.enable(true)")

    def hints():
        return editor.lua("return vim.tbl_map(function(h) return h.inlay_hint.label end, vim.lsp.inlay_hint.get())")

    assert wait_for("inlay hints", hints) == ["(Orlić)", "≠ 13"]


def test_a_click_on_the_counts_opens_the_ledger(editor):
    editor.lua("vim.lsp.codelens.refresh({ bufnr = 0 })")
    wait_for("a lens", lambda: editor.lua("return #vim.lsp.codelens.get(0)") == 1)
    editor.nvim.current.window.cursor = (1, 0)
    editor.lua("vim.lsp.codelens.run()")
    editor.wait_for_window("harbour.md: ", "4,200 tons")


def test_sources_are_offered_behind_according_to(editor):
    editor.command("normal! GoThe fire was out by noon, according to ")
    offered = editor.lua(
        """
        local client = vim.lsp.get_clients({ bufnr = 0 })[1]
        local row, col = unpack(vim.api.nvim_win_get_cursor(0))
        local params = { textDocument = { uri = vim.uri_from_bufnr(0) }, position = { line = row - 1, character = col + 1 } }
        local answer = vim.lsp.buf_request_sync(0, 'textDocument/completion', params, 20000)[client.id].result
        return vim.tbl_map(function(item) return item.label end, answer.items or answer)"""
    )
    assert sorted(offered) == ["Ellery Harbour Board", "Magda Orlić"]


def test_a_rename_reaches_the_whole_story(editor):
    editor.put_cursor_on("Magda Orlić")
    editor.lua("vim.lsp.buf.rename('Marta Orlov')")
    wait_for("the new name", lambda: editor.text().count("Orlov") == 3)
    assert "Orlić" not in editor.text()


def test_the_help_opens_and_every_tag_in_it_leads_somewhere(newsroom, start, tmp_path):
    editor = start()
    doc = EDITORS / "nvim/doc"
    copy = tmp_path / "rtp/doc"
    copy.mkdir(parents=True)
    text = (doc / "copydesk.txt").read_text()
    (copy / "copydesk.txt").write_text(text)
    editor.command(f"helptags {copy}")
    editor.command(f"set runtimepath^={copy.parent}")
    for tag in {"copydesk", *re.findall(r"\|([^|\s]+)\|", text)}:
        editor.command(f"help {tag}")
        assert editor.nvim.current.buffer.options["buftype"] == "help", tag
    for command in re.findall(r"^:(Copydesk\w+)", text, re.MULTILINE):
        assert editor.nvim.funcs.exists(f":{command}") == 2
    assert max(len(line) for line in text.split("\n")) <= 79


def test_the_one_file_is_enough(newsroom, version, start):
    if version == "0.10":
        pytest.skip("Neovim 0.10 does not read lsp/*.lua by itself")
    alone = pathlib.Path(newsroom.home / "config/nvim/lsp")
    alone.mkdir(parents=True)
    (alone / "copydesk.lua").write_text((EDITORS / "nvim/lsp/copydesk.lua").read_text())
    start(newsroom.draft, plugin=False).wait_for_findings([TOTAL, FIGURE])
