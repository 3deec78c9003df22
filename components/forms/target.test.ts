import { describe, expect, it } from 'vitest'
import { sourceOfText } from '@/lib/citations/source-line'
import { freshCitation } from '@/lib/content/fresh-citation'
import { refuse } from '@/lib/errors'
import { emptyFact } from '@/lib/kinds/schemas/empty-fact'
import { writtenFact } from '@/lib/kinds/written/fact'
import { codes } from '@/lib/messages/codes'
import type { OvertakenSave } from '@/lib/submissions/save'
import { asNewEdit, overtakenBy } from './target'

const [first, second] = ['https://a.org/', 'https://b.org/'].map(sourceOfText) as [
  ReturnType<typeof sourceOfText>,
  ReturnType<typeof sourceOfText>,
]
const newEdit = {
  entryId: 40,
  baseNumber: 1,
  baseRoundId: 6,
  made: [
    [-2, 41],
    [-3, 42],
  ] as [number, number][],
}

describe('what amended a submission that is published by now', () => {
  it('becomes a new edit of it: what came with it is an entry, unless it was changed here', () => {
    const citations = [-2, -3].map((source) => ({ source, ...freshCitation }))
    const form = {
      content: { ...emptyFact, citations },
      baseNumber: null,
      newSources: { [-2]: first, [-3]: { ...second, title: 'Another title' } },
      target: { entryId: null, baseRoundId: null, amends: null },
    }
    const { content, baseNumber, target } = asNewEdit(writtenFact, form, newEdit, [first, second])
    expect(content.citations.map(({ source }) => source)).toEqual([41, -3])
    expect([baseNumber, target]).toEqual([1, { entryId: 40, baseRoundId: 6, amends: null }])
  })
})

describe('a refusal of what was decided meanwhile', () => {
  const refusal = (state: OvertakenSave['now']['state'], edit: typeof newEdit | null): OvertakenSave => ({
    ok: false,
    reason: 'already_decided',
    message: codes().editing.unreachable,
    now: { submissionId: 3, roundNumber: 2, state },
    newEdit: edit,
  })

  it('lets one go on with a new edit, or with the submission where it is open again', () => {
    for (const told of [refusal('accepted', newEdit), refusal('declined', null), refusal('waiting', null)])
      expect(overtakenBy(told)).toBe(told)
  })

  it('does not where there is nothing to go on from', () => {
    expect(overtakenBy(refusal('accepted', null))).toBeNull()
    expect(overtakenBy(refusal('overtaken', null))).toBeNull()
    expect(overtakenBy(refuse('failed', codes().editing.unreachable))).toBeNull()
    expect(overtakenBy(null)).toBeNull()
  })
})
