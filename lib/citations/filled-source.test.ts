import { expect, test } from 'vitest'
import { emptySource } from '@/lib/kinds/schemas/empty-source'
import { filledSource } from './filled-source'
import { sourceOfText } from './source-line'

const url = 'https://example.org/a?utm_source=x'
const before = sourceOfText(url)
const told = { ...emptySource, url: 'https://example.org/a', title: 'Magic', publisher: 'The Paper' }

test('what was looked up goes into fields that nobody touched, and only there', () => {
  expect(filledSource(before, before, told)).toMatchObject({ title: 'Magic', url: told.url })
  const typed = { ...before, title: 'My own title', publisher: null }
  expect(filledSource(typed, before, told)).toMatchObject({ title: 'My own title', publisher: 'The Paper' })
})

test('an answer that knows nothing takes nothing away', () => {
  expect(filledSource({ ...before, title: 'Mine' }, before, emptySource)).toMatchObject({
    title: 'Mine',
    url,
  })
})

test('a DOI and an ISBN are read as what they are, one with a wrong digit is kept as it was typed', () => {
  expect(sourceOfText('doi:10.1093/AE/x')).toMatchObject({
    doi: '10.1093/ae/x',
    url: 'https://doi.org/10.1093/ae/x',
  })
  expect(sourceOfText('978-1-4449-5138-7')).toMatchObject({ type: 'book', isbn: '9781444951387' })
  expect(sourceOfText('978-1-4449-5138-8')).toMatchObject({ isbn: null, description: '978-1-4449-5138-8' })
})
