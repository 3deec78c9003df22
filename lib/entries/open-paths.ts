/**
 * Where what is closed stands open: addresses of their own, all under one prefix, which search engines are asked to leave
 * alone. Nothing that a gate closes stands at any other public address.
 */
export const openPaths = {
  fact: (number: number) => `/open/facts/${number}`,
  /** One fact's card alone, by its revision: what is opened in place on a page. */
  card: (revisionId: number) => `/open/cards/${revisionId}`,
  passage: (entryId: number, block: string) => `/open/passages/${entryId}/${block}`,
  revision: (revisionId: number) => `/open/revisions/${revisionId}`,
  diff: (older: number | null, newer: number) => `/open/diff/${older ?? 0}/${newer}`,
}
