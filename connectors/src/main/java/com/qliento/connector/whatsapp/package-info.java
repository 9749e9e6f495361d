/** The WhatsApp Cloud API as Meta describes it: messages and their limits, the client, webhooks. Knows no tenant and no engine. */
@NamedInterface("whatsapp")
@NullMarked
package com.qliento.connector.whatsapp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
