import { beforeAll, describe, expect, it } from 'vitest'
import { changeRows, createTestDatabase } from '@/db/postgres/testing'
import { sentenceOf } from '@/lib/messages/message'
import { withinLimits } from './within-limits'

beforeAll(createTestDatabase)

const limit = { name: 'test', most: 5, seconds: 90 }

describe('a limit', () => {
  it('lets exactly so many through, however they arrive at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => withinLimits([{ limit, of: 'storm' }])),
    )
    expect(answers.filter((answer) => answer === null)).toHaveLength(5)
  })

  it('counts everybody on their own, and every limit on its own', async () => {
    const other = { ...limit, name: 'another' }
    for (let time = 0; time < 5; time++) await withinLimits([{ limit, of: 'one' }])
    expect(await withinLimits([{ limit, of: 'one' }])).toMatchObject({ reason: 'too_many' })
    expect(await withinLimits([{ limit, of: 'two' }])).toBeNull()
    expect(await withinLimits([{ limit: other, of: 'one' }])).toBeNull()
  })

  it('that is reached stops the others from being counted', async () => {
    const tight = { name: 'tight', most: 1, seconds: 90 }
    const uses = [
      { limit: tight, of: 'x' },
      { limit, of: 'x' },
    ]
    for (let time = 0; time < 10; time++) await withinLimits(uses)
    expect(await withinLimits([{ limit, of: 'x' }])).toBeNull()
  })

  it('can be used by more than one at a time, and begins anew after its window', async () => {
    const big = { limit: { name: 'sizes', most: 10, seconds: 90 }, of: 'kilobytes' }
    expect(await withinLimits([{ ...big, by: 6 }])).toBeNull()
    expect(await withinLimits([{ ...big, by: 4 }])).toBeNull()
    expect(await withinLimits([{ ...big, by: 1 }])).toMatchObject({ reason: 'too_many' })
    await changeRows(`update rate_window set started_at = started_at - interval '2 minutes'`)
    expect(await withinLimits([{ ...big, by: 10 }])).toBeNull()
    expect(await withinLimits([{ ...big, by: 1 }])).toMatchObject({ reason: 'too_many' })
  })

  it('says in minutes how long to wait', async () => {
    for (let time = 0; time < 5; time++) await withinLimits([{ limit, of: 'waiting' }])
    const refusal = await withinLimits([{ limit, of: 'waiting' }])
    expect(refusal && sentenceOf(refusal.message)).toContain('2 minutes')
  })
})
