package com.qliento.media;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is kept.
 *
 * @param largest file, where WhatsApp would take a larger one
 * @param room for all files of one organisation
 */
@ConfigurationProperties("qliento.media")
record MediaSettings(
        @DefaultValue("25MB") DataSize largest,
        @DefaultValue("500MB") DataSize room) {}
