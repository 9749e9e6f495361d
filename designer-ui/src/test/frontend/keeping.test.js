import './page.js';
import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { Keeping } from '../../main/frontend/designer/keeping.js';

const TYPED = [];
document.execCommand = (command, shown, text) => TYPED.push(text);
const { kept, written } = await import('../../main/frontend/designer/kept-text.js');

describe('A text', () => {
  test('is held without the characters that XML and the database refuse', () => {
    assert.equal(kept('a\u0000b\u0008c\uFFFEd\u000Be\tf\ng'), 'abcd\ne\tf\ng');
  });

  test('keeps whole signs and loses halves of them', () => {
    assert.equal(kept('👍 \uD83D \uDC4D'), '👍  ');
  });

  test('that somebody typed has line breaks as everybody reads them, one in a file those it has', () => {
    assert.equal(written('a\u2028b\u0085c'), 'a\nb\nc');
    assert.equal(kept('a\u2028b'), 'a\u2028b');
  });

  test('that is pasted is cleaned, in a field of one line without breaks', () => {
    const paste = (field, text) => {
      document.body.replaceChildren(field);
      const event = new window.Event('paste', { bubbles: true, cancelable: true, composed: true });
      event.clipboardData = { getData: () => text };
      field.dispatchEvent(event);
      return event.defaultPrevented;
    };

    assert.ok(!paste(document.createElement('textarea'), 'as it is'));
    assert.ok(paste(document.createElement('textarea'), 'one\u000Btwo'));
    assert.ok(paste(document.createElement('input'), 'one\u000B two'));
    assert.deepEqual(TYPED, ['one\ntwo', 'one two']);
  });
});

describe('A board', () => {
  let board;
  let heard;

  beforeEach(() => {
    mock.timers.reset();
    mock.timers.enable({ apis: ['setTimeout'] });
    board = new (Keeping(EventTarget))();
    board.file = async () => {
      board.noted();
      return '<file/>';
    };
    heard = [];
    ['changing', 'changed', 'kept', 'unwritable'].forEach((name) =>
      board.addEventListener(`qliento-${name}`, () => heard.push(name)),
    );
  });

  const settled = async () => {
    await Promise.resolve();
    await Promise.resolve();
  };

  test('tells its file once when nothing changed for a while', async () => {
    board.changed();
    mock.timers.tick(500);
    board.changed();
    mock.timers.tick(500);
    await settled();
    assert.deepEqual(heard, ['changing', 'changing']);

    mock.timers.tick(300);
    await settled();

    assert.deepEqual(heard, ['changing', 'changing', 'changed']);
  });

  test('has something unsaved until what was told is kept, and what came since goes on waiting', async () => {
    board.changed();
    await board.tell();
    board.changed();

    board.saved();
    assert.ok(board.unsaved);

    await board.tell();
    board.saved();
    assert.ok(!board.unsaved);
  });

  test('that is only looked at or is opening has nothing to save', () => {
    board.readOnly = true;
    board.changed();

    assert.ok(!board.unsaved);
    assert.deepEqual(heard, []);
  });

  test('says that it can not be written, and has it unsaved', async () => {
    board.file = async () => {
      throw new Error('no file');
    };

    await assert.rejects(board.tell(), /no file/);

    assert.deepEqual(heard, ['unwritable']);
    assert.ok(board.unsaved);
  });
});
