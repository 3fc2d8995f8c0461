import { Refusal } from '../http/answers.mjs';
import { readParts, text } from '../http/multipart.mjs';

const statuses = ['ACTIVE', 'DRAFT', 'ARCHIVED', 'UNLISTED'];

/** What a merchant's product form says: its fields, and its photos already kept as blobs. */
export async function readProductForm(req, blobs) {
  const fields = {};
  const photos = [];
  for await (const part of readParts(req, req.headers['content-type'])) {
    if (part.filename !== null) {
      const kept = await blobs.keep(part.body);
      if (part.filename) {
        photos.push({ filename: cleanName(part.filename), source: { ...kept, mime: part.type ?? 'application/octet-stream' } });
      }
    } else {
      fields[part.name] = await text(part.body);
    }
  }
  return { fields, photos };
}

/** A product's members from form fields or JSON; a Refusal says what cannot be taken. */
export function productMembers(fields) {
  const members = {
    title: fields.title?.trim(),
    productType: fields.type?.trim(),
    price: fields.price,
    compareAtPrice: fields.compareAtPrice,
    vendor: fields.vendor?.trim(),
    bodyHtml: fields.description,
    status: fields.status?.toUpperCase(),
    tags: fields.tags === undefined ? undefined : tagsOf(fields.tags),
    category: fields.category ? categoryOf(fields.category) : undefined,
    variants: fields.variants ? variantsOf(fields.variants) : undefined,
  };
  if (members.status && !statuses.includes(members.status)) {
    throw new Refusal(422, { errors: { status: `is one of ${statuses.join(', ')}` } });
  }
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function tagsOf(given) {
  const list = Array.isArray(given) ? given : String(given).split(',');
  return [...new Set(list.map((tag) => String(tag).trim()).filter(Boolean))];
}

/** "Apparel & Accessories > Clothing > Dresses", or the same with its id before a bar. */
function categoryOf(given) {
  const [id, fullName] = given.includes('|') ? given.split('|') : ['gid://shopify/TaxonomyCategory/aa-1', given];
  return { id, fullName: fullName.trim(), name: fullName.split('>').pop().trim() };
}

function variantsOf(given) {
  try {
    const variants = typeof given === 'string' ? JSON.parse(given) : given;
    if (Array.isArray(variants)) {
      return variants;
    }
  } catch {
    // said below
  }
  throw new Refusal(422, { errors: { variants: 'is a JSON list like [{"options":{"Size":"S"},"price":"10.00"}]' } });
}

const cleanName = (name) =>
  name
    .split(/[\\/]/)
    .pop()
    .replace(/[\u0000-\u001f"]/g, '')
    .replace(/^\.+/, '') || 'photo';
