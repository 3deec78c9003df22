import { Fragment, type ReactNode } from 'react'
import { inOrder } from '@/components/ui/in-order'
import type { LineNode, Mark } from '@/lib/content/document'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { wordsOf } from './words-of'
import '@/components/styles/case.css'

type Name = (id: number) => string

interface Shaped {
  type?: string
  content?: unknown[]
  attrs?: { gate?: unknown; caption?: string | null; start?: number; by?: string }
}

interface Props {
  value: unknown
  name: Name
}

/** A picture's stored object, by its SHA-256. */
const OBJECT = /^[0-9a-f]{64}$/

const tags = {
  paragraph: 'p',
  heading: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  spoiler: 'div',
  image: 'figure',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
} as const

/**
 * Any content value, formatted for comparison: marks are rendered, and link targets and citation details are spelled
 * out beside the words, since they may be the only difference. Nothing in it is a link.
 */
export function Formatted({ value, name }: Props): ReactNode {
  if (typeof value === 'string' && OBJECT.test(value))
    return <img className="formatted-picture" src={paths.media(value)} alt="" />
  if (isRunningText(value)) return <Running nodes={value} name={name} />
  const node = value as Shaped | null
  if (node?.type === 'table') return <TableOf node={node} name={name} />
  const Tag = tags[node?.type as keyof typeof tags]
  if (!node || !Tag) return isList(value) ? <All parts={value} name={name} /> : wordsOf(value, name)
  return (
    <Tag
      className={node.type === 'heading' ? 'formatted-heading' : undefined}
      dir="auto"
      start={node.type === 'orderedList' ? node.attrs?.start : undefined}
    >
      {node.type === 'image' && (
        <span className="eyebrow">{wordsOf({ ...node, content: undefined }, name)}</span>
      )}
      {node.type === 'spoiler' && <span className="eyebrow">{wordsOf(node.attrs?.gate, name)}</span>}
      {isRunningText(node.content) ? (
        <Running nodes={node.content} name={name} />
      ) : (
        <All parts={node.content ?? []} name={name} />
      )}
      {node.type === 'blockquote' && node.attrs?.by && <footer>— {node.attrs.by}</footer>}
    </Tag>
  )
}

/** A list of blocks, or of other values, one below the other. */
function All({ parts, name }: { parts: unknown[]; name: Name }) {
  return inOrder(parts).map(({ item, place }) =>
    hasForm(item) ? (
      <Formatted key={place} value={item} name={name} />
    ) : (
      <p key={place}>{wordsOf(item, name)}</p>
    ),
  )
}

function TableOf({ node, name }: { node: Shaped; name: Name }) {
  return (
    <div className="table-box">
      <table>
        {node.attrs?.caption && <caption>{node.attrs.caption}</caption>}
        <tbody>
          <All parts={node.content ?? []} name={name} />
        </tbody>
      </table>
    </div>
  )
}

function Running({ nodes, name }: { nodes: LineNode[]; name: Name }) {
  return inOrder(nodes).map(({ item, place }) => <Fragment key={place}>{inline(item, name)}</Fragment>)
}

function inline(node: LineNode, name: Name): ReactNode {
  if (node.type === 'hardBreak') return <br />
  if (node.type === 'image') return <small className="formatted-aside">{wordsOf(node, name)}</small>
  if (node.type === 'citation')
    return <small className="formatted-aside"> [{wordsOf(node.attrs, name)}]</small>
  return (node.marks ?? []).reduceRight<ReactNode>((inner, mark) => marked(mark, inner, name), node.text)
}

function marked(mark: Mark, inner: ReactNode, name: Name): ReactNode {
  if (mark.type === 'bold') return <strong>{inner}</strong>
  if (mark.type === 'italic') return <em>{inner}</em>
  const { page, title } = mark.type === 'wikiLink' ? mark.attrs : { page: null, title: mark.attrs.href }
  return (
    <>
      <span className="formatted-link">{inner}</span>
      <small className="formatted-aside">
        {' '}
        {messages().language.arrow} {page === null ? title : name(page)}
      </small>
    </>
  )
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value)

const hasForm = (part: unknown) =>
  typeof part === 'object' &&
  part !== null &&
  'type' in part &&
  (part.type === 'table' || String(part.type) in tags)

const inlineTypes = ['text', 'hardBreak', 'citation']
const isLineImage = (part: Shaped | null) => part?.type === 'image' && part.content === undefined
const isRunningText = (value: unknown): value is LineNode[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((part) => inlineTypes.includes((part as Shaped)?.type ?? '') || isLineImage(part))
