'use server'
import { action } from '@/lib/action'
import type { NamedConflict, Saved } from '@/lib/editing/save'
import { saveSchema } from '@/lib/editing/schema'
import { editPlainSource, plainSourceSchema } from './edit-plain-source'
import { editSource } from './edit-source'

export const saveSource = action<typeof saveSchema, Saved, NamedConflict>(
  'saveSource',
  saveSchema,
  editSource,
)
export const savePlainSource = action<typeof plainSourceSchema, Saved, NamedConflict>(
  'savePlainSource',
  plainSourceSchema,
  editPlainSource,
)
