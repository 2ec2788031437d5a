import type { Goal } from '#domain/plan/outline.ts'

/** 帯や章の頭に書く基本目標。図書の見出しと同じ「基本目標1：産業振興により…」。番号のない目標は題だけ。 */
export const goalHeading = ({ level, number, key, title }: Goal): string =>
  number === null ? title : `${level}${key}：${title}`
