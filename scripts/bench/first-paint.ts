import { openBrowser } from '../../tests/journeys/browser.ts'
import { median } from './runs.ts'

/** 遅い線（下り 1.6Mbps、上り 750kbps、往復 150ms）と、四倍遅い計算機。 */
const slowLine = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
} as const
const slowdown = 4

/** 頁を開いてから初めて字が見えるまで（first-contentful-paint）と、届いたバイト数。 */
export type FirstPaint = { readonly milliseconds: number; readonly bytes: number }

/** 何も覚えていないブラウザーで `runs` 回開き、真ん中の値を採る。 */
export const firstPaints = async (urls: readonly string[], runs = 5): Promise<readonly FirstPaint[]> => {
  const browser = await openBrowser()
  try {
    const measured: FirstPaint[] = []
    for (const url of urls) {
      const all: FirstPaint[] = []
      for (let run = 0; run < runs; run++) all.push(await firstPaint(browser, url))
      measured.push({
        milliseconds: median(all.map(({ milliseconds }) => milliseconds)),
        bytes: median(all.map(({ bytes }) => bytes)),
      })
    }
    return measured
  } finally {
    await browser.close()
  }
}

const firstPaint = async (browser: Awaited<ReturnType<typeof openBrowser>>, url: string): Promise<FirstPaint> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', slowLine)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForFunction(() => globalThis.performance.getEntriesByName('first-contentful-paint').length > 0)
    return await page.evaluate(() => {
      const { performance } = globalThis
      const [paint] = performance.getEntriesByName('first-contentful-paint')
      const entries = performance.getEntries() as (PerformanceEntry & { transferSize?: number })[]
      return {
        milliseconds: paint?.startTime ?? Number.NaN,
        bytes: entries.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0),
      }
    })
  } finally {
    await context.close()
  }
}
