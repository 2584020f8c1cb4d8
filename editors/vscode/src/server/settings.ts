// What the server is told of the user's settings.
// Only what somebody has set is passed on: the server knows the defaults, and a copydesk.toml outweighs what is set here.

/** The part of VS Code's settings that is read: a value, and whether anybody has set it. */
export interface Chosen {
  get(key: string): unknown;
  isSet(key: string): boolean;
}

/** The settings that are passed on, as the server calls them. */
const PASSED_ON = [
  'run',
  'preset',
  'rules',
  'figures.strictness',
  'figures.minimumCount',
  'figures.minimumMoney',
  'figures.percentages',
  'configuration',
  'inlayHints.enable',
  'codeLens.enable',
  'codeActions.stet',
] as const;

export type Settings = Record<string, unknown>;

export function settingsFor(chosen: Chosen): Settings {
  const settings: Settings = {};
  for (const key of PASSED_ON.filter((key) => chosen.isSet(key))) {
    const [section, name] = key.split('.') as [string, string | undefined];
    if (name === undefined) {
      settings[section] = chosen.get(key);
    } else {
      settings[section] = { ...(settings[section] as Settings | undefined), [name]: chosen.get(key) };
    }
  }
  return settings;
}
