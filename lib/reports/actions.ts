'use server'
import { action, openAction } from '@/lib/action'
import { fileReport } from './file-report'
import { clearReport, closeReport, reopenReport } from './handle'
import { receiptPath } from './path'
import { closeSchema, oneReportSchema, reportSchema } from './schema'

export const reportAction = openAction('report', reportSchema, fileReport, {
  next: ({ receipt }) => receiptPath(receipt),
})
export const closeReportAction = action('report.close', closeSchema, closeReport, {
  next: ({ path }) => path,
})
export const reopenReportAction = action('report.reopen', oneReportSchema, reopenReport, {
  next: ({ path }) => path,
})
export const clearReportAction = action('report.clear', oneReportSchema, clearReport, {
  next: ({ path }) => path,
})
