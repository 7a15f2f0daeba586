/** All that is reached from these nodes of a graph, going on from each; they themselves are left out. */
export function reachable<Node>(
  from: readonly Node[],
  next: (node: Node) => Iterable<Node>,
): Set<Node> {
  const found = new Set<Node>();
  const visit = (node: Node) => {
    for (const neighbour of next(node)) {
      if (found.has(neighbour)) continue;
      found.add(neighbour);
      visit(neighbour);
    }
  };
  from.forEach(visit);
  for (const node of from) found.delete(node);
  return found;
}
