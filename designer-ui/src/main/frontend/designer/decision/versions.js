import { migrateDiagram } from '@bpmn-io/dmn-migrate';

const KNOWN = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const KNOWN_DI = 'https://www.omg.org/spec/DMN/20191111/DMNDI/';
const NEWER = /https:\/\/www\.omg\.org\/spec\/DMN\/(?:20211108|20230324|20240513)\/MODEL\//g;
const NEWER_DI = /https:\/\/www\.omg\.org\/spec\/DMN\/(?:20211108|20230324|20240513)\/DMNDI\//g;
/** What newer versions have and the editor knows nothing of: it would get lost. */
const BEYOND = /<(?:\w+:)?(?:conditional|for|every|some|filter|typeConstraint)[\s>]/;

/**
 * A model as the editor reads it: DMN 1.3.
 *
 * @param {string} xml of DMN 1.1 to 1.5
 * @returns {Promise<{ xml: string, lost: boolean }>} lost when editing it would lose a part
 */
export async function asKnown(xml) {
  if (NEWER.test(xml)) {
    NEWER.lastIndex = 0;
    return { xml: xml.replace(NEWER, KNOWN).replace(NEWER_DI, KNOWN_DI), lost: BEYOND.test(xml) };
  }
  if (xml.includes(KNOWN)) {
    return { xml, lost: false };
  }
  return { xml: await migrateDiagram(xml), lost: false };
}
