import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase } from '@/db/postgres/testing'
import { blockAccount } from '@/lib/accounts/block-account'
import { endOwnSession } from '@/lib/accounts/end-sessions'
import { renameAccount } from '@/lib/accounts/names/rename-account'
import { renameAuthor } from '@/lib/accounts/names/rename-author'
import { removePasskey } from '@/lib/accounts/passkeys/remove-passkey'
import { setRole } from '@/lib/accounts/set-role'
import { unblockAccount } from '@/lib/accounts/unblock-account'
import { factContent, fileContent, newKey, pageContent, sourceContent } from '@/lib/changesets/testing'
import { loadAmendmentForm } from '@/lib/editing/load-amendment'
import { preview } from '@/lib/editing/preview'
import { splitFact } from '@/lib/facts/split-fact'
import { splitSchema } from '@/lib/facts/split-schema'
import { lookUpNetworks } from '@/lib/moderation/networks/look-up'
import { mailDecision } from '@/lib/news/mail/decision/mail-decision'
import type { AccountActor } from '@/lib/policy/actor'
import { clearReport, closeReport, reopenReport } from '@/lib/reports/handle'
import { accept } from '@/lib/review/accept'
import { showCase } from '@/lib/review/show-case'
import { decline, requestChanges } from '@/lib/review/turn-down'
import { noteSeen } from '@/lib/submissions/note-seen'
import { reopen } from '@/lib/submissions/reopen'
import { saveOperations } from '@/lib/submissions/save'
import { withdraw } from '@/lib/submissions/withdraw'
import {
  decision,
  here,
  type Id,
  people,
  prepareThings,
  reason,
  states,
  type Things,
  things,
} from '@/lib/testing/things'
import { actsOnEntries } from '@/lib/testing/upon-entries'
import { uponSafety } from '@/lib/testing/upon-safety'
import { uponTalk } from '@/lib/testing/upon-talk'
import { withoutNumbers } from '@/lib/testing/without-numbers'
import { liftWithheld } from '@/lib/withholding/lift-withheld'
import { withhold } from '@/lib/withholding/withhold'

/*
 * Whatever takes the number of a thing answers somebody whose thing it is not as it answers them of a thing that is not
 * there, to the letter, whatever has become of it. Every action of the application has its row here or stands among
 * those that take no such number.
 */

interface Operation {
  /** What it is called upon, by the state it is in. */
  things: () => Things
  /** Whose things these are not. */
  strangers: () => AccountActor[]
  /** Calls it, in each way that may make a difference. */
  call: ((by: AccountActor, id: never) => Promise<unknown>)[]
}

const NOBODYS = 987_654_321
const low = () => [people.fan, people.trusted, people.blocked]
const upToModerators = () => [...low(), people.moderator]

const rounds12 = [1, 2]
const owns = (submissionId: number) =>
  states
    .map((state) => ({ submissionId, roundNumber: 1, state }))
    .concat({ submissionId, roundNumber: 2, state: 'waiting' })

/** Who is trusted decides wording that waits, and nothing else. */
const deciding = (
  decide: (by: AccountActor, click: ReturnType<typeof decision> & { reason: string }) => Promise<unknown>,
): Operation[] => {
  const call = rounds12.map(
    (round) => (by: AccountActor, id: number) => decide(by, { ...decision(id, round), reason }),
  )
  const fans = () => [people.fan, people.blocked, people.author]
  return [
    { things: () => ({ ...things.submissions, ...things.wording }), strangers: fans, call },
    { things: () => things.submissions, strangers: () => [people.trusted], call },
  ]
}

const ofOnesOwn = (
  act: (by: AccountActor, seen: ReturnType<typeof owns>[number]) => Promise<unknown>,
): Operation => ({
  things: () => things.submissions,
  strangers: () => [people.fan, people.blocked, people.moderator],
  call: [(by: AccountActor, id: number) => Promise.all(owns(id).map((seen) => act(by, seen)))],
})

