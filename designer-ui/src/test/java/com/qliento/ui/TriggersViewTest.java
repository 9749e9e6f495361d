package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.flow.FlowArchive;
import com.qliento.organisation.OrganisationId;
import com.qliento.trigger.Triggers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An address by which another system begins a flow, from the page alone. */
class TriggersViewTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final Actor OWNER = new Actor("test", DEMO, Role.OWNER);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String KEY = "take-an-order";
    private static final String DIALOG = "vaadin-dialog-overlay";

    @BeforeEach
    void aFlowThatIsGivenAnOrder() throws Exception {
        calls("/api/v1/flows?key=" + KEY, "application/xml", """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                  <bpmn:process id="take-an-order" name="Take an order" isExecutable="true">
                    <bpmn:startEvent id="start" camunda:modelerTemplate="qliento.start"><bpmn:extensionElements>
                      <camunda:properties><camunda:property name="trigger" value="run"/>
                      <camunda:property name="given" value="order, paid?"/></camunda:properties>
                    </bpmn:extensionElements></bpmn:startEvent>
                    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="say"/>
                    <bpmn:serviceTask id="say" camunda:modelerTemplate="qliento.answer-caller"><bpmn:extensionElements>
                      <camunda:properties><camunda:property name="answer" value="{got: order, paid: paid}"/>
                      </camunda:properties></bpmn:extensionElements></bpmn:serviceTask>
                    <bpmn:sequenceFlow id="b" sourceRef="say" targetRef="end"/>
                    <bpmn:endEvent id="end"/>
                  </bpmn:process>
                </bpmn:definitions>
                """);
        calls("/api/v1/flows/" + KEY + "/publish", "application/json", "");
    }

    @AfterEach
    void forget() {
        var triggers = Application.bean(Triggers.class);
        triggers.all(OWNER).forEach(trigger -> triggers.delete(OWNER, trigger.id()));
        var archive = Application.bean(FlowArchive.class);
        archive.archive(OWNER, KEY);
        archive.delete(OWNER, KEY);
    }

    @Test
    void a_trigger_is_made_its_fields_pressed_onto_inputs_read_sent_seen_and_deleted() throws Exception {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local");
            page.locator(".q-nav").getByText("Triggers").click();
            page.waitForURL(Pattern.compile(".*/triggers"));
            assertThat(page.locator(".q-empty")).containsText("No triggers yet");
            Browser.seeEveryLook(page, "triggers-empty");

            var address = makes(page);
            page.waitForURL(Pattern.compile(".*/triggers/.+"));
            assertThat(page.locator(".q-curl")).containsText("curl -X POST");
            assertThat(page.url() + page.title() + page.content())
                    .doesNotContain(address.substring(address.lastIndexOf("qt_")));

            var body = page.locator(".q-sample vaadin-text-area textarea");
            body.focus();
            var came = sends(
                    URI.create(address).getPath(),
                    "application/json",
                    "{\"order\": {\"id\": \"A-17\"}, \"paid\": 17.5}");
            assertThat(came.statusCode()).isEqualTo(422);
            assertThat(page.locator(".q-trigger .q-list")).containsText("The flow needs what did not come: order");
            assertThat(body).hasValue("");
            body.blur();
            isMapped(page);
            isTried(page);
            Browser.seeEveryLook(page, "trigger");
            isListed(page);
            isDeleted(page);
            tellsWhoWaits(page);
            isForSomebody(page);
        }
    }

    /** Of another one, which tells a flow that waits; nobody does. */
    private static void tellsWhoWaits(Page page) throws Exception {
        var made = calls("/api/v1/triggers", "application/json", """
                {"name": "Paid", "proof": "none", "reference": "/body/order", "values": {"amount": "/body/amount"}}""");
        var id = made.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        page.navigate(Application.address() + "/triggers/" + id);
        assertThat(page.locator(".q-trigger-facts")).containsText("Tells a flow that waits");
        assertThat(page.locator(".q-inputs").getByLabel("Reference by which the flow waits"))
                .hasValue("/body/order");
        page.locator(".q-sample vaadin-text-area textarea").fill("{\"order\": \"A-17\", \"amount\": 3}");
        page.locator("vaadin-button:has-text('Read it')").click();
        assertThat(page.locator(".q-hook-outcome")).containsText("Nobody waits for this now");
        page.locator("vaadin-button:has-text('Send it')").click();
        assertThat(page.locator(".q-hook-outcome")).containsText("The caller is answered 202");
        assertThat(page.locator(".q-trigger .q-list")).containsText("nobody waits");
        Browser.seeEveryLook(page, "trigger-tells");
    }

    /** Of another one, whose flow talks to somebody: the number is a field as any other, and can't be without one. */
    private static void isForSomebody(Page page) throws Exception {
        var made = calls("/api/v1/triggers", "application/json", """
                {"name": "Parcel", "proof": "none", "flow": "parcel-left", "phone": "/body/phone"}""");
        var id = made.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        page.navigate(Application.address() + "/triggers/" + id);
        page.locator(".q-sample vaadin-text-area textarea").fill("{\"customer\": {\"tel\": \"+34 611 000 072\"}}");
        var phone = page.locator(".q-inputs").getByLabel("Phone number of whom it is for");
        phone.focus();
        page.locator(".q-sent-fields button[title='/body/customer/tel']").click();
        assertThat(phone).hasValue("/body/customer/tel");
        assertThat(page.locator(".q-inputs")).containsText("= +34 611 000 072");
        page.locator("vaadin-button:has-text('Read it')").click();
        assertThat(page.locator(".q-hook-outcome"))
                .containsText("The flow needs what is not handed over: order, carrier");
        assertThat(page.locator(".q-hook-outcome")).containsText("+34 611 000 072");
    }

    @Test
    void who_may_not_make_one_is_told_who_can() {
        try (var window = Browser.window(390, true)) {
            var page = Application.signedIn(window, "builder@qliento.local", "/triggers");

            assertThat(page.locator(".q-empty")).containsText("An owner can make an address");
            assertThat(page.locator("vaadin-button:has-text('New trigger')")).hasCount(0);
            Browser.usable(page, "triggers of a builder");
        }
    }

    /** Makes one and gives its address. */
    private static String makes(Page page) {
        page.locator("vaadin-button:has-text('New trigger')").click();
        field(page, "Name").fill("New order in the shop");
        select(page, "What it does", "tell a flow that waits");
        assertThat(field(page, "Where the reference is")).hasValue("/body/reference");
        assertThat(field(page, "Flow")).isHidden();
        Browser.see(page, "trigger-dialog-tells-1440-light");
        select(page, "What it does", "begin a flow");
        field(page, "Flow").fill("Take an order");
        page.locator("vaadin-combo-box-item:has-text('Take an order')").first().click();
        assertThat(page.locator(DIALOG)).containsText("this flow is about nobody");
        press(page);
        assertThat(page.locator(DIALOG)).containsText("Name a secret that is kept");
        Browser.see(page, "trigger-dialog-1440-light");
        select(page, "How the caller proves itself", "Nothing: the address itself");
        select(page, "What the caller is answered", "what the flow answers, within ten seconds");
        press(page);
        var address = page.locator(".q-trigger-address input");
        assertThat(address).hasValue(Pattern.compile("http.*/hooks/qt_.{43}"));
        assertThat(page.locator(DIALOG)).hasCount(1);
        Browser.usable(page, "trigger address");
        var text = address.inputValue();
        press(page);
        return text;
    }

    private static void isMapped(Page page) {
        assertThat(page.locator(".q-sample")).containsText("Came just now: not begun");
        assertThat(page.locator(".q-inputs")).containsText("“order” is marked");
        page.locator(".q-sent-fields button[title='/body/order/id']").press("Enter");
        assertThat(page.locator(".q-inputs").getByLabel("order")).hasValue("/body/order/id");
        assertThat(page.locator(".q-inputs")).containsText("= A-17");
        assertThat(page.locator(".q-inputs")).containsText("“paid” is marked");
        page.locator(".q-sent-fields button[title='/body/paid']").click();
        assertThat(page.locator(".q-inputs").getByLabel("paid")).hasValue("/body/paid");
    }

    private static void isTried(Page page) {
        var body = page.locator(".q-sample vaadin-text-area textarea");
        body.fill("{\"order\": ");
        assertThat(page.locator(".q-sample")).containsText("This is neither JSON");
        body.fill("{\"order\": {\"id\": \"B-2\"}}");
        assertThat(page.locator(".q-inputs")).containsText("not in this sample");
        assertThat(page.locator(".q-sample")).containsText("A sample of your own");
        page.locator("vaadin-button:has-text('Read it')").click();
        var outcome = page.locator(".q-hook-outcome");
        assertThat(outcome).containsText("The flow would begin with this");
        assertThat(outcome).containsText("B-2");
        assertThat(page.locator(".q-trigger .q-list .q-state:visible")).hasCount(1);
        page.locator("vaadin-button:has-text('Send it')").click();
        assertThat(outcome).containsText("The caller is answered 200");
        assertThat(outcome).containsText("\"got\":\"B-2\"");
        assertThat(page.locator(".q-trigger .q-list .q-state:visible")).hasCount(2);
    }

    private static void isListed(Page page) {
        page.locator("[aria-label^='Take once more what came']:visible").first().click();
        assertThat(page.locator(".q-trigger .q-list .q-state:visible")).hasCount(3);
        page.locator(".q-back").click();
        assertThat(page.locator(".q-triggers")).containsText("Begins Take an order");
        assertThat(page.locator(".q-triggers .q-state.good:visible")).hasText(new String[] {"begun", "on"});
        Browser.see(page, "triggers-1440-light");
        page.locator(".q-list-link:has-text('New order in the shop')").click();
        page.waitForURL(Pattern.compile(".*/triggers/.+"));
    }

    private static void isDeleted(Page page) {
        page.locator("[aria-label='Delete New order in the shop']:visible").click();
        page.locator("vaadin-confirm-dialog-overlay vaadin-button[slot=confirm-button]")
                .click();
        page.waitForURL(Pattern.compile(".*/triggers"));
        assertThat(page.locator(".q-empty")).containsText("No triggers yet");
    }

    private static HttpResponse<String> calls(String path, String type, String body)
            throws IOException, InterruptedException {
        var answer = sends(path, type, body);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return answer;
    }

    private static HttpResponse<String> sends(String path, String type, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(Application.address() + path))
                .header("Authorization", "Bearer demo-api-key")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Locator field(Page page, String label) {
        return page.locator(DIALOG)
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first();
    }

    private static void select(Page page, String label, String words) {
        page.locator(DIALOG + " vaadin-select")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .click();
        page.locator("vaadin-select-item:has-text('" + words + "'):visible").click();
    }

    private static void press(Page page) {
        page.locator(DIALOG + " vaadin-button[theme~=primary]").last().click();
    }
}
