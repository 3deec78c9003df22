'use server'
import { formAction } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { liftWithheld } from './lift-withheld'
import { withhold } from './withhold'

/** Back to the screen, which shows what is hidden now. */
const toScreen = (entryId: number) => paths.hideVersions(entryId)

export const withholdAction = formAction(withhold, { next: (_, { entryId }) => toScreen(entryId) })
export const liftAction = formAction(liftWithheld, { next: ({ entryId }) => toScreen(entryId) })
