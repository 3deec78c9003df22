import { type BuiltAction as Action, builtActions as actionsOfBuild } from '@/lib/framework/build'

/** A server action of the build, as the table names it: `lib/pages/actions.ts savePage`. */
export type BuiltAction = Pick<Action, 'id' | 'routes'> & { name: string }

/** Every server action that the build lets anybody call. */
export const builtActions = (): BuiltAction[] =>
  actionsOfBuild().map(({ id, file, name, routes }) => ({ id, routes, name: `${file} ${name}` }))

/** An action of the build by its name in the table. */
export function actionNamed(name: string): BuiltAction {
  const found = builtActions().find((action) => action.name === name)
  if (!found) throw new Error(`the build has no action ${name}`)
  return found
}
