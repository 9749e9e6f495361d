package com.qliento.ui.access;

import com.qliento.access.AccessPackage;
import com.qliento.access.PackageLink;
import com.qliento.access.PackageLinks;
import com.qliento.problem.Problem;
import com.qliento.ui.shell.FormRefusal;
import com.qliento.ui.shell.Icon;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.SignedIn;
import com.qliento.ui.shell.Told;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/** The links to a package: made here, followed, ended. */
final class LinksDialog extends Dialog {

    private final IntegerField days = new IntegerField();
    private final IntegerField downloads = new IntegerField();
    private final FormRefusal refusal = new FormRefusal();
    private final Div made = new Div();
    private final transient PackageLinks links;
    private final transient SignedIn signedIn;
    private final transient AccessPackage one;

    LinksDialog(PackageLinks links, SignedIn signedIn, AccessPackage one) {
        this.links = links;
        this.signedIn = signedIn;
        this.one = one;
        setHeaderTitle(getTranslation("packages.links"));
        setWidth("min(560px, 96vw)");
        bounded(days, "packages.links.days", PackageLinks.MOST_DAYS, PackageLinks.MOST_DAYS);
        bounded(downloads, "packages.links.downloads", PackageLinks.MOST_DOWNLOADS, PackageLinks.USUAL_DOWNLOADS);
        var make = new Button(getTranslation("packages.links.make"), new Icon("plus"), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var terms = new Div(days, downloads);
        terms.addClassName("q-link-terms");
        made.addClassName("q-links");
        var form = new Div(new Paragraph(getTranslation("packages.links.help")), terms, refusal, make, made);
        form.addClassName("q-connect-form");
        add(form);
        getFooter().add(new Button(getTranslation("keys.done"), click -> close()));
        show();
    }

    private void bounded(IntegerField field, String words, int most, int usual) {
        field.setLabel(getTranslation(words));
        field.setMin(1);
        field.setMax(most);
        field.setValue(usual);
        field.setStepButtonsVisible(true);
    }

    private void make() {
        refusal.clear(Map.of("days", days, "downloads", downloads));
        try {
            var link = links.make(
                    signedIn.actor(), one.id(), new PackageLinks.Terms(days.getValue(), downloads.getValue()));
            show();
            new LinkOnce(link).open();
        } catch (Problem refused) {
            refusal.show(refused, Refusal.words(this, refused), Map.of("days", days, "downloads", downloads));
        }
    }

    private void show() {
        made.removeAll();
        try {
            var all = links.of(signedIn.actor(), one.id());
            if (!all.isEmpty()) {
                made.add(new H3(getTranslation("packages.links.made")));
            }
            all.forEach(link -> made.add(row(link)));
        } catch (Problem refused) {
            made.add(new Paragraph(Refusal.words(this, refused)));
        }
    }

    private Component row(PackageLink link) {
        boolean open = link.state() == PackageLink.State.OPEN;
        var state = new Span(
                getTranslation("packages.links.state." + link.state().name().toLowerCase(Locale.ROOT)));
        state.addClassName("q-state");
        if (open || link.state() == PackageLink.State.CLOSED) {
            state.addClassName(open ? "good" : "bad");
        }
        var until = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(link.endsAt().atZone(signedIn.zone()));
        var words = new Span(getTranslation(
                "packages.links.uses", link.downloads(), link.mostDownloads(), link.wrongCodes(), link.late()));
        var row = new Div(new Div(state, new Span(getTranslation("packages.links.until", until))), words);
        row.addClassName("q-link-row");
        if (open) {
            var end = new Button(getTranslation("packages.links.end"), click -> end(link));
            end.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            row.add(end);
        }
        return row;
    }

    private void end(PackageLink link) {
        try {
            links.end(signedIn.actor(), one.id(), link.id());
        } catch (Problem refused) {
            Told.refused(Refusal.words(this, refused));
        }
        show();
    }
}
