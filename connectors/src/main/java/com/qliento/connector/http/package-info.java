/** What every connector needs to speak HTTP through the JDK's client without losing, doubling or hoarding anything. */
@NamedInterface("http")
@NullMarked
package com.qliento.connector.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
