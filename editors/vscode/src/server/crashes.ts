// How often a server that has crashed is started again.

/** So many crashes within so many milliseconds, and it is left alone: it would only crash again. */
export const MOST_CRASHES = 4;
export const WITHIN = 3 * 60_000;

export class CrashCounter {
  private times: number[] = [];

  /** Takes note of a crash at `now`; says whether to start the server again. */
  public isWorthAnotherTry(now: number): boolean {
    this.times = this.times.filter((time) => now - time < WITHIN);
    this.times.push(now);
    return this.times.length < MOST_CRASHES;
  }

  public forget(): void {
    this.times = [];
  }
}
