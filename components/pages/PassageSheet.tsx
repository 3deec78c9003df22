import { type PartNode, Parts } from '@/components/content/Part'
import type { Shown } from '@/components/content/shown'
import { Around } from '@/components/ui/Around'
import type { Passage } from '@/lib/pages/passage'
import { reading } from '@/lib/texts/en/reading'
import { ReferenceList } from './ReferenceList'

/** A closed passage, opened for who asked for it. */
export function PassageSheet({ passage }: { passage: Passage }) {
  const shown: Shown = { names: passage.names, markOf: passage.references.markOf }
  const { list } = passage.references
  return (
    <main className="sheet" id="text">
      <p>
        <a href={passage.path}>{reading.spoiler.back(passage.title)}</a>
      </p>
      <h1 className="title small">{reading.spoiler.heading(passage.title)}</h1>
      <p className="quiet">
        {passage.from ? <Around parts={reading.spoiler.from(passage.from)} /> : reading.spoiler.unknown}
      </p>
      <div className="prose opened">
        <Parts nodes={passage.blocks as PartNode[]} shown={shown} />
      </div>
      {list.length > 0 && (
        <section className="prose">
          <h2 id="references">{reading.references}</h2>
          <ReferenceList references={list} records={passage.records} />
        </section>
      )}
    </main>
  )
}
