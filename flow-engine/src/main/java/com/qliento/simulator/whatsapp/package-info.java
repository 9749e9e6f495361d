/**
 * The simulated WhatsApp: a Cloud API that other people's clients can talk to, with numbers, messages, media, templates
 * and faults to order. Keeps everything in memory, bounded, so no message content reaches a database.
 */
@ApplicationModule(
        displayName = "simulator.whatsapp",
        allowedDependencies = {"simulator", "simulator.webhook", "problem"})
@NullMarked
package com.qliento.simulator.whatsapp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
