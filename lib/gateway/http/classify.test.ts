import { describe, expect, it } from 'vitest'
import { classify } from './classify'

describe('the class of an address', () => {
  it.each([
    '/',
    '/wiki/Joe_Locke',
    '/wiki/A/B/C',
    '/history/A/B',
    '/facts',
    '/facts/17',
    '/facts/17/history',
    '/sources',
    '/sources/8/history',
    '/diff/3/4',
    '/pages',
    '/pages/person',
    '/recent',
    '/accounts/5',
    '/log',
    '/revisions/7',
    '/open/passages/3/b1',
    '/open/facts/17',
    '/open/diff/3/4',
  ])('is shared for %s', (target) => {
    expect(classify(target)).toMatchObject({ kind: 'shared', target })
  })

  it.each([
    '/wiki',
    '/review',
    '/review/3',
    '/search?q=nick',
    '/edit/wiki/A',
    '/facts/17/edit',
    '/accounts/5/block',
    '/submissions/5',
    '/api/me',
    '/api/auth/session',
    '/Wiki/A',
    '/anything',
  ])('is private for %s', (target) => {
    expect(classify(target)).toMatchObject({ kind: 'private', target })
  })

  it('is immutable for built assets alone; the rest of the framework has no address', () => {
    expect(classify('/_next/static/chunks/a.js?v=1')).toMatchObject({
      kind: 'immutable',
      target: '/_next/static/chunks/a.js',
    })
    for (const target of [
      '/_next/image?url=x',
      '/_next/data/b/wiki/A.json',
      '/_next',
      '/_next/static',
      '/_NEXT/static/a',
      '/_global-error',
      '/__nextjs_original-stack-frame',
      '/wiki/A.rsc',
      '/wiki/A.segments/_tree.segment.rsc',
      '/sign-in.RSC?next=/',
      '/_next/static/a.rsc',
    ])
      expect(classify(target)).toMatchObject({ kind: 'refused', status: 404 })
  })

  it('never lets a path variant render one route under the key of another', () => {
    for (const target of ['/wiki/%2e%2e/review', '/wiki/../review', '/wiki/..%2freview'])
      expect(classify(target)).toMatchObject({ kind: 'refused', status: 400 })
    for (const target of ['/wiki/%252e%252e/review', '/wiki/%2572eview'])
      expect(classify(target)).toMatchObject({ kind: 'shared', target })
    for (const target of ['/%2572eview', '/%252e%252e/review', '/review%252f3'])
      expect(classify(target).kind).toBe('private')
    expect(classify('/%72eview')).toMatchObject({ kind: 'redirect', target: '/review' })
    expect(classify('//review')).toMatchObject({ kind: 'redirect', target: '/review' })
  })
})

describe('the query of a shared route', () => {
  it('keeps what the route knows, in one order and spelling', () => {
    const one = classify('/facts?standing=disputed&after=%31%30')
    expect(one).toMatchObject({ kind: 'shared', target: '/facts?after=10&standing=disputed' })
    expect(classify('/facts?after=10&standing=disputed')).toEqual(one)
  })

  it('ignores what it does not know', () => {
    for (const query of [
      '?utm_source=x',
      '?fbclid=1&fbclid=2',
      '?_rsc=abc',
      '?',
      '?&&',
      '?before=',
      '?%',
      `?${'x'.repeat(9_000)}`,
    ])
      expect(classify(`/wiki/A${query}`)).toMatchObject({ kind: 'shared', target: '/wiki/A' })
    expect(classify('/recent?x=1&before=9&before=8')).toMatchObject({
      kind: 'shared',
      target: '/recent?before=9',
    })
  })

  it('refuses values without bound or with control characters', () => {
    expect(classify(`/recent?before=${'9'.repeat(2_401)}`)).toMatchObject({ kind: 'refused', status: 400 })
    expect(classify('/recent?before=%00')).toMatchObject({ kind: 'refused', status: 400 })
  })

  it('goes along when the path is made canonical', () => {
    expect(classify('/recent/?before=9&utm_source=x')).toMatchObject({
      kind: 'redirect',
      target: '/recent?before=9',
    })
  })
})

describe('the query of a private route', () => {
  it('goes through, without what speaks to the framework', () => {
    expect(classify('/search?q=a%20b&_rsc=1&__nextDataReq=1&nxtPtitle=x')).toMatchObject({
      kind: 'private',
      target: '/search?q=a+b',
    })
    expect(classify(`/search?q=${'a'.repeat(9_000)}`)).toMatchObject({ kind: 'refused', status: 414 })
  })
})
