package com.qliento.ui.tryout;

import com.qliento.bpmn.FlowProblem;
import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.media.MediaContent;
import com.qliento.tryout.Line;
import com.qliento.tryout.TryState;
import com.qliento.tryout.Tryout;
import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.messages.MessageInput;
import com.vaadin.flow.component.messages.MessageInputI18n;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The customer's phone: the chat, what can be tapped in it, and where they write. */
public final class TryPhone extends Div {

    /** What the customer does with the try. */
    public interface Deed extends Function<Tryout, TryState> {}

    private final transient Consumer<Deed> does;
    private final Div chat = new Div();
    private final Div sheet = new Div();
    private final Span name = new Span();
    private final Span below = new Span();
    private final Div composer = new Div();
    private final TryCall call;
    private final transient TryBubbles bubbles;
    private transient @Nullable Tryout tryout;
    private transient List<Line> shown = List.of();

    public TryPhone(Consumer<Deed> does, ZoneId zone) {
        this.does = does;
        this.bubbles = new TryBubbles(this, zone);
        addClassName("q-try-phone");
        name.addClassName("q-try-name");
        below.addClassName("q-try-below");
        var face = new Div(new Icon("bot"));
        face.addClassName("q-try-face");
        var head = new Div(face, new Div(name, below));
        head.addClassName("q-try-phone-head");
        chat.addClassName("q-try-chat");
        chat.getElement().setAttribute("role", "log").setAttribute("tabindex", "0");
        chat.getElement().setAttribute("aria-label", getTranslation("try.chat"));
        sheet.addClassName("q-try-sheet");
        sheet.setVisible(false);
        call = new TryCall(does);
        add(head, chat, sheet, call, composer());
    }

    private Component composer() {
        var attach = new MenuBar();
        attach.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON);
        var item = attach.addItem(new Icon("plus"));
        item.setAriaLabel(getTranslation("exp.attach.example"));
        for (var kind : MediaKind.values()) {
            var key = kind.word();
            var file = getTranslation("try.file." + key);
            item.getSubMenu()
                    .addItem(getTranslation("try.attach." + key), click -> does.accept(one -> one.media(kind, file)));
        }
        var input = new MessageInput(submit -> does.accept(one -> one.say(submit.getValue())));
        input.setI18n(
                new MessageInputI18n().setMessage(getTranslation("try.write")).setSend(getTranslation("try.send")));
        composer.add(attach, new TryAttach(does), input);
        composer.addClassName("q-try-composer");
        return composer;
    }

    /** Shows the chat of this try. */
    public void show(Tryout of, TryState state) {
        tryout = of;
        name.setText(of.flowName());
        below.setText(getTranslation("try.status." + state.status().name().toLowerCase(Locale.ROOT)));
        composer.setVisible(true);
        call.show(state);
        if (shown.isEmpty() || !continues(state.chat())) {
            chat.removeAll();
            shown = List.of();
        }
        state.chat().subList(shown.size(), state.chat().size()).forEach(line -> chat.add(line.accept(bubbles)));
        shown = state.chat();
        if (shown.isEmpty()) {
            chat.add(hint(state));
        }
        chat.getElement().executeJs("requestAnimationFrame(() => this.scrollTop = this.scrollHeight)");
    }

    private boolean continues(List<Line> now) {
        return now.size() >= shown.size() && now.subList(0, shown.size()).equals(shown);
    }

    private Component hint(TryState state) {
        var hint = new Div(new Span(getTranslation("try.begin")));
        hint.addClassName("q-try-hint");
        var words = state.startWords().isEmpty() ? List.of(getTranslation("try.hello")) : state.startWords();
        words.stream().limit(3).forEach(word -> {
            var say = new NativeButton(word, click -> does.accept(one -> one.say(word)));
            say.addClassName("q-try-tap");
            hint.add(say);
        });
        return hint;
    }

    /** Says why there is nothing to try. */
    public void refuse(String words, List<?> problems) {
        shown = List.of();
        chat.removeAll();
        composer.setVisible(false);
        call.setVisible(false);
        below.setText("");
        var list = new UnorderedList();
        problems.stream()
                .filter(one -> one instanceof FlowProblem problem && problem.error())
                .map(one -> (FlowProblem) one)
                .forEach(problem -> list.add(new ListItem(problem.message())));
        var refusal = new Div(new Icon("circleAlert"), new Span(words), list);
        refusal.addClassName("q-try-refusal");
        refusal.getElement().setAttribute("role", "alert");
        chat.add(refusal);
    }

    /** What was attached in the try that is shown. */
    Optional<MediaContent> attached(UUID file) {
        return tryout == null ? Optional.empty() : tryout.attached(file);
    }

    Locale language() {
        return getLocale();
    }

    String called(String element) {
        return tryout == null ? element : tryout.called(element, getLocale());
    }

    void taps(String id, String title) {
        sheet.setVisible(false);
        does.accept(one -> one.tap(id, title));
    }

    /** Opens the list as WhatsApp does: from below, over the chat. */
    void opens(OutboundContent.ListMenu menu) {
        sheet.removeAll();
        var close = new Button(new Icon("close"), click -> sheet.setVisible(false));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(getTranslation("editor.close"));
        var head = new Div(new Span(menu.buttonLabel()), close);
        head.addClassName("q-try-sheet-head");
        sheet.add(head);
        for (var section : menu.sections()) {
            if (section.title() != null) {
                var title = new Div(section.title());
                title.addClassName("q-try-sheet-title");
                sheet.add(title);
            }
            section.rows().forEach(row -> sheet.add(row(row)));
        }
        sheet.getElement().setAttribute("role", "dialog").setAttribute("aria-label", menu.buttonLabel());
        sheet.setVisible(true);
        close.focus();
    }

    private Component row(OutboundContent.ListMenu.Row row) {
        var tap = new NativeButton("", click -> taps(row.id(), row.title()));
        tap.addClassName("q-try-row");
        var title = new Span(row.title());
        title.addClassName("q-try-row-title");
        tap.add(title);
        if (row.description() != null) {
            tap.add(new Span(row.description()));
        }
        return tap;
    }
}
