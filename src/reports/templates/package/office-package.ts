import { done, type Result, refused } from '#domain/problem.ts'
import { dangerIn } from './dangers.ts'
import { type Relation, relationsIn, relationsPart } from './relations.ts'
import { attributeOf, childrenOf, parseXml, type XmlDocument } from './xml.ts'
import { contentTypesPart } from './zip.ts'

/**
 * 包みの部品をすべて、安全に展開するもの。大きさ・展開率・目録の食い違いの確かめは、図書の読み手と同じものを
 * operations が渡す（reports は reading を知らない）。
 */
export type Unpack = (file: string, bytes: Uint8Array) => Result<ReadonlyMap<string, Uint8Array>>

export type TemplateFormat = 'xlsx' | 'docx'

/** 開いた様式。`part` は部品の XML（なければ null）で、壊れたものは開くときに断ってある。 */
export type OfficePackage = {
  readonly file: string
  readonly format: TemplateFormat
  /** 本体（workbook.xml・document.xml）の部品の名。 */
  readonly main: string
  readonly parts: ReadonlyMap<string, Uint8Array>
  readonly part: (name: string) => XmlDocument | null
  readonly relations: (part: string) => readonly Relation[]
}

/** 様式の大きさの限り。様式は一枚から数枚の表で、本物は 1 MB に満たない。 */
export const templateLimits = {
  /** XML の部品一つのバイト数と、札の数。 */
  partBytes: 20_000_000,
  partTags: 600_000,
  /** 印の数。 */
  tags: 10_000,
  /** 差し込んだ後の、シート一枚・表一つの行の数。 */
  rows: 50_000,
} as const

/** 様式を開く。開けないもの・動くもの・外を見るものは断る。 */
export const openPackage = (file: string, bytes: Uint8Array, unpack: Unpack): Result<OfficePackage> => {
  const unpacked = unpack(file, bytes)
  if (!unpacked.ok) return inTemplateWords(file, unpacked)
  const parts = unpacked.value
  const documents = new Map<string, XmlDocument>()
  for (const [name, content] of parts) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue
    const read = documentOf(file, name, content)
    if (!read.ok) return read
    documents.set(name, read.value)
  }
  const part = (name: string) => documents.get(name) ?? null
  const relations = (from: string) => relationsIn(part(relationsPart(from)), from)
  const danger = dangerIn(file, parts, part)
  if (danger) return danger
  const main = mainPart(part(contentTypesPart), relations(''))
  return main && parts.has(main.name)
    ? done({ file, format: main.format, main: main.name, parts, part, relations })
    : refused('template-not-office', { file })
}

const documentOf = (file: string, name: string, content: Uint8Array): Result<XmlDocument> => {
  if (content.length > templateLimits.partBytes) return refused('template-too-large', { file, part: name })
  const encoding = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : content[0] === 0xfe ? 'utf-16be' : 'utf-8'
  const xml = new TextDecoder(encoding).decode(content)
  if (/<!\s{0,9}(?:DOCTYPE|ENTITY)/i.test(xml)) return refused('template-xml-entity', { file, part: name })
  if (tagCount(xml) > templateLimits.partTags) return refused('template-too-large', { file, part: name })
  const parsed = parseXml(xml)
  return parsed ? done(parsed) : refused('template-damaged', { file, part: name })
}

const tagCount = (xml: string): number => {
  let count = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) count += 1
  return count
}

/** 本体の部品。種類は関係と、目録に書かれた中身の型で決める（拡張子は見ない）。 */
const mainPart = (
  types: XmlDocument | null,
  relations: readonly Relation[],
): { readonly name: string; readonly format: TemplateFormat } | null => {
  const main = relations.find(({ type }) => type === 'officeDocument')
  if (!types || !main) return null
  const override = childrenOf(types.root, 'Override').find(
    (each) => attributeOf(each, 'PartName')?.toLowerCase() === `/${main.target}`.toLowerCase(),
  )
  const type = (override && attributeOf(override, 'ContentType')) ?? ''
  if (/spreadsheetml\.(?:sheet|template)\.main\+xml$/.test(type)) return { name: main.target, format: 'xlsx' }
  return /wordprocessingml\.(?:document|template)\.main\+xml$/.test(type) ? { name: main.target, format: 'docx' } : null
}

/** 展開の断りは図書を読むときのことばなので、様式のことばに言いかえる。 */
const inTemplateWords = <T>(file: string, result: Extract<Result<T>, { ok: false }>): typeof result => {
  const { code, params } = result.problem
  if (code === 'file-too-large' || code === 'file-empty') return result
  if (code === 'zip-encrypted' || code === 'file-encrypted') return refused('template-encrypted', { file })
  if (code.startsWith('file-old-') || code === 'file-powerpoint') return refused('template-old-format', { file })
  if (!code.startsWith('zip-')) return refused('template-not-office', { file })
  return code === 'zip-bomb' || code === 'zip-too-many-entries'
    ? refused('template-too-large', { file, part: String(params.part ?? 'zip') })
    : refused('template-damaged', { file, part: 'zip' })
}
