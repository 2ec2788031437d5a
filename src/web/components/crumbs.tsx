import type { Frame } from '../frame.ts'
import { Own } from './own-words.tsx'

/** パンくずの一つ。最後（いまの頁）には番地がない。`own` は図書のことば。 */
export type Crumb = { readonly words: string; readonly href?: string | undefined; readonly own?: boolean }

/** 計画 > 基本目標 > 施策 > 指標 の道すじ。 */
export const Crumbs = ({ frame, crumbs }: { frame: Frame; crumbs: readonly Crumb[] }) =>
  crumbs.length === 0 ? null : (
    <nav class="crumbs" aria-label={frame.t('frame.crumbs')}>
      <ol>
        {crumbs.map(({ words, href, own }) => (
          <li>
            {href ? (
              <a href={href}>{own ? <Own frame={frame}>{words}</Own> : words}</a>
            ) : (
              <span aria-current="page">{own ? <Own frame={frame}>{words}</Own> : words}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
