package com.qliento.rules.sheet;

import com.qliento.rules.sheet.PlainTable.Column;
import com.qliento.rules.sheet.PlainTable.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Makes a model of a table, or puts another table into a model. */
final class ModelWriter {

    private static final String DMN = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    private ModelWriter() {}

    /** A new model of this name; its inputs are those columns that look at a plain name. */
    static byte[] fresh(String name, String decision, PlainTable table, List<Column> inputs) {
        var out = new XmlOut();
        out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .start("definitions")
                .attribute("xmlns", DMN)
                .attribute("xmlns:dmndi", "https://www.omg.org/spec/DMN/20230324/DMNDI/")
                .attribute("xmlns:dc", "http://www.omg.org/spec/DMN/20180521/DC/")
                .attribute("xmlns:di", "http://www.omg.org/spec/DMN/20180521/DI/")
                .attribute("id", "model")
                .attribute("name", name)
                .attribute("namespace", "https://qliento.com/decision");
        for (int i = 0; i < inputs.size(); i++) {
            input(out, "", "data-" + (i + 1), inputs.get(i));
        }
        out.start("decision").attribute("id", "decision").attribute("name", decision);
        List<Column> outputs =
                table.columns().stream().filter(one -> one.role() == Role.THEN).toList();
        out.start("variable")
                .attribute("id", "decision-value")
                .attribute("name", decision)
                .with("typeRef", outputs.size() == 1 ? outputs.get(0).type() : "")
                .end("variable");
        for (int i = 0; i < inputs.size(); i++) {
            requirement(out, "", "data-" + (i + 1));
        }
        out.start("decisionTable").attribute("id", "table");
        policy(out, table);
        new TableOut(out, "").write(table);
        out.end("decisionTable").end("decision");
        ModelDrawing.draw(out, inputs.size());
        return bytes(out.end("definitions"));
    }

    private static void policy(XmlOut out, PlainTable table) {
        out.attribute("hitPolicy", table.hitPolicy()).with("aggregation", table.aggregation());
    }

    private static void input(XmlOut out, String prefix, String id, Column column) {
        out.start(prefix + "inputData").attribute("id", id).attribute("name", column.expression());
        out.start(prefix + "variable")
                .attribute("id", id + "-value")
                .attribute("name", column.expression())
                .with("typeRef", column.type())
                .end(prefix + "variable");
        out.end(prefix + "inputData");
    }

    private static void requirement(XmlOut out, String prefix, String id) {
        out.start(prefix + "informationRequirement").attribute("id", id + "-needed");
        out.start(prefix + "requiredInput").attribute("href", "#" + id).end(prefix + "requiredInput");
        out.end(prefix + "informationRequirement");
    }

    /** The same model with this table, and with these inputs besides its own. */
    static byte[] replaced(byte[] dmn, PlainTable table, List<Column> inputs, Ids ids) {
        List<String> fresh = inputs.stream().map(column -> ids.next("data")).toList();
        var out = new XmlOut();
        try {
            XMLStreamReader in = ModelReader.open(dmn);
            out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            while (in.hasNext()) {
                int event = in.next();
                boolean begins = event == XMLStreamConstants.START_ELEMENT;
                if (begins && in.getLocalName().equals("decision")) {
                    for (int i = 0; i < inputs.size(); i++) {
                        input(out, prefix(in), fresh.get(i), inputs.get(i));
                    }
                }
                if (begins && in.getLocalName().equals("decisionTable")) {
                    fresh.forEach(id -> requirement(out, prefix(in), id));
                    table(in, out, table);
                } else {
                    copy(in, out, event);
                }
            }
        } catch (XMLStreamException unreadable) {
            throw new IllegalStateException("A model that was read before can't be read again", unreadable);
        }
        return bytes(out);
    }

    private static void table(XMLStreamReader in, XmlOut out, PlainTable table) throws XMLStreamException {
        String name = prefix(in) + in.getLocalName();
        String prefix = prefix(in);
        out.start(name);
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (!List.of("hitPolicy", "aggregation").contains(in.getAttributeLocalName(i))) {
                attribute(in, out, i);
            }
        }
        policy(out, table);
        for (int depth = 1; depth > 0; ) {
            int event = in.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
        new TableOut(out, prefix).write(table);
        out.end(name);
    }

    private static void copy(XMLStreamReader in, XmlOut out, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                out.start(prefix(in) + in.getLocalName());
                for (int i = 0; i < in.getNamespaceCount(); i++) {
                    String prefix = in.getNamespacePrefix(i);
                    String uri = in.getNamespaceURI(i);
                    out.attribute(
                            prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri == null ? "" : uri);
                }
                for (int i = 0; i < in.getAttributeCount(); i++) {
                    attribute(in, out, i);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> out.end(prefix(in) + in.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> out.text(in.getText());
            case XMLStreamConstants.COMMENT -> out.raw("<!--" + in.getText() + "-->");
            default -> {} // white space around the root, processing instructions
        }
    }

    private static void attribute(XMLStreamReader in, XmlOut out, int index) {
        String prefix = in.getAttributePrefix(index);
        out.attribute(
                (prefix == null || prefix.isEmpty() ? "" : prefix + ":") + in.getAttributeLocalName(index),
                in.getAttributeValue(index));
    }

    private static String prefix(XMLStreamReader in) {
        return in.getPrefix() == null || in.getPrefix().isEmpty() ? "" : in.getPrefix() + ":";
    }

    private static byte[] bytes(XmlOut out) {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
