package com.qliento.connector.whatsapp.webhook;

import static com.qliento.connector.whatsapp.webhook.WebhookText.delivery;
import static com.qliento.connector.whatsapp.webhook.WebhookText.reason;
import static com.qliento.connector.whatsapp.webhook.WebhookText.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.connector.whatsapp.webhook.NotHandled.Reason;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookStatusTest {
    @ParameterizedTest
    @EnumSource(DeliveryState.class)
    void every_delivery_state_is_read(DeliveryState state) {
        DeliveryStatus status = delivery("'status':'" + state.name().toLowerCase(Locale.ROOT) + "'");

        assertThat(status.state()).isEqualTo(state);
        assertThat(status.rank()).isEqualTo(state.rank());
        assertThat(status.messageId()).isEqualTo("wamid.9");
        assertThat(status.timestamp()).isEqualTo(Instant.ofEpochSecond(1749416383));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'status':'captured'",
                "'status':'SENT'",
                "'status':7",
                "'status':null",
                "'type':'payment','status':'failed'"
            })
    void any_other_status_is_kept_unread(String rest) {
        assertThat(reason(status(rest))).isEqualTo(Reason.OTHER_STATUS);
    }

    @Test
    void a_status_carries_our_mark_its_recipient_and_its_price() {
        DeliveryStatus status = delivery(
                "'status':'read','biz_opaque_callback_data':'ours-1','recipient_id':1650,"
                        + "'recipient_user_id':'US.1','parent_recipient_user_id':'US.ENT.1',"
                        + "'pricing':{'category':'service','type':'free_customer_service','billable':false},'conversation':{'origin':{'type':'service'}}");

        assertThat(status.bizOpaqueCallbackData()).isEqualTo("ours-1");
        assertThat(status.recipientId()).isEqualTo("1650");
        assertThat(status.recipientUserId()).isEqualTo("US.1");
        assertThat(status.recipientParentUserId()).isEqualTo("US.ENT.1");
        assertThat(status.pricingCategory()).isEqualTo("service");
        assertThat(status.pricingType()).isEqualTo("free_customer_service");
        assertThat(status.conversationOrigin()).isEqualTo("service");
    }

    @Test
    void a_failure_says_why_whatever_the_form_of_its_errors() {
        assertThat(delivery(
                                "'status':'failed','errors':[{'code':131047,'title':'t','message':'m','error_data':{'details':'d'}},"
                                        + "7,{'code':'x','details':'old'}]")
                        .errors())
                .containsExactly(new ReportedError(131047, "t", "m", "d"), new ReportedError(null, null, null, "old"));
        assertThat(delivery("'status':'failed','errors':{'code':1}").errors()).isEmpty();
    }
}
