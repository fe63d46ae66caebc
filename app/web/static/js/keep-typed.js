// Keeps what was typed when the reader changes the language of a page:
// the switch is a plain link, so the fields are set aside on the way out
// and put back once, on the way in. Passwords and files are never kept.
const KEY = `typed:${location.pathname}${location.search}`
const SKIPPED = new Set(['hidden', 'password', 'file', 'submit', 'button'])

function fields () {
  return [...document.querySelectorAll('main form input, main form select, main form textarea')]
    .filter((field) => field.name && !SKIPPED.has(field.type))
}

function isTick (field) {
  return field.type === 'radio' || field.type === 'checkbox'
}

function setAside () {
  const kept = fields().map((field) => [field.name, field.type, isTick(field) ? field.checked : field.value, field.value])
  if (kept.length) sessionStorage.setItem(KEY, JSON.stringify(kept))
}

function putBack (kept) {
  const waiting = fields()
  for (const [name, type, typed, value] of kept) {
    const place = waiting.findIndex((field) =>
      field.name === name && field.type === type && (!isTick(field) || field.value === value))
    if (place === -1) continue
    const [field] = waiting.splice(place, 1)
    if (isTick(field)) field.checked = typed
    else field.value = typed
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

const kept = sessionStorage.getItem(KEY)
if (kept) {
  sessionStorage.removeItem(KEY)
  putBack(JSON.parse(kept))
}

for (const link of document.querySelectorAll('[data-keep-typed]')) {
  link.addEventListener('click', setAside)
}
