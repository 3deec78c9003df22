import type { LinkPicture } from '@/lib/sharing/picture/link-picture'
import { PHOTOGRAPH } from '@/lib/sharing/picture/size'

/** The longest texts at which these sizes of type still fit, in characters and pixels. */
const SIZES = [
  [30, 84],
  [70, 66],
  [140, 52],
  [220, 42],
] as const
const SMALLEST = 36

/** The wiki's sign, as in its icon. */
const LEAF =
  'M4 17.5C6 9.500 13 4 28 4.500 28.500 17 22.500 25 13.500 25c-2 0-3.800-.5-5.200-1.500L5 28.500 3 27l3.400-5.100C5 20.800 4.200 19.300 4 17.500Zm6.200 2.300c5.300-1.200 10-4.300 13.800-9.800-6 3.800-11.300 6-15.500 7.200.4 1.100 1 2 1.700 2.600Z'

/** Longer words go on in the next line. */
const BREAKS = { wordBreak: 'break-word' } as const

/** The picture of a link, for the renderer of pictures: it knows inline styles and no sheets. */
export function LinkPictureSheet({ picture }: { picture: LinkPicture }) {
  const { eyebrow, words, detail, wiki, photograph, fonts } = picture
  const size = SIZES.find(([most]) => words.length <= most)?.[1] ?? SMALLEST
  const shown = photograph ? size * 0.8 : size
  return (
    <div
      style={{
        ...{ display: 'flex', width: '100%', height: '100%' },
        ...{ background: '#fdfcf9', color: '#1d2328', fontFamily: fonts.family, fontWeight: 600 },
      }}
    >
      <div
        style={{
          ...{ display: 'flex', flexDirection: 'column', justifyContent: 'space-between' },
          ...{ flex: 1, padding: '60px 72px', borderLeft: '16px solid #0f6b6b' },
        }}
      >
        <div style={{ display: 'flex', fontSize: 30, color: '#0f6b6b' }}>{eyebrow}</div>
        <div style={{ ...BREAKS, display: 'flex', fontSize: shown, lineHeight: 1.18 }}>{words}</div>
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <div style={{ ...BREAKS, display: 'flex', fontSize: 28, lineHeight: 1.3, color: '#4b555c' }}>
            {detail}
          </div>
          <div style={{ display: 'flex', alignItems: 'center', marginTop: 24, fontSize: 28 }}>
            <svg width="40" height="40" viewBox="0 0 32 32" aria-hidden="true">
              <path fill="#0f6b6b" d={LEAF} />
            </svg>
            <div style={{ display: 'flex', marginLeft: 14 }}>{wiki}</div>
          </div>
        </div>
      </div>
      {photograph && <img src={photograph} alt="" {...PHOTOGRAPH} />}
    </div>
  )
}
