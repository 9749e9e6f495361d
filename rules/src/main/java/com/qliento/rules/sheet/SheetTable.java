package com.qliento.rules.sheet;

import com.qliento.rules.sheet.LayoutReader.Layout;
import com.qliento.rules.sheet.PlainTable.Column;
import com.qliento.rules.sheet.PlainTable.Entry;
import com.qliento.rules.sheet.PlainTable.Role;
import com.qliento.rules.sheet.PlainTable.Row;
import com.qliento.rules.sheet.SheetColumns.Placed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a table of a sheet; what stays as it was keeps its ids. */
final class SheetTable {

    private static final Policy FIRST = new Policy("FIRST", "");

    private final Layout layout;
    private final PlainModel before;
    private final Ids ids;
    private final List<Placed> placed;
    private final List<SheetModel.Understood> understood = new ArrayList<>();
    private int understoodCells;
    private int changed;
    private int same;

    private SheetTable(Layout layout, PlainModel before) {
        this.layout = layout;
        this.before = before;
        this.ids = new Ids(before.ids());
        this.placed = SheetColumns.of(layout, before.table().columns(), ids);
    }

    /** What a sheet is read as when nothing was there. */
    static SheetModel fresh(Layout layout, String name) {
        var nothing = new PlainTable(FIRST.hit(), "", List.of(), List.of());
        var sheet = new SheetTable(layout, new PlainModel("", Set.of(), Set.of(), nothing));
        PlainTable table = sheet.table();
        List<Column> inputs = sheet.inputs();
        var names = new SheetNames();
        inputs.forEach(input -> names.use(input.expression()));
        List<Column> outputs =
                table.columns().stream().filter(one -> one.role() == Role.THEN).toList();
        String decision = outputs.size() == 1 ? outputs.get(0).expression() : "";
        return sheet.model(table, ModelWriter.fresh(name, names.of(decision, "result"), table, inputs));
    }

    /** The same for a model whose table it takes the place of. */
    static SheetModel replacing(Layout layout, PlainModel model, byte[] dmn) {
        var sheet = new SheetTable(layout, model);
        PlainTable table = sheet.table();
        return sheet.model(table, ModelWriter.replaced(dmn, table, sheet.inputs(), sheet.ids));
    }

    /** Columns that look at a name which the model does not have yet. */
    private List<Column> inputs() {
        var known = new LinkedHashSet<String>(before.inputs());
        before.table().columns().forEach(column -> known.add(column.expression()));
        known.add(before.decision());
        var inputs = new ArrayList<Column>();
        for (Placed one : placed) {
            Column column = one.column();
            if (column.role() == Role.WHEN && SheetNames.plain(column.expression()) && known.add(column.expression())) {
                inputs.add(column);
            }
        }
        return inputs;
    }

