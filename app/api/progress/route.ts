import { answerProgress } from '@/lib/api/progress'

/** Says how far the reader is: posted by plain forms, so it works on every page and without scripts. */
export const POST = (request: Request): Promise<Response> => answerProgress(request)
