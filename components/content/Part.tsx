import { inOrder } from '@/components/ui/in-order'
import type { InlineNode } from '@/lib/content/document'
import { messages } from '@/lib/messages/messages'
import { InTalk } from './InTalk'
import { Line } from './Line'
import type { Shown } from './shown'

/** Nodes inside blocks: paragraphs, lists and quotes, which may be nested. */
export type PartNode =
  | { type: 'paragraph'; content: InlineNode[] }
  | { type: 'orderedList'; attrs: { start?: number | undefined }; content: PartNode[] }
  | { type: 'blockquote'; attrs: { by?: string | undefined }; content: PartNode[] }
  | { type: 'bulletList' | 'listItem'; content: PartNode[] }

const tags = { bulletList: 'ul', orderedList: 'ol', listItem: 'li', blockquote: 'blockquote' } as const

/** One node with its children. */
export function Part({ node, shown }: { node: PartNode; shown: Shown }) {
  if (node.type === 'paragraph')
    return (
      <p dir="auto" className={isBeingChecked(node.content) ? 'being-checked' : undefined}>
        <Line nodes={node.content} shown={shown} />
        <InTalk path={shown.discussed?.passages.get(node)} />
      </p>
    )
  const Tag = tags[node.type]
  return (
    <Tag
      dir={Tag === 'li' ? undefined : 'auto'}
      start={node.type === 'orderedList' ? node.attrs.start : undefined}
    >
      <Parts nodes={node.content} shown={shown} />
      {node.type === 'blockquote' && node.attrs.by && (
        <footer className="said-by" dir="auto">
          {node.attrs.by}
        </footer>
      )}
    </Tag>
  )
}

/** Several nodes in order. */
export function Parts({ nodes, shown }: { nodes: readonly PartNode[]; shown: Shown }) {
  return inOrder(nodes).map(({ item, place }) => <Part key={place} node={item} shown={shown} />)
}

/** Whether it is the sentence that stands in place of words while they are checked. */
const isBeingChecked = ([node, ...others]: readonly InlineNode[]) =>
  node?.type === 'text' && others.length === 0 && node.text === messages().reports.checked.inPlace
