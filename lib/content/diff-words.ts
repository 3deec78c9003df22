import { diffArrays } from 'diff'
import { messages } from '@/lib/messages/messages'
import type { Token } from './diff-tokens'

/** A run of text and what happened to it; `altered` words are the same but look or link differently, as a note says. */
export interface DiffPart {
  text: string
  mark: 'same' | 'removed' | 'added' | 'altered'
}

/** Both sides of one passage, and the changes that the words alone do not show. */
export interface Sides {
  before: DiffPart[]
  after: DiffPart[]
  notes: string[]
}

/** The work that comparing a whole diff may take; each comparison uses its share. */
export interface Budget {
  left: number
}

/** The budget of one diff: about half a second at the very worst. */
export const newBudget = (): Budget => ({ left: 2_000_000 })

const MOST_EDITS = 400
const MOST_TOKENS = 20_000
const MOST_NOTES = 20
/** With less than this in common two passages are shown as removed and added. */
const LEAST_IN_COMMON = 0.25

/**
 * Compares two passages word by word. Where that would take more edits than the budget allows, or leaves almost nothing
 * in common, one is shown as removed and the other as added.
 */
export function compareWords(before: Token[], after: Token[], budget: Budget): Sides {
  const most = Math.min(MOST_EDITS, Math.floor(Math.sqrt(budget.left)))
  if (before.length + after.length > MOST_TOKENS || most < 1) return replaced(before, after)
  const runs = diffArrays(keysOf(before), keysOf(after), { maxEditLength: most })
  if (!runs) {
    budget.left -= most ** 2
    return replaced(before, after)
  }
  const edits = runs.reduce((sum, run) => sum + (run.added || run.removed ? run.count : 0), 0)
  budget.left -= edits ** 2
  const sides: Sides = { before: [], after: [], notes: [] }
  let [inBefore, inAfter, common] = [0, 0, 0]
  for (const [index, run] of runs.entries()) {
    const was = run.added ? [] : before.slice(inBefore, inBefore + run.count)
    const is = run.removed ? [] : after.slice(inAfter, inAfter + run.count)
    inBefore += was.length
    inAfter += is.length
    const isGap = index > 0 && index < runs.length - 1 && was.every((token) => token.text.trim() === '')
    if (run.added || run.removed || isGap) {
      for (const token of was) push(sides.before, token.text, 'removed')
      for (const token of is) push(sides.after, token.text, 'added')
    } else {
      common += was.filter((token) => token.text.trim() !== '').length
      sides.notes.push(...pair(was, is, sides))
    }
  }
  const words = Math.max(wordsIn(before), wordsIn(after))
  if (edits > 0 && common < words * LEAST_IN_COMMON) return replaced(before, after)
  return { ...sides, notes: shortened(sides.notes) }
}

/** Two passages with nothing in common. */
export function replaced(before: Token[], after: Token[]): Sides {
  return { before: whole(before, 'removed'), after: whole(after, 'added'), notes: [] }
}

/** A whole passage as one part. */
export function whole(tokens: Token[], mark: DiffPart['mark']): DiffPart[] {
  const text = tokens.map((token) => token.text).join('')
  return text === '' ? [] : [{ text, mark }]
}

/** Aligns equal words on both sides; gives notes about those whose marks, link or citation changed. */
function pair(was: Token[], is: Token[], sides: Sides): string[] {
  const { diff: texts } = messages()
  const runs: { text: string; how: string | null }[] = []
  for (const [index, token] of was.entries()) {
    const now = is[index] ?? token
    const how = token.detail === now.detail ? null : texts.altered(...differences(token.means, now.means))
    push(sides.before, token.text, how === null ? 'same' : 'altered')
    push(sides.after, now.text, how === null ? 'same' : 'altered')
    const last = runs.at(-1)
    if (last?.how === how && !token.isReference) last.text += now.text
    else runs.push({ text: now.text, how })
  }
  return runs.flatMap(({ text, how }) => (how === null ? [] : [texts.note(text.trim(), how || texts.unseen)]))
}

const differences = (before: string[], after: string[]): [string[], string[]] => [
  before.filter((one) => !after.includes(one)),
  after.filter((one) => !before.includes(one)),
]

function push(parts: DiffPart[], text: string, mark: DiffPart['mark']): void {
  const last = parts.at(-1)
  if (last?.mark === mark) last.text += text
  else parts.push({ text, mark })
}

const keysOf = (tokens: Token[]) => tokens.map((token) => token.key)

const wordsIn = (tokens: Token[]) => tokens.filter((token) => token.text.trim() !== '').length

const shortened = (notes: string[]) =>
  notes.length <= MOST_NOTES
    ? notes
    : [...notes.slice(0, MOST_NOTES), messages().diff.moreNotes(notes.length - MOST_NOTES)]
