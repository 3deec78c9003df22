import { expect, it } from 'vitest'
import { readProviders } from './providers-setting'

const origin = 'https://wiki.example'
const oidc = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'wiki', OIDC_CLIENT_SECRET: 'a secret' }

it('names no other site where none is set', () => {
  expect(readProviders({}, undefined)).toEqual([])
})

it('names those that are set, in a fixed order, and any other by its host or the name it is given', () => {
  const github = { GITHUB_CLIENT_ID: 'a', GITHUB_CLIENT_SECRET: 'b' }
  expect(readProviders({ ...oidc, ...github }, origin)).toEqual([
    { key: 'github', name: 'GitHub', clientId: 'a', clientSecret: 'b', issuer: null },
    {
      key: 'oidc',
      name: 'login.example',
      clientId: 'wiki',
      clientSecret: 'a secret',
      issuer: oidc.OIDC_ISSUER,
    },
  ])
  expect(readProviders({ ...oidc, OIDC_NAME: 'Our forum' }, origin)).toMatchObject([{ name: 'Our forum' }])
})

it.each([
  [{ GITHUB_CLIENT_ID: 'a' }, origin, /go together/],
  [{ GOOGLE_CLIENT_SECRET: 'b' }, origin, /go together/],
  [oidc, undefined, /LORELEAF_ORIGIN/],
  [{ ...oidc, OIDC_ISSUER: '' }, origin, /OIDC_ISSUER/],
  [{ ...oidc, OIDC_ISSUER: 'http://login.example' }, origin, /OIDC_ISSUER/],
  [{ ...oidc, OIDC_ISSUER: 'https://login.example?x=1' }, origin, /OIDC_ISSUER/],
])('says what is missing or wrong, without the secret: %j', (given, at, fault) => {
  const answer = readProviders(given, at)
  expect('fault' in answer && answer.fault).toMatch(fault)
  expect(JSON.stringify(answer)).not.toContain('a secret')
})