    private PlainTable table() {
        Policy policy = policy();
        List<List<String>> texts = texts();
        var common = new ArrayList<Integer>();
        int conditions = 0;
        for (int i = 0; i < placed.size(); i++) {
            if (placed.get(i).was() >= 0) {
                common.add(i);
                conditions += placed.get(i).column().role() == Role.WHEN ? 1 : 0;
            }
        }
        List<Row> old = before.table().rows();
        int[] pairs = RowPairs.of(
                old.stream()
                        .map(row -> common.stream()
                                .map(i -> row.text(placed.get(i).was()))
                                .toList())
                        .toList(),
                texts.stream()
                        .map(row -> common.stream().map(row::get).toList())
                        .toList(),
                conditions);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < texts.size(); i++) {
            rows.add(pairs[i] < 0 ? row(texts.get(i)) : row(texts.get(i), old.get(pairs[i])));
        }
        List<Column> columns = placed.stream().map(Placed::column).toList();
        return new PlainTable(policy.hit(), policy.aggregation(), columns, rows);
    }

    private Policy policy() {
        return layout.policy() != null
                ? layout.policy()
                : new Policy(before.table().hitPolicy(), before.table().aggregation());
    }

    private List<List<String>> texts() {
        var names = new HashSet<String>(before.inputs());
        placed.stream()
                .filter(one -> one.column().role() == Role.WHEN)
                .forEach(one -> names.add(one.column().expression()));
        var reading = new CellReading(names);
        List<Set<String>> known = placed.stream()
                .map(one -> one.was() < 0 ? Set.<String>of() : before.table().texts(one.was()))
                .toList();
        var texts = new ArrayList<List<String>>();
        for (Grid.Line line : layout.rows()) {
            var row = new ArrayList<String>();
            for (int i = 0; i < placed.size(); i++) {
                row.add(text(reading, line, placed.get(i), known.get(i)));
            }
            texts.add(row);
        }
        return texts;
    }

    private String text(CellReading reading, Grid.Line line, Placed where, Set<String> known) {
        Grid.Cell cell = line.cell(where.at());
        if (cell.kind() == Grid.Kind.TEXT && known.contains(cell.text())) {
            return cell.text();
        }
        boolean asked = cell.kind() == Grid.Kind.TEXT
                && where.column().role() != Role.NOTE
                && ColumnDoubts.comma(cell.text())
                && layout.columns().stream()
                        .anyMatch(told -> told.at() == where.at() && ColumnDoubts.comma(cell.text(), layout, told));
        String read = asked ? CellReading.quoted(cell.text().strip()) : reading.read(cell, where.column());
        if (!read.equals(cell.text()) && !cell.text().isBlank()) {
            understoodCells++;
            if (understood.size() < SheetModel.TOLD) {
                understood.add(new SheetModel.Understood(Grid.name(where.at(), line.number()), cell.text(), read));
            }
        }
        return read;
    }

    private Row row(List<String> texts) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < texts.size(); i++) {
            entries.add(entry(i, texts.get(i)));
        }
        return new Row(ids.next("row"), entries);
    }

    private Entry entry(int column, String text) {
        return new Entry(placed.get(column).column().role() == Role.NOTE ? "" : ids.next("cell"), text);
    }

    private Row row(List<String> texts, Row was) {
        var entries = new ArrayList<Entry>();
        boolean alike = true;
        for (int i = 0; i < texts.size(); i++) {
            int at = placed.get(i).was();
            boolean here = at >= 0;
            alike &= here ? was.text(at).equals(texts.get(i)) : nothing(i, texts.get(i));
            entries.add(here ? new Entry(was.entries().get(at).id(), texts.get(i)) : entry(i, texts.get(i)));
        }
        if (alike) {
            same++;
        } else {
            changed++;
        }
        return new Row(was.id(), entries);
    }

    /** Whether a cell of a column that is new leaves its row as it was. */
    private boolean nothing(int column, String text) {
        return text.isEmpty() || (placed.get(column).column().role() == Role.WHEN && text.equals(PlainTable.ANY));
    }

    private SheetModel model(PlainTable table, byte[] dmn) {
        int rows = table.rows().size();
        List<Column> old = before.table().columns();
        Set<Integer> kept = placed.stream().map(Placed::was).collect(Collectors.toSet());
        var removed = new ArrayList<String>();
        for (int i = 0; i < old.size(); i++) {
            if (!kept.contains(i) && (old.get(i).role() != Role.NOTE || written(i))) {
                removed.add(old.get(i).heading());
            }
        }
        List<String> added = placed.stream()
                .filter(one -> one.was() < 0)
                .map(one -> one.column().heading())
                .toList();
        var changes = new SheetModel.Changes(
                same,
                changed,
                rows - same - changed,
                before.table().rows().size() - same - changed,
                old.isEmpty() ? List.of() : added,
                removed,
                new Policy(before.table().hitPolicy(), before.table().aggregation()).toString(),
                Objects.requireNonNull(policy()).toString());
        return new SheetModel(
                dmn,
                changes,
                List.copyOf(understood),
                understoodCells,
                List.of(),
                placed.stream()
                        .map(one -> Grid.name(one.at(), 1).replace("1", ""))
                        .toList(),
                layout.rows().stream().map(Grid.Line::number).toList());
    }

    private boolean written(int column) {
        return before.table().rows().stream().anyMatch(row -> !row.text(column).isEmpty());
    }
}
