import { plainText } from '#domain/language/plain-text.ts'
import type { Note, PriorityItem } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { Place } from '#domain/provenance.ts'
import type { Piece } from '../../assemble/pieces.ts'
import type { Cell } from '../../document.ts'
import { isBlankMark } from '../blank-mark.ts'
import type { Section, SectionColumns } from './goal-lines.ts'
import { gradeIn, isGradeOnly, type MarkedCell, piecesOf, readMark } from './marks.ts'

/** 組みかけの取組項目。`seen` は取り込んだ進捗の升目（同じ升目の重なりを見分ける）。 */
type Growing = {
  readonly mark: string
  readonly title: string
  readonly details: Piece[]
  readonly targets: Piece[]
  readonly progress: Piece[]
  readonly seen: Map<string, Place>
  grade: string | null
  readonly place: Place
}

/** 一つの重点目標の下の行を受けて、取組項目を組む。 */
export type ItemBuilder = {
  readonly addRow: (cells: readonly Cell[], columns: SectionColumns | null) => void
  readonly items: () => readonly PriorityItem[]
  readonly notes: () => readonly Note[]
}

/**
 * 行を番号（①②…）で結び付ける。初めて出る番号の行は「取組項目 | 期限・数値目標」、
 * もう一度出た番号からは進捗の行で、升目ごとに番号の項目へ入れる（二段組みの表を文章にしたもの）。
 * 番号のない行は、同じ列の上の項目の続き。同じ番号・同じ字句の升目の重なりは一度だけ取り込む。
 */
export const buildItems = (): ItemBuilder => {
  const items: Growing[] = []
  const notes: Note[] = []
  const above = new Map<number, { readonly item: Growing; readonly section: Section }>()
  let inProgress = false

  const find = (mark: string | null): Growing | undefined => items.find((item) => item.mark === mark)

  const addItem = (marked: MarkedCell): Growing => {
    const [title, ...details] = piecesOf(marked)
    const item: Growing = {
      mark: marked.mark ?? '',
      title: title?.text ?? '',
      details,
      targets: [],
      progress: [],
      seen: new Map(),
      grade: gradeIn(marked.text),
      place: title?.place ?? marked.cell.place,
    }
    items.push(item)
    return item
  }

  const addTo = (item: Growing, section: Section, marked: MarkedCell): void => {
    above.set(marked.cell.column, { item, section })
    if (isGradeOnly(marked.text) || section === 'grade') {
      setGrade(item, gradeIn(marked.text) ?? marked.cell.text.trim(), marked.cell)
      return
    }
    if (section === 'progress' && isRepeated(item, marked)) return
    const into = { title: item.details, targets: item.targets, progress: item.progress }[section]
    into.push(...piecesOf(marked))
    if (section === 'progress') item.grade = gradeIn(marked.text) ?? item.grade
  }

  /** 評価の欄。二つ目（期末の評価）が違えば、後のものを取り、前のものを知らせる。 */
  const setGrade = (item: Growing, grade: string, { place }: Cell): void => {
    if (item.grade !== null && item.grade !== grade)
      notes.push(note('warning', 'item-graded-twice', { mark: item.mark, before: item.grade, after: grade }, [place]))
    item.grade = grade
  }

  /** 進捗の升目の重なり。同じ字句なら取り込まず、違えば両方を取り込んで、どちらも知らせる。 */
  const isRepeated = (item: Growing, { mark, text, cell }: MarkedCell): boolean => {
    const words = plainText(text)
    const same = item.seen.get(words)
    const other = mark === null ? undefined : item.seen.values().next().value
    if (!same) item.seen.set(words, cell.place)
    if (same) notes.push(note('info', 'cells-repeated', { mark: item.mark }, [same, cell.place]))
    else if (other) notes.push(note('warning', 'cells-repeated-differ', { mark: item.mark }, [other, cell.place]))
    return same !== undefined
  }

  const continued = (marked: MarkedCell): void => {
    const up = above.get(marked.cell.column) ?? [...above.values()].at(-1)
    if (!up) {
      notes.push(note('warning', 'row-without-item', {}, [marked.cell.place]))
      return
    }
    notes.push(note('info', 'row-continued', { mark: up.item.mark }, [marked.cell.place]))
    addTo(up.item, up.section, marked)
  }

  const addProgress = (marked: MarkedCell): void => {
    const found = find(marked.mark)
    if (!found) notes.push(note('warning', 'progress-without-item', { mark: marked.mark ?? '' }, [marked.cell.place]))
    addTo(found ?? emptyItem(marked), 'progress', marked)
  }

  const emptyItem = (marked: MarkedCell): Growing => addItem({ ...marked, text: '' })

  /** 列の役が見出しで分かる表の行。 */
  const addByColumns = (cells: readonly Cell[], columns: SectionColumns): void => {
    const titled = cells.find(({ column }) => columns.get(column) === 'title')
    const lead = titled && readMark(titled)
    const item = lead ? (find(lead.mark ?? lead.text) ?? startItem(lead)) : items.at(-1)
    for (const cell of cells) {
      const section = columns.get(cell.column)
      if (cell === titled || !section || isBlankMark(cell.text)) continue
      if (item) addTo(item, section, readMark(cell))
      else notes.push(note('warning', 'row-without-item', {}, [cell.place]))
    }
  }

  const startItem = (lead: MarkedCell): Growing => {
    const item = addItem({ ...lead, mark: lead.mark ?? '' })
    above.set(lead.cell.column, { item, section: 'title' })
    return item
  }

  const addByMarks = (cells: readonly Cell[]): void => {
    const marked = cells.map(readMark)
    const [lead] = marked
    inProgress ||= lead !== undefined && lead.mark !== null && find(lead.mark) !== undefined
    const opening = !inProgress && lead && lead.mark !== null ? startItem(lead) : null
    for (const each of opening ? marked.slice(1) : marked) {
      if (isGradeOnly(each.text) && each.mark === null) {
        const owner = opening ?? find(lead?.mark ?? null) ?? items.at(-1)
        if (owner) owner.grade = gradeIn(each.text)
      } else if (opening && (each.mark === null || each.mark === opening.mark)) addTo(opening, 'targets', each)
      else if (each.mark === null) continued(each)
      else if (inProgress) addProgress(each)
      else startItem(each)
    }
  }

  return {
    addRow: (cells, columns) => (columns ? addByColumns(cells, columns) : addByMarks(cells)),
    items: () => items.map(finished),
    notes: () => notes,
  }
}

const finished = ({ mark, title, details, targets, progress, grade, place }: Growing): PriorityItem => ({
  mark,
  title,
  ...(details.length > 0 ? { details: details.map(({ text }) => text) } : {}),
  targets: targets.map(({ text }) => text),
  progress: progress.map(({ text }) => text),
  targetPlaces: targets.map((piece) => piece.place),
  progressPlaces: progress.map((piece) => piece.place),
  grade,
  place,
})
