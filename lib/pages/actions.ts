'use server'
import { enterByForm } from '@/lib/accounts/enter-by-form'
import { formAction } from '@/lib/operations/form'
import { editPage } from './edit-page'

export const savePage = formAction(editPage, { enter: enterByForm })
