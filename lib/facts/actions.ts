'use server'
import { enterByForm } from '@/lib/accounts/enter-by-form'
import { formAction } from '@/lib/operations/form'
import { saveOperations } from '@/lib/submissions/save'
import { addFact } from './add-fact'
import { splitFact } from './split-fact'

export const saveFact = formAction(saveOperations.fact, { enter: enterByForm })
export const addFactAction = formAction(addFact, { enter: enterByForm })
export const splitFactAction = formAction(splitFact, { enter: enterByForm })
