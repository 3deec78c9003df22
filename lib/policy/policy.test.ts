import { describe, expect, it } from 'vitest'
import { accountRole } from '@/db/accounts/schema'
import { shownEntries } from '@/db/visibility/read-scope'
import { RefusalError } from '@/lib/errors'
import { sentenceOf } from '@/lib/messages/message'
import { type Ability, abilityNames } from './abilities'
import { type AccountActor, type Actor, type Role, visitor } from './actor'
import { abilities, authorize, can, readScopeOf, writersScope } from './policy'
import type { Change, Subject } from './subject'
import {
  actor,
  ask,
  letters,
  type OwnAbility,
  ownAbilities,
  roles,
  rowsOf,
  someoneElse,
  type TalkAbility,
  talkAbilities,
  who,
} from './testing'

/*
 * The whole law as a table. A cell names who may: V visitor, F fan, T trusted, M moderator, O owner, S system;
 * `-` is nobody. Every ability has its rows, every state of an entry its row, every change its column.
 */
const states: Record<string, Partial<Subject>> = {
  'open           ': {},
  'new            ': { isNew: true },
  'for trusted    ': { protection: 'trusted' },
  'for moderators ': { protection: 'moderators' },
  'much shown     ': { isMuchShown: true },
  'about living   ': { isAboutLiving: true },
  'private life   ': { isPrivateLife: true },
  'deleted        ': { isDeleted: true },
}

const changes: Change[] = [
  { touches: new Set(['wording']), clearsPrivateLife: false },
  { touches: new Set(['wording', 'evidence']), clearsPrivateLife: false },
  { touches: new Set(['structure']), clearsPrivateLife: false },
  { touches: new Set(['wording']), clearsPrivateLife: true },
]

type EntryAbility = Exclude<
  Ability,
  keyof typeof aboutPeople | keyof typeof aboutTheWiki | OwnAbility | TalkAbility
>

const aboutEntries: Record<EntryAbility, string> = {
  //                         wording  evidence structure clears private life
  read: `    open           | VFTMOS | VFTMOS | VFTMOS | VFTMOS
             new            | VFTMOS | VFTMOS | VFTMOS | VFTMOS
             for trusted    | VFTMOS | VFTMOS | VFTMOS | VFTMOS
             for moderators | VFTMOS | VFTMOS | VFTMOS | VFTMOS
             much shown     | VFTMOS | VFTMOS | VFTMOS | VFTMOS
             about living   | VFTMOS | VFTMOS | VFTMOS | VFTMOS
             private life   | VFTMOS | VFTMOS | VFTMOS | VFTMOS
             deleted        | MO     | MO     | MO     | MO    `,
  propose: ` open           | FTMOS  | FTMOS  | FTMOS  | FTMOS
             new            | FTMOS  | FTMOS  | FTMOS  | FTMOS
             for trusted    | FTMOS  | FTMOS  | FTMOS  | FTMOS
             for moderators | FTMOS  | FTMOS  | FTMOS  | FTMOS
             much shown     | FTMOS  | FTMOS  | FTMOS  | FTMOS
             about living   | FTMOS  | FTMOS  | FTMOS  | FTMOS
             private life   | FTMOS  | FTMOS  | FTMOS  | FTMOS
             deleted        | -      | -      | -      | -     `,
  publish: ` open           | TMOS   | TMOS   | TMOS   | S
             new            | TMOS   | TMOS   | TMOS   | S
             for trusted    | TMOS   | TMOS   | TMOS   | S
             for moderators | MOS    | MOS    | MOS    | S
             much shown     | TMOS   | MOS    | MOS    | S
             about living   | TMOS   | TMOS   | TMOS   | S
             private life   | S      | S      | S      | S
             deleted        | -      | -      | -      | -     `,
  decide: `  open           | TMO    | MO     | MO     | MO
             new            | MO     | MO     | MO     | MO
             for trusted    | MO     | MO     | MO     | MO
             for moderators | MO     | MO     | MO     | MO
             much shown     | TMO    | MO     | MO     | MO
             about living   | MO     | MO     | MO     | MO
             private life   | MO     | MO     | MO     | MO
             deleted        | MO     | MO     | MO     | MO    `,
  revert: `  open           | TMO    | TMO    | TMO    | -
             new            | TMO    | TMO    | TMO    | -
             for trusted    | TMO    | TMO    | TMO    | -
             for moderators | MO     | MO     | MO     | -
             much shown     | TMO    | MO     | MO     | -
             about living   | TMO    | TMO    | TMO    | -
             private life   | -      | -      | -      | -
             deleted        | -      | -      | -      | -     `,
  comment: ` open           | FTMOS  | FTMOS  | FTMOS  | FTMOS
             new            | FTMOS  | FTMOS  | FTMOS  | FTMOS
             for trusted    | FTMOS  | FTMOS  | FTMOS  | FTMOS
             for moderators | FTMOS  | FTMOS  | FTMOS  | FTMOS
             much shown     | FTMOS  | FTMOS  | FTMOS  | FTMOS
             about living   | FTMOS  | FTMOS  | FTMOS  | FTMOS
             private life   | FTMOS  | FTMOS  | FTMOS  | FTMOS
             deleted        | -      | -      | -      | -     `,
  protect: everywhere('MO'),
  delete: everywhere('MO'),
  rename: everywhere('MO'),
  withhold: everywhere('MO'),
  suppress: everywhere('O'),
}

