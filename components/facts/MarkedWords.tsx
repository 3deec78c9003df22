import { Fragment, type ReactNode } from 'react'
import { inOrder } from '@/components/ui/in-order'
import type { Mark, Statement } from '@/lib/content/document'

/** A statement as it will read; its links lead nowhere yet. */
export function MarkedWords({ nodes }: { nodes: Statement }) {
  return inOrder(nodes).map(({ item: { text, marks = [] }, place }) => (
    <Fragment key={place}>
      {marks.reduceRight<ReactNode>((inner, mark) => marked(mark, inner), text)}
    </Fragment>
  ))
}

function marked({ type }: Mark, inner: ReactNode): ReactNode {
  if (type === 'bold') return <strong>{inner}</strong>
  return type === 'italic' ? <em>{inner}</em> : <span className="as-link">{inner}</span>
}
