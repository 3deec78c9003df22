import { beforeAll, describe, expect, test } from 'vitest'
import {
  categoryContent,
  edited,
  factContent,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  send,
} from '@/lib/changesets/testing'
import { sourceOfText } from '@/lib/citations/source-line'
import { citationOf } from '@/lib/content/fresh-citation'
import { loadFactForEditing } from '@/lib/facts/load-for-editing'
import { emptySource } from '@/lib/kinds/schemas/empty-source'
import { saying } from '@/lib/messages/testing'
import { loadPageForEditing } from '@/lib/pages/load-for-editing'
import { visitor } from '@/lib/policy/actor'
import { editPlainSource, plainSourceSchema } from '@/lib/sources/edit-plain-source'
import { loadSourceForEditing } from '@/lib/sources/load-for-editing'
import { saveOperations } from '@/lib/submissions/save'

const { fan, moderator } = await openTestWiki('fan', 'moderator')

const noClient = { network: null }
const blank = { summary: '', isMinor: false, entryId: null, baseNumber: null, sources: [] }

describe('an edit form', () => {
  let joe: number

  beforeAll(async () => {
    joe = await publishNew(
      moderator,
      'page',
      pageContent('Joe Locke', { a: 'An actor.' }, { kind: 'person', isLiving: true }),
    )
  })

  test('has the page as it stands, and says what will come of a save', async () => {
    const editForm = await loadPageForEditing(moderator, 'joe locke')
    expect(editForm).toMatchObject({
      entryId: joe,
      baseNumber: 1,
      currentTitle: 'Joe Locke',
      prospect: { kind: 'publish' },
      prospectIfPrivate: { kind: 'review' },
    })
    expect(editForm?.kinds.map(({ key }) => key)).toEqual(['topic', 'person', 'category', 'season'])
    expect((await loadPageForEditing(fan, 'Joe Locke'))?.prospect).toEqual({ kind: 'review' })
    expect((await loadPageForEditing(visitor, 'Joe Locke'))?.prospect).toMatchObject({
      kind: 'refused',
      isSignedIn: false,
    })
  })

  test('is empty where nobody has written yet', async () => {
    const editForm = await loadPageForEditing(fan, 'Nobody yet')
    expect(editForm).toMatchObject({ entryId: null, baseNumber: null, content: { title: 'Nobody yet' } })
  })

  test('says that a trusted account’s edit goes live', async () => {
    const trusted = await makeAccount('trusted')
    expect((await loadPageForEditing(trusted, 'Joe Locke'))?.prospect).toEqual({ kind: 'publish' })
  })

  test('a fact and the new source that it cites are one edit', async () => {
    const content = factContent('He heard it alone with his dog.', [joe], { citations: [citationOf(-2)] })
    const input = { ...blank, key: newKey(), content, sources: [sourceOfText(' ')] }
    const refused = await saveOperations.fact(moderator, input, noClient)
    expect(refused).toMatchObject({
      ok: false,
      reason: 'invalid',
      fields: { 'sources.0.title': saying(expect.any(String)) },
    })
    const sources = [sourceOfText('https://example.org/interview')]
    const saved = await saveOperations.fact(moderator, { ...input, key: newKey(), sources }, noClient)
    expect(saved).toMatchObject({ ok: true, outcome: 'published', path: '/facts/1' })
    const editForm = await loadFactForEditing(moderator, 1)
    expect(editForm?.names.map(({ label }) => label).sort()).toEqual(['Joe Locke', 'Page on example.org'])
  })

  test('a field that is wrong is named as the form names it', async () => {
    const input = { ...blank, key: newKey(), content: { ...pageContent('x'.repeat(201)) } }
    expect(await saveOperations.page(fan, input, noClient)).toMatchObject({
      ok: false,
      fields: { title: saying(expect.any(String)) },
    })
    const taken = { ...blank, key: newKey(), content: pageContent('JOE locke') }
    expect(await saveOperations.page(fan, taken, noClient)).toMatchObject({
      ok: false,
      reason: 'title_taken',
      fields: { title: saying(expect.any(String)) },
    })
  })

  test('a conflict comes with all that could be merged and the names of what the texts point at', async () => {
    const page = (a: string, b: string, categories: number[] = []) =>
      pageContent('Kit Connor', { a, b }, { categories })
    const actors = await publishNew(moderator, 'page', categoryContent('Actors'))
    const id = await publishNew(moderator, 'page', page('one', 'two'))
    await send(moderator, edited('page', id, 1, page('one, theirs', 'two', [actors])))
    const yours = {
      ...blank,
      key: newKey(),
      entryId: id,
      baseNumber: 1,
      content: page('one, yours', 'two, yours'),
    }
    const answer = await saveOperations.page(moderator, yours, noClient)
    expect(answer).toMatchObject({ reason: 'conflict', names: [{ id: actors, label: 'Actors' }] })
    const [conflict] = 'conflicts' in answer ? answer.conflicts : []
    expect(conflict).toMatchObject({ headNumber: 2, merged: page('one, yours', 'two, yours', [actors]) })
  })

  test('a plain form changes a source and keeps what it cannot show', async () => {
    const original = await publishNew(moderator, 'source', { ...emptySource, title: 'The original' })
    await publishNew(moderator, 'source', {
      ...emptySource,
      title: 'A copy',
      derivedFrom: { kind: 'source', source: original },
    })
    const number = 3
    const editForm = await loadSourceForEditing(moderator, number)
    const input = plainSourceSchema.parse({
      key: newKey(),
      entryId: String(editForm?.entryId),
      baseNumber: '1',
      type: 'webpage',
      title: 'A copy, named better',
      authors: 'One\n\nTwo ',
      derivedFrom: JSON.stringify(editForm?.content.derivedFrom),
    })
    expect(await editPlainSource(moderator, input, noClient)).toMatchObject({ ok: true, path: '/sources/3' })
    expect((await loadSourceForEditing(moderator, number))?.content).toMatchObject({
      title: 'A copy, named better',
      authors: ['One', 'Two'],
      derivedFrom: { kind: 'source', source: original },
    })
  })
})
