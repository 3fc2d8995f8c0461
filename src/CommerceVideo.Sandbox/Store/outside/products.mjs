import { Refusal, redirect, send, sendJson } from '../http/answers.mjs';
import { readMembers } from '../http/bodies.mjs';
import { money } from '../catalog/variants.mjs';
import { removeMedia } from '../graphql/fields/fileDelete.mjs';
import { gid } from '../state/ids.mjs';
import { productMembers, readProductForm } from './productForm.mjs';

/** What a merchant does to products, by form or script. */
export function productRoutes(world) {
  const on = (act) => async (request) => act(request, existing(request, world), world);
  return [
    ['POST', '/_sandbox/products', (request) => create(request, world)],
    ['PATCH', '/_sandbox/products/{id}', on(change)],
    ['POST', '/_sandbox/products/{id}', on(change)],
    ['DELETE', '/_sandbox/products/{id}', on(remove)],
    ['POST', '/_sandbox/products/{id}/photos', on(addPhotos)],
    ['POST', '/_sandbox/products/{id}/deletion', on(remove)],
    ['DELETE', '/_sandbox/products/{id}/media/{mediaId}', on(deleteMedia)],
    ['POST', '/_sandbox/products/{id}/media/{mediaId}/deletion', on(deleteMedia)],
    ['POST', '/_sandbox/products/{id}/media/{mediaId}/replacement', on(replace)],
  ];
}

function existing({ parts: { id } }, world) {
  const shop = world.shops.names().find((name) => world.catalog.find(name, id));
  if (!shop) {
    throw new Refusal(404, { errors: 'No such product' });
  }
  return world.catalog.find(shop, id);
}

async function create(request, world) {
  const { fields, photos } = await readProductForm(request.req, world.blobs);
  const shop = fields.shop || world.shops.names()[0];
  if (!world.shops.names().includes(shop)) {
    throw new Refusal(404, { errors: 'No such shop' });
  }
  const members = productMembers(fields);
  if (!members.title) {
    throw new Refusal(422, { errors: { title: "can't be blank" } });
  }
  const product = priced(() => world.catalog.create(shop, members));
  const media = photos.map((photo) => world.library.add(shop, 'MediaImage', { ...photo, origin: 'merchant' }));
  const whole = world.catalog.adopt({ ...product, mediaIds: media.map(({ id }) => id) });
  world.catalog.announce('products/create', whole);
  media.forEach((one) => world.worker.begin(one));
  answer(request, 201, { id: product.id, gid: gid('Product', product.id), handle: product.handle, mediaIds: whole.mediaIds }, product.id);
}

async function change(request, product, world) {
  const { price, compareAtPrice, ...members } = productMembers(await readMembers(request.req));
  delete members.variants;
  const asked = priced(() => ({
    ...(price === undefined ? {} : { price: money(price) }),
    ...(compareAtPrice === undefined ? {} : { compareAtPrice: compareAtPrice ? money(compareAtPrice) : null }),
  }));
  const variants = Object.keys(asked).length ? { variants: product.variants.map((variant) => ({ ...variant, ...asked })) } : {};
  world.catalog.update(product, () => ({ ...members, ...variants }));
  answer(request, 200, { id: product.id }, product.id);
}

function remove(request, product, world) {
  world.catalog.remove(product);
  answer(request, 204, null, '');
}

async function addPhotos(request, product, world) {
  const { photos } = await readProductForm(request.req, world.blobs);
  const media = photos.map((photo) => world.library.add(product.shop, 'MediaImage', { ...photo, origin: 'merchant' }));
  if (media.length) {
    world.catalog.update(product, (now) => ({ mediaIds: [...now.mediaIds, ...media.map(({ id }) => id)] }));
    media.forEach((one) => world.worker.begin(one));
  }
  answer(request, 201, { mediaIds: media.map(({ id }) => id) }, product.id);
}

function deleteMedia(request, product, world) {
  removeMedia(world, mediaOf(request, product, world));
  answer(request, 204, null, product.id);
}

async function replace(request, product, world) {
  const old = mediaOf(request, product, world);
  const { photos } = await readProductForm(request.req, world.blobs);
  if (photos.length !== 1) {
    throw new Refusal(422, { errors: { photos: 'one photo takes the place of one' } });
  }
  const next = world.library.add(product.shop, 'MediaImage', { ...photos[0], alt: old.alt, origin: 'merchant' });
  world.library.remove(old.id);
  world.catalog.update(product, (now) => ({
    mediaIds: now.mediaIds.map((id) => (id === old.id ? next.id : id)),
    variants: now.variants.map((variant) => (variant.mediaId === old.id ? { ...variant, mediaId: next.id } : variant)),
  }));
  world.worker.begin(next);
  answer(request, 201, { mediaIds: [next.id] }, product.id);
}

function mediaOf({ parts: { mediaId } }, product, world) {
  const media = product.mediaIds.includes(mediaId) ? world.library.get(mediaId) : null;
  if (!media) {
    throw new Refusal(404, { errors: 'No such media on this product' });
  }
  return media;
}

function priced(act) {
  try {
    return act();
  } catch (problem) {
    throw problem instanceof RangeError ? new Refusal(422, { errors: { price: problem.message } }) : problem;
  }
}

/** A script gets JSON; a person's browser goes back to a page. */
function answer({ req, res }, status, body, productId) {
  if ((req.headers.accept ?? '').includes('text/html')) {
    redirect(res, productId ? `/admin/products/${productId}` : '/', 303);
  } else if (status === 204) {
    send(res, 204, '');
  } else {
    sendJson(res, status, body);
  }
}
