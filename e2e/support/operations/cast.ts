import { randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext, PlaywrightWorkerArgs } from '@playwright/test'
import type { Person } from '../story'
import { actionNamed } from './build'
import { callAction, callActionWith } from './call-action'

/** Everybody who may come along, in the order of the tables' columns. `author` is a fan whose things these are. */
export const everybody = ['visitor', 'fan', 'author', 'trusted', 'moderator', 'owner', 'blocked'] as const
export type Who = (typeof everybody)[number]

/** Somebody with an account, signed in. */
export interface Member extends Person {
  id: number
  /** Asks as them. */
  asks: APIRequestContext
}

export interface Cast {
  members: Record<Exclude<Who, 'visitor'>, Member>
  /** Asks as somebody nobody knows. */
  visitor: APIRequestContext
  asking: (who: Who) => APIRequestContext
  /** A fan whom nobody has done anything to yet. */
  newFan: () => Promise<Member>
  /** Notes that the author has written something. */
  authorWrote: () => void
  /** Lets another fan be the author when this one has written much. */
  renewAuthor: () => Promise<void>
  /** A fan who comes by to try a few forms, and another after some. */
  passerBy: () => Promise<Member>
  /** The number of a moderator whom nobody has done anything to yet. */
  newModerator: () => Promise<number>
  /** Asks as the same person in another browser, with a session of its own. */
  anotherBrowserOf: (who: Who) => Promise<APIRequestContext>
  /** Signs everybody in anew, after something that ends sessions. */
  comeBack: () => Promise<void>
  /** A moderator who sets scenes: several, one after the other. */
  stagehand: () => Promise<Member>
  leave: () => Promise<void>
}

type NewContext = PlaywrightWorkerArgs['playwright']['request']['newContext']

/** Nobody may write without end. */
const A_FAIR_SHARE = 40

/** Brings everybody together: each with a session and a network of their own. */
export async function gather(newContext: NewContext): Promise<Cast> {
  const contexts: APIRequestContext[] = []

  async function come(): Promise<APIRequestContext> {
    const network = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`
    const baseURL = process.env.STORIES_ADDRESS ?? ''
    const context = await newContext({ baseURL, extraHTTPHeaders: { 'x-forwarded-for': network } })
    contexts.push(context)
    return context
  }

  async function enter(action: 'signUpAction' | 'signInAction', person: Person): Promise<APIRequestContext> {
    const context = await come()
    const { id, routes } = actionNamed(`lib/accounts/actions.ts ${action}`)
    const answer = await callActionWith(context, { id, path: routes[0] ?? '' }, { ...person, next: '/' })
    if (answer.word !== 'done') throw new Error(`${person.name} could not come: ${answer.text}`)
    return context
  }

  async function newFan(): Promise<Member> {
    const person = { name: `Guest ${randomUUID().slice(0, 13)}`, password: `${randomUUID()} tea` }
    const asks = await enter('signUpAction', person)
    const { id } = await (await asks.get('/api/me')).json()
    return { ...person, id, asks }
  }

  const owners = await enter('signInAction', demoOwner())
  async function appointed(role: string): Promise<Member> {
    const member = await newFan()
    await appoint(owners, member.id, role)
    return member
  }

  const [fan, author, blocked] = [await newFan(), await newFan(), await newFan()]
  const [trusted, moderator, owner] = [
    await appointed('trusted'),
    await appointed('moderator'),
    await appointed('owner'),
  ]
  const members = { fan, author, trusted, moderator, owner, blocked }
  const visitor = await come()
  let [passerBy, tries] = [fan, 0]
  let [stagehand, acts] = [await appointed('moderator'), 0]
  let written = 0
  const cast: Cast = {
    members,
    visitor,
    newFan,
    authorWrote: () => {
      written += 1
    },
    renewAuthor: async () => {
      if (written < A_FAIR_SHARE / 2) return
      members.author = await newFan()
      written = 0
    },
    passerBy: async () => {
      if (tries++ % (A_FAIR_SHARE / 4) === 0) passerBy = await newFan()
      return passerBy
    },
    newModerator: async () => (await appointed('moderator')).id,
    asking: (who) => (who === 'visitor' ? visitor : members[who].asks),
    anotherBrowserOf: (who) => (who === 'visitor' ? come() : enter('signInAction', members[who])),
    comeBack: async () => {
      for (const member of Object.values(members)) member.asks = await enter('signInAction', member)
    },
    stagehand: async () => {
      if (++acts % A_FAIR_SHARE === 0) stagehand = await appointed('moderator')
      return stagehand
    },
    leave: async () => {
      for (const context of contexts) await context.dispose()
    },
  }
  await block(stagehand, blocked.id)
  return cast
}

/** Gives an account another role, as an owner does. */
async function appoint(owner: APIRequestContext, accountId: number, role: string): Promise<void> {
  const { id } = actionNamed('lib/accounts/actions.ts setRoleAction')
  const fields = { accountId: String(accountId), role, reason: 'Part of a test' }
  const answer = await callAction(owner, { id, path: `/accounts/${accountId}/role` }, fields)
  if (answer.word !== 'done') throw new Error(`nobody was appointed: ${answer.text}`)
}

function demoOwner(): Person {
  const file = join(process.env.STORIES_DATA ?? '', 'accounts.json')
  return JSON.parse(readFileSync(file, 'utf8'))[2]
}

/** Blocks an account for a day. */
export async function block(moderator: Member, accountId: number): Promise<void> {
  const fields = { accountId: String(accountId), reason: 'Part of a test', length: 'day' }
  const { id } = actionNamed('lib/accounts/actions.ts blockAction')
  const answer = await callAction(moderator.asks, { id, path: `/accounts/${accountId}/block` }, fields)
  if (answer.word !== 'done') throw new Error(`nobody was blocked: ${answer.text}`)
}
