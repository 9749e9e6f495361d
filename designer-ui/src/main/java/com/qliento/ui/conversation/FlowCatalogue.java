package com.qliento.ui.conversation;

import com.qliento.flow.Flows;
import com.qliento.flow.PublishedFlows;
import com.qliento.ui.shell.BoardSetup;
import org.springframework.stereotype.Component;

/** Where the names of flows and blocks come from. */
@Component
record FlowCatalogue(Flows flows, PublishedFlows published, BoardSetup setup) {}
