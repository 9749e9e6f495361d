package com.qliento.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.Scene;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final String PATHS = """
            /api/v1/audit
            /api/v1/audit/heads
            /api/v1/audit/keys
            /api/v1/audit/verification
            /api/v1/channels
            /api/v1/channels/{id}
            /api/v1/contacts
            /api/v1/contacts/{id}
            /api/v1/conversations
            /api/v1/conversations/{id}
            /api/v1/conversations/{id}/trace
            /api/v1/decisions
            /api/v1/decisions/{key}
            /api/v1/decisions/{key}/cases
            /api/v1/decisions/{key}/cases/run
            /api/v1/decisions/{key}/cases/{id}
            /api/v1/decisions/{key}/check
            /api/v1/decisions/{key}/dmn
            /api/v1/decisions/{key}/evaluate
            /api/v1/decisions/{key}/publish
            /api/v1/decisions/{key}/rerun
            /api/v1/decisions/{key}/rollback
            /api/v1/decisions/{key}/sheet
            /api/v1/decisions/{key}/uses
            /api/v1/decisions/{key}/versions
            /api/v1/flows
            /api/v1/flows/import
            /api/v1/flows/{key}
            /api/v1/flows/{key}/archive
            /api/v1/flows/{key}/bpmn
            /api/v1/flows/{key}/breaks
            /api/v1/flows/{key}/cases
            /api/v1/flows/{key}/cases/run
            /api/v1/flows/{key}/cases/{id}
            /api/v1/flows/{key}/cases/{id}/accept
            /api/v1/flows/{key}/check
            /api/v1/flows/{key}/duplicate
            /api/v1/flows/{key}/export
            /api/v1/flows/{key}/publish
            /api/v1/flows/{key}/rollback
            /api/v1/flows/{key}/simulate
            /api/v1/flows/{key}/unarchive
            /api/v1/flows/{key}/versions
            /api/v1/mail/bounces
            /api/v1/privacy/certificates/{id}
            /api/v1/privacy/erasures
            /api/v1/privacy/erasures/{id}
            /api/v1/privacy/erasures/{id}/approval
            /api/v1/privacy/erasures/{id}/recipients/{recipient}
            /api/v1/privacy/holds
            /api/v1/privacy/holds/{id}
            /api/v1/privacy/people/{contact}/erasure
            /api/v1/privacy/people/{contact}/holds
            /api/v1/privacy/people/{contact}/rectification
            /api/v1/privacy/rectifications
            /api/v1/privacy/rectifications/{id}
            /api/v1/privacy/rectifications/{id}/decision
            /api/v1/privacy/rectifications/{id}/recipients/{recipient}
            /api/v1/privacy/packages
            /api/v1/privacy/packages/{id}
            /api/v1/privacy/packages/{id}/content
            /api/v1/privacy/people/{contact}/objections
            /api/v1/privacy/people/{contact}/objections/{id}/lift
            /api/v1/privacy/packages/{id}/links
            /api/v1/privacy/packages/{id}/links/{link}
            /api/v1/privacy/packages/{id}/portable
            /api/v1/privacy/portability/import
            /api/v1/privacy/people/{contact}/package
            /api/v1/privacy/people/{contact}/restriction
            /api/v1/privacy/register
            /api/v1/privacy/register/controller
            /api/v1/consents
            /api/v1/consents/uses
            /api/v1/consents/withdrawal
            /api/v1/consents/{id}
            /api/v1/mail/refusals
            /api/v1/mail/sender
            /api/v1/media
            /api/v1/media/{id}
            /api/v1/media/{id}/uses
            /api/v1/messages
            /api/v1/messages/{id}
            /api/v1/messages/{id}/drop
            /api/v1/messages/{id}/retry
            /api/v1/policies
            /api/v1/policies/send
            /api/v1/retention
            /api/v1/keys
            /api/v1/keys/{id}
            /api/v1/request-hosts
            /api/v1/request-hosts/{host}
            /api/v1/schedules
            /api/v1/schedules/times
            /api/v1/schedules/{id}
            /api/v1/schedules/{id}/begin
            /api/v1/schedules/{id}/pause
            /api/v1/schedules/{id}/resume
            /api/v1/schedules/{id}/runs
            /api/v1/secrets
            /api/v1/secrets/{name}
            /api/v1/secrets/{name}/uses
            /api/v1/flows/{key}/start
            /api/v1/events
            /api/v1/runs
            /api/v1/runs/{id}
            /api/v1/runs/{id}/trace
            /api/v1/triggers
            /api/v1/triggers/{id}
            /api/v1/triggers/{id}/deliveries
            /api/v1/triggers/{id}/deliveries/{delivery}/replay
            /api/v1/triggers/{id}/renew
            /api/v1/webhooks
            /api/v1/webhooks/{id}
            /api/v1/webhooks/{id}/deliveries
            /api/v1/webhooks/{id}/deliveries/{delivery}/replay
            /api/v1/webhooks/{id}/rotate
            /api/v1/webhooks/{id}/test
            """;

    private final Scene scene = Scene.shared();

    @Test
    void the_description_names_every_interface() {
        var description = Answers.json(scene.call("GET", "/api/openapi.json", ""));

        var paths = new ArrayList<String>();
        description.path("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(description.path("openapi").asText()).startsWith("3.");
        assertThat(paths).containsExactlyInAnyOrder(PATHS.lines().toArray(String[]::new));
    }

    @Test
    void the_description_says_how_to_sign_in_and_asks_nobody_for_a_caller() {
        var answer = scene.call("GET", "/api/openapi.json", "");

        var description = Answers.json(answer);
        assertThat(description.at("/components/securitySchemes/apiKey/scheme").asText())
                .isEqualTo("bearer");
        assertThat(answer.body()).doesNotContain("\"caller\"", "\"Caller\"");
    }
}
