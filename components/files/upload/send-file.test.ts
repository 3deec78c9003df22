import { describe, expect, it } from 'vitest'
import { messages } from '@/lib/messages/messages'
import { MOST_BYTES } from '@/lib/uploads/limits'
import { type Progress, sendFile } from './send-file'
import type { Answer, Transport } from './transport'

const { uploads } = messages()
const outcome = {
  object: { sha256: 'a', width: 1, height: 1, colour: '#000000', isFirstFrameOnly: false },
  alike: [],
}

type Fault = (answer: Answer, part: Blob) => Partial<Answer> & { taken?: number }

/** A wiki that takes bytes, and answers its next requests to send some with these faults, one each. */
function wikiWith(size: number, ...faults: Fault[]) {
  const seen = { tickets: 0, heads: 0, patches: 0, there: 0, pauses: [] as number[], shown: [] as Progress[] }
  const answer = (status: number, more: Partial<Answer> = {}): Answer => ({
    status,
    offset: seen.there,
    retryAfter: null,
    body: null,
    ...more,
  })
  const kept = { ticket: null as string | null }
  const transport: Transport = {
    start: async () => {
      Object.assign(seen, { there: 0, tickets: seen.tickets + 1 })
      return answer(200, { body: { ticket: `ticket-${seen.tickets}` } })
    },
    head: async () => {
      seen.heads += 1
      return answer(204)
    },
    patch: async (_, offset, part, signal, onSent) => {
      signal.throwIfAborted()
      seen.patches += 1
      if (offset !== seen.there) return answer(409)
      const { taken = part.size, ...fault } = faults.shift()?.(answer(0), part) ?? {}
      seen.there += taken
      onSent(taken)
      return answer(seen.there === size ? 200 : 204, { body: outcome, ...fault })
    },
  }
  const controller = new AbortController()
  const sent = (file = new Blob([new Uint8Array(size)])) =>
    sendFile(file, {
      transport,
      writtenAs: '1',
      signal: controller.signal,
      onProgress: (progress) => seen.shown.push(progress),
      pause: async (milliseconds) => void seen.pauses.push(milliseconds),
      tickets: {
        get: () => kept.ticket,
        set: (ticket) => {
          kept.ticket = ticket
        },
      },
    })
  return { seen, kept, transport, controller, sent }
}

/** The connection is lost after so many bytes have arrived. */
const lostAfter =
  (taken: number): Fault =>
  () => ({ status: 0, offset: null, taken })

describe('a file', () => {
  it('is sent at once where nothing goes wrong, and its ticket is kept no longer than it is needed', async () => {
    const { seen, kept, sent } = wikiWith(1_000)
    expect(await sent()).toEqual({ ok: true, ...outcome })
    expect(seen).toMatchObject({ tickets: 1, heads: 0, patches: 1, pauses: [] })
    expect(seen.shown.at(-1)).toEqual({ sent: 1_000, problem: null })
    expect(kept.ticket).toBeNull()
  })

  it('goes on from where the wiki has it after each lost connection, and says meanwhile what is wrong', async () => {
    const { seen, sent } = wikiWith(1_000, lostAfter(300), lostAfter(0), lostAfter(699))
    expect(await sent()).toMatchObject({ ok: true })
    expect(seen).toMatchObject({ there: 1_000, heads: 3, patches: 4 })
    expect(seen.shown).toContainEqual({ sent: 0, problem: uploads.lost })
    expect(seen.shown.at(-1)).toEqual({ sent: 1_000, problem: null })
  })

  it('whose answer alone was lost is not sent again', async () => {
    const { seen, sent } = wikiWith(1_000, lostAfter(1_000))
    expect(await sent()).toMatchObject({ ok: true })
    expect(seen).toMatchObject({ there: 1_000, patches: 2 })
  })

  it('waits as long as the wiki says while that cannot store it', async () => {
    const away: Fault = (_, { size }) => ({
      ...{ status: 503, retryAfter: 10, body: { message: uploads.storeAway } },
      taken: size,
    })
    const { seen, sent } = wikiWith(1_000, away, away, away)
    expect(await sent()).toMatchObject({ ok: true })
    expect(seen.pauses).toEqual([10_000, 10_000, 10_000])
    expect(seen.shown).toContainEqual({ sent: 1_000, problem: uploads.storeAway })
  })

  it('is begun anew under another ticket when the first one is of no use any more', async () => {
    const { seen, sent } = wikiWith(1_000, lostAfter(500), () => ({ status: 410, taken: 0 }))
    expect(await sent()).toMatchObject({ ok: true })
    expect(seen).toMatchObject({ tickets: 2, there: 1_000 })
  })

  it('that was chosen again after the page was loaded goes on under its ticket', async () => {
    const { seen, kept, sent } = wikiWith(1_000)
    Object.assign(seen, { there: 400 })
    kept.ticket = 'ticket-0'
    expect(await sent()).toMatchObject({ ok: true })
    expect(seen).toMatchObject({ tickets: 0, heads: 1, patches: 1, there: 1_000 })
  })

  it.each([413, 422, 403, 507])(
    'that is refused (%s) is not tried again, and the sentence is the wiki’s',
    async (status) => {
      const { seen, kept, sent } = wikiWith(1_000, () => ({ status, body: { message: 'Not this one.' } }))
      expect(await sent()).toEqual({ ok: false, problem: 'Not this one.' })
      expect(seen.patches).toBe(1)
      expect(kept.ticket).toBeNull()
    },
  )

  it('that is empty or too large is not announced at all', async () => {
    const { seen, sent } = wikiWith(1_000)
    expect(await sent(new Blob([]))).toEqual({ ok: false, problem: uploads.empty })
    const large = { size: MOST_BYTES + 1 } as Blob
    expect(await sent(large)).toEqual({ ok: false, problem: uploads.tooLarge(large.size, MOST_BYTES) })
    expect(seen.tickets).toBe(0)
  })

  it('is given up when the wiki does not come back, after ever longer pauses', async () => {
    const { seen, transport, sent } = wikiWith(1_000)
    const gone = async () => ({ status: 0, offset: null, retryAfter: null, body: null })
    Object.assign(transport, { patch: gone, head: gone })
    expect(await sent()).toEqual({ ok: false, problem: uploads.stopped })
    expect(seen.pauses.slice(1, 7)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000])
  })

  it('that is cancelled is sent no further', async () => {
    const { seen, controller, sent } = wikiWith(1_000, lostAfter(10), () => {
      controller.abort()
      return { taken: 0, status: 0, offset: null }
    })
    await expect(sent()).rejects.toThrow()
    expect(seen.there).toBe(10)
  })
})
