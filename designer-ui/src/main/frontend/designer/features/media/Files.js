/** What WhatsApp takes: for the file chooser and a first look before an upload. The server decides by the bytes. */
const TYPES = {
  image: { accept: 'image/jpeg,image/png', megabytes: 5 },
  video: { accept: 'video/mp4,video/3gpp', megabytes: 16 },
  audio: { accept: '.mp3,.m4a,.aac,.amr,.ogg,.opus,audio/mpeg,audio/mp4,audio/aac,audio/amr,audio/ogg', megabytes: 16 },
  document: { accept: '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,.csv', megabytes: 100 },
};

/**
 * The organisation's files, as far as the board knows them, and how more get there.
 *
 * @typedef {{id: string, kind: string, mimeType: string, bytes: number, name: string}} File_
 */
export default class Files {
  static $inject = ['eventBus', 'shell', 'blocks', 'words'];

  constructor(eventBus, shell, blocks, words) {
    Object.assign(this, { eventBus, shell, words });
    /** @type {Map<string, File_>} */
    this.known = new Map();
    blocks.fileName = (value) => (isLink(value) ? hostOf(value) : (this.known.get(value)?.name ?? ''));
  }

  /** Replaces what is known. */
  set(files) {
    this.known = new Map(files.map((file) => [file.id, file]));
    this.eventBus.fire('blocks.changed');
  }

  find(id) {
    return this.known.get(id);
  }

  ofKind(kind) {
    return [...this.known.values()].filter((file) => file.kind === kind);
  }

  accept(kind) {
    return TYPES[kind]?.accept ?? '';
  }

  /** Where the browser finds a file, for people who are signed in. */
  address(id) {
    return new URL(`media/${encodeURIComponent(id)}`, document.baseURI).href;
  }

  /**
   * Sends a file to the server.
   *
   * @param {File} file
   * @param {string} kind that is wanted here
   * @param {(part: number) => void} progress from 0 to 1
   * @returns {{done: Promise<File_>, cancel: () => void}} `done` fails with words for people
   */
  upload(file, kind, progress) {
    const request = new XMLHttpRequest();
    const done = new Promise((resolve, reject) => {
      const fail = (code, values) => reject(new Error(this.words(`media.error.${code}`, values)));
      if (file.size > TYPES[kind].megabytes * 1024 * 1024) {
        fail('media-too-big', { max: TYPES[kind].megabytes });
        return;
      }
      request.open('POST', new URL(this.shell.host.getAttribute('upload-url'), document.baseURI).href);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
      request.responseType = 'json';
      request.upload.onprogress = (e) => progress(e.lengthComputable ? e.loaded / e.total : 0);
      request.onerror = () => fail('network');
      request.onabort = () => fail('cancelled');
      request.onload = () => {
        const answer = request.response;
        if (request.status !== 200 || !answer?.id) {
          fail(ERRORS.includes(answer?.code) ? answer.code : 'network', {
            max: Math.round((answer?.most ?? 0) / 1048576),
          });
          return;
        }
        this.known.set(answer.id, answer);
        this.eventBus.fire('blocks.changed');
        if (answer.kind === kind) {
          resolve(answer);
        } else {
          fail('kind', { name: answer.name, kind: this.words(`media.${answer.kind}`) });
        }
      };
      request.send(file);
    });
    return { done, cancel: () => request.abort() };
  }
}

const ERRORS = ['media-type', 'media-too-big', 'media-empty', 'media-no-room', 'not-allowed'];

/** Whether a setting is a link and no file's id. */
export const isLink = (value) => /^https?:/i.test(value ?? '');

function hostOf(link) {
  try {
    const url = new URL(link);
    return url.host + (url.pathname === '/' ? '' : `/…/${url.pathname.split('/').pop()}`);
  } catch {
    return link;
  }
}

/** A size as people say it. */
export const sizeOf = (bytes) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
