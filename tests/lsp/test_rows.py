"""What the server does for a reporter, row by row, in every position encoding."""

import json

import pytest
from conftest import VALLEY
from lsprotocol import types

FIGURE = "340 boats"
TOTAL = "14 dockers"


def plain(answer):
    """What a command answers, as dictionaries."""
    return json.loads(json.dumps(answer, default=lambda value: value._asdict() if hasattr(value, "_asdict") else vars(value)))


def point(desk, needle, into=0):
    return {"text_document": desk.document, "position": desk.place.at(needle, into)}


async def test_hover_shows_the_claim_card(desk):
    desk = desk.desk.open()
    hover = await desk.client.text_document_hover_async(types.HoverParams(**point(desk, "4,200")))
    assert desk.place.of(hover.range) == "4,200 tons"
    assert hover.contents.kind == types.MarkupKind.Markdown
    assert hover.contents.value == (
        "**4,200 tons**\n\n"
        "- **Understood as:** 4,150 to 4,250 tons\n"
        "- **Says:** Ellery Harbour Board (“The Ellery Harbour Board said”)\n"
        "- **Standing:** attributed"
    )


async def test_hover_shows_the_sum_and_its_parts(desk):
    desk = desk.desk.open()
    hover = await desk.client.text_document_hover_async(types.HoverParams(**point(desk, TOTAL)))
    assert "**Adds up:** 6 + 7 = 13; “14” does not fit" in hover.contents.value


async def test_hover_shows_the_bounds_of_a_figure_and_where_else_it_stands(desk):
    desk = desk.desk.open(VALLEY, "valley.md")
    hover = await desk.client.text_document_hover_async(types.HoverParams(**point(desk, "500 homes")))
    assert "**Understood as:** more than 500" in hover.contents.value
    assert "**Also:** the text (“more than 500 homes”)" in hover.contents.value


async def test_hover_shows_through_whom_the_words_have_come(desk):
    desk = desk.desk.open(VALLEY, "valley.md")
    hover = await desk.client.text_document_hover_async(types.HoverParams(**point(desk, "40 pumps")))
    assert "**Says:** Brae Mail" in hover.contents.value
    assert "**Through:** board engineer" in hover.contents.value


async def test_hover_shows_what_was_checked_and_nothing_on_plain_words(desk):
    desk = desk.desk.open()
    hover = await desk.client.text_document_hover_async(types.HoverParams(**point(desk, "$18")))
    assert "**Checked:** https://ellery.example/budget" in hover.contents.value
    assert await desk.client.text_document_hover_async(types.HoverParams(**point(desk, "Repairs"))) is None


async def test_inlay_hints_show_sums_and_speakers(desk):
    desk = desk.desk.open()
    whole = types.Range(start=types.Position(line=0, character=0), end=types.Position(line=99, character=0))
    hints = await desk.client.text_document_inlay_hint_async(
        types.InlayHintParams(text_document=desk.document, range=whole)
    )
    shown = [(desk.place.text[: desk.place.offset(hint.position)].split()[-1], hint.label) for hint in hints]
    assert shown == [("she", "(Orlić)"), ("14", "≠ 13")]
    first = types.Range(start=desk.place.position(0), end=desk.place.at("PORT"))
    assert not await desk.client.text_document_inlay_hint_async(
        types.InlayHintParams(text_document=desk.document, range=first)
    )


async def test_inlay_hints_show_what_a_change_is(desk):
    desk = desk.desk.open(VALLEY, "valley.md")
    hints = await desk.client.text_document_inlay_hint_async(
        types.InlayHintParams(text_document=desk.document, range=desk.place.range("up 30 percent from"))
    )
    assert [(desk.place.offset(hint.position), hint.label) for hint in hints] == [
        (desk.place.text.index("30 percent") + len("30 percent"), "≠ 20 percent")
    ]


async def test_the_lens_counts_and_opens_the_ledger(desk):
    desk = desk.desk.open()
    (lens,) = await desk.client.text_document_code_lens_async(types.CodeLensParams(text_document=desk.document))
    assert lens.command.title == "14 claims · 2 sources · 1 unsourced, 1 inconsistent"
    page = await desk.client.workspace_execute_command_async(
        types.ExecuteCommandParams(command=lens.command.command, arguments=lens.command.arguments)
    )
    assert "| figure |" in page and "Magda Orlić" in page


