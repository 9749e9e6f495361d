/**
 * Files that flows send: pictures, videos, sounds, documents. Kept for the organisation, known by their bytes and not by
 * their names, and uploaded to WhatsApp when a message needs them.
 */
@ApplicationModule(
        displayName = "media",
        allowedDependencies = {
            "organisation",
            "account",
            "channel",
            "problem",
            "database",
            "door",
            "rest",
            "connector :: http",
            "connector :: whatsapp"
        })
@NullMarked
package com.qliento.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
