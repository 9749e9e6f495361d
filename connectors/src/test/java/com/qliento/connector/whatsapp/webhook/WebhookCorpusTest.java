package com.qliento.connector.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every published webhook body, and what is read from it: one line each. */
class WebhookCorpusTest {
    private static final String EXPECTED = """
            bindambc/accountBanned.json                | account_update NotHandled OTHER_FIELD
            bindambc/accountRestricted.json            | account_update NotHandled OTHER_FIELD
            bindambc/accountReview.json                | account_review_update NotHandled OTHER_FIELD
            bindambc/audioMessage.json                 | audio Media[AUDIO] ''
            bindambc/buttonMessage.json                | button Choice 'SIM' choice SIM
            bindambc/contactMessage.json               | contacts Contacts[1] ''
            bindambc/documentMessage.json              | document Media[DOCUMENT] ''
            bindambc/imageMessage.json                 | image Media[IMAGE] ''
            bindambc/locationMessage.json              | location Location ''
            bindambc/mediaUploadError.json             | FAILED 131053
            bindambc/messageDeleted.json               | unsupported Unsupported '' 131051
            bindambc/phoneNumberNameUpdate.json        | phone_number_name_update NotHandled OTHER_FIELD
            bindambc/qualityUpdate.json                | phone_number_quality_update NotHandled OTHER_FIELD
            bindambc/reEngagementMessageError.json     | FAILED 131047
            bindambc/reactMessage.json                 | reaction Reaction ''
            bindambc/rejectedTemplate.json             | message_template_status_update NotHandled OTHER_FIELD
            bindambc/stickerMessage.json               | sticker Media[STICKER] ''
            bindambc/templateSchedulingForDisabling.json | message_template_status_update NotHandled OTHER_FIELD
            bindambc/textMessage.json                  | text Text 'hi everyone!'
            bindambc/textMessage2.json                 | text Text 'Good afternoon'
            bindambc/textMessageStatusDelivered.json   | DELIVERED business_initiated from business_initiated
            bindambc/textMessageStatusSent.json        | SENT business_initiated from business_initiated
            bindambc/verifiedAccount.json              | account_update NotHandled OTHER_FIELD
            bindambc/videoMessage.json                 | video Media[VIDEO] 'hello world'
            meta-openapi/button-message.json           | button Choice 'Unsubscribe' choice Unsubscribe
            meta-openapi/contact-sharing-message.json  | contacts Contacts[1] ''
            meta-openapi/group-create-message.json     | group_lifecycle_update NotHandled OTHER_FIELD
            meta-openapi/group-remove-participants.json | group_participants_update NotHandled OTHER_FIELD
            meta-openapi/group-settings-update.json    | group_settings_update NotHandled OTHER_FIELD
            meta-openapi/image-message.json            | image Media[IMAGE] 'Taj Mahal'
            meta-openapi/interactive-button-reply-message.json | interactive Choice 'Cancel' choice cancel-button
            meta-openapi/interactive-list-reply-message.json | interactive Choice 'Priority Mail Express' choice priority_express
            meta-openapi/location-message.json         | location Location ''
            meta-openapi/order-message.json            | order Order[2] ''
            meta-openapi/reaction-message.json         | reaction Reaction ''
            meta-openapi/system-message.json           | system SystemNote ''
            meta-openapi/text-message-from-click-to-whatsapp-ad.json | text Text 'Hello! Can I get more info on this?' referred
            meta-openapi/text-message-with-context-product-inquiry.json | text Text 'Is this still available?'
            meta-openapi/text-message.json             | text Text 'Does it come in another color?'
            meta-openapi/unsupported-message.json      | unsupported Unsupported '' 131051
            postman/message-status-update-notifications.json | SENT
            postman/received-callback-from-a-quick-reply-button-click.json | button Choice 'No' choice No-Button-Payload
            postman/received-contact-messages.json     | contacts Contacts[1] ''
            postman/received-media-message-with-image.json | image Media[IMAGE] 'This is a caption'
            postman/received-media-message-with-sticker.json | sticker Media[STICKER] ''
            postman/received-message-triggered-by-click-to-whatsapp-ads.json | text Text '<BODY>' referred
            postman/received-message-with-reaction.json | messages NotHandled UNREADABLE_CONTENT
            postman/received-order-messages.json       | order Order[1] 'text-message-sent-along-with-the-order'
            postman/received-product-enquiry-message.json | text Text 'MESSAGE_TEXT'
            postman/received-static-location-messages.json | messages NotHandled UNREADABLE_CONTENT
            postman/received-text-message-with-show-security-notifications.json | text Text 'Hi from new number 3601'
            postman/received-text-message.json         | text Text 'Hello this is an answer'
            postman/received-unknown-messages.json     | unknown Unsupported '' 130501
            postman/status-message-deleted.json        | unsupported Unsupported '' 131051
            postman/status-message-delivered-business-delivered-from-user.json | DELIVERED user_initiated from user_initiated
            postman/status-message-delivered-business-from-user-initiated.json | SENT referral_conversion from referral_conversion
            postman/status-message-delivered-user-initiated.json | DELIVERED from business_initiated
            postman/status-message-failed.json         | FAILED 131014
            postman/status-message-sent-business-initiated.json | SENT business_initated from business_initated
            postman/status-message-sent-business-reply-to-user.json | SENT referral_conversion from referral_conversion
            postman/status-message-sent-user-initiated.json | SENT user_initiated from user_initiated
            postman/status-transaction-status-order-details-message.json | messages NotHandled OTHER_STATUS
            """;

