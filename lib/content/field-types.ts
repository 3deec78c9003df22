import { messages } from '@/lib/messages/messages'
import { isSame } from '@/lib/text/canonical'
import type { Citation } from './citation'
import { gateInWords, meaningOfCitation, nameOf } from './diff-tokens'
import type { Block, LineNode } from './document'
import type { Field, Member } from './fields'
import type { Gate } from './gate'
import { type Link, mapBlock, mapCitation, mapGate, mapInline } from './map-references'
import { normalizeBlocks, normalizeInline, normalizeLines } from './normalize-blocks'
import { lineSteps, openSteps } from './walk'

/* The types of fields. Each takes the change class of an edit of the field, and whatever differs from the defaults. */

type Options<V> = Partial<Field<V>>
type Counts = Exclude<Field['counts'], 'prose'>

/** A single value: a text, a number, a choice; null where there is none. */
export const plain = <V>(counts: Field['counts'], options: Options<V> = {}): Field<V> => ({
  counts,
  merges: 'whole',
  restsOn: null,
  gatesOf: null,
  differs: 'words',
  words: (value) =>
    typeof value === 'boolean' ? (value ? messages().diff.yes : messages().diff.no) : String(value),
  member: (value) => named(String(value)),
  isUnsaid: () => false,
  mapReferences: (value) => value,
  steps: () => [],
  normalize: (value) => value,
  formSteps: 1,
  ...options,
})

const named = (key: string, name = key): Member => ({ key, name, means: [] })

/** A picture, by the SHA-256 of its stored object. */
export const picture = (): Field<string> => plain('evidence', { differs: 'picture' })

/** A date that may be partly known. */
export const partialDate = (counts: Counts): Field<string | null> =>
  plain(counts, { words: (date) => messages().dates.partialDateInWords(date) })

/** A list of texts. */
export const names = (counts: Counts): Field<string[]> =>
  plain(counts, { merges: 'names', differs: 'members' })

/** A reference to one entry, by a link of this kind. */
export const entryAt = (counts: Counts, ...link: Link): Field<number | null> =>
  plain<number | null>(counts, {
    words: nameOf,
    mapReferences: (id, map) => (id === null ? null : map(id, ...link)),
  })

/** A list of references to entries, by links of this kind. */
export const entries = (counts: Counts, ...link: Link): Field<number[]> =>
  plain(counts, {
    merges: 'names',
    differs: 'members',
    member: (id, labels) => named(String(id), nameOf(Number(id), labels)),
    mapReferences: (ids, map) => ids.map((id) => map(id, ...link)),
  })

/** Passages: blocks of rich text. */
export const passages = <B extends Block>(): Field<{ type: 'doc'; content: B[] }> =>
  plain('prose', {
    merges: 'blocks',
    differs: 'document',
    mapReferences: (value, map) => ({
      ...value,
      content: value.content.map((block) => mapBlock(block, map)),
    }),
    steps: ({ content }) => openSteps(content, () => true),
    normalize: (value, ids) => ({ ...value, content: normalizeBlocks(value.content, ids) }),
  })

/** One line of rich text. */
export const richLine = <N extends LineNode>(): Field<N[]> =>
  plain<N[]>('prose', {
    differs: 'line',
    mapReferences: mapInline,
    steps: lineSteps,
    normalize: normalizeInline,
  })

/** Lines of rich text, each under a key. */
export const richLines = <N extends LineNode>(counts: Counts): Field<Record<string, N[]>> =>
  plain(counts, {
    merges: 'keys',
    differs: 'lines',
    mapReferences: (lines, map) =>
      Object.fromEntries(Object.entries(lines).map(([key, line]) => [key, mapInline(line, map)])),
    steps: (lines) => Object.values(lines).flatMap((line) => [...lineSteps(line)]),
    normalize: normalizeLines,
    formSteps: 2,
  })

/** Citations of sources. */
export const citations = (): Field<Citation[]> =>
  plain('evidence', {
    merges: 'citations',
    differs: 'members',
    member: (value, labels) => {
      const citation = value as Citation
      const { source } = citation
      return { key: String(source), name: nameOf(source, labels), means: meaningOfCitation(citation) }
    },
    mapReferences: (values, map) => values.map((citation) => mapCitation(citation, map)),
    formSteps: 3,
  })

/** The spoiler gates of the lines of another field, by their keys; nothing is stored for what is open to everybody. */
export const gatesOf = (lines: string): Field<Record<string, Gate> | undefined> =>
  plain<Record<string, Gate> | undefined>('evidence', {
    merges: 'keys',
    differs: 'gates',
    gatesOf: lines,
    isUnsaid: (gates) => Object.values(gates ?? {}).every(({ kind }) => kind === 'none'),
    mapReferences: (gates, map) =>
      gates && Object.fromEntries(Object.entries(gates).map(([key, value]) => [key, mapGate(value, map)])),
    normalize: (gates) => {
      const closed = Object.entries(gates ?? {}).filter(([, { kind }]) => kind !== 'none')
      return closed.length > 0 ? Object.fromEntries(closed) : undefined
    },
    formSteps: 2,
  })

/** One gate where nothing is stored for what is open to everybody. */
export const gateIfAny = (): Field<Gate | undefined> =>
  plain<Gate | undefined>('evidence', {
    words: gateInWords,
    isUnsaid: (value) => value === undefined || value.kind === 'none',
    mapReferences: (value, map) => value && mapGate(value, map),
    normalize: (value) => (value?.kind === 'none' ? undefined : value),
    formSteps: 2,
  })

/** How far in a work a reader must be; open to everybody by default. */
export const gate = (): Field<Gate> =>
  plain('evidence', {
    words: gateInWords,
    isUnsaid: (value) => isSame(value, { kind: 'none' }),
    mapReferences: mapGate,
    formSteps: 2,
  })
