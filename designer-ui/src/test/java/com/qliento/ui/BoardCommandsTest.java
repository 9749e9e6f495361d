package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What is done on the board is done as a whole or not at all, and nobody is left in doubt whether it is kept. */
class BoardCommandsTest {

    private static final String FLOW = "board-commands";

    /** Tells what lies on something else, or goes through it; and whether one undo brings all back. */
    private static final String TIDY = """
            async xml => {
              const board = document.querySelector('qliento-canvas');
              await board.open(xml);
              const [registry, stack] = ['elementRegistry', 'commandStack'].map(name => board.modeler.get(name));
              const joined = () => registry.filter(e => e.waypoints).map(e => `${e.source.id}>${e.id}>${e.target.id}`).sort().join();
              const places = () => registry.filter(e => e.parent).map(e => [e.id, e.x, e.y, JSON.stringify(e.waypoints?.map(p => [p.x, p.y]))].join())
                .sort().join(' ');
              const before = [joined(), places()];
              document.querySelector('.q-toolbar [aria-label="Tidy up the drawing"]').click();
              await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
              const wrong = [];
              const hit = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
              const shapes = registry.filter(e => e.parent && !e.waypoints && !e.labelTarget);
              shapes.forEach((a, i) => shapes.slice(i + 1).filter(b => a.host !== b && b.host !== a && hit(a, b))
                .forEach(b => wrong.push(`${a.id} lies on ${b.id}`)));
              for (const line of registry.filter(e => e.waypoints)) {
                line.waypoints.slice(1).forEach((q, i) => {
                  const p = line.waypoints[i];
                  if (Math.abs(p.x - q.x) > 1 && Math.abs(p.y - q.y) > 1) {
                    wrong.push(`${line.id} is slanted`);
                  }
                  const box = { x: Math.min(p.x, q.x) + 1, y: Math.min(p.y, q.y) + 1, width: Math.abs(p.x - q.x) - 2, height: Math.abs(p.y - q.y) - 2 };
                  box.width = Math.max(box.width, 0.1);
                  box.height = Math.max(box.height, 0.1);
                  shapes.filter(s => ![line.source, line.target].includes(s) && hit(box, s)).forEach(s => wrong.push(`${line.id} runs through ${s.id}`));
                });
              }
              if (joined() !== before[0]) {
                wrong.push('arrows changed');
              }
              const hosts = shapes.filter(e => e.host).flatMap(e => e.outgoing.map(flow => [e, flow.target]));
              hosts.filter(([event, next]) => next.x > event.x && next.y < event.host.y + event.host.height)
                .forEach(([event]) => wrong.push(`${event.id} leads up`));
              stack.undo();
              if (places() !== before[1] || stack.canUndo()) {
                wrong.push('one undo does not bring it back');
              }
              return wrong;
            }
            """;

    /** Two ways that end at a step's border, loops, a loop to itself, several starts and ends, and words everywhere. */
    private static final String TANGLED = flow(
            """
            <startEvent id="s" name="hello"/><startEvent id="s2" name="other"/><receiveTask id="a" name="A"/>
            <boundaryEvent id="b1" attachedToRef="a" name="after an hour"><timerEventDefinition/></boundaryEvent>
            <boundaryEvent id="b2" attachedToRef="a" name="no answer"><errorEventDefinition/></boundaryEvent>
            <exclusiveGateway id="g" name="Which?"/><sendTask id="x" name="X"/><sendTask id="y" name="Y"/><sendTask id="z" name="Z"/>
            <endEvent id="e1"/><endEvent id="e2" name="gone"/><sendTask id="t1" name="T1"/><sendTask id="t2" name="T2"/>
            <receiveTask id="q" name="Q"/><boundaryEvent id="b3" attachedToRef="q"><timerEventDefinition/></boundaryEvent><sendTask id="lone"/>
            """,
            "s>a",
            "s2>q",
            "a>g",
            "g>x",
            "g>y",
            "g>z",
            "g>a",
            "x>q",
            "q>e1",
            "y>e1",
            "z>a",
            "b1>t1",
            "b2>t2",
            "t1>e2",
            "t2>e2",
            "b3>q",
            "y>y");

