// What a suite inside the extension host needs: tests by name, and waiting.

type Test = () => Promise<void>;

const tests: [string, Test][] = [];

export function test(name: string, body: Test): void {
  tests.push([name, body]);
}

/** Runs all tests, one after the other, and prints a line for each. */
export async function runAll(): Promise<void> {
  let failed = 0;
  for (const [name, body] of tests) {
    try {
      await body();
      console.log(`ok ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`not ok ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  console.log(`${tests.length - failed} passed, ${failed} failed`);
  if (failed > 0) {
    throw new Error(`${failed} failed`);
  }
}

/** What `look` finds, as soon as it finds something. */
export async function until<T>(what: string, look: () => T | Promise<T>, patience = 60_000): Promise<NonNullable<T>> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(`waited in vain: ${what}`);
    }
    await new Promise((resume) => setTimeout(resume, 50));
  }
}
