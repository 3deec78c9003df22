import type { FactContent } from './fact'

/** A fact of which nothing is written yet. */
export const emptyFact: FactContent = {
  statement: [],
  about: [],
  speaker: null,
  saidTo: null,
  saidOn: null,
  topics: [],
  gate: { kind: 'none' },
  isPrivateLife: false,
  citations: [],
  note: null,
}
