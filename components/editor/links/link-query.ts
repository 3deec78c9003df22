import type { EditorState } from '@tiptap/pm/state'

export interface LinkQuery {
  from: number
  to: number
  /** The title being typed. */
  title: string
  /** The words to show, when they differ from the title: `[[Joe Locke|Locke]]`. */
  words: string | null
  /** Whether the first of the two closing brackets is typed already. */
  isClosing: boolean
}

/** The `[[` link being typed before the cursor; null when there is none. */
export function openLinkQuery(state: EditorState): LinkQuery | null {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock) return null
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 250),
    $from.parentOffset,
    '',
    '\ufffc',
  )
  const match = /\[\[([^[\]|\ufffc]{0,200})(?:\|([^[\]|\ufffc]{0,200}))?(\])?$/.exec(before)
  if (!match) return null
  return {
    from: $from.pos - match[0].length,
    to: $from.pos,
    title: (match[1] ?? '').trim(),
    words: match[2]?.trim() || null,
    isClosing: match[3] !== undefined,
  }
}
