import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';

/**
 * `node samples.mjs --out DIR`: product photos and a products.json that describes them. The photos come with the npm package
 * @vendure/create 2.0.0 (MIT), which took them from Unsplash under its licence: free use, no resale as they are.
 */
const products = [
  [
    'Cloudline Trainer',
    'Shoes',
    'Apparel & Accessories > Shoes',
    'sneakers, running, grey',
    '98.00',
    'imani-clovis-234736-unsplash.jpg',
    'Cushioned everyday trainer with a pull tab and a flexible sole.',
  ],
  [
    'Harbour High Top',
    'Shoes',
    'Apparel & Accessories > Shoes',
    'sneakers, high-top, white',
    '115.00',
    'xavier-teo-469050-unsplash.jpg',
    'Off-white leather high top with an ankle strap.',
  ],
  [
    'Nightrun Knit',
    'Shoes',
    'Apparel & Accessories > Shoes',
    'sneakers, running, black',
    '129.00',
    'thomas-serer-420833-unsplash.jpg',
    'Knitted upper, reinforced heel and a light, springy midsole.',
  ],
  [
    'Runner One',
    'Shoes',
    'Apparel & Accessories > Shoes',
    'sneakers, running, black',
    '120.00',
    'nikolai-chernichenko-1299748-unsplash.jpg',
    'Low-top knit runner, 210 g per shoe.',
  ],
  [
    'Speed Rope',
    'Fitness',
    'Sporting Goods > Exercise & Fitness',
    'fitness, training',
    '18.00',
    'stoica-ionela-530966-unsplash.jpg',
    'Skipping rope with weighted handles, three metres long.',
  ],
  [
    'Instant Camera',
    'Cameras',
    'Cameras & Optics > Cameras',
    'camera, instant, gift',
    '149.00',
    'eniko-kis-663725-unsplash.jpg',
    'Instant film camera with a built-in flash and a fixed-focus lens.',
  ],
  [
    'Desert Cactus',
    'Plants',
    'Home & Garden > Plants',
    'plant, indoor, gift',
    '24.50',
    'charles-deluvio-695736-unsplash.jpg',
    'Columnar cactus in a terracotta pot, about 30 cm tall.',
  ],
  [
    'Atelier Stool',
    'Furniture',
    'Furniture > Chairs',
    'stool, wood, kitchen',
    '85.00',
    'ruslan-bardash-351288-unsplash.jpg',
    'Limed ash stool with a hand slot in the seat.',
  ],
];

const at = process.argv.indexOf('--out');
const out = at > 0 ? process.argv[at + 1] : null;
if (!out) {
  process.stderr.write('usage: node samples.mjs --out DIR\n');
  process.exit(2);
}

const folder = photoFolder();
if (!folder) {
  process.stderr.write('The sample photos are missing: run npm ci in this folder first.\n');
  process.exit(1);
}
mkdirSync(out, { recursive: true });
const described = products.map(([title, type, category, tags, price, source, description]) => {
  const file = `${title.toLowerCase().replaceAll(' ', '-')}.jpg`;
  copyFileSync(join(folder, source), join(out, file));
  return {
    title,
    type,
    category,
    tags,
    price,
    vendor: 'Atelier',
    description: `<p>${description}</p>`,
    file,
    credit: `${source.replace(/-\d+-unsplash\.jpg$/, '').replaceAll('-', ' ')}, Unsplash licence`,
  };
});
writeFileSync(join(out, 'products.json'), `${JSON.stringify(described, null, 2)}\n`);
process.stdout.write(`${described.length} products in ${out}\n`);

function photoFolder() {
  try {
    const images = join(dirname(createRequire(import.meta.url).resolve('@vendure/create/package.json')), 'assets', 'images');
    return existsSync(images) ? images : null;
  } catch {
    return null;
  }
}
