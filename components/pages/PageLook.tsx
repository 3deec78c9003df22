import { Blocks } from '@/components/content/Blocks'
import { numberReferences } from '@/lib/citations/references'
import { lineSteps, openSteps } from '@/lib/content/walk'
import { messages } from '@/lib/messages/messages'
import type { PagePreview } from '@/lib/pages/preview'
import { Infobox } from './Infobox'
import { ReferenceList } from './ReferenceList'

/** A page's text as readers would see it. */
export function PageLook({ shown: page }: { shown: PagePreview }) {
  const references = numberReferences(citationsIn(page))
  const within = {
    names: page.names,
    listed: page.listed,
    markOf: references.markOf,
    pictures: page.pictures,
  }
  return (
    <article className="look" lang={page.language}>
      <p className="title small" dir="auto">
        {page.title}
      </p>
      <div className="prose lead">
        <Blocks blocks={page.lead} shown={within} />
      </div>
      <Infobox page={{ ...page, place: null, ends: [], neighbours: null }} shown={within} />
      <div className="prose">
        <Blocks blocks={page.body} shown={within} />
        {references.list.length > 0 && (
          <>
            <h2>{messages().reading.references}</h2>
            <ReferenceList references={references.list} records={page.records} />
          </>
        )}
      </div>
    </article>
  )
}

/** In the order of their numbers in the text; a closed fact has none to show. */
function citationsIn(page: PagePreview) {
  const steps = [
    ...openSteps(page.lead),
    ...page.infobox.flatMap(({ value }) => [...lineSteps(value)]),
    ...openSteps(page.body),
  ]
  return steps.flatMap((step) => {
    if (step.kind === 'citation') return [step.citation]
    const card = step.kind === 'fact' ? page.listed.get(step.id) : undefined
    return card && !card.isClosed ? card.citations : []
  })
}
