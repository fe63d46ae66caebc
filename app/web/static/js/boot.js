// Wakes the GOV.UK components. Body classes are set here because the usual inline
// snippet is refused by our content security policy.
const address = document.querySelector('meta[name="govuk-frontend"]').content

document.body.classList.add('js-enabled', 'govuk-frontend-supported')

import(address).then(({ initAll }) => initAll())
