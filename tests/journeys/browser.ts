import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as launcher } from 'playwright-core'

const installed = '/usr/bin/chromium'

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** 本物のブラウザを開く。機械に入っていればそれ、なければ package のもの。 */
export const openBrowser = async (): Promise<Browser> =>
  launcher.launch({
    executablePath: existsSync(installed) ? installed : await chromium.executablePath(),
    args: quietly,
    headless: true,
  })

/** 机の上の画面と、狭い画面。 */
export const screens = { desktop: { width: 1280, height: 800 }, narrow: { width: 360, height: 740 } } as const
