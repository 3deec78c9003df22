'use server'
import { formAction } from '@/lib/operations/form'
import { preview } from './preview'

export const previewEdit = formAction(preview)
