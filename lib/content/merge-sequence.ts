import { canonicalJson } from '@/lib/text/canonical'

/** A conflict between two sides: a part by its key, or the order (`key` null). */
export interface SequenceConflict<T> {
  key: string | null
  base: T | T[] | null
  theirs: T | T[] | null
  yours: T | T[] | null
}

/**
 * Three-way merge of lists whose parts have keys, unique in each list. Parts merge one by one: changed, added or removed
 * on one side only, that side has it; on both, they must agree. Order follows the side that moved something, with the
 * other side's new parts put after the same neighbour. Takes time linear in the lists, however different they are.
 *
 * `mergePart` may bring two edits of one part together (null: it cannot).
 *
 * `merged` is what an author goes on with: where the sides conflict it has yours, and a part that one side removed and
 * the other changed is still there.
 */
export function mergeSequences<T>(
  base: T[],
  theirs: T[],
  yours: T[],
  keyOf: (part: T) => string,
  mergePart: (base: T, theirs: T, yours: T) => T | null = () => null,
): { merged: T[]; conflicts: SequenceConflict<T>[] } {
  const [inBase, inTheirs, inYours] = [byKey(base, keyOf), byKey(theirs, keyOf), byKey(yours, keyOf)]
  const kept = new Map<string, [T]>()
  const conflicts: SequenceConflict<T>[] = []
  for (const key of new Set([...inBase.keys(), ...inTheirs.keys(), ...inYours.keys()])) {
    const [was, their, your] = [inBase.get(key), inTheirs.get(key), inYours.get(key)]
    const theirsIsAsGood = their?.text === your?.text || was?.text === your?.text
    const yoursIsAsGood = was?.text === their?.text
    if (!theirsIsAsGood && !yoursIsAsGood) {
      const together = was && their && your ? mergePart(was.part, their.part, your.part) : null
      if (together) {
        kept.set(key, [together])
        continue
      }
      const part = (side: typeof was) => side?.part ?? null
      conflicts.push({ key, base: part(was), theirs: part(their), yours: part(your) })
    }
    const chosen = theirsIsAsGood ? their : yoursIsAsGood ? your : (your ?? their)
    if (chosen) kept.set(key, [chosen.part])
  }
  const order = mergeOrder([...inBase.keys()], [...inTheirs.keys()], [...inYours.keys()])
  if (!order.isAgreed) conflicts.push({ key: null, base, theirs, yours })
  return { merged: order.keys.flatMap((key) => kept.get(key) ?? []), conflicts }
}

/** Parts with their canonical text, so that each is serialized once. */
const byKey = <T>(parts: T[], keyOf: (part: T) => string) =>
  new Map(parts.map((part) => [keyOf(part), { part, text: canonicalJson(part) }]))

function mergeOrder(base: string[], theirs: string[], yours: string[]) {
  const isAgreed = !hasMoved(base, theirs) || !hasMoved(base, yours) || !hasMoved(theirs, yours)
  const followsTheirs = hasMoved(base, theirs) && !hasMoved(base, yours)
  return { isAgreed, keys: followsTheirs ? withRest(theirs, yours) : withRest(yours, theirs) }
}

/** Whether the keys that both lists have are in different orders. */
function hasMoved(before: string[], after: string[]): boolean {
  const [inBefore, inAfter] = [new Set(before), new Set(after)]
  const was = before.filter((key) => inAfter.has(key))
  const is = after.filter((key) => inBefore.has(key))
  return was.some((key, index) => key !== is[index])
}

/** The list that gives the order, with what only the other list has: each after the neighbour that it follows there. */
function withRest(backbone: string[], other: string[]): string[] {
  const there = new Set(backbone)
  const first: string[] = []
  const following = new Map<string, string[]>()
  let run = first
  for (const key of other) {
    if (!there.has(key)) run.push(key)
    else {
      run = []
      following.set(key, run)
    }
  }
  return [...first, ...backbone.flatMap((key) => [key, ...(following.get(key) ?? [])])]
}
