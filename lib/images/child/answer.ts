import type { Fault, Request } from '@/lib/images/protocol'
import { decode } from './decode'
import { makeSizes } from './make-sizes'
import { PictureFault } from './open'

/** Does what the parent asks. Whatever a decoder says is wrong with a picture is damage. */
export async function answer(request: Request): Promise<object> {
  try {
    if (request.task === 'decode') return { ok: true, picture: await decode(request.input, request.output) }
    const { input, folder, crop, widths } = request
    return { ok: true, sizes: await makeSizes(input, folder, crop, widths) }
  } catch (error) {
    return { ok: false, reason: reasonOf(error) }
  }
}

const reasonOf = (error: unknown): Fault => (error instanceof PictureFault ? error.reason : 'damaged')
