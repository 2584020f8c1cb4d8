// Starts the desk and what shows its work. What is known about a story, the server knows.

import * as vscode from 'vscode';

import { statusItem } from './claims/status';
import { StoryWatcher } from './claims/story';
import { ClaimsView } from './claims/view';
import { registerCommands } from './commands';
import { LedgerPanel } from './ledger/panel';
import { Desk } from './server/desk';

/** What tests look at. */
export interface Insides {
  readonly desk: Desk;
  readonly stories: StoryWatcher;
  readonly view: ClaimsView;
  readonly ledger: LedgerPanel;
}

export async function activate(context: vscode.ExtensionContext): Promise<Insides> {
  const log = vscode.window.createOutputChannel('copydesk', { log: true });
  const desk = new Desk(context, log, async (command) => {
    // The line above the story leads to the ledger; the server alone could only hand over its text.
    if (command === 'copydesk.ledger') {
      await ledger.show();
      return true;
    }
    return false;
  });
  const stories = new StoryWatcher(desk);
  const view = new ClaimsView(stories, context.workspaceState);
  const ledger = new LedgerPanel(desk, stories);
  context.subscriptions.push(log, desk, stories, view, ledger, statusItem(desk, stories));
  registerCommands({ context, desk, stories, view, ledger });
  tellLanguages();
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (['server.path', 'server.log', 'languages'].some((key) => change.affectsConfiguration(`copydesk.${key}`))) {
        tellLanguages();
        void desk.restart();
      }
    }),
  );
  await desk.restart();
  return { desk, stories, view, ledger };
}

/** Lets the menus know for which files they are. */
function tellLanguages(): void {
  const languages = vscode.workspace.getConfiguration('copydesk').get<string[]>('languages', []);
  void vscode.commands.executeCommand('setContext', 'copydesk.languages', languages);
}
