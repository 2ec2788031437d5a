import type { Place } from '#domain/provenance.ts'
import type { Era } from '#domain/year/read-year.ts'
import { placeWithin } from '../../assemble/places.ts'
import type { Line } from '../../document.ts'
import {
  type Depth,
  endsSentence,
  isBracketed,
  isTableHeader,
  looksLikeProject,
  looksLikeSentence,
  marker,
  noTargetWords,
  sectionHeading,
} from './line-words.ts'
import {
  isDatedAmount,
  looksLikeTargetText,
  type Phrase,
  readPhrase,
  readTargetText,
  type TargetText,
} from './phrase.ts'

/** 位置つきの字句。 */
export type Written = { readonly text: string; readonly place: Place; readonly line: number }

/** 指標名の升目（KPI の列）。事業名が同じかたまりにあれば `project` に持つ。 */
export type LabelItem = {
  readonly kind: 'label'
  readonly name: Written
  readonly project: Written | null
  readonly target: TargetText | null
  /** 「KPIの設定が困難…」の断り。 */
  readonly noTarget: Written | null
  readonly line: number
  readonly lastLine: number
}

/** 頁の文字の流れの一つ一つ。表のどの升目だったかは、まだ分からない。 */
export type Item =
  | LabelItem
  | { readonly kind: 'marker'; readonly which: 'target' | 'actual'; readonly line: number }
  | {
      readonly kind: 'heading'
      readonly depth: Depth
      readonly number: string
      readonly order: number
      readonly title: string | null
      readonly line: number
      readonly place: Place
    }
  | { readonly kind: 'project'; readonly name: Written; readonly line: number }
  | {
      readonly kind: 'comment'
      readonly text: string
      readonly places: readonly Place[]
      /** 「目標値」の印と同じかたまりで、すぐ後に書かれていた。 */
      readonly afterTarget: boolean
      readonly line: number
      readonly lastLine: number
    }
  | { readonly kind: 'title'; readonly title: Written; readonly line: number }
  | { readonly kind: 'goal'; readonly name: Written | null; readonly phrases: readonly Phrase[]; readonly line: number }

export type CommentItem = Extract<Item, { kind: 'comment' }>
export type HeadingItem = Extract<Item, { kind: 'heading' }>
export type ProjectItem = Extract<Item, { kind: 'project' }>
export type TitleItem = Extract<Item, { kind: 'title' }>
export type GoalItem = Extract<Item, { kind: 'goal' }>

/** 空の行で区切られたかたまり。 */
type Block = readonly Line[]

/** 空の行（または行番号の飛び）でかたまりに分ける。 */
export const blocksOf = (lines: readonly Line[]): readonly Block[] => {
  const blocks: Line[][] = []
  let before = Number.NEGATIVE_INFINITY
  for (const line of lines) {
    if (line.text.trim() === '') continue
    if (line.number === before + 1) blocks.at(-1)?.push(line)
    else blocks.push([line])
    before = line.number
  }
  return blocks
}

/** 一行のうち、印（「目標値 」で始まる、「実績値」で終わる）を外した字句と、その印。 */
type Segment = { readonly marker: 'target' | 'actual'; readonly line: number } | { readonly written: Written }

const segmentsOf = (line: Line): readonly Segment[] => {
  const whole = marker(line.text)
  if (whole) return [{ marker: whole, line: line.number }]
  const lead = /^\s*(目標値|実績値)[ 　]+(?=\S)/u.exec(line.text)
  const tail = /(?<=。)\s*(目標値|実績値)\s*$/u.exec(line.text)
  const from = isTableHeader(line.text) ? 0 : (lead?.[0].length ?? 0)
  const to = tail?.index ?? line.text.length
  const which = (word: string | undefined) => (word === '目標値' ? 'target' : 'actual')
  return [
    ...(from > 0 ? [{ marker: which(lead?.[1]), line: line.number } as const] : []),
    { written: writtenIn(line, from, to) },
    ...(tail ? [{ marker: which(tail[1]), line: line.number } as const] : []),
  ]
}

const writtenIn = (line: Line, from: number, to: number): Written => {
  const slice = line.text.slice(from, to)
  const text = slice.trim()
  const column = from + slice.length - slice.trimStart().length + 1
  return { text, line: line.number, place: { line: line.number, column, length: text.length } }
}

/** 頁のかたまりを、流れの順に読む。 */
export const itemsOf = (blocks: readonly Block[], era?: Era): readonly Item[] =>
  joinBrokenComments(blocks.flatMap((block) => new BlockReader(era).read(block)))

/** 一つのかたまりを上から読む。短い行は、下に「／基準→目標」が来るまで役が決まらないので貯めておく。 */
class BlockReader {
  private readonly items: Item[] = []
  private waiting: Written[] = []
  private afterTarget = false
  private readonly era: Era | undefined
  constructor(era?: Era) {
    this.era = era
  }

