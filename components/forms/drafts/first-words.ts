/** Fields that hold text but nothing that somebody wrote. */
const NO_WORDS = new Set(['attempt', 'names', 'target', 'id', 'type', 'kind', 'href', 'language', 'settling'])
const MOST = 80

/** The first words of a form that its initial content does not have; empty where there are none. */
export function firstWords(form: unknown, start: unknown): string {
  const known = new Set(textsIn(start))
  for (const text of textsIn(form)) if (text.trim() !== '' && !known.has(text)) return shortened(text.trim())
  return ''
}

function shortened(text: string): string {
  const [start = ''] = text.split(/[\r\n]/)
  return start.length > MOST || start.length < text.length ? `${[...start].slice(0, MOST).join('')}…` : start
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one)
  else if (value && typeof value === 'object')
    for (const [name, one] of Object.entries(value)) if (!NO_WORDS.has(name)) yield* textsIn(one)
}
