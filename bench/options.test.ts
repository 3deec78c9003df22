import { describe, expect, it } from 'vitest'
import { parseOptions } from './options'

const asked = (...args: string[]) => parseOptions(args, ['read', 'save', 'memory'])

describe('what the bench is asked', () => {
  it('is everything, when nothing is named', () => {
    expect(asked()).toMatchObject({ parts: ['read', 'save', 'memory'], isJson: false, isSoak: false })
  })

  it('is what is named, in the order of the bench', () => {
    expect(asked('save', 'read', '--json')).toMatchObject({ parts: ['read', 'save'], isJson: true })
  })

  it('soaking is about memory', () => {
    expect(asked('soak')).toMatchObject({ parts: ['memory'], isSoak: true })
    expect(asked('read', 'soak').parts).toEqual(['read', 'memory'])
  })

  it('answers what it does not know in a sentence', () => {
    expect(() => asked('speed')).toThrow('The bench has no part speed')
    expect(() => asked('--fast')).toThrow('Say what is to be measured')
    expect(() => asked('--pages', 'many')).toThrow('--pages')
    expect(() => asked('--wiki', '/nowhere')).toThrow('/nowhere has no made-up-wiki.json')
  })
})
