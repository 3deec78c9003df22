import type { JSONContent } from '@tiptap/core'
import { storedAttributes } from '@/lib/content/attributes'
import type { Lead, RichDocument, RichLine } from '@/lib/content/document'

function attributesOf({ type, attrs }: Pick<JSONContent, 'type' | 'attrs'>): object {
  const stored = storedAttributes(type ?? '', attrs)
  return stored ? { attrs: stored } : {}
}

function storedNode(node: JSONContent): JSONContent {
  if (node.type === 'text') {
    const marks = node.marks?.map((mark) => ({ type: mark.type, ...attributesOf(mark) }))
    return { type: 'text', text: node.text ?? '', ...(marks?.length ? { marks } : {}) }
  }
  const isLeaf = node.type === 'hardBreak' || node.type === 'citation' || node.type === 'factList'
  return {
    type: node.type ?? '',
    ...attributesOf(node),
    ...(isLeaf ? {} : { content: (node.content ?? []).map(storedNode) }),
  }
}

const isEmptyParagraph = (node: JSONContent | undefined) =>
  node?.type === 'paragraph' && !node.content?.length

/** The editor's JSON in stored form, without the empty paragraphs that the editor keeps at the end. */
export function toStored(json: JSONContent): RichDocument & Lead {
  const blocks = (json.content ?? []).map(storedNode)
  while (isEmptyParagraph(blocks.at(-1))) blocks.pop()
  // The server parses this with the schemas of lib/content; here only the type changes.
  return { type: 'doc', content: blocks } as unknown as RichDocument & Lead
}

/** A stored document for the editor: it always has at least one paragraph. */
export function fromStored(stored: RichDocument | Lead): JSONContent {
  return { type: 'doc', content: stored.content.length > 0 ? stored.content : [{ type: 'paragraph' }] }
}

/** A picture in a line has only its file. */
const storedInLine = (node: JSONContent): JSONContent =>
  node.type === 'image' ? { type: 'image', attrs: { file: node.attrs?.file } } : storedNode(node)

/** A one-line editor's JSON as a stored rich line. */
export function toStoredLine(json: JSONContent): RichLine {
  const nodes = json.content?.[0]?.content ?? []
  return nodes.filter((node) => node.type !== 'hardBreak').map(storedInLine) as unknown as RichLine
}

/** A stored rich line for the editor. */
export function fromStoredLine(line: RichLine): JSONContent {
  return { type: 'doc', content: [{ type: 'paragraph', content: line }] }
}
