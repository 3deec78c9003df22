'use server'
import { enteringAction } from '@/lib/action'
import type { Saved, SaveRefusal } from '@/lib/editing/save'
import { saveSchema } from '@/lib/editing/schema'
import { addFact } from './add-fact'
import { editFact } from './edit-fact'
import { newFactSchema } from './new-fact-schema'

export const saveFact = enteringAction<typeof saveSchema, Saved, SaveRefusal>(
  'saveFact',
  saveSchema,
  editFact,
)
export const addFactAction = enteringAction<typeof newFactSchema, Saved>('addFact', newFactSchema, addFact)
