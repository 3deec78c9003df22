import { beforeAll, describe, expect, test } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import { factContent, newKey, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { emptySource } from '@/lib/kinds/schemas/empty-source'
import { accept } from '@/lib/review/accept'
import { saveOperations } from '@/lib/submissions/save'
import { loadAmendmentForm } from './load-amendment'

const { fan, moderator } = await openTestWiki('fan', 'moderator')

const noClient = { network: null }
const source = { ...emptySource, title: 'An interview' }

describe('a new fact with a new source', () => {
  let page: number
  const fresh = { summary: 'Heard it', isMinor: false, entryId: null, baseNumber: null, sources: [source] }
  const content = (words: string) => factContent(words, [page], { citations: [citationOf(-2)] })
  const waiting = async () => {
    const saved = await saveOperations.fact(
      fan,
      { ...fresh, key: newKey(), content: content('He sings.') },
      noClient,
    )
    return saved.ok && 'submissionId' in saved ? saved.submissionId : 0
  }

  beforeAll(async () => {
    page = await publishNew(moderator, 'page', pageContent('Joe'))
  })

  test('opens whole in the form that amends it, and is sent whole', async () => {
    const id = await waiting()
    const amendment = await loadAmendmentForm(fan, id)
    expect(amendment).toMatchObject({
      isNewEdit: false,
      form: {
        kind: 'fact',
        editForm: {
          entryId: null,
          content: content('He sings.'),
          start: {
            sources: [source],
            summary: 'Heard it',
            amends: { submissionId: id, roundNumber: 1, state: 'waiting' },
          },
        },
      },
    })
    expect(await loadAmendmentForm(moderator, id)).toBeNull()
    const amends = amendment?.form.editForm.start.amends
    const input = { ...fresh, key: newKey(), content: content('He sings well.'), amends }
    expect(await saveOperations.fact(fan, input, noClient)).toEqual({
      ok: true,
      outcome: 'waiting',
      submissionId: id,
    })
    expect(await accept(moderator, { submissionId: id, roundNumber: 2, key: newKey() })).toMatchObject({
      ok: true,
    })
  })

  test('accepted while it was amended: the amendment is a new edit of what it became, citing what came with it', async () => {
    const id = await waiting()
    const amends = { submissionId: id, roundNumber: 1, state: 'waiting' as const }
    await accept(moderator, { submissionId: id, roundNumber: 1, key: newKey() })
    const input = { ...fresh, key: newKey(), content: content('He sings well.'), amends }
    const answer = await saveOperations.fact(fan, input, noClient)
    expect(answer).toMatchObject({ ok: false, reason: 'already_decided', newEdit: { baseNumber: 1 } })
    const on = ('newEdit' in answer && answer.newEdit) || null
    const made = new Map(on?.made)
    const entryId = on?.entryId ?? 0
    const cited = made.get(-2) ?? 0
    expect([made.get(-1), cited > 0]).toEqual([entryId, true])

    const editForm = (await loadAmendmentForm(fan, id))?.form.editForm
    const published = factContent('He sings.', [page], { citations: [citationOf(cited)] })
    expect(editForm).toMatchObject({
      entryId,
      content: published,
      start: { amends: null, baseRoundId: on?.baseRoundId },
    })
    const anew = {
      ...input,
      key: newKey(),
      sources: [],
      content: factContent('He sings well.', [page], { citations: [citationOf(cited)] }),
      entryId,
      baseNumber: on?.baseNumber ?? 0,
      baseRoundId: on?.baseRoundId,
      amends: null,
    }
    const saved = await saveOperations.fact(fan, anew, noClient)
    const next = saved.ok && 'submissionId' in saved ? saved.submissionId : 0
    expect(await accept(moderator, { submissionId: next, roundNumber: 1, key: newKey() })).toMatchObject({
      ok: true,
    })
    const [head] = await readRows(
      `select c.content from entry e join revision_content c on c.revision_id = e.head_id where e.id = ${entryId}`,
    )
    expect(head?.content).toEqual(anew.content)
  })
})
