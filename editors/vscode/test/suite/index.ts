// Runs inside the extension host of a real VS Code, on the folder of drafts in tests/editors/vscode.

import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { Insides } from '../../src/extension';
import { runAll, test, until } from './harness';

const { Error: WRONG, Warning: DOUBTFUL } = vscode.DiagnosticSeverity;

let insides: Insides;

function draft(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, name);
}

async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(draft(name));
  await vscode.window.showTextDocument(document);
  return document;
}

function rules(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

function placeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  assert.notEqual(start, -1, `“${words}” is in the draft`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

async function set(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('copydesk').update(key, value, vscode.ConfigurationTarget.Workspace);
}

async function revert(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

test('the server that comes with the extension starts', async () => {
  const extension = vscode.extensions.getExtension<Insides>('copydesk.copydesk');
  assert.ok(extension);
  insides = await extension.activate();
  await until('it runs', () => insides.desk.health === 'running');
});

test('a story has its findings, with the figures that they speak of', async () => {
  const document = await open('regatta.md');
  const found = await until('findings', () => {
    const all = vscode.languages.getDiagnostics(document.uri);
    return all.length === 4 ? all : undefined;
  });
  assert.deepEqual(
    found.map((one) => [document.getText(one.range), one.severity]),
    [
      ['14,200', WRONG],
      ['$310,000', DOUBTFUL],
      ['“My grandfather built the first of them, and he would laugh.”', WRONG],
      ['reportedly', DOUBTFUL],
    ],
  );
  assert.deepEqual(found[0]?.relatedInformation?.map(({ location }) => document.getText(location.range)), ['6,300', '4,100', '3,200']);
});

test('the claim card stands over a figure', async () => {
  const document = await open('regatta.md');
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, placeOf(document, '6,300').start);
  const text = hovers.flatMap(({ contents }) => contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))).join('\n');
  assert.match(text, /Jonna Beck/);
});

test('the claims are those of the story that is looked at', async () => {
  await open('regatta.md');
  const story = await until('the claims', () => insides.stories.story);
  assert.equal(story.uri.toString(), draft('regatta.md').toString());
  assert.deepEqual([story.listing.unsourced, story.listing.inconsistent], [3, 1]);
  assert.ok(story.listing.sources.some(({ name }) => name === 'Jonna Beck'));
});

test('the claims can be put in three orders', async () => {
  await open('regatta.md');
  const names = (): string[] =>
    insides.view.getChildren().map((node) => (node.kind === 'group' ? node.group.label : node.claim.text));
  await vscode.commands.executeCommand('copydesk.orderBy.source');
  assert.deepEqual(names().slice(0, 2), ['Nobody named', 'Jonna Beck']);
  await vscode.commands.executeCommand('copydesk.orderBy.paragraph');
  assert.equal(names()[0], 'Regatta draws 14,200 to Sorrel Bay');
  await vscode.commands.executeCommand('copydesk.orderBy.unsourced');
  assert.equal(names().length, 3);
  await vscode.commands.executeCommand('copydesk.orderBy.source');
});

test('going to a claim selects it', async () => {
  const document = await open('regatta.md');
  const range = placeOf(document, '$310,000');
  await vscode.commands.executeCommand('copydesk.goTo', document.uri, range);
  assert.equal(document.getText(vscode.window.activeTextEditor?.selection), '$310,000');
});

test('a figure is marked as checked from the context menu', async () => {
  const document = await open('regatta.md');
  const editor = await vscode.window.showTextDocument(document);
  const start = placeOf(document, '$310,000').start;
  editor.selection = new vscode.Selection(start, start);
  await vscode.commands.executeCommand('copydesk.markAsChecked');
  assert.match(document.getText(), /spent \$310,000 \[CQ\] on new moorings/);
  await until('the finding goes', () => !rules(document.uri).includes('unattributed-figure'));
  await revert();
  await until('it is back', () => rules(document.uri).includes('unattributed-figure'));
});

test('the fix corrects the total and the finding goes', async () => {
  const document = await open('regatta.md');
  const place = placeOf(document, '14,200 tickets');
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider', document.uri, new vscode.Range(place.start, place.start), 'quickfix', 20,
  );
  const fix = actions.find(({ title }) => title === 'Change the total to 13,600');
  assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
  assert.match(document.getText(), /sold 13,600 tickets/);
  await until('the finding goes', () => !rules(document.uri).includes('inconsistent-total'));
  await revert();
});

