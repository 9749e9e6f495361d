import { h, render } from 'preact';
import { iconSvg } from './icons.js';

/** An icon as text has it: hidden from screen readers. */
export const Icon = ({ name }) => h('span', { class: 'q-icon', dangerouslySetInnerHTML: { __html: iconSvg(name) } });

/** A button with an icon and a name that is read out and shown on hover. */
export const IconButton = ({ icon, label, pressed, class: more = '', ...rest }) =>
  h(
    'button',
    {
      type: 'button',
      class: `q-icon-button ${more}`,
      'aria-label': label,
      title: label,
      'aria-pressed': pressed,
      ...rest,
    },
    h(Icon, { name: icon }),
  );

/**
 * Keeps a panel on the page in step with the flow: draws it again, once per frame, when one of the events happens.
 *
 * @returns {() => void} draws it again soon
 */
export function panel(eventBus, parent, events, view) {
  let waiting = false;
  let gone = false;
  const draw = () => {
    waiting = false;
    if (!gone) {
      render(view(), parent);
    }
  };
  const soon = () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(draw);
    }
  };
  eventBus.on(events, 100, soon);
  eventBus.on('diagram.destroy', () => {
    gone = true;
    render(null, parent);
  });
  soon();
  return soon;
}
