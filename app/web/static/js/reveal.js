// Shows the fields that belong to a ticked choice and hides the others.
// Without JavaScript all of them are simply shown. (GOV.UK's own script marks radio buttons
// with aria-expanded, which the standard does not allow there.)
function refresh () {
  for (const choice of document.querySelectorAll('[data-reveals]')) {
    document.getElementById(choice.dataset.reveals).hidden = !choice.checked
  }
}

refresh()
document.addEventListener('change', refresh)
