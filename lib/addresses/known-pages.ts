const VIDEO = /^\/(?:shorts|embed|live|v|e)\/(?!videoseries|live_stream)([\w-]{6,})/
/** By its number, in a channel or a group, with the code of one that is not listed. */
const AT_VIMEO = /^\/(?:video\/|channels\/[^/]+\/|groups\/[^/]+\/videos\/)?(\d{5,})(?:\/[0-9a-f]{6,})?\/?$/

/** Hosts that show the same under several names, by the name that stands for all. */
const SAME: Record<string, string> = {
  'twitter.com': 'x.com',
  'mobile.twitter.com': 'x.com',
  'fxtwitter.com': 'x.com',
  'vxtwitter.com': 'x.com',
  'fixupx.com': 'x.com',
  'old.reddit.com': 'reddit.com',
  'new.reddit.com': 'reddit.com',
  'np.reddit.com': 'reddit.com',
  'archive.today': 'archive.ph',
  'archive.is': 'archive.ph',
  'archive.md': 'archive.ph',
  'archive.li': 'archive.ph',
  'archive.vn': 'archive.ph',
  'archive.fo': 'archive.ph',
}

/** The name under which a host is known. */
export const knownHost = (host: string): string => SAME[host] ?? host

/**
 * The page that an address of a site with several shapes of addresses leads to: a video by its id, a post by its number.
 * `host` is the known one, without `www.` or `m.`. Null for every other page.
 */
export function knownPage(host: string, { pathname, searchParams }: URL): string | null {
  switch (host) {
    case 'youtu.be':
      return video(/^\/([\w-]{6,})/.exec(pathname)?.[1])
    case 'youtube.com':
    case 'music.youtube.com':
    case 'youtube-nocookie.com': {
      const watched = pathname.replace(/\/$/, '') === '/watch' ? searchParams.get('v') : undefined
      return video(watched ?? VIDEO.exec(pathname)?.[1])
    }
    case 'player.vimeo.com':
    case 'vimeo.com':
      return named('vimeo.com/', AT_VIMEO.exec(pathname)?.[1])
    case 'dai.ly':
      return named('dailymotion.com/video/', /^\/(\w+)/.exec(pathname)?.[1])
    case 'dailymotion.com':
      return named('dailymotion.com/video/', /^\/(?:embed\/)?video\/([^/_]+)/.exec(pathname)?.[1])
    case 'x.com':
      return named('x.com/i/status/', /\/status(?:es)?\/(\d+)/.exec(pathname)?.[1])
    case 'instagram.com':
      return named('instagram.com/p/', /^\/(?:[\w.]+\/)?(?:p|reels?|tv)\/([\w-]+)/.exec(pathname)?.[1])
    case 'tiktok.com':
      return named('tiktok.com/video/', /\/video\/(\d+)/.exec(pathname)?.[1])
    default:
      return null
  }
}

const video = (id: string | null | undefined) =>
  id && /^[\w-]{6,}$/.test(id) ? named('youtube.com/watch?v=', id) : null

const named = (before: string, id: string | undefined) => (id === undefined ? null : before + id)
