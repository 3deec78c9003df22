import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeProgress, mergeProgress, type ProgressChange } from './change-progress'
import {
  factToken,
  LONGEST_PROGRESS,
  MOST_OPENED,
  noProgress,
  type Progress,
  parseProgress,
  passageToken,
  printProgress,
} from './progress'
import { answersOf, knownProgress, openPlaces, readerOf } from './reader'
import { wikiMark } from './wiki-id'

const wiki = wikiMark('the secret of this test')
const id = fc.integer({ min: 1, max: 1e9 })
const token = fc.oneof(
  id.map(factToken),
  fc.tuple(id, fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/)).map(([entry, block]) => passageToken(entry, block)),
)
const progresses: fc.Arbitrary<Progress> = fc.record({
  changedAt: fc.integer({ min: 0, max: 4e9 }),
  reached: fc
    .array(fc.tuple(id, fc.oneof(id, fc.constant(0))), { maxLength: 12 })
    .map((works) => new Map(works)),
  hasSeenAll: fc.boolean(),
  opened: fc.uniqueArray(token, { maxLength: MOST_OPENED }),
})
const sorted = (progress: Progress) => ({
  ...progress,
  reached: new Map([...progress.reached].sort(([a], [b]) => a - b)),
})
const isSaid = ({ reached, hasSeenAll, opened }: Progress) =>
  reached.size > 0 || hasSeenAll || opened.length > 0

describe('the cookie', () => {
  it('reads back as what was written, in one spelling', () => {
    fc.assert(
      fc.property(progresses, (progress) => {
        const text = printProgress(progress, wiki)
        const read = parseProgress(text, wiki)
        if (!isSaid(progress)) {
          expect([text, read]).toEqual(['', null])
          return
        }
        if (text.length < LONGEST_PROGRESS - 30) expect(read).toEqual(sorted(progress))
        expect(printProgress(read as Progress, wiki)).toBe(text)
        expect(encodeURIComponent(text)).toBe(text)
      }),
    )
  })

  it('stays short: what was opened first is left out, never how far somebody is in a work', () => {
    const opened = Array.from(
      { length: MOST_OPENED },
      (_, at) => `b999999999999999.${`${at}`.padStart(32, 'x')}`,
    )
    const progress = { changedAt: 1, reached: new Map([[1, 2]]), hasSeenAll: true, opened }
    const text = printProgress(progress, wiki)
    expect(text.length).toBeLessThanOrEqual(LONGEST_PROGRESS)
    const read = parseProgress(text, wiki)
    expect(read).toMatchObject({ reached: new Map([[1, 2]]), hasSeenAll: true })
    expect(read?.opened).toEqual(opened.slice(-(read?.opened.length ?? 0)))
  })

  it('of another wiki, cut, changed or too long says nothing, or something else that is sound', () => {
    expect(parseProgress(`${wikiMark('another')}~w12p345`, wiki)).toBeNull()
    fc.assert(
      fc.property(progresses, fc.nat(), fc.string({ maxLength: 3 }), fc.nat(3), (progress, at, put, out) => {
        const text = printProgress(progress, wiki)
        const place = at % (text.length + 1)
        const read = parseProgress(text.slice(0, place) + put + text.slice(place + out), wiki)
        if (read) expect(parseProgress(printProgress(read, wiki), wiki)).toEqual(sorted(read))
      }),
    )
  })

  it.each([
    ['empty', ''],
    ['the mark alone', wiki],
    ['a word that there is not', `${wiki}~x5`],
    ['a place without its work', `${wiki}~p5`],
    ['a work twice', `${wiki}~w1p2~w1p3`],
    ['a number with a zero before it', `${wiki}~w01p2`],
    ['a number beyond any id', `${wiki}~w1p${'9'.repeat(16)}`],
    ['a fact twice', `${wiki}~f1~f1`],
    ['an empty word', `${wiki}~w1p2~`],
    ['more opened than are kept', `${wiki}~${Array.from({ length: 41 }, (_, at) => `f${at + 1}`).join('~')}`],
    ['too long', `${wiki}~${'f1~'.repeat(600)}`],
    ['markup', `${wiki}~<script>`],
  ])('says nothing: %s', (_, text) => {
    expect(parseProgress(text, wiki)).toBeNull()
  })
})

const day = (date: string) => new Date(`2026-${date}T00:00:00Z`)
const now = day('06-15')
/** Work 1 has four places, of which two have opened for everybody; work 9 has one that nobody knows the date of. */
const places = [
  { id: 11, workId: 1, rank: 1, opensAt: day('01-01') },
  { id: 12, workId: 1, rank: 2, opensAt: day('06-01') },
  { id: 13, workId: 1, rank: 3, opensAt: day('07-01') },
  { id: 14, workId: 1, rank: 4, opensAt: null },
  { id: 91, workId: 9, rank: 1, opensAt: null },
]
const openTo = (text: string) => {
  const open = openPlaces(places, parseProgress(`${wiki}~${text}`, wiki), now)
  return open === 'everything' ? open : [...open]
}

