package com.qliento.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListAddressTest {

    private enum Order {
        LATEST,
        BY_NAME
    }

    /** Blocks are those of a flow. */
    private final ListAddress address = new ListAddress()
            .one("flow", Set.of("menu", "order"))
            .one("block", (block, before) -> block.startsWith(before.getOrDefault("flow", "none")))
            .usually("sort", Order.LATEST);

    @ParameterizedTest
    @CsvSource({
        "flow=menu&block=menu-1&sort=by-name, flow=menu&block=menu-1&sort=by-name",
        "sort=latest, ''",
        "flow=gone&sort=sideways, ''",
        "block=menu-1&flow=order, flow=order",
        "phone=34611000001&flow=menu, flow=menu",
        "flow=&flow=menu, ''",
        "flow=menu&flow=order, flow=menu",
        "sort, ''"
    })
    void what_an_address_says_oddly_is_left_out(String given, String right) {
        var said = address.read(QueryParameters.fromString(given));

        assertThat(address.written(said).getParameters())
                .isEqualTo(QueryParameters.fromString(right).getParameters());
    }

    @Test
    void what_is_usual_is_known_and_not_written() {
        var said = address.read(QueryParameters.empty());

        assertThat(said).isEqualTo(Map.of("sort", "latest"));
        assertThat(ListAddress.constant(Order.class, said.getOrDefault("sort", "")))
                .isEqualTo(Order.LATEST);
        assertThat(ListAddress.constant(Order.class, "by-name")).isEqualTo(Order.BY_NAME);
    }
}
