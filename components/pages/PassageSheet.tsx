import { LateLock } from '@/components/content/LateLock'
import { type PartNode, Parts } from '@/components/content/Part'
import type { Shown } from '@/components/content/shown'
import { Emphasized } from '@/components/ui/Emphasized'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import type { Passage } from '@/lib/pages/passage'
import { ReferenceList } from './ReferenceList'

/** A closed passage, opened; its `data-opened` part is also fetched into its page. */
export function PassageSheet({ passage }: { passage: Passage }) {
  const { reading } = messages()
  const within = `${passage.block}-`
  const shown: Shown = { names: passage.names, markOf: passage.references.markOf, within }
  const { list } = passage.references
  return (
    <StaticHtml as="main" className="sheet" id="text">
      <p>
        <a href={`${passage.path}#${passage.block}`}>{reading.spoiler.back(passage.title)}</a>
      </p>
      <h1 className="title small">{reading.spoiler.heading(passage.title)}</h1>
      <p className="quiet">
        {passage.from ? <Emphasized parts={reading.spoiler.from(passage.from)} /> : reading.spoiler.unknown}
        {' · '}
        <LateLock page={passage.number} passage={passage.block} />
      </p>
      <div data-opened="">
        <div className="prose opened" lang={passage.language}>
          <Parts nodes={passage.blocks as PartNode[]} shown={shown} />
        </div>
        {list.length > 0 && (
          <section className="prose" aria-label={reading.spoiler.references}>
            <ReferenceList references={list} records={passage.records} within={within} />
          </section>
        )}
      </div>
    </StaticHtml>
  )
}
