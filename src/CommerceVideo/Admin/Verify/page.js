// Hashes a chosen file on this device and asks for its checksum. A sidecar, which is no video, is put into its form.
const largest = 500 * 1024 * 1024;
const largestSidecar = 32 * 1024;

const say = (text) => {
  document.getElementById("said").textContent = text;
};

const checksum = async (file) => {
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

const check = async (file) => {
  if (file.name.endsWith(".json") && file.size <= largestSidecar) {
    const text = document.getElementById("sidecar");
    text.value = await file.text();
    text.form.requestSubmit();
    return;
  }

  if (file.size > largest) {
    say("This file is too large to be read here. Compute its SHA-256 with another program and enter it below.");
    return;
  }

  say("Computing the checksum on this device…");
  const field = document.getElementById("sha256");
  field.value = await checksum(file);
  say("Looking it up…");
  field.form.requestSubmit();
};

// Browsers hash only on pages that came over https.
if (globalThis.crypto?.subtle) {
  document.getElementById("hashing").hidden = false;
  document.getElementById("file").addEventListener("change", async ({ target }) => {
    try {
      if (target.files.length > 0) {
        await check(target.files[0]);
      }
    } catch {
      say("The file could not be read. Choose it again.");
    }
  });
}
