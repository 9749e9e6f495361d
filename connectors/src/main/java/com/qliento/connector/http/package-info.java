/** What every connector needs to speak HTTP through the JDK's client without losing, doubling or hoarding anything. */
@NullMarked
package com.qliento.connector.http;

import org.jspecify.annotations.NullMarked;
