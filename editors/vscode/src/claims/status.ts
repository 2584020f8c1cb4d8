// The counts in the status bar; a click opens the claims view.

import * as vscode from 'vscode';

import type { Desk } from '../server/desk';
import type { StoryWatcher } from './story';

export function statusItem(desk: Desk, stories: StoryWatcher): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('copydesk.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'copydesk';
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (desk.health !== 'running') {
      if (document === undefined || !desk.reads(document)) {
        item.hide();
        return;
      }
      const isStarting = desk.health === 'starting';
      item.text = isStarting ? '$(loading~spin) copydesk' : '$(debug-disconnect) copydesk';
      item.tooltip = isStarting ? 'copydesk is starting.' : 'copydesk is not running. Click to start it again.';
      item.command = 'copydesk.restart';
      item.backgroundColor = isStarting ? undefined : new vscode.ThemeColor('statusBarItem.warningBackground');
      item.show();
      return;
    }
    const listing = stories.story?.listing;
    if (listing === undefined) {
      item.hide();
      return;
    }
    const counts = listing.tally;
    const icon = listing.inconsistent > 0 ? '$(error)' : listing.unsourced + listing.other > 0 ? '$(question)' : '$(pass)';
    item.text = `${icon} ${counts}`;
    item.accessibilityInformation = { label: `copydesk: ${counts}` };
    item.tooltip = new vscode.MarkdownString(
      `**copydesk**: ${counts}\n\n${listing.claims.length} claims, ${listing.sources.length} sources.\n\nClick for the list.`,
    );
    item.command = 'copydesk.showClaims';
    item.backgroundColor = undefined;
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    desk.onHealth(update),
    stories.onChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}
