import { describe, expect, it } from 'vitest'
import { submissionState } from '@/db/submissions/schema'
import type { Ability } from './abilities'
import { actor, ask, me, type OwnAbility, rowsOf, someoneElse, who } from './testing'

/** By the state of a submission of one's own; of another's, nobody may. */
const aboutOwn: Record<OwnAbility, string> = {
  //                             of late  long declined
  amend: `    draft             | -      | -
              waiting           | FTMOS  | FTMOS
              changes_requested | FTMOS  | FTMOS
              accepted          | -      | -
              declined          | FTMOS  | FTMOS
              withdrawn         | FTMOS  | FTMOS
              overtaken         | -      | -     `,
  withdraw: ` draft             | -      | -
              waiting           | FTMOS  | FTMOS
              changes_requested | FTMOS  | FTMOS
              accepted          | -      | -
              declined          | -      | -
              withdrawn         | -      | -
              overtaken         | -      | -     `,
  reopen: `   draft             | -      | -
              waiting           | -      | -
              changes_requested | -      | -
              accepted          | -      | -
              declined          | FTMOS  | -
              withdrawn         | FTMOS  | FTMOS
              overtaken         | -      | -     `,
}

describe('the table of the law, of what one has sent', () => {
  it.each(Object.entries(aboutOwn))('%s: one’s own in every state, and no other’s', (ability, grid) => {
    const rows = rowsOf(grid)
    expect(rows.map((row) => row.state)).toEqual(submissionState.enumValues)
    const asked = (authorId: number) =>
      rows.map(({ state }) => ({
        state,
        cells: [false, true].map((isLongDeclined) =>
          who((role) => ask(actor(role), ability as Ability, { authorId, state, isLongDeclined })),
        ),
      }))
    expect(asked(me)).toEqual(rows)
    expect(asked(someoneElse).flatMap(({ cells }) => cells)).toEqual(rows.flatMap(() => ['-', '-']))
  })

  it.each(Object.keys(aboutOwn))('%s: no blocked author', (ability) => {
    for (const state of submissionState.enumValues) {
      const own = { authorId: me, state, isLongDeclined: false }
      expect(ask(actor('fan', true), ability as Ability, own)).toBe(false)
    }
  })
})
