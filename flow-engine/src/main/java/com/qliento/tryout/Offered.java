package com.qliento.tryout;

import com.qliento.connector.whatsapp.OutboundContent;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a message offers to tap: ids by title. */
final class Offered implements OutboundContent.Cases<Map<String, String>> {

    @Override
    public Map<String, String> text(OutboundContent.Text text) {
        return Map.of();
    }

    @Override
    public Map<String, String> media(OutboundContent.Media media) {
        return Map.of();
    }

    @Override
    public Map<String, String> buttons(OutboundContent.Buttons message) {
        var ids = new LinkedHashMap<String, String>();
        message.buttons().forEach(button -> ids.put(button.title(), button.id()));
        return ids;
    }

    @Override
    public Map<String, String> listMenu(OutboundContent.ListMenu message) {
        var ids = new LinkedHashMap<String, String>();
        message.sections().forEach(section -> section.rows().forEach(row -> ids.put(row.title(), row.id())));
        return ids;
    }
}
