package com.qliento.ui.media;

import com.qliento.media.MediaFacts;
import com.qliento.media.MediaUse;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file: what it is and what sends it. */
final class FileRow extends ListItem {

    /** How times are told. */
    record Look(ZoneId zone, Instant now) {}

    /** @param delete asks whether to delete it; null for those who only look */
    FileRow(MediaFacts file, List<MediaUse.Used> uses, Look look, @Nullable SerializableConsumer<MediaFacts> delete) {
        addClassName("q-file");
        var name = new Anchor("media/" + file.id(), file.name());
        name.addClassName("q-file-name");
        name.getElement().setAttribute("router-ignore", true);
        name.getElement().setAttribute("target", "_blank").setAttribute("rel", "noopener");
        var facts = new Div(
                new Span(getTranslation("files.kind." + file.kindWord())),
                new Span(Sizes.said(file.bytes(), getLocale())),
                new When(file.uploadedAt(), look.now(), look.zone()));
        facts.addClassName("q-file-facts");
        var words = new Div(name, facts);
        words.addClassName("q-file-words");
        add(picture(file), words, uses(uses));
        if (delete != null) {
            add(delete(file, delete));
        }
    }

    private static Component picture(MediaFacts file) {
        var picture = new Div();
        picture.addClassName("q-file-picture");
        if (file.kindWord().equals("image")) {
            var image = new Image("media/" + file.id(), "");
            image.getElement().setAttribute("loading", "lazy");
            picture.add(image);
        } else {
            picture.add(new Icon(file.kindWord()));
        }
        return picture;
    }

    private Component uses(List<MediaUse.Used> uses) {
        var all = new Div();
        all.addClassName("q-file-uses");
        if (uses.isEmpty()) {
            var none = new Span(getTranslation("files.unused"));
            none.addClassName("q-file-unused");
            all.add(none);
        }
        uses.forEach(used -> all.add(flow(used)));
        return all;
    }

    private Component flow(MediaUse.Used used) {
        var link = new Anchor("flows/edit/" + used.key(), used.name());
        link.getElement().setAttribute("router-link", true);
        var state = new Span(getTranslation(used.live() ? "files.use.live" : "files.use.draft"));
        state.addClassNames("q-state", used.live() ? "good" : "draft");
        return new Div(link, state);
    }

    private Component delete(MediaFacts file, SerializableConsumer<MediaFacts> delete) {
        var button = new Button(new Icon("remove"), click -> delete.accept(file));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(getTranslation("files.delete.of", file.name()));
        button.setTooltipText(getTranslation("files.delete"));
        return button;
    }
}
