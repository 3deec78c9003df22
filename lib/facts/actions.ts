'use server'
import { action } from '@/lib/action'
import type { Saved, SaveRefusal } from '@/lib/editing/save'
import { saveSchema } from '@/lib/editing/schema'
import { addPlainFact, plainFactSchema } from './add-plain-fact'
import { editFact } from './edit-fact'

export const saveFact = action<typeof saveSchema, Saved, SaveRefusal>('saveFact', saveSchema, editFact)
export const savePlainFact = action<typeof plainFactSchema, Saved, SaveRefusal>(
  'savePlainFact',
  plainFactSchema,
  addPlainFact,
)
