import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // The gateway compresses, caches and tags what Next renders.
  compress: false,
  generateEtags: false,
  // Titles and descriptions belong in the head for everybody, and a missing page must be able to send a 404.
  htmlLimitedBots: /.*/,
  // `npm run types` checks them; a start from a fresh clone need not.
  typescript: { ignoreBuildErrors: true },
  agentRules: false,
  devIndicators: false,
  turbopack: {
    ignoreIssue: [
      {
        // `:target-current` marks the current heading in the contents: newer than the bundler's list of selectors.
        path: '**/components/styles/reading.css',
        description:
          "'target-current' is not recognized as a valid pseudo-class. Did you mean '::target-current' (pseudo-element) or is this a typo?",
      },
    ],
  },
  serverExternalPackages: ['postgres', 'pino'],
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
}

export default config
