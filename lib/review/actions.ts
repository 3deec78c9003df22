'use server'
import { formAction } from '@/lib/operations/form'
import { accept } from './accept'
import { onFromAccepted, onFromTurnedDown } from './decide-in-queue'
import { queuePartSchema } from './decision-schema'
import { decline, requestChanges } from './turn-down'

const toPath = ({ path }: { path: string }) => path
const turnedDown = { also: queuePartSchema, after: onFromTurnedDown, next: toPath }

export const acceptAction = formAction(accept, { also: queuePartSchema, after: onFromAccepted, next: toPath })
export const declineAction = formAction(decline, turnedDown)
export const requestChangesAction = formAction(requestChanges, turnedDown)
