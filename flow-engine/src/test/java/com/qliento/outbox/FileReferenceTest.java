package com.qliento.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.connector.whatsapp.Address;
import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.connector.whatsapp.OutboundContent.Buttons;
import com.qliento.connector.whatsapp.OutboundContent.Media;
import com.qliento.connector.whatsapp.OutboundContent.Text;
import com.qliento.connector.whatsapp.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FileReferenceTest {

    private static final UUID FILE = UUID.randomUUID();

    @Test
    void a_message_with_a_file_of_ours_names_it_until_it_gets_whatsapps_id() {
        var json = json(new Media(MediaKind.DOCUMENT, FileReference.to(FILE), null, "Look", null));

        assertThat(FileReference.in(json)).isEqualTo(FILE);
        var replaced = FileReference.replaced(json, "777", "prices.pdf");
        assertThat(FileReference.in(replaced)).isNull();
        assertThat(new String(replaced, StandardCharsets.UTF_8))
                .contains("\"id\":\"777\"", "\"filename\":\"prices.pdf\"", "\"caption\":\"Look\"");
    }

    @Test
    void a_link_and_whatsapps_own_id_are_none_of_ours() {
        assertThat(FileReference.in(json(new Media(MediaKind.IMAGE, null, "https://example.org/a.png", null, null))))
                .isNull();
        assertThat(FileReference.in(json(new Media(MediaKind.IMAGE, "123", null, null, null))))
                .isNull();
    }

    @Test
    void what_a_person_or_an_author_writes_is_never_taken_for_a_file() {
        var reference = FileReference.to(FILE);

        assertThat(FileReference.in(json(new Text("\"id\":\"" + reference + "\""))))
                .isNull();
        assertThat(FileReference.in(
                        json(new Buttons("Well?", null, null, List.of(new Buttons.Button(reference, "Yes"))))))
                .isNull();
    }

    private static byte[] json(OutboundContent content) {
        return new OutboundMessage(Address.phone("34600000000"), content).toJson();
    }
}
