import { type Result, refused } from '#domain/problem.ts'
import { relationsIn } from './relations.ts'
import { attributeOf, descendants, textOf, type XmlDocument } from './xml.ts'
import { contentTypesPart } from './zip.ts'

type Refusal = Extract<Result<never>, { ok: false }>

const macroParts = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|macrosheets?\/|dialogsheets?\/)/i

/** 開くと動く部品。フォームのチェックボックス（ctrlProps）と印刷の設定（printerSettings）は動かない。 */
const activeParts = /(?:^|\/)(?:activeX\/|webextensions\/|embeddings\/[^/]*\.bin$)/i

const externalParts = /(?:^|\/)(?:externalLinks?\/|connections\.xml$|queryTables?\/)/i

/** Word の、外のファイルを取り込むフィールド。 */
const outsideFields = /^\s*(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT)\b/i

/**
 * 様式に入っていてはならないもの。マクロ・開くと動く部品・外への参照（行き先を開く前に見せるだけの、
 * ハイパーリンクは別）。庁内で配る資料が、開いた人の機械で何かを動かしたり、外へ取りに行ったりしないように。
 */
export const dangerIn = (
  file: string,
  parts: ReadonlyMap<string, Uint8Array>,
  part: (name: string) => XmlDocument | null,
): Refusal | null => {
  const names = [...parts.keys()]
  const types = part(contentTypesPart)
  const typed = types ? types.root.children.flatMap((each) => (each.kind === 'element' ? [each] : [])) : []
  if (
    names.some((name) => macroParts.test(name)) ||
    typed.some((each) => /macroEnabled|vbaProject/i.test(attributeOf(each, 'ContentType') ?? ''))
  )
    return refused('template-macro', { file })
  const active = names.find((name) => activeParts.test(name))
  if (active) return refused('template-active-content', { file, part: active })
  const outside = names.find((name) => externalParts.test(name))
  if (outside) return refused('template-external', { file, target: outside })
  return linkedOutside(file, names, part) ?? fieldOutside(file, names, part)
}

const linkedOutside = (
  file: string,
  names: readonly string[],
  part: (name: string) => XmlDocument | null,
): Refusal | null => {
  const relations = names.filter((name) => name.endsWith('.rels')).flatMap((name) => relationsIn(part(name), name))
  const linked = relations.find(({ external, type }) => external && type !== 'hyperlink')
  return linked ? refused('template-external', { file, target: linked.target.slice(0, 80) }) : null
}

const fieldOutside = (
  file: string,
  names: readonly string[],
  part: (name: string) => XmlDocument | null,
): Refusal | null => {
  for (const name of names.filter((each) => /^word\/[^/]+\.xml$/.test(each))) {
    const document = part(name)
    if (!document) continue
    const written = [
      ...descendants(document.root, 'instrText').map(textOf),
      ...descendants(document.root, 'fldSimple').map((field) => attributeOf(field, 'w:instr') ?? ''),
    ].find((instruction) => outsideFields.test(instruction))
    if (written !== undefined) return refused('template-external', { file, target: written.trim().slice(0, 80) })
  }
  return null
}
