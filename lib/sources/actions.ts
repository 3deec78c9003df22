'use server'
import { formAction } from '@/lib/operations/form'
import { editPlainSource } from './edit-plain-source'
import { editSource } from './edit-source'

export const saveSource = formAction(editSource)
export const savePlainSource = formAction(editPlainSource)
