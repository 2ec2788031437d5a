import type { Place } from '#domain/provenance.ts'
import type { Line, SourceDocument } from '../document.ts'
import { placeInText } from './places.ts'

/** 図書から分かった市区町村の名。`from` は題名に書いてあったか、本文に何度も出る名か。 */
export type FoundMunicipality = {
  readonly name: string
  readonly code: string | null
  readonly from: 'title' | 'text'
  readonly place: Place
}

/** 題名の頭に付く、名でないもの（第2期、令和5年度、【資料4】）。 */
const beforeName =
  /^(?:\s|[【［〔(（][^】］〕)）]*[】］〕)）]|第[0-9０-９一二三四五六七八九十]+[期次]|(?:令和|平成|[RHＲＨ])?[0-9０-９元]+年度?版?|資料[0-9０-９]*|■|◆|●|○)+/u

const nameLetters = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々ヶケ]'
const titleName = new RegExp(`^${nameLetters}{1,8}`, 'u')
const textName = /(?<![\p{Script=Han}々ヶケ])[\p{Script=Han}々ヶケ]{1,5}[市町村区](?![町村民場街長域])/gu

/** 市町村の名ではない「…市」「…町」「…村」「…区」。 */
const notName =
  /(?:都市|構成市|各市|本市|当市|同市|他市|全市|近隣市|周辺市|政令市|中核市|先進市|県市|道市|府市|[近隣各本当同他全]町|[農山漁各本]村|地区|学区|校区|各区|全区|区)$/u

/**
 * 市区町村の名を、題名から、なければ本文に最も多く出る名から取る。書かれていなければ null。
 * 団体コードは、図書に「団体コード 152081」と書いてあるときだけ取る（覚えから補わない）。
 *
 * @example municipalityIn(document, '第2期大仙市まち・ひと・しごと創生総合戦略') // → { name: '大仙市', code: null, from: 'title', … }
 */
export const municipalityIn = (document: SourceDocument, title: Line | null): FoundMunicipality | null => {
  const lines = document.pages.flatMap((page) => page.lines)
  const found = (title && inTitle(title)) ?? standingAlone(lines) ?? inText(lines)
  return found && { ...found, code: codeIn(lines) }
}

/** 表紙や題のすぐ下に、市区町村の名だけで立つ行（「上田市」「上田市　令和6年3月末現在」）。 */
const standingAlone = (lines: readonly Line[]): Omit<FoundMunicipality, 'code'> | null => {
  const top = lines.filter(({ text }) => text.trim() !== '').slice(0, 12)
  for (const { cells } of top) {
    const [cell, ...others] = cells.filter(({ text }) => text !== '')
    const [name = '', ...rest] = cell?.text.split(/[\s　]+/u) ?? []
    const dated = rest.length === 0 || /(?:現在|時点)$/u.test(rest.at(-1) ?? '')
    if (cell && others.length === 0 && dated && nameAtStart(name) === name)
      return { name, from: 'title', place: placeInText(cell.text, cell.place, 0, name.length) }
  }
  return null
}

const inTitle = (line: Line): Omit<FoundMunicipality, 'code'> | null => {
  const cell = line.cells.find(({ text }) => text !== '')
  if (!cell) return null
  const start = beforeName.exec(cell.text)?.[0].length ?? 0
  const name = nameAtStart(cell.text.slice(start))
  return name === null ? null : { name, from: 'title', place: placeInText(cell.text, cell.place, start, name.length) }
}

/**
 * 題名の頭から市区町村の名を切り出す。市で終わる名を先に、最も短いものを取る（東村山市、十日町市、四日市市）。
 *
 * @example nameAtStart('小千谷市総合戦略(改訂版)') // → '小千谷市'
 */
export const nameAtStart = (text: string): string | null => {
  const run = titleName.exec(text)?.[0] ?? ''
  return shortest(run, '市') ?? shortest(run, '町') ?? shortest(run, '村') ?? shortest(run, '区')
}

const shortest = (run: string, suffix: string): string | null => {
  for (let at = run.indexOf(suffix, 1); at > 0; at = run.indexOf(suffix, at + 1)) {
    const end = run[at + 1] === '市' ? at + 2 : at + 1
    const name = run.slice(0, end)
    if (!notName.test(name)) return name
  }
  return null
}

const inText = (lines: readonly Line[]): Omit<FoundMunicipality, 'code'> | null => {
  const found = new Map<string, { count: number; place: Place }>()
  for (const cell of lines.flatMap((line) => line.cells)) {
    for (const match of cell.text.matchAll(textName)) {
      const name = match[0]
      if (notName.test(name)) continue
      const place = found.get(name)?.place ?? placeInText(cell.text, cell.place, match.index, name.length)
      found.set(name, { count: (found.get(name)?.count ?? 0) + 1, place })
    }
  }
  const [best, next] = [...found].toSorted(([, a], [, b]) => b.count - a.count)
  if (!best || best[1].count < 2 || (next && next[1].count === best[1].count)) return null
  return { name: best[0], from: 'text', place: best[1].place }
}

const codeIn = (lines: readonly Line[]): string | null => {
  for (const { text } of lines) {
    const code = /(?:団体|自治体)コード[^0-9]{0,3}([0-9]{6})(?![0-9])/u.exec(text.normalize('NFKC'))?.[1]
    if (code) return code
  }
  return null
}
