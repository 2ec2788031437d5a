import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { ordinaryChoices } from '#reports/choices.ts'
import { opinionTable } from '#reports/forms/opinion-table/opinion-table.ts'
import type { WrittenFormat } from '#reports/writers/writer.ts'
import type { App } from '../app.ts'
import { type WrittenFile, writtenReport } from '../reports/make-report.ts'
import { type DataFile, dataFiles } from '../reports/report-data.ts'
import { opinionsView } from './opinions-view.ts'

export type OpinionTableAsked = {
  readonly format: Extract<WrittenFormat, 'pdf' | 'xlsx' | 'docx'> | 'csv' | 'json'
  /** 委員の名を載せるか。 */
  readonly names: boolean
}

/**
 * 付議一つの、意見と対応の一覧のファイル。締め切ったあとで（対応が書きかけでも）、付議を見てよい人に。
 * 断る符号: `not-permitted`・`committee.absent`・`committee.not-closed`・`report-no-opinions`。
 */
export const opinionTableFile = async (
  app: App,
  person: Person,
  code: string,
  id: string,
  { format, names }: OpinionTableAsked,
): Promise<Result<WrittenFile | DataFile>> => {
  const view = await opinionsView(app, person, code, id)
  if (!view.ok) return view
  const { edition, referral, opinions, answers, departments } = view.value
  if (referral.status !== 'closed') return refused('committee.not-closed')
  const alongside = { referral: { referral, opinions, answers, departments }, graded: view.value.graded }
  if (format === 'csv' || format === 'json') {
    const data = await dataFiles(edition, ['opinions'], format, alongside)
    if (!data.ok) return data
    const file = data.value.find(({ fileName }) => fileName.includes('opinions'))
    return file ? done(file) : refused('report-no-opinions', { title: referral.title })
  }
  const report = opinionTable.make(edition, { ...ordinaryChoices, names }, alongside)
  return report.ok ? done(await writtenReport(report.value, format, { madeAt: app.now().toISOString() })) : report
}
