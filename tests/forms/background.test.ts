import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ordinaryChoices } from '#operations/reports/choices.ts'
import {
  askForReport,
  cancelReportFile,
  deleteReportFile,
  reportFile,
  reportFileContent,
  reportFiles,
  resumeReportFiles,
} from '#operations/reports/report-files.ts'
import { aCityApp, type CityApp } from './a-city-app.ts'

let city: CityApp
beforeAll(async () => {
  city = await aCityApp('412058-imari')
})
afterAll(() => city?.close())

const ask = (format: 'xlsx' | 'pdf' | 'docx' | 'html') =>
  askForReport(
    city.app,
    city.code,
    { editionId: city.editionId, form: 'plan-book', format, choices: ordinaryChoices },
    '企画課',
  )

const idOf = async (asked: ReturnType<typeof ask>): Promise<string> => {
  const result = await asked
  if (!result.ok) throw new Error(result.problem.code)
  return result.value.id
}

const ended = async (id: string) => {
  for (let at = 0; at < 600; at++) {
    const file = await reportFile(city.app, city.code, id)
    if (file && file.status !== 'waiting' && file.status !== 'making') return file
    await wait(100)
  }
  throw new Error(`file ${id} was never finished`)
}

test('計画書は裏で作られ、頁を離れても、できたファイルが残る', async () => {
  const id = await idOf(ask('xlsx'))
  const file = await ended(id)
  expect(file).toMatchObject({ status: 'done', form: 'plan-book', format: 'xlsx', askedBy: '企画課' })
  expect(file.of).toBeGreaterThan(60)
  const content = await reportFileContent(city.app, city.code, id)
  expect(content.ok && Buffer.from(content.value.bytes.subarray(0, 2)).toString()).toBe('PK')
  expect(content.ok && content.value.fileName).toMatch(/^伊万里市_.*計画書\.xlsx$/)
  expect((await reportFiles(city.app, city.code)).map((each) => each.id)).toContain(id)
  expect(await reportFileContent(city.app, '152081', id)).toMatchObject({ ok: false })
})

test('取り止めれば、できたファイルは残らず、消せる', async () => {
  const id = await idOf(ask('pdf'))
  expect(await cancelReportFile(city.app, city.code, id, '企画課')).toMatchObject({ ok: true })
  expect(await cancelReportFile(city.app, city.code, id, '企画課')).toMatchObject({
    ok: false,
    problem: { code: 'report-file-ended' },
  })
  await wait(500)
  expect(await reportFile(city.app, city.code, id)).toMatchObject({ status: 'cancelled', bytes: null })
  expect(await reportFileContent(city.app, city.code, id)).toMatchObject({ ok: false })
  expect(await deleteReportFile(city.app, city.code, id, '企画課')).toMatchObject({ ok: true })
  expect(await reportFile(city.app, city.code, id)).toBeUndefined()
})

test('頼んだあとで止まったものは、次に開いたときに作られる', async () => {
  const { app, code, editionId } = city
  const asked = { editionId, title: '計画書', form: 'plan-book', format: 'html', choices: '' }
  const act = { by: '企画課', at: app.now(), newId: app.newId }
  const id = await app.store.write(code, act, (tx) => tx.files.ask(asked))
  await resumeReportFiles(app)
  expect(await ended(id)).toMatchObject({ status: 'done', format: 'html' })
})

test('作れない帳票は、順番を待たせずに断る', async () => {
  const asked = { editionId: city.editionId, form: 'priority-goals', format: 'pdf', choices: ordinaryChoices } as const
  expect(await askForReport(city.app, city.code, asked, '企画課')).toMatchObject({
    ok: false,
    problem: { code: 'report-no-priority-goals' },
  })
  const gone = { ...asked, editionId: '00000000-0000-4000-8000-00000000dead' }
  expect(await askForReport(city.app, city.code, gone, '企画課')).toMatchObject({
    ok: false,
    problem: { code: 'report-edition-absent' },
  })
})
