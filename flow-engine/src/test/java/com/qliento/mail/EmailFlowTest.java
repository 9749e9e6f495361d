package com.qliento.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A flow that sends an e-mail, with the demo's mail page at its end. */
class EmailFlowTest {

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();
    private final String word = "mail" + customer;

    @Test
    void an_email_is_sent_with_what_the_customer_said_and_the_flow_goes_on() {
        sends("to", "team@example.com", "subject", "News from {{ wish }}", "body", "They wrote:\n\n{{ wish }}");
        scene.says(customer, word);
        scene.says(customer, "<script>alert(1)</script> " + customer);

        assertThat(scene.hears(customer, 2)).containsExactly("What is it?", "It is on its way");

        var list = page("/simulator/mail");
        var mail = link(list);
        var shown = page(mail);
        assertThat(list).contains("team@example.com");
        assertThat(shown)
                .contains("News from &lt;script&gt;alert(1)&lt;/script&gt; " + customer, "They wrote:")
                .doesNotContain("<script");
        assertThat(page(mail + "/html"))
                .contains("<p>They wrote:</p>", "<p>&lt;script&gt;alert(1)&lt;/script&gt; " + customer + "</p>")
                .doesNotContain("<script", "http");
    }

    @Test
    void an_answer_that_is_no_address_takes_the_exit_and_sends_nothing_to_anybody() {
        sends("to", "{{ wish }}", "subject", "Hi " + customer, "body", "Hi");
        scene.says(customer, word);
        scene.says(customer, "ann@example.com\nBcc: eve@example.net");

        assertThat(scene.hears(customer, 2)).containsExactly("What is it?", "No mail today");

        assertThat(page("/simulator/mail")).doesNotContain("Hi " + customer);
    }

    @Test
    void a_mail_that_is_not_there_is_told_so() {
        assertThat(scene.call("GET", "/simulator/mail/0190c8a0-0000-7000-8000-000000000000", "")
                        .statusCode())
                .isEqualTo(404);
    }

    private void sends(String... settings) {
        new FlowText(word, word)
                .asks("wish", "question", "What is it?", "name", "wish")
                .block("serviceTask", "mail", "email", settings)
                .says("sent", "It is on its way")
                .ends()
                .exitOf("mail", "qliento.failed", "No mail today")
                .publish(scene);
    }

    private String page(String path) {
        var answer = scene.call("GET", path, "");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("script-src");
        return answer.body();
    }

    private String link(String list) {
        var row = Pattern.compile("<li><a href=\"([^\"]+)\">(?:(?!</li>).)*" + customer)
                .matcher(list);
        assertThat(row.find()).isTrue();
        return row.group(1);
    }
}
