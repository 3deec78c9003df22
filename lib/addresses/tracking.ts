/** Parameters that say where a reader came from, and nothing of which page it is. */
const NAMES = new Set(
  [
    ...['fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'gad_source', 'gad_campaignid', 'msclkid'],
    ...[
      'yclid',
      'twclid',
      'ttclid',
      'li_fat_id',
      'igshid',
      'igsh',
      'srsltid',
      'rdt_cid',
      'epik',
      '_ga',
      '_gl',
    ],
    ...['mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', '_hsmi', 'hsctatracking', 'vero_id', 'vero_conv', '__s'],
    ...[
      'oly_anon_id',
      'oly_enc_id',
      's_cid',
      'icid',
      'ncid',
      'ocid',
      'cmpid',
      'ito',
      'smid',
      'smtyp',
      'xtor',
    ],
    ...['ref_src', 'ref_url', '__twitter_impression', 'wt_mc', 'wt.mc_id', 'guccounter', 'guce_referrer'],
    ...[
      'guce_referrer_sig',
      'soc_src',
      'soc_trk',
      'sr_share',
      'share_id',
      'sharetype',
      'trk',
      'trkinfo',
      'rcm',
    ],
    ...['fb_action_ids', 'fb_action_types', 'fb_source', 'fb_ref', '__tn__', 'mibextid', '_branch_match_id'],
    ...['usqp', 'amp_js_v', 'amp_gsa', 'amp_markup'],
  ].map((name) => name.toLowerCase()),
)
const BEGINNINGS = /^(?:utm_|pk_|mtm_|matomo_|piwik_|at_(?:medium|campaign|custom|link|bbc|ptr)|__cft__|hsa_)/

/** With these values, a parameter asks for the AMP version of the page. */
const AMP = new Set(['outputtype=amp', 'output=amp', 'amp=', 'amp=1', 'amp=true'])

/** Whether a parameter of a query only tracks its reader, or asks for another shape of the same page. */
export function isTracking(name: string, value: string): boolean {
  const small = name.toLowerCase()
  return NAMES.has(small) || BEGINNINGS.test(small) || AMP.has(`${small}=${value.toLowerCase()}`)
}
