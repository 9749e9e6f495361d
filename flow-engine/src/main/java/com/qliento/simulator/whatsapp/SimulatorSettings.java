package com.qliento.simulator.whatsapp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the simulated WhatsApp behaves.
 *
 * @param strictWindow whether a person who never wrote through the simulator is outside the 24-hour window (131047).
 *     Off by default, since such a person may have written by a webhook that somebody posted directly; a person who did
 *     write through it is always held to the window
 * @param readReceipts whether a delivered message is read at once
 * @param media how much media is remembered in all; the oldest is forgotten first
 */
@ConfigurationProperties("qliento.simulator")
record SimulatorSettings(
        @DefaultValue("false") boolean strictWindow,
        @DefaultValue("true") boolean readReceipts,
        @DefaultValue("128MB") DataSize media) {}
