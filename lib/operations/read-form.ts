import type { z } from 'zod'
import { readJson } from '@/lib/content/bounds'
import { type Outcome, refuse } from '@/lib/errors'
import { messageOfIssue } from '@/lib/errors/issues'
import { isFrameworkField } from '@/lib/framework/action-form'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'

/** A field of this name holds JSON, which is merged into the other fields. */
const JSON_FIELD = 'json'
/** Fields that are never sent back to the browser. */
const NOT_ECHOED = /password/i

/** More fields than any form of this wiki has; a body has room for tens of thousands. */
const MOST_FIELDS = 200

/** The values as typed, so that a refused form keeps them. No passwords, no files, none of React's own fields. */
export function typedIn(form: unknown): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of fieldsOf(form) ?? [])
    if (typeof value === 'string' && !NOT_ECHOED.test(name)) typed[name] = value
  return typed
}

/**
 * Reads a form into plain input, repeated fields as lists. Refused when it is no form, or has more than 200 fields, and
 * when its JSON is too large, nested too deeply, or invalid.
 */
export function readForm(form: unknown): Outcome<{ input: Record<string, unknown> }> {
  const fields = fieldsOf(form)
  if (!fields) return refuse('invalid', codes().errors.content.unreadable)
  const values = new Map<string, string[]>()
  for (const [name, value] of fields) {
    const others = values.get(name) ?? []
    values.set(name, typeof value === 'string' ? [...others, value] : others)
  }
  const [json] = values.get(JSON_FIELD) ?? []
  values.delete(JSON_FIELD)
  const input = Object.fromEntries(
    [...values].map(([name, all]): [string, unknown] => [name, all.length > 1 ? all : all[0]]),
  )
  if (json === undefined) return { ok: true, input }
  const parsed = parseBounded(json)
  return parsed.ok ? { ok: true, input: { ...input, ...parsed.value } } : parsed
}

/** The message at each field with an issue, by its name; the first issue of a field. */
export function messagesAt(issues: readonly z.core.$ZodIssue[]): Record<string, Message> {
  const fields: Record<string, Message> = {}
  for (const issue of issues) fields[issue.path.join('.')] ??= messageOfIssue(issue)
  return fields
}

/**
 * The fields except React's own; null for what is no form, since anybody can call an action with anything, and for too
 * many.
 */
function fieldsOf(form: unknown): [string, FormDataEntryValue][] | null {
  if (!(form instanceof FormData)) return null
  const fields = [...form].filter(([name]) => !isFrameworkField(name))
  return fields.length > MOST_FIELDS ? null : fields
}

function parseBounded(json: string): Outcome<{ value: object }> {
  const read = readJson(json)
  if (!read.ok) return refuse('invalid', read.message)
  const { value } = read
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ok: true, value }
  return refuse('invalid', codes().errors.content.unreadable)
}
