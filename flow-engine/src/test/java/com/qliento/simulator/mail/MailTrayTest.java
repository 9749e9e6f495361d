package com.qliento.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.connector.mail.MailAddress;
import com.qliento.connector.mail.MailMessage;
import com.qliento.organisation.OrganisationId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailTrayTest {

    private static final OrganisationId SHOP = new OrganisationId(UUID.randomUUID());

    private final MailTray tray = new MailTray();

    @Test
    void the_last_two_hundred_are_kept_newest_first() {
        for (int i = 0; i < 201; i++) {
            tray.take(SHOP, mail("Mail " + i, "Hi"));
        }

        assertThat(tray.all()).hasSize(200);
        assertThat(tray.all().get(0).subject()).isEqualTo("Mail 200");
        assertThat(tray.find(tray.all().get(199).id()))
                .map(MailMessage::subject)
                .contains("Mail 1");
    }

    @Test
    void large_ones_push_out_others_and_one_alone_is_kept() {
        tray.take(SHOP, mail("small", "Hi"));
        tray.take(SHOP, mail("large", "x".repeat(5_000_000)));

        assertThat(tray.all()).extracting(MailMessage::subject).containsExactly("large");
    }

    @Test
    void the_page_speaks_three_languages_and_is_empty_in_words() {
        assertThat(new MailPageText(Locale.ENGLISH).list(tray.all())).contains("No mail yet");
        assertThat(new MailPageText(Locale.forLanguageTag("es")).list(tray.all()))
                .contains("Aún no hay correo");
        assertThat(new MailPageText(Locale.forLanguageTag("pt")).list(tray.all()))
                .contains("Ainda não há e-mail");
    }

    private static MailMessage mail(String subject, String text) {
        var address = MailAddress.parse("a@example.com").orElseThrow();
        return new MailMessage(UUID.randomUUID(), address, null, address, subject, text, null, Instant.EPOCH);
    }
}
