// Which servers the extension can talk to.

/** The oldest server that has all that the extension asks for. */
export const OLDEST = '0.1.0';

/** The version in what `copydesk --version` prints; `undefined` where that is not copydesk's. */
export function versionIn(printed: string): string | undefined {
  return /^copydesk (\d+\.\d+\.\d+)/.exec(printed.trim())?.[1];
}

/** Whether `version` is `oldest` or newer. */
export function isNewEnough(version: string, oldest: string = OLDEST): boolean {
  const [have, want] = [numbers(version), numbers(oldest)];
  for (let place = 0; place < 3; place += 1) {
    const difference = (have[place] ?? 0) - (want[place] ?? 0);
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return true;
}

function numbers(version: string): number[] {
  return version.split('.').map(Number);
}
