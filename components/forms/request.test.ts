import { expect, test } from 'vitest'
import { emptyPage } from '@/lib/kinds/schemas/empty-page'
import { writtenPage } from '@/lib/kinds/written/page'
import { WRITTEN_AS } from '@/lib/sessions/written-as'
import { attemptFor } from './drafts/attempt'
import { dataOf, requestOf } from './request'

const target = { entryId: 4, baseRoundId: null, amends: null }
const form = {
  content: emptyPage('Tao', 'person', 'en'),
  summary: 'He hums',
  isMinor: false,
  baseNumber: 3,
  newSources: {},
}

test('the same words give the same request, and so the same key; other words another', () => {
  const request = requestOf(writtenPage, target, form)
  const first = attemptFor(request, null)
  expect(attemptFor(requestOf(writtenPage, { ...target }, { ...form }), first)).toBe(first)
  for (const other of [
    requestOf(writtenPage, target, { ...form, summary: 'He sings' }),
    requestOf(writtenPage, { ...target, baseRoundId: 2 }, form),
  ])
    expect(attemptFor(other, first).key).not.toBe(first.key)
})

test('a request says who wrote it, and with which name and password it is sent', () => {
  const account = new FormData()
  account.set('accountName', 'Tao')
  const data = dataOf(requestOf(writtenPage, target, form), { key: 'k' }, '5', account)
  expect([data.get(WRITTEN_AS), data.get('accountName')]).toEqual(['5', 'Tao'])
  expect(JSON.parse(String(data.get('json')))).toMatchObject({
    ...target,
    key: 'k',
    summary: 'He hums',
    baseNumber: 3,
    content: { title: 'Tao' },
    sources: [],
  })
})
