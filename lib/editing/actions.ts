'use server'
import { action } from '@/lib/action'
import { type Preview, preview } from './preview'
import type { SaveRefusal } from './save'
import { previewSchema } from './schema'

export const previewEdit = action<typeof previewSchema, { preview: Preview }, SaveRefusal>(
  'previewEdit',
  previewSchema,
  preview,
)
