import { type Attributes, tagsNamed } from './xml-tags.ts'

/** シートの見出し。`path` は zip の中のシートの部品。グラフだけのシートなどは null。 */
export type SheetHeading = { readonly name: string; readonly hidden: boolean; readonly path: string | null }

/** 表計算の目次。 */
export type WorkbookOutline = {
  readonly sheets: readonly SheetHeading[]
  readonly date1904: boolean
  readonly strings: string | null
  readonly styles: string | null
}

/** 目次（workbook.xml）の道。関係の書き付けにあればそれ、なければ決まりの場所。 */
export const workbookPath = (rootRelations: string): string => {
  const relation = tagsNamed(rootRelations, 'Relationship').find(({ Type }) => Type?.endsWith('/officeDocument'))
  return relation?.Target?.replace(/^\//, '') ?? 'xl/workbook.xml'
}

/** 部品の関係の書き付けの道。`relationsPath('xl/workbook.xml')` → 'xl/_rels/workbook.xml.rels' */
export const relationsPath = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels')

/** 目次と関係から、シートの並びと、要る部品の場所を読む。 */
export const readOutline = (path: string, workbook: string, relations: string): WorkbookOutline => {
  const related = tagsNamed(relations, 'Relationship')
  const target = (kind: string, id?: string): string | null => {
    const found = related.find(({ Type, Id }) => Type?.endsWith(`/${kind}`) && (id === undefined || Id === id))
    return found?.Target === undefined || found.TargetMode === 'External' ? null : resolved(path, found.Target)
  }
  return {
    sheets: tagsNamed(workbook, 'sheet').map((sheet) => ({
      name: (sheet.name ?? '').toWellFormed().replaceAll('\0', '\uFFFD'),
      hidden: sheet.state === 'hidden' || sheet.state === 'veryHidden',
      path: target('worksheet', relationId(sheet)),
    })),
    date1904: tagsNamed(workbook, 'workbookPr').some(({ date1904 }) => date1904 === '1' || date1904 === 'true'),
    strings: target('sharedStrings'),
    styles: target('styles'),
  }
}

const relationId = (sheet: Attributes): string => sheet['r:id'] ?? sheet.id ?? prefixedId(sheet) ?? ''

const prefixedId = (sheet: Attributes): string | undefined =>
  Object.entries(sheet).find(([name]) => name.endsWith(':id'))?.[1]

/** 部品どうしの相対の道。zip の外へ出る道は、zip の中の名に当たらないので読まれない。 */
const resolved = (from: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const steps = [...from.split('/').slice(0, -1), ...target.split('/')]
  return steps.reduce<readonly string[]>((path, step) => stepped(path, step), []).join('/')
}

const stepped = (path: readonly string[], step: string): readonly string[] => {
  if (step === '..') return path.slice(0, -1)
  return step === '.' || step === '' ? path : [...path, step]
}
