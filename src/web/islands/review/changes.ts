/** 尋ねるあいだ（ミリ秒）。 */
const interval = 10_000

type Changes = { readonly by?: readonly string[] }

/** ほかの画面で変更があれば、誰がと、読み直す道を出す。頁が隠れているあいだは尋ねない。 */
export const watchChanges = (): void => {
  const banner = document.querySelector<HTMLElement>('#changes')
  const { address, words, reload } = banner?.dataset ?? {}
  if (!banner || !address) return
  const timer = setInterval(async () => {
    if (document.hidden) return
    const by = await changedBy(address)
    if (!by) return
    clearInterval(timer)
    const link = document.createElement('a')
    link.href = location.href
    link.textContent = reload ?? ''
    link.addEventListener('click', (event) => {
      event.preventDefault()
      location.reload()
    })
    banner.replaceChildren(`${words ?? ''} ${by.join('、')} `, link)
    banner.hidden = false
  }, interval)
}

/** 手を入れた人。変わっていない、つながらない、答えが読めないときは undefined で、次にまた尋ねる。 */
const changedBy = async (address: string): Promise<readonly string[] | undefined> => {
  try {
    const answer = await fetch(address)
    return answer.ok ? ((await answer.json()) as Changes).by : undefined
  } catch {
    return undefined
  }
}
