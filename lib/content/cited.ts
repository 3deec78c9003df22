import { canonicalJson } from '@/lib/text/canonical'
import type { Citation } from './citation'

/** Every citation in content of any kind, closed passages included, in order; equal ones once. */
export function citationsIn(content: object): Citation[] {
  const found = new Map<string, Citation>()
  collect(content, found)
  return [...found.values()]
}

function collect(value: unknown, found: Map<string, Citation>): void {
  if (Array.isArray(value)) for (const part of value) collect(part, found)
  else if (typeof value === 'object' && value !== null) {
    if (isCitation(value)) found.set(canonicalJson(value), value)
    else for (const part of Object.values(value)) collect(part, found)
  }
}

const isCitation = (value: object): value is Citation => 'source' in value && 'stance' in value
