// What to tell a reporter when the server cannot be started: one sentence each on what is wrong and what helps.

import type { Found } from './find';
import { OLDEST } from './version';

/** A button under a notification. */
export type Remedy = 'Open Settings' | 'How to Get It' | 'Show the Log' | 'Restart';

export interface Trouble {
  readonly message: string;
  readonly remedies: readonly Remedy[];
}

export function cannotFind(found: Exclude<Found, { kind: 'found' }>): Trouble {
  if (found.kind === 'missing') {
    return {
      message:
        'copydesk cannot read your drafts yet: its server program is not on this computer. ' +
        'Install the copydesk extension made for your system, which brings it along, or put copydesk on the PATH.',
      remedies: ['How to Get It', 'Open Settings'],
    };
  }
  const why = found.isRelative ? 'that is not a whole path' : 'there is no program';
  return {
    message: `copydesk cannot start: the setting copydesk.server.path says “${found.setting}”, and ${why}. Mend the setting, or empty it to use the program that comes with the extension.`,
    remedies: ['Open Settings'],
  };
}

export function isTooOld(file: string, version: string): Trouble {
  return {
    message: `The copydesk at ${file} is version ${version}; this extension needs ${OLDEST} or newer. Update it, or empty the setting copydesk.server.path to use the program that comes with the extension.`,
    remedies: ['How to Get It', 'Open Settings'],
  };
}

export function isNotCopydesk(file: string): Trouble {
  return {
    message: `The program at ${file} does not answer as copydesk does. Look at the setting copydesk.server.path.`,
    remedies: ['Open Settings', 'Show the Log'],
  };
}

export function keepsCrashing(): Trouble {
  return {
    message: 'copydesk has stopped several times in a few minutes and is not started again. Your drafts are untouched.',
    remedies: ['Restart', 'Show the Log'],
  };
}

export function didNotStart(): Trouble {
  return { message: 'copydesk could not be started.', remedies: ['Restart', 'Show the Log'] };
}
