'use server'
import { enterByForm } from '@/lib/accounts/enter-by-form'
import { formAction } from '@/lib/operations/form'
import { editPlainSource } from './edit-plain-source'
import { editSource } from './edit-source'

export const saveSource = formAction(editSource, { enter: enterByForm })
export const savePlainSource = formAction(editPlainSource, { enter: enterByForm })