const aboutPeople: Record<'block' | 'setRole' | 'renameAccount', Record<Role, string>> = {
  block: { fan: 'MO', trusted: 'MO', moderator: 'O', owner: '-', system: '-' },
  setRole: { fan: 'O', trusted: 'O', moderator: 'O', owner: '-', system: '-' },
  renameAccount: { fan: 'MO', trusted: 'MO', moderator: 'O', owner: '-', system: '-' },
}

const aboutTheWiki = {
  renameAuthor: 'MO',
  readLookUps: 'O',
  changeKinds: 'O',
  changeSettings: 'O',
  moderate: 'MO',
  report: 'VFTMOS',
  handleReports: 'MO',
}

function everywhere(who: string) {
  return Object.keys(states)
    .map((state) => `${state}|${who}|${who}|${who}|${who}`)
    .join('\n')
}

function subject(state: Partial<Subject> = {}): Subject & { authorId: number } {
  return {
    kind: 'fact',
    isNew: false,
    isDeleted: false,
    protection: 'open',
    isMuchShown: false,
    isAboutLiving: false,
    isPrivateLife: false,
    authorId: someoneElse,
    ...state,
  }
}

describe('the table of the law', () => {
  it('has rows for every ability and a letter for every role', () => {
    const tables = [aboutEntries, aboutPeople, aboutTheWiki]
    const listed = tables.flatMap((table) => Object.keys(table))
    expect([...listed, ...ownAbilities, ...talkAbilities].sort()).toEqual([...abilityNames].sort())
    expect(Object.keys(letters).sort()).toEqual([...roles].sort())
    for (const grid of Object.values(aboutPeople))
      expect(Object.keys(grid).sort()).toEqual([...accountRole.enumValues].sort())
  })

  it.each(Object.entries(aboutEntries))('%s: every state and every change is as written', (ability, grid) => {
    const rows = rowsOf(grid)
    expect(rows.map((row) => row.state)).toEqual(Object.keys(states).map((state) => state.trim()))
    const seen = rows.map(({ state }) => {
      const about = subject(Object.entries(states).find(([name]) => name.trim() === state)?.[1])
      const cells = changes.map((change) =>
        who((role) => ask(actor(role), ability as Ability, about, change)),
      )
      return { state, cells }
    })
    expect(seen).toEqual(rows)
  })

  it.each(Object.entries(aboutPeople))('%s: every role of the other is as written', (ability, row) => {
    for (const [role, expected] of Object.entries(row)) {
      const other = { id: someoneElse, role: role as Role }
      expect(`${role} ${who((mine) => ask(actor(mine), ability as Ability, other))}`).toBe(
        `${role} ${expected}`,
      )
    }
  })

  it.each(Object.entries(aboutTheWiki))('%s: is as written', (ability, expected) => {
    expect(who((role) => ask(actor(role), ability as Ability))).toBe(expected)
  })
})

