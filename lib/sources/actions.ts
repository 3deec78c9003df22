'use server'
import { enterByForm } from '@/lib/accounts/enter-by-form'
import { formAction } from '@/lib/operations/form'
import { saveOperations } from '@/lib/submissions/save'
import { editPlainSource } from './edit-plain-source'

export const saveSource = formAction(saveOperations.source, { enter: enterByForm })
export const savePlainSource = formAction(editPlainSource, { enter: enterByForm })
