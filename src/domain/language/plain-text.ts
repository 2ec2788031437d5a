/** 突き合わせのための平らな字面。NFKC、康熙部首、ダッシュ類の統一、空白の除去。印刷の字面は別に残す。 */
export const plainText = (_text: string): string => {
  throw new Error('being written')
}
