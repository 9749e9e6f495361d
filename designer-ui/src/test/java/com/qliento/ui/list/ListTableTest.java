package com.qliento.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.rest.Slice;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListTableTest {

    private final List<String> rows = new ArrayList<>();
    private final List<Boolean> askedForNothing = new ArrayList<>();
    private boolean broken;
    private ListTable<String> table;

    @BeforeEach
    void a_window() {
        UI.setCurrent(new UI());
        table = new ListTable<>(
                "Things", row -> row, List.of(Column.words("Thing", row -> row, row -> null)), filtered -> {
                    askedForNothing.add(filtered);
                    return new Div();
                });
    }

    @AfterEach
    void is_closed() {
        UI.setCurrent(null);
    }

    @Test
    void a_list_that_can_not_be_read_is_no_empty_list_and_is_read_when_it_is_tried_again() {
        rows.add("one");
        broken = true;
        show(false);
        assertThat(askedForNothing).isEmpty();
        assertThat(shown(Grid.class)).isEmpty();
        var again = shown(Button.class).findFirst().orElseThrow();

        broken = false;
        again.click();

        assertThat(shown(Grid.class)).hasSize(1);
        assertThat(shown(Button.class)).isEmpty();
    }

    @Test
    void nothing_is_told_from_nothing_for_these_filters_and_rows_that_come_are_shown() {
        show(false);
        show(true);
        assertThat(askedForNothing).containsExactly(false, true);
        assertThat(shown(Grid.class)).isEmpty();

        rows.add("one");
        table.refresh();

        assertThat(shown(Grid.class)).hasSize(1);
    }

    private <C extends Component> Stream<C> shown(Class<C> type) {
        return below(table).filter(type::isInstance).map(type::cast);
    }

    private static Stream<Component> below(Component component) {
        return component.isVisible() && !component.getElement().hasAttribute("hidden")
                ? Stream.concat(Stream.of(component), component.getChildren().flatMap(ListTableTest::below))
                : Stream.of();
    }

    private void show(boolean filtered) {
        table.show(
                new Rows<>() {
                    @Override
                    public int count() {
                        if (broken) {
                            throw new IllegalStateException("no database");
                        }
                        return rows.size();
                    }

                    @Override
                    public List<String> slice(Slice slice) {
                        return rows;
                    }
                },
                "",
                filtered);
    }
}
