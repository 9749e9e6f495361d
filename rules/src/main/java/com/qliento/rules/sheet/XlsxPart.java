package com.qliento.rules.sheet;

import java.io.ByteArrayInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML file of a workbook, looked through before anything is made of it. */
final class XlsxPart {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final int DEEPEST = 60;
    private static final Pattern NAME = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");
    private static final int MOST_COLUMNS = 16_384;

    /** Characters of all formulas that cells share, each as often as it is shared. */
    private static final int MOST_SHARED = 2_000_000;

    private final XMLStreamReader in;
    private final boolean strings;
    private final String name;
    private final XlsxBook book;
    private int depth;
    private int characters;
    private @Nullable String cell;
    private boolean shares;
    private int formula;
    private int longestShared;
    private int shared;

    private XlsxPart(XMLStreamReader in, String name, XlsxBook book) {
        this.in = in;
        this.name = name;
        this.book = book;
        this.strings = name.endsWith("sharedstrings.xml");
    }

    /** Refuses document types, formulas without a text, and cells that are nowhere or too long; tells what is merged. */
    static void check(String name, byte[] content, XlsxBook book) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            new XlsxPart(reader, name, book).walk();
        } catch (XMLStreamException broken) {
            throw InvalidSheet.because("broken-workbook");
        }
    }

    private void walk() throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(in.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(in.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> count(in.getTextLength());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw InvalidSheet.because("doctype");
                default -> {} // comments and processing instructions hold no cell
            }
        }
    }

    private void start(String element) {
        if (++depth > DEEPEST) {
            throw InvalidSheet.because("broken-workbook");
        }
        switch (element) {
            case "c" -> cell();
            case "si" -> characters = 0;
            case "mergeCell" -> book.merged(name, said("ref"));
            case "Override" -> book.content(said("PartName"), said("ContentType"));
            case "Relationship" -> book.relation(name, said("Id"), said("Target"));
            case "sheet" -> book.sheet(name, in.getAttributeValue(RELATIONS, "id"), said("state"));
            case "f" -> formula(said("t"));
            default -> {} // the rest says how it looks, or is read later
        }
    }

    private @Nullable String said(String attribute) {
        return in.getAttributeValue(null, attribute);
    }

    private void formula(@Nullable String kind) {
        if ("dataTable".equals(kind)) {
            throw InvalidSheet.at(cell, "formula");
        }
        shares = "shared".equals(kind);
        formula = 0;
    }

    private void end(String element) {
        depth--;
        if (element.equals("c")) {
            cell = null;
        } else if (element.equals("f") && shares) {
            share();
        }
    }

    /** A formula stands once in the file and is read for each cell that shares it. */
    private void share() {
        shares = false;
        longestShared = Math.max(longestShared, formula);
        shared += longestShared;
        if (shared > MOST_SHARED) {
            throw InvalidSheet.because("unpacks-too-large");
        }
    }

    private void cell() {
        characters = 0;
        String written = said("r");
        if (written == null) {
            cell = "?";
            return;
        }
        Matcher name = NAME.matcher(written);
        if (!name.matches() || column(name.group(1)) > MOST_COLUMNS) {
            throw InvalidSheet.because("broken-workbook");
        }
        cell = written;
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column;
    }

    private void count(int length) {
        characters += length;
        formula += length;
        if ((cell != null || strings) && characters > SheetLimits.CELL + 1_000) {
            throw InvalidSheet.at(cell, "cell-too-long", SheetLimits.CELL);
        }
    }
}
