/**
 * The simulated WhatsApp of the demo: a Cloud API that other people's clients can talk to, and a phone on which a person
 * plays the customer. Lives only while {@code qliento.demo.enabled} is true; keeps everything in memory, bounded, so no
 * message content reaches a database.
 */
@ApplicationModule(
        displayName = "simulator",
        allowedDependencies = {"machine", "problem", "door", "connector :: whatsapp", "connector :: whatsapp-webhook"})
@NullMarked
package com.qliento.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
