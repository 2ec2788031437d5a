import { createHash } from 'node:crypto'

/** 中身の指紋（SHA-256、16 進 64 字）。 */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
