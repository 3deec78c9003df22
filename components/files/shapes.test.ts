import { describe, expect, test } from 'vitest'
import { partOf, pointAt } from './shapes'

describe('the part of a picture that is shown', () => {
  const size = { width: 1600, height: 900 }

  test('is the largest in its shape, around the middle', () => {
    expect(partOf(size, 'square', null)).toEqual({ x: 350, y: 0, width: 900, height: 900 })
    expect(partOf(size, 'wide', null)).toEqual({ x: 0, y: 0, width: 1600, height: 900 })
    expect(partOf({ width: 300, height: 900 }, 'wide', null)).toEqual({
      x: 0,
      y: 366,
      width: 300,
      height: 169,
    })
  })

  test('follows the point that stays in sight, as far as the picture reaches', () => {
    expect(partOf(size, 'square', { x: 25, y: 50 })).toMatchObject({ x: 0 })
    expect(partOf(size, 'square', { x: 60, y: 10 })).toMatchObject({ x: 510, y: 0 })
    expect(partOf(size, 'square', { x: 100, y: 50 })).toMatchObject({ x: 700 })
  })

  test('has at least one pixel', () => {
    expect(partOf({ width: 1, height: 4000 }, 'wide', null)).toMatchObject({ width: 1, height: 1 })
  })
})

test('a point is where it was pressed, in per cent of the picture', () => {
  const box = { left: 100, top: 50, width: 200, height: 400 }
  expect(pointAt({ x: 150, y: 250 }, box)).toEqual({ x: 25, y: 50 })
  expect(pointAt({ x: 0, y: 900 }, box)).toEqual({ x: 0, y: 100 })
  expect(pointAt({ x: 0, y: 0 }, { ...box, width: 0, height: 0 })).toEqual({ x: 50, y: 50 })
})
