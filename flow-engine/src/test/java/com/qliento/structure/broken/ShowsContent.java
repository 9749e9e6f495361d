package com.qliento.structure.broken;

import com.fasterxml.jackson.databind.JsonNode;

/** Leaves it to the compiler to print what a customer wrote, in each way the rule knows. */
public record ShowsContent(String phone, JsonNode said, byte[] sealed) {

    /** Keeps the same to itself. */
    public record Allowed(String phone, JsonNode said, byte[] sealed) {

        @Override
        public String toString() {
            return "Allowed";
        }
    }
}
