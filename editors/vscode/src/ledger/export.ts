// Writes the ledger of the open story to a file, for those who have no copydesk.

import { homedir } from 'node:os';

import * as vscode from 'vscode';

import type { StoryWatcher } from '../claims/story';
import type { Desk } from '../server/desk';

export type ExportFormat = 'csv' | 'markdown' | 'html';

const ENDINGS: Record<ExportFormat, { readonly ending: string; readonly name: string }> = {
  csv: { ending: 'csv', name: 'Spreadsheet (CSV)' },
  markdown: { ending: 'md', name: 'Markdown' },
  html: { ending: 'html', name: 'Web page' },
};

/** Asks where to, unless that is known, and writes the ledger there. */
export async function exportLedger(desk: Desk, stories: StoryWatcher, format: ExportFormat, known?: vscode.Uri): Promise<void> {
  const uri = stories.story?.uri;
  if (uri === undefined) {
    void vscode.window.showInformationMessage('Open a draft first: its ledger is what would be exported.');
    return;
  }
  const ledger = await desk.ask('copydesk.ledger', { uri: uri.toString(), format });
  const { ending, name } = ENDINGS[format];
  const target = known ?? (await vscode.window.showSaveDialog({ defaultUri: beside(uri, ending), filters: { [name]: [ending] } }));
  if (target === undefined || typeof ledger !== 'string') {
    return;
  }
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(ledger));
  if (known === undefined) {
    const chosen = await vscode.window.showInformationMessage(`The ledger is in ${target.path.split('/').at(-1) ?? ''}.`, 'Open');
    if (chosen !== undefined) {
      await (format === 'html' ? vscode.env.openExternal(target) : vscode.commands.executeCommand('vscode.open', target));
    }
  }
}

/** A file beside the draft, named for it: harbour.md has harbour-ledger.csv. */
function beside(draft: vscode.Uri, ending: string): vscode.Uri {
  const folder = draft.scheme === 'file' ? vscode.Uri.joinPath(draft, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = (draft.path.split('/').at(-1) ?? 'story').replace(/\.[^.]+$/, '');
  // A story that is in no file, and no folder open: at home it will be found.
  return vscode.Uri.joinPath(folder ?? vscode.Uri.file(homedir()), `${name}-ledger.${ending}`);
}
