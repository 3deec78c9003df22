'use server'
import { enteringAction } from '@/lib/action'
import type { Saved, SaveRefusal } from '@/lib/editing/save'
import { saveSchema } from '@/lib/editing/schema'
import { editPage } from './edit-page'

export const savePage = enteringAction<typeof saveSchema, Saved, SaveRefusal>(
  'savePage',
  saveSchema,
  editPage,
)
