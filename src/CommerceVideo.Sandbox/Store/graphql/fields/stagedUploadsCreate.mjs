export function stagedUploadsCreate(world, { input }) {
  const opened = input.map((one) => world.targets.open(world.shop, one));
  const userErrors = opened.flatMap(({ problem }, index) =>
    problem ? [{ field: ['input', String(index), problem[0]], message: problem[1] }] : [],
  );
  const stagedTargets = opened.map((target) => (target.problem ? { url: null, resourceUrl: null, parameters: [] } : target));
  return { stagedTargets, userErrors };
}
