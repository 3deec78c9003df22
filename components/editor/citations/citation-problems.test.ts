import { describe, expect, it } from 'vitest'
import { citationSchema } from '@/lib/content/citation'
import { citationLimits } from '@/lib/content/citation-limits'
import { freshCitation } from '@/lib/content/fresh-citation'
import { citationProblems } from './citation-problems'

const citing = (part: object) => ({ source: 7, ...freshCitation, ...part })

describe('a citation before it goes into the text', () => {
  it('needs a source', () => {
    expect(Object.keys(citationProblems(citing({ source: null })))).toEqual(['source'])
  })

  it('is told at the field what is too long, as the server would judge it', () => {
    for (const [name, limit] of Object.entries(citationLimits)) {
      const fits = citing({ [name]: 'é'.repeat(limit) })
      const tooLong = citing({ [name]: 'é'.repeat(limit + 1) })
      expect(citationProblems(fits)).toEqual({})
      expect(citationSchema.safeParse(fits).success).toBe(true)
      expect(Object.keys(citationProblems(tooLong))).toEqual([name])
      expect(citationSchema.safeParse(tooLong).success).toBe(false)
    }
  })
})
