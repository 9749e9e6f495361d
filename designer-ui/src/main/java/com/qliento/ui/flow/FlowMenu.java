package com.qliento.ui.flow;

import com.qliento.account.Permission;
import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;

/** What can be done with a flow in the list. */
final class FlowMenu extends MenuBar {

    FlowMenu(FlowMenus menus, FlowChange change) {
        addClassName("q-flow-menu");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON, MenuBarVariant.LUMO_SMALL);
        var flow = change.flow();
        var more = addItem(new Icon("ellipsis"));
        more.setAriaLabel(getTranslation("flows.menu", flow.name()));
        var items = more.getSubMenu();
        if (change.signedIn().may(Permission.BUILD)) {
            var edits = menus.edits(change, this);
            items.addItem(getTranslation("flows.rename"), click -> edits.rename());
            items.addItem(getTranslation("flows.tags"), click -> edits.tag());
            items.addItem(getTranslation("flows.duplicate"), click -> edits.duplicate());
        }
        var export = menus.export(change);
        items.addItem(getTranslation("flows.export"), click -> {
            // A menu bar keeps no child of its own, and the list stays as it is.
            getParent().ifPresent(card -> card.getElement().appendChild(export.getElement()));
            export.start();
        });
        if (change.signedIn().may(flow.liveVersion() == null ? Permission.BUILD : Permission.PUBLISH)) {
            var ending = menus.ending(change, this);
            if (flow.archivedAt() == null) {
                items.addItem(getTranslation("flows.archive"), click -> ending.askToArchive());
            } else {
                items.addItem(getTranslation("flows.unarchive"), click -> ending.bringBack());
            }
            items.addItem(getTranslation("flows.delete"), click -> ending.askToDelete());
        }
    }
}
