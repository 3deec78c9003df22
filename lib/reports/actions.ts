'use server'
import { formAction } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { openPrivateLife } from './about-me/open-again'
import { decideWords } from './checked/decide'
import { fileReport } from './file-report'
import { clearReport, closeReport, reopenReport } from './handle'

const toPath = { next: ({ path }: { path: string }) => path }

export const reportAction = formAction(fileReport, { next: ({ receipt }) => paths.receipt(receipt) })
export const closeReportAction = formAction(closeReport, toPath)
export const reopenReportAction = formAction(reopenReport, toPath)
export const clearReportAction = formAction(clearReport, toPath)
export const openPrivateLifeAction = formAction(openPrivateLife, toPath)
export const decideWordsAction = formAction(decideWords, toPath)
