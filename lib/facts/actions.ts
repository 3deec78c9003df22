'use server'
import { enterByForm } from '@/lib/accounts/enter-by-form'
import { formAction } from '@/lib/operations/form'
import { addFact } from './add-fact'
import { editFact } from './edit-fact'

export const saveFact = formAction(editFact, { enter: enterByForm })
export const addFactAction = formAction(addFact, { enter: enterByForm })
