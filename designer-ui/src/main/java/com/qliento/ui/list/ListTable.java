package com.qliento.ui.list;

import com.qliento.rest.Slice;
import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.event.SortEvent;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.ValueProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list of any length: rows are read as they are scrolled to. A row opens by a click, or by Enter on any of its cells,
 * what the link of its first column leads to. Says for itself that there is nothing, or that it can't be read; then it
 * can be tried again, and is never shown as empty.
 */
@Tag("q-list")
@JsModule("./list/q-list.js")
public final class ListTable<T> extends Component implements HasComponents, HasStyle {

    private static final Logger LOG = LoggerFactory.getLogger(ListTable.class);
    private static final int PAGE = 50;

    private final Grid<T> grid = new Grid<>(PAGE);
    private final Div instead = new Div();
    private final Map<Grid.Column<T>, Column.Sorted> orders = new LinkedHashMap<>();
    private final SerializableFunction<Boolean, Component> nothing;
    private final transient CallbackDataProvider<T, Void> provider;
    private SerializableConsumer<String> sorted = order -> {};
    private transient @Nullable Rows<T> rows;
    private transient @Nullable Integer counted;
    private @Nullable String order;
    private boolean filtered;

    /**
     * A list of nothing yet.
     *
     * @param label what it is, for who does not see it
     * @param id tells rows from each other, whatever changes of them
     * @param nothing what to show instead of no rows: whether a filter is the reason
     */
    public ListTable(
            String label,
            ValueProvider<T, Object> id,
            List<Column<T>> columns,
            SerializableFunction<Boolean, Component> nothing) {
        this.nothing = nothing;
        this.provider = new CallbackDataProvider<>(this::read, query -> size(), id);
        addClassName("q-list");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.getElement().setProperty("accessibleName", label);
        getElement().setAttribute("sort", getTranslation("list.sort"));
        columns.forEach(this::add);
        grid.addSortListener(this::sorted);
        showGrid(false);
        instead.setVisible(false);
        add(grid, instead);
    }

    private void add(Column<T> column) {
        var heading = new Span(column.heading);
        heading.addClassName(column.sorted == null ? "q-list-heading" : "q-list-sorts");
        var shown = grid.addColumn(column.renderer).setHeader(heading).setFlexGrow(column.share);
        shown.setWidth(column.width == null ? "96px" : column.width);
        if (!column.onPhones) {
            shown.setPartNameGenerator(row -> "wide-only");
        }
        if (column.sorted != null) {
            shown.setSortProperty(column.sorted.up());
            orders.put(shown, column.sorted);
        }
    }

    /** Says nothing and offers nothing but these words, and an icon. */
    public static Div nothing(String icon, String title, String help) {
        var nothing = new Div(new Icon(icon), new H2(title), new Paragraph(help));
        nothing.addClassName("q-empty");
        return nothing;
    }

    /** Does this with the name of the order that somebody chose; it is not yet sorted by it. */
    public void onSort(SerializableConsumer<String> does) {
        this.sorted = does;
    }

    /**
     * Shows these rows from the first on.
     *
     * @param order the name of the order they are in
     * @param filtered whether there may be others
     */
    public void show(Rows<T> rows, String order, boolean filtered) {
        this.rows = rows;
        this.order = order;
        this.filtered = filtered;
        if (isGridShown()) {
            grid.scrollToStart();
        }
        orders.forEach((column, names) -> {
            if (names.up().equals(order) || names.down().equals(order)) {
                var way = names.up().equals(order) ? SortDirection.ASCENDING : SortDirection.DESCENDING;
                grid.sort(List.of(new GridSortOrder<>(column, way)));
            }
        });
        draw();
    }

    /** Shows the rows as they are now; nobody loses their place or the focus. */
    public void refresh() {
        if (isGridShown()) {
            getElement().executeJs("this.hold()");
        }
        draw();
    }

    private void draw() {
        if (rows == null) {
            return;
        }
        try {
            int count = rows.count();
            counted = count;
            if (count == 0) {
                showInstead(nothing.apply(filtered));
                return;
            }
        } catch (RuntimeException failed) {
            fail(failed);
            return;
        }
        instead.setVisible(false);
        showGrid(true);
        if (grid.getDataProvider() == provider) {
            provider.refreshAll();
        } else {
            grid.setItems(provider);
        }
    }

    private int size() {
        var known = counted;
        counted = null;
        return known == null && rows != null ? rows.count() : known == null ? 0 : known;
    }

    private Stream<T> read(Query<T, Void> query) {
        var asked = new Slice(query.getOffset(), query.getLimit());
        try {
            return rows == null ? Stream.empty() : rows.slice(asked).stream();
        } catch (RuntimeException failed) {
            counted = 0;
            getUI().ifPresent(ui -> ui.beforeClientResponse(this, response -> fail(failed)));
            return Stream.empty();
        }
    }

    /** Never what it says: a message may quote what is personal. */
    private void fail(RuntimeException failed) {
        LOG.warn("A list can't be read: {}", failed.getClass().getName());
        var box = nothing("alert", getTranslation("list.failed"), getTranslation("list.failed.help"));
        box.addClassName("q-list-failed");
        box.getElement().setAttribute("role", "alert");
        box.add(new Button(getTranslation("shell.again"), click -> draw()));
        showInstead(box);
    }

    private boolean isGridShown() {
        return !grid.getElement().hasAttribute("hidden");
    }

    /** Hidden and not taken away: one that comes back tells the order it had first as if somebody had just chosen it. */
    private void showGrid(boolean shown) {
        grid.getElement().setAttribute("hidden", !shown);
    }

    private void showInstead(Component box) {
        showGrid(false);
        instead.removeAll();
        instead.add(box);
        instead.setVisible(true);
    }

    /** Once more on the same heading is the other way round; a list is always in some order. */
    private void sorted(SortEvent<Grid<T>, GridSortOrder<T>> event) {
        if (!event.isFromClient()) {
            return;
        }
        if (event.getSortOrder().isEmpty()) {
            orders.values().forEach(names -> {
                if (names.down().equals(order)) {
                    sorted.accept(names.up());
                } else if (names.up().equals(order)) {
                    sorted.accept(names.down());
                }
            });
            return;
        }
        var chosen = event.getSortOrder().get(0);
        var names = orders.get(chosen.getSorted());
        if (names != null) {
            sorted.accept(chosen.getDirection() == SortDirection.ASCENDING ? names.up() : names.down());
        }
    }
}
