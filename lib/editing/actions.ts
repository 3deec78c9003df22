'use server'
import { action } from '@/lib/action'
import { type Preview, preview } from './preview'
import type { NamedConflict } from './save'
import { previewSchema } from './schema'

export const previewEdit = action<typeof previewSchema, { preview: Preview }, NamedConflict>(
  'previewEdit',
  previewSchema,
  preview,
)
