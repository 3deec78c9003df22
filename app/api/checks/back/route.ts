import { answerTakeBack } from '@/lib/api/checks'

/** Takes back what one said of a source: posted by a plain form, so it works without scripts. */
export const POST = (request: Request): Promise<Response> => answerTakeBack(request)
