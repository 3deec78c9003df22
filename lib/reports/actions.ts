'use server'
import { formAction } from '@/lib/operations/form'
import { fileReport } from './file-report'
import { clearReport, closeReport, reopenReport } from './handle'
import { receiptPath } from './path'

const toPath = { next: ({ path }: { path: string }) => path }

export const reportAction = formAction(fileReport, { next: ({ receipt }) => receiptPath(receipt) })
export const closeReportAction = formAction(closeReport, toPath)
export const reopenReportAction = formAction(reopenReport, toPath)
export const clearReportAction = formAction(clearReport, toPath)
