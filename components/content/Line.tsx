import { Fragment, type ReactNode } from 'react'
import { inOrder } from '@/components/ui/in-order'
import type { LineNode, Mark } from '@/lib/content/document'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { titleKey } from '@/lib/titles/title'
import { LinePicture } from './LinePicture'
import { Ref } from './Ref'
import type { Shown } from './shown'

/** A line of rich text: words with marks, line breaks, references. */
export function Line({ nodes, shown }: { nodes: readonly LineNode[]; shown: Shown }) {
  return inOrder(nodes).map(({ item, place }) => <Fragment key={place}>{inline(item, shown)}</Fragment>)
}

function inline(node: LineNode, shown: Shown): ReactNode {
  if (node.type === 'hardBreak') return <br />
  if (node.type === 'image') return <LinePicture file={node.attrs.file} shown={shown} />
  if (node.type === 'citation') return <Ref use={shown.markOf?.(node.attrs)} within={shown.within} />
  return (node.marks ?? []).reduceRight<ReactNode>((inner, mark) => marked(mark, inner, shown), node.text)
}

function marked(mark: Mark, inner: ReactNode, shown: Shown): ReactNode {
  if (mark.type === 'bold') return <strong>{inner}</strong>
  if (mark.type === 'italic') return <em>{inner}</em>
  if (mark.type === 'link')
    return (
      <a href={mark.attrs.href} rel="nofollow" className="out">
        {inner}
      </a>
    )
  const { page, title } = mark.attrs
  const name = shown.names.get(page ?? titleKey(title ?? ''))
  // Where it leads is closed to the reader: only the author's words are told.
  if (name?.isClosed) return inner
  if (name && !name.isGone) return <a href={name.path}>{inner}</a>
  if (name && shown.isField)
    return (
      <span className="gone">
        {inner} <small>({messages().reading.gone})</small>
      </span>
    )
  const meant = title ?? name?.label
  if (!meant) return inner
  return (
    <a
      className="red"
      href={name ? name.path : paths.editPage(meant)}
      title={messages().reading.missingLink(meant)}
    >
      {inner}
    </a>
  )
}
