package com.qliento.simulator.phone;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the phones remember.
 *
 * @param customers how many people are remembered; the one who was quiet longest is forgotten first
 * @param messagesPerCustomer how many messages of a person are remembered
 * @param messages how many messages are remembered in all; the chat that was quiet longest is forgotten first
 */
@ConfigurationProperties("qliento.simulator")
record ChatLimits(
        @DefaultValue("5000") int customers,
        @DefaultValue("1000") int messagesPerCustomer,
        @DefaultValue("20000") int messages) {}
