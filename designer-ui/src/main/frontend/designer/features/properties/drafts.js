import { useEffect, useRef, useState } from 'preact/hooks';

const PAUSE = 350;
const waiting = new Set();

/** Writes everything typed that is not in the flow yet. */
export function flushDrafts() {
  [...waiting].forEach((flush) => flush());
}

/**
 * A text as it is typed: written to the flow after a pause, on leaving the field and when the field goes away, so that
 * one step of undo is a phrase and not a letter. A change from outside (undo) replaces the draft.
 *
 * @param {string} value in the flow
 * @param {(text: string) => void} write
 * @returns {[string, (text: string) => void, () => void]} draft, change it, write it now
 */
export function useDraft(value, write) {
  const [draft, setDraft] = useState(value);
  const state = useRef({}).current;
  if (!state.timer) {
    state.write = write;
  }
  state.flush ??= () => {
    if (state.timer) {
      clearTimeout(state.timer);
      state.timer = null;
      waiting.delete(state.flush);
      state.write(state.draft);
    }
  };
  useEffect(() => {
    if (!state.timer) {
      setDraft(value);
    }
  }, [value]);
  useEffect(() => () => state.flush(), []);
  const change = (text) => {
    clearTimeout(state.timer);
    state.draft = text;
    state.timer = setTimeout(state.flush, PAUSE);
    waiting.add(state.flush);
    setDraft(text);
  };
  return [draft, change, state.flush];
}
