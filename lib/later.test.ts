import { expect, it } from 'vitest'
import { allDone, later } from './later'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

it('what is put off has not begun when its caller goes on, and an orderly end waits for it', async () => {
  const seen: string[] = []
  later('test', async () => {
    seen.push('begun')
    await pause(20)
    seen.push('done')
  })
  expect(seen).toEqual([])
  await allDone()
  expect(seen).toEqual(['begun', 'done'])
})

it('what it puts off itself is waited for, too; and what fails stops nothing', async () => {
  let isDone = false
  later('test', async () => {
    later('test', async () => {
      await pause(10)
      isDone = true
    })
    throw new Error('this one fails')
  })
  await allDone()
  expect(isDone).toBe(true)
})

it('but not for ever', async () => {
  let end = () => {}
  later(
    'test',
    () =>
      new Promise<void>((resolve) => {
        end = resolve
      }),
  )
  await allDone(30)
  end()
})
