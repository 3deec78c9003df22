import { expect, test } from 'vitest'
import { createRoom } from './room'

test('as many arrive at once as there is room for: in all, of one account, and in bytes', () => {
  const room = createRoom({ uploads: 3, ofOneAccount: 2, bytes: 100 })
  const first = room.enter(1, 10)
  const second = room.enter(1, 10)
  expect(room.enter(1, 10)).toBeNull()
  expect(room.enter(2, 81)).toBeNull()
  const third = room.enter(2, 80)
  expect(room.enter(3, 0)).toBeNull()
  first?.()
  expect(room.enter(3, 11)).toBeNull()
  expect(room.enter(1, 10)).not.toBeNull()
  for (const leave of [second, third]) leave?.()
  expect(room.enter(3, 90)).not.toBeNull()
})
