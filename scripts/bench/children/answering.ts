/** 親（processes.ts の `startChild`）の尋ねたことに、一つずつ答える。親がいなくなれば終わる。 */
export const answering = <Question>(answer: (question: Question) => Promise<unknown>): void => {
  process.on('message', async (question) => process.send?.((await answer(question as Question)) ?? null))
  process.on('disconnect', () => process.exit(0))
}
