'use server'
import { enteringAction } from '@/lib/action'
import type { Saved, SaveRefusal } from '@/lib/editing/save'
import { saveSchema } from '@/lib/editing/schema'
import { editPlainSource, plainSourceSchema } from './edit-plain-source'
import { editSource } from './edit-source'

export const saveSource = enteringAction<typeof saveSchema, Saved, SaveRefusal>(
  'saveSource',
  saveSchema,
  editSource,
)
export const savePlainSource = enteringAction<typeof plainSourceSchema, Saved, SaveRefusal>(
  'savePlainSource',
  plainSourceSchema,
  editPlainSource,
)
