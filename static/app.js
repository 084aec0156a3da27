// What a page gains with JavaScript beyond htmx. Every page works without this file.

// A zone field of a first visit begins with the browser's own zone, where the field offers it.
function proposeZone(root) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const field of root.querySelectorAll("[data-zone]")) {
    if (!field.options || [...field.options].some((option) => option.value === zone)) field.value = zone;
  }
}
document.addEventListener("htmx:load", (event) => proposeZone(event.target));

// Messages go after ten seconds, but never while someone is on them.
function fadeToasts(root) {
  for (const toast of root.querySelectorAll(".toast")) {
    const leave = () => (toast.matches(":hover, :focus-within") ? setTimeout(leave, 2000) : toast.remove());
    setTimeout(leave, 10000);
  }
}

// Zone fields offer the browser's own list of zones; without it any city's name can be typed.
function offerZones(root) {
  if (!root.querySelector("[data-zones]") || document.getElementById("zones")) return;
  const list = document.createElement("datalist");
  list.id = "zones";
  for (const zone of Intl.supportedValuesOf?.("timeZone") ?? []) list.append(new Option(zone.replaceAll("_", " "), zone));
  document.body.append(list);
}

// A running timer shows how long it has run.
function tick() {
  for (const running of document.querySelectorAll("[data-since]")) {
    const minutes = Math.max(0, Math.floor((Date.now() - new Date(running.dataset.since)) / 60000)); // a clock may be slow
    running.nextElementSibling.textContent = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  }
}
setInterval(tick, 10000);

// On a scale the arrow keys go from answer to answer, and Tab on to the next scale.
function leadThroughScales(root) {
  for (const scale of root.querySelectorAll(".points")) {
    const stop = scale.querySelector(":focus") ?? scale.querySelector("[aria-pressed=true]") ?? scale.firstElementChild;
    for (const answer of scale.children) answer.tabIndex = answer === stop ? 0 : -1;
  }
}
document.addEventListener("keydown", (event) => {
  const [back, on] = [event.key === "ArrowLeft", event.key === "ArrowRight"];
  if (!(back || on) || !event.target.matches(".points > button")) return;
  (back ? event.target.previousElementSibling : event.target.nextElementSibling)?.focus();
  leadThroughScales(event.target.closest(".scale"));
  event.preventDefault();
});

// Charts below what is seen are drawn a little later: a week that is printed has them too.
function drawUnseen() {
  for (const chart of document.querySelectorAll(".chart[hx-get]")) {
    if (chart.checkVisibility()) chart.dispatchEvent(new Event("unseen"));
  }
}

// The button that prints is there where it can.
function offerPrint(root) {
  for (const button of root.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.onclick = () => window.print();
  }
}

function enliven(root) {
  if (root === document.body || root.querySelector(".figure")) setTimeout(drawUnseen, 500);
  fadeToasts(root);
  offerZones(root);
  leadThroughScales(root);
  tick();
}
document.addEventListener("htmx:load", (event) => enliven(event.target));
document.addEventListener("htmx:oobAfterSwap", (event) => enliven(event.target));

// What a number was made of opens below it: the focus goes there, and with it what is seen.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.matches(".made")) event.target.querySelector("summary")?.focus();
});

// The morning's question goes with its answer: the focus then is at the week, which stood below it.
document.addEventListener("htmx:afterSettle", (event) => {
  if (document.activeElement !== document.body) return;
  if (event.target.matches("main")) document.getElementById("summary")?.focus({ preventScroll: true });
});

// What was tapped may be gone from a card that has changed (Cancel, Save): the focus then stays in that card.
document.addEventListener("htmx:afterSettle", (event) => {
  if (document.activeElement !== document.body || !event.target.matches(".card")) return;
  event.target.querySelector(".sheet :is(input:not([type=hidden]), select), [id$=-more]")?.focus({ preventScroll: true });
});

// What a page that asks again and again says aloud is said when it changes, not each time.
document.addEventListener("htmx:oobBeforeSwap", ({ target, detail }) => {
  if ("once" in target.dataset && target.textContent === detail.fragment.textContent) detail.shouldSwap = false;
});

// A tap that fails must never look like one that was logged: an error, no network, no answer.
function admitTrouble(event) {
  const toasts = document.getElementById("toast");
  const said = { 503: "busy", 507: "full" }[event.detail.xhr?.status] ?? "trouble"; // 507: the disk has no room left
  toasts.replaceChildren(document.getElementById(said).content.cloneNode(true));
  fadeToasts(toasts);
}
for (const failed of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) document.addEventListener(failed, admitTrouble);

// An answer without the part that was asked for, as when one has been logged out meanwhile, is shown whole.
document.addEventListener("htmx:beforeSwap", (event) => {
  const part = event.detail.requestConfig.elt.closest("[hx-select]")?.getAttribute("hx-select");
  if (!part || !event.detail.shouldSwap) return;
  const answer = new DOMParser().parseFromString(event.detail.serverResponse, "text/html");
  if (answer.querySelector(part)) return;
  event.detail.shouldSwap = false;
  location.assign(event.detail.xhr.responseURL);
});

// A file that is too large is refused before it is sent; the server would say the same only afterwards.
document.addEventListener("change", ({ target }) => {
  if (!target.dataset.most) return;
  const isLarger = target.files[0]?.size > Number(target.dataset.most);
  target.setCustomValidity(isLarger ? target.dataset.larger : "");
  target.reportValidity();
});

// While a file is sent, its form shows how much of it has got through.
document.addEventListener("htmx:xhr:progress", (event) => {
  const sending = event.target.querySelector?.(".sending");
  if (!sending || !event.detail.lengthComputable) return;
  sending.hidden = false;
  sending.querySelector("progress").value = event.detail.loaded / event.detail.total;
});
