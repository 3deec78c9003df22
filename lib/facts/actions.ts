'use server'
import { formAction } from '@/lib/operations/form'
import { addFact } from './add-fact'
import { editFact } from './edit-fact'

export const saveFact = formAction(editFact)
export const addFactAction = formAction(addFact)
