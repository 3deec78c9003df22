import { Empty } from '@/components/ui/Empty'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { Found } from '@/lib/search/loaders'
import { titleSchema } from '@/lib/titles/title'
import { Browse } from './SearchStart'

/** Where nothing was found: why, and what to do now. */
export function NothingFound({ found }: { found: Found }) {
  const texts = messages().reading.search
  const { query, by } = found
  const isChosen = Object.values(by).some((value) => value !== undefined)
  const isTitle = titleSchema.safeParse(query).success
  if (isChosen)
    return (
      <Empty action={{ label: texts.clear, path: paths.search({ q: query }) }}>
        {texts.noneChosen(query)}
      </Empty>
    )
  return (
    <>
      <Empty>
        {texts.none(query)} {/[\p{L}\p{N}]/u.test(query) ? texts.noneHelp : texts.noWords}
      </Empty>
      <p className="actions">
        {isTitle && (
          <a className="btn" href={paths.editPage(query)}>
            {texts.create(query)}
          </a>
        )}
        <a className="btn" href={paths.newFact()}>
          {messages().frame.addFact}
        </a>
      </p>
      <Browse />
    </>
  )
}