test('the ledger is exported as a spreadsheet, as Markdown and as a web page', async () => {
  await open('regatta.md');
  await until('the claims', () => insides.stories.story);
  for (const [format, beginning] of [['csv', /^path,/], ['markdown', /^#/], ['html', /^<!DOCTYPE html>/]] as const) {
    const target = draft(`out.${format}`);
    await vscode.commands.executeCommand(`copydesk.export.${format}`, target);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.match(text, beginning);
    assert.match(text, /Jonna Beck/);
    await vscode.workspace.fs.delete(target);
  }
});

test('the ledger panel shows the server’s page and lets it load nothing', async () => {
  await open('regatta.md');
  await vscode.commands.executeCommand('copydesk.showLedger');
  const html = await until('the page', () => (insides.ledger.html?.includes('Jonna Beck') === true ? insides.ledger.html : undefined));
  assert.match(html, /default-src 'none'/);
});

test('a rule that is switched off in the settings is quiet', async () => {
  const document = await open('regatta.md');
  await until('it speaks', () => rules(document.uri).includes('hearsay'));
  await set('rules', { hearsay: 'off' });
  await until('it is quiet', () => !rules(document.uri).includes('hearsay'));
  await set('rules', undefined);
  await until('it speaks again', () => rules(document.uri).includes('hearsay'));
});

test('a copydesk.toml in the folder outweighs the settings', async () => {
  const document = await open('regatta.md');
  const newsroom = draft('copydesk.toml');
  await set('rules', { hearsay: 'off' });
  await until('it is quiet', () => !rules(document.uri).includes('hearsay'));
  await vscode.workspace.fs.writeFile(newsroom, new TextEncoder().encode('[rules]\nhearsay = "error"\n'));
  await until('it speaks', () => rules(document.uri).includes('hearsay'));
  await vscode.workspace.fs.delete(newsroom);
  await until('it is quiet again', () => !rules(document.uri).includes('hearsay'));
  await set('rules', undefined);
});

test('findings may wait for a save', async () => {
  const document = await open('regatta.md');
  await until('it speaks', () => rules(document.uri).includes('hearsay'));
  await set('run', 'onSave');
  // The server asks for all settings at once: when the line above the story goes, it knows of the other as well.
  await set('codeLens.enable', false);
  await until('the settings have arrived', async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    return lenses.length === 0;
  });
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, placeOf(document, 'reportedly '), '');
  await vscode.workspace.applyEdit(edit);
  await new Promise((resume) => setTimeout(resume, 700));
  assert.ok(rules(document.uri).includes('hearsay'), 'nothing has been saved');
  await set('run', undefined);
  await set('codeLens.enable', undefined);
  await until('now it is up to date', () => !rules(document.uri).includes('hearsay'));
  await revert();
});

test('every setting works while a story is open', async () => {
  const uri = draft('Fähre & Kai 1.md');
  const quiet = draft('quiet desk.toml');
  const text = '# Fähre\n\nThe ferry carried 340 people in August.\n\nBurglary rose 14 percent last year.\n\nThe town spent $310,000 on ropes.\n\nIt is reportedly lost.\n\nIda Moss came. She said it was cold.\n';
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await vscode.workspace.fs.writeFile(quiet, new TextEncoder().encode('[rules]\nhearsay = "off"\n'));
  const document = await open('Fähre & Kai 1.md');
  const asked = (words: string): boolean => vscode.languages.getDiagnostics(uri).some(({ range }) => document.getText(range) === words);
  const severity = (): vscode.DiagnosticSeverity | undefined =>
    vscode.languages.getDiagnostics(uri).find(({ range }) => document.getText(range) === 'reportedly')?.severity;
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const provided = async (command: string, ...args: unknown[]): Promise<readonly { title?: string }[]> => vscode.commands.executeCommand(command, uri, ...args);
  const hasStet = async (): Promise<boolean> =>
    (await provided('vscode.executeCodeActionProvider', placeOf(document, 'reportedly'), 'quickfix')).some(({ title }) => title?.includes('stet') === true);
  const tries: [string, unknown, () => boolean | Promise<boolean>][] = [
    ['preset', 'bbc', () => severity() === WRONG],
    ['rules', { hearsay: 'error' }, () => severity() === WRONG],
    ['figures.strictness', 'relaxed', () => !asked('340')],
    ['figures.minimumCount', 1000, () => !asked('340')],
    ['figures.minimumMoney', 1_000_000, () => !asked('$310,000')],
    ['figures.percentages', false, () => !asked('14 percent')],
    ['configuration', quiet.fsPath, () => severity() === undefined],
    ['inlayHints.enable', false, async () => (await provided('vscode.executeInlayHintProvider', whole)).length === 0],
    ['codeLens.enable', false, async () => (await provided('vscode.executeCodeLensProvider')).length === 0],
    ['codeActions.stet', false, async () => !(await hasStet())],
    ['languages', ['plaintext'], () => vscode.languages.getDiagnostics(uri).length === 0],
  ];
  await until('findings', () => asked('340') && asked('14 percent') && asked('$310,000') && severity() === DOUBTFUL);
  for (const [key, value, works] of tries) {
    await until(`${key} is as it was`, async () => !(await works()));
    await set(key, value);
    await until(`${key} works`, works);
    await set(key, undefined);
    await until(`${key} is as it was`, async () => !(await works()));
  }
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await vscode.workspace.fs.delete(uri);
  await vscode.workspace.fs.delete(quiet);
});

