package com.qliento.scene;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** What lies in the engine's tables. */
public record EngineRows(Scene scene) {

    /** Tables whose names begin so and of which some row holds this word, as text or in bytes. */
    public List<String> tablesWith(String name, String word) {
        var hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        return scene
                .jdbc()
                .sql("SELECT tablename FROM pg_tables WHERE tablename LIKE ? ORDER BY 1")
                .param(name.replace("_", "\\_") + "%")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> scene.jdbc()
                                .sql("SELECT count(*) FROM " + table + " r WHERE r::text LIKE ? OR r::text LIKE ?")
                                .params("%" + word + "%", "%" + hex + "%")
                                .query(Long.class)
                                .single()
                        > 0)
                .toList();
    }
}
