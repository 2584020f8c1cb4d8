// The server's life: it is looked for, started, started again after a crash, and stopped.

import { execFile } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import {
  CloseAction,
  type ConfigurationParams,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient/node';

import { CrashCounter } from './crashes';
import { findServer } from './find';
import { settingsFor, type Settings } from './settings';
import { cannotFind, didNotStart, isNotCopydesk, isTooOld, keepsCrashing, type Remedy, type Trouble } from './trouble';
import { isNewEnough, versionIn } from './version';

/** How long a program may take to say its version. */
const PATIENCE = 10_000;

/** How the server is doing. */
export type Health = 'starting' | 'running' | 'stopped';

export class Desk implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private readonly crashes = new CrashCounter();
  private readonly healthChanged = new vscode.EventEmitter<Health>();
  /** One start or stop after the other. */
  private queue: Promise<void> = Promise.resolve();
  private complaint: string | undefined;

  public readonly onHealth = this.healthChanged.event;
  public health: Health = 'stopped';

  public constructor(
    private readonly context: vscode.ExtensionContext,
    public readonly log: vscode.LogOutputChannel,
    private readonly onCommand: (command: string, argument: unknown) => Promise<boolean>,
  ) {}

  /** Starts the server, or starts it anew. */
  public restart(): Promise<void> {
    this.crashes.forget();
    this.complaint = undefined;
    return this.enqueue(async () => {
      await this.stop();
      await this.start();
    });
  }

  public dispose(): Promise<void> {
    return this.enqueue(() => this.stop());
  }

  /** Has the server carry out a command of its own; `undefined` while there is no server. */
  public async ask(command: string, ...args: unknown[]): Promise<unknown> {
    if (this.client?.state !== State.Running) {
      return undefined;
    }
    return this.client.sendRequest('workspace/executeCommand', { command, arguments: args });
  }

  /** Whether `document` is one that the server reads as a draft. */
  public reads(document: vscode.TextDocument): boolean {
    return vscode.languages.match(drafts(), document) > 0;
  }

  /** The process of the server, for tests that end it. */
  public get process(): number | undefined {
    const client = this.client as unknown as { _serverProcess?: { pid?: number } } | undefined;
    return client?._serverProcess?.pid;
  }

  private enqueue(work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(work, work);
    return this.queue;
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client !== undefined) {
      await client.dispose(2_000).catch((error: unknown) => {
        this.log.warn(`stopping: ${String(error)}`);
      });
    }
    this.setHealth('stopped');
  }

  private async start(): Promise<void> {
    const program = await this.program();
    if (program === undefined) {
      return;
    }
    this.setHealth('starting');
    const env = { ...process.env, RUST_LOG: this.logLevel() };
    // The server has no business in the opened folder beyond reading drafts and copydesk.toml.
    const run = { command: program, args: ['lsp'], options: { env, cwd: homedir() } };
    const client = new LanguageClient('copydesk', 'copydesk', run, this.options());
    client.onDidChangeState(({ newState }) => {
      if (this.client === client) {
        this.setHealth(newState === State.Running ? 'running' : newState === State.Starting ? 'starting' : 'stopped');
      }
    });
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      this.log.error(`starting ${program}: ${String(error)}`);
      this.tell(didNotStart());
    }
  }

  /** The server's program, when there is one that will do. */
  private async program(): Promise<string | undefined> {
    const found = findServer({
      // A folder's settings are not asked, whatever they hold.
      setting: vscode.workspace.getConfiguration('copydesk').inspect<string>('server.path')?.globalValue ?? '',
      extension: this.context.extensionPath,
      searchPath: process.env.PATH ?? '',
      home: homedir(),
      platform: process.platform,
      isProgram,
    });
    if (found.kind !== 'found') {
      this.tell(cannotFind(found));
      return undefined;
    }
    const version = await versionOf(found.file);
    this.log.info(`server: ${found.file} (${found.origin}), version ${version ?? 'unknown'}`);
    if (version === undefined) {
      this.tell(isNotCopydesk(found.file));
      return undefined;
    }
    if (!isNewEnough(version)) {
      this.tell(isTooOld(found.file, version));
      return undefined;
    }
    return found.file;
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: [...drafts(), ...newsrooms()],
      outputChannel: this.log,
      // A request that fails while the server starts again is nothing that a reporter can do anything about.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: settingsAt(undefined),
      errorHandler: {
        error: (_error, _message, count) => ({ action: (count ?? 0) < 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true }),
        closed: () => {
          const again = this.crashes.isWorthAnotherTry(Date.now());
          this.log.warn(`the server has stopped${again ? '; it is started again' : ''}`);
          if (!again) {
            this.tell(keepsCrashing());
          }
          return { action: again ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
        },
      },
      middleware: {
        workspace: {
          configuration: (params: ConfigurationParams) =>
            params.items.map((item) => (item.section === 'copydesk' ? settingsAt(item.scopeUri) : null)),
        },
        executeCommand: async (command, args: unknown[], next) =>
          (await this.onCommand(command, args[0])) ? undefined : (next(command, args) as Promise<unknown>),
      },
    };
  }

  private logLevel(): string {
    const level = vscode.workspace.getConfiguration('copydesk').get<string>('server.log', 'warn');
    return level === 'off' ? 'off' : `copydesk=${level}`;
  }

  private setHealth(health: Health): void {
    this.health = health;
    this.healthChanged.fire(health);
  }

  /** One notification a trouble: who has closed it knows. */
  private tell(trouble: Trouble): void {
    this.setHealth('stopped');
    this.log.error(trouble.message);
    if (this.complaint === trouble.message) {
      return;
    }
    this.complaint = trouble.message;
    void vscode.window.showErrorMessage(trouble.message, ...trouble.remedies).then((chosen) => {
      if (chosen !== undefined) {
        this.remedy(chosen);
      }
    });
  }

  private remedy(chosen: Remedy): void {
    switch (chosen) {
      case 'Open Settings':
        void vscode.commands.executeCommand('workbench.action.openSettings', 'copydesk.server.path');
        break;
      case 'How to Get It':
        void vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(this.context.extensionUri, 'README.md'));
        break;
      case 'Show the Log':
        this.log.show();
        break;
      case 'Restart':
        void this.restart();
        break;
    }
  }
}

/** The files that are read as drafts: on a disk, or not saved yet. */
function drafts(): { scheme: string; language: string }[] {
  const languages = vscode.workspace.getConfiguration('copydesk').get<string[]>('languages', []);
  return languages.flatMap((language) => ['file', 'untitled'].map((scheme) => ({ scheme, language })));
}

/** The newsroom's settings: the server checks and completes them. */
function newsrooms(): { scheme: string; pattern: string }[] {
  return [{ scheme: 'file', pattern: '**/copydesk.toml' }];
}

function settingsAt(address: string | undefined): Settings {
  const scope = address === undefined ? undefined : vscode.Uri.parse(address);
  const configuration = vscode.workspace.getConfiguration('copydesk', scope);
  return settingsFor({
    get: (key) => configuration.get<unknown>(key),
    isSet: (key) => {
      const set = configuration.inspect(key);
      const values = [set?.globalValue, set?.workspaceValue, set?.workspaceFolderValue];
      return values.some((value) => value !== undefined);
    },
  });
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

async function versionOf(file: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(file, ['--version'], { timeout: PATIENCE, cwd: homedir() });
    return versionIn(stdout);
  } catch {
    return undefined;
  }
}
