// SPDX-License-Identifier: EUPL-1.2
// Small comforts. Every page works without them.

// <a data-dialog="id" href="…"> opens the dialog instead of the page that says the same.
for (const opener of document.querySelectorAll('[data-dialog]')) {
  const dialog = document.getElementById(opener.dataset.dialog);
  opener.setAttribute('aria-haspopup', 'dialog');
  opener.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    dialog.showModal();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.closest('[data-close]')) dialog.close();
  });
  dialog.addEventListener('close', () => opener.focus());
}

// <button data-print hidden> can only do its work here.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// A personal page that the browser kept is asked for again, so that nothing shows after a logout.
window.addEventListener('pageshow', (event) => {
  if (event.persisted && document.querySelector('[data-personal]')) window.location.reload();
});
