import type { EntryKind, protection } from '@/db/entries/schema'

export type Protection = (typeof protection.enumValues)[number]

/** The classes of change that an edit can make. */
export const changeClasses = ['wording', 'evidence', 'structure'] as const
export type ChangeClass = (typeof changeClasses)[number]

/** The state of an entry, as far as the rules need it. */
export interface Subject {
  kind: EntryKind
  isNew: boolean
  isDeleted: boolean
  /** The strictest one: a fact has the protection of every page it is about, before and after. */
  protection: Protection
  /** Shown on 5 pages or more. */
  isMuchShown: boolean
  /** A living person's page, or a fact about one. */
  isAboutLiving: boolean
  /** Flagged private life, before or after the change. */
  isPrivateLife: boolean
}

/** What is about to be done to it. */
export interface Change {
  touches: ReadonlySet<ChangeClass>
  /** Removes the private-life flag: only moderators may. */
  clearsPrivateLife: boolean
}
