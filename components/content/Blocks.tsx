import { FactCard } from '@/components/facts/FactCard'
import type { Block } from '@/lib/content/document'
import { ClosedPassage } from './ClosedPassage'
import { Line } from './Line'
import { Part, type PartNode } from './Part'
import type { Shown } from './shown'
import { TableBlock } from './TableBlock'

/** The blocks of a stored document, for readers. */
export function Blocks({ blocks, shown }: { blocks: readonly Block[]; shown: Shown }) {
  return blocks.map((block, index) => <BlockView key={block.attrs.id ?? index} block={block} shown={shown} />)
}

function BlockView({ block, shown }: { block: Block; shown: Shown }) {
  if (block.type === 'heading') return <Heading block={block} shown={shown} />
  if (block.type === 'spoiler') return <ClosedPassage block={block} shown={shown} />
  if (block.type === 'table') return <TableBlock block={block} shown={shown} />
  if (block.type === 'factList') return <FactList ids={block.attrs.facts} shown={shown} />
  return <Part node={block as PartNode} shown={shown} />
}

function Heading({ block, shown }: { block: Extract<Block, { type: 'heading' }>; shown: Shown }) {
  const Tag = `h${block.attrs.level}` as const
  return (
    <Tag id={shown.sections?.get(block)?.id}>
      <Line nodes={block.content} shown={shown} />
    </Tag>
  )
}

function FactList({ ids, shown }: { ids: number[]; shown: Shown }) {
  const cards = ids.flatMap((id) => shown.listed?.get(id) ?? [])
  if (cards.length === 0) return null
  return (
    <ol className="facts plain">
      {cards.map((card) => (
        <li key={card.id}>
          <FactCard card={card} shown={shown} />
        </li>
      ))}
    </ol>
  )
}
