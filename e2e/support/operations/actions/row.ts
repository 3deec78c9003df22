import type { Stage } from '../stage'

/** How an action is called so that only the rules can stop it, and what they say to everybody. */
export interface ActionRow {
  /** What it is tried on, where an action has more than one row. */
  on?: string
  /** Whether it opens or ends the caller's session: then they call from another browser. */
  isAboutSessions?: boolean
  /** It says by itself whom it is about, so that who is signed in makes no difference (`entranceAction`). */
  isEntrance?: boolean
  /** Sets the scene anew for each caller; gives what the form sends. */
  sends: (stage: Stage) => Promise<Record<string, string>>
  /** A word for each column: `live`, `waits` or `done`, or the reason of the refusal; `-` stands for `not_signed_in`. */
  answers: string
}

export type ActionTable = Record<string, ActionRow[]>

//                              visitor fan author trusted moderator owner blocked
export const anybody = '        done done done done done done done'
export const members = '        - done done done done done done'
export const writers = '        - done done done done done blocked'
export const published = '      - waits waits live live live blocked'
export const moderators = '     - not_allowed not_allowed not_allowed done done blocked'
