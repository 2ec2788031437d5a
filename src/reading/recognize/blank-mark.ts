/** 値のないことを示す印だけの升目。「―」「－」「-」「…」。空の升目は含まない。 */
export const isBlankMark = (text: string): boolean => /^[\s　]*[-‐–—―−－ーｰ─…]+[\s　]*$/u.test(text)
