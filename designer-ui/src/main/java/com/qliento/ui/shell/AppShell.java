package com.qliento.ui.shell;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.Theme;

/** The page that all views live in. */
@Push
@Theme("qliento")
@JsModule("./shell/expressions.js")
@JsModule("./shell/look.js")
@JsModule("./designer/kept-text.js")
@NpmPackage(value = "@fontsource-variable/inter", version = "5.3.0")
@Viewport("width=device-width, initial-scale=1")
public class AppShell implements AppShellConfigurator {

    /** What shell/look.js does again: on a slow line it comes late, and a dark page would be light until then. */
    private static final String EARLY_LOOK = """
            try {
              const look = localStorage.getItem('qliento-look');
              if (look === 'dark' || (!look && matchMedia('(prefers-color-scheme: dark)').matches)) {
                document.documentElement.setAttribute('theme', 'dark');
              }
            } catch { /* a browser that keeps nothing */ }
            """;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Qliento");
        settings.addFavIcon("icon", "icons/qliento.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addInlineWithContents(EARLY_LOOK, Inline.Wrapping.JAVASCRIPT);
    }
}