@pytest.mark.parametrize("format", ["json", "markdown", "html"])
async def test_the_ledger_comes_in_three_formats(desk, format):
    desk = desk.desk.open()
    argument = {"uri": desk.name, "format": format}
    ledger = await desk.client.workspace_execute_command_async(
        types.ExecuteCommandParams(command="copydesk.ledger", arguments=[argument])
    )
    if format == "json":
        claims = plain(ledger)["documents"][0]["claims"]
        assert [claim["text"] for claim in claims if claim["kind"] == "quote"] != []
    else:
        assert "Magda Orlić" in ledger


async def test_the_claims_are_listed_with_who_says_them_and_where(desk):
    desk = desk.desk.open()
    listing = plain(
        await desk.client.workspace_execute_command_async(
            types.ExecuteCommandParams(command="copydesk.claims", arguments=[{"uri": desk.name}])
        )
    )

    def words(claim):
        ends = [types.Position(**claim["range"][end]) for end in ("start", "end")]
        return desk.place.of(types.Range(*ends))

    assert [words(claim) for claim in listing["claims"] if claim["asked"]] == [FIGURE]
    assert words(next(claim for claim in listing["claims"] if claim["broken"])) == TOTAL
    quotes = [claim for claim in listing["claims"] if claim["kind"] == "quote"]
    assert {claim["says"] for claim in quotes} == {"Magda Orlić"}
    assert all(listing["sources"][claim["source"]]["name"] == "Magda Orlić" for claim in quotes)
    paragraphs = [listing["paragraphs"][claim["paragraph"]]["text"] for claim in quotes]
    assert all(paragraph.startswith("“We heard it") for paragraph in paragraphs)
    assert (listing["unsourced"], listing["inconsistent"]) == (1, 1)


async def test_all_drafts_are_read_on_command(desk):
    desk = desk.desk
    (desk.root / "other.txt").write_text("Sources say the pier is lost.\n")
    result = await desk.client.workspace_execute_command_async(
        types.ExecuteCommandParams(command="copydesk.lintWorkspace", arguments=[])
    )
    result = plain(result)
    assert (result["drafts"], result["of"], result["cancelled"]) == (1, 1, False)
    assert sum(result["findings"].values()) == 1
    ((_, reports),) = desk.client.progress_reports.items()
    assert [report.value.kind if hasattr(report, "value") else report.kind for report in reports] == ["begin", "report", "end"]
    assert [found.code for found in desk.client.diagnostics[desk.uri("other.txt")]] == ["bare-source"]


async def test_the_outline_has_sections_claims_and_quotes(desk):
    desk = desk.desk.open()
    symbols = await desk.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(text_document=desk.document)
    )
    assert [symbol.name for symbol in symbols] == ["💣 Blast at Port Ellery hurts 31", "What was lost"]
    assert [child.name for child in symbols[1].children][:1] == ["340 boats"]
    assert symbols[1].children[0].detail == "nobody says it"

    def check(symbol):
        assert desk.place.of(symbol.selection_range) in desk.place.of(symbol.range)
        for child in symbol.children or []:
            assert desk.place.of(child.range) in desk.place.of(symbol.range)
            check(child)

    for symbol in symbols:
        check(symbol)


async def test_sections_fold(desk):
    desk = desk.desk.open()
    folds = await desk.client.text_document_folding_range_async(
        types.FoldingRangeParams(text_document=desk.document)
    )
    assert [(fold.start_line, fold.end_line) for fold in folds] == [(0, 8), (10, 14)]


async def test_a_selection_grows_from_quote_to_sentence_to_paragraph(desk):
    desk = desk.desk.open()
    (selection,) = await desk.client.text_document_selection_range_async(
        types.SelectionRangeParams(text_document=desk.document, positions=[desk.place.at("kilometre", 2)])
    )
    grown = []
    while selection:
        grown.append(desk.place.of(selection.range))
        selection = selection.parent
    assert grown[:3] == [
        "kilometre",
        "We heard it in the café, a kilometre away,",
        "“We heard it in the café, a kilometre away,”",
    ]
    assert grown[3] == "“We heard it in the café, a kilometre away,” Orlić said."
    assert grown[4].endswith("she added.") and grown[-1] == desk.place.text
    assert all(inner in outer for inner, outer in zip(grown, grown[1:]))


