// The commands of the palette and the menus, beyond those of one view.

import * as vscode from 'vscode';

import type { ClaimsView } from './claims/view';
import type { Order } from './claims/groups';
import type { Range } from './claims/listing';
import type { StoryWatcher } from './claims/story';
import { exportLedger, type ExportFormat } from './ledger/export';
import type { LedgerPanel } from './ledger/panel';
import type { Desk } from './server/desk';

/** What the commands work with. */
export interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly desk: Desk;
  readonly stories: StoryWatcher;
  readonly view: ClaimsView;
  readonly ledger: LedgerPanel;
}

export function registerCommands({ context, desk, stories, view, ledger }: Parts): void {
  const register = (name: string, run: (...args: never[]) => unknown): void => {
    context.subscriptions.push(vscode.commands.registerCommand(`copydesk.${name}`, run));
  };
  register('restart', () => desk.restart());
  register('showLog', () => {
    desk.log.show();
  });
  register('showClaims', () => view.show());
  for (const order of ['source', 'paragraph', 'unsourced'] satisfies Order[]) {
    register(`orderBy.${order}`, () => view.orderBy(order));
  }
  register('showLedger', () => ledger.show());
  for (const format of ['csv', 'markdown', 'html'] satisfies ExportFormat[]) {
    register(`export.${format}`, (target?: vscode.Uri) => exportLedger(desk, stories, format, target instanceof vscode.Uri ? target : undefined));
  }
  register('goTo', goTo);
  register('markAsChecked', (node?: { claim?: { range: Range } }) => markAsChecked(stories, node?.claim?.range));
  register('checkFolder', () => checkFolder(desk));
  register('openSample', () => openSample(context));
  register('openSettings', () => vscode.commands.executeCommand('workbench.action.openSettings', '@ext:copydesk.copydesk'));
}

async function goTo(uri: vscode.Uri | undefined, range: Range): Promise<void> {
  if (uri === undefined) {
    return;
  }
  // In the column where the story is open already, not over the ledger.
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  await vscode.window.showTextDocument(uri, {
    selection: toRange(range),
    viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
  });
}

function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Has the server mark what stands at `range`, or else under the cursor, as checked. */
async function markAsChecked(stories: StoryWatcher, range: Range | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const uri = range === undefined ? editor?.document.uri : stories.story?.uri;
  const place = range === undefined ? editor?.selection : toRange({ start: range.start, end: range.start });
  if (uri === undefined || place === undefined) {
    return;
  }
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, place, undefined, 20);
  const mark = actions.find((action) => action.title.endsWith('as checked [CQ]'));
  if (mark?.edit === undefined) {
    void vscode.window.showInformationMessage('There is nothing to mark here. Put the cursor on a figure or a quotation.');
    return;
  }
  await vscode.workspace.applyEdit(mark.edit);
}

interface Checked {
  readonly drafts: number;
  readonly cancelled: boolean;
  readonly findings: { readonly error: number; readonly warning: number; readonly information: number; readonly hint: number };
}

async function checkFolder(desk: Desk): Promise<void> {
  if (vscode.workspace.workspaceFolders === undefined) {
    void vscode.window.showInformationMessage('Open the folder of your drafts first.');
    return;
  }
  const checked = (await desk.ask('copydesk.lintWorkspace')) as Checked | undefined;
  if (checked === undefined) {
    return;
  }
  const { error, warning } = checked.findings;
  const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const drafts = `${count(checked.drafts, 'draft')} read${checked.cancelled ? ', then stopped' : ''}`;
  const chosen = await vscode.window.showInformationMessage(`${drafts}: ${count(error, 'error')}, ${count(warning, 'warning')}.`, 'Show Them');
  if (chosen !== undefined) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}

/** A story to try things on. It is in no file, so nothing can be spoilt. */
async function openSample(context: vscode.ExtensionContext): Promise<void> {
  const file = vscode.Uri.joinPath(context.extensionUri, 'walkthrough', 'sample-story.md');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}
