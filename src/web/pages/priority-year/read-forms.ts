import {
  isBlankGoal,
  isBlankItem,
  type TypedGoal,
  type TypedItem,
  type TypedSheet,
} from '#domain/priority/read-sheet.ts'
import type { TypedReport } from '#operations/priority/save-report.ts'
import type { Form } from '../../form.ts'

/** 目標を書く頁の欄（`g0.title`・`g0.i1.targets`…）から、打たれた調書を。新しい欄の空のものは除く。 */
export const typedSheetIn = (form: Form): TypedSheet => {
  const names = form.entries().map(([name]) => name)
  return numbersIn(names, /^g(\d{1,3})\.id$/)
    .map(
      (at): TypedGoal => ({
        id: form.text(`g${at}.id`),
        title: form.text(`g${at}.title`),
        items: numbersIn(names, new RegExp(`^g${at}\\.i(\\d{1,3})\\.id$`))
          .map((nth) => typedItemIn(form, names, `g${at}.i${nth}`))
          .filter((item) => !isBlankItem(item)),
      }),
    )
    .filter((goal) => !isBlankGoal(goal))
}

const typedItemIn = (form: Form, names: readonly string[], name: string): TypedItem => ({
  id: form.text(`${name}.id`),
  title: form.text(`${name}.title`),
  details: form.text(`${name}.details`),
  targets: form.text(`${name}.targets`),
  links: numbersIn(names, new RegExp(`^${name.replaceAll('.', '\\.')}\\.l(\\d{1,3})\\.text$`)).map((at) => ({
    text: form.text(`${name}.l${at}.text`),
    indicator: form.text(`${name}.l${at}.name`),
  })),
})

const numbersIn = (names: readonly string[], pattern: RegExp): readonly number[] =>
  [...new Set(names.flatMap((name) => pattern.exec(name)?.[1] ?? []))].map(Number).toSorted((a, b) => a - b)

/** 報告の頁の欄（`r.<項目の id>.lines`・`.f0`・`.grade`・`.revision`）。 */
export const reportsIn = (form: Form): readonly TypedReport[] =>
  form.all('item').map((itemId): TypedReport => {
    const name = `r.${itemId}`
    const numbers = numbersIn(
      form
        .entries()
        .map(([each]) => each)
        .filter((each) => each.startsWith(`${name}.f`)),
      /\.f(\d{1,3})$/,
    )
    const figures = Array.from({ length: Math.max(-1, ...numbers) + 1 }, (_, at) => form.text(`${name}.f${at}`))
    return {
      itemId,
      lines: form.text(`${name}.lines`),
      figures,
      grade: form.text(`${name}.grade`),
      revision: Number(form.text(`${name}.revision`)) || 0,
    }
  })
