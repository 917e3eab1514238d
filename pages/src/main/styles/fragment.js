// SPDX-License-Identifier: EUPL-1.2
// A form with [data-code] takes what stands behind the # of the address, which never reached the
// server, and sends it in its body. The address bar keeps nothing of it. Without script one pastes.

const form = document.querySelector('[data-code]');

function take() {
  const code = window.location.hash.slice(1);
  if (!code) return;
  window.history.replaceState(null, '', window.location.pathname);
  form.elements.namedItem('code').value = code;
  form.requestSubmit();
}

window.addEventListener('hashchange', take);
take();
