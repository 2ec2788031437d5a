// 見直しの頁の台本。キー、ほかの画面の変更の知らせ、書きかけの控え。どれがなくても頁は使える。
import { watchChanges } from './review/changes.ts'
import { useKeys } from './review/keys.ts'
import { keepTyping } from './review/typing.ts'

/** 図書の抜き書きを、印の見えるところまで送る。 */
const showMark = (): void => {
  const box = document.querySelector<HTMLElement>('.excerpt .scroll')
  const mark = box?.querySelector<HTMLElement>('mark.here') ?? box?.querySelector<HTMLElement>('mark')
  if (!box || !mark) return
  const [frame, at] = [box.getBoundingClientRect(), mark.getBoundingClientRect()]
  box.scrollBy(at.left - frame.left - frame.width / 2, at.top - frame.top - frame.height / 2)
}

/** し終えたことの知らせは一度だけ。番地から除き、読み直したときに出ないようにする。この行を送り終えたところかを返す。 */
const takeDone = (): boolean => {
  const url = new URL(location.href)
  const wasSent = /^(saved|nothing)$/.test(url.searchParams.get('done') ?? '')
  for (const name of ['done', 'since']) url.searchParams.delete(name)
  history.replaceState(null, '', url)
  return wasSent
}

showMark()
useKeys()
watchChanges()
keepTyping(takeDone())
