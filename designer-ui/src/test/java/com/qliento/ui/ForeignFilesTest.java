package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.qliento.bpmn.FlowFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A file of another modeller is shown, and keeps all it came with when it is saved again. */
class ForeignFilesTest {

    private static final String KEY = "foreign-files";

    private static final String OPEN_AND_SAVE = """
            async xml => {
              const board = document.querySelector('qliento-canvas');
              await board.open(xml);
              const saved = await board.file();
              const registry = board.modeler.get('elementRegistry');
              const drawn = new DOMParser().parseFromString(xml, 'text/xml');
              const planes = [...drawn.querySelectorAll('BPMNDiagram')].slice(0, 1);
              const hidden = planes.flatMap(plane => [...plane.querySelectorAll('BPMNShape, BPMNEdge')])
                .map(shape => shape.getAttribute('bpmnElement'))
                .filter(id => id && drawn.querySelector(`[id="${id}"]`) && !registry.get(id));
              await board.open(saved);
              return { saved, again: await board.file(), hidden };
            }
            """;

    /** Renames and moves one step; says what that may change: names of elements and drawings. */
    private static final String EDIT = """
            async xml => {
              const board = document.querySelector('qliento-canvas');
              await board.open(xml);
              const [modeling, registry] = ['modeling', 'elementRegistry'].map(name => board.modeler.get(name));
              const steps = registry.filter(e => e.businessObject?.$instanceOf?.('bpmn:FlowNode') && e.type !== 'label'
                && e.parent && !e.hidden && e.attachers.length === 0 && e.children.length === 0 && !e.host);
              const step = steps.find(e => e.businessObject.$instanceOf('bpmn:Task')) ?? steps[0];
              const near = [step, ...step.incoming, ...step.outgoing].flatMap(e => [e.di.id, e.di.label?.id].filter(Boolean).map(id => '#' + id).concat('@' + e.id));
              modeling.updateProperties(step, { name: 'Renamed by us' });
              modeling.moveElements([step], { x: 10, y: 0 }, undefined, { autoResize: false });
              const edited = await board.file();
              board.modeler.get('commandStack').undo();
              board.modeler.get('commandStack').undo();
              return { edited, undone: await board.file(), step: '#' + step.id, near };
            }
            """;

    @Test
    void every_model_of_other_tools_is_shown_and_saved_whole_and_saved_twice_as_once() throws Exception {
        var models = models();
        var differences = new ArrayList<String>();

        try (var window = Browser.window(1440, false)) {
            var page = board(window);
            for (var model : models.entrySet()) {
                var seen = evaluate(page, OPEN_AND_SAVE, model.getValue());
                differ(model.getKey(), model.getValue(), text(seen, "saved"), differences);
                differ(model.getKey() + " saved again", text(seen, "saved"), text(seen, "again"), differences);
                if (!((List<?>) Objects.requireNonNull(seen.get("hidden"))).isEmpty()) {
                    differences.add(model.getKey() + " does not show " + seen.get("hidden"));
                }
            }
        }

        assertThat(differences).isEmpty();
        assertThat(models).isNotEmpty();
    }

