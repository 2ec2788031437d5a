import { auditWords } from '../language/catalogue/audit.ts'
import type { Language } from '../language/message.ts'
import { momentInWords } from '../year/moment.ts'
import type { AuditGroup } from './audit-act.ts'
import type { AuditChange } from './difference.ts'

/** 目録にあればそのことば、なければ undefined（新しい版の記録を古い版で読んでも、投げない）。 */
const found = (code: string, language: Language): string | undefined =>
  Object.hasOwn(auditWords, code) ? auditWords[code as keyof typeof auditWords][language] : undefined

/** したことを人のことばで。`auditActInWords('response-submit')` → '回答を提出しました' */
export const auditActInWords = (act: string, language: Language = 'ja'): string =>
  found(`audit.act-${act}`, language) ?? act

export const auditGroupInWords = (group: AuditGroup, language: Language = 'ja'): string =>
  auditWords[`audit.group-${group}`][language]

export const auditSubjectInWords = (key: string, language: Language = 'ja'): string | undefined =>
  found(`audit.subject-${key}`, language)

/** 名の引ける id。 */
export type NameOf = (id: string) => string | undefined

/**
 * 変わった欄の場所を人のことばで。id は名に、欄の名は目録のことばに。
 * `['i1', 'actual', 'value', 'raw']` → '起業件数 › 実績 › 書かれた値'
 */
export const auditPathInWords = (path: AuditChange['path'], nameOf: NameOf, language: Language = 'ja'): string =>
  path
    .filter(
      (part, at) =>
        !(at < path.length - 1 && (silent.includes(part) || (isId(part) && path.length > 1 && !nameOf(part)))),
    )
    .map((part) => nameOf(part) ?? found(`audit.field-${part}`, language) ?? shortId(part))
    .join(' › ')

/** 言わなくても分かる、間の欄。名の引けない id も、間にあるなら言わない（そのままの記録にはある）。 */
const silent: readonly string[] = ['changes', 'fields', 'value', 'is', 'was']

/** 値を人のことばで。時は日本の時計で、id は名に。 */
export const auditValueInWords = (value: string, nameOf: NameOf, language: Language = 'ja'): string => {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return momentInWords(value)
  return nameOf(value) ?? found(`audit.value-${value}`, language) ?? shortId(value)
}

/** 名の引けない id は、初めの八字だけ。 */
const shortId = (text: string): string => (isId(text) ? `${text.slice(0, 8)}…` : text)

export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
