import { changeRows } from '@/db/postgres/testing'
import { factContent, pageContent, publishNew, sourceContent } from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import type { AccountActor } from '@/lib/policy/actor'

/** A word in everything that must be in nothing that the wiki gives away. */
export const CANARY = 'canarythrush'

/**
 * A wiki with what is shared and what is not: two pages, sources with odd names, a fact that somebody said, and one on
 * which sources disagree; besides those a page and a fact that were deleted, a fact behind a gate, and one about private
 * life that has no source. Gives the ids of what is open.
 */
export async function makeSharedWorld(owner: AccountActor) {
  const person = pageContent(
    'Kit & <Connor> “said”',
    {},
    { kind: 'person', lead: leadOf('An actor of {this} wiki. '.repeat(5)) },
  )
  const kit = await publishNew(owner, 'page', person)
  const show = await publishNew(
    owner,
    'page',
    pageContent('The Show (TV series)', { first: 'It began one day. '.repeat(6) }),
  )
  const talk = await publishNew(owner, 'source', {
    ...sourceContent('100 % of {a} talk_show #1 \\ “live” ~ A & B'),
    ...{ type: 'article-newspaper' as const, authors: ['Ann Lee', 'Bo'], publisher: 'The Paper' },
    ...{ issued: '2022-04', url: 'https://paper.example/a?b=1&c=[2]' },
  })
  const other = await publishNew(owner, 'source', sourceContent('A talk that says otherwise'))
  const opened = { directness: 'original', opened: 'yes' } as const
  const publish = (words: string, rest: Partial<FactContent> = {}) =>
    publishNew(owner, 'fact', factContent(words, [kit, show], rest))
  const said = await publish('I was <there> & “saw” it.', {
    speaker: kit,
    citations: [citationOf(talk, opened)],
  })
  const disputed = await publish('It was filmed in May.', {
    citations: [citationOf(talk, opened), citationOf(other, { ...opened, stance: 'contradicts' })],
  })
  const cites = { citations: [citationOf(talk, opened)], speaker: kit }
  await publish(`Behind a gate: ${CANARY}`, { ...cites, gate: { kind: 'unknown' } })
  const secret = await publish(`Private life: ${CANARY}`)
  await changeRows(`update fact_facet set is_private_life = true where entry_id = ${secret}`)
  const gone = await publish(`Deleted: ${CANARY}`, cites)
  const goneToo = await publishNew(owner, 'page', pageContent(`Deleted ${CANARY}`))
  for (const entryId of [gone, goneToo])
    await deleteEntry(owner, { entryId, reason: 'A hoax' }, { network: null })
  return { kit, show, talk, other, said, disputed }
}

const leadOf = (words: string): PageContent['lead'] => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: 'lead' }, content: [{ type: 'text', text: words }] }],
})
