import type { WordsForScript } from '../../components/entry/words-for-script.ts'
import { type Box, type Cells, cellsFrom, filled, hidden, inOne, keyOf, writeCells } from './fields.ts'

type Kept = { readonly cells: string; readonly base: string }

/** 認められるまで、打ったものをこの機械に残す。読めない・書けない（容量・設定）ときは、残さずに続ける。 */
export const keeper = (name: string) => {
  const read = (): Record<string, Kept> => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '{}')
      return kept !== null && typeof kept === 'object' ? (kept as Record<string, Kept>) : {}
    } catch {
      return {}
    }
  }
  const write = (kept: Record<string, Kept>): void => {
    try {
      if (Object.keys(kept).length === 0) localStorage.removeItem(name)
      else localStorage.setItem(name, JSON.stringify(kept))
    } catch {
      // 残せなくても、頁の中にはある。
    }
  }
  return {
    read,
    keep: (box: Box, cells: Cells) =>
      write({ ...read(), [keyOf(box)]: { cells: inOne(cells), base: hidden(box, 'b').value } }),
    drop: (key: string) => {
      const { [key]: _, ...rest } = read()
      write(rest)
    },
  }
}

export type Keeper = ReturnType<typeof keeper>

type Offer = {
  readonly box: Box
  readonly kept: Kept
  readonly cells: Cells
  readonly now: Cells | undefined
}

/** 前に保存できなかったものがあれば、いまの値と並べて、戻すか捨てるかを尋ねる。同じになったものは捨てる。 */
export const offerKept = (keep: Keeper, boxes: readonly Box[], words: WordsForScript, restored: () => void): void => {
  const offers = Object.entries(keep.read()).flatMap(([key, kept]): Offer[] => {
    const box = boxes.find((each) => keyOf(each) === key)
    const cells = cellsFrom(kept.cells)
    if (!box || !cells || kept.cells === hidden(box, 'was').value) {
      keep.drop(key)
      return []
    }
    return [{ box, kept, cells, now: cellsFrom(hidden(box, 'was').value) }]
  })
  const place = document.getElementById('entry-kept')
  if (offers.length === 0 || !place) return
  const title = document.createElement('h2')
  title.textContent = words.keptTitle
  const list = document.createElement('ul')
  list.append(...offers.map((offer) => line(offer, words)))
  const close = () => {
    place.hidden = true
  }
  const restore = button(words.keptRestore, 'primary', () => {
    for (const { box, cells, kept } of offers) {
      writeCells(box, cells)
      hidden(box, 'b').value = kept.base
    }
    close()
    restored()
  })
  const drop = button(words.keptDrop, 'danger', () => {
    for (const { box } of offers) keep.drop(keyOf(box))
    close()
  })
  place.replaceChildren(title, list, restore, ' ', drop)
  place.hidden = false
}

const line = ({ box, cells, now }: Offer, words: WordsForScript): HTMLElement => {
  const item = document.createElement('li')
  const name = box.closest('.entry-item')?.querySelector('.entry-name')?.textContent ?? ''
  const said = (each: Cells | undefined) => each?.slice(0, 3).filter(Boolean).join(' ').slice(0, 60) || words.empty
  item.textContent = `${name}: ${filled(words.keptOne, { kept: said(cells), now: said(now) })}`
  return item
}

export const button = (words: string, kind: string, act: () => void): HTMLButtonElement => {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = kind
  made.textContent = words
  made.addEventListener('click', act)
  return made
}
