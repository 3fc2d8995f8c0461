export const adminStyle = `
:root { --ground: #f3f3f1; --card: #fff; --ink: #1d1f1e; --soft: #5c615f; --line: #d9dbd8; --accent: #1f5f4b; --onAccent: #fff; --bad: #a3271f; --good: #1f6b3a; --wait: #7a5a00; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #161817; --card: #1f2221; --ink: #ecefed; --soft: #a3aaa6; --line: #363b38; --accent: #7fd0b2; --onAccent: #0d211a; --bad: #ff9d94; --good: #8fdca9; --wait: #ecc666; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
header.bar { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding: .75rem 1.25rem; background: var(--card); border-bottom: 1px solid var(--line); }
header.bar strong { font-size: 1rem; }
header.bar nav { margin-left: auto; display: flex; gap: 1rem; align-items: center; }
main { max-width: 72rem; margin: 0 auto; padding: 1.25rem; display: grid; gap: 1.25rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 60rem) { main.two { grid-template-columns: minmax(0, 1fr) 22rem; align-items: start; } }
h1 { font-size: 1.35rem; margin: 0; }
.title { grid-column: 1 / -1; } .title p { margin: .25rem 0 0; }
.stack { display: grid; gap: 1.25rem; justify-items: start; } .stack form.card { width: 100%; } .wide { grid-column: 1 / -1; }
h2 { font-size: 1.05rem; margin: 0 0 .75rem; }
section, form.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.25rem; }
label { display: block; font-weight: 600; margin-top: .75rem; }
label small { font-weight: 400; color: var(--soft); }
input, select { width: 100%; margin-top: .25rem; padding: .5rem .6rem; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: 7px; }
button, .button { display: inline-block; margin-top: 1rem; padding: .5rem 1rem; font: inherit; font-weight: 600; color: var(--onAccent); background: var(--accent); border: 0; border-radius: 7px;
  cursor: pointer; text-decoration: none; }
button.quiet { margin: 0; padding: .2rem .5rem; color: var(--bad); background: none; border: 1px solid currentColor; font-size: .85rem; }
header.bar .button { margin: 0; padding: .3rem .8rem; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; padding: .45rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
td.answers { white-space: normal; }
th { color: var(--soft); font-weight: 600; }
.scroll { overflow-x: auto; }
.list { list-style: none; margin: 0; padding: 0; display: grid; gap: .25rem; }
.list a { display: flex; gap: .9rem; align-items: center; padding: .5rem; border-radius: 8px; color: inherit; text-decoration: none; }
.list a:hover { background: var(--ground); }
.thumb { width: 52px; height: 52px; object-fit: cover; border-radius: 7px; background: var(--ground); border: 1px solid var(--line); flex: none; }
.media { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); }
.media figure { margin: 0; }
.media img, .media video, .media .blank { width: 100%; aspect-ratio: 1; object-fit: contain;
  background: var(--ground); border: 1px solid var(--line); border-radius: 8px; display: grid; place-items: center; color: var(--soft); }
.media figcaption { font-size: .85rem; margin-top: .35rem; overflow-wrap: anywhere; }
.status { font-weight: 600; } .READY, .delivered, .ACTIVE { color: var(--good); } .FAILED, .lost { color: var(--bad); } .PROCESSING, .UPLOADED, .due { color: var(--wait); }
.soft { color: var(--soft); } .bad { color: var(--bad); }
`;
