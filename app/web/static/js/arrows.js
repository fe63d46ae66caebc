// The arrow keys turn the page where it has a next or a previous one.
const TURNS = { ArrowRight: 'next', ArrowLeft: 'prev', PageDown: 'next', PageUp: 'prev' }

document.addEventListener('keydown', (event) => {
  const turn = TURNS[event.key]
  if (!turn || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (event.target.closest('input, select, textarea')) return
  const link = document.querySelector(`main a[rel="${turn}"]`)
  if (!link) return
  event.preventDefault()
  link.click()
})
