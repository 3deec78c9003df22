import { beforeAll, expect, test } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import { newKey, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { sourceOfWork } from '@/lib/citations/in-story'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { addFact } from './add-fact'
import { newFactSchema } from './new-fact-schema'

const { moderator } = await openTestWiki('moderator')
let episode: number

beforeAll(async () => {
  episode = await publishNew(moderator, 'page', pageContent('Kiss'))
})

async function add(fields: Record<string, string>) {
  const typed = newFactSchema.parse({
    key: newKey(),
    statement: 'He heard it alone.',
    about: 'Kiss',
    ...fields,
  })
  const answer = await addFact(moderator, typed, { network: null })
  expect(answer).toMatchObject({ ok: true, outcome: 'published' })
  const [row] = (await readRows(`select c.content -> 'citations' as citations, s.standing from entry e
    join revision_content c on c.revision_id = e.head_id join fact_standing s on s.entry_id = e.id
    order by e.id desc limit 1`)) as unknown as { citations: { source: number }[]; standing: string }[]
  return row
}

async function source(id: number | undefined): Promise<SourceContent> {
  const [row] = await readRows(`select c.content from entry e
    join revision_content c on c.revision_id = e.head_id where e.id = ${id}`)
  return row?.content as SourceContent
}

test('the work is found or made as a source, with the place in it, and settles the fact', async () => {
  expect(await sourceOfWork(episode)).toBeNull()
  const first = await add({ inStory: 'kiss', inStoryAt: '12:34', quote: 'Hi.' })
  expect(first?.citations).toMatchObject([
    { directness: 'original', opened: 'yes', locator: '12:34', quote: 'Hi.' },
  ])
  expect(first?.standing).toBe('in_story')
  const made = first?.citations[0]?.source
  expect(await source(made)).toMatchObject({ title: 'Kiss', derivedFrom: { kind: 'work', page: episode } })
  expect(await sourceOfWork(episode)).toBe(made)

  const second = await add({ inStory: 'Kiss', where: 'https://recaps.example/one', quote: 'They kissed.' })
  expect(second?.citations).toMatchObject([
    { source: made, directness: 'original', locator: null, quote: null },
    { directness: 'report', opened: 'not_yet', quote: 'They kissed.' },
  ])

  await publishNew(moderator, 'page', pageContent('Secret'))
  const both = await add({ inStory: 'Secret', where: 'https://recaps.example/two' })
  expect(both?.citations).toHaveLength(2)
})

test('a work without a page is kept in words', async () => {
  const told = await add({ inStory: 'The third book' })
  expect(await source(told?.citations[0]?.source)).toMatchObject({
    title: null,
    description: 'The third book',
    derivedFrom: { kind: 'work', page: null },
  })
})

test('whoever is not sure names no work', async () => {
  expect((await add({ inStory: 'not sure' }))?.citations).toEqual([])
})
