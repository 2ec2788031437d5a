// 図書を取り込む頁の台本。ファイルを枠に落として選べるようにし、大きすぎるファイルは送る前に言う。

const mostBytes = 50_000_000

const form = document.querySelector<HTMLFormElement>('form.upload')
const drop = document.querySelector<HTMLElement>('.drop')
const input = document.querySelector<HTMLInputElement>('#file')

const checkSize = (form: HTMLFormElement, input: HTMLInputElement): void => {
  const [file] = input.files ?? []
  input.setCustomValidity(file && file.size > mostBytes ? (form.dataset.tooLarge ?? '') : '')
  input.reportValidity()
}

if (form && drop && input) {
  drop.querySelector<HTMLElement>('.drop-words')?.removeAttribute('hidden')
  input.addEventListener('change', () => checkSize(form, input))
  for (const type of ['dragenter', 'dragover'] as const)
    drop.addEventListener(type, (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      drop.classList.add('over')
    })
  for (const type of ['dragleave', 'drop'] as const) drop.addEventListener(type, () => drop.classList.remove('over'))
  drop.addEventListener('drop', (event) => {
    const files = event.dataTransfer?.files
    if (!files || files.length === 0) return
    event.preventDefault()
    input.files = files
    checkSize(form, input)
  })
  // 枠を外して落としたときに、ブラウザーがファイルを開いて頁から離れないように。
  for (const type of ['dragover', 'drop'] as const)
    addEventListener(type, (event) => {
      if (!drop.contains(event.target as Node)) event.preventDefault()
    })
}