describe('what is open', () => {
  it.each([
    ['', [11, 12]],
    ['w1p11', [11]],
    ['w1p0', []],
    ['w1p14', [11, 12, 13, 14]],
    ['w9p91', [11, 12, 91]],
    ['w1p11~all', 'everything'],
  ])('to %j', (text, open) => {
    expect(openTo(text)).toEqual(open)
  })

  it('to everybody is remembered until the next place opens, and asked anew of a moment before', () => {
    const at = (date: Date) => openPlaces(places, null, date)
    const june = at(day('06-15'))
    expect(at(day('06-30'))).toBe(june)
    expect([...(june as Set<number>)]).toEqual([11, 12])
    expect([...(at(day('07-01')) as Set<number>)]).toEqual([11, 12, 13])
    expect([...(at(day('02-01')) as Set<number>)]).toEqual([11])
    expect([...(at(day('06-01')) as Set<number>)]).toEqual([11, 12])
  })

  it('of a place that is gone, a work that there is not, or one that does not belong together, nothing is heeded', () => {
    const said = {
      ...noProgress,
      reached: new Map([
        [1, 99],
        [7, 0],
        [9, 12],
      ]),
    }
    expect(knownProgress(said, places)).toEqual(noProgress)
    expect(readerOf(said, places, now)).toBeNull()
    expect(readerOf({ ...said, opened: ['f3'] }, places, now)?.progress).toBe('f3')
  })

  it('tells readers apart by what a page named, and by nothing else', () => {
    const [one, two] = [answersOf(new Set([11, 12]), ['f5']), answersOf(new Set([11]), ['f5', 'f6'])]
    expect(one(['p11', 'f5'])).toBe(two(['p11', 'f5']))
    expect(one(['p11', 'p12'])).not.toBe(two(['p11', 'p12']))
    expect(one(['f6'])).not.toBe(two(['f6']))
    expect(one(['*'])).not.toBe(two(['*']))
    // Everything is more than all known places: what has no place is open as well.
    expect(answersOf('everything', [])(['p11'])).not.toBe(one(['p11']))
    expect(answersOf('everything', [])([])).toBe(one([]))
  })
})

describe('a change', () => {
  const at = (text: string) => parseProgress(`${wiki}~${text}`, wiki) as Progress
  const said = (progress: Progress) => printProgress(progress, 'w')

  it('sets a place, takes it back, opens and closes', () => {
    const changedBy = (progress: Progress, change: ProgressChange) =>
      said(changeProgress(progress, change, 36) as Progress)
    expect(changedBy(noProgress, { seen: 'w1p12' })).toBe('w~t10~w1p12')
    expect(changedBy(at('w1p12~w2p3~all'), { seen: 'w1p0~w4p5' })).toBe('w~t10~w1p0~w2p3~w4p5')
    expect(changedBy(at('w1p12'), { seen: 'all' })).toBe('w~t10~w1p12~all')
    expect(changedBy(at('w1p12~f1'), { seen: 'forget' })).toBe('')
    expect(changedBy(at('f1~f2'), { opened: 'f1' })).toBe('w~t10~f2~f1')
    expect(changedBy(at('f1~f2'), { closed: 'f2' })).toBe('w~t10~f1')
  })

  it('that is odd changes nothing', () => {
    for (const change of [
      { seen: '' },
      { seen: 'w1' },
      { seen: 'f1' },
      { seen: 't5~w1p2' },
      { opened: 'all' },
    ])
      expect(changeProgress(at('w1p12'), change, 1)).toBeNull()
  })

  it('keeps the newest of what was opened', () => {
    const opened = Array.from({ length: 50 }, (_, at) => `f${at + 1}`)
    const all = opened.reduce(
      (progress: Progress, one) => changeProgress(progress, { opened: one }, 1) ?? progress,
      noProgress,
    )
    expect(all.opened).toEqual(opened.slice(-MOST_OPENED))
  })

  it('on another device: the later one holds of each work, and nothing that only one device said is lost', () => {
    const phone = at('ta~w1p11~w2p3~f1')
    const laptop = at('tb~w1p12~w9p91~f2')
    for (const both of [mergeProgress(phone, laptop), mergeProgress(laptop, phone)])
      expect(said(both)).toBe('w~tb~w1p12~w2p3~w9p91~f1~f2')
    expect(mergeProgress(at('ta~all'), at('tb~w1p11')).hasSeenAll).toBe(false)
  })
})
