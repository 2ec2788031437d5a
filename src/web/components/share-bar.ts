import { type Standing, standings } from '#domain/indicator/standing.ts'

const height = 14
const width = 200

/** 割合の帯。数は隣の欄にあるので、読み上げない飾り。 */
export const shareBar = (counts: Readonly<Record<Standing, number>>): string => {
  const total = standings.reduce((sum, standing) => sum + counts[standing], 0)
  if (total === 0) return ''
  let x = 0
  const parts = standings.map((standing) => {
    const wide = (width * counts[standing]) / total
    const part =
      wide === 0
        ? ''
        : `<rect class="${standing}" x="${round(x)}" width="${round(Math.max(wide - 1, 1))}" height="${height}"/>`
    x += wide
    return part
  })
  return `<svg class="share" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts.join('')}</svg>`
}

const round = (x: number): string => x.toFixed(1)
