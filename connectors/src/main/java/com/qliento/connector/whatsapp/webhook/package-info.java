/** What WhatsApp delivers: its signature, and bodies taken apart into updates of which nothing is lost. */
@NamedInterface("whatsapp-webhook")
@NullMarked
package com.qliento.connector.whatsapp.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
