import { partialDateInWords } from '@/lib/texts/dates'
import { texts } from '@/lib/texts/en/diff'
import type { Citation } from './citation'
import type { ContentOf } from './content'
import { type DiffLabels, gateInWords, meaningOfCitation, nameOf } from './diff-tokens'
import type { Gate } from './gate'

/** One of a list: what it is known by, what it is called, and what else there is to say about it. */
export interface Member {
  key: string
  name: string
  means: string[]
}

/** The value of a field in words; empty for what is not given. */
export function wordsOf(field: string, value: unknown, labels: DiffLabels): string {
  if (value === null || value === undefined) return ''
  switch (field) {
    case 'kind':
      return labels.kinds.get(String(value)) ?? String(value)
    case 'saidOn':
    case 'issued':
      return partialDateInWords(String(value))
    case 'speaker':
      return nameOf(Number(value), labels)
    case 'gate':
      return gateInWords(value as Gate, labels)
    case 'ordinal': {
      const { number, work } = value as NonNullable<ContentOf['page']['ordinal']>
      return texts.ordinal(number, nameOf(work, labels))
    }
    case 'derivedFrom': {
      const derived = value as ContentOf['source']['derivedFrom']
      return derived.kind === 'source'
        ? texts.derivedFrom.source(nameOf(derived.source, labels))
        : texts.derivedFrom[derived.kind]
    }
    default:
      return typeof value === 'boolean' ? (value ? texts.yes : texts.no) : String(value)
  }
}

/** The members of a list field, told apart by what they name; the same thing twice by its place. */
export function membersOf(field: string, values: unknown[], labels: DiffLabels): Member[] {
  const seen = new Map<string, number>()
  return values.map((value) => {
    const member = memberOf(field, value, labels)
    const times = (seen.get(member.key) ?? 0) + 1
    seen.set(member.key, times)
    return { ...member, key: `${member.key}.${times}` }
  })
}

function memberOf(field: string, value: unknown, labels: DiffLabels): Member {
  if (field === 'citations') {
    const citation = value as Citation
    return {
      key: String(citation.source),
      name: nameOf(citation.source, labels),
      means: meaningOfCitation(citation),
    }
  }
  if (typeof value === 'number') return { key: String(value), name: nameOf(value, labels), means: [] }
  return { key: String(value), name: String(value), means: [] }
}
