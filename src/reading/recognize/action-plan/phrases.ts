import { halfWidth } from '#domain/language/half-width.ts'
import { type ReadYear, readYear } from '#domain/year/read-year.ts'
import { type Piece, part, type Written } from './fragments.ts'

/**
 * 名と数量の一組。升目の折り返しが一行に潰れた「利用者数 40人 患者数 60人」を、組ごとに分けたもの。
 * `when` は数量の前後に書かれた年（「R2:」「【令和2年度】」「【H29調査】」）。
 */
export type Phrase = {
  /** 項目の印（①）。 */
  readonly mark: string | null
  readonly when: When | null
  readonly name: Piece | null
  /** 数量の字面（「25万件 (累計)」「180人未満/年」）。なければ null。 */
  readonly figure: Piece | null
}

/** 書かれた年と、その測りかた。 */
export type When = { readonly year: number; readonly kind: 'year' | 'as-of' | 'survey' }

/**
 * 一区切りの字面を、名と数量の組に分ける。数量は、空白で区切られた字句の終わりにあるものだけ
 * （「1人当たりの市民所得」の 1 や「肉質等級4・5率90%以上達成農家」の 90% は名の一部）。
 *
 * @example phrasesOf(piece('①梨園を守る会 6団体 ②就農研修者 3件(累計)')) // → ① 6団体、② 3件(累計)
 */
export const phrasesOf = (written: Written): readonly Phrase[] => {
  const marks = [...written.text.matchAll(itemMarks)]
  const starts = [...new Set([0, ...marks.map(({ index }) => index)])]
  return starts.flatMap((start, index) => {
    const piece = part(written, start, starts[index + 1])
    return piece ? phrasesInItem(piece) : []
  })
}

/** 字面が数量だけでできているか。 */
export const isFigure = (text: string): boolean => whole.test(halfWidth(text))

const itemMarks = /(?<=^|\s)(?:[①-⑳]|[・○◯●◆◇■□▪](?=\S))/gu
const markAtHead = /^(?:([①-⑳])|[・○◯●◆◇■□▪])\s*/u

const phrasesInItem = (item: Piece): readonly Phrase[] => {
  const head = markAtHead.exec(item.text)
  const body = part(item, head?.[0].length ?? 0)
  if (!body) return []
  const found = tokensOf(body).reduce<Reading>(readToken, { item: body, done: [], name: null, when: null })
  return finished(found).map((phrase) => ({ ...phrase, mark: head?.[1] ?? null }))
}

// ---- 字句に分ける

type Token = { readonly start: number; readonly end: number; readonly text: string }

/** 空白で区切る。かっこの中の空白では切らない。 */
const tokensOf = ({ text }: Piece): readonly Token[] => {
  // 数量の欄はこれほど長くない。本文を取り違えたものに時間をかけない。
  if (text.length > 4000) return []
  const plain = halfWidth(text).replace(remark, '')
  return wordsOf(plain).flatMap(listed)
}

/** 「※」からあとは断り書きで、名でも数量でもない。 */
const remark = /(?<=^|\s)※.*$/u

const wordsOf = (plain: string): readonly Token[] => {
  const tokens: Token[] = []
  for (const { 0: word, index } of plain.matchAll(/\S+/gu)) {
    const last = tokens.at(-1)
    const end = index + word.length
    if (last && open(last.text))
      tokens[tokens.length - 1] = { start: last.start, end, text: plain.slice(last.start, end) }
    else tokens.push({ start: index, end, text: word })
  }
  return tokens
}

/** 「短期入所:4人、夜間養護等:4人」。読点で区切ったどれもが「名:数量」のときだけ分ける。 */
const listed = (token: Token): readonly Token[] => {
  const parts = [...token.text.matchAll(/[^、]+/gu)]
  if (parts.length < 2 || !parts.every(([text]) => valuedSplit(text))) return [token]
  return parts.map(({ 0: text, index }) => ({
    text,
    start: token.start + index,
    end: token.start + index + text.length,
  }))
}

const open = (text: string): boolean => text.length < 200 && count(text, /[([【]/gu) > count(text, /[)\]】]/gu)

const count = (text: string, of: RegExp): number => [...text.matchAll(of)].length

// ---- 数量の形

