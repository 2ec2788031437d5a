import { createHash } from 'node:crypto'
import type { Answer, AnswerField } from '#domain/collection/answer.ts'
import { actualFor } from '#domain/indicator/figures.ts'
import type { Section, Year } from '../year/a-year.ts'

/** 倉庫にあることの、頁とは別の確かめ。照会は市に一つ。 */
export const factsOf = ({ app, code, editionId }: Year) => {
  const round = async () => {
    const [found] = await app.store.read(code, (tx) => tx.rounds.list())
    if (!found) throw new Error('no round yet')
    return found
  }
  const responses = async () => {
    const { id } = await round()
    return app.store.read(code, (tx) => tx.responses.ofRound(id))
  }
  const response = async ({ id, name }: Section) => {
    const found = (await responses()).find(({ departmentId }) => departmentId === id)
    if (!found) throw new Error(`no response of ${name}`)
    return found
  }
  const itemsOf = async (section: Section) => {
    const { id } = await response(section)
    return app.store.read(code, (tx) => tx.responses.items(id))
  }
  const answersOf = async (section: Section) => {
    const { id } = await response(section)
    return app.store.read(code, (tx) => tx.responses.answers(id))
  }
  const stepsOf = async (section: Section) => {
    const { id } = await response(section)
    return app.store.read(code, (tx) => tx.responses.steps(id))
  }
  /** 打たれたままの字（上から）。まだなければ空。 */
  const raws = async (section: Section, field: AnswerField = 'actual'): Promise<readonly string[]> => {
    const answers = await answersOf(section)
    return (await itemsOf(section)).map(({ id }) => {
      const value = answers.find((each) => each.itemId === id && each.field === field)?.value
      return value?.kind === 'actual' ? value.raw : value?.kind === 'text' ? value.text : ''
    })
  }
  /** 計画の表に立っている、その年度の実績（数）。 */
  const standing = async (section: Section): Promise<readonly (string | null)[]> => {
    const edition = await app.store.read(code, (tx) => tx.editions.get(editionId))
    return (await itemsOf(section)).map(({ subjectId }) => {
      const indicator = edition?.content.indicators.find(({ id }) => id === subjectId)
      return (indicator && actualFor(indicator, 2024)?.value) ?? null
    })
  }
  return {
    round,
    response,
    /** 監査記録に残る、これまでに保存された実績の字のすべて。 */
    everWritten: async (section: Section): Promise<readonly string[]> => {
      const { id } = await response(section)
      const filter = { acts: ['answers-written'], subjects: [id] }
      const entries = await app.store.read(code, (tx) => tx.audit.find(filter, { below: 1_000_000, limit: 1000 }))
      const told = entries.map(({ after }) => after as { readonly written: readonly Answer[] })
      return told
        .flatMap(({ written }) => written)
        .flatMap(({ value }) => (value.kind === 'actual' ? [value.raw] : []))
        .sort()
    },
    itemsOf,
    raws,
    standing,
    state: async (section: Section) => (await response(section)).state,
    steps: async (section: Section) => (await stepsOf(section)).map(({ step }) => step),
    lastStep: async (section: Section) => (await stepsOf(section)).at(-1),
    /** 照会にかかわるすべて（一つも変わっていないことを確かめるため）。 */
    everything: async (sections: readonly Section[]): Promise<string> => {
      const all = [await round(), await responses()]
      for (const section of sections) all.push((await answersOf(section)) as never, (await stepsOf(section)) as never)
      return JSON.stringify(all)
    },
    /** 公表ごとの、凍らせたファイルのバイト列の指紋。 */
    published: async (): Promise<readonly string[]> => {
      const found: string[] = []
      for (const { id, files } of await app.store.read(code, (tx) => tx.publications.list()))
        for (const { fileName } of files) {
          const file = await app.store.read(code, (tx) => tx.publications.file(id, fileName))
          found.push(
            `${fileName} ${createHash('sha256')
              .update(file?.content ?? '')
              .digest('hex')}`,
          )
        }
      return found
    },
    chain: async () => {
      const verified = await app.store.verifyAudit(code)
      return verified.ok ? verified.value.entries : verified.problem
    },
  }
}

export type Facts = ReturnType<typeof factsOf>
