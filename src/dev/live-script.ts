// What each page does in the browser: it waits to be told that it is old. A page that nobody looks at does not wait,
// because browsers keep no more than six connections to a server.

export const LIVE_SCRIPT = `"use strict";
const { tag } = document.documentElement.dataset;
const light = document.querySelector("#live");
let events;
function say(state, words) {
  light.className = state;
  light.textContent = words;
}
function connect() {
  events = new EventSource("/events" + location.search);
  events.addEventListener("open", () => say("on", "live"));
  events.addEventListener("reload", ({ data }) => {
    if (data !== tag) location.reload();
  });
  events.addEventListener("error", () => {
    say("off", "cyanotype dev is not running");
    if (events.readyState === EventSource.CLOSED) setTimeout(connect, 2000);
  });
}
document.addEventListener("visibilitychange", () => {
  events?.close();
  if (!document.hidden) connect();
});
if (!document.hidden) connect();
`;
