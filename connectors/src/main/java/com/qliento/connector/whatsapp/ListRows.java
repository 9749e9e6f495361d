package com.qliento.connector.whatsapp;

import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Row;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of {@link LimitWalk} that goes through the sections and rows of one list. */
final class ListRows {
    private final LimitWalk walk;
    private final List<Section> sections;
    private final UniqueTexts ids;
    private int rows;

    ListRows(LimitWalk walk, List<Section> sections) {
        this.walk = walk;
        this.sections = sections;
        this.ids = new UniqueTexts(walk.problems(), MessageLimits.ROW_ID, TextCut::hardUnlike);
        sections.forEach(section -> section.rows().forEach(row -> ids.reserve(row.id())));
    }

    List<Section> fit() {
        List<Section> kept = new ArrayList<>(sections.size());
        List<Integer> places = new ArrayList<>(sections.size());
        for (int i = 0; i < sections.size(); i++) {
            List<Row> fitted = fitRows(i, sections.get(i).rows());
            if (!fitted.isEmpty()) {
                kept.add(new Section(fitTitle(i), fitted));
                places.add(i);
            }
        }
        requireTitles(kept, places);
        int all = sections.stream().mapToInt(section -> section.rows().size()).sum();
        walk.tooMany("sections", "rows", MessageLimits.ROWS, all);
        return kept;
    }

    private List<Row> fitRows(int section, List<Row> all) {
        if (all.isEmpty()) {
            walk.noRows(section);
        }
        List<Row> kept = new ArrayList<>(all.size());
        for (int i = 0; i < all.size() && rows < MessageLimits.ROWS; i++) {
            Row row = all.get(i);
            String field = "sections[" + section + "].rows[" + i + "].";
            String name = " of row " + (i + 1) + " in section " + (section + 1);
            if (ids.isNew(field + "id", "id" + name, row.id())) {
                kept.add(new Row(
                        ids.fit(field + "id", "id" + name, row.id()),
                        walk.required(field + "title", "title" + name, row.title(), MessageLimits.ROW_TITLE),
                        walk.optional(
                                field + "description",
                                "description" + name,
                                row.description(),
                                MessageLimits.ROW_DESCRIPTION)));
                rows++;
            }
        }
        return kept;
    }

    private @Nullable String fitTitle(int section) {
        return walk.optional(
                "sections[" + section + "].title",
                "title of section " + (section + 1),
                sections.get(section).title(),
                MessageLimits.SECTION_TITLE);
    }

    private void requireTitles(List<Section> kept, List<Integer> places) {
        for (int i = 0; kept.size() > 1 && i < kept.size(); i++) {
            if (kept.get(i).title() == null) {
                int section = places.get(i);
                walk.missing("sections[" + section + "].title", "title of section " + (section + 1));
            }
        }
    }
}
