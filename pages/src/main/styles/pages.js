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

// <dialog id="session"> opens two minutes before the session ends; what he does in another tab
// counts here too. Times are in seconds from the moment the page was made.
const session = document.getElementById('session');
if (session) {
  const warning = 120_000;
  const end = Date.now() + Number(session.dataset.end) * 1000;
  const tabs = new BroadcastChannel('session');
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'short' });
  let idle;
  let timers = [];
  const first = () => Math.min(idle, end);
  // The form to log out says that nobody pressed its button; the data go from the screen at once.
  const leave = () => {
    const form = document.getElementById('logout');
    form.insertAdjacentHTML('beforeend', '<input type="hidden" name="ended" value="1">');
    document.querySelector('main').hidden = true;
    form.submit();
  };
  const warn = () => {
    const kind = idle < end ? 'extendable' : 'final';
    for (const part of session.querySelectorAll('[data-if]')) {
      part.hidden = part.dataset.if !== kind;
      if (!part.hidden && part.id) session.setAttribute('aria-describedby', part.id);
    }
    for (const time of session.querySelectorAll('[data-time]')) time.textContent = clock.format(first());
    if (!session.open) session.showModal();
  };
  // Timers stand still while a computer sleeps: whoever comes back is looked at anew.
  const look = () => {
    if (Date.now() >= first()) leave();
    else if (Date.now() >= first() - warning) warn();
    else if (session.open) session.close();
  };
  const plan = () => {
    timers.forEach(clearTimeout);
    idle = Date.now() + Number(session.dataset.idle) * 1000;
    timers = [first() - warning, first()].map((at) => setTimeout(look, Math.max(0, at - Date.now())));
    look();
  };
  const stay = async () => {
    const answer = await fetch(session.dataset.extend, { redirect: 'manual' }).catch(() => undefined);
    session.querySelector('[data-failed]').hidden = Boolean(answer);
    if (!answer) return;
    if (answer.status !== 204) return leave();
    tabs.postMessage('extended');
    plan();
  };
  session.addEventListener('click', (event) => {
    if (event.target.closest('[data-close]')) session.close();
    if (event.target.closest('[data-stay]')) stay();
  });
  // Esc stays too. Until that has worked the question stands.
  session.addEventListener('cancel', (event) => {
    if (idle >= end) return;
    event.preventDefault();
    stay();
  });
  for (const file of document.querySelectorAll('[data-file]')) file.addEventListener('click', plan);
  document.addEventListener('visibilitychange', look);
  tabs.addEventListener('message', plan);
  tabs.postMessage('opened');
  plan();
}
