'use server'
import { enterByForm } from '@/lib/accounts/enter-by-form'
import { formAction } from '@/lib/operations/form'
import { preview } from './preview'

export const previewEdit = formAction(preview, { enter: enterByForm })
