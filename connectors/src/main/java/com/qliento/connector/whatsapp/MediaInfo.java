package com.qliento.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a media file can be fetched.
 *
 * @param url valid for 5 minutes, only with the access token
 * @param sha256 of the file, if the answer has it
 * @param fileSize in bytes, -1 if unknown
 */
public record MediaInfo(
        URI url, @Nullable String mimeType, @Nullable String sha256, long fileSize) {

    static @Nullable MediaInfo read(JsonNode json) {
        try {
            var url = URI.create(json.path("url").asText());
            return url.getHost() == null
                    ? null
                    : new MediaInfo(
                            url,
                            json.path("mime_type").textValue(),
                            json.path("sha256").textValue(),
                            json.path("file_size").asLong(-1));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "MediaInfo[" + mimeType + ", " + fileSize + " bytes]";
    }
}
