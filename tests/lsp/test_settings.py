"""Settings of the editor and of the newsroom, and what happens when they change."""

import asyncio

import pytest_lsp
from conftest import CONFIG, Desk, capabilities, start
from lsprotocol import types
from pytest_lsp import LanguageClient

TEXT = "Council votes\n\nSources say the pier is lost.\n"


@pytest_lsp.fixture(config=CONFIG)
async def client(lsp_client: LanguageClient, tmp_path):
    yield
    await lsp_client.shutdown_session()


async def meet(client, root, **options):
    await start(client, root, **options)
    return Desk(client, "utf-16", root)


def codes(found):
    return [diagnostic.code for diagnostic in found]


def levels(found):
    return [(diagnostic.code, diagnostic.severity) for diagnostic in found]


async def told(desk, expected):
    """Waits for the findings under the editor's settings: the server asks for those while it reads the first draft."""
    await desk.published()
    await desk.until(lambda: levels(desk.client.diagnostics[desk.name]) == expected)


async def changed(desk, path):
    event = types.FileEvent(uri=path.as_uri(), type=types.FileChangeType.Changed)
    desk.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes=[event]))


async def test_settings_up_the_tree_hold_and_are_read_again_when_they_change(client, tmp_path):
    folder = tmp_path / "court"
    folder.mkdir()
    settings = tmp_path / "copydesk.toml"
    settings.write_text('[rules]\nbare-source = "error"\n')
    desk = await meet(client, tmp_path)
    desk.open(TEXT, "court/verdict.txt", "plaintext")
    (found,) = await desk.published()
    assert (found.code, found.severity) == ("bare-source", types.DiagnosticSeverity.Error)
    desk.replace("pier", "quay")
    await desk.published()
    settings.write_text('[rules]\nbare-source = "off"\n')
    await changed(desk, settings)
    await desk.until(lambda: not client.diagnostics[desk.name])
    settings.unlink()
    await changed(desk, settings)
    await desk.until(lambda: client.diagnostics[desk.name])
    assert desk.shown(client.diagnostics[desk.name]) == [("bare-source", "Sources")], "the buffer is read, not the disk"


async def test_a_file_that_others_start_from_is_read_again_when_it_changes(client, tmp_path):
    base = tmp_path / "house.toml"
    base.write_text('[rules]\nbare-source = "hint"\n')
    (tmp_path / "copydesk.toml").write_text('extends = "house.toml"\n')
    desk = await meet(client, tmp_path)
    desk.open(TEXT, "verdict.txt", "plaintext")
    (found,) = await desk.published()
    assert found.severity == types.DiagnosticSeverity.Hint
    base.write_text('[rules]\nbare-source = "off"\n')
    await changed(desk, base)
    await desk.until(lambda: not client.diagnostics[desk.name])


async def test_each_root_has_its_own_settings(client, tmp_path):
    for name, level in [("sport", "off"), ("city", "error")]:
        (tmp_path / name).mkdir()
        (tmp_path / name / "copydesk.toml").write_text(f'[rules]\nbare-source = "{level}"\n')
    desk = await meet(client, tmp_path / "sport")
    added = [types.WorkspaceFolder(uri=(tmp_path / "city").as_uri(), name="city")]
    event = types.WorkspaceFoldersChangeEvent(added=added, removed=[])
    client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event=event))
    sport = Desk(client, "utf-16", tmp_path).open(TEXT, "sport/a.txt", "plaintext")
    assert await sport.published() == []
    city = Desk(client, "utf-16", tmp_path).open(TEXT, "city/a.txt", "plaintext")
    (found,) = await city.published()
    assert found.severity == types.DiagnosticSeverity.Error
    symbols = await client.workspace_symbol_async(types.WorkspaceSymbolParams(query="sources"))
    assert {symbol.location.uri for symbol in symbols} == {sport.name, city.name}


async def test_a_mistake_in_the_settings_is_shown_with_its_line(client, tmp_path):
    (tmp_path / "copydesk.toml").write_text('[rules]\nbare-sauce = "off"\n')
    desk = await meet(client, tmp_path)
    desk.open(TEXT, "a.txt", "plaintext")
    await desk.published()
    await desk.until(lambda: client.messages)
    (message,) = [message.message for message in client.messages]
    assert "copydesk.toml:2:" in message and "bare-source" in message


async def test_a_draft_that_the_newsroom_leaves_out_has_no_findings(client, tmp_path):
    (tmp_path / "copydesk.toml").write_text('[files]\nexclude = ["old/**"]\n')
    desk = await meet(client, tmp_path)
    desk.open(TEXT, "old/a.txt", "plaintext")
    assert await desk.published() == []


async def test_an_editor_may_set_levels_and_switch_things_off(client, tmp_path):
    settings = {
        "rules": {"bare-source": "hint"},
        "inlayHints": {"enable": False},
        "codeLens": {"enable": False},
        "codeActions": {"stet": False},
    }
    desk = await meet(client, tmp_path, settings=settings)
    desk.open(TEXT, "a.txt", "plaintext")
    await told(desk, [("bare-source", types.DiagnosticSeverity.Hint)])
    desk.open()
    await desk.published()
    whole = types.Range(start=types.Position(line=0, character=0), end=types.Position(line=99, character=0))
    hints = await client.text_document_inlay_hint_async(types.InlayHintParams(text_document=desk.document, range=whole))
    lenses = await client.text_document_code_lens_async(types.CodeLensParams(text_document=desk.document))
    assert not hints and not lenses
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            text_document=desk.document,
            range=desk.place.range("340"),
            context=types.CodeActionContext(diagnostics=[]),
        )
    )
    assert [action.title for action in actions if action.title.startswith("Leave it")] == []
    client.set_configuration({"rules": {"bare-source": "off"}}, section="copydesk")
    client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings=None))
    await desk.until(lambda: not client.diagnostics[desk.uri("a.txt")])