describe('whatever the table says', () => {
  it('a blocked account reads what a visitor reads, reports what it likes, and nothing else', () => {
    for (const role of accountRole.enumValues)
      for (const ability of abilityNames)
        for (const state of Object.values(states)) {
          const about = ability in aboutPeople ? { id: 99, role: 'fan' } : subject(state)
          const asBlocked = ask(actor(role, true), ability, about, changes[0])
          const isForAll = ability === 'read' || ability === 'report'
          expect(asBlocked).toBe(isForAll && ask(visitor, ability, about))
        }
  })

  it('nobody decides their own submission, blocks themselves, sets their own role or handles a report about themselves', () => {
    for (const role of accountRole.enumValues) {
      const me = actor(role) as AccountActor
      expect(can(me, 'decide', subject({ authorId: me.id } as Partial<Subject>), changes[0])).toBe(false)
      expect(can(me, 'block', { id: me.id, role: 'fan' })).toBe(false)
      expect(can(me, 'setRole', { id: me.id, role: 'fan' })).toBe(false)
      expect(can(me, 'handleReports', { aboutAccountId: me.id })).toBe(false)
    }
  })

  it('one more thing to be careful about never allows more', () => {
    const careful: Partial<Subject>[] = [
      { protection: 'trusted' },
      { protection: 'moderators' },
      { isMuchShown: true },
      { isAboutLiving: true },
      { isPrivateLife: true },
      { isDeleted: true },
      { isNew: true },
    ]
    const combined = (bits: number) =>
      subject(Object.assign({}, ...careful.filter((_, place) => bits & (1 << place))))
    for (let bits = 0; bits < 1 << careful.length; bits++)
      for (let place = 0; place < careful.length; place++) {
        if (bits & (1 << place)) continue
        for (const ability of ['publish', 'decide', 'revert', 'propose'] as const)
          for (const role of roles)
            for (const change of changes) {
              const before = { ...combined(bits) }
              const after = { ...before, ...careful[place] }
              if (before.protection === 'moderators') after.protection = 'moderators'
              if (ask(actor(role), ability, after, change))
                expect(ask(actor(role), ability, before, change)).toBe(true)
            }
      }
  })

  it('a change that is not told is taken to touch everything', () => {
    expect(can(actor('trusted'), 'publish', subject({ isMuchShown: true }))).toBe(false)
    expect(can(actor('trusted'), 'decide', subject())).toBe(false)
  })
})

describe('a refusal says why', () => {
  const refusalOf = (work: () => void) => {
    try {
      work()
    } catch (error) {
      if (error instanceof RefusalError) return error.refusal
      throw error
    }
    return null
  }

  it('a visitor is asked to sign in', () => {
    expect(refusalOf(() => authorize(visitor, 'propose'))?.reason).toBe('not_signed_in')
  })

  it('a blocked account hears the reason and the end', () => {
    const until = new Date('2026-12-03T14:05:00Z')
    const blocked: Actor = {
      ...(actor('fan', true) as AccountActor),
      block: { reason: 'Edit warring', until },
    }
    const refusal = refusalOf(() => authorize(blocked, 'propose', subject()))
    expect(refusal?.reason).toBe('blocked')
    expect(refusal && sentenceOf(refusal.message)).toContain('Edit warring')
    expect(refusal && sentenceOf(refusal.message)).toContain('3 December 2026')
  })

  it('what is hidden is not found, like what is missing', () => {
    expect(refusalOf(() => authorize(actor('fan'), 'read', subject({ isDeleted: true })))?.reason).toBe(
      'not_found',
    )
  })

  it('everybody else is told what their account cannot do, and what is allowed passes', () => {
    expect(refusalOf(() => authorize(actor('fan'), 'protect', subject()))?.reason).toBe('not_allowed')
    expect(refusalOf(() => authorize(actor('moderator'), 'protect', subject()))).toBeNull()
  })
})

describe('what the interface receives', () => {
  it('is answers, not a role', () => {
    const answers = abilities(actor('trusted'), subject({ isMuchShown: true }))
    expect(answers).toMatchObject({ read: true, propose: true, publish: false, protect: false })
    expect(JSON.stringify(answers)).not.toContain('trusted')
  })

  it('reading reaches further for moderators and owners, never for the blocked', () => {
    expect(roles.map((role) => readScopeOf(actor(role)).who)).toEqual([
      'public',
      'public',
      'public',
      'moderation',
      'ownership',
      'public',
    ])
    for (const role of accountRole.enumValues) expect(readScopeOf(actor(role, true)).who).toBe('public')
  })

  it('a scope cannot be written down, only given by the policy', () => {
    // @ts-expect-error: a query that is handed what anybody has written does not compile
    expect(shownEntries({ who: 'public', open: new Set(), openedFacts: new Set() })).toBeDefined()
    expect(shownEntries(writersScope)).toBeDefined()
    expect(shownEntries(readScopeOf(actor('moderator')))).toBeUndefined()
  })
})
