import { Emphasized } from '@/components/ui/Emphasized'
import type { Block } from '@/lib/content/document'
import { messages } from '@/lib/messages/messages'
import { LateLock } from './LateLock'
import { Lock } from './Lock'
import { type PartNode, Parts } from './Part'
import type { Shown } from './shown'

interface Props {
  block: Extract<Block, { type: 'spoiler' }>
  shown: Shown
}

/** A passage behind a spoiler lock. */
export function ClosedPassage({ block, shown }: Props) {
  const { id } = block.attrs
  const passage = shown.passages?.get(block)
  return (
    <Lock
      anchor={id ?? undefined}
      lock={passage?.lock ?? { from: fromOf({ block, shown }), seen: null, short: null }}
      token={passage?.token ?? null}
      way={id ? shown.passage?.(id) : undefined}
    />
  )
}

/** The same passage where it is open; who has opened it, or all of an old version, is told until where it is closed. */
export function OpenPassage({ block, shown }: Props) {
  const passage = shown.passages?.get(block)
  const isOpenToAll = passage?.isOpen === true && !shown.isOpen
  return (
    <div className={isOpenToAll ? 'passage' : 'opened'} id={block.attrs.id ?? undefined}>
      {!isOpenToAll && (
        <p className="quiet">
          <From block={block} shown={shown} />
          {shown.pageNumber !== undefined && (
            <>
              {' · '}
              <LateLock page={shown.pageNumber} passage={block.attrs.id ?? null} />
            </>
          )}
        </p>
      )}
      <Parts nodes={block.content as PartNode[]} shown={shown} />
    </div>
  )
}

function From({ block, shown }: Props) {
  const { reading } = messages()
  const from = shown.passages?.get(block)?.lock.from ?? fromOf({ block, shown })
  return from ? <Emphasized parts={reading.spoiler.from(from)} /> : reading.spoiler.unknown
}

function fromOf({ block, shown }: Props): string | null {
  const { gate } = block.attrs
  return (gate.kind === 'place' && shown.names.get(gate.page)?.label) || null
}
