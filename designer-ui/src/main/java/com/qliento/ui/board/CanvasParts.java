package com.qliento.ui.board;

import com.qliento.request.TestRequests;
import org.springframework.stereotype.Component;

/** What is done for a canvas from outside of it. */
@Component
record CanvasParts(CanvasSetup setup, HostOffers hosts, TestRequests tests) {}
