import { readLeaf } from '../language/leaf.ts'
import { hasTags } from '../language/tags.ts'
import type { Evaluator } from '../meaning/evaluate.ts'
import type { OfficePackage } from './office-package.ts'
import { relationsPart } from './relations.ts'
import {
  attributeOf,
  isElement,
  mapElements,
  textNode,
  textOf,
  withAttributes,
  withChildren,
  writeXml,
  type XmlDocument,
  type XmlElement,
} from './xml.ts'
import { contentTypesPart } from './zip.ts'

/** 部品の変更を集める。変えなかった部品は、元のバイト列のまま残る。 */
export class PartChanges {
  readonly #from: OfficePackage
  readonly #documents = new Map<string, XmlDocument>()
  readonly #texts = new Map<string, string>()
  readonly #dropped = new Set<string>()

  constructor(from: OfficePackage) {
    this.#from = from
  }

  put(part: string, document: XmlDocument | null): void {
    if (document) this.#documents.set(part, document)
  }

  /** XML の部品を変える。なければ何もしない。 */
  change(part: string, change: (root: XmlElement) => XmlElement): void {
    const document = this.#documents.get(part) ?? this.#from.part(part)
    if (document) this.#documents.set(part, { ...document, root: change(document.root) })
  }

  /** XML として読まない部品（VML）の字を変える。 */
  changeText(part: string, change: (text: string) => string): void {
    const bytes = this.#from.parts.get(part)
    if (bytes) this.#texts.set(part, change(new TextDecoder().decode(bytes)))
  }

  /** その種類の関係の先の部品（`target` があればそれだけ）を、関係と目録の記載ごと除く。 */
  dropRelated(part: string, type: string, target?: string): void {
    for (const relation of this.#from.relations(part)) {
      if (relation.type !== type || relation.external) continue
      if (target !== undefined && relation.target !== target) continue
      this.#dropped.add(relation.target)
      this.#dropped.add(relationsPart(relation.target))
      this.change(relationsPart(part), (root) => without(root, (each) => attributeOf(each, 'Id') === relation.id))
      const name = `/${relation.target}`
      this.change(contentTypesPart, (root) => without(root, (each) => attributeOf(each, 'PartName') === name))
    }
  }

  /** 文書の情報（題・作成者）の字に差し込む。シートの名の一覧は、シートが増え減りすると合わなくなるので除く。 */
  fillProperties(evaluator: Evaluator): void {
    this.change('docProps/app.xml', (root) =>
      without(root, (each) => /^(?:TitlesOfParts|HeadingPairs)$/.test(each.name)),
    )
    this.change(
      'docProps/core.xml',
      (root) =>
        mapElements(root, (each) => {
          const text = each.children.some((child) => isElement(child)) ? '' : textOf(each)
          return hasTags(text) ? withChildren(each, [textNode(evaluator.leaf(readLeaf(text).parts, {}).text)]) : each
        }) ?? root,
    )
  }

  done(): ReadonlyMap<string, Uint8Array> {
    const parts = new Map<string, Uint8Array>()
    for (const [name, bytes] of this.#from.parts) {
      if (this.#dropped.has(name)) continue
      const document =
        name === contentTypesPart
          ? asDocument(this.#documents.get(name) ?? this.#from.part(name))
          : this.#documents.get(name)
      const text = this.#texts.get(name)
      if (document) parts.set(name, new TextEncoder().encode(writeXml(inUtf8(document))))
      else parts.set(name, text === undefined ? bytes : new TextEncoder().encode(text))
    }
    return parts
  }
}

const without = (root: XmlElement, drop: (each: XmlElement) => boolean): XmlElement =>
  withChildren(
    root,
    root.children.filter((child) => child.kind === 'raw' || !drop(child)),
  )

/** テンプレートの形式（.xltx・.dotx）で保存された様式も、ふつうの文書として返す。 */
const asDocument = (types: XmlDocument | null): XmlDocument | undefined =>
  types === null
    ? undefined
    : {
        ...types,
        root: withChildren(
          types.root,
          types.root.children.map((each) => {
            if (each.kind === 'raw') return each
            const type = attributeOf(each, 'ContentType') ?? ''
            const changed = type
              .replace('spreadsheetml.template.main+xml', 'spreadsheetml.sheet.main+xml')
              .replace('wordprocessingml.template.main+xml', 'wordprocessingml.document.main+xml')
            return changed === type ? each : withAttributes(each, { ContentType: changed })
          }),
        ),
      }

/** UTF-16 で書かれた部品も UTF-8 で書き戻すので、宣言もそろえる。 */
const inUtf8 = (document: XmlDocument): XmlDocument => ({
  ...document,
  prolog: document.prolog.replace(/encoding=(["'])[^"']*\1/i, 'encoding="UTF-8"'),
})
