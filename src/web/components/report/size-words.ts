import type { Frame } from '../../frame.ts'

/** ファイルの大きさを、おおよその字で。`sizeInWords(frame, 123456)` → '121KB' */
export const sizeInWords = ({ t }: Frame, bytes: number): string => {
  if (bytes < 1024) return t('size.bytes', { count: bytes })
  const kilo = Math.round(bytes / 1024)
  return kilo < 1024 ? t('size.kb', { count: kilo }) : t('size.mb', { count: (bytes / 1024 / 1024).toFixed(1) })
}