    @Test
    void an_edit_changes_what_was_edited_and_undo_brings_all_back() throws Exception {
        var models = models();
        var differences = new ArrayList<String>();

        try (var window = Browser.window(1440, false)) {
            var page = board(window);
            for (var model : models.entrySet()) {
                var seen = evaluate(page, EDIT, model.getValue());
                var step = text(seen, "step");
                var near = ((List<?>) Objects.requireNonNull(seen.get("near")))
                        .stream().map(String::valueOf).toList();
                var edit = BpmnFacts.of(model.getValue()).against(BpmnFacts.of(text(seen, "edited")));
                assertThat(edit).anyMatch(fact -> fact.contains("name=Renamed by us"));
                edit.stream()
                        .filter(fact -> near.stream().noneMatch(fact::contains))
                        .filter(fact -> !fact.contains(step + " {}name="))
                        .forEach(fact -> differences.add(model.getKey() + " " + fact));
                differ(model.getKey() + " undone", model.getValue(), text(seen, "undone"), differences);
            }
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void what_bpmn_allows_and_hardly_a_tool_writes_is_kept_too() throws Exception {
        var odd = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("foreign.bpmn"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        var differences = new ArrayList<String>();

        try (var window = Browser.window(1440, false)) {
            var page = board(window);
            var seen = evaluate(page, OPEN_AND_SAVE, odd);
            var edit = evaluate(page, EDIT, odd);
            var deleted = text(evaluate(page, """
                    async xml => {
                      const board = document.querySelector('qliento-canvas');
                      await board.open(xml);
                      board.modeler.get('modeling').removeElements([board.modeler.get('elementRegistry').get('t1')]);
                      return { xml: await board.file() };
                    }
                    """, odd), "xml");

            differ("odd", odd, text(seen, "saved"), differences);
            differ("odd undone", odd, text(edit, "undone"), differences);
            assertThat(differences).isEmpty();
            assertThat(text(seen, "again")).isEqualTo(text(seen, "saved"));
            assertThat(text(edit, "edited")).contains("startQuantity=\"1\"", "<x:b i=\"1\">in</x:b>");
            assertThat(deleted)
                    .doesNotContain("startQuantity", "lost1", "strangeBpmn")
                    .contains("<x:direct");
        }
    }

    @Test
    void the_server_keeps_every_byte_and_the_board_reads_every_encoding() throws Exception {
        for (var model : files().entrySet()) {
            assertThat(put(model.getValue())).as(model.getKey()).isIn(200, 201);
            assertThat(get()).as(model.getKey()).isEqualTo(model.getValue());
        }
        var old = """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://example.org">
                  <process id="p" name="Órdenes"><task id="t" name="Revisión"/></process>
                </definitions>
                """.getBytes(StandardCharsets.ISO_8859_1);
        put(old);

        try (var window = Browser.window(1440, false)) {
            var page = board(window);

            assertThat(page.locator(".djs-shape[data-element-id=t]")).containsText("Revisión");
            assertThat(get()).isEqualTo(old);
        }
    }

    @Test
    void what_we_cannot_run_is_listed_by_element() throws Exception {
        var model = files().entrySet().stream()
                .filter(file -> file.getKey().endsWith("C.1.0.bpmn"))
                .findFirst()
                .orElseThrow();

        try (var window = Browser.window(1440, false)) {
            put(model.getValue());
            var page = board(window);
            page.locator(".q-problems summary").click();
            var problems = page.locator(".q-problems li .q-jump");
            problems.filter(new Locator.FilterOptions().setHasText("Approve Invoice"))
                    .first()
                    .click();

            assertThat(page.locator(".djs-shape[data-element-id=approveInvoice]"))
                    .hasClass(Pattern.compile("selected"));
            assertThat(problems.count()).isGreaterThan(5);
            Browser.picture(page, "foreign-file-1440-light");
        }
    }

    @Test
    void each_drawing_of_a_file_is_a_page_and_changes_on_all_of_them_are_kept() throws Exception {
        var model = models().entrySet().stream()
                .filter(file -> file.getKey().endsWith("C.4.0.bpmn"))
                .findFirst()
                .orElseThrow();

        try (var window = Browser.window(1440, false)) {
            var page = board(window);
            evaluate(page, OPEN_AND_SAVE, model.getValue());
            var pages = page.locator("select.q-pages");
            assertThat(pages.locator("option")).hasCount(4);

            pages.selectOption("3");
            var task = page.locator(".djs-shape[data-element-id='_2bf94039-15a1-44bb-9d14-81358777466c']");
            task.waitFor();
            Browser.picture(page, "pages-1440-light");
            page.evaluate("() => { const { modeler } = document.querySelector('qliento-canvas');"
                    + " modeler.get('modeling').updateProperties(modeler.get('elementRegistry')"
                    + ".get('_2bf94039-15a1-44bb-9d14-81358777466c'), { name: 'Access card' }); }");
            pages.selectOption("0");
            assertThat(task).hasCount(0);

            var saved = String.valueOf(page.evaluate("document.querySelector('qliento-canvas').file()"));
            assertThat(BpmnFacts.of(model.getValue()).against(BpmnFacts.of(saved)))
                    .hasSize(2)
                    .anyMatch(fact -> fact.endsWith("name=Access card"));
        }
    }

    @Test
    void what_is_not_drawn_is_said_and_listed_and_drawn_by_one_press_that_one_undo_takes_back() throws Exception {
        var unseen = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI"
                    xmlns:c="http://www.omg.org/spec/DD/20100524/DC" targetNamespace="http://example.org">
                  <process id="p"><startEvent id="s"/><task id="a" name="Greet them"/><endEvent id="e"/>
                    <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="e"/></process>
                  <d:BPMNDiagram id="d1"><d:BPMNPlane id="d2" bpmnElement="p">
                    <d:BPMNShape id="d3" bpmnElement="gone"><c:Bounds x="1" y="1" width="100" height="80"/></d:BPMNShape>
                  </d:BPMNPlane></d:BPMNDiagram>
                </definitions>
                """;
        try (var window = Browser.window(1440, false)) {
            var page = board(window);
            page.evaluate("xml => document.querySelector('qliento-canvas').open(xml)", unseen);
            assertThat(page.locator(".q-notice")).containsText("shows nothing of the flow. Its 3 steps");
            assertThat(page.locator(".q-problems summary")).not().containsText("No problems");
            page.locator("#q-tab-outline").click();
            assertThat(page.locator(".q-outline .q-undrawn:has-text('Greet them')"))
                    .isVisible();
            Browser.see(page, "undrawn-1440-light");

            page.locator(".q-notice button").click();
            assertThat(page.locator(".djs-shape[data-element-id=a]")).hasCount(1);
            assertThat(page.locator(".djs-connection")).hasCount(2);
            assertThat(page.locator(".q-notice")).hasCount(0);
            page.locator(".q-toolbar").getByLabel("Undo").click();
            assertThat(page.locator(".djs-shape[data-element-id=a]")).hasCount(0);
            var undone = String.valueOf(page.evaluate("document.querySelector('qliento-canvas').file()"));
            assertThat(BpmnFacts.of(unseen).against(BpmnFacts.of(undone))).isEmpty();

            whatCannotBeReadIsOnlyShown(page, unseen);
        }
    }

    private static void whatCannotBeReadIsOnlyShown(Page page, String unseen) {
        said(page, "<html/>", "can’t be drawn");
        said(page, "<definitions><process>", "can’t be drawn");
        said(page, unseen.replaceAll("(?s)<process.*</process>", "<message id='m'/>"), "has no process");
        said(page, unseen.replace("targetRef=\"e\"", "targetRef=\"gone\""), "unresolved reference");
        assertThat(page.locator("qliento-canvas")).hasAttribute("read-only", "");
        said(page, unseen.replace("<endEvent", "<nonsense id=\"n\"/><endEvent"), "unparsable content");
        Browser.see(page, "unreadable-1440-light");
        page.evaluate("xml => document.querySelector('qliento-canvas').open(xml)", unseen);
        assertThat(page.locator("qliento-canvas")).not().hasAttribute("read-only", "");
    }

    @Test
    void a_reference_names_what_its_namespace_says_whatever_its_prefix_is() throws Exception {
        var named = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI"
                    xmlns:c="http://www.omg.org/spec/DD/20100524/DC" xmlns:mine="http://example.org" xmlns:other="http://example.org/2"
                    targetNamespace="http://example.org">
                  <process id="p"><task id="a"/><boundaryEvent id="b" attachedToRef="mine:a"/></process>
                  <d:BPMNDiagram id="d1"><d:BPMNPlane id="d2" bpmnElement="mine:p">
                    <d:BPMNShape id="d3" bpmnElement="mine:a"><c:Bounds x="1" y="1" width="100" height="80"/></d:BPMNShape>
                    <d:BPMNShape id="d4" bpmnElement="mine:b"><c:Bounds x="60" y="63" width="36" height="36"/></d:BPMNShape>
                  </d:BPMNPlane></d:BPMNDiagram>
                </definitions>
                """;
        try (var window = Browser.window(1440, false)) {
            var page = board(window);
            var ours = EDIT.replace("const step =", "steps.push(registry.get('a')); const step =");
            var edit = evaluate(page, ours, named);

            assertThat(text(edit, "undone")).contains("attachedToRef=\"mine:a\"", "bpmnElement=\"mine:b\"");
            assertThat(BpmnFacts.of(named).against(BpmnFacts.of(text(edit, "undone"))))
                    .isEmpty();
            var host = "document.querySelector('qliento-canvas').modeler.get('elementRegistry').get('b').host.id";
            assertThat(page.evaluate(host)).isEqualTo("a");
            said(page, named.replace("attachedToRef=\"mine:", "attachedToRef=\"other:"), "unresolved reference");
        }
    }

    private static void said(Page page, String file, String words) {
        page.evaluate("xml => document.querySelector('qliento-canvas').open(xml)", file);
        assertThat(page.locator(".q-notice").first()).containsText(words);
        assertThat(page.locator(".q-problems summary")).not().containsText("No problems");
        assertThat(page.evaluate("document.querySelector('qliento-canvas').readOnly"))
                .isEqualTo(true);
    }

    private static void differ(String name, String one, String other, List<String> differences) throws Exception {
        BpmnFacts.of(one).against(BpmnFacts.of(other)).stream()
                .limit(20)
                .forEach(fact -> differences.add(name + " " + fact));
    }

    /** A board in the editor, with a flow that nobody needs. */
    private static Page board(BrowserContext window) throws Exception {
        if (get().length == 0) {
            put(("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\">"
                            + "<process id=\"p\" name=\"Foreign\"><task id=\"t\"/></process></definitions>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        var page = Application.signedIn(window, "demo@qliento.local", "/flows/edit/" + KEY);
        page.locator(".djs-shape").first().waitFor(new Locator.WaitForOptions().setTimeout(30_000));
        return page;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> evaluate(Page page, String script, String xml) {
        return (Map<String, Object>) page.evaluate(script, xml);
    }

    private static String text(Map<String, Object> seen, String name) {
        return String.valueOf(seen.get(name));
    }

    private static Map<String, String> models() throws IOException {
        var models = new TreeMap<String, String>();
        files().forEach((name, bytes) -> models.put(name, FlowFile.text(bytes)));
        return models;
    }

    private static Map<String, byte[]> files() throws IOException {
        var corpora = corpora();
        assumeTrue(corpora.isPresent(), "no corpora beside the repository");
        var folder = corpora.orElseThrow().resolve("bpmn");
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (var file :
                    tree.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static Optional<Path> corpora() {
        @Nullable String given = System.getProperty("qliento.corpora");
        if (given != null) {
            return Optional.of(Path.of(given)).filter(Files::isDirectory);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolveSibling("shared").resolve("corpora"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static int put(byte[] bpmn) throws Exception {
        return send(request("?key=" + KEY)
                        .header("Content-Type", "application/xml")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bpmn)))
                .statusCode();
    }

    /** The draft; empty when there is none. */
    private static byte[] get() throws Exception {
        var answer = send(request("/" + KEY + "/bpmn").GET());
        return answer.statusCode() == 200 ? answer.body() : new byte[0];
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(Application.address() + "/api/v1/flows" + path))
                .header("Authorization", "Bearer demo-api-key");
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
