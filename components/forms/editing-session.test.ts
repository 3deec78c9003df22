import { describe, expect, it } from 'vitest'
import type { Preview } from '@/lib/editing/preview'
import { type Refusal, refuse } from '@/lib/errors'
import type { Place } from '@/lib/errors/place'
import { codes } from '@/lib/messages/codes'
import { sentenceOf } from '@/lib/messages/message'
import type { SaveRefusal } from '@/lib/submissions/save'
import {
  conflictOf,
  type EditingEvent,
  type EditingSession,
  formAfter,
  freshSession,
  isLedByEditor,
  nextSession,
  pathAfter,
  problemsOf,
  refusalIn,
} from './editing-session'

const sessionAfter = (...events: EditingEvent[]): EditingSession => events.reduce(nextSession, freshSession)

const { errors, editing } = codes()
const wrong = errors.content.tooDeep(100)
const refusal = (more: Partial<Refusal> = {}): Refusal => ({
  ...refuse('invalid', editing.unreachable),
  ...more,
})
const refused = (why: SaveRefusal, content: object = {}): EditingEvent => ({
  type: 'refused',
  refusal: why,
  content,
})
const sending: EditingEvent = { type: 'asked', what: 'send' }
const looking: EditingEvent = { type: 'asked', what: 'look' }
const looked: EditingEvent = { type: 'looked', preview: { outcome: 'publish' } as unknown as Preview }
const inBody: Place = { path: ['body', 'content', 3], message: wrong }
const inTitle: Place = { path: ['title'], message: wrong }

describe('an editing session', () => {
  it('is under way from the press until the answer, and remembers what was pressed', () => {
    expect(sessionAfter(sending)).toMatchObject({ phase: 'saving', asked: 'send' })
    expect(sessionAfter(looking)).toMatchObject({ phase: 'looking', asked: 'look' })
    expect(sessionAfter(looking, refused(refusal()))).toMatchObject({ phase: 'writing', asked: 'look' })
  })

  it('ends when a save is published, or waits under its number', () => {
    const published = sessionAfter(sending, {
      type: 'saved',
      saved: { outcome: 'published', event: 1, path: '/wiki/A' },
    })
    expect(published).toMatchObject({ phase: 'published', refusal: null })
    const waiting = sessionAfter(sending, refused(refusal()), sending, {
      type: 'saved',
      saved: { outcome: 'waiting', submissionId: 7 },
    })
    expect(waiting).toMatchObject({ phase: { waiting: 7 }, refusal: null })
  })

  it('shows a preview until it is closed, or saving is refused', () => {
    expect(sessionAfter(looking, looked)).toMatchObject({ phase: 'writing', preview: { outcome: 'publish' } })
    expect(sessionAfter(looking, looked, { type: 'previewClosed' }).preview).toBeNull()
    expect(sessionAfter(looking, looked, sending, refused(refusal())).preview).toBeNull()
    expect(sessionAfter(sending, refused(refusal()), looking, looked).refusal).toBeNull()
  })

  it('leads to the first place that an editor marks, and to the one that is chosen', () => {
    const told = refusal({ places: [inTitle, inBody] })
    expect(sessionAfter(sending, refused(told)).led).toEqual({ place: inBody })
    expect(sessionAfter(sending, refused(told), { type: 'led', place: inTitle }).led).toEqual({
      place: inTitle,
    })
    expect(sessionAfter(sending, refused(refusal({ places: [inTitle] }))).led).toBeNull()
    expect([told, refusal({ places: [inTitle] }), refusal()].map(isLedByEditor)).toEqual([true, false, false])
  })

  it('knows who has signed in by sending it, also when the rest was refused', () => {
    const entered = { mark: '5', name: 'Tao', isNew: true }
    const session = sessionAfter(sending, { type: 'entered', entered }, refused(refusal()))
    expect(session).toMatchObject({ phase: 'writing', entered })
  })

  it('goes on from a settled conflict without its refusal', () => {
    expect(
      sessionAfter(sending, refused(refusal({ reason: 'conflict' })), { type: 'settled' }),
    ).toMatchObject({
      phase: 'writing',
      refusal: null,
      isSettled: true,
    })
  })
})

describe('a refusal', () => {
  it('is what the server answered, or that it did not answer', () => {
    const why = refusal({ reason: 'not_signed_in' })
    expect(refusalIn({ state: 'refused', refusal: why, typed: {} })).toBe(why)
    expect(refusalIn(null)).toMatchObject({ reason: 'failed', message: editing.unreachable })
  })

  it('ends the attempt, unless the save may have happened without an answer', () => {
    const form = { names: [], attempt: { key: 'k', body: 'sent' }, words: 'kept' }
    expect(formAfter(form, refusal({ reason: 'not_signed_in' }))).toEqual({ ...form, attempt: null })
    // The very same form, so that a draft is not kept anew.
    expect(formAfter(form, refusalIn(null))).toBe(form)
  })

  it('brings the names of what other texts point at, before those that were known', () => {
    const named = (id: number) => ({
      id,
      kind: 'page' as const,
      label: `Page ${id}`,
      detail: null,
      path: `/wiki/Page_${id}`,
    })
    const conflict = { ...refusal({ reason: 'conflict' }), names: [named(1)] } as unknown as SaveRefusal
    const form = { names: [named(2)], attempt: null }
    expect(formAfter(form, conflict).names.map(({ id }) => id)).toEqual([1, 2])
  })

  it('is said at a field until that says something else; at an editor’s as long as places are known', () => {
    const content = { title: 'A', summary: 'S', body: {} }
    const fields = { title: wrong, 'sources.0.url': wrong, body: wrong }
    const session = sessionAfter(sending, refused(refusal({ fields }), content))
    const sentence = sentenceOf(wrong)
    expect(problemsOf(session, content)).toEqual({
      title: sentence,
      'sources.0.url': sentence,
      body: sentence,
    })
    expect(problemsOf(session, { ...content, title: 'B', body: {} })).toEqual({ 'sources.0.url': sentence })
    const marked = sessionAfter(sending, refused(refusal({ fields, places: [inBody] }), content))
    expect(problemsOf(marked, { ...content, body: {} })).toHaveProperty('body', sentence)
    expect(problemsOf(freshSession, content)).toEqual({})
  })
})

describe('a conflict', () => {
  it('names what is new as the form does', () => {
    const carried = {
      merged: { categories: [-3, 9], citations: [{ source: -2 }], speaker: -2 },
      headNumber: 4,
      conflicts: [],
    }
    const why = {
      ...refusal({ reason: 'conflict' }),
      conflicts: [carried],
      names: [],
    } as unknown as SaveRefusal
    expect(conflictOf(why, [-7, -8])).toEqual({
      ...carried,
      merged: { categories: [-8, 9], citations: [{ source: -7 }], speaker: -2 },
    })
  })

  it('is none in another refusal', () => {
    expect([null, refusal(), refusal({ reason: 'conflict' })].map((why) => conflictOf(why, []))).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('where reading goes on', () => {
  it('is the section that was written, and for a new account past its recovery code', () => {
    const entered = { mark: '5', name: 'Tao', isNew: false }
    expect(pathAfter('/wiki/A', undefined, null)).toBe('/wiki/A')
    expect(pathAfter('/wiki/A', 'On tour', entered)).toBe('/wiki/A#On%20tour')
    expect(pathAfter('/wiki/A', 'On tour', { ...entered, isNew: true })).toMatch(
      /^\/account\/recovery-code\?next=%2Fwiki%2FA%23On/,
    )
  })
})