async def test_definition_leads_to_the_source(desk):
    desk = desk.desk.open()
    for needle in ["31 people", "Nobody has slept", "she added"]:
        definition = await desk.client.text_document_definition_async(types.DefinitionParams(**point(desk, needle)))
        assert "Magda Orlić" in desk.place.of(definition.range), needle
        assert desk.place.offset(definition.range.start) < desk.place.text.index("“We heard")


async def test_references_lead_to_all_that_a_source_is_cited_for(desk):
    desk = desk.desk.open()
    context = types.ReferenceContext(include_declaration=False)
    found = await desk.client.text_document_references_async(
        types.ReferenceParams(**point(desk, "Magda Orlić"), context=context)
    )
    texts = [desk.place.of(location.range) for location in found]
    assert "31 people" in texts and "“Nobody has slept since,”" in texts and "340 boats" not in texts


async def test_references_lead_from_a_figure_to_its_repeats(desk):
    desk = desk.desk.open(VALLEY, "valley.md")
    context = types.ReferenceContext(include_declaration=True)
    found = await desk.client.text_document_references_async(
        types.ReferenceParams(**point(desk, "500 homes"), context=context)
    )
    assert [desk.place.of(location.range) for location in found] == ["more than 500 homes"] * 2


async def test_the_source_is_highlighted_with_what_it_says(desk):
    desk = desk.desk.open()
    found = await desk.client.text_document_document_highlight_async(
        types.DocumentHighlightParams(**point(desk, "4,200"))
    )
    assert [desk.place.of(highlight.range) for highlight in found] == ["The Ellery Harbour Board", "4,200 tons"]


async def test_a_person_is_renamed_throughout(desk):
    desk = desk.desk.open()
    prepared = await desk.client.text_document_prepare_rename_async(
        types.PrepareRenameParams(**point(desk, "Magda Orlić", 2))
    )
    assert (desk.place.of(prepared.range), prepared.placeholder) == ("Magda Orlić", "Magda Orlić")
    edit = await desk.client.text_document_rename_async(
        types.RenameParams(**point(desk, "Magda Orlić", 2), new_name="Marta Orlov")
    )
    changes = edit.changes[desk.name] if edit.changes else edit.document_changes[0].edits
    text = desk.place.edited(changes)
    assert text.count("Marta Orlov") == 1 and "Orlić" not in text and text.count("Orlov") == 3


async def test_a_surname_is_renamed_within_the_full_name(desk):
    desk = desk.desk.open()
    edit = await desk.client.text_document_rename_async(
        types.RenameParams(**point(desk, "Orlić said. “Nobody"), new_name="Orlov")
    )
    changes = edit.changes[desk.name] if edit.changes else edit.document_changes[0].edits
    text = desk.place.edited(changes)
    assert "Magda Orlov" in text and "Orlić" not in text


async def test_an_organisation_is_renamed_throughout(desk):
    desk = desk.desk.open(VALLEY, "valley.md")
    edit = await desk.client.text_document_rename_async(
        types.RenameParams(**point(desk, "Orne River Board", 6), new_name="Orne Water Trust")
    )
    changes = edit.changes[desk.name] if edit.changes else edit.document_changes[0].edits
    text = desk.place.edited(changes)
    assert text == desk.place.text.replace("Orne River Board", "Orne Water Trust")


async def test_what_is_no_name_is_not_renamed(desk):
    desk = desk.desk.open()
    where = point(desk, "slept")
    assert await desk.client.text_document_prepare_rename_async(types.PrepareRenameParams(**where)) is None
    with pytest.raises(Exception, match="no name"):
        await desk.client.text_document_rename_async(types.RenameParams(**where, new_name="x"))


async def test_symbols_are_found_over_all_drafts(desk):
    desk = desk.desk.open()
    (desk.root / "council.txt").write_text("Council votes\n\nMayor Ada Quill said 900 homes were lost.\n")
    found = await desk.client.workspace_symbol_async(types.WorkspaceSymbolParams(query="quill"))
    assert [(symbol.name, symbol.location.uri) for symbol in found] == [("Ada Quill", desk.uri("council.txt"))]
    found = await desk.client.workspace_symbol_async(types.WorkspaceSymbolParams(query=""))
    assert {"Ada Quill", "Magda Orlić", "900 homes", "340 boats"} <= {symbol.name for symbol in found}


