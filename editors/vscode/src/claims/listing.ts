// The claims of a story, as the server's command copydesk.claims lists them.

export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** How a claim is held up. */
export type Standing = 'attributed' | 'carried' | 'hearsay' | 'unattributed';

export interface Claim {
  readonly id: string;
  readonly kind: 'figure' | 'quote' | 'statement';
  readonly text: string;
  readonly range: Range;
  readonly standing: Standing;
  /** Who says it, or that nobody does, in a few words. */
  readonly says: string;
  /** The number of its source in the listing. */
  readonly source: number | null;
  /** The number of its paragraph in the listing. */
  readonly paragraph: number;
  /** Somebody has marked it [CQ]. */
  readonly checked: boolean;
  /** The desk asks who says it. */
  readonly asked: boolean;
  /** It is part of figures that do not fit. */
  readonly broken: boolean;
}

export interface Listing {
  /** The version of the text that it was made from. */
  readonly version: number;
  readonly claims: readonly Claim[];
  readonly sources: readonly { readonly name: string; readonly kind: string }[];
  readonly paragraphs: readonly { readonly text: string; readonly role: string; readonly range: Range }[];
  /** How many findings ask for a source. */
  readonly unsourced: number;
  /** How many findings are of figures that do not fit. */
  readonly inconsistent: number;
  /** How many errors and warnings there are beside those. */
  readonly other: number;
  /** All that in words: "3 unsourced, 1 inconsistent". */
  readonly tally: string;
}
