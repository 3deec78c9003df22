import { expect, test } from 'vitest'
import { sourceContent } from '@/lib/changesets/testing'
import { sourceAddress } from './address'
import { recordOf } from './record'

const titled = recordOf(1, sourceContent('Top of the class', { publisher: 'Attitude' }))
const described = recordOf(2, {
  ...sourceContent('', { publisher: 'Attitude' }),
  title: null,
  description: 'A scan',
})

test.each([
  ['https://www.attitude.co.uk/article/1', 'website', 'attitude.co.uk'],
  ['https://attitude.co.uk/issue.PDF', 'download', 'Top of the class'],
  ['https://images.squarespace-cdn.com/content/v1/5f/page', 'download', 'Top of the class'],
  ['https://pbs.twimg.com/media/F1', 'download', 'Top of the class'],
  ['https://d111111abcdef8.cloudfront.net/x', 'download', 'Top of the class'],
  ['https://web.archive.org/web/2022/https://www.attitude.co.uk/article/1', 'copy', 'attitude.co.uk'],
  ['https://web.archive.org/web/2022/https:/attitude.co.uk/article/1', 'copy', 'attitude.co.uk'],
  ['https://archive.ph/AbCdE', 'copy', 'Attitude'],
])('%s leads to a %s of %s', (url, leadsTo, of) => {
  expect(sourceAddress(url, titled)).toEqual({ leadsTo, url, of })
})

test('a file of a source without a title belongs to who published it', () => {
  expect(sourceAddress('https://cdn.example.org/scan.png', described)).toMatchObject({ of: 'Attitude' })
})
