/** Small files to read. */
const SPACES =
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" ' +
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"';

/** A file of this process and this drawing; `more` declares what else its root declares. */
export const file = (process, drawing = '', more = '') => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions ${SPACES} id="d" targetNamespace="urn:ours" ${more}>
  <bpmn:process id="p" isExecutable="true">
    ${process}
  </bpmn:process>
  ${drawing}
</bpmn:definitions>`;

export const drawn = (
  ...shapes
) => `<bpmndi:BPMNDiagram id="dd"><bpmndi:BPMNPlane id="pl" bpmnElement="p">${shapes.join('\n')}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;

export const shape = (id, x) =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="0" width="36" height="36"/></bpmndi:BPMNShape>`;
