// Shows the fields that belong to a ticked choice, or to one of a list (`data-reveals-at` is its
// value), and hides the others.
// Without JavaScript all of them are simply shown. (GOV.UK's own script marks radio buttons
// with aria-expanded, which the standard does not allow there.)
function isChosen (choice) {
  return choice.matches('select') ? choice.value === choice.dataset.revealsAt : choice.checked
}

function refresh () {
  for (const choice of document.querySelectorAll('[data-reveals]')) {
    document.getElementById(choice.dataset.reveals).hidden = !isChosen(choice)
  }
}

refresh()
document.addEventListener('change', refresh)
