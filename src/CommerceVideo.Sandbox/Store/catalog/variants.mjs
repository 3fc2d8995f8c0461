/** Variants as a merchant lists them: `[{options: {Size: "S"}, price, sku}]`; without any, Shopify's single "Default Title". */
export function variantsFor(given, price, newId, now) {
  const listed = given?.length ? given : [{ options: { Title: 'Default Title' }, price }];
  return listed.map((variant, index) => {
    const values = Object.values(variant.options ?? { Title: variant.title ?? 'Default Title' }).map(String);
    return {
      id: newId(),
      title: values.join(' / '),
      position: index + 1,
      price: money(variant.price ?? price ?? '0.00'),
      compareAtPrice: variant.compareAtPrice ? money(variant.compareAtPrice) : null,
      sku: variant.sku ?? '',
      barcode: variant.barcode ?? '',
      option1: values[0] ?? null,
      option2: values[1] ?? null,
      option3: values[2] ?? null,
      mediaId: null,
      inventoryItemId: newId(),
      inventoryQuantity: variant.inventoryQuantity ?? 10,
      createdAt: now,
      updatedAt: now,
    };
  });
}

export function optionsFor(given, newId) {
  const values = new Map();
  for (const variant of given?.length ? given : [{ options: { Title: 'Default Title' } }]) {
    for (const [name, value] of Object.entries(variant.options ?? { Title: variant.title ?? 'Default Title' })) {
      values.set(name, (values.get(name) ?? new Set()).add(String(value)));
    }
  }
  return [...values].map(([name, set], index) => ({ id: newId(), name, position: index + 1, values: [...set] }));
}

export function money(text) {
  const amount = Number(String(text).replace(',', '.'));
  if (!Number.isFinite(amount) || amount < 0) {
    throw new RangeError(`"${text}" is not a price`);
  }
  return amount.toFixed(2);
}
