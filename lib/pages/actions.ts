'use server'
import { action } from '@/lib/action'
import type { NamedConflict, Saved } from '@/lib/editing/save'
import { saveSchema } from '@/lib/editing/schema'
import { editPage } from './edit-page'

export const savePage = action<typeof saveSchema, Saved, NamedConflict>('savePage', saveSchema, editPage)
