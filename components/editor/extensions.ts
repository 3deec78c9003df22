import { type AnyExtension, Node } from '@tiptap/core'
import { Placeholder } from '@tiptap/extensions'
import StarterKit, { type StarterKitOptions } from '@tiptap/starter-kit'
import { CitationNode } from '@/components/editor/citations/citation-node'
import { WikiLink } from '@/components/editor/links/wiki-link'
import { ImageBlock } from '@/components/editor/pictures/image-node'
import { LineImage } from '@/components/editor/pictures/line-image'
import { tables } from '@/components/editor/tables/table-nodes'
import { LONGEST_ADDRESS } from '@/lib/text/limits'
import { BlockIds } from './block-ids'
import { Caret } from './caret'
import { Composition } from './composition'
import { FactList } from './facts/fact-list-node'
import { listsAndQuote } from './lists'
import { OneLine } from './one-line'
import { PastedStyles } from './pasted-styles'
import { Spoiler } from './spoiler-node'
import { asStored } from './stored-schema'

/** Whether an address may be linked to. The server decides; this only avoids offering what it would refuse. */
export const isLinkable = (address: string) =>
  /^(https?:\/\/|mailto:)/i.test(address.trim()) &&
  URL.canParse(address.trim()) &&
  address.length <= LONGEST_ADDRESS

const kit = (options: Partial<StarterKitOptions>) =>
  StarterKit.extend({
    addExtensions() {
      return (this.parent?.() ?? []).map(asStored)
    },
  }).configure({
    document: false,
    blockquote: false,
    bulletList: false,
    orderedList: false,
    listItem: false,
    listKeymap: false,
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    horizontalRule: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: isLinkable,
      shouldAutoLink: (address) => /^https?:\/\//i.test(address),
    },
    ...options,
  })

const documentOf = (content: string) => Node.create({ name: 'doc', topNode: true, content })

export interface EditorHooks {
  placeholder: string
  /** Enter was pressed on a citation. */
  onOpenCitation?: () => void
}

const shared = ({ placeholder, onOpenCitation = () => {} }: EditorHooks): AnyExtension[] => [
  Composition,
  Caret,
  PastedStyles,
  asStored(WikiLink),
  asStored(CitationNode.configure({ onOpen: onOpenCitation })),
  Placeholder.configure({ placeholder }),
]

/** Extensions for a page's body: everything a stored document may hold, and nothing else. */
export const bodyExtensions = (hooks: EditorHooks): AnyExtension[] => [
  documentOf(
    '(paragraph | heading | bulletList | orderedList | blockquote | spoiler | factList | image | table)+',
  ),
  kit({ heading: { levels: [2, 3, 4] }, trailingNode: { node: 'paragraph' } }),
  ...listsAndQuote.map(asStored),
  asStored(Spoiler),
  asStored(FactList),
  asStored(ImageBlock),
  ...tables.map(asStored),
  BlockIds,
  ...shared(hooks),
]

/** Extensions for a lead: paragraphs, pictures and closed passages. */
export const leadExtensions = (hooks: EditorHooks): AnyExtension[] => [
  documentOf('(paragraph | image | spoiler)+'),
  kit({ heading: false, trailingNode: { node: 'paragraph' } }),
  ...listsAndQuote.map(asStored),
  asStored(Spoiler),
  asStored(ImageBlock),
  BlockIds,
  ...shared(hooks),
]

/** Extensions for a rich line: an infobox value, or a statement, which has no pictures, and its citations as a list of their own. */
export const lineExtensions = (hooks: EditorHooks, isValue: boolean): AnyExtension[] => [
  documentOf('paragraph'),
  kit({ heading: false, hardBreak: false, dropcursor: false, gapcursor: false }),
  OneLine,
  ...(isValue ? [LineImage] : []),
  ...shared(hooks).filter((extension) => isValue || extension.name !== 'citation'),
]
