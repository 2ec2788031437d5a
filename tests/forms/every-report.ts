import { type SampleName, sampleEdition } from '#operations/a-sample-edition.ts'
import { ordinaryChoices } from '#reports/choices.ts'
import { forms } from '#reports/forms/forms.ts'
import type { Report } from '#reports/report.ts'

/** 見本の五市。 */
export const samples: readonly SampleName[] = [
  '012262-sunagawa',
  '052124-daisen',
  '152081-ojiya',
  '202037-ueda',
  '412058-imari',
]

/** その市の見本から作れる帳票のすべて。 */
export const everyReport = (sample: SampleName): readonly Report[] => {
  const edition = sampleEdition(sample)
  return forms.flatMap((form) => {
    const made = form.make(edition, { ...ordinaryChoices, documentNumber: '資料１' })
    return made.ok ? [made.value] : []
  })
}
