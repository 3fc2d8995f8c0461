import { mediaView } from '../graphql/fields/media.mjs';
import { adminBar } from './adminList.mjs';
import { adminStyle } from './adminStyle.mjs';
import { html, page } from './html.mjs';

export function adminProductPage(world, product) {
  const media = product.mediaIds.map((id) => world.library.get(id)).filter(Boolean);
  const deliveries = world.records
    .all('delivery')
    .filter((one) => one.subject === product.id)
    .reverse();
  return page({
    title: `${product.title} · local store`,
    style: adminStyle,
    body: html`${adminBar(product.shop)}
<main class="two">
<div class="title"><h1>${product.title}</h1>
<p class="soft">${product.productType || 'No type'} · ${product.variants[0]?.price ?? ''} · ${product.tags.join(', ') || 'no tags'} ·
<a href="/products/${encodeURIComponent(product.handle)}">See it in the storefront</a></p></div>
<section aria-labelledby="media-title"><h2 id="media-title">Media</h2>
<div id="media" data-live>${tiles(world, product, media)}</div>
<form method="post" action="/_sandbox/products/${product.id}/photos" enctype="multipart/form-data">
<label for="photos">Add photos</label><input id="photos" name="photos" type="file" accept="image/*" multiple required>
<button>Upload</button></form></section>
<div class="stack">${editForm(product)}</div>
<section class="wide" aria-labelledby="log-title"><h2 id="log-title">Webhooks sent to the app</h2><div id="log" class="scroll" data-live>${log(deliveries)}</div></section>
</main>`,
  });
}

function tiles(world, product, media) {
  return media.length ? html`<ul class="media">${media.map((one) => tile(world, product, one))}</ul>` : html`<p class="soft">No media.</p>`;
}

function tile(world, product, media) {
  const view = mediaView(world, media);
  const size = media.width ? ` · ${media.width}×${media.height}` : '';
  const length = media.duration ? ` · ${(media.duration / 1000).toFixed(1)} s` : '';
  return html`<li><figure>${picture(media, view)}
<figcaption><span class="status ${media.status}">${media.status}</span> · ${media.type === 'Video' ? 'video' : 'image'}${size}${length}<br>
${media.filename}<br>
<span class="soft">Alt: ${media.alt || 'none'}</span>${media.errors.map((error) => html`<br><span class="bad">${error.code}: ${error.message}</span>`)}
</figcaption></figure>
<form method="post" action="/_sandbox/products/${product.id}/media/${media.id}/deletion">
<button class="quiet" aria-label="Delete ${media.filename}">Delete</button></form></li>`;
}

function picture(media, view) {
  if (media.status !== 'READY') {
    return html`<div class="blank">${media.status === 'FAILED' ? 'No picture' : 'Working…'}</div>`;
  }
  if (media.type === 'Video') {
    return html`<video src="${view.originalSource.url}" poster="${view.preview.image.url}" controls muted loop playsinline preload="none" aria-label="${media.alt || media.filename}"></video>`;
  }
  return html`<img src="${view.image.url}" alt="${media.alt ?? ''}">`;
}

function editForm(product) {
  const choice = (status) =>
    html`<option value="${status}"${product.status === status ? html` selected` : ''}>${status.toLowerCase()}</option>`;
  return html`<form class="card" method="post" action="/_sandbox/products/${product.id}"><h2>Change</h2>
<label for="title">Title</label><input id="title" name="title" value="${product.title}" required>
<label for="price">Price</label><input id="price" name="price" inputmode="decimal" value="${product.variants[0]?.price ?? ''}">
<label for="tags">Tags</label><input id="tags" name="tags" value="${product.tags.join(', ')}">
<label for="status">Status</label><select id="status" name="status">${['ACTIVE', 'DRAFT', 'ARCHIVED', 'UNLISTED'].map(choice)}</select>
<button>Save</button></form>
<form method="post" action="/_sandbox/products/${product.id}/deletion"><button class="quiet">Delete this product</button></form>`;
}

function log(deliveries) {
  if (!deliveries.length) {
    return html`<p class="soft">None.</p>`;
  }
  const head = ['Time (UTC)', 'Topic', 'State', 'Tries', 'Answers', 'Webhook id'];
  return html`<table><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${deliveries.map(line)}</tbody></table>`;
}

function line({ triggeredAt, topic, state, tries, answers, id }) {
  return html`<tr><td>${new Date(triggeredAt).toISOString().slice(11, 19)}</td><td>${topic}</td>
<td class="status ${state.replace(' ', '')}">${state}</td><td>${tries}</td>
<td class="answers">${counted(answers)}</td><td class="soft">${id}</td></tr>
`;
}

/** "ECONNREFUSED ×3, 200" */
function counted(answers) {
  const runs = [];
  for (const answer of answers) {
    if (runs.at(-1)?.answer === answer) {
      runs.at(-1).times += 1;
    } else {
      runs.push({ answer, times: 1 });
    }
  }
  return runs.map(({ answer, times }) => (times > 1 ? `${answer} ×${times}` : answer)).join(', ');
}
