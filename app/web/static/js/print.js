// Shows the print buttons, which would do nothing without JavaScript, and lets them print.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
