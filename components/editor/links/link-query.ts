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
  /** Plain words of a field that names pages: they may stay as they are. */
  isOffer: boolean
}

/** What the words of a field name. */
export type Naming = 'page' | 'pages'

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
    isOffer: false,
  }
}

/** What comes before the name of a page: for several, what separates them. */
const BEFORE = { page: /^\s*/u, pages: /^(?:.*[,;，、；]\s*|\s*)/su }

/**
 * The plain words before the cursor that name a page, in a field that names one page or several; null after a link and
 * within brackets, whose words say more about it.
 */
export function openNaming(state: EditorState, naming: Naming): LinkQuery | null {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock) return null
  let before = ''
  $from.parent.nodesBetween(0, $from.parentOffset, (node, at) => {
    const isPlain = node.isText && !node.marks.some((mark) => mark.type.name === 'wikiLink')
    const text = node.isText ? (node.text ?? '').slice(0, $from.parentOffset - at) : '\ufffc'
    before += isPlain ? text : '\ufffc'.repeat(text.length)
  })
  const start = BEFORE[naming].exec(before)?.[0].length ?? 0
  const title = before.slice(start)
  if (title.trim() === '' || title.length > 200 || /[\ufffc()[\]]/u.test(title)) return null
  return {
    from: $from.pos - title.length,
    to: $from.pos,
    title: title.trim(),
    words: null,
    isClosing: false,
    isOffer: true,
  }
}
