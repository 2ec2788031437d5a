import type { Child } from 'hono/jsx'
import type { Frame } from '../frame.ts'

/** 図書のことば（日本語のまま）。英語の頁では、読み上げのために日本語だと示す。 */
export const Own = ({ frame, children }: { frame: Frame; children?: Child }) =>
  frame.lang === 'ja' ? children : <span lang="ja">{children}</span>
