// The cells run at the page's frames. A count of these waits as long as a slow machine needs, where a time would be over
// before the next cell has had its turn.

/** @returns what stops the waiting */
export function afterFrames(count: number, then: () => void): () => void {
  let frame = requestAnimationFrame(function next() {
    if (count-- > 0) frame = requestAnimationFrame(next);
    else then();
  });
  return () => {
    cancelAnimationFrame(frame);
  };
}
