export const storefrontStyle = `
:root { --ground: #fff; --ink: #141414; --soft: #6a6a6a; --line: #e4e4e4; --tile: #f4f4f4; --buy: #141414; --onBuy: #fff; }
@media (prefers-color-scheme: dark) { :root { --ground: #121212; --ink: #f2f2f2; --soft: #a6a6a6; --line: #303030; --tile: #1c1c1c; --buy: #f2f2f2; --onBuy: #121212; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 "Helvetica Neue", Helvetica, Arial, sans-serif; }
a { color: inherit; }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 3px; }
.shop { display: flex; justify-content: space-between; align-items: baseline; padding: 1.25rem clamp(1rem, 4vw, 3rem); border-bottom: 1px solid var(--line); }
.shop a { text-decoration: none; }
.shop .name { font: 600 1.15rem/1 Georgia, "Times New Roman", serif; letter-spacing: .22em; text-transform: uppercase; }
.shop nav a { font-size: .85rem; color: var(--soft); }
.product { display: grid; gap: clamp(1.5rem, 4vw, 4rem); max-width: 84rem; margin: 0 auto; padding: clamp(1rem, 3vw, 2.5rem) clamp(1rem, 4vw, 3rem) 4rem; }
@media (min-width: 56rem) { .product { grid-template-columns: minmax(0, 1.55fr) minmax(18rem, 1fr); align-items: start; } .buy { position: sticky; top: 2rem; } }
.gallery { display: grid; gap: .75rem; grid-template-columns: repeat(2, minmax(0, 1fr)); margin: 0; padding: 0; list-style: none; }
.gallery li { background: var(--tile); overflow: hidden; }
.gallery li:first-child { grid-column: 1 / -1; }
.gallery li:nth-child(2):last-child { grid-column: 1 / -1; }
.gallery img, .gallery video { display: block; width: 100%; height: 100%; max-height: 82vh; object-fit: contain; }
@media (max-width: 40rem) {
  .gallery { display: flex; overflow-x: auto; scroll-snap-type: x mandatory; margin-inline: -1rem; padding-inline: 1rem; }
  .gallery li { flex: 0 0 88%; scroll-snap-align: center; } }
.empty { padding: 6rem 1rem; text-align: center; color: var(--soft); background: var(--tile); }
.vendor { margin: 0; font-size: .8rem; letter-spacing: .14em; text-transform: uppercase; color: var(--soft); }
h1 { margin: .4rem 0 .6rem; font: 400 clamp(1.7rem, 3vw, 2.4rem)/1.15 Georgia, "Times New Roman", serif; text-wrap: balance; }
.price { margin: 0; font-size: 1.15rem; } .price s { color: var(--soft); margin-left: .5rem; }
fieldset { border: 0; margin: 1.5rem 0 0; padding: 0; } legend { padding: 0; font-size: .85rem; color: var(--soft); margin-bottom: .5rem; }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; }
.choices label { position: relative; } .choices input { position: absolute; opacity: 0; inset: 0; }
.choices span { display: block; min-width: 3rem; padding: .55rem .9rem; text-align: center; border: 1px solid var(--line); font-size: .9rem; }
.choices input:checked + span { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); } 
.choices input:focus-visible + span { outline: 2px solid var(--ink); outline-offset: 3px; }
.add { width: 100%; margin-top: 1.75rem; padding: 1rem; font: inherit; font-weight: 600; letter-spacing: .04em; color: var(--onBuy); background: var(--buy); border: 0; cursor: pointer; }
.about { margin-top: 2rem; padding-top: 1.5rem; border-top: 1px solid var(--line); color: var(--soft); } .about p:first-child { margin-top: 0; }
.shelf { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); max-width: 84rem; margin: 0 auto; padding: clamp(1rem, 4vw, 3rem); list-style: none; }
.all { text-align: center; margin-top: 2rem; }
.shelf a { text-decoration: none; } 
.shelf .tile { aspect-ratio: 4 / 5; background: var(--tile); } .shelf img { width: 100%; height: 100%; object-fit: cover; display: block; } 
.shelf p { margin: .6rem 0 0; } .shelf .price { color: var(--soft); font-size: .95rem; margin: 0; }
`;
