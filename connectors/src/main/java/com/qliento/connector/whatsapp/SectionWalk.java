package com.qliento.connector.whatsapp;

import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Row;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of {@link LimitWalk} that goes through the sections and rows of one list. */
final class SectionWalk {
    private final LimitWalk walk;
    private final List<Section> sections;
    private final UniqueTexts ids;
    private final UniqueTexts titles;
    private int rows;

    SectionWalk(LimitWalk walk, List<Section> sections) {
        this.walk = walk;
        this.sections = sections;
        this.ids = new UniqueTexts(walk.problems(), MessageLimits.ROW_ID, TextCut::hardUnlike);
        this.titles = new UniqueTexts(walk.problems(), MessageLimits.ROW_TITLE, TextCut::atWordUnlike);
        sections.forEach(section -> section.rows().forEach(row -> {
            ids.reserve(row.id());
            titles.reserve(row.title());
        }));
    }

    List<Section> fit() {
        var kept = new ArrayList<Section>(sections.size());
        var places = new ArrayList<Integer>(sections.size());
        for (int i = 0; i < sections.size(); i++) {
            List<Row> fitted = fitRows(i, sections.get(i).rows());
            if (!fitted.isEmpty()) {
                kept.add(new Section(fitTitle(i), fitted));
                places.add(i);
            }
        }
        int all = (int) sections.stream()
                .flatMap(section -> section.rows().stream())
                .filter(row -> FieldText.visible(row.title()))
                .count();
        walk.tooMany("sections", "rows", MessageLimits.ROWS, all);
        return titled(kept, places);
    }

    private List<Row> fitRows(int section, List<Row> all) {
        if (all.isEmpty()) {
            walk.noRows(section);
        }
        var kept = new ArrayList<Row>(all.size());
        for (int i = 0; i < all.size() && rows < MessageLimits.ROWS; i++) {
            Row row = all.get(i);
            String field = "sections[" + section + "].rows[" + i + "].";
            String name = " of row " + (i + 1) + " in section " + (section + 1);
            if (walk.shown(field + "title", "title" + name, row.title())
                    && ids.isNew(field + "id", "id" + name, row.id())) {
                kept.add(new Row(
                        ids.fit(field + "id", "id" + name, row.id()),
                        titles.fit(field + "title", "title" + name, row.title()),
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

    /** Of several sections each needs a title: the rows of one without go to the section before, the first ones to the next. */
    private List<Section> titled(List<Section> kept, List<Integer> places) {
        var titled = new ArrayList<Section>(kept.size());
        List<Row> first = List.of();
        for (int i = 0; i < kept.size(); i++) {
            Section section = kept.get(i);
            if (section.title() != null || kept.size() == 1) {
                titled.add(first.isEmpty() ? section : joined(section.title(), first, section.rows()));
                first = List.of();
            } else {
                int place = places.get(i);
                walk.emptyPart("sections[" + place + "].title", "title of section " + (place + 1));
                Section before = titled.isEmpty() ? null : titled.remove(titled.size() - 1);
                if (before == null) {
                    first = joined(null, first, section.rows()).rows();
                } else {
                    titled.add(joined(before.title(), before.rows(), section.rows()));
                }
            }
        }
        if (!first.isEmpty()) {
            titled.add(new Section(null, first));
        }
        return titled;
    }

    private static Section joined(@Nullable String title, List<Row> some, List<Row> more) {
        return new Section(title, Stream.concat(some.stream(), more.stream()).toList());
    }
}
