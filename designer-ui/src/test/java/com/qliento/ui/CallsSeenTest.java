package com.qliento.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people see of a flow that asks another system: while it is tried, in the conversation, and counted on its block. */
class CallsSeenTest {

    @Test
    void a_call_is_answered_by_whoever_tries_the_flow_and_is_told_of_when_it_was_made_for_a_customer() {
        try (var window = Browser.window(1440, false)) {
            var page = Application.signedIn(window, "demo@qliento.local", "/flows/edit/order-status");
            page.waitForSelector("[data-element-id=shop]");
            asked(page, "order status");
            asked(page, "A-17");
            isTold(page);
            isCounted(page);
            isTried(page);
        }
    }

    private static void isTold(Page page) {
        var other = page.context().newPage();
        other.navigate(Application.address() + "/conversations");
        other.locator(".q-list-link", new Page.LocatorOptions().setHasText("Iker Sanz"))
                .click();
        assertThat(other.locator(".q-said.out").last()).containsText("We looked up order A-17");
        assertThat(other.locator(".q-walked"))
                .containsText(Pattern.compile("asked \\S+: answered \\(1 try, [\\d,]+ ms\\)"));
        assertThat(other.locator(".q-walked")).not().containsText("A-17");
        other.close();
    }

    private static void isCounted(Page page) {
        button(page, "Live").click();
        page.locator(".q-live-layer [data-element-id=shop]").click();
        assertThat(page.locator(".q-live-calls"))
                .containsText(Pattern.compile(
                        "None wait.*(one call|\\d+ calls), \\d+ failed, \\d+ timed out, median [\\d,]+ ms"));
        Browser.seeEveryLook(page, "live-calls");
        button(page, "Live").click();
    }

    private static void isTried(Page page) {
        button(page, "Try it").click();
        asks(page, "A-17");
        var card = page.locator(".q-try-call");
        var answer = card.locator("textarea");
        assertThat(answer).hasValue(Pattern.compile("\"status\" : 200"));
        Browser.seeEveryLook(page, "try-call");
        answer.fill("{\"body\": ");
        way(card, "Answer").click();
        assertThat(card.locator("vaadin-text-area")).hasAttribute("invalid", "");
        answer.fill("{\"status\": 200, \"body\": {\"query\": {\"order\": \"B-9\"}}}");
        way(card, "Answer").click();
        assertThat(bubble(page, "We looked up order B-9")).isVisible();
        assertThat(card).isHidden();

        asks(page, "A-18");
        way(card, "Fails").click();
        assertThat(bubble(page, "We can't look that up just now")).isVisible();
    }

    private static void asks(Page page, String number) {
        write(page, "order status");
        assertThat(bubble(page, "What is the number of your order?")).isVisible();
        write(page, number);
        assertThat(page.locator(".q-try-call-title")).containsText("What does it answer?");
    }

    private static void asked(Page page, String words) {
        var answer = page.request()
                .post(
                        Application.address() + "/simulator/customers/34611000071/messages",
                        RequestOptions.create().setData(Map.of("name", "Iker Sanz", "text", words)));
        assertThat(answer.status()).isEqualTo(202);
    }

    private static Locator way(Locator card, String words) {
        return card.locator(
                "vaadin-button", new Locator.LocatorOptions().setHasText(Pattern.compile("^\\s*" + words + "\\s*$")));
    }

    private static Locator button(Page page, String words) {
        return page.locator("vaadin-button", new Page.LocatorOptions().setHasText(words));
    }

    private static Locator bubble(Page page, String words) {
        return page.locator(".q-try-in", new Page.LocatorOptions().setHasText(words))
                .last();
    }

    private static void write(Page page, String words) {
        page.locator("vaadin-message-input textarea").fill(words);
        page.locator("vaadin-message-input textarea").press("Enter");
    }
}
