// Reads a text aloud in its own language. A button is shown only where the browser
// has a voice for that language; without one, or without JavaScript, nobody misses it.
const buttons = [...document.querySelectorAll('[data-listen]')]

const FIRST = { zh: 'zh-cn', vi: 'vi-vn' }

function voiceFor (language) {
  const voices = speechSynthesis.getVoices().map((voice) => [voice.lang.toLowerCase().replace('_', '-'), voice])
  const found = voices.find(([spoken]) => spoken === FIRST[language]) ??
    voices.find(([spoken]) => spoken.startsWith(language))
  return found?.[1]
}

function show () {
  for (const button of buttons) button.hidden = !voiceFor(button.dataset.listen)
}

function read (button) {
  const wasReading = speechSynthesis.speaking
  speechSynthesis.cancel()
  if (wasReading) return
  const words = new SpeechSynthesisUtterance(document.getElementById(button.dataset.text).textContent)
  words.voice = voiceFor(button.dataset.listen)
  words.lang = words.voice.lang
  words.rate = 0.9
  speechSynthesis.speak(words)
}

if ('speechSynthesis' in window) {
  show()
  speechSynthesis.addEventListener('voiceschanged', show)
  for (const button of buttons) button.addEventListener('click', () => read(button))
  addEventListener('pagehide', () => speechSynthesis.cancel())
}
