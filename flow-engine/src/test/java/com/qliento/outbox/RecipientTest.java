package com.qliento.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.contact.Person;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecipientTest {

    private static final String TO_A_NUMBER =
            "{\"messaging_product\":\"whatsapp\",\"to\":\"34600000001\",\"text\":{\"body\":\"to\"}}";

    @Test
    void a_number_takes_the_place_of_another() {
        assertThat(replaced(TO_A_NUMBER, new Person(null, "34600000002", null)))
                .isEqualTo("{\"messaging_product\":\"whatsapp\",\"text\":{\"body\":\"to\"},\"to\":\"34600000002\"}");
    }

    @Test
    void a_user_id_stands_in_a_field_of_its_own() {
        var toAnId = replaced(TO_A_NUMBER, new Person(null, null, "DE.2"));

        assertThat(toAnId)
                .isEqualTo("{\"messaging_product\":\"whatsapp\",\"text\":{\"body\":\"to\"},\"recipient\":\"DE.2\"}");
        assertThat(replaced(toAnId, new Person(null, "34600000002", "DE.2"))).doesNotContain("recipient");
    }

    @Test
    void somebody_of_whom_nothing_is_known_stays_where_they_were() {
        assertThat(replaced(TO_A_NUMBER, new Person("Ana", null, null))).isEqualTo(TO_A_NUMBER);
    }

    private static String replaced(String json, Person person) {
        return new String(Recipient.replaced(json.getBytes(StandardCharsets.UTF_8), person), StandardCharsets.UTF_8);
    }
}
