const [LEAST, USUAL, MOST, STEP] = [260, 320, 620, 20];

/** A grip that changes the width of the properties by pointer and by arrow keys. */
export function resizable(host, pane) {
  const grip = document.createElement('div');
  grip.className = 'q-grip';
  grip.tabIndex = 0;
  const attributes = {
    role: 'separator',
    'aria-orientation': 'vertical',
    'aria-valuemin': LEAST,
    'aria-valuemax': MOST,
    'aria-valuenow': USUAL,
  };
  Object.entries(attributes).forEach(([name, value]) => grip.setAttribute(name, value));
  const put = (width) => {
    const clamped = Math.round(Math.min(MOST, Math.max(LEAST, width)));
    host.style.setProperty('--q-right', `${clamped}px`);
    grip.setAttribute('aria-valuenow', clamped);
  };
  grip.addEventListener('pointerdown', (event) => {
    grip.setPointerCapture(event.pointerId);
    grip.onpointermove = (move) => put(host.getBoundingClientRect().right - move.clientX);
  });
  grip.addEventListener('lostpointercapture', () => {
    grip.onpointermove = null;
  });
  grip.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (by) {
      put(pane.offsetWidth + by);
      event.preventDefault();
    }
  });
  return grip;
}
