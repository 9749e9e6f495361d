package com.qliento.ui.tryout;

import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.media.MediaContent;
import com.qliento.tryout.Line;
import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws the lines of a chat as the customer's phone shows them. */
final class TryBubbles implements Line.Cases<Component> {

    /** What stands before the id of a file that is uploaded to WhatsApp when it is sent. */
    private static final String FILE = "file:";

    private final TryPhone phone;
    private final ZoneId zone;

    TryBubbles(TryPhone phone, ZoneId zone) {
        this.phone = phone;
        this.zone = zone;
    }

    private String words(String key, Object... values) {
        return phone.getTranslation(key, values);
    }

    @Override
    public Component wrote(Line.Wrote line) {
        var bubble = bubble("q-try-out");
        if (line.media() != null) {
            bubble.add(media(line.media(), line));
        } else {
            bubble.add(new TryText(line.text()));
        }
        bubble.add(time(line));
        return bubble;
    }

    private Component media(MediaKind kind, Line.Wrote line) {
        var file = line.file() == null ? null : phone.attached(line.file()).orElse(null);
        if (file != null && kind == MediaKind.IMAGE) {
            var picture = new Image(TryFile.of(file).inline(), line.text());
            picture.addClassName("q-try-picture");
            return picture;
        }
        var name = kind.word();
        var words = file == null ? new Span(line.text()) : saved(file, line.text());
        var picture = new Div(new Icon(name), words);
        picture.addClassNames("q-try-media", "q-try-" + name);
        return picture;
    }

    private Component saved(MediaContent file, String filename) {
        var link = new Anchor(TryFile.of(file), filename);
        link.getElement().setAttribute("download", filename);
        link.setAriaLabel(words("exp.attach.open", filename));
        return link;
    }

    @Override
    public Component said(Line.Said line) {
        var message = new Div();
        message.add(line.content().accept(new Content(line)));
        message.addClassName("q-try-message");
        if (line.late()) {
            message.add(flag("try.late"));
        }
        if (line.cut()) {
            message.add(flag("try.cut"));
        }
        if (line.leftOut()) {
            message.add(flag("try.leftOut"));
        }
        return message;
    }

    private Component flag(String key) {
        var flag = new Div(words(key));
        flag.addClassName("q-try-flag");
        return flag;
    }

    @Override
    public Component asked(Line.Asked line) {
        var request = new Pre(line.call().request().toPrettyString());
        request.getElement().setAttribute("tabindex", "0");
        return call("plug", new NativeDetails(words("try.asked", line.target()), request));
    }

    @Override
    public Component answered(Line.Answered line) {
        var exit = line.answer().exit();
        if (exit != null) {
            return call("circleAlert", new Span(words("try.answered." + exit)));
        }
        var body = new Pre(line.answer().body());
        body.getElement().setAttribute("tabindex", "0");
        return call("check", new NativeDetails(words("try.answered"), body));
    }

    private static Component call(String icon, Component what) {
        var card = new Div(new Icon(icon), what);
        card.addClassName("q-try-asked");
        return card;
    }

    @Override
    public Component note(Line.Note line) {
        var element = line.element() == null ? "" : phone.called(line.element());
        var text =
                switch (line.kind()) {
                    case NOT_STARTED ->
                        line.words().isEmpty()
                                ? words("try.note.asleep")
                                : words("try.note.notStarted", String.join(", ", line.words()));
                    case INPUT_MISSING -> words("try.note.missing", String.join(", ", line.words()));
                    case KEPT -> words("try.note.kept");
                    case LEFT -> words("try.note.left", String.join(", ", line.words()));
                    case STOPPED -> words("try.note.stopped");
                    case ENDED -> words("try.note.ended");
                    case TIME_PASSED -> words("try.note.passed", TryTimes.said(line.passed(), phone));
                    case TIMER -> element.isEmpty() ? words("try.note.timer") : words("try.note.timerOf", element);
                    case UNSAID -> element.isEmpty() ? words("try.note.unsaid") : words("try.note.unsaidAt", element);
                    case DID ->
                        words(
                                "try.did." + line.words().get(0),
                                line.words().stream().skip(1).toArray());
                    case BROKE -> element.isEmpty() ? words("try.note.broke") : words("try.note.brokeAt", element);
                    case TOO_MANY_TIMERS -> words("try.note.timers");
                };
        var note = new Div(text);
        note.addClassNames("q-try-note", "q-try-note-" + line.kind().name().toLowerCase(Locale.ROOT));
        return note;
    }

    private static Div bubble(String side) {
        var bubble = new Div();
        bubble.addClassNames("q-try-bubble", side);
        return bubble;
    }

    private Component time(Line line) {
        var time = new Span(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(phone.language())
                .format(line.at().atZone(zone)));
        time.addClassName("q-try-time");
        return time;
    }

    private final class Content implements OutboundContent.Cases<List<Component>> {

        private final Line.Said line;

        Content(Line.Said line) {
            this.line = line;
        }

        private Div framed(@Nullable String header, String body, @Nullable String footer) {
            var bubble = bubble("q-try-in");
            if (header != null) {
                var head = new Div(header);
                head.addClassName("q-try-head");
                bubble.add(head);
            }
            bubble.add(new TryText(body));
            if (footer != null) {
                var foot = new Div(footer);
                foot.addClassName("q-try-foot");
                bubble.add(foot);
            }
            bubble.add(time(line));
            return bubble;
        }

        @Override
        public List<Component> text(OutboundContent.Text text) {
            return List.of(framed(null, text.body(), null));
        }

        @Override
        public List<Component> media(OutboundContent.Media media) {
            var bubble = bubble("q-try-in");
            bubble.add(shown(media));
            if (media.caption() != null) {
                bubble.add(new TryText(media.caption()));
            }
            bubble.add(time(line));
            return List.of(bubble);
        }

        /** A file of the organisation is shown; what is behind a link is not fetched. */
        private Component shown(OutboundContent.Media media) {
            var name = media.filename() != null ? media.filename() : media.link() != null ? media.link() : "";
            var id = media.id();
            if (media.kind() == MediaKind.IMAGE && id != null && id.startsWith(FILE)) {
                var picture = new Image("media/" + id.substring(FILE.length()), name);
                picture.addClassName("q-try-picture");
                return picture;
            }
            var icon = new Div(new Icon(media.kind().word()), new Span(name));
            icon.addClassNames("q-try-media", "q-try-" + media.kind().word());
            return icon;
        }

        @Override
        public List<Component> buttons(OutboundContent.Buttons message) {
            var all = new ArrayList<Component>();
            all.add(framed(message.header(), message.body(), message.footer()));
            for (var button : message.buttons()) {
                var tap = new NativeButton(button.title(), click -> phone.taps(button.id(), button.title()));
                tap.addClassName("q-try-tap");
                all.add(tap);
            }
            return all;
        }

        @Override
        public List<Component> listMenu(OutboundContent.ListMenu menu) {
            var open = new NativeButton(menu.buttonLabel(), click -> phone.opens(menu));
            open.addClassNames("q-try-tap", "q-try-tap-list");
            open.getElement().insertChild(0, new Icon("list").getElement());
            open.getElement().setAttribute("aria-haspopup", "dialog");
            return List.of(framed(menu.header(), menu.body(), menu.footer()), open);
        }
    }
}
