/** How long after the last touch a page's own requests still count as a person's work. */
const presentMs = 60_000;

let touchedAt = Date.now();

/** Notes every key, click and scroll. */
export function watchPresence(): void {
  const touch = () => {
    touchedAt = Date.now();
  };
  for (const type of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'])
    addEventListener(type, touch, { passive: true, capture: true });
}

/** Whether a person has touched the page lately. */
export function isPresent(): boolean {
  return Date.now() - touchedAt < presentMs;
}
