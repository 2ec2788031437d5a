import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { samplesAreHere, whySkipped } from './sample-app.ts'
import { sampleSite } from './sample-site.ts'

const cities = ['152081', '012262', '052124', '412058', '202037'] as const

/** 番地から、同じ作りの頁を一つにまとめる名。`/en/C/plans/ID/progress` */
const kindOf = (path: string): string =>
  path
    .replace(/[?#].*/, '')
    .replace(/[0-9a-f-]{36}|[0-9a-f]{64}/g, 'ID')
    .replace(/\/(departments|tags)\/.*/, '/$1/…')

/**
 * 図書のことばと断らずに（lang="ja" なしに）出ている日本語。図の中の字、選び欄の中の字（読み上げはことばを替えられない）、
 * 気づきの文に引いた字、"…" の中、単位のついた数は図書のもの（気づきの文が日英そろうことは say.test.ts が見る）。
 */
const unmarked = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const japanese = /[぀-ヿ㐀-鿿]/
    const quoted = /"[^"]*"|[（(][^）)]*[)）]|[\d０-９.,，△▲−-]+[^\s\d:;]{1,8}/g
    const walker = globalThis.document.createTreeWalker(globalThis.document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode as Text
      if (!parentElement || parentElement.closest('svg, script, option, .sentence, .notes')) continue
      if (!japanese.test(data.replace(quoted, ''))) continue
      if (parentElement.closest<HTMLElement>('[lang]')?.lang !== 'ja') found.push(parentElement.outerHTML.slice(0, 200))
    }
    return found
  })

/** 頁でないもの：落とすファイルと、図書と同じ日本語の文書である印刷の頁。 */
const isPage = (href: string): boolean =>
  !/\/print(?:\?|$)|\/(?:file|roster|sheets?|data\/[^/?]+|starters\/[^/?]+)\.[a-z]+(?:\?|$)|\/(?:filled|original)(?:\?|$)/.test(
    href,
  )

const linksOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...globalThis.document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href') ?? ''),
  )

describe.skipIf(!samplesAreHere)(`英語の頁（${whySkipped}）`, () => {
  const site = sampleSite()

  test.each(cities)(
    '%s の頁をどうたどっても、日本語は図書のことばだけで、日本語の頁へは切り替えでだけ移る',
    async (code) => {
      const page = await site.browser().newPage()
      const seen = new Set<string>()
      const queue: string[] = ['/en', `/en/${code}`]
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        if (seen.has(kindOf(path))) continue
        seen.add(kindOf(path))
        await page.goto(site.at(path), { waitUntil: 'domcontentloaded' })
        expect(await unmarked(page), path).toEqual([])
        const links = await linksOn(page)
        const leaving = links.filter((href) => !href.startsWith('/en') && !href.startsWith('/assets/'))
        expect(leaving.length, `${path} ${leaving}`).toBe(1)
        queue.push(
          ...links
            .filter((href) => href === '/en' || href.startsWith(`/en/${code}`) || href === '/en/intake')
            .filter(isPage),
        )
      }
      expect(seen.size).toBeGreaterThan(6)
      await page.close()
    },
  )
})