const number = String.raw`\d[\d,]*(?:\.\d+)?`
const before = '(?:約|概ね|おおむね|平均|延べ|のべ|延|計|累計|年|月|全体の?|[▲△-])*'
const bound = '(?:以上|以下|未満|超|以内|程度)?'
const per = String.raw`(?:/[^\s()\[\]【】\d,、。]{1,4})?`
const brackets = String.raw`(?:[(\[【][^()\[\]【】]{0,40}[)\]】])*`
/** 名のすぐあとに続いていても数量と分かる単位。 */
const known =
  '(?:億円|百万円|千円|万円|円|千人|万人|人|万件|千件|件|回|店|社|頭|品|品目|組|ヶ所|か所|カ所|箇所|団体|事業者|事業|経営体|病院|院|校|台|冊|世帯|ha|a|㎡|km|%|点|地区|時間|分|泊|本|枚|戸|棟|施設|便|路線|クラブ|園|講座|作品|種|日|名|個|倍|位|t|kg)'
/** 数字で始まる字句なら、短い字はみな単位とみる。 */
const short = String.raw`[^\s\d()\[\]【】,.、。・:~/「」]{0,5}`

const tail = `${bound}${per}${bound}${brackets}`
const whole = new RegExp(`^${before}${number}${short}${tail}$`, 'u')
const unitOnly = new RegExp(`^${known}${tail}$`, 'u')
const bareNumber = new RegExp(`^${before}${number}$`, 'u')
const glued = new RegExp(`^(?<name>.*(?:[^\\d,.~\\-(]|[^\\d]\\.))(?<figure>(?:[▲△])?${number}${known}${tail})$`, 'u')
const bracketed = new RegExp(`^(?<name>.*[^\\s(])\\s*[(](?<figure>${before}${number}${known}${per})[)]$`, 'u')
const valued = /^(?<name>.*[^:=⇒→])(?:[:=⇒→])(?<figure>\S+)$/u
/** 「10月1日」の 1日 は数量でない。 */
const calendarDate = /\d月\d{1,2}日/u
const onlyBrackets = /^(?:[([【][^()[\]【】]*[)\]】])+$/u
const joint = /^[:=⇒→]+$/u

// ---- 年の札

const eraYear = String.raw`(?:R|H|S|令和|平成|昭和)\s?(?:\d{1,2}|元)(?:年度?)?`
const taggedYear = new RegExp(
  `^(?:[(\\[【](?<boxed>${eraYear})(?<said>(?:実績|調査|現在|時点|末)?)[)\\]】]|(?<plain>${eraYear}):)`,
  'u',
)
const taggedDate = /^(?<date>[RHS]\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?!\d)/u

const whenAt = (
  text: string,
): { readonly when: When; readonly length: number; readonly after: boolean } | undefined => {
  const groups = taggedYear.exec(text)
  const date = taggedDate.exec(text)
  const read = readYear(groups?.groups?.boxed ?? groups?.groups?.plain ?? date?.groups?.date ?? '')
  const length = (groups ?? date)?.[0].length ?? 0
  if (!read || length === 0) return undefined
  const survey = /調査/u.test(groups?.groups?.said ?? '')
  return { when: { year: fiscalYear(read), kind: date ? 'as-of' : survey ? 'survey' : 'year' }, length, after: survey }
}

const fiscalYear = ({ year }: ReadYear): number => year

// ---- 字句を一つずつ読む

type Open = { readonly start: number; readonly end: number }
type Done = Omit<Phrase, 'mark'>
type Reading = {
  readonly item: Piece
  readonly done: readonly Done[]
  readonly name: Open | null
  readonly when: When | null
}

const readToken = (reading: Reading, token: Token): Reading => {
  if (token.text.length > 200) return named(reading, token.start, token.end)
  const tagged = whenAt(token.text)
  if (!tagged) return readWord(reading, token)
  if (tagged.after && reading.name === null && lastHasFigure(reading)) return datedLast(reading, tagged.when)
  const flushed: Reading = { ...flush(reading), when: tagged.when }
  const rest = { ...token, start: token.start + tagged.length, text: token.text.slice(tagged.length) }
  return rest.text === '' ? flushed : readWord(flushed, rest)
}

const readWord = (reading: Reading, token: Token): Reading => {
  const { text, start, end } = token
  if (joint.test(text)) return reading
  if (onlyBrackets.test(text) && reading.name === null && reading.when === null && lastHasFigure(reading))
    return widenLast(reading, end)
  if (whole.test(text)) return withFigure(reading, start, end)
  if (unitOnly.test(text) && endsInNumber(reading)) return numberWithUnit(reading, end)
  const split = valuedSplit(text)
  // 「診療日数 休日:70日」の「休日:」は、それだけで名になる。
  if (split) return valuedFigure(reading.name === null ? reading : flush(reading), token, split)
  const groups = calendarDate.test(text) ? undefined : glued.exec(text)?.groups
  if (groups) return valuedFigure(reading, token, groups)
  return named(reading, start, end)
}

