package com.qliento.problem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class KeptTextTest {

    @Test
    void what_xml_and_the_database_cannot_hold_is_left_out_and_what_parts_lines_parts_them() {
        assertThat(KeptText.of("one\u000Btwo\fthree")).isEqualTo("one\ntwo\nthree");
        assertThat(KeptText.of("a\u0000b\u0001c\u001Fd\uFFFEe\uFFFFf\uD800g\uDC00"))
                .isEqualTo("abcdefg");
        assertThat(KeptText.ofAny(null)).isNull();
    }

    @Test
    void everything_else_stays_as_it_is() {
        var text = "tab\tline\r\n é ñ 中 😀 \u0085\u2028\u00AD\uFFFD";

        assertThat(KeptText.of(text)).isSameAs(text);
    }

    @Test
    void a_file_is_cleaned_of_them_written_as_they_are_or_by_number() throws Exception {
        var file = "<?xml version=\"1.0\"?><a b=\"x\u000By&#x0;&#11;\">é&#0;&#x1F;&#65;\uFFFE😀</a>".getBytes(UTF_8);

        var kept = KeptText.ofXml(file);

        var read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(kept))
                .getDocumentElement();
        assertThat(read.getTextContent()).isEqualTo("éA😀");
        assertThat(read.getAttribute("b")).isEqualTo("x y\n");
    }

    @Test
    void half_a_pair_is_left_out_of_a_file_however_it_is_written() {
        var half = new String(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, ISO_8859_1);
        var file = ("<a>x" + half + "y&#xD800;z&#55296;</a>").getBytes(ISO_8859_1);

        assertThat(KeptText.ofXml(file)).asString(UTF_8).isEqualTo("<a>xyz</a>");
    }

    @Test
    void a_file_without_them_or_in_another_encoding_stays_as_it_is_to_the_byte() throws Exception {
        var plain = "<a>é &#233; 😀 \uFFFD</a>".getBytes(UTF_8);
        assertThat(KeptText.ofXml(plain)).isSameAs(plain);
        var latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>ñí¿ &#233;</a>".getBytes(ISO_8859_1);
        assertThat(KeptText.ofXml(latin)).isSameAs(latin);
        var wide = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>".getBytes(UTF_16);
        assertThat(KeptText.ofXml(wide)).isSameAs(wide);
    }
}
