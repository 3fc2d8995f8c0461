import { mediaView } from '../graphql/fields/media.mjs';
import { html, page, raw } from './html.mjs';
import { storefrontStyle } from './storefrontStyle.mjs';

/** What a shopper sees of a product: its READY media in order, a video playing where it stands. */
export function storefrontPage(world, product) {
  const [variant] = product.variants;
  return page({
    title: `${product.title} – ${shopName(product.shop)}`,
    style: storefrontStyle,
    body: html`${masthead(product.shop)}
<main class="product">
<div id="gallery" data-live>${gallery(world, product)}</div>
<div class="buy"><p class="vendor">${product.vendor}</p><h1>${product.title}</h1>
<p class="price">${money(variant?.price)}${variant?.compareAtPrice ? html`<s>${money(variant.compareAtPrice)}</s>` : ''}</p>
<form onsubmit="return false">${product.options.filter(({ name }) => name !== 'Title').map(choices)}<button class="add">Add to bag</button></form>
${product.bodyHtml ? html`<div class="about">${raw(product.bodyHtml)}</div>` : ''}</div>
</main>
${stillness}`,
  });
}

export function shelfPage(world) {
  const shop = world.shops.names()[0];
  const products = world.catalog.all(shop).filter((one) => one.status === 'ACTIVE');
  return page({
    title: shopName(shop),
    style: storefrontStyle,
    body: html`${masthead(shop)}<main><h1 class="all">All products</h1>
<ul class="shelf" id="shelf" data-live>${products.map((one) => shelfItem(world, one))}</ul></main>`,
  });
}

function masthead(shop) {
  return html`<header class="shop"><a class="name" href="/collections/all">${shopName(shop)}</a><nav aria-label="Shop"><a href="/">Store admin</a></nav></header>`;
}

function gallery(world, product) {
  const ready = product.mediaIds.map((id) => world.library.get(id)).filter((one) => one?.status === 'READY');
  if (!ready.length) {
    return html`<div class="empty">Pictures are on their way.</div>`;
  }
  return html`<ul class="gallery">${ready.map((media, index) => html`<li>${shown(media, mediaView(world, media), product, index)}</li>`)}</ul>`;
}

function shown(media, view, product, index) {
  const alt = media.alt || product.title;
  if (media.type === 'Video') {
    return html`<video src="${view.sources[0].url}" poster="${view.preview.image.url}"
  width="${media.width}" height="${media.height}" autoplay muted loop playsinline preload="auto"
  aria-label="${alt}"></video>`;
  }
  return html`<img src="${view.image.url}" width="${media.width}" height="${media.height}" alt="${alt}"${index ? html` loading="lazy"` : ''}>`;
}

function choices({ name, values }) {
  const one = (value, index) =>
    html`<label><input type="radio" name="${name}" value="${value}"${index ? '' : html` checked`}><span>${value}</span></label>`;
  return html`<fieldset><legend>${name}</legend><div class="choices">${values.map(one)}</div></fieldset>`;
}

function shelfItem(world, product) {
  const picture = product.mediaIds
    .map((id) => world.library.get(id))
    .filter(Boolean)
    .map((one) => mediaView(world, one).preview.image)
    .find(Boolean);
  return html`<li><a href="/products/${encodeURIComponent(product.handle)}">
<div class="tile">${picture ? html`<img src="${picture.url}" alt="">` : ''}</div>
<p>${product.title}</p><p class="price">${money(product.variants[0]?.price)}</p></a></li>`;
}

const shopName = (shop) =>
  shop
    .split('.')[0]
    .split('-')
    .filter((word) => word !== 'dev')
    .join(' ');

const money = (amount) => (amount ? `$${amount}` : '');

/** Who asked for less motion gets a still with controls. */
const stillness = raw(`<script>
if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
  for (const video of document.querySelectorAll('video')) { video.removeAttribute('autoplay'); video.pause(); video.controls = true; }
}
</script>`);
