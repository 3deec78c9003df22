import { expect, it } from 'vitest'
import type { Rendered } from '@/lib/gateway/cache/rendered'
import { packed, unpacked } from './frame'

const page: Rendered = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  bodies: { identity: Buffer.from('Größe <p>'), gzip: Buffer.from([1, 2, 3]), br: Buffer.from([4]) },
  etag: 'abc',
  tags: ['title:größe'],
  expiresAt: null,
  named: ['p7'],
  answers: 'p7',
  failed: false,
}

const sent = (rendered: Rendered) => Buffer.concat(packed(rendered))

it.each<[string, Rendered['bodies']]>([
  ['in every coding', page.bodies],
  ['in none', { identity: Buffer.from('short') }],
  ['with nothing in it', { identity: Buffer.alloc(0) }],
])('a page %s comes out as it went in', (_, bodies) => {
  expect(unpacked(sent({ ...page, bodies }))).toEqual({ ...page, bodies })
})

it('its bodies are not copied on the way', () => {
  expect(packed(page)).toEqual(expect.arrayContaining([page.bodies.identity, page.bodies.gzip]))
  expect(packed(page).some((piece) => piece === page.bodies.identity)).toBe(true)
})

it('one that is not whole, or has something after its end, is refused', () => {
  const frame = sent(page)
  expect(() => unpacked(frame.subarray(0, -1))).toThrow('not as long as it says')
  expect(() => unpacked(Buffer.concat([frame, Buffer.from('x')]))).toThrow('not as long as it says')
})
