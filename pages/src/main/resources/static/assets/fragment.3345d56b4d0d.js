/* SPDX-License-Identifier: EUPL-1.2 */
var t=document.querySelector("[data-code]");function n(){let e=window.location.hash.slice(1);e&&(window.history.replaceState(null,"",window.location.pathname),t.elements.namedItem("code").value=e,t.requestSubmit())}window.addEventListener("hashchange",n);n();
