package com.qliento.rules.sheet;

import com.qliento.rules.decision.Decisions;
import com.qliento.rules.sheet.PlainTable.Column;
import com.qliento.rules.sheet.PlainTable.Entry;
import com.qliento.rules.sheet.PlainTable.Role;
import com.qliento.rules.sheet.PlainTable.Row;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the table out of a model that has no more than one. */
final class ModelReader {

    private final XMLStreamReader in;
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final Set<String> inputs = new LinkedHashSet<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Entry> ins = new ArrayList<>();
    private final List<Entry> outs = new ArrayList<>();
    private final List<Entry> notes = new ArrayList<>();
    private Column column = Column.of(Role.WHEN, "", "");
    private String rule = "";
    private String entry = "";
    private String entryText = "";
    private String decision = "";
    private String hitPolicy = "UNIQUE";
    private String aggregation = "";
    private int decisions;
    private int tables;

    private ModelReader(XMLStreamReader in) {
        this.in = in;
    }

    /** A new way to read this file, whose document type, if any, is never looked at. */
    static XMLStreamReader open(byte[] dmn) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(dmn));
    }

    /** Throws {@link InvalidSheet} when it is more than a plain table, InvalidDecision when it is no model at all. */
    static PlainModel read(byte[] dmn) {
        new Decisions().name(dmn);
        try {
            return new ModelReader(open(dmn)).read();
        } catch (XMLStreamException unreadable) {
            throw new IllegalStateException("A model that was read before can't be read again", unreadable);
        }
    }

    private PlainModel read() throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(in.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
                default -> {} // nothing else holds a cell
            }
        }
        if (decisions != 1 || tables != 1) {
            throw InvalidSheet.because(decisions > 1 ? "several-decisions" : "no-table");
        }
        columns.add(Column.of(Role.NOTE, "", "").expressing(PlainTable.DESCRIPTION));
        columns.sort(Comparator.comparing(Column::role)
                .thenComparing(one -> !one.expression().equals(PlainTable.DESCRIPTION) && one.role() == Role.NOTE));
        return new PlainModel(decision, inputs, ids, new PlainTable(hitPolicy, aggregation, columns, whole()));
    }

    private List<Row> whole() {
        if (rows.stream().anyMatch(row -> row.entries().size() != columns.size())) {
            throw InvalidSheet.because("uneven-rows");
        }
        return rows;
    }

    private String attribute(String name) {
        String value = in.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }

    private void start(String element) {
        text.setLength(0);
        String parent = path.isEmpty() ? "" : path.peek();
        path.push(element);
        ids.add(attribute("id"));
        switch (element) {
            case "businessKnowledgeModel", "decisionService" -> throw InvalidSheet.because("several-decisions");
            case "decision" -> {
                decisions++;
                decision = attribute("name");
            }
            case "inputData" -> inputs.add(attribute("name"));
            case "decisionTable" -> table(parent);
            case "input", "output", "annotation" -> column(element, parent);
            case "inputExpression" -> column = column.typed(attribute("typeRef"));
            case "rule" -> rule();
            case "inputEntry", "outputEntry", "annotationEntry" -> {
                entry = attribute("id");
                entryText = "";
            }
            default -> {} // the rest is kept as it is
        }
    }

    private void rule() {
        rule = attribute("id");
        ins.clear();
        outs.clear();
        notes.clear();
        notes.add(new Entry("", ""));
    }

    private void table(String parent) {
        if (!parent.equals("decision")) {
            throw InvalidSheet.because("no-table");
        }
        tables++;
        hitPolicy = attribute("hitPolicy").isEmpty() ? "UNIQUE" : attribute("hitPolicy");
        aggregation = attribute("aggregation");
    }

    private void column(String element, String parent) {
        if (parent.equals("decisionTable")) {
            column = switch (element) {
                case "input" -> Column.of(Role.WHEN, attribute("id"), attribute("label"));
                case "output" ->
                    Column.of(Role.THEN, attribute("id"), attribute("label"))
                            .expressing(attribute("name"))
                            .typed(attribute("typeRef"));
                default -> Column.of(Role.NOTE, "", attribute("name"));
            };
        }
    }

    private void end() {
        String element = path.pop();
        String parent = path.isEmpty() ? "" : path.peek();
        switch (element) {
            case "text" -> text(parent, written());
            case "description" -> {
                if (parent.equals("rule")) {
                    notes.set(0, new Entry("", written()));
                }
            }
            case "input", "output", "annotation" -> {
                if (parent.equals("decisionTable")) {
                    columns.add(column.label().equals(column.expression()) ? column.labelled("") : column);
                }
            }
            case "inputEntry" -> ins.add(new Entry(entry, entryText.isBlank() ? PlainTable.ANY : entryText));
            case "outputEntry" -> outs.add(new Entry(entry, entryText));
            case "annotationEntry" -> notes.add(new Entry("", entryText));
            case "rule" ->
                rows.add(new Row(
                        rule, Stream.of(ins, outs, notes).flatMap(List::stream).toList()));
            default -> {} // the rest is kept as it is
        }
    }

    private String written() {
        return text.toString().replace("\r\n", "\n").replace('\r', '\n');
    }

    private void text(String parent, String written) {
        switch (parent) {
            case "inputExpression" -> column = column.expressing(written.strip());
            case "inputValues", "outputValues" -> column = column.allowing(written.strip());
            case "defaultOutputEntry" -> column = column.otherwise(written.strip());
            case "inputEntry", "outputEntry", "annotationEntry" -> entryText = written;
            default -> {} // a text of something that is no cell
        }
    }
}
