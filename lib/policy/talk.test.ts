import { describe, expect, it } from 'vitest'
import type { OwnCommentSubject } from './abilities'
import type { Subject } from './subject'
import { actor, ask, me, rowsOf, someoneElse, type TalkAbility, talkAbilities, who } from './testing'

/*
 * What the law says about talk, as tables: V visitor, F fan, T trusted, M moderator, O owner, S system; `-` is nobody.
 */
const states: Record<string, Partial<Subject>> = {
  open: {},
  'for trusted': { protection: 'trusted' },
  'for moderators': { protection: 'moderators' },
  'much shown': { isMuchShown: true },
  'about living': { isAboutLiving: true },
  'private life': { isPrivateLife: true },
  deleted: { isDeleted: true },
}

//                  published before | never yet
const atOnce = `open           | FTMOS | TMOS
                for trusted    | TMOS  | TMOS
                for moderators | MOS   | MOS
                much shown     | FTMOS | TMOS
                about living   | FTMOS | TMOS
                private life   | MOS   | MOS
                deleted        | -     | -`

const comments: Record<string, Partial<OwnCommentSubject>> = {
  shown: {},
  'shown long ago': { isRecent: false },
  held: { state: 'held' },
  'held long ago': { state: 'held', isRecent: false },
  declined: { state: 'declined' },
  'taken back': { state: 'withdrawn' },
  withheld: { isWithheld: true },
}

//                  change it | take it back
const ofOnesOwn = `shown          | FTMOS | -
                   shown long ago | -     | -
                   held           | FTMOS | FTMOS
                   held long ago  | -     | FTMOS
                   declined       | -     | -
                   taken back     | -     | -
                   withheld       | -     | -`

const plain: Partial<Record<TalkAbility, { own: string; others: string }>> = {
  converse: { own: 'FTMOS', others: 'MO' },
  mention: { own: 'TMO', others: 'TMO' },
  decideComment: { own: '-', others: 'MO' },
  settle: { own: 'FTMOS', others: 'TMO' },
  thank: { own: '-', others: 'FTMO' },
  check: { own: '-', others: 'FTMO' },
  writeOwnWords: { own: 'TMO', others: 'TMO' },
  decideOwnWords: { own: '-', others: 'MO' },
}

const subject = (state: Partial<Subject>): Subject => ({
  ...{ kind: 'page', isNew: false, isDeleted: false, protection: 'open' },
  ...{ isMuchShown: false, isAboutLiving: false, isPrivateLife: false },
  ...state,
})

const comment = (state: Partial<OwnCommentSubject>, authorId = me): OwnCommentSubject => ({
  ...{ authorId, state: 'shown', isRecent: true, isWithheld: false },
  ...state,
})

describe('the table of talk', () => {
  it('has rows for every ability', () => {
    const listed = ['commentAtOnce', 'editComment', 'withdrawComment', ...Object.keys(plain)]
    expect(listed.sort()).toEqual([...talkAbilities].sort())
  })

  it('shows a comment at once, or holds it, as written', () => {
    const seen = Object.entries(states).map(([state, partly]) => ({
      state,
      cells: [true, false].map((hasPublished) =>
        who((role) => ask(actor(role), 'commentAtOnce', subject(partly), hasPublished)),
      ),
    }))
    expect(seen).toEqual(rowsOf(atOnce))
  })

  it('lets authors change a comment and take it back, as written, and nobody else', () => {
    const abilities = ['editComment', 'withdrawComment'] as const
    const cellsOf = (partly: Partial<OwnCommentSubject>, authorId: number) =>
      abilities.map((ability) => who((role) => ask(actor(role), ability, comment(partly, authorId))))
    const seen = Object.entries(comments).map(([state, partly]) => ({ state, cells: cellsOf(partly, me) }))
    expect(seen).toEqual(rowsOf(ofOnesOwn))
    for (const partly of Object.values(comments)) expect(cellsOf(partly, someoneElse)).toEqual(['-', '-'])
  })

  it.each(Object.entries(plain))('%s: of one’s own and of others, as written', (ability, { own, others }) => {
    const about = (id: number) => ({ authorId: id, startedById: id, hasPublished: true, isOwn: id === me })
    const may = (id: number) => who((role) => ask(actor(role), ability as TalkAbility, about(id)))
    expect([may(me), may(someoneElse)]).toEqual([own, others])
  })

  it('gives a blocked account nothing', () => {
    const asked: [TalkAbility | 'comment', ...unknown[]][] = [
      ['comment'],
      ['commentAtOnce', subject({}), true],
      ['converse', { authorId: me }],
      ['mention'],
      ['editComment', comment({})],
      ['withdrawComment', comment({ state: 'held' })],
      ['decideComment', { authorId: someoneElse }],
      ['settle', { startedById: me }],
      ['thank', { authorId: someoneElse, hasPublished: true }],
      ['check', { isOwn: false }],
    ]
    for (const [ability, ...about] of asked) expect(ask(actor('owner', true), ability, ...about)).toBe(false)
  })
})
