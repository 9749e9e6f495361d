package com.qliento.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much goes into a package.
 *
 * @param most things of one person: so many are in memory while it is made, some 2 KB each
 */
@ConfigurationProperties("qliento.access")
record AccessSettings(@DefaultValue("300000") int most) {}
