package com.qliento.notice;

/**
 * What is wrong.
 *
 * @param count how many: messages, failed calls, endpoints
 * @param about whom it is about as people name it, such as a host; nothing personal, empty when about nobody
 */
record Trouble(long count, String about) {}
