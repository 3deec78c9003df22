/** Numbers that look random and are the same every time: one stream for each thing that is made up, whoever asks first. */
export interface Random {
  /** From 0 up to 1. */
  next: () => number
  /** A whole number from 0 up to `below`. */
  upTo: (below: number) => number
  chance: (share: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** From 0 up to `below`, the low ones far more often the higher the `skew`; 1 is even. */
  skewed: (below: number, skew: number) => number
}

/** The stream that belongs to these parts: a seed, what is made up, and which one of it. */
export function randomOf(...parts: number[]): Random {
  let state = 0x9e3779b9
  for (const part of parts) {
    state = Math.imul(state ^ (part | 0), 0x85ebca6b)
    state = Math.imul((state ^ (state >>> 13)) + Math.floor(part / 2 ** 32), 0xc2b2ae35)
    state ^= state >>> 16
  }
  // mulberry32, which is in the public domain.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const upTo = (below: number) => Math.floor(next() * below)
  return {
    next,
    upTo,
    chance: (share) => next() < share,
    pick: (list) => list[upTo(list.length)] as (typeof list)[number],
    skewed: (below, skew) => Math.floor(below * next() ** skew),
  }
}
