import { Refusal, sendHtml } from '../http/answers.mjs';
import { adminListPage } from './adminList.mjs';
import { adminProductPage } from './adminProduct.mjs';
import { shelfPage, storefrontPage } from './storefront.mjs';

/** The pages for a person: a small admin, and the storefront a shopper sees. */
export function pageRoutes(world) {
  return [
    ['GET', '/', ({ res }) => sendHtml(res, 200, adminListPage(world))],
    [
      'GET',
      '/admin/products/{id}',
      ({ res, parts }) =>
        sendHtml(
          res,
          200,
          adminProductPage(
            world,
            found(
              world.shops
                .names()
                .map((shop) => world.catalog.find(shop, parts.id))
                .find(Boolean),
            ),
          ),
        ),
    ],
    ['GET', '/collections/all', ({ res }) => sendHtml(res, 200, shelfPage(world))],
    [
      'GET',
      '/products/{handle}',
      ({ res, parts }) => sendHtml(res, 200, storefrontPage(world, found(visible(world.catalog.byHandle(parts.handle))))),
    ],
    ['GET', '/favicon.ico', ({ res }) => res.writeHead(204).end()],
  ];
}

const visible = (product) => (product && ['ACTIVE', 'UNLISTED'].includes(product.status) ? product : null);

function found(product) {
  if (!product) {
    throw new Refusal(404, { errors: 'Not Found' });
  }
  return product;
}
