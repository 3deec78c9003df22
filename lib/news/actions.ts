'use server'
import { formAction } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { markNewsRead } from './mark-read'

export const markNewsReadAction = formAction(markNewsRead, { next: () => paths.news() })
