// The ledger panel: the server's page about the open story, beside the story.

import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

import type { StoryWatcher } from '../claims/story';
import type { Desk } from '../server/desk';
import { emptyPage, framed } from './page';

/** What the page tells. */
type Message = { kind: 'go'; line: number; column: number } | { kind: 'scroll'; top: number };

export class LedgerPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private shown: string | undefined;
  private uri: vscode.Uri | undefined;
  private scroll = 0;
  private readonly disposables: { dispose(): unknown }[];

  public constructor(
    private readonly desk: Desk,
    private readonly stories: StoryWatcher,
  ) {
    this.disposables = [
      stories.onChange(() => {
        void this.update();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [selection] = selections;
        if (selection !== undefined && textEditor.document.uri.toString() === this.uri?.toString()) {
          void this.panel?.webview.postMessage({ kind: 'look', line: selection.active.line + 1 });
        }
      }),
    ];
  }

  public dispose(): void {
    this.panel?.dispose();
    this.disposables.forEach((disposable) => disposable.dispose());
  }

  /** Opens the panel beside the story, or brings it to the front. */
  public async show(): Promise<void> {
    if (this.panel === undefined) {
      this.panel = vscode.window.createWebviewPanel(
        'copydesk.ledger',
        'Ledger',
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { enableScripts: true, localResourceRoots: [], enableFindWidget: true },
      );
      this.panel.onDidDispose(() => {
        this.panel = undefined;
        this.shown = undefined;
      });
      this.panel.onDidChangeViewState(() => void this.update());
      this.panel.webview.onDidReceiveMessage((message: Message) => void this.hear(message));
    } else {
      this.panel.reveal(undefined, true);
    }
    await this.update();
  }

  /** What the panel shows, for tests. */
  public get html(): string | undefined {
    return this.panel?.webview.html;
  }

  private async update(): Promise<void> {
    if (this.panel?.visible !== true) {
      return;
    }
    const uri = this.stories.story?.uri;
    const page = uri && (await this.desk.ask('copydesk.ledger', { uri: uri.toString(), format: 'html' }).catch(() => undefined));
    const html = typeof page === 'string' ? page : emptyPage('Open a draft, and its ledger appears here.');
    if (this.shown === html || (this.panel as vscode.WebviewPanel | undefined) === undefined) {
      return;
    }
    if (this.uri?.toString() !== uri?.toString()) {
      this.scroll = 0;
    }
    this.uri = uri;
    this.shown = html;
    this.panel.title = uri === undefined ? 'Ledger' : `Ledger: ${uri.path.split('/').at(-1) ?? ''}`;
    this.panel.webview.html = framed(html, { nonce: randomBytes(16).toString('base64url'), scroll: this.scroll });
  }

  private async hear(message: Message): Promise<void> {
    if (message.kind === 'scroll') {
      this.scroll = message.top;
    } else if (this.uri !== undefined) {
      const line = (await vscode.workspace.openTextDocument(this.uri)).lineAt(message.line - 1).text;
      // The page counts letters as people do; an editor counts one beyond the basic plane as two.
      const before = Array.from(line).slice(0, message.column - 1).join('');
      const place = { line: message.line - 1, character: before.length };
      await vscode.commands.executeCommand('copydesk.goTo', this.uri, { start: place, end: place });
    }
  }
}
