// SPDX-License-Identifier: EUPL-1.2
// A form with [data-passkey] asks the browser for a passkey before it is sent: "get" to log in with
// one, "create" to register one, as [data-options] says. What the browser made goes along in the
// field "credential". Whatever goes wrong is shown in [data-failed], and nothing is sent.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
const known = (list) => (list ?? []).map((each) => ({ ...each, id: bytes(each.id) }));

function readable(options) {
  const publicKey = { ...options, challenge: bytes(options.challenge) };
  if (options.user) publicKey.user = { ...options.user, id: bytes(options.user.id) };
  publicKey.allowCredentials = known(options.allowCredentials);
  publicKey.excludeCredentials = known(options.excludeCredentials);
  return { publicKey };
}

function written(credential) {
  const { response } = credential;
  const parts = { clientDataJSON: text(response.clientDataJSON) };
  for (const name of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (response[name] instanceof ArrayBuffer && !(name === 'authenticatorData' && parts.attestationObject)) {
      parts[name] = text(response[name]);
    }
  }
  if (response.getTransports) parts.transports = response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: parts,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

for (const form of document.querySelectorAll('[data-passkey]')) {
  const failed = form.querySelector('[data-failed]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      const options = readable(JSON.parse(form.dataset.options));
      const credential = await navigator.credentials[form.dataset.passkey](options);
      form.elements.namedItem('credential').value = written(credential);
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}
