import type { SourceContent } from '@/lib/kinds/schemas/source'
import { isSame } from '@/lib/text/canonical'

/**
 * A new source with what was looked up: only what nobody has touched since `before`, so that a slow answer overwrites
 * nothing that was typed.
 */
export function filledSource(now: SourceContent, before: SourceContent, told: SourceContent): SourceContent {
  const filled = { ...now }
  for (const name of Object.keys(before) as (keyof SourceContent)[]) {
    const isKnown = told[name] !== null || (name === 'description' && told.title !== null)
    if (isKnown && isSame(now[name], before[name])) Object.assign(filled, { [name]: told[name] })
  }
  return filled
}