  read(block: Block): readonly Item[] {
    for (const segment of block.flatMap(segmentsOf)) {
      if ('marker' in segment) this.mark(segment.marker, segment.line)
      else this.take(segment.written)
    }
    this.settle()
    return this.items
  }

  private mark(which: 'target' | 'actual', line: number) {
    this.settle()
    this.items.push({ kind: 'marker', which, line })
    this.afterTarget = which === 'target'
  }

  private take(written: Written) {
    const open = this.openComment()
    const heading = open ? null : sectionHeading(written.text)
    if (heading) {
      this.settle()
      this.items.push({ kind: 'heading', ...heading, line: written.line, place: written.place })
    } else if (this.openTargetText()) this.continueTargetText(written)
    else if (this.openNoTarget()) this.continueNoTarget(written)
    else if (looksLikeTargetText(written.text) && !written.text.includes('。')) this.label(written, null)
    else if (!open && noTargetWords.test(written.text) && !written.text.includes('。')) this.noTarget(written)
    else if (!open && this.goal(written)) return
    else if (open || looksLikeSentence(written.text)) this.comment(written)
    else this.waiting.push(written)
  }

  private openComment(): boolean {
    const last = this.items.at(-1)
    return this.waiting.length === 0 && last?.kind === 'comment' && !endsSentence(last.text)
  }

  private comment(written: Written) {
    this.settle()
    const last = this.items.at(-1)
    if (last?.kind === 'comment')
      this.items[this.items.length - 1] = {
        ...last,
        text: last.text + written.text,
        places: [...last.places, written.place],
        lastLine: written.line,
      }
    else
      this.items.push({
        kind: 'comment',
        text: written.text,
        places: [written.place],
        afterTarget: this.afterTarget,
        line: written.line,
        lastLine: written.line,
      })
  }

  /** 「／…」の行が「→」の前で折り返していれば、次の行とつなぐ。 */
  private openTargetText(): boolean {
    const last = this.items.at(-1)
    return (
      this.waiting.length === 0 &&
      last?.kind === 'label' &&
      last.target !== null &&
      last.target.target === null &&
      last.noTarget === null
    )
  }

