import { describe, expect, it } from 'vitest'
import { changesetSchema } from '@/lib/changesets/schema'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { changesetOf, fieldsOfForm } from './save'

describe('a form as a changeset', () => {
  const input = {
    key: 'a-key-of-one-save',
    summary: 'why',
    isMinor: false,
    entryId: null,
    baseNumber: null,
    content: { citations: [{ source: -2 }] },
    sources: [{ url: 'https://example.org/' }],
  }

  it('has the entry first, and its new sources after it, where it names them', () => {
    const changeset = changesetOf('fact', input)
    expect(changeset.items.map(({ kind }) => kind)).toEqual(['fact', 'source'])
    expect(changesetSchema.safeParse(changeset).success).toBe(true)
  })

  it('what is refused comes back at the field of the form', () => {
    const [a, b, c, d] = [1, 2, 3, 4].map((most) => codes().errors.content.atMost(most)) as [
      Message,
      Message,
      Message,
      Message,
    ]
    const fields = { 'items.1.statement': a, 'items.2.url': b, 'items.3.title': c, summary: d }
    expect(fieldsOfForm(fields)).toEqual({
      statement: a,
      'sources.0.url': b,
      'sources.1.title': c,
      summary: d,
    })
  })
})
