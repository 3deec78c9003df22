import type { FactContent } from './fact'

/** The content of a new fact. */
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