def decode(desk, data):
    types_ = ["source", "cue", "quote", "figure"]
    modifiers = ["attributed", "unattributed", "checked"]
    line = column = 0
    for index in range(0, len(data), 5):
        line_step, column_step, length, kind, bits = data[index : index + 5]
        line, column = line + line_step, column_step + (0 if line_step else column)
        start = desk.place.offset(types.Position(line=line, character=column))
        end = desk.place.offset(types.Position(line=line, character=column + length))
        names = [name for bit, name in enumerate(modifiers) if bits >> bit & 1]
        yield desk.place.text[start:end], types_[kind], names


async def test_semantic_tokens_tell_sources_cues_quotes_and_figures(desk):
    desk = desk.desk.open()
    tokens = await desk.client.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(text_document=desk.document)
    )
    told = list(decode(desk, tokens.data))
    assert ("31 people", "figure", ["attributed"]) in told
    assert ("“Nobody has slept since,”", "quote", ["attributed"]) in told
    assert ("she", "source", []) in told and ("added", "cue", []) in told
    assert ("340 boats", "figure", ["unattributed"]) in told
    assert ("$18 million", "figure", ["unattributed", "checked"]) in told
    part = await desk.client.text_document_semantic_tokens_range_async(
        types.SemanticTokensRangeParams(text_document=desk.document, range=desk.place.range("The blast wrecked 340 boats"))
    )
    assert list(decode(desk, part.data)) == [("340 boats", "figure", ["unattributed"])]


async def test_semantic_tokens_are_told_as_a_difference(desk):
    desk = desk.desk.open()
    before = await desk.client.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(text_document=desk.document)
    )
    desk.replace("340 boats", "some boats")
    delta = await desk.client.text_document_semantic_tokens_full_delta_async(
        types.SemanticTokensDeltaParams(text_document=desk.document, previous_result_id=before.result_id)
    )
    data = list(before.data)
    for edit in delta.edits:
        data[edit.start : edit.start + edit.delete_count] = edit.data or []
    after = await desk.client.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(text_document=desk.document)
    )
    assert data == list(after.data) != list(before.data)


async def complete(desk, text, name="harbour.md"):
    position = desk.place.position(desk.place.text.index(text) + len(text))
    items = await desk.client.text_document_completion_async(
        types.CompletionParams(text_document=desk.document, position=position)
    )
    return {item.label: item for item in items}


async def test_sources_are_completed_behind_a_cue(desk):
    desk = desk.desk.open()
    desk.replace("It was 👩‍🚒 work until dawn", "“It burned,” according to Mag")
    items = await complete(desk, "according to Mag")
    assert list(items)[0] == "Magda Orlić"
    assert desk.place.of(items["Magda Orlić"].text_edit.range) == "Mag"
    assert await complete(desk, "The blast") == {}


async def test_sources_are_completed_behind_the_verb_of_a_quotation(desk):
    desk = desk.desk.open()
    desk.replace("It was 👩‍🚒 work until dawn", "“It burned,” said El")
    items = await complete(desk, "“It burned,” said El")
    assert "Ellery Harbour Board" in items
    assert desk.place.of(items["Ellery Harbour Board"].text_edit.range) == "El"


async def test_rules_are_completed_in_a_stet_mark(desk):
    desk = desk.desk.open()
    desk.replace("The blast wrecked", "<!-- stet unatt -->\n\nThe blast wrecked")
    items = await complete(desk, "stet unatt")
    assert desk.place.of(items["unattributed-figure"].text_edit.range) == "unatt"
    assert items["unattributed-figure"].detail


async def test_settings_are_completed_and_checked(desk):
    desk = desk.desk
    desk.open("[rules]\nhearsay = \"of\"\nunat", "copydesk.toml", "toml")
    found = await desk.published()
    assert [diagnostic.range.start.line for diagnostic in found][:1] == [1]
    assert "unattributed-figure" in await complete(desk, "unat")
    assert list(await complete(desk, "hearsay = ")) == ['"off"', '"hint"', '"information"', '"warning"', '"error"']


async def test_links_in_marks_are_links(desk):
    desk = desk.desk.open()
    (link,) = await desk.client.text_document_document_link_async(
        types.DocumentLinkParams(text_document=desk.document)
    )
    assert (desk.place.of(link.range), link.target) == ("https://ellery.example/budget",) * 2
