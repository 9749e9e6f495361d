package com.qliento.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.scene.Scene;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists come in pages; the cursor of one leads to the next. */
class PagingTest {

    private final Scene scene = Scene.shared();

    @ParameterizedTest
    @CsvSource({"flows,key", "contacts,id", "conversations,id", "messages,id"})
    void the_pages_together_are_the_list_and_the_last_has_no_cursor(String resource, String id) throws Exception {
        somethingToList();

        var paged = pages("/api/v1/" + resource + "?", 3, id);

        var whole = pages("/api/v1/" + resource + "?", 200, id);
        assertThat(paged).hasSizeGreaterThan(3).doesNotHaveDuplicates().containsExactlyElementsOf(whole);
    }

    @Test
    void a_list_that_fills_its_page_exactly_has_no_next_page() throws Exception {
        var customer = somethingToList();
        var contact = contactOf(customer);

        var all = page("/api/v1/messages?contact=" + contact + "&limit=200");
        int size = all.path("items").size();
        var exact = page("/api/v1/messages?contact=" + contact + "&limit=" + size);

        assertThat(exact.path("items")).hasSize(size);
        assertThat(exact.has("next")).isFalse();
    }

    @Test
    void a_cursor_behind_the_end_gives_an_empty_last_page() {
        var page = page("/api/v1/contacts?cursor=ffffffff-ffff-7fff-bfff-ffffffffffff");

        assertThat(page.path("items")).isEmpty();
        assertThat(page.has("next")).isFalse();
    }

    @Test
    void an_empty_cursor_begins_at_the_beginning() {
        assertThat(page("/api/v1/flows?cursor=&limit=5")).isEqualTo(page("/api/v1/flows?limit=5"));
    }

    @Test
    void the_messages_of_a_contact_are_theirs_alone_and_newest_first() throws Exception {
        var customer = somethingToList();
        somethingToList();
        var contact = contactOf(customer);

        var items = page("/api/v1/messages?contact=" + contact).path("items");

        assertThat(items).isNotEmpty();
        var times = new ArrayList<Instant>();
        for (var item : items) {
            assertThat(item.path("contactId").asText()).isEqualTo(contact);
            times.add(Instant.parse(item.path("at").asText()));
        }
        assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
    }

    /** Four customers with an answer each, and four flows; one of the customers. */
    private String somethingToList() throws Exception {
        var customer = "";
        for (int i = 0; i < 4; i++) {
            scene.publish("listed-" + i, Echo.flow("listed" + i));
            customer = Scene.newCustomer();
            scene.says(customer, "listed" + i);
            scene.hears(customer, 1);
        }
        return customer;
    }

    private String contactOf(String phone) {
        for (var contact : page("/api/v1/contacts?limit=200").path("items")) {
            if (contact.path("phone").asText().equals(phone)) {
                return contact.path("id").asText();
            }
        }
        throw new AssertionError("no such contact");
    }

    private List<String> pages(String path, int limit, String id) {
        var items = new ArrayList<String>();
        var cursor = "";
        do {
            var page = page(path + "limit=" + limit + cursor);
            assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
            page.path("items").forEach(item -> items.add(item.path(id).asText()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return items;
    }

    private JsonNode page(String path) {
        var answer = scene.call("GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Answers.json(answer);
    }
}
