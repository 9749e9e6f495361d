package com.qliento.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A text as WhatsApp shows it. */
class ChatTextTest {

    @Test
    void marks_are_shown_as_whatsapp_shows_them() {
        assertThat(html("*bold* _it_ ~gone~ `a*b*`"))
                .isEqualTo("<div><strong>bold</strong> <em>it</em> <s>gone</s> <code>a*b*</code></div>");
        assertThat(html("*bold and _both_*")).isEqualTo("<div><strong>bold and <em>both</em></strong></div>");
        assertThat(html("Look:```x = *y*```")).isEqualTo("<div>Look:</div><pre><code>x = *y*</code></pre>");
    }

    @Test
    void what_only_looks_like_a_mark_stays() {
        assertThat(html("2 * 3 * 4 = 24, snake_case_name, *open"))
                .isEqualTo("<div>2 * 3 * 4 = 24, snake_case_name, *open</div>");
    }

    @Test
    void lists_and_quotes_are_drawn() {
        assertThat(html("Today:\n- soup\n* *cake*\nor\n3. tea\n4. milk\n> as ever"))
                .isEqualTo("<div>Today:</div><ul><li>soup</li><li><strong>cake</strong></li></ul><div>or</div>"
                        + "<ol start=\"3\"><li>tea</li><li>milk</li></ol><blockquote>as ever</blockquote>");
        assertThat(html("one\n\ntwo")).isEqualTo("<div>one\n\ntwo</div>");
    }

    @Test
    void a_link_leads_to_the_web_only() {
        assertThat(html("See https://example.org/a_b?c=1. Or javascript:alert(1)"))
                .contains("href=\"https://example.org/a_b?c=1\"", "rel=\"noopener noreferrer nofollow\"")
                .contains("</a>. Or javascript:alert(1)");
    }

    @Test
    void what_looks_like_html_is_text() {
        assertThat(html("<img src=x onerror=alert(1)> *<b>*"))
                .doesNotContain("<img", "<b>")
                .contains("&lt;img");
    }

    private static String html(String text) {
        return inside(new ChatText(text).getElement());
    }

    /** Written here, as the element's own text is laid out anew. */
    private static String inside(Element element) {
        return element.getChildren().map(ChatTextTest::written).collect(Collectors.joining());
    }

    private static String written(Element element) {
        if (element.isTextNode()) {
            return element.getText().replace("<", "&lt;");
        }
        var attributes = element.getAttributeNames()
                .sorted()
                .map(name -> " " + name + "=\"" + element.getAttribute(name) + "\"")
                .collect(Collectors.joining());
        return "<" + element.getTag() + attributes + ">" + inside(element) + "</" + element.getTag() + ">";
    }
}
