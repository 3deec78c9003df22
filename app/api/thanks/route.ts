import { answerThanks } from '@/lib/api/thanks'

/** Thanks for an edit: posted by a plain form, so it works without scripts. */
export const POST = (request: Request): Promise<Response> => answerThanks(request)