async def test_an_editor_that_is_not_asked_gives_its_settings_as_it_starts_and_when_they_change(client, tmp_path):
    offered = capabilities("utf-16")
    offered.workspace.configuration = False
    desk = await meet(client, tmp_path, offered=offered, options={"rules": {"bare-source": "error"}})
    desk.open(TEXT, "a.txt", "plaintext")
    assert levels(await desk.published()) == [("bare-source", types.DiagnosticSeverity.Error)]
    settings = {"copydesk": {"rules": {"bare-source": "off"}}}
    client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings=settings))
    await desk.until(lambda: not client.diagnostics[desk.name])


async def test_a_folder_may_be_opened_and_closed_later(client, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    for root in [first, second]:
        root.mkdir()
    (second / "council.txt").write_text("Council votes\n\nMayor Ada Quill said 900 homes were lost.\n")
    await meet(client, first)

    async def found():
        symbols = await client.workspace_symbol_async(types.WorkspaceSymbolParams(query="quill"))
        return [symbol.name for symbol in symbols]

    async def change(added=(), removed=()):
        event = types.WorkspaceFoldersChangeEvent(added=list(added), removed=list(removed))
        client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event=event))
        return await found()

    folder = types.WorkspaceFolder(uri=second.as_uri(), name="second")
    assert await found() == []
    assert await change(added=[folder]) == ["Ada Quill"]
    assert await change(removed=[folder]) == []


async def test_what_an_editor_sets_yields_to_the_folders_settings(client, tmp_path):
    settings = {"rules": {"bare-source": "hint"}, "figures": {"minimumCount": 5000}}
    desk = await meet(client, tmp_path, settings=settings)
    text = TEXT + "\nThe blast wrecked 340 boats.\n"
    desk.open(text, "a.txt", "plaintext")
    await told(desk, [("bare-source", types.DiagnosticSeverity.Hint)])
    newsroom = tmp_path / "copydesk.toml"
    newsroom.write_text('[rules]\nbare-source = "warning"\n')
    await changed(desk, newsroom)
    await desk.until(lambda: codes(client.diagnostics[desk.name]) == ["bare-source", "unattributed-figure"])
    assert client.diagnostics[desk.name][0].severity == types.DiagnosticSeverity.Warning


async def test_an_editor_may_start_from_a_preset(client, tmp_path):
    desk = await meet(client, tmp_path, settings={"preset": "bbc", "figures": {"minimumMoney": 10}})
    desk.open("Ferry for sale\n\nThe ferry is reportedly for sale.\n", "a.txt", "plaintext")
    await told(desk, [("hearsay", types.DiagnosticSeverity.Error)])


async def test_a_mistake_in_the_editors_settings_is_named(client, tmp_path):
    desk = await meet(client, tmp_path, settings={"rules": {"bare-source": "loud"}})
    desk.open(TEXT, "a.txt", "plaintext")
    assert codes(await desk.published()) == ["bare-source"]
    await desk.until(lambda: client.messages)
    assert "the editor's settings" in client.messages[0].message and '"loud"' in client.messages[0].message


async def test_findings_may_wait_for_the_file_to_be_saved(client, tmp_path):
    desk = await meet(client, tmp_path, settings={"run": "onSave"})
    desk.open(TEXT, "a.txt", "plaintext")
    opened = desk.version
    assert codes(await desk.published()) == ["bare-source"]
    desk.replace("Sources say the", "The mayor said the")
    await asyncio.sleep(0.3)
    assert client.versions[desk.name] == opened
    desk.save()
    assert await desk.published() == []


async def test_an_editor_that_pulls_is_told_when_a_saved_file_has_findings(client, tmp_path):
    desk = await meet(client, tmp_path, pull=True, settings={"run": "onSave"})
    desk.open(TEXT, "a.txt", "plaintext")
    before = await desk.pulled()
    assert codes(before.items) == ["bare-source"]
    desk.replace("Sources say the", "The mayor said the")
    assert (await desk.pulled(before.result_id)).kind == "unchanged"
    count = client.diagnostic_refresh_count
    desk.save()
    await desk.until(lambda: count < client.diagnostic_refresh_count)
    assert codes((await desk.pulled(before.result_id)).items) == []


async def test_an_editor_that_pulls_but_cannot_be_asked_to_is_told(client, tmp_path):
    """Neovim 0.11: it would go on showing what held under the settings of before."""
    offered = capabilities("utf-16", pull=True)
    offered.workspace.diagnostics = None
    initialized = await start(client, tmp_path, offered=offered)
    assert initialized.capabilities.diagnostic_provider is None
    desk = Desk(client, "utf-16", tmp_path).open(TEXT, "a.txt", "plaintext")
    assert codes(await desk.published()) == ["bare-source"]


async def test_an_old_editor_gets_plain_text_and_flat_answers(client, tmp_path):
    offered = capabilities("utf-16")
    offered.general.position_encodings = None
    offered.text_document.hover = types.HoverClientCapabilities(content_format=[types.MarkupKind.PlainText])
    offered.text_document.document_symbol = types.DocumentSymbolClientCapabilities()
    offered.text_document.code_action = None
    offered.text_document.rename = None
    desk = await meet(client, tmp_path, offered=offered)
    desk.open()
    hover = await client.text_document_hover_async(
        types.HoverParams(text_document=desk.document, position=desk.place.at("4,200"))
    )
    assert hover.contents.kind == types.MarkupKind.PlainText and "*" not in hover.contents.value
    symbols = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(text_document=desk.document)
    )
    assert {type(symbol) for symbol in symbols} == {types.SymbolInformation}