const contents = {
  page: pageContent('Some other title'),
  fact: factContent('Said.', []),
  source: sourceContent('A talk'),
  file: fileContent('0'.repeat(64), 'A leaf'),
}

const form = (more: object) => ({
  key: newKey(),
  summary: '',
  isMinor: false,
  entryId: null,
  baseNumber: null,
  content: contents.page,
  sources: [],
  ...more,
})

const savings = saveOperations
const saving = (kind: keyof typeof savings): Operation =>
  ofOnesOwn((by, amends) => savings[kind](by, form({ amends, content: contents[kind] }), here))

const uponEntry = (act: (by: AccountActor, entryId: number) => Promise<unknown>): Operation => ({
  things: () => things.entries,
  strangers: low,
  call: [act as Operation['call'][number]],
})

const uponReport = (act: (by: AccountActor, reportId: number) => Promise<unknown>): Operation[] => [
  { things: () => things.reports, strangers: low, call: [act as Operation['call'][number]] },
  {
    things: () => things.aboutModerator,
    strangers: () => [people.moderator],
    call: [act as Operation['call'][number]],
  },
]

const uponAccount = (
  act: (by: AccountActor, accountId: number) => Promise<unknown>,
  strangers = low,
): Operation => ({ things: () => things.accounts, strangers, call: [act as Operation['call'][number]] })

const withholding = (
  strength: 'hidden' | 'suppressed' | 'erased',
  strangers: () => AccountActor[],
): Operation => ({
  things: () => things.entries,
  strangers,
  call: [
    (by: AccountActor, entryId: number) =>
      withhold(by, { entryId, from: 1, to: 1, parts: ['text'], strength, reason, words: null }, here),
  ],
})

const onto = (round: Id) => ({
  entryId: Number(things.entries.open),
  baseNumber: 1,
  baseRoundId: Number(round),
})

const operations: Record<string, Operation | Operation[]> = {
  'accounts blockAction': uponAccount((by, accountId) =>
    blockAccount(by, { accountId, reason, length: 'day' }, here),
  ),
  'moderation lookUpNetworksAction': uponAccount((by, id) => lookUpNetworks(by, { accountId: id, reason })),
  'accounts unblockAction': uponAccount((by, accountId) => unblockAccount(by, { accountId, reason }, here)),
  'accounts setRoleAction': uponAccount(
    (by, accountId) => setRole(by, { accountId, role: 'trusted', reason }, here),
    upToModerators,
  ),
  'accounts renameAccountAction': uponAccount((by, accountId) =>
    renameAccount(by, { accountId, name: 'Somebody Else', reason }, here),
  ),
  'accounts renameAuthorAction': {
    things: () => things.authors,
    strangers: low,
    call: [
      (by: AccountActor, authorId: number) => renameAuthor(by, { authorId, name: 'Other', reason }, here),
    ],
  },
  'accounts endSessionAction': {
    things: () => things.sessions,
    strangers: upToModerators,
    call: [(by: AccountActor, sessionId: string) => endOwnSession(by, { sessionId })],
  },
  'editing previewEdit': ofOnesOwn((by, amends) => preview(by, { kind: 'page', ...form({ amends }) })),
  'news/mail/decision mailDecisionAction': ofOnesOwn((by, seen) => mailDecision(by, { ...seen, email: '' })),
  ...Object.fromEntries(Object.entries(actsOnEntries).map(([name, act]) => [name, uponEntry(act)])),
  'facts saveFact': saving('fact'),
  'facts splitFactAction': uponEntry((by, entryId) =>
    splitFact(by, splitSchema.parse({ key: newKey(), entryId, baseNumber: 1, first: 'One', second: 'Two' })),
  ),
  'files saveFile': saving('file'),
  'pages savePage': [
    saving('page'),
    {
      things: () => things.rounds,
      strangers: upToModerators,
      call: [(by: AccountActor, round: number) => saveOperations.page(by, form(onto(round)), here)],
    },
  ],
  'sources saveSource': saving('source'),
  'accounts removePasskeyAction': {
    things: () => things.passkeys,
    strangers: upToModerators,
    call: [
      (by: AccountActor, passkeyId: string) =>
        removePasskey({ ...by, signedInAt: new Date() }, { passkeyId, currentPassword: '' }, here),
    ],
  },
  'reports closeReportAction': uponReport((by, reportId) =>
    closeReport(by, { reportId, outcome: 'acted', answer: '' }, here),
  ),
  'reports reopenReportAction': uponReport((by, reportId) => reopenReport(by, { reportId }, here)),
  'reports clearReportAction': uponReport((by, reportId) => clearReport(by, { reportId }, here)),
  'review acceptAction': deciding((by, click) => accept(by, click, here)),
  'review declineAction': deciding((by, click) => decline(by, click, here)),
  'review requestChangesAction': deciding((by, click) => requestChanges(by, click, here)),
  'submissions withdrawAction': ofOnesOwn((by, seen) => withdraw(by, { ...seen, key: newKey() })),
  'submissions noteSeenAction': {
    things: () => ({ ...things.submissions, ...things.wording }),
    strangers: upToModerators,
    call: [(by: AccountActor, submissionId: number) => noteSeen(by, { submissionId })],
  },
  'submissions reopenAction': ofOnesOwn((by, seen) => reopen(by, { ...seen, key: newKey() })),
  ...uponTalk(),
  ...uponSafety(),
  'withholding withholdAction': [
    withholding('hidden', low),
    withholding('suppressed', upToModerators),
    withholding('erased', upToModerators),
  ],
  'withholding liftAction': [
    {
      things: () => ({ ...things.withholdings, ...things.suppressed }),
      strangers: low,
      call: [(by: AccountActor, withholdingId: number) => liftWithheld(by, { withholdingId, reason }, here)],
    },
    {
      things: () => things.suppressed,
      strangers: () => [people.moderator],
      call: [(by: AccountActor, withholdingId: number) => liftWithheld(by, { withholdingId, reason }, here)],
    },
  ],
}

