// Where the server is: what the user has set, else what came with the extension, else what the PATH has.
// Knows nothing of VS Code, so that it can be tested without one. Nothing that an opened folder says is read here.

import * as path from 'node:path';

/** What looking for the server needs to know. */
export interface Surroundings {
  /** The user's setting `copydesk.server.path`; empty where there is none. */
  readonly setting: string;
  /** The folder that the extension is installed in. */
  readonly extension: string;
  /** The PATH. */
  readonly searchPath: string;
  /** The user's home folder. */
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** Whether there is a program at this path that can be run. */
  readonly isProgram: (file: string) => boolean;
}

/** Who says where the server is. */
export type Origin = 'setting' | 'bundled' | 'path';

export type Found =
  | { readonly kind: 'found'; readonly file: string; readonly origin: Origin }
  /** The setting names something that is not there; the other places are not tried, since the user has decided. */
  | { readonly kind: 'wrong-setting'; readonly setting: string; readonly isRelative: boolean }
  | { readonly kind: 'missing' };

export function findServer(around: Surroundings): Found {
  const paths = around.platform === 'win32' ? path.win32 : path.posix;
  const setting = around.setting.trim();
  if (setting !== '') {
    const file = setting.startsWith('~/') ? paths.join(around.home, setting.slice(2)) : setting;
    // A path that starts nowhere would be looked for in whatever folder is open.
    const isRelative = !paths.isAbsolute(file);
    return !isRelative && around.isProgram(file)
      ? { kind: 'found', file, origin: 'setting' }
      : { kind: 'wrong-setting', setting, isRelative };
  }
  const name = around.platform === 'win32' ? 'copydesk.exe' : 'copydesk';
  const bundled = paths.join(around.extension, 'server', name);
  if (around.isProgram(bundled)) {
    return { kind: 'found', file: bundled, origin: 'bundled' };
  }
  const folders = around.searchPath.split(paths.delimiter).filter((folder) => paths.isAbsolute(folder));
  const onPath = folders.map((folder) => paths.join(folder, name)).find(around.isProgram);
  return onPath === undefined ? { kind: 'missing' } : { kind: 'found', file: onPath, origin: 'path' };
}
