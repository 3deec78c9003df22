import { answerLateLock } from '@/lib/api/late-lock'

/** Says with one press that something is locked too late: posted by plain buttons of every page. */
export const POST = (request: Request): Promise<Response> => answerLateLock(request)
