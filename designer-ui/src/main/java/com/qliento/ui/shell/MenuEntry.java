package com.qliento.ui.shell;

import com.qliento.account.Permission;
import com.vaadin.flow.component.Component;
import java.util.List;

/**
 * What the navigation leads to.
 *
 * @param permission who does not have it does not see the entry
 * @param exact whether it shows as current on exactly this address only
 */
record MenuEntry(String words, String icon, Class<? extends Component> view, Permission permission, boolean exact) {

    static final List<MenuEntry> ALL = List.of(
            new MenuEntry("nav.home", "house", com.qliento.ui.home.HomeView.class, Permission.SEE_FLOWS, true),
            new MenuEntry("nav.flows", "workflow", com.qliento.ui.flow.FlowsView.class, Permission.SEE_FLOWS, false));
}
