package com.qliento.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.connector.whatsapp.LimitProblem.Kind;
import com.qliento.connector.whatsapp.OutboundContent.Buttons;
import com.qliento.connector.whatsapp.OutboundContent.Buttons.Button;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Row;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Section;
import com.qliento.connector.whatsapp.OutboundContent.Media;
import com.qliento.connector.whatsapp.OutboundContent.Text;
import java.io.IOException;
import java.text.Normalizer;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class MessageLimitsPropertiesTest {
    private static final Pattern SIGN = Pattern.compile("\\X");

    @Property(tries = 500)
    void what_was_fitted_has_no_problem_but_missing_texts(@ForAll("contents") OutboundContent content) {
        OutboundContent fitted = MessageLimits.fit(content).content();

        assertThat(MessageLimits.check(fitted)).extracting(LimitProblem::kind).containsOnly(kinds(fitted));
    }

    @Property(tries = 500)
    void fitting_says_what_it_did_and_does_nothing_twice(@ForAll("contents") OutboundContent content) {
        Fitted fitted = MessageLimits.fit(content);

        assertThat(fitted.content().equals(content)).isEqualTo(fitted.cut().isEmpty());
        assertThat(MessageLimits.fit(fitted.content()).cut()).isEmpty();
    }

    @Property(tries = 500)
    void what_was_fitted_can_be_written(@ForAll("contents") OutboundContent content) throws IOException {
        OutboundContent fitted = MessageLimits.fit(content).content();
        var message = new OutboundMessage(Address.phone("15550001111"), fitted);

        assertThat(GraphCorpus.JSON
                        .readTree(message.toJson())
                        .path("messaging_product")
                        .asText())
                .isEqualTo("whatsapp");
    }

    @Property(tries = 500)
    void a_cut_text_is_a_beginning_of_whole_signs(@ForAll("texts") String text) {
        String cut = TextCut.atWord(text, 20);

        assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(20);
        if (!cut.equals(text)) {
            String kept = cut.substring(0, cut.length() - 1);
            assertThat(text).startsWith(kept);
            assertThat(isBoundary(text, kept.length())).isTrue();
        }
    }

    private static boolean isBoundary(String text, int at) {
        var signs = SIGN.matcher(text);
        int end = 0;
        while (end < at && signs.find()) {
            end = signs.end();
        }
        return end == at;
    }

    private static Kind[] kinds(OutboundContent fitted) {
        return MessageLimits.check(fitted).isEmpty() ? new Kind[0] : new Kind[] {Kind.MISSING};
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> signs = Arbitraries.of(
                "a",
                "b",
                "long",
                " ",
                " ",
                "\n",
                "é",
                "e\u0301",
                "ü",
                "😀",
                "👩‍👩‍👧",
                "🇩🇪",
                "見",
                "ก็",
                "\uD83D",
                "\u0301",
                "…",
                Normalizer.normalize("ế", Normalizer.Form.NFD));
        return Arbitraries.frequencyOf(
                Tuple.of(6, signs.list().ofMaxSize(40).map(parts -> String.join("", parts))),
                Tuple.of(1, signs.list().ofMinSize(60).ofMaxSize(1200).map(parts -> String.join("", parts))),
                Tuple.of(3, Arbitraries.of("", " ", "Yes", "No", "the same title that is too long", "x".repeat(300))));
    }

    @Provide
    Arbitrary<OutboundContent> contents() {
        return Arbitraries.oneOf(texts().map(Text::new), buttons(), menus(), media());
    }

    private Arbitrary<OutboundContent> media() {
        return Combinators.combine(Arbitraries.of(MediaKind.class), texts(), texts(), texts())
                .as((kind, id, caption, name) -> new Media(kind, id, null, caption, name));
    }

    private Arbitrary<OutboundContent> buttons() {
        Arbitrary<Button> button = Combinators.combine(texts(), texts()).as(Button::new);
        return Combinators.combine(texts(), texts(), texts(), button.list().ofMaxSize(6))
                .as(Buttons::new);
    }

    private Arbitrary<OutboundContent> menus() {
        Arbitrary<Row> row = Combinators.combine(texts(), texts(), texts()).as(Row::new);
        Arbitrary<Section> section =
                Combinators.combine(texts(), row.list().ofMaxSize(8)).as(Section::new);
        return Combinators.combine(
                        texts(), texts(), texts(), texts(), section.list().ofMaxSize(12))
                .as(ListMenu::new);
    }
}
