import { deleteAside, insertAside } from '@/db/tasks/aside'
import { operation } from '@/lib/operations/operation'
import { DONE_FOR, SKIPPED_FOR } from './kinds'
import { asideSchema } from './schema'

/** Puts a task aside: it comes again after a while. */
export const putTaskAside = operation({
  name: 'task.put-aside',
  who: 'account',
  input: asideSchema,
  audits: { nothing: 'what somebody does not want to do is theirs alone to know' },
  run: ({ actor, commit }, aside) =>
    commit(async ({ tx }) => {
      await insertAside(tx, { ...aside, accountId: actor.id }, SKIPPED_FOR)
      return {}
    }),
})

/** Notes that nothing is to be done about a task: it is not asked again for long. */
export const noteDone = operation({
  name: 'task.note-done',
  who: 'account',
  input: asideSchema,
  audits: { nothing: 'what somebody does not want to do is theirs alone to know' },
  run: ({ actor, commit }, aside) =>
    commit(async ({ tx }) => {
      await insertAside(tx, { ...aside, accountId: actor.id }, DONE_FOR)
      return {}
    }),
})

/** Takes a task up again. */
export const takeTaskUp = operation({
  name: 'task.take-up',
  who: 'account',
  input: asideSchema,
  audits: { nothing: 'what somebody does not want to do is theirs alone to know' },
  run: ({ actor, commit }, aside) =>
    commit(async ({ tx }) => {
      await deleteAside(tx, { ...aside, accountId: actor.id })
      return {}
    }),
})
