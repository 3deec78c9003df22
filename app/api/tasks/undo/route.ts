import { answerUndo } from '@/lib/api/tasks'

/** Undoes the last one: posted by a plain form, so it works without scripts. */
export const POST = (request: Request): Promise<Response> => answerUndo(request)
