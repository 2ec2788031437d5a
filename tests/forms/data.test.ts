import { expect, test } from 'vitest'
import { type SampleName, sampleEdition } from '#operations/a-sample-edition.ts'
import { type DataFormat, dataFiles } from '#reports/data/data-files.ts'
import { datasets } from '#reports/data/datasets.ts'
import { check } from '../machine-readability/check.ts'

const cities: readonly SampleName[] = [
  '152081-ojiya',
  '012262-sunagawa',
  '052124-daisen',
  '412058-imari',
  '202037-ueda',
]
const formats: readonly DataFormat[] = ['csv', 'json', 'xlsx']

test.each(cities.flatMap((city) => formats.map((format) => [city, format] as const)))(
  '%s の %s は、機械可読性のルールのすべてに合う',
  async (city, format) => {
    const files = await dataFiles(
      sampleEdition(city),
      datasets.map(({ name }) => name),
      format,
    )
    expect(files.ok).toBe(true)
    expect(files.ok && (await check(files.value, format))).toEqual([])
  },
)
