export function pageRoutes() {
  return [];
}