const valuedFigure = (reading: Reading, { start, end }: Token, { name = '', figure = '' }: Groups): Reading =>
  withFigure(named(reading, start, start + name.length), end - figure.length, end)

type Groups = Record<string, string | undefined>

/** 「実施医療機関:5院」「戸数割合:全体の90%」。右が数量のときだけ分ける。 */
const valuedSplit = (text: string): Groups | undefined => {
  const groups = valued.exec(text)?.groups
  return groups && isFigure(groups.figure ?? '') ? groups : undefined
}

const named = (reading: Reading, start: number, end: number): Reading => ({
  ...reading,
  name: { start: reading.name?.start ?? start, end },
})

const withFigure = (reading: Reading, start: number, end: number): Reading => {
  const average = averageBefore(reading)
  const from = average ?? start
  const name = reading.name && average !== undefined ? { ...reading.name, end: average } : reading.name
  return {
    ...reading,
    name: null,
    when: null,
    done: [
      ...reading.done,
      { when: reading.when, name: nameOf(reading.item, name), figure: part(reading.item, from, end) ?? null },
    ],
  }
}

/** 「平均 13人/回」の「平均」は名でなく数量の頭。 */
const averageBefore = ({ item, name }: Reading): number | undefined => {
  const word =
    name && /(?:^|\s)(?:平均|約|概ね|おおむね|延べ|のべ|合計|計)$/u.exec(item.text.slice(name.start, name.end))
  return word && name ? name.start + word.index : undefined
}

const nameOf = (item: Piece, name: Open | null): Piece | null => {
  const text = name ? item.text.slice(name.start, name.end).replace(/[\s:：=⇒→.．]+$/u, '') : ''
  return name && text !== '' ? (part(item, name.start, name.start + text.length) ?? null) : null
}

const lastHasFigure = ({ done }: Reading): boolean => (done.at(-1)?.figure ?? null) !== null

const replaceLast = (reading: Reading, change: (last: Done) => Done): Reading => {
  const last = reading.done.at(-1)
  return last ? { ...reading, done: [...reading.done.slice(0, -1), change(last)] } : reading
}

const datedLast = (reading: Reading, when: When): Reading => replaceLast(reading, (last) => ({ ...last, when }))

/** 数量のあとに離れて書かれたかっこ（「25万件 (累計)」）は数量の続き。 */
const widenLast = (reading: Reading, end: number): Reading =>
  replaceLast(reading, (last) => ({ ...last, figure: widened(reading.item, last.figure, end) }))

const widened = (item: Piece, figure: Piece | null, end: number): Piece | null => {
  const start = figure ? item.text.lastIndexOf(figure.text, end - 1) : -1
  return start < 0 ? figure : (part(item, start, end) ?? figure)
}

/** 「5 回」のように、単位だけが離れた数。 */
const endsInNumber = (reading: Reading): boolean =>
  reading.name === null && bareNumber.test(halfWidth(reading.done.at(-1)?.figure?.text ?? ''))

const numberWithUnit = (reading: Reading, end: number): Reading => widenLast(reading, end)

/** 数量のないまま終わった名。名の終わりのかっこが数量（「（年5回）」「（累計90件）」）なら、それを数量とする。 */
const flush = (reading: Reading): Reading => {
  if (!reading.name) return reading.when && !lastHasFigure(reading) ? reading : { ...reading, when: null }
  const { start, end } = reading.name
  const inBrackets = bracketed.exec(halfWidth(reading.item.text.slice(start, end)))?.groups
  const done = inBrackets
    ? {
        when: reading.when,
        name: nameOf(reading.item, { start, end: start + (inBrackets.name ?? '').length }),
        figure: part(reading.item, end - 1 - (inBrackets.figure ?? '').length, end - 1) ?? null,
      }
    : { when: reading.when, name: nameOf(reading.item, reading.name), figure: null }
  return { ...reading, name: null, when: null, done: [...reading.done, done] }
}

const finished = (reading: Reading): readonly Done[] => flush(reading).done.map(ownYear)

/** 数量のかっこの中に書かれた年（「60.5%【H29調査】」）。 */
const ownYear = (phrase: Done): Done => {
  const bracket = phrase.when
    ? undefined
    : /[([【][^()[\]【】]*[)\]】]$/u.exec(halfWidth(phrase.figure?.text ?? ''))?.[0]
  const tagged = bracket === undefined ? undefined : whenAt(bracket)
  return tagged ? { ...phrase, when: tagged.when } : phrase
}
