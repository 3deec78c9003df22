import { FactCard } from '@/components/content/FactCard'
import type { Block } from '@/lib/content/document'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { ClosedPassage, OpenPassage } from './ClosedPassage'
import { Figure } from './Figure'
import { InTalk } from './InTalk'
import { Line } from './Line'
import { Part, type PartNode } from './Part'
import type { Shown } from './shown'
import { TableBlock } from './TableBlock'

/** Renders the blocks of a stored document for readers. */
export function Blocks({ blocks, shown }: { blocks: readonly Block[]; shown: Shown }) {
  return blocks.map((block, index) => <BlockView key={block.attrs.id ?? index} block={block} shown={shown} />)
}

function BlockView({ block, shown }: { block: Block; shown: Shown }) {
  if (block.type === 'heading') return <Heading block={block} shown={shown} />
  if (block.type === 'spoiler') {
    const isOpen = shown.isOpen || shown.passages?.get(block)?.isOpen
    const Passage = isOpen ? OpenPassage : ClosedPassage
    return <Passage block={block} shown={shown} />
  }
  if (block.type === 'table' || block.type === 'image') return <Box block={block} shown={shown} />
  if (block.type === 'factList') return <FactList ids={block.attrs.facts} shown={shown} />
  return <Part node={block as PartNode} shown={shown} />
}

function Box({ block, shown }: { block: Extract<Block, { type: 'table' | 'image' }>; shown: Shown }) {
  const talk = shown.discussed?.passages.get(block)
  return (
    <>
      {block.type === 'table' ? (
        <TableBlock block={block} shown={shown} />
      ) : (
        <Figure image={block} shown={shown} />
      )}
      {talk !== undefined && (
        <p>
          <InTalk path={talk} />
        </p>
      )}
    </>
  )
}

function Heading({ block, shown }: { block: Extract<Block, { type: 'heading' }>; shown: Shown }) {
  const { reading, reports, talk } = messages()
  const Tag = `h${block.attrs.level}` as const
  const section = shown.sections?.get(block)
  const heading = (
    <Tag id={section?.id}>
      <Line nodes={block.content} shown={shown} />
      <InTalk path={shown.discussed?.passages.get(block)} />
    </Tag>
  )
  const { id } = block.attrs
  if (!shown.editPath || !section || !id) return heading
  return (
    <div className="heading">
      {heading}
      <span className="section-acts">
        {shown.discussPath && (
          <a
            className="edit"
            href={shown.discussPath(section)}
            rel="nofollow"
            aria-label={talk.discussSection(section.text)}
          >
            {talk.discuss}
          </a>
        )}
        <a
          className="edit"
          href={shown.editPath(id)}
          rel="nofollow"
          aria-label={reading.editSection(section.text)}
        >
          {reading.tabs.edit}
        </a>
        {shown.discussPath && shown.pageNumber !== undefined && (
          <a
            className="edit report"
            href={paths.fileReport({ page: shown.pageNumber, piece: `passage:${id}` })}
            rel="nofollow"
            aria-label={reports.piece.under(section.text)}
          >
            {reports.link}
          </a>
        )}
      </span>
    </div>
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
