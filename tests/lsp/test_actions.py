"""What a reporter can do about a finding, in every position encoding."""

import pytest
from conftest import VALLEY
from lsprotocol import types


async def actions(desk, needle, diagnostics=(), only=None):
    context = types.CodeActionContext(diagnostics=list(diagnostics), only=only)
    params = types.CodeActionParams(text_document=desk.document, range=desk.place.range(needle), context=context)
    return list(await desk.client.text_document_code_action_async(params))


async def applied(desk, action):
    if action.edit is None:
        action = await desk.client.code_action_resolve_async(action)
    edit = action.edit
    changes = edit.changes[desk.name] if edit.changes else edit.document_changes[0].edits
    return desk.place.edited(changes)


async def test_a_wrong_total_is_set_to_what_the_parts_give(desk):
    desk = desk.desk.open()
    found = await desk.published()
    offered = await actions(desk, "14", found)
    fix = next(action for action in offered if "13" in action.title)
    assert fix.kind == types.CodeActionKind.QuickFix
    assert [diagnostic.code for diagnostic in fix.diagnostics] == ["inconsistent-total"]
    assert "The dead are 13 dockers:" in await applied(desk, fix)


async def test_a_figure_without_a_source_is_given_one_that_the_story_names(desk):
    desk = desk.desk.open()
    found = await desk.published()
    offered = await actions(desk, "340", found)
    titles = [action.title for action in offered]
    assert titles == [
        "Add “, according to the Ellery Harbour Board”",
        "Add “, according to Magda Orlić”",
        "Mark “340 boats” as checked [CQ]",
        "Leave it: stet unattributed-figure",
    ]
    assert all(action.is_preferred is None for action in offered)
    texts = [await applied(desk, action) for action in offered]
    assert "The blast wrecked 340 boats, according to the Ellery Harbour Board. It was" in texts[0]
    assert "The blast wrecked 340 boats, according to Magda Orlić. It was" in texts[1]
    assert "The blast wrecked 340 boats [CQ]. It was" in texts[2]
    assert "lost\n\n<!-- stet unattributed-figure: reason -->\nThe blast" in texts[3]


async def test_every_way_out_of_a_finding_ends_it(desk):
    desk = desk.desk.open()
    offered = await actions(desk, "340", await desk.published())
    for text in [await applied(desk, action) for action in offered]:
        desk.change(types.TextDocumentContentChangeWholeDocument(text=text))
        assert [found.code for found in await desk.published()] == ["inconsistent-total"], text


async def test_an_edit_for_a_text_that_has_changed_is_refused(desk):
    desk = desk.desk.open()
    stale = (await actions(desk, "340"))[0]
    desk.replace("The blast", "A blast")
    if stale.edit is None:
        with pytest.raises(Exception, match="(?i)modified"):
            await desk.client.code_action_resolve_async(stale)


async def test_a_pronoun_is_replaced_by_the_speaker(desk):
    desk = desk.desk.open()
    offered = await actions(desk, "she")
    named = next(action for action in offered if action.title.startswith("Name the speaker"))
    assert named.kind == types.CodeActionKind.RefactorRewrite
    assert "” Orlić added." in await applied(desk, named)


async def test_only_the_kinds_that_are_asked_for_are_offered(desk):
    desk = desk.desk.open()
    assert await actions(desk, "340", only=[types.CodeActionKind.Refactor]) == []
    offered = await actions(desk, "she", only=[types.CodeActionKind.Refactor])
    assert [action.kind for action in offered] == [types.CodeActionKind.RefactorRewrite] * len(offered) != []


async def test_a_change_is_preferred_and_made_with_all_others_only_where_its_meaning_is_certain(desk):
    desk = desk.desk.open(VALLEY, "valley.md")
    found = await desk.published()
    mark = "<!-- stet hearsay: the court file says so -->"
    (certain,) = [action for action in await actions(desk, mark, found) if action.is_preferred]
    assert certain.title == "Take out the mark"
    (all,) = await actions(desk, "Flood", only=["source.fixAll"])
    assert all.kind == "source.fixAll.copydesk"
    text = await applied(desk, all)
    assert mark not in text and "321" in text and "30 percent" in text
    percentage = next(action for action in await actions(desk, "30 percent", found) if "20 percent" in action.title)
    assert percentage.is_preferred is None
    assert "up 20 percent from" in await applied(desk, percentage)


async def test_leaving_it_comes_last_and_may_be_switched_off(desk):
    offered = await actions(desk.desk.open(), "340")
    assert [action.title.startswith("Leave it") for action in offered] == [False] * (len(offered) - 1) + [True]
    desk.set_configuration({"codeActions": {"stet": False}}, section="copydesk")
    desk.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings=None))

    async def titles():
        return [action.title for action in await actions(desk.desk, "340")]

    for _ in range(200):
        if not any(title.startswith("Leave it") for title in await titles()):
            return
    raise AssertionError(await titles())
