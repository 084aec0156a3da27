// What a page gains with JavaScript beyond htmx. Every page works without this file.

// A zone field of a first visit begins with the browser's own zone, where the field offers it.
function proposeZone(root) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const field of root.querySelectorAll("[data-zone]")) {
    if (!field.options || [...field.options].some((option) => option.value === zone)) field.value = zone;
  }
}
document.addEventListener("htmx:load", (event) => proposeZone(event.target));
