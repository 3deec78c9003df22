import { inOrder } from '@/components/ui/in-order'
import type { Table, TableRow } from '@/lib/content/document'
import { scopeOf } from '@/lib/content/table'
import { messages } from '@/lib/messages/messages'
import { Line } from './Line'
import { type PartNode, Parts } from './Part'
import type { Shown } from './shown'

/** A table in its own scroll container, which can be scrolled by keyboard. */
export function TableBlock({ block, shown }: { block: Table; shown: Shown }) {
  const { caption } = block.attrs
  const rows = inOrder(block.content)
  const firstBody = block.content.findIndex((row) => row.content.some((cell) => cell.type === 'tableCell'))
  const heads = firstBody === -1 ? 0 : firstBody
  const show = (some: typeof rows) =>
    some.map(({ item, place }) => <Row key={place} row={item} shown={shown} />)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, but a group with a name around what scrolls
    <div className="table-box" role="group" aria-label={caption ?? messages().reading.table} tabIndex={0}>
      <table dir="auto">
        {caption && <caption dir="auto">{caption}</caption>}
        {heads > 0 && <thead>{show(rows.slice(0, heads))}</thead>}
        <tbody>{show(rows.slice(heads))}</tbody>
      </table>
    </div>
  )
}

function Row({ row, shown }: { row: TableRow; shown: Shown }) {
  return (
    <tr>
      {inOrder(row.content).map(({ item, place }, column) => {
        const Tag = item.type === 'tableHeader' ? 'th' : 'td'
        const [only, ...others] = item.content
        return (
          <Tag key={place} scope={scopeOf(row, column) ?? undefined} dir="auto">
            {only && others.length === 0 ? (
              <Line nodes={only.content} shown={shown} />
            ) : (
              <Parts nodes={item.content as PartNode[]} shown={shown} />
            )}
          </Tag>
        )
      })}
    </tr>
  )
}
