/**
 * The phone in the browser on which a person plays the customers of the simulated WhatsApp: who they are, their chats, and
 * the page. Keeps everything in memory, bounded.
 */
@ApplicationModule(
        displayName = "simulator.phone",
        allowedDependencies = {"simulator", "simulator.whatsapp", "simulator.webhook", "problem"})
@NullMarked
package com.qliento.simulator.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
