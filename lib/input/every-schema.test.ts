import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { parseContent } from '@/lib/content/parse'
import { contentKinds, kindOf } from '@/lib/kinds/registry'
import type { About } from '@/lib/operations/operation'
import { UNITS } from '@/lib/text/graphemes'
import { placesOf } from './testing-places'
import { watchWork } from './testing-work'

/** The schemas that actions judge forms by, by the action's name; recorded while the actions' modules are read. */
const ofActions = vi.hoisted(() => new Map<string, unknown>())

vi.mock('@/lib/operations/form', () => {
  const formAction = (operation: { about: About }, { also }: { also?: unknown } = {}) => {
    const { name, input } = operation.about
    ofActions.set(name, input)
    if (also) ofActions.set(`${name}, and its form`, also)
    return async () => ({ state: 'idle' })
  }
  return { formAction, clientOfRequest: vi.fn() }
})
vi.mock('@/lib/sessions/next-auth', () => ({ auth: vi.fn(), signIn: vi.fn(), signOut: vi.fn() }))

/** What forms, queries and addresses bring is judged here; a backup and the seed's file are no such thing. */
const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .map((file) => join('lib', file))
  .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file) && !file.startsWith('lib/transfer/'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

/** Those that may hold a schema. */
const modules = files.filter(
  ({ file, text }) => file.endsWith('/actions.ts') || /^export const \w*Schemas?\b/m.test(text),
)

const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType

/** What judges what comes in: an action's schema; one that a module parses with by itself; content, bounded first. */
interface Judge {
  schema: z.ZodType
  judge: (given: unknown) => { success: boolean; data?: unknown }
}

async function everyJudge(): Promise<Map<string, Judge>> {
  const found = new Map<string, Judge>()
  const exported = new Map<string, unknown>()
  for (const { file } of modules)
    for (const [name, value] of Object.entries(await import(/* @vite-ignore */ `../../${file}`)))
      exported.set(name, value)
  const byItself = (schema: z.ZodType): Judge => ({ schema, judge: (given) => schema.safeParse(given) })
  for (const [name, schema] of ofActions)
    if (isSchema(schema) && ![...found.values()].some((known) => known.schema === schema))
      found.set(`action ${name}`, byItself(schema))
  for (const { file, text } of files)
    for (const [, name = ''] of text.matchAll(/(\w+)(?:\[\w+\])?\.(?:safeParse|parse)\(/g)) {
      const value = exported.get(name)
      if (isSchema(value)) found.set(name, byItself(value))
      else if (name === 'schema' && file === 'lib/content/parse.ts')
        for (const kind of contentKinds)
          found.set(`content of a ${kind}`, {
            schema: kindOf(kind).schema,
            judge: (given) => {
              const answer = parseContent(kindOf(kind), given)
              return { success: answer.ok, ...(answer.ok && { data: answer.content }) }
            },
          })
      else if (!OTHER_PARSERS.has(name) && !PARSES_WHAT_IT_IS_GIVEN.has(file))
        throw new Error(`${file} judges with ${name}: export it, so that it is found`)
    }
  return found
}

const OTHER_PARSERS = new Set(['JSON', 'Date', 'URL', 'postcss', 'ipaddr'])
/** By schemas that are found elsewhere, or what the machine's owner asks for; what is merged has been judged before. */
const PARSES_WHAT_IT_IS_GIVEN = new Set([
  'lib/operations/form.ts',
  'lib/api/http.ts',
  'lib/operations/as-system.ts',
  'lib/content/merge.ts',
  'lib/settings/settings.ts',
  'lib/wiki/change-setting.ts',
])

const judges = [...(await everyJudge())].map(([name, judge]) => ({
  name,
  ...judge,
  places: placesOf(judge.schema),
}))
const MEGABYTE = 1_000_000
const unstorable = ['a\0b', 'a\udc00b']

/** Whether anything in what came out still holds it. */
const holds = (value: unknown, part: string): boolean =>
  typeof value === 'string'
    ? value.includes(part)
    : typeof value === 'object' &&
      value !== null &&
      Object.entries(value).some(([key, one]) => key.includes(part) || holds(one, part))

const crowd = Array.from({ length: 30_000 }, () => 'x'.repeat(30))
const huge = 'x'.repeat(MEGABYTE)

describe('what a form, a query or an address sends', () => {
  it('is judged by schemas that are all found', () => {
    expect(ofActions.size).toBeGreaterThan(30)
    for (const [name, schema] of ofActions) expect(isSchema(schema), name).toBe(true)
    expect(judges.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['accountFieldsSchema', 'titleSchema', 'content of a page']),
    )
    expect(judges.flatMap(({ places }) => places).length).toBeGreaterThan(300)
  })

  it.each(judges)('$name: a text is bounded before anything else', ({ places }) => {
    for (const { isText, most, path } of places) if (isText) expect(most, path).not.toBeNull()
  })

  it.each(judges)('$name: a megabyte in a field goes no further, and nobody looks into it', (one) => {
    for (const place of one.places) {
      const work = watchWork(() => one.judge(place.holding(huge)))
      expect(work.longest, `${place.path}: ${work.by}`).toBeLessThan(MEGABYTE)
      expect(work.result.success && holds(work.result.data, huge), place.path).toBe(false)
    }
  })

  it.each(judges)('$name: of thirty thousand members none is looked at', ({ judge, places }) => {
    for (const place of places)
      expect(watchWork(() => judge(place.holding(crowd))).calls, place.path).toBeLessThan(1_000)
  })

  it.each(judges)('$name: no more is counted than the bound and one', ({ judge, places }) => {
    for (const { most, path, holding } of places) {
      if (most === null) continue
      const { segments } = watchWork(() => judge(holding('\u0448'.repeat(most))))
      expect(segments, path).toBeLessThanOrEqual(Math.floor(most / UNITS) + 1)
    }
  })

  it.each(judges)('$name: what cannot be stored comes out of no field, key or member', (one) => {
    for (const place of one.places)
      for (const bad of unstorable)
        for (const given of [bad, [bad], { [bad]: bad }]) {
          const result = one.judge(place.holding(given))
          expect(result.success && holds(result.data, bad), `${place.path} ${JSON.stringify(given)}`).toBe(
            false,
          )
        }
  })
})
