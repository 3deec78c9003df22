import { describe, expect, it } from 'vitest'
import { createChanges } from './changes'

const change = (...tags: string[]) => ({ tags, isWithholding: false })
const everything = { tags: 'everything', isWithholding: false } as const

describe('what changed while something was under way', () => {
  it('is told by tag and by moment', () => {
    const changes = createChanges()
    changes.note(change('a'))
    const recording = changes.record()
    expect(recording.hasChanged(['a'])).toBe(false)
    changes.note(change('b'))
    const between = changes.now()
    changes.note(change('c', 'd'))
    expect(recording.hasChanged(['a'])).toBe(false)
    expect(recording.hasChanged(['x', 'b'])).toBe(true)
    expect(recording.hasChanged(['d'])).toBe(true)
    expect(recording.hasChanged(['d'], between)).toBe(false)
    expect(recording.hasChanged('everything', between)).toBe(true)
  })

  it('is everything when nobody can tell what', () => {
    const changes = createChanges()
    const recording = changes.record()
    const before = changes.now()
    const first = changes.note(everything)
    changes.note(everything)
    expect(recording.hasChanged([])).toBe(true)
    expect(recording.hasChanged([], first)).toBe(true)
    expect(recording.hasChanged([], before)).toBe(false)
    expect(recording.hasWithheld([])).toBe(false)
    changes.note({ tags: 'everything', isWithholding: true })
    expect(recording.hasWithheld([])).toBe(true)
  })

  it('ends with the recording', () => {
    const changes = createChanges()
    const recording = changes.record()
    recording.stop()
    changes.note(change('a'))
    expect(recording.hasChanged(['a'])).toBe(false)
  })
})
