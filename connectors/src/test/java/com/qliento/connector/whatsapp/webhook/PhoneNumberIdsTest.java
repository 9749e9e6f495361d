package com.qliento.connector.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhoneNumberIdsTest {
    @Test
    void numbers_and_accounts_are_found_where_they_belong_and_nowhere_else() throws MalformedWebhook {
        byte[] body = WebhookText.bytes("{'id':'no','phone_number_id':'no','entry':[{'id':'419','changes':["
                + "{'id':'no','value':{'phone_number_id':'no','metadata':{'phone_number_id':'106','x':[{'phone_number_id':'no'}]},"
                + "'messages':[{'id':'wamid.1','metadata':{'phone_number_id':'no'}}]}},"
                + "{'value':{'metadata':{'phone_number_id':107}}}]},{'id':420,'changes':'none'}]}");

        var ids = PhoneNumberIds.of(RawBody.of(body));

        assertThat(ids.phoneNumberIds()).containsExactly("106", "107");
        assertThat(ids.accountIds()).containsExactly("419", "420");
    }

    @Test
    void they_are_those_of_the_parsed_updates_for_every_published_body() throws MalformedWebhook {
        for (var file : WebhookCorpus.bodies()) {
            byte[] body = WebhookCorpus.read(file);

            var ids = PhoneNumberIds.of(RawBody.of(body));

            var updates = WebhookBody.parse(body);
            assertThat(ids.phoneNumberIds())
                    .as(WebhookCorpus.name(file))
                    .isEqualTo(updates.stream()
                            .map(Update::phoneNumberId)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()));
            assertThat(ids.accountIds())
                    .isEqualTo(updates.stream().map(Update::accountId).collect(Collectors.toSet()));
        }
    }

    @Test
    void a_body_that_names_more_numbers_than_it_can_have_messages_is_refused() {
        String entries =
                IntStream.range(0, 1_001).mapToObj(i -> "{'id':" + i + "}").collect(Collectors.joining(","));

        assertThatThrownBy(() -> PhoneNumberIds.of(RawBody.of(WebhookText.bytes("{'entry':[" + entries + "]}"))))
                .isInstanceOf(MalformedWebhook.class);
    }

    @Test
    void a_body_nested_too_deep_is_refused() {
        String nested = String.join("", Collections.nCopies(100_000, "["));

        assertThatThrownBy(() -> PhoneNumberIds.of(RawBody.of(WebhookText.bytes(nested))))
                .isInstanceOf(MalformedWebhook.class);
    }
}
