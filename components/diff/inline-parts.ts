import type { DiffPart } from '@/lib/content/diff-words'

/** Both sides of a passage as one text: removed words, then added ones in their place; common words once. */
export function inlineParts(before: readonly DiffPart[], after: readonly DiffPart[]): DiffPart[] {
  const [was, is] = [before.map(copy), after.map(copy)]
  const parts: DiffPart[] = []
  for (;;) {
    if (was[0]?.mark === 'removed') parts.push(...was.splice(0, 1))
    else if (is[0]?.mark === 'added') parts.push(...is.splice(0, 1))
    else if (was[0] && is[0]) parts.push(common(was, is, was[0], is[0]))
    else return [...parts, ...was, ...is]
  }
}

/** The common prefix of both sides; the same words may be split into parts differently. */
function common(was: DiffPart[], is: DiffPart[], first: DiffPart, second: DiffPart): DiffPart {
  const length = Math.min(first.text.length, second.text.length)
  const part = { text: second.text.slice(0, length), mark: second.mark }
  for (const [side, one] of [
    [was, first],
    [is, second],
  ] as const) {
    one.text = one.text.slice(length)
    if (one.text === '') side.shift()
  }
  return part
}

const copy = (part: DiffPart): DiffPart => ({ ...part })