    @Test
    void every_published_body_is_read_as_the_table_says() throws MalformedWebhook {
        var read = new TreeMap<String, String>();

        for (Path file : WebhookCorpus.bodies()) {
            List<Update> updates = WebhookBody.parse(WebhookCorpus.read(file));
            read.put(
                    WebhookCorpus.name(file),
                    updates.stream().map(WebhookCorpusTest::described).collect(Collectors.joining("; ")));
        }

        assertThat(read).containsExactlyInAnyOrderEntriesOf(expected());
    }

    @Test
    void the_raw_form_of_every_published_update_reads_as_the_same_update() throws MalformedWebhook {
        for (Path file : WebhookCorpus.bodies()) {
            for (Update update : WebhookBody.parse(WebhookCorpus.read(file))) {
                assertThat(WebhookBody.parse(update.raw()))
                        .as(WebhookCorpus.name(file))
                        .containsExactly(update);
            }
        }
    }

    private static String described(Update update) {
        return update.match(
                WebhookCorpusTest::described,
                WebhookCorpusTest::described,
                other -> other.field() + " NotHandled " + other.reason());
    }

    private static String described(InboundMessage message) {
        InboundContent content = message.content();
        assertThat(message.sender().phone()).isNotNull();
        return message.type() + " " + content.toString().replaceFirst("Unsupported\\[.*", "Unsupported") + " '"
                + content.asText() + "'"
                + (content.choiceId() == null ? "" : " choice " + content.choiceId())
                + (message.referral() == null ? "" : " referred")
                + codes(message.errors());
    }

    private static String described(DeliveryStatus status) {
        return status.state()
                + (status.pricingCategory() == null ? "" : " " + status.pricingCategory())
                + (status.conversationOrigin() == null ? "" : " from " + status.conversationOrigin())
                + codes(status.errors());
    }

    private static String codes(List<ReportedError> errors) {
        return errors.stream().map(error -> " " + error.code()).collect(Collectors.joining());
    }

    private static Map<String, String> expected() {
        return EXPECTED.lines()
                .map(line -> line.split("\\|", 2))
                .collect(Collectors.toMap(columns -> columns[0].strip(), columns -> columns[1].strip()));
    }
}
