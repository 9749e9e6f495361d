package com.qliento.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What Meta says of a business number. Texts that are absent in the answer are empty.
 *
 * @param verifiedName the business's name as customers see it
 * @param quality GREEN, YELLOW, RED or UNKNOWN: how customers take to its messages
 * @param status such as CONNECTED, PENDING, FLAGGED, RESTRICTED or BANNED
 * @param throughput STANDARD or HIGH
 */
public record NumberInfo(String displayNumber, String verifiedName, String quality, String status, String throughput) {

    static final String FIELDS = "display_phone_number,verified_name,quality_rating,status,throughput";

    static NumberInfo read(JsonNode json) {
        return new NumberInfo(
                json.path("display_phone_number").asText(),
                json.path("verified_name").asText(),
                json.path("quality_rating").asText(),
                json.path("status").asText(),
                json.at("/throughput/level").asText());
    }
}
