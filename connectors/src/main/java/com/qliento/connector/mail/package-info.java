/** Sends mail by other people's servers, over TLS and never otherwise. */
@NamedInterface("mail")
@NullMarked
package com.qliento.connector.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
