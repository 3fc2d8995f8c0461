import { mediaView } from '../graphql/fields/media.mjs';
import { adminStyle } from './adminStyle.mjs';
import { html, page } from './html.mjs';

export function adminListPage(world) {
  const shop = world.shops.names()[0];
  const products = world.shops
    .names()
    .flatMap((name) => world.catalog.all(name))
    .reverse();
  return page({
    title: 'Products · local store',
    style: adminStyle,
    body: html`${adminBar(shop)}
<main class="two">
<section aria-labelledby="products-title"><h2 id="products-title">Products</h2><div id="products" data-live>${list(world, products)}</div></section>
${productForm()}
</main>`,
  });
}

function list(world, products) {
  return products.length
    ? html`<ul class="list">${products.map((one) => row(world, one))}</ul>`
    : html`<p class="soft">No products yet. Add one with a photo and watch its page.</p>`;
}

export function adminBar(shop) {
  return html`<header class="bar"><strong>${shop}</strong><span class="soft">local store for development</span>
<nav aria-label="Store"><a href="/">Products</a><a href="/collections/all">Storefront</a><a class="button" href="/_sandbox/launch?shop=${shop}">Open app</a></nav></header>`;
}

function row(world, product) {
  const media = product.mediaIds.map((id) => world.library.get(id)).filter(Boolean);
  const picture = media.map((one) => mediaView(world, one).preview.image).find(Boolean);
  const videos = media.filter((one) => one.type === 'Video').length;
  const told = `${media.length} media${videos ? `, ${videos} video${videos > 1 ? 's' : ''}` : ''}`;
  const thumb = picture ? html`<img class="thumb" src="${picture.url}" alt="">` : html`<span class="thumb"></span>`;
  return html`<li><a href="/admin/products/${product.id}">${thumb}
<span><strong>${product.title}</strong><br>
<span class="soft"><span class="${product.status}">${product.status.toLowerCase()}</span> · ${product.productType || 'no type'} · ${told}</span></span></a></li>`;
}

function productForm() {
  return html`<form class="card" method="post" action="/_sandbox/products" enctype="multipart/form-data">
<h2>Add a product</h2>
<label for="title">Title</label><input id="title" name="title" required autocomplete="off">
<label for="photos">Photos <small>JPEG, PNG, WEBP</small></label><input id="photos" name="photos" type="file" accept="image/*" multiple>
<label for="type">Type</label><input id="type" name="type" placeholder="Dresses">
<label for="price">Price</label><input id="price" name="price" inputmode="decimal" value="49.00">
<label for="vendor">Vendor</label><input id="vendor" name="vendor">
<label for="tags">Tags <small>separated by commas</small></label><input id="tags" name="tags">
<label for="description">Description</label><input id="description" name="description">
<button>Add product</button>
</form>`;
}
