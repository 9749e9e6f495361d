package com.qliento.tryout;

import com.qliento.bpmn.FlowFile;
import com.qliento.tryout.Tags.Tag;
import java.io.StringReader;
import java.nio.charset.Charset;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Test cases inside a BPMN file: an extension element of the process with what would stand in {@code cases.json}. Other
 * tools leave it alone, as BPMN 2.0 asks them to. All else in the file stays as it is, to the letter, in its encoding.
 */
final class EnclosedCases {

    static final String NAMESPACE = "https://qliento.com/schema/bpmn";
    private static final String ELEMENT = "testCases";
    private static final XMLInputFactory XML = reader();

    private EnclosedCases() {}

    /** A file without its cases, and the cases; null when it brought none. */
    record Opened(byte[] bpmn, @Nullable String cases) {

        @Override
        public String toString() {
            return "Opened";
        }
    }

    /** What of the first process matters here; null for what is not there. */
    private static final class Found {
        int depth;
        int processDepth;

        @Nullable
        Tag process;

        @Nullable
        Tag documentation;

        @Nullable
        Tag extensions;

        @Nullable
        Tag begin;

        @Nullable
        Tag end;

        boolean inProcess() {
            return process != null && depth == processDepth + 1;
        }
    }

    /** Puts the cases into the file, in place of those in it; the file as it is when it has no process. */
    static byte[] into(byte[] bpmn, String cases) {
        Charset charset = FlowFile.charset(bpmn);
        var file = new String(open(bpmn).bpmn(), charset);
        Found found = find(file);
        Tag process = found.process;
        if (process == null) {
            return bpmn;
        }
        String element = "<q:" + ELEMENT + " xmlns:q=\"" + NAMESPACE + "\">" + FlowFile.escaped(cases, charset) + "</q:"
                + ELEMENT + ">";
        Tag there = found.extensions;
        if (there != null && !there.empty()) {
            return (file.substring(0, there.end()) + element + file.substring(there.end())).getBytes(charset);
        }
        String tag = process.prefix() + "extensionElements";
        Tag before = found.documentation == null ? process : found.documentation;
        int from = there == null ? before.end() : there.begin();
        int to = there == null ? before.end() : there.end();
        return (file.substring(0, from) + "<" + tag + ">" + element + "</" + tag + ">" + file.substring(to))
                .getBytes(charset);
    }

    /** Takes the cases out of a file. */
    static Opened open(byte[] bpmn) {
        Charset charset = FlowFile.charset(bpmn);
        var file = new String(bpmn, charset);
        if (!file.contains(NAMESPACE)) {
            return new Opened(bpmn, null);
        }
        Found found = find(file);
        Tag begin = found.begin;
        Tag end = found.end;
        if (begin == null || end == null) {
            return new Opened(bpmn, null);
        }
        String cases = words(file.substring(begin.begin(), end.end()));
        int from = begin.begin();
        int to = end.end();
        Tag around = found.extensions;
        String closing = around == null ? "" : "</" + around.name() + ">";
        if (around != null && around.end() == from && file.startsWith(closing, to)) {
            from = around.begin();
            to += closing.length();
        }
        return new Opened((file.substring(0, from) + file.substring(to)).getBytes(charset), cases);
    }

    private static Found find(String file) {
        var found = new Found();
        var tags = new Tags(file);
        for (Tag tag = tags.next(); tag != null; tag = tags.next()) {
            if (tag.closes()) {
                ends(tag, found);
            } else {
                begins(tag, found);
            }
        }
        return found;
    }

    private static void begins(Tag tag, Found found) {
        found.depth++;
        switch (tag.localName()) {
            case "process" -> {
                if (found.process == null && !tag.empty()) {
                    found.process = tag;
                    found.processDepth = found.depth;
                }
            }
            case "extensionElements" -> {
                if (found.inProcess() && found.extensions == null) {
                    found.extensions = tag;
                }
            }
            case ELEMENT -> {
                if (found.begin == null && !tag.empty()) {
                    found.begin = tag;
                }
            }
            default -> {}
        }
        if (tag.empty()) {
            found.depth--;
        }
    }

    private static void ends(Tag tag, Found found) {
        if (tag.localName().equals("documentation") && found.inProcess() && found.extensions == null) {
            found.documentation = tag;
        } else if (found.begin != null && found.end == null && tag.name().equals(found.begin.name())) {
            found.end = tag;
        }
        found.depth--;
    }

    /** The text of an element as XML means it; as it stands when that can't be said. */
    private static String words(String element) {
        try {
            var reader = XML.createXMLStreamReader(new StringReader(element));
            reader.nextTag();
            return reader.getElementText();
        } catch (XMLStreamException noText) {
            return element;
        }
    }

    private static XMLInputFactory reader() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }
}
