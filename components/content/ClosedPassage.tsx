import { Around } from '@/components/ui/Around'
import type { Block } from '@/lib/content/document'
import { reading } from '@/lib/texts/en/reading'
import type { Shown } from './shown'

/** A passage that stays closed: from where it tells something, and the way to read it all the same. */
export function ClosedPassage({
  block,
  shown,
}: {
  block: Extract<Block, { type: 'spoiler' }>
  shown: Shown
}) {
  const { gate, id } = block.attrs
  const from = gate.kind === 'place' ? shown.names.get(gate.page)?.label : undefined
  return (
    <div className="gate" role="note" id={id ?? undefined}>
      <span>{from ? <Around parts={reading.spoiler.from(from)} /> : reading.spoiler.unknown}</span>
      {id && shown.passagePath && (
        <a className="btn" href={shown.passagePath(id)} rel="nofollow">
          {reading.spoiler.show}
        </a>
      )}
    </div>
  )
}
