import { Node } from '@tiptap/core'
import { citationLimits } from '@/lib/content/citation-limits'
import { freshCitation } from '@/lib/content/fresh-citation'
import { messages } from '@/lib/messages/messages'
import { isEntryRef } from '@/lib/text/limits'
import { citationProblems } from './citation-problems'

const names = ['source', ...Object.keys(freshCitation)]

const choices = () => ({
  stance: messages().editing.citation.stances,
  directness: messages().editing.citation.directnesses,
  opened: messages().editing.citation.openings,
})

/** Parses the citation from an attribute of pasted HTML; null when it is not valid. */
function citationOf(text: string | null): Record<string, unknown> | null {
  try {
    const value = { ...freshCitation, ...JSON.parse(text ?? 'null') }
    const isChosen = Object.entries(choices()).every(([name, known]) => Object.hasOwn(known, value[name]))
    const isWorded = Object.keys(citationLimits).every((name) => typeof (value[name] ?? '') === 'string')
    const isWhole = isEntryRef(value.source) && isChosen && isWorded
    return isWhole && Object.keys(citationProblems(value)).length === 0 ? value : null
  } catch {
    return null
  }
}

interface CitationOptions {
  /** Called when somebody presses Enter on a selected citation. */
  onOpen: () => void
}

/** A citation in the text: an atom that carries all its fields. A CSS counter draws its number. */
export const CitationNode = Node.create<CitationOptions>({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,

  addOptions: () => ({ onOpen: () => {} }),

  addAttributes: () =>
    Object.fromEntries(
      names.map((name) => [
        name,
        { default: freshCitation[name as keyof typeof freshCitation] ?? null, rendered: false },
      ]),
    ),

  parseHTML: () => [
    {
      tag: 'span[data-citation]',
      getAttrs: (element) => citationOf(element.getAttribute('data-citation')) ?? false,
    },
  ],
  renderHTML: ({ node }) => ['span', { 'data-citation': JSON.stringify(node.attrs), class: 'citation-mark' }],

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        if (!editor.isActive(this.name) || editor.state.selection.empty) return false
        this.options.onOpen()
        return true
      },
    }
  },
})
