/** 計る頁。番地は、市の頁から実際にたどって集める（id はデータベースごとに違う）。 */
export type BenchPage = { readonly name: string; readonly path: string }

const ojiya = '152081'

/** 開いている画面をたどる。見つからない頁（見本にないもの）は計らない。 */
export const findPages = async (address: string): Promise<readonly BenchPage[]> => {
  const at = async (path: string | undefined) => (path === undefined ? '' : (await fetch(`${address}${path}`)).text())
  const plan = planIn(await at(`/${ojiya}`), ojiya)
  const table = plan && `${plan}/progress`
  const indicator = linkIn(await at(table), /<td[^>]*><a href="([^"]+\/indicators\/[^"]+)"/)
  const source = linkIn(await at(indicator), /href="([^"]+\/sources\/[^"]+)"/)
  return [
    { name: '市町村', path: '/' },
    { name: '市（小千谷市）', path: `/${ojiya}` },
    ...page('計画（小千谷市）', plan),
    ...page('進捗状況一覧表（小千谷市）', table),
    ...page('指標（小千谷市）', indicator),
    ...page('出典（小千谷市）', source),
    ...page('突合結果（小千谷市）', plan && `${plan}/findings`),
    { name: '探す（小千谷市）', path: `/${ojiya}/search?q=${encodeURIComponent('創業')}` },
    { name: '担当課（小千谷市）', path: `/${ojiya}/departments` },
    { name: '取込み（小千谷市）', path: `/${ojiya}/intake` },
    ...(await otherCities(at)),
  ]
}

const otherCities = async (at: (path: string | undefined) => Promise<string>): Promise<readonly BenchPage[]> => {
  const pages: BenchPage[] = []
  const [sunagawa, daisen, imari, ueda] = [
    await planOf(at, '012262'),
    await planOf(at, '052124'),
    await planOf(at, '412058'),
    await planOf(at, '202037'),
  ]
  const projects = imari && `${imari}/projects`
  const project = linkIn(await at(projects), /href="([^"]+\/projects\/[^"#]+)"/)
  pages.push(...page('集計表（砂川市）', sunagawa && `${sunagawa}/summary`))
  pages.push(...page('改訂概要（大仙市）', daisen && `${daisen}/revision`))
  pages.push(...page('計画（伊万里市）', imari), ...page('取組事業一覧（伊万里市）', projects))
  pages.push(...page('個票（伊万里市）', project))
  pages.push(...page('重点目標（上田市）', ueda && `${ueda}/priority`))
  return pages
}

const planOf = async (at: (path: string) => Promise<string>, code: string) => planIn(await at(`/${code}`), code)

const planIn = (html: string, code: string) => linkIn(html, new RegExp(`href="(/${code}/plans/[^"/?#]+)`))

const linkIn = (html: string, pattern: RegExp): string | undefined =>
  pattern.exec(html)?.[1]?.replaceAll('&amp;', '&').replace(/#.*/, '')

const page = (name: string, path: string | undefined): readonly BenchPage[] =>
  path === undefined || path === '' ? [] : [{ name, path }]
