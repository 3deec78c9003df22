import { builtRoutes } from '@/lib/framework/build'
import { WRITTEN_AS } from '@/lib/sessions/written-as'
import { actions } from './support/operations/actions/all'
import { actionNamed, builtActions } from './support/operations/build'
import { callAction, callActionWith, callOverHttp } from './support/operations/call-action'
import { type Cast, everybody, gather, type Who } from './support/operations/cast'
import { type RouteRow, routes } from './support/operations/routes'
import { createStage, type Stage } from './support/operations/stage'
import { expect, test } from './support/story'

/*
 * Who may do what, for every operation that the build has: each route is asked for, and each action called past its
 * form, by everybody there is. What the build has and the tables do not, or the other way round, fails.
 */

// One company plays all of it.
test.describe.configure({ mode: 'default' })

let cast: Cast
let stage: Stage

test.beforeAll(async ({ playwright }) => {
  cast = await gather((options) => playwright.request.newContext(options))
  stage = createStage(cast)
})
test.beforeEach(() => cast.takeTurns())
test.afterAll(() => cast.leave())

const row = (answers: string) => {
  const words = answers.trim().replaceAll('- ', 'not_signed_in ').split(/\s+/)
  expect(words).toHaveLength(everybody.length)
  return Object.fromEntries(everybody.map((who, column) => [who, words[column]]))
}

test('every route of the build has its row in the table, and every row its route', () => {
  expect(Object.keys(routes).sort()).toEqual(builtRoutes())
})

test('every action of the build has its row in the table, and every row its action', () => {
  expect(Object.keys(actions).sort()).toEqual(
    builtActions()
      .map(({ name }) => name)
      .sort(),
  )
})

const addressOf = async (route?: RouteRow) =>
  typeof route?.at === 'function' ? route.at(stage) : (route?.at ?? '')

async function visit(who: Who, path: string, method = 'GET'): Promise<string> {
  const answer = await cast.asking(who).fetch(path, { method, maxRedirects: 0 })
  const { location = '' } = answer.headers()
  return location.startsWith('/sign-in') ? 'sign-in' : String(answer.status())
}

for (const [pattern, wanted] of Object.entries(routes)) {
  test(`${pattern} answers everybody as the table says`, async () => {
    const seen: Record<string, string> = {}
    const path = await addressOf(wanted)
    // Reading changes nothing, so everybody may come at once.
    await Promise.all(
      everybody.map(async (who) => {
        seen[who] = await visit(who, path, wanted.method)
      }),
    )
    expect(seen).toEqual(row(wanted.answers))
  })
}

/** Where an action is called: on one page of its route, whatever has become of what the page is about. */
const places = new Map<string, Promise<string>>()
function placeOf(pattern = ''): Promise<string> {
  const place = places.get(pattern) ?? addressOf(routes[pattern])
  places.set(pattern, place)
  return place
}

/** A form is sent in nobody's name but its writer's: made for somebody else, or for nobody, none is taken. */
async function expectRefusedToOthers(action: { id: string; path: string }, fields: Record<string, string>) {
  const { asks } = await cast.passerBy()
  const forOthers = [String(cast.members.owner.id), 'visitor', ''].map((mark) => ({ [WRITTEN_AS]: mark }))
  for (const whose of [...forOthers, {}])
    expect((await callActionWith(asks, action, { ...fields, ...whose })).word).toBe('other_account')
}

/*
 * Of one action after the other, one of these tries to send a form after others could not: it does what the table says,
 * so nothing was done before.
 */
const takers = ['trusted', 'moderator', 'owner'] as const
for (const [place, [name, cases]] of Object.entries(actions).entries())
  for (const [nth, { on, sends, answers, isAboutSessions, isEntrance }] of cases.entries())
    test(`${name} answers everybody as the table says, and only who wrote it${on ? `: ${on}` : ''}`, async () => {
      const { id, routes: pages } = actionNamed(name)
      const action = { id, path: await placeOf(pages[0]) }
      const taker = isEntrance || nth > 0 ? null : (takers[place % takers.length] ?? 'owner')
      const seen: Record<string, string> = {}
      for (const who of everybody) {
        const caller = isAboutSessions ? await cast.anotherBrowserOf(who) : cast.asking(who)
        const fields = await sends(stage)
        if (who === taker) await expectRefusedToOthers(action, fields)
        seen[who] = (await callAction(caller, action, fields)).word
      }
      if (isAboutSessions) await cast.comeBack()
      expect(seen).toEqual(row(answers))
    })

/** The actions of forms whose operations JSON reaches, too. */
const overHttp: Record<string, string> = {
  'page.save': 'lib/pages/actions.ts savePage',
  'fact.save': 'lib/facts/actions.ts saveFact',
  'source.save': 'lib/sources/actions.ts saveSource',
  'file.save': 'lib/files/actions.ts saveFile',
  'fact.add': 'lib/facts/actions.ts addFactAction',
  'submission.accept': 'lib/review/actions.ts acceptAction',
  'submission.decline': 'lib/review/actions.ts declineAction',
  'submission.request-changes': 'lib/review/actions.ts requestChangesAction',
  'submission.withdraw': 'lib/submissions/actions.ts withdrawAction',
  'submission.reopen': 'lib/submissions/actions.ts reopenAction',
  'submission.note-seen': 'lib/submissions/actions.ts noteSeenAction',
  'account.block': 'lib/accounts/actions.ts blockAction',
  'account.unblock': 'lib/accounts/actions.ts unblockAction',
  'report.file': 'lib/reports/actions.ts reportAction',
}

for (const [name, action] of Object.entries(overHttp))
  for (const { on, sends, answers } of actions[action] ?? [])
    test(`${name} over JSON answers everybody as its form does${on ? `: ${on}` : ''}`, async () => {
      const seen: Record<string, string> = {}
      for (const who of everybody) seen[who] = await callOverHttp(cast.asking(who), name, await sends(stage))
      expect(seen).toEqual(row(answers.replaceAll(/\b(?:live|waits)\b/g, 'done')))
    })
