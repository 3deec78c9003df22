'use server'
import { formAction } from '@/lib/operations/form'
import { editPage } from './edit-page'

export const savePage = formAction(editPage)
