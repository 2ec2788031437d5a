import { auditActInWords } from '#domain/audit/in-words.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result } from '#domain/problem.ts'
import { notFormula, quotedField } from '#reports/data/write-csv.ts'
import type { AuditEntry } from '#store/audit.ts'
import type { AuditFilter } from '#store/audit-reading.ts'
import type { App } from '../app.ts'
import { permitted } from '../people/acting-person.ts'
import { type AuditAsked, readAsked } from './asked.ts'

export const auditFormats = ['csv', 'json'] as const
export type AuditFormat = (typeof auditFormats)[number]

/** 書き出すファイル。中身は、読みながら流す（何件あっても、一度に持つのは一頁）。 */
export type AuditFile = {
  readonly fileName: string
  readonly mediaType: string
  readonly chunks: AsyncIterable<Uint8Array>
}

const columns = ['number', 'at', 'by', 'person_id', 'act', 'act_name', 'subject', 'before', 'after', 'previous', 'hash']

/**
 * 絞り込んだ監査記録を、すべて一つのファイルに。CSV の升目は表計算の式にならない。
 * 記録は足されるだけなので、頁ごとに読んでも、始めたときにあったものが一度ずつ出る。
 */
export const auditFile = async (
  app: App,
  person: Person,
  code: string,
  asked: AuditAsked,
  format: AuditFormat,
): Promise<Result<AuditFile>> => {
  const allowed = permitted(person, 'audit-read')
  if (!allowed.ok) return allowed
  const filter = await app.store.read(code, (tx) => readAsked(tx, asked))
  if (!filter.ok) return filter
  const texts = format === 'csv' ? csvOf(app, code, filter.value) : jsonOf(app, code, filter.value)
  return done({
    fileName: `監査記録_${code}.${format}`,
    mediaType: format === 'csv' ? 'text/csv; charset=UTF-8' : 'application/json; charset=UTF-8',
    chunks: encoded(texts),
  })
}

async function* csvOf(app: App, code: string, filter: AuditFilter): AsyncGenerator<string> {
  yield `\ufeff${columns.join(',')}\r\n`
  for await (const page of pages(app, code, filter)) yield page.map((entry) => lineOf(entry)).join('')
}

const lineOf = ({ number, at, by, act, subject, before, after, previous, hash }: AuditEntry): string => {
  const json = (value: unknown) => (value == null ? null : JSON.stringify(value))
  const { person = null, ...rest } = subject
  const fields = [at, by, person, act, auditActInWords(act), json(rest), json(before), json(after), previous, hash]
  return `${[String(number), ...fields.map(notFormula)].map(quotedField).join(',')}\r\n`
}

async function* jsonOf(app: App, code: string, filter: AuditFilter): AsyncGenerator<string> {
  let first = true
  yield '['
  for await (const page of pages(app, code, filter)) {
    yield (first ? '\n' : ',\n') + page.map((entry) => JSON.stringify(entry)).join(',\n')
    first = false
  }
  yield '\n]\n'
}

const pageSize = 500

async function* pages(app: App, code: string, filter: AuditFilter): AsyncGenerator<readonly AuditEntry[]> {
  let below = Number.MAX_SAFE_INTEGER
  for (;;) {
    const page = await app.store.read(code, (tx) => tx.audit.find(filter, { below, limit: pageSize }))
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    below = last.number
  }
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of texts) yield encoder.encode(text)
}
