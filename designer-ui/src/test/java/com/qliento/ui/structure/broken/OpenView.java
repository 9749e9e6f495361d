package com.qliento.ui.structure.broken;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;

/** A view that says nothing about who may come. */
@Route(value = "open", registerAtStartup = false)
public final class OpenView extends Div {}
