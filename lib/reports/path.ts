import { paths } from '@/lib/routes'

/** Where a receipt is looked up. */
export const receiptPath = (receipt: string) => paths.receipt(receipt)
