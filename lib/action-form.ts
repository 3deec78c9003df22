import { readJson } from '@/lib/content/bounds'
import { type Outcome, refuse } from '@/lib/errors'
import { errors } from '@/lib/texts/en/errors'

/** A field of this name holds JSON; what is in it joins the other fields. */
const JSON_FIELD = 'json'
/** Never sent back to the browser. */
const NOT_ECHOED = /password/i

/** The words as they were typed, so that a refused form keeps them. No passwords, no files, none of React's own. */
export function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$') && !NOT_ECHOED.test(name)) typed[name] = value
  return typed
}

/** Reads a form into plain input, names that come several times as lists. Refused when its JSON is too large, nested too deeply, or none. */
export function readForm(form: FormData): Outcome<{ input: Record<string, unknown> }> {
  const input: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$') || name === JSON_FIELD) continue
    const values = form.getAll(name).filter((value) => typeof value === 'string')
    input[name] = values.length > 1 ? values : values[0]
  }
  const json = form.get(JSON_FIELD)
  if (typeof json !== 'string') return { ok: true, input }
  const parsed = parseBounded(json)
  return parsed.ok ? { ok: true, input: { ...input, ...parsed.value } } : parsed
}

function parseBounded(json: string): Outcome<{ value: object }> {
  const read = readJson(json)
  if (!read.ok) return refuse('invalid', read.message)
  const { value } = read
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ok: true, value }
  return refuse('invalid', errors.content.unreadable)
}