  private continueTargetText(written: Written) {
    const last = this.items.at(-1)
    if (last?.kind !== 'label' || !last.target) return
    if (!/→|⇒|[（(]/u.test(written.text)) {
      this.items[this.items.length - 1] = { ...last, target: { ...last.target } }
      this.waiting.push(written)
      return
    }
    const next = readTargetText(written.text.includes('→') ? written.text : `→${written.text}`, written.place, this.era)
    this.items[this.items.length - 1] = {
      ...last,
      target: { ...last.target, target: next.target },
      lastLine: written.line,
    }
  }

  private openNoTarget(): boolean {
    const last = this.items.at(-1)
    return (
      this.waiting.length === 0 &&
      last?.kind === 'label' &&
      last.noTarget !== null &&
      !/(?:する|しない|なし|。)$/u.test(last.noTarget.text)
    )
  }

  private continueNoTarget(written: Written) {
    const last = this.items.at(-1)
    if (last?.kind !== 'label' || !last.noTarget) return
    this.items[this.items.length - 1] = {
      ...last,
      noTarget: { ...last.noTarget, text: last.noTarget.text + written.text },
      lastLine: written.line,
    }
  }

  private noTarget(written: Written) {
    const [first, ...rest] = written.text.split(/[ 　]+/u)
    const beside = rest.length > 0 && first && !noTargetWords.test(first) ? first : null
    if (beside) {
      const at = written.text.indexOf(rest[0] ?? '', beside.length)
      this.waiting.push(part(written, 0, beside.length))
      this.label(null, part(written, at, written.text.length - at))
    } else this.label(null, written)
  }

  private label(target: Written | null, noTarget: Written | null) {
    const anchor = target ?? noTarget
    if (!anchor) return
    const { project, name } = labelNames(this.waiting, target === null)
    const line = this.waiting[0]?.line ?? anchor.line
    this.waiting = []
    this.items.push({
      kind: 'label',
      name: name ?? anchor,
      project,
      target: target ? readTargetText(target.text, target.place, this.era) : null,
      noTarget,
      line,
      lastLine: anchor.line,
    })
    this.afterTarget = false
  }

  /** 数値目標の升目（「就業者数 7,740人（平成27年） 6,300人（令和7年）」）。 */
  private goal(written: Written): boolean {
    const words = [...written.text.matchAll(/[^\s　]+/gu)]
    const phrases = words.filter(([word]) => isDatedAmount(word))
    const rest = words.filter(([word]) => !isDatedAmount(word))
    if (phrases.length === 0 || rest.length > 2 || written.text.includes('。')) return false
    this.settle()
    const column = 'line' in written.place ? (written.place.column ?? 1) : 1
    const placed = (match: RegExpMatchArray): Place => ({
      line: written.line,
      column: column + (match.index ?? 0),
      length: match[0].length,
    })
    const first = rest[0]
    this.items.push({
      kind: 'goal',
      name: first ? { text: rest.map(([word]) => word).join(' '), line: written.line, place: placed(first) } : null,
      phrases: phrases.flatMap((match) => readPhrase(match[0], placed(match), this.era) ?? []),
      line: written.line,
    })
    return true
  }

  /** 貯めた短い行に、下の「／…」が来なかった。事業の名か、離れた見出しの題。 */
  private settle() {
    for (const written of joinBrackets(this.waiting)) {
      if (looksLikeProject(written.text)) this.items.push({ kind: 'project', name: written, line: written.line })
      else if (this.afterTarget) this.pushRemark(written)
      else this.pushTitle(written)
    }
    this.waiting = []
  }

  /** 「目標値」のすぐ後の短い行は、一言の所見。 */
  private pushRemark(written: Written) {
    const last = this.items.at(-1)
    if (last?.kind === 'comment') {
      this.items[this.items.length - 1] = { ...last, text: last.text + written.text, lastLine: written.line }
      return
    }
    this.items.push({
      kind: 'comment',
      text: written.text,
      places: [written.place],
      afterTarget: true,
      line: written.line,
      lastLine: written.line,
    })
  }

  /** 番号だけの見出しのすぐ下の行は、その題。題が二行に折り返していればつなぐ。 */
  private pushTitle(written: Written) {
    const last = this.items.at(-1)
    if (last?.kind === 'heading' && last.title === null)
      this.items[this.items.length - 1] = { ...last, title: written.text }
    else if (last?.kind === 'heading' && last.line < written.line && written.line - last.line <= 2)
      this.items[this.items.length - 1] = { ...last, title: `${last.title ?? ''}${written.text}` }
    else if (last?.kind === 'title' && last.title.line + 1 === written.line)
      this.items[this.items.length - 1] = {
        ...last,
        title: { ...last.title, text: last.title.text + written.text },
      }
    else this.items.push({ kind: 'title', title: written, line: written.line })
  }
}

/** 字句の一部。 */
const part = (written: Written, start: number, length: number): Written => ({
  ...written,
  text: written.text.slice(start, start + length),
  place: placeWithin(written.place, start, length),
})

/** 「（…）」だけの行は前の行の続き。 */
const joinBrackets = (lines: readonly Written[]): readonly Written[] => {
  const joinedLines: Written[] = []
  for (const line of lines) {
    const last = joinedLines.at(-1)
    if (last && isBracketed(line.text)) joinedLines[joinedLines.length - 1] = { ...last, text: last.text + line.text }
    else joinedLines.push(line)
  }
  return joinedLines
}

/** 指標名の欄の幅。これより長い行は折り返しの途中とみる（集計表の欄はどれも二十字あまり）。 */
const columnWidth = 19

/** 「／…」の上に貯めた行を、事業名と指標名に分ける。KPI を置かない行では、事業名だけで指標名がないことがある。 */
const labelNames = (
  waiting: readonly Written[],
  nameless: boolean,
): { readonly project: Written | null; readonly name: Written | null } => {
  const lines = joinBrackets(waiting)
  const [first, ...rest] = lines
  if (!first) return { project: null, name: null }
  if (nameless && rest.length === 0 && looksLikeProject(first.text)) return { project: first, name: null }
  const ownProject = looksLikeProject(first.text) || (rest.length > 0 && first.text.length < columnWidth)
  const named = ownProject && rest.length > 0 ? rest : lines
  const project = ownProject && rest.length > 0 ? first : null
  return { project, name: joined(named) }
}

const joined = (lines: readonly Written[]): Written | null => {
  const first = lines[0]
  return first ? { ...first, text: lines.map(({ text }) => text).join('') } : null
}

/** 文の途中で切れた所見を、すぐ次のかたまりの続きとつなぐ。 */
const joinBrokenComments = (items: readonly Item[]): readonly Item[] => {
  const joinedItems: Item[] = []
  for (const item of items) {
    const last = joinedItems.at(-1)
    if (last?.kind === 'comment' && item.kind === 'comment' && continues(last, item))
      joinedItems[joinedItems.length - 1] = {
        ...last,
        text: last.text + item.text,
        places: [...last.places, ...item.places],
        lastLine: item.lastLine,
      }
    else joinedItems.push(item)
  }
  return joinedItems
}

const continues = (before: CommentItem, after: CommentItem): boolean =>
  !after.afterTarget && !endsSentence(before.text) && before.text.length >= 32 && after.line - before.lastLine <= 2
