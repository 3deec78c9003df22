import { randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext, PlaywrightWorkerArgs } from '@playwright/test'
import type { Person } from '../story'
import { actionNamed } from './build'
import { appoint, callAction, callsOf, enter } from './call-action'

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
  /** Lets others take the places of those who have called much: an account may write 60 times in a minute. */
  takeTurns: () => Promise<void>
  /** A fan who comes by to try a few forms, and another after some. */
  passerBy: () => Promise<Member>
  /** The number of a moderator whom nobody has done anything to yet. */
  newModerator: () => Promise<number>
  /** Asks as the same person in another browser, with a session of its own. */
  anotherBrowserOf: (who: Who) => Promise<APIRequestContext>
  /** Lets others take everybody's place, after something that ends sessions. */
  comeBack: () => Promise<void>
  /** A moderator who sets scenes: several, one after the other. */
  stagehand: () => Promise<Member>
  leave: () => Promise<void>
}

type NewContext = PlaywrightWorkerArgs['playwright']['request']['newContext']

/** After so many calls somebody else takes over. One scene takes far fewer than are left of the 60 in a minute. */
const A_FAIR_SHARE = 25

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

  async function comeAs(action: 'signUpAction' | 'signInAction', person: Person) {
    const context = await come()
    await enter(context, action, person)
    return context
  }

  async function newFan(): Promise<Member> {
    const person = { name: `Guest ${randomUUID().slice(0, 13)}`, password: `${randomUUID()} tea` }
    const asks = await comeAs('signUpAction', person)
    const { id } = await (await asks.get('/api/me')).json()
    return { ...person, id, asks }
  }

  const owners = await comeAs('signInAction', demoOwner())
  async function appointed(role: string): Promise<Member> {
    const member = await newFan()
    await appoint(owners, member.id, role)
    return member
  }

  let stagehand = await appointed('moderator')
  async function blockedFan(): Promise<Member> {
    const member = await newFan()
    await block(stagehand, member.id)
    return member
  }

  /** How each of them comes to the wiki, first of all and in somebody's place. */
  const arrive = {
    fan: newFan,
    author: newFan,
    trusted: () => appointed('trusted'),
    moderator: () => appointed('moderator'),
    owner: () => appointed('owner'),
    blocked: blockedFan,
  }
  const members = {
    fan: await arrive.fan(),
    author: await arrive.author(),
    trusted: await arrive.trusted(),
    moderator: await arrive.moderator(),
    owner: await arrive.owner(),
    blocked: await arrive.blocked(),
  }
  const roles = Object.keys(members) as (keyof typeof members)[]
  const visitor = await come()
  let passerBy = await newFan()
  const hasCalledMuch = ({ asks }: Member) => callsOf(asks) >= A_FAIR_SHARE
  const cast: Cast = {
    members,
    visitor,
    newFan,
    takeTurns: async () => {
      for (const role of roles) if (hasCalledMuch(members[role])) members[role] = await arrive[role]()
    },
    passerBy: async () => {
      if (hasCalledMuch(passerBy)) passerBy = await newFan()
      return passerBy
    },
    newModerator: async () => (await appointed('moderator')).id,
    asking: (who) => (who === 'visitor' ? visitor : members[who].asks),
    anotherBrowserOf: (who) => (who === 'visitor' ? come() : comeAs('signInAction', members[who])),
    comeBack: async () => {
      for (const role of roles) members[role] = await arrive[role]()
    },
    stagehand: async () => {
      if (hasCalledMuch(stagehand)) stagehand = await appointed('moderator')
      return stagehand
    },
    leave: async () => {
      for (const context of contexts) await context.dispose()
    },
  }
  return cast
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
