// Line icons on a 24 px grid, drawn with strokes only.
const PATHS = {
  plus: ['M12 5v14', 'M5 12h14'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  back: ['M15 5l-7 7 7 7'],
  down: ['M6 9l6 6 6-6'],
  send: ['M4 12L20 4l-5 16-4-7z', 'M11 13l9-9'],
  clip: ['M19 11.500l-7.200 7.200a4.600 4.600 0 0 1-6.500-6.500l7.700-7.700a3.100 3.100 0 0 1 4.400 4.400l-7.600 7.600a1.500 1.500 0 0 1-2.200-2.100l6.700-6.700'],
  theme: ['M12 4a8 8 0 1 0 8 8 6 6 0 0 1-8-8z'],
  person: ['M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z', 'M4.500 20a7.500 7.500 0 0 1 15 0'],
  store: ['M4 10v9h16v-9', 'M3 10l2-5h14l2 5a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0z', 'M10 19v-5h4v5'],
  fault: ['M13 3L5 13.500h6L10 21l9-11h-6z'],
  list: ['M9 6h11', 'M9 12h11', 'M9 18h11', 'M4.500 6h.01', 'M4.500 12h.01', 'M4.500 18h.01'],
  link: ['M14 5h5v5', 'M19 5l-8 8', 'M17 14v5H5V7h5'],
  pin: ['M12 21s7-6.200 7-11.500a7 7 0 0 0-14 0C5 14.800 12 21 12 21z', 'M12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z'],
  file: ['M7 3h7l5 5v13H7z', 'M14 3v5h5'],
  reply: ['M10 7L5 12l5 5', 'M5 12h8a6 6 0 0 1 6 6'],
  warn: ['M12 4L2.500 20h19z', 'M12 10v4', 'M12 17h.01'],
  clock: ['M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z', 'M12 8v4l3 2'],
  sent: ['M5 13l4 4L19 7'],
  delivered: ['M2 13l4 4L16 7', 'M12 16l1 1L22 7'],
};

/** An SVG element; decorative unless a label is given. */
export function icon(name, label) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  if (label) {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
  } else {
    svg.setAttribute('aria-hidden', 'true');
  }
  for (const d of PATHS[name]) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
