import { licenceInWords } from '@/lib/files/licence'
import type { FileLicence } from '@/lib/kinds/schemas/file'
import { messages } from '@/lib/messages/messages'

const licences = (): Partial<Record<string, object>> => messages().files.licences

type Name = (id: number) => string

interface Shaped {
  type?: string
  text?: string
  content?: unknown[]
  attrs?: Record<string, unknown>
}

/** Plain text of any content value, for comparison: ids become names. */
export function wordsOf(value: unknown, name: Name): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return name(value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return listWords(value, name)
  return nodeWords(value, name)
}

function listWords(list: unknown[], name: Name): string {
  const isRunningText = list.every((part) => isInline(part))
  return list.map((part) => wordsOf(part, name)).join(isRunningText ? '' : '\n')
}

const isInline = (part: unknown) => {
  const { type, content } = (part ?? {}) as Shaped
  const isLineImage = type === 'image' && content === undefined
  return type === 'text' || type === 'citation' || type === 'hardBreak' || isLineImage
}

function nodeWords(node: object, name: Name): string {
  const { editing } = messages()
  const { type, text, content, attrs } = node as Shaped
  if (type === 'text') return text ?? ''
  if (type === 'hardBreak') return '\n'
  if (type === 'citation') return ` [${name(Number(attrs?.source))}]`
  if (type === 'image') return imageWords(Number(attrs?.file), content, name)
  if (type === 'tableRow') return (content ?? []).map((cell) => wordsOf(cell, name)).join(' │ ')
  if (type === 'factList') return wordsOf(attrs?.facts, name)
  if (content) return listWords(content, name)
  const { source, kind, page, work, number } = node as Record<string, unknown>
  if (kind === 'place') return editing.gate.from(name(Number(page)))
  if (kind === 'none' || kind === 'unknown') return editing.gate[kind]
  if (work !== undefined) return `${name(Number(work))} ${number}`
  if (source !== undefined) return citationWords(node as Record<string, unknown>, name)
  const licence = licences()[String(kind)]
  if (licence) return licenceInWords(node as FileLicence).name
  const { x, y, width, height } = node as Partial<Record<string, number>>
  if (x !== undefined && y !== undefined)
    return width === undefined || height === undefined
      ? messages().files.focus(x, y)
      : messages().files.crop(x, y, width, height)
  return Object.values(node)
    .filter((part) => typeof part === 'string')
    .join(' · ')
}

/** A picture's name, and its caption. */
const imageWords = (file: number, caption: unknown[] | undefined, name: Name) =>
  [messages().diff.image(name(file)), listWords(caption ?? [], name)].filter(Boolean).join(' ')

function citationWords(citation: Record<string, unknown>, name: Name): string {
  const { editing } = messages()
  const { source, stance, opened, locator, quote } = citation
  const { stances, openings } = editing.citation
  const parts = [
    name(Number(source)),
    stances[stance as keyof typeof stances],
    `${editing.citation.opened} ${openings[opened as keyof typeof openings]}`,
    locator,
    quote ? `“${quote}”` : null,
  ]
  return parts.filter(Boolean).join(' · ')
}
