'use server'
import { enterByForm } from '@/lib/accounts/enter-by-form'
import { formAction } from '@/lib/operations/form'
import { saveOperations } from '@/lib/submissions/save'
import { editPlainSource } from './edit-plain-source'
import { importSources } from './importing/import-sources'

export const saveSource = formAction(saveOperations.source, { enter: enterByForm })
export const savePlainSource = formAction(editPlainSource, { enter: enterByForm })
export const importSourcesAction = formAction(importSources)
