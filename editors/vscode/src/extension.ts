// Starts the desk and what shows its work. What is known about a story, the server knows.

import * as vscode from 'vscode';

import { Desk } from './server/desk';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('copydesk', { log: true });
  const desk = new Desk(context, log, () => Promise.resolve(false));
  context.subscriptions.push(
    log,
    desk,
    vscode.commands.registerCommand('copydesk.restart', () => desk.restart()),
    vscode.commands.registerCommand('copydesk.showLog', () => {
      log.show();
    }),
    vscode.commands.registerCommand('copydesk.checkFolder', () => desk.ask('copydesk.lintWorkspace')),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (['server.path', 'server.log', 'languages'].some((key) => change.affectsConfiguration(`copydesk.${key}`))) {
        void desk.restart();
      }
    }),
  );
  await desk.restart();
}
