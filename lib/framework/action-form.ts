import { isUtf8 } from 'node:buffer'
import { randomBytes } from 'node:crypto'

/** A form of this wiki, as it is sent to an action. */
export interface SentForm {
  action: string
  fields: [name: string, value: string][]
  /** Which form of its page it is; only where no script sent it. */
  key?: string | undefined
}

/** Whether an action can have this id: a byte that tells how it takes its arguments, and a hash, in hexadecimal. */
export const isActionId = (id: string): boolean => /^[\da-f]{42}$/.test(id)

/** Whether a field was put into a form by React and not by the page: `$ACTION_…`. */
export const isFrameworkField = (name: string): boolean => name.startsWith('$')

/** The number of a form in what scripts send: the second of two arguments, after the form's state. */
const CALL = /^\$K([\da-f]{1,6})$/
const STATE = { state: 'idle' }

/** Names the other fields by its ending, where no script sent the form. */
const REFERENCE = '$ACTION_REF_'
/** Tells which form of its page was sent, so that the answer is shown in that one. */
const KEY = '$ACTION_KEY'

/**
 * Reads what React sends to call an action: from a script with the action's name in a header (`called`), without one
 * with its name among the fields. Null for anything else: what is no multipart form of text in UTF-8, was cut short, or
 * is no call of an action with the state of a form and the form.
 */
export async function readActionForm(
  body: Buffer,
  contentType: string,
  called: string | undefined,
): Promise<SentForm | null> {
  const fields = await readFields(body, contentType)
  if (!fields) return null
  return called === undefined ? postedForm(fields) : calledForm(fields, called)
}

async function readFields(body: Buffer, contentType: string): Promise<[string, string][] | null> {
  if (!/^multipart\/form-data\s*;/i.test(contentType) || !isUtf8(body)) return null
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => null)
  if (!form) return null
  const fields: [string, string][] = []
  for (const [name, value] of form) {
    // Names are told again in a header of their part.
    if (typeof value !== 'string' || /["\r\n]/.test(name)) return null
    fields.push([name, value])
  }
  return fields
}

/** `0` holds the arguments; the fields of a form stand under its number (react-server-dom's `encodeReply`). */
function calledForm(sent: [string, string][], action: string): SentForm | null {
  const root = only(sent, '0')
  const given = root === null ? null : parsed(root)
  if (!Array.isArray(given) || given.length !== 2) return null
  const [, number] = CALL.exec(String(given[1])) ?? []
  if (number === undefined) return null
  const prefix = `_${Number.parseInt(number, 16)}_`
  const fields = sent.flatMap(([name, value]): [string, string][] =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
  )
  return { action, fields }
}

/** React's own hidden fields begin with `$`: one names the others, of which one names the action. */
function postedForm(sent: [string, string][]): SentForm | null {
  const [reference, ...others] = sent.filter(([name]) => name.startsWith(REFERENCE))
  if (!reference || others.length > 0) return null
  const described = only(sent, `$ACTION_${reference[0].slice(REFERENCE.length)}:0`)
  const description = described === null ? null : parsed(described)
  const key = only(sent, KEY) ?? undefined
  if (typeof description !== 'object' || description === null || !('id' in description)) return null
  if (typeof description.id !== 'string') return null
  return { action: description.id, fields: sent.filter(([name]) => !isFrameworkField(name)), key }
}

function only(fields: [string, string][], name: string): string | null {
  const [value, ...others] = fields.flatMap((field) => (field[0] === name ? [field[1]] : []))
  return value === undefined || others.length > 0 ? null : value
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/**
 * Writes the same call as the framework expects it. No action looks at the state that its form had before, so what was
 * sent as such is left out; with it goes everything by which a body could lead React's decoder astray.
 */
export function writeActionForm({ action, fields, key }: SentForm, isCalled: boolean) {
  const own: [string, string][] = isCalled
    ? // Read in this order: a root that comes first finds no fields.
      [
        ...fields.map(([name, value]): [string, string] => [`_1_${name}`, value]),
        ['0', JSON.stringify([STATE, '$K1'])],
      ]
    : [
        [`${REFERENCE}1`, ''],
        ['$ACTION_1:0', JSON.stringify({ id: action, bound: '$@1' })],
        ['$ACTION_1:1', JSON.stringify([STATE])],
        ...(key === undefined ? [] : ([[KEY, key]] as [string, string][])),
        ...fields,
      ]
  const boundary = `form-${randomBytes(16).toString('hex')}`
  const parts = own.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.from(`${parts.join('')}--${boundary}--\r\n`),
  }
}
