// One file on its way to the server: how far it is, stopped on wish, and why it did not arrive.

// A line on which nothing moves for so long is lost.
const SILENCE_MS = 30_000;

export class Lost extends Error {}
export class Stopped extends Error {}

// progress: told the share that has gone, 0–1. signal: stops it. Returns whether it went well,
// whether what went wrong passes, and what was answered.
export function send(address, body, { progress, signal }) {
  return new Promise((resolve, reject) => {
    // Only XMLHttpRequest tells how far an upload is.
    const request = new XMLHttpRequest();
    let silence = 0;
    const lose = () => {
      request.abort();
      reject(new Lost());
    };
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(lose, SILENCE_MS);
    };
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => {
      listen();
      progress(total ? loaded / total : 0);
    };
    request.onload = () => resolve({ ok: request.status === 200, passes: passes(request.status), told: read(request) });
    request.onerror = () => reject(new Lost());
    request.onloadend = () => clearTimeout(silence);
    signal.addEventListener("abort", () => {
      request.abort();
      reject(new Stopped());
    });
    listen();
    request.send(body);
  });
}

// Whether a second try may go better: too many at once, or a server in trouble.
export function passes(status) {
  return status === 429 || status >= 500;
}

function read(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return {};
  }
}
