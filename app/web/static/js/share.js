// Hands a PDF to whatever messenger the phone has. The button is shown only where the browser can
// share files; everywhere else the link that saves the file is enough.
const buttons = document.querySelectorAll('[data-share]')
const kind = 'application/pdf'

async function share (button) {
  const answer = await fetch(button.dataset.share)
  if (!answer.ok) return location.assign(button.dataset.share)
  const file = new File([await answer.blob()], button.dataset.name, { type: kind })
  try {
    await navigator.share({ files: [file] })
  } catch (fault) {
    if (fault.name !== 'AbortError') location.assign(button.dataset.share) // not merely put off
  }
}

if (navigator.canShare?.({ files: [new File([''], 'a.pdf', { type: kind })] })) {
  for (const button of buttons) {
    button.hidden = false
    button.addEventListener('click', () => share(button))
  }
}