test('AsciiDoc and mail are read as what they are, though to VS Code they are plain text', async () => {
  const texts = {
    'ferry.adoc': '= Ferry\n\n// Sources say 12 boats.\n\nThe yard is *reportedly* lost.\n',
    'ferry.eml': 'From: ida@example.org\nSubject: Ferry\n\nThe yard is reportedly lost.\n\n> Sources say 12 boats.\n',
  };
  for (const [name, text] of Object.entries(texts)) {
    await vscode.workspace.fs.writeFile(draft(name), new TextEncoder().encode(text));
    const document = await open(name);
    await until('findings', () => rules(document.uri).length > 0);
    assert.deepEqual(rules(document.uri), ['hearsay'], name);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(draft(name));
  }
});

test('the tour is there, and each of its commands is one', async () => {
  const extension = vscode.extensions.getExtension('copydesk.copydesk');
  const { walkthroughs } = (extension?.packageJSON as { contributes: { walkthroughs: { steps: { description: string }[] }[] } }).contributes;
  const known = await vscode.commands.getCommands(true);
  const named = walkthroughs.flatMap(({ steps }) => steps.flatMap(({ description }) => [...description.matchAll(/command:([\w.]+)/g)].map(([, name]) => name)));
  assert.ok(named.length >= 5);
  assert.deepEqual(named.filter((name) => name === undefined || !known.includes(name)), []);
});

test('copydesk.toml is completed and checked', async () => {
  const document = await open('settings/copydesk.toml');
  const end = document.positionAt(document.getText().indexOf('"wa') + 3);
  const list = await until('completions', async () => {
    const found = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, end);
    return found.items.length > 0 ? found : undefined;
  });
  const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  assert.ok(labels.some((label) => label.includes('warning')), labels.join(', '));
  await until('the wrong level is reported', () => vscode.languages.getDiagnostics(document.uri).length > 0);
});

test('the sample story has something to ask about, and is in no file', async () => {
  await vscode.commands.executeCommand('copydesk.openSample');
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  assert.equal(document.isUntitled, true);
  await until('findings', () => rules(document.uri).length > 0);
  assert.deepEqual(rules(document.uri).sort(), ['hearsay', 'inconsistent-total', 'unattributed-figure', 'unsourced-quote']);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
});

test('every draft in the folder is checked on command', async () => {
  void vscode.commands.executeCommand('copydesk.checkFolder');
  await until('the findings of a draft that is not open', () => rules(draft('quay.txt')).includes('bare-source'));
});

test('a server that is killed comes back, and the open draft is read again', async () => {
  const document = await open('regatta.md');
  const before = insides.desk.process;
  assert.ok(before);
  process.kill(before, 'SIGKILL');
  await until('another one runs', () => insides.desk.health === 'running' && insides.desk.process !== before);
  await until('findings', () => rules(document.uri).includes('inconsistent-total'));
});

test('a server that does nothing but crash is left alone, until somebody restarts it', async () => {
  // Told by the server's state and not by its process, which is there before it can be spoken to.
  let starts = 0;
  const listening = insides.desk.onHealth((health) => {
    starts += health === 'running' ? 1 : 0;
  });
  for (let crash = 0; crash < 3; crash += 1) {
    await until('it runs', () => insides.desk.health === 'running' && starts === crash);
    const pid = await until('its process', () => insides.desk.process);
    process.kill(pid, 'SIGKILL');
    if (crash < 2) {
      await until('it has started again', () => starts === crash + 1);
    }
  }
  listening.dispose();
  await until('it is left alone', () => insides.desk.health === 'stopped');
  await vscode.commands.executeCommand('copydesk.restart');
  await until('it runs again', () => insides.desk.health === 'running');
});

export function run(): Promise<void> {
  return runAll();
}
