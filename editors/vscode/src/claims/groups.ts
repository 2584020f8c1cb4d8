// How the claims view orders what the server lists.

import type { Claim, Listing, Place, Range } from './listing';

/** What the claims are ordered by. */
export type Order = 'source' | 'paragraph' | 'unsourced';

export interface Group {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** Where it stands in the story, if it stands in one place. */
  readonly range: Range | undefined;
  readonly claims: readonly Claim[];
}

export const NOBODY = 'Nobody named';

/** The claims under headings; a single group without a label where no headings are wanted. */
export function groupsOf(listing: Listing, order: Order): Group[] {
  switch (order) {
    case 'source':
      return bySource(listing);
    case 'paragraph':
      return byParagraph(listing);
    case 'unsourced':
      return [group('unsourced', '', '', undefined, listing.claims.filter((claim) => claim.asked))];
  }
}

/** What nobody says comes first: it is what there is to do. */
function bySource(listing: Listing): Group[] {
  const named = listing.sources.map((source, number) =>
    group(`source ${source.name}`, source.name, source.kind, undefined, listing.claims.filter((claim) => claim.source === number)),
  );
  const nobody = group('nobody', NOBODY, '', undefined, listing.claims.filter((claim) => claim.source === null));
  return [nobody, ...named].filter((group) => group.claims.length > 0);
}

function byParagraph(listing: Listing): Group[] {
  const groups = listing.paragraphs.map((paragraph, number) =>
    group(`paragraph ${number}`, paragraph.text, paragraph.role, paragraph.range, listing.claims.filter((claim) => claim.paragraph === number)),
  );
  return groups.filter((group) => group.claims.length > 0);
}

function group(key: string, label: string, description: string, range: Range | undefined, claims: readonly Claim[]): Group {
  return { key, label, description, range, claims };
}

/** The claim at `place`: of several the shortest, as that is what is pointed at. */
export function claimAt(listing: Listing, place: Place): Claim | undefined {
  const around = listing.claims.filter(({ range }) => !isBefore(place, range.start) && !isBefore(range.end, place));
  return around.reduce<Claim | undefined>((best, claim) => (best && !isInside(claim.range, best.range) ? best : claim), undefined);
}

function isInside(inner: Range, outer: Range): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
