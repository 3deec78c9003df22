'use server'
import { enterByForm } from '@/lib/accounts/enter-by-form'
import { formAction } from '@/lib/operations/form'
import { saveOperations } from '@/lib/submissions/save'

export const saveFile = formAction(saveOperations.file, { enter: enterByForm })
