// Which story is being looked at, and its claims: asked for anew when the text, the findings or the server change.

import * as vscode from 'vscode';

import type { Desk } from '../server/desk';
import type { Listing } from './listing';

/** How long the text has to rest, in milliseconds. */
const REST = 150;

export interface Story {
  readonly uri: vscode.Uri;
  readonly listing: Listing;
}

export class StoryWatcher implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Story | undefined>();
  private readonly disposables: { dispose(): unknown }[];
  private timer: NodeJS.Timeout | undefined;
  /** Counts the questions, so that a late answer does not replace a newer one. */
  private asked = 0;
  /** The draft that was looked at last: it stays in view while the focus is in a panel. */
  private document: vscode.TextDocument | undefined;

  public readonly onChange = this.changed.event;
  public story: Story | undefined;

  public constructor(private readonly desk: Desk) {
    this.disposables = [
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.look(0);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.document) {
          this.look(REST);
        }
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.document) {
          this.document = undefined;
          this.look(0);
        }
      }),
      // Marks, settings and other drafts may change what is asked without a key press here.
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === this.document?.uri.toString())) {
          this.look(REST);
        }
      }),
      desk.onHealth(() => {
        this.look(0);
      }),
      this.changed,
    ];
    this.look(0);
  }

  public dispose(): void {
    clearTimeout(this.timer);
    this.disposables.forEach((disposable) => disposable.dispose());
  }

  private look(rest: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), rest);
  }

  private async ask(): Promise<void> {
    const question = ++this.asked;
    const active = vscode.window.activeTextEditor?.document;
    if (active !== undefined) {
      this.document = this.desk.reads(active) ? active : undefined;
    }
    const uri = this.document?.uri;
    const listing = uri && ((await this.desk.ask('copydesk.claims', { uri: uri.toString() }).catch(() => undefined)) as Listing | undefined);
    if (question === this.asked) {
      this.story = uri && listing ? { uri, listing } : undefined;
      void vscode.commands.executeCommand('setContext', 'copydesk.hasStory', this.story !== undefined);
      this.changed.fire(this.story);
    }
  }
}
