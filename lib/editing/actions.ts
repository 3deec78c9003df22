'use server'
import { enteringAction } from '@/lib/action'
import { type Preview, preview } from './preview'
import type { SaveRefusal } from './save'
import { previewSchema } from './schema'

export const previewEdit = enteringAction<typeof previewSchema, { preview: Preview }, SaveRefusal>(
  'previewEdit',
  previewSchema,
  preview,
)