/** What the private pages show is looked for in the same way. */
const pages: Record<string, Operation> = {
  'the page of a submission, and its case': {
    things: () => ({ ...things.submissions, ...things.wording }),
    strangers: low,
    call: [showCase as Operation['call'][number]],
  },
  'the form that amends a submission': {
    things: () => ({ ...things.submissions, ...things.wording }),
    strangers: upToModerators,
    call: [loadAmendmentForm as Operation['call'][number]],
  },
}

beforeAll(async () => {
  await createTestDatabase()
  await prepareThings()
}, 60_000)

test('every action has its row here, or takes no number', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  const written = files
    .filter((file) => file.endsWith('actions.ts'))
    .flatMap((file) => {
      const room = file.slice(0, -'/actions.ts'.length)
      const names = readFileSync(`lib/${file}`, 'utf8').matchAll(/^export (?:const|async function) (\w+)/gm)
      return [...names].map(([, name]) => `${room} ${name}`)
    })
  expect([...Object.keys(operations), ...withoutNumbers].sort()).toEqual(written.sort())
})

describe.each(Object.entries({ ...operations, ...pages }))('%s', (_, rows) => {
  test('tells nothing of what is not theirs', async () => {
    for (const { things: of, strangers, call } of [rows].flat())
      for (const by of strangers())
        for (const go of call as ((by: AccountActor, id: Id) => Promise<unknown>)[]) {
          const said = async (id: Id) => JSON.stringify(await go(by, id))?.replaceAll(String(id), 'N')
          const nobodys = await said(typeof Object.values(of())[0] === 'string' ? 'none' : NOBODYS)
          expect(nobodys).not.toContain('"ok":true')
          for (const [state, id] of Object.entries(of()))
            expect({ by: by.name, state, said: await said(id) }).toEqual({
              by: by.name,
              state,
              said: nobodys,
            })
        }
  })
})