    private static final String SUB = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI"
                xmlns:c="http://www.omg.org/spec/DD/20100524/DC" targetNamespace="http://example.org">
              <process id="p"><task id="weigh" name="Weigh"/><subProcess id="pack"><task id="wrap"/></subProcess></process>
              <d:BPMNDiagram id="d1"><d:BPMNPlane id="p1" bpmnElement="p">
                <d:BPMNShape id="s1" bpmnElement="weigh"><c:Bounds x="0" y="0" width="100" height="80"/></d:BPMNShape>
                <d:BPMNShape id="s2" bpmnElement="pack" isExpanded="false"><c:Bounds x="200" y="0" width="100" height="80"/></d:BPMNShape>
              </d:BPMNPlane></d:BPMNDiagram>
              <d:BPMNDiagram id="d2"><d:BPMNPlane id="p2" bpmnElement="pack">
                <d:BPMNShape id="s3" bpmnElement="wrap"><c:Bounds x="0" y="0" width="100" height="80"/></d:BPMNShape>
              </d:BPMNPlane></d:BPMNDiagram>
            </definitions>
            """;

    private static BrowserContext window;
    private static Page page;
    private static String tour = "";

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        tour = new ClassPathResource("samples/shop-tour/flow.bpmn").getContentAsString(StandardCharsets.UTF_8);
        var made = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Application.address() + "/api/v1/flows?key=" + FLOW))
                                .header("Authorization", "Bearer demo-api-key")
                                .header("Content-Type", "application/xml")
                                .POST(HttpRequest.BodyPublishers.ofString(tour))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(made.statusCode()).isIn(200, 201);
        window = Browser.window(1440, false);
        page = Application.signedIn(window, "demo@qliento.local", "/flows/edit/" + FLOW);
        page.locator(".djs-shape").first().waitFor();
    }

    @BeforeEach
    void begin() {
        page.evaluate("xml => document.querySelector('qliento-canvas').open(xml)", tour);
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @Test
    void every_sample_and_a_tangled_flow_is_tidied_so_that_nothing_lies_on_anything_and_one_undo_brings_it_back()
            throws IOException {
        var flows = new LinkedHashMap<String, String>();
        for (var sample : new PathMatchingResourcePatternResolver().getResources("classpath*:samples/*/flow.bpmn")) {
            flows.put(sample.getURL().getPath(), sample.getContentAsString(StandardCharsets.UTF_8));
        }
        assertThat(flows).hasSizeGreaterThan(15);
        flows.put("tangled", TANGLED);
        var wrong = new LinkedHashMap<String, Object>();

        flows.forEach((name, xml) -> {
            var found = (List<?>) Objects.requireNonNull(page.evaluate(TIDY, xml));
            if (!found.isEmpty()) {
                wrong.put(name, found);
            }
        });

        assertThat(wrong).isEmpty();
    }

    /** One command in another, both throw; what was undone before can be redone after. */
    private static final String FAILING = """
            async () => {
              const board = document.querySelector('qliento-canvas');
              const [stack, modeling, registry, commands] = ['commandStack', 'modeling', 'elementRegistry', 'blockCommands'].map(n => board.modeler.get(n));
              const [one, other] = registry.filter(e => e.businessObject.$instanceOf?.('bpmn:Task') && !e.labelTarget);
              const all = () => registry.filter(e => e.parent).map(e => [e.id, e.x, e.y, e.businessObject.name].join()).sort().join(' ');
              modeling.updateProperties(one, { name: 'Done before' });
              stack.undo();
              const before = all();
              const failed = [];
              const fail = (run) => { try { run(); } catch (error) { failed.push(error.message); } };
              fail(() => commands.together(() => {
                modeling.moveElements([one], { x: 90, y: 40 });
                fail(() => commands.together(() => { modeling.updateProperties(other, { name: 'Inner' }); throw new Error('inner'); }));
                modeling.removeElements([other]);
                throw new Error('outer');
              }));
              const redone = stack.canRedo();
              const same = before === all();
              modeling.updateProperties(one, { name: 'Done after' });
              return { failed: failed.join(), same, redone };
            }
            """;

    @Test
    void a_command_that_throws_changes_nothing_says_so_and_saving_goes_on() {
        @SuppressWarnings("unchecked")
        var seen = (Map<String, Object>) page.evaluate(FAILING);

        assertThat(seen)
                .containsEntry("failed", "inner,outer")
                .containsEntry("same", true)
                .containsEntry("redone", true);
        assertThat(page.locator(".q-notice")).containsText("nothing was changed");
        Browser.see(page, "failed-command-1440-light");
        assertThat(page.locator(".q-editor-saved")).containsText("Saved");
        page.locator(".q-notice button").click();
        assertThat(page.locator(".q-notice")).hasCount(0);

        whatCannotBeTakenBackIsReadAgain();
    }

    private void whatCannotBeTakenBackIsReadAgain() {
        page.evaluate("""
                () => {
                  const { modeler } = document.querySelector('qliento-canvas');
                  const [stack, registry] = ['commandStack', 'elementRegistry'].map(name => modeler.get(name));
                  const one = registry.find(e => e.businessObject.name === 'Done after');
                  stack.registerHandler('half', class { execute() { one.businessObject.name = 'half'; throw new Error('half'); } });
                  try { stack.execute('half', {}); } catch { /* told on the board */ }
                }
                """);
        assertThat(page.locator(".q-notice")).containsText("last saved state");
        assertThat(page.locator(".djs-shape:has-text('Done after')")).hasCount(1);
        page.locator(".q-notice button").click();
    }

    @Test
    void whether_it_is_saved_is_said_without_the_server_too_and_leaving_unsaved_is_asked() {
        var asked = new ArrayList<String>();
        page.onceDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        // A browser asks only who did something on the page.
        page.locator(".q-toolbar").getByLabel("Zoom to fit").click();
        page.evaluate("document.querySelector('qliento-canvas').pause = 600_000");
        window.setOffline(true);
        rename("Offline");

        assertThat(page.locator(".q-editor-saved"))
                .containsText("Not saved, because the server cannot be reached", slow());
        Browser.picture(page, "offline-1440-light");
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(asked).containsExactly("beforeunload");

        window.setOffline(false);
        page.evaluate("document.querySelector('qliento-canvas').pause = 800");
        page.evaluate("document.querySelector('qliento-canvas').tell()");
        assertThat(page.locator(".q-editor-saved")).containsText("Saved", slow());
        assertThat(page.evaluate("document.querySelector('qliento-canvas').unsaved"))
                .isEqualTo(false);
    }

    @Test
    void a_command_that_throws_on_a_table_changes_nothing_either_and_saving_goes_on() {
        try (var table = window.newPage()) {
            table.navigate(Application.address() + "/rules/edit/qualify-lead");
            table.locator("qliento-decision td.output-cell").first().waitFor();
            var rows = table.evaluate("""
                    () => {
                      const board = document.querySelector('qliento-decision');
                      const [stack, modeling, sheet] = ['commandStack', 'modeling', 'sheet'].map(name => board.modeler.getActiveViewer().get(name));
                      const rows = () => sheet.getRoot().rows.length;
                      const before = rows();
                      stack.registerHandler('test.fail', class {
                        preExecute() { modeling.addRow({ type: 'dmn:DecisionRule' }); throw new Error('fails'); }
                      });
                      try { stack.execute('test.fail', {}); } catch { /* told on the board */ }
                      const after = rows();
                      modeling.addRow({ type: 'dmn:DecisionRule' });
                      return [after - before, rows() - after, board.unsaved];
                    }
                    """);

            assertThat(rows).isEqualTo(List.of(0, 1, true));
            assertThat(table.locator(".q-notice")).containsText("nothing was changed");
            assertThat(table.locator(".q-editor-saved")).containsText("Saved");
            Browser.picture(table, "failed-table-1440-light");
            table.evaluate("document.querySelector('qliento-decision').modeler.getActiveViewer()"
                    + ".get('commandStack').undo()");
            Awaitility.await().pollInSameThread().until(() -> table.evaluate(
                            "!document.querySelector('qliento-decision').unsaved")
                    .equals(true));
        }
    }

    @Test
    void undo_and_redo_leave_a_person_in_the_subprocess_they_work_in() {
        var seen = page.evaluate("""
                async xml => {
                  const board = document.querySelector('qliento-canvas');
                  await board.open(xml);
                  const [stack, canvas, registry] = ['commandStack', 'canvas', 'elementRegistry'].map(name => board.modeler.get(name));
                  const weigh = registry.get('weigh');
                  board.modeler.get('modeling').updateProperties(weigh, { name: 'Weighed' });
                  canvas.setRootElement(canvas.findRoot('pack_plane'));
                  const seen = () => canvas.getRootElement().id + ' ' + weigh.businessObject.name;
                  stack.undo();
                  const undone = seen();
                  stack.redo();
                  return undone + ', ' + seen();
                }
                """, SUB);

        assertThat(seen).isEqualTo("pack_plane Weigh, pack_plane Weighed");
    }

    private static void rename(String name) {
        page.evaluate("""
                name => {
                  const { modeler } = document.querySelector('qliento-canvas');
                  const [task] = modeler.get('elementRegistry').filter(e => e.businessObject.$instanceOf?.('bpmn:Task') && !e.labelTarget);
                  modeler.get('modeling').updateProperties(task, { name });
                }
                """, name);
    }

    private static LocatorAssertions.ContainsTextOptions slow() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    private static String flow(String steps, String... arrows) {
        var text = new StringBuilder("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " targetNamespace=\"http://example.org\"><process id=\"p\" isExecutable=\"true\">" + steps);
        for (var arrow : arrows) {
            var ends = arrow.split(">", -1);
            text.append("<sequenceFlow id=\"f-%s-%s\" sourceRef=\"%s\" targetRef=\"%s\"/>"
                    .formatted(ends[0], ends[1], ends[0], ends[1]));
        }
        return text.append("</process></definitions>").toString();
    }
}
