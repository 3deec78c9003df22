import { Emphasized } from '@/components/ui/Emphasized'
import type { Block } from '@/lib/content/document'
import { messages } from '@/lib/messages/messages'
import { Opener } from './Opener'
import { type PartNode, Parts } from './Part'
import type { Shown } from './shown'

interface Props {
  block: Extract<Block, { type: 'spoiler' }>
  shown: Shown
}

/** A passage behind a spoiler lock: until where it is closed, and the link that opens it. */
export function ClosedPassage({ block, shown }: Props) {
  const { id } = block.attrs
  const paths = id ? shown.passage?.(id) : undefined
  return (
    <div className="gate" role="note" id={id ?? undefined}>
      <span>
        <From block={block} shown={shown} />
      </span>
      {paths && (paths.opensHere ? <Opener path={paths.path} /> : <PlainWay path={paths.path} />)}
    </div>
  )
}

const PlainWay = ({ path }: { path: string }) => (
  <a className="btn" href={path} rel="nofollow">
    {messages().reading.spoiler.show}
  </a>
)

/** The same passage where the reader has opened all of them. */
export function OpenPassage({ block, shown }: Props) {
  return (
    <div className="opened" id={block.attrs.id ?? undefined}>
      <p className="quiet">
        <From block={block} shown={shown} />
      </p>
      <Parts nodes={block.content as PartNode[]} shown={shown} />
    </div>
  )
}

function From({ block, shown }: Props) {
  const { reading } = messages()
  const { gate } = block.attrs
  const from = gate.kind === 'place' ? shown.names.get(gate.page)?.label : undefined
  return from ? <Emphasized parts={reading.spoiler.from(from)} /> : reading.spoiler.unknown
}
