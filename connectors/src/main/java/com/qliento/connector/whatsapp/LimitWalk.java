package com.qliento.connector.whatsapp;

import com.qliento.connector.whatsapp.LimitProblem.Kind;
import com.qliento.connector.whatsapp.OutboundContent.Buttons;
import com.qliento.connector.whatsapp.OutboundContent.Buttons.Button;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Row;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Section;
import com.qliento.connector.whatsapp.OutboundContent.Media;
import com.qliento.connector.whatsapp.OutboundContent.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes once through a content, notes what breaks a limit and returns the content repaired. Serves one content. */
final class LimitWalk implements OutboundContent.Cases<OutboundContent> {
    private static final int LONGEST_ENDING = 10;
    /** In no language. */
    private static final String NO_LABEL = "☰";

    private final List<LimitProblem> problems = new ArrayList<>(0);

    List<LimitProblem> problems() {
        return problems;
    }

    @Override
    public OutboundContent text(Text text) {
        return new Text(required("body", "text", text.body(), MessageLimits.TEXT_BODY), text.previewUrl());
    }

    @Override
    public OutboundContent buttons(Buttons content) {
        String header = optional("header", "header", content.header(), MessageLimits.HEADER);
        String footer = optional("footer", "footer", content.footer(), MessageLimits.FOOTER);
        List<Button> kept = fitButtons(content.buttons());
        if (kept.isEmpty()) {
            return plain("list of buttons", header, content.body(), footer);
        }
        List<String> titles = kept.stream().map(Button::title).toList();
        return new Buttons(body(content.body(), titles), header, footer, kept);
    }

    @Override
    public OutboundContent listMenu(ListMenu menu) {
        String header = optional("header", "header", menu.header(), MessageLimits.HEADER);
        String footer = optional("footer", "footer", menu.footer(), MessageLimits.FOOTER);
        List<Section> kept = fitSections(menu.sections());
        if (kept.isEmpty()) {
            return plain("list of rows", header, menu.body(), footer);
        }
        List<String> titles = kept.stream()
                .flatMap(section -> section.rows().stream())
                .map(Row::title)
                .toList();
        return new ListMenu(body(menu.body(), titles), header, footer, label(menu.buttonLabel()), kept);
    }

    /** Nothing to tap is left: what else the message says is said without. */
    private OutboundContent plain(String what, @Nullable String header, String body, @Nullable String footer) {
        String text = Stream.of(header, body, footer)
                .filter(part -> part != null && FieldText.visible(part))
                .collect(Collectors.joining("\n"));
        if (text.isEmpty()) {
            missing("body", "text");
        } else {
            emptyPart("choices", what);
        }
        return new Text(cut("body", "text", text, MessageLimits.TEXT_BODY), false);
    }

    /** The question, and without one what there is to choose from: the choices alone WhatsApp would refuse. */
    private String body(String body, List<String> titles) {
        if (FieldText.visible(body)) {
            return cut("body", "text", body, MessageLimits.INTERACTIVE_BODY);
        }
        emptyPart("body", "text");
        return TextCut.atWord(String.join(" · ", titles), MessageLimits.INTERACTIVE_BODY);
    }

    private String label(String label) {
        if (FieldText.visible(label)) {
            return cut("buttonLabel", "label of the list button", label, MessageLimits.LIST_LABEL);
        }
        emptyPart("buttonLabel", "label of the list button");
        return NO_LABEL;
    }

    @Override
    public OutboundContent media(Media media) {
        if (media.id() == null && media.link() == null) {
            missing("file", "file");
        }
        String caption = optional("caption", "caption", media.caption(), MessageLimits.CAPTION);
        return new Media(media.kind(), media.id(), media.link(), caption, fitName(media.filename()));
    }

    /** The end of a file's name tells what opens it, so the cut is before it. */
    private @Nullable String fitName(@Nullable String name) {
        if (name == null || MessageLimits.length(name) <= MessageLimits.FILENAME) {
            return name;
        }
        problems.add(new LimitProblem(
                Kind.TOO_LONG, "filename", "name of the file", MessageLimits.FILENAME, MessageLimits.length(name)));
        int dot = name.lastIndexOf('.');
        String end = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        return TextCut.hard(name, MessageLimits.FILENAME - MessageLimits.length(end)) + end;
    }

    private List<Button> fitButtons(List<Button> buttons) {
        var ids = new UniqueTexts(problems, MessageLimits.BUTTON_ID, TextCut::hardUnlike);
        var titles = new UniqueTexts(problems, MessageLimits.BUTTON_TITLE, TextCut::atWordUnlike);
        buttons.forEach(button -> ids.reserve(button.id()));
        buttons.forEach(button -> titles.reserve(button.title()));
        var kept = new ArrayList<Button>(buttons.size());
        for (int i = 0; i < buttons.size() && kept.size() < MessageLimits.BUTTONS; i++) {
            Button button = buttons.get(i);
            String field = "buttons[" + i + "]";
            String name = " of button " + (i + 1);
            if (shown(field + ".title", "title" + name, button.title())
                    && ids.isNew(field + ".id", "id" + name, button.id())
                    && titles.isNew(field + ".title", "title" + name, button.title())) {
                kept.add(new Button(
                        ids.fit(field + ".id", "id" + name, button.id()),
                        titles.fit(field + ".title", "title" + name, button.title())));
            }
        }
        int all = (int) buttons.stream()
                .filter(button -> FieldText.visible(button.title()))
                .count();
        tooMany("buttons", "buttons", MessageLimits.BUTTONS, all);
        return kept;
    }

    private List<Section> fitSections(List<Section> sections) {
        List<Section> kept = new SectionWalk(this, sections).fit();
        tooMany("sections", "sections", MessageLimits.SECTIONS, sections.size());
        return kept;
    }

    void tooMany(String field, String name, int limit, int actual) {
        if (actual > limit) {
            problems.add(new LimitProblem(Kind.TOO_MANY, field, name, limit, actual));
        }
    }

    void noRows(int section) {
        problems.add(
                new LimitProblem(Kind.NO_ROWS, "sections[" + section + "].rows", "Section " + (section + 1), 1, 0));
    }

    /** Whether a choice has a title; one without is left out. */
    boolean shown(String field, String name, String title) {
        boolean shown = FieldText.visible(title);
        if (!shown) {
            problems.add(new LimitProblem(Kind.EMPTY_CHOICE, field, name, 1, 0));
        }
        return shown;
    }

    void emptyPart(String field, String name) {
        problems.add(new LimitProblem(Kind.EMPTY_PART, field, name, 1, 0));
    }

    void missing(String field, String name) {
        problems.add(new LimitProblem(Kind.MISSING, field, name, 1, 0));
    }

    String required(String field, String name, String text, int limit) {
        if (!FieldText.visible(text)) {
            missing(field, name);
            return text;
        }
        return cut(field, name, text, limit);
    }

    @Nullable
    String optional(String field, String name, @Nullable String text, int limit) {
        return text == null ? null : cut(field, name, text, limit);
    }

    private String cut(String field, String name, String text, int limit) {
        String cut = TextCut.atWord(text, limit);
        if (!cut.equals(text)) {
            problems.add(new LimitProblem(Kind.TOO_LONG, field, name, limit, MessageLimits.length(text)));
        }
        return cut;
    }
}
