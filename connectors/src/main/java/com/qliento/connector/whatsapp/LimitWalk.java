package com.qliento.connector.whatsapp;

import com.qliento.connector.whatsapp.LimitProblem.Kind;
import com.qliento.connector.whatsapp.OutboundContent.Buttons;
import com.qliento.connector.whatsapp.OutboundContent.Buttons.Button;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Section;
import com.qliento.connector.whatsapp.OutboundContent.Media;
import com.qliento.connector.whatsapp.OutboundContent.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes once through a content, notes what breaks a limit and returns the content repaired. Serves one content. */
final class LimitWalk implements OutboundContent.Cases<OutboundContent> {
    private static final int LONGEST_ENDING = 10;

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
        String body = required("body", "text", content.body(), MessageLimits.INTERACTIVE_BODY);
        String footer = optional("footer", "footer", content.footer(), MessageLimits.FOOTER);
        return new Buttons(body, header, footer, fitButtons(content.buttons()));
    }

    @Override
    public OutboundContent listMenu(ListMenu menu) {
        String header = optional("header", "header", menu.header(), MessageLimits.HEADER);
        String body = required("body", "text", menu.body(), MessageLimits.INTERACTIVE_BODY);
        String footer = optional("footer", "footer", menu.footer(), MessageLimits.FOOTER);
        String label =
                required("buttonLabel", "label of the list button", menu.buttonLabel(), MessageLimits.LIST_LABEL);
        return new ListMenu(body, header, footer, label, fitSections(menu.sections()));
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
        UniqueTexts ids = new UniqueTexts(problems, MessageLimits.BUTTON_ID, TextCut::hardUnlike);
        UniqueTexts titles = new UniqueTexts(problems, MessageLimits.BUTTON_TITLE, TextCut::atWordUnlike);
        buttons.forEach(button -> ids.reserve(button.id()));
        buttons.forEach(button -> titles.reserve(button.title()));
        if (buttons.isEmpty()) {
            missing("buttons", "list of buttons");
        }
        List<Button> kept = new ArrayList<>(buttons.size());
        for (int i = 0; i < buttons.size() && kept.size() < MessageLimits.BUTTONS; i++) {
            Button button = buttons.get(i);
            String field = "buttons[" + i + "]";
            String name = " of button " + (i + 1);
            if (ids.isNew(field + ".id", "id" + name, button.id())
                    && titles.isNew(field + ".title", "title" + name, button.title())) {
                kept.add(new Button(
                        ids.fit(field + ".id", "id" + name, button.id()),
                        titles.fit(field + ".title", "title" + name, button.title())));
            }
        }
        tooMany("buttons", "buttons", MessageLimits.BUTTONS, buttons.size());
        return kept;
    }

    private List<Section> fitSections(List<Section> sections) {
        List<Section> kept = new ListRows(this, sections).fit();
        if (kept.isEmpty()) {
            missing("sections", "list of rows");
        }
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

    void missing(String field, String name) {
        problems.add(new LimitProblem(Kind.MISSING, field, name, 1, 0));
    }

    String required(String field, String name, String text, int limit) {
        if (text.isBlank()) {
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
