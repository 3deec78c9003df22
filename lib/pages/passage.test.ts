import { beforeAll, describe, expect, test } from 'vitest'
import {
  makeAccount,
  openTestWiki,
  pageContent,
  publishNew,
  seasonContent,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { loadPassage } from './passage'

await openTestWiki()

describe('a closed passage', () => {
  let page: number

  beforeAll(async () => {
    const owner = await makeAccount('owner')
    const source = await publishNew(owner, 'source', sourceContent('An article'))
    const season = await publishNew(
      owner,
      'page',
      seasonContent('Season three', await publishNew(owner, 'page', pageContent('Heartstopper')), 3),
    )
    const cited = {
      type: 'paragraph' as const,
      attrs: { id: null },
      content: [
        { type: 'text' as const, text: 'Later plot.' },
        { type: 'citation' as const, attrs: citationOf(source) },
      ],
    }
    const content = pageContent('Darcy Olsson', { open: 'Open text.' })
    content.body.content.push({
      type: 'spoiler',
      attrs: { id: 'closed', gate: { kind: 'place', page: season } },
      content: [cited],
    })
    page = await publishNew(owner, 'page', content)
  })

  test('is told to who asks for it, with its own references and the way back', async () => {
    const passage = await loadPassage(String(page), 'closed')
    expect(passage).toMatchObject({ title: 'Darcy Olsson', path: '/wiki/Darcy_Olsson', from: 'Season three' })
    expect(JSON.stringify(passage?.blocks)).toContain('Later plot.')
    expect(passage?.references.list).toHaveLength(1)
  })

  test('is the only kind of block that has an address', async () => {
    expect(await loadPassage(String(page), 'open')).toBeNull()
    expect(await loadPassage(String(page), 'nowhere')).toBeNull()
    expect(await loadPassage('0', 'closed')).toBeNull()
  })
})
