/** 大きさを人の読む形に。`sizeInWords(1_234_567)` → '1.2 MB' */
export const sizeInWords = (bytes: number): string => {
  const units = ['B', 'KB', 'MB', 'GB'] as const
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const value = bytes / 1000 ** step
  return `${step === 0 ? value : value.toFixed(1)} ${units[step]}`
}
