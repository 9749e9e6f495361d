package com.qliento.rules.sheet;

import com.qliento.rules.sheet.LayoutReader.Layout;
import com.qliento.rules.sheet.LayoutReader.Told;
import com.qliento.rules.sheet.PlainTable.Column;
import com.qliento.rules.sheet.PlainTable.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes columns of what a sheet tells, and takes the rest from the table that was there. */
final class SheetColumns {

    /** A column, where it is in the sheet, and its place in the table that was there, -1 for none. */
    record Placed(Column column, int at, int was) {}

    private final Layout layout;
    private final List<Column> before;
    private final Ids ids;
    private final SheetNames names = new SheetNames();
    private final Map<Integer, Told> matched = new LinkedHashMap<>();

    private SheetColumns(Layout layout, List<Column> before, Ids ids) {
        this.layout = layout;
        this.before = before;
        this.ids = ids;
    }

    static List<Placed> of(Layout layout, List<Column> before, Ids ids) {
        return new SheetColumns(layout, before, ids).place();
    }

    /** Where in the sheet columns of numbers are that the table had before and the sheet says no type of. */
    static Set<Integer> numbers(Layout layout, List<Column> before) {
        var columns = new SheetColumns(layout, before, new Ids(Set.of()));
        var numbers = new HashSet<Integer>();
        for (Told told : layout.columns()) {
            int was = columns.match(told);
            if (was >= 0 && told.type() == null && before.get(was).type().equals("number")) {
                numbers.add(told.at());
            }
        }
        return numbers;
    }

    /** What stood in the columns that the table had before, by their places in the sheet. */
    static Map<Integer, Set<String>> texts(Layout layout, PlainTable before) {
        var columns = new SheetColumns(layout, before.columns(), new Ids(Set.of()));
        var texts = new LinkedHashMap<Integer, Set<String>>();
        for (Told told : layout.columns()) {
            int was = columns.match(told);
            if (was >= 0) {
                texts.put(told.at(), before.texts(was));
            }
        }
        return texts;
    }

    private List<Placed> place() {
        layout.columns().forEach(told -> {
            if (told.name() != null && !told.name().isEmpty()) {
                names.use(told.name());
            }
        });
        List<Integer> was = layout.columns().stream().map(this::match).toList();
        List<Role> roles = roles(was);
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < roles.size(); i++) {
            placed.add(placed(layout.columns().get(i), roles.get(i), was.get(i), placed));
        }
        if (!roles.contains(Role.THEN)) {
            throw InvalidSheet.because("no-then");
        }
        placed.sort(Comparator.comparing((Placed one) -> one.column().role())
                .thenComparing(one -> one.column().role() == Role.NOTE && !described(one.column())));
        return placed;
    }

    private static boolean described(Column column) {
        return column.role() == Role.NOTE && column.expression().equals(PlainTable.DESCRIPTION);
    }

    /** First by what it looks at, which no two have in common, then by what people call it. */
    private int match(Told told) {
        for (int i = 0; i < before.size(); i++) {
            Column column = before.get(i);
            boolean roles = told.role() == null || told.role() == column.role();
            boolean named = (told.name() != null && !told.name().isEmpty())
                    ? column.expression().equals(told.name())
                    : told.heading().equalsIgnoreCase(column.heading().strip())
                            || told.heading().equalsIgnoreCase(column.expression());
            boolean noted =
                    column.role() == Role.NOTE && described(column) && told.role() == Role.NOTE && told.name() == null;
            if (!matched.containsKey(i) && roles && (named || noted)) {
                matched.put(i, told);
                return i;
            }
        }
        return -1;
    }

    /** What has no role in the sheet or the table is a condition, but for the last column when nothing else is decided. */
    private List<Role> roles(List<Integer> was) {
        var roles = new ArrayList<@Nullable Role>();
        for (int i = 0; i < was.size(); i++) {
            Role told = layout.columns().get(i).role();
            roles.add(
                    told != null
                            ? told
                            : was.get(i) >= 0 ? before.get(was.get(i)).role() : null);
        }
        int last = roles.lastIndexOf(null);
        if (!roles.contains(Role.THEN) && last > 0) {
            roles.set(last, Role.THEN);
        }
        int then = roles.indexOf(Role.THEN);
        var all = new ArrayList<Role>();
        for (int i = 0; i < roles.size(); i++) {
            all.add(Objects.requireNonNullElse(roles.get(i), then >= 0 && i > then ? Role.THEN : Role.WHEN));
        }
        return all;
    }

    private Placed placed(Told told, Role role, int was, List<Placed> others) {
        Column known = was >= 0 ? before.get(was) : null;
        boolean same = known != null && known.role() == role;
        String id = same ? Objects.requireNonNull(known).id() : "";
        Column column = Column.of(role, id, "");
        if (role != Role.NOTE && id.isEmpty()) {
            column = column.as(ids.next(role == Role.WHEN ? "input" : "output"));
        }
        if (role == Role.NOTE) {
            return new Placed(note(column, told, others), told.at(), same ? was : -1);
        }
        column = named(column, told, same ? known : null)
                .allowing(or(told.values(), known == null ? "" : known.values()))
                .otherwise(role == Role.WHEN ? "" : or(told.otherwise(), known == null ? "" : known.otherwise()));
        List<Grid.Cell> cells =
                layout.rows().stream().map(row -> row.cell(told.at())).toList();
        String type = or(told.type(), known == null ? "" : known.type());
        return new Placed(
                column.typed(type.isEmpty() && known == null ? CellReading.type(cells) : type),
                told.at(),
                same ? was : -1);
    }

    private static Column note(Column column, Told told, List<Placed> others) {
        boolean first = others.stream().noneMatch(other -> described(other.column()));
        boolean described = told.name() == null ? first : told.name().equals(PlainTable.DESCRIPTION);
        return described ? column.expressing(PlainTable.DESCRIPTION) : column.labelled(told.heading());
    }

    private Column named(Column column, Told told, @Nullable Column known) {
        if (told.name() == null && known != null) {
            return column.labelled(known.label()).expressing(known.expression());
        }
        String name = or(told.name(), "");
        long outputs =
                layout.columns().stream().filter(one -> one.role() == Role.THEN).count();
        boolean nameless = column.role() == Role.THEN && told.name() != null && outputs == 1;
        if (name.isEmpty() && !nameless) {
            name = names.of(told.heading(), column.role() == Role.WHEN ? "input" : "result");
        }
        return column.expressing(name).labelled(told.heading().equals(name) ? "" : told.heading());
    }

    private static String or(@Nullable String told, String known) {
        return told == null ? known : told;
    }
}
