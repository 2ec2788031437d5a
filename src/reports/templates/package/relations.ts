import { attributeOf, childrenOf, type XmlDocument } from './xml.ts'

/** 部品から部品への関係一つ。`type` は種類の終わりの語（`worksheet`・`image`・`hyperlink`）。 */
export type Relation = {
  readonly id: string
  readonly type: string
  /** 包みの中の道筋。外のものは書かれたまま。 */
  readonly target: string
  readonly external: boolean
}

/** 関係を書いた部品の名。`relationsPart('xl/workbook.xml')` → 'xl/_rels/workbook.xml.rels' */
export const relationsPart = (part: string): string => {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

export const relationsIn = (document: XmlDocument | null, part: string): readonly Relation[] =>
  document === null
    ? []
    : childrenOf(document.root, 'Relationship').map((relation) => {
        const external = attributeOf(relation, 'TargetMode')?.toLowerCase() === 'external'
        const target = attributeOf(relation, 'Target') ?? ''
        return {
          id: attributeOf(relation, 'Id') ?? '',
          type: attributeOf(relation, 'Type')?.split('/').at(-1) ?? '',
          target: external ? target : resolved(target, part),
          external,
        }
      })

/** 部品から見た道筋を、包みの根からの道筋に。`resolved('../media/a.png', 'xl/drawings/d.xml')` → 'xl/media/a.png' */
const resolved = (target: string, from: string): string => {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
