// The claims view in the side bar: the open story's ledger as a tree that follows the cursor.

import * as vscode from 'vscode';

import { claimAt, groupsOf, type Group, type Order } from './groups';
import type { Claim, Range, Standing } from './listing';
import type { StoryWatcher } from './story';

type Node = { readonly kind: 'group'; readonly group: Group } | { readonly kind: 'claim'; readonly claim: Claim };

const ORDER = 'copydesk.claims.order';

const ICONS: Record<Standing, vscode.ThemeIcon> = {
  attributed: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
  carried: new vscode.ThemeIcon('arrow-up', new vscode.ThemeColor('testing.iconPassed')),
  hearsay: new vscode.ThemeIcon('comment-unresolved', new vscode.ThemeColor('list.warningForeground')),
  unattributed: new vscode.ThemeIcon('circle-outline', new vscode.ThemeColor('descriptionForeground')),
};
const ASKED = new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground'));
const BROKEN = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
const CHECKED = new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed'));

export class ClaimsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly view: vscode.TreeView<Node>;
  private readonly disposables: { dispose(): unknown }[];
  private order: Order;
  private groups: { readonly kind: 'group'; readonly group: Group }[] = [];
  /** The nodes of the claims, by their number: VS Code knows a node only by the very object. */
  private nodes = new Map<string, { node: Node; parent: Node | undefined }>();

  public readonly onDidChangeTreeData = this.changed.event;

  public constructor(
    private readonly stories: StoryWatcher,
    private readonly memory: vscode.Memento,
  ) {
    this.order = memory.get<Order>(ORDER, 'source');
    this.view = vscode.window.createTreeView('copydesk.claims', { treeDataProvider: this, showCollapseAll: true });
    this.disposables = [
      this.view,
      this.changed,
      stories.onChange(() => {
        this.update();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        void this.follow(textEditor);
      }),
      this.view.onDidChangeVisibility(() => {
        void this.follow(vscode.window.activeTextEditor);
      }),
    ];
    this.tellOrder();
    this.update();
  }

  public dispose(): void {
    this.disposables.forEach((disposable) => disposable.dispose());
  }

  public async orderBy(order: Order): Promise<void> {
    this.order = order;
    this.tellOrder();
    await this.memory.update(ORDER, order);
    this.update();
  }

  /** Brings the view to the front. */
  public async show(): Promise<void> {
    await vscode.commands.executeCommand('copydesk.claims.focus');
  }

  public getChildren(node?: Node): Node[] {
    if (node === undefined) {
      const [only] = this.groups;
      return only?.group.label === '' ? this.getChildren(only) : this.groups;
    }
    return node.kind === 'group' ? node.group.claims.flatMap((claim) => this.nodes.get(claim.id)?.node ?? []) : [];
  }

  public getParent(node: Node): Node | undefined {
    return node.kind === 'claim' ? this.nodes.get(node.claim.id)?.parent : undefined;
  }

  public getTreeItem(node: Node): vscode.TreeItem {
    return node.kind === 'group' ? this.groupItem(node.group) : this.claimItem(node.claim);
  }

  private groupItem(group: Group): vscode.TreeItem {
    const item = new vscode.TreeItem(group.label, vscode.TreeItemCollapsibleState.Expanded);
    item.id = `${this.order} ${group.key}`;
    item.description = group.description === '' ? `${group.claims.length}` : `${group.description} · ${group.claims.length}`;
    if (group.range !== undefined) {
      item.command = this.goTo(group.range);
    }
    return item;
  }

  private claimItem(claim: Claim): vscode.TreeItem {
    const item = new vscode.TreeItem(claim.text);
    item.id = `${this.order} ${claim.id}`;
    item.description = this.order === 'source' ? `line ${claim.range.start.line + 1}` : claim.says;
    const state = stateOf(claim);
    item.iconPath = state.icon;
    item.tooltip = `${claim.text}\n${claim.kind}, line ${claim.range.start.line + 1}: ${claim.says}${state.words}`;
    item.accessibilityInformation = { label: `${claim.kind} ${claim.text}, ${claim.says}${state.words}` };
    item.command = this.goTo(claim.range);
    item.contextValue = claim.checked ? 'checked' : 'unchecked';
    return item;
  }

  private goTo(range: Range): vscode.Command {
    return { command: 'copydesk.goTo', title: 'Go There', arguments: [this.stories.story?.uri, range] };
  }

  private tellOrder(): void {
    void vscode.commands.executeCommand('setContext', 'copydesk.order', this.order);
  }

  private update(): void {
    const listing = this.stories.story?.listing;
    const groups = listing === undefined ? [] : groupsOf(listing, this.order);
    this.groups = groups.filter((group) => group.claims.length > 0).map((group) => ({ kind: 'group', group }));
    this.nodes = new Map(
      this.groups.flatMap((parent) =>
        parent.group.claims.map((claim) => [
          claim.id,
          { node: { kind: 'claim', claim }, parent: parent.group.label === '' ? undefined : parent },
        ]),
      ),
    );
    // What the status bar says in words, added up.
    const open = listing === undefined ? 0 : listing.unsourced + listing.inconsistent + listing.other;
    this.view.badge = listing === undefined || open === 0 ? undefined : { value: open, tooltip: `copydesk: ${listing.tally}` };
    const message =
      listing !== undefined && this.groups.length === 0
        ? this.order === 'unsourced'
          ? 'Nothing here lacks a source that the desk would ask for.'
          : 'No claims yet: no figure, no quotation, nothing that anybody says.'
        : '';
    this.view.message = message;
    this.changed.fire(undefined);
    void this.follow(vscode.window.activeTextEditor);
  }

  /** Selects the claim under the cursor. */
  private async follow(editor: vscode.TextEditor | undefined): Promise<void> {
    const story = this.stories.story;
    if (!this.view.visible || story === undefined || editor?.document.uri.toString() !== story.uri.toString()) {
      return;
    }
    const claim = claimAt(story.listing, editor.selection.active);
    const node = claim && this.nodes.get(claim.id)?.node;
    if (node !== undefined && this.view.selection[0] !== node) {
      // The tree may be drawn anew meanwhile; the next move of the cursor finds it.
      await Promise.resolve(this.view.reveal(node, { select: true, focus: false })).catch(() => undefined);
    }
  }
}

function stateOf(claim: Claim): { icon: vscode.ThemeIcon; words: string } {
  if (claim.broken) {
    return { icon: BROKEN, words: '; the figures do not fit' };
  }
  if (claim.checked) {
    return { icon: CHECKED, words: '; checked' };
  }
  if (claim.asked && claim.standing !== 'hearsay') {
    return { icon: ASKED, words: '; who says so?' };
  }
  return { icon: ICONS[claim.standing], words: '' };
}
