"""A strict client: every message of the server is structured into the protocol's generated types, or the test fails."""

import asyncio
import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

HERE = pathlib.Path(__file__).parent
SERVER = [os.environ.get("COPYDESK", str(HERE.parents[1] / "target/debug/copydesk")), "lsp"]
STORY = (HERE / "drafts/harbour.md").read_text(encoding="utf-8")
VALLEY = (HERE / "drafts/valley.md").read_text(encoding="utf-8")
WIDTHS = {
    "utf-8": lambda text: len(text.encode("utf-8")),
    "utf-16": lambda text: len(text.encode("utf-16-le")) // 2,
    "utf-32": len,
}


class Place:
    """Offsets in a text as positions in one encoding, counted the slow and obvious way."""

    def __init__(self, text, encoding):
        self.text, self.width = text, WIDTHS[encoding]

    def position(self, offset):
        before = self.text[:offset].split("\n")
        return types.Position(line=len(before) - 1, character=self.width(before[-1]))

    def at(self, needle, into=0):
        return self.position(self.text.index(needle) + into)

    def range(self, needle):
        start = self.text.index(needle)
        return types.Range(start=self.position(start), end=self.position(start + len(needle)))

    def offset(self, position):
        lines = self.text.split("\n")
        line, column = lines[position.line], 0
        for index, letter in enumerate(line):
            if column >= position.character:
                return sum(len(line) + 1 for line in lines[: position.line]) + index
            column += self.width(letter)
        return sum(len(line) + 1 for line in lines[: position.line]) + len(line)

    def of(self, range):
        return self.text[self.offset(range.start) : self.offset(range.end)]

    def edited(self, edits):
        text = self.text
        for edit in sorted(edits, key=lambda edit: self.offset(edit.range.start), reverse=True):
            text = text[: self.offset(edit.range.start)] + edit.new_text + text[self.offset(edit.range.end) :]
        return text


class Desk:
    """A client with a draft open."""

    def __init__(self, client, encoding, root):
        self.client, self.encoding, self.root, self.version = client, encoding, root, 0

    def uri(self, name):
        return (self.root / name).as_uri()

    def open(self, text=STORY, name="harbour.md", language="markdown"):
        self.version += 1
        self.name = self.uri(name)
        self.document = types.TextDocumentIdentifier(uri=self.name)
        self.place = Place(text, self.encoding)
        item = types.TextDocumentItem(uri=self.name, language_id=language, version=self.version, text=text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
        return self

    def change(self, *changes):
        self.version += 1
        document = types.VersionedTextDocumentIdentifier(uri=self.name, version=self.version)
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(text_document=document, content_changes=list(changes))
        )

    def replace(self, needle, text):
        change = types.TextDocumentContentChangePartial(range=self.place.range(needle), text=text)
        self.place = Place(self.place.text.replace(needle, text, 1), self.encoding)
        self.change(change)

    def close(self):
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(text_document=self.document))

    def save(self):
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(text_document=self.document))

    async def until(self, is_so, seconds=10):
        """Waits until something is so, and says what it was that never was."""
        for _ in range(int(seconds / 0.01)):
            if is_so():
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"not within {seconds} s: {is_so.__doc__ or is_so}")

    async def published(self, version=None):
        """The diagnostics of the version, or of the present one."""
        version = self.version if version is None else version
        await self.until(lambda: self.client.versions.get(self.name) == version)
        return list(self.client.diagnostics[self.name])

    def shown(self, diagnostics):
        return [(diagnostic.code, self.place.of(diagnostic.range)) for diagnostic in diagnostics]

    async def pulled(self, previous=None):
        return await self.client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(text_document=self.document, previous_result_id=previous)
        )


def capabilities(encoding, pull=False, editor="neovim"):
    offered = client_capabilities(editor)
    offered.general = offered.general or types.GeneralClientCapabilities()
    offered.general.position_encodings = [encoding]
    document, workspace = offered.text_document, offered.workspace
    document.publish_diagnostics = types.PublishDiagnosticsClientCapabilities(
        related_information=True, version_support=True, code_description_support=True, data_support=True
    )
    document.diagnostic = types.DiagnosticClientCapabilities(related_document_support=True) if pull else None
    workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True) if pull else None
    workspace.configuration = True
    return offered


async def start(client, root, encoding="utf-16", pull=False, settings=None, offered=None, options=None):
    """Lets a client meet its server.

    `settings` are what it answers when it is asked for its user's choices, `options` what it says as it starts.
    """
    client.versions = {}
    # The library's own handler forgets for which version the diagnostics are.
    client.protocol.fm._features.pop("textDocument/publishDiagnostics")

    @client.feature("textDocument/publishDiagnostics")
    def _(params: types.PublishDiagnosticsParams):
        client.diagnostics[params.uri] = params.diagnostics
        client.versions[params.uri] = params.version

    for what in ["codeLens", "inlayHint", "semanticTokens"]:
        client.feature(f"workspace/{what}/refresh")(lambda _params: None)
    client.set_configuration(settings or {}, section="copydesk")
    return await client.initialize_session(
        types.InitializeParams(
            capabilities=offered or capabilities(encoding, pull),
            root_uri=root.as_uri(),
            initialization_options=options,
            workspace_folders=[types.WorkspaceFolder(uri=root.as_uri(), name="drafts")],
        )
    )


CONFIG = ClientServerConfig(server_command=SERVER)


@pytest_lsp.fixture(params=["utf-8", "utf-16", "utf-32"], config=CONFIG)
async def desk(request, lsp_client: LanguageClient, tmp_path):
    """A client that is told of diagnostics, in each of the three encodings."""
    initialized = await start(lsp_client, tmp_path, request.param)
    assert initialized.capabilities.position_encoding == request.param
    lsp_client.desk = Desk(lsp_client, request.param, tmp_path)
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(params=["utf-8", "utf-16", "utf-32"], config=CONFIG)
async def puller(request, lsp_client: LanguageClient, tmp_path):
    """A client that asks for diagnostics, in each of the three encodings."""
    await start(lsp_client, tmp_path, request.param, pull=True)
    lsp_client.desk = Desk(lsp_client, request.param, tmp_path)
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def story():
    return STORY
