// ファイルを作っている頁の台本。進みを聞きに行き、終われば頁を読み直す。なくても、頁が自分で読み直る。

type State = { readonly ended: boolean; readonly done: number; readonly of: number; readonly words: string }

const box = document.querySelector<HTMLElement>('.job[data-state]')
const words = box?.querySelector<HTMLElement>('.job-progress')
const bar = box?.querySelector('progress')
const address = box?.dataset.state

const between = 1000
/** 続けてこれだけ聞けなければ、そう言って止める。 */
const patience = 5
let missed = 0

const show = ({ done, of, words: said }: State): void => {
  // 同じことばを入れ直すと、読み上げが繰り返される。
  if (words && words.textContent !== said) words.textContent = said
  if (bar && of > 0) {
    bar.max = of
    bar.value = done
  }
}

const ask = async (address: string): Promise<void> => {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } })
  if (!answer.ok) throw new Error(String(answer.status))
  const state: State = await answer.json()
  missed = 0
  if (state.ended) location.reload()
  else show(state)
}

const follow = (address: string): void => {
  setTimeout(async () => {
    try {
      await ask(address)
    } catch {
      missed += 1
    }
    if (missed < patience) follow(address)
    else if (words) words.textContent = box?.dataset.lost ?? ''
  }, between)
}

if (address) follow(address)
