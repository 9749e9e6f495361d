package com.qliento.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.connector.whatsapp.MediaKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SniffTest {

    private static final String OLE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("image/jpeg", "\u00FF\u00D8\u00FF\u00E0"),
                Arguments.of("image/png", "\u0089PNG\r\n\u001A\n"),
                Arguments.of("video/mp4", "\0\0\0 ftypisom"),
                Arguments.of("video/3gpp", "\0\0\0 ftyp3gp4"),
                Arguments.of("audio/mp4", "\0\0\0 ftypM4A "),
                Arguments.of("audio/mpeg", "ID3\u0004"),
                Arguments.of("audio/mpeg", "\u00FF\u00FB\u0090"),
                Arguments.of("audio/aac", "\u00FF\u00F1P"),
                Arguments.of("audio/amr", "#!AMR\n"),
                Arguments.of("audio/ogg", "OggS" + "\0".repeat(24) + "OpusHead"),
                Arguments.of("application/pdf", "%PDF-1.7"),
                Arguments.of("application/msword", OLE + wide("WordDocument")),
                Arguments.of("application/vnd.ms-excel", OLE + wide("Workbook")),
                Arguments.of(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        "PK\u0003\u0004[Content_Types].xml word/document.xml"),
                Arguments.of(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "PK\u0003\u0004[Content_Types].xml xl/workbook.xml"));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void a_file_is_what_its_bytes_say(String mimeType, String start) {
        Optional<String> told = Sniff.mimeType(Bytes.padded(start, 200));

        assertThat(told).contains(mimeType);
        assertThat(told.flatMap(Sniff::kind)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GIF89a",
                "RIFF\0\0\0\0WEBPVP8 ",
                "\0\0\0 ftypqt  ",
                "MZ\u0090\0",
                "\u007FELF",
                "OggS vorbis",
                "PK\u0003\u0004 com/example/Main.class",
                "PK\u0003\u0004 word/document.xml word/vbaProject.bin",
                "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1 an installer",
                "\u001F\u008B\u0008"
            })
    void what_whatsapp_does_not_take_is_nothing(String start) {
        assertThat(Sniff.mimeType(Bytes.padded(start, 200))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "\uFEFF  <!DOCTYPE html><script>alert(1)</script>",
                "Prices\n<script>alert(1)</script>",
                "<?xml version='1.0'?><svg/>",
                "#!/bin/sh\nrm -rf /",
                "   ",
                "half a text\0and something else"
            })
    void markup_and_programs_are_no_text(String text) {
        assertThat(Sniff.mimeType(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Espresso 1,80 €\nCappuccino 2,60 €", "a < b, and b > c", "name;price\r\ntea;2\t"})
    void text_for_people_is_a_document(String text) {
        assertThat(Sniff.mimeType(text.getBytes(StandardCharsets.UTF_8)))
                .contains("text/plain")
                .get()
                .extracting(type -> Sniff.kind(type).orElseThrow())
                .isEqualTo(MediaKind.DOCUMENT);
    }

    @Property(tries = 300)
    void whatever_the_bytes_are_there_is_an_answer(@ForAll byte[] bytes) {
        assertThat(Sniff.mimeType(bytes)).isNotNull();
    }

    private static String wide(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}
