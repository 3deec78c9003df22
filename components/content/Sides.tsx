import { Fragment } from 'react'
import { inOrder } from '@/components/ui/in-order'
import type { Side } from '@/lib/citations/sides'
import { messages } from '@/lib/messages/messages'

/** The sources that say yes and those that say no, side by side. */
export function Sides({ sides }: { sides: Side[] }) {
  if (sides.length === 0) return null
  return (
    <dl className="versus">
      {sides.map((side) => (
        <div key={side.stance}>
          <dt className="eyebrow">{messages().facts.say[side.stance](side.count)}</dt>
          {inOrder(side.voices).map(({ item: voice, place }) => (
            <dd key={place}>
              <a href={voice.path}>{voice.label}</a>
              {voice.issued && <Fragment>, {messages().dates.partialDateInWords(voice.issued)}</Fragment>}
              {voice.quote && <q dir="auto">{voice.quote}</q>}
            </dd>
          ))}
          {side.more > 0 && <dd>{messages().facts.andMore(side.more)}</dd>}
        </div>
      ))}
    </dl>
  )
}
